"""Documents of one person."""

from okrlint.plugins import Document


def is_personal(document: Document) -> bool:
    """Tell whether a document is one person's, who then answers for all of it: one owner, no team."""
    return document.team is None and len(document.owners) == 1 and not any(o.owners for o in document.objectives)
