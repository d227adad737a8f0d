"""The Markdown reader: from the events of a CommonMark parser to an outline."""

from collections.abc import Sequence
from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import TYPE_CHECKING

import pyromark

from okrlint.model import Document, Span
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.markdown.code_points import CodePoints
from okrlint.reading.outline import (
    DEEPEST_HEADING,
    MAX_COLUMNS,
    MAX_DEPTH,
    Block,
    Cell,
    Line,
    Outline,
    Sections,
    with_span,
)
from okrlint.reading.outlined import document_of
from okrlint.reading.paragraphs import Paragraph, indentation, leading_blanks, opens
from okrlint.reading.plain_lines import PlainLine, announcement, marker, nested, set_words
from okrlint.reading.source import Source, mentions_okrlint
from okrlint.reading.text_builder import copied_text

if TYPE_CHECKING:
    from pyromark.event import Range

_UNDECIDED = ("", " ", ":", "：")
"""Words that begin with one of these may belong to bold ones behind them: a `Paragraph` tells."""

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
)


_LINE = compile_pattern(r"[^\r\n]+")

_FIRST_CJK = "\u2e80"


class MarkdownReader:
    """Reads Markdown (CommonMark with GitHub's tables and task lists)."""

    name = "markdown"
    suffixes = (".md", ".markdown", ".mdx")

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; see `okrlint.reading.layout` for what counts as an OKR."""
        return document_of(outline_of(source.text), source, self.name, options)


def outline_of(text: str) -> Outline:
    """Return the outline of a Markdown text."""
    hidden: Sequence[Span] = ()
    if mentions_okrlint(text):
        from okrlint.reading.directives import comment_lines  # few documents have any

        hidden = comment_lines(text)
    builder = _OutlineBuilder(text, CodePoints(text, hidden))
    builder.run()
    return builder.outline


class _OutlineBuilder:
    """Follows the parser's events and builds the outline.

    Headings open sections; items and quotes are containers on a stack; everything else ends in lines.
    """

    def __init__(self, source: str, code_points: CodePoints) -> None:
        self.outline = Outline()
        self._source = source
        self._offset = code_points
        self._sections = Sections(self.outline.root)
        self._containers: list[Block] = []
        self._columns: list[int] = []
        """Of each container the column at which its marker stands; -1 for a quote."""
        self._paragraph: Paragraph | None = None
        self._plain: tuple[int, int] | None = None
        """Where the words of a paragraph stand that is one stretch of plain words so far, as most are."""
        self._code: Block | None = None
        self._code_places: list[Span] = []
        self._table: Block | None = None
        self._heading = 0
        self._html: Span | None = None
        self._behind_comment = -1
        """The line right before, if its author numbered it without list mark-up: `一、…`, `1.2 …`."""
        self._family: str | None = None
        """The family of that line's number."""

    def run(self) -> None:
        """Read all events."""
        for event, place in pyromark.events_with_range(self._offset.text, options=OPTIONS):
            if isinstance(event, str):
                self._inline(event, event, place["start"], place["end"])
                continue
            ((name, payload),) = event.items()
            if name == "End":
                self._end(_tag(payload)[0] if isinstance(payload, dict) else str(payload))
            elif name != "Start":
                self._inline(name, payload, place["start"], place["end"])
            elif isinstance(payload, dict):
                self._start(*_tag(payload), place)
            else:
                self._start(str(payload), None, place)
        self._flush()

    # ------------------------------------------------------------ blocks
    def _start(self, tag: str, detail: object, place: "Range") -> None:
        if tag in ("Item", "BlockQuote"):
            self._flush()
            self._columns.append(self._column(place["start"]) if tag == "Item" else -1)
            self._open(Block("item" if tag == "Item" else "quote"))
        elif tag in ("Paragraph", "List", "HtmlBlock"):
            self._flush()
        elif tag == "Strong":
            self._words().strong(1)
        elif tag == "Heading":
            self._flush()
            self._heading = _level(detail)
        elif tag == "Link":
            self._words().link(inside=_destination(detail).startswith("#"))
        elif tag == "CodeBlock":
            self._flush()
            self._begin_code(place).language = _fence(detail)
        elif tag == "Table":
            self._flush()
            self._table = Block("table")
        elif tag in ("TableHead", "TableRow") and self._table:
            self._table.rows.append([])
        elif tag == "MetadataBlock":
            self._begin_code(place)

    def _begin_code(self, place: "Range") -> Block:
        self._code = code = Block("code")
        end = self._offset.span(place["start"], place["end"]).end
        code.span = Span(end, end)
        return code

    def _end(self, tag: str) -> None:
        if tag in ("Item", "BlockQuote"):
            self._flush()
            self._containers.pop()
            self._columns.pop()
        elif tag == "Paragraph":
            self._flush()
        elif tag == "Strong":
            self._words().strong(-1)
        elif tag == "Heading":
            self._end_heading()
        elif tag == "Link":
            self._words().link(inside=False)
        elif tag == "CodeBlock":
            self._end_code()
        elif tag == "TableCell" and self._table:
            self._end_cell(self._table)
        elif tag == "Table" and self._table:
            self._place(with_span(self._table))
            self._table = None
        elif tag == "MetadataBlock" and self._code:
            self.outline.front_matter = self._code.span
            self._code, self._code_places = None, []
        elif tag == "HtmlBlock":
            self._end_html()

    def _column(self, start: int) -> int:
        if not self._offset.alike:
            start, _ = self._offset.span(start, start)
        return indentation(self._source, start)

    def _open(self, block: Block) -> None:
        if len(self._containers) < MAX_DEPTH:
            self._sections.place(block, self._containers)
            self._containers.append(block)
        else:
            self._containers.append(self._containers[-1])

    def _place(self, block: Block) -> None:
        self._sections.place(block, self._containers)

    def _end_heading(self) -> None:
        lines = self._lines()
        level, self._heading = self._heading, 0
        if lines and lines[-1].text.value.endswith("}"):
            lines[-1] = _without_attributes(lines[-1])
        if lines and not self._containers:
            self._sections.open(lines[0], level)
            self._sections.numbered = None
            lines = lines[1:]
        for line in lines:
            self._place(Block("line", Line(line.text, len(line.text.value))))

    def _end_cell(self, table: Block) -> None:
        cell: Cell = tuple(self._lines())
        row = table.rows[-1]
        if len(row) < MAX_COLUMNS:
            row.append(cell)

    def _end_code(self) -> None:
        code, self._code = self._code, None
        places, self._code_places = self._code_places, []
        if code is None:
            return
        from okrlint.reading.code_blocks import code_lines, fill_code, hold_words  # few documents have any

        lines = [line for place in places for line in code_lines(self._source, *place)]
        if code.language == "indented" and hold_words(lines):  # to the parser; to the author, a deeper list
            self._place_lines(lines)
            return
        fill_code(code, lines)
        self._place(code)

    def _end_html(self) -> None:
        html, self._html = self._html, None
        if html is not None:
            from okrlint.reading.html.builder import HtmlBuilder  # few documents have any

            self._graft(HtmlBuilder(self._source, written_lines=True).read(*html).children)

    def _graft(self, blocks: list[Block]) -> None:
        """Add blocks that were read from HTML; sections among them go on with what follows."""
        for block in blocks:
            if block.kind != "section" or block.line is None:
                self._place(block)
                continue
            if self._containers:
                self._place(Block("line", Line(block.line.text, len(block.line.text.value))))
            else:
                self._sections.open(block.line, block.level)
                self._sections.numbered = None
            self._graft(block.children)

    def _flush(self) -> None:
        """End the paragraph that is being read."""
        if self._plain is None and self._paragraph is None:
            return
        lines = self._lines()
        container = self._containers[-1] if self._containers else None
        if lines and container and container.kind == "item" and not container.line and not container.children:
            set_words(container, lines.pop(0))
            if not lines:
                return
        plain = [PlainLine(line, indentation(self._source, line.text.span.start)) for line in lines]
        at, depth = self._leaves_list(plain) if self._columns and self._columns[-1] >= 0 else (len(plain), 0)
        if at:
            self._place_lines(plain[:at])
        if at < len(plain):
            left = self._containers[depth:]
            del self._containers[depth:]
            self._place_lines(plain[at:])
            # What is still to come in what was left stands below the new line.
            within = self._containers[-1] if self._containers else self._sections.current
            last = within.children[-1] if within.children else left[0]
            self._containers += [last if last.kind == "line" else block for block in left]

    def _leaves_list(self, lines: list[PlainLine]) -> tuple[int, int]:
        """Return which line is the first that ends the list for its author, and in how many containers it stands.

        To the parser a line goes on with the item above it, however it is indented, until there is an empty line.
        """
        for at, plain in enumerate(lines):
            if not opens(plain.line):
                continue
            indent = leading_blanks(self._source, plain.line.text.span.start)
            depth = len(self._columns)
            while depth and indent <= self._columns[depth - 1]:
                depth -= 1
            if depth < len(self._columns):
                return at, depth
        return len(lines), 0

    def _place_lines(self, lines: list[PlainLine]) -> None:
        if not self._containers:
            if self._sections.numbered and (announced := announcement(lines)):
                self._sections.numbered.children.append(announced)
                return
            if self._sections.numbered and self._refines(self._sections.numbered, lines):
                self._sections.numbered.children.extend(nested(lines))
                return
            self._sections.numbered = None
        for block in nested(lines):
            level = _hash_level(block)
            if level and block.line and not self._containers:
                self._sections.open(block.line.behind(level), level)
            else:
                self._place(block)
        found = marker(lines[-1].line.text.value) if lines and not self._containers else None
        if found and found.lastgroup != "bullet":
            self._family = found.lastgroup
            self._sections.numbered = self._sections.current.last_item()

    def _refines(self, numbered: Block, lines: list[PlainLine]) -> bool:
        """Whether lines are the list that a line below a numbered one announces: `一、O1：…`, `关键结果：`, `（1）`."""
        found = marker(lines[0].line.text.value) if lines and numbered.children else None
        return found is not None and found.lastgroup != self._family

    # ------------------------------------------------------------ words
    def _words(self) -> Paragraph:
        if self._paragraph is None:
            within_item = bool(self._containers) and self._containers[-1].kind == "item"
            self._paragraph = Paragraph(self._source, within_item=within_item)
            if self._plain:
                self._paragraph.copy(*self._plain)
                self._plain = None
        return self._paragraph

    def _lines(self) -> list[Line]:
        """Return the lines of the paragraph that is being read, which ends here."""
        if self._plain:
            text = copied_text(self._source, *self._plain)
            self._plain = None
            return [Line(text)] if text else []
        paragraph, self._paragraph = self._paragraph, None
        return paragraph.lines() if paragraph else []

    def _inline(self, name: str, payload: object, start: int, end: int) -> None:
        if not self._offset.alike:
            start, end = self._offset.span(start, end)
        if self._code is not None:
            self._code_line(start, end)
        elif name == "Text":
            self._text(str(payload), start, end)
        elif name == "Code":
            self._code_span(start, end)
        elif name in ("SoftBreak", "HardBreak"):
            if self._heading:
                self._words().write(" ", start, end)
            else:
                self._words().line_break(hard=name == "HardBreak")
        elif name == "InlineHtml":
            from okrlint.reading.html.elements import breaks_line

            if breaks_line(str(payload)):
                self._words().line_break(hard=True)
            elif mentions_okrlint(str(payload)) and self._source[start - 1 : start] in (" ", "\t"):
                self._behind_comment = end
        elif name == "Html":
            self._html = Span(min(start, self._html.start), end) if self._html else Span(start, end)
        elif name == "TaskListMarker" and self._containers:
            self._containers[-1].done = payload is True

    def _text(self, words: str, start: int, end: int) -> None:
        new = self._paragraph is None and self._plain is None and start != self._behind_comment
        if new and "*" not in words and words[:1] not in _UNDECIDED and self._source[start:end] == words:
            self._plain = (start, end)
            return
        if start == self._behind_comment and words[0] in " \t":  # the blank before the comment is one already
            words, start = words[1:], start + 1
        if words.strip("*") or self._source[start - 1 : start] == "\\":
            paragraph = self._words()
            if "**" in words and self._source[start:end] == words:
                paragraph.copy_marked(start, end)
            else:
                paragraph.write(words, start, end)
            return
        # Stars that the parser did not take for mark-up; two and more are meant as such all the same.
        first = start == 0 or self._source[start - 1] != "*"
        if end - start == 1 and first and self._source[end : end + 1] != "*":
            self._words().copy(start, end)
        elif first:
            self._words().toggle()

    def _code_span(self, start: int, end: int) -> None:
        raw = self._source[start:end]
        ticks = len(raw) - len(raw.lstrip("`"))
        start, end = start + ticks, max(start + ticks, end - ticks)
        for line in _LINE.finditer(self._source, start, end):
            if line.start() > start:
                self._words().write(" ", line.start() - 1, line.start())
            self._words().copy(*line.span())

    def _code_line(self, start: int, end: int) -> None:
        if self._code is None:
            return
        self._code.span = Span(min(start, self._code.span.start), end)
        self._code_places.append(Span(start, end))


