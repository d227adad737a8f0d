"""Whether two numbers that only "to" joins are a start and a target ("Response time 4h to 1h") or a range."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.conversion import converted
from okrlint.language.quantities.lines import Line, lexicon
from okrlint.language.quantities.measures import Amount, starts_change
from okrlint.language.vocabulary import groups


def is_change(line: Line, first: Amount, second: Amount) -> bool:
    """Tell whether "to" leads from one amount to another, and does not span a range.

    Behind "from" it always does. Without it what falls is no range, as that begins with the lesser number. What rises
    is a change of a measure that is a share itself ("Activation rate 22% to 35%"), unless it is said to keep between
    the two; of others it may as well be by how much they grow ("Raise revenue 10% to 15%").
    """
    if starts_change(line, first.start):
        return True
    start = first.value if first.unit == second.unit else _in_unit(first, second)
    if first.kind != second.kind or start is None or second.value is None or start == second.value:
        return False
    head = line.low[max(0, first.start - _REACH) : first.start]
    if first.kind in _UNSURE or _range().search(head):
        return False
    return start > second.value or (first.kind == "percent" and _is_share(head))


_REACH = 60
_UNSURE = ("count", "number", "rank")
"""Kinds of which both numbers may count what goes from one to the other: move 40 users to 3 plans."""


def _in_unit(amount: Amount, other: Amount) -> float | None:
    return converted(amount.value, amount.unit, other.unit) if amount.value and amount.unit and other.unit else None


@cache
def _range() -> Pattern[str]:
    """Match what stands before a range: a preposition right before it, or a verb of keeping anywhere."""
    return compile_pattern(
        r"\b(?:between|of|with|within|in|for|every|on|per|by|at|a|an|up|down|another) ?[~<>≤≥]?$"
        r"|\b(?:keep|hold|maintain|stay|remain)s?\b",
        ASCII,
    )


def _is_share(head: str) -> bool:
    name = head.rstrip(" :=").rpartition(",")[2].strip()
    entry = lexicon("metric_names", "share", "not_share").before(name, len(name))
    return entry in groups("metric_names")["share"]
