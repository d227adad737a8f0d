"""What a period is, and its normal name."""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from okrlint.language.time_units import Unit
from okrlint.language.time_units.anchoring import days_in_year
from okrlint.language.time_units.calendars import Days

PeriodKind = Literal["year", "half", "trimester", "quarter", "two-month", "month", "range", "other"]


class Period(NamedTuple):
    """A period named in a text.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        value: its normal name: 2026-Q2, 2026-H1, 2026-T1, 2026, 2026-05, 2026-03/2026-04, and for days that are
            no whole months 2026-04-06/2026-06-19. Without a year Q2, H1, T1 or 05. FY2026-Q2 where the fiscal
            year does not begin in January.
        first: its first day; None where the words do not tell the year, or name no such period.
        last: its last day.
        kind: what sort of period it is; "other" for a season, whose days nobody can tell.
        problem: "invalid" for a period that does not exist (2026 Q5).
    """

    start: int
    end: int
    value: str
    first: date | None
    last: date | None
    kind: PeriodKind
    problem: Literal["invalid"] | None


def period_of(first: Unit, last: Unit, year_start: int = 1) -> Period | None:
    """Return the period of a unit, or from one unit to another; None for a single day and for an end before its start.

    Args:
        first: the unit.
        last: the end of a range; else the same object as `first`.
        year_start: the month, 1 to 12, in which a fiscal year begins.
    """
    return _single(first, year_start) if first is last else _range(first, last, year_start)


def _single(unit: Unit, year_start: int) -> Period | None:
    if unit.kind == "day" and unit.since is None:
        return None
    if unit.problem or unit.year is None:
        name = _name_without_year(unit) if unit.year is None else f"{unit.year}-{_name_without_year(unit)}"
        problem: Literal["invalid"] | None = "invalid" if unit.problem else None
        return Period(unit.start, unit.end, name, None, None, _kind(unit), problem)
    days = days_in_year(unit, unit.year, year_start if unit.fiscal else 1)
    if days is None:
        return None
    if unit.fiscal and year_start != 1 and unit.since is None and unit.kind != "month":
        name = f"FY{unit.year}" if unit.kind == "year" else f"FY{unit.year}-{_name_without_year(unit)}"
        return Period(unit.start, unit.end, name, *days, _kind(unit), None)
    if unit.kind == "trimester":
        return Period(unit.start, unit.end, f"{unit.year}-T{unit.number}", *days, "trimester", None)
    return period_of_days(unit.start, unit.end, days)


def _range(first: Unit, last: Unit, year_start: int) -> Period | None:
    begin, until = _days(first, year_start), _days(last, year_start)
    if begin and until:
        return period_of_days(first.start, last.end, (begin[0], until[1])) if begin[0] <= until[1] else None
    if "day" in {first.kind, last.kind}:
        return None
    name = f"{_name_without_year(first)}/{_name_without_year(last)}"
    problem: Literal["invalid"] | None = "invalid" if first.problem or last.problem else None
    return Period(first.start, last.end, name, None, None, "range", problem)


def _days(unit: Unit, year_start: int) -> Days | None:
    return days_in_year(unit, unit.year, year_start if unit.fiscal else 1) if unit.year is not None else None


_LETTERS = {"quarter": "Q", "half": "H", "trimester": "T"}


def _name_without_year(unit: Unit) -> str:
    if unit.kind == "day":
        return f"{unit.month:02}-{unit.number:02}"
    letter = _LETTERS.get(unit.kind)
    name = f"{letter}{unit.number}" if letter else f"{unit.number:02}"
    if unit.since is None:
        return name
    return f"{letter}{unit.since}/{name}" if letter else f"{unit.since:02}/{name}"


def _kind(unit: Unit) -> PeriodKind:
    if unit.since is not None:
        return "two-month" if unit.kind == "month" and unit.number - unit.since == 1 else "range"
    if unit.kind == "day" or unit.kind == "week" or unit.kind == "weekday" or unit.kind == "feast":
        return "range"
    return unit.kind


_BY_MONTHS: dict[int, PeriodKind] = {1: "month", 2: "two-month", 3: "quarter", 6: "half", 12: "year"}


def period_of_days(start: int, end: int, days: Days) -> Period:
    """Return the period of some days, under its normal name; the offsets are where it was named."""
    first, last = days
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return Period(start, end, f"{first}/{last}", first, last, "range", None)
    kind = _BY_MONTHS.get(count, "range")
    if count > 2 and (first.month - 1) % count:
        kind = "range"
    if kind == "year":
        value = f"{first.year}"
    elif kind == "half" or kind == "quarter":
        value = f"{first.year}-{_LETTERS[kind]}{(first.month - 1) // count + 1}"
    elif kind == "month":
        value = f"{first:%Y-%m}"
    else:
        value = f"{first:%Y-%m}/{last:%Y-%m}"
    return Period(start, end, value, first, last, kind, None)
