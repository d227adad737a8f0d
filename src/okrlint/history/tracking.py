"""Following each objective and key result through the documents of many commits. Pure: it knows nothing of git.

An item is known again by an identifier of its source, by its words, by its words without figures, by its place and
label where these are alike, and by likeness: through files that are renamed, items that move to another file or
objective, are put in another order, numbered anew or reworded, and through a time in which they were gone. Where one
is split, or several are made one, the likest goes on.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from okrlint.history.interface import Addition, Commit, ItemHistory, Removal
from okrlint.history.lines import Line, Went
from okrlint.history.matching import Entry, match, match_again, said_of
from okrlint.history.versions import Added
from okrlint.project.interface import Place
from okrlint.project.summaries import DocumentSummary

_MOST_GONE = 10_000
"""Items that are gone and may still come back: the latest."""


class Change(NamedTuple):
    """What a commit did to a document.

    Attributes:
        path: of the document afterwards, or, where it went, of what it was.
        document: as it is afterwards; None where it is gone, or has no OKRs any more.
        former: its path before, where the commit renamed it; else None.
        added: the lines that the commit added, beside those of items.
    """

    path: str
    document: DocumentSummary | None
    former: str | None = None
    added: tuple[Added, ...] = ()


class Step(NamedTuple):
    """What a commit did to documents; None for what differs in the files as they are now."""

    commit: Commit | None
    changes: tuple[Change, ...]


class Tracked(NamedTuple):
    """What is known of the past.

    Attributes:
        items: each item's history: of those that there are by place, then of those that are gone.
        additions: see `History`.
    """

    items: tuple[ItemHistory, ...]
    additions: dict[int, tuple[Addition, ...]]


def tracked(steps: Iterable[Step], places: Mapping[str, int], tracker: "Tracker | None" = None) -> Tracked:
    """Return what became of each item.

    What stands in the end in documents that are not among those given is left out: nobody asked about it.

    Args:
        steps: what commits did, the oldest first.
        places: the number of each document that there is, by its path.
        tracker: has followed them up to where the steps begin; None from the beginning.
    """
    tracker = tracker or Tracker()
    for step in steps:
        tracker.add(step)
    return Tracked(tracker.histories(places), tracker.additions(places))


class State:
    """A document as it was last seen."""

    __slots__ = ("document", "lineage", "lines")

    def __init__(self, document: DocumentSummary, lineage: int, lines: list[Line]) -> None:
        self.document = document
        self.lineage = lineage
        self.lines = lines

    def entries(self) -> Iterator[Entry]:
        """Yield its items."""
        return _entries(self.document, self.lineage, self.lines)


class Tracker:
    """Follows items through commits, which are given one after the other."""

    def __init__(self) -> None:
        self._states: dict[str, State] = {}
        self._lineages: dict[str, int] = {}  # of paths whose document is gone
        self._met = 0
        self._lines: list[Line] = []
        self._gone: dict[Line, int] = {}  # in the order in which they went, numbered
        self._gone_from: dict[int | str, dict[Line, None]] = {}  # by the document, and by the words, of each
        self._went = 0
        self._additions: dict[int, list[Addition]] = {}  # by document

    def add(self, step: Step) -> None:
        """Note what a commit did to documents, whatever their order is."""
        changes = sorted(step.changes, key=lambda change: (change.path, change.former or ""))
        before = self._taken(changes)
        olds: list[Entry] = []
        news: list[Entry] = []
        after: list[_Seen] = []
        for change, state in zip(changes, before, strict=True):
            if state is not None:
                olds += state.entries()
            if change.document is not None:
                lineage = state.lineage if state is not None else self._lineage(change.path)
                entries = list(_entries(change.document, lineage))
                news += entries
                after.append(_Seen(change, change.document, lineage, entries))
            elif state is not None:
                self._lineages[change.path] = state.lineage
        match(olds, news)
        match_again(self._likely(news), news)
        self._see(step.commit, after)
        self._miss(step.commit, olds, news, changes, before)

    def _likely(self, news: Sequence[Entry]) -> list[Line]:
        """Return the items that are gone and may be among those that are not known yet, the first to go first.

        They stood in the same documents, or said the same.
        """
        found: dict[Line, int] = {}
        for entry in news:
            if entry.line is None:
                for key in (entry.lineage, entry.said):
                    found.update({line: self._gone[line] for line in self._gone_from.get(key, ())})
        return sorted(found, key=found.__getitem__)

    def _lose(self, line: Line, said: str) -> None:
        self._went += 1
        self._gone[line] = self._went
        for key in (line.lineage, said):
            self._gone_from.setdefault(key, {})[line] = None

    def _find(self, line: Line) -> None:
        """Forget that an item is gone."""
        if self._gone.pop(line, None) is not None:
            for key in (line.lineage, said_of(line.item)):
                self._gone_from.get(key, {}).pop(line, None)

    def _taken(self, changes: Sequence[Change]) -> list[State | None]:
        """Return the documents that changes are of, as they were; those that were renamed come first."""
        found: list[State | None] = [self._states.pop(each.former, None) if each.former else None for each in changes]
        for at, change in enumerate(changes):
            if change.path in self._states and (change.former is None or found[at] is None):
                found[at] = self._states.pop(change.path)
        return found

    def _lineage(self, path: str) -> int:
        known = self._lineages.pop(path, None)
        if known is not None:
            return known
        self._met += 1
        return self._met

    def _see(self, commit: Commit | None, after: Sequence["_Seen"]) -> None:
        for change, document, lineage, entries in after:
            lines = []
            texts = tuple([each.text for each in change.added])
            for entry in entries:
                if entry.line is None:
                    entry.line = Line(len(self._lines))
                    self._lines.append(entry.line)
                self._find(entry.line)
                entry.line.see(entry.item, lineage, document.language, entry.parent, commit, change.path, texts)
                lines.append(entry.line)
            self._states[change.path] = State(document, lineage, lines)
            if texts:
                self._additions.setdefault(lineage, []).append(Addition(commit, texts))
            for each in change.added:
                if each.item is not None:
                    lines[each.item].note(commit, each.text)

    def _miss(
        self,
        commit: Commit | None,
        olds: Sequence[Entry],
        news: Sequence[Entry],
        changes: Sequence[Change],
        before: Sequence[State | None],
    ) -> None:
        there = {entry.line for entry in news}
        added = {
            state.lineage: tuple([one.text for one in each.added])
            for each, state in zip(changes, before, strict=True)
            if state is not None
        }
        for old in olds:
            line = old.line
            if line is not None and line not in there:
                line.went = Went(commit, line.parent, added.get(old.lineage, ()))
                self._lose(line, old.said)
        while len(self._gone) > _MOST_GONE:
            self._find(next(iter(self._gone)))

    def histories(self, places: Mapping[str, int]) -> tuple[ItemHistory, ...]:
        """Return what is known of each item; see `tracked`."""
        documents: dict[int, int] = {}
        found: dict[Line, Place] = {}
        for path, state in self._states.items():
            number = places.get(path)
            if number is not None:
                documents[state.lineage] = number
                found.update({line: Place(number, at) for at, line in enumerate(state.lines)})
        there = [
            ItemHistory(found[line], tuple(line.versions), None, tuple(line.notes))
            for line in sorted(found, key=found.__getitem__)
        ]
        gone = []
        for line in self._lines:
            if line.went is not None:
                number = documents.get(line.lineage)
                place = Place(number) if number is not None else None
                if line.went.parent is not None:
                    place = found.get(line.went.parent, place)
                removal = Removal(line.went.commit, place, line.went.added)
                gone.append(ItemHistory(None, tuple(line.versions), removal, tuple(line.notes)))
        return (*there, *gone)

    def additions(self, places: Mapping[str, int]) -> dict[int, tuple[Addition, ...]]:
        """Return what was added to each document that there is, by its number."""
        lineages = {number: self._states[path].lineage for path, number in places.items() if path in self._states}
        return {number: tuple(self._additions.get(lineage, ())) for number, lineage in sorted(lineages.items())}


class _Seen(NamedTuple):
    """A document after a commit, and its items."""

    change: Change
    document: DocumentSummary
    lineage: int
    entries: list[Entry]


def _entries(document: DocumentSummary, lineage: int, lines: Sequence[Line | None] | None = None) -> Iterator[Entry]:
    objective: Entry | None = None
    for at, item in enumerate(document.items):
        is_objective = item.kind == "objective"
        line = lines[at] if lines is not None else None
        entry = Entry(item, lineage, None if is_objective else objective, document.language, line)
        if is_objective:
            objective = entry
        yield entry
