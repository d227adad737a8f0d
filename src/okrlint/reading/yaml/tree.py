"""From YAML to a tree of nodes: PyYAML's events, never its constructors, so that scalars stay as written."""

from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
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
        self._problems = problems
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0
        self._aliases = 0
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._events: Iterator[Event] = yaml.parse(source[self.offset : span.end], Loader=loader)

    def documents(self) -> list[Node]:
        roots: list[Node] = []
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                self._anchors.clear()
                roots.append(self._node(next(self._events), 0))
        return roots

    def _node(self, event: Event, depth: int) -> Node:
        if isinstance(event, AliasEvent):
            return self._alias(event)
        if depth > MAX_DEPTH:
            raise over_limit(TOO_DEEP, MAX_DEPTH, self._place(event))
        before = self._nodes
        self._count(1, event)
        if isinstance(event, ScalarEvent):
            node: Node = self._scalar(event)
        elif isinstance(event, SequenceStartEvent):
            node = self._sequence(event, depth)
        else:
            node = self._mapping(event, depth)
        anchor = getattr(event, "anchor", None)
        if anchor:
            self._anchors[anchor] = node, self._nodes - before
        return node

    def _alias(self, event: AliasEvent) -> Node:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise over_limit(TOO_MANY_ALIASES, MAX_ALIASES, self._place(event))
        if event.anchor not in self._anchors:
            raise UnreadableError("EN005", UNKNOWN_ALIAS, self._place(event))
        node, size = self._anchors[event.anchor]
        self._count(size, event)
        return node

    def _scalar(self, event: ScalarEvent) -> Scalar:
        start, end = self._place(event)
        while start < end and self._source[start] in "&!":
            start = _behind_property(self._source, start, end)
        text = scalar_text(self._source, start, end, event.style, event.value)
        return Scalar(text, plain=not event.style)

    def _sequence(self, event: SequenceStartEvent, depth: int) -> Sequence:
        items: list[Node] = []
        ending: Event = event
        for ending in self._events:
            if isinstance(ending, SequenceEndEvent):
                break
            items.append(self._node(ending, depth + 1))
        return Sequence(items, self._extent(event, ending, items))

    def _mapping(self, event: Event, depth: int) -> Mapping:
        entries: list[Entry] = []
        merged: list[Entry] = []
        keys: dict[str, Text] = {}
        ending = event
        for ending in self._events:
            if isinstance(ending, MappingEndEvent):
                break
            key = self._node(ending, depth + 1)
            node = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                continue
            word = key.text.value
            if word == "<<" and key.plain:
                merged.extend(_merged(node))
            elif word in keys:
                self._problems.append(duplicate_key(key.text))
            else:
                keys[word] = key.text
                entries.append(Entry(key.text, node))
        entries.extend(entry for entry in merged if entry.key.value not in keys)
        return Mapping(entries, self._extent(event, ending, [entry.node for entry in entries]))

    def _extent(self, start: Event, end: Event, nodes: list[Node]) -> Span:
        """Return where a collection stands: a block ends with its last node, not where the next token begins."""
        low, _ = self._place(start)
        if isinstance(start, CollectionStartEvent) and start.flow_style:
            return Span(low, self._place(end).end)
        return Span(low, max([low, *(node.span.end for node in nodes)]))

    def _place(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span((start.index if start else 0) + self.offset, (end.index if end else 0) + self.offset)

    def _count(self, nodes: int, event: Event) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise over_limit(TOO_MANY_NODES, MAX_NODES, self._place(event))


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
