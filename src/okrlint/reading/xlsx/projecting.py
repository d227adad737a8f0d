"""From the words in cells to a source with places."""

from typing import NamedTuple

from okrlint.model import Problem, Text, Words
from okrlint.reading.projection import Part, Projection
from okrlint.reading.tables.rows import Repeated, Row
from okrlint.reading.xlsx.workbook import CellWords, SheetWords


class SheetRow(NamedTuple):
    """A row of a sheet that says something.

    Attributes:
        number: from 1.
        cells: from the first column to the last that says something; empty texts between them.
        bold: the columns, from 0, that are set in bold.
    """

    number: int
    cells: Row
    bold: frozenset[int]


class Sheet(NamedTuple):
    """A sheet.

    Attributes:
        title: its name.
        rows: those that say something.
    """

    title: Text
    rows: list[SheetRow]


class WorkbookText(Projection):
    """The words of a workbook: for each sheet a line with its name, then a line for each row, with tabs between cells.

    Cells that say nothing have no place in the text.

    Attributes:
        sheets: the same, as rows and cells.
        problems: what could not be read.
    """

    __slots__ = ("problems", "sheets")

    def __init__(self, text: str, path: str, parts: list[Part], sheets: list[Sheet], problems: list[Problem]) -> None:
        super().__init__(text, path, parts)
        self.sheets = sheets
        self.problems = problems


def projected(sheets: list[SheetWords], path: str) -> WorkbookText:
    """Return the text of a workbook."""
    projector = _Projector()
    found = [projector.sheet(sheet) for sheet in sheets]
    return WorkbookText("".join(projector.words), path, projector.parts, found, projector.problems)


class _Projector:
    """Puts one piece of text after the other, and notes where each stands."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.parts: list[Part] = []
        self.problems: list[Problem] = []
        self._length = 0

    def sheet(self, sheet: SheetWords) -> Sheet:
        if self.words:
            self._write("\n")
        title = self._part(sheet.title, 1, 1, Words(f"sheet {sheet.title}", f"工作表 {sheet.title}"))
        shown_by = {
            (row, merged.column): merged.first_row
            for merged in sheet.structure.merged
            for row in range(merged.first_row + 1, merged.last_row + 1)
            if row in sheet.rows
        }
        columns = sorted({column for _, column in shown_by})
        placed: dict[tuple[int, int], Text] = {}
        rows = []
        for number, cells in sheet.rows.items():
            self._write("\n")
            row: dict[int, Text] = {
                column: _repeated(shown)
                for column in columns
                if (shown := placed.get((shown_by.get((number, column), 0), column)))
            }
            start = self._length
            for at, cell in enumerate(cells):
                if at:
                    self._write("\t")
                row[cell.column] = placed[number, cell.column] = self._cell(sheet.title, number, cell)
            bold = frozenset(cell.column - 1 for cell in cells if cell.bold)
            rows.append(SheetRow(number, _without_gaps(row, start), bold))
        return Sheet(title, rows)

    def _cell(self, title: str, row: int, cell: CellWords) -> Text:
        place = f"{title}!{_letters(cell.column)}{row}"
        text = self._part(cell.words, row, cell.column, Words(place, place))
        if not cell.formula:
            return text
        self.problems.append(Problem.model_construct(code="EN003", message=_UNCALCULATED, span=text.span))
        return Text.verbatim("", text.span.start)

    def _part(self, words: str, row: int, column: int, place: Words) -> Text:
        start = self._length
        self.parts.append(Part(start, row, column, place))
        self._write(words)
        return Text.verbatim(words, start)

    def _write(self, words: str) -> None:
        self.words.append(words)
        self._length += len(words)


def _without_gaps(cells: dict[int, Text], start: int) -> Row:
    """Return cells by their columns as a row; what says nothing stands behind what is left of it."""
    row: Row = []
    for column in range(1, max(cells) + 1):
        cell = cells.get(column) or Text.verbatim("", start)
        row.append(cell)
        start = start if isinstance(cell, Repeated) else cell.span.end
    return row


def _repeated(text: Text) -> Repeated:
    return Repeated.model_construct(value=text.value, raw=text.raw, span=text.span, pieces=text.pieces)


def _letters(column: int) -> str:
    """Return the name of a column: B for 2, AA for 27."""
    name = ""
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


_UNCALCULATED = Words(
    "this formula was never calculated, so its result is not known; open the workbook in a spreadsheet program and "
    "save it",
    "该公式从未计算过，结果未知；请用电子表格程序打开工作簿并保存",
)
