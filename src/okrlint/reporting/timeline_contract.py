"""The contract of version 1 of `okrlint history --format json`. Fields may be added; none goes or is renamed."""

from typing import Literal

from typing_extensions import TypedDict  # pydantic makes a schema of no other before Python 3.12


class CommitData(TypedDict):
    """A commit."""

    id: str
    """Its whole name."""
    author: str
    """Who wrote it."""
    email: str
    """Their address."""
    time: str
    """When it was written, in ISO form, in the author's zone."""
    message: str
    """All of it."""


class VersionData(TypedDict):
    """An item as a commit left it."""

    commit: CommitData | None
    """None for the files as they are now, where these differ from the last commit."""
    path: str
    """The document that it stood in."""
    said: dict[str, str | None]
    """What it said, as written, by name: text, owners, period, deadline, weight, score, metric, baseline, target,
    status, type, supports."""
    confidence: float | None
    """0 to 1."""
    progress: float | None
    """0 to 1, or more."""
    added: list[str]
    """Lines that the commit added to the document beside those of items."""


class RemovalData(TypedDict):
    """How an item went."""

    commit: CommitData | None
    """None where it is gone from the files as they are now."""
    added: list[str]
    """As of a version."""


class ItemHistoryData(TypedDict):
    """An objective, or a key result, through time."""

    path: str
    """The document that it stands in, or stood in last."""
    kind: Literal["objective", "key_result"]
    """Which of the two."""
    id: str
    """As `okrlint parse` has it; `objective` likewise."""
    objective: str
    """The id of its objective."""
    label: str | None
    """What the author wrote."""
    text: str
    """Its words now."""
    confidence: list[float]
    """Through time, 0 to 1."""
    progress: list[float]
    """Through time, 0 to 1, or more."""
    versions: list[VersionData]
    """Each in which something of it differs from the one before, the oldest first."""
    removal: RemovalData | None
    """How it went; None while it is there."""


class HistoryData(TypedDict):
    """The output of `okrlint history --format json`."""

    version: Literal[1]
    """Of this contract."""
    first_day: str | None
    """The day of the oldest commit that is known."""
    gap: str | None
    """Why not all is known, and what to do."""
    items: list[ItemHistoryData]
    """In the order of documents; those that are gone come last."""
