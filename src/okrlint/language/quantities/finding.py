"""Which numbers of a sentence measure something, and how much: counts, shares, money, durations, changes.

A sentence is searched for numerals; each is then judged by its neighbours alone: first whether it is part of a
name, a date or a label (`names`), then which unit, currency or limit makes it a measure (`measures`).
"""

from functools import cache
from itertools import pairwise
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language.folding import is_cjk, latin_words
from okrlint.language.quantities.lines import Line, is_latin, lexicon
from okrlint.language.quantities.measures import (
    Amount,
    Comparator,
    Kind,
    Strength,
    is_reached,
    starts_change,
    without_qualifier,
)
from okrlint.language.quantities.numeric import digits
from okrlint.language.quantities.plain import plain
from okrlint.language.remembering import remembered

__all__ = [
    "Amount", "Change", "Comparator", "Kind", "Strength",
    "amounts", "change", "has_metric", "is_quantified", "metric_amount",
]  # fmt: skip


_FARTHEST = 40
"""How many characters may stand between a baseline and its target."""
_LONGEST_JOINT = 32
_ARROWS = ("→", "->", "=>", "➔", "➜", "⇒")


class Change(NamedTuple):
    """A pair of amounts: where something stands and where it shall get.

    Attributes:
        baseline: the amount it starts from.
        target: the amount it shall reach.
        start: offset of the first character of the pair.
        end: offset after its last one.
    """

    baseline: Amount
    target: Amount
    start: int
    end: int


@cache
def _numeral(*, chinese: bool, english: bool) -> Pattern[str]:
    """What may begin an amount, in a text that has anything but ASCII in it, and one that has number words."""
    numerals = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿半"
    forms = [r"(?P<digits>(?:(?<![^ (<>=≤≥~+$€£¥|:→\-])\.(?=\d+(?![.\d])))?\d+(?:,\d{3}(?!\d))*(?:\.\d+)*)"]
    if chinese:
        forms += [
            rf"(?P<chinese>[{numerals}]+(?:点[零一二三四五六七八九]+[万亿]?)?)",
            r"(?P<relative>翻|倍增|成倍|双倍|腰斩|对折)",
            r"(?P<none>无|未发生|不发生|没有(?=一))",
        ]
    if english:
        forms.append(r"(?P<english>[a-z]+)")
    return compile_pattern("|".join(forms), ASCII)


@remembered(16)  # amounts, their changes and what they measure are asked for in turn
def _line(text: str) -> Line:
    return Line(text)


@remembered(2048)
def amounts(text: str) -> tuple[Amount, ...]:
    """Return the amounts of a text, in order and without overlap."""
    line = _line(_without_titles(text))
    low = line.low
    has_english = not _english_words().isdisjoint(latin_words(line.text)) or "fold" in low
    found: list[Amount] = []
    passed: tuple[int, int] | None = None
    at = taken = 0
    for match in _numeral(chinese=not low.isascii(), english=has_english).finditer(low):
        start, end = match.span()
        if start < at:
            continue
        form = match.lastgroup
        if form == "english" and (word := match[0]) not in _english_words() and "fold" not in word:
            continue
        result = _read(line, form, start, end)
        if passed and isinstance(result, Amount) and _follows_version(line, passed, result):
            result = end
        passed = (start, end) if form == "digits" and not isinstance(result, Amount) else None
        if isinstance(result, Amount):
            if result.start < taken:  # in 1$1 both numbers claim the sign
                result = result._replace(start=taken)
            found.append(result)
            at = taken = result.end
        else:
            at = result
    if any(amount.kind == "duration" for amount in found):
        from okrlint.language.quantities.described import without_descriptions  # few statements have a time

        found = without_descriptions(line, found)
    if len(found) > 1 and any(sign in low for sign in _SIGNS_OF_SCALES):
        from okrlint.language.quantities.scales import without_scales  # few ratings come with their scale

        found = without_scales(line, found)
    return tuple(found)


def _follows_version(line: Line, first: tuple[int, int], amount: Amount) -> bool:
    is_counted = amount.kind == "count" and amount.value is not None and amount.value % 1 == 0
    if amount.strength != "bare" and (is_counted or amount.kind != "count"):
        return False  # nobody counts 8.4 upgrades
    from okrlint.language.quantities.versions import follows_version  # few texts have a number that measures nothing

    return follows_version(line, first, amount.start)


