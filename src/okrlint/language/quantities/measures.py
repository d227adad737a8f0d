"""What makes a number a measure: units after it, currency before it, limits on either side of it."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language.quantities.lines import Lexicon, Line, is_digit, is_latin, lexicon
from okrlint.language.vocabulary import groups

Kind = Literal[
    "count", "percent", "points", "money", "duration", "rank", "multiple",
    "fraction", "zero", "size", "rate", "score", "number",
]  # fmt: skip
Comparator = Literal["<", "<=", ">", ">=", "~"]
Strength = Literal["strong", "relative", "bare"]

_KINDS: dict[str, Kind] = {
    "percent": "percent", "points": "points", "money": "money", "multiple": "multiple", "duration": "duration",
    "period": "duration", "size": "size", "rate": "rate", "score": "score", "physical": "size", "count": "count",
}  # fmt: skip

_CURRENCIES = {"$": "$", "€": "€", "£": "£", "¥": "¥", "₹": "₹"}
_SIGNS: dict[str, Comparator] = {
    "<=": "<=", ">=": ">=", "<": "<", ">": ">", "≤": "<=", "≥": ">=", "≦": "<=", "≧": ">=", "≈": "~", "~": "~",
}  # fmt: skip
_ENDS_OF_SIGNS = frozenset(sign[-1] for sign in _SIGNS)
_LIMITS_BEFORE: dict[str, Comparator] = {
    "at_most": "<=", "at_least": ">=", "above": ">", "below": "<", "about": "~",
}  # fmt: skip
_LIMITS_AFTER: dict[str, Comparator] = {"at_least_after": ">=", "at_most_after": "<=", "about_after": "~"}

_HYPHENATED = {"duration", "percent", "points", "multiple"}
"""Kinds that an adjective can state (a 5-minute wait); a 5-star place and a 3-tier design have no such number."""

SHORT_UNITS = frozenset(("ns", "us", "ms", "s", "min", "h"))
_LASTING = {"for", "over", "后", "满", "每", "second"}
"""Words that make days and longer a time frame, but not seconds and minutes (a wait of over 5 minutes)."""

_CONTRACTS = frozenset("续签解违预合履毁邀")
"""What makes of 约 ("about") an agreement: 续约九件."""

_WORDS_OF_A_NOUN = 5


class Amount(NamedTuple):
    """A number that measures something.

    Attributes:
        start: offset of its first character in the text.
        end: offset after its last one.
        value: with its magnitude (4w is 40000, 22% is 22, 三成 is 30); None where there is no one number.
        unit: as a normal name ("%", "元", "ms", "users"); None where there is none.
        kind: what is measured; "number" where only a number stands.
        strength: "strong" with a unit or sign, "relative" for a change or share in words, "bare" else.
        comparator: how the value bounds what is measured, if it does.
    """

    start: int
    end: int
    value: float | None
    unit: str | None
    kind: Kind
    strength: Strength
    comparator: Comparator | None = None


class Numeral(NamedTuple):
    """A number as it is written.

    Attributes:
        scaled: whether a magnitude (万, k, million) or a thousands separator shows that it counts.
        words: whether it is written in words: then it counts only with a unit.
    """

    start: int
    end: int
    value: float | None
    scaled: bool = False
    words: bool = False


class Measure(NamedTuple):
    """A unit.

    Attributes:
        end: offset after it.
        kind: what it measures.
        unit: its normal name.
        is_period: whether it is so long (months, years) that it mostly names a time frame.
    """

    end: int
    kind: Kind
    unit: str
    is_period: bool = False


@cache
def _units() -> tuple[Lexicon, dict[str, tuple[str, str]]]:
    """Return the spellings of all units, and of each spelling its group and normal name."""
    table: dict[str, tuple[str, str]] = {}
    for group, entries in groups("units").items():
        for entry in entries:
            spelling, _, unit = entry.partition(" = ")
            table[spelling] = (group, unit or spelling)
    return Lexicon(table), table


@cache
def money_units() -> frozenset[str]:
    """Return the spellings of currencies."""
    return frozenset(spelling for spelling, (group, _) in _units()[1].items() if group == "money")


def measure_at(line: Line, at: int) -> Measure | None:
    """Return the unit that follows a number which ends at `at`, a space or a hyphen allowed between them."""
    lexicon_of_units, table = _units()
    low = line.low
    sign = low[at : at + 1]
    start = at + (sign == " " or (sign == "-" and is_latin(low[at + 1 : at + 2])))
    spelling = lexicon_of_units.at(low, start)
    if not spelling or (is_latin(spelling[-1]) and is_digit(low[start + len(spelling) : start + len(spelling) + 1])):
        return None
    group, unit = table[spelling]
    if group not in _KINDS or (sign == "-" and _KINDS[group] not in _HYPHENATED):
        return None
    return Measure(start + len(spelling), _KINDS[group], unit, group == "period")


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r" ?([a-z][a-z'-]{0,30})(?![a-z0-9])", ASCII)


@cache
def _remark() -> Pattern[str]:
    """Match one word in brackets between a number and what it counts: 20[ (paid)] internships."""
    return compile_pattern(r" \([a-z-]{3,20}\)(?= [a-z])", ASCII)


def counted(line: Line, at: int) -> Measure | None:
    """Return the English plural that a number which ends at `at` counts: 3 senior [engineers]."""
    stops = lexicon("quantity_words", "not_counted")
    if line.low.startswith(" (", at) and (remark := _remark().match(line.low, at)):
        at = remark.end()
    for _ in range(_WORDS_OF_A_NOUN):
        match = _word().match(line.low, at)
        if match is None or (match[1] in stops and not line.low.startswith("use case", match.start(1))):
            return None
        at = match.end()
        if is_plural(match[1]):
            return Measure(at, "count", match[1])
    return None


def is_plural(word: str) -> bool:
    """Tell whether an English word looks like a plural noun."""
    if word in lexicon("quantity_words", "plural"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def currency_before(line: Line, start: int) -> tuple[int, str] | None:
    """Return where the currency before a number starts, and its normal name."""
    left = start - (line.low[start - 1 : start] == " ")
    sign = line.char(left - 1)
    if sign in _CURRENCIES:
        letters = line.letters_before(left - 1).lower()
        prefix = letters if letters in {"us", "a", "c", "hk", "nt", "s"} else ""
        return left - 1 - len(prefix), prefix.upper().removeprefix("US") + sign
    if not is_latin(sign):
        return None
    letters = line.letters_before(left).lower()
    group, unit = _units()[1].get(letters, ("", ""))
    if group == "money" and not is_digit(line.char(left - len(letters) - 1)):
        return left - len(letters), unit
    return None


def starts_change(line: Line, start: int) -> bool:
    """Tell whether a number is what something changes from: from 200, 从每月 200, "from an average of 200"."""
    starts = lexicon("quantity_words", "start")
    return bool(starts.before(line.low, without_qualifier(line.low, start)))


def without_qualifier(low: str, end: int) -> int:
    """Return where the words begin that say of what kind or of when the number at `end` is (每月, about, Q2 的)."""
    qualifiers = lexicon("quantity_words", "qualifier")
    for _ in range(_MOST_QUALIFIERS):
        while end and low[end - 1] == " ":
            end -= 1
        end -= low.endswith("的", 0, end)
        if word := qualifiers.before(low, end):
            end -= len(word)
        elif when := _when().search(low, max(0, end - _LONGEST_WHEN), end):
            end = when.start()
        else:
            break
    return end


_MOST_QUALIFIERS = 4
_LONGEST_WHEN = 12


@cache
def _when() -> Pattern[str]:
    """Match a time that a number is of: 从 [2023年] 的 200 家, from [Q2] 20%."""
    return compile_pattern(r"(?:(?<![a-z\d])[qh][1-4]|(?<![\d.])(?:\d{4}|\d\d)年|(?<![\d.])\d{1,2}月份?)$", ASCII)


def sign_before(line: Line, start: int) -> tuple[int, Comparator] | None:
    """Return where the comparison sign before a number starts, and what it says."""
    low = line.low
    left = start - (low[start - 1 : start] == " ")
    sign = low[max(0, left - 2) : left]
    if sign[-1:] not in _ENDS_OF_SIGNS or sign in {"->", "=>"}:
        return None
    if sign not in _SIGNS:
        sign = sign[-1]
    return (left - len(sign), _SIGNS[sign]) if sign in _SIGNS else None


def limit_before(line: Line, start: int) -> Comparator | None:
    """Return the limit that the words before a number put on it (at least, 不超过)."""
    if before := line.before(start):
        limits = _limits_before()
        for words in before:
            if words in limits:
                return None if words == "约" and line.char(start - 2) in _CONTRACTS else limits[words]
    return None


@cache
def _limits_before() -> dict[str, Comparator]:
    """Return the words that limit the number behind them, and the limit of each; of two groups the first counts."""
    lists = groups("quantity_words")
    return {word: limit for group, limit in reversed(_LIMITS_BEFORE.items()) for word in lists[group]}


def limit_after(line: Line, end: int, *, is_duration: bool = False) -> tuple[int, Comparator] | None:
    """Return where the limit after a measure ends, and what it says (or more, 以内, +; after a time also 内)."""
    low = line.low
    if low.startswith("+", end) and not (is_digit(line.char(end + 1)) or is_latin(line.char(end + 1))):
        return end + 1, ">="
    if is_duration and low.startswith(("内", " 内"), end):
        return low.index("内", end) + 1, "<="
    if not (after := line.after(end)):
        return None
    at = line.skip_space(end)
    for group, comparator in _LIMITS_AFTER.items():
        if words := lexicon("quantity_words", group).first(after):
            return at + len(words), comparator
    return None


def rate_after(line: Line, end: int) -> int:
    """Return where the time ends that makes a count a rate (per week, /周, a day), or 0."""
    if not (after := line.after(end)):
        return 0
    at = line.skip_space(end)
    if sign := lexicon("quantity_words", "per").first(after):
        return at + len(sign)
    if often := lexicon("quantity_words", "often").first(after):
        return at + len(often)
    per = lexicon("quantity_words", "per_word").first(after)
    if per and line.char(at + len(per)) == " ":
        time = lexicon("quantity_words", "time_word").at(line.low, at + len(per) + 1)
        return at + len(per) + 1 + len(time) if time else 0
    return 0


def is_reached(line: Line, start: int) -> bool:
    """Tell whether the word before a place says that what follows shall be got to (to, reach, 达到, NPS)."""
    if (before := line.before(start)) and lexicon("quantity_words", "reach", "metric").first(before):
        return True
    return line.char(start - 1) in {"→", ">", "≥", "<", "≤", "="}


def is_time_frame(line: Line, start: int, measure: Measure) -> bool:
    """Tell whether a duration says when or over what time, and not how long something takes."""
    after = line.after(measure.end)
    window = lexicon("quantity_words", "window_after").first(after) if after else ""
    if window and not (window == "average" and _is_bounded(line, start, measure.end)):  # <2h average wait
        return window != "before" or measure.is_period or not _is_least(line, start)  # booked ≥ 30 days before
    if line.low.startswith((" on average", " streak", " at the latest"), measure.end):
        return False
    is_short = measure.unit in SHORT_UNITS
    if measure.is_period and line.char(start - 1) in {"下", "上"} and line.char(start - 2) not in {"线", "以"}:
        return True  # 下两个季度内
    behind = start - (line.char(start - 1) == "的")  # 接下来的一个季度内
    before = lexicon("quantity_words", "window_before").first(line.before(behind))
    if before == "前" and _ends_with_today(line, behind) and line.char(measure.end) != "内":
        return False  # （当前60天）
    if before and not (is_short and before in _LASTING):
        return True
    if is_short:
        around_the_clock = measure.unit == "h" and line.low.startswith(("24", "二十四"), start)
        return around_the_clock and not _is_bounded(line, start, measure.end)
    word = line.word_before(start).lower()
    if word == "in" and line.low.endswith(_WORKING_DAYS, start, measure.end):
        return False  # nobody names a date so: closed in 5 business days
    if word == "in" or (word == "within" and measure.is_period):
        return measure.is_period or limit_after(line, measure.end) is None  # in six days or fewer
    if _is_bounded(line, start, measure.end):
        return False
    return measure.is_period or (word not in _AVERAGES and _is_adjective(line, start, measure.end))


_WORKING_DAYS = ("business day", "business days", "working day", "working days")


def _is_least(line: Line, start: int) -> bool:
    sign = sign_before(line, start)
    return sign[1] in {">=", ">"} if sign else limit_before(line, start) in {">=", ">"}


def _ends_with_today(line: Line, end: int) -> bool:
    return line.low[max(0, end - 3) : end].rstrip().endswith(("当前", "目前"))


def _is_bounded(line: Line, start: int, end: int) -> bool:
    """Tell whether a duration is reached or bounded: under 3 months, 缩短到3个月, 24小时内."""
    bounded = limit_before(line, start) or sign_before(line, start) or limit_after(line, end, is_duration=True)
    return bounded is not None or is_reached(line, start)


def _is_adjective(line: Line, start: int, end: int) -> bool:
    """Tell whether a time qualifies a noun, for want of a plural: a 2-week sprint, 30 day retention; not 21d → 9d."""
    words = line.low[start:end]
    if not is_latin(words[-1]) or words[-1] == "s" or words.startswith(("1 ", "one ")):
        return False
    following = line.letters_at(line.skip_space(end))
    return bool(following) and following not in lexicon("quantity_words", "not_counted")


_AVERAGES = frozenset(("average", "median", "mean", "avg"))
