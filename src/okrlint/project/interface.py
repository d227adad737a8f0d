"""What rules over many documents look at: the project, with its documents, teams and links."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from okrlint.project.summaries import DocumentSummary, ItemSummary, Reference

if TYPE_CHECKING:
    from okrlint.history.interface import History
    from okrlint.project.links import Links


class Team(NamedTuple):
    """A team, as configuration has it.

    Attributes:
        name: as documents call it.
        members: who belongs to it, by the names and handles that documents use.
        charter: words of what it is there for.
        parent: the name of the team above it, or None.
    """

    name: str
    members: tuple[str, ...] = ()
    charter: tuple[str, ...] = ()
    parent: str | None = None


class Place(NamedTuple):
    """A document of a project, or one of its items.

    Attributes:
        document: its number in `Project.documents`.
        item: its number in `DocumentSummary.items`; None for the document as a whole.
    """

    document: int
    item: int | None = None


LinkState = Literal["found", "ambiguous", "no such item", "no such document", "no such file", "elsewhere", "words"]
"""What came of a reference: "found"; "ambiguous", where several things may be meant; "no such item" of a document that
there is; "no such document", by name; "no such file", by path; "elsewhere": on the web, in a tool, or in a file without
OKRs; or "words" that name nothing."""


class Link(NamedTuple):
    """A reference of an item, or of a document as a whole, and what it leads to.

    Attributes:
        source: what has it.
        reference: the words; of a reference that names several, those of one.
        state: see `LinkState`.
        targets: what it leads to: one where it was found, several where it is ambiguous, the document or the
            objective where that has no such item.
    """

    source: Place
    reference: Reference
    state: LinkState
    targets: tuple[Place, ...] = ()


class Project:
    """All documents of a run, and those that configuration counts to its project.

    Args:
        documents: by path; each is made when it is asked for.
        teams: as configuration has them, by name.
        is_whole: see below; `has_file` and `history` likewise.

    Attributes:
        documents: by path.
        teams: as configuration has them, by name.
        is_whole: whether no document is missing: a folder was walked, or configuration says what the project is. Else
            a few files were named, and of what is not among them nothing can be told.
        has_file: tells whether there is a file of that path.
        history: what git remembers of it; None where nobody asked for that.
    """

    def __init__(
        self,
        documents: Sequence[DocumentSummary],
        teams: Mapping[str, Team] | None = None,
        *,
        is_whole: bool = True,
        has_file: Callable[[str], bool] = lambda _: False,
        history: "History | None" = None,
    ) -> None:
        self.documents = documents
        self.teams = teams or {}
        self.is_whole = is_whole
        self.has_file = has_file
        self.history = history

    def item(self, place: Place) -> ItemSummary | None:
        """Return the item at a place; None for a document as a whole."""
        return None if place.item is None else self.documents[place.document].items[place.item]

    def objective(self, place: Place) -> Place:
        """Return the place of the objective that a key result belongs to; of all else the place itself."""
        if place.item is None:
            return place
        items = self.documents[place.document].items
        at = place.item
        while items[at].kind != "objective":
            at -= 1
        return Place(place.document, at)

    def places(self) -> Iterator[Place]:
        """Yield the place of each item, by document and order."""
        for number, document in enumerate(self.documents):
            for at in range(len(document.items)):
                yield Place(number, at)

    @cached_property
    def links(self) -> "Links":
        """What supports what."""
        from okrlint.project.links import Links

        return Links(self)
