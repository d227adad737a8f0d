"""A layered layout: what is supported stands above what supports it, in boxes by group, with the lines between."""

from collections.abc import Mapping
from typing import NamedTuple

from okrlint.graphing.boxes import Trunk, boxes_of
from okrlint.graphing.interface import Graph
from okrlint.graphing.ordering import Item, arrange, tie
from okrlint.graphing.ranks import rows_of
from okrlint.graphing.routes import Line, Router

_MARGIN = 24
_BAND = 40
"""Room for the heading of a band, and half of it for its end."""
_CHANNEL, _CHANNEL_WITHOUT, _WIDEST_CHANNEL = 42.0, 24.0, 110.0
"""Height between two rows with lines between them, without any, and what is added for long ones at most."""
_SLOPE = 0.035
"""By how much a channel is higher for each unit that a line in it leads to the side."""


class Rect(NamedTuple):
    """A place in the picture, in units of the picture: about 1/96 inch."""

    x: float
    y: float
    width: float
    height: float


class Drawing(NamedTuple):
    """Where everything stands.

    Attributes:
        width: of all.
        height: of all.
        cards: by the number of the node.
        frames: of groups that are boxes, by their numbers.
        headings: how far right the heading of each begins: above its first column, where no line passes.
        bands: of groups that are bands, from the top; the same group may have several.
        lines: the links, those to the same node as one.
    """

    width: float
    height: float
    cards: dict[int, Rect]
    frames: dict[int, Rect]
    headings: dict[int, float]
    bands: list[tuple[int, Rect]]
    lines: list[Line]


def layout(graph: Graph, heights: Mapping[int, float]) -> Drawing:
    """Return where everything stands; the same graph always gives the same.

    Args:
        graph: the graph.
        heights: of the card of each node.
    """
    return _Layout(graph, heights).drawing()


