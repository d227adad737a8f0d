"""The tags of HTML and where they stand.

The parser of the standard library takes quadratic time for tags and comments that do not end, and does not tell
where attributes and entities stand; this takes linear time for any text.
"""

from collections.abc import Iterator
from functools import cache
from re import ASCII, IGNORECASE, VERBOSE, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.word_sets import words

_RAW = words("script style textarea title xmp iframe noembed noframes noscript")
"""Elements whose contents are no mark-up."""

_MAX_ATTRIBUTES = 20_000
"""How many characters of a tag are searched for attributes; longer ones hold pictures."""


class Tag:
    """A tag, or an element whose contents are no mark-up.

    Attributes:
        name: in lower case.
        closes: whether it is an end tag.
        start: where it begins.
        end: where it ends; of an element without mark-up, where that ends.
        inside: where the contents of such an element stand, (0, 0) for other tags.
        empty: whether it is written as an element without contents (`<p/>`).
    """

    __slots__ = ("_rest", "closes", "empty", "end", "inside", "name", "start")

    def __init__(self, found: Match[str]) -> None:
        self.name = found["name"].lower()
        self.closes = bool(found["close"])
        self.start, self.end = found.span()
        self.inside = (0, 0)
        self._rest = found["rest"]
        self.empty = self._rest.endswith("/")

    def attributes(self) -> dict[str, str]:
        """Return its attributes, names in lower case, and values as written."""
        if not self._rest.strip(" /"):
            return {}
        found: dict[str, str] = {}
        for match in _attribute().finditer(self._rest[:_MAX_ATTRIBUTES]):
            found.setdefault(match["name"].lower(), match["double"] or match["single"] or match["bare"] or "")
        return found


@cache
def _mark_up() -> Pattern[str]:
    """Match a tag, or the beginning of something that is not said. Quotes count only behind `=`."""
    return compile_pattern(
        r"""
          <(?P<silent> !--(?:>|->)? | !\[CDATA\[ | [!?] )
        | <(?P<close>/?)(?P<name>[A-Za-z][^\s/><"'=]{0,60})
          (?P<rest>(?: [^"'<>=]++ | =\s*+"[^"]*+" | =\s*+'[^']*+' | [="'] ){0,400}+)>
        """,
        ASCII | VERBOSE,
    )


@cache
def _attribute() -> Pattern[str]:
    return compile_pattern(
        r"""(?P<name>[^\s"'<>/=]++)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>"']++))?)?""",
        ASCII,
    )


def tags(source: str, start: int, end: int) -> Iterator[Tag | tuple[int, int]]:
    """Yield the tags of a stretch of the source, and where the words between them stand."""
    pattern = _mark_up()
    said = at = start
    while (found := pattern.search(source, at, end)) is not None:
        if said < found.start():
            yield said, found.start()
        if found["silent"]:
            said = at = _silent_end(source, found, end)
            continue
        tag = Tag(found)
        if tag.name in _RAW and not tag.closes and not tag.empty:
            inside = tag.end
            close = _closing(tag.name).search(source, inside, end)
            tag.end = close.end() if close else end
            tag.inside = (inside, close.start() if close else end)
        yield tag
        said = at = tag.end
    if said < end:
        yield said, end


def _silent_end(source: str, found: Match[str], end: int) -> int:
    """Return where a comment or a declaration ends; one that is not closed goes to the end, as in browsers."""
    kind = found["silent"]
    if kind in ("!-->", "!--->"):
        return found.end()
    mark = "-->" if kind.startswith("!--") else "]]>" if kind.startswith("![") else ">"
    close = source.find(mark, found.end(), end)
    return close + len(mark) if close >= 0 else end


@cache
def _closing(name: str) -> Pattern[str]:
    return compile_pattern(rf"</{name}(?=[\s/>])[^>]{{0,200}}>?", ASCII | IGNORECASE)
