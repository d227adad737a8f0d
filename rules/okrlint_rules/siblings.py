"""Items that stand side by side, and the shares of effort that they take."""

from collections.abc import Iterable, Sequence
from math import fsum
from typing import TypeVar

from okrlint.plugins import Document, Item, Objective, is_dropped

ItemT = TypeVar("ItemT", bound=Item)


def live(items: Iterable[ItemT]) -> tuple[ItemT, ...]:
    """Return the items that have not been dropped."""
    return tuple([item for item in items if not is_dropped(item)])


def sets_of_objectives(document: Document) -> list[tuple[Objective, ...]]:
    """Return the sets of objectives that share one whole of effort each: those of one team and one cycle.

    Where a document gathers the OKRs of several people, each of them has a whole: labels that begin anew tell so.
    """
    sets: dict[tuple[str, str, int], list[Objective]] = {}
    seen: set[str] = set()
    rounds = 0
    for objective in live(document.objectives):
        label = objective.label
        if label:
            if label in seen:
                rounds, seen = rounds + 1, set()
            seen.add(label)
        team = objective.team.value if objective.team else ""
        cycle = objective.cycle.value if objective.cycle else ""
        sets.setdefault((team, cycle, rounds), []).append(objective)
    return [tuple(members) for members in sets.values()]


def is_child(label: str, parent: str | None) -> bool:
    """Tell whether a label continues another: `O1.1` and `O1-1` do so for `O1`, `O12` does not."""
    return bool(parent) and label.startswith((f"{parent}.", f"{parent}-"))


def is_weighted(item: Item) -> bool:
    """Tell whether an item has a weight, be it a wrong one; a placeholder (TODO, 待定) is none."""
    return item.weight is not None and item.weight.problem != "placeholder"


def shares(items: Sequence[Item]) -> tuple[float, ...] | None:
    """Return the share of effort, 0 to 1, of each item; None unless every item has one that can be told.

    Whole numbers up to ten (1, 3, 2) are shares of their own sum, unless a sibling above ten shows that they are
    hundredths (10, 20, 70).
    """
    weights = [item.weight for item in items if item.weight and item.weight.problem is None]
    if not weights or len(weights) < len(items):
        return None
    if any(weight.scale == "relative" for weight in weights):
        found = _of_points([weight.points for weight in weights if weight.points is not None])
    else:
        found = tuple(weight.value for weight in weights if weight.value is not None)
    return found if len(found) == len(items) else None


def _of_points(points: Sequence[float]) -> tuple[float, ...]:
    whole = 100.0 if max(points) > 10 else fsum(points)
    return tuple(point / whole for point in points)


def percent(share: float) -> str:
    """Return a share as a percentage without needless digits: `33.3%`."""
    return f"{round(100 * share, 2):g}%"


def listed(values: Sequence[float], separator: str, most: int = 10) -> str:
    """Return shares in a row, at most so many of them."""
    return separator.join([*map(percent, values[:most]), *(["…"] if len(values) > most else [])])
