"""What the statements of a project have in common at a glance, told once for all rules that ask."""

from weakref import WeakKeyDictionary

from okrlint.plugins import Project
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
