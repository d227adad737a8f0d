"""Where in its cycle today is."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okrlint.plugins import Context, Cycle, Objective, is_dropped
from okrlint_rules.time.cycles import cycle_around, days_of


class Phase(NamedTuple):
    """A day within a cycle.

    Attributes:
        first: the first day of the cycle.
        last: its last day.
        day: the day looked at.
    """

    first: date
    last: date
    day: date

    @property
    def elapsed(self) -> float:
        """How much of the cycle is over at the end of the day, 0 to 1."""
        return min(1.0, max(0.0, ((self.day - self.first).days + 1) / ((self.last - self.first).days + 1)))

    @property
    def days(self) -> int:
        """How many days are over before this one; less than none before the cycle begins."""
        return (self.day - self.first).days


def running(context: Context) -> Phase | None:
    """Return where today is in the cycle of the item; None for another cycle, or where today is not told."""
    return _running(cycle_around(context), context.today)


def running_objectives(context: Context) -> list[tuple[Phase, Objective]]:
    """Return the objectives of a document whose cycle runs today and that nobody has dropped, each with its phase."""
    found = []
    for objective in context.document.objectives:
        phase = _running(objective.cycle or context.document.cycle, context.today)
        if phase and not is_dropped(objective):
            found.append((phase, objective))
    return found


def is_closed(context: Context, grace_days: int = 0) -> bool:
    """Tell whether the item's cycle has been over for more than so many days; no where today is not told."""
    return is_over(cycle_around(context), context.today, grace_days)


def is_over(cycle: Cycle | None, today: date | None, grace_days: int = 0) -> bool:
    """Tell whether a cycle has been over for more than so many days; no where today, or its end, is not told."""
    days = days_of(cycle)
    return bool(days and today and today > days[1] + timedelta(grace_days))


def days_off(first: date, last: date, holidays: Sequence[date | str]) -> int:
    """Return how many of the holidays (dates, or YYYY-MM-DD) lie after `first` and up to `last`."""
    return len({str(day) for day in holidays if str(first) < str(day) <= str(last)})


def _running(cycle: Cycle | None, today: date | None) -> Phase | None:
    if cycle is None or today is None:
        return None
    first, last = cycle.start, cycle.end
    return Phase(first, last, today) if first and last and first <= today <= last else None


def is_closed_for_all(context: Context) -> bool:
    """Tell whether the cycles of all objectives of a document are over; no where today is not told."""
    document, today = context.document, context.today
    return bool(document.objectives) and all(
        is_over(each.cycle or document.cycle, today) for each in document.objectives
    )
