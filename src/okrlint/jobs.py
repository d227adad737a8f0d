"""The work for one file: pure, of values that can be pickled, so that it can be done anywhere."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from okrlint.config.settings import Settings
from okrlint.job import Job, language_wanted
from okrlint.linting.engine import lint_document, notice, unreadable
from okrlint.linting.findings import FileReport, Finding
from okrlint.linting.interface import Severity
from okrlint.linting.running import Run, is_of_history, looks_back
from okrlint.model import Words
from okrlint.opening import open_with, read_document, reader_for
from okrlint.preparing import prepare
from okrlint.reading.interface import Reader
from okrlint.reading.source import Source, UnreadableError, mentions_okrlint, read_bytes, says_okr
from okrlint.registry import installed_for


def lint_job(job: Job, data: bytes | None = None) -> FileReport:
    """Lint one file, or `data` in its place; see `linted`."""
    return linted(job, data).report


class Linted(NamedTuple):
    """What came of one file.

    Attributes:
        report: what there is to say of it.
        summary: what rules that look at the project need to know of it, as bytes; None where no such rule is wanted,
            and for a file without OKRs.
        text: of the document, where what such rules hit can be added to the report; None where it is to be linted anew.
    """

    report: FileReport
    summary: bytes | None = None
    text: str | None = None


def linted(job: Job, data: bytes | None = None) -> Linted:
    """Lint one file, or `data` in its place.

    Pure but for reading the file, and of values that can be pickled: any executor can run it.
    """
    language = language_wanted(job.settings)
    path = job.name
    try:
        data = read_bytes(job.path) if data is None else data
        reader = reader_for(None, path, data, job.settings)
        source = open_with(reader, data, path, job.settings)
    except UnreadableError as error:
        report = unreadable(error, Source("", path), language)
        is_excused = _is_lenient(job) and error.code not in ("EN001", "EN006") and _is_foreign_data(path)
        return Linted(_excused(report, job) if is_excused else report)
    done = lint_source(source, reader, job)
    if done.report.recognised:
        return done
    return Linted(_unrecognised(done.report, source, job))


def _unrecognised(report: FileReport, source: Source, job: Job) -> FileReport:
    """Return the report of a file without OKRs: whether it is spoken of depends on who came upon it."""
    path = job.name
    if _is_lenient(job):
        report = report._replace(findings=_of_foreign(report.findings, source))
        if _is_foreign_data(path) and any(found.code == "EN004" for found in report.findings):
            return _excused(report, job)
    if not job.named or any(finding.fatal for finding in report.findings):
        return report
    message = _unrecognised_words(source.text)
    found = notice("ST008", message, source.path, language_wanted(job.settings), harmless=job.allow_empty)
    return report._replace(findings=(*report.findings, found)) if _is_wanted(found, job) else report


def _is_lenient(job: Job) -> bool:
    return not job.named or job.allow_empty


def lint_source(source: Source, reader: Reader, job: Job) -> Linted:
    """Lint a source as a job asks; what is wrong with it as a whole is a finding, too."""
    run = run_under(job.settings, job.today)
    if job.given and job.draft is not None:
        from okrlint.drafts import finished

        report = finished(job.draft, source, run, job)
        if report is not None:
            return Linted(report)
    try:
        document = read_document(source, reader, job.settings, is_plan=job.is_plan)
    except UnreadableError as error:
        return Linted(unreadable(error, source, run.language))
    if job.is_plan or not job.is_linted:
        run = _of_project(run)
    done = lint_document(document, source, run, job.given, is_whole=job.is_whole)
    if not document.objectives or not looks_across(run):
        return Linted(done)
    from okrlint.project.summarising import packed, summary_of

    summary = summary_of(document, source.text, is_plan=job.is_plan, is_linted=job.is_linted)
    is_plain = not run.thorough and not mentions_okrlint(source.text) and source.place(0) is None
    return Linted(done, packed(summary), source.text if is_plain else None)


def looks_across(run: Run) -> bool:
    """Tell whether any rule of a run looks at all documents together."""
    return any(check.scope != "document" and (run.has_history or not looks_back(check)) for check in run.checks)


def has_work(run: Run) -> bool:
    """Tell whether any rule of a run can find something: not so those of history where nobody looks at that."""
    return any(run.has_history or not is_of_history(check) for check in run.checks)


def _of_project(run: Run) -> Run:
    """Return a run of those rules alone that look at the project."""
    checks = [check for check in run.checks if check.scope != "document"]
    return run._replace(checks=checks, codes=frozenset(check.code for check in checks))


def run_under(settings: Settings, today: date | None) -> Run:
    """Return what a run under these settings brings to a document; it is made once.

    Raises:
        ConfigError: for an unknown preset, rule, option or word list.
        PluginError: for a rule that cannot be imported.
    """
    return _prepared_for(_Same(settings), today)


def _is_wanted(found: Finding, job: Job) -> bool:
    """Tell whether a finding of the engine is told: one that means that the job could not be done always is."""
    return found.fatal or found.code not in run_under(job.settings, job.today).muted


def _excused(report: FileReport, job: Job) -> FileReport:
    """Make what could not be read of another tool's data harmless; it is told only where the file was named."""
    harmless = (found._replace(severity=Severity.INFO, fatal=False) for found in report.findings)
    return report._replace(findings=tuple(found for found in harmless if job.named and _is_wanted(found, job)))


def _is_foreign_data(path: str) -> bool:
    """Return whether a file that may be without OKRs holds data of another tool: a lock file of 6 MB, say."""
    return not path.lower().endswith((".md", ".markdown", ".mdx")) and not says_okr(path)


def _of_foreign(findings: tuple[Finding, ...], source: Source) -> tuple[Finding, ...]:
    """Keep what matters of a file without OKRs that a walk came upon, or that may be without.

    Broken syntax is passed over where nothing looks like OKRs: a template of another tool, say.
    """
    from okrlint.reading.evidence import speaks_of_okrs

    suspect = says_okr(source.path) or speaks_of_okrs(source.text.lower())
    return tuple(found for found in findings if found.fatal and (suspect or found.code != "EN005"))


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


_NO_OBJECTIVE = Words(
    "key results are labelled here, but no objective was recognised above them, so nothing was checked; write what "
    "they are for above (`O1: …`), or pass --allow-empty if these are no OKRs",
    "文件中有带标签的关键结果，但在其上方没有识别出目标，因此什么也没有检查；请在上方写明它们服务于哪个目标（`O1：…`），"
    "若这不是 OKR，请使用 --allow-empty",
)
_SEARCHED = 100_000
"""Characters of a file in which labels of key results are looked for."""


def _unrecognised_words(text: str) -> Words:
    """Return what is said of a file without OKRs."""
    if not text.strip():
        return _EMPTY_FILE
    labelled = re.findall(r"(?m)^[\s>*+|-]{0,12}[*_]{0,3}KR ?-?\d{1,2}(?:\.\d{1,2})?[*_]{0,3} ?[:：]", text[:_SEARCHED])
    return _NO_OBJECTIVE if len(labelled) > 1 else _NO_OKR


class _Same:
    """The very same settings as a key of a cache: those of most files of a run, without a look at what they say."""

    __slots__ = ("settings",)

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __hash__(self) -> int:
        return id(self.settings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.settings is self.settings


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
def _prepared_for(same: _Same, today: date | None) -> Run:
    return _prepared(_Key(same.settings), today)


@lru_cache(maxsize=64)
def _prepared(key: _Key, today: date | None) -> Run:
    return prepare(key.settings, installed_for(key.settings), today)
