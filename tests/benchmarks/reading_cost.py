"""How long reading and judging take, and how much memory, for documents from 10 kB to 10 MB in every format.

    python tests/benchmarks/reading_cost.py [FORMAT ...]

Seconds are those of the processor. Each document is read in a process of its own, after a short one to load what is
loaded on first use. The ratio is to the time per byte of the document a tenth as large: 1.0 is linear. A document
over a limit has no time.
Aim: at least 1 MB/s.
"""

import resource
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from large_documents import FORMATS, okrs

from okrlint.language.kinds import kind, quantified
from okrlint.model import Document
from okrlint.opening import reader_for
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import Source, UnreadableError

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
_KILOBYTES = 1 if sys.platform != "darwin" else 1 / 1024
"""What the unit of a process's peak memory is."""


class Cost(NamedTuple):
    """What one document took.

    Attributes:
        megabytes: its size.
        read: seconds to read it.
        judged: seconds to judge its key results.
        memory: megabytes that the process grew by.
    """

    megabytes: float
    read: float
    judged: float
    memory: float

    @property
    def seconds(self) -> float:
        """Both together."""
        return self.read + self.judged


def measure(format: str, size: int) -> Cost | str:
    """Return the cost of a document, or the limit that it is over."""
    data = okrs(format, size, seed=2).encode()
    _judge(_read(format, okrs(format, 2_000).encode()))
    before = _peak()
    with collector_paused():
        start = process_time()
        try:
            document = _read(format, data)
        except UnreadableError as error:
            return error.message.en
        read = process_time()
        _judge(document)
        end = process_time()
    return Cost(len(data) / 1e6, read - start, end - read, _peak() - before)


def _read(format: str, data: bytes) -> Document:
    source = Source.from_bytes(data, "plan", max_bytes=2 * max(SIZES))
    return reader_for(format, source.path).read(source, ReadingOptions())


def _judge(document: Document) -> None:
    for objective in document.objectives:
        for key_result in objective.key_results:
            kind(key_result), quantified(key_result)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTES / 1000


def main() -> None:
    """Measure and print."""
    print("format         size     read   judged    speed  ratio   memory")
    for name in sys.argv[1:] or FORMATS:
        pace = None
        for size in SIZES:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
                cost = pool.submit(measure, name, size).result()
            if isinstance(cost, str):
                print(f"{name:9} {size / 1e6:6.2f} MB  {cost}")
                continue
            ratio = f"{cost.seconds / cost.megabytes / pace:6.2f}" if pace else "      "
            pace = cost.seconds / cost.megabytes
            print(
                f"{name:9} {cost.megabytes:6.2f} MB {cost.read:6.2f} s {cost.judged:6.2f} s {1 / pace:5.2f} MB/s"
                f" {ratio} {cost.memory:5.0f} MB"
            )


if __name__ == "__main__":
    main()
