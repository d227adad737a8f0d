"""The rows of a table."""

from okrlint.model import Text

Row = list[Text]
"""The cells of a row, from the first column on; one that is empty says nothing."""


class Repeated(Text):
    """The words of a cell that is merged with the one above it, and shows what stands there."""
