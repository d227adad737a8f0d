"""The reader of CSV, and of the same with tabs, semicolons or bars."""

from collections.abc import Iterable
from itertools import chain, islice

from okrlint.model import Document, Words
from okrlint.reading.assembly import assemble
from okrlint.reading.csv.table import Table as FileTable
from okrlint.reading.csv.tokens import MAX_COLUMNS
from okrlint.reading.data.limits import MAX_NODES, TOO_MANY_NODES, over_limit
from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source
from okrlint.reading.tables.body import body_of
from okrlint.reading.tables.cells import span_of
from okrlint.reading.tables.headed import with_headers, with_objectives_below
from okrlint.reading.tables.linked import Table, linked_objectives
from okrlint.reading.tables.objectives import HEAD_ROWS, cells_of, find_header, objectives_of, share
from okrlint.reading.tables.preamble import add_above, fields_above, state_by_label, title_above
from okrlint.reading.tables.rows import Row
from okrlint.reading.tables.stacked import tables_in
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
    table = FileTable(source.text)
    below = table.rows()
    head = list(islice(below, HEAD_ROWS))
    if not (
        find_header(upright(head.copy())) or find_header(_ordered(head))
    ):  # of a table that is no OKRs nothing else is read
        return draft
    tables = tables_in(_ordered(_within_limits(chain(head, below))))
    if len(tables) > 1:
        _add_tables(draft, tables, source, decimal_comma=table.delimiter == ";")
    else:
        _add_table(draft, upright(tables[0]), source, decimal_comma=table.delimiter == ";")
    if not draft.objectives:
        return DocumentDraft()
    share(draft)
    return draft


def _ordered(rows: list[Row]) -> list[Row]:
    """Return rows in which each objective stands below a header, as in most tables."""
    return with_objectives_below(with_headers(rows))


def _add_table(draft: DocumentDraft, rows: list[Row], source: Source, *, decimal_comma: bool) -> None:
    """Read a table that is all of a file."""
    found = find_header(rows[:HEAD_ROWS])
    if found is None:
        return
    header, below = body_of(found.header, rows[found.at + 1 :])
    cells = cells_of(header, draft.problems, decimal_comma=decimal_comma)
    draft.objectives = objectives_of(header, below, cells, named_okr=source.is_named_okr())
    above = rows[: found.at]
    state_by_label(draft.objectives, above)
    draft.title = title_above(above)
    add_above(draft, draft.objectives, fields_above(above), alone=True)


def _add_tables(draft: DocumentDraft, tables: list[list[Row]], source: Source, *, decimal_comma: bool) -> None:
    """Read several tables of a file, which may name each other's rows."""
    found: list[tuple[Table, list[Row]]] = []
    for rows in tables:
        place = find_header(rows[:HEAD_ROWS])
        if place:
            header, below = body_of(place.header, rows[place.at + 1 :])
            cells = cells_of(header, draft.problems, decimal_comma=decimal_comma)
            above = rows[: place.at]
            title = title_above(above)
            found.append((Table(title.value if title else "", header, below, cells), above))
    draft.objectives = linked_objectives([table for table, _ in found], draft.problems)
    if draft.objectives:
        above = found[0][1]
        draft.title = title_above(above)
        add_above(draft, draft.objectives, fields_above(above), alone=True)
        return
    for table, above in found:
        objectives = objectives_of(table.header, table.rows, table.cells, named_okr=source.is_named_okr())
        add_above(draft, objectives, fields_above(above), alone=False)
        draft.objectives.extend(objectives)


def _plan(source: Source) -> DocumentDraft | None:
    """Return the goals of a plan; None for a table without any."""
    from okrlint.reading.tables.goals import plan_of  # most tables are no plans

    table = FileTable(source.text)
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
