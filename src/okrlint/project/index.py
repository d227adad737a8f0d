"""What the documents of a project and their items are called."""

import posixpath
from collections.abc import Iterable, Sequence
from functools import lru_cache

from okrlint.language.folding import fold
from okrlint.project.addresses import Address, labels_in, names_in
from okrlint.project.interface import Place, Project, Team
from okrlint.project.summaries import DocumentSummary, ItemSummary

_LEAST_REF = 2
"""Characters of an identifier that is one in the whole project: a mere `1` is a number in its file."""


class Index:
    """Finds documents and items by what they are called.

    Args:
        project: the project; its documents are looked through once.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._by_path: dict[str, int] = {}
        self._by_word: dict[str, list[int]] = {}
        self._names: list[tuple[frozenset[str], ...]] = []
        self._by_ref: dict[str, list[Place]] = {}
        self._by_text: dict[str, list[Place]] = {}
        self._by_label: dict[tuple[str, ...], list[Place]] = {}
        self._labels: list[dict[tuple[str, ...], list[int]]] = []
        self._roots: list[int] = []
        for number, document in enumerate(project.documents):
            self._add(number, document)
        self._of_names = lru_cache(maxsize=4096)(self._documents_named)

    def _add(self, number: int, document: DocumentSummary) -> None:
        self._by_path[posixpath.normpath(document.path)] = number
        names = _names_of(document)
        self._names.append(names)
        for word in frozenset().union(*names):
            self._by_word.setdefault(word, []).append(number)
        if document.is_plan or any(name and name <= _OF_COMPANY | _period_words(document) for name in names):
            self._roots.append(number)
        if document.title:
            self._by_text.setdefault(_plain(document.title.text), []).append(Place(number))
        labels: dict[tuple[str, ...], list[int]] = {}
        for keys, at in _keys_of(document):
            for key in keys:
                labels.setdefault(key, []).append(at)
                self._by_label.setdefault(key, []).append(Place(number, at))
        self._labels.append(labels)
        for at, item in enumerate(document.items):
            if item.ref and len(item.ref) >= _LEAST_REF:
                self._by_ref.setdefault(item.ref.casefold(), []).append(Place(number, at))
            self._by_text.setdefault(_plain(item.text), []).append(Place(number, at))

    def with_ref(self, address: Address, source: Place) -> list[Place]:
        """Return the items whose identifier is all that an address says, those of the same document first."""
        text = address.text.rstrip("/").rpartition("/")[2] if address.url else address.text
        return _nearest(self._by_ref.get(text.casefold(), ()), source)

    def saying(self, text: str, source: Place) -> list[Place]:
        """Return the items, and documents, whose very words a text is."""
        return _nearest(self._by_text.get(_plain(text), ()), source)

    def at_path(self, path: str, number: int) -> int | None:
        """Return the document at a path that a document names, or None."""
        if path.startswith("/"):  # from the top of a site or a repository, wherever that is
            known = [each for each in self._by_path if f"/{each}".endswith(posixpath.normpath(path))]
            return self._by_path[known[0]] if len(known) == 1 else None
        return self._by_path.get(self._joined(path, number))

    def is_file(self, path: str, number: int) -> bool:
        """Tell whether there is a file, or may be one, at a path that a document names."""
        return path.startswith("/") or self._project.has_file(self._joined(path, number))

    def at_anchor(self, number: int, anchor: str) -> list[int]:
        """Return the items that an anchor is that of: made of a heading, or an item's label or identifier."""
        wanted = _squeezed(anchor)
        return [
            at
            for at, item in enumerate(self._project.documents[number].items)
            if wanted
            and wanted
            in (
                _squeezed(f"{item.label or ''}{item.text}"),
                _squeezed(item.text),
                _squeezed(item.ref or item.label or ""),
            )
        ]

    def labelled(self, number: int, labels: Sequence[str], source: Place) -> list[int]:
        """Return the items of a document that have a label, but for what asks; of several the nearest ones."""
        found = self._labels[number].get(tuple(labels), ())
        if number == source.document and source.item is not None:
            items = self._project.documents[number].items
            own = items[source.item]
            others = [at for at in found if at != source.item]
            return [at for at in others if items[at].objective == own.objective] or others
        return list(found)

    def anywhere(self, labels: Sequence[str], source: Place) -> list[Place]:
        """Return the items of other documents that have a label."""
        return [place for place in self._by_label.get(tuple(labels), ()) if place.document != source.document]

    def named(self, names: tuple[str, ...], number: int) -> list[int]:
        """Return the documents that some words name; of several those whose cycle fits that of the asking document."""
        return self._fitting(self._of_names(names), number)

    def roots(self, number: int) -> tuple[int, ...]:
        """Return the plans and the documents of the whole company, but for the document that asks."""
        return tuple(self._fitting([each for each in self._roots if each != number], number))

    def of_parent_team(self, number: int) -> tuple[int, ...]:
        """Return the documents of the team above that of a document, by configuration."""
        document = self._project.documents[number]
        team = document.team and self._team(document.team.text)
        if not team or not team.parent:
            return ()
        return tuple(each for each in self.named(names_in(team.parent), number) if each != number)

    def _team(self, name: str) -> Team | None:
        wanted = names_in(name)
        return next((team for team in self._project.teams.values() if names_in(team.name) == wanted), None)

    def _documents_named(self, names: tuple[str, ...]) -> tuple[int, ...]:
        """Return the documents that have all of some names, those that have the fewest others."""
        postings = [self._by_word.get(name, []) for name in names]
        if not all(postings):
            return ()
        shortest = min(postings, key=len)
        wanted = frozenset(names)
        best: list[int] = []
        least = None
        for number in dict.fromkeys(shortest):
            extra = [len(name - wanted) for name in self._names[number] if wanted <= name]
            if extra and (least is None or min(extra) <= least):
                if least is None or min(extra) < least:
                    best, least = [], min(extra)
                best.append(number)
        return tuple(best)

    def _fitting(self, numbers: Iterable[int], number: int) -> list[int]:
        every = list(numbers)
        period = self._project.documents[number].period
        if len(every) < 2 or period is None:
            return every
        fitting = [each for each in every if (own := self._project.documents[each].period) and own.contains(period)]
        return (
            fitting
            or [each for each in every if (own := self._project.documents[each].period) and own.overlaps(period)]
            or every
        )

    def _joined(self, path: str, number: int) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._project.documents[number].path), path))


