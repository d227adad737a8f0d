"""`--format gitlab`: GitLab's Code Quality report, for the merge request widget."""

from typing import Any

from okrlint.linting.findings import Finding, Report
from okrlint.linting.identity import fingerprints
from okrlint.linting.interface import Severity
from okrlint.linting.tally import Tally
from okrlint.reporting.interchange import last_line, message, one_line, relative
from okrlint.reporting.interface import Style
from okrlint.reporting.json import strict_json
from okrlint.reporting.partwise import Part, Partwise

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info", Severity.HINT: "info"}
"""GitLab's worst two, critical and blocker, say that something is unsafe to run: no wording of a goal is."""
_FATAL = "critical"
"""A document that could not be checked stands above all that was found in others."""


class GitlabReporter(Partwise):
    """A JSON array of findings, each with a fingerprint that stays when lines are moved."""

    name = "gitlab"
    between = ",\n "

    def begin(self) -> str:
        """Return the beginning of the array."""
        return "["

    def part(self, report: Report, style: Style) -> Part:
        """Return findings, each on a line; their fingerprints name the file, so those of others do not matter."""
        findings = [finding._replace(path=relative(finding.path, style.folder)) for finding in report.findings]
        entries = zip(findings, fingerprints(findings), strict=True)
        return Part(self.between.join(strict_json(_entry(finding, fingerprint)) for finding, fingerprint in entries))

    def end(self, tally: Tally, style: Style) -> str:  # noqa: ARG002 - nothing is summed up
        """Return the end of the array."""
        return "]\n"


def _entry(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        # GitLab does not show the name of the check, so the words begin with it.
        "description": f"{one_line(f'{finding.code} {finding.name}')}: {message(finding)}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _FATAL if finding.fatal else _SEVERITY[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.start.line, "end": last_line(finding)}},
    }
