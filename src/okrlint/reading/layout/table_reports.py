"""Tables that tell how key results stand which are stated elsewhere: `| KR | Current | Confidence |`."""

from bisect import bisect_left, bisect_right

from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.layout.attachments import day_of_heading
from okrlint.reading.layout.check_ins import items_by_name, name_key
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.row_drafts import is_amount, row_span, statement_cell, without_label
from okrlint.reading.layout.tables import Columns, is_log
from okrlint.reading.outline import Block, Cell
from okrlint.reading.values.ratings import is_placeholder

_STATES = ("current", "progress", "confidence", "status", "score", "risk")
_TOLD = (*_STATES, "note")
"""What a report says of a key result."""

_MEASURED = frozenset(("current", "progress", "confidence", "score"))
"""What makes a check-in; a mere status may as well be that of a plan."""

_BEGINNING = 2
"""How many letters of the name of a measure key results are looked up by; no name is shorter."""

_MOST_ALIKE = 50
"""How many key results may begin alike."""


class KnownResults:
    """The key results of a document by what a report may call them: label, statement, or the name of the measure.

    Args:
        objectives: those of the document.
    """

    def __init__(self, objectives: list[Draft]) -> None:
        self._named = items_by_name(objectives)
        self._results: set[int] = set()
        self._beginning: dict[str, list[Draft]] = {}
        for objective in objectives:
            for result in objective.children:
                self._results.add(id(result))
                self._beginning.setdefault(result.text.value[:_BEGINNING].lower(), []).append(result)

    def are_reported_in(self, table: Block) -> bool:
        """Tell whether half of the rows of a table name known key results, and columns how these stand.

        Without such a column, all rows do.
        """
        columns = Columns(table)
        at = columns.at("key_result")
        if at is None or "objective" in columns.names or is_log(table):
            return False
        rows = [row for row in table.rows[1:] if at < len(row) and row[at]]
        named = sum(self._is_named(row, at, columns) for row in rows)
        tells = not {*_STATES}.isdisjoint(columns.names)
        return named > 0 and (named == len(rows) or (tells and 2 * named >= len(rows)))

    def _is_named(self, row: list[Cell], at: int, columns: Columns) -> bool:
        """Tell whether a row names a key result, or gives a label that several have."""
        return self.named_in(row, at, columns) is not None or (
            name_key(row[at][0].text.value) in self._named and self._stated(row, at, columns) is None
        )

    def named_in(self, row: list[Cell], at: int, columns: Columns) -> Draft | None:
        """Return the key result that a row names; None where it is not clear, or the row states another."""
        own, name = without_label(row[at][0].text, in_column=True)
        if own is None and name:
            found = self._named.get(name_key(name))
            stated = self._stated(row, at, columns)
            is_another = found is not None and stated is not None and not found.text.value.startswith(stated.value)
            return found if found is not None and id(found) in self._results and not is_another else None
        if own is None:
            return None
        found = self._named.get(name_key(own.value))
        return found if found is not None and id(found) in self._results else self._measured_by(own.value)

    def _stated(self, row: list[Cell], at: int, columns: Columns) -> Text | None:
        """Return the words that a row of a mere label has for its key result."""
        stated = statement_cell(row, at, columns)
        return None if stated is None or is_amount(stated.value) else stated

    def _measured_by(self, words: str) -> Draft | None:
        alike = self._beginning.get(words[:_BEGINNING].lower(), []) if len(words) >= _BEGINNING else []
        found = [result for result in alike[:_MOST_ALIKE] if _begins_with(result.text.value, words)]
        return found[0] if len(found) == 1 and len(alike) <= _MOST_ALIKE else None


def _begins_with(statement: str, words: str) -> bool:
    behind = statement[len(words) : len(words) + 1]
    is_whole = not (words[-1].isascii() and behind.isascii() and behind.isalnum())
    return is_whole and statement.lower().startswith(words.lower())


def give_reports(objectives: list[Draft], roles: Roles) -> None:
    """Give key results what the tables say of them that stand apart from the objectives."""
    spans = [objective.span for objective in objectives]
    stated = sorted(draft.text.span.start for each in objectives for draft in (each, *each.children))
    results: KnownResults | None = None
    for section in roles.sections:
        for table in section.children:
            if table.kind != "table":
                continue
            within = bisect_right(spans, table.span) - 1
            begins, ends = bisect_left(stated, table.span.start), bisect_left(stated, table.span.end)
            if (within >= 0 and table.span.start < spans[within].end) or begins < ends:
                continue
            if _MEASURED.isdisjoint(Columns(table).names):
                continue
            results = results or KnownResults(objectives)
            if results.are_reported_in(table):
                _give(table, day_of_heading(section), results)


def _give(table: Block, day: Text | None, results: KnownResults) -> None:
    columns = Columns(table)
    at = columns.names.index("key_result")
    for row in table.rows[1:]:
        item = results.named_in(row, at, columns) if at < len(row) and row[at] else None
        fields = [
            (name, cell[0].text)
            for name, cell in zip(columns.names, row, strict=False)
            if name in _TOLD and cell and not is_placeholder(cell[0].text.value)
        ]
        if item is not None and fields:
            entry = Draft(row[at][0].text.part(0, 0), row_span(row))
            entry.fields = [*fields, *([("date", day)] if day is not None else [])]
            item.checkins.append(entry)
