"""What supports what: each reference of a project, and what it leads to.

A reference is *found* where the words leave one thing that it can mean, by its identifier, its path, its very words,
or the name of a document and a label. It is *ambiguous* where they leave several. A label that there is not in the
document that the words name is *no such item*. Words without a label that name no document and no item are *words*:
a theme, a value. So is what merely looks like a label (P0, "M1 chip"), unless there is such an item.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import overload

from okrlint.project.addresses import Address, addresses_of, plain
from okrlint.project.index import MOST_ALIKE, Index, Named, Scope
from okrlint.project.interface import Link, LinkState, Place, Project
from okrlint.project.naming import NOBODY
from okrlint.project.summaries import DocumentSummary, Reference

Found = tuple[LinkState, list[Place]]

_MOST_NAMED = 8
"""Places that an ambiguous link names at most."""

_BESIDE = 3
"""Characters between two references of one list at most: a comma and blanks."""

_SHORT = 3
"""Letters of a word that tells nothing of a statement: "the", "of"."""

_WORDS: Found = ("words", [])
_ELSEWHERE: Found = ("elsewhere", [])


class Links(Sequence[Link]):
    """The links of a project, in the order of what has them.

    Made in one pass over the documents, and in time in proportion to them and their references.

    Args:
        project: the project.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._index = Index(project)
        self._plans: dict[int, tuple[Scope, ...]] = {}
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
        yield from self._from(Place(number), document.plans)
        for at, item in enumerate(document.items):
            if item.supports:
                yield from self._from(Place(number, at), item.supports)

    def _from(self, source: Place, references: Sequence[Reference]) -> Iterator[Link]:
        before: Address | None = None
        end = -1
        for reference in references:
            beside = before if 0 <= reference.span.start - end <= _BESIDE else None
            for address in addresses_of(reference):
                if beside and address.labels and not address.is_link and address.document == NOBODY:
                    address = _going_on(beside, address)
                state, places = self._found(source, address)
                words = reference._replace(text=address.text) if address.text else reference
                yield Link(source, words, state, tuple(places[:_MOST_NAMED]))
                before = address
            end = reference.span.end

    def _found(self, source: Place, address: Address, *, is_plan: bool = False) -> Found:
        """Return what an address leads to.

        Args:
            source: what has the address.
            address: where it points.
            is_plan: whether it is asked what stands above a document: then a mere label names nothing.
        """
        by_ref = self._index.with_ref(address.ids, source)
        if by_ref:
            return _one_of(by_ref)
        number = () if is_plan or address.url else self._index.numbered(address.ids)
        if number and number != address.labels:
            found = self._by_label(source, Address(address.text, number, is_sure=False))
            if found[0] == "found" or (found[0] == "ambiguous" and address.labels):
                return found
        if address.path is not None:
            found = self._in_file(source, address)
            return _ELSEWHERE if address.url and found[0] != "found" else found
        said = self._index.saying(address.said, source)
        if len(said) == 1:
            return "found", said
        found = self._named(source, address, is_plan=is_plan) if address.labels else self._whole(source, address)
        if found[0] == "found" and address.labels and not self._index.is_numbered(found[1][0], address.ids):
            return ("no such item", [Place(found[1][0].document)]) if self._project.is_whole else _WORDS
        if found[0] != "found" and address.url:
            return _ELSEWHERE
        return _one_of(said) if said and found[0] == "words" else found

    def _in_file(self, source: Place, address: Address) -> Found:
        number = source.document
        if address.path:
            at = self._index.at_path(address.path, number, is_link=address.is_link)
            if at is None:
                several = [] if address.is_link else self._index.at_ending(address.path)
                if len(several) > 1:
                    scopes = [Scope(number) for number in several[:MOST_ALIKE]]
                    places = self._places(scopes, source, address) if address.labels else []
                    return _one_of(places or [Place(number) for number in several])
                exists = self._index.is_file(address.path, number, is_link=address.is_link)
                return ("elsewhere" if exists else "no such file"), []
            number = at
        if address.anchor:
            item = self._index.at_anchor(number, address.anchor)
            if item is not None:
                return "found", [Place(number, item)]
        elif not address.labels and address.title:
            item = self._index.at_anchor(number, address.title)
            if item is not None:
                return "found", [Place(number, item)]
        if not address.labels:
            return "found", [Place(number)]  # an anchor may be that of a chapter
        found = self._places((Scope(number),), source, address)
        if found:
            return _one_of(found)
        return (
            ("no such item", self._lacking((Scope(number),), source, address))
            if address.is_sure
            else ("found", [Place(number)])
        )

    def _whole(self, source: Place, address: Address) -> Found:
        """Look for the document that words without a label name, or for its item of those words."""
        named = self._index.named(address.document, source)
        scopes = [scope for scope in named.scopes if scope.document != source.document]
        if address.title and address.said:  # the company's goal "Be kind"
            said = self._saying(source, address)
            meant = {scope.document for scope in scopes}
            return _one_of([place for place in said if place.document in meant] or said) if said else _WORDS
        if not scopes or not named.is_exact or len(scopes) > MOST_ALIKE:
            return _WORDS
        if address.title:
            found = [
                Place(scope.document, at)
                for scope in scopes
                if (at := self._index.at_anchor(scope.document, address.title)) is not None
            ]
            if found:
                return _one_of(found)
        documents = [Place(number) for number in dict.fromkeys(scope.document for scope in scopes)]
        # An item may be said to serve "growth", and two teams be called that; a document says what its plan is.
        return _one_of(documents) if len(documents) == 1 or source.item is None else _WORDS

    def _named(self, source: Place, address: Address, *, is_plan: bool) -> Found:
        """Look for an item by its label, in the document that words beside it name, or in those that may be meant."""
        document, title = address.document, address.title
        named = self._index.named(document, source)
        if not named.scopes and not document.words and address.beside.words:  # O2 (Data)
            beside = self._index.named(address.beside, source)
            if beside.is_exact:
                document, title, named = address.beside, "", beside
        address = address._replace(title=title)
        if named.scopes:
            return self._in_scopes(source, named, address)
        if document.words:
            by_words = self._saying(source, address)
            if by_words:
                return _one_of(by_words)
            if address.page and self._index.is_file(f"{address.page}.md", source.document, is_link=False):
                return _ELSEWHERE
            is_meant = address.is_sure and (not title or bool(address.page))
            return ("no such document" if self._project.is_whole and is_meant else "words"), []
        if is_plan:
            return _WORDS
        found = self._by_label(source, address)
        if found[0] == "found" or not title:
            return found if found[0] != "no such item" or address.is_sure else _WORDS
        by_words = self._saying(source, address)
        return _one_of(by_words) if by_words else (found if found[0] == "ambiguous" else _WORDS)

    def _saying(self, source: Place, address: Address) -> list[Place]:
        """Return the items of the words that stand before a label, or behind it."""
        return self._index.saying(address.title, source)

    def _in_scopes(self, source: Place, named: Named, address: Address) -> Found:
        documents = [Place(number) for number in dict.fromkeys(scope.document for scope in named.scopes)]
        if len(named.scopes) > MOST_ALIKE:
            return "ambiguous", documents
        found = self._places(named.scopes, source, address)
        in_plans = self._places(named.plans, source, address) if named.plans else []
        if not found or not any(self._index.is_labelled(each, address.labels) for each in found):
            found += [each for each in in_plans if not found or self._index.is_labelled(each, address.labels)]
        if not found and address.is_joined:  # company O2 retention
            found = self._places(named.scopes, source, address._replace(title=""))
        if found:
            return _one_of(found)
        if not address.is_sure or (not self._project.is_whole and self._are_plans(documents)):
            return _WORDS  # the company's OKRs may be another file, which is not looked at
        if not named.is_exact or len(documents) > 1:
            return ("no such document" if self._project.is_whole else "words"), []
        return "no such item", self._lacking(named.scopes, source, address)

    def _are_plans(self, places: Iterable[Place]) -> bool:
        return all(self._project.documents[place.document].is_plan for place in places)

    def _lacking(self, scopes: Iterable[Scope], source: Place, address: Address) -> list[Place]:
        """Return what has no item of a label: the objective that has no such key result, or else the document."""
        places = [Place(scope.document) for scope in scopes]
        over = self._places(scopes, source, address._replace(labels=address.labels[:1], title=""))
        return over if len(address.labels) > 1 and len(over) == 1 else list(dict.fromkeys(places))

    def _by_label(self, source: Place, address: Address) -> Found:
        """Look for an item that only a label names: in the document, and in those above it.

        A key result is one of the same objective first. An objective is one of the document that this document says
        it supports, or of one above; and else of this document. What nobody here has numbered has no label while there
        is something above.
        """
        periods = address.document.periods
        own = [] if periods else self._places((self._index.own(source),), source, address)
        above, is_declared = self._above(source, periods)
        over = self._places(above[:MOST_ALIKE], source, address)
        if above and not any(self._index.is_labelled(each, address.labels) for each in own):
            own = []
        item = self._project.item(source)
        if own and address.labels[0].startswith("kr") and item and item.kind == "key_result":
            return _one_of(own)
        if over:
            return _one_of(over if is_declared else over + self._rivals(source, own, over))
        if own:
            return _one_of(own)
        if periods:
            return _WORDS
        if above and (is_declared or self._project.is_whole):
            return "no such item", self._lacking(above, source, address)
        others = self._fitting(self._index.anywhere(address.labels, source), address)
        if others:
            return _one_of(others)
        return ("no such item", [Place(source.document)]) if self._project.is_whole else _WORDS

    def _rivals(self, source: Place, own: list[Place], over: list[Place]) -> list[Place]:
        """Return which items beside a place may be meant though one above has their label, too.

        An objective supports none of its siblings; a key result may name its own objective. Where all stand in one
        document, nothing tells.
        """
        if any(each.document == source.document for each in over):
            return own
        return [each for each in own if self._project.objective(each) == self._project.objective(source)]

    def _places(self, scopes: Iterable[Scope], source: Place, address: Address) -> list[Place]:
        found = [
            Place(scope.document, at) for scope in scopes for at in self._index.labelled(scope, address.labels, source)
        ]
        return self._fitting(list(dict.fromkeys(found)), address)

    def _fitting(self, places: list[Place], address: Address) -> list[Place]:
        """Return the places that the words beside a label fit; all of them where there are no such words.

        Words that no sign sets apart from the label may go on with it otherwise: "O1 visa", "M1 chip".
        """
        if not address.title or not places:
            return places
        fitting = [place for place in places if self._fits(place, address.title)]
        return fitting or ([] if address.is_joined else places)

    def _fits(self, place: Place, title: str) -> bool:
        item = self._project.item(place)
        return item is not None and _is_alike(title, plain(item.text))

    def _above(self, source: Place, periods: frozenset[str]) -> tuple[tuple[Scope, ...], bool]:
        """Return what stands above a place, and whether its document, or configuration, says that it does."""
        declared = self._declared(source.document)
        if declared:
            return declared, True
        by_team = self._index.of_parent_team(source)
        return (by_team, True) if by_team else (self._index.roots(source, periods), False)

    def _declared(self, number: int) -> tuple[Scope, ...]:
        plans = self._project.documents[number].plans
        if not plans:
            return ()
        if number not in self._plans:
            found = [
                place.document
                for reference in plans
                for address in addresses_of(reference)
                for state, places in [self._found(Place(number), address, is_plan=True)]
                if state == "found"
                for place in places
            ]
            self._plans[number] = tuple([Scope(each) for each in sorted({*found} - {number})])
        return self._plans[number]


def _going_on(before: Address, address: Address) -> Address:
    """Return what the next one of a list means: in [company O1, O3] it is the company's, and so is KR1 of that O1."""
    labels, over = address.labels, before.labels[:1]
    if len(labels) == 1 and labels[0].startswith("kr") and over and not over[0].startswith("kr"):
        labels = (*over, *labels)
    return address._replace(document=before.document, labels=labels)


def _one_of(places: list[Place]) -> Found:
    different = list(dict.fromkeys(places))
    return ("found" if len(different) == 1 else "ambiguous"), different


def _is_alike(title: str, text: str) -> bool:
    """Tell whether words that stand beside a label are those of an item, or some of them."""
    if title in text or text in title:
        return True
    ours, theirs = _pieces(title), _pieces(text)
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs)) > 0


@lru_cache(maxsize=256)
def _pieces(text: str) -> frozenset[str]:
    """Return the words of a text, and pairs of characters of what is not written in words."""
    words = [word for word in text.split() if word.isascii() and len(word) > _SHORT]
    return frozenset((*words, *(text[at : at + 2] for at in range(len(text) - 1) if not text[at : at + 2].isascii())))
