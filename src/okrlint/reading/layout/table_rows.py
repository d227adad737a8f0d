"""The objectives and key results that stand as rows, or in the cells, of a table."""

from collections import Counter
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.labels import label
from okrlint.reading.layout.fieldlines import attach_theme
from okrlint.reading.layout.roles import own_name, theme_at
from okrlint.reading.layout.tables import RECORD, Columns, cell_label, is_record, record_names, type_column
from okrlint.reading.outline import Block, Cell, Line
from okrlint.reading.plain_lines import numbering

_STATEMENT_COLUMNS = ("statement", "description", "title", "target", "metric", "measure")
"""Where the words stand when the column of the key results holds only `KR 1`, most likely first."""

_NO_FIELDS = ("key_result", "objective", "id", "")
"""Columns that hold statements or tell rows apart."""


def result_rows(table: Block) -> list[Draft]:
    """Return a table's key results, one a row (or one a line of the cell)."""
    columns = Columns(table)
    at = columns.at("key_result") or 0
    drafts = []
    for row in table.rows[1:]:
        if at < len(row) and row[at]:
            drafts.extend(_row_drafts(row, at, columns))
    return drafts


def rubric_rows(table: Block) -> list[Draft]:
    """Return the rows of a table of grades as key results; the words for the full grade are the target."""
    full = next(at for at, cell in enumerate(table.rows[0]) if cell and cell[0].text.value.strip() == "1.0")
    drafts = []
    for row in table.rows[1:]:
        if row and row[0]:
            draft = Draft(row[0][0].text, _row_span(row))
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
    objective_at, result_at = columns.at("objective"), columns.at("key_result")
    if objective_at is not None and objective_at != result_at:
        return _objective_column(table, columns, objective_at, result_at)
    return _mixed_column(table, columns)


def _objective_column(table: Block, columns: Columns, objective_at: int, result_at: int | None) -> list[Draft]:
    if columns.names.count("key_result") > 1:
        return _results_in_columns(table, columns, objective_at)
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        cell = row[objective_at] if objective_at < len(row) else ()
        text, name = _without_label(cell[0].text) if cell else (None, "")
        if text is not None and not (drafts and drafts[-1].text.value == text.value):
            drafts.append(Draft(text, _row_span(row), name or None))
            _identify(drafts[-1], row, columns, "objective")
            if result_at is None:
                drafts[-1].fields.extend(_fields(row, columns, objective_at))
        if drafts and result_at is not None and result_at < len(row) and row[result_at]:
            results = _row_drafts(row, result_at, columns)
            if len(results) > 1 and not drafts[-1].children:  # the other columns are about all of them
                drafts[-1].fields.extend(_fields(row, columns, objective_at))
            drafts[-1].children.extend(results)
            drafts[-1].span = Span(drafts[-1].span.start, _row_span(row).end)
    return drafts


def _results_in_columns(table: Block, columns: Columns, objective_at: int) -> list[Draft]:
    """Read a row for each objective, with its key results in columns: `| Objective | KR1 | KR2 |`.

    A field that each key result has of its own (`| KR1 | Owner | KR2 | Owner |`) comes time and again behind them.
    """
    counts = Counter(columns.names)
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        cell = row[objective_at] if objective_at < len(row) else ()
        text, name = _without_label(cell[0].text) if cell else (None, "")
        if text is None:
            continue
        draft = Draft(text, _row_span(row), name or _label_among(row))
        for at, (column, found) in enumerate(zip(columns.names, row, strict=False)):
            if column == "key_result":
                draft.children.extend(_cell_drafts(found))
            elif at != objective_at and found and column not in _NO_FIELDS:
                _holder(draft, column, counts).fields.append((column, found[0].text))
        drafts.append(draft)
    return drafts


def _holder(objective: Draft, name: str, counts: Counter[str]) -> Draft:
    """Return whose a field is behind what was read so far: the last key result's if each of them has one."""
    return objective.children[-1] if objective.children and counts[name] > 1 else objective


def _cell_drafts(cell: Cell) -> list[Draft]:
    found = [_without_label(line.text, in_column=True) for line in cell]
    return [Draft(text, text.span, name or None) for text, name in found if text is not None]


def _typed_rows(table: Block, columns: Columns, type_at: int) -> list[Draft]:
    """Read a row for each item, which a column tells to be an objective or a key result of the one above."""
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        text = _statement_cell(row, type_at, columns) if type_at < len(row) and row[type_at] else None
        if text is None:
            continue
        draft = Draft(text, _row_span(row), _label_among(row))
        draft.fields = _fields(row, columns, type_at, text)
        if own_name(row[type_at][0].text.value) == "objective":
            drafts.append(draft)
        elif drafts:
            drafts[-1].children.append(draft)
            drafts[-1].span = Span(drafts[-1].span.start, draft.span.end)
    return drafts


def _label_among(row: list[Cell]) -> str | None:
    """Return the label (`KR1`) that is all that some cell says."""
    for cell in row:
        found = cell_label(cell)
        if found and found.label and found.end >= len(cell[0].text.value):
            return found.label
    return None


