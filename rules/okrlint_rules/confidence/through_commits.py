"""The confidence of key results through the commits of their cycle."""

from collections.abc import Iterator
from typing import NamedTuple

from okrlint.plugins import ItemHistory, ItemSummary, Period, Place, Project, ProjectContext, Version, in_one_unit
from okrlint_rules.alignment.support import is_done, is_dropped
from okrlint_rules.checkin.progress import share_in
from okrlint_rules.lifecycle.moments import first_of_cycle
from okrlint_rules.lifecycle.values import Setting, Value, settings

_SERIES = 2
"""Check-ins with a confidence value from which on these are judged, and not the commits."""


class Rated(NamedTuple):
    """A key result with a confidence value that only commits have changed.

    Attributes:
        place: of it.
        item: as it is now.
        period: its cycle, with days.
        line: its history; `versions` those of this cycle.
        settings: the values that it had in this cycle, each with the number of its version among `versions`.
    """

    place: Place
    item: ItemSummary
    period: Period
    line: ItemHistory
    versions: tuple[Version, ...]
    settings: list[Setting]


def rated(project: Project, context: ProjectContext, grace_days: int = 0) -> Iterator[Rated]:
    """Yield the key results of running cycles that have a confidence value and are neither dropped, done nor scored.

    Args:
        project: the project.
        context: knows what day is today.
        grace_days: for how many days after its end a cycle still counts as running.
    """
    if project.history is None or context.today is None:
        return
    for line in project.history.items:
        item = project.item(line.place) if line.place is not None else None
        if line.place is None or item is None or item.kind != "key_result" or item.confidence is None:
            continue
        period = item.period
        if not project.documents[line.place.document].is_linted or period is None:
            continue
        if period.start is None or period.end is None or (context.today - period.end).days > grace_days:
            continue
        if is_dropped(item) or is_done(item) or item.score is not None or _has_series(item):
            continue
        versions = line.versions[first_of_cycle(line.versions, period) :]
        found = settings(versions, 0, confidence_of, context)
        if found:
            yield Rated(line.place, item, period, line, versions, found)


def confidence_of(item: ItemSummary) -> Value | None:
    """Return the confidence of an item, where it is a number: steps of words are no measure of a fall."""
    rating = item.confidence
    if rating is None or rating.value is None or not any(map(str.isdigit, rating.raw)):
        return None
    return Value(rating.value, rating.raw, rating.span, rating.value)


def progress_of(item: ItemSummary) -> float | None:
    """Return how much of a key result is reached, 0 to 1, as it says itself, or its last check-in does."""
    text = item.field("progress")
    share = share_in(text) if text else None
    if share is not None:
        return share
    for current in (item.current.value if item.current else None, *_values(item)):
        if current is not None and (covered := _covered(item, current)) is not None:
            return covered
    told = [entry.progress for entry in item.checkins if entry.progress is not None]
    return told[-1] if told else None


def _values(item: ItemSummary) -> Iterator[float | None]:
    return (entry.value for entry in reversed(item.checkins))


def _covered(item: ItemSummary, current: float) -> float | None:
    if item.baseline is None or item.target is None:
        return None
    numbers = in_one_unit(item.baseline, item.target)
    if numbers is None or numbers[0] == numbers[1]:
        return None
    start, end = item.baseline.value or 0.0, item.target.value or 0.0
    return None if start == end else (current - start) / (end - start)


def _has_series(item: ItemSummary) -> bool:
    return sum(entry.confidence is not None for entry in item.checkins) >= _SERIES
