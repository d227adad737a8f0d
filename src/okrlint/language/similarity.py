"""How much two statements say the same, numbers and dates aside."""

from collections.abc import Sequence
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.dates import dates
from okrlint.language.folding import fold, is_cjk
from okrlint.language.quantities import amounts

_LONGEST = 1_000
"""How much of a statement is compared, in characters."""

_EMPTY_WORDS = frozenset(
    "a an the of to in on at by for from with and or as is are be been we our us their its it that this than into per"
    " up down within over under least most more less".split()
)
"""English words that say nothing of what a statement is about."""

_EMPTY_CHARACTERS = frozenset("的了和与及或从到由至在为把将被对向")
"""Chinese words of one character that say nothing of what a statement is about."""


def terms(text: str) -> frozenset[str]:
    """Return what a statement is about: its English words without endings, its Chinese characters in pairs.

    Quantities and dates are left out, and words such as "the" and 的. Simplified and traditional characters, and
    words in any case, are the same.
    """
    text = text[:_LONGEST]
    masked = list(fold(text).lower())
    for found in (*amounts(text), *dates(text)):
        masked[found.start : found.end] = " " * (found.end - found.start)
    words = _words().findall("".join(masked))
    found_terms: set[str] = set()
    for word in words:
        if not is_cjk(word[0]):
            if word not in _EMPTY_WORDS:
                found_terms.add(_stem(word))
            continue
        for run in _runs(word):
            found_terms.update(run[at : at + 2] for at in range(max(len(run) - 1, 1)))
    return frozenset(found_terms)


def similarity(one: str, other: str) -> float:
    """Return how alike two statements are, 0 to 1: the share of their terms that both have (Dice's coefficient).

    Statements without terms (nothing but numbers) are alike only where they are the same.
    """
    first, second = terms(one), terms(other)
    if not first and not second:
        return float(fold(one).strip() == fold(other).strip())
    return 2 * len(first & second) / (len(first) + len(second))


def _runs(word: str) -> Sequence[str]:
    """Split Chinese words at the characters that say nothing."""
    return "".join(" " if char in _EMPTY_CHARACTERS else char for char in word).split()


def _stem(word: str) -> str:
    """Cut the endings that English words take in a sentence, so that `users` and `user` are one term."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 3 else word


@cache
def _words() -> Pattern[str]:
    return compile_pattern(r"[a-z][a-z0-9'-]*|[\u3400-\u9fff]+", ASCII)
