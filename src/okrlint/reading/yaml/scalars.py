"""From a YAML scalar to its words, and back to where each of them stands.

YAML folds lines, strips indentation and resolves escapes. PyYAML tells what comes out, not what it came from; here
the source is walked by the same rules, and the result is used where both agree.
"""

from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.model import Piece, Span, Text

_BREAKS = "\n\r\x85\u2028\u2029"
"""What ends a line in YAML 1.1. The first three read as a line feed, the last two as themselves."""

_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_CODE_LENGTHS = {"x": 2, "u": 4, "U": 8}


class _Run(NamedTuple):
    """Some words, and where the source spells them."""

    words: str
    start: int
    end: int


def scalar_text(source: str, start: int, end: int, style: str | None, value: str) -> Text:
    """Return the words of a scalar, without white space around them.

    Args:
        source: the whole source.
        start: where the scalar begins, its quote or block indicator included.
        end: where it ends.
        style: PyYAML's name for the style: `'`, `"`, `|`, `>`, or none for a plain scalar.
        value: the words as PyYAML reads them.
    """
    if not style and source[start:end] == value and value == value.strip():
        return Text.verbatim(value, start)
    if style in ("|", ">"):
        runs = _block(source, start, end, style == ">", value)
    elif style in ("'", '"'):
        start, end = start + 1, max(start + 1, end - 1)
        runs = _flow(source, start, end, style)
    else:
        runs = _flow(source, start, end, "")
    words = "".join(run.words for run in runs)
    if words != value and not (style in ("|", ">") and words.startswith(value)):
        runs = [_Run(value, start, end)]
    return _text(source, runs, start, value)


def _text(source: str, runs: list[_Run], start: int, value: str) -> Text:
    """Join runs to a text, white space and chomped line breaks at either end left out."""
    low = len(value) - len(value.lstrip())
    high = max(low, len(value.rstrip()))
    pieces: list[Piece] = []
    begin = stop = -1
    at = 0
    for run in runs:
        first, last = max(at, low), min(at + len(run.words), high)
        if first < last:
            copied = source[run.start : run.end] == run.words
            place = run.start + (first - at if copied else 0)
            begin = place if begin < 0 else begin
            stop = place + last - first if copied else run.end
            if copied:
                _append(pieces, Piece(first - low, place, last - first))
        at += len(run.words)
    if begin < 0:
        return Text.verbatim("", start)
    words, raw = value[low:high], source[begin:stop]
    # Without a single piece a text counts as standing letter for letter: an empty one says that it does not.
    kept = () if raw == words else tuple(pieces) or (Piece(0, begin, 0),)
    return Text.model_construct(value=words, raw=raw, span=Span(begin, stop), pieces=kept)


def _append(pieces: list[Piece], piece: Piece) -> None:
    last = pieces[-1] if pieces else None
    if last and last.at + last.length == piece.at and last.source + last.length == piece.source:
        pieces[-1] = Piece(last.at, last.source, last.length + piece.length)
    else:
        pieces.append(piece)


@cache
def _token(style: str) -> Pattern[str]:
    special = {'"': r"\\[\s\S]|", "'": "''|"}.get(style, "")
    plain = {'"': r"[^\s\\]+|[^\S \t\n\r\x85\u2028\u2029]+", "'": r"(?:[^\s']|'(?!'))+|[^\S \t\n\r\x85\u2028\u2029]+"}
    rest = plain.get(style, r"\S+|[^\S \t\n\r\x85\u2028\u2029]+")
    return compile_pattern(rf"{special}\r\n|[\n\r\x85\u2028\u2029]|[ \t]+|{rest}|[\s\S]")