class _Layout:
    def __init__(self, graph: Graph, heights: Mapping[int, float]) -> None:
        self._graph = graph
        self._boxes = boxes_of(graph)
        self._box_of = {node: number for number, box in enumerate(self._boxes) for node in box.nodes}
        for box in self._boxes:
            box.stack(graph, heights)
        self._sources: dict[Trunk, list[int]] = {}
        for edge in graph.edges:
            self._sources.setdefault(Trunk(edge.target, edge.kind), []).append(edge.source)
        self._assign_lanes()
        for box in self._boxes:
            box.measure()
        self._rows = rows_of(graph, self._boxes, self._upward())
        self._row_of = {box: at for at, row in enumerate(self._rows) for box in row}
        self._tops: list[float] = []
        self._bottoms: list[float] = []

    def drawing(self) -> Drawing:
        items, passing = self._items()
        rows: list[list[Item]] = [[items[box] for box in row] for row in self._rows]
        for (_, at), item in passing.items():
            rows[at].append(item)
        arrange(rows)
        for number, box in enumerate(self._boxes):
            box.x = items[number].x - box.width / 2 + _MARGIN
        bands = self._set_heights(rows)
        for number, box in enumerate(self._boxes):
            box.y = self._tops[self._row_of[number]]
        crossed = {key: item.x + _MARGIN for key, item in passing.items()}
        self._sort_lanes(crossed)
        router = Router(self._boxes, self._box_of, self._row_of, self._tops, self._bottoms, crossed)
        right = max([box.x + box.width for box in self._boxes] + list(crossed.values()), default=0.0)
        width = right + _MARGIN
        return Drawing(
            width,
            (self._bottoms[-1] if self._bottoms else 0.0) + _MARGIN,
            {
                node: Rect(box.x + card.x, box.y + card.y, card.width, card.height)
                for box in self._boxes
                for node, card in box.cards.items()
            },
            {box.group: Rect(box.x, box.y, box.width, box.height) for box in self._boxes if box.group is not None},
            {box.group: box.x + box.columns[0] for box in self._boxes if box.group is not None},
            [(group, Rect(_MARGIN / 3, top, width - _MARGIN * 2 / 3, bottom - top)) for group, top, bottom in bands],
            [router.line(trunk, sources) for trunk, sources in self._sources.items()],
        )

    def _assign_lanes(self) -> None:
        """Decide by which columns each line leaves and arrives."""
        for trunk, sources in self._sources.items():
            home = self._boxes[self._box_of[trunk.target]]
            target = home.cards[trunk.target]
            for source in sources:
                box = self._boxes[self._box_of[source]]
                card = box.cards[source]
                _add(trunk, box.outgoing[card.column])
                if box is not home:
                    _add(trunk, home.incoming[target.column])
                elif card.column != target.column:
                    _add(trunk, home.incoming[target.column])
                    _add(trunk, home.crossing)

    def _upward(self) -> dict[int, set[int]]:
        """Return which boxes the links of each box lead to."""
        found: dict[int, set[int]] = {}
        for trunk, sources in self._sources.items():
            home = self._box_of[trunk.target]
            for source in sources:
                box = self._box_of[source]
                if box != home:
                    found.setdefault(box, set()).add(home)
        return found

    def _items(self) -> tuple[list[Item], dict[tuple[Trunk, int], Item]]:
        """Return an item for each box, and one for each row that a line passes through, by line and row."""
        items = [Item(box.width) for box in self._boxes]
        passing: dict[tuple[Trunk, int], Item] = {}
        for trunk, sources in self._sources.items():
            home = self._box_of[trunk.target]
            end = self._row_of[home]
            boxes = list(dict.fromkeys(self._box_of[source] for source in sources))
            for is_below in (True, False):
                step = -1 if is_below else 1
                begins = [box for box in boxes if (self._row_of[box] - end) * step < 0]
                farthest = max((abs(self._row_of[box] - end) for box in begins), default=0)
                chain = {end: items[home]}
                for away in range(1, farthest):
                    at = end - step * away
                    chain[at] = passing[trunk, at] = Item(0.0)
                    _tie(chain[at + step], chain[at], is_below=is_below)
                for box in begins:
                    _tie(chain[self._row_of[box] + step], items[box], is_below=is_below)
        return items, passing

    def _set_heights(self, rows: list[list[Item]]) -> list[tuple[int, float, float]]:
        """Give each row its top and bottom; return the bands, each with its own."""
        bands = self._bands()
        found: list[tuple[int, float, float]] = []
        y = float(_MARGIN)
        for at, row in enumerate(self._rows):
            ties = [abs(above.x - item.x) for item in rows[at] for above in item.above]
            if at:
                y += _CHANNEL + min(_WIDEST_CHANNEL, max(ties) * _SLOPE) if ties else _CHANNEL_WITHOUT
            if bands[at] is not None and (at == 0 or bands[at] != bands[at - 1]):
                y += _BAND if at == 0 else _BAND / 2
                found.append((bands[at] or 0, y - _BAND + 10, y))
            elif at == 0 and any(self._are_beside(trunk) for trunk in self._sources):
                y += _CHANNEL / 2
            self._tops.append(y)
            y += max((self._boxes[box].height for box in row), default=0.0)
            self._bottoms.append(y)
            if bands[at] is not None:
                group, top, _ = found[-1]
                found[-1] = (group, top, y + _BAND / 4)
                if at + 1 < len(self._rows) and bands[at + 1] != bands[at]:
                    y += _BAND / 2
        return found

    def _are_beside(self, trunk: Trunk) -> bool:
        home = self._box_of[trunk.target]
        rows = {self._row_of[self._box_of[source]] for source in self._sources[trunk] if self._box_of[source] != home}
        return self._row_of[home] in rows

    def _bands(self) -> list[int | None]:
        """Return the group of each row where groups are bands; what is missing belongs to those who miss it."""
        found: list[int | None] = [None] * len(self._rows)
        if self._graph.grouping == "cycle":
            below = None
            for at in range(len(self._rows) - 1, -1, -1):
                groups = (self._graph.nodes[self._boxes[box].nodes[0]].group for box in self._rows[at])
                below = found[at] = next((group for group in groups if group is not None), below)
        return found

    def _sort_lanes(self, crossed: Mapping[tuple[Trunk, int], float]) -> None:
        """Put lanes in the order of where their lines lead to, or come from."""
        for number, box in enumerate(self._boxes):
            row = self._row_of[number]
            for lanes in box.outgoing:
                lanes.sort(key=lambda trunk, row=row: self._next_x(trunk, row, crossed))  # type: ignore[misc]
            for lanes in box.incoming:
                lanes.sort(key=lambda trunk, row=row: self._from_x(trunk, row, crossed))  # type: ignore[misc]

    def _next_x(self, trunk: Trunk, row: int, crossed: Mapping[tuple[Trunk, int], float]) -> float:
        home = self._box_of[trunk.target]
        end = self._row_of[home]
        step = (end > row) - (end < row)
        return crossed.get((trunk, row + step), self._boxes[home].x)

    def _from_x(self, trunk: Trunk, row: int, crossed: Mapping[tuple[Trunk, int], float]) -> float:
        if (trunk, row + 1) in crossed:
            return crossed[trunk, row + 1]
        places = [self._boxes[self._box_of[source]].x for source in self._sources[trunk]]
        return sum(places) / len(places)


def _add(trunk: Trunk, lanes: list[Trunk]) -> None:
    if trunk not in lanes:
        lanes.append(trunk)


def _tie(nearer: Item, farther: Item, *, is_below: bool) -> None:
    if is_below:
        tie(nearer, farther)
    else:
        tie(farther, nearer)
