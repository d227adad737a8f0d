"""`--format azure`: logging commands, which Azure Pipelines lists as the issues of a build."""

from okrlint.linting.findings import Finding, Report
from okrlint.linting.interface import Severity
from okrlint.reporting.interchange import message, relative
from okrlint.reporting.interface import Style
from okrlint.reporting.partwise import Part, Partwise
from okrlint.reporting.width import printable


class AzureReporter(Partwise):
    """One `##vso[task.logissue]` for each finding."""

    name = "azure"

    def part(self, report: Report, style: Style) -> Part:
        """Return the commands, one a line."""
        return Part("".join(f"{_command(finding, style)}\n" for finding in report.findings))


def _command(finding: Finding, style: Style) -> str:
    properties: dict[str, str | int] = {"type": "error" if finding.severity >= Severity.ERROR else "warning"}
    if finding.path != "-":
        properties["sourcepath"] = relative(finding.path, style.folder)
    if not finding.place:  # else the document has no lines
        properties |= {"linenumber": finding.start.line, "columnnumber": finding.start.column}
    properties["code"] = finding.code
    written = "".join(f"{name}={_property(str(value))};" for name, value in properties.items())
    return f"##vso[task.logissue {written}]{_data(f'{message(finding)} [{finding.name}]')}"


def _data(text: str) -> str:
    """Escape as the agent reads it; other characters that steer a terminal are not for a log."""
    return printable(text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace("]", "%5D").replace(";", "%3B")
