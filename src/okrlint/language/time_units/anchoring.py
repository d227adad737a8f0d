"""From the name of a unit of time to its days: the year that is left out, this quarter, ranges, and parts of a unit."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from okrlint.language.time_units import Unit
from okrlint.language.time_units.calendars import (
    FIRST_YEAR,
    LAST_YEAR,
    CalendarUnit,
    Days,
    months,
    unit_around,
    unit_days,
)
from okrlint.language.time_units.unit import Part

_LATE = timedelta(days=92)
"""A date without a year lies at most so long before the cycle: three months; else next year's is meant."""

_LENGTHS: dict[CalendarUnit, range] = {
    "week": range(7, 8),
    "month": range(28, 32),
    "quarter": range(89, 93),
    "half": range(181, 185),
    "year": range(365, 367),
}
"""How many days a unit has."""

_WEEKS_OF_A_QUARTER = 14


class Anchor:
    """What a date without a year, and words such as this quarter, are counted from.

    Attributes:
        cycle: the first and the last day of the period that a text is written for.
        today: the day on which it is read.
        year_start: the month, 1 to 12, in which a fiscal year begins.
    """

    __slots__ = ("cycle", "today", "year_start")

    def __init__(self, cycle: Days | None = None, today: date | None = None, year_start: int = 1) -> None:
        self.cycle = cycle if cycle and _usable(cycle[0]) and _usable(cycle[1]) else None
        self.today = today if today and _usable(today) else None
        self.year_start = year_start

    def days(self, unit: Unit) -> Days | None:
        """Return the days of a unit; None where it cannot be told which they are."""
        if unit.problem or unit.kind == "feast":
            return None
        if unit.relative:
            return self._current(unit)
        if unit.year is not None:
            return days_in_year(unit, unit.year, self.year_start if unit.fiscal else 1)
        return self._in_likely_year(unit)

    def days_before(self, days: Days) -> Days:
        """Return the last day before a period, which "before June" gives as the last one in time.

        Where that falls before the cycle the words are taken less strictly, and the period's own days returned.
        """
        day = days[0] - timedelta(days=1)
        if self.cycle and day < self.cycle[0] <= days[1]:
            return days
        return day, day

    def ends_before(self, days: Days) -> bool:
        """Tell whether a period begins on the day after the cycle ends."""
        return self.cycle is not None and days[0] - timedelta(days=1) == self.cycle[1]

    def _in_likely_year(self, unit: Unit) -> Days | None:
        around = self.cycle or (self.today and (self.today, self.today))
        if not around:
            return None
        candidates = list(self._candidates(unit, around))
        if self.cycle:
            for days in candidates:
                if around[0] <= days[0] and days[1] <= around[1]:
                    return days
            if unit.kind == "week" and unit.number <= _WEEKS_OF_A_QUARTER:
                return None  # the third week of the quarter, perhaps
        return next((days for days in candidates if days[1] >= around[0] - _LATE), None)

    def _candidates(self, unit: Unit, around: Days) -> Iterator[Days]:
        """Yield the days that a unit has in the years that it may belong to, calendar years first."""
        for year_start in self._year_starts(unit):
            for year in range(around[0].year, around[1].year + 2 + (year_start != 1)):
                days = days_in_year(unit, year, year_start)
                if days:
                    yield days

    def _year_starts(self, unit: Unit) -> tuple[int, ...]:
        fiscal = self.year_start != 1 and unit.kind in {"quarter", "half"}
        return (1, self.year_start) if fiscal else (1,)

    def _current(self, unit: Unit) -> Days | None:
        if unit.kind == "weekday":
            return _weekday(self.today, unit.number) if self.today else None
        if unit.kind == "day" or unit.kind == "feast":
            return None
        if self.cycle is None:
            return self._around(unit.kind, self.today, unit) if self.today else None
        if unit.number == 0 and (self.cycle[1] - self.cycle[0]).days + 1 in _LENGTHS.get(unit.kind, ()):
            return self.cycle
        days = self._around(unit.kind, self.cycle[0], unit._replace(number=0))
        if days[0] <= self.cycle[0] and self.cycle[1] <= days[1]:
            return self._around(unit.kind, self.cycle[0], unit)
        if self.today and self.cycle[0] <= self.today <= self.cycle[1]:
            return self._around(unit.kind, self.today, unit)
        return None

    def _around(self, kind: CalendarUnit, day: date, unit: Unit) -> Days:
        if kind == "year" and unit.fiscal and self.year_start != 1:
            first_year = day.year - (day.month < self.year_start)
            return months(first_year + unit.number, self.year_start, 12)
        return unit_around(kind, day, unit.number)


