"""The blocks of reStructuredText: lists, fields, tables, directives and paragraphs, told by how lines begin.

It is more lenient than docutils where the author's intent is plain: a list needs no blank line before it, and one that
is indented for looks is no quote.
"""

from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.fields import canonical, leading_field
from okrlint.reading.labels import label
from okrlint.reading.outline import MAX_DEPTH, Block, Line
from okrlint.reading.paragraphs import Paragraph, begins_anew
from okrlint.reading.plain_lines import PlainLine, nested, set_words
from okrlint.reading.rst.directives import (
    CODE,
    SILENT,
    UNTITLED,
    Directive,
    csv_table,
    directive,
    field_name_end,
    list_table,
)
from okrlint.reading.rst.inline import References, add_words
from okrlint.reading.rst.tables import grid_end, grid_table, is_grid, is_simple, simple_end, simple_table
from okrlint.reading.source_lines import SourceLine, block_end, code_block

_SHORTEST_ADORNMENT = 4
"""An underline that is shorter than its title must be as long as this to be one."""

_NO_FIELDS = frozenset(("id", "title"))
"""Options of a directive that say nothing about an objective: `:name:` is an anchor."""


@cache
def _marker() -> Pattern[str]:
    """Match the marker of a list item; a letter with a full stop may as well be a person's initial."""
    return compile_pattern(
        r"(?:[-*+•‣⁃]|(?P<number>\(?(?:\d{1,3}|#|(?P<letter>[A-Za-z]|[ivxlc]{1,5}|[IVXLC]{1,5}))[.)]))(?:\s+|\Z)", ASCII
    )


def is_adornment(value: str) -> bool:
    """Whether a line is nothing but one punctuation mark, again and again, as below a title."""
    mark = value[:1]
    return (
        len(value) > 1 and mark.isascii() and not mark.isalnum() and value not in ("::", "..") and not value.strip(mark)
    )


def underlines(adornment: SourceLine, title: SourceLine) -> bool:
    """Whether a line makes the line before it a title; it may be too short, as below Chinese it often is."""
    long_enough = min(len(title.words), _SHORTEST_ADORNMENT)
    return is_adornment(adornment.words) and len(adornment.words) >= long_enough and adornment.indent == 0


