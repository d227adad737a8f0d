"""From the body of a Word document to its words and its outline."""

from typing import TYPE_CHECKING, NamedTuple

from okrlint.model import Words
from okrlint.reading.directives import is_directive
from okrlint.reading.docx.numbering import Numbering
from okrlint.reading.docx.package import Package, child, is_on, local, number, value
from okrlint.reading.docx.source import Run, WordText, Writer
from okrlint.reading.docx.styles import Look, Styles
from okrlint.reading.docx.tables import Row, is_layout, rows_of
from okrlint.reading.flow import Flow, tells
from okrlint.reading.grid import Grid
from okrlint.reading.outline import Cell, Line, Outline
from okrlint.reading.source import UnreadableError
from okrlint.reading.word_sets import words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_PARAGRAPHS = 20_000
"""How many paragraphs a document may have; a year's OKRs of a large company are a tenth of it."""

MAX_NESTING = 100
"""How deep elements may stand in each other; tables in tables in text boxes take some dozens."""

_SILENT = words(
    "del moveFrom delText instrText pPr rPr sdtPr sdtEndPr sectPr tblPr tblGrid trPr tcPr Fallback rt footnoteReference"
    " endnoteReference commentReference annotationRef"
)
"""Elements that say nothing: what was deleted, what describes, and what is there a second time for old programs."""

_PARAGRAPHS_INSIDE = "txbxContent"
_CHECKED = {"F0FE": "☑", "F052": "☑", "F0A8": "☐", "F06F": "☐", "F0A3": "☐"}
"""Boxes among the characters of Wingdings and Wingdings 2."""

_NO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))
_BLANKS = str.maketrans("\t\n\r\xa0\u2028\u2029", "      ")
_TWIPS_PER_COLUMN = 120
"""A column of text is about 6 points wide, and a point has 20 twips."""


class _Place(NamedTuple):
    """Where paragraphs stand: in a cell, or at the top.

    Attributes:
        table: the number of the table, from 1; 0 at the top; `row` and `cell` likewise.
    """

    table: int = 0
    row: int = 0
    cell: int = 0


_TOP = _Place()


class _Content:
    """What stands in a paragraph.

    Attributes:
        lines: its words.
        boxes: the text boxes in it.
    """

    __slots__ = ("boxes", "lines")

    def __init__(self) -> None:
        self.lines: list[list[Run]] = [[]]
        self.boxes: list[Element] = []

    def says_something(self) -> bool:
        """Whether there are words in it."""
        return any(run.words.strip() for line in self.lines for run in line)


