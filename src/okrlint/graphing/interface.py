"""The alignment of a project as data: what every format writes in its own way."""

from typing import Literal, NamedTuple

from okrlint.linting.interface import Severity

Kind = Literal["objective", "key_result", "document", "missing"]
"""What a node is; "missing" is what a broken link names."""

Grouping = Literal["team", "cycle", "document", "none"]
"""What makes a group: a team in a cycle, a cycle, or a document."""

LinkKind = Literal["supports", "ambiguous", "missing"]
"""What is known of a link: what it leads to; what it may lead to, among others; that it leads nowhere."""


class Node(NamedTuple):
    """What supports, or is supported.

    Attributes:
        number: its place in `Graph.nodes`.
        kind: see `Kind`.
        label: what its author calls it (`O2`, `KR1`); "" for a document, and for what is missing.
        text: the statement, on one line; of a document its title, of what is missing the words of the link.
        group: the number of its group, or None.
        parent: of a key result the number of its objective.
        path: the document that it stands in; of what is missing the one that it should stand in, or "".
        owners: as written.
        severity: of the worst of its findings, those of its key results that are no nodes included; None without any.
        findings: how many these are.
    """

    number: int
    kind: Kind
    label: str
    text: str
    group: int | None
    parent: int | None = None
    path: str = ""
    owners: tuple[str, ...] = ()
    severity: Severity | None = None
    findings: int = 0


class Group(NamedTuple):
    """Nodes that belong together.

    Attributes:
        number: its place in `Graph.groups`.
        name: of the team and the cycle, of the cycle, or of the document; on one line, in no language of ours.
        is_plan: whether it is one of the plans that configuration names.
        start: the first day of its cycle as YYYY-MM-DD; "" where it is not known.
        above: the numbers of the groups of the team above, by configuration.
    """

    number: int
    name: str
    is_plan: bool = False
    start: str = ""
    above: tuple[int, ...] = ()


class Edge(NamedTuple):
    """A link.

    Attributes:
        source: the number of the node that supports.
        target: the number of what it supports.
        kind: see `LinkKind`.
    """

    source: int
    target: int
    kind: LinkKind = "supports"


class Graph(NamedTuple):
    """The alignment of a project.

    Attributes:
        nodes: by document and order; each key result somewhere behind its objective; what is missing at the end.
        groups: in the order of their first nodes; each has nodes.
        edges: by source; no two are the same.
        grouping: what the groups are.
        language: "en" or "zh": of the words that stand around those of the documents.
        is_linted: whether severities tell of findings; else nobody looked for any.
    """

    nodes: tuple[Node, ...]
    groups: tuple[Group, ...]
    edges: tuple[Edge, ...]
    grouping: Grouping = "team"
    language: str = "en"
    is_linted: bool = True
