"""What the headings above objectives, and the lines below those headings, say about them: cycle, team, owner."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language.cycles import Period, cycle_of
from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical, is_declared, leading_field
from okrlint.reading.layout.fieldlines import Fields, fields_of_line
from okrlint.reading.layout.objectives import Path
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.tables import field_rows
from okrlint.reading.layout.titles import asks_or_tells_how, is_lesson, is_title
from okrlint.reading.names import is_common_name, is_name
from okrlint.reading.outline import Block
from okrlint.reading.plain_lines import numbering
from okrlint.reading.word_sets import words

_OF_DOCUMENT = words(
    "cycle team owner contributors cadence status start_date deadline plan_reference supports date external_checkins"
)
"""What is said once for everything below a heading, beside what is declared."""

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
    "組",
)
_LONGEST_TEAM = 40
_LONGEST_ANNOUNCEMENT = 160
_LONGEST_GROUP = 30
_FEWEST_GROUPS = 2
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
    titles = [section for section in roles.sections if _is_cover(section, first)]
    fields: Fields = [("heading", heading.text) for heading in (*titles, *shared) if heading.text]
    own = [field for heading in (root, *shared) for field in _own_fields(heading, roles, before=first)]
    # A line that names the team says it better than the title: "Growth team OKRs", "Team: Growth".
    from_titles = ("owner",) if any(name == "team" for name, _ in own) else ("team", "owner")
    for heading in shared:
        if heading.text:
            said = (field for field in fields_of_heading(heading.text) if field[0] in from_titles)
            fields.extend(("heading_team" if name == "team" else name, text) for name, text in said)
    return fields + own + _announced_period((root, *shared), before=first)


def _announced_period(headings: Path, before: int) -> Fields:
    """Return the period of the one line that announces its OKRs: `以下是我们 2026 年 Q3 的 OKR：`, `2026 Q3 OKRs:`."""
    lines = (block.text for heading in headings for block in heading.children if block.kind == "line" and block.text)
    found = [
        text.part(period.start, period.end)
        for text in lines
        if text.span.end <= before
        and len(text.value) <= _LONGEST_ANNOUNCEMENT
        and (_announcement().search(text.value) or (text.value[-1:] in _COLONS and is_title(text.value)))
        and (period := cycle_of(text.value))
    ]
    return [("announced_cycle", found[0])] if len(found) == 1 else []


_COLONS = frozenset(":：")


@cache
def _announcement() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:below|following|here are|these are|this is)\b|以下|如下|下面|下列", ASCII | IGNORECASE
    )


def _is_cover(section: Block, first: int) -> bool:
    """Whether a title with a period stands before all objectives, with nothing below it: on a slide of its own."""
    text = section.text
    if text is None or text.span.end > first or any(child.kind != "line" for child in section.children):
        return False
    return is_title(text.value) and cycle_of(text.value) is not None


def add_surroundings(objectives: list[tuple[Draft, Path]], shared: Path, roles: Roles) -> None:
    """Give objectives what the headings above them say that not all stand under, the nearest first.

    Args:
        objectives: in order of the source, each with the headings that it stands under.
        shared: the headings that all of them stand under.
        roles: what the blocks announce.
    """
    people = _people(objectives, len(shared))
    teams = {} if people else _teams(objectives, len(shared))
    said: dict[int, Fields] = {}
    for draft, path in objectives:
        for heading in reversed(path[len(shared) :]):
            if id(heading) not in said:  # what stands behind the first objective may be that one's
                said[id(heading)] = _of_section(heading, roles, before=draft.text.span.start)
            known = {name for name, _ in draft.fields}
            draft.fields.extend((name, text) for name, text in said[id(heading)] if name not in known)
        team = teams.get(id(path[len(shared)])) if len(path) > len(shared) else None
        if team and not any(name == "team" for name, _ in draft.fields):
            draft.fields.append(("team", team))
        person = people.get(id(path[len(shared)])) if people else None
        if person and not any(name == "section_owner" for name, _ in draft.fields):
            draft.fields.append(("section_owner", person))


def _people(objectives: list[tuple[Draft, Path]], depth: int) -> dict[int, Text]:
    """Return the people whom headings side by side name, by heading: `## Ana`, `## Bo`, or `## 张三`, `## 李四`.

    All of them must be names, and half of them common ones.
    """
    found: dict[int, Text] = {}
    for _, path in objectives:
        heading = path[depth] if len(path) > depth else None
        if heading is None or heading.text is None:
            return {}
        if id(heading) not in found:
            name = group_name(heading.text)
            if name is None or not is_name(name.value):
                return {}
            found[id(heading)] = name
    names = {name.value for name in found.values()}
    return found if len(names) >= _FEWEST_GROUPS and 2 * sum(map(is_common_name, names)) >= len(names) else {}


def _teams(objectives: list[tuple[Draft, Path]], depth: int) -> dict[int, Text]:
    """Return the teams that headings side by side name, by heading.

    Below each, labels begin anew; or all say OKR; or half of them are usual names of departments. Headings that name a
    period, a kind of objectives, an example, or anything with a number or a colon name no team.
    """
    firsts: dict[int, tuple[Text, str | None]] = {}
    for draft, path in objectives:
        heading = path[depth].text if len(path) > depth else None
        if heading is None:
            return {}
        firsts.setdefault(id(path[depth]), (heading, draft.label))
    names = {key: group_name(text) for key, (text, _) in firsts.items()}
    labels = {label for _, label in firsts.values()}
    begin_anew = len(labels) == 1 and None not in labels
    if not begin_anew and not all(_of_group().search(text.value) for text, _ in firsts.values()):
        departments = sum(name is not None and _is_department(name.value) for name in names.values())
        if departments < _FEWEST_GROUPS or 2 * departments < len(names):
            return {}
    several = len({name.value for name in names.values() if name}) >= _FEWEST_GROUPS and None not in names.values()
    return {key: name for key, name in names.items() if name is not None} if several else {}


_DEPARTMENTS = words(
    "engineering product design marketing sales support finance legal people hr operations ops growth data analytics"
    " security platform infrastructure customer success research it admin administration procurement logistics"
    " communications partnerships devops qa quality science"
)
_DEPARTMENTS_ZH = words(
    "研发 研發 产品 產品 设计 設計 市场 市場 销售 銷售 客服 财务 財務 法务 法務 人力 人事 人力资源 行政 运营 營運"
    " 运维 测试 技术 技術 数据 數據 采购 採購 物流 品牌 公关 战略"
)


def _is_department(name: str) -> bool:
    """Tell whether words are the usual name of a department: `Engineering`, `Growth & Ops`, `市场部`, `技术`."""
    if not name.isascii():
        return name.rstrip("部组組中心") in _DEPARTMENTS_ZH
    told = [word for word in name.lower().replace("/", " ").replace("&", " ").split() if word not in ("and", "team")]
    return bool(told) and _DEPARTMENTS.issuperset(told)


@cache
def _of_group() -> Pattern[str]:
    """Match what stands behind a team's name: `Finance OKRs – Q3 2026`."""
    return compile_pattern(r"(?<=\w)['’]?s? OKRs?\b", ASCII)


