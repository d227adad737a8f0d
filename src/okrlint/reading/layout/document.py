"""From an outline to the draft of a document."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.language.cycles import cycle_of
from okrlint.model import Problem, Span, Words
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.layout.attachments import attach
from okrlint.reading.layout.fieldlines import attach_theme, settle_shares
from okrlint.reading.layout.objectives import FoundObjective, ObjectiveFinder, Orphan, Path, Trust
from okrlint.reading.layout.results import results_of
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.signatures import settle_signatures
from okrlint.reading.layout.surroundings import add_surroundings, common_path, document_fields
from okrlint.reading.layout.titles import LONGEST_TITLE, is_title, promote_titles
from okrlint.reading.outline import MAX_COLUMNS, Block, Outline
from okrlint.reading.plain_lines import numbering
from okrlint.reading.source import Source
from okrlint.reading.word_sets import words


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
    candidates = _objectives(outline, source, roles)
    if candidates:
        shared = common_path([candidate.path for candidate in candidates])
        first = candidates[0].draft.text.span.start
        draft.fields = document_fields(outline.root, shared, first, roles)
        add_surroundings([(candidate.draft, candidate.path) for candidate in candidates], shared, roles)
        draft.objectives = [candidate.draft for candidate in candidates]
        _take_code(draft.objectives)
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


class _Candidate:
    """An objective with its key results, of which it is still open whether it counts.

    Attributes:
        draft: the objective.
        path: the headings that it stands under.
        trust: as for `FoundObjective`.
        named: whether a label, a heading or a column says that its key results are such.
        spelled: whether it is announced by the word "Objective".
        listed: whether it stands among others below that word.
        judged: whether its key results stand below "Measures of success".
    """

    __slots__ = ("draft", "judged", "listed", "named", "path", "spelled", "trust")

    def __init__(self, draft: Draft, path: Path, trust: Trust, *, named: bool = True, spelled: bool = False) -> None:
        self.draft = draft
        self.path = path
        self.trust = trust
        self.named = named
        self.spelled = spelled
        self.listed = False
        self.judged = False


def _objectives(outline: Outline, source: Source, roles: Roles) -> list[_Candidate]:
    named = _is_named_okr(outline, source)
    titled = named or any(is_title(section.value) for section in roles.sections) or _announces_period(outline.root)
    finder = ObjectiveFinder(outline.root, roles, titled=titled)
    several = sum(found.block.kind == "item" and not found.label for found in finder.found) > 1
    candidates = [each for found in finder.found if (each := _candidate(found, roles, several=several))]
    for table, path in finder.tables:
        from okrlint.reading.layout.table_rows import objective_rows  # most documents have no tables

        rows = objective_rows(table)
        if candidates and _sums_up(rows, candidates):
            continue
        candidates.extend(_Candidate(draft, path, "label") for draft in rows)
    if not titled and _is_study(outline):
        candidates = [candidate for candidate in candidates if candidate.trust == "label"]
    orphans = finder.orphans if titled else [orphan for orphan in finder.orphans if _is_announced(orphan, roles)]
    if finder.orphans and not orphans and not candidates and _are_of_a_time(finder.orphans, roles):
        orphans = finder.orphans
    candidates.extend(_unannounced(candidates, orphans, outline, roles, titled=titled, named=named))
    if titled and not any(
        candidate.draft.children and (candidate.named or candidate.trust == "label") for candidate in candidates
    ):
        candidates = _told(outline.root, roles) or candidates
    for candidate in candidates:
        if any("KR" in child.text.value for child in candidate.draft.children):
            from okrlint.reading.layout.oneline import apart  # few key results name others

            candidate.draft.children = apart(candidate.draft.children)
    credible = _credible(candidates, titled=titled)
    credible.sort(key=lambda candidate: candidate.draft.text.span.start)
    return [] if all(_is_blank(candidate.draft) for candidate in credible) else _without_repeats(credible)


def _announces_period(root: Block) -> bool:
    """Whether the first line says that the OKRs of a period follow: `下季度 OKR：`, `Q3 OKRs:`."""
    first = root.children[0] if root.children else None
    if first is None or first.kind != "line" or not first.value.rstrip("*_ ").endswith((":", "：")):
        return False
    return len(first.value) <= LONGEST_TITLE and is_title(first.value)


def _sums_up(rows: list[Draft], candidates: list[_Candidate]) -> bool:
    """Whether a table names again what stands before it."""
    known = [candidate.draft for candidate in candidates if candidate.draft.children]
    if not known or not all(row.label for row in rows):
        return False
    from okrlint.reading.layout.table_summaries import only_sums_up

    return only_sums_up(rows, known)


def _is_announced(orphan: Orphan, roles: Roles) -> bool:
    """Whether key results stand under a heading "Objectives"."""
    return any(roles.heads[heading].role == "objectives" for heading in orphan.path)


def _are_of_a_time(orphans: list[Orphan], roles: Roles) -> bool:
    """Whether several key results with numbers stand under headings one of which, not the last, names a period."""
    heads = [roles.heads[orphan.block] for orphan in orphans if orphan.path and cycle_of(orphan.path[-1].value) is None]
    labelled = sum(head.role == "key_result" and head.certain and bool(head.number) for head in heads)
    headings = {id(heading): heading for orphan in orphans for heading in orphan.path}
    return labelled > 1 and any(cycle_of(heading.value) is not None for heading in headings.values())


def _unannounced(
    known: list[_Candidate], orphans: list[Orphan], outline: Outline, roles: Roles, *, titled: bool, named: bool
) -> list[_Candidate]:
    """Return the objectives that no label announces, by their key results, and in OKRs of a period by structure.

    Key results with a label that others have already had refer to those (`O1/KR2` to the second one of O1).
    """
    found = _adopted(known, orphans, roles) if orphans else []
    is_given_away = bool(found)
    if titled and not found and not any(each.draft.children or each.trust == "label" for each in known):
        found = _structural(outline.root, roles, named=named)
    candidates = [candidate for objective in found if (candidate := _candidate(objective, roles))]
    return [candidate for candidate in candidates if candidate.draft.children or not is_given_away]


def _adopted(known: list[_Candidate], orphans: list[Orphan], roles: Roles) -> list[FoundObjective]:
    from okrlint.reading.layout.orphans import adopted, fresh  # key results that stand below no objective are rare

    objectives = [candidate.draft for candidate in known]
    return adopted(fresh(_without_reports(known, orphans), objectives, roles), roles)


def _without_reports(known: list[_Candidate], orphans: list[Orphan]) -> list[Orphan]:
    """Leave out the tables that only tell how the key results stand that others have."""
    if not known or all(orphan.block.kind != "table" for orphan in orphans):
        return orphans
    from okrlint.reading.layout.table_reports import KnownResults

    results = KnownResults([candidate.draft for candidate in known])
    return [orphan for orphan in orphans if orphan.block.kind != "table" or not results.are_reported_in(orphan.block)]


def _structural(root: Block, roles: Roles, *, named: bool) -> list[FoundObjective]:
    from okrlint.reading.layout.cascade import take_roles  # most documents have labels
    from okrlint.reading.layout.structure import structural

    found = structural(root, roles, named=named)
    take_roles(found)
    return found


def _told(root: Block, roles: Roles) -> list[_Candidate]:
    """Return the objectives of a cascade through an organisation."""
    from okrlint.reading.layout.cascade import cascaded

    return [_Candidate(draft, path, "label") for draft, path in cascaded(root, roles)]


def _credible(candidates: list[_Candidate], *, titled: bool) -> list[_Candidate]:
    """Leave out what only looks like an objective.

    `### O1：` heads the first option of many a design document: some key result must say that it is one, or the
    document that it is about OKRs, or an item below `Objective: …` must state a number, or most items say from what to
    what. An objective without any key result must be labelled with a number or a bare `O`, or stand among others that
    have some.

    Below "Objectives" a nested list counts if all of its items have two amounts or more below them, and so do `O1 …`
    and `O2 …` with such lists, and several goals with such measures of success.
    """
    candidates = [candidate for candidate in candidates if not _is_status(candidate.draft.text.value)]
    complete = [candidate for candidate in candidates if candidate.draft.children]
    named = any(candidate.trust != "structure" for candidate in complete)
    are_labelled = bool(complete) and all(candidate.draft.label for candidate in complete)
    announced = titled or any(candidate.named or _is_measured(candidate) for candidate in complete)
    if not announced and not _state_changes(complete):
        listed = [candidate for candidate in complete if candidate.listed] or _several(complete)
        if not listed or not all(map(_states_amounts, listed)):
            return []
    return [
        candidate
        for candidate in candidates
        if candidate.draft.children
        or candidate.trust == "label"
        or (candidate.trust == "name" and named and not are_labelled)  # among O1 and O2 a mere `目标：` is a purpose
        or (candidate.trust == "structure" and complete and "OKR" not in candidate.draft.text.value)
    ]


def _several(candidates: list[_Candidate]) -> list[_Candidate]:
    """Return objectives if all are labelled O1, O2 and so on, or have measures of success, and there are some."""
    labels = [candidate.draft.label for candidate in candidates]
    counted = [f"O{number}" for number in range(1, len(labels) + 1)]
    return candidates if len(candidates) > 1 and (labels == counted or all(each.judged for each in candidates)) else []


_STATUSES = words(
    "ontrack offtrack atrisk behind delayed late blocked done completed complete inprogress notstarted green yellow"
    " amber red 正常 延期 延迟 延遲 完成 已完成 进行中 進行中 有风险 有風險 滞后 滯後 未开始 未開始 按计划 按計劃"
)
"""What a report says of an objective in the place of its words: `O1: on track`."""


_LONGEST_STATUS = max(map(len, _STATUSES))


def _is_status(value: str) -> bool:
    begin = value.replace(" ", "")[: _LONGEST_STATUS + 1]
    if len(begin) > _LONGEST_STATUS and begin.isalnum():
        return False
    return "".join(filter(str.isalnum, value.lower())) in _STATUSES


def _is_measured(candidate: _Candidate) -> bool:
    """Whether the word says that it is an objective, and most items below it state an amount."""
    return candidate.spelled and _states_amounts(candidate)


def _state_changes(candidates: list[_Candidate]) -> bool:
    """Whether most items, and not just one, say from what to what a number is to move."""
    children = [child for candidate in candidates for child in candidate.draft.children]
    if len(children) < 2 or len(children) > _MOST_LOOKED_AT:
        return False
    found = [quantities.change(child.text.value) for child in children]
    moves = [pair for pair in found if pair and pair.baseline and pair.target]
    return len(moves) > 1 and 2 * len(moves) > len(children)


_MOST_LOOKED_AT = 200
"""So many items of which none is called a key result are no OKRs."""


def _states_amounts(candidate: _Candidate) -> bool:
    measured = [child for child in candidate.draft.children if quantities.amounts(child.text.value)]
    return len(measured) > 1 and 2 * len(measured) > len(candidate.draft.children)


_PARTS_OF_STUDIES = words(
    "abstract method methods methodology hypothesis hypotheses conclusion conclusions participants limitation"
    " limitations dataset datasets references bibliography discussion experiments"
    " 摘要 方法 实验方法 研究方法 材料与方法 结论 結論 研究結論 研究结论 局限 局限性 局限与开放问题 物理机制 实验设置"
    " 实验步骤 参考文献 參考文獻 数据集 數據集 讨论 討論 相关工作"
)
"""What stands beside "Objective" and "Key results" in papers and lab reports."""


def _is_study(outline: Outline) -> bool:
    """Whether a heading or a line names a part that studies have and OKRs have not."""
    return any(_first_words(block.value) in _PARTS_OF_STUDIES for block in outline.root.walk())


def _first_words(value: str) -> str:
    start = numbering(value[:_LONGEST_PART])
    return value[start:_LONGEST_PART].replace("：", ":").partition(":")[0].strip(" *_`").lower()


_LONGEST_PART = 30

_MAX_SHARED = 8
"""How many fields of an objective may be about all of its key results; further ones are its own."""

_BRACKETS = ("[]", "<>", "{}", "（）", "【】", "()")


def _is_blank(draft: Draft) -> bool:
    """Whether an objective and its key results are blanks to fill in: `[Objective]`, `{{ goal }}`, `…`."""
    return all(_is_placeholder(item.text.value) for item in (draft, *draft.children))


def _is_placeholder(value: str) -> bool:
    if value[0].isalnum():
        return False
    return any(value[0] == pair[0] and value[-1] == pair[1] for pair in _BRACKETS) or not any(map(str.isalnum, value))


def _without_repeats(candidates: list[_Candidate]) -> list[_Candidate]:
    """Leave out an objective that is there a second time, as in a progress report or a summary.

    It is a repeat with the same key results, or with none after having had some: the same words, or, as several of
    them, under the same headings the same label.
    """
    kept: list[_Candidate] = []
    statements: dict[tuple[str | None, tuple[str, ...]], list[str]] = {}
    complete: set[str] = set()
    labelled = {(each.draft.label, each.path) for each in candidates if each.draft.label and each.draft.children}
    again = [each for each in candidates if not each.draft.children and (each.draft.label, each.path) in labelled]
    for candidate in candidates:
        statement = candidate.draft.text.value
        results = tuple([child.text.value for child in candidate.draft.children])
        # Another label means another objective, however alike their words are.
        earlier = statements.setdefault((candidate.draft.label, results), [])
        if results:
            repeated = statement.startswith(tuple(earlier))
            complete.add(statement)
            earlier.append(statement)
        else:
            repeated = statement in complete or (len(again) > 1 and candidate in again)
        if not repeated:
            kept.append(candidate)
    return kept


def _candidate(found: FoundObjective, roles: Roles, *, several: bool = False) -> _Candidate | None:
    """Return an objective with its key results; None for what is none.

    Args:
        found: what was found.
        roles: what the blocks announce.
        several: whether a list has others like it: it does not say what an objective is, then.
    """
    results = results_of(found.body, roles)
    is_listed = several and found.block.kind == "item" and bool(results.drafts)
    if (not is_listed and _is_definition(found, results.drafts, roles)) or (found.closed and not results.drafts):
        return None
    about_results = [block for block in results.rest if _is_about_results(block, roles)][:_MAX_SHARED]
    if about_results:
        for result in results.drafts:
            attach(result, about_results, roles)
    statement = found.text
    if not results.drafts:
        from okrlint.reading.layout.oneline import parted

        statement, results.drafts = parted(found.text)
        results.named = bool(results.drafts)
    ends = [found.text.span.end, *[draft.span.end for draft in results.drafts]]
    ends.extend([block.end() for block in found.body])
    start = found.block.span.start if found.block.line else found.text.span.start
    draft = Draft(statement, Span(min(start, found.text.span.start), max(ends)), found.label)
    draft.children = results.drafts
    _take_trailing(draft, found)
    attach_theme(draft, roles.theme(found.block))
    settle_shares(draft.children)
    draft.fields.extend(found.fields)
    if found.owner:
        draft.fields.append(("owner", found.owner))
    rest = results.rest
    attach(draft, [block for block in rest if block not in about_results] if about_results else rest, roles)
    spelled = found.block.value.lstrip("*_#` ").lower().startswith("objective")
    candidate = _Candidate(draft, found.path, found.trust, named=results.named, spelled=spelled)
    candidate.listed = found.listed
    candidate.judged = results.measures
    return candidate


def _take_trailing(draft: Draft, found: FoundObjective) -> None:
    line = found.block.line if found.block.value.endswith(draft.text.value) else None
    partly_strong = line is not None and 0 < line.strong < len(line.text.value)
    if partly_strong or draft.text.value.endswith((")", "）")):
        from okrlint.reading.layout.trailing import take_trailing  # most statements end with words

        take_trailing(draft, line)
    _take_code(draft.children)


def _take_code(siblings: list[Draft]) -> None:
    if any("`" in item.text.raw for item in siblings):
        from okrlint.reading.layout.trailing import take_code  # few statements have code

        take_code(siblings)


def _is_about_results(block: Block, roles: Roles) -> bool:
    """Whether a field of an objective is one of each of its key results: `KR owner: Ana`, `KR deadline: 30 June`."""
    if roles.heads[block].role != "field":
        return False
    return block.value.lstrip("*_` ").startswith(("KR", "Key Result", "Key result", "关键结果"))


def _is_definition(found: FoundObjective, results: list[Draft], roles: Roles) -> bool:
    """Whether items side by side say what the words mean: `- Objective: …`, `- Key Result: …`.

    Lines do where both of them give an example, and so does what tells how objectives have to be.
    """
    if not found.label and _explanation().match(found.text.value):
        return True
    if found.block.kind not in ("item", "line") or found.label or len(results) > 1:
        return False
    if any(block.kind == "table" for block in found.body):
        return False
    if found.block.kind == "line":
        return bool(results) and all(map(_gives_example, (found.text.value, results[0].text.value)))
    if results:
        return not results[0].label and results[0].text.span.start > found.block.end()
    return any(roles.heads[block].role == "key_results" and roles.statement(block) is not None for block in found.body)


@cache
def _explanation() -> Pattern[str]:
    """Match what speaks of objectives as such: `Objectives should be …`, `what you want to reach`, `目标要…`."""
    return compile_pattern(
        r"(?:[Ww]hat|[Ww]here|[Ww]hy) (?:you|we|do|does|is|are|to|it|the|your|our)\b"
        r"|回答[“\"「]|描述[“\"「]|[^。]{0,30}(?:通常|一般)是定[性量]"
        r"|(?:An? |The |Good |好的|团队|部门|公司|个人)?(?:Objectives?|OKRs?|Goals?|目[标標])"
        r"(?: (?:should|must|need|needs|are|describes?|defines?|tells?)\b|(?:要|应|應|需要|必须|必須))",
        ASCII,
    )


def _gives_example(value: str) -> bool:
    return any(word in value.lower() for word in ("e.g.", "for example", "for instance", "例如", "比如", "例："))


def _is_named_okr(outline: Outline, source: Source) -> bool:
    """Whether the front matter, or the name of the file or of its folder says OKR."""
    front_matter = outline.front_matter
    return source.is_named_okr() or (front_matter is not None and is_title(source.slice(front_matter)))
