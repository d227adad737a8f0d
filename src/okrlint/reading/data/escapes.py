"""From a string with escapes to its words, and back to where each of them stands."""

from collections.abc import Callable
from re import Match, Pattern

from okrlint.model import Piece, Span, Text


def verbatim(source: str, start: int, end: int) -> Text:
    """Return words that stand in the source letter for letter, without white space around them."""
    raw = source[start:end]
    words = raw.strip()
    start += len(raw) - len(raw.lstrip()) if words else 0
    return Text.verbatim(words, start)


def unescaped(source: str, start: int, end: int, escape: Pattern[str], resolve: Callable[[Match[str]], str]) -> Text:
    """Return the words of a string without white space around them.

    An escape is a piece of no length: it does not stand there letter for letter, but where it stands is known.

    Args:
        source: the whole source.
        start: where the string begins, behind its quotation mark.
        end: where it ends, before its quotation mark.
        escape: what is spelled otherwise than it reads.
        resolve: returns what it reads: one character, or nothing.
    """
    words: list[str] = []
    pieces: list[Piece] = []
    length = 0
    at = start
    for match in escape.finditer(source, start, end):
        if match.start() > at:
            words.append(source[at : match.start()])
            pieces.append(Piece(length, at, match.start() - at))
            length += match.start() - at
        character = resolve(match)
        if character:
            words.append(character)
            pieces.append(Piece(length, match.start(), 0))
            length += 1
        at = match.end()
    if at < end:
        words.append(source[at:end])
        pieces.append(Piece(length, at, end - at))
    value = "".join(words)
    whole = Text.model_construct(value=value, raw=source[start:end], span=Span(start, end), pieces=tuple(pieces))
    return _stripped(whole, source) if value != value.strip() or not value else whole


def code_point(code: int) -> str:
    """Return the character of an escape with a number; a lone surrogate and what lies beyond Unicode are none."""
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _stripped(text: Text, source: str) -> Text:
    low = len(text.value) - len(text.value.lstrip())
    words = text.value.strip()
    high = low + len(words)
    if not words:
        return Text.model_construct(value="", raw="", span=Span(text.span.start, text.span.start), pieces=())
    span = text.locate(low, high)
    pieces = []
    for piece in text.pieces:
        start, stop = max(piece.at, low), min(piece.at + piece.length, high)
        if start < stop or (not piece.length and low <= piece.at < high):
            pieces.append(Piece(start - low, piece.source + start - piece.at, stop - start))
    raw = source[span.start : span.end]
    return Text.model_construct(value=words, raw=raw, span=span, pieces=tuple(pieces) if raw != words else ())
