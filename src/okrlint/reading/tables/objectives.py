"""From a table, be it a file or a sheet of a workbook, to the objectives in it."""

from typing import NamedTuple

from okrlint.model import Problem, Text
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.glossaries import is_glossary
from okrlint.reading.tables import notion, pairs, typed
from okrlint.reading.tables.cells import Cells
from okrlint.reading.tables.columns import Header, any_header, header_of
from okrlint.reading.tables.rows import Row
from okrlint.reading.tables.viva import is_export

HEAD_ROWS = 30
"""How many rows are looked at to find out whether a table holds OKRs."""

_SHARED = ("cycle", "team")


class HeaderPlace(NamedTuple):
    """A header, and in which row of the table it stands."""

    header: Header
    at: int


def find_header(head: list[Row]) -> HeaderPlace | None:
    """Return the header among the first rows of a table; None for a table that is no OKRs."""
    found = header_of(head) or ((any_header(head[0]), 0) if head and typed.says_types(head[1:]) else None)
    if found is None:
        return None
    words = [text.value for text in found[0].words]
    below = [[text.value for text in row] for row in head[found[1] + 1 :]]
    return None if is_glossary(words, below) else HeaderPlace(*found)


def cells_of(header: Header, problems: list[Problem], *, decimal_comma: bool = False) -> Cells:
    """Return what reads the cells below a header; `problems` is told what is not understood."""
    return Cells(header.columns, problems, decimal_comma=decimal_comma, listed_owners=is_export(header), log=header.log)


def objectives_of(header: Header, rows: list[Row], cells: Cells, *, named_okr: bool) -> list[Draft]:
    """Return the objectives; those of a table without key results only where it says that they are OKRs.

    Args:
        header: the header.
        rows: the rows below it.
        cells: reads them.
        named_okr: whether the name of the file or the sheet says that it holds OKRs.
    """
    found = notion.objectives_of(header, rows, cells)
    if found:
        return found
    if header.at("key_result") is not None and header.at("objective", "title", "statement") is not None:
        found = pairs.objectives_of(header, rows, cells)
        if any(objective.children for objective in found):
            return found
    found = typed.objectives_of(header, rows, cells)
    if any(objective.children for objective in found):
        return found
    if header.at("objective") is not None and (header.okr or named_okr):
        return pairs.objectives_of(header, rows, cells)
    return []


def share(draft: DocumentDraft) -> None:
    """Say of the document what all its objectives say of cycle and team."""
    for name in _SHARED:
        fields = [[field for field in objective.fields if field[0] == name] for objective in draft.objectives]
        values: set[tuple[str, ...]] = {tuple(text.value for _, text in each) for each in fields}
        if len(values) != 1 or not fields[0]:
            continue
        first: tuple[str, Text] = fields[0][0]
        draft.fields.append(first)
        for objective in draft.objectives:
            objective.fields = [field for field in objective.fields if field[0] != name]
