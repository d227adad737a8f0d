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
    stripped = value.strip()
    if not stripped:
        return Text.verbatim("", start)
    return whole if stripped == value else whole.part(0, len(value))


def code_point(code: int) -> str:
    """Return the character of an escape with a number; a lone surrogate and what lies beyond Unicode are none."""
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)
