"""What git ignores, from the files in which it is told so."""

import os
from collections.abc import Callable
from errno import EFBIG
from os.path import dirname, exists, isfile, islink, join, sep
from typing import NamedTuple

from okrlint.config.globs import Globs

MAX_BYTES = 200_000
"""The largest `.gitignore` that is read."""


class GitIgnore:
    """Tells what git ignores in repositories: each file that says so is read once.

    They are those of git but one: the `.gitignore` files of a folder and of those above it, up to the root of its
    repository, and the repository's `info/exclude`; not what a user has set for all repositories, so that a run finds
    the same files on every machine. Outside of a repository nothing is ignored. That a file is tracked all the same is
    not looked at.

    Args:
        refused: is told of each of the files that cannot be read.
    """

    def __init__(self, refused: Callable[[OSError], None]) -> None:
        self._refused = refused
        self._said: dict[str, tuple[_Lines, ...] | None] = {}  # None: no repository

    def has_lines_for(self, folder: str) -> bool:
        """Return whether anything in a folder, given by its real path, might be ignored."""
        return bool(self._of(folder))

    def ignores(self, folder: str, name: str, *, is_folder: bool) -> bool:
        """Return whether git ignores what has this name in a folder, not counting that it may ignore the folder.

        Args:
            folder: its real path.
            name: of a file or folder that need not be there.
            is_folder: some lines mean folders alone.
        """
        said = self._of(folder)
        if not said:
            return False
        path = _as_bytes(join(folder, name))
        for lines in said:
            verdict = lines.globs.verdict(path[lines.skip :], is_folder=is_folder)
            if verdict is not None:
                return verdict
        return False

    def _of(self, folder: str) -> tuple["_Lines", ...] | None:
        """Return the lines that hold for what is in a folder, the nearest ones first."""
        unknown = []
        while folder not in self._said:
            unknown.append(folder)
            if folder == dirname(folder):
                break
            folder = dirname(folder)
        said = self._said.get(folder)
        for each in reversed(unknown):
            said = self._said[each] = self._below(each, said)
        return said

    def _below(self, folder: str, above: tuple["_Lines", ...] | None) -> tuple["_Lines", ...] | None:
        if exists(join(folder, ".git")):
            above = self._lines(_exclude_file(folder), folder)
        if above is None:
            return None
        path = join(folder, ".gitignore")
        return above if islink(path) else (*self._lines(path, folder), *above)  # git follows no link here

    def _lines(self, path: str, folder: str) -> tuple["_Lines", ...]:
        if not isfile(path):
            return ()
        try:
            data = _read(path)
        except OSError as error:
            self._refused(error)
            return ()
        # As git does, bytes are matched and not characters: one line may be in another encoding than its neighbour.
        globs = Globs(data.removeprefix(b"\xef\xbb\xbf").decode("latin-1").split("\n"))
        return (_Lines(globs, len(_as_bytes(join(folder, "")))),) if globs else ()


class _Lines(NamedTuple):
    """The lines of a file, and how many characters of a path they leave out."""

    globs: Globs
    skip: int


def _as_bytes(path: str) -> str:
    """Return a path with one character for each of its bytes."""
    return (path if path.isascii() else os.fsencode(path).decode("latin-1")).replace(sep, "/")


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise OSError(EFBIG, f"larger than {MAX_BYTES:,} bytes", path)
    return data


def _exclude_file(folder: str) -> str:
    """Return where a repository's own file of this kind is; a worktree and a submodule have theirs elsewhere."""
    home = _named_in(join(folder, ".git"), "gitdir:") or ".git"
    common = _named_in(join(folder, home, "commondir"), "") or "."
    return join(folder, home, common, "info", "exclude")


def _named_in(path: str, key: str) -> str | None:
    try:
        line = _read(path).partition(b"\n")[0] if isfile(path) else b""
    except OSError:
        return None
    name = os.fsdecode(line.removeprefix(key.encode())).strip()
    # A path of another machine is not followed: looking at it would already tell that machine of us.
    return name if "\0" not in name and not name.startswith(("//", "\\\\")) else None
