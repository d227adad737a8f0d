"""Having all jobs of a run done, and its documents judged together once all of them have been read."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from os.path import isfile
from typing import TYPE_CHECKING, NamedTuple, overload

from okrlint import dispatching
from okrlint.dispatching import WorkersFor, here
from okrlint.job import NOTHING_BESIDE, Beside, Job
from okrlint.outcomes import Known, Lint, Outcome
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import UnreadableError, read_bytes

if TYPE_CHECKING:  # a run that knows all results already loads no more than it needs
    from okrlint.across import Documents
    from okrlint.caching.cache import Cache
    from okrlint.caching.projects import GivenByPath, Verdict
    from okrlint.jobs import Linted
    from okrlint.linting.findings import FileReport
    from okrlint.reading.interface import Reader
    from okrlint.reading.source import Source
    from okrlint.setting_aside import SetAside

_MANY = 100
"""Files from which on workers are begun once more to lint them again."""

_LEVELS = 3
"""How far it is followed what files name: a team's, those of its company, and the plan of that."""

_MOST_LINKED = 200
"""Files that are read at each level because others name them."""


def outcomes(
    jobs: Sequence[Job],
    lint: Lint,
    workers: WorkersFor = here,
    progress: Callable[[int, int], None] | None = None,
    cache: "Cache | None" = None,
    beside: Beside = NOTHING_BESIDE,
) -> Iterator[Outcome]:
    """Yield what comes of jobs, in their order; see `dispatching.outcomes`.

    Where a rule looks at all documents together, nothing is told before the last of them has been read. What such a
    rule finds in a document is then added to what was found before, or, where it may change that (there are
    suppressions, say), the document is linted again, knowing it: the findings are the same.

    Args:
        jobs: what is to be done.
        lint: does it; so do `workers`, and `progress` and `cache` know of it.
        workers: see there.
        progress: see there.
        cache: see there.
        beside: what there is to know beside these.

    Raises:
        PluginError: for a rule that cannot be imported.
    """
    first_lint = lint.with_drafts() if len(jobs) > 1 else lint
    summaries: list[bytes | None] = []
    with _room(len(jobs)) as kept:
        for outcome in dispatching.outcomes(jobs, first_lint, workers, progress, cache):
            if outcome.summary is None and not kept:
                yield outcome
            else:
                kept.append(outcome._replace(summary=None))
            summaries.append(outcome.summary)
        if not kept:
            return
        first = len(jobs) - len(kept)
        again = _jobs_given(jobs, summaries, lint, beside, workers, cache)[first:]
        todo = _Drafted(again, kept)
        redone = dispatching.outcomes(todo, lint, workers if len(todo) >= _MANY else here, None, cache)
        for number, job in enumerate(again):
            outcome = next(redone) if job.given else kept[number]
            yield outcome._replace(summary=summaries[first + number])


def _room(jobs: int) -> "AbstractContextManager[SetAside | list[Outcome]]":
    """Return where the outcomes of so many jobs are kept."""
    if jobs < 2:
        return nullcontext([])
    from okrlint.setting_aside import SetAside  # the run over one file, that of an editor, loads no more than it needs

    return SetAside()


class _Drafted(Sequence[Job]):
    """Those of some jobs that are given something, each with its draft when it is asked for."""

    def __init__(self, jobs: Sequence[Job], outcomes: Sequence[Outcome]) -> None:
        self._jobs = jobs
        self._outcomes = outcomes
        self._numbers = [number for number, job in enumerate(jobs) if job.given]

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Job: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Job]: ...
    def __getitem__(self, at: int | slice) -> Job | Sequence[Job]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        number = self._numbers[at]
        return self._jobs[number]._replace(draft=self._outcomes[number].draft)


def streamed(
    jobs: Sequence[Job],
    workers: WorkersFor = here,
    progress: Callable[[int, int], None] | None = None,
    beside: Beside = NOTHING_BESIDE,
) -> Iterator[Outcome]:
    """Yield what comes of jobs, in their order, and keep nothing of it.

    Where a rule looks at all documents together, all files are read once for that, and then read again and linted.
    """
    yield from dispatching.outcomes(given_to(jobs, beside, workers), Lint(), workers, progress)


def given_to(jobs: Sequence[Job], beside: Beside = NOTHING_BESIDE, workers: WorkersFor = here) -> Sequence[Job]:
    """Return jobs, each with what rules that look at the project hit in its file; all files are read for that."""
    from okrlint.jobs import looks_across, run_under

    settings = {id(job.settings): (job.settings, job.today) for job in jobs}
    if not any(looks_across(run_under(*each)) for each in settings.values()):
        return jobs
    reading = Lint()
    readable = [job._replace(is_linted=False) for job in jobs]
    summaries = [each.summary for each in dispatching.outcomes(readable, reading, workers)]
    return _jobs_given(jobs, summaries, reading, beside, workers)


