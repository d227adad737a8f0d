"""Tables that stand one below the other in a file: of objectives and of key results, or one for each team."""

from okrlint.reading.fields import canonical
from okrlint.reading.tables.columns import LONGEST_NAME
from okrlint.reading.tables.rows import Row, is_label

_STATED = ("objective", "key_result")


def tables_in(rows: list[Row]) -> list[list[Row]]:
    """Return the tables in rows, each with the lines of a single cell above its header.

    A header that is but given once more, as on each page of a print, is left out; one of two rows is one.
    """
    tables: list[list[Row]] = [[]]
    header: Row | None = None
    for row in rows:
        table = tables[-1]
        is_header = _is_header(row)
        if header is None or not is_header or table[-1] is header:
            header = row if header is None and is_header else header
            table.append(row)
            continue
        lines = _lines_at_end(table)
        if lines or _words(row) != _words(header):
            tables.append([*table[len(table) - lines :], row])
            del table[len(table) - lines :]
            header = row
    return tables


def _is_header(row: Row) -> bool:
    """Tell whether nearly all cells of a row are names of columns, one of what is stated; `KR1` is that of an item."""
    cells = _words(row)
    if len(cells) < 2 or canonical(cells[0]) is None or any(len(cell) > LONGEST_NAME for cell in cells):
        return False
    names = [name if (name := canonical(cell)) and not is_label(cell) else None for cell in cells]
    known = len(names) - names.count(None)
    return known > 1 and 3 * known >= 2 * len(names) and any(name in names for name in _STATED)


def _lines_at_end(rows: list[Row]) -> int:
    """Return how many lines of a single cell stand at the end: the title of the table below."""
    count = 0
    while count < len(rows) and len(_words(rows[-1 - count])) == 1:
        count += 1
    return count


def _words(row: Row) -> list[str]:
    return [cell.value for cell in row if cell.value]
