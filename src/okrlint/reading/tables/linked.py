"""Tables that each hold one kind of item and name each other's rows, as those of a base do: sheets, or in one file.

So does the Feishu Bitable template of a public OKR tool: tables of objectives (`O_Title, Owner, Cycle`), key results
(`KR_Title, KR_Type, Target, Progress, Confidence, Due_Date`) and actions (`Action_Title, Status, Due`), and so do
databases of Notion. An exported link holds the title of the linked row, several with commas between them; a table
that leaves out the link does not tell what its rows belong to.
"""

from collections.abc import Collection
from typing import NamedTuple

from okrlint.model import Problem, Words
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical
from okrlint.reading.tables.cells import Cells
from okrlint.reading.tables.columns import Column, Header
from okrlint.reading.tables.linking import Kind, Layout, Linker
from okrlint.reading.tables.rows import Row, cell, is_label

_STATEMENTS: dict[Kind, tuple[str, ...]] = {
    "objective": ("objective", "title", "statement", "description"),
    "key_result": ("key_result", "title", "statement", "description"),
    "action": ("action", "title", "statement", "description"),
}
_PARENTS: dict[Kind, tuple[str, ...]] = {
    "objective": (),
    "key_result": ("objective",),
    "action": ("key_result", "objective"),
}
_CHILDREN: dict[Kind, str] = {"objective": "key_result", "key_result": "action", "action": ""}


class Table(NamedTuple):
    """A table.

    Attributes:
        title: its name, or that of its sheet.
        header: its header.
        rows: the rows below it.
        cells: reads them.
    """

    title: str
    header: Header
    rows: list[Row]
    cells: Cells


def linked_objectives(tables: list[Table], problems: list[Problem]) -> list[Draft]:
    """Return the objectives of tables that are linked; [] where no two of them hold objectives and key results.

    Args:
        tables: those of a workbook or a file.
        problems: is told of key results that belong to no objective.
    """
    stated = {words for table in tables if _stated_in(table) == ["objective"] for words in _said(table, "objective")}
    kinds = [_kind(table, stated) for table in tables]
    if "objective" not in kinds or "key_result" not in kinds:
        return []
    linker = Linker()
    for table, kind in zip(tables, kinds, strict=True):
        statement = table.header.at(*_STATEMENTS[kind]) if kind else None
        if kind and statement is not None:
            layout = Layout.of(_with_parents(table), statement, parents=_PARENTS[kind], children=_CHILDREN[kind])
            linker.add(layout, table.rows, [kind] * len(table.rows), table.cells)
    objectives = linker.objectives()
    if not any(objective.children for objective in objectives):
        return []
    problems.extend(Problem.model_construct(code="EN003", message=_ORPHAN, span=draft.span) for draft in linker.orphans)
    return objectives


def _kind(table: Table, objectives: Collection[str]) -> Kind | None:
    """Return what the rows of a table are: its name says so, or the one kind of statement that it has a column for.

    Args:
        table: the table.
        objectives: what tables of nothing but objectives state.
    """
    named = canonical(table.title)
    for kind in _STATEMENTS:
        if named == kind:
            return kind
    stated = _stated_in(table)
    if stated == ["objective", "key_result"] and _refers(table, objectives):
        return "key_result"
    if stated == ["key_result", "action"] and _names_results(table):
        return "action"
    return stated[0] if len(stated) == 1 else None


def _names_results(table: Table) -> bool:
    """Tell whether a table has steps first, and behind them the key results that they are for."""
    steps, results = table.header.at("action"), table.header.at("key_result")
    has_figures = table.header.at("target", "current", "baseline", "progress", "confidence", "score") is not None
    return steps is not None and results is not None and steps < results and not has_figures


def _with_parents(table: Table) -> Header:
    """Return the header, in which a column behind the key results names their objectives by labels: `O1`."""
    header = table.header
    if header.at("objective") is not None:
        return header
    for at in header.all("target"):
        if at < len(header.words) and canonical(header.words[at].value) == "objective":
            named = [text.value for row in table.rows if (text := cell(row, at))]
            if named and all(is_label(words, "objective") for words in named):
                columns = list(header.columns)
                columns[at] = Column("objective")
                return header._replace(columns=columns)
    return header


def _stated_in(table: Table) -> list[Kind]:
    return [kind for kind in _STATEMENTS if table.header.at(kind) is not None]


def _said(table: Table, name: str) -> list[str]:
    at = table.header.at(name)
    return [text.value for row in table.rows if (text := cell(row, at))]


def _refers(table: Table, objectives: Collection[str]) -> bool:
    """Tell whether the column of objectives holds but labels (`O1`), or what other tables state."""
    named = _said(table, "objective")
    return bool(named) and (all(map(is_label, named)) or all(map(objectives.__contains__, named)))


_ORPHAN = Words(
    "no column says what this row belongs to, or no other table states what it names; name its objective by its title",
    "没有哪一列说明此行属于什么，或其所指在其他表格中不存在；请用目标的标题指明它所属的目标",
)
