"""`--format json`: the contract of version 1, for other programs."""

import json
from typing import Any

from okrlint.linting.findings import Finding, FixNote, Position, Report
from okrlint.linting.interface import Severity
from okrlint.reporting.interface import Style

VERSION = 1


class JsonReporter:
    """One JSON document: findings in order, and their sum."""

    name = "json"

    def render(self, report: Report, style: Style) -> str:  # noqa: ARG002 - the contract has one look
        """Return the report as JSON, one finding a line."""
        findings = ",\n  ".join(to_json(finding_as_data(finding)) for finding in report.findings)
        summary = {
            "files": report.files,
            "objectives": report.objectives,
            "key_results": report.key_results,
            **{severity.label: report.count(severity) for severity in reversed(Severity)},
            "suppressed": report.suppressed,
        }
        return f'{{"version": {VERSION},\n "findings": [{findings}],\n "summary": {to_json(summary)}}}\n'


def finding_as_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as the contract has it."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.label,
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


def position_as_data(position: Position) -> dict[str, int]:
    """Return a place as the contract has it: line and column from 1, the column in code points."""
    return {"line": position.line, "column": position.column}


def to_json(data: Any) -> str:
    """Return `data` as JSON on one line, in Unicode; a lone surrogate is escaped, since no encoding has it."""
    text = json.dumps(data, ensure_ascii=False)
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _fix_as_data(fix: FixNote) -> dict[str, Any]:
    return {
        "safe": fix.safe,
        "title": fix.title,
        "edits": [
            {"start": position_as_data(edit.start), "end": position_as_data(edit.end), "text": edit.text}
            for edit in fix.edits
        ],
    }
