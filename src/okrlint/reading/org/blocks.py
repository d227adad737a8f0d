"""The blocks of Org below headlines: lists, tables, drawers, planning lines, blocks and paragraphs."""

from bisect import bisect_right
from functools import cache
from itertools import pairwise
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.code_blocks import code_lines
from okrlint.reading.fields import canonical
from okrlint.reading.org.inline import DAY, add_words, cookie_pattern
from okrlint.reading.outline import MAX_COLUMNS, MAX_DEPTH, Block, Cell, Line, with_span
from okrlint.reading.paragraphs import Paragraph
from okrlint.reading.plain_lines import PlainLine, nested, set_words
from okrlint.reading.source_lines import SourceLine, code_block
from okrlint.reading.word_sets import words

_NO_FIELDS = words("id title name description todo tags")
"""Properties and keywords that have a meaning of their own in Org."""

_SILENT = words("comment export logbook clock")
"""Blocks and drawers whose contents are no words of the document."""

_BLANK_LINES = 2
"""So many blank lines end a list."""

_LONGEST_TERM = 80


@cache
def _marker() -> Pattern[str]:
    """Match the marker of a list item, and a number that it sets its counter to."""
    return compile_pattern(r"(?P<bullet>[-+*]|\d{1,4}[.)])(?:[ \t]+(?:\[@[0-9a-zA-Z]{1,4}\][ \t]*)?|\Z)", ASCII)


@cache
def _keyword() -> Pattern[str]:
    return compile_pattern(r"#\+(?P<name>[^\s:]{1,40}):(?:\s+|\Z)")


@cache
def _block_begin() -> Pattern[str]:
    return compile_pattern(r"#\+begin_(?P<name>[^\s]{1,40})(?:\s+(?P<detail>\S{1,40}))?", IGNORECASE)


@cache
def _drawer() -> Pattern[str]:
    return compile_pattern(r":(?P<name>[\w-]{1,40}):\Z")


@cache
def _property() -> Pattern[str]:
    return compile_pattern(r":(?P<name>[^\s:]{1,60}):(?:\s+(?=\S))")


@cache
def _planning() -> Pattern[str]:
    return compile_pattern(
        rf"(?P<name>DEADLINE|SCHEDULED|CLOSED):[ \t]{{0,9}}[<\[](?P<day>{DAY})[^<>\[\]\n]{{0,60}}[>\]]", ASCII
    )


_PLANNED = {"DEADLINE": "DEADLINE", "SCHEDULED": "Start date"}
"""What planning lines say as fields; Org's manual has `SCHEDULED` say when work shall begin."""


@cache
def _width() -> Pattern[str]:
    """Match a cell that only says how a column is shown: `<20>`, `<r>`."""
    return compile_pattern(r"<[lcr]?\d{0,4}>|/|<|>", ASCII)


