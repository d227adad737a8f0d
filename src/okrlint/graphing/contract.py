"""The contract of version 1 of `okrlint graph --format json`. Fields may be added; none goes or is renamed."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict  # pydantic makes a schema of no other before Python 3.12

from okrlint.graphing.interface import Grouping, Kind, LinkKind
from okrlint.reporting.contract import SeverityName


class GroupData(TypedDict):
    """Nodes that belong together."""

    id: int
    """Its place among the groups."""
    name: str
    """Of the team and the cycle, of the cycle, or of the document."""
    plan: bool
    """Whether it is one of the plans that configuration names."""
    above: list[int]
    """The ids of the groups of the team above, by configuration."""


class NodeData(TypedDict):
    """What supports, or is supported."""

    id: int
    """Its place among the nodes."""
    kind: Kind
    """What it is; "missing" is what a broken link names."""
    label: str | None
    """What its author calls it; None for a document, and for what is missing."""
    text: str
    """The statement; of a document its title, of what is missing the words of the link."""
    group: int | None
    """The id of its group."""
    objective: int | None
    """Of a key result the id of its objective."""
    path: str | None
    """The document that it stands in; of what is missing the one that it should stand in, where that is known."""
    owners: list[str]
    """As written."""
    severity: SeverityName | None
    """Of the worst of its findings, those of its key results that are no nodes included."""
    findings: int
    """How many these are."""


_Ends = TypedDict(  # `from` is no name of a class's own field
    "_Ends",
    {
        "from": Annotated[int, Field(description="The id of the node that supports.")],
        "to": Annotated[int, Field(description="The id of what it supports.")],
    },
)


class LinkData(_Ends):
    """That one node supports another."""

    kind: LinkKind
    """What is known of it: what it leads to; what it may lead to, among others; that it leads nowhere."""


class GraphData(TypedDict):
    """The output of `okrlint graph --format json`."""

    version: Literal[1]
    """Of this contract."""
    grouping: Grouping
    """What the groups are."""
    findings: bool
    """Whether anybody looked for findings."""
    groups: list[GroupData]
    """In the order of their first nodes."""
    nodes: list[NodeData]
    """By document and order; what is missing comes last."""
    links: list[LinkData]
    """By source."""
