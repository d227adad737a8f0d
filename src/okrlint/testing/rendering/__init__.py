"""Documents written down anew, in each of the formats that people write OKRs in."""

from collections.abc import Callable, Mapping
from importlib import import_module

from okrlint.model import Document

_WRITERS: Mapping[str, str] = {
    "markdown": "outlines:markdown",
    "html": "outlines:html",
    "yaml": "data:yaml",
    "json": "data:json",
    "toml": "data:toml",
    "csv": "tables:csv",
}

FORMATS = tuple(_WRITERS)
"""The formats that a document can be written in."""


def written(document: Document, format: str) -> str:
    """Return a document as a text that says the same, in the plainest layout that a format has.

    What a format has no place for is left out: an objective's own fields in a table, say. The names of fields are in
    the document's language.

    Args:
        document: what it is to say.
        format: one of `FORMATS`.

    Raises:
        ValueError: for another format.
    """
    if format not in _WRITERS:
        raise ValueError(f"nothing can be written as {format!r}; formats are: {', '.join(FORMATS)}")
    module, _, name = _WRITERS[format].partition(":")
    writer: Callable[[Document], str] = getattr(import_module(f"{__name__}.{module}"), name)
    return writer(document)
