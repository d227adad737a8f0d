"""Where the objectives of a document stand, and what stands below each."""

from functools import cache
from itertools import takewhile
from re import Pattern
from re import compile as compile_pattern
from typing import Literal

from okrlint.language.folding import is_cjk
from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.layout.fieldlines import Fields
from okrlint.reading.layout.roles import Head, Roles, is_plural
from okrlint.reading.layout.tables import holds_objectives, is_result_table
from okrlint.reading.outline import Block, Line

Trust = Literal["label", "name", "structure"]
Path = tuple[Block, ...]

_MOST_REGISTERS = 3
"""How many tables of objectives before a table it may refer to."""

LONGEST_OBJECTIVE = 160
"""No objective without a label is longer, in characters: a longer line is prose."""


class FoundObjective:
    """An objective and what belongs to it.

    Attributes:
        block: the heading, item or line that announces it.
        text: its statement.
        label: as written, or None.
        path: the headings that it stands under, outermost first.
        body: what stands below it.
        owner: whose it is, where its words begin with that (`CEO: …`).
        fields: what the row says of it in which it stands.
        trust: "label" where a label with a number, or a bare `O`, says that it is an objective; "name" where only
            the word does (`Objective: …`), or the heading above it; "structure" where nothing does.
        closed: whether it is one of several below a heading: its key results must stand in its own block, and
            without any it may be anything.
        listed: whether it is one of several below the word "Objectives", which goals of other kinds are seldom under.
        restated: whether its statement was found below its heading.
    """

    __slots__ = ("block", "body", "closed", "fields", "label", "listed", "owner", "path", "restated", "text", "trust")

    def __init__(self, block: Block, text: Text, path: Path, label: str | None = None) -> None:
        self.block = block
        self.text = text
        self.label = label
        self.path = path
        self.body: list[Block] = []
        self.owner: Text | None = None
        self.fields: Fields = []
        self.trust: Trust = "structure"
        self.closed = False
        self.listed = False
        self.restated = False


class Orphan:
    """A key result, or a heading over some, that stands below no objective that was announced as one.

    Attributes:
        block: what was found.
        before: the line right before it and its siblings, if there is one.
        parent: the item or heading that it stands in, None at the top.
        path: the headings that it stands under, outermost first.
    """

    __slots__ = ("before", "block", "parent", "path")

    def __init__(self, block: Block, before: Block | None, parent: Block | None, path: Path) -> None:
        self.block = block
        self.before = before
        self.parent = parent
        self.path = path


class Register:
    """A table of objectives.

    Attributes:
        rows: what its rows state, by what tells them apart.
        path: the headings that it stands under.
    """

    __slots__ = ("path", "rows")

    def __init__(self, rows: dict[str, Draft], path: Path) -> None:
        self.rows = rows
        self.path = path


class _Place:
    """Where blocks stand that are read side by side.

    Attributes:
        path: the headings above them, outermost first.
        inside: the objective in whose block they stand.
        parent: the block that they stand in.
        latest: the last line among them that is an objective: what follows belongs to it.
        before: the line right before the next block, list items aside.
    """

    __slots__ = ("before", "inside", "latest", "parent", "path")

    def __init__(self, path: Path, inside: FoundObjective | None = None, parent: Block | None = None) -> None:
        self.path = path
        self.inside = inside
        self.parent = parent
        self.latest: FoundObjective | None = None
        self.before: Block | None = None

    @property
    def owner(self) -> FoundObjective | None:
        """The objective that a block here belongs to."""
        return self.latest or self.inside

    def below(self, block: Block, inside: FoundObjective | None) -> "_Place":
        """Return the place of a block's children."""
        path = (*self.path, block) if block.kind == "section" else self.path
        return _Place(path, inside, block)


