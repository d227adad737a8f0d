"""From the bytes of a workbook to the words in its cells."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from okrlint.model import Words
from okrlint.reading.containers import DAMAGED, opened
from okrlint.reading.data.limits import MAX_NODES, TOO_MANY_NODES, over_limit
from okrlint.reading.source import MAX_BYTES, UnreadableError
from okrlint.reading.xlsx.structure import Structure, sheet_parts, structure_of
from okrlint.reading.xlsx.words import Value, words_of

if TYPE_CHECKING:
    from zipfile import ZipFile

    from openpyxl.styles import Font

MAX_SHEETS = 60
MAX_ROWS = 20_000
MAX_COLUMNS = 256
"""Further than that no sheet of OKRs goes; a workbook with words beyond is refused, not read in part."""

_NO_STRUCTURE = Structure([], {}, 0, 0)


class CellWords(NamedTuple):
    """A cell that says something.

    Attributes:
        column: from 1.
        words: what a person sees in it; of a formula that was never calculated, the formula.
        bold: whether they are set in bold.
        formula: whether they are such a formula.
    """

    column: int
    words: str
    bold: bool = False
    formula: bool = False


class SheetWords(NamedTuple):
    """A sheet.

    Attributes:
        title: its name.
        rows: by their numbers, from 1; only those that say something.
        structure: what else is known of its cells.
    """

    title: str
    rows: dict[int, list[CellWords]]
    structure: Structure


def sheets_of(data: bytes) -> list[SheetWords]:
    """Return the sheets of a workbook that are not hidden and say something.

    Raises:
        UnreadableError: for what is no workbook, or damaged (EN005); over a limit (EN004); or if the libraries that
            read workbooks are not installed (EN008).
    """
    try:
        import defusedxml  # noqa: F401 - openpyxl makes use of it where it is
        from openpyxl import load_workbook
    except ImportError:
        raise UnreadableError("EN008", _NO_LIBRARY) from None
    with opened(data) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of drawings and validations that it leaves out
        try:
            parts = sheet_parts(archive)
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = cast("list[_Worksheet]", book.worksheets)
            return _Workbook(archive, parts).sheets([sheet for sheet in sheets if sheet.sheet_state == "visible"])
        except UnreadableError:
            raise
        except Exception as error:  # openpyxl raises whatever its parsers meet with
            raise UnreadableError("EN005", _ENTITIES if _is_forbidden(error) else DAMAGED) from None


def _is_forbidden(error: BaseException | None) -> bool:
    """Tell whether XML was refused for its entities; openpyxl hides that behind an error of its own."""
    from defusedxml import DefusedXmlException

    while error is not None and not isinstance(error, DefusedXmlException):
        error = error.__cause__ or error.__context__
    return error is not None


class _Cell(Protocol):
    """What is used of a cell of openpyxl."""

    value: Value
    number_format: str | None
    font: "Font | None"


class _Worksheet(Protocol):
    """What is used of a worksheet of openpyxl that is read row by row."""

    title: str
    sheet_state: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_row: int, max_col: int) -> Iterator[tuple[_Cell, ...]]: ...


class _Workbook:
    """Reads sheets, and counts what they hold together."""

    def __init__(self, archive: "ZipFile", parts: dict[str, str]) -> None:
        self._archive = archive
        self._parts = parts
        self._cells = 0
        self._characters = 0

    def sheets(self, sheets: list[_Worksheet]) -> list[SheetWords]:
        if len(sheets) > MAX_SHEETS:
            raise over_limit(_TOO_MANY_SHEETS, MAX_SHEETS)
        found = [self._sheet(sheet) for sheet in sheets]
        return [sheet for sheet in found if sheet.rows]

    def _sheet(self, sheet: _Worksheet) -> SheetWords:
        structure = self._structure(sheet.title)
        if structure.last_row > MAX_ROWS or structure.last_column > MAX_COLUMNS:
            raise UnreadableError("EN004", _too_wide(sheet.title, structure))
        sheet.reset_dimensions()  # what a file says of its size need not be true
        rows: dict[int, list[CellWords]] = {}
        for number, row in enumerate(sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS), 1):
            cells = [
                CellWords(column, words, bool(cell.font and cell.font.b))
                for column, cell in enumerate(row, 1)
                if cell.value is not None and (words := words_of(cell.value, cell.number_format or ""))
            ]
            if cells:
                self._count(cells)
                rows[number] = cells
        for (number, column), formula in structure.uncalculated.items():
            rows.setdefault(number, []).append(CellWords(column, formula, formula=True))
        for number in {number for number, _ in structure.uncalculated}:
            rows[number].sort()
        return SheetWords(words_of(sheet.title.lstrip("\ufeff")), dict(sorted(rows.items())), structure)

    def _structure(self, title: str) -> Structure:
        part = self._parts.get(title)
        if part is None:
            return _NO_STRUCTURE
        with self._archive.open(part) as stream:
            return structure_of(stream)

    def _count(self, cells: list[CellWords]) -> None:
        self._cells += len(cells)
        self._characters += sum(len(cell.words) for cell in cells)
        if self._cells > MAX_NODES:
            raise over_limit(TOO_MANY_NODES, MAX_NODES)
        if self._characters > MAX_BYTES:  # one long text may stand in many cells
            raise over_limit(_TOO_LONG, MAX_BYTES)


_NO_LIBRARY = Words(
    "is a workbook, which okrlint reads with libraries that are not installed: pip install 'okrlint[xlsx]'",
    "是 Excel 工作簿，读取它所需的库没有安装：pip install 'okrlint[xlsx]'",
)
_ENTITIES = Words(
    "declares XML entities, which no spreadsheet program does and which may unpack to any size; save it anew",
    "声明了 XML 实体：电子表格程序不会这样做，且它可能展开到任意大小；请重新保存",
)
_TOO_MANY_SHEETS = Words("has more sheets than", "工作表数超过")
_TOO_LONG = Words("holds more characters than", "字符数超过")


def _too_wide(title: str, structure: Structure) -> Words:
    row, column = structure.last_row, structure.last_column
    return Words(
        f"the sheet {title[:40]!r} reaches to row {row} and column {column}, over the limit of {MAX_ROWS} rows and "
        f"{MAX_COLUMNS} columns; delete what stands so far away, or exclude the file",
        f"工作表“{title[:40]}”延伸到第 {row} 行、第 {column} 列，超过 {MAX_ROWS} 行、{MAX_COLUMNS} 列的上限；"
        "请删除远处的内容，或将该文件排除",
    )
