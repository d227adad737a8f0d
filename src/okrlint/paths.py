"""Paths of files: as messages have them, and as they are compared."""

from os.path import abspath, basename, dirname, join, realpath, relpath


def shown(path: str) -> str:
    """Return a path as messages have it: relative to the working folder where it lies below."""
    try:
        relative = relpath(path)
    except ValueError:  # on another drive, or no path at all
        return path
    return path if relative.startswith("..") else relative


def placed(path: str) -> str:
    """Return the real path of the folder that a file lies in, with the file's own name, though it may be a link."""
    return join(realpath(dirname(abspath(path))), basename(path))