class ObjectiveFinder:
    """Finds the objectives that are announced as such, by a label (`O1：`) or a heading ("Objectives").

    What stands in an objective's block belongs to it. What follows a line that is an objective belongs to it up to
    the next objective or heading. A key result that stands elsewhere belongs to the objective before it if no heading
    stands between them that the objective does not stand under: the key results of a report further down only
    refer to those above.

    Attributes:
        found: the objectives, in order.
        tables: tables that hold objectives, and the headings that they stand under.
        orphans: key results without an objective.
    """

    def __init__(self, root: Block, roles: Roles, *, titled: bool = False) -> None:
        self.found: list[FoundObjective] = []
        self.tables: list[tuple[Block, Path]] = []
        self.orphans: list[Orphan] = []
        self._apart: dict[int, FoundObjective] = {}
        """Objectives by their number that stand in a list without key results."""
        self._given: set[tuple[int, tuple[int, ...]]] = set()
        """The key results that objectives have, by their numbers."""
        self._roles = roles
        self._titled = titled
        self._registers: list[Register] = []
        """Tables of objectives to which others may refer by what tells their rows apart."""
        self._by_key: dict[str, FoundObjective] = {}
        self._told = 0
        """How many of the objectives are known by what they are referred to."""
        self._walk(root.children, _Place(()))

    def _walk(self, blocks: list[Block], place: _Place) -> None:
        labels_hold: bool | None = None  # told once, and only where a label alone does not tell
        at = 0
        while at < len(blocks):
            block = blocks[at]
            at += 1
            head = self._roles.heads[block]
            announces = head.role in ("objective", "objectives")
            if announces and not head.certain and labels_hold is None:
                labels_hold = any(map(self._plainly_announces, blocks))
            if place.owner and (
                _is_target(block, head, place.owner) if head.role == "objective" else _describes(block, head)
            ):
                place.owner.body.append(block)
            elif announces and (head.certain or labels_hold):
                at += self._open(block, head, _following(blocks, at) if block.kind == "line" else [], place)
                place.before = None
                last = self.found[-1] if self.found else None
                leads = block.kind == "line" or (at < len(blocks) and self._goes_on(block, blocks[at]))
                place.latest = last if leads and last is not place.inside else None
            elif block.kind == "table" and at < len(blocks) and self._states(block, blocks[at], place):
                place.latest = self.found[-1]
                place.before = None
            else:
                self._read(block, head, place)
                place.before = block if block.kind == "line" else place.before if block.kind == "item" else None

    def _goes_on(self, item: Block, following: Block) -> bool:
        """Whether an objective in a list is followed by the name of its key results: `1. 目标：…`, `关键结果：`."""
        heads = self._roles.heads
        return (
            item.kind == "item"
            and not item.children
            and heads[following].role == "key_results"
            and following.kind in ("item", "line")
            and self._roles.statement(following) is None
        )

    def _plainly_announces(self, block: Block) -> bool:
        """Tell an objective's label from words that look like one: `O2 is low` in a sentence is no label."""
        head = self._roles.heads[block]
        return head.role == "objective" and (head.certain or self._roles.holds(block, "key_result", "key_results"))

    def _read(self, block: Block, head: Head, place: _Place) -> None:
        """Read a block that is no objective itself."""
        if block.kind == "table":
            self._table(block, place)
            return
        if head.role == "key_results" and any(
            child.kind == "table" and self._distribute(child) for child in block.children
        ):
            return
        if head.role in ("key_result", "key_results") and head.certain and not self._is_chapter(block):
            self._result(block, head, place)
            return
        holds_objective = self._roles.holds(block, "objective", "objectives")
        if block.kind == "section":
            place.latest = None
            if place.inside and not holds_objective:
                place.inside.body.append(block)
            else:
                self._walk(block.children, place.below(block, place.inside))
        elif holds_objective and (block.kind != "code" or self._roles.holds(block, "objective")):
            self._walk(block.children, place.below(block, place.owner))
        elif place.owner:
            place.owner.body.append(block)
        elif self._roles.holds(block, "key_result", "key_results"):
            self._walk(block.children, place.below(block, None))

    def _states(self, table: Block, following: Block, place: _Place) -> bool:
        """Note the objective of a form (`Objective | …`, `Owner | …`) above a table of its key results."""
        if place.inside or following.kind != "table" or not is_result_table(following):
            return False
        from okrlint.reading.layout.table_references import stated_by  # most documents have no tables

        if holds_objectives(following) or (draft := stated_by(table)) is None:
            return False
        self.found.append(self._drafted(draft, place.path))
        return True

    def _drafted(self, draft: Draft, path: Path) -> FoundObjective:
        """Return an objective that a row of a table states."""
        block = Block("line", Line(draft.text))
        self._roles.heads[block] = Head("plain")
        objective = FoundObjective(block, draft.text, path, draft.label)
        objective.trust = "label"
        objective.fields = draft.fields
        return objective

    def _distribute(self, table: Block, *, within: bool = False) -> bool:
        """Give objectives the rows of a table that name them; tell whether it is such a table.

        They stand before it: under a heading, in a list or in a table of their own.
        """
        if not self.found and not self._registers:
            return False
        from okrlint.reading.layout.table_references import references

        known = self._known()
        rows = references(table, known, within=within) if known else None
        if rows is None:
            for register in self._registers[: -_MOST_REGISTERS - 1 : -1]:
                rows = references(table, register.rows, within=within)
                if rows is not None:
                    known = self._opened(register)
                    break
        if rows is None:
            return False
        for key, part in rows:
            if not any(map(self._is_result, known[key].body)):  # else it only tells more of what stands there
                self._roles.heads[part] = self._roles.heads[table]
                known[key].body.append(part)
        return True

    def _is_result(self, block: Block) -> bool:
        """Whether a block below an objective may be a key result or hold some."""
        role = self._roles.heads[block].role
        return (
            role in ("key_result", "key_results")
            or (block.kind == "item" and role == "plain")
            or self._roles.holds(block, "key_result", "key_results")
        )

    def _known(self) -> dict[str, FoundObjective]:
        """Return the objectives by statement and by number; of several with a number the last."""
        from okrlint.reading.layout.table_references import key_of

        for position in range(self._told, len(self.found)):
            objective = self.found[position]
            number = self._roles.heads[objective.block].number if objective.label else (position + 1,)
            self._by_key[key_of(objective.text.value)] = objective
            if len(number) == 1:
                self._by_key[str(number[0])] = objective
        self._told = len(self.found)
        return self._by_key

    def _opened(self, register: Register) -> dict[str, FoundObjective]:
        """Note the objectives of a table to which another one refers."""
        self._registers.remove(register)
        known = {}
        for key, draft in register.rows.items():
            known[key] = self._drafted(draft, register.path)
            self.found.append(known[key])
        return known

    def _is_chapter(self, block: Block) -> bool:
        """Whether a heading "Key Results" stands over whole OKRs, as the chapter of a guide does."""
        return (
            block.kind == "section"
            and self._roles.holds(block, "objective")
            and self._roles.holds(block, "key_results")
        )

    def _table(self, block: Block, place: _Place) -> None:
        if self._distribute(block, within=place.owner is not None):
            return
        from okrlint.reading.layout.table_references import register_of

        if register := register_of(block):
            self._registers.append(Register(register, place.path))
        if holds_objectives(block, within=place.owner is not None, titled=self._titled):
            self.tables.append((block, place.path))
        elif place.owner:
            place.owner.body.append(block)
        elif is_result_table(block):
            self._result(block, self._roles.heads[block], place)

    def _result(self, block: Block, head: Head, place: _Place) -> None:
        if head.role == "key_results" and any(
            self._numbered(child) or self._names_listed(child) for child in block.children
        ):
            self._walk(block.children, place.below(block, None))
            return
        named = self._numbered(block) if self._apart else None
        if named and head.role == "key_results":
            place.latest = named  # `Key Results for Objective 2:`, and the list behind it
        owner = named or place.owner or self._earlier(place.path)
        if owner:
            self._given.add((id(owner), head.number))
            owner.body.append(block)
        else:
            self.orphans.append(Orphan(block, place.before, place.parent, place.path))
        if not block.children:
            return
        if self._roles.holds_labelled_objective(block):
            self._walk(block.children, place.below(block, None))
        elif not owner:
            self._walk([child for child in block.children if child.kind != "section"], place.below(block, None))

    def _numbered(self, block: Block) -> FoundObjective | None:
        """Return the objective that a label names by its number (`O2.KR1`), where a list held them all.

        So does a line over its key results: `Key Results for Objective 2:`.

        A label that was there before only refers to a key result.
        """
        number = self._roles.heads[block].number
        of_all = self._roles.heads[block].role == "key_results" and len(number) == 1
        named = self._apart.get(number[0]) if of_all or len(number) > 1 else None
        return named if (id(named), number) not in self._given else None

    def _earlier(self, path: Path) -> FoundObjective | None:
        """Return the last objective, if all the headings of a place are above it too."""
        last = self.found[-1] if self.found else None
        if last is None or last.closed:
            return None
        above = (*last.path, last.block)
        between = [heading for heading in path if not any(heading is other for other in above)]
        if not between:
            return last
        leads = len(between) == 1 and (_is_mere_title(between[0]) or self._roles.heads[between[0]].name)
        return last if leads and not any(map(self._is_result, last.body)) else None

    def _open(self, block: Block, head: Head, following: list[Block], place: _Place) -> int:
        """Note an objective; return how many of the blocks that follow are its statement."""
        if listed := self._listed_before(block, head, place):
            listed.body.extend(block.children)
            return 0
        text = self._roles.statement(block) if head.role == "objective" else None
        if text is not None and head.label and self._only_remarks(block, text, following):
            self._roles.heads[block] = head = head._replace(
                at=len(block.value), theme=(head.at + 1, len(block.value) - 1)
            )
            text = None
        elif text is not None and head.label and self._only_names(block, text):
            self._roles.heads[block] = head = head._replace(at=len(block.value))
            text = None
        if text is not None:
            self._stated(block, head, text, place)
            return 0
        stated = self._roles.statement(block) if head.role == "objectives" and following else None
        if stated is not None and self._roles.heads[following[0]].role == "key_results":
            self._stated(block, head, stated, place)  # `Objectives: …` of which there is but one
            return 0
        if head.role == "objectives" and self._roles.holds(block, "objective", "objectives"):
            self._walk(block.children, place.below(block, None))
            return 0
        below = block.children or following
        statements = self._statements(below) or self._heading_below(below, head)
        many = bool(statements) and statements[0].kind == "item"
        if many and len(statements) == 1 and any(self._is_result(child) for child in block.children):
            many = any(map(self._is_result, statements[0].children))  # else those behind it are its own
        if many and (len(statements) > 1 or head.role == "objectives"):
            self._listed(block, statements, place)
            return 0 if block.children else len(statements)
        text = self._roles.statement(statements[0]) if statements else None
        if text is None or (is_plural(block.value) and not many):
            if block.kind == "section":
                self._walk(block.children, place.below(block, None))
            return 0
        first = statements[0]
        rest = [child for child in block.children if child is not first and first not in child.children]
        self._note(block, head, text, first.children + rest, place)
        return 0 if block.children else 1

    def _listed_before(self, block: Block, head: Head, place: _Place) -> FoundObjective | None:
        """Return the objective of a list that a heading below "Key Results" names by its number: `### O1 → MVP`."""
        below = any(self._roles.heads[heading].role == "key_results" for heading in place.path)
        return self._apart[head.number[0]] if below and self._names_listed(block) else None

    def _names_listed(self, block: Block) -> bool:
        """Whether a heading with something below it has the number of an objective of a list."""
        head = self._roles.heads[block]
        is_numbered = head.role == "objective" and len(head.number) == 1
        return is_numbered and block.kind == "section" and bool(block.children) and head.number[0] in self._apart

    def _only_remarks(self, block: Block, text: Text, following: list[Block]) -> bool:
        """Whether there is but a remark behind a label, and the statement stands below: `## O1（用户增长）`."""
        value = text.value
        if value[0] not in "(（" or value[-1] not in ")）" or any(char in "()（）" for char in value[1:-1]):
            return False
        below = self._statements(block.children or following)
        return bool(below) and below[0].kind == "line"

    def _only_names(self, block: Block, text: Text) -> bool:
        """Whether a heading names but a topic, and the bold sentence right below it is the statement."""
        first = block.children[0] if block.kind == "section" and block.children else None
        if first is None or first.kind != "line" or first.line is None or not first.line.is_strong:
            return False
        if self._roles.heads[first].role != "plain" or first.value[-1] not in ".。!！":
            return False
        from okrlint.reading.goal_words import is_topic, is_verb_first  # few headings have such a sentence below

        is_longer = _width(first.value) > _width(text.value)
        return is_topic(text.value) and not is_verb_first(text.value) and is_longer

    def _stated(self, block: Block, head: Head, text: Text, place: _Place) -> None:
        """Note an objective with its statement, or the statement of the numbered heading that it stands under.

        `### OKR 1: Platform` and below it `- Objective: …` are one objective.
        """
        outer = place.inside
        if outer and outer.label and outer.block.kind == "section" and not head.label and not outer.restated:
            outer.text = text
            outer.restated = True
            outer.body.extend(block.children)
        else:
            self._note(block, head, text, block.children, place)

    def _listed(self, heading: Block, items: list[Block], place: _Place) -> None:
        """Note the items below "Objectives". Key results in a list of their own could belong to any of them."""
        for number, item in enumerate(items, 1):
            text = self._roles.statement(item)
            if text is not None:
                self._note(item, self._roles.heads[item], text, item.children, place)
                self.found[-1].closed = is_plural(heading.value) or len(items) > 1
                self.found[-1].listed = "objective" in heading.value.lower()
                self._keep_apart(self.found[-1], number)

    def _keep_apart(self, objective: FoundObjective, number: int) -> None:
        if self._roles.holds(objective.block, "key_result", "key_results"):
            self._apart.pop(number, None)
        else:
            self._apart[number] = objective

    def _statements(self, blocks: list[Block]) -> list[Block]:
        """Return the line, or the items, in which the statements of an empty heading stand."""
        for at, block in enumerate(blocks):
            role = self._roles.heads[block].role
            if block.kind == "quote":
                return self._statements(block.children)[:1]
            if block.kind == "line" and role in ("plain", "aside"):
                return [block] if not block.value.endswith(("？", "?")) and "？" not in block.value else []
            if block.kind == "item" and role == "plain":
                items = takewhile(lambda each: self._roles.heads[each].role != "key_results", blocks[at:])
                return [item for item in items if item.kind == "item" and self._roles.heads[item].role == "plain"]
            if block.kind != "code":
                return []
        return []

    def _heading_below(self, blocks: list[Block], head: Head) -> list[Block]:
        """Return the heading that states what the one above only numbers: `# Objective 1`, `## Trust the data`."""
        first, rest = blocks[0] if blocks else None, blocks[1:]
        if first is None or not head.label or first.kind != "section" or self._roles.heads[first].name:
            return []
        alone = self._roles.heads[first].role == "aside" and all(
            self._roles.heads[block].role == "key_results" for block in rest
        )
        return [first] if alone else []

    def _note(self, block: Block, head: Head, text: Text, children: list[Block], place: _Place) -> None:
        objective = FoundObjective(block, text, place.path, head.label or None)
        objective.trust = "label" if objective.label or _is_bare_o(block.value) else "name"
        self.found.append(objective)
        if block.kind == "item" and len(head.number) == 1:
            self._keep_apart(objective, head.number[0])
        self._walk(children, place.below(block, objective))


