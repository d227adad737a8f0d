"""Sheets that are written like a document: `O1: …` in one row, `KR1: …` in the next, small tables between them."""

from okrlint.language.cycles import cycle_of
from okrlint.model import Text
from okrlint.reading.fields import canonical, leading_field
from okrlint.reading.labels import label
from okrlint.reading.layout.titles import is_title
from okrlint.reading.outline import MAX_COLUMNS, Block, Line, Outline, Sections, with_span
from okrlint.reading.plain_lines import PlainLine, nested
from okrlint.reading.tables.cells import lines_of
from okrlint.reading.tables.columns import LONGEST_NAME
from okrlint.reading.tables.rows import Repeated
from okrlint.reading.text_builder import TextBuilder
from okrlint.reading.xlsx.projecting import Sheet, SheetRow

_TITLE = 2
_HEADING = 3
"""The levels of headings within a sheet, whose name is the first."""

Placed = tuple[int, Text]
"""A cell that says something, and its column."""


def outline_of(sheets: list[Sheet], source: str) -> Outline:
    """Return sheets as an outline, each below a heading that is its name.

    The first row, and each bold one, is a heading if it is one cell and states nothing; a name and the cell beside it
    are one line (`Owner | Ana`); rows below the names of columns are a table, up to a row of one cell or an empty one.
    """
    outline = Outline()
    sections = Sections(outline.root)
    for sheet in sheets:
        sections.open(Line(sheet.title), 1)
        _SheetReader(sections, source).read(sheet)
    return outline


class _SheetReader:
    def __init__(self, sections: Sections, source: str) -> None:
        self._sections = sections
        self._source = source
        self._lines: list[PlainLine] = []
        self._table: Block | None = None
        self._header: SheetRow | None = None

    def read(self, sheet: Sheet) -> None:
        before = 0
        for row in sheet.rows:
            if row.number != before + 1:
                self._end()
                self._header = None
            self._read(row, first=before == 0)
            before = row.number
        self._end()

    def _read(self, row: SheetRow, *, first: bool) -> None:
        cells = [(at, cell) for at, cell in enumerate(row.cells) if cell.value and not isinstance(cell, Repeated)]
        if not cells:
            return
        if _is_header(cells):
            self._end()
            self._header = row
        elif len(cells) == 1:
            self._end_table()
            self._single(row, *cells[0], first=first)
        elif self._header:
            self._row(self._header, row)
        else:
            self._pairs(row, cells)

    def _row(self, header: SheetRow, row: SheetRow) -> None:
        if self._table is None:
            self._end()
            self._table = Block("table")
            self._table.rows.append(_cells(header))
        self._table.rows.append(_cells(row))

    def _single(self, row: SheetRow, at: int, text: Text, *, first: bool) -> None:
        bold = at in row.bold
        if (first or bold) and _is_heading(text.value):
            self._end()
            titled = first and (not bold or is_title(text.value) or cycle_of(text.value) is not None)
            self._sections.open(Line(text, len(text.value)), _TITLE if titled else _HEADING)
            return
        self._lines.extend(PlainLine(line, at) for line in _lines(text, bold=bold))

    def _pairs(self, row: SheetRow, cells: list[Placed]) -> None:
        """Read a name and the words beside it, as often as they follow each other; else lines of their own."""
        at = 0
        while at < len(cells):
            column, text = cells[at]
            at += 1
            if at < len(cells) and _is_name(text.value) and not _is_label(cells[at][1].value):
                self._lines.append(PlainLine(Line(self._joined(text, cells[at][1])), column))
                at += 1
            elif at == 1 or leading_field(text.value):
                self._lines.extend(PlainLine(line, column) for line in _lines(text, bold=column in row.bold))

    def _joined(self, name: Text, words: Text) -> Text:
        """Return `Owner` and `Ana` as `Owner: Ana`."""
        builder = TextBuilder(self._source)
        end = name.span.start + len(name.value.rstrip(":： "))
        builder.copy(name.span.start, end)
        builder.write(": ", end, words.span.start)
        builder.copy(*words.span)
        return builder.build() or words

    def _end(self) -> None:
        self._end_table()
        blocks = nested(self._lines)
        self._lines = []
        if self._sections.current.level == _HEADING:
            for block in blocks:  # rows below a bold one are a list
                block.kind = "item"
        self._sections.current.children.extend(blocks)

    def _end_table(self) -> None:
        if self._table:
            self._sections.current.children.append(with_span(self._table))
            self._table = None


def _is_header(cells: list[Placed]) -> bool:
    """Whether a row names columns: several of its cells, and half of them, are names of fields."""
    if len(cells) < 2 or any(len(text.value) > LONGEST_NAME for _, text in cells):
        return False
    known = sum(1 for _, text in cells if canonical(text.value) and not _is_label(text.value))
    return known > 1 and 2 * known >= len(cells)


def _is_heading(value: str) -> bool:
    return len(value) <= LONGEST_NAME and not label(value) and not leading_field(value) and "\n" not in value


def _is_name(value: str) -> bool:
    return len(value) <= LONGEST_NAME and (canonical(value) is not None or _is_label(value))


def _is_label(value: str) -> bool:
    """Whether words are nothing but a label with a number: `O1`, `KR 1.2`."""
    name = value.rstrip(":： ")
    found = label(f"{name}:")
    return found is not None and bool(found.number) and found.end > len(name)


def _cells(row: SheetRow) -> list[tuple[Line, ...]]:
    return [
        tuple(_lines(cell, bold=at in row.bold)) if cell.value else ()
        for at, cell in enumerate(row.cells[:MAX_COLUMNS])
    ]


def _lines(text: Text, *, bold: bool) -> list[Line]:
    return [Line(line, len(line.value) if bold else 0) for line in lines_of(text)]
