"""Where words can be replaced without harm to what is around them."""

from collections.abc import Sequence
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.plugins import Span, Text


def exact_place(text: Text, start: int, end: int) -> Span | None:
    r"""Return where `value[start:end]` stands in the source, if nothing else stands there.

    That is letter for letter, or as escapes with a number (\uFF10); mark-up or a line break between the letters would
    be lost with them.
    """
    span = text.locate(start, end)
    words = raw_at(text, span)
    if "\\" in words and words != text.value[start:end]:
        words = _escape().sub(lambda match: chr(int(match[1], 16)), words)
    return span if words == text.value[start:end] else None


def raw_at(text: Text, span: Span) -> str:
    """Return what the source has at a place in a text."""
    return text.raw[span.start - text.span.start : span.end - text.span.start]


def code_in(text: Text) -> list[Span]:
    """Return where code stands in a text of Markdown, between as many backticks on either side."""
    if "`" not in text.raw:
        return []
    runs = [match.span() for match in _backticks().finditer(text.raw)]
    closing = _next_of_same_length(runs)
    found = []
    done = 0
    for number, (start, _) in enumerate(runs):
        after = closing[number]
        if start >= done and after is not None:
            done = runs[after][1]
            found.append(Span(text.span.start + start, text.span.start + done))
    return found


def _next_of_same_length(runs: Sequence[tuple[int, int]]) -> list[int | None]:
    following: list[int | None] = [None] * len(runs)
    last: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        start, end = runs[number]
        following[number] = last.get(end - start)
        last[end - start] = number
    return following


@cache
def _escape() -> Pattern[str]:
    return compile_pattern(r"\\u([0-9a-fA-F]{4})", ASCII)


@cache
def _backticks() -> Pattern[str]:
    return compile_pattern("`+")
