"""The alignment as JSON, for other programs."""

import json
from typing import Any

from okrlint.graphing.interface import Graph

VERSION = 1
"""Of the format: fields may be added to it; none goes or is renamed."""


def render(graph: Graph) -> str:
    """Return a graph as JSON; see docs/graph.md."""
    return json.dumps(data_of(graph), ensure_ascii=False, indent=2) + "\n"


def data_of(graph: Graph) -> dict[str, Any]:
    """Return a graph as plain values."""
    return {
        "version": VERSION,
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
                "severity": None if node.severity is None else node.severity.label,
                "findings": node.findings,
            }
            for node in graph.nodes
        ],
        "links": [{"from": edge.source, "to": edge.target, "kind": edge.kind} for edge in graph.edges],
    }
