"""What results depend on beside a document and its configuration: the versions of all code that takes part."""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from os import scandir, stat
from os.path import dirname, isdir

from okrlint.caching.digests import blake2b
from okrlint.plugin_files import GROUP, Installed

_INSTALLED = ("site-packages", "dist-packages")
"""Folders whose code comes with a version: it changes only when that does."""
_MOST = 5_000
"""Files of a package that are looked at."""


def fingerprint(installed: Installed) -> bytes:
    """Return a digest of the Python that runs, of the packages that are installed, and of code without a version."""
    digest = blake2b(digest_size=16)
    digest.update("\0".join([sys.version, *installed.packages]).encode("utf-8", "surrogatepass"))
    for name in ("okrlint", "okrlint_rules", *(_plugins() if installed.is_any_plugin else ())):
        spec = find_spec(name)  # of a module that stands in no package: it is not imported for this
        if spec is not None and spec.origin is not None:
            _add_code(digest, dirname(spec.origin) if spec.submodule_search_locations else spec.origin)
    return digest.digest()


def _plugins() -> list[str]:
    """Return the packages that hold plugins, be they allowed or not."""
    from okrlint.discovering import found  # it loads what lists entry points

    return sorted(
        {plugin.value.partition(":")[0].strip().partition(".")[0] for plugin in found(GROUP, "okrlint_rules")}
    )


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
