"""Fields that need no colon as their words tell which they are: questions (`Done? ✅`), and times (`Timeline: Q2`)."""

from functools import cache
from re import IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language.cycles import cycle_of
from okrlint.reading.names import is_name, split_names
from okrlint.reading.statuses import is_status
from okrlint.reading.word_sets import words

_LONGEST = 24
_MOST_WORDS = 3

_ANSWERS = words(
    "true false yes no y n done notyet notdone open x 是 否 是的 没有 沒有 还没 還沒 未完成 已完成 完成 完成了"
    " 没完成 沒完成 √ ✓ ✔ ✅ ☑ ❌ ✗ ✘ ✖ ✕ × ⬜ ☐ □"
)
_NOBODY = words("nobody noone everybody everyone anybody anyone somebody someone all us me")
_RATED = frozenset(("confidence", "score", "progress", "weight", "deadline"))
_PEOPLE = frozenset(("owner", "contributors"))


def answers(name: str, answer: str) -> bool:
    """Tell whether words answer the question that the name of a field with a question mark is."""
    words = answer.replace("\ufe0f", "").strip(" \t*_`。.")
    if not words or len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or "?" in words or "？" in words:
        return False
    if name == "done":
        return "".join(words.lower().split()) in _ANSWERS
    if name in _PEOPLE:
        return words[0] == "@" or (words.lower() not in _NOBODY and all(map(is_name, split_names(words))))
    if name == "status":
        return is_status(words) or is_status(f"🟢 {words}")
    return name in _RATED and any(map(str.isdigit, words))


def is_cycle(words: str) -> bool:
    """Tell whether words are a period or the two ends of one, and nothing else but how long it is."""
    if len(words) > 2 * _LONGEST + 12:
        return False
    period = cycle_of(words)
    return period is not None and not _beside().sub("", words[: period.start] + words[period.end :])


@cache
def _beside() -> Pattern[str]:
    return compile_pattern(
        r"\d{1,3}\s?(?:(?:days?|weeks?|months?)\b|个?[天周週月])"
        r"|\b(?:from|to|through|until|the|of|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6})\b"
        r"|\d{1,2}月|[至到从從共]|[\W_]",
        IGNORECASE,
    )
