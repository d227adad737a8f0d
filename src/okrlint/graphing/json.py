"""The alignment as JSON, for other programs."""

import json
from typing import TYPE_CHECKING, cast

from okrlint.graphing.interface import Graph

if TYPE_CHECKING:
    from okrlint.graphing.contract import GraphData
    from okrlint.reporting.contract import SeverityName


def render(graph: Graph) -> str:
    """Return a graph as JSON; see docs/graph.md."""
    return json.dumps(data_of(graph), ensure_ascii=False, indent=2) + "\n"


def data_of(graph: Graph) -> "GraphData":
    """Return a graph as plain values."""
    return {
        "version": 1,
        "grouping": graph.grouping,
        "findings": graph.is_linted,
        "groups": [
            {"id": group.number, "name": group.name, "plan": group.is_plan, "above": list(group.above)}
            for group in graph.groups
        ],
        "nodes": [
            {
                "id": node.number,
                "kind": node.kind,
                "label": node.label or None,
                "text": node.text,
                "group": node.group,
                "objective": node.parent,
                "path": node.path or None,
                "owners": list(node.owners),
                "severity": cast("SeverityName", node.severity.label) if node.severity is not None else None,
                "findings": node.findings,
            }
            for node in graph.nodes
        ],
        "links": [{"from": edge.source, "to": edge.target, "kind": edge.kind} for edge in graph.edges],
    }
