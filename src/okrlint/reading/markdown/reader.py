"""The Markdown reader: from the events of a CommonMark parser to an outline."""

from bisect import bisect_right
from re import compile as compile_pattern

import pyromark

from okrlint.model import Document, Span
from okrlint.reading.assembly import assemble
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.layout import draft_from_outline
from okrlint.reading.markdown.html import HtmlReader, breaks_line
from okrlint.reading.markdown.paragraphs import Paragraph
from okrlint.reading.outline import MAX_COLUMNS, MAX_DEPTH, Block, Cell, Line, Outline
from okrlint.reading.plain_lines import PlainLine, box, nested
from okrlint.reading.source import Source

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
)


_LINE = compile_pattern(r"[^\r\n]+")

_DEEPEST = 6
_FIRST_CJK = "\u2e80"

_PLAIN_FENCES = frozenset(("", "text", "txt", "md", "markdown", "okr", "plain", "plaintext"))
"""What fenced blocks say that they are where they hold words, not code."""


class MarkdownReader:
    """Reads Markdown (CommonMark with GitHub's tables and task lists)."""

    name = "markdown"
    suffixes = (".md", ".markdown", ".mdx")

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; see `okrlint.reading.layout` for what counts as an OKR."""
        outline = outline_of(source.text)
        draft = draft_from_outline(outline, source)
        if outline.front_matter or not draft.objectives:
            from okrlint.reading.markdown.embedded import add_data

            add_data(draft, outline, source)
        return assemble(draft, source, self.name, options)


def outline_of(text: str) -> Outline:
    """Return the outline of a Markdown text."""
    builder = _OutlineBuilder(text, _CodePoints(_encodable(text)))
    builder.run()
    return builder.outline


def _encodable(text: str) -> str:
    """Return the text without lone surrogates, which have no UTF-8 form; it is as long in code points."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return compile_pattern("[\ud800-\udfff]").sub("\ufffd", text)
    return text


class _CodePoints:
    """Turns the parser's offsets, which count bytes of UTF-8, into offsets that count code points."""

    _STEP = 256

    def __init__(self, text: str) -> None:
        self.text = text
        self._chunks: list[bytes] = []
        self._starts = [0]
        if not text.isascii():
            for at in range(0, len(text), self._STEP):
                self._chunks.append(text[at : at + self._STEP].encode())
                self._starts.append(self._starts[-1] + len(self._chunks[-1]))

    def __call__(self, offset: int) -> int:
        if not self._chunks:
            return offset
        at = bisect_right(self._starts, offset) - 1
        if at == len(self._chunks):
            return len(self.text)
        head = self._chunks[at][: offset - self._starts[at]]
        return at * self._STEP + len(head.decode(errors="ignore"))


