"""The objectives and key results that stand as rows, or in the cells, of a table."""

from collections import Counter

from okrlint.model import Span
from okrlint.reading.drafts import Draft
from okrlint.reading.labels import label
from okrlint.reading.layout.row_drafts import (
    NO_FIELDS,
    add_log,
    cell_drafts,
    fields_of_row,
    identify,
    label_among,
    row_drafts,
    row_span,
    stated_lines,
    statement_cell,
    without_label,
)
from okrlint.reading.layout.table_sections import sectioned
from okrlint.reading.layout.tables import (
    RECORD,
    Columns,
    is_record,
    kind_of_cell,
    record_names,
    result_column,
    type_column,
)
from okrlint.reading.outline import Block, Cell


def result_rows(table: Block) -> list[Draft]:
    """Return a table's key results, one a row (or one a line of the cell)."""
    columns = Columns(table)
    at = columns.at("key_result") or 0
    drafts = []
    grouped = any(not _is_group(row, at) for row in table.rows[1:])
    for row in table.rows[1:]:
        if at < len(row) and row[at] and not (grouped and _is_group(row, at)):
            results = row_drafts(row, at, columns)
            if len(results) > 1:
                shared = fields_of_row(row, columns, at, several=len(row[at]))
                for draft in results:
                    draft.fields.extend(field for field in shared if field[0] in _SHARED)
            drafts.extend(results)
    return drafts


_SHARED = ("owner", "deadline", "start_date")
"""What is said once of several key results in a cell and holds for each."""


def _is_group(row: list[Cell], at: int) -> bool:
    """Whether a row only names the group of the rows below it: in bold, without anything beside it."""
    return len(row) > 1 and [place for place, cell in enumerate(row) if cell] == [at] and row[at][0].is_strong


def measure_rows(table: Block) -> list[Draft]:
    """Return the rows of a table of figures with their targets as key results."""
    columns = Columns(table)
    at = result_column(columns)
    if at is None:
        return []
    return [draft for row in table.rows[1:] if at < len(row) and row[at] for draft in row_drafts(row, at, columns)]


def rubric_rows(table: Block) -> list[Draft]:
    """Return the rows of a table of grades as key results; the words for the full grade are the target."""
    full = next(at for at, cell in enumerate(table.rows[0]) if cell and cell[0].text.value.strip() == "1.0")
    drafts = []
    for row in table.rows[1:]:
        if row and row[0]:
            draft = Draft(row[0][0].text, row_span(row))
            if full < len(row) and row[full]:
                draft.fields.append(("target", row[full][0].text))
            drafts.append(draft)
    return drafts


def objective_rows(table: Block) -> list[Draft]:
    """Return the objectives of a table that holds them and their key results.

    A column names the objective and another its key results (an empty cell continues the objective above); or each
    row is a field and its words; or all stand in one column and the objectives are set off by their label or in bold.
    """
    columns = Columns(table)
    if len(columns.names) == RECORD and is_record(table):
        return _record_rows(table)
    type_at = type_column(table)
    if type_at is not None:
        return _typed_rows(table, columns, type_at)
    objective_at, result_at = columns.at("objective"), result_column(columns)
    if objective_at is not None and result_at is not None and objective_at != result_at:
        return _objective_column(table, columns, objective_at, result_at)
    return sectioned(table)


def _objective_column(table: Block, columns: Columns, objective_at: int, result_at: int) -> list[Draft]:
    if columns.names.count("key_result") > 1:
        return _results_in_columns(table, columns, objective_at)
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        cell = row[objective_at] if objective_at < len(row) else ()
        stated = row[result_at] if result_at < len(row) else ()
        text, name = without_label(cell[0].text) if cell else (None, "")
        if text is not None and not (drafts and drafts[-1].text.value == text.value):
            drafts.append(Draft(text, row_span(row), name or None))
            identify(drafts[-1], row, columns, "objective")
            if not stated:  # the other columns are about the objective alone
                drafts[-1].fields.extend(fields_of_row(row, columns, objective_at))
                add_log(drafts[-1], row, columns)
        if drafts and stated:
            results = row_drafts(row, result_at, columns)
            if len(results) > 1 and not drafts[-1].children:  # the other columns are about all of them
                drafts[-1].fields.extend(fields_of_row(row, columns, objective_at, several=len(stated)))
            drafts[-1].children.extend(results)
            drafts[-1].span = Span(drafts[-1].span.start, row_span(row).end)
    return drafts


def _results_in_columns(table: Block, columns: Columns, objective_at: int) -> list[Draft]:
    """Read a row for each objective, with its key results in columns: `| Objective | KR1 | KR2 |`.

    A field that each key result has of its own (`| KR1 | Owner | KR2 | Owner |`) comes time and again behind them.
    """
    counts = Counter(columns.names)
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        cell = row[objective_at] if objective_at < len(row) else ()
        text, name = without_label(cell[0].text) if cell else (None, "")
        if text is None:
            continue
        draft = Draft(text, row_span(row), name or label_among(row))
        for at, (column, found) in enumerate(zip(columns.names, row, strict=False)):
            if column == "key_result":
                draft.children.extend(cell_drafts(found))
            elif at != objective_at and found and column not in NO_FIELDS:
                _holder(draft, column, counts).fields.append((column, found[0].text))
        drafts.append(draft)
    return drafts


def _holder(objective: Draft, name: str, counts: Counter[str]) -> Draft:
    """Return whose a field is behind what was read so far: the last key result's if each of them has one."""
    return objective.children[-1] if objective.children and counts[name] > 1 else objective


def _typed_rows(table: Block, columns: Columns, type_at: int) -> list[Draft]:
    """Read a row for each item, which a column tells to be an objective or a key result of the one above."""
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        text = statement_cell(row, type_at, columns) if type_at < len(row) and row[type_at] else None
        if text is None:
            continue
        draft = Draft(text, row_span(row), label_among(row))
        draft.fields = fields_of_row(row, columns, type_at, text)
        add_log(draft, row, columns)
        if kind_of_cell(row[type_at]) == "objective":
            drafts.append(draft)
        elif drafts:
            drafts[-1].children.append(draft)
            drafts[-1].span = Span(drafts[-1].span.start, draft.span.end)
    return drafts


def _record_rows(table: Block) -> list[Draft]:
    drafts: list[Draft] = []
    names = record_names(table)
    counts = Counter(names)
    for name, row in zip(names, table.rows, strict=True):
        if not name or (not drafts and name != "objective"):
            continue
        found = label(row[0][0].text.value)
        own = found.label or None if found else None
        text, said = without_label(row[1][0].text) if name == "objective" else (row[1][0].text, "")
        if name == "key_result":
            results = stated_lines(row[1])
            if len(results) == 1:
                results[0].label, results[0].span = results[0].label or own, row_span(row)
            drafts[-1].children.extend(results)
        elif name == "objective":
            drafts.append(Draft(text or row[1][0].text, row_span(row), own or said or None))
            continue
        else:
            _holder(drafts[-1], name, counts).fields.append((name, row[1][0].text))
        drafts[-1].span = Span(drafts[-1].span.start, row_span(row).end)
    return drafts
