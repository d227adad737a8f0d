"""The key of trees of data under which directives stand: they are about an item, and no field of it."""

from okrlint.reading.data.nodes import Mapping, Node, Sequence
from okrlint.reading.directives import KEY
from okrlint.reading.source import mentions_okrlint


def drop_directives(roots: list[Node], text: str) -> None:
    """Take the directives out of the trees of a text; where the mappings around them begin and end does not change."""
    if not mentions_okrlint(text):
        return
    seen: set[int] = set()  # aliases bring a node in several times
    pending = list(roots)
    while pending:
        node = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Mapping):
            if any(entry.key.value == KEY for entry in node.entries):
                node.entries = [entry for entry in node.entries if entry.key.value != KEY]
            pending.extend(entry.node for entry in node.entries)
        elif isinstance(node, Sequence):
            pending.extend(node.items)
