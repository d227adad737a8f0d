"""Tables in which each row says what it is: an objective, a key result, or a step.

A column of types says so (`Objective`, `KR`, `目标`), or the identifiers do (`O1`, `KR1.2`). A row belongs to what
its parent column names, else to what its hierarchical identifier begins with, else to the objective above it.
"""

from typing import Literal

from okrlint.model import Span, Text
from okrlint.reading.csv.cells import Cells, cell
from okrlint.reading.csv.columns import Header
from okrlint.reading.csv.tokens import Row
from okrlint.reading.csv.viva import kinds_by_alignment, reference
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical, label

Kind = Literal["objective", "key_result", "action"]

_STATEMENTS = ("title", "statement", "objective", "key_result", "description")
_SAMPLE = 500
"""How many rows are looked at to find the column of types."""

_KINDS: dict[str, Kind] = {
    "objective": "objective",
    "key_result": "key_result",
    "action": "action",
}
_LEVELS = 6
"""How deep identifiers may be."""


def objectives_of(header: Header, rows: list[Row], cells: Cells) -> list[Draft]:
    """Return the objectives of a table whose rows say what they are; none where they do not."""
    statement = header.at(*_STATEMENTS)
    kinds, told_by = _kinds(header, rows, statement)
    if not kinds:
        return []
    if statement is None:
        statement = _wordiest(header, rows, told_by)
    return _Typed(header, cells, statement, told_by).read(rows, kinds)


def says_types(rows: list[Row]) -> bool:
    """Tell whether a column of some rows says which are objectives and which key results."""
    width = max((len(row) for row in rows), default=0)
    return any(_tells([_by_word(cell(row, at)) for row in rows]) for at in range(width))


def _wordiest(header: Header, rows: list[Row], told_by: int | None) -> int:
    """Return the column with the most words among those whose names are not known."""

    def length(at: int) -> int:
        return sum(len(text.value) for row in rows[:_SAMPLE] if (text := cell(row, at)))

    unknown = [at for at, column in enumerate(header.columns) if canonical(column.name) is None and at != told_by]
    return max(unknown or [0], key=length)


def _kinds(header: Header, rows: list[Row], statement: int | None) -> tuple[list[Kind | None], int | None]:
    """Return what each row is, and the column with a word for it; nothing at all where no column tells.

    Words come first, then labels: those of identifiers before those of the statements themselves.
    """
    columns = [at for at in range(len(header.columns)) if at != statement]
    labelled = columns if statement is None else [*columns, statement]
    for read, among in ((_by_word, columns), (_by_label, labelled)):
        for at in among:
            if _tells(found := [read(cell(row, at)) for row in rows[:_SAMPLE]]):
                found.extend(read(cell(row, at)) for row in rows[_SAMPLE:])
                return found, at if read is _by_word else None
    return [_KINDS.get(kind) for kind in kinds_by_alignment(header, rows)], None


def _tells(kinds: list[Kind | None]) -> bool:
    return "objective" in kinds and "key_result" in kinds and 2 * kinds.count(None) <= len(kinds)


def _by_word(text: Text | None) -> Kind | None:
    if text is None or any(map(str.isdigit, text.value)):
        return None
    return _KINDS.get(canonical(text.value) or canonical(f"{text.value}s") or "")


def _by_label(text: Text | None) -> Kind | None:
    """Read an identifier that is a label (`KR1.2`), or the label of a statement (`KR1.2: …`)."""
    found = (label(text.value) or label(f"{text.value}:")) if text else None
    return found.kind if found and found.number else None


class _Typed:
    def __init__(self, header: Header, cells: Cells, statement: int, told_by: int | None) -> None:
        self._cells = cells
        self._statement = statement
        self._id_at = header.at("id")
        self._parents = header.all("supports")
        used = {statement, told_by, *self._parents}
        self._columns = [at for at in range(len(header.columns)) if at not in used]
        self._objectives: list[Draft] = []
        self._known: dict[str, Draft] = {}
        self._last: Draft | None = None

    def read(self, rows: list[Row], kinds: list[Kind | None]) -> list[Draft]:
        """Read objectives, then key results, then steps: a child may stand above its parent."""
        drafts = [
            self._cells.statement(row, self._statement) if kind else None for row, kind in zip(rows, kinds, strict=True)
        ]
        above: list[Draft | None] = []
        objective: Draft | None = None
        item: Draft | None = None
        for row, kind, draft in zip(rows, kinds, drafts, strict=True):
            above.append(item if kind == "action" else objective)
            if draft is None:
                continue
            self._note(draft, row)
            if kind == "objective":
                objective = draft
                self._objectives.append(draft)
            if kind != "action":
                item = draft
        for row, kind, draft, default in zip(rows, kinds, drafts, above, strict=True):
            if draft:
                self._place(draft, row, kind, default)
        return self._objectives

    def _note(self, draft: Draft, row: Row) -> None:
        self._cells.add(draft, row, self._columns)
        for name in (cell(row, self._id_at), draft.text):
            if name:
                self._known.setdefault(name.value, draft)

    def _place(self, draft: Draft, row: Row, kind: Kind | None, default: Draft | None) -> None:
        parent, weight = self._parent(row, draft)
        if weight:
            draft.fields.append(("weight", weight))
        if kind == "objective":
            for at in self._parents:
                text = cell(row, at)
                if text:
                    draft.fields.append(("supports", text))
            return
        parent = parent or self._by_identifier(row) or default
        if parent is None:
            return
        (parent.children if kind == "key_result" else parent.actions).append(draft)
        parent.span = Span(min(parent.span.start, draft.span.start), max(parent.span.end, draft.span.end))

    def _parent(self, row: Row, draft: Draft) -> tuple[Draft | None, Text | None]:
        for at in self._parents:
            text = cell(row, at)
            if text is None:
                continue
            aligned = reference(text)
            found = self._known.get(aligned.id) or self._known.get(aligned.title)
            if found and found is not draft:
                return found, aligned.weight
        return None, None

    def _by_identifier(self, row: Row) -> Draft | None:
        """Find the parent of `1.2` (1), `O1-KR2` (O1) and `KR1.2` (O1)."""
        identifier = cell(row, self._id_at)
        if identifier is None:
            return None
        value = identifier.value
        for _ in range(_LEVELS):
            end = max(value.rfind(sign) for sign in ".-_/ ")
            if end <= 0:
                break
            value = value[:end]
            if value in self._known:
                return self._known[value]
        found = label(f"{identifier.value}:")
        if found is None or len(found.number) < 2:
            return None
        return self._known.get(f"O{found.number[0]}") or self._known.get(str(found.number[0]))
