"""What a unit of time is, and the year that may stand beside its name."""

from functools import cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language.folding import fold_width
from okrlint.language.numerals import chinese_number
from okrlint.language.remembering import remembered
from okrlint.language.time_units.calendars import CalendarUnit, full_year
from okrlint.language.time_units.signs import MONTHS

UnitKind = CalendarUnit | Literal["day", "weekday", "feast"]


Part = Literal["start", "early", "mid", "second third", "late", "end"]
"""A part of a unit: its first day, its first third, its middle day, the third around it (中旬), the last third, the
last day."""


class Unit(NamedTuple):
    """Words that name a stretch of time.

    Attributes:
        start: offset of their first character.
        end: offset after their last character.
        kind: what they name.
        number: which one it is: of the month for "day", else of the year (a half is 1 or 2). Of a `relative` unit
            how far it is from the current one; for "weekday" counted from this week's Monday, which is 1 (next
            Friday is 12).
        month: the month of a day.
        year: the year; None where they name none.
        since: where a range of such units begins (3 in 3-4月).
        fiscal: whether the year is a fiscal one.
        relative: whether it is counted from the current one (this quarter, EOQ, 本月, 年底).
        weak: whether the words may mean something else (6/30, May, H2, week 3), so that only a word beside them,
            or their standing alone in a field, tells that they are a date.
        part: the part of it that the words themselves single out (EOQ, 年中).
        problem: "invalid" where there is no such day or period, "ambiguous" for 03/04/2026.
    """

    start: int
    end: int
    kind: UnitKind
    number: int
    month: int = 0
    year: int | None = None
    since: int | None = None
    fiscal: bool = False
    relative: bool = False
    weak: bool = False
    part: Part | None = None
    problem: Literal["invalid", "ambiguous"] | None = None


UNITS_A_YEAR: dict[UnitKind, int] = {"quarter": 4, "half": 2, "trimester": 3, "week": 53, "month": 12}
"""How many of each a year has."""


_TRADITIONAL = "號週個內終結節時間國雙財這當於遲趕滿歷後續級獎總盤評邊轉線兩幾勞動兒聖誕學產斷為爲數慶"
_SIMPLIFIED = "号周个内终结节时间国双财这当于迟赶满历后续级奖总盘评边转线两几劳动儿圣诞学产断为为数庆"


@cache
def _scripts() -> dict[int, int]:
    return str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def folded(text: str) -> str:
    """Return the text in half width, and with simplified characters in what words for time are made of.

    Offsets are kept. It is cheaper than `folding.simplify`, which knows all characters.
    """
    return text if text.isascii() else _folded(text)


@remembered()  # each judgement of a statement folds it anew
def _folded(text: str) -> str:
    return fold_width(text).translate(_scripts())


@cache
def _year_before() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?<![A-Za-z\d.〇零一二三四五六七八九])|(?<=[一二三四五六七八九])(?=\d{4})|(?<=OKR))"  # 张三2026年Q1
        r"(?:(?P<mark>FY|CY|民国)[ ]?)?'?"
        r"(?P<year>\d{4}|\d{2,3}|[〇零一二三四五六七八九]{2,4})"
        r"(?P<join>[ ]?财?年?[度的]?[ ,\-_/.]?[ ]?)$",
        ASCII | IGNORECASE,
    )


@cache
def _year_after() -> Pattern[str]:
    return compile_pattern(
        r"(?P<join>[ ]?(?:,|of|in|-|_|/|\(|')?[ ]?)(?P<mark>FY|CY)?[ ']?"
        r"(?P<year>\d{4}|\d\d)(?![A-Za-z\d%]|[.,/:-]\d)",
        ASCII | IGNORECASE,
    )


_DIGITS = frozenset("0123456789")
_BEFORE_YEAR = _DIGITS | frozenset(" ,-_/('oOiIfFcC")
_YEAR_DIGITS = _DIGITS | frozenset("〇零一二三四五六七八九")


def with_year(text: str, unit: Unit) -> Unit:
    """Return the unit with the year that stands right before or after it, if there is one."""
    head = text[max(0, unit.start - 12) : unit.start]
    before = None if _YEAR_DIGITS.isdisjoint(head) else _year_before().search(head)
    if before:
        year = _named_year(before)
        if year is not None and not (
            before["join"].strip(" 财年度的") and _is_taken(text, unit.start - len(head) + before.start("year"))
        ):
            fiscal = (before["mark"] or "").upper() == "FY" or "财" in before["join"]
            return unit._replace(start=unit.start - len(head) + before.start(), year=year, fiscal=fiscal)
    tail = text[unit.end : unit.end + 12]
    after = _year_after().match(text, unit.end) if tail[:1] in _BEFORE_YEAR and not _DIGITS.isdisjoint(tail) else None
    if after and (_joins_after(unit, after) or _continues_day(text, unit, after)):
        year = full_year(after["year"])
        if year is not None:
            return unit._replace(end=after.end(), year=year, fiscal=(after["mark"] or "").upper() == "FY")
    return unit


