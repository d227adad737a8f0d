"""OB005."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    fold,
    is_cjk,
    language_of,
)


class ObjectiveTooLong(ObjectiveRule):
    """An objective is one short sentence that people can say from memory.

    What it checks: an objective has no more words than `max_words_en`, or characters than `max_chars_zh`, and is a
    single sentence. Remarks in brackets do not count, nor does what stands below it as its reason or description.

    Why: what nobody can repeat guides nobody. Google's playbook tests an objective by whether it fits on a line;
    Wodtke wants a single sentence; DingTeam: to be said in a sentence.

    When to switch it off: where objectives are to carry their explanation with them.
    """

    manual_zh = """目标是一句短话，人人都能脱口说出。

    检查什么：目标的长度是否超过 `max_chars_zh` 个字（英文为 `max_words_en` 个词），是否只有一句话。
    括号里的附注不算，写在下面的原因和说明也不算。

    为什么：复述不出来的目标，指引不了任何人。谷歌的手册看目标能不能写在一行里；沃特克要求只用一句话；
    钉钉的 OKR 教程要求一句话说清。

    何时关闭：团队习惯把说明一起写进目标时。
    """

    meta = Meta(
        code="OB005",
        name="objective-too-long",
        summary=Words(
            "An objective fits on one line and is a single sentence.",
            "目标一行写得下，只有一句话。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        sources=("G-PB", "WOD", "CAS", "DTM"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How long is too long."""

        max_words_en: int = 20
        max_chars_zh: int = 40
        max_sentences: int = 1
        ranges = {"max_words_en": (1, None), "max_chars_zh": (1, None), "max_sentences": (1, None)}
        about = {
            "max_words_en": Words(
                "The most words of an English objective, from 1. The value is ours: what one line of a screen holds.",
                "英文目标最多多少个词，不小于 1。取值由我们自定：屏幕上的一行。",
            ),
            "max_chars_zh": Words(
                "The most Chinese characters of a Chinese objective, from 1; a number or a word in Latin letters "
                "counts as two. The value is ours: what one line of a screen holds.",
                "中文目标最多多少个汉字，不小于 1；一个数字或拉丁字母写成的词算两个字。取值由我们自定：屏幕上的一行。",
            ),
            "max_sentences": Words(
                "The most sentences, from 1; one as Wodtke wants it.",
                "最多几句话，不小于 1；沃特克主张一句。",
            ),
        }

    options: Options

    messages = {
        "words": Words(
            "the objective has {length} words, too many to say from memory ({most} at most); keep <who> and <what will "
            "be true>, and move means, reasons and numbers below it",
            "目标有 {length} 个词，记不住也说不出（最多 {most} 个词）；请只留下“让<谁>达到<什么局面>”，"
            "把手段、原因和数字移到下面",
        ),
        "characters": Words(
            "the objective has {length} characters, too many to say from memory ({most} at most); keep <who> and <what "
            "will be true>, and move means, reasons and numbers below it",
            "目标有 {length} 个字，记不住也说不出（最多 {most} 个字）；请只留下“让<谁>达到<什么局面>”，"
            "把手段、原因和数字移到下面",
        ),
        "sentences": Words(
            "the objective has {count} sentences; say it in {most}, as in “<who> can <do what>”, and move the rest "
            "below it as its reason",
            "目标写了 {count} 句话；请用 {most} 句说清，例如“让<谁>能够<做什么>”，其余的作为说明写在下面",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                (
                    "⟦Make it so simple for farmers to understand prices, find buyers, book lorries, settle bills "
                    "and plan the coming season without ever calling us⟧"
                ),
                "⟦Build a calm office. It must be quiet. It must be green.⟧",
                "⟦Win the valley! Then win the coast!⟧",
            ),
            "zh": (
                (
                    "⟦通过持续丰富商品品类、完善物流网络、强化门店培训、深化供应商合作等多种举措，"
                    "全面带动区域零售业务在新的一年里迈上更高的台阶⟧"
                ),
                "⟦做好产品。做好服务。带好队伍。⟧",
                "⟦讓客戶滿意！讓員工自豪！⟧",
            ),
        },
        good={
            "en": (
                "Make month-end boring for small merchants",
                (
                    "Become the quiet engine behind corner shops (the Nordics first, then the Baltics, Poland, "
                    "Austria, Switzerland and, if the pilot works out, the whole of Italy)"
                ),
                "Ship v2.0 vs. the old way: no St. Bernard left behind",
                "Answer callers at www.example.com before they hang up!",
            ),
            "zh": (
                "让小店老板月底不再为对账发愁",
                "一季度聚拢离不开我们的用户，为全年业务打好地基",
                "發布 3.0 版本，讓審計師互相推薦我們",
                "成为街边小店背后最可靠的帮手！",
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        text = item.text.value
        if not _OPENING.isdisjoint(text):
            text = _brackets().sub(" ", text)
        if language_of(text) == "zh":  # counted only where a text can be too long
            most, message = self.options.max_chars_zh, "characters"
            length = _characters(text) if 2 * len(text) > most else 0
        else:
            most, message = self.options.max_words_en, "words"
            length = _words(text) if len(text.split()) > most else 0
        count = 1 if _STOPS.isdisjoint(text) else sum(map(_is_sentence, _ends().split(fold(text))))
        if length > most:
            yield self.hit(item.text.span, message, length=length, most=most)
        elif count > self.options.max_sentences:
            yield self.hit(item.text.span, "sentences", count=count, most=self.options.max_sentences)


_OPENING = frozenset("(（[【")
_STOPS = frozenset(".．!！?？。")
"""Signs without one of which a text is a single sentence."""


def _words(text: str) -> int:
    """Return how many words an English text has; signs that stand alone are none."""
    return sum([word.isalnum() or any(map(str.isalnum, word)) for word in text.split()])


def _is_sentence(text: str) -> bool:
    """Tell whether a part that ends like a sentence is one: a lone word ("WIP!") is a mark."""
    return _words(text) > 1 or any(map(is_cjk, text))


def _characters(text: str) -> int:
    """Return the length of a Chinese text in characters; what Latin letters or digits write counts as two."""
    return sum(map(is_cjk, text)) + 2 * sum(1 for _ in _latin().finditer(text))


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(r"[A-Za-z\d][\w.%+-]*", re.ASCII)


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([^()]{0,300}\)|（[^（）]{0,300}）|\[[^\[\]]{0,300}\]|【[^【】]{0,300}】")


@cache
def _ends() -> re.Pattern[str]:
    """What ends a sentence: a point after a whole word (no "St.", "incl.") before a capital, or a Chinese stop."""
    return re.compile(
        r"""(?<=[a-z0-9)]{4})(?<!incl)(?<!inkl)(?<!approx)(?<!dept)(?<!misc) \. \s{1,4} (?=[A-Z\d])
            | [!?] \s{1,4} (?=\S)
            | [!?。] \s{0,4} (?=[^\x00-\x7f])""",
        re.ASCII | re.VERBOSE,
    )