class _OutlineBuilder:
    """Follows the parser's events and builds the outline.

    Headings open sections; items and quotes are containers on a stack; everything else ends in lines.
    """

    def __init__(self, source: str, code_points: _CodePoints) -> None:
        self.outline = Outline()
        self._source = source
        self._offset = code_points
        self._sections = [self.outline.root]
        self._containers: list[Block] = []
        self._paragraph: Paragraph | None = None
        self._code: Block | None = None
        self._code_lines: list[PlainLine] = []
        self._table: Block | None = None
        self._heading = 0
        self._html: Span | None = None

    def run(self) -> None:
        """Read all events."""
        for event, place in pyromark.events_with_range(self._offset.text, options=_OPTIONS):
            start, end = self._offset(place["start"]), self._offset(place["end"])
            if isinstance(event, str):
                self._inline(event, event, start, end)
                continue
            ((name, payload),) = event.items()
            if name == "Start":
                self._start(*_tag(payload), end)
            elif name == "End":
                self._end(_tag(payload)[0])
            else:
                self._inline(name, payload, start, end)
        self._flush()

    # ------------------------------------------------------------ blocks
    def _start(self, tag: str, detail: object, end: int) -> None:
        if tag == "Strong":
            self._words().strong(1)
        elif tag == "Link":
            self._words().link(inside=_destination(detail).startswith("#"))
        elif tag == "Heading":
            self._flush()
            self._heading = _level(detail)
        elif tag in ("Item", "BlockQuote"):
            self._flush()
            self._open(Block("item" if tag == "Item" else "quote"))
        elif tag == "CodeBlock":
            self._flush()
            self._code = Block("code")
            self._code.language = _fence(detail)
            self._code.span = Span(end, end)
        elif tag == "Table":
            self._flush()
            self._table = Block("table")
        elif tag in ("TableHead", "TableRow") and self._table:
            self._table.rows.append([])
        elif tag == "MetadataBlock":
            self._code = Block("code")
            self._code.span = Span(end, end)
        elif tag in ("Paragraph", "List", "HtmlBlock"):
            self._flush()

    def _end(self, tag: str) -> None:
        if tag == "Strong":
            self._words().strong(-1)
        elif tag == "Link":
            self._words().link(inside=False)
        elif tag == "Heading":
            self._end_heading()
        elif tag in ("Item", "BlockQuote"):
            self._flush()
            self._containers.pop()
        elif tag == "CodeBlock":
            self._end_code()
        elif tag == "TableCell" and self._table:
            self._end_cell(self._table)
        elif tag == "Table" and self._table:
            self._place(_with_span(self._table))
            self._table = None
        elif tag == "MetadataBlock" and self._code:
            self.outline.front_matter = self._code.span
            self._code, self._code_lines = None, []
        elif tag == "Paragraph":
            self._flush()
        elif tag == "HtmlBlock":
            self._end_html()

    def _open(self, block: Block) -> None:
        if len(self._containers) < MAX_DEPTH:
            self._place(block)
            self._containers.append(block)
        else:
            self._containers.append(self._containers[-1])

    def _place(self, block: Block) -> None:
        parent = self._containers[-1] if self._containers else self._sections[-1]
        parent.children.append(block)

    def _end_heading(self) -> None:
        lines = self._words().lines()
        self._paragraph = None
        level, self._heading = self._heading, 0
        if lines and not self._containers:
            self._open_section(lines[0], level)
            lines = lines[1:]
        for line in lines:
            self._place(Block("line", Line(line.text, len(line.text.value))))

    def _open_section(self, line: Line, level: int) -> None:
        while len(self._sections) > 1 and self._sections[-1].level >= level:
            self._sections.pop()
        section = Block("section", line, level)
        self._sections[-1].children.append(section)
        self._sections.append(section)

    def _end_cell(self, table: Block) -> None:
        cell: Cell = tuple(self._words().lines())
        self._paragraph = None
        row = table.rows[-1]
        if len(row) < MAX_COLUMNS:
            row.append(cell)

    def _end_code(self) -> None:
        code, self._code = self._code, None
        lines, self._code_lines = self._code_lines, []
        if code is None:
            return
        holds_words = not any(_is_code(plain.line.text.value) for plain in lines)
        if code.language == "indented" and holds_words:  # to the parser; to the author, a deeper list
            self._place_lines(lines)
            return
        if code.language in _PLAIN_FENCES and holds_words:
            code.children = nested(lines)
        self._place(code)

    def _end_html(self) -> None:
        """Read a block of HTML; its tables stand behind its lines."""
        html, self._html = self._html, None
        if html is not None:
            reader = HtmlReader(self._source)
            reader.read(*html)
            self._place_lines(reader.lines)
            for table in reader.tables:
                self._place(_with_span(table))

    def _flush(self) -> None:
        """End the paragraph that is being read."""
        if self._paragraph is None:
            return
        lines = self._paragraph.plain_lines()
        self._paragraph = None
        container = self._containers[-1] if self._containers else None
        if lines and container and container.kind == "item" and not container.line and not container.children:
            _set_line(container, lines.pop(0).line)
        self._place_lines(lines)

    def _place_lines(self, lines: list[PlainLine]) -> None:
        for block in nested(lines):
            level = _hash_level(block)
            if level and block.line and not self._containers:
                self._open_section(block.line.behind(level), level)
            else:
                self._place(block)

    # ------------------------------------------------------------ words
    def _words(self) -> Paragraph:
        if self._paragraph is None:
            within_item = bool(self._containers) and self._containers[-1].kind == "item"
            self._paragraph = Paragraph(self._source, within_item=within_item)
        return self._paragraph

    def _inline(self, name: str, payload: object, start: int, end: int) -> None:
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
            if breaks_line(str(payload)):
                self._words().line_break(hard=True)
        elif name == "Html":
            self._html = Span(min(start, self._html.start), end) if self._html else Span(start, end)
        elif name == "TaskListMarker" and self._containers:
            self._containers[-1].done = payload is True

    def _text(self, words: str, start: int, end: int) -> None:
        if words.strip("*") or self._source[start - 1 : start] == "\\":
            if "**" in words and self._source[start:end] == words:
                self._words().copy_marked(start, end)
            else:
                self._words().write(words, start, end)
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
        paragraph = Paragraph(self._source, within_item=False)
        for line in _LINE.finditer(self._source, start, end):
            paragraph.copy_marked(*line.span())
            paragraph.line_break(hard=True)
        self._code_lines.extend(paragraph.plain_lines())


def _tag(payload: object) -> tuple[str, object]:
    """Return the name of a tag and what it says beside its name."""
    if isinstance(payload, dict):
        ((name, detail),) = payload.items()
        return str(name), detail
    return str(payload), None


def _level(detail: object) -> int:
    return int(str(detail["level"])[1:]) if isinstance(detail, dict) else 6


def _fence(detail: object) -> str:
    if isinstance(detail, dict):
        return (str(detail.get("Fenced", "")).split() or [""])[0].lower()
    return "indented"


def _set_line(item: Block, line: Line) -> None:
    done, at = box(line.text.value)
    if done is not None and item.done is None and at < len(line.text.value):
        item.done, line = done, line.behind(at)
    item.line, item.span = line, line.text.span


def _destination(detail: object) -> str:
    return str(detail.get("dest_url", "")) if isinstance(detail, dict) else ""


def _is_code(words: str) -> bool:
    """Whether a line is one of a program or of data, not of words."""
    return words[0] in "\"'{}<@" or words[-1] in "{}[;"


def _with_span(table: Block) -> Block:
    """Give a table the place from its first word to its last."""
    spans = [line.text.span for row in table.rows for cell in row for line in cell]
    if spans:
        table.span = Span(spans[0].start, spans[-1].end)
    return table


def _hash_level(block: Block) -> int:
    """Return the level of a heading whose author left out the blank behind its `#` (`#123` and `#tag` are none)."""
    if block.kind != "line" or block.value[:1] != "#":
        return 0
    level = len(block.value) - len(block.value.lstrip("#"))
    after = block.value[level : level + 1]
    return level if level <= _DEEPEST and after >= _FIRST_CJK else 0
