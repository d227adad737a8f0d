"""What tests look at in an outline."""

from okrlint.reading.outline import Block, Line, Outline


def shape(block: Block) -> list[object]:
    """An outline as nested lists: kind, words, children."""
    return [f"{child.kind} {child.value}".strip() if not child.children else
            [f"{child.kind} {child.value}".strip(), *shape(child)] for child in block.children]  # fmt: skip


def rows(table: Block) -> list[list[list[str]]]:
    return [[[line.text.value for line in cell] for cell in row] for row in table.rows]


def lines_of(outline: Outline) -> list[Line]:
    found = []
    for block in outline.root.walk():
        found.extend([block.line] if block.line else [])
        found.extend(line for row in block.rows for cell in row for line in cell)
    return found
