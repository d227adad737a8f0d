"""The rows of a table."""

from okrlint.model import Text

Row = list[Text]
"""The cells of a row, from the first column on; one that is empty says nothing."""


def cell(row: Row, at: int | None) -> Text | None:
    """Return the words of a cell, or None for one that is empty or missing."""
    return row[at] if at is not None and at < len(row) and row[at].value else None


class Repeated(Text):
    """The words of a cell that is merged with the one above it, and shows what stands there."""
