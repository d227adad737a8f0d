"""The goals of a plan that is written with headings, lists, lines and tables.

Order of trust: what is labelled as a goal (`P1: …`, `目标一：…`), then what stands below a heading that names goals,
and only in a plan without either whatever is listed: what a heading calls risks, a budget or a vision never is.
"""

from collections.abc import Iterator, Sequence

from okrlint.model import Span, Text
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.goal_drafts import settled
from okrlint.reading.goal_words import (
    LONGEST_GOAL,
    GoalLabel,
    are_labels,
    goal_label,
    is_target,
    is_topic,
    is_verb_first,
    names_period,
    plan_name,
    says_something,
    section_of,
    states_amount,
)
from okrlint.reading.layout.attachments import attach
from okrlint.reading.layout.fieldlines import attach_theme, settle_shares
from okrlint.reading.layout.goal_fields import field_of, fields_below, fields_in_prose, period_field_of
from okrlint.reading.layout.goal_parts import Part, parts_of
from okrlint.reading.layout.goal_tables import goal_rows, record_of
from okrlint.reading.layout.objectives import Path
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.surroundings import add_surroundings, common_path, document_fields
from okrlint.reading.layout.trailing import take_trailing
from okrlint.reading.outline import Block, Line, Outline
from okrlint.reading.plain_lines import numbering

_COLONS = (":", "：")
_EVIDENCE = ("target", "baseline", "owner", "deadline", "metric", "weight", "measure")
"""Fields that goals have, and other things that are listed mostly have not."""

_LONGEST_LINE = 160
"""No line of a paragraph that is a goal has more characters."""


def plan_from_outline(outline: Outline, found: DocumentDraft) -> DocumentDraft:
    """Return the goals of a plan with all that belongs to them.

    Args:
        outline: of the plan, as `draft_from_outline` leaves it.
        found: what that finds. It is returned where some of it has key results, for then the plan is written as OKRs;
            and where the plan has no goals.
    """
    if any(objective.children for objective in found.objectives):
        return found
    roles = Roles(outline.root)
    goals = sorted(_Finder(roles).goals(parts_of(outline.root, roles)), key=_start)
    if not goals:
        return found
    kept = settled([goal.draft for goal in goals])
    paths = {id(goal.draft): goal.path for goal in goals}
    draft = DocumentDraft()
    draft.title = _title(outline.root, kept)
    shared = common_path([paths[id(each)] for each in kept])
    draft.fields = document_fields(outline.root, shared, kept[0].text.span.start, roles)
    add_surroundings([(each, paths[id(each)]) for each in kept], shared, roles)
    settle_shares(kept)
    draft.objectives = kept
    draft.problems = found.problems
    return draft


def listed_goals(root: Block) -> list[Draft]:
    """Return the goals of an outline that holds nothing else."""
    roles = Roles(root)
    part = parts_of(root, roles)
    part.kind = "goals"
    return [goal.draft for goal in _Finder(roles).of_list(part)]


def _start(goal: "_Goal") -> int:
    return goal.draft.text.span.start


def _title(root: Block, goals: list[Draft]) -> Text | None:
    top = next((block for block in root.children if block.kind == "section"), None)
    if top is None or top.level != 1 or top.text is None:
        return None
    return None if any(top.text.span.start <= goal.text.span.start < top.text.span.end for goal in goals) else top.text


class _Goal:
    """A goal, and the headings that it stands under.

    Attributes:
        draft: the goal.
        path: the headings, outermost first.
        labelled: whether a label says that it is one.
    """

    __slots__ = ("draft", "labelled", "path")

    def __init__(self, draft: Draft, path: Path, *, labelled: bool = False) -> None:
        self.draft = draft
        self.path = path
        self.labelled = labelled

    def is_evident(self) -> bool:
        """Tell whether it has what goals have: an amount, an owner, a day."""
        return states_amount(self.draft.text.value) or any(name in _EVIDENCE for name, _ in self.draft.fields)


