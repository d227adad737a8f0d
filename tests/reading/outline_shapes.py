"""Outlines as nested lists, which tests can compare."""

from typing import Any

from okrlint.reading.outline import Block

Shape = list[Any]


def shape_of(parent: Block) -> Shape:
    """Return kind and words of each block, rows of tables, then what stands in it."""
    found: Shape = []
    for block in parent.children:
        if block.kind == "table":
            found.append([[[line.text.value for line in cell] for cell in row] for row in block.rows])
            continue
        name = f"h{block.level}" if block.level else block.kind
        below = shape_of(block)
        words = f"{name} {block.value}".strip()
        found.append([words, *below] if below else words)
    return found
