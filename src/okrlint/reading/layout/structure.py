"""Objectives without any label, in documents that call themselves the OKRs of some period.

Structure alone is weak evidence: every document has headings with lists below them. It counts only where a heading
says OKR and a heading names a period ("OKRs 2019 Q1"), where headings are the OKRs of somebody each ("1. Agent
OKRs"), where "OKRs" heads a nested list with amounts, or where a table grades its rows (`1.0 | 0.7 | 0.3`).
"""

from functools import cache
from itertools import pairwise
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.language.cycles import cycle_of
from okrlint.language.folding import is_han
from okrlint.reading.layout.afterwards import stands_beside
from okrlint.reading.layout.objectives import LONGEST_OBJECTIVE, FoundObjective, Path
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.tables import is_rubric
from okrlint.reading.layout.titles import LONGEST_TITLE, is_lesson, is_period, is_title, names_period, without_remark
from okrlint.reading.outline import Block
from okrlint.reading.plain_lines import numbering


def structural(root: Block, roles: Roles, *, named: bool) -> list[FoundObjective]:
    """Return the objectives that headings, lines or outer items are, with their lists as key results.

    Args:
        root: the whole document.
        roles: what the blocks announce.
        named: whether the file's name or the front matter says that these are OKRs: then a heading need not.
    """
    reader = _StructureReader(root, roles, named=named)
    title = next((block for block in root.children if block.kind == "section"), None)
    if title is not None and is_title(title.value) and is_lesson(title.value):
        return []
    for block in root.children:
        if block.kind == "section":
            reader.read(block, (), in_set=reader.is_set(block))
    return reader.found


@cache
def _plain_title() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?:our|my|the|team|company|goals?|&|and|of|current)[ /]+){0,4}OKRs?", ASCII | IGNORECASE
    )


def _is_container(section: Block) -> bool:
    """Whether a heading names a period, a team or the whole, rather than an objective."""
    value = section.value
    if is_title(value) or value[-1:] in (":", "：") or names_period(section):
        return True
    return any(block.kind == "section" and _is_container(block) for block in section.children)


def _owned_sets(sections: list[Block]) -> set[int]:
    """Return the numbered headings that say whose OKRs stand below each: `1. Lead OKRs`, `2. Agent OKRs`.

    Their lists are key results, and the headings stand for the objectives that nobody wrote down.
    """
    owned = [section for section in sections if _is_owned(section.value) and _is_flat(section)]
    return {id(section) for section in owned} if len(owned) > 1 else set()


def _is_owned(value: str) -> bool:
    at = numbering(value)
    found = _owned_title().fullmatch(value, at) if at > 0 else None
    return found is not None and all(map(is_han, found["whose"] or ""))


@cache
def _owned_title() -> Pattern[str]:
    return compile_pattern(
        r"(?!(?:how|what|why|when|where|who|submit|setting|writing|our|the)\b)(?:[\w&/'’-]{1,20} ){1,5}OKRs?"
        r"|(?P<whose>[^\x00-\x7f]{2,12}) ?OKRs?",
        ASCII | IGNORECASE,
    )


def _is_flat(section: Block) -> bool:
    """Whether a list stands below a heading, and some of its items have no list of their own."""
    return any(child.kind == "item" and not _has_items(child) for child in section.children)


def _has_items(block: Block) -> bool:
    return any(child.kind == "item" for child in block.children)


def _is_line_of_period(block: Block) -> bool:
    """Whether a line names but a period, for all that stands below it: `**2019 Q1**`."""
    return block.kind == "line" and len(block.value) <= LONGEST_TITLE and is_period(block.value)


_FEWEST_PARTS = 2
"""Headings with lists below that of a period which are its objectives."""


_TARGET = "🎯"
"""What some have in the place of the word "Objective"."""


def _stands_out(block: Block) -> bool:
    return block.value.startswith(_TARGET) or (block.line is not None and block.line.is_strong)


