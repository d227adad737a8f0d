"""From an outline to the draft of a document."""

from okrlint.model import Problem, Words
from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.layout.candidates import objectives_of, take_codes
from okrlint.reading.layout.fieldlines import settle_shares
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.signatures import settle_signatures
from okrlint.reading.layout.surroundings import add_surroundings, common_path, document_fields
from okrlint.reading.layout.titles import promote_titles
from okrlint.reading.outline import MAX_COLUMNS, Block, Outline
from okrlint.reading.source import Source


def draft_of(outline: Outline, source: Source, options: ReadingOptions) -> DocumentDraft:
    """Return what stands in an outline: OKRs, or in a plan its goals."""
    draft = draft_from_outline(outline, source)
    if options.is_plan:
        from okrlint.reading.layout.goals import plan_from_outline  # most documents are no plans

        draft = plan_from_outline(outline, draft)
    return draft


def draft_from_outline(outline: Outline, source: Source) -> DocumentDraft:
    """Return the objectives of an outline with all that belongs to them."""
    promote_titles(outline.root)
    if any(word in source.text for word in _LOGS):
        from okrlint.reading.layout.logs import promote_logs  # new OKRs have none

        promote_logs(outline.root)
    if _holds_marked_lines(outline.root):
        from okrlint.reading.layout.markers import take_lists  # most lists have mark-up

        take_lists(outline.root)
    roles = Roles(outline.root)
    if roles.tables:
        from okrlint.reading.layout.table_shapes import settle, take_titles  # most documents have no tables
        from okrlint.reading.turning import turn

        if take_titles(outline.root):
            roles = Roles(outline.root)
        for table in roles.tables:
            turn(table)
            settle(table, source.text)
    draft = DocumentDraft()
    top = next((block for block in outline.root.children if block.kind == "section"), None)
    draft.title = top.text if top and top.level == 1 and roles.heads[top].role == "aside" else None
    candidates = objectives_of(outline, source, roles)
    if candidates:
        shared = common_path([candidate.path for candidate in candidates])
        first = candidates[0].draft.text.span.start
        draft.fields = document_fields(outline.root, shared, first, roles)
        add_surroundings([(candidate.draft, candidate.path) for candidate in candidates], shared, roles)
        draft.objectives = [candidate.draft for candidate in candidates]
        take_codes(draft.objectives)
        settle_shares(draft.objectives)
        settle_signatures(draft.objectives)
        for objective in draft.objectives:
            if objective.checkins:
                from okrlint.reading.layout.check_ins import give_to_key_results

                give_to_key_results(objective)
        if any(_may_stand_apart(section, roles) for section in roles.sections):
            from okrlint.reading.layout.check_ins import document_checkins, kept_sections  # new OKRs have none

            draft.checkins = document_checkins(draft.objectives, roles)
            draft.fields.extend(kept_sections(draft.objectives, roles))
        if roles.tables:
            from okrlint.reading.layout.table_reports import give_reports

            give_reports(draft.objectives, roles)
        draft.problems = [_too_wide(table) for table in roles.tables if _is_full(table)]
    return draft


_LOGS = ("heck-in", "heckin", "heck in", "周会", "週會", "周报", "週報", "跟进", "跟進", "复盘", "復盤")
"""What a document says somewhere in which a line may stand above a log."""

_FIRST_PICTURE = "\u2600"
_FIRST_CJK = "\u3000"


def _holds_marked_lines(root: Block) -> bool:
    """Tell at a glance whether a line may begin with a letter of a list, or with an emoji."""
    pending = [root]
    while pending:
        for block in pending.pop().children:
            if block.children:
                pending.append(block)
            if block.kind == "line" and block.line and _may_be_marked(block.line.text.value):
                return True
    return False


def _may_be_marked(value: str) -> bool:
    first = value[:1]
    return (
        value[1:2] in (".", ")")
        or first in ("(", "（")
        or (first >= _FIRST_PICTURE and (first < _FIRST_CJK or first > "\U0001f000"))
    )


def _may_stand_apart(section: Block, roles: Roles) -> bool:
    """Whether it may be a section of check-ins, or one that rules ask for."""
    if roles.heads[section].name in ("checkin", "retrospective", "health_metrics"):
        return True
    value = section.value.lower()
    if "check" in value or "update" in value or "week" in value:
        return True
    return not value.isascii() and any(word in value for word in ("周", "週", "跟进", "跟進", "进展"))


def _is_full(table: Block) -> bool:
    return any(len(row) >= MAX_COLUMNS for row in table.rows)


def _too_wide(table: Block) -> Problem:
    return Problem.model_construct(
        code="EN003",
        message=Words(
            f"no more than {MAX_COLUMNS} columns of a table are read; move what stands further right to another table",
            f"表格只读取前 {MAX_COLUMNS} 列；请将更靠右的内容移到另一张表中",
        ),
        span=table.span,
    )