class BlockReader:
    """Reads lines into blocks.

    Args:
        source: the text of the document.
        references: what is defined somewhere in it.
    """

    def __init__(self, source: str, references: References) -> None:
        self._source = source
        self._references = references

    def title(self, line: SourceLine) -> Line | None:
        """Return the words of a title."""
        paragraph = Paragraph(self._source, within_item=False)
        self._add(paragraph, [line])
        return next(iter(paragraph.lines()), None)

    def read(self, lines: list[SourceLine], depth: int = 0, *, within_item: bool = False) -> list[Block]:
        """Return the blocks that lines hold, those that are indented furthest to the left side by side."""
        if depth >= MAX_DEPTH:
            return nested(self._plain_lines([line for line in lines if line.words], within_item=within_item))
        blocks: list[Block] = []
        left = min((line.indent for line in lines if line.words), default=0)
        at = 0
        while at < len(lines):
            if lines[at].words:
                at = self._block(lines, at, left, depth, blocks, within_item=within_item)
            else:
                at += 1
        return blocks

    def _block(
        self, lines: list[SourceLine], at: int, left: int, depth: int, blocks: list[Block], *, within_item: bool
    ) -> int:
        """Read the block that begins at a line into `blocks`; return where the next begins."""
        line = lines[at]
        if line.indent > left:
            end = block_end(lines, at, left)
            blocks.extend(_quoted(self.read(lines[at:end], depth + 1, within_item=within_item)))
            return end
        if is_grid(line):
            end = grid_end(lines, at)
            blocks.append(grid_table(lines[at:end], self._source, self._references))
            return end
        if is_simple(line):
            end = simple_end(lines, at)
            blocks.append(simple_table(lines[at:end], self._source, self._references))
            return end
        if is_adornment(line.words):
            return at + 1
        end = block_end(lines, at + 1, left)
        marker = _item_marker(line)
        if marker:
            blocks.append(self._item(line.behind(marker.end()), lines[at + 1 : end], depth))
        elif line.words[:3] in (".. ", "..") or line.words[:3] == "__ ":
            self._explicit(lines[at:end], depth, blocks)
        elif field_name_end(line.words):
            self._field(line, lines[at + 1 : end], depth, blocks)
        elif line.words[:2] in ("| ", "|"):
            return self._line_block(lines, at, blocks)
        elif line.words[:4] == ">>> ":
            return _paragraph_end(lines, at, left, within_item=True)
        else:
            return self._text(lines, at, left, depth, blocks, within_item=within_item)
        return end

    # ------------------------------------------------------------ words
    def _add(self, paragraph: Paragraph, lines: list[SourceLine]) -> None:
        if lines:
            add_words(paragraph, self._source, lines[0].start, lines[-1].end, self._references)

    def _plain_lines(self, lines: list[SourceLine], *, within_item: bool) -> list[PlainLine]:
        paragraph = Paragraph(self._source, within_item=within_item)
        self._add(paragraph, lines)
        return paragraph.plain_lines()

    def _text(
        self, lines: list[SourceLine], at: int, left: int, depth: int, blocks: list[Block], *, within_item: bool
    ) -> int:
        """Read a paragraph, a term with its definition, or a title within a block."""
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following and following.words and following.indent > left and not within_item:
            end = block_end(lines, at + 1, left)
            if not lines[at].words.endswith("::"):
                blocks.append(self._definition(lines[at], lines[at + 1 : end], depth))
                return end
        end = _paragraph_end(lines, at, left, within_item=within_item)
        plain, literal = self._paragraph(lines[at:end], within_item=within_item)
        if end == at + 1 and following and plain and is_adornment(following.words):
            words = plain[0].line.text
            plain[0].line = Line(words, len(words.value))
            end += 1
        blocks.extend(nested(plain))
        return self._literal(lines, end, left, blocks) if literal else end

    def _paragraph(self, lines: list[SourceLine], *, within_item: bool) -> tuple[list[PlainLine], bool]:
        """Return the lines of a paragraph, and whether it ends in `::`, which announces code."""
        last = lines[-1]
        literal = last.words.endswith("::")
        if literal:
            kept = last.words[:-1] if last.words[:-2].strip() and last.words[-3:-2].strip() else last.words[:-2]
            lines = [*lines[:-1], SourceLine(last.start, last.indent, kept)]
        return self._plain_lines(lines, within_item=within_item), literal

    def _literal(self, lines: list[SourceLine], at: int, left: int, blocks: list[Block]) -> int:
        end = block_end(lines, at, left)
        blocks.extend(code_block(self._source, lines[at:end], ""))
        return end

    def _line_block(self, lines: list[SourceLine], at: int, blocks: list[Block]) -> int:
        """Read lines that begin with a bar: each is a line of its own."""
        plain: list[PlainLine] = []
        while at < len(lines) and lines[at].words[:2] in ("| ", "|"):
            plain.extend(self._plain_lines([lines[at].behind(1)], within_item=False))
            at += 1
        blocks.extend(nested(plain))
        return at

    # ------------------------------------------------------------ items
    def _item(self, first: SourceLine, rest: list[SourceLine], depth: int) -> Block:
        item = Block("item")
        _fill(item, self._body(first, rest, depth))
        return item

    def _body(self, first: SourceLine, rest: list[SourceLine], depth: int) -> list[Block]:
        """Read what stands behind a marker, and the lines below that are indented."""
        if not first.words:
            return self.read(rest, depth + 1, within_item=True)
        first.indent = min((line.indent for line in rest if line.words), default=first.indent)
        return self.read([first, *rest], depth + 1, within_item=True)

    def _definition(self, term: SourceLine, body: list[SourceLine], depth: int) -> Block:
        """Read a line with indented lines below it: a term and its definition, or a sentence that goes on there."""
        left = min(line.indent for line in body if line.words)
        end = _paragraph_end(body, 0, left, within_item=True) if not _begins_block(body[0]) else 0
        named = canonical(term.words)
        if end and named and end == len(body):
            paragraph = Paragraph(self._source, within_item=True)
            self._add(paragraph, [term])
            if term.words[-1] not in ":：":
                paragraph.write(": ", term.end, term.end)
            self._add(paragraph, body)
            return Block("line", paragraph.lines()[0])
        item = Block("item")
        words = [term]
        if end and begins_anew(term.words) and not begins_anew(body[0].words):
            words, body = [term, *body[:end]], body[end:]
        plain = self._plain_lines(words, within_item=True)
        if plain:
            set_words(item, plain[0].line)
        item.children = nested(plain[1:]) + self.read(body, depth + 1, within_item=True)
        return item

    def _field(self, line: SourceLine, rest: list[SourceLine], depth: int, blocks: list[Block]) -> None:
        """Read `:Owner: Ana` as the line `Owner: Ana`; with a list in it, it is an item that holds that."""
        name_end = field_name_end(line.words)
        first = line.behind(name_end)
        body = [first, *rest] if first.words else rest
        if not body:
            return
        left = min((each.indent for each in rest if each.words), default=0)
        begins_block = _begins_block(body[0])
        end = 0 if begins_block else _paragraph_end(body, 0, left, within_item=True)
        paragraph = Paragraph(self._source, within_item=True)
        paragraph.copy(line.start + 1, line.start + name_end)
        if end:
            paragraph.write(" ", line.start + name_end, body[0].start)
            self._add(paragraph, body[:end])
        plain = paragraph.plain_lines()
        children = self.read(body[end:], depth + 1, within_item=True)
        if not plain:
            return
        field = Block("item" if children else "line", plain[0].line)
        field.children = children
        blocks.extend([field, *nested(plain[1:])])

    # ------------------------------------------------------------ explicit mark-up
    def _explicit(self, lines: list[SourceLine], depth: int, blocks: list[Block]) -> None:
        """Read what begins with two dots; comments, targets, footnotes and definitions give no words."""
        found = directive(lines)
        if found is None or found.name in SILENT:
            return
        if found.name in CODE:
            language = found.argument[0].words.lower() if found.argument else "code"
            blocks.extend(code_block(self._source, found.content, language))
        elif found.item:
            blocks.append(self._announced(found, depth))
        else:
            titled = found.name not in UNTITLED
            blocks.extend(self._body(found.argument[0], found.argument[1:], depth) if titled and found.argument else [])
            blocks.extend(self._content(found, depth))

    def _content(self, found: Directive, depth: int) -> list[Block]:
        if found.name == "csv-table":
            return [csv_table(found, self._source, self._references)]
        content = self.read(found.content, depth + 1)
        return [list_table(content)] if found.name == "list-table" else content

    def _announced(self, found: Directive, depth: int) -> Block:
        """Read a directive that is named after objectives or key results as an item with its content below."""
        item = Block("item")
        statement, content = found.argument, found.content
        if not statement:
            content = content[next((at for at, line in enumerate(content) if line.words), len(content)) :]
            left = min((line.indent for line in content if line.words), default=0)
            starts_with_words = bool(content) and not _begins_block(content[0])
            end = _paragraph_end(content, 0, left, within_item=True) if starts_with_words else 0
            statement, content = content[:end], content[end:]
        paragraph = Paragraph(self._source, within_item=True)
        value = statement[0].words if statement else ""
        if not (value and (label(value) or leading_field(value))):
            paragraph.write(found.item, *found.place)
            paragraph.write(": ", found.place[1], statement[0].start if statement else found.place[1])
        self._add(paragraph, statement)
        plain = paragraph.plain_lines()
        set_words(item, plain[0].line)
        item.children = nested(plain[1:]) + self._options(found) + self.read(content, depth + 1, within_item=True)
        return item

    def _options(self, found: Directive) -> list[Block]:
        options: list[Block] = []
        for line in found.options:
            name = canonical(line.words[1 : field_name_end(line.words) - 1])
            if name and name not in _NO_FIELDS:
                self._field(line, [], 0, options)
        return options


