"""Tables that tell how key results stand which are stated elsewhere: `| KR | Current | Confidence |`."""

from bisect import bisect_left, bisect_right

from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.layout.attachments import day_of_heading
from okrlint.reading.layout.check_ins import items_by_name, name_key
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.row_drafts import is_amount, row_span, statement_cell, without_label
from okrlint.reading.layout.table_summaries import is_mention
from okrlint.reading.layout.tables import Columns, is_log
from okrlint.reading.outline import Block, Cell
from okrlint.reading.table_words import step_column
from okrlint.reading.values.ratings import is_placeholder
from okrlint.reading.word_sets import words

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

        Without such a column, all rows do; in one of steps, others name several of them.
        """
        columns = Columns(table)
        at = columns.at("key_result")
        if at is None or "objective" in columns.names or is_log(table):
            return False
        rows = [row for row in table.rows[1:] if at < len(row) and row[at]]
        others = [row for row in rows if not self._is_named(row, at, columns)]
        named = len(rows) - len(others)
        if others and step_column(columns.names) is not None:
            others = [row for row in others if not _names_several(row[at][0].text.value)]
        tells = not {*_STATES}.isdisjoint(columns.names)
        return named > 0 and (not others or (tells and 2 * len(others) <= len(rows)))

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
        """Return the words that a row of a mere label has for its key result; a step towards it is none."""
        stated = None if step_column(columns.names) is not None else statement_cell(row, at, columns)
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
    """Give key results what the tables say of them that stand apart from the objectives, and their steps."""
    spans = [objective.span for objective in objectives]
    stated = sorted(draft.text.span.start for each in objectives for draft in (each, *each.children))
    results: KnownResults | None = None
    for section in roles.sections:
        for table in section.children:
            if table.kind != "table":
                continue
            within = bisect_right(spans, table.span) - 1
            around = objectives[within] if within >= 0 and table.span.start < spans[within].end else None
            begins, ends = bisect_left(stated, table.span.start), bisect_left(stated, table.span.end)
            if begins < ends:
                continue
            columns = Columns(table)
            plan_at = step_column(columns.names)
            if plan_at is None and (around or _MEASURED.isdisjoint(columns.names)):
                continue
            results = results or KnownResults(objectives)
            if plan_at is not None:
                known = [KnownResults([around]), results] if around else [results]
                _give_steps(table, plan_at, known, objectives, around)
            if not around and not _MEASURED.isdisjoint(columns.names) and results.are_reported_in(table):
                _give(table, day_of_heading(section), results)


def _names_several(words: str) -> bool:
    return is_mention(words) or words.strip(" *_`").lower() in _ALL


_ALL = words("all both 全部 所有 全体 全體")


def _give_steps(
    table: Block, plan_at: int, known: list[KnownResults], objectives: list[Draft], around: Draft | None
) -> None:
    """Give key results the steps that a table has for them, also those that an objective was given for want of one.

    Args:
        table: a table of steps.
        plan_at: their column.
        known: the key results that it may name, the likeliest first: labels may begin anew below each objective.
        objectives: those of the document.
        around: the one that the table stands below, which has the steps for several of its key results.
    """
    columns = Columns(table)
    at = _naming_column(columns)
    if at is None or at == plan_at:
        return
    given = {
        step.text.span.start: (holder, step)
        for objective in objectives
        for holder in (objective, *objective.children)
        for step in holder.actions
        if table.span.start <= step.text.span.start < table.span.end
    }
    for row in table.rows[1:]:
        cell = row[plan_at] if plan_at < len(row) else ()
        if not cell or at >= len(row) or not row[at] or is_placeholder(cell[0].text.value):
            continue
        item = next((item for each in known if (item := each.named_in(row, at, columns))), None)
        if item is None and around is not None and _names_several(row[at][0].text.value):
            item = around
        if item is None:
            continue
        holder, step = given.get(cell[0].text.span.start) or (None, _step(row, columns, at, plan_at))
        if holder is not item and (holder is None or holder in objectives):
            item.actions.append(step)
            if holder is not None:
                holder.actions.remove(step)


def _naming_column(columns: Columns) -> int | None:
    """Return the column that names key results: `KR`, `Related KR`, 对应关键结果."""
    at = columns.at("key_result")
    named = (at for at, header in enumerate(columns.headers) if header.lower().rstrip(" s").endswith(_OF_RESULTS))
    return next(named, None) if at is None else at


_OF_RESULTS = ("kr", "key result", "关键结果", "關鍵結果")


def _step(row: list[Cell], columns: Columns, at: int, plan_at: int) -> Draft:
    """Return the step that a row tells, with the fields beside it."""
    step = Draft(row[plan_at][0].text, row_span(row))
    step.fields = [
        (name, cell[0].text)
        for place, (name, cell) in enumerate(zip(columns.names, row, strict=False))
        if cell and name and place not in (at, plan_at)
    ]
    return step


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
