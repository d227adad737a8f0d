"""`--format checkstyle`: the XML of Checkstyle, which many tools for reviews read."""

from okrlint.linting.findings import Finding, Report
from okrlint.reporting.gathering import by_path, told
from okrlint.reporting.interchange import level, message, relative
from okrlint.reporting.interface import Style
from okrlint.reporting.xml import DECLARATION, attributes

_VERSION = "4.3"
"""Of the format: what readers of it ask for; nothing in it has changed since."""


class CheckstyleReporter:
    """A `file` for each file that was looked at, with an `error` for each finding."""

    name = "checkstyle"

    def render(self, report: Report, style: Style) -> str:
        """Return the report as XML."""
        lines = [DECLARATION, f"<checkstyle{attributes(version=_VERSION)}>"]
        for path, shown in by_path(told(report, show_hidden=False), report.paths).items():
            lines += [f"  <file{attributes(name=relative(path, style.folder))}>"]
            lines += [*(_error(each.finding) for each in shown), "  </file>"]
        return "\n".join([*lines, "</checkstyle>"]) + "\n"


def _error(finding: Finding) -> str:
    values = attributes(
        line=finding.start.line,
        column=finding.start.column,
        severity=level(finding.severity, lowest="info"),
        message=message(finding),
        source=f"okrlint.{finding.code}",
    )
    return f"    <error{values}/>"
