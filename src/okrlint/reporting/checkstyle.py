"""`--format checkstyle`: the XML of Checkstyle, which many tools for reviews read."""

from okrlint.linting.findings import Finding, Report
from okrlint.linting.tally import Tally
from okrlint.reporting.interchange import level, message, relative
from okrlint.reporting.interface import Style
from okrlint.reporting.partwise import Part, Partwise
from okrlint.reporting.xml import DECLARATION, attributes

_VERSION = "4.3"
"""Of the format: what readers of it ask for; nothing in it has changed since."""


class CheckstyleReporter(Partwise):
    """A `file` for each file that was looked at, with an `error` for each finding."""

    name = "checkstyle"
    tells_all = True

    def begin(self) -> str:
        """Return the beginning of the XML."""
        return f"{DECLARATION}\n<checkstyle{attributes(version=_VERSION)}>\n"

    def part(self, report: Report, style: Style) -> Part:
        """Return the element of a file."""
        (path,) = report.paths
        head = f"  <file{attributes(name=relative(path, style.folder))}>\n"
        return Part("".join([head, *(f"{_error(finding)}\n" for finding in report.findings), "  </file>\n"]))

    def end(self, tally: Tally, style: Style) -> str:  # noqa: ARG002 - nothing is summed up
        """Return the end of the XML."""
        return "</checkstyle>\n"


def _error(finding: Finding) -> str:
    values = attributes(
        line=finding.start.line,
        column=finding.start.column,
        severity=level(finding.severity, lowest="info"),
        message=message(finding),
        source=f"okrlint.{finding.code}",
    )
    return f"    <error{values}/>"
