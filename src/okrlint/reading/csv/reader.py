"""The reader of CSV, and of the same with tabs, semicolons or bars."""

from okrlint.model import Document, Span
from okrlint.reading.assembly import assemble
from okrlint.reading.csv import pairs, typed
from okrlint.reading.csv.cells import Cells
from okrlint.reading.csv.columns import Header, any_header, header_of
from okrlint.reading.csv.table import Table
from okrlint.reading.csv.tokens import Row
from okrlint.reading.csv.viva import is_export
from okrlint.reading.data.limits import MAX_NODES, TOO_MANY_NODES, over_limit
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source

_HEAD_ROWS = 30
_SHARED = ("cycle", "team")


class CsvReader:
    """Reads tables of OKRs: a row for each key result, or rows that say what they are."""

    name = "csv"
    suffixes = (".csv", ".tsv")

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none.

        Raises:
            UnreadableError: EN004 for a table of OKRs that is over a limit.
        """
        return assemble(_draft(source), source, self.name, options)


def _draft(source: Source) -> DocumentDraft:
    draft = DocumentDraft()
    table = Table(source.text)
    found = _header(table)
    if found is None:
        return draft
    header, at = found
    rows = _rows(table)[at + 1 :]
    cells = Cells(
        header.columns,
        draft.problems,
        decimal_comma=table.delimiter == ";",
        listed_owners=is_export(header),
    )
    objectives = _objectives(header, rows, cells, source)
    if not objectives:
        return DocumentDraft()
    draft.objectives = objectives
    for name in _SHARED:
        _share(draft, name)
    return draft


def _header(table: Table) -> tuple[Header, int] | None:
    """Look for a header in the first rows: of a table that is no OKRs nothing else is read."""
    head: list[Row] = []
    for row in table.rows():
        head.append(row)
        if len(head) == _HEAD_ROWS:
            break
    if not head:
        return None
    return header_of(head) or ((any_header(head[0]), 0) if typed.says_types(head[1:]) else None)


def _rows(table: Table) -> list[Row]:
    rows: list[Row] = []
    cells = 0
    for row in table.rows():
        rows.append(row)
        cells += len(row)
        if cells > MAX_NODES:
            raise over_limit(TOO_MANY_NODES, MAX_NODES, Span(row[0].span.start, row[-1].span.end))
    return rows


def _objectives(header: Header, rows: list[Row], cells: Cells, source: Source) -> list[Draft]:
    """Return the objectives; those of a table without key results only where it says that they are OKRs."""
    if header.at("key_result") is not None and header.at("objective", "title", "statement") is not None:
        found = pairs.objectives_of(header, rows, cells)
        if any(objective.children for objective in found):
            return found
    found = typed.objectives_of(header, rows, cells)
    if any(objective.children for objective in found):
        return found
    if header.at("objective") is not None and (header.okr or source.is_named_okr()):
        return pairs.objectives_of(header, rows, cells)
    return []


def _share(draft: DocumentDraft, name: str) -> None:
    """Say of the document what all its objectives say."""
    fields = [[field for field in objective.fields if field[0] == name] for objective in draft.objectives]
    values = {tuple(text.value for _, text in each) for each in fields}
    if len(values) != 1 or not fields[0]:
        return
    draft.fields.append(fields[0][0])
    for objective in draft.objectives:
        objective.fields = [field for field in objective.fields if field[0] != name]
