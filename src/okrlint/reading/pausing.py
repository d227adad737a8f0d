"""Reading without pauses for Python's garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Hold off the search for reference cycles while a document is read: reading makes none.

    Each search looks through all that has been read so far, so a large document would spend more time on them than
    on its words. Where the collector is off already, it stays off.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
