"""Owners that are still to be named."""

from okrlint.plugins import Lexicon

_MARKS = frozenset("?？-–—_…./／·* ")


def is_placeholder(name: str, words: Lexicon) -> bool:
    """Tell whether a name only keeps the place of one: a word of the list (TBD, 待定), or nothing but marks (???)."""
    return _MARKS.issuperset(name) or words.matches_whole(name)
