"""Goals that stand in the tables of a document: one a row, or one whose fields are the rows."""

from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.goal_columns import GoalColumns, goal_columns
from okrlint.reading.goal_drafts import fields_of_cell
from okrlint.reading.goal_words import is_goal_label, is_target, plan_name, says_something
from okrlint.reading.layout.tables import RECORD, is_log
from okrlint.reading.outline import Block, Cell
from okrlint.reading.plain_lines import numbering


def goal_rows(table: Block, *, named: bool) -> list[Draft]:
    """Return the goals of a table; none of a table of something else.

    Args:
        table: any table of an outline.
        named: whether it stands where goals are due.
    """
    if not table.rows or is_log(table):
        return []
    if record := record_of(table):
        return [record]
    words = [[_words(cell) for cell in row] for row in table.rows]
    columns = goal_columns(words[0], words[1:], named=named)
    if columns is None:
        return []
    return [draft for row in table.rows[1:] for draft in _drafts(row, columns)]


def _drafts(row: list[Cell], columns: GoalColumns) -> list[Draft]:
    cell = row[columns.goal] if columns.goal < len(row) else ()
    lines = [line.text for line in cell]
    if len(lines) < 2 or not all(numbering(line.value) for line in lines):
        lines = lines[:1]
    drafts = []
    for line in lines:
        text = line.part(numbering(line.value), len(line.value))
        if says_something(text.value):
            draft = Draft(text, _span(row) if len(lines) == 1 else line.span)
            draft.fields.extend(_fields(row, columns))
            drafts.append(draft)
    label = row[columns.label] if columns.label is not None and columns.label < len(row) else ()
    if len(drafts) == 1 and label and is_goal_label(label[0].text.value):
        drafts[0].label = label[0].text.value
    return drafts


def _fields(row: list[Cell], columns: GoalColumns) -> list[tuple[str, Text]]:
    return [
        field
        for at, (name, cell) in enumerate(zip(columns.names, row, strict=False))
        if name and at not in (columns.goal, columns.label) and name != "id"
        for field in fields_of_cell(name, [line.text for line in cell])
    ]


def record_of(table: Block) -> Draft | None:
    """Return the goal of a table in which each row is a field, `Goal | …`, `Target | …`; None of any other table."""
    if any(len(row) != RECORD for row in table.rows):
        return None
    words = [[_words(cell) for cell in row] for row in table.rows]
    names = [plan_name(row[0]) if row[0] else None for row in words]
    if names.count("objective") != 1 or len(names) - names.count(None) < 2 or plan_name(words[0][1]):
        return None
    at = names.index("objective")
    if not table.rows[at][1] or is_target(words[at][1]):
        return None
    draft = Draft(table.rows[at][1][0].text, table.span)
    for name, row in zip(names, table.rows, strict=True):
        if name != "objective" and row[0] and row[1]:
            draft.fields.append((name or row[0][0].text.value.lower(), row[1][0].text))
    return draft


def _words(cell: Cell) -> str:
    return cell[0].text.value if cell else ""


def _span(row: list[Cell]) -> Span:
    spans = [line.text.span for cell in row for line in cell]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
