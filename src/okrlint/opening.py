"""From a name or bytes to a reader, and from a source to its document."""

from collections.abc import Mapping
from functools import lru_cache

from okrlint.config.settings import Settings
from okrlint.declaring.definitions import Declared
from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.placing import crash_words
from okrlint.loading import load_reader
from okrlint.model import Document, Words
from okrlint.reading.fields import declared
from okrlint.reading.interface import Reader, ReadingOptions, open_source
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import Source, UnreadableError
from okrlint.registry import installed_for
from okrlint.walking import format_of

_DEFAULTS = Settings()


class FormatError(ValueError):
    """A format that no installed reader reads."""


def reader_for(format: str | None, path: str, data: bytes = b"", settings: Settings = _DEFAULTS) -> Reader:
    """Return the reader of a format, or else of the path's ending, or else of what the contents look like.

    Args:
        format: its name.
        path: of the file.
        data: its contents.
        settings: say which plugins' readers there are.

    Raises:
        FormatError: for a format that no installed reader reads.
        PluginError: for a reader that cannot be loaded.
    """
    registry = installed_for(settings)
    name = format or format_of(path, registry) or _format_of_content(data)
    ref = next((ref for ref in registry.readers if ref.name == name), None)
    if ref is None:
        known = ", ".join(ref.name for ref in registry.readers)
        raise FormatError(f"unknown format {name!r}; there are: {known}")
    return _reader(ref)


def _format_of_content(data: bytes) -> str:
    from okrlint.reading.detection import format_of_content  # seldom needed: names tell

    return format_of_content(data)


_reader = lru_cache(maxsize=64)(load_reader)


def open_with(reader: Reader, data: bytes, path: str, settings: Settings) -> Source:
    """Return the text of a file in the way of its format.

    Raises:
        UnreadableError: where there is none; EN006 where the reader crashes.
    """
    with declared(_own_fields(settings)):  # tables of Word documents go by names, too
        try:
            return _opened(open_source(reader, data, path))
        except BaseException as error:
            _tell_crash(error, reader, settings)
            raise


def _opened(source: object) -> Source:
    """Return what a reader opened.

    Raises:
        TypeError: for what is no source.
    """
    if not isinstance(source, Source):
        raise TypeError(f"open returned {type(source).__name__}, and no Source")
    return source


def read_document(source: Source, reader: Reader, settings: Settings, *, is_plan: bool = False) -> Document:
    """Return what a reader finds in a source under these settings.

    Args:
        source: is read.
        reader: reads it.
        settings: say how.
        is_plan: whether the source is a plan; see `ReadingOptions`.

    Raises:
        UnreadableError: for a source that is broken as a whole; EN006 where the reader crashes.
    """
    options = ReadingOptions(settings.fiscal_year_start, settings.timezone, _own_fields(settings), is_plan=is_plan)
    with collector_paused(), declared(options.fields):
        try:
            document = reader.read(source, options)
            return _completed(document) if _plugin_of(reader, settings) else document
        except BaseException as error:
            _tell_crash(error, reader, settings)
            raise


def _own_fields(settings: Settings) -> Mapping[str, str]:
    """Return the fields that plugins and configuration add, by their spellings."""
    of_plugins = tuple(installed_for(settings).spellings.items())
    return _all_fields(of_plugins, settings.declared) if of_plugins or settings.declared.fields else {}


@lru_cache(maxsize=16)  # all documents of a run have the same
def _all_fields(of_plugins: tuple[tuple[str, str], ...], declared: Declared) -> Mapping[str, str]:
    return {**dict(of_plugins), **dict(declared.spellings())}


def _plugin_of(reader: Reader, settings: Settings) -> str:
    return next((ref.plugin for ref in installed_for(settings).readers if ref.name == reader.name), "")


def _tell_crash(error: BaseException, reader: Reader, settings: Settings) -> None:
    """Raise whatever a reader raises as a source that cannot be read, unless it says so itself."""
    if isinstance(error, KeyboardInterrupt) or (isinstance(error, UnreadableError) and error.code in ENGINE_CODES):
        return
    plugin = _plugin_of(reader, settings)
    en, zh = (f" of plugin {plugin}", f"插件 {plugin} 的") if plugin else ("", "")
    what = Words(f"the {reader.name} reader{en}", f"{zh}{reader.name} 读取器")
    home = type(reader).__module__.partition(".")[0]
    raise UnreadableError("EN006", crash_words(what, error, plugin, home, type(reader).read)) from error


def _completed(document: object) -> Document:
    """Return a document of a plugin's reader, in its language where the reader said none.

    Raises:
        TypeError: for what is no document.
        ValueError: for two items with one id, between which findings could not be told apart, or a problem that has no
            code of the engine.
    """
    if not isinstance(document, Document):
        raise TypeError(f"read returned {type(document).__name__}, and no Document")
    groups = [document.objectives, *(objective.key_results for objective in document.objectives)]
    for items in groups:
        ids = [item.id for item in items]
        if len(set(ids)) < len(ids):
            raise ValueError(f"several items have one id: {', '.join(ids[:20])}")
    unknown = [problem.code for problem in document.problems if problem.code not in ENGINE_CODES]
    if unknown:
        raise ValueError(f"a problem has the code {unknown[0]!r}, which is none of okrlint's own")
    if "language" in document.model_fields_set or not document.objectives:
        return document
    from okrlint.language.folding import language_of

    statements = "\n".join(item.text.value for item in document.items())
    return document.model_copy(update={"language": language_of(statements)})
