"""From a name or bytes to a reader, and from a source to its document."""

from functools import lru_cache

from okrlint.config.settings import Settings
from okrlint.model import Document
from okrlint.reading.interface import Reader, ReadingOptions
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import Source
from okrlint.registry import PluginError, installed
from okrlint.walking import format_of


class FormatError(ValueError):
    """A format that no installed reader reads."""


def reader_for(format: str | None, path: str, data: bytes = b"") -> Reader:
    """Return the reader of a format, or else of the path's ending, or else of what the contents look like.

    Raises:
        FormatError: for a format that no installed reader reads.
    """
    registry = installed()
    name = format or format_of(path, registry) or _format_of_content(data)
    if all(ref.name != name for ref in registry.readers):
        known = ", ".join(ref.name for ref in registry.readers)
        raise FormatError(f"unknown format {name!r}; there are: {known}")
    return _reader(name)


def _format_of_content(data: bytes) -> str:
    from okrlint.reading.detection import format_of_content  # seldom needed: names tell

    return format_of_content(data)


@lru_cache(maxsize=64)
def _reader(name: str) -> Reader:
    ref = next(ref for ref in installed().readers if ref.name == name)
    try:
        return ref.load()
    except Exception as error:
        raise PluginError(f"reader {name} ({ref.where}) cannot be loaded: {error!r}") from error


def read_document(source: Source, reader: Reader, settings: Settings) -> Document:
    """Return what a reader finds in a source under these settings.

    Raises:
        UnreadableError: for a source that is broken as a whole.
    """
    with collector_paused():
        return reader.read(source, ReadingOptions(settings.fiscal_year_start, settings.timezone))
