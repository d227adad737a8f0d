"""Finding the files below a folder that an installed reader reads."""

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from os import sep, walk
from os.path import exists, isfile, join, splitext

from okrlint.registry import Registry

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages", "vendor", "dist", "build"})
"""Folders that a walk does not enter, beside those whose names begin with a dot."""


def format_of(path: str, registry: Registry) -> str | None:
    """Return the name of the reader for a file's ending, or None."""
    suffix = splitext(path)[1].lower()
    return next((ref.name for ref in registry.readers if suffix in ref.suffixes), None)


def files_below(
    folder: str, registry: Registry, exclude: Sequence[str], refused: Callable[[OSError], None]
) -> Iterator[str]:
    """Yield the files below a folder that a reader reads, in a fixed order.

    Args:
        folder: where to begin; hidden files and folders, those by which Office locks an open file (`~$okr.xlsx`),
            `SKIPPED_FOLDERS`, links to folders, and what is no file
            (a pipe may never end) are passed over; a link to nothing is not: it is an error to be told.
        registry: whose readers count.
        exclude: glob patterns of paths, or of names, of files and folders that are passed over.
        refused: is told of each folder that cannot be read.
    """

    def wanted(path: str, name: str) -> bool:
        return not name.startswith((".", "~$")) and not _excluded(path, name, exclude)

    for parent, folders, files in walk(folder, onerror=refused):
        here = "" if parent == "." else parent.removeprefix(f".{sep}")
        folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS and wanted(join(here, name), name))
        for name in sorted(files):
            path = join(here, name)
            if format_of(name, registry) and wanted(path, name) and (isfile(path) or not exists(path)):
                yield path


def _excluded(path: str, name: str, patterns: Sequence[str]) -> bool:
    relative = path.replace("\\", "/").removeprefix("./")
    return any(fnmatch(relative, pattern.rstrip("/")) or fnmatch(name, pattern.rstrip("/")) for pattern in patterns)
