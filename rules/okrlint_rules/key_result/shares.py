"""Which of an objective's key results have something in common."""

from collections.abc import Callable

from okrlint.plugins import Context, KeyResult
from okrlint_rules.siblings import live

_MOST = 50
"""Key results that are looked at: no real objective has more."""


def alike(context: Context, holds: Callable[[KeyResult], bool]) -> tuple[list[KeyResult], int]:
    """Return the key results of the objective of which something holds, and how many it has.

    Key results that have been dropped do not count.
    """
    objective = context.objective
    siblings = live(objective.key_results)[:_MOST] if objective is not None else ()
    return [sibling for sibling in siblings if holds(sibling)], len(siblings)
