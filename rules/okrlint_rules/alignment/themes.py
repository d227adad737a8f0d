"""Themes that two statements share though they share no word: love and NPS, speed and latency."""

from functools import lru_cache

from okrlint.plugins import Lexicon

_SIGN = " / "


def themes(text: str, rows: Lexicon) -> frozenset[int]:
    """Return which themes a statement speaks of, by their place in the list.

    Args:
        text: the statement.
        rows: a theme an entry, its words between slashes.
    """
    return frozenset(number for number, words in enumerate(_words_of(rows.entries)) if words.has(text))


@lru_cache(maxsize=4)  # the list of a run, and those of a few tests
def _words_of(entries: tuple[str, ...]) -> tuple[Lexicon, ...]:
    return tuple(Lexicon("theme", entry.split(_SIGN)) for entry in entries)
