"""Patterns of paths, with the meaning that they have in a `.gitignore`."""

from collections.abc import Sequence
from functools import cached_property
from os.path import abspath, relpath, sep

from okrlint.config.globs import Globs


class Patterns:
    """Tells which files some patterns mean; of several, the last one that speaks of a path decides.

    Args:
        patterns: lines of a `.gitignore`: `archive/`, `*.draft.md`, `/2024/**`, `!keep.md`.
        folder: what they are relative to; a file outside of it is never meant.
    """

    def __init__(self, patterns: Sequence[str], folder: str) -> None:
        self._lines = patterns
        self._folder = abspath(folder)

    def match(self, path: str, *, is_folder: bool = False) -> bool:
        """Return whether a file, or a folder, is meant: itself, or a folder that it lies in.

        Args:
            path: absolute, or relative to the working folder.
            is_folder: patterns that end with `/` mean folders alone, and what is in them.
        """
        if not self._lines:
            return False
        try:
            relative = relpath(abspath(path), self._folder).replace(sep, "/")
        except ValueError:  # on another drive
            return False
        parts = relative.split("/")
        if relative == "." or parts[0] == "..":
            return False
        # What lies in a folder that is meant cannot be taken back, as git has it.
        above = any(self._globs.verdict("/".join(parts[:count]), is_folder=True) for count in range(1, len(parts)))
        return above or bool(self._globs.verdict(relative, is_folder=is_folder))

    @cached_property
    def _globs(self) -> Globs:
        return Globs(self._lines)
