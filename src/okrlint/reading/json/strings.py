"""From a string of JSON to its words."""

from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.model import Text
from okrlint.reading.data.escapes import code_point, unescaped, verbatim

_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@cache
def _escape() -> Pattern[str]:
    return compile_pattern(
        r"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
        r"|u(?P<code>[0-9a-fA-F]{4})|(?P<sign>.))",
        ASCII,
    )


def string_text(source: str, start: int, end: int) -> Text:
    """Return the words of the string whose inside stands at `source[start:end]`, without white space around them."""
    if source.find("\\", start, end) < 0:
        return verbatim(source, start, end)
    return unescaped(source, start, end, _escape(), _resolved)


def _resolved(escape: Match[str]) -> str:
    if escape["sign"]:
        return _ESCAPES.get(escape["sign"], escape["sign"])
    if escape["high"]:  # a surrogate pair, as in \ud83d\ude00
        return chr(0x10000 + ((int(escape["high"], 16) - 0xD800) << 10) + int(escape["low"], 16) - 0xDC00)
    return code_point(int(escape["code"], 16))
