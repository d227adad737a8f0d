"""Outcomes in the order of a report, each as soon as nothing can come before it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from okrlint.linting.findings import FileReport
from okrlint.outcomes import Outcome, outcome_of


class Walked(NamedTuple):
    """A folder that was walked.

    Attributes:
        folder: its name.
        jobs: the numbers of the jobs that came of it.
        empty: returns what is said of it where nothing of an OKR is found in its files.
    """

    folder: str
    jobs: Sequence[int]
    empty: Callable[[], FileReport]

    @property
    def path(self) -> str:
        """Its name as reports have it."""
        return self.folder.replace("\\", "/")


def in_order(done: Iterable[Outcome], folders: Sequence[Walked], refused: Iterable[FileReport]) -> Iterator[Outcome]:
    """Yield outcomes by path, with those of folders among them.

    Two things are known late: that a folder holds no OKRs, and that no file of the run holds any, since only then it
    is told which hold none. What comes later in the order waits for that, and no longer: in a folder with OKRs that
    is until the first of them.

    Args:
        done: of the jobs, by path.
        folders: that were walked.
        refused: of folders that could not be read.
    """
    waiting = _Waiting(folders)
    for report in refused:
        waiting.add(outcome_of(report, None), of_folder=True)
    for number, outcome in enumerate(done):
        waiting.add(outcome)
        waiting.settle(number, found=bool(outcome.tally.files or outcome.tally.findings))
        yield from waiting.ready(outcome.path)
    yield from waiting.rest()


class _Waiting:
    """Outcomes that something may yet come before."""

    def __init__(self, folders: Sequence[Walked]) -> None:
        self._heap: list[tuple[str, int, Outcome, bool]] = []
        self._count = 0
        self._is_any_recognised = False
        self._folders = sorted(folders, key=lambda folder: folder.path)
        self._left = {number: len(folder.jobs) for number, folder in enumerate(self._folders)}  # of those not settled
        self._first_left = 0
        self._of_job: dict[int, list[int]] = {}
        for number, folder in enumerate(self._folders):
            for job in folder.jobs:
                self._of_job.setdefault(job, []).append(number)
        for number in [number for number, left in self._left.items() if not left]:
            self._tell_empty(number)

    def add(self, outcome: Outcome, *, of_folder: bool = False) -> None:
        """Add an outcome."""
        self._is_any_recognised = self._is_any_recognised or outcome.tally.files > 0
        self._count += 1
        heappush(self._heap, (outcome.path, self._count, outcome, of_folder))

    def settle(self, job: int, *, found: bool) -> None:
        """Note that a job is done, and whether it found anything."""
        for number in self._of_job.pop(job, ()):
            if number in self._left:
                self._left[number] -= 1
                if found:
                    del self._left[number]
                elif not self._left[number]:
                    self._tell_empty(number)

    def ready(self, path: str) -> Iterator[Outcome]:
        """Yield what nothing can come before, now that all jobs up to a path are done."""
        if not self._is_any_recognised:
            return
        while self._first_left < len(self._folders) and self._first_left not in self._left:
            self._first_left += 1
        waits_for = self._folders[self._first_left].path if self._left else None
        while self._heap and self._heap[0][0] <= path and (waits_for is None or self._heap[0][0] < waits_for):
            yield self._first()

    def rest(self) -> Iterator[Outcome]:
        """Yield what is left."""
        while self._heap:
            yield self._first()

    def _first(self) -> Outcome:
        _, _, outcome, of_folder = heappop(self._heap)
        return outcome if of_folder or not self._is_any_recognised else _without_notice(outcome)

    def _tell_empty(self, number: int) -> None:
        del self._left[number]
        self.add(outcome_of(self._folders[number].empty(), None), of_folder=True)


def _without_notice(outcome: Outcome) -> Outcome:
    """Leave out that a file holds no OKRs: among OKRs nobody needs to hear it."""
    report = outcome.report
    if report is None or report.recognised:
        return outcome
    findings = tuple(found for found in report.findings if found.fatal or found.code != "ST008")
    return outcome if len(findings) == len(report.findings) else outcome_of(report._replace(findings=findings), None)
