"""Tables of documents as if they were written out: titles above them, sums and ditto marks in them."""

from itertools import islice

from okrlint.reading.fields import leading_field
from okrlint.reading.labels import label
from okrlint.reading.layout.roles import own_name
from okrlint.reading.layout.tables import heads_columns
from okrlint.reading.outline import DEEPEST_HEADING, Block, Cell, Line
from okrlint.reading.plain_lines import numbering
from okrlint.reading.table_words import COMMAS, is_ditto, is_total
from okrlint.reading.text_builder import joined, rewritten

_STATED = ("objective", "key_result", "metric", "measure")

_TITLES = 3
"""How many rows may stand above the one that names the columns."""

_ARROW = "↑"
"""Among ditto marks a trend, too."""


def take_titles(root: Block) -> bool:
    """Make a heading of the words that stand alone in the first row of a table, above the names of its columns.

    Return whether there was any; rows without words are only left out.
    """
    found = False
    pending = [root]
    while pending:
        block = pending.pop()
        for at, child in enumerate(block.children):
            if child.kind == "table":
                lines = _titles(child)
                if lines:
                    found = True
                    section = Block("section", lines[0], min(block.level + 1, DEEPEST_HEADING))
                    section.children = [*(Block("line", line) for line in lines[1:]), child]
                    block.children[at] = section
            elif child.children:
                pending.append(child)
    return found


def _titles(table: Block) -> list[Line]:
    """Take the rows off a table that stand above the names of its columns, and return their words."""
    if len(table.rows) < 2 or heads_columns(table.rows[0]):
        return []
    lines: list[Line] = []
    for at, row in enumerate(islice(table.rows, _TITLES + 1)):
        filled = [cell for cell in row if cell]
        if at and heads_columns(row) and any(own_name(cell[0].text.value) in _STATED for cell in filled):
            table.rows = table.rows[at:]
            return lines
        if len({cell[0].text.span for cell in filled}) > 1 or any(map(_is_statement, filled)):
            return []
        lines.extend(filled[0] if filled else ())
    return []


def _is_statement(cell: Cell) -> bool:
    value = cell[0].text.value
    return label(value) is not None or own_name(value) in _STATED


def settle(table: Block, source: str) -> None:
    """Leave out the sums of a table of OKRs, write what its ditto marks mean, and join the lines of a statement.

    Args:
        table: any table of an outline.
        source: the text that it stands in.
    """
    for row in table.rows:
        for at, cell in enumerate(row):
            if len(cell) > 1 and (label(cell[0].text.value) or numbering(cell[0].text.value)):
                row[at] = _run_on(cell, source)
    names = [own_name(cell[0].text.value) if cell else "" for cell in table.rows[0]] if table.rows else []
    stated = [at for at, name in enumerate(names) if name in _STATED]
    if not stated:
        return
    rows = table.rows[:1]
    above: dict[int, Cell] = {}
    known: set[str] = set()
    for row in table.rows[1:]:
        if _is_sum(row, stated, known):
            continue
        if any(cell and is_ditto(cell[0].text.value) for cell in row):
            row = [_meant(cell, above.get(at, ()), is_stated=at in stated) for at, cell in enumerate(row)]
        known.update(row[at][0].text.value for at in stated[:1] if at < len(row) and row[at])
        above.update((at, cell) for at, cell in enumerate(row) if cell)
        rows.append(row)
    table.rows = rows


def _run_on(cell: Cell, source: str) -> Cell:
    """Join lines of labelled statements: one that ends with a comma goes on in the next."""
    lines = [cell[0]]
    for line in cell[1:]:
        value = line.text.value
        if lines[-1].text.value[-1] in COMMAS and not (label(value) or numbering(value) or leading_field(value)):
            lines[-1] = Line(joined(source, [lines[-1].text, line.text]), lines[-1].strong)
        else:
            lines.append(line)
    return tuple(lines)


def _is_sum(row: list[Cell], stated: list[int], known: set[str]) -> bool:
    """Whether a row states nothing but the sum of those above it, or of those of a known objective."""
    statements = [row[at][0].text.value for at in stated if at < len(row) and row[at]]
    first = [cell[0].text.value for cell in row if cell][:1]
    sums = any(map(is_total, statements + first))
    return sums and all(is_total(words) or words in known for words in statements)


def _meant(cell: Cell, above: Cell, *, is_stated: bool) -> Cell:
    """Return what a cell says: a ditto mark what stands above it, and below a statement that it goes on."""
    if not cell or cell[0].text.value == _ARROW or not is_ditto(cell[0].text.value):
        return cell
    if is_stated:
        return ()
    return tuple(Line(rewritten(cell[0].text, line.text.value), line.strong) for line in above)
