"""The rows of a table."""

from okrlint.model import Text
from okrlint.reading.labels import LabelKind, label

Row = list[Text]
"""The cells of a row, from the first column on; one that is empty says nothing."""


def cell(row: Row, at: int | None) -> Text | None:
    """Return the words of a cell, or None for one that is empty or missing."""
    return row[at] if at is not None and at < len(row) and row[at].value else None


def is_label(words: str, kind: LabelKind | None = None) -> bool:
    """Tell whether words are a label with a number and no more: `KR1`, `O1-KR2`, 目标一."""
    found = label(f"{words}:")
    return found is not None and bool(found.number) and found.end > len(words) and kind in (None, found.kind)


class Repeated(Text):
    """The words of a cell that is merged with the one above it, and shows what stands there."""
