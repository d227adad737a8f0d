"""From YAML to a tree of nodes: PyYAML's events, never its constructors, so that scalars stay as written."""

from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from okrlint.model import Problem, Span, Text
from okrlint.reading.data.limits import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY_NODES, duplicate_key, over_limit
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.source import Source, UnreadableError
from okrlint.reading.yaml.errors import (
    TOO_MANY_ALIASES,
    UNKNOWN_ALIAS,
    broken,
)
from okrlint.reading.yaml.scalars import scalar_text

_Event = Any
"""An event of PyYAML, whose marks are never None here, whatever its annotations say."""

MAX_ALIASES = 1_000
"""How many uses of aliases a file may have."""


def compose(source: Source, problems: list[Problem], span: Span | None = None) -> list[Node]:
    """Return the YAML documents in a source, or in a part of it (front matter).

    A key that stands twice in one mapping becomes a problem; its first value is kept.

    Raises:
        UnreadableError: EN005 for broken syntax, EN004 for what is over a limit.
    """
    composer = _Composer(source.text, span or Span(0, len(source.text)), problems)
    try:
        return composer.documents()
    except yaml.YAMLError as error:
        raise broken(error, source, composer.offset) from None


class _Composer:
    """Composes nodes; `offset` is where the parsed text begins in the source."""

    def __init__(self, source: str, span: Span, problems: list[Problem]) -> None:
        # A second byte order mark is one to PyYAML, which does not count it.
        self.offset = span.start + source.startswith("\ufeff", span.start)
        self._source = source
        self._end = span.end
        self._problems = problems
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0
        self._aliases = 0
        # Without libyaml, as PyYAML is on a few platforms, the events are the same and take some twenty times as long.
        self._loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        self._next: Callable[[], _Event]

    def documents(self) -> list[Node]:
        """Return the roots of all documents.

        Raises:
            YAMLError: for broken syntax.
            UnreadableError: for what is over a limit.
        """
        loader = self._loader(self._source[self.offset : self._end])
        self._next = loader.get_event
        roots: list[Node] = []
        try:
            while type(event := self._next()) is not StreamEndEvent:
                if type(event) is DocumentStartEvent:
                    self._anchors.clear()
                    roots.append(self._node(self._next(), 0))
        finally:
            loader.dispose()
        return roots

    def _node(self, event: _Event, depth: int) -> Node:
        kind = type(event)
        if kind is AliasEvent:
            return self._alias(event)
        self._nodes += 1
        if depth > MAX_DEPTH:
            raise over_limit(TOO_DEEP, MAX_DEPTH, self._place(event))
        if self._nodes > MAX_NODES:
            raise over_limit(TOO_MANY_NODES, MAX_NODES, self._place(event))
        before = self._nodes
        if kind is ScalarEvent:
            value, style = event.value, event.style
            start, end = event.start_mark.index + self.offset, event.end_mark.index + self.offset
            low, high = (start + 1, end - 1) if style else (start, end)
            # Nearly all scalars stand there letter for letter; one with an anchor or a tag is longer than its value.
            if self._source[low:high] == value and value == value.strip() and style not in ("|", ">"):
                return Scalar(value, low, high, not style)
            node: Node = Scalar.of(self._spelled(start, end, style, value), not style)
        else:
            node = self._sequence(event, depth) if kind is SequenceStartEvent else self._mapping(event, depth)
        if event.anchor:
            self._anchors[event.anchor] = node, self._nodes - before + 1
        return node

    def _alias(self, event: _Event) -> Node:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise over_limit(TOO_MANY_ALIASES, MAX_ALIASES, self._place(event))
        if event.anchor not in self._anchors:
            raise UnreadableError("EN005", UNKNOWN_ALIAS, self._place(event))
        node, size = self._anchors[event.anchor]
        self._nodes += size
        if self._nodes > MAX_NODES:
            raise over_limit(TOO_MANY_NODES, MAX_NODES, self._place(event))
        return node

    def _spelled(self, start: int, end: int, style: str | None, value: str) -> Text:
        """Return the words of a scalar that the source spells otherwise."""
        while start < end and self._source[start] in "&!":
            start = _behind_property(self._source, start, end)
        return scalar_text(self._source, start, end, style, value)

    def _sequence(self, event: _Event, depth: int) -> Sequence:
        items: list[Node] = []
        while type(ending := self._next()) is not SequenceEndEvent:
            items.append(self._node(ending, depth + 1))
        return Sequence(items, self._extent(event, ending, [item.end for item in items]))

    def _mapping(self, event: _Event, depth: int) -> Mapping:
        entries: list[Entry] = []
        merged: list[Entry] = []
        keys: set[str] = set()
        while type(ending := self._next()) is not MappingEndEvent:
            key = self._node(ending, depth + 1)
            node = self._node(self._next(), depth + 1)
            if not isinstance(key, Scalar):
                continue
            word = key.value
            if word == "<<" and key.plain:
                merged.extend(_merged(node))
            elif word in keys:
                self._problems.append(duplicate_key(key))
            else:
                keys.add(word)
                entries.append(Entry(key, node))
        if merged:
            entries.extend(entry for entry in merged if entry.key.value not in keys)
        return Mapping(entries, self._extent(event, ending, [entry.node.end for entry in entries]))

    def _extent(self, start: _Event, end: _Event, ends: list[int]) -> Span:
        """Return where a collection stands: a block ends with its last node, not where the next token begins."""
        low = start.start_mark.index + self.offset
        if isinstance(start, CollectionStartEvent) and start.flow_style:
            return Span(low, end.end_mark.index + self.offset)
        return Span(low, max(low, *ends) if ends else low)

    def _place(self, event: _Event) -> Span:
        return Span(event.start_mark.index + self.offset, event.end_mark.index + self.offset)


def _behind_property(source: str, at: int, end: int) -> int:
    """Return where a node goes on behind an anchor or a tag, and behind the blanks and comments that follow."""
    while at < end and not source[at].isspace():
        at += 1
    while at < end and (source[at].isspace() or source[at] == "#"):
        if source[at] == "#":
            while at < end and source[at] not in "\r\n":
                at += 1
        else:
            at += 1
    return at


def _merged(node: Node) -> list[Entry]:
    """Return the entries that a merge key brings in."""
    if isinstance(node, Mapping):
        return node.entries
    if isinstance(node, Sequence):
        return [entry for item in node.items if isinstance(item, Mapping) for entry in item.entries]
    return []
