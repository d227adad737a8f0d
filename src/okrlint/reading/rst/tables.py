"""Grid tables and simple tables, whose columns are told by where they stand in a line."""

from bisect import bisect_left
from functools import cache
from itertools import pairwise
from re import Pattern
from re import compile as compile_pattern
from unicodedata import category, east_asian_width

from okrlint.reading.outline import MAX_COLUMNS, Block, with_span
from okrlint.reading.paragraphs import Paragraph
from okrlint.reading.rst.inline import References, add_words
from okrlint.reading.source_lines import SourceLine

_BORDERS = 2
"""How many borders end a simple table at least: one above it and one below."""

_Part = tuple[int, int]
"""Where a part of a line begins and ends in its words."""


@cache
def _grid_border() -> Pattern[str]:
    return compile_pattern(r"\+(?:[-=]+\+)+")


@cache
def _simple_border() -> Pattern[str]:
    return compile_pattern(r"=+(?: +=+)+")


@cache
def _equals() -> Pattern[str]:
    return compile_pattern("=+")


@cache
def _gap() -> Pattern[str]:
    return compile_pattern(r"(?<=\S)\s{2,200}(?=\S)")


def is_grid(line: SourceLine) -> bool:
    """Whether a line is the border of a grid table: `+-----+-----+`."""
    return line.words[:1] == "+" and _grid_border().fullmatch(line.words) is not None


def is_simple(line: SourceLine) -> bool:
    """Whether a line is the border of a simple table: `=====  =====`."""
    return line.words[:1] == "=" and _simple_border().fullmatch(line.words) is not None


def grid_end(lines: list[SourceLine], at: int) -> int:
    """Return where the grid table ends that begins at a border."""
    while at < len(lines) and lines[at].words[:1] in ("+", "|"):
        at += 1
    return at


def simple_end(lines: list[SourceLine], at: int) -> int:
    """Return where the simple table ends that begins at a border: at a border with a blank line below it."""
    borders = 0
    while at < len(lines):
        at += 1
        if is_simple(lines[at - 1]):
            borders += 1
            if borders >= _BORDERS and (at == len(lines) or not lines[at].words or borders > _BORDERS):
                break
    return at


class _Widths:
    """Turns offsets in a line into columns on a screen, where Chinese characters and emoji are two wide."""

    __slots__ = ("_columns", "_length", "_shift")

    def __init__(self, words: str, shift: int = 0) -> None:
        self._length = len(words)
        self._shift = shift
        self._columns: list[int] = []
        if not words.isascii():
            column = 0
            for char in words:
                self._columns.append(column)
                column += _width(char)
            self._columns.append(column)

    def column(self, offset: int) -> int:
        """Return the column at which a character stands."""
        return self._shift + (self._columns[offset] if self._columns else offset)

    def offset(self, column: int) -> int:
        """Return the offset of the first character at a column or behind it."""
        column -= self._shift
        offset = bisect_left(self._columns, column) if self._columns else column
        return min(max(0, offset), self._length)


