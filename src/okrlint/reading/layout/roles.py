"""What the words of a block announce: an objective, a key result, a field, a list of actions, or nothing."""

from functools import cache, lru_cache
from itertools import pairwise
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.model import Text
from okrlint.reading.fields import canonical, field_name, is_declared, leading_field
from okrlint.reading.labels import LabelMatch, label, usual_label
from okrlint.reading.outline import Block
from okrlint.reading.plain_lines import numbering

Role = Literal["objective", "key_result", "objectives", "key_results", "field", "aside", "reference", "plain"]

_LONGEST_NAME = 60
"""No heading that only names what stands below it is longer."""


_QUOTES = "\"'"


class Head(NamedTuple):
    """What a block announces.

    Attributes:
        role: "objective" and "key_result" (with a statement, or with one below), "objectives" and "key_results"
            (a heading over several), "field" (a name and its words, or a name with its words below), "aside" (a
            heading or a line that announces something else), "reference" (a link to a heading, as in a table of
            contents), or "plain".
        at: where in the block's text the statement or the field's words begin.
        label: of an objective or a key result, as written.
        number: the numbers in the label.
        name: a field's canonical name, or the author's word for it.
        owner: where in the text an owner's name stands before the label (`VP Sales KR: …`).
        theme: where in the text words in parentheses stand between label and statement (`O1（权重40%）：…`).
        certain: whether the label can be nothing else.
        end: where the field's words end; None at the end of the block's text.
    """

    role: Role
    at: int = 0
    label: str = ""
    number: tuple[int, ...] = ()
    name: str = ""
    owner: tuple[int, int] | None = None
    theme: tuple[int, int] | None = None
    certain: bool = True
    end: int | None = None


_PLAIN = Head("plain")


