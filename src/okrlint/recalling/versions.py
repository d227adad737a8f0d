"""Reading versions of documents."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from okrlint.dispatching import PASSING
from okrlint.history.versions import Added, added_lines
from okrlint.job import Job
from okrlint.opening import FormatError, open_with, read_document, reader_for
from okrlint.project.summaries import DocumentSummary
from okrlint.project.summarising import packed, summary_of
from okrlint.reading.source import UnreadableError

_RUN = 40
"""Versions of a document that one worker reads, one after the other: most of what they say is the same."""


class Read(NamedTuple):
    """What was read of a version of a document.

    Attributes:
        summary: its packed summary; b"" where it holds no OKRs; None where it cannot be read.
        added: see `Version`.
    """

    summary: bytes | None
    added: tuple[Added, ...] = ()


class Piece(NamedTuple):
    """A version to read.

    Attributes:
        job: says how, and by which name.
        data: its contents; None where they cannot be had.
        former: the contents before; None for a new document.
    """

    job: Job
    data: bytes | None
    former: bytes | None


def blob_name(data: bytes) -> str:
    """Return the name that git gives to contents."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def read_pieces(pieces: list[Piece], places: object) -> Iterator[Read]:
    """Yield what versions say, in their order; they are read by workers where there are any."""
    from okrlint.executing.interface import Workers

    runs = [pieces[start : start + _RUN] for start in range(0, len(pieces), _RUN)]
    if not isinstance(places, Workers):
        for run in runs:
            yield from read_run(run)
        return
    from okrlint.executing.ordered import in_order

    for done in in_order(_read_runs, runs, places, _lost, PASSING):
        yield from done


def _lost(run: list[Piece], error: BaseException) -> list[Read]:  # noqa: ARG001 - whatever it was
    return [Read(None) for _ in run]


def _read_runs(runs: Sequence[list[Piece]]) -> list[list[Read]]:
    return [read_run(run) for run in runs]


def read_run(run: list[Piece]) -> list[Read]:
    """Read versions, one after the other: the text of each is mostly asked for twice."""
    texts: dict[tuple[str, bytes], tuple[bytes | None, str, DocumentSummary | None]] = {}

    def known(job: Job, data: bytes) -> tuple[bytes | None, str, DocumentSummary | None]:
        found = texts.get((job.path, data))
        if found is None:
            if len(texts) > 2:
                texts.clear()
            try:
                found = summarised(job, data)
            except PASSING:
                raise
            except Exception:  # a version of the past that cannot be read, for whatever reason, is passed over
                found = (None, "", None)
            texts[job.path, data] = found
        return found

    done = []
    for job, data, former in run:
        if data is None:
            done.append(Read(None))
            continue
        summary, text, document = known(job, data)
        if not summary:
            done.append(Read(summary))
            continue
        before = "" if former is None else _text(job, former)
        done.append(Read(summary, added_lines(before, text, document)))
    return done


def _text(job: Job, data: bytes) -> str:
    try:
        return open_with(reader_for(None, job.name, data, job.settings), data, job.name, job.settings).text
    except (UnreadableError, FormatError):
        return ""


def summarised(job: Job, data: bytes) -> tuple[bytes, str, DocumentSummary | None]:
    """Return the packed summary of a document, b"" for one without OKRs; its text; and the summary itself."""
    reader = reader_for(None, job.name, data, job.settings)
    source = open_with(reader, data, job.name, job.settings)
    document = read_document(source, reader, job.settings, is_plan=job.is_plan)
    if not document.objectives:
        return b"", source.text, None
    summary = summary_of(document, source.text, is_plan=job.is_plan, is_linted=job.is_linted)
    return packed(summary), source.text, summary


def to_bytes(done: Read) -> bytes:
    """Return what was read of a version as bytes."""
    head = json.dumps([None if done.summary is None else len(done.summary), done.added]).encode(
        "utf-8", "surrogatepass"
    )
    return head + b"\n" + (done.summary or b"")


def from_bytes(row: bytes) -> Read | None:
    """Return what `to_bytes` was given; None for bytes that it did not make."""
    head, _, summary = row.partition(b"\n")
    try:
        size, added = json.loads(head)
        if size is None:
            return Read(None, ())
        if size != len(summary):
            return None
        return Read(summary, tuple([Added(*each) for each in added]))
    except (ValueError, TypeError):
        return None
