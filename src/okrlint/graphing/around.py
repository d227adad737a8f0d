"""A part of a graph: what is above and below one of its nodes."""

import posixpath
from collections.abc import Iterable, Mapping

from okrlint.graphing.interface import Graph, Node
from okrlint.language.folding import fold
from okrlint.model import Span
from okrlint.project.addresses import Address, addresses_of
from okrlint.project.labelling import labels_in
from okrlint.project.naming import names_in
from okrlint.project.summaries import Reference


def around(graph: Graph, root: str) -> Graph:
    """Return the part of a graph that is above and below what some words name.

    Args:
        graph: all of it.
        root: a file, a label (`O2`, `O2/KR1`), or a label with the name of its team or file (`company O2`). Where
            several nodes are called so, it is what is above and below any of them.

    Raises:
        LookupError: where nothing is called so.
    """
    roots = _named(graph, root)
    if not roots:
        raise LookupError(root)
    upward: dict[int, list[int]] = {}
    downward: dict[int, list[int]] = {}
    for edge in graph.edges:
        upward.setdefault(edge.source, []).append(edge.target)
        downward.setdefault(edge.target, []).append(edge.source)
    for node in graph.nodes:
        if node.parent is not None:
            upward.setdefault(node.number, []).append(node.parent)
            downward.setdefault(node.parent, []).append(node.number)
    roots |= {node.number for node in graph.nodes if node.parent in roots}  # a key result is a part of its objective
    kept = _reached(roots, upward) | _reached(roots, downward)
    kept |= {parent for number in kept if (parent := graph.nodes[number].parent) is not None}
    return only(graph, kept)


def only(graph: Graph, kept: set[int]) -> Graph:
    """Return a graph of some of its nodes, numbered anew, and what lies between them."""
    numbers = {old: new for new, old in enumerate(sorted(kept))}
    nodes = [graph.nodes[old] for old in numbers]
    groups = {old: new for new, old in enumerate(sorted({node.group for node in nodes if node.group is not None}))}
    return graph._replace(
        nodes=tuple(
            node._replace(
                number=numbers[node.number],
                group=None if node.group is None else groups[node.group],
                parent=None if node.parent is None else numbers[node.parent],
            )
            for node in nodes
        ),
        groups=tuple(
            graph.groups[old]._replace(
                number=new, above=tuple(groups[each] for each in graph.groups[old].above if each in groups)
            )
            for old, new in groups.items()
        ),
        edges=tuple(
            edge._replace(source=numbers[edge.source], target=numbers[edge.target])
            for edge in graph.edges
            if edge.source in numbers and edge.target in numbers
        ),
    )


def _reached(roots: Iterable[int], neighbours: Mapping[int, list[int]]) -> set[int]:
    found = set(roots)
    ahead = list(found)
    while ahead:
        new = set(neighbours.get(ahead.pop(), ())) - found
        found |= new
        ahead += new
    return found


def _named(graph: Graph, root: str) -> set[int]:
    path = posixpath.normpath(root.replace("\\", "/"))
    in_file = {node.number for node in graph.nodes if node.path and posixpath.normpath(node.path) == path}
    if in_file:
        return in_file
    words = fold(root).casefold().strip()
    named = {node.number for node in graph.nodes if words and words in (_plain(node.label), _plain(node.text))}
    if named:
        return named
    return {number for address in addresses_of(Reference(root, Span(0, 0))) for number in _at(graph, address)}


def _at(graph: Graph, address: Address) -> set[int]:
    """Return the nodes with a label, and in a document, that some words name."""
    wanted = {*address.document.words, *address.document.periods}
    fitting = [node for node in graph.nodes if wanted <= _names(graph, node)]
    if not address.labels:
        return {node.number for node in fitting} if wanted else set()
    return {node.number for node in fitting if address.labels in _labels(graph, node)}


def _labels(graph: Graph, node: Node) -> set[tuple[str, ...]]:
    own = labels_in(node.label)
    if node.parent is None or not own:
        return {own}
    return {own, (*labels_in(graph.nodes[node.parent].label), own[-1])}


def _names(graph: Graph, node: Node) -> set[str]:
    group = () if node.group is None else names_in(graph.groups[node.group].name)
    return {*group, *names_in(node.path)}


def _plain(text: str) -> str:
    return fold(text).casefold().strip()
