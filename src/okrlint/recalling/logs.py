"""The commits of a repository: the files that they name, and as bytes."""

import json
from collections.abc import Iterable, Sequence

from okrlint.history.git import FileChange, Log, Record


def latest_blobs(records: Iterable[Record]) -> dict[str, str]:
    """Return the name of the contents of each file after the last commit."""
    found: dict[str, str] = {}
    for record in records:
        for change in record.changes:
            if change.former:
                found.pop(change.former, None)
            if change.blob:
                found[change.path] = change.blob
            else:
                found.pop(change.path, None)
    return found


def chains_of(records: Sequence[Record]) -> list[tuple[list[str], list[FileChange]]]:
    """Return the files that commits changed, each under all names that it had, with the changes, the oldest first."""
    parent: dict[str, str] = {}

    def root(path: str) -> str:
        while parent.setdefault(path, path) != path:
            parent[path] = parent[parent[path]]
            path = parent[path]
        return path

    for record in records:
        for change in record.changes:
            one = root(change.path)
            if change.former:
                parent[one] = root(change.former)
    chains: dict[str, tuple[list[str], list[FileChange]]] = {}
    for path in list(parent):
        chains.setdefault(root(path), ([], []))[0].append(path)
    for record in records:
        for change in record.changes:
            chains[root(change.path)][1].append(change)
    return list(chains.values())


def log_bytes(found: Log) -> bytes:
    """Return commits as bytes."""
    rows = [
        [commit.id, commit.author, commit.email, commit.time.isoformat(), commit.message, commit.merged, changes]
        for commit, changes, _ in found.records
    ]
    return json.dumps(rows).encode()


def log_from(row: bytes) -> Log | None:
    """Return the commits that `log_bytes` was given; None for bytes that it did not make."""
    from datetime import datetime

    from okrlint.history.interface import Commit

    try:
        return Log(
            tuple(
                [
                    Record(
                        Commit(name, author, email, datetime.fromisoformat(time), message, tuple(merged)),
                        tuple([FileChange(*change) for change in changes]),
                    )
                    for name, author, email, time, message, merged, changes in json.loads(row)
                ]
            )
        )
    except (ValueError, TypeError):
        return None
