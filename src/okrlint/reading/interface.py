"""The seam at which formats are added: what a reader is."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import NamedTuple, Protocol, runtime_checkable

from okrlint.model import Document
from okrlint.reading.source import Source


class ReadingOptions:
    """What configuration says about reading.

    Attributes:
        fiscal_year_start: the month, 1 to 12, in which a year called FY begins.
        timezone: the name that the IANA database gives the time zone whose days Unix times mean (Asia/Tokyo); None
            where each format has its own: China for the exports of Feishu and DingTalk, else UTC.
        fields: spellings of fields of the author's own, and the names of the fields that they stand for; a name is
            a spelling, too. A reader knows them when `opening` calls it.
        is_plan: whether the source is a plan: its goals are objectives, which need neither labels nor key results.
    """

    __slots__ = ("fields", "fiscal_year_start", "is_plan", "timezone")

    def __init__(
        self,
        fiscal_year_start: int = 1,
        timezone: str | None = None,
        fields: Mapping[str, str] | None = None,
        *,
        is_plan: bool = False,
    ) -> None:
        self.is_plan = is_plan
        self.fiscal_year_start = fiscal_year_start
        self.timezone = timezone
        self.fields = dict(fields or {})

    @property
    def zone(self) -> tzinfo | None:
        """The time zone that `timezone` names."""
        if self.timezone is None:
            return None
        from zoneinfo import ZoneInfo  # most documents have no Unix times

        return ZoneInfo(self.timezone)


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


@runtime_checkable
class ContainerReader(Reader, Protocol):
    """Reads a format whose files are no text: a workbook, a Word document."""

    def open(self, data: bytes, path: str) -> Source:
        """Return the words of a file, with the places that people know them by (see `Projection`).

        Raises:
            UnreadableError: for a file that is damaged or over a limit, or when a library is not installed.
        """
        ...


def open_source(reader: Reader, data: bytes, path: str) -> Source:
    """Return the text of a file in the way of its format.

    Raises:
        UnreadableError: where there is none.
    """
    opener = getattr(reader, "open", None)  # what makes a `ContainerReader`: to ask for the whole protocol is slow
    if opener is None:
        return Source.from_bytes(data, path)
    source: Source = opener(data, path)
    return source


class FieldNames(NamedTuple):
    """A field of somebody's own, and how documents spell it.

    Attributes:
        name: by which rules ask for it: `item.field("review date")`.
        spellings: what may stand before the colon, or at the head of a column, beside the name. Case, width, spaces and
            hyphens make no difference.
        plugin: see `RuleRef`.
    """

    name: str
    spellings: tuple[str, ...] = ()
    plugin: str = ""


class ReaderRef(NamedTuple):
    """Where a reader is to be had, so that a run imports only the readers that it needs.

    Attributes:
        name: as the reader's; `suffixes` likewise: lower case, with the dot.
        where: "package.module:ClassName".
        plugin: see `RuleRef`.
    """

    name: str
    suffixes: tuple[str, ...]
    where: str
    plugin: str = ""

    def load(self) -> Reader:
        """Import the reader and make it."""
        from importlib import import_module

        module, _, name = self.where.partition(":")
        reader: Reader = getattr(import_module(module), name)()
        return reader
