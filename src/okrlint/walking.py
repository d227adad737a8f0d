"""Finding the files below a folder that an installed reader reads."""

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from os import walk
from os.path import join, splitext

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
        folder: where to begin; hidden files and folders, and `SKIPPED_FOLDERS`, are passed over.
        registry: whose readers count.
        exclude: glob patterns of paths, or of names, that are passed over.
        refused: is told of each folder that cannot be read.
    """
    for parent, folders, files in walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
        for name in sorted(files):
            path = join(parent, name)
            if not name.startswith(".") and format_of(name, registry) and not _excluded(path, name, exclude):
                yield path


def _excluded(path: str, name: str, patterns: Sequence[str]) -> bool:
    relative = path.replace("\\", "/").removeprefix("./")
    return any(fnmatch(relative, pattern) or fnmatch(name, pattern) for pattern in patterns)