def _jobs_given(
    jobs: Sequence[Job],
    summaries: Sequence[bytes | None],
    lint: Lint,
    beside: Beside,
    workers: WorkersFor = here,
    cache: "Cache | None" = None,
) -> list[Job]:
    """Return jobs, each with what rules that look at the project hit in its file."""
    known = [Known(job, summary) for job, summary in zip(jobs, summaries, strict=True) if summary]
    others = dispatching.outcomes(beside.others, lint, cache=cache)
    known += [Known(job, each.summary) for job, each in zip(beside.others, others, strict=True) if each.summary]
    known.sort(key=lambda each: each.job.name)
    with collector_paused():  # what is made of them is made once, and stays
        given = _given(known, _Judging(lint, beside.folders, workers, cache)) if known else {}
    return [job._replace(given=given[job.path]) if job.path in given else job for job in jobs]


class _Judging(NamedTuple):
    """What it takes to judge the documents of a project.

    Attributes:
        lint: reads files that documents name.
        folders: see `Beside`.
        workers: read earlier versions elsewhere.
        cache: of earlier runs.
    """

    lint: Lint
    folders: tuple[str, ...]
    workers: WorkersFor
    cache: "Cache | None"


def _given(known: Sequence[Known], judging: _Judging) -> "GivenByPath":
    """Return what rules that look at the project hit, by the path of the file."""
    cache = judging.cache
    past: str | None = ""
    if cache is not None and _looks_back(known):
        from okrlint.recalling.interface import state_of

        past = state_of(known, judging.folders)
    if cache is None or past is None:
        return _judged(known, judging)[0].given
    name = cache.keys.of_project(known, past)
    verdict = cache.verdict(name)
    if verdict is not None and verdict.still_holds(_state):
        return verdict.given
    verdict, is_lasting = _judged(known, judging)
    if is_lasting:
        cache.keep_verdict(name, verdict)
    return verdict.given


def _looks_back(known: Sequence[Known]) -> bool:
    return any(each.job.settings.history and each.job.is_linted for each in known)


def _judged(known: Sequence[Known], judging: _Judging) -> "tuple[Verdict, bool]":
    """Return what rules that look at the project hit, and whether that lasts: not so where git could not tell all."""
    from okrlint.across import given_by_project
    from okrlint.caching.projects import Verdict

    files: dict[str, str | None] = {}

    def has_file(path: str) -> bool:
        there = isfile(path)
        files.setdefault(path, "" if there else None)
        return there

    documents = with_linked(known, judging.lint, has_file)
    for each in documents.known:
        if each.job.path in files:
            files[each.job.path] = _state(each.job.path, True)
    is_whole = any(each.job.is_whole for each in known)
    history = None
    if _looks_back(known):
        from okrlint.recalling.interface import history_of

        past = judging.cache.past() if judging.cache is not None else None
        history = history_of(documents.known, judging.folders, workers=judging.workers, past=past)
    found = given_by_project(documents, is_whole=is_whole, has_file=has_file, history=history)
    given = {documents.known[at].job.path: given for at, given in found.items()}
    return Verdict(given, files), history is None or history.gap is None


def _state(path: str, contents_matter: bool) -> str | None:
    if not isfile(path):
        return None
    if not contents_matter:
        return ""
    from okrlint.caching.projects import digest_of

    try:
        return digest_of(read_bytes(path))
    except UnreadableError:
        return ""


def with_linked(known: Sequence[Known], lint: Lint, has_file: Callable[[str], bool]) -> "Documents":
    """Return the documents of a project, with those in files that they name, and that nobody else brought along.

    Args:
        known: the documents, by path.
        lint: reads the others.
        has_file: tells whether there is a file of that path.
    """
    from okrlint.across import Documents, linked_files

    paths = {posixpath.normpath(each.job.name) for each in known}
    documents = Documents(known)
    for _ in range(_LEVELS):
        named = {path: number for path, number in linked_files(documents) if path not in paths and has_file(path)}
        read = []
        for path, number in list(named.items())[:_MOST_LINKED]:
            paths.add(path)
            job = Job(path, documents.known[number].job.settings, None, named=False, is_linted=False)
            summary = lint.outcome(job).summary
            if summary is not None:
                read.append(Known(job, summary))
        if not read:
            break
        documents = Documents(sorted((*documents.known, *read), key=lambda each: each.job.name))
    return documents


def reports_on(jobs: Sequence[Job], beside: Beside = NOTHING_BESIDE) -> "Iterator[FileReport]":
    """Yield the reports of jobs, in their order; see `outcomes`."""
    return (outcome.report for outcome in outcomes(jobs, Lint(), beside=beside) if outcome.report is not None)


def report_on(job: Job, data: bytes, beside: Beside = NOTHING_BESIDE) -> "FileReport":
    """Return the report of a job that has the contents of its file with it."""
    from okrlint.jobs import linted

    return _judged_alone(job, lambda job: linted(job, data), beside)


def alone(source: "Source", reader: "Reader", job: Job) -> "FileReport":
    """Return the report of a source that is all of its project."""
    from okrlint.jobs import lint_source

    return _judged_alone(job, lambda job: lint_source(source, reader, job))


def _judged_alone(job: Job, lint: "Callable[[Job], Linted]", beside: Beside = NOTHING_BESIDE) -> "FileReport":
    done = lint(job)
    (again,) = _jobs_given([job], [done.summary], Lint(), beside)
    return lint(again).report if again.given else done.report