def _width(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


class _Rows:
    """Collects cells, column by column; a cell may reach into the rows below it."""

    __slots__ = ("_cells", "_in_row", "_references", "_source", "_table")

    def __init__(self, source: str, columns: int, references: References) -> None:
        self._source = source
        self._references = references
        self._table = Block("table")
        self._cells: list[tuple[int, Paragraph] | None] = [None] * min(columns, MAX_COLUMNS)
        self._in_row = False

    def add(self, line: SourceLine, column: int, part: _Part) -> None:
        """Add a part of a line to the cell in a column; a blank part ends a paragraph in the cell."""
        start, end = part
        if column >= len(self._cells):
            return
        if self._cells[column] is None and line.words[start:end].strip():
            if not self._in_row:
                self._table.rows.append([()] * len(self._cells))
                self._in_row = True
            self._cells[column] = (len(self._table.rows) - 1, Paragraph(self._source, within_item=True))
        cell = self._cells[column]
        if cell:
            add_words(cell[1], self._source, line.start + start, line.start + end, self._references)
            cell[1].line_break(hard=False)

    def end_cell(self, column: int) -> None:
        """End the cell in a column, and with it the row: what follows stands in another."""
        self._in_row = False
        cell = self._cells[column] if column < len(self._cells) else None
        if cell:
            row, paragraph = cell
            self._table.rows[row][column] = tuple(paragraph.lines())
            self._cells[column] = None

    def end_row(self) -> None:
        """End all cells."""
        for column in range(len(self._cells)):
            self.end_cell(column)

    def finished(self) -> Block:
        """Return the table."""
        self.end_row()
        return with_span(self._table)


# ------------------------------------------------------------ grid tables
def grid_table(lines: list[SourceLine], source: str, references: References) -> Block:
    """Read a grid table; cells may span rows and columns."""
    bounds = sorted({at for line in lines if _parts_rows(line.words) for at in _corners(line.words)})[: MAX_COLUMNS + 1]
    rows = _Rows(source, len(bounds) - 1, references)
    for line in lines:
        if _parts_rows(line.words):
            _end_cells(rows, line, bounds)
        else:
            _add_grid_line(rows, line, bounds)
    return rows.finished()


def _parts_rows(words: str) -> bool:
    """Whether a line parts rows, in all columns (`+---+---+`) or in some (`|   +---+`)."""
    return words[:2] in ("+-", "+=") or words[-2:] in ("-+", "=+") or ("+-" in words and "-+" in words)


def _corners(words: str) -> list[int]:
    """Return the columns at which the corners of cells stand in a line that parts rows."""
    columns = _Widths(words)
    return [columns.column(at) for at, char in enumerate(words) if char == "+"]


def _end_cells(rows: _Rows, line: SourceLine, bounds: list[int]) -> None:
    """End the cells above the dashes of a line that parts rows; the others go on in it."""
    columns = _Widths(line.words)
    for column, (left, right) in enumerate(pairwise(bounds)):
        part = (columns.offset(left + 1), columns.offset(right))
        dashes = line.words[slice(*part)]
        if dashes and not dashes.strip("-="):
            rows.end_cell(column)
        else:
            rows.add(line, column, part)


def _add_grid_line(rows: _Rows, line: SourceLine, bounds: list[int]) -> None:
    """Add a line to the cells that it goes through: bars part them, by their number or else by where they stand."""
    words = line.words
    bars = [at for at, char in enumerate(words) if char == "|"]
    if len(bars) != len(bounds):
        columns = _Widths(words)
        bars = [columns.offset(bound) for bound in bounds]
    standing = [number for number, at in enumerate(bars) if number == 0 or words[at : at + 1] in ("|", "+", "")]
    for first, last in pairwise(standing):
        rows.add(line, first, (bars[first] + 1, bars[last]))


# ------------------------------------------------------------ simple tables
def simple_table(lines: list[SourceLine], source: str, references: References) -> Block:
    """Read a simple table; a line whose first cell is blank goes on with the row above."""
    starts = [match.start() for match in _equals().finditer(lines[0].words)]
    rows = _Rows(source, len(starts), references)
    for line in lines[1:]:
        if not line.words or is_simple(line) or not line.words.strip("- "):
            rows.end_row()
            continue
        parts = _simple_parts(line, line.indent - lines[0].indent, starts)
        if line.words[slice(*parts[0])].strip():
            rows.end_row()
        for column, part in enumerate(parts):
            rows.add(line, column, part)
    return rows.finished()


def _simple_parts(line: SourceLine, shift: int, starts: list[int]) -> list[_Part]:
    """Return the parts of a line that its columns cut out of it.

    Where a cut would go through a word, as in a table that was aligned by the number of Chinese characters, wide
    gaps part the cells.
    """
    words = line.words
    columns = _Widths(words, shift)
    cuts = [0, *(columns.offset(start) for start in starts[1:])]
    if shift < starts[1] and any(words[max(0, cut - 1) : cut].strip() and words[cut : cut + 1].strip() for cut in cuts):
        cuts = [0, *(match.end() for match in _gap().finditer(words))][: len(starts)]
    return list(pairwise([*cuts, len(words)]))
