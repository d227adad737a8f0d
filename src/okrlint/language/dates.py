"""Dates and deadlines in a text: which words name a day or a period, and which days they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, tzinfo
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import TYPE_CHECKING, Literal, NamedTuple

from okrlint.language.folding import fold, has_cjk, latin_words
from okrlint.language.remembering import remembered
from okrlint.language.time_limits import limit_value, may_set_limits, time_limits
from okrlint.language.time_units import Unit, UnitKind, folded, may_name_units, time_units
from okrlint.language.time_units.anchoring import Anchor, days_in_year, is_range, portion, shared_years
from okrlint.language.time_units.around import Around, around, is_bare, is_date
from okrlint.language.time_units.calendars import Days, full_year, unit_days

if TYPE_CHECKING:
    from okrlint.language.time_limits.limit import TimeLimit

Precision = Literal["day", "week", "month", "quarter", "half", "year"]


class DateSpan(NamedTuple):
    """A date expression found in a text.

    Attributes:
        start: offset of its first character.
        end: offset after its last character. Words for a part belong to it (end of June, 6月底), those that make
            it a due date (by, 前) do not.
        first: the first day of the period meant; None where it cannot be told.
        last: its last day, which is the one that counts for a deadline; the same as `first` for a day.
        month_day: month and day of `last` where no year can be told.
        precision: the unit that the words name.
        problem: "invalid" (no such day: 31 June), "ambiguous" (two readings: 03/04/2026), "relative" (counted from
            an event whose day is not told: within 6 months of launch, 两周内; words that lead to it belong to it) or
            "vague" (a blank that was never filled in: X季度).
        deadline: whether the words make it a due date (by, until, end of, 前, 底), or it stands where a statement
            says when it is done (Q3 完成…, "Launch it in May"); else it is a mere period.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    month_day: tuple[int, int] | None
    precision: Precision
    problem: Literal["invalid", "ambiguous", "relative", "vague"] | None
    deadline: bool


def dates(
    text: str,
    *,
    cycle: Days | None = None,
    today: date | None = None,
    fiscal_year_start: int = 1,
    chinese: bool | None = None,
) -> tuple[DateSpan, ...]:
    """Return the dates that a text names, in order, without overlap.

    A year that the words leave out is that of the cycle, or else of `today`; so are this quarter and the end of
    the year. Words that may mean something else (6/30, May, week 3) are dates only beside a word that says so.

    Args:
        text: any text.
        cycle: first and last day of the period that the text is written for.
        today: the day on which it is read.
        fiscal_year_start: the month, 1 to 12, in which a year called FY begins.
        chinese: whether 03/04 is 4 March; by default it is in a text with Chinese characters, and ambiguous else.
    """
    text = folded(text)
    return _dates(text, cycle, today, fiscal_year_start, chinese) if _names_time(text) else ()


@remembered()
def _names_time(text: str) -> bool:
    words = latin_words(text)
    if not (may_name_units(text, words) or may_set_limits(text, words)):
        return False
    # Whether the month comes first may change what a unit is, but never whether there is one.
    return bool(time_units(text, month_first=has_cjk(text)) or time_limits(text))


@remembered()  # of one statement, reader and rules ask time and again
def _dates(
    text: str, cycle: Days | None, today: date | None, fiscal_year_start: int, chinese: bool | None
) -> tuple[DateSpan, ...]:
    found = list(_spans(text, Anchor(cycle, today, fiscal_year_start), chinese=chinese, field=False))
    limits = list(time_limits(text))
    if limits and found:
        found = [span for span in found if not any(_goes_on(text, span, limit) for limit in limits)]
        limits = [limit for limit in limits if not any(_overlap(limit, span) for span in found)]
    if not limits:
        return tuple(found)
    return tuple(sorted([*found, *map(_relative, limits)], key=lambda span: span.start))


def _overlap(limit: TimeLimit, span: DateSpan) -> bool:
    return limit.start < span.end and span.start < limit.end


def _goes_on(text: str, span: DateSpan, limit: TimeLimit) -> bool:
    """Tell whether a number right behind a month or year makes it one that a limit counts: by the end of month 6."""
    if limit.start >= span.start or any(map(str.isdigit, text[span.start : span.end])):
        return False
    return text[span.end : limit.end].strip(" #").isdecimal()


