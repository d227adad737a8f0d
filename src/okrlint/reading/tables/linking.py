"""Rows that are objectives, key results and steps, and which of them belongs to which.

A row belongs to what its parent column names (by title, label or identifier), else to what names it among its
children, else to what its hierarchical identifier begins with, else to the row above that it can belong to.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.labels import label
from okrlint.reading.tables.cells import Cells
from okrlint.reading.tables.columns import Header
from okrlint.reading.tables.notion import related
from okrlint.reading.tables.rows import Row, cell, is_label
from okrlint.reading.tables.viva import reference

Kind = Literal["objective", "key_result", "action"]

_LEVELS = 6
"""How deep identifiers may be."""

_SEPARATORS = ",，;；、\n"
"""What stands between the titles in a list of them."""

_MAX_COMMAS = 6
"""How many separators a title in a list may hold itself."""


class Layout(NamedTuple):
    """What the columns of a table are for.

    Attributes:
        statement: states the item.
        identifier: identifies it, if there is such a column.
        parents: name what it belongs to.
        children: name what belongs to it.
        fields: its fields.
    """

    statement: int
    identifier: int | None
    parents: list[int]
    children: list[int]
    fields: list[int]

    @classmethod
    def of(
        cls,
        header: Header,
        statement: int,
        told_by: int | None = None,
        parents: tuple[str, ...] = (),
        children: str = "",
    ) -> "Layout":
        """Return the layout of a table.

        Args:
            header: its header.
            statement: the column that states the items.
            told_by: the column that only says what kind of item each is.
            parents: names of columns that name parents, beside "supports".
            children: the name of columns that name children.
        """
        above = [at for name in ("supports", *parents) for at in header.all(name) if at != statement]
        below = [at for at in header.all(children) if at != statement] if children else []
        used = {statement, told_by, *above, *below}
        fields = [at for at in range(len(header.columns)) if at not in used]
        return cls(statement, header.at("id"), above, below, fields)


class _Item(NamedTuple):
    draft: Draft
    row: Row
    kind: Kind | None
    layout: Layout
    above: Draft | None


class Linker:
    """Links the rows of one table, or of several whose rows name each other.

    Attributes:
        orphans: after `objectives`, what belongs to nothing.
    """

    __slots__ = ("_claimed", "_items", "_known", "orphans")

    def __init__(self) -> None:
        self._items: list[_Item] = []
        self._known: dict[str, Draft] = {}
        self._claimed: dict[int, Draft] = {}
        self.orphans: list[Draft] = []

    def add(self, layout: Layout, rows: list[Row], kinds: list[Kind | None], cells: Cells) -> None:
        """Add the rows of a table; those of no kind are left out."""
        objective: Draft | None = None
        item: Draft | None = None
        for row, kind in zip(rows, kinds, strict=True):
            above = item if kind == "action" else objective
            draft = _stated(cells, row, layout.statement, kind) if kind else None
            if draft is None:
                continue
            cells.add(draft, row, layout.fields)
            self._items.append(_Item(draft, row, kind, layout, above))
            for name in (cell(row, layout.identifier), draft.text):
                if name:
                    self._known.setdefault(name.value, draft)
            objective = draft if kind == "objective" else objective
            item = item if kind == "action" else draft

    def objectives(self) -> list[Draft]:
        """Return the objectives with all that belongs to them: a child may stand above its parent."""
        for item in self._items:
            for at in item.layout.children:
                for draft in self._named(cell(item.row, at)):
                    self._claimed.setdefault(id(draft), item.draft)
        for item in self._items:
            self._place(item)
        return [item.draft for item in self._items if item.kind == "objective"]

    def _place(self, item: _Item) -> None:
        draft, row = item.draft, item.row
        parent, weight = self._parent(item)
        if weight:
            draft.fields.append(("weight", weight))
        if item.kind == "objective":
            draft.fields.extend(("supports", text) for at in item.layout.parents if (text := cell(row, at)))
            return
        parent = parent or self._claimed.get(id(draft)) or self._by_identifier(item) or item.above
        if parent is None:
            self.orphans.append(draft)
            return
        (parent.children if item.kind == "key_result" else parent.actions).append(draft)
        parent.span = Span(min(parent.span.start, draft.span.start), max(parent.span.end, draft.span.end))

    def _parent(self, item: _Item) -> tuple[Draft | None, Text | None]:
        for at in item.layout.parents:
            text = cell(item.row, at)
            if text is None:
                continue
            aligned = reference(text)
            named = (self._known.get(name) for name in (aligned.id, aligned.title))
            found = next((draft for draft in (*named, *self._named(text)) if draft and draft is not item.draft), None)
            if found:
                return found, aligned.weight
        return None, None

    def _named(self, text: Text | None) -> Iterator[Draft]:
        """Yield the items that a cell names: one, or a list of titles, which may hold commas themselves."""
        if text is None:
            return
        titles = [title.value for title in related(text)] or list(_listed(text.value, self._known))
        for title in titles:
            if title in self._known:
                yield self._known[title]

    def _by_identifier(self, item: _Item) -> Draft | None:
        """Find the parent of `1.2` (1), `O1-KR2` (O1) and `KR1.2` (O1)."""
        identifier = cell(item.row, item.layout.identifier)
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


def _stated(cells: Cells, row: Row, at: int, kind: Kind) -> Draft | None:
    """Return the item that a row states; None for a key result that is but the label of what it belongs to."""
    draft = cells.statement(row, at, "objective" if kind == "objective" else None)
    return None if draft and kind == "key_result" and is_label(draft.text.value) else draft


def _listed(value: str, known: dict[str, Draft]) -> Iterator[str]:
    """Yield the known titles that a list of titles consists of."""
    ends = [at for at, char in enumerate(value) if char in _SEPARATORS]
    ends.append(len(value))
    start, at = 0, 0
    while at < len(ends):
        tried = [(end, value[start:end].strip()) for end in ends[at : at + _MAX_COMMAS + 1]]
        found = next((end for end, title in reversed(tried) if title in known), ends[at])
        yield value[start:found].strip()
        at = ends.index(found, at) + 1
        start = found + 1
