"""The way of each line: out of the boxes, through the channels between the rows, and into the box of its target."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from okrlint.graphing.boxes import Box, Trunk

_BEND = 5.0
"""Radius of a bend."""
_TIP = 9.0
"""Length of an arrow's tip."""


class Line(NamedTuple):
    """All links of one kind to the same node.

    Attributes:
        trunk: what they are.
        sources: the numbers of the nodes that have them.
        path: the way, as an SVG path.
        tips: the arrows' tips, as an SVG path that is filled.
    """

    trunk: Trunk
    sources: tuple[int, ...]
    path: str
    tips: str


class Router:
    """Draws lines in a picture in which everything has its place.

    Args:
        boxes: with their places.
        box_of: the number of the box of each node.
        row_of: the row of each box.
        tops: of the rows; `bottoms` likewise.
        crossed: how far right a line passes through a row.
    """

    def __init__(
        self,
        boxes: Sequence[Box],
        box_of: Mapping[int, int],
        row_of: Mapping[int, int],
        tops: Sequence[float],
        bottoms: Sequence[float],
        crossed: Mapping[tuple[Trunk, int], float],
    ) -> None:
        self._boxes = boxes
        self._box_of = box_of
        self._row_of = row_of
        self._tops = tops
        self._bottoms = bottoms
        self._crossed = crossed

    def line(self, trunk: Trunk, sources: Sequence[int]) -> Line:
        """Return a line."""
        return _Way(self, trunk).to(sources)

    # What a way asks of the picture.

    def home(self, node: int) -> tuple[Box, int]:
        """Return the box of a node, and its row."""
        number = self._box_of[node]
        return self._boxes[number], self._row_of[number]

    def edge(self, row: int, *, upper: bool) -> float:
        """Return how far down a row begins, or ends."""
        return self._tops[row] if upper else self._bottoms[row]

    def passes(self, trunk: Trunk, row: int) -> float | None:
        """Return how far right a line passes through a row; None where it does not."""
        return self._crossed.get((trunk, row))