class BodyReader:
    """Reads the body of a Word document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering)
        self._flow = Flow()
        self._writer = Writer()
        self._paragraphs = 0
        self._all_paragraphs = 0
        self._tables = 0
        self._below_title = 0
        """How much deeper headings are below a title, which is above those of the first level."""

    def read(self, path: str) -> WordText:
        """Return the words of the document.

        Raises:
            UnreadableError: EN004 for what is over a limit.
        """
        self._title()
        self._blocks(self._package.body, _TOP, 0)
        outline = Outline()
        outline.root = self._flow.end()
        return WordText(self._writer.text, path, self._writer.parts, outline)

    def _title(self) -> None:
        """Write the title of the document's properties, unless it has a heading that says what it is."""
        looks = (self._styles.of_paragraph(each) for each in self._package.body.iter() if local(each) == "p")
        if not tells(self._package.title) or any(look.is_title or look.heading == 1 for look in looks):
            return
        line = self._writer.line([Run(self._package.title, bold=False, link=False)], 1, None, _PROPERTIES)
        if line:
            self._flow.heading(line, 1)
            self._below_title = 1

    # ------------------------------------------------------------ blocks
    def _blocks(self, parent: "Element", place: _Place, depth: int) -> None:
        """Read paragraphs and tables, and what holds them: content controls, insertions."""
        _check_depth(depth)
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, place, depth)
            elif name == "tbl":
                self._table(element, depth)
            elif name not in _SILENT:
                self._blocks(element, place, depth + 1)

    def _paragraph(self, paragraph: "Element", place: _Place, depth: int) -> None:
        look = self._styles.of_paragraph(paragraph)
        if look.contents:
            return
        content = self._content(paragraph, look, depth)
        lines = self._written(content, place, joined=bool(look.heading or look.is_title))
        if lines and not all(is_directive(line.text.value) for line in lines):
            self._place(lines, look, paragraph)
        for box in content.boxes:
            self._blocks(box, place, depth + 1)

    def _place(self, lines: list[Line], look: Look, paragraph: "Element") -> None:
        level = 1 if look.is_title else (look.heading or 0) + (self._below_title if look.heading else 0)
        if look.is_title:
            self._below_title = 1
        if level:
            self._flow.heading(lines[0], level)
            return
        depth = _list_depth(look)
        if depth:
            self._flow.open_item(depth)
        for line in lines:
            self._flow.line(line, _indent(paragraph))
        if depth:
            self._flow.close()

    def _content(self, paragraph: "Element", look: Look, depth: int) -> _Content:
        self._all_paragraphs += 1
        if self._all_paragraphs > MAX_PARAGRAPHS:
            raise UnreadableError("EN004", _TOO_LONG)
        content = _Content()
        label = self._numbering.label(look.numbered) if look.numbered else ""
        bold = bool(look.bold and not (look.heading or look.is_title))  # of headings that is no emphasis
        self._inline(paragraph, content, bold=bold, link=False, depth=depth)
        if label and content.says_something():
            blank = " " if label.isascii() else ""
            content.lines[0].insert(0, Run(label + blank, bold=bold, link=False))
        return content

    def _written(self, content: _Content, place: _Place, *, joined: bool) -> list[Line]:
        """Write the lines of a paragraph; those of a heading are one."""
        if not content.says_something():
            return []
        lines = content.lines
        if joined:
            lines = [[run for line in lines for run in (*line, Run(" ", bold=True, link=True))]]
        if place.table:
            where = (place.row, place.cell, _cell_name(place))
            return [line for runs in lines if (line := self._writer.line(runs, *where))]
        self._paragraphs += 1
        name = Words(f"paragraph {self._paragraphs}", f"第 {self._paragraphs} 段")
        return [line for runs in lines if (line := self._writer.line(runs, self._paragraphs, None, name))]

    # ------------------------------------------------------------ words
    def _inline(self, parent: "Element", content: _Content, *, bold: bool, link: bool, depth: int) -> None:
        _check_depth(depth)
        for element in parent:
            name = local(element)
            if name in _SILENT:
                continue
            if name == _PARAGRAPHS_INSIDE:
                content.boxes.append(element)
            elif name == "t":
                _add(content, element.text or "", bold=bold, link=link)
            elif name in _CHARACTERS:
                _add(content, _CHARACTERS[name], bold=bold, link=link)
            elif name in ("br", "cr"):
                content.lines.append([])
            elif name == "sym":
                _add(content, _CHECKED.get(value(element, "char").upper(), ""), bold=bold, link=link)
            elif name == "sdt" and (box := child(element, "sdtPr", "checkbox")) is not None:
                _add(content, "☑" if is_on(child(box, "checked")) else "☐", bold=bold, link=link)
            elif name == "r":
                self._run(element, content, bold=bold, link=link, depth=depth)
            else:
                inside = link or (name == "hyperlink" and bool(value(element, "anchor")) and not value(element, "id"))
                self._inline(element, content, bold=bold, link=inside, depth=depth + 1)

    def _run(self, run: "Element", content: _Content, *, bold: bool, link: bool, depth: int) -> None:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            return
        styled = self._styles.look(value(child(properties, "rStyle"))).bold
        own = child(properties, "b")
        if own is not None:
            bold = is_on(own)
        elif styled is not None:
            bold = styled
        self._inline(run, content, bold=bold, link=link, depth=depth + 1)

    # ------------------------------------------------------------ tables
    def _table(self, table: "Element", depth: int) -> None:
        _check_depth(depth)
        rows = rows_of(table)
        self._tables += 1
        here = self._tables
        if is_layout(rows):
            for row_number, row in enumerate(rows, 1):
                for cell_number, cell in enumerate(row.cells, 1):
                    self._blocks(cell.element, _Place(here, row_number, cell_number), depth + 1)
            return
        grid = Grid()
        for row_number, row in enumerate(rows, 1):
            self._row(grid, row, _Place(here, row_number), depth)
        self._flow.grid(grid)

    def _row(self, grid: Grid, row: Row, place: _Place, depth: int) -> None:
        grid.row()
        for _ in range(row.before):
            grid.cell(())
        for cell_number, cell in enumerate(row.cells, 1):
            lines: list[Line] = []
            if not cell.continues:
                self._cell(cell.element, lines, place._replace(cell=cell_number), depth + 1)
            words: Cell = tuple(lines)
            grid.cell(words, cell.columns)

    def _cell(self, parent: "Element", lines: list[Line], place: _Place, depth: int) -> None:
        """Collect the lines of a cell, those of tables and text boxes in it too."""
        _check_depth(depth)
        for element in parent:
            name = local(element)
            if name == "p":
                content = self._content(element, self._styles.of_paragraph(element), depth)
                lines.extend(self._written(content, place, joined=False))
                for box in content.boxes:
                    self._cell(box, lines, place, depth + 1)
            elif name not in _SILENT:
                self._cell(element, lines, place, depth + 1)


_CHARACTERS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}


def _add(content: _Content, said: str, *, bold: bool, link: bool) -> None:
    said = said.translate(_NO_WIDTH).translate(_BLANKS)
    if said:
        content.lines[-1].append(Run(said, bold=bold, link=link))


def _list_depth(look: Look) -> int:
    """Return how deep an item stands in a list, from 1; 0 for what is none."""
    if look.numbered is None:
        return look.list_level
    if look.numbered.list_id in ("", "0"):
        return 0
    return max(look.numbered.level + 1, look.list_level)


def _indent(paragraph: "Element") -> int:
    indent = child(paragraph, "pPr", "ind")
    left = number(indent, "left") or number(indent, "start")
    return max(0, left - number(indent, "hanging")) // _TWIPS_PER_COLUMN


def _cell_name(place: _Place) -> Words:
    return Words(
        f"table {place.table}, row {place.row}, cell {place.cell}",
        f"表 {place.table} 第 {place.row} 行第 {place.cell} 格",
    )


def _check_depth(depth: int) -> None:
    if depth > MAX_NESTING:
        raise UnreadableError("EN004", _TOO_DEEP)


_PROPERTIES = Words("document properties, title", "文档属性“标题”")
_TOO_LONG = Words(
    f"has more than {MAX_PARAGRAPHS} paragraphs, over the limit for one document; split it, or exclude it",
    f"超过 {MAX_PARAGRAPHS} 个段落，超出单个文档的上限；请拆分，或将它排除",
)
_TOO_DEEP = Words(
    f"nests its parts more than {MAX_NESTING} deep, as no word processor does; save it anew, or exclude it",
    f"内容嵌套超过 {MAX_NESTING} 层，文字处理软件不会这样写；请重新保存，或将它排除",
)
