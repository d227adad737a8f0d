"""What the statements of a project have in common at a glance, told once for all rules that ask."""

from collections.abc import Callable, Iterable, Sequence
from weakref import WeakKeyDictionary

from okrlint.plugins import DocumentSummary, ItemSummary, Place, Project
from okrlint_rules.structure.moving import signs_of


class Glances:
    """The signs of each statement of a project; see `signs_of`.

    A number stands for them, which takes a thirtieth of the memory: statements with the same signs have the same, and
    others hardly ever do.

    Args:
        project: the project.
    """

    def __init__(self, project: Project) -> None:
        self._signs: list[list[int] | None] = [None] * len(project.documents)

    def of_document(self, number: int, project: Project) -> list[int]:
        """Return a number for the signs of each item of a document, by its place there."""
        found = self._signs[number]
        if found is None:
            found = self._signs[number] = [hash(signs_of(item.text)) for item in project.documents[number].items]
        return found


_KNOWN: WeakKeyDictionary[Project, Glances] = WeakKeyDictionary()


def glances_of(project: Project) -> Glances:
    """Return the glances at a project, the same ones for as long as it is judged."""
    found = _KNOWN.get(project)
    if found is None:
        found = _KNOWN[project] = Glances(project)
    return found


Entry = tuple[Place, ItemSummary]

Keys = Callable[[DocumentSummary, Sequence[int]], Iterable[int | None]]
"""Tells of each item of a document, given the numbers for their signs, a number for what it is like; or None."""


def alike(
    project: Project, counts: Callable[[int], bool], keys_of: Keys, *, in_one_document: bool
) -> Iterable[list[Entry]]:
    """Return the items that are like others, in order; only these are kept, since most of a project is not.

    Args:
        project: the project.
        counts: tells of the number of a document whether it is looked at.
        keys_of: see there.
        in_one_document: whether items of one document are enough; else there are several of each.
    """
    glances = glances_of(project)
    keys: list[Sequence[int | None]] = []
    first: dict[int, int] = {}
    several: set[int] = set()
    for number, document in enumerate(project.documents):
        own: Sequence[int | None] = ()
        if counts(number):
            own = tuple(keys_of(document, glances.of_document(number, project)))
        keys.append(own)
        for key in own:
            if key is not None and (key in first if in_one_document else first.get(key, number) != number):
                several.add(key)
            elif key is not None:
                first[key] = number
    found: dict[int, list[Entry]] = {}
    for number, own in enumerate(keys):
        if several.isdisjoint(own):
            continue
        for at, (key, item) in enumerate(zip(own, project.documents[number].items, strict=True)):
            if key in several:
                found.setdefault(key, []).append((Place(number, at), item))
    return found.values()
