"""From what an outline holds to the objectives of a document, each with its key results."""

from functools import cache
from itertools import pairwise
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.cycles import cycle_of
from okrlint.model import Span
from okrlint.reading.drafts import Draft
from okrlint.reading.layout.attachments import attach
from okrlint.reading.layout.credible import Candidate, credible, is_blank, is_study, without_repeats
from okrlint.reading.layout.fieldlines import attach_theme, settle_shares
from okrlint.reading.layout.objectives import FoundObjective, ObjectiveFinder, Orphan
from okrlint.reading.layout.results import results_of
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.titles import LONGEST_TITLE, is_title
from okrlint.reading.outline import Block, Outline
from okrlint.reading.source import Source


def objectives_of(outline: Outline, source: Source, roles: Roles) -> list[Candidate]:
    """Return the objectives of an outline with their key results, in order of the source."""
    named = _is_named_okr(outline, source)
    titled = named or any(is_title(section.value) for section in roles.sections) or _announces_period(outline.root)
    finder = ObjectiveFinder(outline.root, roles, titled=titled)
    several = _in_a_row(finder.found)
    candidates = [each for found in finder.found if (each := _candidate(found, roles, several=id(found) in several))]
    for table, path in finder.tables:
        from okrlint.reading.layout.table_rows import objective_rows  # most documents have no tables

        rows = objective_rows(table)
        if candidates and _sums_up(rows, candidates):
            continue
        candidates.extend(Candidate(draft, path, "label") for draft in rows)
    if not titled and is_study(outline):
        candidates = [candidate for candidate in candidates if candidate.trust == "label"]
    orphans = finder.orphans if titled else [orphan for orphan in finder.orphans if _is_announced(orphan, roles)]
    if finder.orphans and not orphans and not candidates:
        is_clear = _are_of_a_time(finder.orphans, roles) or _are_listed(finder.orphans, roles)
        orphans = finder.orphans if is_clear else []
    candidates.extend(_unannounced(candidates, orphans, outline, roles, titled=titled, named=named))
    if titled and not any(
        candidate.draft.children and (candidate.named or candidate.trust == "label") for candidate in candidates
    ):
        candidates = _told(outline.root, roles) or candidates
    for candidate in candidates:
        if any("KR" in child.text.value for child in candidate.draft.children):
            from okrlint.reading.layout.oneline import apart  # few key results name others

            candidate.draft.children = apart(candidate.draft.children)
    found = credible(candidates, titled=titled)
    found.sort(key=lambda candidate: candidate.draft.text.span.start)
    return [] if all(is_blank(candidate.draft) for candidate in found) else without_repeats(found)


def _in_a_row(found: list[FoundObjective]) -> set[int]:
    """Return the objectives without labels that follow each other in one list, by their identity."""
    several: set[int] = set()
    for one, other in pairwise(found):
        if one.block.kind == other.block.kind == "item" and not one.label and not other.label:
            end = max([one.block.end(), *(block.end() for block in one.body)])
            if other.block.span.start - end <= _BETWEEN_ITEMS:
                several.update((id(one), id(other)))
    return several


_BETWEEN_ITEMS = 8
"""Characters between two items that follow each other, at most: a line end, blanks and a bullet."""


def _announces_period(root: Block) -> bool:
    """Whether the first line says that the OKRs of a period follow: `下季度 OKR：`, `Q3 OKRs:`."""
    first = root.children[0] if root.children else None
    if first is None or first.kind != "line" or not first.value.rstrip("*_ ").endswith((":", "：")):
        return False
    return len(first.value) <= LONGEST_TITLE and is_title(first.value)


def _sums_up(rows: list[Draft], candidates: list[Candidate]) -> bool:
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


def _are_listed(orphans: list[Orphan], roles: Roles) -> bool:
    """Whether several key results with labels of their own stand below a heading "Key Results"."""
    headings = (each.block for each in orphans if each.block.kind == "section")
    lists = (heading.children for heading in headings if roles.heads[heading].role == "key_results")
    heads = ([roles.heads[block] for block in blocks] for blocks in lists)
    return any(sum(head.role == "key_result" and bool(head.label) for head in each) > 1 for each in heads)


def _unannounced(
    known: list[Candidate], orphans: list[Orphan], outline: Outline, roles: Roles, *, titled: bool, named: bool
) -> list[Candidate]:
    """Return the objectives that no label announces, by their key results, and in OKRs of a period by structure.

    Key results with a label that others have already had refer to those (`O1/KR2` to the second one of O1).
    """
    found = _adopted(known, orphans, roles) if orphans else []
    is_given_away = bool(found)
    if titled and not found and not any(each.draft.children or each.trust == "label" for each in known):
        found = _structural(outline.root, roles, named=named)
    candidates = [candidate for objective in found if (candidate := _candidate(objective, roles))]
    return [candidate for candidate in candidates if candidate.draft.children or not is_given_away]


def _adopted(known: list[Candidate], orphans: list[Orphan], roles: Roles) -> list[FoundObjective]:
    from okrlint.reading.layout.orphans import adopted, fresh  # key results that stand below no objective are rare

    objectives = [candidate.draft for candidate in known]
    return adopted(fresh(_without_reports(known, orphans), objectives, roles), roles)


def _without_reports(known: list[Candidate], orphans: list[Orphan]) -> list[Orphan]:
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


def _told(root: Block, roles: Roles) -> list[Candidate]:
    """Return the objectives of a cascade through an organisation."""
    from okrlint.reading.layout.cascade import cascaded

    return [Candidate(draft, path, "label") for draft, path in cascaded(root, roles)]


_MAX_SHARED = 8
"""How many fields of an objective may be about all of its key results; further ones are its own."""


def _candidate(found: FoundObjective, roles: Roles, *, several: bool = False) -> Candidate | None:
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
    candidate = Candidate(draft, found.path, found.trust, named=results.named, spelled=spelled)
    candidate.listed = found.listed
    candidate.judged = results.measures
    return candidate


def _take_trailing(draft: Draft, found: FoundObjective) -> None:
    line = found.block.line if found.block.value.endswith(draft.text.value) else None
    partly_strong = line is not None and 0 < line.strong < len(line.text.value)
    if partly_strong or draft.text.value.endswith((")", "）")):
        from okrlint.reading.layout.trailing import take_trailing  # most statements end with words

        take_trailing(draft, line)
    take_codes(draft.children)


def take_codes(siblings: list[Draft]) -> None:
    """Take code in backticks off statements where siblings show that it is no part of them."""
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
        r"|定性[、，,]|[Qq]ualitative,"
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
