"""What the history of a project is to rules and to `okrlint history`."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from okrlint.model import Words
from okrlint.project.interface import Place
from okrlint.project.summaries import ItemSummary


class Commit(NamedTuple):
    """A commit that changed a document of the project.

    Attributes:
        id: its whole name, in hexadecimal digits.
        author: the author's name; `email` likewise.
        time: when it was written, by the author's clock, in the author's zone.
        message: all of it: the subject, and what stands below.
        merged: the messages of the commits that it merged, as far as they changed documents.
    """

    id: str
    author: str
    email: str
    time: datetime
    message: str
    merged: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day on which it was written, where its author was."""
        return self.time.date()

    @property
    def short_id(self) -> str:
        """What people know it by."""
        return self.id[:8]


class Version(NamedTuple):
    """An item as a commit left it.

    Attributes:
        commit: None for the files as they are now, where these differ from the last commit.
        path: of the document that it stood in, from where the run began.
        item: the item.
        added: the lines that the commit added to that document, without those of items, at most so many: a note on
            what was changed, and why, stands there or in the commit's message.
    """

    commit: Commit | None
    path: str
    item: ItemSummary
    added: tuple[str, ...] = ()


class Addition(NamedTuple):
    """What a commit added to a document beside its items.

    Attributes:
        commit: None for the files as they are now, where these differ from the last commit.
        lines: see `Version.added`.
    """

    commit: Commit | None
    lines: tuple[str, ...]


class Removal(NamedTuple):
    """How an item went.

    Attributes:
        commit: that it went with; None where it is gone from the files as they are now.
        place: where what is left of it would stand: its objective, or else its document; None where that is gone too.
        added: as in `Version`.
    """

    commit: Commit | None
    place: Place | None
    added: tuple[str, ...] = ()


class ItemHistory(NamedTuple):
    """An objective, or a key result, through time.

    It is followed through files that are renamed or moved, and items that are put in another order, numbered anew or
    reworded, as long as what it says is alike.

    Attributes:
        place: of it in the project as it is now; None where it is gone.
        versions: each in which something of it differs from the one before, the oldest one first; never empty.
        removal: how it went; None while it is there.
        notes: lines that were added below it, beside what is read of it, the oldest first.
    """

    place: Place | None
    versions: tuple[Version, ...]
    removal: Removal | None = None
    notes: tuple[Addition, ...] = ()


class History:
    """The history of a project.

    Args:
        items: see below; the others likewise.

    Attributes:
        items: of each item that there is, or was, in order of place; those that are gone come last.
        first_day: the day of the oldest commit that is known; None without any.
        gap: why not all is known (a shallow clone, no repository, damaged objects), and what to do; None where it is.
        additions: of each document that there is, by its number, what was added beside items, the oldest first.
    """

    def __init__(
        self,
        items: tuple[ItemHistory, ...],
        first_day: date | None = None,
        gap: Words | None = None,
        additions: Mapping[int, tuple[Addition, ...]] | None = None,
    ) -> None:
        self.items = items
        self.first_day = first_day
        self.gap = gap
        self.additions = additions or {}

    @cached_property
    def of_place(self) -> Mapping[Place, ItemHistory]:
        """The history of each item that there is."""
        return {item.place: item for item in self.items if item.place is not None}
