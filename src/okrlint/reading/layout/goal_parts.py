"""A plan as parts: what stands below each heading, and below each line that is one but for its mark-up."""

from okrlint.reading.goal_words import (
    LONGEST_GOAL,
    GoalLabel,
    Section,
    announces_goals,
    goal_label,
    is_target,
    section_of,
)
from okrlint.reading.layout.objectives import Path
from okrlint.reading.layout.roles import Roles
from okrlint.reading.outline import Block

_COLONS = (":", "：")
_LONGEST_LINE = 120
"""No line that is a heading but for its mark-up has more characters."""


class Part:
    """A heading, or a line or an item that stands for one, with what it stands over.

    Attributes:
        head: the heading; None for the document.
        path: the headings above it, and itself if it is one.
        kind: what it stands over, by its words.
        label: the goal's label that it begins with, if there is one.
        blocks: all that stands in it, in order.
        own: what of that stands below no other part of it.
        inner: the parts in it.
    """

    __slots__ = ("blocks", "head", "inner", "kind", "label", "own", "path")

    def __init__(self, head: Block | None, path: Path, kind: Section = "", label: GoalLabel | None = None) -> None:
        self.head = head
        self.path = path
        self.kind = kind
        self.label = label
        self.blocks: list[Block] = []
        self.own: list[Block] = []
        self.inner: list[Part] = []

    def holds(self, kind: Section) -> bool:
        """Tell whether a part of a kind stands in it, at any depth."""
        return any(part.kind == kind or part.holds(kind) for part in self.inner)


def parts_of(root: Block, roles: Roles) -> Part:
    """Return a document as parts."""
    return _Reader(roles).part(None, root.children, ())


class _Reader:
    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def part(self, head: Block | None, blocks: list[Block], path: Path) -> Part:
        within = (*path, head) if head is not None and head.kind == "section" else path
        part = self._opened(head, within)
        part.blocks = [*blocks]
        line: Part | None = None  # which the last line, or item, that stands for a heading has opened
        announced: Part | None = None  # and one in that
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            if block.kind == "section":
                part.inner.append(self.part(block, block.children, within))
                line = announced = None
                continue
            rank = self._rank(block, following)
            if line is not None and rank != 1:
                line.blocks.append(block)
            if announced is not None and not rank:
                announced.blocks.append(block)
            if rank == 1:
                line, announced = self.part(block, block.children, within), None
                part.inner.append(line)
            elif rank:
                announced = self._opened(block, within)
                (line or part).inner.append(announced)
            else:
                (announced or line or part).own.append(block)
        return part

    def _opened(self, head: Block | None, path: Path) -> Part:
        if head is None:
            return Part(None, path)
        found = self._label(head)
        kind: Section = "" if found else section_of(head.value)
        if not kind and not found and head.value.endswith(_COLONS) and announces_goals(head.value):
            kind = "goals"
        return Part(head, path, kind, found)

    def _label(self, head: Block) -> GoalLabel | None:
        """Return the label of a goal; `目标：10万` below a heading is what is to be reached there."""
        found = goal_label(head.value)
        if found is None or head.line is None or head.line.refers or len(head.value) > LONGEST_GOAL:
            return None
        rest = head.value[found.end :]
        return None if not found.label and (not rest or is_target(rest)) else found

    def _rank(self, block: Block, following: Block | None) -> int:
        """Return how much of a heading a block is: 1 as those that stand side by side, 2 below these; 0 for none."""
        value = block.value
        if block.line is None or not value or len(value) > LONGEST_GOAL or block.line.refers:
            return 0
        if block.kind == "item":
            heads = bool(block.children) or (following is not None and following.kind == "line")
            return 1 if heads and section_of(value) else 0
        if block.kind != "line":
            return 0
        if self._label(block):
            return 1
        if value.endswith(_COLONS):
            return (1 if block.line.is_strong else 2) if section_of(value) or not self._is_field(block) else 0
        if len(value) > _LONGEST_LINE:
            return 0
        names = section_of(value)
        if names and ":" not in value and "：" not in value and value[-1] not in ".。;；!！?？":
            return 1
        return 1 if block.line.is_strong and not self._is_field(block) else 0

    def _is_field(self, block: Block) -> bool:
        return self._roles.heads[block].role == "field"