class BlockReader:
    """Reads lines that hold no headline into blocks.

    Args:
        source: the text of the document.
    """

    def __init__(self, source: str) -> None:
        self._source = source

    def read(self, lines: list[SourceLine], depth: int = 0, *, within_item: bool = False) -> list[Block]:
        """Return the blocks that lines hold."""
        if depth >= MAX_DEPTH:
            return nested(self._plain_lines([line for line in lines if line.words], within_item=within_item))
        blocks: list[Block] = []
        ends = _Ends(lines)
        at = 0
        while at < len(lines):
            at = self._block(lines, at, depth, blocks, ends, within_item=within_item) if lines[at].words else at + 1
        return blocks

    def _block(
        self, lines: list[SourceLine], at: int, depth: int, blocks: list[Block], ends: "_Ends", *, within_item: bool
    ) -> int:
        """Read the block that begins at a line into `blocks`; return where the next begins."""
        line = lines[at]
        first = line.words[0]
        if first == "#" and (end := self._marked(lines, at, depth, blocks, ends)):
            return end
        if first == ":" and (end := self._drawn(lines, at, depth, blocks, ends)):
            return end
        if first == "|":
            return self._table(lines, at, blocks)
        if _is_item(line):
            end = _item_end(lines, at)
            blocks.append(self._item(lines[at:end], depth))
            return end
        if _planning().match(line.words):
            blocks.extend(self._planned(line))
            return at + 1
        if line.words.startswith(("CLOCK:", "[fn:")) or (line.words.startswith("-----") and not line.words.strip("-")):
            return at + 1
        end = at + 1
        while end < len(lines) and lines[end].words and not _interrupts(lines[end]):
            end += 1
        blocks.extend(nested(self._plain_lines(lines[at:end], within_item=within_item)))
        return end

    # ------------------------------------------------------------ words
    def _plain_lines(self, lines: list[SourceLine], *, within_item: bool) -> list[PlainLine]:
        paragraph = Paragraph(self._source, within_item=within_item)
        if lines:
            add_words(paragraph, self._source, lines[0].start, lines[-1].end)
        return paragraph.plain_lines()

    def words(self, start: int, end: int) -> Line | None:
        """Return the words at a place as a line, without statistics cookies."""
        paragraph = Paragraph(self._source, within_item=True)
        self._add_without_cookies(paragraph, start, end)
        return next(iter(paragraph.lines()), None)

    def _add_without_cookies(self, paragraph: Paragraph, start: int, end: int) -> None:
        for cookie in cookie_pattern().finditer(self._source, start, end):
            add_words(paragraph, self._source, start, cookie.start())
            start = cookie.end()
        add_words(paragraph, self._source, start, end)

    def _field(self, name: tuple[int, int], value: tuple[int, int], written: str = "") -> Block:
        """Return a name and its words, wherever they stand, as the line `name: words`."""
        paragraph = Paragraph(self._source, within_item=True)
        paragraph.write(written or self._source[slice(*name)], *name)
        paragraph.write(": ", name[1], value[0])
        add_words(paragraph, self._source, *value)
        return Block("line", paragraph.lines()[0])

    def share(self, cookie: Match[str]) -> Block:
        """Return the field that a statistics cookie of a headline is: its progress."""
        return self._field((cookie.start("share"), cookie.start("share")), cookie.span("share"), "Progress")

    def priority(self, start: int, end: int) -> Block:
        """Return the field that a priority cookie (`[#A]`) is; its letter stands at this place."""
        return self._field((start, start), (start, end), "Priority")

    # ------------------------------------------------------------ keywords, blocks, comments
    def _marked(self, lines: list[SourceLine], at: int, depth: int, blocks: list[Block], ends: "_Ends") -> int:
        """Read what begins with `#`; return 0 for words that do, such as a tag."""
        line = lines[at]
        begin = _block_begin().match(line.words)
        if begin:
            end = ends.of_block(at, begin["name"].lower())
            if end:
                self._delimited(lines[at + 1 : end], begin, depth, blocks)
                return end + 1
            return at + 1
        keyword = _keyword().match(line.words)
        if keyword:
            blocks.extend(self._keyword_field(line, keyword))
            return at + 1
        return at + 1 if line.words[:2] in ("# ", "#", "#+") else 0

    def _keyword_field(self, line: SourceLine, keyword: Match[str]) -> list[Block]:
        name = keyword["name"]
        if name.lower() in _NO_FIELDS or canonical(name) is None or keyword.end() == len(line.words):
            return []
        low, high = keyword.span("name")
        return [self._field((line.start + low, line.start + high), (line.start + keyword.end(), line.end))]

    def _delimited(self, inner: list[SourceLine], begin: Match[str], depth: int, blocks: list[Block]) -> None:
        """Read a block between `#+begin_…` and `#+end_…`."""
        name = begin["name"].lower()
        if name in ("src", "example"):
            language = (begin["detail"] or "code").lower() if name == "src" else ""
            blocks.extend(code_block(self._source, inner, language))
        elif name == "quote":
            quote = Block("quote")
            quote.children = self.read(inner, depth + 1)
            blocks.append(quote)
        elif name not in _SILENT:
            blocks.extend(self.read(inner, depth + 1))

    # ------------------------------------------------------------ drawers, planning
    def _drawn(self, lines: list[SourceLine], at: int, depth: int, blocks: list[Block], ends: "_Ends") -> int:
        """Read a drawer, or lines of fixed width; return 0 for words that begin with a colon."""
        if lines[at].words[:2] in (": ", ":"):
            end = at
            while end < len(lines) and lines[end].words[:2] in (": ", ":"):
                end += 1
            blocks.extend(nested(self._fixed(lines[at:end])))
            return end
        drawer = _drawer().match(lines[at].words)
        end = ends.of_drawer(at) if drawer else 0
        if drawer and end:
            inner = lines[at + 1 : end]
            name = drawer["name"].lower()
            if name == "properties":
                blocks.extend(field for line in inner if (field := self._property_field(line)))
            elif name not in _SILENT:
                blocks.extend(self.read(inner, depth + 1))
            return end + 1
        return 0

    def _fixed(self, lines: list[SourceLine]) -> list[PlainLine]:
        plain: list[PlainLine] = []
        for line in lines:
            plain.extend(code_lines(self._source, line.start + 1, line.end))
        return plain

    def _property_field(self, line: SourceLine) -> Block | None:
        found = _property().match(line.words)
        if found is None or found["name"].lower() in _NO_FIELDS or canonical(found["name"]) is None:
            return None
        low, high = found.span("name")
        return self._field((line.start + low, line.start + high), (line.start + found.end(), line.end))

    def _planned(self, line: SourceLine) -> list[Block]:
        """Return what a planning line says as fields: `DEADLINE: <2026-06-30 Tue> SCHEDULED: <2026-04-01 Wed>`."""
        fields = []
        for found in _planning().finditer(self._source, line.start, line.end):
            name = _PLANNED.get(found["name"])
            if name:
                fields.append(self._field(found.span("name"), found.span("day"), name))
        return fields

    # ------------------------------------------------------------ lists, tables
    def _item(self, lines: list[SourceLine], depth: int) -> Block:
        item = Block("item")
        marker = _marker().match(lines[0].words)
        first = lines[0].behind(marker.end() if marker else 0)
        end = 1
        while end < len(lines) and lines[end].words and not _interrupts(lines[end]):
            end += 1
        if not first.words:
            end = 1
        paragraph = Paragraph(self._source, within_item=True)
        last = lines[end - 1].end if end > 1 else first.end
        term = first.words.find(" ::", 0, _LONGEST_TERM)
        behind = first.words[term + 3 : term + 4]
        if term > 0 and not behind.strip():
            add_words(paragraph, self._source, first.start, first.start + term)
            paragraph.write(": ", first.start + term, first.start + term + 3 + len(behind))
            add_words(paragraph, self._source, first.start + term + 3 + len(behind), last)
        else:
            self._add_without_cookies(paragraph, first.start, last)
        plain = paragraph.plain_lines()
        if plain:
            set_words(item, plain[0].line)
        item.children = nested(plain[1:]) + self.read(lines[end:], depth + 1, within_item=True)
        return item

    def _table(self, lines: list[SourceLine], at: int, blocks: list[Block]) -> int:
        table = Block("table")
        while at < len(lines) and lines[at].words[:1] == "|":
            row = self._row(lines[at])
            if row and not all(len(cell) == 0 or _width().fullmatch(cell[0].text.value) for cell in row):
                table.rows.append(row)
            at += 1
        blocks.append(with_span(table))
        return at

    def _row(self, line: SourceLine) -> list[Cell]:
        """Return the cells of a line; none of one that only draws a rule."""
        if line.words[:2] == "|-":
            return []
        bars = [at for at, char in enumerate(line.words) if char == "|"][: MAX_COLUMNS + 1]
        if bars[-1] != len(line.words) - 1 and len(bars) <= MAX_COLUMNS:
            bars.append(len(line.words))
        row: list[Cell] = []
        for left, right in pairwise(bars):
            paragraph = Paragraph(self._source, within_item=False)
            add_words(paragraph, self._source, line.start + left + 1, line.start + right)
            row.append(tuple(paragraph.lines()))
        return row


