"""Tables that stand on their side: the names of fields in the first column, and a column for each item."""

from collections.abc import Sequence
from itertools import zip_longest

from okrlint.model import Text
from okrlint.reading.fields import canonical
from okrlint.reading.outline import MAX_COLUMNS, Block

_LEVELS = ("objective", "key_result")

_RECORD = 2
"""The columns of a table that has a field in each row."""

_FEWEST_ROWS = 3
"""A table of two rows may as well stand upright."""


def turn(table: Block) -> None:
    """Set a table of an outline upright if it stands on its side; one of two columns is read as it is."""
    words = [[cell[0].text.value if cell else "" for cell in row] for row in table.rows]
    if max(map(len, words), default=0) > _RECORD and is_turned(words):
        stated = _stating(words)
        if stated is not None:
            table.rows[stated][0] = table.rows[0][1]  # what the first row calls its columns
        if not canonical(words[0][0]):
            table.rows[0][0] = ()  # `Field` names nothing
        table.rows = [list(row) for row in zip_longest(*table.rows, fillvalue=())][:MAX_COLUMNS]


def upright(rows: list[list[Text]], fewest_columns: int = 2) -> list[list[Text]]:
    """Return the rows of a sheet or a file, of a table on its side those that it has when set upright.

    Args:
        rows: the rows; lines may stand above the table.
        fewest_columns: a narrower table is left as it is.
    """
    start = next((at for at, row in enumerate(rows) if sum(bool(cell.value) for cell in row) > 1), 0)
    width = max(map(len, rows[start:]), default=0)
    if width < fewest_columns or not is_turned([[cell.value for cell in row] for row in rows[start:]]):
        return rows
    stated = _stating([[cell.value for cell in row] for row in rows[start:]])
    if stated is not None:
        rows[start + stated] = [rows[start][1], *rows[start + stated][1:]]
    empty = rows[start][0].part(0, 0)
    if not canonical(rows[start][0].value):
        rows[start] = [empty, *rows[start][1:]]  # `Field` names nothing
    return [*rows[:start], *([_cell(row, at) for row in rows[start:]] for at in range(width))]


def _cell(row: list[Text], at: int) -> Text:
    """Return a cell; an empty one at the end of a row that is too short."""
    return row[at] if at < len(row) else row[-1].part(len(row[-1].value), len(row[-1].value))


def is_turned(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table has its names in the first column: one says what is stated, and others are fields.

    The first row may name the items (`| | O1 | O2 |`) but no fields, as the header of an upright table does. A first
    column that says "Objective" time and again tells the kind of each row.

    Args:
        rows: the words of the cells, "" for an empty one.
    """
    if len(rows) < _FEWEST_ROWS or len(rows) > MAX_COLUMNS or len(rows[0]) < 2:
        return False
    if any((canonical(cell) or "objective") not in _LEVELS for cell in rows[0][1:]):
        return False
    names = [canonical(row[0]) if row and row[0] else None for row in rows]
    stated = _stating(rows)
    if stated is not None:
        names[stated] = "objective"
    objectives, results = names.count("objective"), names.count("key_result")
    fields = len(names) - names.count(None) - objectives - results
    known = 2 * (objectives + results + fields) >= len(rows)
    seems = known and fields > 0 < results and objectives <= 1 <= max(objectives, 2 - results)
    return seems and not any(map(_is_header, rows))


def _is_header(row: Sequence[str]) -> bool:
    """Tell whether a row names fields in other columns than the first."""
    return sum((canonical(cell) or "objective") not in _LEVELS for cell in row[1:] if cell) > 1


def _stating(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the row `Statement` below `| | Objective 1 | Objective 2 |`, if there is one."""
    if any(canonical(cell) != "objective" for cell in rows[0][1:]):
        return None
    names = [canonical(row[0]) if row and row[0] else None for row in rows[1:]]
    return next((at for at, name in enumerate(names, 1) if name in ("statement", "title")), None)
