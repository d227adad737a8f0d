"""Owners that are still to be named."""

from functools import lru_cache

from okrlint.plugins import Lexicon, fold

_MARKS = frozenset("?？-–—_…./／·* ")


_VACANT_BEFORE = ("vacant ", "空缺的", "待招的", "待聘的", "待招聘的", "待定的")
"""With what a role begins that nobody fills yet."""


@lru_cache(maxsize=256)  # the same few people own much of a document
def is_placeholder(name: str, words: Lexicon) -> bool:
    """Tell whether a name only keeps the place of one: a word of the list (TBD, 待定), or nothing but marks (???).

    A role that is said to be vacant is nobody's either: "Treasurer (vacant)", 店长（待招）, 空缺的店长.
    """
    plain = fold(name).lower()
    role, bracket, remark = plain.removesuffix(")").partition("(")
    is_vacant = bool(bracket) and bool(role.strip()) and plain.endswith(")") and words.matches_whole(remark.strip())
    return _MARKS.issuperset(name) or words.matches_whole(name) or plain.startswith(_VACANT_BEFORE) or is_vacant