class _Ends:
    """Knows where drawers and delimited blocks end."""

    __slots__ = ("_ends", "_lines")

    def __init__(self, lines: list[SourceLine]) -> None:
        self._lines = lines
        self._ends: dict[str, list[int]] | None = None

    def of_block(self, at: int, name: str) -> int:
        """Return the line that ends a delimited block; 0 without one."""
        return self._next(at, f"#+end_{name}")

    def of_drawer(self, at: int) -> int:
        """Return the line that ends a drawer; 0 without one."""
        return self._next(at, ":end:")

    def _next(self, at: int, end: str) -> int:
        if self._ends is None:
            self._ends = {}
            for number, line in enumerate(self._lines):
                if line.words[:1] in ("#", ":"):
                    self._ends.setdefault(line.words.lower(), []).append(number)
        numbers = self._ends.get(end, [])
        following = bisect_right(numbers, at)
        return numbers[following] if following < len(numbers) else 0


def _is_item(line: SourceLine) -> bool:
    """Whether a line begins with the marker of a list; a star at the left edge is a headline's."""
    return _marker().match(line.words) is not None and not (line.words[0] == "*" and line.indent == 0)


def _item_end(lines: list[SourceLine], at: int) -> int:
    """Return where an item ends: before what is not indented further, or behind two blank lines."""
    indent = lines[at].indent
    end = at + 1
    blank = 0
    for number in range(at + 1, len(lines)):
        if not lines[number].words:
            blank += 1
            if blank >= _BLANK_LINES:
                break
            continue
        if lines[number].indent <= indent:
            break
        blank = 0
        end = number + 1
    return end


def _interrupts(line: SourceLine) -> bool:
    """Whether a line ends the paragraph before it."""
    value = line.words
    if value[0] in ":#|":
        return value[0] == "|" or value[:2] in ("# ", "#", "#+", ": ", ":") or _drawer().match(value) is not None
    return _is_item(line) or _planning().match(value) is not None
