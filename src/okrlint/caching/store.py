"""The cache's file: a SQLite database of results by key."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from os.path import join
from time import time
from typing import Any
from zlib import compress, crc32, decompress
from zlib import error as ZlibError  # noqa: N812

FILE = "results-1.sqlite3"
"""Its number changes with what it holds: older and newer releases do not meet."""
KEPT_DAYS = 30
"""Days after which a result that was not asked for is dropped."""
MAX_BYTES = 1_000_000_000
"""Size from which on results of earlier days are dropped, too."""
_PATIENCE = 2.0
"""Seconds that another run may take to write; a cache is not worth waiting longer for."""
_AT_ONCE = 500
"""Keys in a question: SQLite takes 999 of old."""
_SUM = 4


class Store:
    """Results by key, in one file that several runs use at the same time.

    Whatever goes wrong with it costs what it would have saved and no more: a file that is no database of ours is
    thrown away, a result that is damaged counts as not there, and where others write for too long nothing is written.

    Args:
        folder: private, and there.
    """

    def __init__(self, folder: str) -> None:
        self._path = join(folder, FILE)
        self._today = int(time() // 86_400)
        self._stale: set[bytes] = set()
        self._connection: sqlite3.Connection | None = None
        self._connection = self._opened()

    def known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Return those of some keys that there is a result for."""
        return {row[0] for row in self._selected("SELECT key FROM results WHERE key IN ({})", keys)}

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return results by key, as far as there are any, and undamaged."""
        found: dict[bytes, bytes] = {}
        for key, day, value in self._selected("SELECT key, day, value FROM results WHERE key IN ({})", keys):
            data = _unpacked(key, value)
            if data is not None:
                found[key] = data
                if day != self._today:
                    self._stale.add(key)
        return found

    def put(self, results: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep results."""
        rows = [(key, self._today, _packed(key, value)) for key, value in results]
        self._write(lambda connection: connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows))

    def drop(self, keys: Iterable[bytes]) -> None:
        """Keep some results no longer."""
        rows = [(key,) for key in keys]
        self._write(lambda connection: connection.executemany("DELETE FROM results WHERE key = ?", rows))

    def close(self) -> None:
        """Note what was of use today, drop what was not for long, and close the file."""
        if self._stale:
            rows = [(self._today, key) for key in self._stale]
            self._write(lambda connection: connection.executemany("UPDATE results SET day = ? WHERE key = ?", rows))
        self._prune()
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection | None:
        for _ in range(2):  # what is no database is thrown away, and made anew
            try:
                os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
                return _connected(self._path)
            except (OSError, sqlite3.OperationalError):
                return None
            except sqlite3.DatabaseError:
                self._discard()
        return None

    def _selected(self, query: str, keys: Sequence[bytes]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            if self._connection is None:
                break
            try:
                rows += self._connection.execute(query.format(",".join("?" * len(some))), some)
            except sqlite3.OperationalError:
                break
            except sqlite3.DatabaseError:
                self._discard()
        return rows

    def _write(self, change: Callable[[sqlite3.Connection], object]) -> None:
        if self._connection is None:
            return
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                change(self._connection)
        except sqlite3.OperationalError:  # locked for too long, no room, not writable
            return
        except sqlite3.DatabaseError:
            self._discard()

    def _prune(self) -> None:
        """Drop what was not asked for lately: once a day, and when there is too much."""
        if self._connection is None:
            return
        try:
            ((pruned,),) = self._connection.execute("PRAGMA user_version")
            ((pages,),) = self._connection.execute("PRAGMA page_count")
            ((free,),) = self._connection.execute("PRAGMA freelist_count")
            ((bytes_each,),) = self._connection.execute("PRAGMA page_size")
        except sqlite3.Error:
            return
        is_full = (pages - free) * bytes_each > MAX_BYTES
        if pruned == self._today and not is_full:
            return
        oldest = self._today if is_full else self._today - KEPT_DAYS

        def prune(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM results WHERE day < ?", (oldest,))
            connection.execute(f"PRAGMA user_version = {self._today:d}")

        self._write(prune)

    def _discard(self) -> None:
        """Throw away a file that is damaged."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        for ending in ("", "-journal"):
            with suppress(OSError):
                os.unlink(self._path + ending)


def _connected(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        # After a crash of the machine the file may be damaged: that is found out, and costs the cache.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, day INTEGER, value BLOB)")
    except BaseException:
        connection.close()
        raise
    return connection


def _packed(key: bytes, value: bytes) -> bytes:
    return crc32(value, crc32(key)).to_bytes(_SUM, "big") + compress(value, 1)


def _unpacked(key: bytes, packed: bytes) -> bytes | None:
    try:
        value = decompress(packed[_SUM:])
    except (ZlibError, TypeError):
        return None
    return value if crc32(value, crc32(key)).to_bytes(_SUM, "big") == packed[:_SUM] else None
