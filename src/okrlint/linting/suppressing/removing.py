"""How directives are taken out of a document again, so that nothing is left of them and nothing else changes."""

from okrlint.linting.suppressing.places import Lines
from okrlint.linting.suppressing.syntax import Directive
from okrlint.model import Span


def line_removal(text: str, lines: Lines, first: int, last: int) -> Span:
    """Return lines with their line break, or with the one before them at the end of a text."""
    start, end = lines.start(first), lines.start(last + 1)
    if end == len(text) and lines.end(last) == end and first > 0:
        start = lines.end(first - 1)
    return Span(start, end)


def comment_removal(text: str, lines: Lines, span: Span) -> Span:
    """Return what to delete so that a comment is gone: its lines where it stands alone, else the blanks before it."""
    first, last = lines.number(span.start), lines.number(max(span.start, span.end - 1))
    before, behind = text[lines.start(first) : span.start], text[span.end : lines.end(last)]
    if not before.strip():
        if not behind.strip():
            return line_removal(text, lines, first, last)
        return Span(span.start, span.end + len(behind) - len(behind.lstrip()))
    return Span(span.start - (len(before) - len(before.rstrip())), span.end)


def selector_removal(directive: Directive, number: int, gone: frozenset[int]) -> Span:
    """Return what to delete so that a selector is gone, its comma with it.

    Args:
        directive: whose it is.
        number: which one.
        gone: the numbers of all selectors that shall go, never all of them: what is deleted for two of them does not
            overlap.
    """
    selectors = directive.selectors
    kept = next(at for at in range(len(selectors)) if at not in gone)
    if number > kept:
        return directive.text.locate(selectors[number - 1].end, selectors[number].end)
    return directive.text.locate(selectors[number].start, selectors[number + 1].start)
