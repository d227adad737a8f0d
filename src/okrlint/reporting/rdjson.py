"""`--format rdjson`: the Reviewdog Diagnostic Format, whose columns count bytes of UTF-8."""

from typing import Any

from okrlint.linting.findings import Finding, FixNote, Position, Report
from okrlint.linting.interface import Severity
from okrlint.reporting.interchange import level, message, relative
from okrlint.reporting.interface import Style
from okrlint.reporting.json import strict_json


class RdjsonReporter:
    """One JSON document: findings as diagnostics, safe fixes as suggestions that a reviewer takes with a click."""

    name = "rdjson"

    def render(self, report: Report, style: Style) -> str:
        """Return the report as JSON, one diagnostic a line."""
        worst = max((finding.severity for finding in report.findings), default=None)
        head = "" if worst is None else f' "severity": {strict_json(_severity(worst))},\n'
        diagnostics = ",\n  ".join(strict_json(_diagnostic(finding, style.folder)) for finding in report.findings)
        return f'{{"source": {{"name": "okrlint"}},\n{head} "diagnostics": [{diagnostics}]}}\n'


def _diagnostic(finding: Finding, folder: str) -> dict[str, Any]:
    location: dict[str, Any] = {"path": relative(finding.path, folder)}
    if finding.place is None:  # a cell has no line that a reviewer could be shown
        location["range"] = _range(finding.start, finding.end, finding.byte_columns)
    diagnostic: dict[str, Any] = {
        "message": message(finding),
        "location": location,
        "severity": _severity(finding.severity),
        "code": {"value": finding.code},
    }
    if finding.fix and finding.place is None and _fits_in_a_suggestion(finding.fix):
        diagnostic["suggestions"] = [
            {"range": _range(edit.start, edit.end, edit.byte_columns), "text": edit.text} for edit in finding.fix.edits
        ]
    return diagnostic


def _fits_in_a_suggestion(fix: FixNote) -> bool:
    """Tell whether a fix can be taken with a click.

    A suggestion is taken by itself, so it cannot be half of a fix; and it has no words to warn of what is unsafe.
    """
    return fix.safe and len(fix.edits) == 1


def _range(start: Position, end: Position, columns: tuple[int, int]) -> dict[str, dict[str, int]]:
    first, after = columns
    return {"start": {"line": start.line, "column": first}, "end": {"line": end.line, "column": after}}


def _severity(severity: Severity) -> str:
    return level(severity, lowest="info").upper()
