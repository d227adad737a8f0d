"""The goals of a plan that is a workbook: in tables, or on sheets that are written like a document."""

from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.goal_words import section_of
from okrlint.reading.layout import draft_from_outline
from okrlint.reading.layout.goals import plan_from_outline
from okrlint.reading.layout.surroundings import fields_of_heading
from okrlint.reading.source import Source
from okrlint.reading.tables.goals import goal_header, goals_of
from okrlint.reading.tables.objectives import share
from okrlint.reading.tables.preamble import add_above, fields_above, title_above
from okrlint.reading.turning import upright
from okrlint.reading.xlsx.freeform import outline_of
from okrlint.reading.xlsx.projecting import Sheet


def plan_of_sheets(sheets: list[Sheet], source: Source) -> DocumentDraft | None:
    """Return the goals of a workbook; None where it has none. A sheet called "Risks" or 预算 holds none."""
    draft = DocumentDraft()
    sheets = [sheet for sheet in sheets if section_of(sheet.title.value) != "none"]
    free: list[Sheet] = []
    for sheet in sheets:
        rows = upright([row.cells for row in sheet.rows], fewest_columns=3)
        header = goal_header(rows)
        goals = goals_of(header[0], rows[header[1] + 1 :], draft.problems) if header else []
        if header is None or not goals:
            free.append(sheet)
            continue
        above = rows[: header[1]]
        add_above(draft, goals, [*fields_above(above), *fields_of_heading(sheet.title)], alone=len(sheets) == 1)
        draft.title = draft.title or title_above(above)
        draft.objectives.extend(goals)
    if not draft.objectives and free:
        outline = outline_of(free, source.text)
        found = plan_from_outline(outline, draft_from_outline(outline, source))
        return found if found.objectives else None
    share(draft)
    return draft if draft.objectives else None
