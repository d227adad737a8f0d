"""Patterns of paths, with the meaning that they have in a `.gitignore`.

The libraries for this turn a pattern into one regular expression, in which a few stars take minutes (`*a*a*a*a*a*a*b`
against a name of 250 characters): a configuration that comes with a pull request could hang a build. Here each part of
a path is matched by itself, without looking back, and the cost of a path is at most its length times the pattern's.
"""

import re
from collections.abc import Sequence
from fnmatch import translate
from functools import cached_property
from os.path import abspath, relpath, sep
from typing import NamedTuple

_ANY_DEPTH = "**"


class Pattern(NamedTuple):
    """A line of a `.gitignore`.

    Attributes:
        parts: what each part of a path must be: an expression, or `**` for any number of parts.
        keeps: whether it takes back (`!`) what an earlier one means.
        folders_only: whether it ends with `/`.
    """

    parts: tuple["re.Pattern[str] | str", ...]
    keeps: bool
    folders_only: bool

    def matches(self, path: Sequence[str], *, is_folder: bool) -> bool:
        """Return whether it means this very path, given as its parts."""
        return (is_folder or not self.folders_only) and _matches(self.parts, path)


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
        above = any(self.verdict(parts[:count], is_folder=True) for count in range(1, len(parts)))
        return above or bool(self.verdict(parts, is_folder=is_folder))

    def verdict(self, path: Sequence[str], *, is_folder: bool) -> bool | None:
        """Return whether this very path is meant, or taken back; None where no pattern speaks of it.

        Args:
            path: its parts below the folder of the patterns.
            is_folder: as in `match`.
        """
        for pattern in self._backwards:
            if pattern.matches(path, is_folder=is_folder):
                return not pattern.keeps
        return None

    @cached_property
    def _backwards(self) -> list[Pattern]:
        return [pattern for line in reversed(self._lines) if (pattern := _pattern(line)) is not None]


def _pattern(line: str) -> Pattern | None:
    """Read a line; None for a comment, a blank line, or one that can mean nothing."""
    line = line.rstrip("\r\n")
    text = line.rstrip(" ")
    if len(text) < len(line) and (len(text) - len(text.rstrip("\\"))) % 2:  # a blank that is escaped counts
        text += " "
    if text.startswith("#"):
        return None
    keeps = text.startswith("!")
    text = text[keeps:]
    folders_only = text.endswith("/")
    names = text.removesuffix("/").split("/")
    if len(names) == 1:
        names = [_ANY_DEPTH, *names]  # a name alone is looked for at every depth
    elif not names[0]:
        names = names[1:]
    if not all(names):  # no part of a path is empty
        return None
    parts: list[re.Pattern[str] | str] = []
    for name in names:
        if name != _ANY_DEPTH:
            parts.append(re.compile(translate(_for_fnmatch(name)), re.DOTALL))
        elif not parts or parts[-1] != _ANY_DEPTH:
            parts.append(_ANY_DEPTH)
    if parts == [_ANY_DEPTH] or (parts[-1] == _ANY_DEPTH and len(names) > 1):
        parts.append(re.compile(".*", re.DOTALL))  # `a/**` means what is in `a`, not `a` itself
    return Pattern(tuple(parts), keeps, folders_only)


def _for_fnmatch(name: str) -> str:
    """Return a part of a pattern in the spelling of `fnmatch`: escapes and negated sets differ."""
    name = re.sub(r"\\(.)", lambda match: f"[{match[1]}]" if match[1] in "*?[" else match[1], name, flags=re.DOTALL)
    return name.replace("[^", "[!")


def _matches(parts: Sequence["re.Pattern[str] | str"], path: Sequence[str]) -> bool:
    """Match parts one by one; after a failure only the last `**` has to take one part more."""
    at = done = 0
    retry: tuple[int, int] | None = None
    while done < len(path):
        part = parts[at] if at < len(parts) else None
        if part == _ANY_DEPTH:
            at += 1
            retry = (at, done)
        elif isinstance(part, re.Pattern) and part.fullmatch(path[done]):
            at, done = at + 1, done + 1
        elif retry is not None:
            at, done = retry[0], retry[1] + 1
            retry = (at, done)
        else:
            return False
    return all(part == _ANY_DEPTH for part in parts[at:])
