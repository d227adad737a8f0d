"""The text of a document that is no text file: its cells or paragraphs, one after the other."""

from bisect import bisect_right
from typing import NamedTuple

from okrlint.model import Span, Words
from okrlint.reading.source import Excerpt, Location, Source


class Part(NamedTuple):
    """A cell or a paragraph.

    Attributes:
        start: the offset at which its words begin in the text.
        line: its row, or its number; from 1.
        column: the column of its cell, from 1; None for a paragraph, in which columns count characters.
        place: what people call it: `OKRs!B3`, `paragraph 12`.
    """

    start: int
    line: int
    column: int | None
    place: Words


class Projection(Source):
    """A source that was made of a file that is no text, such as a workbook.

    Readers and rules see text with offsets, as in any source; lines and columns are those of `parts`.

    Args:
        text: the words of all parts.
        path: as of any source.
        parts: in the order of the text; the first begins at 0.
    """

    __slots__ = ("_at", "_parts")

    def __init__(self, text: str, path: str, parts: list[Part]) -> None:
        super().__init__(text, path)
        self._parts = parts or [Part(0, 1, None, Words("the beginning", "开头"))]
        self._at = [part.start for part in self._parts]

    def position(self, offset: int) -> tuple[int, int]:
        """Return row and column of a cell, or number of a paragraph and character in it; all from 1."""
        part = self._part(offset)
        return part.line, offset - part.start + 1 if part.column is None else part.column

    def byte_column(self, offset: int) -> int:
        """Return the column itself: a cell has no bytes of its own."""
        return self.position(offset)[1]

    def location(self, span: Span) -> Location:
        """Return all that a report tells of where a span stands."""
        start, end = self.position(span.start), self.position(span.end)
        return Location(start, end, (start[1], end[1]), self.excerpt(span), self.place(span.start))

    def place(self, offset: int) -> Words | None:
        """Return the name of the cell or paragraph."""
        return self._part(offset).place

    def is_cell(self, offset: int) -> bool:
        """Return whether an offset lies in a cell, not in a paragraph."""
        return self._part(offset).column is not None

    def excerpt(self, span: Span) -> Excerpt:
        """Return the words of the cell or paragraph that `span` begins in, and where in them it begins and ends."""
        index = bisect_right(self._at, span.start) - 1
        start = self._at[index]
        end = self._at[index + 1] if index + 1 < len(self._at) else len(self.text)
        words = self.text[start:end].rstrip()
        return Excerpt(words, span.start - start, min(span.end - start, len(words)))

    def _part(self, offset: int) -> Part:
        return self._parts[bisect_right(self._at, offset) - 1]