_SIGNS_OF_SCALES = ("分制", "星制", "级制", "点制", "满分", "(总分", "量表", "分/", "分 /", "scale", "out of")


@cache
def _english_words() -> frozenset[str]:
    from okrlint.language.quantities.english import words_of_amounts  # each language's words only where there are some

    return words_of_amounts()


def _without_titles(text: str) -> str:
    """Return a text with spaces in place of the titles of books and papers: numbers in 《三年行动计划》 name it."""
    return _title().sub(lambda title: " " * len(title[0]), text) if "《" in text else text


@cache
def _title() -> Pattern[str]:
    return compile_pattern(r"《[^《》\n]{1,60}》", ASCII)


def _read(line: Line, form: str | None, start: int, end: int) -> Amount | int:
    """Return the amount that starts with a match of a form, or up to where the text is no amount."""
    if form == "digits":
        return plain(line, start, end) or digits(line, start, end)
    if form == "english":
        from okrlint.language.quantities.english import english

        return english(line, start, end)
    from okrlint.language.quantities.chinese import chinese, multiplied_chinese, none_chinese

    if form == "chinese":
        return chinese(line, start, end)
    return multiplied_chinese(line, start, end) if form == "relative" else none_chinese(line, start, end)


@remembered(2048)
def change(text: str) -> Change | None:
    """Return the first change that a text states (from 2% to 3%, 2% → 3%, 从18升至35), if any."""
    found = amounts(text)
    if len(found) < 2:
        return None
    line = _line(text)
    if not _SIGNS_OF_LESS.isdisjoint(line.low):
        found = tuple([_with_sign(line, amount) for amount in found])
    backward: Change | None = None
    for first, second in pairwise(found):
        forward = _is_forward(line, first, second)
        if forward:
            return Change(_in_unit_of(first, second), second, first.start, second.end)
        if backward is not None:
            return backward
        if forward is False:  # unless its baseline begins a pair: "tickets per 1,000 users from 42 to 20"
            backward = Change(_in_unit_of(second, first), first, first.start, second.end)
    return backward


_MINUS = "-−–"
_SIGNS_OF_LESS = frozenset(f"{_MINUS}负負")


def _with_sign(line: Line, amount: Amount) -> Amount:
    """Return an amount below zero as one: from -5%, 从-5%, 从负200万元; a dash behind a number or a word is no sign."""
    sign = amount.start - 1
    before = line.low[max(0, sign - 1) : sign] if sign >= 0 else "0"
    if amount.value is None or amount.value <= 0 or amount.comparator or line.char(sign) not in _SIGNS_OF_LESS:
        return amount
    if before == " ":
        is_sign = not line.low[max(0, sign - _FARTHEST) : sign].rstrip().endswith(_ENDS_OF_NUMBERS)
    else:
        is_sign = not before or before in _BEFORE_SIGNS or (is_cjk(before) and before not in "正日月号")
    return amount._replace(start=sign, value=-amount.value) if is_sign else amount


_BEFORE_SIGNS = "(→>:,~"
_ENDS_OF_NUMBERS = tuple("0123456789%)")


def _in_unit_of(baseline: Amount, target: Amount) -> Amount:
    """Return the baseline with the target's unit where it has none: from 2 to 3.5%."""
    if baseline.unit is None and baseline.kind == "number":
        return baseline._replace(unit=target.unit, kind=target.kind)
    return baseline


def _is_forward(line: Line, first: Amount, second: Amount) -> bool | None:
    """Tell whether two amounts are a baseline and its target (True), the reverse (False), or no pair (None)."""
    if second.start - first.end > _FARTHEST:
        return None
    between = line.low[first.end : second.start].strip()
    if any(words in between for words in _CIRCUMSTANCES):
        return None  # 在成本增加10%的前提下，转化率提升到5%
    role = _name_before(line, second.start)
    if role:
        is_other = role == "baseline" and first.kind != second.kind and "number" not in (first.kind, second.kind)
        return None if is_other or _is_step(line, first) else role == "target"  # $20,000 from 40 customers
    if not between.isalpha() and any(arrow in between for arrow in _ARROWS):
        return not _versions().search(between) or None
    if between == "to":
        from okrlint.language.quantities.pairs import is_change  # few statements have two amounts so near

        return is_change(line, first, second) or None
    if starts_change(line, first.start):
        return True if _leads_to(between) else None
    return (
        True
        if lexicon("quantity_words", "changed_to").before(between, without_qualifier(between, len(between)))
        else None
    )


