"""Where the cache lies."""

import os
import stat
import sys
from os.path import expanduser, join

VARIABLE = "OKRLINT_CACHE_DIR"
"""The environment's word for the folder."""


class NotPrivateError(Exception):
    """A folder that others may write to: what it holds could be anybody's."""


def default_folder() -> str:
    """Return the folder for this user's cache, as the system has it."""
    given = os.environ.get(VARIABLE)
    if given:
        return given
    if sys.platform == "win32":
        return join(os.environ.get("LOCALAPPDATA") or expanduser("~"), "okrlint", "Cache")
    if sys.platform == "darwin":
        return join(expanduser("~"), "Library", "Caches", "okrlint")
    base = os.environ.get("XDG_CACHE_HOME", "")
    return join(base if base.startswith("/") else join(expanduser("~"), ".cache"), "okrlint")


def make_private(folder: str) -> None:
    """Make the folder for its owner alone, or see that it is.

    Raises:
        OSError: where it cannot be made.
        NotPrivateError: where it is somebody else's, or others may write to it.
    """
    os.makedirs(folder, mode=0o700, exist_ok=True)
    about = os.stat(folder)
    if not stat.S_ISDIR(about.st_mode):
        raise NotADirectoryError(folder)
    if hasattr(os, "getuid") and (about.st_uid != os.getuid() or about.st_mode & 0o022):
        raise NotPrivateError(folder)
