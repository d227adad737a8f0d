"""A tree of data with places, as YAML, JSON and TOML hold it. Nothing is converted: a scalar stays words."""

from typing import NamedTuple

from okrlint.model import Span, Text

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Scalar:
    """One value, or a key.

    Attributes:
        value: its words.
        start: where they begin in the source.
        end: where they end.
        plain: whether it is written without quotes, so that `null` means nothing.
    """

    __slots__ = ("_text", "end", "plain", "start", "value")

    def __init__(self, value: str, start: int, end: int, plain: bool = True) -> None:
        """Make a scalar of words that stand in the source letter for letter."""
        self.value = value
        self.start = start
        self.end = end
        self.plain = plain
        self._text: Text | None = None

    @classmethod
    def of(cls, text: Text, plain: bool = True) -> "Scalar":
        """Make a scalar of words that the source may spell otherwise."""
        scalar = cls(text.value, *text.span, plain)
        scalar._text = text
        return scalar

    @property
    def text(self) -> Text:
        """Its words with their place; made when asked for, since most keys are only looked at."""
        if self._text is None:
            self._text = Text.verbatim(self.value, self.start)
        return self._text

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return not self.value or (self.plain and self.value in _NULLS)


class Sequence:
    """A list."""

    __slots__ = ("items", "span")

    def __init__(self, items: list["Node"], span: Span) -> None:
        self.items = items
        self.span = span

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.span.end


class Entry(NamedTuple):
    """A key and what it names."""

    key: Scalar
    node: "Node"


class Mapping:
    """Keys and values, in the order of the source, each key once.

    Attributes:
        names: what the keys are called as fields, once somebody asked (`record_shapes.names_of`).
    """

    __slots__ = ("entries", "names", "span")

    def __init__(self, entries: list[Entry], span: Span) -> None:
        self.entries = entries
        self.span = span
        self.names: list[str | None] | None = None

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.span.end


Node = Scalar | Sequence | Mapping
