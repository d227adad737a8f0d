"""A tree of data with places, as YAML, JSON and TOML hold it. Nothing is converted: a scalar stays words."""

from typing import NamedTuple

from okrlint.model import Span, Text

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Scalar:
    """One value.

    Attributes:
        text: its words.
        plain: whether it is written without quotes, so that `null` means nothing.
    """

    __slots__ = ("plain", "text")

    def __init__(self, text: Text, plain: bool = True) -> None:
        self.text = text
        self.plain = plain

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.text.span

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return not self.text.value or (self.plain and self.text.value in _NULLS)


class Sequence:
    """A list."""

    __slots__ = ("items", "span")

    def __init__(self, items: list["Node"], span: Span) -> None:
        self.items = items
        self.span = span


class Entry(NamedTuple):
    """A key and what it names."""

    key: Text
    node: "Node"


class Mapping:
    """Keys and values, in the order of the source, each key once."""

    __slots__ = ("entries", "span")

    def __init__(self, entries: list[Entry], span: Span) -> None:
        self.entries = entries
        self.span = span


Node = Scalar | Sequence | Mapping
