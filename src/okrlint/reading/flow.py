"""Building an outline from headings, paragraphs, list items and tables as they follow each other."""

from okrlint.language.cycles import cycle_of
from okrlint.reading.grid import Grid
from okrlint.reading.layout.titles import is_title
from okrlint.reading.outline import DEEPEST_HEADING, MAX_DEPTH, Block, Line, Sections
from okrlint.reading.plain_lines import PlainLine, announcement, box, marker, nested, set_words

_Items = list[tuple[int, Block]]
"""The items that an item of a deeper level would belong to: their levels, and they themselves."""


class Flow:
    """Takes the elements of a document in the order of the source.

    Attributes:
        root: the outline's.
    """

    __slots__ = ("_containers", "_items", "_lines", "_outer_items", "_sections", "root")

    def __init__(self) -> None:
        self.root = Block("section")
        self._sections = Sections(self.root)
        self._containers: list[Block] = []
        self._items: _Items = []
        self._outer_items: list[_Items] = []
        self._lines: list[PlainLine] = []
        """The line right before, if its author numbered it by hand: a list that follows refines it."""

    def heading(self, line: Line, level: int) -> None:
        """Begin a section; a heading in an item or a quote is but a line in bold there."""
        if self._containers:
            self.line(Line(line.text, len(line.text.value)))
            return
        self._flush()
        self._sections.open(line, max(1, min(level, DEEPEST_HEADING)))
        self._items = []
        self._sections.numbered = None

    def line(self, line: Line, indent: int = 0) -> None:
        """Add a line, indented by so many columns; the first line of an item is its words."""
        container = self._containers[-1] if self._containers else None
        if container and container.kind == "item" and not container.line and not (container.children or self._lines):
            set_words(container, line)
        else:
            self._lines.append(PlainLine(line, indent))

    def grid(self, grid: Grid) -> None:
        """Add a table."""
        for part in grid.parts():
            if isinstance(part, Block):
                self.block(part)
            else:
                for line in part:
                    self.line(line)

    def block(self, block: Block) -> None:
        """Add a table or a block of code."""
        self._flush()
        self._leave_items()
        self._place(block)

    def open_item(self, level: int) -> None:
        """Begin an item of a list; it belongs to the last one of a lower level, if nothing stands between them."""
        self._flush()
        level = min(level, MAX_DEPTH)
        while self._items and self._items[-1][0] >= level:
            self._items.pop()
        item = Block("item")
        if len(self._containers) >= MAX_DEPTH:
            item = self._containers[-1]
        elif self._items:
            self._items[-1][1].children.append(item)
        else:
            self._place(item)
        self._items.append((level, item))
        self._open(item)

    def open_quote(self) -> None:
        """Begin a quote."""
        self._flush()
        quote = Block("quote")
        if len(self._containers) >= MAX_DEPTH:
            quote = self._containers[-1]
        else:
            self._leave_items()
            self._place(quote)
        self._open(quote)

    def close(self) -> None:
        """End the item or quote that was opened last."""
        self._flush()
        self._containers.pop()
        self._items = self._outer_items.pop()

    def end(self) -> Block:
        """Return the root of the outline."""
        self._flush()
        return self.root

    def _open(self, container: Block) -> None:
        self._containers.append(container)
        self._outer_items.append(self._items)
        self._items = [] if container.kind == "quote" else self._items

    def _leave_items(self) -> None:
        if not self._containers:
            self._items = []

    def _flush(self) -> None:
        """Place the lines that came one after the other; their numbering tells how they belong together."""
        lines, self._lines = self._lines, []
        if not lines:
            return
        self._leave_items()
        if self._sections.numbered and not self._containers and (announced := announcement(lines)):
            self._sections.numbered.children.append(announced)
            return
        for block in nested(lines):
            self._place(_with_box(block))
        found = marker(lines[-1].line.text.value)
        if found and found.lastgroup != "bullet" and not self._containers:
            self._sections.numbered = self._sections.current.last_item()

    def _place(self, block: Block) -> None:
        self._sections.place(block, self._containers)


def tells(title: str) -> bool:
    """Whether a title that stands among a file's properties says what its words are about: OKRs, or a period.

    Others are often left over from a template or from another document.
    """
    return is_title(title) or cycle_of(title) is not None


def _with_box(block: Block) -> Block:
    """Return a line that begins with a box as the item that it is."""
    if block.kind != "line" or block.line is None or box(block.value)[0] is None:
        return block
    item = Block("item")
    set_words(item, block.line)
    return item
