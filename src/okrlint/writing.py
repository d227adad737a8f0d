"""Writing a file whole or not at all."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from os.path import dirname, exists, join, realpath


def write_whole(path: str, data: bytes, confirm: Callable[[str], object] = lambda _: None) -> None:
    """Write a file at once or not at all: whoever reads it meanwhile reads what was there, or all that is new.

    Links stay, and so do permissions and, where that is allowed, the owner.

    Args:
        path: of the file; its folder must be there.
        data: what it is to hold.
        confirm: is called with the file's real path when all is ready; what it raises leaves the file as it is.

    Raises:
        OSError: where the file cannot be written; it is then as it was.
    """
    target = realpath(path)
    kept = os.stat(target) if exists(target) else None
    if kept and not os.access(target, os.W_OK):  # a folder that can be written to would let it be replaced
        raise PermissionError(0, "it is read-only")
    mode = 0o600 if kept else 0o666  # what others may not read is not shown to them meanwhile
    draft = join(dirname(target), f".okrlint-{os.urandom(8).hex()}.tmp")
    try:
        with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(data)
        if kept:
            os.chmod(draft, stat.S_IMODE(kept.st_mode))
            if hasattr(os, "chown"):
                with suppress(OSError):  # only root may give a file back to its owner
                    os.chown(draft, kept.st_uid, kept.st_gid)
        confirm(target)
        os.replace(draft, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise
