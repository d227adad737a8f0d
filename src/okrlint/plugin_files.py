"""Telling cheaply whether any plugin is installed."""

import sys
from os import scandir
from os.path import isabs

OWN = "okrlint"
"""Our distribution: its parts are always there."""

GROUP = "okrlint"
"""Of entry points."""


def is_any_installed() -> bool:
    """Tell whether another package than ours has an entry point for okrlint.

    `importlib.metadata` costs more than reading a document does, so a package is first looked for by its files.
    """
    for folder in sys.path:
        if not isabs(folder):  # the working folder: what lies there is being linted, and is not installed
            continue
        try:
            entries = list(scandir(folder))
        except NotADirectoryError:  # an archive: only the machinery of imports looks into it
            return True
        except OSError:
            continue
        for entry in entries:
            if entry.name.endswith((".dist-info", ".egg-info")) and not entry.name.startswith(f"{OWN}-"):
                try:
                    with open(f"{entry.path}/entry_points.txt", "rb") as file:
                        if f"[{GROUP}]".encode() in file.read():
                            return True
                except OSError:
                    continue
    return False
