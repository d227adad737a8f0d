"""One finding a line, for programs that read line by line."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hostile import Case, any_report, assert_plain, hostile_reports
from hypothesis import given

from okrlint.linting.findings import Report
from okrlint.reporting.interface import Style
from okrlint.reporting.json import JsonReporter
from okrlint.reporting.jsonl import JsonLinesReporter

DOCUMENT = "# Team 2026-Q2\n\n## O1: 让老客户主动介绍我们\n\n- KR1: Launch the referral page 🙂\n"


def _lines(report: Report) -> list[Any]:
    text = JsonLinesReporter().render(report, Style())
    if report.findings:
        assert_plain(text)
    assert text == JsonLinesReporter().render(report, Style())
    return [json.loads(line) for line in text.splitlines()]  # not split("\n"): U+2028 ends lines for some readers


@pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)
def test_the_lines_are_the_findings_of_json(case: Case) -> None:
    whole = JsonReporter().render(case.report, Style())
    assert_plain(whole)
    assert _lines(case.report) == json.loads(whole)["findings"]


@given(any_report())
def test_any_text_comes_back_as_it_was(report: Report) -> None:
    lines = _lines(report)
    assert [(line["message"], line["path"]) for line in lines] == [
        (each.message, each.path) for each in report.findings
    ]


def test_a_clean_run_prints_nothing(okrlint: Callable[..., Any], write: Callable[..., Any]) -> None:
    write("q2.md", DOCUMENT)
    done = okrlint("check", "--format", "jsonl", "--select", "HY004", "q2.md")
    assert (done.stdout, done.returncode) == ("", 0)


def test_every_line_is_a_finding(okrlint: Callable[..., Any], write: Callable[..., Any]) -> None:
    write("q2.md", DOCUMENT)
    done = okrlint("check", "--format", "jsonl", "q2.md")
    assert done.returncode == 1
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"KW002", "OW001"} <= {each["code"] for each in found}
    assert {each["path"] for each in found} == {"q2.md"}