class _Finder:
    """Finds the goals among the parts of a plan."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._headings = {section.value for section in roles.sections}

    def goals(self, root: Part) -> list[_Goal]:
        """Return the goals, in no order."""
        labelled = list(self._labelled(root))
        if len(labelled) > 1:
            return labelled + self._listed_again(root, labelled)
        scopes = list(_scopes(root))
        found = [goal for scope in scopes for goal in self._below(scope, named=True)]
        if not found:
            found = _evident(self._below(root, named=False), strictly=bool(scopes))
        return found or labelled

    def of_list(self, part: Part) -> list[_Goal]:
        """Return the goals of a part that holds nothing else, be it without any list."""
        labelled = list(self._labelled(part))
        if len(labelled) > 1:
            return labelled
        found = self._below(part, named=True)
        if found:
            return found
        lines = [block for block in part.own if block.kind == "line" and block.value and says_something(block.value)]
        return [goal for line in lines if (goal := self._of_block(line, [], part.path))]

    # Labels

    def _labelled(self, part: Part) -> Iterator[_Goal]:
        """Yield what is labelled as a goal, at any depth; nothing in a goal, and nothing below "Risks"."""
        if part.kind == "none":
            return
        heads = [inner for inner in part.inner if inner.label]
        trusted = _trusted([inner.label for inner in heads if inner.label])
        for inner in part.inner:
            if inner.label in trusted and inner.head is not None:
                if goal := self._of_part(inner, inner.label):
                    yield goal
            else:
                yield from self._labelled(inner)
        yield from self._labelled_items(part.own, part.path)

    def _labelled_items(self, blocks: list[Block], path: Path) -> Iterator[_Goal]:
        items = [block for block in blocks if block.kind == "item" and not self._refers(block)]
        labels = {id(item): found for item in items if (found := self._label_of(item))}
        trusted = _trusted(list(labels.values()))
        for item in items:
            found = labels.get(id(item))
            if found in trusted:
                if goal := self._of_block(item, item.children, path, found):
                    yield goal
            elif item.children and section_of(item.value) != "none":
                yield from self._labelled_items(item.children, path)

    def _label_of(self, item: Block) -> GoalLabel | None:
        found = goal_label(item.value)
        if found is None or len(item.value) > LONGEST_GOAL:
            return None
        rest = item.value[found.end :]
        return found if found.label or (rest and not is_target(rest)) else None

    def _listed_again(self, root: Part, labelled: list[_Goal]) -> list[_Goal]:
        """Return the rows of tables that tell more of labelled goals."""
        labels = {goal.draft.label for goal in labelled}
        rows = [goal for part in _walk(root) for goal in self._rows(part, named=True)]
        return rows if any(goal.draft.label in labels for goal in rows if goal.draft.label) else []

    # Headings

    def _below(self, part: Part, *, named: bool) -> list[_Goal]:
        """Return the goals of a part: its own, and those in the parts below it."""
        if part.kind == "none":
            return []
        inner = [each for each in part.inner if each.kind != "none" and each.head is not None]
        own = self._own(part, named=named)
        stating = self._stating(inner, named=named, alone=not own)
        for each in inner:
            if id(each) in stating:
                if goal := self._of_part(each, each.label):
                    own.append(goal)
            elif not (own and named and _is_announcement(each) and not each.kind):
                own.extend(self._below(each, named=named or each.kind == "goals"))
        if not own and named:
            own = [goal for line in self._lines(part) if (goal := self._of_block(line, [], part.path))]
        return own

    def _stating(self, parts: list[Part], *, named: bool, alone: bool) -> set[int]:
        """Return the parts side by side whose headings are goals themselves, by their identity.

        They state amounts, or a target stands below them; where most of the others have lists with amounts, the
        headings are themes, and what is listed are the goals.
        """
        parts = [part for part in parts if part.label or self._may_head(part)]
        certain = [part for part in parts if part.label or self._has_target(part)]
        stated = [part for part in parts if part in certain or states_amount(_words_of(part))]
        listing = [part for part in parts if part not in stated and self._lists_amounts(part)]
        if len(parts) == 1 and parts[0].inner and not certain:
            return set()  # a title
        if not stated and not listing:
            found = [part for part in parts if named and alone and self._stands_for_itself(part)]
        elif len(stated) >= len(listing):
            rest = [part for part in parts if part not in stated and part not in listing]
            found = stated + [part for part in rest if self._has_fields(part) or (named and not _items(part))]
        else:
            found = certain
        return {id(part) for part in found}

    def _may_head(self, part: Part) -> bool:
        value = _words_of(part)
        if part.kind or names_period(value) or not says_something(value) or len(value) > LONGEST_GOAL:
            return False
        if any(block.kind == "table" and record_of(block) for block in part.own):
            return False  # the table states the goal
        return not value.endswith((*_COLONS, "?", "？")) and not (part.head and self._refers(part.head))

    def _has_target(self, part: Part) -> bool:
        return self._has_fields(part, ("target", "baseline"))

    def _has_fields(self, part: Part, names: Sequence[str] = _EVIDENCE) -> bool:
        """Tell whether fields of a goal stand right below a heading."""
        for block in part.own:
            name = self._field(block)
            if name in names:
                return True
            if block.kind == "table" and any(row[0] and plan_name(row[0][0].text.value) in names for row in block.rows):
                return True
        return False

    def _field(self, block: Block) -> str | None:
        """Return the name of the field that a line or an item is; 目标：10万 is a target."""
        head = self._roles.heads.get(block)
        if head is None or block.kind not in ("line", "item"):
            return None
        if head.role == "objective" and not head.label:
            return "target" if is_target(block.value[head.at :]) else None
        if head.role == "field":
            return head.name
        named = field_of(block)
        return named[0] if named else None

    def _lists_amounts(self, part: Part) -> bool:
        listed = [block for block in part.own if block.kind == "item" and self._field(block) is None]
        tables = (block for block in part.own if block.kind == "table")
        inner = any(self._lists_amounts(each) for each in part.inner if each.kind != "none")
        return (
            any(states_amount(item.value) for item in listed) or inner or any(goal_rows(t, named=False) for t in tables)
        )

    def _stands_for_itself(self, part: Part) -> bool:
        return not _items(part) or not is_topic(_words_of(part))

    # Lists, lines and tables

    def _own(self, part: Part, *, named: bool) -> list[_Goal]:
        rows = self._rows(part, named=named)
        if rows:
            return rows
        items = [block for block in part.own if block.kind == "item"]
        below = _fields_behind(part.own, self._field)
        return self._listed(items, part.path, below)

    def _rows(self, part: Part, *, named: bool) -> list[_Goal]:
        tables = [block for block in part.own if block.kind == "table"] if part.kind != "none" else []
        return [_Goal(draft, part.path) for table in tables for draft in goal_rows(table, named=named)]

    def _listed(self, items: list[Block], path: Path, below: dict[int, list[Block]]) -> list[_Goal]:
        """Return the goals of a list; of one of themes those that are listed below each."""
        kept = [item for item in items if self._may_state(item)]
        if kept and sum(item.value in self._headings for item in kept) * 2 >= len(kept):
            return []  # a table of contents
        parents = [item for item in kept if item.children]
        themes = bool(parents) and all(map(self._is_theme, parents))
        found: list[_Goal] = []
        for item in kept:
            is_heading = item.value.endswith(_COLONS) and bool(item.children) and self._field(item) is None
            if (themes and item.children) or is_heading:
                inner = [child for child in item.children if child.kind == "item"]
                found.extend(self._listed(inner, path, {}))
            elif goal := self._of_block(item, [*item.children, *below.get(id(item), ())], path):
                found.append(goal)
        return found

    def _may_state(self, item: Block) -> bool:
        head = self._roles.heads[item]
        value = item.value
        if item.line is None or not value or len(value) > LONGEST_GOAL or self._refers(item):
            return False
        if not says_something(value) or section_of(value.partition(":")[0].partition("：")[0]) == "none":
            return False
        if head.role == "field":  # `Team: hire 10 engineers` has an amount, and `Owner: Ana` has none
            said = value[head.at :]
            return head.name not in ("deadline", "cycle", "weight", "start_date", "baseline") and states_amount(said)
        return head.role not in ("reference", "key_result", "key_results")

    def _refers(self, block: Block) -> bool:
        return block.line is not None and block.line.refers

    def _is_theme(self, item: Block) -> bool:
        """Tell whether an item is the heading of goals: a word or two, and below it mostly amounts."""
        value = item.value.rstrip(" :：")
        if not is_topic(value) or is_verb_first(value) or goal_label(value):
            return False
        inner = [
            child
            for child in item.children
            if child.kind == "item" and self._field(child) is None and period_field_of(child) is None
        ]
        return bool(inner) and 2 * sum(states_amount(child.value) for child in inner) > len(inner)

    def _lines(self, part: Part) -> list[Block]:
        """Return the lines of paragraphs that are goals: short ones, most of which state an amount."""
        lines = [block for block in part.own if block.kind == "line" and self._field(block) is None and block.value]
        lines = [block for block in lines if not block.value.endswith(_COLONS) and not self._refers(block)]
        if any(len(line.value) > _LONGEST_LINE or line.value[0].islower() for line in lines):
            return []
        stated = [line for line in lines if states_amount(line.value) and says_something(line.value)]
        return stated if 2 * len(stated) > len(lines) else []

    # Drafts

    def _of_part(self, part: Part, found: GoalLabel | None) -> _Goal | None:
        head = part.head
        if head is None:
            return None
        path = part.path[:-1] if head.kind == "section" else part.path
        return self._of_block(head, part.blocks, path, found)

    def _of_block(self, block: Block, body: list[Block], path: Path, found: GoalLabel | None = None) -> _Goal | None:
        text = block.text
        if text is None:
            return None
        start = text.span.start
        at = found.end if found else self._statement_at(block)
        line = block.line
        if at >= len(text.value):
            stated = next((each for each in body if self._may_be_statement(each)), None)
            if stated is None or stated.text is None:
                return None
            text, at, line = stated.text, numbering(stated.value), stated.line
            body = [*stated.children, *(each for each in body if each is not stated)]
        statement = text.part(at, len(text.value))
        if not statement.value or not any(map(str.isalnum, statement.value)):
            return None
        end = max([statement.span.end, block.span.end, *(each.end() for each in body)])
        draft = Draft(statement, Span(start, end), (found.label or None) if found else None, done=block.done)
        if found and found.remark:
            remark = text.part(*found.remark) if text is block.text else None
            attach_theme(draft, remark)
            if remark and not draft.fields:
                draft.fields.append(("note", remark))
        line = line if line and line.text.value.endswith(draft.text.value) else None
        if strong := _strong_sentence(draft.text, line):
            draft.fields.extend(fields_in_prose(draft.text.part(strong, len(draft.text.value))))
            draft.text, line = draft.text.part(0, strong), None
        take_trailing(draft, line)
        attach(draft, body, self._roles)
        draft.fields.extend(fields_below(body, self._roles))
        return _Goal(draft, path, labelled=found is not None)

    def _statement_at(self, block: Block) -> int:
        head = self._roles.heads[block]
        if head.role == "objective" and not head.label:
            return head.at
        if head.role == "field" and head.name == "target":
            return head.at
        return numbering(block.value)

    def _may_be_statement(self, block: Block) -> bool:
        return block.kind in ("line", "item") and self._field(block) is None and says_something(block.value or "")


def _scopes(part: Part) -> Iterator[Part]:
    """Yield the outermost parts that are called goals; of a document with such a title those below it."""
    for inner in part.inner:
        is_title = inner.head is not None and inner.head.level == 1
        if inner.kind == "goals" and not (is_title and inner.holds("goals")):
            yield inner
        else:
            yield from _scopes(inner)


def _walk(part: Part) -> Iterator[Part]:
    yield part
    for inner in part.inner:
        yield from _walk(inner)


def _trusted(found: list[GoalLabel]) -> set[GoalLabel]:
    """Return those labels side by side that are labels, and no priorities."""
    families: dict[str, list[GoalLabel]] = {}
    for each in found:
        families.setdefault(each.family if each.label else "", []).append(each)
    return {each for family, group in families.items() if not family or are_labels(group) for each in group}


def _evident(goals: list[_Goal], *, strictly: bool) -> list[_Goal]:
    """Return those goals of a plan that names none which stand on a level where some have what goals have.

    Args:
        goals: whatever is listed.
        strictly: whether without any such everything that is listed is something else.
    """
    levels = {len(goal.path) for goal in goals if goal.is_evident()}
    if not levels:
        return [] if strictly else goals
    return [goal for goal in goals if len(goal.path) in levels]


def _is_announcement(part: Part) -> bool:
    return part.head is not None and part.head.kind == "line" and part.head.value.endswith(_COLONS)


def _words_of(part: Part) -> str:
    return part.head.value if part.head else ""


def _items(part: Part) -> list[Block]:
    return [block for block in part.own if block.kind == "item"]


def _strong_sentence(text: Text, line: Line | None) -> int:
    """Return how long the bold sentence is that a statement begins with, before the prose behind it; 0 without one."""
    strong = line.strong - (len(line.text.value) - len(text.value)) if line else 0
    said = text.value[: max(0, strong)].rstrip()
    is_sentence = said.endswith((".", "。", "!", "！")) and not is_topic(said) and len(said) < len(text.value)
    return len(said) if is_sentence else 0


def _fields_behind(blocks: list[Block], field: object) -> dict[int, list[Block]]:
    """Return the lines with fields behind items, by the item, where several items have some."""
    found: dict[int, list[Block]] = {}
    item: Block | None = None
    for block in blocks:
        if block.kind == "item":
            item = block
        elif item is not None and block.kind == "line" and field(block):  # type: ignore[operator]
            found.setdefault(id(item), []).append(block)
        else:
            item = None
    return found if len(found) > 1 else {}