@cache
def _versions() -> Pattern[str]:
    """Match an arrow that stands between other numbers: 60% of MySQL [8.0 → 8.4] upgrades with no regressions."""
    return compile_pattern(r"\d ?(?:[→➔➜⇒]|[-=]>) ?v?\d", ASCII)


_CIRCUMSTANCES = ("前提下", "情况下", "条件下")


def _is_step(line: Line, amount: Amount) -> bool:
    """Tell whether an amount says by how much a baseline changes, and not to what: "up 20% from 40%"."""
    if line.word_before(amount.start).lower() in {"by", "down", "up"} or amount.unit == "x":
        return True
    before = line.low[max(0, amount.start - 4) : amount.start].rstrip(" 约了")
    return amount.kind in ("percent", "points") and before.endswith(_MOVED)


_MOVED = ("升", "高", "长", "加", "降", "低", "少", "短", "减", "增", "涨", "缩", "省")


def _leads_to(between: str) -> bool:
    words = between.replace(",", " ").split()
    return "to" in words or any(char in between for char in "到至为成")


def _name_before(line: Line, start: int) -> str:
    """Return what an amount is said to be: "baseline" in (baseline: 3) or 目前每天3单, "target" in (目标: 5)."""
    at = max(0, start - _LONGEST_JOINT)
    left = (
        line.low[at:start].rstrip(" :=约$¥€£").removesuffix("为").removesuffix("是").rstrip("每天周月日 ").rstrip(" :")
    )
    if not lexicon("quantity_words", "baseline", "target").before(left, len(left)):  # as before most numbers
        return ""
    for role in ("baseline", "target"):
        if lexicon("quantity_words", role).before(left, len(left)):
            return role
    return ""


def metric_amount(text: str) -> Amount | None:
    """Return the first amount that an objective should leave to its key results, if any.

    A bare number is one only behind a word such as "reach" or 达到, or beside the name of a measure (NPS 45). A
    share alone in brackets at the end is the weight or the progress of the objective.
    """
    found = amounts(text)
    if not found:
        return None
    line = _line(text)
    for amount in found:
        if amount.strength == "bare" and not is_reached(line, amount.start):
            continue
        if amount.kind == "percent" and _closes_in_brackets(line, amount):
            continue
        if not (amount.kind == "duration" and _only_describes(line, amount)):
            return amount
    return None


def _only_describes(line: Line, time: Amount) -> bool:
    """Tell whether a time is no more than what kind of thing is meant: twelve-hour [night shifts], 十二小时的夜班."""
    if time.comparator or is_reached(line, time.start) or starts_change(line, time.start):
        return False
    lasting = lexicon("names", "lasting")
    at = time.end + (line.char(time.end) in {"的", " ", "-"})
    if not is_latin(line.char(time.end - 1)) or not is_latin(line.char(at)):
        return bool(lasting.at(line.low, at))
    if line.low[time.end - 1] == "s":  # three hours
        return False
    for _ in range(_WORDS_OF_A_NOUN):
        word = line.letters_at(at)
        if word in lasting:
            return True
        at += len(word) + 1
    return False


_WORDS_OF_A_NOUN = 2


def _closes_in_brackets(line: Line, amount: Amount) -> bool:
    return line.char(amount.start - 1) in {"(", "[", "【"} and line.low[amount.end : amount.end + 4].rstrip(" .。") in {
        ")",
        "]",
        "】",
    }


def has_metric(text: str) -> bool:
    """Tell whether the text of an objective carries a number to be measured against."""
    return metric_amount(text) is not None


def is_quantified(text: str) -> bool:
    """Tell whether a key result states a number by which it can be graded."""
    return bool(amounts(text))
