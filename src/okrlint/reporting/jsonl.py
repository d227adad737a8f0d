"""`--format jsonl`: the findings of `json`, one a line, for programs that read line by line."""

from okrlint.linting.findings import Report
from okrlint.reporting.interface import Style
from okrlint.reporting.json import finding_as_data, to_json
from okrlint.reporting.partwise import Part, Partwise


class JsonLinesReporter(Partwise):
    """One JSON object a line, each a finding as `json` has it; nothing where there is none."""

    name = "jsonl"

    def part(self, report: Report, style: Style) -> Part:  # noqa: ARG002 - the contract has one look
        """Return a line for each finding."""
        return Part("".join(f"{to_json(finding_as_data(finding))}\n" for finding in report.findings))
