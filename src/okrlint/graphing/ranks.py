"""Which boxes stand above which: ranks, and the rows that a rank takes."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, sqrt

from okrlint.graphing.boxes import Box
from okrlint.graphing.interface import Graph

BOX_GAP = 26
"""Between two boxes of a row."""
_NARROWEST = 1_240
"""Width that a picture may have in any case."""
_SWEEPS = 4

Ties = Mapping[int, set[int]]
"""What boxes, by their numbers, lead to."""


def rows_of(graph: Graph, boxes: Sequence[Box], upward: Ties) -> list[list[int]]:
    """Return the numbers of boxes in rows, the highest first, each row in a first order.

    What supports something stands below it, as far as there is no circle. What has no link at all stands last.

    Args:
        graph: the graph.
        boxes: of it.
        upward: which boxes the links of each box lead to, itself excepted.
    """
    ranks = _ranks(graph, boxes, upward)
    room = _width(boxes)
    rows = []
    for members in _ordered(ranks, upward):
        needed = sum(boxes[box].width + BOX_GAP for box in members)
        count = ceil(needed / room)
        # Neighbours stay about above each other: the first ones of all rows, then the second ones.
        rows += [members[at::count] for at in range(count)]
    return rows


def _width(boxes: Sequence[Box]) -> float:
    area = sum((box.width + BOX_GAP) * (box.height + 70) for box in boxes)
    return max([_NARROWEST, sqrt(area * 1.5), *(box.width + BOX_GAP for box in boxes)])


def _ranks(graph: Graph, boxes: Sequence[Box], upward: Ties) -> list[list[int]]:
    """Return the boxes by rank, those of no rank left out."""
    of_group = {box.group: number for number, box in enumerate(boxes) if box.group is not None}
    ties = {number: set(upward.get(number, ())) for number in range(len(boxes))}
    for group in graph.groups:
        if group.number in of_group:
            above = {of_group[each] for each in group.above if each in of_group}
            ties[of_group[group.number]] |= above - {of_group[group.number]}
    bands = _bands(graph, boxes, upward)
    own = {number: {each for each in above if bands[each] == bands[number]} for number, above in ties.items()}
    depth = _depths(own)
    below: dict[int, list[int]] = {}
    for number, above in own.items():
        for each in above:
            below.setdefault(each, []).append(number)
    tied = {number for number, above in ties.items() if above} | {each for above in ties.values() for each in above}
    last = max(depth, default=0) + 1
    for number, box in enumerate(boxes):
        if _is_missing(graph, box) and below.get(number):  # not at the very top, where only its like would stand
            depth[number] = max(0, min(depth[each] for each in below[number]) - 1)
        elif number not in tied and not _is_plan(graph, box):
            depth[number] = last
    found: dict[tuple[int, int], list[int]] = {}
    for number in range(len(boxes)):
        found.setdefault((bands[number], depth[number]), []).append(number)
    return [found[key] for key in sorted(found)]


def _depths(upward: Ties) -> list[int]:
    """Return how many steps each box is below those that lead nowhere; links that would close a circle are ignored."""
    depth = [-1] * len(upward)
    is_open = [False] * len(upward)
    for first in range(len(upward)):
        if depth[first] >= 0:
            continue
        ahead = [(first, iter(sorted(upward[first])))]
        is_open[first] = True
        depth[first] = 0
        while ahead:
            number, rest = ahead[-1]
            above = next(rest, None)
            if above is None:
                ahead.pop()
                is_open[number] = False
                if ahead:
                    depth[ahead[-1][0]] = max(depth[ahead[-1][0]], depth[number] + 1)
            elif is_open[above]:
                continue
            elif depth[above] >= 0:
                depth[number] = max(depth[number], depth[above] + 1)
            else:
                is_open[above] = True
                depth[above] = 0
                ahead.append((above, iter(sorted(upward[above]))))
    return depth


def _bands(graph: Graph, boxes: Sequence[Box], upward: Ties) -> list[int]:
    """Return the number of the band that each box is in: where cycles make the groups, one for each of them."""
    if graph.grouping != "cycle":
        return [0] * len(boxes)
    groups = [graph.nodes[box.nodes[0]].group for box in boxes]
    ties: dict[int, set[int]] = {number: set() for number in range(len(graph.groups))}
    for number, above in upward.items():
        own = groups[number]
        if own is not None:
            ties[own] |= {group for each in above if (group := groups[each]) is not None and group != own}
    depth = _depths(ties)
    order = sorted(graph.groups, key=lambda group: (depth[group.number], group.start or "~", group.number))
    place = {group.number: at for at, group in enumerate(order)}
    below: dict[int, int] = {}
    for number, above in upward.items():
        for each in above:
            if (group := groups[number]) is not None:
                below[each] = min(below.get(each, len(place)), place[group])
    return [place[group] if group is not None else below.get(number, len(place)) for number, group in enumerate(groups)]


def _ordered(ranks: Sequence[list[int]], upward: Ties) -> Iterable[list[int]]:
    """Return ranks, each in the order of what its boxes are tied to."""
    downward: dict[int, list[int]] = {}
    for number in sorted(upward):
        for above in upward[number]:
            downward.setdefault(above, []).append(number)
    place = {box: (at + 0.5) / len(rank) for rank in ranks for at, box in enumerate(rank)}
    for sweep in range(_SWEEPS):
        neighbours: Mapping[int, Iterable[int]] = upward if sweep % 2 == 0 else downward
        for rank in ranks if sweep % 2 == 0 else reversed(ranks):
            middle = {box: _mean([place[each] for each in sorted(neighbours.get(box, ()))], place[box]) for box in rank}
            rank.sort(key=middle.__getitem__)
            place.update((box, (at + 0.5) / len(rank)) for at, box in enumerate(rank))
    return ranks


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _is_missing(graph: Graph, box: Box) -> bool:
    return box.group is None and graph.nodes[box.nodes[0]].kind == "missing"


def _is_plan(graph: Graph, box: Box) -> bool:
    return box.group is not None and graph.groups[box.group].is_plan
