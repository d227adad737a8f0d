"""The reader of CSV, and of the same with tabs, semicolons or bars."""

from collections.abc import Iterable
from itertools import chain, islice

from okrlint.model import Document, Words
from okrlint.reading.assembly import assemble
from okrlint.reading.csv.table import Table
from okrlint.reading.csv.tokens import MAX_COLUMNS
from okrlint.reading.data.limits import MAX_NODES, TOO_MANY_NODES, over_limit
from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source
from okrlint.reading.tables.cells import span_of
from okrlint.reading.tables.objectives import HEAD_ROWS, cells_of, find_header, objectives_of, share
from okrlint.reading.tables.preamble import add_above, fields_above, title_above
from okrlint.reading.tables.rows import Row
from okrlint.reading.turning import upright


class CsvReader:
    """Reads tables of OKRs: a row for each key result, or rows that say what they are."""

    name = "csv"
    suffixes = (".csv", ".tsv")

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none.

        Raises:
            UnreadableError: EN004 for a table of OKRs that is over a limit.
        """
        draft = _draft(source)
        if options.is_plan and not any(objective.children for objective in draft.objectives):
            draft = _plan(source) or draft
        return assemble(draft, source, self.name, options)


def _draft(source: Source) -> DocumentDraft:
    draft = DocumentDraft()
    table = Table(source.text)
    below = table.rows()
    head = list(islice(below, HEAD_ROWS))
    found = find_header(upright(head.copy()))
    if found is None:  # of a table that is no OKRs nothing else is read
        return draft
    rows = upright(_within_limits(chain(head, below)))
    cells = cells_of(found.header, draft.problems, decimal_comma=table.delimiter == ";")
    draft.objectives = objectives_of(found.header, rows[found.at + 1 :], cells, named_okr=source.is_named_okr())
    if not draft.objectives:
        return DocumentDraft()
    draft.title = title_above(rows[: found.at])
    add_above(draft, draft.objectives, fields_above(rows[: found.at]), alone=True)
    share(draft)
    return draft


def _plan(source: Source) -> DocumentDraft | None:
    """Return the goals of a plan; None for a table without any."""
    from okrlint.reading.tables.goals import plan_of  # most tables are no plans

    table = Table(source.text)
    return plan_of(upright(_within_limits(table.rows())), decimal_comma=table.delimiter == ";")


def _within_limits(table: Iterable[Row]) -> list[Row]:
    rows: list[Row] = []
    cells = 0
    for row in table:
        rows.append(row)
        cells += len(row)
        if len(row) > MAX_COLUMNS:
            raise over_limit(_TOO_WIDE, MAX_COLUMNS, span_of(row))
        if cells > MAX_NODES:
            raise over_limit(TOO_MANY_NODES, MAX_NODES, span_of(row))
    return rows


_TOO_WIDE = Words("has more columns than", "列数超过")
