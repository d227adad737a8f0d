"""What a commit added to a document beside its items."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.model import Span
from okrlint.project.summaries import DocumentSummary, ItemSummary
from okrlint.reading.source import Lines

MOST_ADDED = 40
"""Lines that are kept of what a commit added to a document."""
_LONGEST = 300
"""Characters of such a line that are kept."""
_SEARCHED = 2_000
"""Characters of a line of an item in which remarks are looked for."""
_SHORTEST = 4
"""Characters of a remark on an item that may say why something was changed."""


class Added(NamedTuple):
    """A line that a commit added to a document.

    Attributes:
        text: of it.
        item: the number of the item that it belongs to, in the document as it is then; None for none.
    """

    text: str
    item: int | None = None


def added_lines(before: str, after: str, document: DocumentSummary | None) -> tuple[Added, ...]:
    """Return the lines of a text that were not in it before, without blank ones; of those of items remarks alone.

    Args:
        before: the text of the document as it was; "" for a new one.
        after: its text now.
        document: what is read in it now: lines in which the words of an item stand, its owners, or its figures, are
            left out; check-ins are not.
    """
    if before == after:
        return ()
    known = Counter(line.strip() for line in before.splitlines())
    lines = Lines(after)
    own: set[int] | None = None
    found: list[Added] = []
    for number in range(len(lines.starts)):
        line = after[lines.start(number) : lines.end(number)].strip()
        if not line:
            continue
        if known[line] > 0:
            known[line] -= 1
            continue
        if own is None:
            own = _lines_of_items(document, lines) if document is not None else set()
        texts = _remarks_in(line, before) if number in own else [line]
        found += [Added(text[:_LONGEST], _item_at(lines.start(number), document)) for text in texts]
        if len(found) >= MOST_ADDED:
            break
    return tuple(found[:MOST_ADDED])


def _remarks_in(line: str, before: str) -> list[str]:
    """Return what a line of an item has in brackets, or in a comment, that the document did not have before."""
    found = (match[match.lastindex or 0].strip() for match in _remark().finditer(line[:_SEARCHED]))
    return [text for text in found if len(text) >= _SHORTEST and text not in before]


@cache
def _remark() -> Pattern[str]:
    return compile_pattern(r"<!--(.*?)-->|[(（]([^()（）]*)[)）]|\s#\s+(.*)$")


def _item_at(offset: int, document: DocumentSummary | None) -> int | None:
    """Return the number of the innermost item that a place belongs to."""
    items = document.items if document is not None else ()
    within = (at for at in range(len(items) - 1, -1, -1) if items[at].extent.start <= offset < items[at].extent.end)
    return next(within, None)


def _lines_of_items(document: DocumentSummary, lines: Lines) -> set[int]:
    own: set[int] = set()
    for item in document.items:
        own.update(range(lines.number(item.span.start), lines.number(max(item.span.start, item.span.end - 1)) + 1))
        own.update([lines.number(span.start) for span in _spans(item)])
    return own


def _spans(item: ItemSummary) -> Iterator[Span]:
    figures = (item.confidence, item.weight, item.score, item.baseline, item.target, item.current)
    yield from (figure.span for figure in figures if figure is not None)
    yield from (owner.span for owner in item.owners)
    yield from (reference.span for reference in item.supports)
    if item.deadline is not None:
        yield item.deadline.span