class Roles:
    """Judges blocks, each of them once, and knows what stands in them.

    Attributes:
        heads: what each block announces.
        sections: all headings, in order of the source.
        tables: all tables.
    """

    def __init__(self, root: Block) -> None:
        self.sections: list[Block] = []
        self.tables: list[Block] = []
        self.heads: dict[Block, Head] = {root: judge(root)}
        self._holding: dict[Block, set[Role | Literal["labelled"]]] = {}  # of blocks in which others stand
        self._fill(root)

    def holds(self, block: Block, *roles: Role) -> bool:
        """Whether a block with one of these roles stands in it, at any depth."""
        holding = self._holding.get(block)
        return holding is not None and not holding.isdisjoint(roles)

    def holds_labelled_objective(self, block: Block) -> bool:
        """Whether an objective with a label of its own (`O2`) stands in it; a mere `目标：` may be a target."""
        return "labelled" in self._holding.get(block, ())

    def statement(self, block: Block) -> Text | None:
        """Return the words behind the label, None where there are none."""
        if block.line is None:
            return None
        text = block.line.text
        head = self.heads[block]
        at, end = head.at, len(text.value) if head.end is None else head.end
        return text.part(at, end) if at < end else None

    def theme(self, block: Block) -> Text | None:
        """Return what stands in parentheses between label and statement."""
        place = self.heads[block].theme
        return block.text.part(*place) if place and block.text else None

    def _fill(self, block: Block) -> None:
        holding = self._holding[block] = set()
        uncertain = False
        for child in block.children:
            if child.kind == "section":
                self.sections.append(child)
            elif child.kind == "table":
                self.tables.append(child)
            self.heads[child] = head = judge(child)
            holding.add(head.role)
            if head.label:
                uncertain = uncertain or not head.certain
                if head.role == "objective":
                    holding.add("labelled")
            if child.children:
                self._fill(child)
                if child.kind == "section" and (head.name == "plan_reference" or _may_be_named(child.value)):
                    self._may_state(child, holding)
                holding |= self._holding[child]
        if uncertain:
            self._settle(block, block.children)
        if "key_results" in holding or "key_result" in holding:
            self._name_objectives(block.children, holding)
            if "key_results" in holding and "objective" not in holding and "objectives" not in holding:
                self._take_lines(block.children, holding)

    def _name_objectives(self, blocks: list[Block], holding: set[Role | Literal["labelled"]]) -> None:
        """Take `优化目标：…`, `4.1 产品目标` for objectives where key results follow side by side."""
        for at, block in enumerate(blocks):
            head = self.heads[block]
            is_open = head.role in ("plain", "aside") or head.name == "plan_reference"
            if block.kind not in ("line", "section") or not is_open or not _may_be_named(block.value):
                continue
            following = blocks[at + 1 : at + 1 + _MOST_BETWEEN]
            roles = [self.heads[each].role for each in following]
            result = next((number for number, role in enumerate(roles) if role in ("key_result", "key_results")), None)
            if result is None or "objective" in roles[:result]:
                continue
            from okrlint.reading.layout.other_names import behind_goal_of_a_kind

            skip = numbering(block.value)
            end = behind_goal_of_a_kind(block.value[skip:])
            if end and (block.kind == "section" or skip + end < len(block.value)):
                role: Role = "objective" if skip + end < len(block.value) else "objectives"
                self.heads[block] = Head(role, skip + end)
                holding.add(role)

    def _take_lines(self, blocks: list[Block], holding: set[Role | Literal["labelled"]]) -> None:
        """Take lines for objectives that each have "Key results:" and a list right below, where there are several."""
        led = [
            line
            for line, name, item in zip(blocks, blocks[1:], blocks[2:], strict=False)
            if line.kind == name.kind == "line"
            and item.kind == "item"
            and self.heads[name].role == "key_results"
            and self.statement(name) is None
            and self.heads[line].role == "plain"
            and len(line.value) <= _LONGEST_LED
            and line.value[-1] not in ".。:：!！?？;；"
        ]
        if len(led) > 1 and len(led) == sum(self.heads[block].role == "key_results" for block in blocks):
            for line in led:
                self.heads[line] = Head("objective", self.heads[line].at)
            holding.add("objective")

    def _may_state(self, section: Block, holding: set[Role | Literal["labelled"]]) -> None:
        """Take a heading such as `Q1 objective: …`, `年度目标：…` for an objective where key results stand below it.

        Args:
            section: the heading.
            holding: is given the role.
        """
        below = self._holding[section]
        if below.isdisjoint(("key_result", "key_results")) or not below.isdisjoint(("objective", "objectives")):
            return
        from okrlint.reading.layout.other_names import behind_goal_of_a_kind, behind_name_of_a_time

        value = section.value
        at = behind_name_of_a_time(value) or behind_goal_of_a_kind(value)
        if at == 0 and self.heads[section].name != "plan_reference":
            return
        is_stated = 0 < at < len(value)
        role: Role = "objective" if is_stated else "objectives"
        self.heads[section] = Head(role, at if is_stated else len(value))
        holding.add(role)

    def _settle(self, parent: Block, blocks: list[Block]) -> None:
        """Trust `O1 …` and `KR1 …` without a separator where such blocks, in this order, can be nothing else.

        That is where lines of both kinds, or a line and a list, follow each other, fields between them aside; below
        an objective; and where several bold lines with a list below each are `**KR1 …**`.
        """
        heads = [self.heads[block] for block in blocks]
        told = [(block, head) for block, head in zip(blocks, heads, strict=True) if head.role != "field"]
        is_output = parent.kind == "code"
        labelled = [head for block, head in told if is_output or head.role != "plain" or block.kind != "line"]
        follows = any(
            before.role == "objective" and before.label and line.kind == "line" and below.kind == "item"
            for (line, before), (below, _) in pairwise(told)
        ) or any(
            before.role == "objective" and before.label and after.role == "key_result" and after.label
            for before, after in pairwise(labelled)
        )
        if self.heads[parent].role == "objective" and self.heads[parent].certain:
            follows = follows or _number_lines(blocks, heads)
        listed = {
            head.number
            for (block, head), below in zip(zip(blocks, heads, strict=True), blocks[1:], strict=False)
            if head.role == "key_result" and block.line and block.line.is_strong and below.kind == "item"
        }
        if follows or len(listed) > 1:
            for block, head in zip(blocks, heads, strict=True):
                if head.label and not head.certain:
                    self.heads[block] = head._replace(certain=True)


_MOST_BETWEEN = 5
"""Blocks between an objective and its key results at most: fields, and a remark."""


_LONGEST_LED = 120
"""Characters of an objective that only the list below it gives away, at most."""


def _may_be_named(value: str) -> bool:
    """Tell at a glance whether a heading may begin with the name of an objective."""
    begin = value[:_LONGEST_NAME]
    return any(name in begin for name in ("目标", "目標", "bjective", "oal"))


