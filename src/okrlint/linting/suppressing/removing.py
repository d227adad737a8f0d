"""How directives are taken out of a document again, so that nothing is left of them and nothing else changes."""

from okrlint.linting.suppressing.syntax import Directive
from okrlint.model import Span
from okrlint.reading.source import Lines


def line_removal(text: str, lines: Lines, first: int, last: int) -> Span:
    """Return lines with their line break, or with the one before them at the end of a text."""
    start, end = lines.start(first), lines.start(last + 1)
    if end == len(text) and lines.end(last) == end and first > 0:
        start = lines.end(first - 1)
    return Span(start, end)


def comment_removal(text: str, lines: Lines, span: Span, lead: str = "") -> Span:
    """Return what to delete so that a comment is gone: its lines where it stands alone, else the blanks before it.

    Of several blanks before a comment of Markdown or HTML one is deleted: two at the end of a line mean something.

    Args:
        text: the source.
        lines: its lines.
        span: the comment.
        lead: what may stand before a comment that stands alone, as `>` in a quotation of Markdown.
    """
    first, last = lines.number(span.start), lines.number(max(span.start, span.end - 1))
    before, begin = span.start, lines.start(first)
    while before > begin and text[before - 1].isspace():
        before -= 1
    behind, end = span.end, lines.end(last)
    while behind < end and text[behind].isspace():
        behind += 1
    if before > begin:
        outer = before
        while outer > begin and (text[outer - 1].isspace() or text[outer - 1] in lead):
            outer -= 1
        if outer == begin and behind == end:
            return line_removal(text, lines, first, last)
        return Span(max(before, span.start - 1) if text[span.start] == "<" else before, span.end)
    return line_removal(text, lines, first, last) if behind == end else Span(span.start, behind)


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
