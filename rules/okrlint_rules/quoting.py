"""How the author's words, and numbers of days, stand in a message."""

from functools import lru_cache

from okrlint.plugins import Words, is_cjk

_WIDEST = 72
"""Columns that a quotation may take: enough to know the sentence again, which is shown below the message anyway."""


def in_days(count: int) -> Words:
    """Return a number of days in words: "1 day", "12 days", 12 天."""
    return Words("1 day" if count == 1 else f"{count} days", f"{count} 天")


def quoted(text: object) -> str:
    """Return a statement on one line, cut short behind a word, with "…", where it is long."""
    return _quoted(str(text)[: 4 * _WIDEST])


@lru_cache(maxsize=64)  # rules that find fault with one statement all quote it
def _quoted(text: str) -> str:
    words = " ".join(text.split())
    if 2 * len(words) <= _WIDEST:
        return words
    if words.isascii():
        return words if len(words) <= _WIDEST else _up_to(words, _WIDEST) + "…"
    width = 0
    for at, char in enumerate(words):
        width += 2 if is_cjk(char) else 1
        if width > _WIDEST:
            return _up_to(words, at) + "…"
    return words


def _up_to(words: str, at: int) -> str:
    """Return what stands before `at`, without a part of a Latin word at the end."""
    head = words[:at]
    if words[at] == " " or is_cjk(words[at]) or is_cjk(words[at - 1]):
        return head.rstrip()
    return head.rsplit(" ", 1)[0] if " " in head else head
