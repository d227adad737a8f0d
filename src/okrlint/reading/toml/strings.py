"""From a string of TOML, of whichever of the four kinds, to its words."""

from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.model import Text
from okrlint.reading.data.escapes import code_point, unescaped, verbatim

_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "e": "\x1b"}
_MULTILINE = ('"""', "'''")


class StringPlace(NamedTuple):
    """Where a string stands.

    Attributes:
        start: where its words begin.
        end: where they end.
        after: where its closing quotation marks end.
        escapes: whether a backslash begins an escape.
    """

    start: int
    end: int
    after: int
    escapes: bool


@cache
def _inside(quote: str) -> Pattern[str]:
    """Return what stands between quotation marks of a kind."""
    inner = {
        '"': r'[^"\\]*(?:\\.[^"\\]*)*',
        "'": r"[^']*",
        '"""': r'[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*',
        "'''": r"[^']*(?:'(?!'')[^']*)*",
    }
    return compile_pattern(inner[quote])


@cache
def _escape() -> Pattern[str]:
    return compile_pattern(
        r"\\(?:u(?P<short>[0-9a-fA-F]{4})|U(?P<long>[0-9a-fA-F]{8})|(?P<join>[ \t]*\r?\n[ \t\r\n]*)|(?P<sign>.))"
        r"|(?P<break>\r\n)",
        ASCII,
    )


@cache
def _line_break() -> Pattern[str]:
    return compile_pattern(r"\r\n")


def string_at(source: str, at: int) -> StringPlace:
    """Return where the string whose first quotation mark stands at an offset begins and ends."""
    quote = source[at : at + 3] if source[at : at + 3] in _MULTILINE else source[at]
    start = at + len(quote)
    if len(quote) > 1:
        start += 2 if source.startswith("\r\n", start) else source.startswith("\n", start)
    found = _inside(quote).match(source, start)
    end = found.end() if found else start
    if len(quote) > 1:  # up to two quotation marks more belong to the words
        more = 0
        while more < 2 and source.startswith(quote[0], end + 3):
            end, more = end + 1, more + 1
    return StringPlace(start, end, end + len(quote), quote[0] == '"')


def string_text(source: str, place: StringPlace) -> Text:
    """Return the words of a string without white space around them."""
    escape = _escape() if place.escapes else _line_break()
    if not escape.search(source, place.start, place.end):
        return verbatim(source, place.start, place.end)
    return unescaped(source, place.start, place.end, escape, _resolved if place.escapes else _line_feed)


def _resolved(escape: Match[str]) -> str:
    if escape["sign"]:
        return _ESCAPES.get(escape["sign"], escape["sign"])
    if escape["break"]:
        return "\n"
    return "" if escape["join"] else code_point(int(escape["short"] or escape["long"], 16))


def _line_feed(_escape: Match[str]) -> str:
    return "\n"
