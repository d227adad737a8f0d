"""Tables with a column for objectives: a row is a key result, and the objective is repeated or given once.

Which fields are the objective's: those whose column says so, those left of the key results that are the same in
all of its rows, and its cycle and team.
"""

from okrlint.model import Span, Text
from okrlint.reading.csv.cells import Cells, Field, attach, cell
from okrlint.reading.csv.columns import Header
from okrlint.reading.csv.tokens import Row
from okrlint.reading.drafts import Draft

_SURROUNDINGS = ("cycle", "team", "supports", "plan_reference", "why")
"""Fields that only objectives have."""


def objectives_of(header: Header, rows: list[Row], cells: Cells) -> list[Draft]:
    """Return the objectives of a table that has a column for them, with their key results if it has one for these."""
    return _Pairs(header, cells).read(rows)


class _Group:
    """The rows of one objective."""

    __slots__ = ("draft", "results", "rows")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.rows: list[Row] = []
        self.results: list[tuple[Draft, Row]] = []


class _Pairs:
    def __init__(self, header: Header, cells: Cells) -> None:
        self._cells = cells
        self._result_at = header.at("key_result")
        self._objective_at = header.at("objective")
        if self._objective_at is None and self._result_at is not None:
            left = header.at("title", "statement")
            self._objective_at = left if left is not None and left < self._result_at else None
        self._team_at, self._cycle_at = header.at("team"), header.at("cycle")
        columns = header.columns
        others = [at for at in range(len(columns)) if at not in (self._objective_at, self._result_at)]
        border = len(columns) if self._result_at is None else self._result_at
        self._own = [
            at
            for at in others
            if columns[at].level == "objective" or columns[at].name in _SURROUNDINGS or self._result_at is None
        ]
        rest = [at for at in others if at not in self._own]
        self._left = [at for at in rest if at < border and not columns[at].level]
        self._results = [at for at in rest if at not in self._left]

    def read(self, rows: list[Row]) -> list[Draft]:
        groups: dict[tuple[str, str, str], _Group] = {}
        group: _Group | None = None
        for row in rows:
            draft = self._cells.statement(row, self._objective_at)
            if draft:
                around = (_value(row, self._team_at), _value(row, self._cycle_at))
                group = groups.setdefault((draft.text.value, *around), _Group(draft))
            if group is None:
                continue
            group.rows.append(row)
            result = self._cells.statement(row, self._result_at)
            if result:
                group.results.append((result, row))
        return [self._objective(group) for group in groups.values()]

    def _objective(self, group: _Group) -> Draft:
        draft = group.draft
        shared = [at for at in self._left if len({_value(row, at) for row in group.rows} - {""}) < 2]
        fields: dict[int, Field] = {}
        for row in group.rows:
            for at in (*self._own, *shared):
                if at not in fields and (field := self._cells.field(row, at)):
                    fields[at] = field
        for at in sorted(fields):
            attach(draft, fields[at])
        mine = [at for at in (*self._left, *self._results) if at not in shared]
        for result, row in group.results:
            self._cells.add(result, row, mine)
            draft.children.append(result)
        last = group.rows[-1][-1].span.end
        draft.span = Span(draft.span.start, max(draft.span.end, last))
        return draft


def _value(row: Row, at: int | None) -> str:
    text: Text | None = cell(row, at)
    return text.value if text else ""