def _width(value: str) -> int:
    """Return how much a text says: a Chinese character as much as two letters."""
    return len(value) + sum(map(is_cjk, value))


def _following(blocks: list[Block], at: int) -> list[Block]:
    """Return the block at an offset, with the items behind it where it is one: a line may announce them."""
    end = at + 1
    while end < len(blocks) and blocks[at].kind == blocks[end].kind == "item":
        end += 1
    return blocks[at:end]


def _is_target(block: Block, head: Head, owner: FoundObjective) -> bool:
    """Whether an objective `目标：7 天` is a target: among objectives with labels (`O1`), none goes without.

    A bare value is one anywhere.
    """
    if head.label or not owner.body:
        return False
    is_value = block.kind != "section" and _value().match(block.value, head.at) is not None
    if owner.trust != "label" and not is_value:
        return False
    return block.value.lstrip("*_` ").lower().startswith(("目标", "目標", "goal"))


@cache
def _value() -> Pattern[str]:
    """Match a number with its unit, or the place that is kept for one: 60, >90%, 7 天, [目标值]."""
    return compile_pattern(
        r"\s{0,3}(?:[<>≤≥~$¥€]{0,2}\s?\d[\d.,]{0,12}\s?[^\s\d，。,;；]{0,4}|\[[^\[\]]{1,12}\])(?:\s{2}|\s?$)"
    )


def _describes(block: Block, head: Head) -> bool:
    """Whether a heading within an objective stands over more about it: `目标描述`, `Objective description`."""
    return head.role == "objectives" and block.value.rstrip(" *_:：").endswith(("描述", "说明", "說明", "escription"))


def _is_mere_title(heading: Block) -> bool:
    """Whether a heading says but "OKRs (Q2 2026)": behind an objective it stands over its key results."""
    return heading.value.replace("（", "(").partition("(")[0].strip(" *_:：").upper() in ("OKR", "OKRS")


def _is_bare_o(value: str) -> bool:
    return value.lstrip("*` ")[:2] in ("O:", "O：", "O｜", "O|", "O ")
