"""From text to rows of cells, by the rules of Python's `csv` module, each cell with its place."""

from collections.abc import Iterator
from functools import lru_cache
from re import Pattern, escape
from re import compile as compile_pattern

from okrlint.model import Piece, Span, Text
from okrlint.reading.tables.rows import Row

MAX_COLUMNS = 1_000
"""How many cells of a row are read. What is said further right is one cell more: such a table is too wide."""

_QUOTED = compile_pattern(r'[^"]*(?:""[^"]*)*')
_REST_OF_ROW = compile_pattern(r'[^"\r\n]*+(?:"[^"]*"[^"\r\n]*+)*+"?')
_BREAK = compile_pattern(r"\r\n|\n|\r")


@lru_cache(maxsize=8)
def _bare(delimiter: str) -> Pattern[str]:
    return compile_pattern(rf"[^{escape(delimiter)}\r\n]*")


def rows(text: str, delimiter: str, end: int | None = None) -> Iterator[Row]:
    """Yield the rows of a text; an empty line is a row without cells.

    Args:
        text: the text.
        delimiter: one character.
        end: where to stop reading, for a first look.
    """
    end = len(text) if end is None else min(end, len(text))
    at = 0
    while at < end:
        row: Row = []
        at = _row(text, at, end, delimiter, row)
        yield row


def _row(text: str, at: int, end: int, delimiter: str, row: Row) -> int:
    """Read a row into `row`; return where the next begins."""
    found = _BREAK.match(text, at, end)
    if found:
        return found.end()
    while True:
        cell, at = _cell(text, at, end, delimiter)
        row.append(cell)
        if len(row) == MAX_COLUMNS:
            start, at = at, _end(_REST_OF_ROW, text, at, end)
            if text[start:at].strip(f'{delimiter}" \t'):  # spreadsheet programs write thousands of empty cells
                row.append(_copied(text, start, at))
        if at >= end:
            return end
        if text[at] != delimiter:
            found = _BREAK.match(text, at, end)
            return found.end() if found else at + 1
        at += 1


def _cell(text: str, start: int, end: int, delimiter: str) -> tuple[Text, int]:
    """Read a cell; return it and where the delimiter or the line break behind it stands."""
    bare = _bare(delimiter)
    if text[start : min(start + 1, end)] != '"':
        stop = _end(bare, text, start, end)
        return _copied(text, start, stop), stop
    start += 1
    close = _end(_QUOTED, text, start, end)
    after = min(close + 1, end)
    stop = _end(bare, text, after, end)
    if stop == after and text.find('""', start, close) < 0:
        return _copied(text, start, close), stop
    return _spelled(text, start, close, after, stop), stop


def _end(pattern: Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.match(text, start, end)
    return found.end() if found else start


def _copied(text: str, start: int, end: int) -> Text:
    words = text[start:end]
    return Text.model_construct(value=words, raw=words, span=Span(start, end), pieces=())


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
