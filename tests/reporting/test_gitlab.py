"""GitLab's Code Quality report."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hostile import Case, any_report, assert_strict, finding, hostile_reports
from hypothesis import given
from jsonschema import Draft202012Validator

from okrlint.linting.findings import FileReport, Finding, Position, Report, combine
from okrlint.linting.interface import Severity
from okrlint.reporting.gitlab import GitlabReporter
from okrlint.reporting.interface import Style

# What GitLab documents of the format; it passes over what is not named here, so nothing else is allowed.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": r"^\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}
VALIDATOR = Draft202012Validator(SCHEMA)


def _rendered(report: Report, folder: str = "") -> list[Any]:
    style = Style(folder=folder)
    text = GitlabReporter().render(report, style)
    assert text == GitlabReporter().render(report, style)
    assert_strict(text)
    entries: list[Any] = json.loads(text)
    VALIDATOR.validate(entries)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == len(report.findings)
    assert all(entry["location"]["lines"]["begin"] <= entry["location"]["lines"]["end"] for entry in entries)
    assert not any(control in entry["description"] for entry in entries for control in "\n\r\x00\x1b\x9b")
    return entries


def _of(*findings: Finding) -> Report:
    return combine([FileReport("q2.md", findings)])


@pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)
def test_hostile_reports_are_valid(case: Case) -> None:
    _rendered(case.report)


@given(any_report())
def test_any_text_is_valid(report: Report) -> None:
    _rendered(report)


def test_an_entry_begins_with_the_name_of_the_check() -> None:
    (entry,) = _rendered(_of(finding(3)))
    fingerprint = entry.pop("fingerprint")
    assert len(fingerprint) == 32
    assert entry == {
        "description": "KW001 kr-not-quantified: “提升客户满意度” has no number",
        "check_name": "KW001",
        "severity": "minor",
        "location": {"path": "docs/okrs/q2.md", "lines": {"begin": 3, "end": 3}},
    }


def test_a_cell_is_named() -> None:
    (entry,) = _rendered(_of(finding(3, place="OKRs!B3")))
    assert entry["description"] == "KW001 kr-not-quantified: OKRs!B3: “提升客户满意度” has no number"


def test_severities_are_those_of_wording_and_not_of_danger() -> None:
    found = [finding(9 - severity, severity=severity) for severity in reversed(Severity)]
    found.append(finding(10, severity=Severity.ERROR, fatal=True))
    assert [entry["severity"] for entry in _rendered(_of(*found))] == ["major", "minor", "info", "info", "critical"]


@pytest.mark.parametrize(("end", "last"), [((3, 9), 3), ((4, 1), 3), ((4, 2), 4), ((9, 1), 8)])
def test_the_last_line_is_one_that_is_meant(end: tuple[int, int], last: int) -> None:
    (entry,) = _rendered(_of(finding(3, end=Position(*end))))
    assert entry["location"]["lines"] == {"begin": 3, "end": last}


def test_a_fingerprint_stays_when_lines_and_severities_change() -> None:
    before = _rendered(_of(finding(3), finding(4, subject="another")))
    after = _rendered(_of(finding(13, severity=Severity.ERROR), finding(44, subject="another")))
    assert [entry["fingerprint"] for entry in before] == [entry["fingerprint"] for entry in after]


def test_a_fingerprint_does_not_depend_on_how_the_path_was_given() -> None:
    given = [finding(3, path=path) for path in ("a/q2.md", "./a/q2.md", "/srv/okrs/a/q2.md", "a//q2.md")]
    entries = [_rendered(_of(each), "/srv/okrs")[0] for each in given]
    assert {entry["location"]["path"] for entry in entries} == {"a/q2.md"}
    assert len({entry["fingerprint"] for entry in entries}) == 1


def test_a_run_writes_a_report_of_documents_below_it(
    okrlint: Callable[..., Any], write: Callable[..., Any], tmp_path: Any
) -> None:
    write("文档/q2 #1.md", "# Team\n\n## O1: Make regulars our advocates\n\n- KR1: Launch the referral page\n")
    done = okrlint("check", "--format", "gitlab", "--output", "out.json", str(tmp_path / "文档"))
    assert (done.returncode, done.stdout) == (1, "")
    data = (tmp_path / "out.json").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    entries = json.loads(data)
    VALIDATOR.validate(entries)
    assert {entry["location"]["path"] for entry in entries} == {"文档/q2 #1.md"}


def test_a_clean_run_is_an_empty_list() -> None:
    assert GitlabReporter().render(_of(), Style()) == "[]\n"
