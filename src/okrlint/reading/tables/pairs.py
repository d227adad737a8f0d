"""Tables with a column for objectives: a row is a key result, and the objective is repeated or given once.

Or a row is an objective, with a column for each of its key results.

Which fields are the objective's: those whose column says so, those left of the key results that say nothing of each
of these (see `column_levels`), those of a row that it has for itself, and its cycle and team. What it supports may be
told of each key result, too.
"""

from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from okrlint.model import Span, Text
from okrlint.reading.column_levels import FIGURES, Filled, Said, are_of_results, is_first_of_objectives
from okrlint.reading.drafts import Draft
from okrlint.reading.tables.cells import Cells, attach, span_of
from okrlint.reading.tables.columns import Header
from okrlint.reading.tables.rows import Repeated, Row, cell

_SURROUNDINGS = ("cycle", "team", "supports", "plan_reference", "why")
"""Fields that only objectives have."""

_LISTED = ("action", "checkin")
"""Fields of which a key result may have one in each of its rows."""


def objectives_of(header: Header, rows: list[Row], cells: Cells) -> list[Draft]:
    """Return the objectives of a table that has a column for them, with their key results if it has one for these."""
    return _Pairs(header, cells).read(rows)


class _Group:
    """The rows of one objective.

    Attributes:
        draft: the objective.
        rows: all of them.
        results: its key results, each with its row.
        joint: columns whose words stand once for several key results of a row: they are taken for its own.
        heads: rows before its first key result, which speak of the objective alone.
        differing: columns on the left that are about the key results.
        shared_out: columns on the left with a line for each of several key results, by their rows' identity.
    """

    __slots__ = ("differing", "draft", "heads", "joint", "results", "rows", "shared_out")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.joint: set[int] = set()
        self.differing: set[int] = set()
        self.heads: list[Row] = []
        self.shared_out: dict[int, set[int]] = {}
        self.rows: list[Row] = []
        self.results: list[tuple[Draft, Row]] = []


class _Result(NamedTuple):
    """A column of key results, and the columns of their fields."""

    at: int
    fields: list[int]