def _relative(limit: TimeLimit) -> DateSpan:
    problem: Literal["vague", "relative"] = "vague" if limit.placeholder else "relative"
    return DateSpan(limit.start, limit.end, None, None, None, limit.unit, problem, deadline=True)


@remembered(1024)  # most deadlines of a document are a few days
def read_date(
    text: str,
    *,
    cycle: Days | None = None,
    today: date | None = None,
    fiscal_year_start: int = 1,
    chinese: bool | None = None,
    zone: tzinfo = UTC,
    day: bool = False,
) -> DateSpan | None:
    """Return the due date that the value of a deadline field names, or None where it names none.

    Besides what `dates` finds, the value may be bare: 6/30, May, 2026, W20, 20260630, or a Unix time in seconds
    or milliseconds, or be counted from any event at all (7 days after sign-off). Of a range it is the end that counts.
    The arguments are those of `dates`, the time zone whose day a Unix time means, and whether Mar-24 is to be a day
    rather than a month of 2024.
    """
    text = folded(text)
    if iso := _iso_day(text):
        return iso
    number = _bare_number(text, zone)
    if number is not None:
        return number
    anchor = Anchor(cycle, today, fiscal_year_start)
    spans = list(_spans(text, anchor, chinese=chinese, field=True, may_be_month=not day))
    if not spans or _counts_from(text, spans[0]):
        limit = limit_value(text)
        return _relative(limit) if limit else None
    due = spans[0]
    for later in spans[1:]:
        if not is_range(text[due.end : later.start]):
            break
        first = due.first if due.first and later.first and due.first <= later.first else later.first
        due = later._replace(start=due.start, first=first)
    return due._replace(deadline=True)


def is_vague(text: str) -> bool:
    """Tell whether the value of a deadline field is nothing but a word for some time: soon, ongoing, 尽快, 长期.

    What comes again and again (every month, 每月底) is no day either, nor is what depends on something (视天气而定).
    """
    words = " ".join(fold(text[:_LONGEST_VALUE]).strip(_EDGES).lower().rstrip("!?.。！").split())
    return words in _VAGUE or _no_one_day().fullmatch(words) is not None


@cache
def _no_one_day() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?:at|by) the (?:end|start|beginning) of )?(?:every|each) (?:other )?"
        r"(?:day|week|month|quarter|half year|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
        r"|daily|weekly|fortnightly|monthly|quarterly|yearly|annually"
        r"|(?:as soon as|as|when|if|once) [a-z' ]{1,40} (?:allow|permit)s?|[a-z]{1,20} permitting"
        r"|depend(?:s|ing) on [a-z' ]{1,40}"
        r"|每个?(?:天|日|季度?|年|(?:周|星期)[一二三四五六日天末]?|月(?:[0-9]{1,2}[日号])?)[底末初中]?"
        r"|[视看](?:[^0-9]{1,12}而定|[^0-9]{0,8}情况)|取决于[^0-9]{1,12}"
        r"|[^0-9]{1,8}(?:允许|许可)(?:时|后|的话|的情况下)?",
        ASCII,
    )


_EDGES = " \t\r\n*_`~()[]（）【】「」.。,，、;；!！?？-"

# fmt: off
_VAGUE = frozenset((
    "soon", "very soon", "asap", "a.s.a.p", "as soon as possible", "as soon as we can", "shortly", "later",
    "later on", "eventually", "someday", "some day", "sometime", "at some point", "in due course",
    "as early as possible", "as early as we can",
    "in due time", "in time", "when ready", "when possible", "whenever possible", "if possible", "ongoing",
    "on-going", "continuous", "continuously", "continual", "rolling", "always", "permanent", "long term",
    "long-term", "mid term", "mid-term", "short term", "short-term", "near term", "near-term", "immediately",
    "urgent", "now", "in the future", "near future", "in the near future", "future", "open", "open-ended",
    "no deadline", "flexible", "tbd", "tba", "t.b.d", "tbc", "to be determined", "to be decided",
    "to be defined", "to be announced", "to be confirmed", "尽快", "尽早", "尽快完成", "越快越好", "越早越好", "马上",
    "立即", "立刻", "即刻", "及时", "近期", "近日", "短期", "中期", "长期", "中长期", "长期有效", "长期坚持",
    "持续", "持续进行", "持续推进", "持续优化", "常态化", "择期", "择机", "适时", "后续", "今后", "今後",
    "以后", "未来", "不久", "稍后", "稍後", "随时", "视情况而定", "视情况", "有空时", "待定", "未定", "待确定",
    "待确认", "另行通知", "不限", "无期限", "滚动",
))
# fmt: on
"""Words that put a deadline off: those that style guides for requirements and for OKRs forbid in place of a date,
in simplified characters, and those for a date that is still to be set."""

