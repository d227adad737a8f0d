"""What to say of a word that is not known."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like `word`, in any case of its letters; None where none is like it."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), by_folded, 1)
    return by_folded[close[0]] if close else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the nearest known word as a question, or else all that there are."""
    names = list(known)
    close = nearest(word, names)
    return f"did you mean {close!r}?" if close else f"there are: {', '.join(names) or 'none'}"
