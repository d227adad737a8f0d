"""Which items of a project support which, as the rules about it ask."""

from collections.abc import Iterator
from datetime import date

from okrlint.plugins import ItemSummary, Link, Period, Place, Project, says_dropped
from okrlint_rules.checkin.entries import says_done


def is_dropped(item: ItemSummary) -> bool:
    """Tell whether an item's status says that nobody pursues it any more."""
    return item.status is not None and says_dropped(item.status)


def is_done(item: ItemSummary) -> bool:
    """Tell whether an item's box is ticked, or its status says that it has been reached or is over."""
    return bool(item.done) or (item.status is not None and says_done(item.status))


def is_over(item: ItemSummary, today: date | None) -> bool:
    """Tell whether the days of an item have passed: those of its cycle, or its deadline before."""
    if today is None:
        return False
    ends = [end for end in (item.period and item.period.end, item.deadline and item.deadline.value) if end]
    return bool(ends) and min(ends) < today


def may_overlap(one: Period | None, other: Period | None) -> bool:
    """Tell whether two cycles may have days in common; where that cannot be told, they may."""
    return not (one and other and one.overlaps(other) is False)


def is_at_one_time(one: Period, other: Period) -> bool:
    """Tell whether two cycles have days in common; where the days of either are not told, are of the same name."""
    overlaps = one.overlaps(other)
    return one.name == other.name if overlaps is None else overlaps


def supporting(project: Project) -> Iterator[tuple[Link, Place]]:
    """Yield each link of something that is pursued with what it supports, or may be meant to support.

    A link of an ambiguous reference is told once for each thing that may be meant: whoever concludes from absence
    must count it.
    """
    for link in project.links:
        if link.state not in ("found", "ambiguous"):
            continue
        if any(item and is_dropped(item) for item in _and_objective(link.source, project)):
            continue
        for target in link.targets:
            if target != link.source:
                yield link, target


def _and_objective(place: Place, project: Project) -> tuple[ItemSummary | None, ItemSummary | None]:
    """Return an item and its objective; of a document as a whole neither."""
    return project.item(place), project.item(project.objective(place))
