"""Having all jobs of a run done: from the cache, here, or by workers."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from okrlint.config.settings import ConfigError
from okrlint.executing.interface import Workers
from okrlint.job import Job
from okrlint.outcomes import Lint, Outcome, lost
from okrlint.plugin_files import PluginError

if TYPE_CHECKING:
    from okrlint.caching.cache import Cache

PASSING = (ConfigError, PluginError)
"""Exceptions that are no matter of one file, and end the run."""

WorkersFor = Callable[[int], AbstractContextManager[Workers | None]]
"""Gives the workers for so many jobs; None where they are to be done here."""


def here(jobs: int) -> AbstractContextManager[None]:  # noqa: ARG001 - however many there are
    """Have all jobs done here, one after the other."""
    return nullcontext()


def outcomes(
    jobs: Sequence[Job],
    lint: Lint,
    workers: WorkersFor = here,
    progress: Callable[[int, int], None] | None = None,
    cache: "Cache | None" = None,
) -> Iterator[Outcome]:
    """Yield what comes of jobs, in their order.

    A file whose job fails as no job should costs a finding (EN013), and the others are linted all the same.

    Args:
        jobs: what is to be done.
        lint: does it.
        workers: does it elsewhere.
        progress: is told after each file how many are done, and of how many.
        cache: knows what comes of some; what comes of the others is put there.
    """
    done = _done(jobs, lint, workers) if cache is None else _with_cache(jobs, lint, workers, cache)
    return done if progress is None else _counted(done, len(jobs), progress)


def _done(jobs: Sequence[Job], lint: Lint, workers: WorkersFor) -> Iterator[Outcome]:
    with workers(len(jobs)) as places:
        if places is None:
            for job in jobs:
                yield _done_here(job, lint)
        else:
            from okrlint.executing.ordered import in_order  # few runs need it

            yield from in_order(lint, jobs, places, lost, PASSING)


def _with_cache(jobs: Sequence[Job], lint: Lint, workers: WorkersFor, cache: "Cache") -> Iterator[Outcome]:
    names = cache.names(jobs)
    fresh = _done([job for job, name in zip(jobs, names, strict=True) if name is None], lint, workers)
    for job, name, known in zip(jobs, names, cache.outcomes(jobs, names), strict=True):
        outcome = known
        if outcome is None:
            outcome = next(fresh) if name is None else _done_here(job, lint)
            cache.keep(outcome)
        yield outcome


def _done_here(job: Job, lint: Lint) -> Outcome:
    try:
        return lint.outcome(job)
    except PASSING:
        raise
    except Exception as error:
        if os.environ.get("OKRLINT_TRACEBACK"):
            raise
        return lost(job, error)


def _counted(done: Iterator[Outcome], total: int, progress: Callable[[int, int], None]) -> Iterator[Outcome]:
    for number, outcome in enumerate(done, 1):
        progress(number, total)
        yield outcome
