"""On which lines the keys and values of a configuration stand."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from okrlint.reading.data.nodes import Mapping as MappingNode
from okrlint.reading.data.nodes import Node
from okrlint.reading.data.nodes import Sequence as SequenceNode
from okrlint.reading.source import Source

if TYPE_CHECKING:
    from yaml import Node as YamlNode

Keys = tuple[str | int, ...]
"""The way to a value: keys of tables, and positions in lists from 0."""

Places = Mapping[Keys, int]
"""Lines, from 1, by the way to what stands there: of a key its own line, of an entry of a list the entry's."""


def line_of(places: Places, keys: Keys) -> int | None:
    """Return the line of a value, or else of the nearest thing that it is part of; None where none is known."""
    return next((places[keys[:length]] for length in range(len(keys), 0, -1) if keys[:length] in places), None)


def yaml_places(root: "YamlNode") -> Places:
    """Return the lines of what hangs on a composed node; it holds no alias, so that it is a tree."""
    places: dict[Keys, int] = {}
    todo: list[tuple[Keys, Any]] = [((), root)]
    while todo:
        keys, node = todo.pop()
        if node.id == "mapping":
            for key, value in node.value:
                way = (*keys, str(key.value))
                places[way] = key.start_mark.line + 1
                todo.append((way, value))
        elif node.id == "sequence":
            for at, value in enumerate(node.value):
                places[*keys, at] = value.start_mark.line + 1
                todo.append(((*keys, at), value))
    return places


def toml_places(root: Node, source: Source) -> Places:
    """Return the lines of what hangs on a node of the tree of a TOML document."""
    places: dict[Keys, int] = {}
    todo: list[tuple[Keys, Node]] = [((), root)]
    while todo:
        keys, node = todo.pop()
        if isinstance(node, MappingNode):
            for key, value in node.entries:
                places[*keys, key.value] = source.position(key.span.start)[0]
                todo.append(((*keys, key.value), value))
        elif isinstance(node, SequenceNode):
            for at, value in enumerate(node.items):
                places[*keys, at] = source.position(value.span.start)[0]
                todo.append(((*keys, at), value))
    return places
