"""The objectives and key results that stand as rows, or in the cells, of a table."""

from collections import Counter
from typing import TYPE_CHECKING

from okrlint.language import quantities
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
    cell_label,
    is_record,
    kind_of_cell,
    labelled_columns,
    record_names,
    result_column,
    type_column,
)
from okrlint.reading.outline import Block, Cell

if TYPE_CHECKING:
    from okrlint.reading.column_levels import Said


def result_rows(table: Block) -> list[Draft]:
    """Return a table's key results, one a row (or one a line of the cell)."""
    columns = Columns(table)
    at = columns.at("key_result") or 0
    if "key_result" not in columns.names:
        _name_targets(table, columns)
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


def _name_targets(table: Block, columns: Columns) -> None:
    """Name the columns for what they hold that are called 目标 or "Goal" beside key results: amounts to reach."""
    for at, name in enumerate(columns.names):
        cells = [row[at][0].text.value for row in table.rows[1:] if name == "objective" and at < len(row) and row[at]]
        if cells and 2 * sum(bool(quantities.amounts(cell)) for cell in cells) > len(cells):
            columns.names[at] = "target"


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
    labelled = labelled_columns(table, columns.names)
    if labelled is not None:
        return _labelled_columns(table, columns, *labelled)
    return sectioned(table)


def _labelled_columns(table: Block, columns: Columns, objective_at: int, result_at: int) -> list[Draft]:
    """Read objectives and key results in columns that have no name; the first row may be such a row, too."""
    rows = Block("table")
    rows.rows = table.rows
    columns.names.extend([""] * (max(objective_at, result_at) + 1 - len(columns.names)))
    if _cell(table.rows[0], objective_at) and cell_label(table.rows[0][objective_at]):
        columns.names = [""] * len(columns.names)
        rows.rows = [[], *table.rows]
    columns.headers.extend([""] * (len(columns.names) - len(columns.headers)))
    columns.names[objective_at], columns.names[result_at] = "objective", "key_result"
    return _objective_column(rows, columns, objective_at, result_at)


def _objective_column(table: Block, columns: Columns, objective_at: int, result_at: int) -> list[Draft]:
    if columns.names.count("key_result") > 1:
        return _results_in_columns(table, columns, objective_at)
    groups = _groups(table, columns, objective_at, result_at)
    for group, own in zip(groups, _own_columns(groups, columns, objective_at, result_at), strict=True):
        _read_group(group, columns, own, objective_at, result_at)
    return [group.draft for group in groups]


class _Group:
    """An objective, and its rows: those with key results, and the first one if it has none."""

    __slots__ = ("draft", "rows")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.rows: list[list[Cell]] = []


def _groups(table: Block, columns: Columns, objective_at: int, result_at: int) -> list[_Group]:
    groups: list[_Group] = []
    for row in table.rows[1:]:
        text, name = without_label(row[objective_at][0].text) if _cell(row, objective_at) else (None, "")
        if text is not None and not (groups and groups[-1].draft.text.value == text.value):
            groups.append(_Group(Draft(text, row_span(row), name or None)))
            identify(groups[-1].draft, row, columns, "objective")
        if groups and (_cell(row, result_at) or not groups[-1].rows):
            groups[-1].rows.append(row)
    return groups


def _cell(row: list[Cell], at: int) -> Cell:
    return row[at] if at < len(row) else ()


def _own_columns(groups: list[_Group], columns: Columns, objective_at: int, result_at: int) -> list[set[int]]:
    """Return the columns that are about each objective and not about its key results."""
    own: list[set[int]] = [set() for _ in groups]
    if not groups:
        return own
    from okrlint.reading.column_levels import FIGURES, are_of_results, level_of

    logged = {column.at for column in columns.log}
    for at, name in enumerate(columns.names):
        if at == objective_at or name in NO_FIELDS or at in logged:
            continue
        level = level_of(columns.headers[at], name, alone=columns.names.count(name) == 1)
        if level == "objective":
            of_results = [False] * len(groups)
        elif level or name in FIGURES:
            continue
        elif _is_beside(at, columns.names, objective_at, result_at):
            is_paired = objective_at > result_at or name in columns.names[result_at + 1 :]
            said = [_said(group, at, objective_at, result_at) for group in groups]
            of_results = are_of_results(said, paired=is_paired)
        elif columns.names.count(name) == _PAIR and _is_first(at, groups, columns, objective_at, result_at):
            of_results = [False] * len(groups)
        else:
            continue
        for places, is_of_results in zip(own, of_results, strict=True):
            if not is_of_results:
                places.add(at)
    return own


_PAIR = 2


def _is_beside(at: int, names: list[str], objective_at: int, result_at: int) -> bool:
    """Whether a column stands at the side of the objectives: left of the key results, or behind both once more."""
    if objective_at < result_at:
        return at < result_at
    return at > objective_at and names[at] in names[:objective_at]


def _is_first(at: int, groups: list[_Group], columns: Columns, objective_at: int, result_at: int) -> bool:
    """Whether a column is the first of two of one name behind the key results, and about the objectives."""
    from okrlint.reading.column_levels import Filled, is_first_of_objectives

    name = columns.names[at]
    second = len(columns.names) - 1 - columns.names[::-1].index(name)
    if objective_at > result_at or second == at:
        return False
    rows = [row for group in groups for row in group.rows if _cell(row, result_at)]
    places = (objective_at, at, second)
    return is_first_of_objectives([Filled(*(bool(_cell(row, place)) for place in places)) for row in rows])


def _said(group: _Group, at: int, objective_at: int, result_at: int) -> "Said":
    """Return what a column says of one objective; a cell that reaches down into other rows says it once."""
    from okrlint.reading.column_levels import Said

    own: list[str] = []
    rows: list[str] = []
    states: list[bool] = []
    above: Cell = ()
    for row in group.rows:
        cell = _cell(row, at)
        value = cell[0].text.value if cell and not (above and above[0].text.span == cell[0].text.span) else ""
        above = cell
        if not _cell(row, result_at):
            own.extend([value] if value else ())
            continue
        is_parallel = len(cell) > 1 and len(cell) == len(_cell(row, result_at))
        rows.extend(line.text.value for line in cell) if is_parallel else rows.append(value)
        states.extend([bool(_cell(row, objective_at))] * (len(cell) if is_parallel else 1))
    return Said(own, rows, states)


def _read_group(group: _Group, columns: Columns, own: set[int], objective_at: int, result_at: int) -> None:
    draft = group.draft
    of_results = columns.without(own)
    of_objective = columns.without([at for at in range(len(columns.names)) if at not in own])
    for row in group.rows:
        stated = _cell(row, result_at)
        known = {name for name, _ in draft.fields}
        if not stated:  # the other columns are about the objective alone
            draft.fields.extend(fields_of_row(row, columns, objective_at))
            add_log(draft, row, columns)
            continue
        found = fields_of_row(row, of_objective, objective_at)
        draft.fields.extend(field for field in found if field[0] not in known)
        results = row_drafts(row, result_at, of_results)
        if len(results) > 1 and not draft.children:  # the other columns are about all of them
            known.update(name for name, _ in draft.fields)
            shared = fields_of_row(row, of_results, objective_at, several=len(stated))
            draft.fields.extend(field for field in shared if field[0] not in known)
        draft.children.extend(results)
        draft.span = Span(draft.span.start, row_span(row).end)


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
