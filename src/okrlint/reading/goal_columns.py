"""What the columns of a table of goals hold, be it in a document, a file or a sheet."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from okrlint.language.folding import fold_width
from okrlint.reading.fields import field_name
from okrlint.reading.goal_words import (
    counts_things,
    is_goal_label,
    is_mere_amount,
    names_period,
    names_whole_year,
    plan_name,
    says_something,
    section_of,
)
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
    names = _with_whole_year([_name(header) for header in headers], headers)
    rows = rows[:_ROWS_READ]
    if not rows or "key_result" in names:
        return None
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(names))]
    if columns[0] and all(plan_name(cell) in _FIELDS for cell in columns[0]):
        return None  # it stands on its side
    goal: int | None = None
    stated = [at for at, name in enumerate(names) if name == "objective"]
    for at in stated:
        if goal is None and (not _mostly(columns[at], is_mere_amount) or _counts(columns[at], names)):
            goal = at
        elif goal is not None and not _mostly(columns[at], is_mere_amount):
            names[at:] = map(_own_name, headers[at:])  # the goal of a department, and what that is to reach
            break
        else:
            names[at] = field_name(headers[at]) if "target" in names else "target"
            names[at] = "target" if names[at] == "objective" else names[at]
    if goal is None:
        goal = _stating(names, columns, named=named)
    if goal is None or not any(map(says_something, columns[goal])):
        return None
    return GoalColumns(names, goal, _labelling(names, columns, goal))


_FIELDS = words("target baseline current deadline owner metric unit status")


def _counts(cells: list[str], names: list[str]) -> bool:
    """Tell whether a column states goals that are but amounts of things, where no other column may state any."""
    return _mostly(cells, counts_things) and not any(name in (*_STATING, "target") for name in names)


def _own_name(header: str) -> str:
    return " ".join(fold_width(header).lower().split())[:60]


def _with_whole_year(names: list[str], headers: Sequence[str]) -> list[str]:
    """Return names of columns, where that of the whole year beside those of its quarters is the target."""
    if "target" in names or sum(map(_names_part_of_year, headers)) < _LEAST_PARTS:
        return names
    whole = [at for at, header in enumerate(headers) if names_whole_year(header)]
    return [*names[: whole[0]], "target", *names[whole[0] + 1 :]] if len(whole) == 1 else names


_LEAST_PARTS = 2
"""Columns of quarters, halves or months that show what a table is divided by."""


def _names_part_of_year(header: str) -> bool:
    return names_period(header) and not names_whole_year(header)


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
    return name or _own_name(header)


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
