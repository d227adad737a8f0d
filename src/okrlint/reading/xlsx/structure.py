"""What openpyxl does not tell of a sheet that it reads row by row: merged cells, and formulas without a result."""

from posixpath import join, normpath
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

_MAX_MERGED = 100_000
"""How many rows the merged ranges of a sheet that are looked at may have together."""

_MAX_UNCALCULATED = 100
"""How many formulas without a result are told: in a workbook that a program wrote, all of them may be."""

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


class Merged(NamedTuple):
    """Cells below each other that show what stands in the first of them; from 1."""

    column: int
    first_row: int
    last_row: int


class Structure(NamedTuple):
    """What is known of a sheet's cells beside their values.

    Attributes:
        merged: ranges of more than one row, by their first column.
        uncalculated: formulas that no program has calculated yet (the first ones), by row and column.
        last_row: the last row with a value.
        last_column: the last column with a value.
    """

    merged: list[Merged]
    uncalculated: dict[tuple[int, int], str]
    last_row: int
    last_column: int


def sheet_parts(archive: "ZipFile") -> dict[str, str]:
    """Return the part of the archive in which each sheet stands, by the sheet's title.

    Raises:
        Exception: as the XML parser and `zipfile` raise them for what is damaged.
    """
    from defusedxml.ElementTree import fromstring

    names = set(archive.namelist())
    if not {_WORKBOOK, _RELATIONS} <= names:
        return {}
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in fromstring(archive.read(_RELATIONS), forbid_dtd=True)
    }
    parts: dict[str, str] = {}
    for sheet in fromstring(archive.read(_WORKBOOK), forbid_dtd=True).iter():
        if _local(sheet.tag) == "sheet":
            number = next((value for key, value in sheet.attrib.items() if _local(key) == "id"), None)
            part = normpath(join("/xl", targets.get(number, ""))).lstrip("/")
            if part in names:
                parts[sheet.get("name", "")] = part
    return parts


def structure_of(sheet: IO[bytes]) -> Structure:
    """Return the structure of the sheet that an XML part describes.

    Raises:
        Exception: as the XML parser raises them for what is damaged.
    """
    from defusedxml.ElementTree import iterparse

    merged: list[Merged] = []
    uncalculated: dict[tuple[int, int], str] = {}
    last_row = last_column = shown_again = 0
    for _, element in iterparse(sheet, forbid_dtd=True):
        name = _local(element.tag)
        if name == "row":
            element.clear()
        elif name == "mergeCell":
            found = _merged(element.get("ref", ""))
            shown_again += found.last_row - found.first_row if found else 0
            if found and shown_again <= _MAX_MERGED:
                merged.append(found)
        elif name == "c" and len(element):
            row, column = _coordinate(element.get("r", ""))
            last_row, last_column = max(last_row, row), max(last_column, column)
            formula = _formula(element)
            if formula and row and len(uncalculated) < _MAX_UNCALCULATED:
                uncalculated[row, column] = formula
    return Structure(merged, uncalculated, last_row, last_column)


def _formula(cell: "Element") -> str | None:
    """Return the formula of a cell whose result is missing; an empty text is a result."""
    children = {_local(child.tag): child.text or "" for child in cell}
    if "f" not in children or children.get("v") or cell.get("t") == "str":
        return None
    return f"={children['f'] or '…'}"


def _merged(reference: str) -> Merged | None:
    first, _, last = reference.partition(":")
    (top, column), (bottom, _) = _coordinate(first), _coordinate(last)
    return Merged(column, top, bottom) if 0 < top < bottom else None


def _coordinate(reference: str) -> tuple[int, int]:
    """Return row and column of `B3`, or zeros for what is no reference."""
    from openpyxl.utils.cell import coordinate_to_tuple
    from openpyxl.utils.exceptions import CellCoordinatesException

    try:
        return coordinate_to_tuple(reference)
    except (CellCoordinatesException, ValueError, IndexError, AttributeError):
        return 0, 0


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
