"""An item's line through time, while it is being followed."""

from typing import Any

from okrlint.history.interface import Addition, Commit, Version
from okrlint.history.typos import is_typo_only
from okrlint.project.summaries import Figure, ItemSummary


class Went:
    """How an item went.

    Args:
        commit: that it went with; None for the files as they are now.
        parent: the line of its objective; None for an objective.
        added: see `Version`.

    Attributes:
        commit: as given; the others likewise.
    """

    __slots__ = ("added", "commit", "parent")

    def __init__(self, commit: Commit | None, parent: "Line | None", added: tuple[str, ...]) -> None:
        self.commit = commit
        self.parent = parent
        self.added = added


class Line:
    """An item through time.

    Args:
        number: of it, in the order in which items were met.

    Attributes:
        number: as given.
        item: as it was last seen.
        lineage: the number of the document that it stands in, or stood in.
        language: of that.
        parent: the line of its objective; None for an objective.
        path: of that document.
        versions: see `ItemHistory`.
        went: how it went; None while it is there.
        notes: see `ItemHistory`.
    """

    __slots__ = ("_said", "item", "language", "lineage", "notes", "number", "parent", "path", "versions", "went")

    def __init__(self, number: int) -> None:
        self.number = number
        self.item: ItemSummary
        self.lineage = -1
        self.language = ""
        self.parent: Line | None = None
        self.versions: list[Version] = []
        self.went: Went | None = None
        self.notes: list[Addition] = []
        self.path = ""
        self._said: tuple[Any, ...] = ()

    def see(
        self,
        item: ItemSummary,
        lineage: int,
        language: str,
        parent: "Line | None",
        commit: Commit | None,
        path: str,
        added: tuple[str, ...],
    ) -> None:
        """Note what the item is in a document after a commit.

        Args:
            item: as it is now.
            lineage: the number of the document.
            language: of that.
            parent: the line of its objective; None for an objective.
            commit: None for the files as they are now.
            path: of the document.
            added: see `Version`.
        """
        is_elsewhere = self.lineage != lineage or self.parent is not parent or self.path != path
        if not self.versions or is_elsewhere or self.went is not None or item != self.item:
            said = _said(item)
            if not self.versions or is_elsewhere or self._differs(item, said):
                self.versions.append(Version(commit, path, item, added))
                self._said = said
        self.item, self.lineage, self.language, self.parent, self.went = item, lineage, language, parent, None
        self.path = path

    def note(self, commit: Commit | None, text: str) -> None:
        """Note a line that a commit added below the item."""
        self.notes.append(Addition(commit, (text,)))

    def _differs(self, item: ItemSummary, said: tuple[Any, ...]) -> bool:
        """Tell whether an item says something else than in the last version: a typo that was mended is nothing."""
        if said[1:] != self._said[1:]:
            return True
        return said[0] != self._said[0] and not is_typo_only(self.versions[-1].item.text, item.text)


def _said(item: ItemSummary) -> tuple[Any, ...]:
    """Return all that an item says, wherever it stands and whatever its label is; its words come first."""
    return (
        " ".join(item.text.split()),
        [owner.text for owner in item.owners],
        [owner.text for owner in item.owners_inherited],
        [(reference.text, reference.target) for reference in item.supports],
        item.period,
        item.team,
        (item.deadline.value or item.deadline.raw) if item.deadline else None,
        *map(_number, (item.confidence, item.weight, item.score, item.baseline, item.target, item.current)),
        item.metric,
        item.status,
        item.done,
        item.type,
        [entry[:-1] for entry in item.checkins],
        item.fields,
    )


def _number(figure: Figure | None) -> tuple[Any, ...] | None:
    if figure is None:
        return None
    return (figure.raw,) if figure.value is None else (figure.value, figure.unit)
