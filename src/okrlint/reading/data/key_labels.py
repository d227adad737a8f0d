"""Labels as keys: in data they are spelled in many more ways than in words (`kr_1`, `keyResult2`, `o1`)."""

from functools import cache, lru_cache
from re import IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.reading.labels import LabelMatch, label

_LONGEST = 24
"""No key that is a label has more characters."""


def key_label(key: str) -> LabelMatch | None:
    """Return the label with a number that a key is as a whole, in whatever case it is written; None for others."""
    return _label(key) if len(key) <= _LONGEST and key[-1:] in _ENDS and key[:1].isalpha() else None


_ENDS = frozenset("0123456789一二三四五六七八九十abcdefghABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""What the number of a label ends with."""


@lru_cache(maxsize=512)  # all items of a document have the same few keys, and each objective has a KR1
def _label(key: str) -> LabelMatch | None:
    spelled = _glued().sub(r"\1 ", _between_digits().sub(".", key).replace("_", " "))
    for each in (spelled, spelled.upper()):
        found = label(f"{each}:")
        if found and found.number and found.end == len(each) + 1:
            return found
    return None


@cache
def _glued() -> Pattern[str]:
    return compile_pattern(r"^(key)(?=results?[ \d])", IGNORECASE)


@cache
def _between_digits() -> Pattern[str]:
    return compile_pattern(r"(?<=\d)_(?=\d)")
