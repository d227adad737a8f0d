"""What was found out about all commits up to one, kept until there is another."""

import pickle
from datetime import date
from typing import NamedTuple
from zlib import compress, decompressobj
from zlib import error as ZlibError  # noqa: N812 - that is its name

from okrlint.caching.unpickling import FAULTS, Class, loaded
from okrlint.history.tracking import Tracker

_MOST_BYTES = 1_000_000_000
"""Bytes of what is kept at most: more than 100,000 commits come to."""

_SUMMARIES = ("DocumentSummary", "Due", "Entry", "Figure", "ItemSummary", "Period", "Phrase", "Reference")
_ALLOWED: frozenset[Class] = frozenset(
    (
        *(("datetime", name) for name in ("date", "datetime", "timedelta", "timezone")),
        *(("okrlint.project.summaries", name) for name in _SUMMARIES),
        *(("okrlint.history.interface", name) for name in ("Addition", "Commit", "Version")),
        *(("okrlint.history.lines", name) for name in ("Line", "Went")),
        ("okrlint.history.tracking", "Tracker"),
        ("okrlint.history.tracking", "State"),
        ("okrlint.recalling.keeping", "Kept"),
        ("okrlint.model.base", "Span"),
    )
)
"""All that it is made of, beside Python's own plain values."""


class Kept(NamedTuple):
    """What is known of a repository's documents after its last commit.

    Attributes:
        tracker: has followed their items up to there.
        latest: the packed summary of each document that there is, by its path from the top of the repository.
        committed: the name of the contents of each file.
        first_day: the day of the oldest commit that is known; None without any.
        read_as: what stands for how each file was read that was a document once, by its path likewise.
    """

    tracker: Tracker
    latest: dict[str, bytes]
    committed: dict[str, str]
    first_day: date | None
    read_as: dict[str, str]


def to_bytes(kept: Kept) -> bytes:
    """Return it as bytes."""
    return compress(pickle.dumps(kept, pickle.HIGHEST_PROTOCOL), 1)


def from_bytes(data: bytes) -> Kept | None:
    """Return what `to_bytes` was given; None for bytes that it did not make."""
    reader = decompressobj()
    try:
        plain = reader.decompress(data, _MOST_BYTES)
        kept = loaded(plain, _ALLOWED) if reader.eof else None
    except (ZlibError, *FAULTS):
        return None
    return kept if isinstance(kept, Kept) else None
