"""What a run knows of its documents together: the project that they are, and what is wrong with them."""

from collections.abc import Callable, Iterable, Sequence
from os.path import isfile
from typing import TYPE_CHECKING, NamedTuple

from okrlint import dispatching
from okrlint.config.lookup import Path
from okrlint.dispatching import WorkersFor, here
from okrlint.gathering import outcomes, with_linked
from okrlint.job import Job
from okrlint.jobs import linted, run_under
from okrlint.linter import Linter
from okrlint.linting.findings import Report
from okrlint.opening import open_with, read_document, reader_for
from okrlint.outcomes import Known, Lint, Outcome, outcome_of
from okrlint.project.interface import Project, Team
from okrlint.project.summarising import packed, summary_of
from okrlint.reading.source import UnreadableError, read_bytes

if TYPE_CHECKING:
    from okrlint.caching.cache import Cache


class Survey(NamedTuple):
    """What a run knows of its documents together.

    Attributes:
        project: all documents, those beside the run that they name or that configuration counts to them included; those
            of the run are `is_linted`.
        report: what is wrong with those of the run; where nothing was linted, what could not be read.
    """

    project: Project
    report: Report


class Reading(Lint):
    """Reads files for what they hold, and judges none of it; can be pickled."""

    def outcome(self, job: Job) -> Outcome:
        """Return what a file holds, and whatever was wrong with reading it."""
        done = linted(job._replace(is_linted=False))
        summary = done.summary
        if summary is None and done.report.recognised:  # no rule wants to know
            summary = _summary_of(job)
        return outcome_of(done.report, None, summary)


def project_of(
    linter: Linter,
    paths: Iterable[Path],
    *,
    is_linted: bool = True,
    allow_empty: bool = False,
    workers: WorkersFor = here,
    progress: Callable[[int, int], None] | None = None,
    cache: "Cache | None" = None,
) -> Survey:
    """Return the project that files and folders are, as `okrlint check` finds them, and what is wrong with it.

    Args:
        linter: finds the files, and says what applies to them.
        paths: see `Linter.lint_paths`.
        is_linted: whether anybody wants to know what is wrong; else the files are read and not linted.
        allow_empty: see there.
        workers: do it elsewhere; see `dispatching.outcomes`, also for the others.
        progress: see there.
        cache: see there; only of use where files are linted.

    Raises:
        ConfigError: for a configuration that cannot be used.
        PluginError: for a rule that cannot be imported.
    """
    found = linter.planner.for_paths(paths, allow_empty=allow_empty)
    reading = Reading()
    if is_linted:
        lint = Lint(None, cache.keys if cache else None)
        done = list(outcomes(found.files, lint, workers, progress, cache, found.beside))
    else:
        done = list(dispatching.outcomes(found.files, reading, workers, progress))
    report = found.report(outcome.report for outcome in done if outcome.report is not None)
    known = [
        Known(job, summary)
        for job, outcome in zip(found.files, done, strict=True)
        if (summary := outcome.summary or _summary_if_recognised(job, outcome))
    ]
    beside = dispatching.outcomes(found.beside.others, reading, workers)
    known += [Known(job, each.summary) for job, each in zip(found.beside.others, beside, strict=True) if each.summary]
    is_whole = any(job.is_whole for job in found.files)
    known.sort(key=lambda each: each.job.name)
    documents = with_linked(known, reading, isfile)
    project = Project(documents, _teams(found.files), is_whole=is_whole, has_file=isfile)
    return Survey(project, report)


def _summary_if_recognised(job: Job, outcome: Outcome) -> bytes | None:
    """Return the summary of a file in which no rule wanted it; None for one without OKRs."""
    return _summary_of(job) if outcome.tally.files else None


def _summary_of(job: Job) -> bytes | None:
    try:
        data = read_bytes(job.path)
        reader = reader_for(None, job.name, data, job.settings)
        source = open_with(reader, data, job.name, job.settings)
        document = read_document(source, reader, job.settings, is_plan=job.is_plan)
    except UnreadableError:  # it was read a moment ago
        return None
    return packed(summary_of(document, source.text)) if document.objectives else None


def _teams(jobs: Sequence[Job]) -> dict[str, Team]:
    """Return the teams that the configurations of a run name; of two of one name the first counts."""
    teams: dict[str, Team] = {}
    for job in {id(job.settings): job for job in jobs}.values():
        teams = {**run_under(job.settings, job.today).teams, **teams}
    return teams
