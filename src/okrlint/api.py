"""The three words of okrlint: parse, lint, fix. Nothing here prints, exits, reads the clock or keeps state."""

from collections.abc import Iterable
from datetime import date
from os import fspath
from os.path import abspath, isdir
from typing import TYPE_CHECKING

from okrlint.config.lookup import Config, Lookup, Path
from okrlint.config.settings import Settings
from okrlint.language.kinds import kind, quantified
from okrlint.linter import Linter
from okrlint.linting.findings import Report
from okrlint.model import Document, KeyResult, Objective, Words
from okrlint.opening import open_with, read_document, reader_for
from okrlint.reading.interface import Reader
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import Source, UnreadableError, read_bytes
from okrlint.walking import Choice

if TYPE_CHECKING:
    from concurrent.futures import Executor  # at run time it would bring logging along

    from distributed import Client

    from okrlint.fixer import Fixed, FixedFiles


def parse_text(text: str, format: str = "markdown", path: str = "-", *, config: Config = None) -> Document:
    """Return the OKR document that `text` holds; one without objectives where it holds none.

    Args:
        text: the source.
        format: a reader's name: "markdown", "yaml", "json", "toml" or "csv".
        path: the file name that it is known by; a cycle may be read from it.
        config: see `Linter`.

    Raises:
        FormatError: for a format that no reader reads.
        UnreadableError: for a source that breaks the syntax of its format, or is over a limit.
    """
    settings = Lookup(config).plain
    return _parsed(Source(text, path), reader_for(format, path, settings=settings), settings)


def parse_bytes(data: bytes, format: str | None = None, path: str = "-", *, config: Config = None) -> Document:
    """Return the OKR document that `data` holds; see `parse_text`.

    Without a format, the path's ending decides, or else the contents.

    Raises:
        FormatError, UnreadableError: as `parse_text`; also for bytes that are no text.
    """
    settings = Lookup(config).plain
    reader = reader_for(format, path, data, settings)
    return _parsed(open_with(reader, data, path, settings), reader, settings)


def parse_file(path: Path, format: str | None = None, *, config: Config = None) -> Document:
    """Return the OKR document in a file; see `parse_bytes`.

    Raises:
        FormatError, UnreadableError: as `parse_bytes`; also for a file that cannot be opened.
    """
    return _read_file(fspath(path), format, Lookup(config).settings(path))[0]


def lint_text(
    text: str,
    format: str = "markdown",
    path: str = "-",
    *,
    config: Config = None,
    today: date | None = None,
) -> Report:
    """Return what is wrong with the OKRs in `text`; see `Linter.lint_text`."""
    return Linter(config, today=today).lint_text(text, format, path)


def lint_file(path: Path, *, config: Config = None, today: date | None = None) -> Report:
    """Return what is wrong with the OKRs in a file; see `Linter.lint_paths`."""
    return Linter(config, today=today).lint_paths([path])


def lint_paths(
    paths: Iterable[Path],
    *,
    config: Config = None,
    today: date | None = None,
    executor: "Executor | Client | None" = None,
    allow_empty: bool = False,
) -> Report:
    """Return what is wrong with the OKRs in files and folders; see `Linter.lint_paths`."""
    return Linter(config, today=today).lint_paths(paths, executor=executor, allow_empty=allow_empty)


def fix_text(
    text: str,
    format: str = "markdown",
    path: str = "-",
    *,
    config: Config = None,
    today: date | None = None,
    unsafe: bool = False,
) -> "Fixed":
    """Return what fixing makes of `text`: only safe fixes, which cannot change a meaning, unless `unsafe` is set.

    What lies outside of the fixes stays as it is, a byte order mark and line ends included.

    Args:
        text: the source.
        format: a reader's name, of a format that is text.
        path: the file name that it is known by.
        config: see `Linter`.
        today: see `Linter`.
        unsafe: whether fixes that may change a meaning are made, too.

    Raises:
        FormatError: for a format that no reader reads.
        ConfigError: for a configuration that cannot be used.
    """
    from okrlint import fixer  # linting needs none of it

    linter = Linter(config, today=today)
    return fixer.fix_text(linter, text, format, path, unsafe=unsafe)