def _is_taken(text: str, start: int) -> bool:
    """Tell whether a year before a sign is that of what stands before it: Jan 5, [2026] - Mar 27, 2026."""
    head = text[max(0, start - _LONGEST_NAME) : start]
    last = head.rstrip(" ,'-").rpartition(" ")[2].lower()
    if last.isalpha() and last[:3] not in _BEGIN_NAMES:
        return False  # "Team OKRs 2026-Q2": the pattern takes its time to build
    name = _ends_with_name().search(head)
    return name is not None and not head[: name.start()].rstrip(" -/._年").endswith(tuple(_DIGITS))  # 2025-Q4-2026-Q1


_LONGEST_NAME = 28
_BEGIN_NAMES = frozenset((*(name[:3] for name in MONTHS), "qua", "hal", "of", "fy", "cy"))
"""The first letters of the words that may stand right before a year of their own."""


@cache
def _ends_with_name() -> Pattern[str]:
    """Match the name of a unit that its year follows."""
    month = r"(?:jan|feb|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?\.?"
    day = r"[0-3]?\d(?:st|nd|rd|th)?"
    return compile_pattern(
        rf"(?<![a-z])(?:{month}(?:[ -]{day})?|(?<!\d){day}(?: of)?[ -]{month}|[qhst][1-4]|(?:quarter|half) [1-4]"
        r"|(?:first|second|third|fourth|[1-4](?:st|nd|rd|th)) (?:quarter|half))"
        r"(?: of)?(?:, ?| ?'|[ -])(?:fy ?|cy ?)?'?$",
        ASCII | IGNORECASE,
    )


def _named_year(match: Match[str]) -> int | None:
    digits, join = match["year"], match["join"]
    if match["mark"] == "民国":
        return republican_year(digits) if "年" in join else None
    if len(digits) == 3 and digits.isascii():
        return republican_year(digits) if "年" in join and digits[0] == "1" else None  # 115年第二季
    if not digits.isascii():
        number = chinese_number(digits)
        digits = f"{number:02.0f}" if number is not None and "年" in join else ""
    if len(digits) not in {2, 4}:
        return None
    if len(digits) == 2 and not match["mark"] and join and "年" not in join:
        return None  # "in 26 June": a day; "50 Q2 leads": a number
    return full_year(digits)


def republican_year(digits: str) -> int | None:
    """Return the year of the Republican calendar of Taiwan, whose first year is 1912."""
    number = chinese_number(digits)
    return full_year(f"{number + 1911:.0f}") if number is not None and number < 200 else None


def _joins_after(unit: Unit, match: Match[str]) -> bool:
    if len(match["year"]) == 4 or match["mark"]:
        return True
    sign = match[0][-3:-2]
    return sign == "'" or (sign in {"-", "/", "_"} and unit.kind in {"quarter", "half"} and match["year"] > "12")


_SHORT_YEARS = range(20, 40)
"""Two digits behind a day that may be its year."""


def _continues_day(text: str, unit: Unit, match: Match[str]) -> bool:
    """Tell whether two digits go on as day and month do: 31-Mar-24, 31/Mar/24, 31Mar24; "31 Mar 24" at the end."""
    if unit.kind != "day" or match["mark"] or int(match["year"]) not in _SHORT_YEARS:
        return False
    sign = match["join"]
    if "".join(char for char in text[unit.start : unit.end] if not char.isalnum()) != sign:
        return False
    return sign != " " or text[match.end() : match.end() + 1] in _BEHIND_YEAR


_BEHIND_YEAR = frozenset(("", ")", ",", ";", "]", "|"))


def checked(unit: Unit) -> Unit:
    """Return the unit, marked as invalid where the year has no such quarter, half, month or week."""
    valid = 1 <= unit.number <= UNITS_A_YEAR[unit.kind]
    return unit if valid else unit._replace(problem="invalid")


_LONGEST_YEAR = 24
"""How far back a number that is no year is looked at, in characters."""


_YEAR_ENDS = _DIGITS | frozenset("年度的-/.")


@cache
def _no_year_before() -> Pattern[str]:
    return compile_pattern(
        r"(?:\d{4}|[〇零一二三四五六七八九]{5})[ ]?财?年[度的]?[ ]?$|\d{5}(?P<sign>[-/.]?)$|FY[ ]?\d{5,20}[ ]$", ASCII
    )


@cache
def _no_year_after() -> Pattern[str]:
    return compile_pattern(r"[ ]?(?:[,/-]|of)?[ ]?\d{5,20}[ ]?(?:$|[.;)])", ASCII)


def has_impossible_year(text: str, unit: Unit) -> bool:
    """Tell whether the number beside a unit without a year can only be a year, but is none that there will be.

    Such is 99999-12-31, 10000年1月, and "31 December 99999" where no counted thing follows. The unit then means no
    day: to read it as one of the current year would hide the slip.
    """
    if unit.year is not None:
        return False
    head = text[max(0, unit.start - _LONGEST_YEAR) : unit.start]
    before = _no_year_before().search(head) if head.rstrip()[-1:] in _YEAR_ENDS else None
    if before and (before["sign"] is None or text[unit.start : unit.end].isascii()):
        return True
    tail = text[unit.end : unit.end + 5]
    if unit.relative or tail[:1] not in _BEFORE_YEAR or _DIGITS.isdisjoint(tail):
        return False
    return _no_year_after().match(text, unit.end) is not None
