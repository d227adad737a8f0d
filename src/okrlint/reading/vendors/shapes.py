"""How a description of a product's export is written."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from okrlint.model import Text
from okrlint.reading.data.nodes import Node

Convert = Callable[[Node], list[Text]]
"""Turns what stands under a key into words that okrlint reads; no words where it says nothing."""

FieldMap = Mapping[str, tuple[str, Convert]]
"""From the canonical name of a field to the key that it stands under (or a path of keys, with dots), and how its value
is read."""


NO_FIELDS: FieldMap = {}


class Shape(NamedTuple):
    """How a product writes one kind of item.

    Attributes:
        keys: all of these stand in each item.
        statement: the key of its words, and how they are read; parts of one sentence are joined.
        fields: its other keys that mean something to okrlint.
        id: the key of its identifier.
        parent: the key (or path) with the identifier of what it belongs to, where it does not stand inside it.
        kind: a key and the values, in lower case, of which it has one, where keys alone do not tell the item.
    """

    keys: frozenset[str]
    statement: tuple[str, Convert]
    fields: FieldMap
    id: str = "id"
    parent: str = ""
    kind: tuple[str, frozenset[str]] | None = None


class Vendor(NamedTuple):
    """How a product writes OKRs.

    Attributes:
        objective: an objective.
        key_result: a key result.
        inside: the key of an objective with its key results; "" where they stand apart and name their parent.
        action: a step that belongs to a key result or an objective.
        checkin: the keys of an item under which check-ins stand, and their fields.
        extra: things that stand apart and tell more about an item (its `parent`).
        about: a thing that tells about all: the cycle.
        around: the fields that the mapping around a list of objectives has.
    """

    objective: Shape
    key_result: Shape
    inside: str = ""
    action: Shape | None = None
    checkin: tuple[tuple[str, ...], FieldMap] = ((), NO_FIELDS)
    extra: Shape | None = None
    about: Shape | None = None
    around: FieldMap = NO_FIELDS
