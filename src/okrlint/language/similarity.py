"""How much two statements say the same, numbers and dates aside."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.dates import dates
from okrlint.language.folding import fold, is_cjk
from okrlint.language.quantities import amounts
from okrlint.language.vocabulary import words

_LONGEST = 1_000
"""How much of a statement is compared, in characters."""


def terms(text: str) -> frozenset[str]:
    """Return what a statement is about: its English words without endings, its Chinese characters in pairs.

    Quantities and dates are left out, and words such as "the" and 的. Simplified and traditional characters, and
    words in any case, are the same.
    """
    empty = words("empty_words")
    found_terms: set[str] = set()
    for word in _pattern().findall(without_figures(text[:_LONGEST])):
        if not is_cjk(word[0]):
            if word not in empty:
                found_terms.add(_stem(word))
            continue
        for run in "".join(" " if char in empty else char for char in word).split():
            found_terms.update(run[at : at + 2] for at in range(max(len(run) - 1, 1)))
    return frozenset(found_terms)


def without_figures(text: str) -> str:
    """Return a text, folded and in lower case, with blanks where its quantities and dates stand."""
    masked = list(fold(text).lower())
    spans = [(amount.start, amount.end) for amount in amounts(text)]
    spans += [(day.start, day.end) for day in dates(text)]
    for start, end in spans:
        masked[start:end] = " " * (end - start)
    return "".join(masked)


def is_comparable(text: str) -> bool:
    """Tell whether most letters are of a script that is compared: of the rest only stray words would be alike."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char.isascii() or is_cjk(char) for char in letters) > len(letters)


def similarity(one: str, other: str) -> float:
    """Return how alike two statements are, 0 to 1: the share of their terms that both have (Dice's coefficient).

    Statements without terms (nothing but numbers) are alike only where they are the same.
    """
    first, second = terms(one), terms(other)
    if not first and not second:
        return float(fold(one).strip() == fold(other).strip())
    return 2 * len(first & second) / (len(first) + len(second))


def _stem(word: str) -> str:
    """Cut the endings that English words take in a sentence, so that `users` and `user` are one term."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 3 else word


@cache
def _pattern() -> Pattern[str]:
    return compile_pattern(r"[a-z][a-z0-9'-]*|[\u3400-\u9fff]+", ASCII)
