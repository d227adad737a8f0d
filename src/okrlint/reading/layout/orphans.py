"""Objectives that only their key results give away: `## Capacity`, and below it `- KR4 …`."""

from collections.abc import Iterator
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.reading.drafts import Draft
from okrlint.reading.labels import label
from okrlint.reading.layout.afterwards import looks_back
from okrlint.reading.layout.check_ins import is_meeting
from okrlint.reading.layout.objectives import LONGEST_OBJECTIVE, FoundObjective, Orphan, Path
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.titles import is_period, is_title
from okrlint.reading.layout.unusual_labels import foreign_label, label_words
from okrlint.reading.outline import Block
from okrlint.reading.values.inline_fields import is_day


def adopted(orphans: list[Orphan], roles: Roles) -> list[FoundObjective]:
    """Return the objectives to which key results belong that stand below none.

    Such an objective is the item or the heading that they stand in, or else the line before them. A heading that only
    says "OKRs" or "Key Results" is none.
    """
    found: dict[int, FoundObjective] = {}
    known: set[int] = set()
    for orphan in orphans:
        parent = _parent(orphan, roles)
        if parent is None or _explains(orphan.block, roles) or _is_of_check_in(orphan, roles):
            continue
        if id(parent) not in found:
            objective = _objective(parent, orphan.path, roles)
            if objective is None:
                continue
            found[id(parent)] = objective
            known.update(id(child) for child in objective.body)
        if id(orphan.block) not in known:
            found[id(parent)].body.append(orphan.block)
    for objective in found.values():
        _take_owner(objective, roles)
    return list(found.values())


def fresh(orphans: list[Orphan], objectives: list[Draft], roles: Roles) -> list[Orphan]:
    """Return the key results that no objective has had.

    Args:
        orphans: key results that stand below no objective.
        objectives: those that are known, with their key results.
        roles: what the blocks announce.
    """
    labels = {child.label for objective in objectives for child in objective.children if child.label}
    numbered = {objective.label for objective in objectives if objective.label}
    numbers = set(_numbers_of(objectives))
    return [
        orphan
        for orphan in orphans
        if labels.isdisjoint(own := _labels_of(orphan.block, roles))
        and not _refers(own, numbered)
        and roles.heads[orphan.block].number not in numbers
    ]


def _numbers_of(objectives: list[Draft]) -> Iterator[tuple[int, ...]]:
    """Yield the numbers by which key results are told from all others of a document: of O2 KR1, KR 2.1."""
    for objective in objectives:
        own = label(f"{objective.label}:") if objective.label else None
        for child in objective.children:
            found = label(f"{child.label}:") if child.label else None
            if found and len(found.number) > 1:
                yield found.number
            elif found and found.number and own:
                yield (*own.number, *found.number)


def _refers(labels: set[str | None], objectives: set[str]) -> bool:
    """Whether a label (`O1/KR2`) begins with that of a known objective."""
    return any(label and label.upper().partition("KR")[0].rstrip(" ./-") in objectives for label in labels)


def _labels_of(block: Block, roles: Roles) -> set[str | None]:
    if block.kind == "table":
        from okrlint.reading.layout.table_rows import result_rows

        return {draft.label for draft in result_rows(block)}
    return {roles.heads[each].label for each in (block, *block.walk())}


def _is_of_check_in(orphan: Orphan, roles: Roles) -> bool:
    """Whether a heading says that what stands below it was said on a day: `### 2026-04-13`, `## 周会`."""
    return any(
        roles.heads[heading].name == "checkin" or is_day(heading.value) or is_meeting(heading.value)
        for heading in orphan.path
    )


def _objective(block: Block, path: Path, roles: Roles) -> FoundObjective | None:
    text = roles.statement(block)
    if text is None:
        return None
    end = foreign_label(text.value)
    label = label_words(text.value[:end]) or None
    statement = text.part(end, len(text.value))
    objective = FoundObjective(block, statement, tuple(above for above in path if above is not block), label)
    objective.body = [child for child in block.children if child.kind != "section"]
    return objective


def _parent(orphan: Orphan, roles: Roles) -> Block | None:
    parent = orphan.parent
    if parent is not None and parent.kind in ("item", "section") and not is_title(parent.value):
        if is_period(parent.value.replace("（", "(").partition("(")[0].rstrip()):
            return None  # `Q3 2026 (closed beta)`
        head = roles.heads[parent]
        if parent.kind == "section" and roles.heads[orphan.block].role == "key_results":
            return None if head.name in _OF_THE_PAST else parent  # `## Health` is an objective, and no field
        is_open = head.role in ("plain", "aside", "key_result") and not head.name
        announces = parent.kind == "item" and parent.value.endswith((":", "："))  # `- What we support:`
        return parent if is_open and not announces and not looks_back(parent.value) else None
    before = orphan.before
    if before is not None and roles.heads[before].role == "plain" and _may_be_objective(before.value):
        return before
    return None


_OF_THE_PAST = ("checkin", "retrospective")
"""Fields whose name above key results tells that they were others' before."""


def _explains(block: Block, roles: Roles) -> bool:
    """Whether a key result is but spoken of: in a list of names, in a sentence, or over instructions.

    Below a heading "Key Results" a line announces something else, then.
    """
    if block.kind == "item" and not block.children and roles.heads[block].role == "key_results":
        return True
    if block.kind == "line" and roles.statement(block) is None and block.value.endswith((".", "。")):
        return True  # the end of a sentence: `… unblocks KR2.1 and` / `KR7.2.`
    return roles.heads[block].role == "key_results" and any(
        child.kind == "line" and roles.heads[child].role == "aside" for child in block.children
    )


def _may_be_objective(words: str) -> bool:
    return len(words) <= LONGEST_OBJECTIVE and words[-1] not in "。.!?！？:："


@cache
def _owner_pattern() -> Pattern[str]:
    return compile_pattern(r"([A-Z][A-Za-z]*(?:,? [A-Z&][A-Za-z]*| of| and){0,6}): {1,3}(?=\S)", ASCII)


def _take_owner(objective: FoundObjective, roles: Roles) -> None:
    """Take `CEO: ` off an objective whose key results are labelled `CEO KR:`."""
    value = objective.text.value
    match = _owner_pattern().match(value)
    if match is None:
        return
    owners = {
        block.value[slice(*head.owner)].replace(",", "")
        for block in objective.body
        if (head := roles.heads[block]).owner is not None
    }
    if match[1].replace(",", "") in owners:
        objective.owner = objective.text.part(*match.span(1))
        objective.text = objective.text.part(match.end(), len(value))
