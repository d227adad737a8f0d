"""What the names of directives mean: `.. code-block::`, `.. objective::`, `.. csv-table::`."""

from functools import cache
from re import ASCII, Pattern, escape
from re import compile as compile_pattern

from okrlint.reading.fields import canonical
from okrlint.reading.outline import MAX_COLUMNS, Block, Cell, with_span
from okrlint.reading.paragraphs import Paragraph
from okrlint.reading.rst.inline import References, add_words
from okrlint.reading.source_lines import SourceLine
from okrlint.reading.word_sets import words

CODE = words(
    "code code-block sourcecode parsed-literal literalinclude highlight math raw doctest testcode testoutput prompt"
    " graphviz digraph graph uml plantuml mermaid jinja"
)
"""Directives with code in them (those of docutils and Sphinx, and common extensions)."""

SILENT = words(
    "toctree contents sectnum section-numbering image figure include meta title index role default-role default-domain"
    " currentmodule module target-notes tabularcolumns unicode date replace header footer seealso glossary bibliography"
    " automodule autoclass autofunction autosummary centered acks hlist todolist tags"
)
"""Directives that hold no words of the document, or none that could be about OKRs."""

UNTITLED = words("container class only ifconfig grid tab-set grid-item cssclass rst-class compound epigraph")
"""Directives whose argument is no title: a name for style sheets, a condition, a number of columns."""


class Directive:
    """A directive.

    Attributes:
        name: in lower case, without a domain.
        place: where the name stands, without a domain.
        argument: the lines right behind the name, none of them blank.
        options: its field list.
        content: the lines below.
    """

    __slots__ = ("argument", "content", "name", "options", "place")

    def __init__(self, name: str, place: tuple[int, int], first: SourceLine, rest: list[SourceLine]) -> None:
        self.name = name
        self.place = place
        at = 0
        self.argument = [first] if first.words else []
        while self.argument and at < len(rest) and rest[at].words and not field_name_end(rest[at].words):
            self.argument.append(rest[at])
            at += 1
        begin = at
        while at < len(rest) and field_name_end(rest[at].words):
            at += 1
        self.options = rest[begin:at]
        self.content = rest[at:]

    def option(self, name: str) -> SourceLine | None:
        """Return what an option says, or None without it."""
        for line in self.options:
            end = field_name_end(line.words)
            if line.words[1 : end - 1] == name:
                return line.behind(end)
        return None

    @property
    def item(self) -> str:
        """What it holds: "Objective", "Key result", or "" for anything else."""
        return {"objective": "Objective", "key_result": "Key result"}.get(canonical(self.name) or "", "")


@cache
def _directive() -> Pattern[str]:
    return compile_pattern(r"\.\.\s{1,9}(?:[^\W\d][\w.+-]{0,40}:){0,3}([^\W\d][\w.+-]{0,60}) ?::(?:\s|\Z)")


def directive(lines: list[SourceLine]) -> Directive | None:
    """Return the directive that lines of explicit mark-up are, or None: a comment, a target, a footnote."""
    line = lines[0]
    found = _directive().match(line.words)
    if found is None:
        return None
    low, high = found.span(1)
    return Directive(found[1].lower(), (line.start + low, line.start + high), line.behind(found.end()), lines[1:])


@cache
def _field() -> Pattern[str]:
    """Match a field's name; behind it Chinese authors sometimes leave out the blank."""
    return compile_pattern(r":(?=[^\s:`])([^:\r\n`]{1,60}):(?=\s|\Z|[^\x00-\x7f])", ASCII)


def field_name_end(value: str) -> int:
    """Return where the words begin behind the name of a field (`:Owner: Ana`); 0 where a line is no field."""
    found = _field().match(value) if value[:1] == ":" else None
    return found.end() if found else 0


# ------------------------------------------------------------ tables
def list_table(content: list[Block]) -> Block:
    """Return a list of lists as a table: an item for each row, and in it one for each cell."""
    table = Block("table")
    for row in content:
        cells = [_cell(item) for item in row.children if item.kind == "item"]
        if cells:
            table.rows.append(cells[:MAX_COLUMNS])
    return with_span(table)


def _cell(item: Block) -> Cell:
    return tuple(block.line for block in (item, *item.walk()) if block.line)


_DELIMITERS = {"tab": "\t", "space": " "}


@cache
def _csv_cell(delimiter: str) -> Pattern[str]:
    rest = rf"[^\r\n{escape(delimiter)}]*"
    return compile_pattern(
        rf'[ \u3000]{{0,80}}(?:"(?P<quoted>(?:[^"]|""){{0,4000}})"{rest}|(?P<bare>{rest}))(?P<end>.?)'
    )


def csv_table(directive: Directive, source: str, references: References) -> Block:
    """Return the rows of a `csv-table`, the one in its option `header` first."""
    said = directive.option("delim")
    delimiter = _DELIMITERS.get(said.words, said.words[:1]) if said else ","
    pattern = _csv_cell(delimiter or ",")
    table = Block("table")
    header = directive.option("header")
    content = [line for line in directive.content if line.words]
    if header:
        _csv_rows(table, (header.start, header.end), pattern, source, references)
    if content:
        _csv_rows(table, (content[0].start, content[-1].end), pattern, source, references)
    return with_span(table)


def _csv_rows(table: Block, place: tuple[int, int], pattern: Pattern[str], source: str, references: References) -> None:
    at, end = place
    row: list[Cell] = []
    while at < end:
        found = pattern.match(source, at, end)
        if found is None:
            break
        kind = "bare" if found["quoted"] is None else "quoted"
        if len(row) < MAX_COLUMNS:
            paragraph = Paragraph(source, within_item=True)
            add_words(paragraph, source, *found.span(kind), references)
            row.append(tuple(paragraph.lines()))
        at = max(found.end(), at + 1)
        if found["end"] in ("\r", "\n", "") or at >= end:
            if any(row):
                table.rows.append(row)
            row = []
            while at < end and source[at] in " \t\r\n":
                at += 1
