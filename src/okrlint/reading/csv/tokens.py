"""From text to rows of cells, by the rules of Python's `csv` module, each cell with its place."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from re import Match, Pattern, escape
from re import compile as compile_pattern

from okrlint.model import Piece, Span, Text
from okrlint.reading.tables.rows import Row

MAX_COLUMNS = 1_000
"""How many cells of a row are read. What is said further right is one cell more: such a table is too wide."""

_REST_OF_ROW = compile_pattern(r'[^"\r\n]*+(?:"[^"]*"[^"\r\n]*+)*+"?')
_BREAK = compile_pattern(r"\r\n|\n|\r")
_WORDS, _BEHIND = 1, 3


@lru_cache(maxsize=8)
def _cell(delimiter: str) -> Pattern[str]:
    """Match a cell; the groups of one that is quoted are its words, the closing mark, and words behind it."""
    bare = rf"[^{escape(delimiter)}\r\n]*+"
    return compile_pattern(rf'"([^"]*+(?:""[^"]*+)*+)("?)({bare})|{bare}')


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a text; an empty line is a row without cells.

    Args:
        text: the text.
        delimiter: one character.
    """
    for cells in _rows(text, delimiter):
        yield [_text(text, cell) for cell in cells]


def widths(text: str, delimiter: str, count: int) -> list[int]:
    """Return how many cells each of the first rows of a text has, if `delimiter` separates them."""
    if '"' not in text:
        lines = _BREAK.split(text, count)[:count]
        found = [line.count(delimiter) + 1 if line else 0 for line in lines]
        if max(found) < MAX_COLUMNS:
            return found
    return [len(row) for row in islice(_rows(text, delimiter), count)]


def _rows(text: str, delimiter: str) -> Iterator[list[Match[str]]]:
    at = 0
    while at < len(text):
        row: list[Match[str]] = []
        at = _row(text, at, delimiter, row)
        yield row


def _row(text: str, at: int, delimiter: str, row: list[Match[str]]) -> int:
    """Find the cells of a row; return where the next begins."""
    found = _BREAK.match(text, at)
    if found:
        return found.end()
    pattern = _cell(delimiter)
    while cell := pattern.match(text, at):
        row.append(cell)
        at = cell.end()
        if len(row) == MAX_COLUMNS and (rest := _REST_OF_ROW.match(text, at)):
            at = rest.end()
            if rest.group().strip(f'{delimiter}" \t'):  # spreadsheet programs write thousands of empty cells
                row.append(rest)
        if text[at : at + 1] != delimiter:
            break
        at += 1
    found = _BREAK.match(text, at)
    return found.end() if found else at + 1


def _text(text: str, cell: Match[str]) -> Text:
    words = cell[_WORDS] if cell.lastindex else None
    if words is None:
        return Text.verbatim(cell[0], cell.start())
    start, close = cell.span(_WORDS)
    after, stop = cell.span(_BEHIND)
    if stop == after and '""' not in words:
        return Text.verbatim(words, start)
    return _spelled(text, start, close, after, stop)


def _spelled(text: str, start: int, close: int, after: int, stop: int) -> Text:
    """Return a quoted cell in which quotation marks are doubled, or behind which further words stand."""
    pieces: list[Piece] = []
    length = 0
    at = start
    while at < close:
        doubled = text.find('""', at, close)
        through = close if doubled < 0 else doubled + 1
        pieces.append(Piece(length, at, through - at))
        length += through - at
        at = through if doubled < 0 else through + 1
    if stop > after:
        pieces.append(Piece(length, after, stop - after))
    value = "".join(text[piece.source : piece.source + piece.length] for piece in pieces)
    end = stop if stop > after else close
    return Text.model_construct(value=value, raw=text[start:end], span=Span(start, end), pieces=tuple(pieces))
