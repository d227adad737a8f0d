"""What decides which rules are asked: the kinds of fields that a document has at all, and what was dropped.

A rule about weights has nothing to say where there are none, and no rule of what nobody pursues any more.
"""

from functools import cache, lru_cache

from okrlint.linting.lexicon import Lexicon
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


_DROPPED = (
    "dropped cancelled canceled abandoned descoped withdrawn obsolete deprioritized deprioritised"
    " 取消 放弃 废弃 作废 中止 终止 搁置 !未取消 !不放弃"
)
"""Words of a status that take an item out of the count, as the trackers and documents at hand write it; what is
done or closed still counts."""

_STATUS_LENGTH = 40
"""A status is a word or two at the beginning; what follows is a remark on it."""


def is_dropped(item: Item) -> bool:
    """Tell whether an item's status says that nobody pursues it any more."""
    return item.status is not None and says_dropped(item.status.value)


def says_dropped(status: str) -> bool:
    """Tell whether a status says that nobody pursues an item any more."""
    return _says_dropped(status[:_STATUS_LENGTH])


@lru_cache(maxsize=64)  # items have few different ones
def _says_dropped(status: str) -> bool:
    return _dropped().has(status)


@cache
def _dropped() -> Lexicon:
    return Lexicon("dropped", _DROPPED.split())