class _Way:
    def __init__(self, router: Router, trunk: Trunk) -> None:
        self._router = router
        self._trunk = trunk
        self._box, self._row = router.home(trunk.target)
        self._card = self._box.cards[trunk.target]
        self._path: list[str] = []
        self._tips: dict[str, None] = {}

    def to(self, sources: Sequence[int]) -> Line:
        by_column: dict[tuple[int, int], list[int]] = {}
        for source in sources:
            box, _ = self._router.home(source)
            by_column.setdefault((id(box), box.cards[source].column), []).append(source)
        passed: set[int] = set()
        arrivals: set[bool] = set()
        for members in by_column.values():
            box, row = self._router.home(members[0])
            column = box.cards[members[0]].column
            if box is not self._box:
                is_up = row >= self._row
                x = self._leave(box, members, is_up=is_up)
                step = -1 if row > self._row else 1 if row < self._row else 0
                if step == 0:
                    self._over(x)
                    arrivals.add(False)
                    continue
                self._cross(x, row, step)
                arrivals.add(is_up)
                passed.update(range(row + step, self._row, step))
            elif column == self._card.column:
                self._within(box, members)
            else:
                self._across(box, members)
        for row in sorted(passed):
            self._pass(row, -1 if row > self._row else 1)
        for from_below in sorted(arrivals):
            self._arrive(from_below=from_below)
        return Line(self._trunk, tuple(sources), "".join(self._path), "".join(self._tips))

    def _leave(self, box: Box, members: Sequence[int], *, is_up: bool) -> float:
        """Go from some cards of a column to the upper or lower edge of their box's row; return where."""
        _, row = self._router.home(members[0])
        end = self._router.edge(row, upper=is_up)
        column = box.cards[members[0]].column
        x = box.x + box.leaves_at(self._trunk, column)
        if box.is_single:
            card = box.cards[members[0]]
            self._path.append(f"M{_n(x)},{_n(box.y + card.y + (0 if is_up else card.height))}V{_n(end)}")
            return x
        self._collect(box, members, x, end, is_up=is_up)
        return x

    def _collect(self, box: Box, members: Sequence[int], x: float, end: float, *, is_up: bool) -> None:
        """Join cards to a lane on their left, which leads to `end`; the path goes on from there."""
        bend = -_BEND if is_up else _BEND
        last = max(members, key=lambda node: box.cards[node].middle * (1 if is_up else -1))
        for node in [*(each for each in members if each != last), last]:
            card = box.cards[node]
            left, y = box.x + card.x, box.y + card.middle
            self._path.append(f"M{_n(left)},{_n(y)}H{_n(x + _BEND)}Q{_n(x)},{_n(y)} {_n(x)},{_n(y + bend)}")
        self._path.append(f"V{_n(end)}")

    def _cross(self, x: float, row: int, step: int) -> None:
        """Go through the channel beside a row to the next one: where the path passes it, or arrives."""
        start = self._router.edge(row, upper=step < 0)
        end = self._router.edge(row + step, upper=step > 0)
        next_x = self._router.passes(self._trunk, row + step)
        if next_x is None:
            next_x = self._box.x + self._box.arrives_at(self._trunk, self._card.column)
        middle = (start + end) / 2
        if abs(next_x - x) < 1:
            self._path.append(f"L{_n(next_x)},{_n(end)}")
        else:
            self._path.append(f"C{_n(x)},{_n(middle)} {_n(next_x)},{_n(middle)} {_n(next_x)},{_n(end)}")

    def _pass(self, row: int, step: int) -> None:
        x = self._router.passes(self._trunk, row) or 0.0
        start, end = self._router.edge(row, upper=step > 0), self._router.edge(row, upper=step < 0)
        self._path.append(f"M{_n(x)},{_n(start)}V{_n(end)}")
        self._cross(x, row, step)

    def _over(self, x: float) -> None:
        """Go from the upper edge of a row to the box of the target in the same one."""
        y = self._router.edge(self._row, upper=True)
        target = self._box.x + self._box.arrives_at(self._trunk, self._card.column)
        self._path.append(f"C{_n(x)},{_n(y - 28)} {_n(target)},{_n(y - 28)} {_n(target)},{_n(y)}")

    def _arrive(self, *, from_below: bool) -> None:
        """Go from the edge of the target's row to its card."""
        box, card = self._box, self._card
        x = box.x + box.arrives_at(self._trunk, card.column)
        start = self._router.edge(self._row, upper=not from_below)
        if box.is_single:
            y = box.y + card.y + (card.height if from_below else 0)
            sign = 1 if from_below else -1
            self._path.append(f"M{_n(x)},{_n(start)}V{_n(y + sign * (_TIP - 1))}")
            self._tips[f"M{_n(x)},{_n(y + sign)}l-4.5,{_n(sign * _TIP)}h9z"] = None
            return
        self._enter(x, start, from_below=from_below)

    def _enter(self, x: float, start: float, *, from_below: bool) -> None:
        """Go along a lane on the right of the target's column to its card."""
        box, card = self._box, self._card
        y, right = box.y + card.middle, box.x + card.x + card.width
        bend = _BEND if from_below else -_BEND
        self._path.append(f"M{_n(x)},{_n(start)}V{_n(y + bend)}")
        self._path.append(f"Q{_n(x)},{_n(y)} {_n(x - _BEND)},{_n(y)}H{_n(right + _TIP - 1)}")
        self._tips[f"M{_n(right + 1)},{_n(y)}l{_n(_TIP)},-4.5v9z"] = None

    def _within(self, box: Box, members: Sequence[int]) -> None:
        """Go from some cards to another of the same column."""
        x = box.x + box.leaves_at(self._trunk, self._card.column)
        y, left = box.y + self._card.middle, box.x + self._card.x
        for is_up in (True, False):
            some = [node for node in members if (box.cards[node].middle > self._card.middle) == is_up]
            if some:
                self._collect(box, some, x, y + (_BEND if is_up else -_BEND), is_up=is_up)
                self._path.append(f"Q{_n(x)},{_n(y)} {_n(x + _BEND)},{_n(y)}H{_n(left - _TIP + 1)}")
        self._tips[f"M{_n(left - 1)},{_n(y)}l{_n(-_TIP)},-4.5v9z"] = None

    def _across(self, box: Box, members: Sequence[int]) -> None:
        """Go from some cards to one in another column of the same box, above all cards."""
        hall = box.y + box.crosses_at(self._trunk)
        self._collect(box, members, box.x + box.leaves_at(self._trunk, box.cards[members[0]].column), hall, is_up=True)
        x = box.x + box.arrives_at(self._trunk, self._card.column)
        self._path.append(f"H{_n(x)}")
        self._enter(x, hall, from_below=False)


def _n(value: float) -> str:
    """Return a length as short as it can be seen to be."""
    return f"{value:.1f}".removesuffix(".0")
