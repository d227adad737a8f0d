"""Logging commands, read as the agent of Azure Pipelines reads them."""

from typing import NamedTuple

import pytest
from hostile import Case, finding, hostile_reports
from hypothesis import given
from report_strategies import reports, styles

from okrlint.linting.findings import Report
from okrlint.linting.interface import Severity
from okrlint.reporting.azure import AzureReporter
from okrlint.reporting.interchange import message
from okrlint.reporting.interface import Style
from okrlint.reporting.width import printable

CASES = pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """Return what the agent obeys: a command may begin anywhere in a line, and ends it."""
    found = []
    for line in log.replace("\r", "\n").split("\n"):
        begin = line.find("##vso[")
        end = line.find("]", begin)
        if begin < 0 or end < 0:
            continue
        name, _, rest = line[begin + 6 : end].partition(" ")
        pairs = [pair.split("=", 1) for pair in rest.split(";") if pair.strip()]
        properties = {pair[0].strip(): _unescaped(pair[1]) for pair in pairs if pair[1:]}
        found.append(Command(name, properties, _unescaped(line[end + 1 :])))
    return found


def _unescaped(text: str) -> str:
    for written, meant in (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%AZP25", "%")):
        text = text.replace(written, meant)
    return text


def check(report: Report, style: Style) -> None:
    """What holds of every report: one command for each finding, and every line begins with one."""
    rendered = AzureReporter().render(report, style)
    assert not rendered or rendered.endswith("\n")
    lines = rendered.splitlines()
    assert all(line.startswith("##vso[task.logissue type=") for line in lines)
    found = commands(rendered)
    assert len(found) == len(lines) == len(report.findings)
    for each, meant in zip(found, report.findings, strict=True):
        assert each.name == "task.logissue"
        assert set(each.properties) <= {"type", "sourcepath", "linenumber", "columnnumber", "code"}
        assert each.properties["type"] == ("error" if meant.severity is Severity.ERROR else "warning")
        assert each.properties.get("linenumber") == (None if meant.place else str(meant.start.line))
        assert printable(each.data) == printable(f"{message(meant)} [{meant.name}]")


@CASES
def test_hostile_reports_give_one_command_for_each_finding(case: Case) -> None:
    check(case.report, Style())


@given(reports(), styles)
def test_arbitrary_reports_give_one_command_for_each_finding(report: Report, style: Style) -> None:
    check(report, style)


def test_an_issue_says_what_where() -> None:
    path, words = "docs/a;b]c%3B.md", "100% of [目标]; %AZP25 done"
    (given,) = commands(AzureReporter().render(Report((finding(3, path=path, message=words),), 1, 1, 1), Style()))
    assert given == Command(
        "task.logissue",
        {"type": "warning", "sourcepath": path, "linenumber": "3", "columnnumber": "8", "code": "KW001"},
        f"{words} [kr-not-quantified]",
    )


def test_a_cell_has_no_line_and_standard_input_is_no_file() -> None:
    report = Report((finding(3, path="-", place="OKRs!B3", message="no number"),), 1, 1, 1)
    (given,) = commands(AzureReporter().render(report, Style()))
    assert set(given.properties) == {"type", "code"}
    assert given.data == "OKRs!B3: no number [kr-not-quantified]"


def test_nothing_found_is_nothing_said() -> None:
    assert AzureReporter().render(Report((), 1, 1, 1), Style()) == ""
