"""The alignment in DOT, the language of Graphviz."""

from collections.abc import Iterator

from okrlint.graphing.interface import Edge, Graph, Node
from okrlint.graphing.words import MARK, TITLE, abridged, full, heading, lines_of
from okrlint.linting.interface import Severity

_ROOM, _LINES = 34, 3
"""Cells of a line, and lines of a label."""
_LONGEST_TIP = 1_000
"""Characters of a tool tip: Graphviz refuses strings of 16 KB."""
_SHAPES = {"objective": "box", "key_result": "box", "document": "folder", "missing": "octagon"}
_COLOURS = {
    None: ("#59636e", "#f6f8fa", 1.0),
    Severity.HINT: ("#59636e", "#f6f8fa", 1.0),
    Severity.INFO: ("#0757b3", "#ddf4ff", 1.5),
    Severity.WARNING: ("#8a5a00", "#fff4d6", 2.0),
    Severity.ERROR: ("#a40e26", "#ffebe9", 3.0),
}
"""Outline, fill, and the breadth of the outline."""
_EDGES = {
    "supports": "",
    "ambiguous": " [style=dashed]",
    "missing": ' [style=dotted, arrowhead=tee, color="#a40e26"]',
}
_FONT = "Noto Sans,Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif"


def render(graph: Graph) -> str:
    """Return a graph in DOT."""
    return "\n".join(_lines(graph)) + "\n"


def _lines(graph: Graph) -> Iterator[str]:
    yield "digraph alignment {"
    yield f'  graph [rankdir=BT, charset="UTF-8", fontname="{_FONT}", label={_text(TITLE.in_language(graph.language))},'
    yield '    labelloc=t, style=rounded, color="#8c959f", ranksep=0.8]'
    yield f'  node [fontname="{_FONT}", fontsize=11, fontcolor="#1f2328", margin="0.12,0.07"]'
    yield f'  edge [fontname="{_FONT}", color="#59636e"]'
    members: dict[int | None, list[Node]] = {}
    for node in graph.nodes:
        members.setdefault(node.group, []).append(node)
    for group in graph.groups:
        yield f"  subgraph cluster_{group.number} {{"
        yield f"    label={_text(abridged(heading(group, graph), 2 * _ROOM))}"
        yield from (f"    {_node(node, graph)}" for node in members.pop(group.number, ()))
        yield "  }"
    yield from (f"  {_node(node, graph)}" for nodes in members.values() for node in nodes)
    for node in graph.nodes:
        if node.parent is not None:
            yield f'  n{node.number} -> n{node.parent} [arrowhead=none, color="#8c959f", penwidth=0.7]'
    yield from (f"  {_edge(edge)}" for edge in graph.edges)
    yield "}"


def _node(node: Node, graph: Graph) -> str:
    mark = f"{MARK[node.severity]} " if node.severity is not None else ""
    head = mark + (f"{node.label} " if node.label else "? " if node.kind == "missing" else "")
    label = "\n".join(lines_of(head + node.text, _ROOM, _LINES))
    line, fill, breadth = _COLOURS[node.severity]
    style = "filled"
    if node.kind == "missing":
        fill, style = "#ffffff", "filled,dashed"
    elif node.kind == "key_result":
        style = "filled,rounded"
    tip = full(node, graph)
    tip = tip if len(tip) <= _LONGEST_TIP else tip[: _LONGEST_TIP - 1] + "…"
    return (
        f'n{node.number} [label={_text(label)}, shape={_SHAPES[node.kind]}, style="{style}", color="{line}", '
        f'fillcolor="{fill}", penwidth={breadth:g}, tooltip={_text(tip)}]'
    )


def _edge(edge: Edge) -> str:
    return f"n{edge.source} -> n{edge.target}{_EDGES[edge.kind]}"


def _text(text: str) -> str:
    r"""Return a string of DOT: in labels, it also knows `\N` and the like, and the entities of HTML."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return '"' + plain.replace("\n", "\\n") + '"'
