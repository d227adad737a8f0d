"""Patterns of paths, with the meaning that they have in a `.gitignore`."""

from collections.abc import Sequence
from functools import cached_property
from os.path import abspath, relpath, sep
from typing import Any


class Patterns:
    """Tells which files some patterns mean.

    Args:
        patterns: lines of a `.gitignore`: `archive/`, `*.draft.md`, `/2024/**`, `!keep.md`.
        folder: what they are relative to; a file outside of it is never meant.
    """

    def __init__(self, patterns: Sequence[str], folder: str) -> None:
        self._patterns = patterns
        self._folder = abspath(folder)

    def match(self, path: str, *, is_folder: bool = False) -> bool:
        """Return whether a file, or a folder, is meant.

        Args:
            path: absolute, or relative to the working folder.
            is_folder: patterns that end with `/` mean folders alone, and what is in them.
        """
        if not self._patterns:
            return False
        try:
            relative = relpath(abspath(path), self._folder).replace(sep, "/")
        except ValueError:  # on another drive
            return False
        if relative == "." or relative.startswith("../"):
            return False
        return bool(self._spec.match_file(relative + "/" if is_folder else relative))

    @cached_property
    def _spec(self) -> Any:
        from pathspec import GitIgnoreSpec  # most runs have no patterns

        return GitIgnoreSpec.from_lines(self._patterns)