def _identify(draft: Draft, row: list[Cell], columns: Columns, level: str) -> None:
    """Give an item what the column for labels says: as its label where it is one (`KR1`), else as its identifier."""
    at = columns.labels.get(level)
    words = row[at][0].text.value if at is not None and at < len(row) and row[at] else ""
    if draft.label is None and words:
        if label(f"{words}:"):
            draft.label = words
        else:
            draft.ref = words


def _record_rows(table: Block) -> list[Draft]:
    drafts: list[Draft] = []
    names = record_names(table)
    counts = Counter(names)
    for name, row in zip(names, table.rows, strict=True):
        if not name or (not drafts and name != "objective"):
            continue
        text = row[1][0].text
        found = label(row[0][0].text.value)
        draft = Draft(text, _row_span(row), found.label or None if found else None)
        if name == "objective":
            drafts.append(draft)
            continue
        if name == "key_result":
            drafts[-1].children.append(draft)
        else:
            _holder(drafts[-1], name, counts).fields.append((name, text))
        drafts[-1].span = Span(drafts[-1].span.start, draft.span.end)
    return drafts


def _mixed_column(table: Block, columns: Columns) -> list[Draft]:
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        at = next((at for at, cell in enumerate(row) if cell), None)
        if at is None:
            continue
        line = row[at][0]
        found = label(line.text.value)
        others = sum(1 for cell in row if cell) - 1
        if (found and found.kind == "objective") or (not found and line.is_strong and others == 0):
            text, name = _without_label(line.text)
            if text is None and at + 1 < len(row) and row[at + 1]:
                text = row[at + 1][0].text
            if text is not None:
                drafts.append(Draft(text, _row_span(row), name or None))
                drafts[-1].fields.extend(_fields(row, columns, at, text))
        elif drafts and found and found.kind == "key_result":
            drafts[-1].children.extend(_row_drafts(row, at, columns))
            drafts[-1].span = Span(drafts[-1].span.start, _row_span(row).end)
    return drafts


def _row_drafts(row: list[Cell], at: int, columns: Columns) -> list[Draft]:
    lines = row[at]
    if len(lines) > 1 and (
        all(numbering(line.text.value) or cell_label((line,)) for line in lines)
        or all(quantities.amounts(line.text.value) for line in lines)
    ):
        return [draft for line in lines if (draft := _row_draft(row, line, at, columns, shared=True))]
    draft = _row_draft(row, lines[0], at, columns, shared=False)
    return [draft] if draft else []


def _row_draft(row: list[Cell], line: Line, at: int, columns: Columns, *, shared: bool) -> Draft | None:
    text, name = _without_label(line.text, in_column=True)
    if text is None:
        text = _statement_cell(row, at, columns)
    if text is None or not any(char.isalnum() for char in text.value):
        return None
    draft = Draft(text, text.span if shared else _row_span(row), name or None)
    theme = theme_at(line.text.value, len(name)) if name and line.text.value.startswith(name) else None
    attach_theme(draft, line.text.part(*theme.span(1)) if theme else None)
    if not shared:
        _identify(draft, row, columns, "key_result")
        draft.fields.extend(_fields(row, columns, at, text))
    return draft


def _statement_cell(row: list[Cell], at: int, columns: Columns) -> Text | None:
    """Return the statement of a row whose own cell is only a label."""
    found = [
        row[column][0].text
        for name in _STATEMENT_COLUMNS
        if (column := columns.at(name)) is not None and column != at and column < len(row) and row[column]
    ]
    following = row[at + 1] if at + 1 < len(row) else ()
    found.extend(line.text for line in following[:1])
    return next((text for text in found if not _is_amount(text.value)), found[0] if found else None)


def _is_amount(value: str) -> bool:
    """Whether words are but an amount: then they are what is to be reached, not the statement."""
    amounts = quantities.amounts(value)
    return bool(amounts) and not any(map(str.isalnum, value[: amounts[0].start] + value[amounts[-1].end :]))


def _fields(
    row: list[Cell], columns: Columns, statement_at: int, statement: Text | None = None
) -> list[tuple[str, Text]]:
    return [
        (columns.names[at], cell[0].text)
        for at, cell in enumerate(row)
        if at != statement_at
        and cell
        and at < len(columns.names)
        and columns.names[at] not in _NO_FIELDS
        and cell[0].text is not statement
    ]


@cache
def _column_label() -> Pattern[str]:
    return compile_pattern(r"KRs? ?#?\d{1,2}(?:[.-]\d{1,2}){0,2} {1,3}(?=\S)", ASCII | IGNORECASE)


def _without_label(text: Text, *, in_column: bool = False) -> tuple[Text | None, str]:
    """Return the words behind number and label (None without any), and the label.

    In a column of key results, `KR6.1 vs …` begins with a label that in a sentence might be a mention.
    """
    value = text.value
    at = numbering(value)
    found = label(value[at:])
    if found is None and in_column and (match := _column_label().match(value, at)):
        return text.part(match.end(), len(value)), value[at : match.end()].rstrip()
    if found is None:
        return (text.part(at, len(value)) if at < len(value) else None), ""
    at += found.end
    theme = theme_at(value, at) if found.label else None
    at = theme.end() if theme else at
    return (text.part(at, len(value)) if at < len(value) else None), found.label


def _row_span(row: list[Cell]) -> Span:
    spans = [line.text.span for cell in row for line in cell]
    return Span(min(span.start for span in spans), max(span.end for span in spans))  # cells can stand side by side
