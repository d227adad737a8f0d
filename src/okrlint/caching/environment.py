"""What results depend on beside a document and its configuration: the versions of all code that takes part."""

import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from os import scandir, stat
from os.path import dirname, isdir

from okrlint.caching.digests import blake2b
from okrlint.plugin_files import Installed

_INSTALLED = ("site-packages", "dist-packages")
"""Folders whose code comes with a version: it changes only when that does."""
_MOST = 5_000
"""Files of a package that are looked at."""


def fingerprint(installed: Installed, plugins: Iterable[str]) -> bytes:
    """Return a digest of the Python that runs, of the packages that are installed, and of code without a version.

    Args:
        installed: what is installed.
        plugins: the files of the modules that plugins name.
    """
    digest = blake2b(digest_size=16)
    digest.update("\0".join([sys.version, *installed.packages]).encode("utf-8", "surrogatepass"))
    for name in ("okrlint", "okrlint_rules"):
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            _add_code(digest, dirname(spec.origin))
    for file in sorted(plugins):
        _add_code(digest, dirname(file) if file.endswith("__init__.py") else file)
    return digest.digest()


def _add_code(digest: "blake2b", place: str) -> None:
    """Add the times and sizes of code that is worked on: a checkout changes without a new version."""
    if any(f"/{folder}/" in place.replace("\\", "/") for folder in _INSTALLED):
        return
    files = sorted(_files_below(place)) if isdir(place) else [place]
    for file in files[:_MOST]:
        about = stat(file)
        digest.update(f"\0{file}\0{about.st_mtime_ns}\0{about.st_size}".encode("utf-8", "surrogatepass"))


def _files_below(folder: str) -> Iterator[str]:
    for entry in scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files_below(entry.path)
        elif entry.is_file():
            yield entry.path
