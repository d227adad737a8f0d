"""What a time limit is, and the words that make one."""

from functools import cache
from typing import Literal, NamedTuple

from okrlint.language.vocabulary import groups

LimitUnit = Literal["day", "week", "month", "quarter", "year"]


class TimeLimit(NamedTuple):
    """A time limit that names no day.

    Attributes:
        start: offset of its first character; the words that make it a limit (within, by) belong to it.
        end: offset after its last character, that of the event that it is counted from included.
        unit: the unit that it is counted in; "day" for the end of a stretch of work.
        placeholder: whether it is a blank that was never filled in (X季度).
    """

    start: int
    end: int
    unit: LimitUnit
    placeholder: bool = False


def listed(group: str) -> frozenset[str]:
    """Return a group of data/time_limits.txt."""
    return groups("time_limits")[group]


@cache
def _split(group: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the whole words of a group, and the beginnings of words."""
    entries = listed(group)
    return (
        frozenset(entry for entry in entries if not entry.endswith("*")),
        tuple(entry[:-1] for entry in entries if entry.endswith("*")),
    )


def is_in(word: str, group: str) -> bool:
    """Tell whether a word, in lower case, is one of a group."""
    whole, beginnings = _split(group)
    return word in whole or word.startswith(beginnings)
