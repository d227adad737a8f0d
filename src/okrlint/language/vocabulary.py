"""Word lists that are kept as text: one entry a line, so that they can be read and extended without code."""

from functools import cache
from os.path import dirname, join

_DATA = join(dirname(__file__), "data")


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """Return the groups of the list `name`: entries under a `[group]` line, those above any under "".

    Lines that start with `#` say what a group is and where it comes from; they and empty lines are no entries.
    """
    found: dict[str, set[str]] = {}
    entries = found.setdefault("", set())
    with open(join(_DATA, f"{name}.txt"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line in lines:
        entry = line.strip()
        if entry.startswith("[") and entry.endswith("]"):
            entries = found.setdefault(entry[1:-1], set())
        elif entry and not entry.startswith("#"):
            entries.add(entry)
    return {group: frozenset(members) for group, members in found.items()}


@cache
def words(name: str) -> frozenset[str]:
    """Return every entry of the list `name`, whatever its group."""
    return frozenset().union(*groups(name).values())
