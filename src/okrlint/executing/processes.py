"""Processes on this machine."""

import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.context import BaseContext

from okrlint import standalone


def processes(count: int) -> ProcessPoolExecutor:
    """Return an executor of so many processes, which begin when there is work for them."""
    return ProcessPoolExecutor(count, mp_context=_context(), initializer=_begin, initargs=(standalone.is_begun(),))


def _context() -> BaseContext:
    """Return how processes are begun: copied from this one where that is safe, since it has loaded what they need."""
    return get_context("fork" if sys.platform == "linux" and _is_single_threaded() else "spawn")


def _is_single_threaded() -> bool:
    import threading

    return threading.active_count() == 1


def _begin(is_standalone: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits for the results is interrupted, and ends this one
    if is_standalone:
        standalone.begin()