def _number_lines(blocks: list[Block], heads: list[Head]) -> bool:
    """Whether several lines begin with the labels of key results, and none of them is a sentence that speaks of one."""
    lines = [
        (block.value, head.number)
        for block, head in zip(blocks, heads, strict=True)
        if head.role == "key_result" and head.label and block.kind == "line"
    ]
    return len({number for _, number in lines}) > 1 and not any(value.endswith((".", "。")) for value, _ in lines)


def judge(block: Block) -> Head:
    """Return what a block announces by its own words."""
    line = block.line
    if line is None:
        return _PLAIN
    value = line.text.value
    if not value:
        return _PLAIN
    if line.refers:
        return Head("reference")
    usual = usual_label(value)
    if usual is not None:  # then nothing below can find anything else
        return _usual_head(usual)
    if value[0] in _QUOTES and value[0] + ":" in value[:_LONGEST_NAME]:
        return _PLAIN  # data: `"objective": "…"`
    if value[0] == "@" and len(value) <= _LONGEST_NAME and _mentions().fullmatch(value):
        return Head("field", 0, name="owner")
    if value[0] in _ARROWS and (supporting := _supporting(value, 0)):
        return supporting
    if value.startswith(("O(", "O（", "O (")) and _other_word().match(value):
        return _PLAIN
    skip = numbering(value)
    head = _labelled(block, value, skip) or _named(value, skip)
    if head is None and skip < line.strong <= skip + _LONGEST_STRONG and line.strong < len(value):
        from okrlint.reading.layout.unusual_labels import strong_name  # few lines begin with so few bold letters

        head = strong_name(line, skip)
    elif head and block.kind == "line" and head.role in ("objectives", "key_results") and value[-1] in ")）":
        head = None if not line.is_strong and _remark_pattern().search(value[skip:]) else head
    if block.kind == "section" and (head is None or head.role == "aside") and _heads_log(block, value[skip:], head):
        return Head("aside", skip, name="checkin")
    if head:
        return head
    if block.kind == "section" or value[-1] in ":：":
        return Head("aside", skip)
    return _supporting(value, skip) or (Head("plain", skip) if skip else _PLAIN)


@cache
def _other_word() -> Pattern[str]:
    """Match an O that is spelled out as no objective: `O (Overhead): …`."""
    return compile_pattern(r"O ?[(（](?!(?i:objective|okr))[Oo][a-z]{2,}")


def _heads_log(block: Block, heading: str, head: Head | None) -> bool:
    """Whether a heading that may name a field stands over a log of check-ins: `Weekly log`, `周跟进`."""
    if not block.children or len(heading) > _LONGEST_NAME or any(map(str.isdigit, heading)):
        return False
    from okrlint.reading.layout.logs import heads_log  # most headings hold a number: O1, Q2 2026

    return heads_log(heading, head.name if head else "", block.children)


@cache
def _mentions() -> Pattern[str]:
    """Match a line of nothing but people: `@ana.ruiz`, `@张三 @李四`."""
    return compile_pattern(r"@[\w.-]{1,40}(?:[ 、,，/&]{1,3}@[\w.-]{1,40}){0,5}")


_ARROWS = "↑→⬆↗⇧=-"
_OPENING = "([（【*_ "
_LONGEST_OPENING = 24
_SUPPORTING = (
    *("support", "align", "contribut", "ladder", "roll", "feed", "↑", "→", "⬆", "↗", "⇧", "=>", "->"),
    *("支撑", "支撐", "承接", "对齐", "對齊", "对应", "對應", "服务于", "服務於", "支持", "向上", "本季", "本目"),
)
"""What a line that says what is supported can begin with, in lower case: a cheap test before the pattern."""


def _supporting(value: str, skip: int) -> Head | None:
    if not value[skip : skip + _LONGEST_OPENING].lower().lstrip(_OPENING).startswith(_SUPPORTING):
        return None
    from okrlint.reading.support_lines import supported_in  # few documents have such lines

    place = supported_in(value, skip)
    return Head("field", place[0], name="supports", end=place[1]) if place else None


@lru_cache(maxsize=256)  # the labels of most documents are the same
def _usual_head(found: LabelMatch) -> Head:
    return Head(found.kind, found.end, found.label, found.number)


