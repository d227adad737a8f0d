"""What is particular to the tables of Notion: relations, which name the rows of another database.

A relation reads `Title (address), Title (address)`; older exports give bare addresses, whose words are a page's name
without its punctuation, so nothing is read from those. Column names as in public templates: `Objective`, `Key
Results`, `Current Value`, `Target Value`. A table holds nothing of the other database but titles: of key results that
an objective only relates to, owner, deadline and figures are not known.
"""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.tables.cells import Cells, span_of
from okrlint.reading.tables.columns import Header
from okrlint.reading.tables.rows import Row, cell

_LONGEST_TITLE = 2_000


@cache
def _relation() -> Pattern[str]:
    return compile_pattern(r"\s?\((?:https?://[^\s()]{1,400}|[^()\s]{1,400}\.(?:md|csv))\)(?:,\s{0,2}|$)", ASCII)


def related(text: Text) -> list[Text]:
    """Return the titles in a relation, each with its place; [] for a cell that is none."""
    titles: list[Text] = []
    start = 0
    for address in _relation().finditer(text.value):
        title = text.part(start, address.start())
        if title.value and len(title.value) <= _LONGEST_TITLE:
            titles.append(title)
        start = address.end()
    return titles if start == len(text.value) else []


def objectives_of(header: Header, rows: list[Row], cells: Cells) -> list[Draft]:
    """Return the objectives of a database of objectives or of key results; [] for any other table."""
    title_at = header.at("title", "objective", "statement")
    result_at = header.at("key_result")
    if result_at is not None and title_at is not None and _is_relation(rows, result_at):
        return _of_objectives(header, rows, cells, title_at, result_at)
    stated = header.at("key_result", "title", "statement")
    parent_at = next((at for at in (*header.all("objective"), *header.all("supports")) if at != stated), None)
    if stated is not None and parent_at is not None and _is_relation(rows, parent_at):
        return _of_results(header, rows, cells, stated, parent_at)
    return []


def _is_relation(rows: list[Row], at: int) -> bool:
    return any(related(text) for row in rows if (text := cell(row, at)))


def _of_objectives(header: Header, rows: list[Row], cells: Cells, title_at: int, result_at: int) -> list[Draft]:
    fields = [at for at in range(len(header.columns)) if at not in (title_at, result_at)]
    objectives = []
    for row in rows:
        draft = cells.statement(row, title_at)
        if draft:
            cells.add(draft, row, fields)
            results = cell(row, result_at)
            draft.children = [Draft(title) for title in related(results)] if results else []
            objectives.append(draft)
    return objectives


def _of_results(header: Header, rows: list[Row], cells: Cells, stated: int, parent_at: int) -> list[Draft]:
    fields = [at for at in range(len(header.columns)) if at not in (stated, parent_at)]
    objectives: dict[str, Draft] = {}
    for row in rows:
        result, parent = cells.statement(row, stated), cell(row, parent_at)
        titles = related(parent) if parent else []
        if result and titles:
            cells.add(result, row, fields)
            objective = objectives.setdefault(titles[0].value, Draft(titles[0], span_of(row)))
            objective.children.append(result)
            objective.span = objective.span._replace(end=max(objective.span.end, result.span.end))
    return list(objectives.values())
