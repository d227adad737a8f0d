"""`--format github`: workflow commands, which GitHub shows at the lines of a pull request."""

from hashlib import sha256

from okrlint.linting.findings import Finding, Report
from okrlint.model import Words
from okrlint.reporting.interchange import last_line, level, message, relative
from okrlint.reporting.interface import Style
from okrlint.reporting.text import TextReporter
from okrlint.reporting.width import printable
from okrlint.reporting.words import item_of

_LEVELS = ("error", "warning", "notice")
_MAX_EACH = 10
"""Commands of a level that GitHub shows for a step; it drops the rest without a word."""
_MORE = Words(
    "{count} more findings are not shown as annotations; see the log of this step",
    "另有 {count} 条没有显示为标注，请看这一步的日志",
)


class GithubReporter:
    """Commands for the worst that was found, and the report as text for the log."""

    name = "github"

    def render(self, report: Report, style: Style) -> str:
        """Return the commands, and the text between two more that forbid commands in it.

        What is quoted from documents cannot hold the word that allows them again: it depends on the whole text.
        """
        text = TextReporter().render(report, style)
        token = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return "\n".join([*_annotations(report, style), f"::stop-commands::{token}", f"{text}::{token}::"]) + "\n"


def _annotations(report: Report, style: Style) -> list[str]:
    by_level: dict[str, list[Finding]] = {name: [] for name in _LEVELS}
    for finding in report.findings:
        by_level[level(finding.severity, lowest="notice")].append(finding)
    limits = dict.fromkeys(by_level, _MAX_EACH)
    if any(len(findings) > _MAX_EACH for findings in by_level.values()):
        limits["notice"] -= 1  # for the one about the rest
    lines = [_command(name, found, style) for name, findings in by_level.items() for found in findings[: limits[name]]]
    rest = len(report.findings) - len(lines)
    return [*lines, f"::notice::{_data(_MORE.in_language(style.language).format(count=rest))}"] if rest else lines


def _command(name: str, finding: Finding, style: Style) -> str:
    properties: dict[str, str | int] = {}
    if finding.path != "-":
        properties["file"] = relative(finding.path, style.folder)
    if not finding.place:  # else the document has no lines
        start, end = finding.start, finding.end
        properties |= {"line": start.line, "endLine": last_line(finding)}
        if start.line == end.line:  # else columns make GitHub refuse the annotation
            properties |= {"col": start.column, "endColumn": end.column}
    properties["title"] = f"{finding.code} {finding.name}{item_of(finding)}"
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(message(finding))}"


def _data(text: str) -> str:
    """Escape as GitHub's toolkit does; other characters that steer a terminal are not for a log."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
