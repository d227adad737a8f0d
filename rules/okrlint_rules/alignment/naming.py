"""What items and documents of a project are called in messages."""

from collections.abc import Sequence

from okrlint.plugins import Place, Project, Words

_MOST = 6


def name_of(place: Place, project: Project, asking: int | None = None) -> str:
    """Return what an item is called: its document and its label, "company.md O1 KR2".

    Args:
        place: of the item, or of a document as a whole.
        project: the project.
        asking: the document in which the name is read, by its number: of its own items the document is left out.
    """
    item = project.item(place)
    document = project.documents[place.document].path
    if item is None:
        return document
    label = item.label or item.id
    name = label if item.kind == "objective" else f"{item.objective} {label}"
    return name if place.document == asking else f"{document} {name}"


def reference_to(place: Place, project: Project) -> str:
    """Return words by which another document may say that it supports an item: "company-2026/O3"."""
    item = project.item(place)
    stem = project.documents[place.document].path.rpartition("/")[2].partition(".")[0]
    if item is None:
        return stem
    label = item.label or item.id
    return f"{stem}/{label}" if item.kind == "objective" else f"{stem}/{item.objective}/{label}"


def listed(names: Sequence[str], most: int = _MOST) -> Words:
    """Return names in a row, each once, and at most so many of them."""
    shown = [*dict.fromkeys(names)]
    more = ["…"] if len(shown) > most else []
    shown = [*shown[:most], *more]
    return Words(", ".join(shown), "、".join(shown))