def _fill(item: Block, blocks: list[Block]) -> None:
    """Give an item the first line in it as its own words."""
    if blocks and blocks[0].kind == "line" and blocks[0].line:
        set_words(item, blocks[0].line)
        blocks = blocks[1:]
    item.children = blocks


def _quoted(blocks: list[Block]) -> list[Block]:
    """Return an indented block as a quote, but for one that begins with a list: it is indented for looks."""
    if blocks and blocks[0].kind in ("item", "table"):
        return blocks
    quote = Block("quote")
    quote.children = blocks
    return [quote]


def _item_marker(line: SourceLine) -> Match[str] | None:
    return _marker().match(line.words)


def _begins_block(line: SourceLine) -> bool:
    """Whether a line begins something other than a paragraph."""
    marker = _item_marker(line)
    return (
        (marker is not None and marker["letter"] is None)
        or line.words[:3] in (".. ", "..")
        or field_name_end(line.words) > 0
        or is_grid(line)
        or is_simple(line)
    )


def _paragraph_end(lines: list[SourceLine], at: int, left: int, *, within_item: bool) -> int:
    """Return where the paragraph that begins at a line ends.

    Lines that are indented further go on with the sentence of an item, and with a paragraph of several lines.
    """
    end = at + 1
    while end < len(lines) and lines[end].words and not _begins_block(lines[end]):
        deeper = lines[end].indent > left
        if (deeper and not within_item and end == at + 1) or is_adornment(lines[end].words):
            break
        end += 1
    return end
