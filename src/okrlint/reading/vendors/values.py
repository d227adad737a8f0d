"""How products write values, and the same in words that okrlint reads. A text keeps the place of what was written."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from okrlint.model import Text
from okrlint.reading.data.nodes import Mapping as MappingNode
from okrlint.reading.data.nodes import Node, Scalar, Sequence
from okrlint.reading.text_builder import rewritten
from okrlint.reading.vendors.shapes import Convert

_SHANGHAI = timezone(timedelta(hours=8))
"""The time zone of Feishu's and DingTalk's days; it has had no summer time since 1991."""

_UNSET_DAY = "0001-01-01"
_LAST_SECOND = 253_402_300_799
"""The last second of the year 9999."""


def at(node: Node, path: str) -> Node | None:
    """Return what stands at a path of keys, or None."""
    found: Node | None = node
    for key in path.split("."):
        if not isinstance(found, MappingNode):
            return None
        found = next((entry.node for entry in found.entries if entry.key.value == key), None)
    return found


def said(node: Node | None) -> Text | None:
    """Return the words of a scalar that says something."""
    return node.text if isinstance(node, Scalar) and not node.empty else None


def plain(node: Node) -> list[Text]:
    """Return the words of a scalar, or of each scalar in a list."""
    found = [said(item) for item in (node.items if isinstance(node, Sequence) else [node])]
    return [text for text in found if text]


def named(*keys: str) -> Convert:
    """Return how a thing (or each in a list, plain or of a Relay connection) is read by the first key that names it."""

    def convert(node: Node) -> list[Text]:
        return [text for item in items_of(node) for text in _first(item, keys)]

    return convert


def _first(item: Node, keys: tuple[str, ...]) -> list[Text]:
    if isinstance(item, Scalar):
        return plain(item)
    return next(([text] for key in keys if (text := said(at(item, key)))), [])


def items_of(node: Node) -> list[Node]:
    """Return the items of a list, of a Relay connection, of a mapping from numbers, or the node itself."""
    if isinstance(node, MappingNode):
        inner = next((e.node for e in node.entries if e.key.value in ("edges", "nodes", "data")), None)
        if isinstance(inner, Sequence):
            return [at(item, "node") or item for item in inner.items]
        if node.entries and all(entry.key.value.isdigit() for entry in node.entries):
            return [entry.node for entry in node.entries]
    return node.items if isinstance(node, Sequence) else [node]


def hundredths(node: Node) -> list[Text]:
    """Read a share of 0 to 100 that is written without its percent sign."""
    return _numbers(node, lambda number: f"{number:g}%")


def ones(node: Node) -> list[Text]:
    """Read a share of 0 to 1 as a percentage: a bare 1 could be taken for one of ten."""
    return _numbers(node, lambda number: f"{round(100 * number, 4):g}%")


def _numbers(node: Node, convert: Callable[[float], str]) -> list[Text]:
    return [text for words in plain(node) if (text := _converted(words, convert))]


def _converted(text: Text, convert: Callable[[float], str]) -> Text:
    try:
        return rewritten(text, convert(float(text.value)))
    except (ValueError, OverflowError):
        return text


class UnixTime:
    """How a time since 1970 is read as a day; 0 means that there is none.

    Attributes:
        per_second: how many units of it are a second.
        zone: the time zone whose day it is.
    """

    __slots__ = ("per_second", "zone")

    def __init__(self, per_second: int, zone: tzinfo) -> None:
        self.per_second = per_second
        self.zone = zone

    def __call__(self, node: Node) -> list[Text]:
        """Return the day, with the place of the time."""
        return [day for text in plain(node) if (day := _day(text, self.per_second, self.zone))]


milliseconds = UnixTime(1000, _SHANGHAI)
"""Reads milliseconds since 1970 as a day in China."""

seconds = UnixTime(1, UTC)
"""Reads seconds since 1970 as a day in UTC."""


def in_zone(convert: Convert, zone: tzinfo | None) -> Convert:
    """Return how a value is read where days are those of a time zone; None leaves it to the product."""
    return UnixTime(convert.per_second, zone) if zone and isinstance(convert, UnixTime) else convert


def _day(text: Text, per_second: int, zone: tzinfo) -> Text | None:
    if not (text.value.isascii() and text.value.isdigit() and len(text.value) <= 17):  # a date in words, say
        return text
    since = int(text.value) // per_second
    if not 0 < since <= _LAST_SECOND:
        return None
    return rewritten(text, datetime.fromtimestamp(min(since, _LAST_SECOND - 86_400), zone).date().isoformat())


def moment(node: Node) -> list[Text]:
    """Read a day with or without its time (`2026-06-30T00:00:00Z`); the first day of the year 1 means none."""
    return [rewritten(text, text.value.partition("T")[0]) for text in plain(node) if text.value[:10] != _UNSET_DAY]


def one_of(names: Mapping[str, str]) -> Convert:
    """Return how a code is read by its name; a code that is not known stays, one named "" says nothing."""

    def convert(node: Node) -> list[Text]:
        return [rewritten(text, name) for text in plain(node) if (name := names.get(text.value, text.value))]

    return convert
