"""The outline of a document: headings with what stands below them, lists, lines, quotes and tables.

It is the same for Markdown and every other format with headings and lists, so that what an OKR looks like is
judged in one place (`layout`).
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from okrlint.model import Span, Text

MAX_DEPTH = 100
"""How deep blocks may stand in each other; what is nested deeper is read as if it stood at this depth."""

DEEPEST_HEADING = 6
"""The level of the smallest headings; what is smaller counts as one of these."""

MAX_COLUMNS = 64
"""How many cells of a table row are read; that a table of OKRs is wider is a finding."""

BlockKind = Literal["section", "item", "line", "quote", "table", "code"]


class Line:
    """A line of words.

    Attributes:
        text: the words, without mark-up.
        strong: how many characters at its beginning are set in bold.
        refers: whether it is nothing but a link to another place in the document.
    """

    __slots__ = ("refers", "strong", "text")

    def __init__(self, text: Text, strong: int = 0, *, refers: bool = False) -> None:
        self.text = text
        self.strong = strong
        self.refers = refers

    @property
    def is_strong(self) -> bool:
        """Whether the whole line is bold, a colon at its end aside."""
        return self.strong >= len(self.text.value.rstrip(" :：")) > 0

    def behind(self, start: int) -> "Line":
        """Return what stands from an offset on, without the blanks before it."""
        text = self.text.part(start, len(self.text.value))
        return Line(text, max(0, self.strong - (len(self.text.value) - len(text.value))), refers=self.refers)


Cell = tuple[Line, ...]
"""The lines of a table cell; empty for an empty cell."""


_NOWHERE = Span(0, 0)


class Block:
    """One element of an outline.

    Attributes:
        kind: "section" (a heading and what stands below it), "item" (of a list), "line" (of a paragraph),
            "quote", "table" or "code".
        line: its own words; None for quotes, tables, code, and items without words.
        level: of a heading, 1 to 6; else 0.
        done: whether the box of an item is ticked; None without a box.
        children: what stands in it, in order of the source.
        rows: a table's rows, the header first.
        span: of a code block, the place of its contents; else from its first word to its last.
        language: what a code block says that it is written in, lower case.
    """

    __slots__ = ("children", "done", "kind", "language", "level", "line", "rows", "span")

    def __init__(self, kind: BlockKind, line: Line | None = None, level: int = 0, done: bool | None = None) -> None:
        self.kind = kind
        self.line = line
        self.level = level
        self.done = done
        self.children: list[Block] = []
        self.rows: list[list[Cell]] = []
        self.span = line.text.span if line else _NOWHERE
        self.language = ""

    @property
    def text(self) -> Text | None:
        """Its own words."""
        return self.line.text if self.line else None

    @property
    def value(self) -> str:
        """Its own words as a string, "" without any."""
        return self.line.text.value if self.line else ""

    def end(self) -> int:
        """Return the offset at which its last word ends; 0 without any."""
        last = self.span.end
        for child in reversed(self.children) if self.children else ():
            end = child.end()
            if end:  # empty items have no place
                return max(last, end)
        return last

    def last_item(self) -> "Block | None":
        """Return the item that stands last in it, at any depth; None where it ends with something else."""
        item = None
        block = self
        while block.children and block.children[-1].kind == "item":
            item = block = block.children[-1]
        return item

    def walk(self) -> Iterator["Block"]:
        """Yield what stands in it, at any depth, in order of the source."""
        pending = self.children[::-1]
        while pending:
            block = pending.pop()
            yield block
            pending.extend(reversed(block.children))


class Sections:
    """The sections that are open while an outline is built: each holds the next.

    Attributes:
        numbered: the line with a number of its own (`一、…`) that a list which follows refines, if there is one: to
            a parser the list stands by itself.
    """

    __slots__ = ("_open", "numbered")

    def __init__(self, root: Block) -> None:
        self._open = [root]
        self.numbered: Block | None = None

    @property
    def current(self) -> Block:
        """The innermost: what comes next stands in it."""
        return self._open[-1]

    def open(self, line: Line, level: int) -> Block:
        """Begin a section below this heading, of level 1 to 6, and end those of its level and deeper."""
        while len(self._open) > 1 and self._open[-1].level >= level:
            self._open.pop()
        section = Block("section", line, level)
        self._open[-1].children.append(section)
        self._open.append(section)
        return section

    def place(self, block: Block, containers: Sequence[Block]) -> None:
        """Add a block to the innermost of the containers (items, quotes) that are open, or else to the section."""
        parent = containers[-1] if containers else self.current
        if not containers:
            if block.kind == "item" and self.numbered is not None:
                parent = self.numbered
            else:
                self.numbered = None
        parent.children.append(block)


class Outline:
    """A document as headings, lists, lines and tables.

    Attributes:
        root: holds the top-level blocks.
        front_matter: where the YAML block at the beginning stands, without its fences; None without one.
    """

    __slots__ = ("front_matter", "root")

    def __init__(self) -> None:
        self.root = Block("section")
        self.front_matter: Span | None = None


def with_span(table: Block) -> Block:
    """Give a table the place from its first word to its last."""
    spans = [line.text.span for row in table.rows for cell in row for line in cell]
    if spans:
        table.span = Span(spans[0].start, max(span.end for span in spans))
    return table
