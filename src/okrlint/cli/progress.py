"""A bar for people who wait at a terminal. Nothing of it ever reaches a pipe or a file, and nothing of it stays."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

FEWEST = 50
"""A run of no more files than this has no bar."""
PATIENCE = 1.0
"""Seconds that pass before there is a bar."""
_PAUSE = 0.1
_WIDEST = 40


@contextmanager
def shown() -> "Iterator[Bar]":
    """Give a bar, of which nothing stays."""
    bar = Bar()
    try:
        yield bar
    finally:
        bar.erase()


class Bar:
    """Shows how far a run is."""

    def __init__(self) -> None:
        self._next = monotonic() + PATIENCE
        self._cells = 0
        try:
            self._columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
        except OSError:
            self._columns = 80

    def advance(self, done: int, total: int) -> None:
        """Show how far a run is (see `Linter.lint_paths`), if it takes long."""
        if total <= FEWEST or monotonic() < self._next:
            return
        self._next = monotonic() + _PAUSE
        count = f" {done}/{total}"
        room = min(self._columns - len(count) - 3, _WIDEST)
        filled = room * done // total
        bar = f"[{'#' * filled}{'.' * (room - filled)}]" if room > 0 else ""
        self._write(f"{bar}{count}")

    def erase(self) -> None:
        """Make room for other lines; `advance` shows the bar again."""
        if self._cells:
            self._write("")

    def _write(self, text: str) -> None:
        try:
            # Blanks and not an escape sequence: every terminal knows these.
            sys.stderr.write(f"\r{text}{' ' * (self._cells - len(text))}{'' if text else chr(13)}")
            sys.stderr.flush()
        except OSError:  # the terminal went away; what is found is of more use than this
            self._next = float("inf")
        self._cells = len(text)
