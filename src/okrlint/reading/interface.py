"""The seam at which formats are added: what a reader is."""

from typing import NamedTuple, Protocol

from okrlint.model import Document
from okrlint.reading.source import Source


class ReadingOptions:
    """What configuration says about reading.

    Attributes:
        fiscal_year_start: the month, 1 to 12, in which a year called FY begins.
    """

    __slots__ = ("fiscal_year_start",)

    def __init__(self, fiscal_year_start: int = 1) -> None:
        self.fiscal_year_start = fiscal_year_start


class Reader(Protocol):
    """Reads one format.

    A reader never fails on odd input: a part that it does not understand becomes a `Problem` with a place, and a
    source that is broken as a whole raises `UnreadableError` (with a place).

    Attributes:
        name: the format's name on the command line and in `Document.format`.
        suffixes: the file endings that it is tried for, lower case, with the dot.
    """

    name: str
    suffixes: tuple[str, ...]

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none."""
        ...


class ReaderRef(NamedTuple):
    """Where a reader is to be had, so that a run imports only the readers that it needs.

    Attributes:
        name: as the reader's; `suffixes` likewise.
        where: "package.module:ClassName".
    """

    name: str
    suffixes: tuple[str, ...]
    where: str

    def load(self) -> Reader:
        """Import the reader and make it."""
        from importlib import import_module

        module, _, name = self.where.partition(":")
        reader: Reader = getattr(import_module(module), name)()
        return reader