def group_name(text: Text) -> Text | None:
    """Return the words of a heading, or the name of a sheet, that may be those of a team; None where they are not."""
    words = _without_okr().sub("", _of_group().split(text.value, maxsplit=1)[0])
    is_plain = words and len(words) <= _LONGEST_GROUP and not any(char.isdigit() or char in ":：?？" for char in words)
    if not is_plain or _no_team().search(words) or is_lesson(words) or cycle_of(words) or canonical(words):
        return None
    return text.part(0, len(words))


@cache
def _no_team() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:okrs?|objectives?|goals?|company|our|my|team|personal|term|draft|examples?|good|bad|better|before|after|option|version|previous|last|next"
        r"|current|closed|archived?|past|annual|quarterly|monthly|committed|aspirational|stretch|planned|done)\b"
        r"|目[标標]|示例|例|草稿|版|[年季月期]|承[诺諾]|挑[战戰]",
        ASCII | IGNORECASE,
    )


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
    if _BARS.isdisjoint(text.value):
        return []
    for bar in _bar().finditer(text.value):
        found = leading_field(text.value[bar.end() : bar.end() + _LONGEST_TEAM])
        if found and found.name == "owner":
            end = _bar_or_end().search(text.value, bar.end() + found.end)
            return [("owner", text.part(bar.end() + found.end, end.start() if end else len(text.value)))]
    return []


