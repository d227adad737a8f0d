"""Fixing files and text: lint, make the fixes, lint again; and writing what comes of it."""

from collections.abc import Iterable, Mapping
from os import fspath
from os.path import realpath
from typing import NamedTuple

from okrlint.config.lookup import Path
from okrlint.gathering import alone, given_to, report_on
from okrlint.job import Job
from okrlint.jobs import lint_job, lint_source
from okrlint.linter import Linter
from okrlint.linting.engine import notice
from okrlint.linting.findings import FileReport, Finding, Report, combine
from okrlint.linting.fixing import Change, Rewriting
from okrlint.linting.identity import Identity, identity
from okrlint.linting.rounds import Outcome, Rounds
from okrlint.model import Document, Words
from okrlint.opening import open_with, read_document, reader_for
from okrlint.planning import Jobs, summed
from okrlint.reading.source import Source, UnreadableError, read_bytes
from okrlint.writing import write_whole

_MARK = "\ufeff"


class Fixed(NamedTuple):
    """What fixing made of a text.

    Attributes:
        path: the file's, with forward slashes.
        before: the text as it was, a byte order mark included; "" for what is no text.
        text: the text as it is now.
        findings: what was fixed; their places are those of the round that fixed them.
        report: what remains.
        changes: what `text` has in place of stretches of `before`, in order.
        encoding: the name of the encoding that turns both into the bytes of the file.
    """

    path: str
    before: str
    text: str
    findings: tuple[Finding, ...]
    report: Report
    changes: tuple[Change, ...] = ()
    encoding: str = "utf-8"

    @property
    def changed(self) -> bool:
        """Whether the text differs from what it was."""
        return self.text != self.before


class FixedFiles(NamedTuple):
    """What fixing made of files and folders.

    Attributes:
        files: those that changed, in the order in which they were found.
        report: what remains in all files.
    """

    files: tuple[Fixed, ...]
    report: Report


class _Result(NamedTuple):
    """What came of one file.

    Attributes:
        fixed: the text before and after.
        found: what was wrong with it before.
        left: what remains.
    """

    fixed: Fixed
    found: FileReport
    left: FileReport


class _Task(NamedTuple):
    """What is to be fixed.

    Attributes:
        unsafe: whether fixes that may change a meaning are made, too.
        spared: what the baselines know of each file, by path: it is not reported, and so not touched.
    """

    unsafe: bool
    spared: Mapping[str, frozenset[Identity]]

    def wants(self, finding: Finding) -> bool:
        """Return whether a finding is to be fixed."""
        if finding.fix is None or not (finding.fix.safe or self.unsafe):
            return False
        spared = self.spared.get(finding.path)
        return not spared or identity(finding, finding.path) not in spared

    def count(self, report: FileReport) -> int:
        """Return how many findings are to be fixed."""
        return sum(map(self.wants, report.findings))


def fix_text(linter: Linter, text: str, format: str = "markdown", path: str = "-", *, unsafe: bool = False) -> Fixed:
    """Return what fixing makes of a text; see `okrlint.fix_text`."""

    def source(body: str) -> Source:
        return Source(mark + body, path)

    def lint(body: str) -> FileReport:
        return lint_source(source(body), reader, job).report

    def read(body: str) -> Document:
        return read_document(source(body), reader, settings)

    settings = linter.planner.plain
    reader = reader_for(format, path, settings=settings)
    job = Job(path, settings, linter.today, named=True)
    mark = _MARK if text.startswith(_MARK) else ""
    body = text.removeprefix(_MARK)
    start = Fixed(path, text, text, (), combine([]))
    found = lint(body)
    task = _Task(unsafe, _known(summed([found], {path: settings}, linter.today)))
    if source(body).text != body:  # a lone surrogate, which reads as another character
        outcome = _left_alone(found, task, _NOT_LOSSLESS)
    else:
        outcome = Rounds(lint, read, task.wants).run(body, found)
    fixed = _result(start, found, outcome, mark).fixed
    left = _told(alone(Source(fixed.text, path), reader, job), outcome.left)
    return fixed._replace(report=summed([left], {path: settings}, linter.today))


def fix_input(
    linter: Linter, data: bytes, path: str = "-", *, unsafe: bool = False, allow_empty: bool = False
) -> Fixed:
    """Return what fixing makes of `data`, as if it were the contents of a file named `path`; nothing is written.

    Raises:
        ConfigError: for a configuration file that cannot be used.
    """
    jobs = linter.planner.for_input(path, allow_empty=allow_empty)
    if not jobs.files:
        return Fixed(path, "", "", (), jobs.report([]))
    job = jobs.files[0]
    result = _fixed(job, data, _task(jobs, unsafe, data))
    fixed = result.fixed
    now = fixed.text.encode(fixed.encoding) if fixed.changed else data
    left = _told(report_on(job, now, jobs.beside), result.left)
    return fixed._replace(report=jobs.report([left]))


