"""What earlier runs found out about the commits of a repository, and going on from there when there are more."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrlint.history.git import MOST_COMMITS, Log, Record, Repository, latest_commits, log
from okrlint.recalling.logs import log_bytes, log_from

if TYPE_CHECKING:
    from okrlint.caching.past import Past

_MOST_MARKS = 8
"""Commits up to which all is kept: of the branches that somebody goes back and forth between."""
_NEAR = 1_000
"""Commits that may have come since."""
FEW = 50
"""Versions that it takes less time to follow again than to keep all anew."""


class Mark(NamedTuple):
    """A commit up to which all was found out.

    Attributes:
        head: its name.
        log: the name under which the commits are kept.
        kept: the name under which it is kept what became of items.
    """

    head: str
    log: bytes
    kept: bytes


class Commits(NamedTuple):
    """The commits of a repository, and how far an earlier run got.

    Attributes:
        log: the commits.
        mark: where that run ended; None without one.
        done: how many of the commits it knew.
    """

    log: Log
    mark: Mark | None = None
    done: int = 0


class Marks:
    """The commits up to which all was found out about some files of a repository.

    Args:
        past: keeps them.
        repository: that they are of.
        pathspecs: which files.
    """

    def __init__(self, past: "Past", repository: Repository, pathspecs: Sequence[str]) -> None:
        self._past = past
        self._repository = repository
        self._pathspecs = pathspecs
        self._name = past.key("marks", repository.top, str(repository.is_shallow), *pathspecs)

    def commits(self) -> Commits:
        """Return the commits of the repository.

        Raises:
            GitError: where none can be read.
        """
        marks = self._marks()
        if marks:
            order = {name: at for at, name in enumerate(latest_commits(self._repository, _NEAR))}
            for mark in sorted((each for each in marks if each.head in order), key=lambda each: order[each.head]):
                older = self._known(mark)
                if older is None:
                    continue
                newer = self._newer(mark.head)
                if newer is None or len(older) + len(newer) >= MOST_COMMITS:
                    break
                return Commits(Log((*older, *newer)), mark, len(older))
        return Commits(log(self._repository, self._pathspecs))

    def _newer(self, head: str) -> tuple[Record, ...] | None:
        if head == self._repository.head:
            return ()
        found = log(self._repository, self._pathspecs, since=head)
        return found.records if found.gap is None else None

    def _known(self, mark: Mark) -> tuple[Record, ...] | None:
        row = self._past.get([mark.log]).get(mark.log)
        known = log_from(row) if row is not None else None
        return known.records if known is not None else None

    def keep(self, found: Log, name: bytes, kept: bytes) -> None:
        """Keep what was found out about all commits.

        Args:
            found: the commits.
            name: the name under which it will be asked for.
            kept: what was found out.
        """
        head = self._repository.head
        before = self._marks()
        mark = Mark(head, self._past.key("log", self._repository.top, head, *self._pathspecs), name)
        if all(each.log != mark.log for each in before):
            self._past.keep(mark.log, log_bytes(found))
        self._past.keep(name, kept)
        marks = [mark, *(each for each in before if each.kept != name)]
        still = marks[:_MOST_MARKS]
        used = {key for each in still for key in (each.log, each.kept)}
        self._past.keep(
            self._name, json.dumps([[each.head, each.log.hex(), each.kept.hex()] for each in still]).encode()
        )
        self._past.forget([key for each in marks[_MOST_MARKS:] for key in (each.log, each.kept) if key not in used])

    def _marks(self) -> list[Mark]:
        row = self._past.get([self._name]).get(self._name)
        if row is None:
            return []
        try:
            return [Mark(head, bytes.fromhex(log), bytes.fromhex(kept)) for head, log, kept in json.loads(row)]
        except (ValueError, TypeError):
            return []
