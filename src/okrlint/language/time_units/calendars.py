"""The arithmetic of days, months, quarters, halves and years, calendar and fiscal."""

from datetime import date, timedelta
from typing import Literal

CalendarUnit = Literal["week", "month", "quarter", "trimester", "half", "year"]

Days = tuple[date, date]
"""A first and a last day, both included."""

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years outside are numbers of something else, or slips."""

_MONTHS: dict[CalendarUnit, int] = {"month": 1, "quarter": 3, "trimester": 4, "half": 6, "year": 12}
_CENTURY = 2000
_LEAP_YEAR = 2024


def full_year(digits: str) -> int | None:
    """Return the year that two or four digits mean (26 is 2026); None for one that no OKR is about."""
    year = int(digits) + (_CENTURY if len(digits) == 2 else 0)
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def month_length(month: int, year: int | None = None) -> int:
    """Return how many days a month (1 to 12) has; the most that it can have where no year is given."""
    return months(_LEAP_YEAR if year is None else year, month)[1].day


def months(year: int, month: int, count: int = 1) -> Days:
    """Return `count` months from a month on; months below 1 and above 12 reach into the years beside."""
    first = _month_start(year, month)
    return first, _month_start(first.year, first.month + count) - timedelta(days=1)


def unit_days(unit: CalendarUnit, year: int, number: int = 1, year_start: int = 1) -> Days | None:
    """Return the days of the `number`-th unit of a year; None where the year has no such unit.

    Args:
        unit: what is counted; weeks are those of ISO 8601.
        year: the year's name. A fiscal year that does not begin in January is named by the calendar year in
            which it ends: with `year_start=2`, FY26 begins in February 2025.
        number: from 1.
        year_start: the month, 1 to 12, in which the year begins.
    """
    if unit == "week":
        return _week(year, number)
    length = _MONTHS[unit]
    if not 1 <= number <= 12 // length:
        return None
    begins = year if year_start == 1 else year - 1
    return months(begins, year_start + (number - 1) * length, length)


def unit_around(unit: CalendarUnit, day: date, offset: int = 0) -> Days:
    """Return the calendar unit in which a day lies, or the one `offset` units later (earlier if negative)."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
        return monday, monday + timedelta(days=6)
    length = _MONTHS[unit]
    return months(day.year, (day.month - 1) // length * length + 1 + offset * length, length)


def _month_start(year: int, month: int) -> date:
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1)


def _week(year: int, number: int) -> Days | None:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)