def _without_attributes(heading: Line) -> Line:
    """Return a heading without the anchor behind it: `## O1: Win {#win}`."""
    found = _attributes().search(heading.text.value)
    if found is None or not found.start():
        return heading
    return Line(heading.text.part(0, found.start()), min(heading.strong, found.start()), refers=heading.refers)


@cache
def _attributes() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}\{:?\s?[#.][\w\u3400-\u9fff-]{1,80}(?:\s[#.][\w-]{1,40}){0,4}\s?\}\Z")


def _tag(payload: dict[str, object]) -> tuple[str, object]:
    """Return the name of a tag and what it says beside its name."""
    (tag,) = payload.items()
    return tag


def _level(detail: object) -> int:
    return int(str(detail["level"])[1:]) if isinstance(detail, dict) else 6


def _fence(detail: object) -> str:
    if isinstance(detail, dict):
        return (str(detail.get("Fenced", "")).split() or [""])[0].lower()
    return "indented"


def _destination(detail: object) -> str:
    return str(detail.get("dest_url", "")) if isinstance(detail, dict) else ""


def _hash_level(block: Block) -> int:
    """Return the level of a heading whose author left out the blank behind its `#` (`#123` and `#tag` are none)."""
    if block.kind != "line" or block.value[:1] != "#":
        return 0
    level = len(block.value) - len(block.value.lstrip("#"))
    after = block.value[level : level + 1]
    return level if level <= DEEPEST_HEADING and after >= _FIRST_CJK else 0
