"""The cycle that an item stands in."""

from datetime import date

from okrlint.plugins import Context, Cycle


def cycle_around(context: Context) -> Cycle | None:
    """Return the cycle of the item's objective, or else that of the document."""
    own = context.objective.cycle if context.objective else None
    return own or context.document.cycle


def days_of(cycle: Cycle | None) -> tuple[date, date] | None:
    """Return the first and the last day of a cycle, where both are known."""
    return (cycle.start, cycle.end) if cycle and cycle.start and cycle.end else None
