"""Objectives without any label, in documents that call themselves the OKRs of some period.

Structure alone is weak evidence: every document has headings with lists below them. It counts only where a heading
says OKR and a heading names a period ("OKRs 2019 Q1"), or where a table grades its rows (`1.0 | 0.7 | 0.3`).
"""

from itertools import pairwise

from okrlint.language.cycles import cycle_of
from okrlint.language.dates import dates
from okrlint.reading.layout.objectives import FoundObjective, Path
from okrlint.reading.layout.orphans import is_title
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.tables import is_rubric
from okrlint.reading.outline import Block

_FIRST_AND_LAST = 2
_LONGEST_TITLE = 60
_LONGEST = 160
"""No objective is longer; a longer line is prose."""


def structural(root: Block, roles: Roles) -> list[FoundObjective]:
    """Return the objectives that headings, lines or outer items are, with their lists as key results."""
    reader = _StructureReader(root, roles)
    for block in root.children:
        if block.kind == "section":
            reader.read(block, (), in_set=_is_set(block))
    return reader.found


def _is_set(section: Block) -> bool:
    """Whether a heading is a title such as "OKRs", and it or one below it is a period."""
    value = section.value
    if not is_title(value) or len(value) > _LONGEST_TITLE or any(mark in value for mark in ":：?？"):
        return False
    if cycle_of(value) is not None:
        return True
    return any(block.kind == "section" and _names_period(block) for block in section.walk())


def _names_period(block: Block) -> bool:
    """Whether a heading is the name of a period, or two days, with few other words."""
    value = block.value
    if len(value) > _LONGEST_TITLE:
        return False
    period = cycle_of(value)
    days = dates(value) if period is None else ()
    if period is None and len(days) < _FIRST_AND_LAST:
        return False
    length = period.end - period.start if period else days[-1].end - days[0].start
    return 3 * length >= len(value)


def _is_container(section: Block) -> bool:
    """Whether a heading names a period, a team or the whole, rather than an objective."""
    value = section.value
    if is_title(value) or value[-1:] in (":", "：") or _names_period(section):
        return True
    return any(block.kind == "section" and _is_container(block) for block in section.children)


def _has_items(block: Block) -> bool:
    return any(child.kind == "item" for child in block.children)


class _StructureReader:
    """Reads sections whose objectives no label announces."""

    def __init__(self, root: Block, roles: Roles) -> None:
        self.found: list[FoundObjective] = []
        self._roles = roles
        sections = [block for block in root.walk() if block.kind == "section"]
        self._headings = {section.value for section in sections}
        self._lines_lead = any(self._leads_list(section.children) for section in sections if _is_container(section))

    def read(self, section: Block, path: Path, *, in_set: bool) -> None:
        """Read a section; `in_set` tells whether it belongs to the OKRs of a period."""
        inner = [block for block in section.children if block.kind == "section"]
        within = (*path, section)
        if any(block.kind == "table" and block.rows and is_rubric(block) for block in section.children):
            self._note(section, path, section.children)
            return
        if in_set and _is_container(section):
            self._read_list(section.children, within)
        elif in_set and inner:  # an objective of the company above those of its teams
            self._note(section, path, [])
        elif in_set and self._is_cascade(section.children):
            self._note(section, path, [])
            self._read_list(section.children, within)
        elif in_set and any(self._is_entry(block, "item") for block in section.children):
            self._note(section, path, section.children)
        for block in inner:
            self.read(block, within, in_set=in_set or _is_set(block))

    def _is_cascade(self, blocks: list[Block]) -> bool:
        """Whether a list is nested so deep that its outer items are objectives, not key results with remarks."""
        items = [block for block in blocks if self._is_entry(block, "item")]
        deep = [item for item in items if any(_has_items(child) for child in item.children)]
        return 2 * len(deep) > len(items)

    def _is_entry(self, block: Block, kind: str) -> bool:
        return block.kind == kind and self._roles.role(block) == "plain" and len(block.value) <= _LONGEST

    def _read_list(self, blocks: list[Block], path: Path) -> None:
        """Read lines with a list below each, or a list of lists."""
        lines = [block for block in blocks if self._is_entry(block, "line")]
        items = [block for block in blocks if self._is_entry(block, "item")]
        if self._is_contents(items):
            return
        if lines and self._lines_lead:
            entries = {id(line) for line in lines}
            for at, block in enumerate(blocks):
                if id(block) in entries:
                    self._note(block, path, self._items_after(blocks, at + 1))
            return
        for block in items:
            self._note(block, path, block.children)

    def _leads_list(self, blocks: list[Block]) -> bool:
        """Whether two lines or more have a list right below them."""
        led = 0
        for before, after in pairwise(blocks):
            led += self._is_entry(before, "line") and after.kind == "item"
        return led > 1

    def _items_after(self, blocks: list[Block], at: int) -> list[Block]:
        items = []
        while at < len(blocks) and blocks[at].kind == "item":
            items.append(blocks[at])
            at += 1
        return items

    def _is_contents(self, items: list[Block]) -> bool:
        """Whether a list repeats the headings of the document, as a table of contents does."""
        return bool(items) and sum(item.value in self._headings for item in items) * 2 >= len(items)

    def _note(self, block: Block, path: Path, body: list[Block]) -> None:
        text = self._roles.statement(block)
        if text is not None:
            objective = FoundObjective(block, text, path)
            objective.body = body
            self.found.append(objective)
