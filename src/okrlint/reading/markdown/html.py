"""The words of HTML that stands in Markdown: lines, and tables with cells over several rows."""

from functools import cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.markdown.paragraphs import Paragraph
from okrlint.reading.outline import MAX_COLUMNS, Block, Cell
from okrlint.reading.plain_lines import PlainLine
from okrlint.reading.word_sets import words

_LINE_TAGS = words("br p div li ul ol tr td th summary details section h1 h2 h3 h4 h5 h6 hr blockquote pre")
"""Elements that begin a line of their own."""

_UNSPOKEN = words("script style template svg iframe")
"""Elements whose contents are no words."""

_MAX_ROWS_SPANNED = 100


@cache
def _tag() -> Pattern[str]:
    return compile_pattern(r"<!--|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,20})\b(?P<rest>[^<>]{0,2000})>", ASCII)


@cache
def _rowspan() -> Pattern[str]:
    return compile_pattern(r"rowspan\s{0,3}=\s{0,3}[\"']?(\d{1,3})", ASCII | IGNORECASE)


@cache
def _written_line() -> Pattern[str]:
    return compile_pattern(r"[^\r\n]+")


def breaks_line(tag: str) -> bool:
    """Whether a tag within a line begins a new one (`<br>`)."""
    match = _tag().match(tag)
    return match is not None and (match["name"] or "").lower() in _LINE_TAGS


class HtmlReader:
    """Reads one block of HTML.

    Attributes:
        lines: what stands outside of tables.
        tables: the tables.
    """

    def __init__(self, source: str) -> None:
        self.lines: list[PlainLine] = []
        self.tables: list[Block] = []
        self._source = source
        self._paragraph = Paragraph(source, within_item=False)
        self._table: Block | None = None
        self._spanning: dict[int, int] = {}
        self._rows_of_cell = 1

    def read(self, start: int, end: int) -> None:
        """Read a stretch of the source; what stands in comments is not said."""
        at = start
        while at < end:
            tag = _tag().search(self._source, at, end)
            self._words(at, tag.start() if tag else end)
            if tag is None:
                break
            at = self._after(tag, end)
        self._end_lines()

    def _words(self, start: int, end: int) -> None:
        at = start
        for line in _written_line().finditer(self._source, start, end):
            if line.start() > at:
                self._end_written_line(line.start())
            self._paragraph.copy(*line.span())
            at = line.end()
        if at < end:
            self._end_written_line(end)

    def _end_written_line(self, at: int) -> None:
        if self._table is None:
            self._paragraph.line_break(hard=True)
        else:
            self._paragraph.write(" ", at - 1, at)

    def _after(self, tag: Match[str], end: int) -> int:
        """Act on a tag; return where to go on reading."""
        if tag["name"] is None:
            close = self._source.find("-->", tag.end(), end)
            return close + 3 if close >= 0 else end
        name, closes = tag["name"].lower(), bool(tag["close"])
        if name in _UNSPOKEN and not closes:
            close = self._source.find(f"</{name}", tag.end(), end)
            return close if close >= 0 else end
        if name in ("b", "strong"):
            self._paragraph.strong(-1 if closes else 1)
        elif name == "table":
            self._table_tag(closes=closes)
        elif self._table is not None and name in ("tr", "td", "th"):
            self._cell_tag(self._table, name, tag["rest"], closes=closes)
        elif name in _LINE_TAGS:
            self._paragraph.line_break(hard=True)
        return tag.end()

    def _table_tag(self, *, closes: bool) -> None:
        if not closes:
            self._end_lines()
            self._table = Block("table")
        elif self._table is not None:
            self.tables.append(self._table)
            self._table = None
            self._spanning = {}

    def _cell_tag(self, table: Block, name: str, attributes: str, *, closes: bool) -> None:
        if name == "tr" and not closes:
            table.rows.append([])
        elif name != "tr" and not closes:
            spanned = _rowspan().search(attributes)
            self._rows_of_cell = min(int(spanned[1]), _MAX_ROWS_SPANNED) if spanned else 1
            self._paragraph = Paragraph(self._source, within_item=False)
        elif name != "tr" and table.rows:
            self._end_cell(table.rows[-1])
        if closes and name == "tr" and table.rows:
            self._continue_cells(table.rows[-1])

    def _end_cell(self, row: list[Cell]) -> None:
        self._continue_cells(row)
        cell = tuple(self._paragraph.lines())
        if len(row) < MAX_COLUMNS:
            if self._rows_of_cell > 1:
                self._spanning[len(row)] = self._rows_of_cell - 1
            row.append(cell)
        self._paragraph = Paragraph(self._source, within_item=False)

    def _continue_cells(self, row: list[Cell]) -> None:
        """Go on with cells of earlier rows that reach into this one; there they are empty, as in Markdown."""
        reaching: dict[int, int] = {}
        while len(row) in self._spanning:
            at = len(row)
            left = self._spanning.pop(at)
            if left > 1:
                reaching[at] = left - 1
            row.append(())
        self._spanning.update(reaching)

    def _end_lines(self) -> None:
        if self._table is None:
            self.lines.extend(self._paragraph.plain_lines())
            self._paragraph = Paragraph(self._source, within_item=False)
