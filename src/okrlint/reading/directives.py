"""Words that an author addresses to okrlint, and that are none of the document's: `okrlint: disable=KW001`."""

from functools import cache
from re import IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.model import Span

KEY = "x-okrlint-ignore"
"""The key that directives stand under in YAML, JSON and TOML, which cannot have comments or whose comments get lost."""

ADDRESS = r"okrlint\s*[:：]"
"""How words for okrlint begin, as an expression that minds no case."""

COLUMNS = frozenset(("okrlint", KEY.removeprefix("x-")))
"""The columns that directives stand in, as `field_name` leaves their names."""


@cache
def _directive() -> Pattern[str]:
    return compile_pattern(rf"\s*{ADDRESS}", IGNORECASE)


def is_directive(words: str) -> bool:
    """Tell whether words address okrlint: `okrlint: disable=KW001`."""
    return _directive().match(words) is not None


@cache
def _comment() -> Pattern[str]:
    return compile_pattern(r"<!--+(?=\s*okrlint)", IGNORECASE)


def end_of_words(text: str, start: int, end: int) -> int:
    """Return where the words of a line end: before a comment for okrlint, if it ends in one."""
    comment = _comment().search(text, start, end)
    if comment is None or not text[start:end].rstrip().endswith("-->"):
        return end
    return start + len(text[start : comment.start()].rstrip())


def comment_lines(text: str) -> list[Span]:
    """Return the lines of Markdown that hold nothing but a comment for okrlint, each with its line break.

    To a parser such a line ends the list or the paragraph that it stands in; to its author it does not.
    """
    found: list[Span] = []
    end = 0
    for comment in _comment().finditer(text):
        start = comment.start()
        if start < end:
            continue
        close = text.find("-->", comment.end())
        if close < 0:
            break
        end = close + len("-->")
        begin = start
        while begin > 0 and text[begin - 1] in " \t":
            begin -= 1
        stop = end
        while stop < len(text) and text[stop] in " \t":
            stop += 1
        if (begin == 0 or text[begin - 1] in "\r\n") and (stop == len(text) or text[stop] in "\r\n"):
            stop += 2 if text.startswith("\r\n", stop) else stop < len(text)
            found.append(Span(begin, stop))
            end = stop
    return found