def _labelled(block: Block, value: str, skip: int) -> Head | None:
    found = label(value[skip:])
    if found is None:
        return _numbered_okr(block, value, skip) or _unusually_labelled(value, skip)
    at = skip + found.end
    again = 0
    if found.label and value[at : at + 1] in ("(", "（"):
        from okrlint.reading.layout.other_names import behind_name_again  # few labels have a remark behind them

        again = behind_name_again(value, at)
    at = again or at
    theme = theme_at(value, at) if found.label else None
    at = theme.end() if theme else at
    owner = None
    if found.owner:
        start = value.index(found.owner, skip)
        owner = (start, start + len(found.owner))
    if not found.label:
        if is_plural(value[skip:at]):
            return Head("key_results" if found.kind == "key_result" else "objectives", at)
        if found.kind == "key_result" and not value[at:].strip():
            return Head("key_results", at)
    separated = found.separated or again > 0 or (theme is not None and theme[0].rstrip()[-1] in ":：")
    certain = separated or (found.kind == "key_result" and block.kind != "line") or block.kind == "section"
    if not certain and block.line:  # `**KR1** text`; a sentence that is bold as a whole may only speak of it
        certain = 0 < block.line.strong <= at or at == len(value)
    themed = theme.span(1) if theme else None
    return Head(found.kind, at, found.label, found.number, owner=owner, theme=themed, certain=certain)


@cache
def _theme_pattern() -> Pattern[str]:
    bare_share = r"\d{1,3} ?[%％][)）]\s"
    return compile_pattern(
        rf"[(（](?=[^()（）]{{1,40}}[)）] ?[:：]|{bare_share})([^()（）]{{1,40}})[)）] ?[:：]?\s{{0,4}}", ASCII
    )


def theme_at(value: str, at: int) -> Match[str] | None:
    """Return the words in parentheses between label and statement: `KR 1 (Quality): …`; they are its group.

    A share needs no colon: `O1 (60%) …`.
    """
    return _theme_pattern().match(value, at) if value[at : at + 1] in ("(", "（") else None


def is_plural(name: str) -> bool:
    """Whether a name is in the plural: `Key Results`, `OKR Objectives`."""
    lower = name.lower()
    return any(plural in lower for plural in ("results", "krs", "objectives", "goals"))


@cache
def _okr_pattern() -> Pattern[str]:
    return compile_pattern(r"(?:okr) ?(\d{1,2})\b[\s:：.、—–-]{0,4}", ASCII | IGNORECASE)


def _numbered_okr(block: Block, value: str, skip: int) -> Head | None:
    """Read the heading `okr1 …`, as some number their objectives."""
    is_okr = block.kind == "section" and value[skip : skip + 3].upper() == "OKR"
    match = _okr_pattern().match(value, skip) if is_okr else None
    return Head("objective", match.end(), value[skip : match.end(1)], (int(match[1]),)) if match else None


def _unusually_labelled(value: str, skip: int) -> Head | None:
    number = _digits().search(value, skip, skip + _LONGEST_FOREIGN)
    is_of_role = ":" in value and " KR" in value[skip : skip + _LONGEST_NAME]
    if number and (
        value[number.end() : number.end() + 1] not in _BEHIND_NUMBERS
        or not _BEFORE_WORDS.isdisjoint(value[skip : number.start()])
    ):
        number = None
    if number is None and not is_of_role:
        return None
    from okrlint.reading.layout.unusual_labels import foreign_labelled, role_label  # few lines look like these

    found = role_label(value, skip) if is_of_role else None
    return found or (foreign_labelled(value, skip) if number else None)


_BEHIND_NUMBERS = "*_` :：.、|｜-\n"
_BEFORE_WORDS = frozenset(":：.")
_LONGEST_FOREIGN = 37
"""Within so many characters a label in another language has its number."""

_LONGEST_STRONG = 12
"""Characters of a name that is set apart by bold letters alone, at most."""


def _named(value: str, skip: int) -> Head | None:
    own = value[skip:]
    whose = _results_of_one().fullmatch(own) if len(own) <= _LONGEST_NAME and own[0] in "kKoO目" else None
    if whose:
        return Head("key_results", len(value), number=(int(whose[1] or whose[2]),))
    found = leading_field(own)
    if own[:3].upper() == "OKR" and not (found and (found.name in _OF_OKRS or is_declared(found.name))):
        return None  # a title, not a name that holds the letters KR
    if found is not None and skip + found.end < len(value):
        if found.name not in ("objective", "key_result"):
            return Head("field", skip + found.end, name=found.name)
        if "=" in own[: found.end]:  # a definition: `目標=O`
            return None
        if is_plural(own[: found.end]):
            return Head("key_results" if found.name == "key_result" else "objectives", skip + found.end)
        return Head("objective" if found.name == "objective" else "key_result", skip + found.end)
    name = name_of(own) if len(own) <= _LONGEST_NAME else None
    if name is None:
        if "bjective" in own[:_LONGEST_NAME]:
            from okrlint.reading.layout.other_names import behind_name_of_a_time

            at = behind_name_of_a_time(own)
            if 0 < at < len(own):
                return Head("objective", skip + at)
        return _remarked_field(own, skip)
    if name in ("objective", "key_result"):
        return Head("objectives" if name == "objective" else "key_results", len(value))
    return Head("field", len(value), name=name) if own[-1] in ":：" else Head("aside", skip, name=name)


