"""Telling a slip of the pen that was mended from a change of what a statement says."""

from collections.abc import Sequence
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from okrlint.language.folding import fold, is_cjk
from okrlint.language.segmentation import tokens
from okrlint.language.vocabulary import words

_LONGEST = 1_000
"""Characters of a statement that are compared; of longer ones any change is one of what they say."""
_SHORTEST_WORD = 4
"""Letters of a word in which another letter may be a slip: of shorter ones it makes another word."""
_SHORTEST_TEXT = 6
"""Characters of a Chinese text of which one may be a slip."""
_MOST_WORDS = 2
"""Words of a statement in which slips are mended at once."""


def is_typo_only(one: str, other: str) -> bool:
    """Tell whether two statements say the same but for spelling, case, blanks and punctuation.

    All numbers, and the signs that belong to them, are the same in both. In a word of four letters at least, one may
    be another, too many, missing, or in the place of its neighbour, but not the first. Of Chinese characters one may
    be another where the word is in a dictionary with one of them alone.
    """
    if one == other:
        return True
    if max(len(one), len(other)) > _LONGEST:
        return False
    first, second = fold(one).lower(), fold(other).lower()
    if _figures().findall(first) != _figures().findall(second):
        return False
    parts, others = _parts().findall(first), _parts().findall(second)
    if "".join(parts) == "".join(others):
        return True
    empty = words("empty_words")
    parts, others = ([part for part in each if part not in empty] for each in (parts, others))
    if parts == others:
        return True
    if len(parts) != len(others):
        return False
    pairs = [pair for pair in zip(parts, others, strict=True) if pair[0] != pair[1]]
    if len(pairs) > _MOST_WORDS:
        return False
    if any(is_cjk(part[0]) for pair in pairs for part in pair):
        return len(pairs) == 1 and _is_slip_of_character(first, second)
    return all(_is_slip(*pair) for pair in pairs)


def _is_slip(word: str, other: str) -> bool:
    """Tell whether one letter of a word is another, too many, missing, or in the place of its neighbour."""
    if min(len(word), len(other)) < _SHORTEST_WORD or not (word + other).isalpha() or word[0] != other[0]:
        return False
    start = _common(word, other)
    end = min(_common(word[::-1], other[::-1]), min(len(word), len(other)) - start)
    left, right = word[start : len(word) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def _is_slip_of_character(text: str, other: str) -> bool:
    """Tell whether texts differ in one character, which makes a word of a dictionary in one of them alone."""
    if len(text) != len(other) or sum(map(is_cjk, text)) < _SHORTEST_TEXT:
        return False
    at = _common(text, other)
    if text[at + 1 :] != other[at + 1 :]:
        return False
    return _is_word_at(text, at) != _is_word_at(other, at)


def _is_word_at(text: str, at: int) -> bool:
    return any(token.start <= at < token.end and token.end - token.start > 1 and token.tag for token in tokens(text))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many elements two sequences begin with alike."""
    shortest = min(len(one), len(other))
    return next((at for at in range(shortest) if one[at] != other[at]), shortest)


@cache
def _figures() -> Pattern[str]:
    """Numbers, in digits or in Chinese, and what turns them into others."""
    return compile_pattern(
        r"[<>=≤≥±~$€£¥%‰+]|(?<![\w-])-(?=\d)|\d(?:[\d.,:/]*\d)?|[零〇一二两三四五六七八九十百千万亿半]+"
    )


@cache
def _parts() -> Pattern[str]:
    return compile_pattern(r"[^\W\d_\u3400-\u9fff]+|\d+|[\u3400-\u9fff]")
