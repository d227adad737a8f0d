"""How the running objectives of a document are followed up: by check-ins, and by commits that say how things stand."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from okrlint.plugins import (
    CheckIn,
    Commit,
    Context,
    DocumentSummary,
    Entry,
    History,
    Item,
    ItemHistory,
    ItemSummary,
    KeyResult,
    Objective,
    Place,
    Project,
    Span,
)
from okrlint_rules.checkin.entries import checkins_of
from okrlint_rules.checkin.phases import running_objectives
from okrlint_rules.siblings import says_dropped

ELSEWHERE = "external_checkins"
"""The field that says where check-ins are kept."""


class Told(NamedTuple):
    """A check-in: its day, its words, and where it stands."""

    day: date | None
    note: str
    span: Span


class Followed(NamedTuple):
    """The running objectives of a document, and what was said of them.

    Attributes:
        days: how many days of its cycle are over, of each objective.
        span: where what is said of all of them stands.
        told: the check-ins.
        is_elsewhere: whether the document says that these are kept in another place.
        is_tracked: whether some item says how it stands, though not of which day that is.
        places: of the objectives and their key results in a project; empty for a document by itself.
    """

    days: tuple[int, ...]
    span: Span
    told: tuple[Told, ...]
    is_elsewhere: bool
    is_tracked: bool
    places: frozenset[Place] = frozenset()

    def dated(self, until: date | None) -> list[tuple[date, Told]]:
        """Return the check-ins that have a day, none of them after `until`, in order of their days."""
        found = [(each.day, each) for each in self.told if each.day and (until is None or each.day <= until)]
        return sorted(found, key=lambda pair: pair[0])


def in_document(context: Context, least_days: int = 0, *, with_results: bool = False) -> Followed | None:
    """Return how the objectives of a document are followed up; None where none of them is running.

    Args:
        context: of the document.
        least_days: how many days of the cycle must be over.
        with_results: whether objectives without key results are left out.
    """
    document = context.document
    due = [
        (phase.days, found)
        for phase, found in running_objectives(context)
        if phase.days >= least_days and (found.key_results or not with_results)
    ]
    if not due:
        return None
    objectives = [found for _, found in due]
    items = [*_items(objectives)]
    entries = checkins_of(document, objectives)
    fields = [*document.fields, *(field for item in items for field in item.fields)]
    told = tuple([_told(entry) for entry in entries])
    return Followed(
        tuple(days for days, _ in due),
        (document.title or objectives[0].text).span,
        told,
        any(field.name == ELSEWHERE for field in fields) or _are_links(told),
        any(map(_is_tracked, items)),
    )


def in_summary(
    document: DocumentSummary, number: int, today: date | None, least_days: int = 0, *, with_results: bool = False
) -> Followed | None:
    """Return how the objectives of a document of a project are followed up; see `in_document`."""
    days: list[int] = []
    items: list[ItemSummary] = []
    places: list[Place] = []
    at = 0
    for objective, key_results in document.groups():
        period = objective.period
        is_live = objective.status is None or not says_dropped(objective.status)
        if is_live and period and period.start and period.end and today and period.start <= today <= period.end:
            over = (today - period.start).days
            if over >= least_days and (key_results or not with_results):
                days.append(over)
                items += (objective, *key_results)
                places += (Place(number, at + each) for each in range(1 + len(key_results)))
        at += 1 + len(key_results)
    if not items:
        return None
    entries = [*document.checkins, *(entry for item in items for entry in item.checkins)]
    told = tuple([Told(entry.day, entry.note, entry.span) for entry in entries])
    names = [name for name, _ in (*document.fields, *(field for item in items for field in item.fields))]
    return Followed(
        tuple(days),
        document.title.span if document.title else items[0].span,
        told,
        ELSEWHERE in names or _are_links(told),
        any(item.current or item.score or item.status or item.field("progress") for item in items),
        frozenset(places),
    )


class Update(NamedTuple):
    """A commit that said how an item stands; None for the files as they are now.

    Attributes:
        day: of it.
        commit: see above.
        is_sure: whether it did; else it is the first that is known of the item, and may have.
    """

    day: date
    commit: Commit | None
    is_sure: bool = True


def updates(line: ItemHistory, today: date | None) -> Iterator[Update]:
    """Yield the commits that changed what an item says of how it stands; words and order do not count."""
    for before, after in zip(line.versions, line.versions[1:], strict=False):
        day = after.commit.day if after.commit is not None else today
        if day is not None and stand_of(before.item) != stand_of(after.item):
            yield Update(day, after.commit)


def last_update(followed: Followed, history: History, project: Project, today: date) -> Update | None:
    """Return the last commit, up to today, that said how any of these items stands; None where none did.

    Where not all of the past is known, the first version that is known may be such a commit.
    """
    lines = (history.of_place.get(place) for place in followed.places)
    found = [
        update
        for line in lines
        if line is not None and line.place is not None
        for update in (*updates(line, today), *(_first(line) if history.gap is not None else ()))
        if update.day <= today and _is_in_cycle(update.day, project.item(line.place))
    ]
    return max(found, key=lambda update: update.day, default=None)


def _first(line: ItemHistory) -> Iterator[Update]:
    commit = line.versions[0].commit
    if commit is not None:
        yield Update(commit.day, commit, is_sure=False)


def stand_of(item: ItemSummary, *, with_confidence: bool = True) -> tuple[object, ...]:
    """Return what an item says of how it stands: its current value, progress, score, status, and check-ins."""
    figures = (item.current, item.score, *((item.confidence,) if with_confidence else ()))
    return (
        *((figure.value, figure.raw if figure.value is None else "") if figure else None for figure in figures),
        item.status,
        item.done,
        item.field("progress"),
        tuple(_said(entry, with_confidence) for entry in item.checkins),
    )


def _said(entry: Entry, with_confidence: bool) -> tuple[object, ...]:
    return (entry.day, entry.confidence if with_confidence else None, entry.progress, entry.value, entry.note)


def _is_in_cycle(day: date, item: ItemSummary | None) -> bool:
    period = item.period if item is not None else None
    return period is None or period.start is None or day >= period.start


def _items(objectives: Iterable[Objective]) -> Iterator[Item]:
    for objective in objectives:
        yield objective
        yield from objective.key_results


def _told(entry: CheckIn) -> Told:
    return Told(entry.date, entry.note.value if entry.note else "", entry.span)


def _is_tracked(item: Item) -> bool:
    current = item.metric.current if isinstance(item, KeyResult) and item.metric else None
    return bool(current or item.score or item.status or item.field("progress"))


def _are_links(told: Sequence[Told]) -> bool:
    return any("://" in each.note for each in told)
