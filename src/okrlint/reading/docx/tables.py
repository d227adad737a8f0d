"""The tables of a Word document: rows, and cells that take several columns or rows."""

from typing import TYPE_CHECKING, NamedTuple

from okrlint.reading.docx.package import child, local, number, value
from okrlint.reading.outline import MAX_COLUMNS
from okrlint.reading.word_sets import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_WRAPPERS = words("sdt sdtContent customXml ins moveTo smartTag")
"""What may stand between a table and its rows, or a row and its cells."""

_MAX_WRAPPED = 20
"""How many of these are looked into, one within the other; word processors write two."""


class TableCell(NamedTuple):
    """A cell.

    Attributes:
        element: holds its paragraphs.
        columns: how many it takes.
        continues: whether it only goes on with the cell above it.
    """

    element: "Element"
    columns: int
    continues: bool


class Row(NamedTuple):
    """A row.

    Attributes:
        cells: from left to right.
        before: how many columns are left out before them.
    """

    cells: list[TableCell]
    before: int


def rows_of(table: "Element") -> list[Row]:
    """Return the rows of a table; those whose deletion is tracked are left out."""
    rows = []
    for row in _within(table, "tr", 0):
        properties = child(row, "trPr")
        if child(properties, "del") is None:
            before = min(max(0, number(child(properties, "gridBefore"))), MAX_COLUMNS)
            rows.append(Row([_cell(each) for each in _within(row, "tc", 0)], before))
    return rows


def is_layout(rows: list[Row]) -> bool:
    """Whether a table is a box around something, or a row or column of boxes with tables in them."""
    widest = max((len(row.cells) for row in rows), default=0)
    if widest <= 1 and len(rows) <= 1:
        return True
    return (widest <= 1 or len(rows) <= 1) and any(_nests(cell.element) for row in rows for cell in row.cells)


def _nests(cell: "Element") -> bool:
    return any(local(each) == "tbl" for each in cell)


def _cell(element: "Element") -> TableCell:
    properties = child(element, "tcPr")
    merge, across = child(properties, "vMerge"), child(properties, "hMerge")
    continues = (merge is not None and value(merge) != "restart") or value(across) == "continue"
    return TableCell(element, max(1, number(child(properties, "gridSpan"), default=1)), continues)


def _within(parent: "Element", name: str, depth: int) -> "Iterator[Element]":
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in _WRAPPERS and depth < _MAX_WRAPPED:
            yield from _within(element, name, depth + 1)
