"""Linting files and text with one configuration."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from os import fspath
from os.path import abspath, isdir, isfile
from typing import TYPE_CHECKING, Any, NamedTuple

from okrlint.config.lookup import Config, Lookup, Path
from okrlint.config.settings import COMMAND_LINE, Settings
from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.engine import Check, Run, lint_document, notice, reader_crashed, unreadable, waiting
from okrlint.linting.findings import FileReport, Finding, Report, combine
from okrlint.linting.selection import Renamed, renamed
from okrlint.model import Document, Words
from okrlint.preparing import prepare
from okrlint.reading.interface import Reader, ReadingOptions, open_source
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import Source, UnreadableError, read_bytes
from okrlint.registry import PluginError, installed
from okrlint.reporting.interface import RuleNote
from okrlint.walking import Choice, format_of

if TYPE_CHECKING:
    from concurrent.futures import Executor  # at run time it would bring logging along

    from okrlint.baselines import Scope


class FormatError(ValueError):
    """A format that no installed reader reads."""


class Linter:
    """Lints with one configuration; reusable, and safe to share between threads.

    Args:
        config: a path of a configuration file, its contents as a mapping, or `Settings`. None means the nearest
            configuration file upward from each file (each read once), and the defaults for text that is no file.
        today: the day that counts as today; without one, rules about today keep silent.
        overrides: values that win over configuration, by the field names of `Settings`.
        gitignore: whether walks pass over what git ignores.
        force_exclude: whether what a walk would pass over (see docs/files.md) is left out even where it is named.

    Attributes:
        renamed: rules that the configurations used so far name as they are no longer called; nothing prints them.

    Raises:
        ConfigError: for a configuration that cannot be used.
        PluginError: for an installed plugin that cannot be used.
    """

    def __init__(
        self,
        config: Config = None,
        *,
        today: date | None = None,
        overrides: Mapping[str, Any] | None = None,
        gitignore: bool = True,
        force_exclude: bool = False,
    ) -> None:
        self.today = today
        self._gitignore = gitignore
        self._force_exclude = force_exclude
        self.renamed: dict[tuple[str, str], Renamed] = {}
        self._lookup = Lookup(config, overrides)
        if overrides:  # by themselves first: what is wrong with them must not be laid to a file
            self._usable(Settings(**overrides))
        self._plain = self._usable(self._lookup.plain)

    @property
    def plain(self) -> Settings:
        """The settings for text that is no file."""
        return self._plain

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
        report = lint_source(Source(text, path), reader_for(format, path), self._plain, self.today)
        return summed([report], {path: self._plain}, self.today)

    def lint_bytes(self, data: bytes, format: str | None = None, path: str = "-") -> Report:
        """Return what is wrong with the OKRs in `data`; see `reader_for` for how its format is told.

        Raises:
            FormatError: for a format that no reader reads.
        """
        reader = reader_for(format, path, data)
        try:
            source = open_source(reader, data, path)
            report = lint_source(source, reader, self._plain, self.today)
        except UnreadableError as error:
            report = unreadable(error, Source("", path), _language(self._plain))
        return summed([report], {path: self._plain}, self.today)

    def lint_input(self, data: bytes, path: str = "-", *, allow_empty: bool = False) -> Report:
        """Return what is wrong with the OKRs in `data`, as if it were the contents of a file named `path`.

        The configuration is that of such a file; `-` would lie in the working folder.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        found = self.input_jobs(path, allow_empty=allow_empty)
        if self.leaves_out(path):
            found = found._replace(files=())
        return found.report([lint_job(job, data) for job in found.files])

    def lint_file(self, path: Path) -> Report:
        """Return what is wrong with the OKRs in a file; see `lint_paths`."""
        return self.lint_paths([path])

    def lint_paths(
        self,
        paths: Iterable[Path],
        *,
        executor: "Executor | None" = None,
        allow_empty: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> Report:
        """Return what is wrong with the OKRs in files and folders.

        A file that cannot be read, or that is named here and holds no OKR, is a finding of the engine (EN0xx,
        ST008) in the report, which then has `failed` set; the other files are linted all the same.

        Args:
            paths: files, and folders to walk for files that an installed reader reads. What is named twice, or
                named and walked upon, is linted once.
            executor: runs the files' jobs, in any number of threads, processes or machines; None means here.
            allow_empty: whether a named file without OKRs is but a notice, and none where another file holds some.
            progress: is told after each file how many are done, and of how many, by the thread that called this method.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        found = self.jobs(paths, allow_empty=allow_empty)
        run = executor.map if executor is not None else map
        done = run(lint_job, found.files)
        return found.report(done if progress is None else _counted(done, len(found.files), progress))

    def jobs(self, paths: Iterable[Path], *, allow_empty: bool = False) -> "Jobs":
        """Return what is to be done for files and folders; see `lint_paths`.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        jobs: dict[str, Job] = {}  # by absolute path: `q2.md` and `./q2.md` are one file
        folders: dict[str, list[str]] = {}
        refused: list[FileReport] = []
        choice = self._choice(refused)
        for path in [fspath(given) for given in ([paths] if isinstance(paths, str) else paths)]:
            if self._force_exclude and choice.leaves_out(path):
                continue
            if isdir(path):
                found = list(choice.files_below(path))
                folders[path] = [abspath(name) for name in found]
                for name in found:
                    jobs.setdefault(abspath(name), Job(name, self.settings(name), self.today, named=False))
            elif not (known := jobs.get(abspath(path))) or not known.named:
                jobs[abspath(path)] = Job(path, self.settings(path), self.today, named=True, allow_empty=allow_empty)
        numbers = {key: number for number, key in enumerate(jobs)}
        walks = [
            Walk(folder, self.settings(folder), tuple(numbers[key] for key in keys)) for folder, keys in folders.items()
        ]
        return Jobs(tuple(jobs.values()), walks, refused)

    def input_jobs(self, path: str, *, allow_empty: bool = False) -> "Jobs":
        """Return what is to be done for data that is not in a file; see `lint_input`.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        return Jobs((Job(path, self.settings(path), self.today, named=True, allow_empty=allow_empty),), [], [])

    def leaves_out(self, path: Path) -> bool:
        """Return whether a file is left out although it is named; see `force_exclude`.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        name = fspath(path)
        return self._force_exclude and name != "-" and self._choice([]).leaves_out(name)

    def rules(self, paths: Iterable[Path] = ()) -> tuple[RuleNote, ...]:
        """Return what there is to know of the rules that run on these files, by code; it imports them.

        A rule that weighs more in one file than in another has its highest severity. Without a path they are the
        rules for text that is no file.

        Raises:
            ConfigError: for a configuration file that cannot be used.
            PluginError: for a rule that cannot be imported.
        """
        every = [self.settings(path) for path in paths] or [self._plain]
        notes: dict[str, RuleNote] = {}
        for run in {id(run): run for run in (_prepared(_Key(settings), self.today) for settings in every)}.values():
            for check in run.checks:
                note = _rule_note(check, run)
                known = notes.get(note.code, note)
                notes[note.code] = max(known, note, key=lambda each: each.severity)
        return tuple(notes[code] for code in sorted(notes))

    def _usable(self, settings: Settings) -> Settings:
        _prepared(_Key(settings), self.today)  # a configuration that cannot be used shows before anything is read
        for found in renamed(_selectors(settings), installed().rules):
            self.renamed[found.former, found.where] = found
        return settings

    def _choice(self, refused: list[FileReport]) -> Choice:
        return Choice(installed(), self._lookup.settings, self._refuse(refused), gitignore=self._gitignore)

    def _refuse(self, reports: list[FileReport]) -> Callable[[OSError], None]:
        def refuse(error: OSError) -> None:
            path = str(error.filename).replace("\\", "/").removeprefix("./")
            message = Words(
                f"this folder cannot be read: {error.strerror}; check its permissions, or exclude it",
                f"无法读取该文件夹：{error.strerror}；请检查权限，或将它排除",
            )
            if isfile(path):
                message = Words(
                    f"what git ignores cannot be read here: {error.strerror}; mend that, or pass --no-gitignore",
                    f"无法从这里读取 git 忽略哪些文件：{error.strerror}；请先解决，或使用 --no-gitignore",
                )
            found = notice("EN001", message, path, _language(self._plain), harmless=False)
            reports.append(FileReport(path, (found,)))

        return refuse


class Job(NamedTuple):
    """A file to lint, with all that a worker elsewhere needs to do so.

    Attributes:
        named: whether the caller named this file; else a walk came upon it.
        allow_empty: whether it may hold no OKRs although it is named; then it is judged as mildly as one that a walk
            came upon, but what was passed over is told.
    """

    path: str
    settings: Settings
    today: date | None
    named: bool
    allow_empty: bool = False


class Walk(NamedTuple):
    """A folder that was walked, and the numbers of the jobs that came of it."""

    folder: str
    settings: Settings
    jobs: tuple[int, ...]


class Jobs(NamedTuple):
    """What is to be done for files and folders.

    Attributes:
        files: one job for each file.
        walks: the folders that were walked.
        refused: of folders that cannot be read.
    """

    files: tuple[Job, ...]
    walks: list[Walk]
    refused: list[FileReport]

    @property
    def settings(self) -> dict[str, Settings]:
        """The settings of each file by its path in a report."""
        return {job.path.replace("\\", "/"): job.settings for job in self.files}

    def report(self, done: Iterable[FileReport]) -> Report:
        """Return the sum of what the jobs gave, in their order, and of folders, without what baselines know.

        Raises:
            ConfigError: for a baseline that cannot be used.
        """
        return summed(self.reports(done), self.settings, self.files[0].today if self.files else None)

    def reports(self, done: Iterable[FileReport]) -> list[FileReport]:
        """Return what the jobs gave, in their order, and reports of folders in which there was nothing to do."""
        reports = list(done)
        empty = [
            _about_folder(walk.folder, len(walk.jobs), walk.settings)
            for walk in self.walks
            if not any(reports[number].recognised or reports[number].findings for number in walk.jobs)
        ]
        if any(report.recognised for report in reports):  # among OKRs nobody needs to hear which files hold none
            reports = [_without_notice(report) for report in reports]
        return [*self.refused, *empty, *reports]


def scopes_of(settings: Mapping[str, Settings], today: date | None) -> "dict[str, Scope]":
    """Return which files have a baseline, by path, and what its entries may be of."""
    from okrlint.baselines import Scope

    scopes = {}
    for path, each in settings.items():
        if each.baseline is not None:
            run = _prepared(_Key(each), today)
            told = ENGINE_CODES.keys() - run.muted
            if COMMAND_LINE in (each.origins.get("select"), each.origins.get("ignore")):
                told -= {"HY005"}  # a suppression is not called unused where its rule did not run
            scopes[path] = Scope(each.baseline, (run.codes - waiting(run)) | told, run.language)
    return scopes


def summed(reports: list[FileReport], settings: Mapping[str, Settings], today: date | None) -> Report:
    """Return the sum of reports without what the baselines in the settings of each file, by path, know.

    Raises:
        ConfigError: for a baseline that cannot be used.
    """
    if any(each.baseline is not None for each in settings.values()):
        from okrlint.baselines import without_known

        reports = without_known(reports, scopes_of(settings, today))
    return combine(reports)


def lint_job(job: Job, data: bytes | None = None) -> FileReport:
    """Lint one file, or `data` in its place.

    Pure but for reading the file, and of values that can be pickled: any executor can run it.
    """
    language = _language(job.settings)
    path = job.path.replace("\\", "/")
    lenient = not job.named or job.allow_empty
    try:
        data = read_bytes(job.path) if data is None else data
        reader = reader_for(None, path, data)
        source = open_source(reader, data, path)
    except UnreadableError as error:
        if lenient and error.code != "EN001" and _is_foreign_data(path):
            told = notice(error.code, error.message, path, language, harmless=True)
            return FileReport(path, (told,) if job.named and _is_wanted(told, job) else ())
        return unreadable(error, Source("", path), language)
    report = lint_source(source, reader, job.settings, job.today)
    if report.recognised:
        return report
    if lenient:
        report = report._replace(findings=_of_foreign(report.findings, source))
    if not job.named or any(finding.fatal for finding in report.findings):
        return report
    message = _NO_OKR if source.text.strip() else _EMPTY_FILE
    found = notice("ST008", message, source.path, language, harmless=job.allow_empty)
    return report._replace(findings=(*report.findings, found)) if _is_wanted(found, job) else report


def _without_notice(report: FileReport) -> FileReport:
    findings = tuple(found for found in report.findings if found.fatal or found.code != "ST008")
    return report if len(findings) == len(report.findings) else report._replace(findings=findings)


def _is_wanted(found: Finding, job: Job) -> bool:
    """Tell whether a finding of the engine is told: one that means that the job could not be done always is."""
    return found.fatal or found.code not in _prepared(_Key(job.settings), job.today).muted


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


def lint_source(source: Source, reader: Reader, settings: Settings, today: date | None) -> FileReport:
    """Lint a source; what is wrong with it as a whole is a finding, too."""
    run = _prepared(_Key(settings), today)
    try:
        document = read_document(source, reader, settings)
    except UnreadableError as error:
        return unreadable(error, source, run.language)
    except Exception as error:
        return reader_crashed(reader.name, error, source, run.language)
    return lint_document(document, source, run)


def _is_foreign_data(path: str) -> bool:
    """Return whether a file that may be without OKRs holds data of another tool: a lock file of 6 MB, say."""
    return not path.lower().endswith((".md", ".markdown", ".mdx")) and "okr" not in path.casefold()


def _of_foreign(findings: tuple[Finding, ...], source: Source) -> tuple[Finding, ...]:
    """Keep what matters of a file without OKRs that a walk came upon, or that may be without.

    Broken syntax is passed over where nothing looks like OKRs: a template of another tool, say.
    """
    from okrlint.reading.evidence import speaks_of_okrs

    suspect = "okr" in source.path.casefold() or speaks_of_okrs(source.text.lower())
    return tuple(found for found in findings if found.fatal and (suspect or found.code != "EN005"))


def _rule_note(check: Check, run: Run) -> RuleNote:
    from inspect import cleandoc

    rule = check.rule
    meta = rule.meta
    severity = meta.severity if check.severity is None else check.severity
    manual = Words(cleandoc(rule.__doc__ or ""), cleandoc(rule.manual_zh))
    return RuleNote(meta.code, meta.name, meta.summary, manual, max(severity, run.hint_as), meta.certainty)


def _counted(done: Iterable[FileReport], total: int, progress: Callable[[int, int], None]) -> Iterator[FileReport]:
    for number, report in enumerate(done, 1):
        progress(number, total)
        yield report


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
