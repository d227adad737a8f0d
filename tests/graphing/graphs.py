"""Graphs for tests, large, random and hostile ones."""

import random

from okrlint.graphing.interface import Edge, Graph, Group, Grouping, Node
from okrlint.linting.interface import Severity

HOSTILE = (
    "</text><script>alert(1)</script>",
    '"] --> n0; click n0 "javascript:alert(1)"',
    ']]> <!-- --> &amp; &lt; \\N \\" #quot; #35;',
    "`code` **bold** 1. list",
    "- item",
    "%%{init: {}}%%",
    "end",
    "שלום עולם שלום",
    "x" * 10_000,
    "目标" * 5_000,
    "",
)


def graph(size: int, *, seed: int = 0, grouping: Grouping = "team", language: str = "en") -> Graph:
    """Return a graph of so many objectives, four in a group, that support earlier ones, and at times later ones."""
    chance = random.Random(seed)
    nodes: list[Node] = []
    edges: set[Edge] = set()
    groups = [Group(number, f"团队 {number} · 2026-Q2") for number in range(-(-size // 4))]
    words = (
        "让每一位新用户在第一天就看到价值，并愿意告诉别人" if language == "zh" else "Win lasting trust with new users"
    )
    for number in range(size):
        group = number // 4 if grouping != "none" else None
        severity = chance.choice([None, *Severity])
        at = len(nodes)
        nodes.append(
            Node(at, "objective", f"O{number % 4 + 1}", f"{words} {number}", group, None, "a.md", (), severity)
        )
        if chance.random() < 0.2:
            nodes.append(Node(len(nodes), "key_result", "KR1", f"{words} 9%", group, at, "a.md"))
        if at > 4 and chance.random() < 0.9:
            target = chance.randrange(max(1, at // 6)) if chance.random() < 0.97 else chance.randrange(at)
            edges.add(Edge(at, target, chance.choice(["supports", "supports", "ambiguous"])))
            if chance.random() < 0.03:
                edges.add(Edge(target, at))  # a circle
    nodes.append(Node(len(nodes), "missing", "", "O99", None))
    edges.add(Edge(max(0, size // 2), len(nodes) - 1, "missing"))
    order = tuple(sorted(edges))
    used = groups if grouping != "none" else []
    return Graph(tuple(nodes), tuple(used), order, grouping, language)


def hostile() -> Graph:
    """Return a graph whose words break out of every format that does not escape them."""
    nodes = tuple(
        Node(number, "objective", text[:40], text, 0, None, text[:50], (text,), Severity.ERROR, 3)
        for number, text in enumerate(HOSTILE)
    )
    return Graph(nodes, (Group(0, HOSTILE[0] + HOSTILE[1]),), (Edge(0, 1),))
