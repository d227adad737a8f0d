"""Tables whose header begins with an objective: `O1: Calm releases, Owner, Due`, and below it its key results."""

from okrlint.model import Text
from okrlint.reading.fields import canonical
from okrlint.reading.labels import label
from okrlint.reading.tables.columns import LONGEST_NAME
from okrlint.reading.tables.rows import Row, is_label
from okrlint.reading.text_builder import rewritten

_STATED = ("objective", "key_result", "title", "statement")
_PARENTS = frozenset(("objective", "supports"))
_FEWEST_NAMES = 2


def with_headers(rows: list[Row]) -> list[Row]:
    """Return rows with a header of its own for each objective that stands in one, and the objective in a row below."""
    if not any(map(_names_at, rows)):
        return rows
    found: list[Row] = []
    for row in rows:
        at = _names_at(row)
        if not at:
            found.append(row)
            continue
        stated = at - 1
        header = [_named(text, "Key result" if place == stated else "ID") for place, text in enumerate(row[:at])]
        found.append([*header, *row[at:]])
        found.append([*row[:at], *(text.part(0, 0) for text in row[at:])])
    return found


def with_objectives_below(rows: list[Row]) -> list[Row]:
    """Return rows with each objective that stands in the line over a header of key results below it instead."""
    found: list[Row] = []
    for row in rows:
        stated = _results_at(row) if found and (_states(found[-1]) or _is_pair(found[-1])) else None
        if stated is None:
            found.append(row)
            continue
        line = found.pop()
        if not _is_pair(line):
            text = next(cell for cell in line if cell.value)
            line = [*(text.part(0, 0) for _ in range(stated)), text]
        found.extend((row, line))
    return found


def _results_at(row: Row) -> int | None:
    """Return the column of key results in the header of a table that has no other statements."""
    names = [canonical(cell.value) if 0 < len(cell.value) <= LONGEST_NAME else None for cell in row]
    if (
        "key_result" not in names
        or not _PARENTS.isdisjoint(names)
        or sum(name is not None for name in names) < _FEWEST_NAMES
    ):
        return None
    at = names.index("key_result")
    return None if is_label(row[at].value) else at


def _states(row: Row) -> bool:
    """Tell whether a row is one cell with an objective and its label: `O1: Calm releases`."""
    cells = [cell.value for cell in row if cell.value]
    found = label(cells[0]) if len(cells) == 1 else None
    stated = found is not None and found.kind == "objective" and (bool(found.number) or found.separated)
    return stated and found is not None and found.end < len(cells[0])


def _is_pair(row: Row) -> bool:
    """Tell whether a row is a label and an objective beside it: `Objective 1 | Calm releases`."""
    cells = [cell.value for cell in row if cell.value]
    return len(cells) == 2 and row[0].value == cells[0] and row[1].value == cells[1] and is_label(cells[0], "objective")


def _named(text: Text, name: str) -> Text:
    return rewritten(text, name) if text.value else text


def _names_at(row: Row) -> int:
    """Return where the names of fields begin behind an objective at the left; 0 in any other row."""
    if len(row) <= _FEWEST_NAMES or not _is_name(row[_FEWEST_NAMES].value):
        return 0
    at = 2 if is_label(row[0].value, "objective") and not _is_name(row[1].value) else 1
    names = [canonical(text.value) for text in row[at:] if text.value]
    if len(names) < _FEWEST_NAMES or None in names or len(set(names)) < len(names) or not {*names}.isdisjoint(_STATED):
        return 0
    if at == 2:
        return at if row[1].value else 0
    found = label(row[0].value)
    states = found and found.kind == "objective" and (found.number or found.separated) and found.end < len(row[0].value)
    return at if states else 0


def _is_name(words: str) -> bool:
    return 0 < len(words) <= LONGEST_NAME and canonical(words) is not None
