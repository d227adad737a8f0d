"""Linting files and text with one configuration."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from os import fspath
from os.path import abspath, isdir
from typing import TYPE_CHECKING, Any, NamedTuple

from okrlint.config.lookup import Config, Lookup, Path
from okrlint.config.settings import Settings
from okrlint.linting.engine import Run, lint_document, notice, reader_crashed, unreadable
from okrlint.linting.findings import FileReport, Finding, Report, combine
from okrlint.linting.selection import Renamed, renamed
from okrlint.model import Document, Words
from okrlint.preparing import prepare
from okrlint.reading.interface import Reader, ReadingOptions, open_source
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import Source, UnreadableError, read_bytes
from okrlint.registry import PluginError, installed
from okrlint.walking import files_below, format_of

if TYPE_CHECKING:
    from concurrent.futures import Executor  # at run time it would bring logging along


class FormatError(ValueError):
    """A format that no installed reader reads."""


class Linter:
    """Lints with one configuration; reusable, and safe to share between threads.

    Args:
        config: a path of a configuration file, its contents as a mapping, or `Settings`. None means the nearest
            configuration file upward from each file (each read once), and the defaults for text that is no file.
        today: the day that counts as today; without one, rules about today keep silent.
        overrides: values that win over configuration, by the field names of `Settings`.

    Attributes:
        renamed: rules that the configurations used so far name as they are no longer called; nothing prints them.

    Raises:
        ConfigError: for a configuration that cannot be used.
        PluginError: for an installed plugin that cannot be used.
    """

    def __init__(
        self, config: Config = None, *, today: date | None = None, overrides: Mapping[str, Any] | None = None
    ) -> None:
        self.today = today
        self.renamed: dict[tuple[str, str], Renamed] = {}
        self._lookup = Lookup(config, overrides)
        if overrides:  # by themselves first: what is wrong with them must not be laid to a file
            self._usable(Settings(**overrides))
        self._plain = self._usable(self._lookup.plain)

    def settings(self, path: Path) -> Settings:
        """Return the settings that apply to a file or folder.

        Raises:
            ConfigError: for a configuration file that cannot be used.
            PluginError: for a rule that cannot be imported.
        """
        return self._usable(self._lookup.settings(path))

    def lint_text(self, text: str, format: str = "markdown", path: str = "-") -> Report:
        """Return what is wrong with the OKRs in `text`.

        Raises:
            FormatError: for a format that no reader reads.
        """
        return combine([_lint_source(Source(text, path), reader_for(format, path), self._plain, self.today)])

    def lint_bytes(self, data: bytes, format: str | None = None, path: str = "-") -> Report:
        """Return what is wrong with the OKRs in `data`; see `reader_for` for how its format is told.

        Raises:
            FormatError: for a format that no reader reads.
        """
        reader = reader_for(format, path, data)
        try:
            source = open_source(reader, data, path)
            return combine([_lint_source(source, reader, self._plain, self.today)])
        except UnreadableError as error:
            return combine([unreadable(error, Source("", path), _language(self._plain))])

    def lint_input(self, data: bytes, path: str = "-", *, allow_empty: bool = False) -> Report:
        """Return what is wrong with the OKRs in `data`, as if it were the contents of a file named `path`.

        The configuration is that of such a file; `-` would lie in the working folder.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        job = Job(path, self.settings(path), self.today, named=True, allow_empty=allow_empty)
        return combine([lint_job(job, data)])

    def lint_file(self, path: Path) -> Report:
        """Return what is wrong with the OKRs in a file; see `lint_paths`."""
        return self.lint_paths([path])

    def lint_paths(
        self, paths: Iterable[Path], *, executor: "Executor | None" = None, allow_empty: bool = False
    ) -> Report:
        """Return what is wrong with the OKRs in files and folders.

        A file that cannot be read, or that is named here and holds no OKR, is a finding of the engine (EN0xx,
        ST008) in the report, which then has `failed` set; the other files are linted all the same.

        Args:
            paths: files, and folders to walk for files that an installed reader reads. What is named twice, or
                named and walked upon, is linted once.
            executor: runs the files' jobs, in any number of threads, processes or machines; None means here.
            allow_empty: whether a named file without OKRs is but a notice.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        jobs: dict[str, Job] = {}  # by absolute path: `q2.md` and `./q2.md` are one file
        folders: dict[str, list[str]] = {}
        refused: list[FileReport] = []
        for path in [fspath(given) for given in ([paths] if isinstance(paths, str) else paths)]:
            if isdir(path):
                found = list(files_below(path, installed(), self.settings(path).exclude, self._refuse(refused)))
                folders[path] = [abspath(name) for name in found]
                for name in found:
                    jobs.setdefault(abspath(name), Job(name, self.settings(name), self.today, named=False))
            elif not (known := jobs.get(abspath(path))) or not known.named:
                jobs[abspath(path)] = Job(path, self.settings(path), self.today, named=True, allow_empty=allow_empty)
        run = executor.map if executor is not None else map
        done = dict(zip(jobs, run(lint_job, jobs.values()), strict=True))
        empty = [
            _about_folder(folder, len(keys), self.settings(folder))
            for folder, keys in folders.items()
            if not any(done[key].recognised or done[key].findings for key in keys)
        ]
        return combine([*refused, *empty, *done.values()])

    def _usable(self, settings: Settings) -> Settings:
        _prepared(_Key(settings), self.today)  # a configuration that cannot be used shows before anything is read
        for found in renamed(_selectors(settings), installed().rules):
            self.renamed[found.former, found.where] = found
        return settings

    def _refuse(self, reports: list[FileReport]) -> Callable[[OSError], None]:
        def refuse(error: OSError) -> None:
            path = str(error.filename).replace("\\", "/").removeprefix("./")
            message = Words(
                f"this folder cannot be read: {error.strerror}; check its permissions, or exclude it",
                f"无法读取该文件夹：{error.strerror}；请检查权限，或将它排除",
            )
            found = notice("EN001", message, path, _language(self._plain), harmless=False)
            reports.append(FileReport(path, (found,)))

        return refuse


class Job(NamedTuple):
    """A file to lint, with all that a worker elsewhere needs to do so.

    Attributes:
        named: whether the caller named this file; else a walk came upon it.
        allow_empty: whether it may hold no OKRs although it is named.
    """

    path: str
    settings: Settings
    today: date | None
    named: bool
    allow_empty: bool = False


def lint_job(job: Job, data: bytes | None = None) -> FileReport:
    """Lint one file, or `data` in its place.

    Pure but for reading the file, and of values that can be pickled: any executor can run it.
    """
    language = _language(job.settings)
    path = job.path.replace("\\", "/")
    try:
        data = read_bytes(job.path) if data is None else data
        reader = reader_for(None, path, data)
        source = open_source(reader, data, path)
    except UnreadableError as error:
        if not job.named and error.code != "EN001" and _is_foreign_data(path):
            return FileReport(path)
        return unreadable(error, Source("", path), language)
    report = _lint_source(source, reader, job.settings, job.today)
    if not job.named:
        return report if report.recognised else report._replace(findings=_of_walked(report.findings, source))
    if report.recognised or any(finding.fatal for finding in report.findings):
        return report
    message = _NO_OKR if source.text.strip() else _EMPTY_FILE
    found = notice("ST008", message, source.path, language, harmless=job.allow_empty)
    return report._replace(findings=(*report.findings, found))


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


def _lint_source(source: Source, reader: Reader, settings: Settings, today: date | None) -> FileReport:
    run = _prepared(_Key(settings), today)
    try:
        document = read_document(source, reader, settings)
    except UnreadableError as error:
        return unreadable(error, source, run.language)
    except Exception as error:
        return reader_crashed(reader.name, error, source, run.language)
    return lint_document(document, source, run)


def _is_foreign_data(path: str) -> bool:
    """Return whether a file that a walk came upon holds data of another tool: a lock file of 6 MB, say."""
    return not path.lower().endswith((".md", ".markdown", ".mdx")) and "okr" not in path.casefold()


def _of_walked(findings: tuple[Finding, ...], source: Source) -> tuple[Finding, ...]:
    """Keep what matters of a file without OKRs that a walk came upon.

    Broken syntax is passed over where nothing looks like OKRs: a template of another tool, say.
    """
    from okrlint.reading.evidence import speaks_of_okrs

    suspect = "okr" in source.path.casefold() or speaks_of_okrs(source.text.lower())
    return tuple(found for found in findings if found.fatal and (suspect or found.code != "EN005"))


def _about_folder(folder: str, files: int, settings: Settings) -> FileReport:
    path = folder.replace("\\", "/")
    message = Words(
        f"no OKR document was found here ({files} files looked at), so nothing was checked",
        f"这里没有找到 OKR 文档（查看了 {files} 个文件），因此什么也没有检查",
    )
    return FileReport(path, (notice("ST008", message, path, _language(settings), harmless=True),))


def _selectors(settings: Settings) -> dict[str, str]:
    """Return the selectors of rules in a configuration, each with the place where it was written."""
    somewhere = settings.source or "command line"
    by_key = {
        "select": settings.select or (),
        "ignore": settings.ignore,
        "extend-select": settings.extend_select,
        "severity": settings.severity,
        "options": settings.options,
    }
    return {
        selector: settings.origins.get(f"{key}.{selector}") or settings.origins.get(key) or somewhere
        for key, selectors in by_key.items()
        for selector in selectors
    }


def _language(settings: Settings) -> str | None:
    return None if settings.lang == "auto" else settings.lang


_EMPTY_FILE = Words(
    "is empty: there is no OKR to lint; write one, or leave the file out",
    "是空文件：没有可检查的 OKR；请写入内容，或不要传入该文件",
)
_NO_OKR = Words(
    "no objective with key results was recognised here, so nothing was checked; if it holds OKRs, label them "
    "(`O1: …`, `KR1: …`), else leave the file out, or pass --allow-empty",
    "没有识别出带关键结果的目标，因此什么也没有检查；若其中确有 OKR，请加上标签（`O1：…`、`KR1：…`），"
    "否则不要传入该文件，或使用 --allow-empty",
)


class _Key:
    """Settings as a key of a cache: they hold mappings, which cannot be one."""

    __slots__ = ("_text", "settings")

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._text = repr(settings)

    def __hash__(self) -> int:
        return hash(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other._text == self._text


@lru_cache(maxsize=64)
def _prepared(key: _Key, today: date | None) -> Run:
    return prepare(key.settings, installed(), today)
