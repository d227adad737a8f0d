"""Columns of a table that hold the labels of its objectives or key results: `| KR | Key result |`."""

from collections.abc import Sequence

from okrlint.language.folding import fold_width
from okrlint.reading.word_sets import words

_SHORT = {"objective": words("o obj"), "key_result": words("kr krs")}
"""By level, the names of a column that may be one of labels."""


def label_columns(names: Sequence[str], headers: Sequence[str]) -> dict[str, int]:
    """Return the columns of labels by level: those of a short name beside one of a long name for the same.

    Args:
        names: the canonical name of each column.
        headers: what its header says.
    """
    found = {}
    for level, short in _SHORT.items():
        columns = [at for at, name in enumerate(names) if name == level]
        labels = [at for at in columns if _folded(headers[at]) in short]
        if len(columns) == 2 and labels == columns[:1]:
            found[level] = labels[0]
    return found


def _folded(header: str) -> str:
    return fold_width(header).lower().strip(" #.:")
