"""Tables whose cells may reach over several columns and rows, as those of HTML and of word processors."""

from okrlint.reading.fields import canonical
from okrlint.reading.outline import MAX_COLUMNS, Block, Cell, with_span

_MAX_ROWS_SPANNED = 100
"""How far down a cell reaches at the most: no objective has so many key results."""

_OF_EACH_ROW = frozenset(("owner", "deadline", "team", "cycle"))
"""Fields that are meant for each row that a cell reaches over; a weight or a score is one for all of them."""


class Grid:
    """Collects the cells of a table in the order of the source."""

    __slots__ = ("_above", "_banners", "_reaching", "rows")

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self._banners: dict[int, int] = {}
        """Rows that are one cell only, by number, and how many columns it takes."""
        self._reaching: dict[int, int] = {}
        """Columns that cells of earlier rows reach down into, and over how many rows from here."""
        self._above: dict[tuple[int, int], Cell] = {}
        """By row and column, the cell of an earlier row that reaches into an empty one."""

    def row(self) -> None:
        """Begin a row."""
        if self.rows:
            self._continue_cells(self.rows[-1])
        self.rows.append([])

    def cell(self, cell: Cell, columns: int = 1, rows: int = 1) -> None:
        """Add a cell to the row, and so many columns and rows that it takes; the others it takes are empty."""
        if not self.rows:
            self.row()
        row = self.rows[-1]
        self._continue_cells(row)
        columns = max(1, min(columns, MAX_COLUMNS - len(row)))
        if len(row) >= MAX_COLUMNS:
            return
        at = len(self.rows) - 1
        if not row and columns > 1:
            self._banners[at] = columns
        else:
            self._banners.pop(at, None)
        for column in range(len(row), len(row) + columns):
            if rows > 1:
                self._reaching[column] = min(rows, _MAX_ROWS_SPANNED) - 1
        row.extend([cell, *[()] * (columns - 1)])

    def parts(self) -> list[Cell | Block]:
        """Return the tables that this is to its readers, and the lines before, between and behind them.

        A row that is one cell as wide as the table is a title above its header, and a note at its end. Where a
        header comes behind such a row, as in forms, another table begins. What a form says first of itself
        (`姓名 | 张三 | 部门 | 产品部`, and a name with one wide cell) is a table with a field in each row.
        """
        width = max(map(len, self.rows), default=0)
        banners = {at for at, columns in self._banners.items() if columns == width}
        end = len(self.rows)
        while end > 1 and end - 1 in banners:
            end -= 1
        parts: list[Cell | Block] = []
        fields: Block | None = None
        table: Block | None = None
        for at, row in enumerate(self.rows):
            if at in banners and (table is None or at >= end or _is_header(self.rows[at + 1], table.rows[0])):
                parts.append(row[0])
                fields = table = None
            elif table is None and (pairs := _pairs(row, width)):
                fields = fields or _opened(parts)
                fields.rows.extend(pairs)
            elif any(row):
                table = table or _opened(parts)
                table.rows.append(self._filled(at, row, table.rows[0]) if table.rows else row)
        return [with_span(part) if isinstance(part, Block) else part for part in parts]

    def _filled(self, number: int, row: list[Cell], header: list[Cell]) -> list[Cell]:
        """Return a row with the cells that reach into it from above, where they hold what is meant for each row."""
        return [
            cell or (self._above.get((number, at), ()) if at < len(header) and _is_of_each_row(header[at]) else ())
            for at, cell in enumerate(row)
        ]

    def _continue_cells(self, row: list[Cell]) -> None:
        """Go on with cells of earlier rows that reach into this one; there they are empty, as in Markdown."""
        reaching: dict[int, int] = {}
        while len(row) in self._reaching:
            at = len(row)
            left = self._reaching.pop(at)
            number = len(self.rows) - 1
            self._above[number, at] = self._above.get((number - 1, at)) or self.rows[number - 1][at]
            if left > 1:
                reaching[at] = left - 1
            row.append(())
        self._reaching.update(reaching)


def _opened(parts: list[Cell | Block]) -> Block:
    table = Block("table")
    parts.append(table)
    return table


def _is_header(row: list[Cell], header: list[Cell]) -> bool:
    """Whether a row names columns: as the header does, or by names of fields."""
    names = _words(row)
    return names == _words(header) or sum(1 for name in names if canonical(name)) > 1


def _is_of_each_row(name: Cell) -> bool:
    return bool(name) and canonical(name[0].text.value) in _OF_EACH_ROW


_PAIR = 2


def _pairs(row: list[Cell], width: int) -> list[list[Cell]]:
    """Return the fields of a row, each as a name and its words; none where it holds anything else.

    A single field fills a row only where its words take all the columns behind its name.
    """
    cells = [cell for cell in row if cell]
    names, said = cells[::2], cells[1::2]
    alone = len(names) == 1 and not (width > _PAIR and len(row) == width and row[0] and row[1])
    if not names or len(names) != len(said) or alone:
        return []
    if not all(map(canonical, _words(names))) or any(map(canonical, _words(said))):
        return []
    return [list(pair) for pair in zip(names, said, strict=True)]


def _words(row: list[Cell]) -> list[str]:
    return [cell[0].text.value if cell else "" for cell in row]
