"""The confidence of key results through the commits of their cycle."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from re import IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.plugins import (
    Entry,
    ItemHistory,
    ItemSummary,
    Period,
    Place,
    Project,
    ProjectContext,
    Version,
    in_one_unit,
)
from okrlint_rules.alignment.support import is_done, is_dropped
from okrlint_rules.checkin.progress import measured, share_in
from okrlint_rules.lifecycle.moments import first_of_cycle
from okrlint_rules.lifecycle.values import Setting, Value, settings, target_of

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


def rated(
    project: Project,
    context: ProjectContext,
    grace_days: int = 0,
    read: Callable[[ItemSummary], Value | None] | None = None,
) -> Iterator[Rated]:
    """Yield the key results of running cycles that have a confidence value and are neither dropped, done nor scored.

    Nor is the objective that they belong to.

    Args:
        project: the project.
        context: knows what day is today.
        grace_days: for how many days after its end a cycle still counts as running.
        read: returns the confidence of an item; by default `confidence_of`.
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
        objective = project.item(project.objective(line.place)) or item
        if any(is_dropped(each) or is_done(each) or each.score is not None for each in (item, objective)):
            continue
        if _has_series(item):
            continue
        versions = line.versions[first_of_cycle(line.versions, period) :]
        found = settings(versions, 0, read or confidence_of, context)
        if found:
            yield Rated(line.place, item, period, line, versions, found)


def confidence_of(item: ItemSummary) -> Value | None:
    """Return the confidence of an item, where it is a number: steps of words are no measure of a fall."""
    rating = item.confidence
    if rating is None or not ("成" in rating.raw or any(map(str.isdigit, rating.raw))):
        return None
    return any_confidence_of(item)


def any_confidence_of(item: ItemSummary) -> Value | None:
    """Return the confidence of an item, be it a number or a step of words."""
    rating = item.confidence
    if rating is None or rating.value is None:
        return None
    return Value(rating.value, rating.raw, rating.span, rating.value)


def progress_of(item: ItemSummary, first: ItemSummary | None = None) -> float | None:
    """Return how much of a key result is reached, 0 to 1, as it says itself, or its last check-in does.

    Args:
        item: the key result.
        first: as it was before: where it names no baseline, its current value then is taken for it.
    """
    text = item.field("progress")
    share = share_in(text) if text else None
    if share is not None:
        return share
    for current in (item.current.value if item.current else None, *_values(item)):
        if current is not None and (covered := _covered(item, current, first)) is not None:
            return covered
    return next((entry.progress for entry in _latest_first(item) if entry.progress is not None), None)


def current_of(item: ItemSummary) -> tuple[float | None, float | None, float | None]:
    """Return the figures by which an item shows how it stands: its current value, and those of its last check-in."""
    told = next((entry for entry in _latest_first(item) if entry.value is not None or entry.progress is not None), None)
    noted = next((found for entry in _latest_first(item) if (found := measured(item.text, entry.note))), None)
    return (
        item.current.value if item.current else None,
        told.value if told else None,
        noted.value if noted else None,
    )


def _values(item: ItemSummary) -> Iterator[float | None]:
    return (entry.value for entry in _latest_first(item))


def _latest_first(item: ItemSummary) -> list[Entry]:
    """Return the check-ins, the latest one first, in whatever order they stand; those without a day come last."""
    return sorted(item.checkins, key=lambda entry: entry.day or date.min)[::-1]


def _covered(item: ItemSummary, current: float, first: ItemSummary | None) -> float | None:
    if item.baseline is None and first is not None and first.current is not None and item.current is not None:
        start, target = first.current.value, target_of(item)
        if start is None or target is None or target.number is None or start == target.number:
            return None
        return (current - start) / (target.number - start)
    if item.baseline is None or item.target is None:
        return None
    numbers = in_one_unit(item.baseline, item.target)
    if numbers is None or numbers[0] == numbers[1]:
        return None
    start, end = item.baseline.value or 0.0, item.target.value or 0.0
    return None if start == end else (current - start) / (end - start)


def is_judged_elsewhere(each: Rated, project: Project) -> bool:
    """Tell whether confidence is judged beside the value itself: in check-ins, in further columns, or in messages."""
    last = each.settings[-1]
    value = last.value.number if last.value is not None else None
    for version in each.versions[last.at :]:
        if any(entry.confidence not in (None, value) for entry in version.item.checkins):
            return True
        if any(_confidence().search(name) for name, _ in version.item.fields):
            return True
        if version is not each.versions[last.at] and version.commit and _confidence().search(version.commit.message):
            return True
    objective = project.item(project.objective(each.place))
    others = (*(objective.checkins if objective else ()), *project.documents[each.place.document].checkins)
    return any(entry.confidence is not None or _confidence().search(entry.note) for entry in others)


@cache
def _confidence() -> Pattern[str]:
    return compile_pattern(r"\bconfiden(?:ce|t)\b|信心|把握", IGNORECASE)


def _has_series(item: ItemSummary) -> bool:
    return sum(entry.confidence is not None for entry in item.checkins) >= _SERIES
