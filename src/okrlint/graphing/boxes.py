"""Boxes of a picture: the cards of a group in columns, with lanes beside them for the lines that come and go."""

from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from typing import NamedTuple

from okrlint.graphing.interface import Graph, LinkKind

CARD = 232
"""Width of a card."""
INDENT = 16
"""By how much that of a key result is narrower, from the left."""
HEADING = 30
"""Height of a group's heading."""
_PAD = 10
_GAP, _FAMILY_GAP = 6, 10
"""Between the cards of an objective, and between objectives."""
_STUB = 14
"""Between a card and the nearest lane."""
_LANE, _MOST_LANES = 6, 96
"""Between two lanes, and all lanes of a column together at most."""
_HALLWAY = 5
"""Between two lines that lead from column to column."""
_SHORTEST = 460
"""Height that a column may have in any case."""


class Trunk(NamedTuple):
    """All links of one kind to the same node: they are drawn as one line with many beginnings."""

    target: int
    kind: LinkKind


class Card(NamedTuple):
    """Where a card stands in its box: the column, and what is the box's own distance."""

    column: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return self.y + self.height / 2


class Box:
    """A group of a picture, or an objective in none.

    Args:
        group: the group's number; None for an objective, or something missing, in none.
        nodes: the numbers of its nodes, key results behind their objectives.
        families: how many there are of each objective with its key results.

    Attributes:
        cards: by the node's number.
        columns: where the cards of each column begin.
        outgoing: which lines leave each column, from left to right once they are sorted; `incoming` likewise.
        crossing: lines from one column to another.
        x: where its left edge is; `y` likewise its upper one.
    """

    def __init__(self, group: int | None, nodes: Sequence[int], families: Sequence[int]) -> None:
        self.group = group
        self.nodes = nodes
        self._families = families
        self.cards: dict[int, Card] = {}
        self.columns: list[float] = []
        self.outgoing: list[list[Trunk]] = []
        self.incoming: list[list[Trunk]] = []
        self.crossing: list[Trunk] = []
        self.width = self.height = self.x = self.y = 0.0

    @property
    def is_single(self) -> bool:
        """Whether it is but a card, which lines leave at its top and reach at its bottom."""
        return self.group is None and len(self.nodes) == 1

    def stack(self, graph: Graph, heights: Mapping[int, float]) -> None:
        """Decide in which column each card stands: about as wide as high, and objectives in one piece."""
        sizes = []
        start = 0
        for count in self._families:
            family = self.nodes[start : start + count]
            sizes.append(sum(heights[node] + _GAP for node in family) - _GAP + _FAMILY_GAP)
            start += count
        total = sum(sizes)
        most = max(_SHORTEST, sqrt(total * CARD / 1.4))
        most = total / ceil(total / most) + min(
            max(sizes, default=0) / 2, _SHORTEST
        )  # columns of about the same height
        column, y, start = 0, 0.0, 0
        for count, size in zip(self._families, sizes, strict=True):
            if y and y + size > most:
                column, y = column + 1, 0.0
            for node in self.nodes[start : start + count]:
                indent = INDENT if graph.nodes[node].parent is not None and node != self.nodes[start] else 0
                if y and size > most and y + heights[node] > most:  # one objective with hundreds of key results
                    column, y = column + 1, 0.0
                self.cards[node] = Card(column, indent, y, CARD - indent, heights[node])
                y += heights[node] + _GAP
            y += _FAMILY_GAP - _GAP
            start += count
        self.outgoing = [[] for _ in range(column + 1)]
        self.incoming = [[] for _ in range(column + 1)]

    def measure(self) -> None:
        """Give each card its place, once it is known which lines leave and reach the columns."""
        is_framed = self.group is not None
        pad = _PAD if is_framed else 0
        top = (HEADING if is_framed else 0) + self._hall
        x = float(pad)
        self.columns = []
        for outgoing, incoming in zip(self.outgoing, self.incoming, strict=True):
            x += 0 if self.is_single else _gutter(len(outgoing))
            self.columns.append(x)
            x += CARD + (0 if self.is_single else _gutter(len(incoming)))
        self.width = x + pad
        for node, card in self.cards.items():
            self.cards[node] = card._replace(x=self.columns[card.column] + card.x, y=top + card.y)
        self.height = max(card.y + card.height for card in self.cards.values()) + pad

    @property
    def _hall(self) -> float:
        return min(len(self.crossing) * _HALLWAY, _MOST_LANES) + 4 if self.crossing else 0

    def leaves_at(self, trunk: Trunk, column: int) -> float:
        """Return how far right a line leaves a column."""
        if self.is_single:
            return self.width / 2 + _spread(self.outgoing[0], trunk)
        return self.columns[column] - _lane(self.outgoing[column], trunk, from_card=-1)

    def arrives_at(self, trunk: Trunk, column: int) -> float:
        """Return how far right a line reaches a column."""
        if self.is_single:
            return self.width / 2 + _spread(self.incoming[0], trunk)
        return self.columns[column] + CARD + _lane(self.incoming[column], trunk, from_card=1)

    def crosses_at(self, trunk: Trunk) -> float:
        """Return how far down a line leads from one column to another."""
        count = len(self.crossing)
        step = min(_HALLWAY, _MOST_LANES / count)
        return (HEADING if self.group is not None else 0) + 2 + self.crossing.index(trunk) * step


def boxes_of(graph: Graph) -> list[Box]:
    """Return the boxes of a graph: its groups in their order, and behind them what is in none."""
    families: dict[int, list[int]] = {}
    for node in graph.nodes:
        families.setdefault(node.number if node.parent is None else node.parent, []).append(node.number)
    is_grouped = graph.grouping != "cycle"  # a cycle is a band of the picture: everything in it stands by itself
    grouped: dict[int, list[list[int]]] = {}
    alone = []
    for number, family in families.items():
        group = graph.nodes[number].group if is_grouped else None
        if group is None:
            alone.append(Box(None, family, [len(family)]))
        else:
            grouped.setdefault(group, []).append(family)
    made = []
    for number in sorted(grouped):
        parts = grouped[number]
        made.append(Box(number, [node for family in parts for node in family], [len(family) for family in parts]))
    return made + alone


def _gutter(lanes: int) -> float:
    return _STUB + min(lanes * _LANE, _MOST_LANES) if lanes else 0


def _lane(lanes: Sequence[Trunk], trunk: Trunk, *, from_card: int) -> float:
    """Return how far from the card a lane is; on the left of it, the first one is the farthest."""
    step = min(_LANE, _MOST_LANES / len(lanes))
    at = lanes.index(trunk)
    return _STUB + (at if from_card > 0 else len(lanes) - 1 - at) * step


def _spread(lanes: Sequence[Trunk], trunk: Trunk) -> float:
    step = min(10.0, (CARD - 40) / len(lanes))
    return (lanes.index(trunk) - (len(lanes) - 1) / 2) * step
