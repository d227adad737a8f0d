"""How much two statements say the same, numbers and dates aside."""

from functools import cache, lru_cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.dates import dates
from okrlint.language.folding import fold, is_cjk
from okrlint.language.quantities import amounts
from okrlint.language.remembering import remembered
from okrlint.language.vocabulary import words

_LONGEST = 1_000
"""How much of a statement is compared, in characters."""


@remembered()  # several rules compare a statement with others, each with several
def terms(text: str) -> frozenset[str]:
    """Return what a statement is about: its English words without endings, its Chinese characters in pairs.

    Quantities and dates are left out, and words such as "the" and 的. Simplified and traditional characters, and
    words in any case, are the same. Each term stands in the folded statement, in lower case, letter for letter.
    """
    bare = without_figures(text[:_LONGEST])
    if text.isascii():
        return frozenset(map(_term, _latin().findall(bare))) - _NOTHING
    found = _pattern().findall(bare)
    found_terms: set[str] = set()
    for word in found:
        if word[0] <= "z" or not is_cjk(word[0]):
            found_terms.add(_term(word))
            continue
        for run in word.translate(_blanks()).split():
            found_terms.update([run[at : at + 2] for at in range(max(len(run) - 1, 1))])
    return frozenset(found_terms) - _NOTHING


_NOTHING = frozenset(("",))


@cache
def _blanks() -> dict[int, str]:
    """Blanks for the characters that say nothing of their own: 的, 了."""
    return {ord(entry): " " for entry in words("empty_words") if len(entry) == 1}


def without_figures(text: str) -> str:
    """Return a text, folded and in lower case, with blanks where its quantities and dates stand."""
    low = fold(text).lower()
    spans = [(amount.start, amount.end) for amount in amounts(text)]
    spans += [(day.start, day.end) for day in dates(text)]
    if not spans:
        return low
    masked = list(low)
    for start, end in spans:
        masked[start:end] = " " * (end - start)
    return "".join(masked)


def is_comparable(text: str) -> bool:
    """Tell whether most letters are of a script that is compared: of the rest only stray words would be alike."""
    if text.isascii():
        return any(map(str.isalpha, text))
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char.isascii() or is_cjk(char) for char in letters) > len(letters)


def similarity(one: str, other: str, *, least: float = 0.0) -> float:
    """Return how alike two statements are, 0 to 1: the share of their terms that both have (Dice's coefficient).

    Statements without terms (nothing but numbers) are alike only where they are the same.

    Args:
        one: a statement; it is quick to compare it with many others.
        other: another statement.
        least: what matters, 0 to 1: of statements that are less alike 0 may be returned, which is quicker to tell.
    """
    first = terms(one)
    if first and not _may_share(first, other, least):
        return 0.0
    second = terms(other)
    if not first and not second:
        return float(fold(one).strip() == fold(other).strip())
    return 2 * len(first & second) / (len(first) + len(second))


def _may_share(said: frozenset[str], text: str, least: float) -> bool:
    """Tell whether a text may be alike: each of its terms stands in it letter for letter."""
    low = fold(text[:_LONGEST]).lower()
    shared = sum([term in low for term in said])
    return 2 * shared / (len(said) + shared) >= least  # as if the text had no other terms


@lru_cache(maxsize=2048)
def _term(word: str) -> str:
    """Return an English word without the endings that it takes in a sentence; "" for a word that says nothing.

    So `users` and `user` are one term.
    """
    if word in words("empty_words"):
        return ""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 3 else word


@cache
def _latin() -> Pattern[str]:
    """Match English words; the range of Chinese characters takes a thousandth of a second to compile."""
    return compile_pattern(r"[a-z][a-z0-9'-]*", ASCII)


@cache
def _pattern() -> Pattern[str]:
    return compile_pattern(r"[a-z][a-z0-9'-]*|[\u3400-\u9fff]+", ASCII)
