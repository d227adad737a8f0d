"""What stands above a table: a title, and fields that hold for all of it."""

from okrlint.model import Span, Text
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.fields import canonical, is_declared, leading_field
from okrlint.reading.labels import label
from okrlint.reading.layout.surroundings import fields_of_heading
from okrlint.reading.tables.rows import Row, is_label

Fields = list[tuple[str, Text]]

_SAID_ONCE = {"cycle": "cycle", "team": "team", "owner": "section_owner"}
"""What may be said above a table, beside what is declared, and what it is called of an objective."""


def fields_above(rows: list[Row]) -> Fields:
    """Return what the rows above a header say of all objectives: `Team | Growth`, `周期：2026 Q2`, or a title."""
    return [field for row in rows for field in _fields([cell for cell in row if cell.value])]


def title_above(rows: list[Row]) -> Text | None:
    """Return the title of a table: the first row above it, where it is one cell and no field."""
    cells = [cell for cell in rows[0] if cell.value] if rows else []
    return cells[0] if len(cells) == 1 and leading_field(cells[0].value) is None else None


def add_above(draft: DocumentDraft, objectives: list[Draft], fields: Fields, *, alone: bool) -> None:
    """Give objectives what is said above their table.

    What is declared is said of the document where the table stands `alone` in it.
    """
    for field in fields:
        if alone and is_declared(field[0]):
            draft.fields.append(field)
        else:
            add_missing(objectives, [field])


def state_by_label(objectives: list[Draft], rows: list[Row]) -> None:
    """Give objectives that a table names by their labels alone (`O1`) the words that stand above its header."""
    stated: dict[tuple[int, ...], tuple[str, Text]] = {}
    for row in rows:
        cells = [cell for cell in row if cell.value]
        found = label(cells[0].value) if len(cells) == 1 else None
        if found and found.kind == "objective" and found.number and found.end < len(cells[0].value):
            stated[found.number] = found.label, cells[0].part(found.end, len(cells[0].value))
    for objective in objectives if stated else ():
        named = label(f"{objective.text.value}:") if is_label(objective.text.value, "objective") else None
        if named and named.number in stated:
            objective.label, objective.text = stated[named.number]
            start, end = objective.text.span
            objective.span = Span(min(objective.span.start, start), max(objective.span.end, end))


def add_missing(objectives: list[Draft], fields: Fields) -> None:
    """Give objectives the fields that they do not have themselves; of several of one name, the first."""
    for objective in objectives:
        known = {name for name, _ in objective.fields}
        for name, text in fields:
            if name not in known:
                objective.fields.append((name, text))
                known.add(name)


def _fields(cells: list[Text]) -> Fields:
    fields: Fields = []
    at = 0
    while at < len(cells):
        text = cells[at]
        at += 1
        name = _said_once(canonical(text.value))
        found = leading_field(text.value)
        if name and at < len(cells):
            fields.append((name, cells[at]))
            at += 1
        elif found and (said := _said_once(found.name)):
            fields.append((said, text.part(found.end, len(text.value))))
        elif found is None:
            fields.extend(fields_of_heading(text))
    return [field for field in fields if field[1].value]


def _said_once(name: str | None) -> str | None:
    return name if is_declared(name) else _SAID_ONCE.get(name or "")
