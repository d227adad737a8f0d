"""What is done, and where."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor  # a run in one process needs none of it

Job = TypeVar("Job")
Result = TypeVar("Result")

Work = Callable[[Sequence[Job]], Sequence[Result]]
"""Does some jobs and returns their results in order. Where that is done elsewhere, it and all of these are pickled."""


class Workers(NamedTuple):
    """Where work is done.

    Attributes:
        executor: runs it; whoever made it shuts it down.
        number: how many pieces it works on at a time.
        renew: makes another one with so many workers, where one that broke is broken for good; None where the death
            of a worker is no more than a failed piece of work.
    """

    executor: "Executor"
    number: int
    renew: "Callable[[int], Executor] | None" = None
