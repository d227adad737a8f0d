"""What the columns of a table of goals hold, be it in a document, a file or a sheet."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from okrlint.language.folding import fold_width
from okrlint.reading.fields import field_name
from okrlint.reading.goal_words import is_goal_label, is_mere_amount, plan_name, says_something, section_of
from okrlint.reading.word_sets import words

_STATING = ("title", "statement", "description", "metric", "measure")
"""Which columns state goals where none is called so, the surest first."""

_EVIDENCE = words("target baseline current deadline owner")
_NO_GOALS = words("action risk dependency checkin retrospective health_metrics date")
"""What is in the first column of a table of something else."""

_ROWS_READ = 50
"""How many rows are looked at to find out what a column holds."""


class GoalColumns(NamedTuple):
    """The columns of a table of goals.

    Attributes:
        names: canonical names of fields, or the author's own in lower case; "" for a column without words.
        goal: the column that states the goals.
        label: the column of their labels or numbers, if there is one.
    """

    names: list[str]
    goal: int
    label: int | None = None


def goal_columns(headers: Sequence[str], rows: Sequence[Sequence[str]], *, named: bool) -> GoalColumns | None:
    """Return what the columns of a table of goals hold; None for another table.

    A column of goals in which mere amounts stand is one of targets: `指标 | 目标`.

    Args:
        headers: the first row.
        rows: the others, "" for an empty cell.
        named: whether it stands where goals are due, so that its first words may be goals.
    """
    names = [_name(header) for header in headers]
    rows = rows[:_ROWS_READ]
    if not rows or "key_result" in names:
        return None
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(names))]
    goal: int | None = None
    for at, name in enumerate(names):
        if name != "objective":
            continue
        if goal is None and not _mostly(columns[at], is_mere_amount):
            goal = at
        else:
            names[at] = field_name(headers[at]) if "target" in names else "target"
            names[at] = "target" if names[at] == "objective" else names[at]
    if goal is None:
        goal = _stating(names, columns, named=named)
    if goal is None or not any(map(says_something, columns[goal])):
        return None
    return GoalColumns(names, goal, _labelling(names, columns, goal))


def _name(header: str) -> str:
    if not header.strip():
        return ""
    if header.strip(" .．") in ("#", "No", "no", "NO", "№", "Nr", "Ref", "Goal #", "Goal ID", "Goal No"):
        return "id"
    name = plan_name(header)
    if name == "plan_reference" or (name is None and section_of(header) == "goals"):
        return "objective"
    if name == "priority" and "priorit" in header.lower() and header.lower().startswith(("strategic", "key", "top")):
        return "objective"
    return name or " ".join(fold_width(header).lower().split())[:60]


def _stating(names: list[str], columns: list[list[str]], *, named: bool) -> int | None:
    """Return the column that states the goals of a table in which none is called so."""
    if not named and ("target" not in names or _EVIDENCE.isdisjoint(names)):
        return None
    first = next((name for name in names if name not in ("", "id")), "")
    if first in _NO_GOALS:
        return None
    known = [names.index(name) for name in _STATING if name in names]
    free = [at for at, name in enumerate(names) if plan_name(name) is None and name not in ("", "id")]
    for at in (*known, *free):
        if _mostly(columns[at], _may_state):
            return at
    return None


def _may_state(cell: str) -> bool:
    return says_something(cell) and not is_mere_amount(cell)


def _labelling(names: list[str], columns: list[list[str]], goal: int) -> int | None:
    if "id" in names:
        return names.index("id")
    others = (at for at in range(min(2, len(names))) if at != goal)
    return next((at for at in others if columns[at] and all(map(is_goal_label, columns[at]))), None)


def _mostly(cells: list[str], test: Callable[[str], bool]) -> bool:
    return bool(cells) and 2 * sum(map(test, cells)) > len(cells)
