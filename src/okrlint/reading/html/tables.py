"""Tables of HTML: those that hold cells of data, and those that only lay out a page."""

from okrlint.reading.grid import Grid
from okrlint.reading.html.tokens import Tag


class OpenTable:
    """A table that is being read.

    Attributes:
        holds_data: whether its cells hold data; else it lays out a page, or stands within such a cell.
        grid: its cells, if they hold data.
        columns: how many columns the open cell takes; `rows` likewise.
    """

    __slots__ = ("columns", "grid", "holds_data", "rows")

    def __init__(self, *, holds_data: bool) -> None:
        self.holds_data = holds_data
        self.grid = Grid()
        self.columns = 1
        self.rows = 1

    def begin_cell(self, attributes: dict[str, str]) -> None:
        """Note how large a cell is."""
        self.columns, self.rows = _number(attributes.get("colspan", "")), _number(attributes.get("rowspan", ""))


def _number(value: str) -> int:
    value = value.strip()
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) <= 3 else 1


class _Shape:
    """What a first look tells of a table: its size, and whether another one stands in it."""

    __slots__ = ("cells", "nests", "rows", "start", "widest")

    def __init__(self, start: int) -> None:
        self.start = start
        self.rows = 0
        self.cells = 0
        self.widest = 0
        self.nests = False

    def is_layout(self) -> bool:
        """Whether it is a box around something, or a row or column of boxes with tables in them."""
        flat = self.widest <= 1 or self.rows <= 1
        return (self.widest <= 1 and self.rows <= 1) or (self.nests and flat)


def layout_tables(tags: list[Tag | tuple[int, int]]) -> set[int]:
    """Return where the tables begin that only lay out a page."""
    found: set[int] = set()
    pending: list[_Shape] = []
    for tag in tags:
        if not isinstance(tag, Tag):
            continue
        if tag.name == "table" and not tag.closes:
            if pending:
                pending[-1].nests = True
            pending.append(_Shape(tag.start))
        elif not pending:
            continue
        elif tag.name == "table":
            shape = pending.pop()
            if shape.is_layout():
                found.add(shape.start)
        elif tag.name == "tr" and not tag.closes:
            pending[-1].rows += 1
            pending[-1].cells = 0
        elif tag.name in ("td", "th") and not tag.closes:
            shape = pending[-1]
            shape.cells += 1
            shape.widest = max(shape.widest, shape.cells)
    found.update(shape.start for shape in pending if shape.is_layout())
    return found