class _StructureReader:
    """Reads sections whose objectives no label announces."""

    def __init__(self, root: Block, roles: Roles, *, named: bool) -> None:
        self.found: list[FoundObjective] = []
        self._roles = roles
        self._named = named
        sections = [block for block in root.walk() if block.kind == "section"]
        self._headings = {section.value for section in sections}
        self._lines_lead = any(self._leads_list(section.children) for section in sections if _is_container(section))
        self._owned = _owned_sets(sections)

    def is_set(self, section: Block) -> bool:
        """Whether a heading stands over the OKRs of a period, or of somebody.

        It is a title such as "OKRs", and it or one below it is a period; in a file that is named so, it is a period.
        """
        value = section.value
        if len(without_remark(value)) > LONGEST_TITLE or any(mark in value for mark in ":：?？"):
            return False
        if not is_title(value):
            return self._named and is_period(value)
        if is_lesson(value):
            return False
        if cycle_of(value) is not None or self._heads_measured_list(section) or id(section) in self._owned:
            return True
        if any(map(_is_line_of_period, section.children)):
            return True
        return any(block.kind == "section" and names_period(block) for block in section.walk())

    def _heads_measured_list(self, section: Block) -> bool:
        """Whether a title stands over a list whose items have lists of their own, in which amounts stand.

        Below a bare "OKRs" one amount will do.
        """
        items = [block for block in section.children if block.kind == "item"]
        if not items or not all(_has_items(item) and self._is_entry(item, "item") for item in items):
            return False
        inner = [child for item in items for child in item.children]
        measured = sum(bool(quantities.amounts(child.value)) for child in inner)
        return 2 * measured > len(inner) or (measured > 0 and _plain_title().fullmatch(section.value) is not None)

    def read(self, section: Block, path: Path, *, in_set: bool) -> None:
        """Read a section; `in_set` tells whether it belongs to the OKRs of a period."""
        if in_set and stands_beside(section.value):
            return
        inner = [block for block in section.children if block.kind == "section"]
        within = (*path, section)
        if any(block.kind == "table" and block.rows and is_rubric(block) for block in section.children):
            self._note(section, path, section.children)
            return
        parts = sum(any(self._is_entry(block, "item") for block in child.children) for child in inner)
        if id(section) in self._owned:
            self._note(section, path, section.children)
        elif in_set and _is_container(section) and parts >= _FEWEST_PARTS:
            pass  # lists above these only introduce them
        elif in_set and self._is_list_of_lines(section.children):
            self._lines_lead = True
            self._read_list(section.children, within)
        elif in_set and _is_container(section):
            self._read_list(section.children, within)
        elif in_set and inner:  # an objective of the company above those of its teams
            self._note(section, path, [])
        elif in_set and self._is_of_role(section):
            self._read_list(section.children, within)
        elif in_set and self._is_cascade(section.children):
            self._note(section, path, [])
            self._read_list(section.children, within)
        elif in_set and any(self._is_entry(block, "item") and not is_period(block.value) for block in section.children):
            self._note(section, path, section.children)
        elif self.found and self._lines_lead and self._is_list_of_lines(section.children):
            self._read_list(section.children, within)  # "Later", behind the quarters that are written like it
        for block in inner:
            self.read(block, within, in_set=in_set or self.is_set(block))

    def _is_of_role(self, section: Block) -> bool:
        """Whether a heading says whose objectives stand below it, which all begin with that: `CEO`, `CEO: Grow …`."""
        items = [block for block in section.children if self._is_entry(block, "item")]
        return bool(items) and all(_has_items(item) and item.value.startswith(section.value + ":") for item in items)

    def _is_cascade(self, blocks: list[Block]) -> bool:
        """Whether a list is nested so deep that its outer items are objectives, not key results with remarks."""
        items = [block for block in blocks if self._is_entry(block, "item")]
        deep = [item for item in items if any(_has_items(child) for child in item.children)]
        return 2 * len(deep) > len(items)

    def _is_list_of_lines(self, blocks: list[Block]) -> bool:
        """Whether there are but lines with a list below each (bold or marked, where there is only one), and fields.

        A list below a name that fields have, such as "Initiatives", is one, too.
        """
        led = self._leading(blocks)
        others = [block for block in blocks if block.kind not in ("item", "section") and not _is_line_of_period(block)]
        heads = [self._roles.heads[block] for block in others]
        fields = sum(head.role == "field" or (head.role == "aside" and head.name != "") for head in heads)
        many = len(led) > 1 or self._lines_lead or any(_stands_out(line) for line in led)
        return bool(led) and len(led) + fields == len(others) and many

    def _is_entry(self, block: Block, kind: str) -> bool:
        return block.kind == kind and self._roles.heads[block].role == "plain" and len(block.value) <= LONGEST_OBJECTIVE

    def _read_list(self, blocks: list[Block], path: Path) -> None:
        """Read lines with a list below each, or a list of lists."""
        lines = [block for block in blocks if self._is_entry(block, "line") and not _is_line_of_period(block)]
        items = [block for block in blocks if self._is_entry(block, "item")]
        if self._is_contents(items):
            return
        if lines and (self._lines_lead or self._is_list_of_lines(blocks)):
            starts = [at for at, block in enumerate(blocks) if self._is_entry(block, "line")]
            for at, end in pairwise([*starts, len(blocks)]):
                if _is_line_of_period(blocks[at]):
                    continue
                self._note(blocks[at], path, [block for block in blocks[at + 1 : end] if block.kind != "section"])
            return
        for block in items:
            self._note(block, path, block.children)

    def _leads_list(self, blocks: list[Block]) -> bool:
        """Whether two lines or more have a list right below them."""
        return len(self._leading(blocks)) > 1

    def _leading(self, blocks: list[Block]) -> list[Block]:
        """Return the lines with a list right below them, or below the fields that stand there."""
        found: list[Block] = []
        line: Block | None = None
        for block in blocks:
            if self._is_entry(block, "line"):
                line = block
            elif block.kind == "item" and line is not None:
                found.append(line)
                line = None
            elif self._roles.heads[block].role != "field":
                line = None
        return found

    def _is_contents(self, items: list[Block]) -> bool:
        """Whether a list repeats the headings of the document, as a table of contents does."""
        return bool(items) and sum(item.value in self._headings for item in items) * 2 >= len(items)

    def _note(self, block: Block, path: Path, body: list[Block]) -> None:
        text = self._roles.statement(block)
        if text is not None:
            if text.value.startswith(_TARGET):
                text = text.part(len(_TARGET), len(text.value))
            objective = FoundObjective(block, text, path)
            objective.body = body
            self.found.append(objective)
