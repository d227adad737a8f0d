"""What comes of the job for one file: its findings, or what a report says of them, written where it was linted."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from okrlint.job import Job, language_wanted
from okrlint.linting.findings import FileReport, combine
from okrlint.linting.tally import Tally, tally_of
from okrlint.model import Words
from okrlint.reading.source import UnreadableError, read_bytes
from okrlint.reporting.interface import ReporterRef, Style
from okrlint.reporting.partwise import Part, Partwise


class Telling(NamedTuple):
    """How what is found in a file is to be written.

    Attributes:
        reporter: writes it; it is a `Partwise`.
        style: as for the whole report; its language is that of what is said of a file, "" for that of each file.
    """

    reporter: ReporterRef
    style: Style


class Outcome(NamedTuple):
    """What came of one file, or of a folder in which there was nothing to do.

    Attributes:
        path: as in its findings.
        tally: the sums of its report.
        part: its report as it is written; None where nobody asked, or where it depends on others what of it is told.
        report: None where `part` stands for it.
        key: by which it will be known again; None where it is not to be kept.
        summary: see `Linted`.
        draft: its report as bytes, of which the same job makes another when it is given something; None where nobody
            asked, or the file is to be linted anew.
    """

    path: str
    tally: Tally
    part: Part | None
    report: FileReport | None
    key: bytes | None = None
    summary: bytes | None = None
    draft: bytes | None = None


class Known(NamedTuple):
    """What is known of a document of a project.

    Attributes:
        job: what it was linted by, or only read by.
        summary: see `Linted`.
    """

    job: Job
    summary: bytes


class Lint:
    """Lints files; can be pickled.

    Args:
        telling: how what is found is to be written; None keeps the findings themselves.
        key: names what comes of a job and the contents of its file; None where nobody will ask for it again.
        drafts: whether outcomes are to have their drafts.
    """

    def __init__(
        self,
        telling: Telling | None = None,
        key: Callable[[Job, bytes], bytes] | None = None,
        *,
        drafts: bool = False,
    ) -> None:
        self._telling = telling
        self._key = key
        self._drafts = drafts

    def with_drafts(self) -> "Lint":
        """Return one that does the same, and whose outcomes have their drafts."""
        return Lint(self._telling, self._key, drafts=True)

    def __call__(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Return what comes of some jobs, in their order."""
        return [self.outcome(job) for job in jobs]

    def outcome(self, job: Job) -> Outcome:
        """Return what comes of a job."""
        from okrlint.jobs import linted  # a run that knows all results already needs nothing of it

        data = None
        if self._key is not None:
            with suppress(UnreadableError):  # which is told by the job
                data = read_bytes(job.path)
        done = linted(job, data)
        outcome = outcome_of(done.report, self._telling, done.summary)
        if self._drafts and done.text is not None:
            from okrlint.drafts import draft_of  # a run over one file has no use for it

            outcome = outcome._replace(draft=draft_of(done.report, done.text))
        if self._key is None or data is None or outcome.tally.fatal:  # what could not be done may be the next time
            return outcome
        return outcome._replace(key=self._key(job, data))


def outcome_of(report: FileReport, telling: Telling | None, summary: bytes | None = None) -> Outcome:
    """Return a report, and the summary of its document, as an outcome."""
    # Whether a file without OKRs is spoken of depends on whether others hold some.
    if telling is None or (report.findings and not report.recognised):
        return Outcome(report.path, tally_of(report), None, report, None, summary)
    return Outcome(report.path, tally_of(report), part_of(report, telling), None, None, summary)


def part_of(report: FileReport, telling: Telling) -> Part:
    """Return what is written of one file."""
    style = telling.style if telling.style.language else telling.style._replace(language=report.language)
    return partwise(telling.reporter).part(combine([report]), style)


@lru_cache(maxsize=4)
def partwise(ref: ReporterRef) -> Partwise:
    """Return one of our own reporters that tells each file by itself; it is made once.

    Raises:
        TypeError: for one that does not.
    """
    reporter = ref.load()
    if not isinstance(reporter, Partwise):
        raise TypeError(f"{ref.name} is not told file by file")
    return reporter


def lost(job: Job, error: BaseException) -> Outcome:
    """Return what comes of a job that could not be done, and of whose document nothing is known."""
    from okrlint.linting.engine import notice

    what = " ".join(f"{type(error).__name__}: {error}".split())
    message = Words(
        f"could not be linted, the others were: what did it failed ({what}); please report it, and exclude the file "
        "until then",
        f"未能检查（其他文件不受影响）：检查过程出错（{what}）；请报告此问题，并暂时排除该文件",
    )
    found = notice("EN013", message, job.name, language_wanted(job.settings), harmless=False)
    return outcome_of(FileReport(job.name, (found,)), None)
