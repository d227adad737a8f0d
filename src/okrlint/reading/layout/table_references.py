"""Objectives and key results in tables of their own: which of them belong to which."""

from collections.abc import Container

from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical
from okrlint.reading.labels import label
from okrlint.reading.layout.row_drafts import fields_of_row, row_span, statement_cell, without_label
from okrlint.reading.layout.tables import RECORD, Columns, is_log, record_names
from okrlint.reading.outline import Block, Cell, with_span

_LONGEST_ID = 12


def key_of(words: str) -> str:
    """Return what objectives are told apart by: the number in a label (`O1`, 目标1), or else the words."""
    bare = words.strip(" *_`#").rstrip(" :：.。")
    found = label(f"{bare}:") if len(bare) <= _LONGEST_ID else None
    is_label = found and found.kind == "objective" and found.label == bare and len(found.number) == 1
    return str(found.number[0]) if found and is_label else " ".join(bare.lower().split())


def references(table: Block, known: Container[str], *, within: bool = False) -> list[tuple[str, Block]] | None:
    """Return the rows of a table of key results that each objective has, by its key; None of any other table.

    Args:
        table: any table of an outline.
        known: the keys of the objectives that it may refer to.
        within: whether it belongs to an objective: what its key results support is another one then.
    """
    columns = Columns(table)
    if "key_result" not in columns.names or is_log(table):
        return None
    at = _column(table, columns, known)
    if at is None or (within and columns.names[at] != "objective"):
        return None
    parts: dict[str, list[list[Cell]]] = {}
    key = ""
    for row in table.rows[1:]:
        if at < len(row) and row[at]:
            key = key_of(row[at][0].text.value)
        if key:  # an empty cell continues what stands above
            parts.setdefault(key, []).append([() if place == at else cell for place, cell in enumerate(row)])
    return [(key, _part(table, rows)) for key, rows in parts.items()]


def _column(table: Block, columns: Columns, known: Container[str]) -> int | None:
    """Return the column whose cells all name known objectives; numbers need a header that speaks of objectives."""
    result_at = columns.names.index("key_result")
    stated_at = columns.at("objective")
    for at, name in enumerate(columns.names):
        if stated_at is not None and at != stated_at:
            continue  # whatever it says is of the objectives that stand there
        cells = [row[at][0].text.value for row in table.rows[1:] if at < len(row) and row[at]]
        if at == result_at or not cells or not all(key_of(cell) in known for cell in cells):
            continue
        if name in ("objective", "supports") or all(not key_of(cell).isdigit() or _is_label(cell) for cell in cells):
            return at
    return None


def _is_label(cell: str) -> bool:
    return not cell.strip(" .:：#").isdigit()


def _part(table: Block, rows: list[list[Cell]]) -> Block:
    part = Block("table")
    part.rows = [table.rows[0], *rows]
    with_span(part)
    return part


def register_of(table: Block) -> dict[str, Draft] | None:
    """Return the objectives of a table that has nothing but these, by what tells them apart; None of any other."""
    columns = Columns(table)
    objective_at = columns.at("objective")
    if objective_at is None or "key_result" in columns.names or is_log(table):
        return None
    identifying = [at for at, name in enumerate(columns.names) if name == "id" or (not name and at < objective_at)]
    found: dict[str, Draft] = {}
    for row in table.rows[1:]:
        if objective_at >= len(row) or not row[objective_at]:
            continue
        text, name = without_label(row[objective_at][0].text)
        if text is None:
            text = statement_cell(row, objective_at, columns)
        id_at = identifying[0] if identifying and identifying[0] < len(row) and row[identifying[0]] else None
        name = row[id_at][0].text.value if id_at is not None else name
        if text is None or not name:
            return None
        draft = Draft(text, row_span(row), name if label(f"{name}:") else None)
        draft.fields = fields_of_row(row, columns, objective_at, text)
        found[key_of(name)] = draft
    return found or None


def stated_by(table: Block) -> Draft | None:
    """Return the objective of a form, a field in each row, that has no key results of its own; None of any other."""
    if any(len(row) != RECORD for row in table.rows):
        return None
    names = record_names(table)
    if names.count("objective") != 1 or "key_result" in names or not all(map(canonical, names)):
        return None
    if any(canonical(row[1][0].text.value) for row in table.rows):
        return None  # `| ID | Objective |` heads columns
    stated = table.rows[names.index("objective")]
    text, name = without_label(stated[1][0].text)
    draft = Draft(text or stated[1][0].text, row_span(stated), name or _label_of(stated[0]))
    draft.fields = [(name, row[1][0].text) for name, row in zip(names, table.rows, strict=True) if name != "objective"]
    return draft


def _label_of(cell: Cell) -> str | None:
    said = cell[0].text.value.rstrip(" :：")
    found = label(f"{said}:")
    return found.label or None if found else None
