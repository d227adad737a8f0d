"""How the running objectives of a document are followed up: by check-ins, and by commits that say how things stand."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from okrlint.plugins import (
    CheckIn,
    Context,
    DocumentSummary,
    Entry,
    Figure,
    Item,
    ItemSummary,
    KeyResult,
    Objective,
    Place,
    Project,
    Span,
    is_dropped,
    says_dropped,
    terms,
)
from okrlint_rules.alignment.support import is_done as summary_is_done
from okrlint_rules.alignment.support import is_dropped as summary_is_dropped
from okrlint_rules.checkin.entries import checkins_of, is_done
from okrlint_rules.checkin.phases import running_objectives
from okrlint_rules.checkin.progress import share_in

if TYPE_CHECKING:  # most runs do not look back
    from okrlint.plugins import Commit, History, ItemHistory

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
        if phase.days >= least_days and (found.key_results or not with_results) and not _is_over(found)
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
            is_over = bool(key_results) and all(
                summary_is_done(each) or summary_is_dropped(each) for each in key_results
            )
            if over >= least_days and (key_results or not with_results) and not is_over:
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


def in_project(
    project: Project, today: date, least_days: int = 0, *, with_results: bool = False
) -> Iterator[tuple[int, Followed]]:
    """Yield how each document of the run is followed up, with its number; see `in_document`."""
    for number, document in enumerate(project.documents):
        if document.is_linted:
            followed = in_summary(document, number, today, least_days, with_results=with_results)
            if followed is not None:
                yield number, followed


class Update(NamedTuple):
    """A commit that said how an item stands; None for the files as they are now.

    Attributes:
        day: of it.
        commit: see above.
        is_sure: whether it did; else it is the first that is known of the item, and may have.
    """

    day: date
    commit: "Commit | None"
    is_sure: bool = True


def updates(line: "ItemHistory", today: date | None) -> Iterator[Update]:
    """Yield the commits that changed what an item says of how it stands; words and order do not count."""
    for before, after in pairwise(line.versions):
        day = after.commit.day if after.commit is not None else today
        if day is not None and before.item.period == after.item.period and is_update(before.item, after.item):
            yield Update(day, after.commit)


def last_update(followed: Followed, history: "History", project: Project, today: date) -> Update | None:
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
    found += [update for update in _undated(followed, history, today) if update.day <= today]
    return max(found, key=lambda update: update.day, default=None)


def _first(line: "ItemHistory") -> Iterator[Update]:
    commit = line.versions[0].commit
    if commit is not None:
        yield Update(commit.day, commit, is_sure=False)


def is_update(before: ItemSummary, after: ItemSummary, *, with_confidence: bool = True) -> bool:
    """Tell whether an item says something new of how it stands: a figure, its status, a check-in, or a remark.

    What is written in another way, put in another order, taken out or moved away is nothing new, nor is a slip of the
    pen that is mended.
    """
    if any(now is not None and now != then for then, now in zip(*map(_stand, (before, after)), strict=True)):
        return True
    if with_confidence and (_rated(after) is not None and _rated(after) != _rated(before)):
        return True
    known = {_said(entry, with_confidence) for entry in before.checkins}
    return any(
        _said(entry, with_confidence) not in known
        and not any(_is_mended(former, entry, with_confidence) for former in before.checkins)
        for entry in after.checkins
    )


def _stand(item: ItemSummary) -> tuple[object, ...]:
    """Return what an item says of how it stands, however that is written: None for what it does not say."""
    progress = item.field("progress")
    share = share_in(progress) if progress else None
    return (
        *(_figure(figure) for figure in (item.current, item.score)),
        terms(item.status) or None if item.status else None,
        item.done or None,
        round(share, 6) if share is not None else terms(progress) if progress else None,
        *(item.field(name) for name in _REMARKS),
    )


_REMARKS = ("note", "risk")
"""Fields in which how things stand is told in words."""


def _rated(item: ItemSummary) -> object:
    return _figure(item.confidence)


def _figure(figure: Figure | None) -> object:
    if figure is None:
        return None
    return round(figure.value, 6) if figure.value is not None else figure.raw.strip().lower()


def _said(entry: Entry, with_confidence: bool) -> tuple[object, ...]:
    return (entry.day, entry.confidence if with_confidence else None, entry.progress, entry.value, entry.note)


def _is_mended(former: Entry, entry: Entry, with_confidence: bool) -> bool:
    """Tell whether a check-in was there before, but for its spelling."""
    from okrlint.plugins import is_typo_only  # most runs do not look back

    same = _said(former._replace(note=""), with_confidence) == _said(entry._replace(note=""), with_confidence)
    return same and is_typo_only(former.note, entry.note)


def is_committed(followed: Followed, history: "History") -> bool:
    """Tell whether git knows all of these items and their past, so that what no commit says was never said."""
    lines = [history.of_place.get(place) for place in followed.places]
    return history.gap is None and all(line is not None and line.versions[0].commit is not None for line in lines)


def _undated(followed: Followed, history: "History", today: date) -> Iterator[Update]:
    """Yield the commits that wrote a check-in without a day into a document that was there before."""
    notes = [told.note[:_HEAD] for told in followed.told if told.day is None and told.note]
    start = today - timedelta(max(followed.days))
    if not notes:
        return
    lines = [line for place in followed.places if (line := history.of_place.get(place)) is not None]
    first = {line.versions[0].commit for line in lines}
    for number in {place.document for place in followed.places}:
        for addition in history.additions.get(number, ()):
            day = addition.commit.day if addition.commit is not None else today
            is_new = day >= start and addition.commit not in first
            if is_new and any(note in line for line in addition.lines for note in notes):
                yield Update(day, addition.commit)


_HEAD = 60
"""How many characters of a check-in are looked for among the lines of a commit."""


def _is_in_cycle(day: date, item: ItemSummary | None) -> bool:
    period = item.period if item is not None else None
    return period is None or period.start is None or day >= period.start


def _is_over(objective: Objective) -> bool:
    """Tell whether no key result of an objective is pursued any more: there is nothing to follow up."""
    return bool(objective.key_results) and all(is_done(each) or is_dropped(each) for each in objective.key_results)


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
