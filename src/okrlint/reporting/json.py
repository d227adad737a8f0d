"""`--format json`: the contract of version 1, for other programs."""

import json
from re import Match
from re import compile as compile_pattern
from typing import TYPE_CHECKING, Any, cast

from okrlint.linting.findings import Finding, FixNote, Position, Report
from okrlint.linting.tally import Tally
from okrlint.reporting.interface import Style
from okrlint.reporting.partwise import Part, Partwise

if TYPE_CHECKING:
    from okrlint.reporting.contract import FindingData, FixData, PositionData, SeverityName, SummaryData

VERSION = 1
_encode = json.JSONEncoder(ensure_ascii=False).encode  # `json.dumps` makes an encoder each time
_SURROGATE = compile_pattern("[\ud800-\udfff]")
_UNSEEN = compile_pattern("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Characters that JSON lets stand, but that steer terminals, end lines for some readers, or have no encoding."""


class JsonReporter(Partwise):
    """One JSON document: findings in order, and their sum."""

    name = "json"
    between = ",\n  "

    def begin(self) -> str:
        """Return the version, and the beginning of the list of findings."""
        return f'{{"version": {VERSION},\n "findings": ['

    def part(self, report: Report, style: Style) -> Part:  # noqa: ARG002 - the contract has one look
        """Return findings, each on a line."""
        return Part(self.between.join(to_json(finding_as_data(finding)) for finding in report.findings))

    def end(self, tally: Tally, style: Style) -> str:  # noqa: ARG002
        """Return the end of the list, and the sum."""
        summary: SummaryData = {
            "files": tally.files,
            "objectives": tally.objectives,
            "key_results": tally.key_results,
            "error": tally.errors,
            "warning": tally.warnings,
            "info": tally.infos,
            "hint": tally.hints,
            "suppressed": tally.suppressed,
        }
        return f'],\n "summary": {to_json(summary)}}}\n'


def finding_as_data(finding: Finding) -> "FindingData":
    """Return a finding as the contract has it."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": cast("SeverityName", finding.severity.label),
        "message": finding.message,
        "path": finding.path,
        "start": position_as_data(finding.start),
        "end": position_as_data(finding.end),
        "place": finding.place,
        "objective": finding.objective,
        "key_result": finding.key_result,
        "confidence": finding.certainty,
        "help": None,
        "fix": _fix_as_data(finding.fix) if finding.fix else None,
    }


def position_as_data(position: Position) -> "PositionData":
    """Return a place as the contract has it: line and column from 1, the column in code points."""
    return {"line": position.line, "column": position.column}


def to_json(data: Any) -> str:
    """Return `data` as JSON on one line, in Unicode; control characters and lone surrogates are escaped."""
    written = _encode(data)
    # Nothing that is printable is to be escaped.
    return written if written.isprintable() else _UNSEEN.sub(_escaped, written)


def strict_json(data: Any) -> str:
    """Return `data` as `to_json` does, with U+FFFD for lone surrogates: some parsers refuse a whole report for one."""
    written = _encode(data)
    return written if written.isprintable() else _UNSEEN.sub(_escaped, _SURROGATE.sub("\ufffd", written))


def _escaped(match: Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _fix_as_data(fix: FixNote) -> "FixData":
    return {
        "safe": fix.safe,
        "title": fix.title,
        "edits": [
            {"start": position_as_data(edit.start), "end": position_as_data(edit.end), "text": edit.text}
            for edit in fix.edits
        ],
    }
