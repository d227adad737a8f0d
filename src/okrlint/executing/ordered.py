"""Results in the order of the jobs, of which no more are under way than keep all workers busy."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Generic

from okrlint.executing.interface import Job, Result, Work, Workers

MOST = 32
"""Jobs that are sent together: enough that sending costs little beside them."""
_AHEAD = 4
"""Pieces for each worker that are under way, or wait for it."""


def in_order(
    work: Work[Job, Result],
    jobs: Sequence[Job],
    workers: Workers,
    lost: Callable[[Job, BaseException], Result],
    passing: tuple[type[BaseException], ...] = (),
) -> Iterator[Result]:
    """Yield the results of jobs in their order, as they come.

    Where a piece of work fails as a whole, because its process died for instance, its jobs are done again one by one
    where they can harm no other; what fails again is lost.

    Args:
        work: is done with pieces of `jobs`.
        jobs: all that is to be done.
        workers: where.
        lost: returns what is said of a job that cannot be done, and why.
        passing: exceptions that end the run instead.
    """
    run = _Run(work, workers, lost, (*passing, KeyboardInterrupt))
    size = max(1, min(MOST, len(jobs) // (workers.number * _AHEAD)))
    under_way: deque[tuple[Sequence[Job], Future[Sequence[Result]]]] = deque()
    try:
        for start in range(0, len(jobs), size):
            piece = jobs[start : start + size]
            under_way.append((piece, run.begun(piece)))
            if len(under_way) > workers.number * _AHEAD:
                yield from run.results(*under_way.popleft())
        while under_way:
            yield from run.results(*under_way.popleft())
    finally:
        for _, future in under_way:
            future.cancel()
        run.end()


class _Run(Generic[Job, Result]):
    """Work at places that may break."""

    def __init__(
        self,
        work: Work[Job, Result],
        workers: Workers,
        lost: Callable[[Job, BaseException], Result],
        passing: tuple[type[BaseException], ...],
    ) -> None:
        self._work = work
        self._lost = lost
        self._passing = passing
        self._workers = workers
        self._executor = workers.executor
        self._apart: Executor | None = None
        self._made: list[Executor] = []

    def begun(self, piece: Sequence[Job]) -> "Future[Sequence[Result]]":
        """Begin some work."""
        try:
            return self._executor.submit(self._work, piece)
        except BrokenExecutor:
            if self._workers.renew is None:
                raise
            self._executor = self._made_by(self._workers.renew, self._workers.number)
            return self._executor.submit(self._work, piece)

    def results(self, piece: Sequence[Job], future: "Future[Sequence[Result]]") -> Iterator[Result]:
        """Yield what comes of work that was begun."""
        try:
            done = future.result()
        except self._passing:
            raise
        except BaseException:  # whatever ends a worker: each job of the piece gets a chance of its own
            for job in piece:
                yield self._by_itself(job)
        else:
            yield from done

    def end(self) -> None:
        """Give up all that was made beside the given place."""
        for executor in self._made:
            executor.shutdown(cancel_futures=True)  # and wait: workers of a process that ends before them never would

    def _by_itself(self, job: Job) -> Result:
        if self._apart is None:
            self._apart = self._made_by(self._workers.renew, 1) if self._workers.renew else self._executor
        try:
            (result,) = self._apart.submit(self._work, [job]).result()
        except self._passing:
            raise
        except BaseException as error:
            if isinstance(error, BrokenExecutor):
                self._apart = None
            return self._lost(job, error)
        return result

    def _made_by(self, make: Callable[[int], Executor], count: int) -> Executor:
        executor = make(count)
        self._made.append(executor)
        return executor
