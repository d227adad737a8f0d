"""The alignment as a Mermaid flowchart, which GitHub, GitLab and many wikis draw."""

from collections.abc import Iterator

from okrlint.graphing.interface import Edge, Graph, Node
from okrlint.graphing.words import MARK, NOTHING, abridged, heading, lines_of
from okrlint.linting.interface import Severity

MAX_EDGES = 500
"""Links that Mermaid draws unless its `maxEdges` says otherwise; a page's own directive may not change it."""
MAX_TEXT = 50_000
"""Characters that Mermaid reads unless its `maxTextSize` says otherwise; a page's own directive may not change it."""

_ROOM, _LINES = 36, 3
"""Cells of a line, and lines of a label."""
_SHAPES = {
    "objective": ('["', '"]'),
    "key_result": ('("', '")'),
    "document": ('[["', '"]]'),
    "missing": ('{{"', '"}}'),
}
_STYLES = (
    ("plain", "fill:#f6f8fa,stroke:#59636e,color:#1f2328"),
    ("missing", "fill:#ffffff,stroke:#59636e,color:#1f2328,stroke-dasharray:4 3"),
    ("error", "fill:#ffebe9,stroke:#a40e26,color:#1f2328,stroke-width:3px"),
    ("warning", "fill:#fff4d6,stroke:#8a5a00,color:#1f2328,stroke-width:2px"),
    ("info", "fill:#ddf4ff,stroke:#0757b3,color:#1f2328"),
    ("hint", "fill:#f6f8fa,stroke:#59636e,color:#1f2328,stroke-dasharray:1 3"),
)
_ARROWS = {"supports": "-->", "ambiguous": "-.->", "missing": "-.-x"}
_ENTITIES = str.maketrans(
    {char: f"#{ord(char)};" for char in "#&<>\"'`\\*_~$[]{}()|^=%@:;"} | {"&": "#amp;", '"': "#quot;"}
)
"""What Mermaid, or the Markdown in its labels, may take for more than a character."""


def render(graph: Graph) -> str:
    """Return a graph as a Mermaid flowchart."""
    return "\n".join(_lines(graph)) + "\n"


def excess(graph: Graph, text: str) -> list[str]:
    """Return which of Mermaid's limits a flowchart is over, as sentences; other programs may have set them higher."""
    edges = sum(1 for node in graph.nodes if node.parent is not None) + len(graph.edges)
    found = []
    if edges > MAX_EDGES:
        found.append(f"{edges:,} lines are more than the {MAX_EDGES} that Mermaid draws (maxEdges)")
    if len(text) > MAX_TEXT:
        found.append(f"{len(text):,} characters are more than the {MAX_TEXT:,} that Mermaid reads (maxTextSize)")
    return found


def _lines(graph: Graph) -> Iterator[str]:
    yield "flowchart BT"
    members: dict[int | None, list[Node]] = {}
    for node in graph.nodes:
        members.setdefault(node.group, []).append(node)
    for group in graph.groups:
        yield f'  subgraph g{group.number}["{_label(abridged(heading(group, graph), 2 * _ROOM))}"]'
        yield from (f"    {_node(node)}" for node in members.pop(group.number, ()))
        yield "  end"
    yield from (f"  {_node(node)}" for nodes in members.values() for node in nodes)
    if not graph.nodes:
        yield f'  n0["{_label(NOTHING.in_language(graph.language))}"]'
    yield from (f"  n{node.parent} --- n{node.number}" for node in graph.nodes if node.parent is not None)
    yield from (f"  {_edge(edge)}" for edge in graph.edges)
    classes: dict[str, list[int]] = {}
    for node in graph.nodes:
        classes.setdefault(_class(node), []).append(node.number)
    for name, style in _STYLES:
        if name in classes:
            yield f"  classDef {name} {style}"
            yield f"  class {','.join(f'n{number}' for number in classes[name])} {name}"


def _node(node: Node) -> str:
    opening, closing = _SHAPES[node.kind]
    mark = f"{MARK[node.severity]} " if node.severity is not None else ""
    head = mark + (f"{node.label} " if node.label else "? " if node.kind == "missing" else "")
    lines = lines_of(head + node.text, _ROOM, _LINES)
    return f"n{node.number}{opening}{'<br/>'.join(map(_label, lines))}{closing}"


def _edge(edge: Edge) -> str:
    return f"n{edge.source} {_ARROWS[edge.kind]} n{edge.target}"


def _class(node: Node) -> str:
    if node.kind == "missing":
        return "missing"
    return "plain" if node.severity is None else Severity(node.severity).label


def _label(text: str) -> str:
    return text.translate(_ENTITIES)