def fix_file(path: Path, *, config: Config = None, today: date | None = None, unsafe: bool = False) -> "Fixed":
    """Fix a file and write it, whole or not at all; see `fix_text` and `fix_paths`.

    Raises:
        ConfigError: for a configuration file that cannot be used.
    """
    from okrlint import fixer

    return fixer.fix_file(Linter(config, today=today), path, unsafe=unsafe)


def fix_paths(
    paths: Iterable[Path],
    *,
    config: Config = None,
    today: date | None = None,
    unsafe: bool = False,
    write: bool = True,
    allow_empty: bool = False,
) -> "FixedFiles":
    """Fix files and folders, which are found as `Linter.lint_paths` finds them.

    A file is written only if it changes, and whole or not at all. What cannot be written, or changed on disk in the
    meantime, is a finding of the engine (EN010) in the report, which then has `failed` set. Workbooks and Word
    documents are left as they are.

    Args:
        paths: files, and folders to walk.
        config: see `Linter`.
        today: see `Linter`.
        unsafe: whether fixes that may change a meaning are made, too.
        write: whether the files are written.
        allow_empty: whether a named file without OKRs is but a notice.

    Raises:
        ConfigError: for a configuration file that cannot be used.
    """
    from okrlint import fixer

    linter = Linter(config, today=today)
    return fixer.fix_paths(linter, paths, unsafe=unsafe, write=write, allow_empty=allow_empty)


def read_paths(
    paths: Iterable[Path], *, config: Config = None
) -> tuple[list[tuple[Document, Source]], list[tuple[str, UnreadableError]]]:
    """Return the OKR documents in files and folders, each with its source, and what could not be read.

    Raises:
        ConfigError: for a configuration that cannot be used.
    """
    lookup = Lookup(config)
    documents: list[tuple[Document, Source]] = []
    failures: list[tuple[str, UnreadableError]] = []

    def refused(error: OSError) -> None:
        message = Words(f"cannot be read: {error.strerror}", f"无法读取：{error.strerror}")
        failures.append((str(error.filename), UnreadableError("EN001", message)))

    choice = Choice(lookup.settings, refused)
    seen: set[str] = set()
    for path in [fspath(given) for given in ([paths] if isinstance(paths, str) else paths)]:
        walked = isdir(path)
        for name in choice.files_below(path) if walked else (path,):
            if abspath(name) in seen:
                continue
            seen.add(abspath(name))
            try:
                document, source = _read_file(name, None, lookup.settings(name))
            except UnreadableError as error:
                failures.append((name, error))
                continue
            if document.objectives or not walked:
                documents.append((document, source))
    return documents, failures


def read_input(
    data: bytes, path: str = "-", *, config: Config = None
) -> tuple[list[tuple[Document, Source]], list[tuple[str, UnreadableError]]]:
    """Return the OKR document in `data`, as if it were the contents of a file named `path`; see `read_paths`."""
    settings = Lookup(config).settings(path)
    reader = reader_for(None, path, data, settings)
    try:
        source = open_with(reader, data, path, settings)
        return [(_parsed(source, reader, settings), source)], []
    except UnreadableError as error:
        return [], [(path, error)]


def _read_file(path: str, format: str | None, settings: Settings) -> tuple[Document, Source]:
    data = read_bytes(path)
    name = path.replace("\\", "/")
    reader = reader_for(format, name, data, settings)
    source = open_with(reader, data, name, settings)
    return _parsed(source, reader, settings), source


def _parsed(source: Source, reader: Reader, settings: Settings) -> Document:
    with collector_paused():
        document = read_document(source, reader, settings)
        return document.model_copy(update={"objectives": tuple(map(_with_judgement, document.objectives))})


def _with_judgement(objective: Objective) -> Objective:
    return objective.model_copy(update={"key_results": tuple(map(_judged, objective.key_results))})


def _judged(key_result: KeyResult) -> KeyResult:
    return key_result.model_copy(update={"kind": kind(key_result), "quantified": quantified(key_result)})
