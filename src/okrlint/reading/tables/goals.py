"""The goals of a plan that is a table: a row for each."""

from okrlint.model import Problem
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.goal_columns import GoalColumns, goal_columns
from okrlint.reading.goal_drafts import settled
from okrlint.reading.goal_words import names_period, names_whole_year, plan_name, section_of
from okrlint.reading.tables.cells import Cells
from okrlint.reading.tables.columns import LONGEST_NAME, Column
from okrlint.reading.tables.objectives import HEAD_ROWS, share
from okrlint.reading.tables.preamble import add_above, fields_above, title_above
from okrlint.reading.tables.rows import Row


def plan_of(rows: list[Row], *, decimal_comma: bool = False) -> DocumentDraft | None:
    """Return the goals of a table, with what stands above its header; None for a table without any.

    Args:
        rows: all of it.
        decimal_comma: whether numbers are written with one.
    """
    draft = DocumentDraft()
    found = goal_header(rows)
    if found is None:
        return None
    columns, at = found
    draft.objectives = goals_of(columns, rows[at + 1 :], draft.problems, decimal_comma=decimal_comma)
    if not draft.objectives:
        return None
    draft.title = title_above(rows[:at])
    add_above(draft, draft.objectives, fields_above(rows[:at]), alone=True)
    share(draft)
    return draft


def goal_header(rows: list[Row]) -> tuple[GoalColumns, int] | None:
    """Return what the columns hold, and in which row the header stands; None where there is none of goals."""
    for at, row in enumerate(rows[:HEAD_ROWS]):
        names = [cell.value for cell in row if cell.value]
        known = sum(len(name) <= LONGEST_NAME and _is_known(name) for name in names)
        below = rows[at + 1] if at + 1 < len(rows) else []
        is_title = len(names) == 1 and sum(bool(cell.value) for cell in below) > 1
        periods = sum(names_period(name) or names_whole_year(name) for name in names)
        if not known or is_title or 2 * known < len(names) - periods - 2 or _heads_chapters(names, rows[at + 1 :]):
            continue
        words = [[cell.value for cell in each] for each in rows[at + 1 : at + 1 + HEAD_ROWS]]
        if columns := goal_columns([cell.value for cell in row], words, named=True):
            return columns, at
    return None


def _heads_chapters(names: list[str], rows: list[Row]) -> bool:
    """Tell whether a single cell stands over chapters, one of them headed "Goals" or "Risks", and is no header."""
    if len(names) != 1 or any(sum(bool(cell.value) for cell in row) > 1 for row in rows[:HEAD_ROWS]):
        return False
    return any(section_of(cell.value) for row in rows[:_CHAPTER_ROWS] for cell in row if cell.value)


_CHAPTER_ROWS = 100
"""Rows in which the heading of a chapter is looked for."""


def _is_known(name: str) -> bool:
    return plan_name(name) is not None or section_of(name) == "goals"


def goals_of(
    columns: GoalColumns, rows: list[Row], problems: list[Problem], *, decimal_comma: bool = False
) -> list[Draft]:
    """Return the goals in the rows below a header; `problems` is told what is not understood."""
    cells = Cells(list(map(Column, columns.names)), problems, decimal_comma=decimal_comma, listed_owners=False)
    others = [at for at, name in enumerate(columns.names) if name and at != columns.goal]
    drafts: list[Draft] = []
    for row in rows:
        found = cells.statements(row, columns.goal) if columns.goal < len(row) else []
        for draft in found:
            cells.add(draft, row, others)
        drafts.extend(found)
    return settled(drafts)