def _flow(source: str, start: int, end: int, style: str) -> list[_Run]:
    """Read a plain or quoted scalar: a line break becomes a space, n breaks n-1 line feeds."""
    runs: list[_Run] = []
    tokens = _token(style)
    at = start
    while at < end:
        match = tokens.match(source, at, end)
        if match is None:
            break
        word = match.group()
        if word[0] in _BREAKS:
            if runs and source[runs[-1].start] in " \t":  # an escaped blank begins with its backslash, and stays
                at = runs.pop().start
            after, breaks = _line_breaks(source, at, end)
            runs.append(_Run(_folded(breaks), at, after))
            at = after
        elif word[0] == "\\" and style == '"':
            run = _escape(source, at, end)
            runs.append(run)
            at = run.end
        elif word == "''" and style == "'":
            runs.append(_Run("'", at, match.end()))
            at = match.end()
        else:
            runs.append(_Run(word, at, match.end()))
            at = match.end()
    return runs


def _line_breaks(source: str, at: int, end: int) -> tuple[int, list[str]]:
    """Return where the blanks and line breaks from an offset on end, and the breaks."""
    breaks: list[str] = []
    while at < end and source[at] in _BREAKS + " \t":
        if source[at] in " \t":
            at += 1
            continue
        breaks.append(source[at] if source[at] in "\u2028\u2029" else "\n")
        at += 2 if source.startswith("\r\n", at) else 1
    return at, breaks


def _folded(breaks: list[str]) -> str:
    if breaks[0] != "\n":
        return "".join(breaks)
    return "".join(breaks[1:]) or " "


def _escape(source: str, at: int, end: int) -> _Run:
    char = source[at + 1 : at + 2]
    if char and char in _BREAKS:
        after, breaks = _line_breaks(source, at + 1, end)
        return _Run("".join(breaks[1:]), at, after)
    length = _CODE_LENGTHS.get(char, 0)
    if not length:
        return _Run(_ESCAPES.get(char, char), at, at + 2)
    stop = at + 2 + length
    try:
        return _Run(chr(int(source[at + 2 : stop], 16)), at, stop)
    except (ValueError, OverflowError):
        return _Run("", at, min(stop, end))


def _block(source: str, start: int, end: int, folded: bool, value: str) -> list[_Run]:
    """Read a block scalar: its lines without their indentation, folded or not."""
    lines = _lines(source, start, end)[1:]
    indent = _indentation(source, lines, value)
    runs: list[_Run] = []
    for number, (low, high, after) in enumerate(lines):
        content = min(low + indent, high) if source[low:high].strip(" ") else high
        runs.append(_Run(source[content:high], content, high))
        words = "\n" if source[high:after] not in ("\u2028", "\u2029") else source[high:after]
        if after == high:
            continue
        if folded:
            words = _fold(source, lines, number, indent, words)
        runs.append(_Run(words, high, after))
    return runs


def _lines(source: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return begin, end, and end with line break of each line."""
    lines: list[tuple[int, int, int]] = []
    low = at = start
    while at < end:
        if source[at] in _BREAKS:
            after = at + (2 if source.startswith("\r\n", at) else 1)
            lines.append((low, at, after))
            low = at = after
        else:
            at += 1
    if low < end:
        lines.append((low, end, end))
    return lines


def _indentation(source: str, lines: list[tuple[int, int, int]], value: str) -> int:
    """Return the indentation of a block: what the first line that is not blank lacks in the value."""
    first = next((source[low:high] for low, high, _ in lines if source[low:high].strip(" ")), "")
    read = next((line for line in value.split("\n") if line.strip(" ")), "")
    return max(0, _leading(first) - _leading(read))


def _leading(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _fold(source: str, lines: list[tuple[int, int, int]], number: int, indent: int, words: str) -> str:
    """Return what a line break becomes between lines that are neither blank nor indented further."""

    def kind(at: int) -> str:
        low, high, _ = lines[at]
        line = source[low:high]
        if not line.strip(" "):
            return "blank"
        return "further" if line[indent : indent + 1] in (" ", "\t") else "flush"

    if kind(number) != "flush" or words != "\n":
        return words
    following = number + 1
    if following < len(lines) and kind(following) == "blank":
        # The first break of several goes, provided that a flush line follows them.
        while following < len(lines) and kind(following) == "blank":
            following += 1
        return "" if following < len(lines) and kind(following) == "flush" else words
    return " " if following < len(lines) and kind(following) == "flush" else words