_BARS = frozenset("|｜·(（")


@cache
def _bar() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[|｜·(（]\s{0,3}")


@cache
def _bar_or_end() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[|｜·)）,，;；]\s{0,3}")


def _team(text: Text, period: Period | None) -> Fields:
    """Return the team that a heading names.

    `增长团队（2026 Q1）OKR`, `Growth team OKRs`, `Q2 OKRs — Data team`, `2026 Q1 OKR（增长组）`.
    """
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
    words = text.value[start:end].rstrip(_AROUND_PERIOD)
    if not words:
        return []
    if "OKR" in words or "bjectives" in words or "目" in words or "esults" in words:
        words = _without_okr().sub("", words).rstrip(_AROUND_PERIOD)
    end = start + len(words)
    start += len(words) - len(words.lstrip(_AROUND_PERIOD))
    start += numbering(text.value[start:end])
    name = text.value[start:end].lower()
    if "okr" in name:  # "OKR system of the support guild"
        return []
    is_named = name.endswith(_TEAM_ENDINGS) or (
        name.startswith("team ") and not _THINGS.intersection(name.split()[-1:])
    )
    is_team = len(name) <= _LONGEST_TEAM and is_named and name not in _TEAM_ENDINGS
    return [("team", text.part(start, end))] if is_team and not asks_or_tells_how(text.value) else []


_THINGS = words(
    "& + / and goal goals objective objectives result results kpi kpis metrics target targets priorities commitments"
    " initiatives plan plans planning roadmap report reports review update updates status dashboard overview summary"
    " charter tracker scorecard template performance progress focus members mission vision strategy"
)
"""What `Team …` ends with where it names no team but something of one: "Team goals &"."""


@cache
def _dash() -> Pattern[str]:
    return compile_pattern(r"\s{1,3}[-–—]{1,2}\s{1,3}|[—｜|:：]{1,2}|(?:(?<=OKR)s?|(?<=目[标標]))\s{0,3}[(（]", ASCII)


@cache
def _mention() -> Pattern[str]:
    return compile_pattern(r"(?<![\w/])@[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,38}", ASCII)


@cache
def _without_okr() -> Pattern[str]:
    return compile_pattern(
        r"[\s'’–—-]{0,3}(?:(?:[Gg]oals|[Oo]bjectives|目标|目標)\s?(?:&|\band\b|[+/和与與及、])\s?)?"
        r"(?:OKRs?|objectives|(?<=and )[Kk]ey [Rr]esults|(?<=& )[Kk]ey [Rr]esults|目标|目標)\s{0,3}[:：]?\s{0,3}$",
        ASCII,
    )


def _own_fields(heading: Block, roles: Roles, before: int) -> Fields:
    """Return the fields right below a heading, up to an offset."""
    fields: Fields = []
    pending = [block for block in reversed(heading.children) if block.kind != "section"]
    while pending:
        block = pending.pop()
        if block.kind == "quote":
            pending.extend(reversed(block.children))
        elif block.kind == "table":
            fields.extend(field for field in field_rows(block) if _is_said_once(field[0]))
        elif roles.heads[block].role == "field":
            text = roles.statement(block)
            head = roles.heads[block]
            line = fields_of_line(head.name, text, block.value[: head.at]) if text is not None else []
            fields.extend(field for field in line if _is_said_once(field[0]))
    return [(name, text) for name, text in fields if text.span.end <= before]


def _is_said_once(name: str) -> bool:
    return name in _OF_DOCUMENT or is_declared(name)
