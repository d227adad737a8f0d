"""What the headings above objectives, and the lines below those headings, say about them: cycle, team, owner."""

from bisect import bisect_right
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.cycles import Period, cycle_of
from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import leading_field
from okrlint.reading.layout.attachments import attach
from okrlint.reading.layout.fieldlines import Fields, fields_of_line
from okrlint.reading.layout.objectives import Path
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.tables import field_rows
from okrlint.reading.layout.titles import is_title
from okrlint.reading.outline import Block
from okrlint.reading.plain_lines import numbering
from okrlint.reading.word_sets import words

_OF_DOCUMENT = words("cycle team owner contributors cadence status start_date deadline plan_reference supports date")
"""What is said once for everything below a heading."""

_TEAM_ENDINGS = (
    "team",
    "department",
    "squad",
    "guild",
    "团队",
    "團隊",
    "部门",
    "部門",
    "小组",
    "小組",
    "事业部",
    "部",
    "组",
)
_LONGEST_TEAM = 40
_AROUND_PERIOD = " （(）):：-–—·|｜,，"


def common_path(paths: list[Path]) -> Path:
    """Return the headings that all objectives stand under."""
    if not paths:
        return ()
    shared = []
    for blocks in zip(*paths, strict=False):
        if any(block is not blocks[0] for block in blocks):
            break
        shared.append(blocks[0])
    return tuple(shared)


def document_fields(root: Block, shared: Path, first: int, roles: Roles) -> Fields:
    """Return what a document says of itself: its headings, and the fields before its first objective.

    Args:
        root: the whole document.
        shared: the headings that all objectives stand under.
        first: where the first objective begins.
        roles: what the blocks announce.
    """
    titles = [block for block in root.walk() if block.kind == "section" and _is_cover(block, first)]
    fields: Fields = [("heading", heading.text) for heading in (*titles, *shared) if heading.text]
    for heading in shared:
        fields.extend(
            field
            for field in (fields_of_heading(heading.text) if heading.text else [])
            if field[0] in ("team", "owner")
        )
    for heading in (root, *shared):
        fields.extend(_own_fields(heading, roles, before=first))
    return fields


def _is_cover(section: Block, first: int) -> bool:
    """Whether a title with a period stands before all objectives, with nothing below it: on a slide of its own."""
    text = section.text
    if text is None or text.span.end > first or any(child.kind != "line" for child in section.children):
        return False
    return is_title(text.value) and cycle_of(text.value) is not None


def document_checkins(root: Block, objectives: list[Draft], roles: Roles) -> list[Draft]:
    """Return the dated entries below headings such as "Check-ins" that stand in no objective."""
    gathered = Draft(Text.model_construct(value="", raw="", span=Span(0, 0)))
    ends = [objective.span for objective in objectives]
    for block in root.walk():
        if block.kind == "section" and roles.head(block).name == "checkin":
            within = bisect_right(ends, block.span) - 1
            if within < 0 or block.span.start >= ends[within].end:
                attach(gathered, [block], roles)
    return gathered.checkins


def add_surroundings(objectives: list[tuple[Draft, Path]], shared: Path, roles: Roles) -> None:
    """Give objectives what the headings above them say that not all stand under, the nearest first.

    Args:
        objectives: in order of the source, each with the headings that it stands under.
        shared: the headings that all of them stand under.
        roles: what the blocks announce.
    """
    said: dict[int, Fields] = {}
    for draft, path in objectives:
        for heading in reversed(path[len(shared) :]):
            if id(heading) not in said:  # what stands behind the first objective may be that one's
                said[id(heading)] = _of_section(heading, roles, before=draft.text.span.start)
            known = {name for name, _ in draft.fields}
            draft.fields.extend((name, text) for name, text in said[id(heading)] if name not in known)


def _of_section(heading: Block, roles: Roles, before: int) -> Fields:
    fields: Fields = []
    said = fields_of_heading(heading.text) if heading.text else []
    for name, text in said + _own_fields(heading, roles, before=before):
        fields.append(("section_owner" if name == "owner" else name, text))
    return fields


def fields_of_heading(text: Text) -> Fields:
    """Return what a heading says of all below it: cycle, team and "section_owner"."""
    fields: Fields = []
    period = cycle_of(text.value)
    if period is not None:
        fields.append(("cycle", text.part(period.start, period.end)))
    mention = _mention().search(text.value) if "@" in text.value else None
    if mention:
        fields.append(("section_owner", text.part(*mention.span())))
    return fields + _team(text, period) + _named_in(text)


def _named_in(text: Text) -> Fields:
    """Return the owner that a heading names behind a bar or a bracket: `Marketing OKRs | Owner: Dana`."""
    for bar in _bar().finditer(text.value):
        found = leading_field(text.value[bar.end() : bar.end() + _LONGEST_TEAM])
        if found and found.name == "owner":
            end = _bar_or_end().search(text.value, bar.end() + found.end)
            return [("owner", text.part(bar.end() + found.end, end.start() if end else len(text.value)))]
    return []


@cache
def _bar() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[|｜·(（]\s{0,3}")


@cache
def _bar_or_end() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[|｜·)）,，;；]\s{0,3}")


def _team(text: Text, period: Period | None) -> Fields:
    """Return the team that a heading names: `增长团队（2026 Q1）OKR`, `Growth team OKRs`, `Q2 OKRs — Data team`."""
    low, high = (period.start, period.end) if period else (len(text.value), len(text.value))
    for begin, end in ((0, low), (high, len(text.value))):
        start = begin
        for dash in _dash().finditer(text.value, begin, end):
            found = _team_name(text, start, dash.start())
            if found:
                return found
            start = dash.end()
        found = _team_name(text, start, end)
        if found:
            return found
    return []


def _team_name(text: Text, start: int, end: int) -> Fields:
    words = _without_okr().sub("", text.value[start:end].rstrip(_AROUND_PERIOD)).rstrip(_AROUND_PERIOD)
    end = start + len(words)
    start += len(words) - len(words.lstrip(_AROUND_PERIOD))
    start += numbering(text.value[start:end])
    name = text.value[start:end].lower()
    if "okr" in name:  # "OKR system of the support guild"
        return []
    is_team = len(name) <= _LONGEST_TEAM and name.endswith(_TEAM_ENDINGS) and name not in _TEAM_ENDINGS
    return [("team", text.part(start, end))] if is_team else []


@cache
def _dash() -> Pattern[str]:
    return compile_pattern(r"\s{1,3}[-–—]{1,2}\s{1,3}|[—｜|:：]{1,2}", ASCII)


@cache
def _mention() -> Pattern[str]:
    return compile_pattern(r"(?<![\w/])@[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,38}", ASCII)


@cache
def _without_okr() -> Pattern[str]:
    return compile_pattern(r"[\s'’–—-]{0,3}(?:OKRs?|objectives|目标|目標)\s{0,3}[:：]?\s{0,3}$", ASCII)


def _own_fields(heading: Block, roles: Roles, before: int) -> Fields:
    """Return the fields right below a heading, up to an offset."""
    fields: Fields = []
    pending = [block for block in reversed(heading.children) if block.kind != "section"]
    while pending:
        block = pending.pop()
        if block.kind == "quote":
            pending.extend(reversed(block.children))
        elif block.kind == "table":
            fields.extend(field for field in field_rows(block) if field[0] in _OF_DOCUMENT)
        elif roles.role(block) == "field":
            text = roles.statement(block)
            line = fields_of_line(roles.head(block).name, text) if text is not None else []
            fields.extend(field for field in line if field[0] in _OF_DOCUMENT)
    return [(name, text) for name, text in fields if text.span.end <= before]
