"""From HTML to an outline: what its elements mean."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.model import Span
from okrlint.reading.code_blocks import fill_code
from okrlint.reading.flow import Flow
from okrlint.reading.html.elements import BLOCKS, CELLS, LISTS, Element, OpenElements, State
from okrlint.reading.html.styles import PLAIN, Style, class_styles, style
from okrlint.reading.html.tables import OpenTable, layout_tables
from okrlint.reading.html.tokens import Tag, tags
from okrlint.reading.html.words import Words
from okrlint.reading.labels import label
from okrlint.reading.outline import Block, Line
from okrlint.reading.paragraphs import indentation
from okrlint.reading.plain_lines import PlainLine
from okrlint.reading.word_sets import words

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_VOID = words("area base br col embed hr img input link meta param source track wbr")
_UNSPOKEN = words("nav footer template svg math select datalist audio video object canvas button")
"""Elements that are not what a document says: pictures, controls, what leads to other pages."""

_TABLE_PARTS = words("tr thead tbody tfoot colgroup")


@cache
def _list_level() -> Pattern[str]:
    """Match the classes that tell how deep a list is which is not nested: those of Google Docs and of Quill."""
    return compile_pattern(r"\s(?:lst-kix_\w{1,40}-|ql-indent-)([0-9])\s", ASCII)


@cache
def _language() -> Pattern[str]:
    return compile_pattern(r"\s(?:language|lang|brush:?)[- ]([\w+-]{1,20})", ASCII)


class _List(NamedTuple):
    """An open list.

    Attributes:
        level: of its items, where its class tells; else 0.
        tasks: whether its items have boxes that only their classes tell of, as in Confluence.
    """

    level: int
    tasks: bool


class HtmlBuilder:
    """Builds the outline of HTML.

    Args:
        source: the whole text.
        written_lines: whether a line of the source outside of tables is a line to its reader, as in Markdown.

    Attributes:
        title: where the contents of the element `title` stand, None without one.
    """

    def __init__(self, source: str, *, written_lines: bool = False) -> None:
        self.title: tuple[int, int] | None = None
        self._flow = Flow()
        self._source = source
        self._written_lines = written_lines
        self._open = OpenElements()
        self._words = Words(source)
        self._tables: list[OpenTable] = []
        self._in_cell = False
        """Whether a cell of data is open: all in it are lines of that cell."""
        self._layouts: set[int] = set()
        self._lists: list[_List] = []
        self._class_bold: dict[str, bool] = {}
        self._code_language = ""
        self._named = False
        """Whether the term of a description has just ended, whose description goes on in the same line."""

    def read(self, start: int, end: int) -> Block:
        """Read a stretch of the source; return the root of its outline."""
        found = list(tags(self._source, start, end))
        self._layouts = layout_tables(found)
        for each in found:
            if not isinstance(each, Tag):
                self._say(*each)
            elif each.closes:
                self._close(each)
            elif each.inside != (0, 0):
                self._raw(each)
            else:
                self._begin(each)
        self._open.close_all()
        self._end_paragraph()
        return self._flow.end()

    # ------------------------------------------------------------ words
    def _say(self, start: int, end: int) -> None:
        state = self._open.state
        if state.hidden or (state.marker and not label(self._source[start:end].strip())):
            return
        lines = not self._in_cell and (state.preformatted or self._written_lines)
        self._words.add(start, end, state, lines=lines)

    def _end_paragraph(self) -> None:
        """End a paragraph, a heading or the words of an item; in a cell of data, a line."""
        self._named = False
        if self._in_cell:
            self._words.line_break()
            return
        state = self._open.state
        for number, line in enumerate(self._words.take()):
            if state.heading and number == 0:
                self._flow.heading(line, state.heading)
            elif state.heading:
                self._flow.line(Line(line.text, len(line.text.value)))
            else:
                self._flow.line(line, self._indent(line, state))

    def _indent(self, line: Line, state: State) -> int:
        return indentation(self._source, line.text.span.start) if self._written_lines else state.indent

    # ------------------------------------------------------------ tags
    def _raw(self, tag: Tag) -> None:
        if tag.name == "style":
            self._class_bold.update(class_styles(self._source[slice(*tag.inside)]))
        elif tag.name == "title" and self.title is None:
            self.title = tag.inside

    def _close(self, tag: Tag) -> None:
        if tag.name in _TABLE_PARTS:
            self._open.leave_cell()
        elif tag.name != "br":
            self._open.close(tag.name)

    def _begin(self, tag: Tag) -> None:
        name = tag.name
        if name in _VOID:
            if not self._open.state.hidden:
                self._void(tag)
            return
        if name in _TABLE_PARTS or name in CELLS:
            self._open.leave_cell()
        if name in _TABLE_PARTS:
            if name == "tr" and self._tables and self._open.within("table") and not self._open.state.hidden:
                self._tables[-1].grid.row()
            return
        attributes = tag.attributes()
        look = style(attributes["style"]) if "style" in attributes else PLAIN
        self._open.end_before(name)
        state = self._state_in(name, attributes, look)
        if state.hidden:
            self._open.open(Element(name, state))
        elif name == "table":
            self._begin_table(tag, state)
        elif name in CELLS:
            self._begin_cell(name, attributes, state)
        elif (name in BLOCKS or look.level) and "checkbox" not in attributes.get("class", ""):
            self._begin_block(tag, attributes, state, look)
        else:
            self._begin_inline(tag, attributes, state)
        if tag.empty:
            self._open.close(name)

    def _state_in(self, name: str, attributes: dict[str, str], look: Style) -> State:
        """Return what holds within an element."""
        outer = self._open.state
        bold = name in ("b", "strong") or outer.bold
        for each in attributes.get("class", "").split()[:9]:
            bold = self._class_bold.get(each, bold)
        silent = name in _UNSPOKEN or "hidden" in attributes or attributes.get("aria-hidden") == "true"
        return State(
            bold=bold if look.bold is None else look.bold,
            hidden=outer.hidden or look.hidden or silent,
            link=outer.link or (name == "a" and attributes.get("href", "").startswith("#")),
            preformatted=outer.preformatted or name == "pre",
            marker=outer.marker or look.marker,
            indent=outer.indent + look.indent,
            heading=_HEADINGS.index(name) + 1 if name in _HEADINGS else outer.heading,
        )

    def _void(self, tag: Tag) -> None:
        state = self._open.state
        if tag.name == "br":
            if state.heading:
                self._words.write(" ", tag.start, tag.end, state)
            else:
                self._words.line_break()
        elif tag.name == "hr":
            self._open.end_before("hr")
            self._end_paragraph()
        elif tag.name == "input":
            attributes = tag.attributes()
            if attributes.get("type", "").lower() == "checkbox" and "hidden" not in attributes:
                self._box(tag, done="checked" in attributes)

    def _box(self, tag: Tag, *, done: bool) -> None:
        self._words.write("☑ " if done else "☐ ", tag.start, tag.end, self._open.state)

    def _begin_inline(self, tag: Tag, attributes: dict[str, str], state: State) -> None:
        if tag.name == "code" and state.preformatted:
            self._code_language = self._code_language or _language_of(attributes)
        classes = attributes.get("class", "").split()
        if "checkbox" in classes:  # Notion's
            self._box(tag, done="checkbox-on" in classes)
        self._open.open(Element(tag.name, state))

    # ------------------------------------------------------------ blocks
    def _begin_block(self, tag: Tag, attributes: dict[str, str], state: State, look: Style) -> None:
        name = tag.name
        if name == "dd" and self._named:
            self._say_colon(tag, state)
            self._named = False
        else:
            self._end_paragraph()
        classes = f" {attributes.get('class', '')} "
        on_close = self._end_paragraph
        if name == "dt":
            on_close = self._end_term
        elif name in LISTS:
            found = _list_level().search(classes)
            self._lists.append(_List(int(found[1]) + 1 if found else 0, " inline-task-list " in classes))
            on_close = self._end_list
        elif self._in_cell:
            pass
        elif name == "li" or look.level:
            self._flow.open_item(look.level or self._item_level(classes))
            on_close = self._end_container
        elif name == "blockquote":
            self._flow.open_quote()
            on_close = self._end_container
        elif name == "pre":
            self._code_language = _language_of(attributes)
            on_close = self._end_code
        self._open.open(Element(name, state, on_close))
        if name == "li" and self._lists and self._lists[-1].tasks:
            self._box(tag, done=" checked " in classes)

    def _item_level(self, classes: str) -> int:
        own = _list_level().search(classes)
        listed = self._lists[-1].level if self._lists else 0
        return int(own[1]) + 1 if own else max(listed, self._open.list_depth, 1)

    def _say_colon(self, tag: Tag, state: State) -> None:
        self._words.write(" " if self._words.last in (":", "：") else ": ", tag.start, tag.start, state)

    def _end_term(self) -> None:
        self._named = bool(self._words.last)

    def _end_list(self) -> None:
        self._end_paragraph()
        self._lists.pop()

    def _end_container(self) -> None:
        self._end_paragraph()
        self._flow.close()

    def _end_code(self) -> None:
        lines = [PlainLine(line, indentation(self._source, line.text.span.start)) for line in self._words.take()]
        if lines:
            code = Block("code")
            code.language = self._code_language
            code.span = Span(lines[0].line.text.span.start, lines[-1].line.text.span.end)
            fill_code(code, lines)
            self._flow.block(code)

    # ------------------------------------------------------------ tables
    def _begin_table(self, tag: Tag, state: State) -> None:
        self._end_paragraph()
        holds_data = not self._in_cell and tag.start not in self._layouts
        self._tables.append(OpenTable(holds_data=holds_data))
        self._open.open(Element("table", state, self._end_table))

    def _end_table(self) -> None:
        self._end_paragraph()
        table = self._tables.pop()
        if not self._in_cell:
            self._flow.grid(table.grid)

    def _begin_cell(self, name: str, attributes: dict[str, str], state: State) -> None:
        self._end_paragraph()
        if not (self._tables and self._open.within("table")):
            self._open.open(Element("div", state, self._end_paragraph))
            return
        table = self._tables[-1]
        if name != "caption" and table.holds_data:
            table.begin_cell(attributes)
            self._in_cell = True
            self._open.open(Element(name, state, self._end_cell))
        else:
            self._open.open(Element(name, state, self._end_paragraph))

    def _end_cell(self) -> None:
        self._in_cell = False
        table = self._tables[-1]
        table.grid.cell(tuple(self._words.take()), table.columns, table.rows)


def _language_of(attributes: dict[str, str]) -> str:
    found = _language().search(f" {attributes.get('class', '')}")
    return found[1].lower() if found else ""
