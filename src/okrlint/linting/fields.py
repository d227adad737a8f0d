"""Which kinds of fields a document has at all: a rule about weights has nothing to say where there are none."""

from collections.abc import Iterator

from okrlint.model import Document, Item


def fields_of(document: Document) -> frozenset[str]:
    """Return the kinds of fields that an item, or the document for all of them, has.

    They are "owner" (contributors and owners of steps count), "deadline" (of its own; a step's counts), "confidence"
    (one of a check-in counts), "weight", "score", "checkin" and "action".
    """
    found = {"owner"} if document.owners else set[str]()
    if document.checkins:
        found |= {"checkin", "confidence"}
    for item in document.items():
        found.update(_fields_of(item))
    return frozenset(found)


def _fields_of(item: Item) -> Iterator[str]:
    if item.owners or item.owners_inherited or item.contributors:
        yield "owner"
    if item.deadline and not item.deadline_inherited:
        yield "deadline"
    if item.confidence:
        yield "confidence"
    if item.weight:
        yield "weight"
    if item.score:
        yield "score"
    if item.checkins:
        yield "checkin"
        yield "confidence"
    if item.actions:
        yield "action"
        if any(action.owners for action in item.actions):
            yield "owner"
        if any(action.due for action in item.actions):
            yield "deadline"
