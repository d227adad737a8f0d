"""A file as a table: by which character its cells are separated, and where its rows are quoted as a whole."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from okrlint.model import Text
from okrlint.reading.csv.tokens import rows, widths
from okrlint.reading.embedding import Embedding
from okrlint.reading.tables.rows import Row

_DELIMITERS = ",;\t|"
_HEAD_ROWS = 20
_HEAD_LENGTH = 65_536


class Table:
    """Rows of cells; the cells are without white space around them.

    Attributes:
        delimiter: what separates the cells.
        wrapped: whether each row is quoted as a whole, as a program does that takes a row for one cell.
    """

    __slots__ = ("_text", "delimiter", "wrapped")

    def __init__(self, text: str, *, delimiter: str | None = None) -> None:
        self._text = text
        head = text[:_HEAD_LENGTH]
        found = delimiter or _delimiter(head)
        inner = None if found else _delimiter("\n".join(_first_cells(head)))
        self.wrapped = inner is not None
        self.delimiter = found or inner or ","

    def rows(self) -> Iterator[Row]:
        """Yield the rows, those without any words left out."""
        for row in rows(self._text, "," if self.wrapped else self.delimiter):
            cells = self._unwrapped(row) if self.wrapped else row
            if any(cell.value.strip() for cell in cells):
                yield [_stripped(cell) for cell in cells]

    def _unwrapped(self, row: Row) -> Row:
        if len(row) != 1:
            return row
        embedding = Embedding(row[0])
        return [embedding.text(cell) for inner in rows(row[0].value, self.delimiter) for cell in inner]


def _stripped(cell: Text) -> Text:
    is_bare = not cell.pieces and cell.value == cell.value.strip()
    return cell if is_bare else cell.part(0, len(cell.value))


def _delimiter(text: str) -> str | None:
    """Return the character that cuts the first rows into the same number of cells most often; None if none does."""
    best: tuple[int, int, str] | None = None
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        found = Counter(width for width in widths(text, delimiter, _HEAD_ROWS) if width > 1)
        if found:
            width, times = max(found.items(), key=lambda item: (item[1], item[0]))
            best = max(best or (0, 0, ""), (times, width, delimiter))
    return best[2] if best else None


def _first_cells(text: str) -> Iterator[str]:
    return (row[0].value for row in islice(rows(text, ","), _HEAD_ROWS) if row)