_PRECISIONS: dict[UnitKind, Precision] = {
    "day": "day",
    "weekday": "day",
    "feast": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "trimester": "half",
    "half": "half",
    "year": "year",
}

_COMMON_YEAR, _LEAP_YEAR = 2023, 2024


def _iso_day(text: str) -> DateSpan | None:
    """Read a day of the calendar as most tools write it, 2026-06-30: what takes any other may take its time."""
    if len(text) != len("2026-06-30") or text[4] != "-" or text[7] != "-" or not text.isascii():
        return None
    if not (text[:4] + text[5:7] + text[8:]).isdigit() or not full_year(text[:4]):
        return None
    with suppress(ValueError):  # 31 June
        day = date.fromisoformat(text)
        return DateSpan(0, len(text), day, day, None, "day", None, deadline=True)
    return None


def _bare_number(text: str, zone: tzinfo) -> DateSpan | None:
    """Read digits alone: 20260630, 202606, and Unix times."""
    digits = text.strip(_EDGES)
    if not (digits.isascii() and digits.isdigit()):
        return None
    days: Days | None = None
    precision: Precision = "day"
    if len(digits) in {10, 13}:
        day = datetime.fromtimestamp(int(digits[:10]), zone).date()
        days = (day, day) if full_year(str(day.year)) else None
    elif len(digits) == 8 and full_year(digits[:4]):
        days = days_in_year(Unit(0, 0, "day", int(digits[6:]), month=int(digits[4:6])), int(digits[:4]))
    elif len(digits) == 6 and full_year(digits[:4]):
        days, precision = unit_days("month", int(digits[:4]), int(digits[4:])), "month"
    if days is None:
        return None
    start = text.index(digits)
    return DateSpan(start, start + len(digits), *days, None, precision, None, deadline=True)


def _counts_from(text: str, span: DateSpan) -> bool:
    """Tell whether the date is only what a term is counted from (7 days after 30 June, 6月30日后一周)."""
    words = text[: span.start].lower().split()[-3:]
    return "after" in words or text[span.end : span.end + 3].strip().startswith(("后", "之后", "以后"))


def _spans(
    text: str, anchor: Anchor, *, chinese: bool | None, field: bool, may_be_month: bool = False
) -> Iterator[DateSpan]:
    month_first = has_cjk(text) if chinese is None else chinese
    named: Iterable[Unit] = time_units(text, month_first=month_first)
    if may_be_month:
        named = [_month_of_year(text, unit, anchor) or unit for unit in named]
    if anchor.cycle:
        named = [_in_years_of(anchor.cycle, text, unit) for unit in named]
    units = _joined(text, shared_years(text, named), anchor)
    end: int | None = None
    for unit in units:
        if is_bare(text, unit):
            continue
        near = around(text, unit, end)
        if is_date(text, unit, near, end) or (field and _is_whole_value(text, unit, near)):
            end = near.end
            yield _timed(text, unit, near, _span(unit, near, anchor), anchor)


def _in_years_of(cycle: Days, text: str, unit: Unit) -> Unit:
    """Return the unit, its year first (24.3.25) where last it would not be one of the cycle, and first it is."""
    if unit.kind != "day" or unit.year is None or _is_year_of(cycle, unit.year):
        return unit
    from okrlint.language.time_units.figures import year_first  # most days are in the cycle

    other = year_first(text, unit)
    return other if other and other.year and _is_year_of(cycle, other.year) else unit


def _is_year_of(cycle: Days, year: int) -> bool:
    return cycle[0].year <= year <= cycle[1].year


