"""Words as they are written: with both marks of a pair of bold words, of emphasis or of code, or with none."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.model import Span

_MARKS = ("**", "__", "`", "*", "_")


def with_both_marks(span: Span, source: str, offset: int = 0) -> Span:
    """Return where words stand together with the mark before or behind them that one within them pairs with.

    Of `**On track** — two teams left` that is all of it, though the words begin behind the first mark.

    Args:
        span: where the words begin and end without the marks at their edges.
        source: what they stand in.
        offset: where that begins.
    """
    start, end = span.start - offset, span.end - offset
    for mark in _MARKS:
        if not _is_odd(source[start:end], mark):
            continue
        size = len(mark)
        if start >= size and source[start - size : start] == mark:
            start -= size
        elif source[end : end + size] == mark:
            end += size
    return Span(start + offset, end + offset)


def _is_odd(written: str, mark: str) -> bool:
    if mark not in written:
        return False
    return (written.replace(2 * mark, "") if mark in "*_" else written).count(mark) % 2 == 1


@cache
def _query() -> Pattern[str]:
    """Match what a query within a line begins with, as Dataview for Obsidian reads it; `=5` is a number."""
    return compile_pattern(r"\$=|=\s?[A-Za-z(\[\"]", ASCII)


def is_query(words: str, span: Span, source: str) -> bool:
    """Tell whether words are computed where the document is shown: `` `= this.status` ``."""
    return source[span.start - 1 : span.start] == "`" and _query().match(words) is not None
