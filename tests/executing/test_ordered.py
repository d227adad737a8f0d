"""Results in the order of the jobs, whatever becomes of workers."""

import os
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from okrlint.executing.interface import Workers
from okrlint.executing.ordered import MOST, in_order
from okrlint.executing.processes import processes
from okrlint.executing.workers import workers_of


def doubled(jobs: Sequence[int]) -> list[str]:
    return [str(job * 2) for job in jobs]


def deadly(jobs: Sequence[int]) -> list[str]:
    """Do the work; 13 and 77 end the process."""
    if {13, 77} & {*jobs}:
        os._exit(9)
    return doubled(jobs)


def failing(jobs: Sequence[int]) -> list[str]:
    if 13 in jobs:
        raise MemoryError("too much")
    return doubled(jobs)


def refusing(jobs: Sequence[int]) -> list[str]:
    if 13 in jobs:
        raise LookupError("no such plugin")
    return doubled(jobs)


def told(job: int, error: BaseException) -> str:
    return f"lost {job}: {type(error).__name__}"


@contextmanager
def own(count: int) -> Iterator[Workers]:
    with processes(count) as executor:
        yield Workers(executor, count, processes)


def test_results_come_in_order_from_processes() -> None:
    with own(2) as workers:
        assert list(in_order(doubled, range(500), workers, told)) == [str(job * 2) for job in range(500)]


@pytest.mark.parametrize("jobs", [0, 1, 2, MOST, MOST + 1])
def test_any_number_of_jobs_is_done_once(jobs: int) -> None:
    seen: list[int] = []

    def work(piece: Sequence[int]) -> list[int]:
        seen.extend(piece)
        return list(piece)

    with ThreadPoolExecutor(3) as executor:
        assert list(in_order(work, range(jobs), workers_of(executor), lambda job, _: -job)) == list(range(jobs))
    assert sorted(seen) == list(range(jobs))


def test_a_job_that_kills_its_process_is_lost_alone() -> None:
    with own(2) as workers:
        results = list(in_order(deadly, range(200), workers, told))
    expected = [str(job * 2) for job in range(200)]
    expected[13] = "lost 13: BrokenProcessPool"
    expected[77] = "lost 77: BrokenProcessPool"
    assert results == expected


def test_an_executor_of_the_caller_that_breaks_is_replaced() -> None:
    with ProcessPoolExecutor(2) as executor:
        results = list(in_order(deadly, range(40), workers_of(executor), told))
    assert results[13] == "lost 13: BrokenProcessPool"
    assert [result for result in results if not result.startswith("lost")] == [
        str(job * 2) for job in range(40) if job != 13
    ]


def test_what_fails_without_a_death_is_lost_alone_too() -> None:
    with ThreadPoolExecutor(2) as executor:
        results = list(in_order(failing, range(100), workers_of(executor), told))
    assert results[13] == "lost 13: MemoryError"
    assert len([result for result in results if result.startswith("lost")]) == 1


def test_what_is_no_matter_of_one_job_ends_the_run() -> None:
    with ThreadPoolExecutor(2) as executor:
        results = in_order(refusing, range(100), workers_of(executor), told, (LookupError,))
        with pytest.raises(LookupError, match="no such plugin"):
            list(results)


def test_no_more_work_is_under_way_than_keeps_all_busy() -> None:
    begun: list[int] = []
    released = threading.Event()

    def work(piece: Sequence[int]) -> list[int]:
        begun.append(len(piece))
        released.wait(10)
        return list(piece)

    submitted = 0

    class Counting(ThreadPoolExecutor):
        def submit(self, *args: object, **more: object):  # type: ignore[no-untyped-def, override]
            nonlocal submitted
            submitted += 1
            return super().submit(*args, **more)  # type: ignore[arg-type]

    with Counting(2) as executor:
        results = in_order(work, range(100_000), workers_of(executor), lambda job, _: job)
        threading.Timer(0.2, released.set).start()
        assert next(results) == 0
        assert submitted <= 10
        results.close()  # type: ignore[attr-defined]
        time.sleep(0.05)
    assert submitted <= 10


def test_a_shut_executor_is_an_error_of_its_owner() -> None:
    executor: Executor = ThreadPoolExecutor(1)
    executor.shutdown()
    with pytest.raises(RuntimeError, match="shutdown"):
        list(in_order(doubled, [1], workers_of(executor), told))


def test_what_is_no_executor_is_refused() -> None:
    with pytest.raises(TypeError, match="neither an executor"):
        workers_of("processes")