def _month_of_year(text: str, unit: Unit, anchor: Anchor) -> Unit | None:
    """Return what may be a day as the month that spreadsheets write so, Mar-24 for March 2024; else None.

    It is one of a year of the cycle; without a cycle, of a year that is not the last day of a month (Jun-30), too.
    """
    words = text[unit.start : unit.end]
    if unit.kind != "day" or unit.year or unit.problem or not (words[:3].isalpha() and words[-3:-2] in {"-", "/"}):
        return None
    year = full_year(words[-2:])
    if year is None or not words[:-3].rstrip(".").isalpha():
        return None
    if not (_is_year_of(anchor.cycle, year) if anchor.cycle else year in _LIKELY_YEARS):
        return None
    return unit._replace(kind="month", number=unit.month, month=0, year=year, weak=False)


_LIKELY_YEARS = range(2020, 2028)
"""Years whose last two digits are the last day of no month."""

_LONGEST_VALUE = 80
"""How long a field's value is at most of which a bare 6/30 or May may be all."""


def _is_whole_value(text: str, unit: Unit, near: Around) -> bool:
    """Tell whether a unit that may be something else is all that a field's value says, save for a note in brackets."""
    if near.every or len(text) > _LONGEST_VALUE or (unit.relative and unit.kind != "weekday"):
        return False
    rest = text[: near.start] + text[near.end :].partition("(")[0]
    return not any(map(str.isalpha, rest)) or rest.strip(_EDGES).lower() in {"by", "due"}


def _joined(text: str, units: list[Unit], anchor: Anchor) -> Iterator[Unit]:
    """Yield the units, those that two names in a row stand for as one (明年3月, 今年年底, 6月月底)."""
    waiting: Unit | None = None
    for unit in units:
        if waiting is None:
            waiting = unit
            continue
        joined = None if text[waiting.end : unit.start].strip(" ,") else _as_one(waiting, unit, anchor)
        if joined is None:
            yield waiting
        waiting = joined or unit
    if waiting:
        yield waiting


def _as_one(outer: Unit, inner: Unit, anchor: Anchor) -> Unit | None:
    if outer.kind == "weekday" and inner.kind == "day" and 1 <= outer.number <= 7:
        return inner._replace(weak=False)  # Friday, 3 July
    if inner.relative and inner.kind == outer.kind and not inner.weak and inner.number == 0:
        return outer._replace(end=inner.end, part=inner.part)
    if outer.kind == "year" and outer.relative and not outer.weak and not inner.relative and inner.year is None:
        days = anchor.days(outer)
        return inner._replace(start=outer.start, year=days[0].year if days else None)
    return None


def _span(unit: Unit, near: Around, anchor: Anchor) -> DateSpan:
    days = anchor.days(unit)
    month_day = None
    if days:
        days = _meant(days, unit, near, anchor)
    elif not (unit.relative or unit.problem or unit.year or unit.kind == "week"):
        year = _LEAP_YEAR if (unit.month, unit.number) == (2, 29) else _COMMON_YEAR
        some_days = days_in_year(unit, year)
        if some_days:
            last = _meant(some_days, unit, near, anchor)[1]
            month_day = last.month, last.day
    return DateSpan(
        start=near.start,
        end=near.end,
        first=days and days[0],
        last=days and days[1],
        month_day=month_day,
        precision=_PRECISIONS[unit.kind],
        problem=unit.problem,
        deadline=near.due,
    )


_PERIODS = frozenset(("month", "quarter", "half"))
_DAYS = frozenset(("day", "weekday"))


def _timed(text: str, unit: Unit, near: Around, span: DateSpan, anchor: Anchor) -> DateSpan:
    """Return a period as a due date where it stands alone at the place of one: Q3 圆满开工, "Launch it in May".

    The cycle itself is none: to name it again says no more than the title does.
    """
    if near.due or near.every or near.part or unit.problem or unit.kind not in _PERIODS:
        return span
    if anchor.cycle and (span.first, span.last) == anchor.cycle:
        return span
    from okrlint.language.time_units.placing import says_when  # few statements have a bare period

    return span._replace(deadline=says_when(text, span.start, span.end))


def _meant(days: Days, unit: Unit, near: Around, anchor: Anchor) -> Days:
    if near.part:
        days = portion(days, near.part)
    # "before 30 June" leaves that day in time; "before 1 July" is what is said of the end of a second quarter.
    is_out = near.before and (unit.kind not in _DAYS or anchor.ends_before(days))
    return anchor.days_before(days) if is_out and near.part in {None, "start"} else days