_OF_OKRS = frozenset(("owner", "cycle", "team", "deadline"))
"""Fields whose names a title does not hold: `OKR Owner: Ana`, OKR周期：2026Q3; `OKR Review: …` may be one."""


@cache
def _results_of_one() -> Pattern[str]:
    """Match a line over the key results of one of several objectives: `Key Results for Objective 1:`."""
    return compile_pattern(
        r"(?:key results|KRs) (?:for|of|to|under) (?:objective|goal|O) ?#?(\d{1,2})\s{0,3}:?"
        r"|(?:目[标標]|O) ?(\d{1,2}) ?(?:的|之)(?:[关關][键鍵](?:[结結]果|成果)|KRs?)\s{0,3}[:：]?",
        ASCII | IGNORECASE,
    )


@cache
def _remark_pattern() -> Pattern[str]:
    return compile_pattern(r"([^(（:：]{1,40})[(（]([^()（）]{1,40})[)）]\s{0,3}([:：]?)[*_]{0,3}\s{0,4}", ASCII)


def _remark(words: str) -> Match[str] | None:
    """Return a short name with a remark in parentheses behind it, and the colon behind that if there is one."""
    begin = words[:_LONGEST_REMARKED]
    return _remark_pattern().match(words) if "(" in begin or "（" in begin else None


_LONGEST_REMARKED = 41


def _remarked_field(own: str, skip: int) -> Head | None:
    """Read a name with a known one behind it: `Hedef (Objective): …`."""
    match = _remark(own)
    if match is None or not match[3]:
        return None
    name = canonical(match[2])
    at = skip + match.end()
    if name == "objective":
        return Head("objective", at)
    if name == "key_result":
        return Head("key_results", at)
    return Head("field", at, name=name) if name else None


@cache
def _digits() -> Pattern[str]:
    return compile_pattern(r"\d{1,2}")


@cache
def _group_pattern() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?:annual|yearly|quarterly|our|the|main|team|company|personal|individual|okr|q[1-4]|[rh]?\d{1,4}) ){1,3}"
        r"(?:(?P<kr>key[ -]results?|krs?)|(?P<o>objectives?|goals))",
        ASCII | IGNORECASE,
    )


_GROUPS = ("result", "results", "kr", "krs", "objective", "objectives", "goals")
"""How the names of groups end."""


_NAMES_IN_LISTS = ("目标", "目標", "关键", "關鍵", "KR")
"""What the names hold that say more than that."""


def name_of(own: str) -> str | None:
    """Return the canonical name that words are, a remark aside: `Key Results (KRs)`, `핵심 결과 (Key Results)`."""
    bare = own.strip("*_`~ :：")
    if "/" in bare and not all(canonical(part) for part in bare.split("/")):
        return None
    name = canonical(bare)
    if name:
        inner = _remark(bare)
        return canonical(inner[2]) if inner and name == "target" and canonical(inner[2]) == "key_result" else name
    match = _remark(bare)
    if match and match.end() == len(bare) and not _digits().search(match[2]):  # `(from 74)` is no name
        return canonical(match[2]) or name_of(match[1])
    group = _group_pattern().fullmatch(bare) if bare.lower().endswith(_GROUPS) else None
    if group:
        return "key_result" if group["kr"] else "objective"
    if bare.isascii() or not any(name in bare for name in _NAMES_IN_LISTS):
        return None
    from okrlint.reading.layout.other_names import LONGEST_LIST, name_in_list

    listed = name_in_list(bare) if len(bare) <= LONGEST_LIST else None
    return canonical(listed) if listed else None


def own_name(name: str) -> str:
    """Return the name of a column or a field: canonical, or the author's own in lower case."""
    if name[:3].upper() == "OKR":
        return found if (found := canonical(name)) and is_declared(found) else name.lower()
    return name_of(name) or field_name(name)
