"""HY001."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Edit,
    Examples,
    Fix,
    Hit,
    Item,
    ItemRule,
    Meta,
    RuleOptions,
    Severity,
    Span,
    Text,
    Words,
    fold_width,
    is_cjk,
    language_of,
)
from okrlint_rules.hygiene.spelling import code_in, exact_place, raw_at
from okrlint_rules.hygiene.texts import texts_of
from okrlint_rules.quoting import quoted


class MixedWidth(ItemRule):
    """Each script has one width: digits, Latin letters and % half, punctuation in Chinese sentences full.

    What it checks: the statement of an item and what is attached to it. Full-width digits, letters and percent signs
    become half-width everywhere; a comma, semicolon, colon, question or exclamation mark beside a Chinese character
    becomes full-width in a Chinese sentence, and half-width in a sentence without one. Numbers (1,000), times (9:30),
    ratios (1:1), addresses, code and lists of Latin words are left alone, so are spaces between the scripts, and
    parentheses unless asked for. Labels (ＫＲ１) are no part of a statement and are not looked at.

    Why: two spellings of the same words make a difference where there is none, in a search and in the history of a
    file, and other tools do not take １０％ for a number. The choice of widths is that of Chinese typesetting.

    When to switch it off: where a text comes from a source that must be quoted as it is.
    """

    manual_zh = """每种文字只用一种宽度：数字、拉丁字母和百分号用半角，中文句子里的标点用全角。

    检查什么：条目的表述及所附内容。全角数字、字母、百分号一律改半角；中文句子里紧挨汉字的逗号、分号、冒号、问号、感叹号改全角，
    没有汉字的句子里则改半角。数字里的逗号（1,000）、时间（9:30）、比例（1:1）、网址、代码、拉丁词的罗列不动；
    中西文之间的空格不动，括号默认也不动。标签（ＫＲ１）不属于表述，不检查。

    为什么：同样的话有两种写法，搜索会漏，文件历史里会出现无谓的差异，别的工具也不认 １０％ 是数字。
    宽度的取舍依中文排版惯例。

    何时关闭：文字必须照原样引用时。
    """

    meta = Meta(
        code="HY001",
        name="mixed-width",
        summary=Words(
            "Digits and % are half-width, punctuation in Chinese sentences is full-width.",
            "数字和百分号用半角，中文句子里的标点用全角。",
        ),
        severity=Severity.INFO,
        tier=3,
        sources=("OKRLINT",),
        since="0.1.0",
        dropped=True,
    )

    class Options(RuleOptions):
        """How far the widths are looked at."""

        punctuation: bool = True
        parentheses: bool = False
        about = {
            "punctuation": Words(
                "Whether punctuation is looked at; else only digits, letters and percent signs are.",
                "是否检查标点；否则只检查数字、字母和百分号。",
            ),
            "parentheses": Words(
                "Whether parentheses beside Chinese characters must be full-width too. Off, since many write half ones "
                "on purpose.",
                "紧挨汉字的括号是否也要求全角。默认不要求，因为很多人有意用半角括号。",
            ),
        }

    options: Options

    messages = {
        "width": Words(
            "“{text}” mixes full-width and half-width signs; write “{better}”",
            "“{text}”混用了全角和半角；请写成“{better}”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "Guest rating climbs from ⟦４.２⟧ to 4.6",
                "Empty beds fall to 6⟦％⟧",
                "Late trains fall from 40 to 12⟦，⟧and lost bags from 9 to 2",
            ),
            "zh": (
                "空床率降到⟦６％⟧",
                "晚点列车由40班降至12班⟦,⟧正点率达到95%",
                "旅客評分達到⟦４.６⟧",
                "整月无安全事故⟦, ⟧巡检覆盖全部车站",
            ),
        },
        good={
            "en": (
                "Guest rating climbs from 4.2 to 4.6",
                "Ratio of nurses to beds is 1:4 from 9:30 on",
                "Open the 北京 branch, then the next",
            ),
            "zh": (
                "空床率降到6%，旅客评分达到4.6",
                "护士与床位比达到1:4，9:30前完成交接",
                "月營收達到1,200萬元",
                "支持 Kafka, Redis 两种接入",
                "详见 https://example.org/a,b?x=1 的看板数据",
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        for text in texts_of(item):
            if text.value.isascii():
                continue
            edits = [*self._edits(text)]
            if edits:
                code = code_in(text)
                edits = [edit for edit in edits if not _is_in(text.locate(*edit[:2]), code)]
            if not edits:
                continue
            start, end = edits[0][0], edits[-1][1]
            begin, stop = _with_words(text.value, start, end)
            better, done = "", begin
            for first, last, words in edits:
                better += text.value[done:first] + words
                done = last
            better += text.value[end:stop]
            yield self.hit(
                text.locate(start, end),
                "width",
                fix=_fix(text, edits, context.document.format),
                text=quoted(text.value[begin:stop]),
                better=quoted(better),
            )

    def _edits(self, text: Text) -> Iterator[tuple[int, int, str]]:
        """Yield the stretches of a text that want another width, and how they read then."""
        value = text.value
        if not is_cjk(value[0]) and max(value) < "。":  # the least full-width mark; ideographs are greater
            return
        has_chinese = any(map(is_cjk, value))
        if (_OF_CHINESE if has_chinese else _OF_OTHERS).isdisjoint(value):
            return
        is_chinese = has_chinese and language_of(value) == "zh"
        hidden = [match.span() for match in _address().finditer(value)] if "://" in value else []
        for match in _candidate().finditer(value):
            start, end = match.span()
            if any(low <= start < high for low, high in hidden):
                continue
            if match["half"]:
                yield start, end, fold_width(match["half"])
            elif not self.options.punctuation:
                continue
            elif match["mark"] and is_chinese and self._wants_full(value, start, end):
                yield start, end, _FULL[match["mark"][0]]
            elif match["full"] and not has_chinese:
                yield start, end, _spaced(value, end, _HALF[match["full"]])

    def _wants_full(self, value: str, start: int, end: int) -> bool:
        """Tell whether a half-width mark belongs to the Chinese words around it."""
        mark, before, behind = value[start], value[start - 1 : start], value[end : end + 1]
        if mark in "()":
            inner, outer = (behind, before) if mark == "(" else (before, behind)
            return self.options.parentheses and (_is_chinese(inner) or _is_chinese(outer))
        if mark in ":?!":
            return _is_chinese(before)
        return _is_chinese(before) or (_is_chinese(behind) and not before.isspace())


_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF = {"，": ",", "。": ".", "；": ";", "：": ":", "？": "?", "！": "!"}

_WIDE = frozenset(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))) | {"％", "．"}
_OF_CHINESE = _WIDE.union(_FULL)
_OF_OTHERS = _WIDE.union(_HALF)
"""Characters without any of which a text with or without Chinese in it is as it should be."""

_STRUCTURE = {"markdown": "", "json": "", "toml": "", "csv": ",;", "html": ";", "yaml": ",:", "rst": ":", "org": ":"}
"""By format, the half-width marks that may be more than a mark there."""
_ANY_STRUCTURE = ",;:"
"""The same for other formats."""


_AROUND = 4
"""How many characters on either side of a mark are quoted with it, so that one finds it."""


def _with_words(value: str, start: int, end: int) -> tuple[int, int]:
    """Return where a quotation begins and ends: the words around a mark, cut at spaces."""
    before, behind = value[max(0, start - _AROUND) : start], value[end : end + _AROUND]
    return start - len(before.rpartition(" ")[2]), end + len(behind.partition(" ")[0])


def _is_in(span: Span, places: list[Span]) -> bool:
    return any(place.start <= span.start and span.end <= place.end for place in places)


def _is_chinese(char: str) -> bool:
    return bool(char) and is_cjk(char)


def _spaced(value: str, end: int, mark: str) -> str:
    """Return a half-width mark with the space that it needs before a word."""
    return mark + " " if value[end : end + 1].isalnum() else mark


def _fix(text: Text, edits: list[tuple[int, int, str]], format: str) -> Fix | None:
    """Return the edits as a fix; None where one of them would harm the format, or more than it stands there."""
    found = []
    for start, end, words in edits:
        if words[0] in _STRUCTURE.get(format, _ANY_STRUCTURE):
            return None
        span = exact_place(text, start, end)
        if span is None and words[0] in _HALF:  # the line breaks where a space would be
            span = exact_place(text, start, start + 1)
        if span is None or (words[0] == "!" and raw_at(text, Span(span.end, span.end + 1)) == "["):
            return None
        found.append(Edit(span, words))
    if _begins_otherwise(text.value, edits[0]):
        return None
    return Fix(True, Words("write it in the usual width", "改为通行的宽度"), tuple(found))


def _begins_otherwise(value: str, edit: tuple[int, int, str]) -> bool:
    """Tell whether a text would begin with a sign of its format: the number of a list, or a sign of YAML."""
    start, end, words = edit
    if start > _LONGEST_NUMBER:
        return False
    begin = _beginning()
    return bool(begin.match(value[:start] + words + value[end : end + 2])) and not begin.match(value)


_LONGEST_NUMBER = 9
"""Digits of a list's number."""


@cache
def _beginning() -> re.Pattern[str]:
    return re.compile(r"[%!?]|\d{1,9}[.)](?:\s|$)", re.ASCII)


@cache
def _candidate() -> re.Pattern[str]:
    """What may want another width: digits, letters and percent signs; marks, with the space behind them."""
    return re.compile(
        r"(?P<half>(?:[０-９Ａ-Ｚａ-ｚ％]|(?<=[0-9０-９])[．.](?=[０-９])|(?<=[０-９])[．.](?=[0-9])|(?<=．)[0-9])+(?:\.[0-9]+)?)"
        r"|(?P<mark>[,;:?!](?![/\d]|\s\d{3}\b) ?|[()])"
        r"|(?P<full>[，。；：？！])",
    )


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"[a-z]{2,10}://[^\s，。；、（）()]{1,2000}", re.IGNORECASE)
