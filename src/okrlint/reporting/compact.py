"""`--format compact`: one line a finding, for grep and for editors that jump to places."""

from okrlint.linting.findings import Report
from okrlint.reporting.gathering import Told, told
from okrlint.reporting.interface import Style
from okrlint.reporting.partwise import Part, Partwise
from okrlint.reporting.width import printable
from okrlint.reporting.words import aside


class CompactReporter(Partwise):
    """`path:line:column: severity CODE message [name]`, and nothing else."""

    name = "compact"

    def part(self, report: Report, style: Style) -> Part:
        """Return one line for each finding."""
        return Part("".join(f"{_line(each)}\n" for each in told(report, style.show_hidden)))


def _line(shown: Told) -> str:
    finding, hidden = shown
    where = f"{_one_line(finding.path)}:{finding.start.line}:{finding.start.column}"
    cell = f"{_one_line(finding.place)}: " if finding.place else ""
    return (
        f"{where}: {finding.severity.label} {_one_line(finding.code)} {cell}{_one_line(finding.message)} "
        f"[{_one_line(finding.name)}]{aside(hidden, finding.language)}"
    )


def _one_line(text: str) -> str:
    r"""Return `text` on one line, with `\n` for each end of a line."""
    return printable(text if text.isprintable() else "\\n".join(text.splitlines()))
