"""The reader of Excel workbooks (.xlsx, .xlsm)."""

from bisect import bisect_right
from typing import NamedTuple

from okrlint.model import Document, Problem, Span, Text, Words
from okrlint.reading.assembly import assemble
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.layout import draft_from_outline
from okrlint.reading.layout.surroundings import fields_of_heading, group_name
from okrlint.reading.source import Source, UnreadableError
from okrlint.reading.tables.body import body_of
from okrlint.reading.tables.headed import with_headers
from okrlint.reading.tables.linked import Table, linked_objectives
from okrlint.reading.tables.objectives import HEAD_ROWS, cells_of, find_header, objectives_of, share
from okrlint.reading.tables.preamble import add_above, add_missing, fields_above, state_by_label, title_above
from okrlint.reading.tables.rows import Row
from okrlint.reading.turning import upright
from okrlint.reading.word_sets import words
from okrlint.reading.xlsx.freeform import outline_of
from okrlint.reading.xlsx.projecting import Sheet, WorkbookText, projected
from okrlint.reading.xlsx.workbook import sheets_of

_GUIDES = words(
    "readme instructions instruction howto guide help example examples sample template"
    " 说明 說明 填写说明 使用说明 填寫說明 使用說明 示例 样例 範例 范例 模板 指南"
)
"""Names of sheets that tell how to fill in the others."""


class XlsxReader:
    """Reads workbooks: tables of OKRs, tables that are linked over several sheets, and sheets written like a document.

    A sheet's name may tell cycle or team. Sheets that are hidden, and those that explain the others, are left out;
    hidden rows and columns are read, since a filter hides them too. Comments and macros are passed over. Formulas
    count by the result that the spreadsheet program has stored; one without is a problem.
    """

    name = "xlsx"
    suffixes = (".xlsx", ".xlsm")

    def open(self, data: bytes, path: str) -> Source:
        """Return the words of a workbook; see `WorkbookText`.

        Raises:
            UnreadableError: for what is no workbook, or damaged (EN005); over a limit (EN004); or if the libraries
                that read workbooks are not installed (EN008).
        """
        return projected(sheets_of(data), path)

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none.

        Raises:
            UnreadableError: EN001 for a source that does not come from `open`.
        """
        if not isinstance(source, WorkbookText):
            raise UnreadableError("EN001", _TEXT)
        draft = _draft(source)
        if options.is_plan and not any(objective.children for objective in draft.objectives):
            from okrlint.reading.xlsx.plans import plan_of_sheets  # most workbooks are no plans

            draft = plan_of_sheets(_sheets(source), source) or draft
        return assemble(draft, source, self.name, options)


class _TableSheet(NamedTuple):
    """A sheet that is a table, and what stands above its header."""

    sheet: Sheet
    table: Table
    above: list[Row]


def _draft(source: WorkbookText) -> DocumentDraft:
    sheets = _sheets(source)
    draft = DocumentDraft()
    tables = [table for sheet in sheets if (table := _table(sheet, draft))]
    draft.objectives = linked_objectives([found.table for found in tables], draft.problems)
    if not draft.objectives:
        read = _add_tables(draft, tables, source)
        draft = _with_free_sheets(draft, [sheet for sheet in sheets if id(sheet) not in read], source)
    if not draft.objectives:
        return DocumentDraft()
    share(draft)
    draft.problems.extend(_concerning(draft.objectives, source))
    return draft


def _sheets(source: WorkbookText) -> list[Sheet]:
    """Return the sheets, without those that tell how to fill in the others."""
    return [sheet for sheet in source.sheets if _key(sheet) not in _GUIDES] or source.sheets


def _concerning(objectives: list[Draft], source: WorkbookText) -> list[Problem]:
    """Return the problems of sheets in which objectives or key results stand."""
    starts = [sheet.title.span.start for sheet in source.sheets]

    def sheet_at(span: Span) -> int:
        return bisect_right(starts, span.start)

    used = {sheet_at(item.text.span) for objective in objectives for item in (objective, *objective.children)}
    return [problem for problem in source.problems if sheet_at(problem.span) in used]


def _table(sheet: Sheet, draft: DocumentDraft) -> _TableSheet | None:
    """Return a sheet as a table if one of its first rows is a header."""
    rows = upright(
        with_headers([row.cells for row in sheet.rows]), fewest_columns=3
    )  # two columns read like a document
    found = find_header(rows[:HEAD_ROWS])
    if found is None:
        return None
    header, below = body_of(found.header, rows[found.at + 1 :])
    return _TableSheet(
        sheet, Table(sheet.title.value, header, below, cells_of(header, draft.problems)), rows[: found.at]
    )


def _add_tables(draft: DocumentDraft, tables: list[_TableSheet], source: Source) -> set[int]:
    """Read tables that stand for themselves; return the sheets that hold objectives, by their identity."""
    read: set[int] = set()
    by_sheet: list[tuple[Text, list[Draft]]] = []
    for sheet, table, above in tables:
        named_okr = "okr" in table.title.lower() or source.is_named_okr()
        found = objectives_of(table.header, table.rows, table.cells, named_okr=named_okr)
        if found:
            read.add(id(sheet))
            state_by_label(found, above)
            said = [*fields_above(above), *fields_of_heading(sheet.title)]
            add_above(draft, found, said, alone=len(tables) == 1)
            draft.title = title_above(above) if len(read) == 1 else None
            draft.objectives.extend(found)
            by_sheet.append((sheet.title, found))
    _name_teams(by_sheet)
    return read


def _name_teams(by_sheet: list[tuple[Text, list[Draft]]]) -> None:
    """Take the names of several sheets for those of teams, if all of them can be."""
    teams = [group_name(title) for title, _ in by_sheet]
    if len(teams) > 1 and None not in teams:
        for team, (_, objectives) in zip(teams, by_sheet, strict=True):
            add_missing(objectives, [("team", team)] if team else [])


def _with_free_sheets(draft: DocumentDraft, sheets: list[Sheet], source: WorkbookText) -> DocumentDraft:
    """Add what is written like a document."""
    if not sheets:
        return draft
    free = draft_from_outline(outline_of(sheets, source.text), source)
    if len(sheets) > 1:  # the name of one of them is not that of all
        free.title = None
    if not draft.objectives:
        free.problems.extend(draft.problems)
        return free
    add_missing(free.objectives, free.fields)
    draft.objectives = sorted([*draft.objectives, *free.objectives], key=_start)
    return draft


def _start(objective: Draft) -> int:
    return objective.text.span.start


def _key(sheet: Sheet) -> str:
    return "".join(filter(str.isalnum, sheet.title.value.lower()))


_TEXT = Words(
    "a workbook is no text; give the contents of the file as bytes",
    "工作簿不是文本；请以字节形式给出文件内容",
)
