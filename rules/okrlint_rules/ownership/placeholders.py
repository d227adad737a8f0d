"""Owners that are still to be named."""

from functools import lru_cache

from okrlint.plugins import Lexicon

_MARKS = frozenset("?？-–—_…./／·* ")


@lru_cache(maxsize=256)  # the same few people own much of a document
def is_placeholder(name: str, words: Lexicon) -> bool:
    """Tell whether a name only keeps the place of one: a word of the list (TBD, 待定), or nothing but marks (???)."""
    return _MARKS.issuperset(name) or words.matches_whole(name)