_OF_COMPANY = frozenset(("company", "plan", "annual", "strategy", "计划", "战略", "规划"))


def _nearest(places: Sequence[Place], source: Place) -> list[Place]:
    others = [place for place in places if place != source]
    return [place for place in others if place.document == source.document] or others


def _names_of(document: DocumentSummary) -> tuple[frozenset[str], ...]:
    """Return what a document goes by: its file's name, alone and with its folder, its title and its team's name."""
    period = _period_words(document)
    folder, _, name = document.path.rpartition("/")
    stem = names_in(name.partition(".")[0])
    names = [stem, (*names_in(folder.rpartition("/")[2]), *stem)]
    if document.title:
        names.append(names_in(document.title.text))
    if document.team:
        names.append(names_in(document.team.text))
    return tuple({frozenset(each) | period for each in names if each})


def _period_words(document: DocumentSummary) -> frozenset[str]:
    return frozenset(names_in(document.period.name)) if document.period else frozenset()


def _keys_of(document: DocumentSummary) -> Iterable[tuple[set[tuple[str, ...]], int]]:
    """Yield by which labels each item is known, and its number.

    An item without a label of its own is known by its position; one that has one is not, lest O2 be two things.
    """
    objective: set[tuple[str, ...]] = set()
    for at, item in enumerate(document.items):
        labels = labels_in(item.label or item.id)
        if item.kind == "objective":
            objective = {labels} if labels else {(_plain(item.label or item.id),)}
            yield objective, at
        else:
            yield _keys_of_key_result(item, labels, objective), at


def _keys_of_key_result(
    item: ItemSummary, labels: tuple[str, ...], objective: set[tuple[str, ...]]
) -> set[tuple[str, ...]]:
    last = labels[-1] if labels else _plain(item.label or item.id)
    keys = {labels or (last,), (last,), *((*above, last) for above in objective)}
    first, sign, rest = last.partition(".")
    if sign and last.startswith("kr"):  # KR1.2 is the second one of O1
        keys |= {(f"o{first[2:]}", f"kr{rest}"), (f"o{first[2:]}.{rest}",)}
    elif last.startswith("kr"):
        keys |= {(f"kr{above[0][1:]}.{last[2:]}",) for above in objective if above[0].startswith("o")}
    return keys


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())


def _squeezed(text: str) -> str:
    return "".join(char for char in fold(text).lower() if char.isalnum())
