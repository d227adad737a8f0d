"""Which kinds of fields a document has at all: a rule about weights has nothing to say where there are none."""

from okrlint.model import Document


def fields_of(document: Document) -> frozenset[str]:
    """Return the kinds of fields that an item, or the document for all of them, has.

    They are "owner" (contributors and owners of steps count), "deadline" (of its own; a step's counts), "confidence"
    (one of a check-in counts), "weight", "score", "checkin" and "action".
    """
    found = {"owner"} if document.owners else set[str]()
    if document.checkins:
        found |= {"checkin", "confidence"}
    for item in document.items():
        if item.owners or item.owners_inherited or item.contributors:
            found.add("owner")
        if item.deadline and not item.deadline_inherited:
            found.add("deadline")
        if item.confidence:
            found.add("confidence")
        if item.weight:
            found.add("weight")
        if item.score:
            found.add("score")
        if item.checkins:
            found |= {"checkin", "confidence"}
        if item.actions:
            found.add("action")
            if any(action.owners for action in item.actions):
                found.add("owner")
            if any(action.due for action in item.actions):
                found.add("deadline")
    return frozenset(found)
