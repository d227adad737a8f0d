"""Tables in which each row says what it is: an objective, a key result, or a step.

A column of types says so (`Objective`, `KR`, `目标`), or the identifiers do (`O1`, `KR1.2`). See `linking` for what
belongs to what.
"""

from collections.abc import Callable

from okrlint.model import Text
from okrlint.reading.directives import COLUMNS
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical
from okrlint.reading.labels import label
from okrlint.reading.tables.cells import Cells
from okrlint.reading.tables.columns import Header
from okrlint.reading.tables.linking import Kind, Layout, Linker
from okrlint.reading.tables.rows import Row, cell
from okrlint.reading.tables.viva import kinds_by_alignment

_STATEMENTS = ("title", "statement", "objective", "key_result", "description")
_SAMPLE = 500
"""How many rows are looked at to find the column of types."""

_KINDS: dict[str, Kind] = {
    "objective": "objective",
    "key_result": "key_result",
    "action": "action",
}


def objectives_of(header: Header, rows: list[Row], cells: Cells) -> list[Draft]:
    """Return the objectives of a table whose rows say what they are; none where they do not."""
    statement = header.at(*_STATEMENTS)
    kinds, told_by = _kinds(header, rows, statement)
    if not kinds:
        return []
    if statement is None:
        statement = _wordiest(header, rows, told_by)
    linker = Linker()
    linker.add(Layout.of(header, statement, told_by), rows, kinds, cells)
    return linker.objectives()


def says_types(rows: list[Row]) -> bool:
    """Tell whether a column of some rows says which are objectives and which key results."""
    width = max((len(row) for row in rows), default=0)
    return any(_tells(_read_column(_by_word, at, rows)) for at in range(width))


def _wordiest(header: Header, rows: list[Row], told_by: int | None) -> int:
    """Return the column with the most words among those whose names are not known."""

    def length(at: int) -> int:
        return sum(len(text.value) for row in rows[:_SAMPLE] if (text := cell(row, at)))

    unknown = [
        at
        for at, column in enumerate(header.columns)
        if canonical(column.name) is None and column.name not in COLUMNS and at != told_by
    ]
    return max(unknown or [0], key=length)


def _kinds(header: Header, rows: list[Row], statement: int | None) -> tuple[list[Kind | None], int | None]:
    """Return what each row is, and the column with a word for it; nothing at all where no column tells.

    Words come first, then labels: those of identifiers before those of the statements themselves.
    """
    columns = [at for at in range(len(header.columns)) if at != statement]
    sections = statement is not None and header.columns[statement].name == "key_result"
    labelled = columns if statement is None or sections else [*columns, statement]
    for read, among in ((_by_word, columns), (_by_label, labelled)):
        for at in among:
            if _tells(found := _read_column(read, at, rows[:_SAMPLE])):
                found.extend(read(cell(row, at)) for row in rows[_SAMPLE:])
                return found, at if read is _by_word else None
    if sections:
        return _by_section([cell(row, statement) for row in rows]), None
    return [_KINDS.get(kind) for kind in kinds_by_alignment(header, rows)], None


def _by_section(cells: list[Text | None]) -> list[Kind | None]:
    """Return what the rows of a column of key results are, if labelled objectives stand over them; else []."""
    kinds: list[Kind | None] = [_states(text) if text else None for text in cells]
    first = next((kind for kind in kinds if kind), None)
    return kinds if first == "objective" else []


def _states(text: Text) -> Kind:
    found = label(text.value)
    return "objective" if found and found.kind == "objective" and (found.number or found.separated) else "key_result"


def _read_column(read: Callable[[Text | None], Kind | None], at: int, rows: list[Row]) -> list[Kind | None]:
    """Return what the cells of a column say; [] once too many say nothing for the column to tell."""
    found: list[Kind | None] = []
    silent = 0
    for row in rows:
        kind = read(cell(row, at))
        found.append(kind)
        silent += kind is None
        if 2 * silent > len(rows):
            return []
    return found


def _tells(kinds: list[Kind | None]) -> bool:
    return "objective" in kinds and "key_result" in kinds


def _by_word(text: Text | None) -> Kind | None:
    if text is None or any(map(str.isdigit, text.value)):
        return None
    return _KINDS.get(canonical(text.value) or canonical(f"{text.value}s") or "")


def _by_label(text: Text | None) -> Kind | None:
    """Read an identifier that is a label (`KR1.2`), or the label of a statement (`KR1.2: …`)."""
    found = (label(text.value) or label(f"{text.value}:")) if text else None
    return found.kind if found and found.number else None
