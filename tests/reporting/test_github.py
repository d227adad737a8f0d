"""Workflow commands, read as GitHub's runner reads them."""

from typing import NamedTuple

import pytest
from hostile import Case, finding, hostile_reports
from hypothesis import given
from report_strategies import reports, styles

from okrlint.linting.findings import Position, Report
from okrlint.linting.interface import Severity
from okrlint.reporting.github import GithubReporter
from okrlint.reporting.interchange import level, message
from okrlint.reporting.interface import Style
from okrlint.reporting.text import TextReporter
from okrlint.reporting.width import printable

REGISTERED = {
    "error", "warning", "notice", "debug", "group", "endgroup", "echo", "add-mask", "add-matcher", "remove-matcher",
    "set-env", "set-output", "add-path", "save-state", "stop-commands", "internal-set-repo-path",
}  # fmt: skip
CASES = pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)
PLAIN = Style()


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """Return what the runner obeys, by the rules of its parser (`ActionCommand.TryParseV2`, `TryParse`)."""
    found: list[Command] = []
    stopped = None
    for line in log.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        command = _second(line, stopped) or _first(line)
        if command is None:
            continue
        if stopped is not None:
            if command.name == stopped:
                stopped = None
            continue
        found.append(command)
        if command.name == "stop-commands":
            assert command.data not in REGISTERED | {"", "pause-logging"}
            stopped = command.data
    assert stopped is None, "commands are forbidden for good"
    return found


def _second(line: str, token: str | None) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, rest = line[2:end].partition(" ")
    if name not in REGISTERED and name != token:
        return None
    pairs = [pair.split("=", 1) for pair in rest.strip().split(",") if pair]
    properties = {pair[0]: _unescaped(pair[1], "%0D\r", "%0A\n", "%3A:", "%2C,", "%25%") for pair in pairs if pair[1:]}
    return Command(name, properties, _unescaped(line[end + 2 :], "%0D\r", "%0A\n", "%25%"))


def _first(line: str) -> Command | None:
    """The older form, which may begin anywhere in a line."""
    begin = line.find("##[")
    end = line.find("]", begin)
    if begin < 0 or end < 0:
        return None
    name = line[begin + 3 : end].partition(" ")[0]
    return Command(name, {}, line[end + 1 :]) if name in REGISTERED else None


def _unescaped(text: str, *mappings: str) -> str:
    for mapping in mappings:
        text = text.replace(mapping[:3], mapping[3:])
    return text


def annotations(report: Report, style: Style = PLAIN) -> list[Command]:
    found = commands(GithubReporter().render(report, style))
    assert found[-1].name == "stop-commands"
    assert not {"stop-commands", "debug"} & {each.name for each in found[:-1]}
    return found[:-1]


def report_of(*findings: object) -> Report:
    return Report(tuple(findings), 1, 1, 1)


def check(report: Report, style: Style) -> None:
    """What holds of every report: our commands and no others, each with the values that it was to have."""
    rendered = GithubReporter().render(report, style)
    assert rendered.endswith("::\n")
    found = annotations(report, style)
    levels = {name: [each for each in found if each.name == name] for name in ("error", "warning", "notice")}
    assert len(found) == sum(map(len, levels.values()))
    assert max(map(len, levels.values())) <= 10
    meant = {
        name: iter([each for each in report.findings if level(each.severity, lowest="notice") == name])
        for name in levels
    }
    shown = [each for each in found if "title" in each.properties]
    rest = len(report.findings) - len(shown)
    assert len(found) - len(shown) == bool(rest)
    if rest:
        assert str(rest) in found[-1].data
    for each in shown:
        place = next(meant[each.name])
        one_line = place.start.line == place.end.line and not place.place
        assert printable(each.data) == printable(message(place))
        assert each.properties.get("line") == (None if place.place else str(place.start.line))
        assert each.properties.get("col") == (str(place.start.column) if one_line else None)
        assert each.properties.get("endColumn") == (str(place.end.column) if one_line else None)
    assert TextReporter().render(report, style) in rendered


@CASES
@pytest.mark.parametrize("language", ["en", "zh"])
def test_hostile_reports_give_our_commands_alone(case: Case, language: str) -> None:
    check(case.report, Style(language=language, show_hidden=True))


@given(reports(), styles)
def test_arbitrary_reports_give_our_commands_alone(report: Report, style: Style) -> None:
    check(report, style)


def test_an_annotation_says_what_where() -> None:
    (given,) = annotations(report_of(finding(3, path="docs/a,b:c%2C.md", message="100% of 目标:\nno, none")))
    assert given == Command(
        "warning",
        {
            "file": "docs/a,b:c%2C.md",
            "line": "3",
            "endLine": "3",
            "col": "8",
            "endColumn": "12",
            "title": "KW001 kr-not-quantified [O1 KR1]",
        },
        "100% of 目标: no, none",
    )


def test_columns_are_left_out_over_several_lines() -> None:
    (given,) = annotations(report_of(finding(3, end=Position(5, 2))))
    assert {"line": "3", "endLine": "5"}.items() <= given.properties.items()
    assert not {"col", "endColumn"} & given.properties.keys()


def test_a_cell_has_no_line() -> None:
    (given,) = annotations(report_of(finding(3, place="OKRs!B3", message="no number")))
    assert set(given.properties) == {"file", "title"}
    assert given.data == "OKRs!B3: no number"


def test_paths_are_told_from_the_folder_of_the_workflow() -> None:
    (given,) = annotations(report_of(finding(path="/srv/repo/okrs/q2.md")), Style(folder="/srv/repo"))
    assert given.properties["file"] == "okrs/q2.md"


def test_standard_input_is_no_file() -> None:
    (given,) = annotations(report_of(finding(path="-")))
    assert "file" not in given.properties


@pytest.mark.parametrize(
    ("severity", "name"),
    [
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.INFO, "notice"),
        (Severity.HINT, "notice"),
    ],
)
def test_severities_have_levels(severity: Severity, name: str) -> None:
    assert [each.name for each in annotations(report_of(finding(severity=severity)))] == [name]


def test_what_github_would_drop_is_counted() -> None:
    many = [finding(line, severity=severity) for line in range(1, 13) for severity in (Severity.ERROR, Severity.INFO)]
    found = annotations(report_of(*many))
    assert [each.name for each in found] == ["error"] * 10 + ["notice"] * 10
    assert found[-1].data.startswith("5 more findings")
    assert [each.properties["line"] for each in found[:10]] == [str(line) for line in range(1, 11)]


def test_ten_of_each_are_shown_whole() -> None:
    many = [finding(line, severity=severity) for line in range(1, 11) for severity in (Severity.ERROR, Severity.INFO)]
    assert len(annotations(report_of(*many))) == 20


def test_the_word_that_allows_commands_again_depends_on_the_text() -> None:
    texts = [GithubReporter().render(report_of(finding(message=words)), Style()) for words in ("one", "two")]
    tokens = {commands(text)[-1].data for text in texts}
    assert len(tokens) == 2
    assert all(len(token) == 64 for token in tokens)
