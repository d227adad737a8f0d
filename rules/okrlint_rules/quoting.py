"""How the author's words are quoted in a message."""

from okrlint.plugins import is_cjk

_WIDEST = 72
"""Columns that a quotation may take: enough to know the sentence again, which is shown below the message anyway."""


def quoted(text: object) -> str:
    """Return a statement on one line, cut short behind a word, with "…", where it is long."""
    words = " ".join(str(text)[: 4 * _WIDEST].split())
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