def fix_file(linter: Linter, path: Path, *, unsafe: bool = False) -> Fixed:
    """Fix one file and write it; see `fix_paths`."""
    jobs = linter.planner.for_input(fspath(path))
    if not jobs.files:
        return Fixed(fspath(path), "", "", (), jobs.report([]))
    result = _written(jobs.files[0], _task(jobs, unsafe), write=True)
    return result.fixed._replace(report=jobs.report(_with_project(jobs, [result.left])))


def fix_paths(
    linter: Linter, paths: Iterable[Path], *, unsafe: bool = False, write: bool = True, allow_empty: bool = False
) -> FixedFiles:
    """Fix files and folders, which are found as `Linter.lint_paths` finds them.

    A file is written only if it changes, and whole or not at all. What cannot be written, or changed on disk in the
    meantime, is a finding of the engine (EN010) in the report, which then has `failed` set.

    Args:
        linter: with what configuration, and as of which day.
        paths: files, and folders to walk.
        unsafe: whether fixes that may change a meaning are made, too.
        write: whether the files are written.
        allow_empty: whether a named file without OKRs is but a notice.

    Raises:
        ConfigError: for a configuration file that cannot be used.
    """
    jobs = linter.planner.for_paths(paths, allow_empty=allow_empty)
    task = _task(jobs, unsafe)
    changed: dict[str, tuple[Fixed, FileReport]] = {}  # by real path: a link to a file is that file
    left: list[FileReport] = []
    for job in jobs.files:
        result = _written(job, task, write)
        left.append(result.left)
        if result.fixed.changed:
            changed.setdefault(realpath(job.path), (result.fixed, result.left))
    report = jobs.report(_with_project(jobs, left) if write else left)
    known: dict[str, list[Finding]] = {}
    for finding in report.findings:
        known.setdefault(finding.path, []).append(finding)
    files = (
        fixed._replace(report=combine([of_file._replace(findings=tuple(known.get(fixed.path, ())))]))
        for fixed, of_file in changed.values()
    )
    return FixedFiles(tuple(files), report)


class NotWrittenError(Exception):
    """A file that was not written, and is as it was.

    Attributes:
        message: why, and what to do.
    """

    def __init__(self, message: Words) -> None:
        super().__init__(message.en)
        self.message = message


def replace_file(path: str, before: bytes, after: bytes) -> None:
    """Put `after` in the place of `before`, whole or not at all; links stay, and so do permissions.

    Raises:
        NotWrittenError: where the file cannot be written, or does not hold `before` any more.
    """

    def confirm(target: str) -> None:
        with open(target, "rb") as file:
            if file.read(len(before) + 1) != before:
                raise NotWrittenError(_CHANGED)

    try:
        write_whole(path, after, confirm)
    except OSError as error:
        raise NotWrittenError(_cannot_write(error.strerror or str(error))) from None


def _task(jobs: Jobs, unsafe: bool, data: bytes | None = None) -> _Task:
    if all(job.settings.baseline is None for job in jobs.files):
        return _Task(unsafe, {})
    return _Task(unsafe, _known(jobs.report(lint_job(job, data) for job in jobs.files)))


def _known(report: Report) -> dict[str, frozenset[Identity]]:
    """Return what baselines know of each file, by path."""
    known: dict[str, set[Identity]] = {}
    for each in report.hidden:
        if each.by == "baseline":
            known.setdefault(each.finding.path, set()).add(identity(each.finding, each.finding.path))
    return {path: frozenset(each) for path, each in known.items()}


def _with_project(jobs: Jobs, left: list[FileReport]) -> list[FileReport]:
    """Return what is left in files, with what rules that look at the project find in them as they are now."""
    given = given_to(jobs.files, jobs.beside)
    return [_told(lint_job(job), report) if job.given else report for job, report in zip(given, left, strict=True)]


def _told(report: FileReport, left: FileReport) -> FileReport:
    """Return a report with what fixing alone has to say."""
    said = tuple(finding for finding in left.findings if finding.code in _OF_FIXING)
    return report._replace(findings=(*report.findings, *said))


_OF_FIXING = ("EN009", "EN010", "EN011")
"""Codes that say why something was not mended, or not written."""


