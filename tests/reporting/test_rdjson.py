"""The Reviewdog Diagnostic Format: columns in bytes, fixes as suggestions."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hostile import Case, any_report, assert_strict, edit, finding, fix, hostile_reports
from hypothesis import given
from jsonschema import Draft202012Validator

from okrlint.linting.findings import FileReport, Finding, Report, combine
from okrlint.linting.interface import Severity
from okrlint.reporting.interface import Style
from okrlint.reporting.rdjson import RdjsonReporter

_INT32 = {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}


def _message(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "additionalProperties": False, "properties": properties}


# After the format's protocol buffer: a parser of protocol buffers refuses what has another name or type.
_SEVERITY = {"enum": ["ERROR", "WARNING", "INFO"]}
_TEXT = {"type": "string", "minLength": 1}
_POSITION = _message(["line", "column"], line=_INT32, column=_INT32)
_RANGE = _message(["start", "end"], start=_POSITION, end=_POSITION)
_DIAGNOSTIC = _message(
    ["message", "location", "severity", "code"],
    message=_TEXT,
    location=_message(["path"], path=_TEXT, range=_RANGE),
    severity=_SEVERITY,
    code=_message(["value"], value=_TEXT),
    suggestions={
        "type": "array",
        "minItems": 1,
        "items": _message(["range", "text"], range=_RANGE, text={"type": "string"}),
    },
)
VALIDATOR = Draft202012Validator(
    _message(
        ["source", "diagnostics"],
        source=_message(["name"], name=_TEXT),
        severity=_SEVERITY,
        diagnostics={"type": "array", "items": _DIAGNOSTIC},
    )
)


def _rendered(report: Report) -> dict[str, Any]:
    text = RdjsonReporter().render(report, Style())
    assert text == RdjsonReporter().render(report, Style())
    assert_strict(text)
    data: dict[str, Any] = json.loads(text)
    VALIDATOR.validate(data)
    assert len(data["diagnostics"]) == len(report.findings)
    return data


def _diagnostic(found: Finding) -> Any:
    (diagnostic,) = _rendered(combine([FileReport("q2.md", (found,))]))["diagnostics"]
    return diagnostic


@pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)
def test_hostile_reports_are_valid(case: Case) -> None:
    _rendered(case.report)


@given(any_report())
def test_any_text_is_valid(report: Report) -> None:
    _rendered(report)


def test_columns_count_bytes() -> None:
    assert _diagnostic(finding(3)) == {
        "message": "“提升客户满意度” has no number",
        "location": {
            "path": "docs/okrs/q2.md",
            "range": {"start": {"line": 3, "column": 8}, "end": {"line": 3, "column": 20}},
        },
        "severity": "WARNING",
        "code": {"value": "KW001"},
    }


def test_a_cell_has_a_name_and_no_range() -> None:
    diagnostic = _diagnostic(finding(3, place="OKRs!B3", fix=fix(edit("x"))))
    assert diagnostic["location"] == {"path": "docs/okrs/q2.md"}
    assert diagnostic["message"].startswith("OKRs!B3: ")
    assert "suggestions" not in diagnostic


def test_a_safe_fix_is_a_suggestion() -> None:
    (suggestion,) = _diagnostic(finding(3, fix=fix(edit("NPS 从 30 升到 45"))))["suggestions"]
    assert suggestion == {
        "range": {"start": {"line": 3, "column": 8}, "end": {"line": 3, "column": 20}},
        "text": "NPS 从 30 升到 45",
    }


@pytest.mark.parametrize("note", [fix(edit("x"), safe=False), fix(edit("x"), edit("y", 3, 14, 14)), fix()])
def test_what_cannot_be_taken_with_a_click_is_none(note: Any) -> None:
    assert "suggestions" not in _diagnostic(finding(3, fix=note))


def test_the_whole_is_as_bad_as_its_worst() -> None:
    found = tuple(finding(line, severity=each) for line, each in ((1, Severity.HINT), (2, Severity.WARNING)))
    data = _rendered(combine([FileReport("q2.md", found)]))
    assert data["severity"] == "WARNING"
    assert [each["severity"] for each in data["diagnostics"]] == ["INFO", "WARNING"]
    assert _rendered(combine([])) == {"source": {"name": "okrlint"}, "diagnostics": []}


def test_a_range_of_bytes_holds_the_words_meant(okrlint: Callable[..., Any], write: Callable[..., Any]) -> None:
    path = write("q2.md", "# 😀 团队\n\n## O1：让老客户主动介绍我们\n\n- KR1：😀 上线推荐页面\n")
    done = okrlint("check", "--format", "rdjson", "--select", "OW001", "q2.md")
    assert done.returncode == 1
    data = json.loads(done.stdout)
    VALIDATOR.validate(data)
    (place,) = [each["location"]["range"] for each in data["diagnostics"]]
    line = path.read_bytes().splitlines()[place["start"]["line"] - 1]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode() == "😀 上线推荐页面"
