"""What there is to know of the executor that a caller brings along."""

from concurrent.futures import Executor, ProcessPoolExecutor
from typing import Any

from okrlint.executing.interface import Workers
from okrlint.executing.processes import processes
from okrlint.executing.processors import processors


def workers_of(executor: Any) -> Workers:
    """Return the workers of an executor of the standard library, of one like these, or of a client of Dask's.

    Raises:
        ClusterError: for a cluster that cannot be used.
    """
    if type(executor).__module__.partition(".")[0] == "distributed":
        from okrlint.executing.dask import workers_of_client

        return workers_of_client(getattr(executor, "_client", executor))
    if not isinstance(executor, Executor):
        raise TypeError(f"{executor!r} is neither an executor of concurrent.futures nor a client of Dask's")
    count = getattr(executor, "_max_workers", None)
    count = count if isinstance(count, int) and count > 0 else processors()
    return Workers(executor, count, processes if isinstance(executor, ProcessPoolExecutor) else None)
