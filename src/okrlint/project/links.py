"""What supports what: each reference of a project, and what it leads to."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import overload

from okrlint.project.addresses import Address, address_of
from okrlint.project.index import Index
from okrlint.project.interface import Link, LinkState, Place, Project
from okrlint.project.summaries import DocumentSummary, Reference

_MOST_NAMED = 8
"""Places that an ambiguous link names at most."""


class Links(Sequence[Link]):
    """The links of a project, in the order of what has them.

    Made in one pass over the documents, and in time in proportion to them and their references.

    Args:
        project: the project.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._index = Index(project)
        self._above: dict[int, tuple[int, ...]] = {}
        self._all = [link for number, document in enumerate(project.documents) for link in self._of(number, document)]

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, at: int) -> Link: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Link]: ...
    def __getitem__(self, at: int | slice) -> Link | Sequence[Link]:
        return self._all[at]

    def __iter__(self) -> Iterator[Link]:
        return iter(self._all)

    @cached_property
    def from_place(self) -> dict[Place, list[Link]]:
        """The links of each item and document that has any."""
        found: dict[Place, list[Link]] = {}
        for link in self._all:
            found.setdefault(link.source, []).append(link)
        return found

    @cached_property
    def to_place(self) -> dict[Place, list[Link]]:
        """The links that lead to each item and document, those that were found."""
        found: dict[Place, list[Link]] = {}
        for link in self._all:
            if link.state == "found":
                found.setdefault(link.targets[0], []).append(link)
        return found

    def _of(self, number: int, document: DocumentSummary) -> Iterator[Link]:
        for reference in document.plans:
            yield self._link(Place(number), reference)
        for at, item in enumerate(document.items):
            for reference in item.supports:
                yield self._link(Place(number, at), reference)

    def _link(self, source: Place, reference: Reference) -> Link:
        state, places = self._found(source, reference)
        return Link(source, reference, state, tuple(places[:_MOST_NAMED]))

    def _found(self, source: Place, reference: Reference) -> tuple[LinkState, list[Place]]:
        address = address_of(reference)
        by_ref = self._index.with_ref(address, source)
        if by_ref:
            return _one_of(by_ref)
        if address.url:
            return "elsewhere", []
        if address.path is not None:
            return self._in_file(source, address)
        if address.document and (named := self._index.named(address.document, source.document)):
            return self._in_documents(source, named, address)
        if said := self._index.saying(address.text, source):
            return _one_of(said)
        if address.document:
            return ("no such document" if address.labels and self._project.is_whole else "words"), []
        return self._by_label(source, address) if address.labels else ("words", [])

    def _in_file(self, source: Place, address: Address) -> tuple[LinkState, list[Place]]:
        number = source.document if not address.path else self._index.at_path(address.path, source.document)
        if number is None:
            exists = self._index.is_file(address.path or "", source.document)
            return ("elsewhere" if exists else "no such file"), []
        if not address.anchor:
            return self._in_documents(source, [number], address)
        found = self._index.at_anchor(number, address.anchor) or self._index.labelled(number, address.labels, source)
        if found:
            return _one_of([Place(number, at) for at in found])
        # An anchor may be that of a chapter: only one that looks like an item's is missed.
        return ("no such item" if address.labels else "found"), [Place(number)]

    def _in_documents(self, source: Place, numbers: Sequence[int], address: Address) -> tuple[LinkState, list[Place]]:
        if not address.labels:
            return _one_of([Place(number) for number in numbers])
        found = [Place(number, at) for number in numbers for at in self._index.labelled(number, address.labels, source)]
        if found:
            return _one_of(found)
        return "no such item", [Place(number) for number in numbers]

    def _by_label(self, source: Place, address: Address) -> tuple[LinkState, list[Place]]:
        """Look for an item that only a label names: in the document, and in those above it.

        A key result is one of the same objective first. An objective is one of the document that this document says
        it supports; and else, where both this document and one above have one of that label, it is ambiguous.
        """
        own = self._labelled([source.document], source, address)
        above, is_declared = self._documents_above(source.document)
        if own and address.labels[0].startswith("kr"):
            return _one_of(own)
        over = self._labelled(above, source, address)
        if over:
            return _one_of(over if is_declared else over + own)
        if own:
            return _one_of(own)
        if above and (is_declared or self._project.is_whole):
            return "no such item", [Place(number) for number in above]
        others = self._index.anywhere(address.labels, source)
        if others:
            return _one_of(others)
        return ("no such item", [Place(source.document)]) if self._project.is_whole else ("words", [])

    def _labelled(self, numbers: Iterable[int], source: Place, address: Address) -> list[Place]:
        return [Place(number, at) for number in numbers for at in self._index.labelled(number, address.labels, source)]

    def _documents_above(self, number: int) -> tuple[tuple[int, ...], bool]:
        """Return the documents above one, and whether it, or configuration, says that they are."""
        document = self._project.documents[number]
        if document.plans:
            if number not in self._above:
                self._above[number] = ()  # while it is looked for, lest two that name each other do so without end
                found = {
                    place.document
                    for reference in document.plans
                    for state, places in [self._found(Place(number), reference)]
                    if state == "found"
                    for place in places
                }
                self._above[number] = tuple(sorted(found - {number}))
            if self._above[number]:
                return self._above[number], True
        by_team = self._index.of_parent_team(number)
        if by_team:
            return by_team, True
        return self._index.roots(number), False


def _one_of(places: list[Place]) -> tuple[LinkState, list[Place]]:
    different = list(dict.fromkeys(places))
    return ("found" if len(different) == 1 else "ambiguous"), different