def _written(job: Job, task: _Task, write: bool) -> _Result:
    result = _fixed(job, None, task)
    fixed = result.fixed
    if not write or not fixed.changed:
        return result
    try:
        replace_file(job.path, fixed.before.encode(fixed.encoding), fixed.text.encode(fixed.encoding))
    except NotWrittenError as error:
        return _unchanged(fixed, result.found, error.message)
    return result


def _unchanged(fixed: Fixed, found: FileReport, why: Words) -> _Result:
    told = notice("EN010", why, fixed.path, _language(found), harmless=False)
    left = found._replace(findings=(*found.findings, told))
    fixed = fixed._replace(text=fixed.before, findings=(), changes=())
    return _Result(fixed, found, left)


def _fixed(job: Job, data: bytes | None, task: _Task) -> _Result:
    """Return what fixing makes of a file, or of `data` in its place. Pure but for reading the file."""
    path = job.name
    job = job._replace(is_whole=False)  # a suppression of a rule over the project is not unused: it was not asked
    nothing = Fixed(path, "", "", (), combine([]))
    try:
        data = read_bytes(job.path) if data is None else data
    except UnreadableError:
        found = lint_job(job)
        return _result(nothing, found, Outcome(Rewriting(""), (), found))
    found = lint_job(job, data)
    text = _decoded(data)
    start = nothing._replace(before=text.text, text=text.text, encoding=text.encoding) if text else nothing
    if not task.count(found):
        return _result(start, found, Outcome(Rewriting(""), (), found))
    if text is None:
        return _result(nothing, found, _left_alone(found, task, _NOT_LOSSLESS))
    reader, encoding = reader_for(None, path, data, job.settings), text.encoding
    mark = _MARK if text.text.startswith(_MARK) else ""

    def read(body: str) -> Document:
        source = open_with(reader, (mark + body).encode(encoding), path, job.settings)
        if source.text != body:
            raise UnreadableError("EN002", _NOT_LOSSLESS)
        return read_document(source, reader, job.settings)

    rounds = Rounds(lambda body: lint_job(job, (mark + body).encode(encoding)), read, task.wants)
    return _result(start, found, rounds.run(text.text.removeprefix(_MARK), found), mark)


class _Decoded(NamedTuple):
    text: str
    encoding: str


def _decoded(data: bytes) -> _Decoded | None:
    """Return the text of a file and the encoding that turns it into the very same bytes; None if there is none."""
    try:
        source = Source.from_bytes(data)
    except UnreadableError:
        return None
    encoding = source.encoding
    if encoding == "utf-16":  # which would write a mark of its own
        encoding = "utf-16-le" if data.startswith(b"\xff\xfe") else "utf-16-be"
    text = data.decode(encoding)
    same = text.encode(encoding) == data and text.removeprefix(_MARK) == source.text
    return _Decoded(text, encoding) if same else None


def _result(start: Fixed, found: FileReport, outcome: Outcome, mark: str = "") -> _Result:
    fixed = start
    if outcome.fixed:
        shift = len(mark)
        changes = (Change(each.start + shift, each.end + shift, each.text) for each in outcome.rewriting.changes())
        fixed = fixed._replace(
            text=mark + outcome.rewriting.text, findings=tuple(outcome.fixed), changes=tuple(changes)
        )
    return _Result(fixed, found, outcome.left)


def _left_alone(found: FileReport, task: _Task, why: Words) -> Outcome:
    """Say of a file that it holds what could be fixed, and is left as it is."""
    count = task.count(found)
    if not count:
        return Outcome(Rewriting(""), (), found)
    told = notice(
        "EN009", Words(*(words.format(count=count) for words in why)), found.path, _language(found), harmless=True
    )
    findings = tuple(finding._replace(fix=None) for finding in found.findings)
    return Outcome(Rewriting(""), (), found._replace(findings=(*findings, told)))


_NOT_LOSSLESS = Words(
    "what could be fixed here ({count}) was left: the file holds bytes that would not stay as they are; save it as "
    "UTF-8 first",
    "这里有 {count} 处可以修正，但文件中有写回后会改变的字节，因此没有改动；请先另存为 UTF-8",
)
_CHANGED = Words(
    "was changed by another program while it was being fixed, so nothing was written; run it again",
    "修正期间文件被其他程序改动，因此没有写入；请再运行一次",
)


def _cannot_write(reason: str) -> Words:
    return Words(
        f"cannot be written: {reason}; it is as it was; check the permissions of the file and its folder",
        f"无法写入：{reason}；文件保持原样；请检查文件及所在文件夹的权限",
    )


def _language(report: FileReport) -> str:
    """Return the language of what is said of a file: that of its findings, which configuration may have set."""
    return report.findings[0].language if report.findings else report.language
