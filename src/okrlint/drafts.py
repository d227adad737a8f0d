"""Reports to which what rules over the project hit is still to be added, once all documents have been read."""

import pickle
from typing import NamedTuple
from zlib import compress, crc32, decompress

from okrlint.job import Job
from okrlint.linting.engine import with_given
from okrlint.linting.findings import FileReport
from okrlint.linting.running import Run
from okrlint.reading.source import Source


class _Draft(NamedTuple):
    """A report, and what tells whether the file still holds the text that it is on."""

    checksum: int
    report: FileReport


def draft_of(report: FileReport, text: str) -> bytes:
    """Return a report on a text as bytes, a tenth of its size in memory."""
    return compress(pickle.dumps(_Draft(_checksum(text), report), pickle.HIGHEST_PROTOCOL), 1)


def finished(draft: bytes, source: Source, run: Run, job: Job) -> FileReport | None:
    """Return the report of a job whose draft is known, with what it is given.

    Args:
        draft: what `draft_of` made earlier in this run, here or in one of its workers: it is trusted.
        source: the file as it is now.
        run: what the job asks for.
        job: has what is to be added.

    Returns:
        The report; None where the document must be linted anew.
    """
    checksum, report = pickle.loads(decompress(draft))  # noqa: S301 - what this run has made
    return with_given(report, source, run, job.given) if checksum == _checksum(source.text) else None


def _checksum(text: str) -> int:
    return crc32(text.encode())
