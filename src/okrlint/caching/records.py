"""Outcomes as bytes: for reading them, nothing is imported or run that the bytes name."""

from typing import Any

from okrlint.linting.findings import FileReport, Finding, FixNote, Hidden, Position, Replacement, Unsaid
from okrlint.linting.interface import Severity
from okrlint.linting.tally import Tally
from okrlint.model import Span
from okrlint.outcomes import Outcome
from okrlint.reading.source import Excerpt
from okrlint.reporting.partwise import Part

_PART, _REPORT = b"P", b"R"
_ENCODING = ("utf-8", "surrogatepass")


def to_bytes(outcome: Outcome) -> bytes:
    """Return an outcome as bytes, without its path."""
    summary = outcome.summary or b""
    if outcome.part is not None:
        head, body = (words.encode(*_ENCODING) for words in (outcome.part.head, outcome.part.body))
        numbers = " ".join(map(str, (*outcome.tally, len(summary), len(head))))
        return b"".join([_PART, numbers.encode(), b"\n", summary, head, body])
    import json  # most outcomes have their part of the report

    report = json.dumps([*outcome.tally, outcome.report]).encode()
    return b"".join([_REPORT, str(len(summary)).encode(), b"\n", summary, report])


def from_bytes(data: bytes, path: str) -> Outcome:
    """Return the outcome that `to_bytes` was given.

    Raises:
        ValueError: for bytes that it did not make.
    """
    first, _, rest = data[1:].partition(b"\n")
    if data[:1] == _PART:
        *numbers, size, length = map(int, first.split())
        if len(numbers) != len(Tally._fields):
            raise ValueError("these are no sums of okrlint's")
        summary, words = rest[:size], rest[size:]
        part = Part(words[length:].decode(*_ENCODING), words[:length].decode(*_ENCODING))
        return Outcome(path, Tally(*numbers), part, None, None, summary or None)
    import json

    size = int(first)
    *numbers, report = json.loads(rest[size:])
    return Outcome(path, Tally(*numbers), None, _report(report), None, rest[:size] or None)


def _report(row: list[Any]) -> FileReport:
    path, findings, objectives, key_results, recognised, language, hidden, unsure = row
    return FileReport(
        path,
        tuple(map(_finding, findings)),
        objectives,
        key_results,
        recognised,
        language,
        tuple(Hidden(_finding(finding), by, reason) for finding, by, reason in hidden),
        tuple(Unsaid(*each) for each in unsure),
    )


def _finding(row: list[Any]) -> Finding:
    finding = Finding(*row)
    return finding._replace(
        start=Position(*finding.start),
        end=Position(*finding.end),
        severity=Severity(finding.severity),
        excerpt=Excerpt(*finding.excerpt),
        fix=None if finding.fix is None else _fix(*finding.fix),  # type: ignore[arg-type]
        byte_columns=(finding.byte_columns[0], finding.byte_columns[1]),
        parts=tuple(map(_finding, finding.parts)),  # type: ignore[arg-type]
        instead_of=tuple(Unsaid(*each) for each in finding.instead_of),
    )


def _fix(safe: bool, title: str, edits: list[Any]) -> FixNote:
    return FixNote(
        safe,
        title,
        tuple(
            Replacement(Position(*start), Position(*end), text, Span(*span), (columns[0], columns[1]))
            for start, end, text, span, columns in edits
        ),
    )
