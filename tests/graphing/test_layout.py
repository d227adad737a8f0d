"""Where cards and lines stand: nothing overlaps, what is supported is above, and few lines cross."""

import random
from itertools import combinations
from time import process_time

import pytest
from graphs import graph
from hypothesis import given
from hypothesis import strategies as st

from okrlint.graphing.interface import Edge, Graph, Group, Grouping, Node
from okrlint.graphing.layout import Drawing, Rect, layout
from okrlint.graphing.ordering import Item, arrange, crossings, tie


def laid_out(drawn: Graph) -> Drawing:
    return layout(drawn, {node.number: 46.0 for node in drawn.nodes})


def overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


@pytest.mark.parametrize("grouping", ["team", "none", "cycle"])
@pytest.mark.parametrize("size", [1, 10, 100])
def test_nothing_overlaps(size: int, grouping: Grouping) -> None:
    drawing = laid_out(graph(size, grouping=grouping))
    assert not [pair for pair in combinations(drawing.cards.values(), 2) if overlap(*pair)]
    assert not [pair for pair in combinations(drawing.frames.values(), 2) if overlap(*pair)]
    for card in drawing.cards.values():
        assert card.x >= 0
        assert card.y >= 0
        assert card.x + card.width <= drawing.width
        assert card.y + card.height <= drawing.height


def test_what_is_supported_is_above() -> None:
    nodes = tuple(Node(number, "objective", "O1", "x", number) for number in range(4))
    groups = tuple(Group(number, str(number)) for number in range(4))
    drawing = laid_out(Graph(nodes, groups, (Edge(0, 1), Edge(1, 2), Edge(3, 2))))
    assert drawing.cards[0].y > drawing.cards[1].y > drawing.cards[2].y
    assert drawing.cards[3].y == drawing.cards[1].y


def test_a_team_stands_below_the_one_above_it_without_a_link() -> None:
    nodes = tuple(Node(number, "objective", "O1", "x", number) for number in range(2))
    drawing = laid_out(Graph(nodes, (Group(0, "a", above=(1,)), Group(1, "b")), ()))
    assert drawing.cards[0].y > drawing.cards[1].y


def test_each_link_is_part_of_one_line() -> None:
    drawn = graph(200)
    links = [
        Edge(source, line.trunk.target, line.trunk.kind) for line in laid_out(drawn).lines for source in line.sources
    ]
    assert sorted(links) == sorted(drawn.edges)


def test_lines_have_tips_and_no_odd_numbers() -> None:
    for line in laid_out(graph(300)).lines:
        assert line.tips
        assert not set(line.path + line.tips) - set("MHVQCLlhvz0123456789.,- ")


def test_crossings_are_counted_right() -> None:
    chance = random.Random(1)
    for _ in range(50):
        upper, lower = [Item(10) for _ in range(6)], [Item(10) for _ in range(6)]
        for at, (one, other) in enumerate(zip(upper, lower, strict=True)):
            one.at = other.at = at
        ties = [(chance.choice(upper), chance.choice(lower)) for _ in range(10)]
        for one, other in ties:
            tie(one, other)
        expected = sum((a.at - c.at) * (b.at - d.at) < 0 for (a, b), (c, d) in combinations(ties, 2))
        assert crossings([upper, lower]) == expected


def test_a_tree_has_no_crossings() -> None:
    top, middle = [Item(100)], [Item(100) for _ in range(8)]
    bottom = [Item(100) for _ in range(64)]
    for item in middle:
        tie(top[0], item)
    for number, item in enumerate(bottom):
        tie(middle[number % 8], item)
    rows = [top, middle, bottom]
    arrange(rows)
    assert crossings(rows) == 0


@given(st.integers(0, 60), st.integers(), st.sampled_from(["team", "none", "cycle"]))
def test_any_graph_can_be_laid_out(size: int, seed: int, grouping: Grouping) -> None:
    drawn = graph(size, seed=seed, grouping=grouping) if size else Graph((), (), ())
    drawing = laid_out(drawn)
    assert set(drawing.cards) == {node.number for node in drawn.nodes}


def test_one_objective_with_a_thousand_key_results_has_columns() -> None:
    parent = Node(0, "objective", "O1", "x", 0)
    nodes = (parent, *(Node(number, "key_result", "KR", "x", 0, 0) for number in range(1, 1001)))
    drawing = laid_out(Graph(nodes, (Group(0, "a"),), ()))
    assert drawing.height < 8 * drawing.width
    assert not [pair for pair in combinations(list(drawing.cards.values())[:200], 2) if overlap(*pair)]


def test_time_grows_as_lines_times_the_rows_that_they_pass() -> None:
    times = []
    for size in (500, 2_000):
        drawn = graph(size)
        start = process_time()
        laid_out(drawn)
        times.append(process_time() - start)
    assert times[1] < 32 * times[0] + 0.2  # four times the lines, three times the rows
