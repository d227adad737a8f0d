"""A Dask cluster, by its address."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from okrlint.executing.interface import Workers

_PATIENCE = "10s"
"""How long a scheduler may take to answer."""


class ClusterError(Exception):
    """A cluster that cannot be used: it is not there, or it is not as this machine is."""


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """Give the workers of a cluster; they read the files by the same names, and have the same okrlint.

    Args:
        address: of its scheduler, as `tcp://host:8786` or `host:8786`.

    Raises:
        ClusterError: for a cluster that cannot be used.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("Dask is not installed; install okrlint[dask]") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:  # timeouts are OSError, too
        raise ClusterError(f"no scheduler answers at {address}: {error}") from None
    with client:
        yield workers_of_client(client)


def workers_of_client(client: Any) -> Workers:
    """Return the workers that a client of Dask's speaks for.

    Raises:
        ClusterError: for a cluster without workers, or with another okrlint.
    """
    threads = sum(client.nthreads().values())
    if not threads:
        raise ClusterError("the cluster has no workers")
    for address, version in client.run(_version).items():
        if version != _version():
            raise ClusterError(f"worker {address} has okrlint {version}, and here it is {_version()}")
    return Workers(client.get_executor(pure=False), threads)


def _version() -> str:
    return str(import_module("okrlint").__version__)
