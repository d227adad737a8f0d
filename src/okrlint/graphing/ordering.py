"""Where the boxes of each row stand, so that few lines cross and most are short."""

from collections.abc import Callable, Sequence

from okrlint.graphing.ranks import BOX_GAP

_SWEEPS = 8
_SETTLINGS = 6
_DUMMY_GAP = 9


class Item:
    """A box in a row, or the place where a line passes through it.

    Attributes:
        width: of it; 0 for a line.
        x: where its middle is.
        above: what it is tied to in the row above; `below` likewise.
        at: its place in its row.
    """

    __slots__ = ("above", "at", "below", "width", "x")

    def __init__(self, width: float) -> None:
        self.width = width
        self.x = 0.0
        self.at = 0
        self.above: list[Item] = []
        self.below: list[Item] = []


def tie(upper: Item, lower: Item) -> None:
    """Have two items of neighbouring rows know that a line leads from one to the other."""
    upper.below.append(lower)
    lower.above.append(upper)


def arrange(rows: list[list[Item]]) -> None:
    """Put the items of each row in an order with few crossings, and give each its place.

    Barycentre sweeps, down and up: each row is sorted by the middles of what its items are tied to in the row before,
    and placed as near to them as the gaps allow. The best of the orders that come of it is kept.
    """
    for row in rows:
        _place(row, _packed(row))
    best, fewest = _order(rows), crossings(rows)
    for sweep in range(_SWEEPS):
        if fewest == 0:
            break
        is_down = sweep % 2 == 0
        for row in rows if is_down else reversed(rows):
            wanted = {id(item): _middle(item.above if is_down else item.below, item) for item in row}
            row.sort(key=lambda item, wanted=wanted: wanted[id(item)])  # type: ignore[misc]
            _place(row, [wanted[id(item)] for item in row])
        count = crossings(rows)
        if count < fewest:
            best, fewest = _order(rows), count
    for row, order in zip(rows, best, strict=True):
        row[:] = order
        _place(row, _packed(row))
    for settling in range(_SETTLINGS):
        is_down = settling % 2 == 0
        for row in rows if is_down else reversed(rows):
            _place(row, [_middle(item.above if is_down else item.below, item) for item in row])
    left = min((row[0].x - row[0].width / 2 for row in rows if row), default=0.0)
    for row in rows:
        for item in row:
            item.x -= left


def crossings(rows: Sequence[Sequence[Item]]) -> int:
    """Return how many pairs of lines cross between neighbouring rows, in time near to linear in the lines."""
    total = 0
    for upper in rows:
        total += _inversions([below.at for item in upper for below in sorted(item.below, key=_at)])
    return total


def _inversions(numbers: Sequence[int]) -> int:
    """Return how many pairs are in the wrong order (a Fenwick tree over the numbers)."""
    size = max(numbers, default=0) + 1
    tree = [0] * (size + 1)
    total = 0
    for seen, number in enumerate(numbers):
        at, smaller = number + 1, 0
        while at:
            smaller += tree[at]
            at &= at - 1
        total += seen - smaller
        at = number + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return total


_at: Callable[[Item], int] = lambda item: item.at  # noqa: E731 - it is one key of many sorts


def _middle(neighbours: Sequence[Item], item: Item) -> float:
    return sum(each.x for each in neighbours) / len(neighbours) if neighbours else item.x


def _order(rows: Sequence[Sequence[Item]]) -> list[list[Item]]:
    return [list(row) for row in rows]


def _packed(row: Sequence[Item]) -> list[float]:
    """Return places side by side, with their middle at 0."""
    places, x = [], 0.0
    for before, item in zip([None, *row], row, strict=False):
        x += _distance(before, item) if before else 0.0
        places.append(x)
    middle = (places[0] + places[-1]) / 2 if places else 0.0
    return [place - middle for place in places]


def _distance(one: Item, other: Item) -> float:
    gap = BOX_GAP if one.width and other.width else BOX_GAP / 2 if one.width or other.width else _DUMMY_GAP
    return one.width / 2 + gap + other.width / 2


def _place(row: Sequence[Item], wanted: Sequence[float]) -> None:
    """Give the items of a row, in their order, the places that are nearest to what is wanted, in the least squares.

    With the least distances taken off, places must not fall: blocks that would are merged, and stand at their mean.
    """
    offset, offsets = 0.0, []
    for before, item in zip([None, *row], row, strict=False):
        offset += _distance(before, item) if before else 0.0
        offsets.append(offset)
    blocks: list[tuple[float, float, int]] = []  # mean, weight, items
    for item, place, off in zip(row, wanted, offsets, strict=True):
        weight = 1.0 + len(item.above) + len(item.below) + (0.0 if item.width else 4.0)  # lines are best straight
        mean, count = place - off, 1
        while blocks and blocks[-1][0] >= mean:
            other, other_weight, other_count = blocks.pop()
            mean = (mean * weight + other * other_weight) / (weight + other_weight)
            weight, count = weight + other_weight, count + other_count
        blocks.append((mean, weight, count))
    places = [mean for mean, _, count in blocks for _ in range(count)]
    for at, (item, place, off) in enumerate(zip(row, places, offsets, strict=True)):
        item.x, item.at = place + off, at
