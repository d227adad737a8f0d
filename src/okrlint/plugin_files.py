"""What is installed, as far as the names of files tell it cheaply, and the error of a plugin."""

import sys
from functools import lru_cache
from os import scandir
from os.path import isabs
from typing import NamedTuple

OWN = "okrlint"
"""Our distribution: its parts are always there."""

GROUP = "okrlint"
"""Of entry points."""


class PluginError(Exception):
    """A plugin that cannot be used: it fails to load, is malformed, or takes a code, name or format that is taken."""


class Installed(NamedTuple):
    """What is installed.

    Attributes:
        packages: all packages with their versions, in order, as their folders of metadata are named.
        is_any_plugin: whether another package than ours has an entry point for okrlint.
    """

    packages: tuple[str, ...]
    is_any_plugin: bool


def installed_packages() -> Installed:
    """Return what is installed.

    `importlib.metadata` costs more than reading a document does, so packages are looked for by their files.
    """
    return _installed_in(tuple(sys.path))


@lru_cache(maxsize=1)  # a run asks several times
def _installed_in(folders: tuple[str, ...]) -> Installed:
    packages: list[str] = []
    is_any_plugin = False
    for folder in folders:
        if not isabs(folder):  # the working folder: what lies there is being linted, and is not installed
            continue
        try:
            entries = list(scandir(folder))
        except NotADirectoryError:  # an archive: only the machinery of imports looks into it
            is_any_plugin = True
            continue
        except OSError:
            continue
        for entry in entries:
            if entry.name.endswith((".dist-info", ".egg-info")):
                packages.append(entry.name)
                is_any_plugin = is_any_plugin or _is_plugin(entry.name, entry.path)
    return Installed(tuple(sorted(packages)), is_any_plugin)


def _is_plugin(name: str, path: str) -> bool:
    if name.startswith(f"{OWN}-"):
        return False
    try:
        with open(f"{path}/entry_points.txt", "rb") as file:
            return f"[{GROUP}]".encode() in file.read()
    except OSError:
        return False