class _Pairs:
    def __init__(self, header: Header, cells: Cells) -> None:
        self._cells = cells
        results = header.all("key_result")
        self._objective_at = header.at("objective")
        if self._objective_at is None and results:
            left = header.at("title", "statement")
            self._objective_at = left if left is not None and left < results[0] else None
        self._team_at, self._cycle_at = header.at("team"), header.at("cycle")
        own: list[int] = []
        left_of: list[int] = []
        behind: list[int] = []
        for at, column in enumerate(header.columns):
            if at == self._objective_at or at in results:
                continue
            if column.level == "objective" or column.name in _SURROUNDINGS or not results:
                own.append(at)
            else:
                is_beside = not column.level and column.name not in FIGURES and self._is_beside(at, header, results[0])
                (left_of if is_beside else behind).append(at)
        self._left = left_of
        self._behind = behind
        self._results = _with_fields(results, behind)
        self._of_results = {at for at, column in enumerate(header.columns) if column.level == "key_result"}
        self._listed = [at for at in behind if header.columns[at].name in _LISTED]
        taken = {at for result in self._results for at in result.fields}
        self._own = sorted({*own, *(at for at in behind if at not in taken)})
        self._supports = header.all("supports")
        self._identifying = [at for at in left_of if header.columns[at].name == "id"]
        self._numbers = self._identifying
        alike: dict[str, list[int]] = {}
        for at in (at for at in behind if not header.columns[at].level):
            alike.setdefault(header.columns[at].name, []).append(at)
        self._alike = [(places[0], places[1]) for name, places in alike.items() if name and len(places) == 2]
        told_behind = {header.columns[at].name for at in behind}
        self._paired = {at for at in left_of if header.columns[at].name in told_behind}

    def _is_beside(self, at: int, header: Header, first: int) -> bool:
        """Tell whether a column stands at the side of the objectives: left of the key results, or behind both."""
        place = self._objective_at
        if place is None or place < first:
            return at < first
        return at > place and header.columns[at].name in [column.name for column in header.columns[:place]]

    def read(self, rows: list[Row]) -> list[Draft]:
        groups: dict[tuple[str, str, str], _Group] = {}
        by_cell: dict[tuple[str, str, str], _Group] = {}  # most rows repeat the objective of the one above
        group: _Group | None = None
        self._settle_alike(rows)
        for row in rows:
            around = (_value(row, self._team_at), _value(row, self._cycle_at))
            words = (_value(row, self._objective_at), *around)
            if words in by_cell and not isinstance(cell(row, self._objective_at), Repeated):
                group = by_cell[words]
            elif draft := self._cells.statement(row, self._objective_at, "objective"):
                group = by_cell[words] = groups.setdefault((draft.text.value, *around), _Group(draft))
            if group is None:
                continue
            group.rows.append(row)
            for column in self._results:
                self._add_results(group, row, column)
            if self._results and not group.results:
                group.heads.append(row)
        self._numbers = [at for at in self._numbers if self._counts_rows(at, groups.values())]
        found = list(groups.values())
        for at in self._left:
            if at not in self._identifying:
                said = [self._said(group, at) for group in found]
                for group, is_of_results in zip(found, are_of_results(said, paired=at in self._paired), strict=True):
                    if is_of_results:
                        group.differing.add(at)
        return [self._objective(group) for group in found]

    def _settle_alike(self, rows: list[Row]) -> None:
        """Give objectives the first of two columns of one name behind the key results where it is about them."""
        if len(self._results) != 1 or not self._alike:
            return
        result = self._results[0]
        stated = [row for row in rows if cell(row, result.at)]
        for first, second in self._alike:
            filled = [Filled(*(self._is_new(row, at) for at in (self._objective_at, first, second))) for row in stated]
            if is_first_of_objectives(filled):
                self._behind.remove(first)
                result.fields.remove(first)
                self._own.append(first)

    def _is_new(self, row: Row, at: int | None) -> bool:
        text = cell(row, at)
        return text is not None and not isinstance(text, Repeated)

    def _said(self, group: _Group, at: int) -> Said:
        """Return what a column says of one objective; a cell that is merged with the one above says nothing new."""
        rows = group.rows[len(group.heads) :]
        values = [
            "" if number and isinstance(cell(row, at), Repeated) else _value(row, at) for number, row in enumerate(rows)
        ]
        own = {_value(row, at) for row in group.heads} - {""}
        return Said(own, values, [cell(row, self._objective_at) is not None for row in rows])

    def _counts_rows(self, at: int, groups: Collection[_Group]) -> bool:
        """Tell whether a column numbers the key results; then it does so for an objective that has but one of them."""
        if not any(self._differs(group, at) for group in groups):
            return False
        return all(_value(row, at).isdigit() for group in groups for row in group.rows if cell(row, at))

    def _add_results(self, group: _Group, row: Row, column: _Result) -> None:
        """Add the key results of a cell; a cell that is merged with the one above goes on with the last one."""
        results = self._cells.statements(row, column.at)
        if len(results) > 1:
            joint = self._cells.add_lines(results, row, column.fields)
            group.joint.update(at for at in joint if at not in self._of_results)
            left = self._left if len(self._results) == 1 else []
            if shared_out := {*left}.difference(self._cells.add_lines(results, row, left)):
                group.shared_out[id(row)] = shared_out
        elif results:
            self._cells.add(results[0], row, column.fields)
        elif group.results and isinstance(cell(row, column.at), Repeated):
            last = group.results[-1][0]
            self._cells.add(last, row, [at for at in self._listed if not isinstance(cell(row, at), Repeated)])
            last.span = Span(last.span.start, span_of(row).end)
        group.results.extend((result, row) for result in results)

    def _objective(self, group: _Group) -> Draft:
        draft = group.draft
        told = {*self._identifying, *(self._supports if group.results else ())}
        differing = {at for at in told if at in self._numbers or self._differs(group, at)}
        differing.update(group.differing, *group.shared_out.values())
        shared = {*self._own, *self._left, *group.joint} - differing
        for at in sorted(shared):
            field = next((field for row in group.rows if (field := self._cells.field(row, at))), None)
            if field:
                attach(draft, field)
        self._cells.add_log(draft, group.rows[0], shared)
        self._add_heads(group, {*self._behind, *differing} - self._of_results - shared)
        for result, row in group.results:
            self._cells.add(result, row, sorted(differing.difference(group.shared_out.get(id(row), ()))))
            draft.children.append(result)
        draft.span = Span(draft.span.start, max(draft.span.end, span_of(group.rows[-1]).end))
        return draft

    def _differs(self, group: _Group, at: int) -> bool:
        """Tell whether a column says something of each key result, and not of the objective that has them all."""
        own = {_value(row, at) for row in group.heads} - {""}
        said = {_value(row, at) for row in group.rows[len(group.heads) :]} - {""}
        return len(said) > 1 or bool(own and said and own != said)

    def _add_heads(self, group: _Group, columns: set[int]) -> None:
        """Add what the row of an objective that stands alone in it says of it in the columns of its key results."""
        draft = group.draft
        for row in group.heads:
            known = {name for name, _ in draft.fields}
            said = Draft(draft.text)
            self._cells.add(said, row, sorted(columns))
            draft.fields.extend(field for field in said.fields if field[0] not in known)
            draft.checkins.extend(said.checkins)
            draft.label, draft.ref = draft.label or said.label, draft.ref or said.ref


def _with_fields(results: list[int], behind: list[int]) -> list[_Result]:
    """Give each column of key results the columns up to the next; those behind `KR1, KR2, KR3` are of none of them."""
    found = [_Result(at, []) for at in results]
    for at in behind:
        found[max(0, bisect_left(results, at) - 1)].fields.append(at)
    if len(found) > 1 and not any(result.fields for result in found[:-1]):
        found[-1].fields.clear()
    return found


def _value(row: Row, at: int | None) -> str:
    text: Text | None = cell(row, at)
    return text.value if text else ""