def _usable(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _weekday(today: date, number: int) -> Days:
    day = today + timedelta(days=number - 1 - today.weekday())
    return day, day


def days_in_year(unit: Unit, year: int, year_start: int = 1) -> Days | None:
    """Return the days that a unit has in a year; None where that year has no such day (29 February)."""
    if unit.kind == "day":
        try:
            day = date(year, unit.month, unit.number)
            first = day if unit.since is None else day.replace(day=unit.since)
        except ValueError:
            return None
        return min(first, day), day
    if unit.kind == "weekday" or unit.kind == "feast":
        return None
    if unit.kind == "month":
        year_start = 1
    last = unit_days(unit.kind, year, unit.number, year_start)
    since = last if unit.since is None else unit_days(unit.kind, year, unit.since, year_start)
    if last is None or since is None:
        return None
    return min(since[0], last[0]), last[1]


def portion(days: Days, part: Part) -> Days:
    """Return the days of a part of a period of whole months (or of a week, of which only the end is told)."""
    first, last = days
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if part == "end":
        return last, last
    if part == "start":
        return first, first
    if first.day != 1 or (count == 1 and last.day < 28):
        return days
    if count == 1:
        begins, ends = {"early": (1, 10), "mid": (15, 15), "second third": (11, 20), "late": (21, last.day)}[part]
        return first.replace(day=begins), first.replace(day=ends)
    third = 3 if count == 12 else max(1, count // 3)
    if part == "early":
        return months(first.year, first.month, third)
    if part == "late":
        return months(first.year, first.month + count - third, third)
    middle = months(first.year, first.month + (count - 1) // 2)
    day = middle[1] if count % 2 == 0 else middle[0].replace(day=15)
    return day, day


def shared_years(text: str, named: Iterable[Unit]) -> list[Unit]:
    """Return the units; the ends of a range have one year where only one names it (April - June 2026).

    Args:
        text: the text, in half width.
        named: the units in it, in order.
    """
    units = list(named)
    for at in range(len(units) - 1, 0, -1):
        before, after = units[at - 1], units[at]
        if before.year is None and after.year is not None and _may_share(text, before, after):
            units[at - 1] = before._replace(year=after.year, fiscal=after.fiscal)
    for at in range(1, len(units)):
        before, after = units[at - 1], units[at]
        if after.year is None and before.year is not None and _may_share(text, before, after):
            units[at] = after._replace(year=before.year, fiscal=before.fiscal)
    return units


def _may_share(text: str, before: Unit, after: Unit) -> bool:
    if before.relative or after.relative or "feast" in (before.kind, after.kind):
        return False
    ordered = (before.month or before.number) <= (after.month or after.number)
    return ordered and before.kind == after.kind and is_range(text[before.end : after.start])


_RANGE_SIGNS = frozenset(
    ("-", "~", "to", "until", "till", "through", "thru", "至", "到", "--", "->", "=>", "→", "➔", "⇒")
)


def is_range(between: str) -> bool:
    """Tell whether the words between two units make them the ends of a range."""
    return len(between) <= 12 and between.strip().lower() in _RANGE_SIGNS
