"""What people read on a terminal."""

import re

import pytest
from hostile import Case, hostile_reports
from hypothesis import given
from report_strategies import reports, styles

from okrlint.linting.findings import Finding, FixNote, Hidden, Position, Report
from okrlint.linting.interface import Severity
from okrlint.reading.source import Excerpt
from okrlint.reporting.interface import Style
from okrlint.reporting.text import TextReporter
from okrlint.reporting.width import printable, width

CASES = pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)


def _finding(line: int, **values: object) -> Finding:
    place = Position(line, 3)
    finding = Finding("q2.md", place, Position(line, 6), "OW001", "kr-no-owner", Severity.ERROR, "has no owner")
    return finding._replace(**{"objective": "O1", "excerpt": Excerpt("- NPS", 2, 5), **values})


def _rendered(*findings: Finding, **style: object) -> list[str]:
    return TextReporter().render(Report(findings, 1, 1, 1), Style(**style)).splitlines()


def test_the_words_meant_are_underlined() -> None:
    assert _rendered(_finding(3))[:4] == [
        "q2.md:3:3: error OW001 kr-no-owner [O1]",
        "  has no owner",
        "  3 | - NPS",
        "    |   ^^^",
    ]


def test_a_cell_is_told_by_its_name() -> None:
    (head, *_) = _rendered(_finding(3, place="OKRs!B3"))
    assert head == "q2.md:OKRs!B3: error OW001 kr-no-owner [O1]"


def test_what_is_said_of_several_places_is_said_once() -> None:
    findings = [_finding(line, objective=f"O{line}", gist="missing") for line in (3, 8, 12)]
    lines = _rendered(findings[0], _finding(5), *findings[1:])
    assert lines[4] == "  the same at 8:3 [O8], 12:3 [O12]"
    assert sum("kr-no-owner" in line for line in lines) == 2
    assert lines[-1].startswith("4 findings")


def test_two_places_are_not_worth_a_list() -> None:
    assert sum("kr-no-owner" in line for line in _rendered(*(_finding(line, gist="missing") for line in (3, 8)))) == 2


def test_other_files_and_messages_are_told_by_themselves() -> None:
    findings = [_finding(line, gist="missing", path=f"{line}.md") for line in (3, 4, 5)]
    findings += [_finding(line, gist=f"missing {line}") for line in (3, 4, 5)]
    assert sum("kr-no-owner" in line for line in _rendered(*findings)) == 6


def test_a_long_list_of_places_is_wrapped() -> None:
    findings = [_finding(line, gist="missing") for line in range(1, 30)]
    lines = _rendered(*findings, width=60)
    assert max(map(len, lines[:-1])) <= 60
    assert " ".join(lines).count("[O1]") == 29


def test_a_list_is_one_line_where_lines_are_not_broken() -> None:
    lines = _rendered(*(_finding(line, gist="missing") for line in range(1, 100)))
    assert len(lines) == 7
    assert lines[4].count("[O1]") == 98


def _check(report: Report, style: Style) -> None:
    """What holds of every report: each finding has its place at the head, and nothing steers the terminal."""
    text = TextReporter().render(report, style)
    assert text.endswith("\n")
    plain = re.sub(r"\x1b\[[0-9;]+m", "", text) if style.color else text
    assert re.sub("[\u200c\u200d\n]", "", plain).isprintable()
    if style.width is not None:
        heads = tuple(
            {printable(finding.path) + ":" for finding in (*report.findings, *(h.finding for h in report.hidden))}
        )
        lines = [line for line in plain.splitlines() if line.startswith("  ") and not line.startswith(heads)]
        assert max(map(width, lines), default=0) <= max(style.width, 30)


def test_the_caret_behind_the_end_of_a_long_line_is_within_the_width() -> None:
    finding = _finding(1)._replace(excerpt=Excerpt("x" * 40, 40, 40))
    lines = _rendered(finding, width=30)
    shown = next(line for line in lines if line.rstrip().endswith("^"))
    assert len(shown) == 30


@CASES
@pytest.mark.parametrize("columns", [None, 40, 80])
def test_hostile_reports_stay_in_bounds(case: Case, columns: int | None) -> None:
    _check(case.report, Style(color=True, width=columns, show_hidden=True))
    heads = [f":{each.start.line}:{each.start.column}: " for each in case.report.findings if not each.place]
    text = TextReporter().render(case.report, Style(width=columns))
    assert all(head in text for head in heads)


@given(reports(), styles)
def test_arbitrary_reports_stay_in_bounds(report: Report, style: Style) -> None:
    _check(report, style)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_message_is_broken_at_the_width_of_the_terminal(columns: int) -> None:
    words = "“提升客户满意度”没有数字，做没做到只能凭感觉；请写成“<指标>从<基线>到<目标值>”，并注明日期" * 3
    lines = _rendered(_finding(3, message=words), width=columns)
    message = [line for line in lines[1:] if line.startswith("  ") and " | " not in line]
    assert "".join(line.strip() for line in message) == words
    assert all(columns - 8 <= width(line) <= columns for line in message[:-1])
    assert not any(line.strip()[0] in "，；”>" for line in message)


def test_a_message_is_one_line_where_lines_are_not_broken() -> None:
    assert _rendered(_finding(3, message="很长的话" * 100))[1] == f"  {'很长的话' * 100}"


@pytest.mark.parametrize(("columns", "most"), [(None, 108), (60, 60), (40, 40)])
def test_a_long_line_is_cut_around_the_words_meant(columns: int | None, most: int) -> None:
    for start in (0, 10, 500, 990):
        text = "".join(chr(ord("a") + number % 26) for number in range(1_000))
        excerpt = Excerpt(text, start, start + 6)
        source, caret = _rendered(_finding(300, excerpt=excerpt), width=columns)[2:4]
        assert width(source) <= most
        begin = caret.index("^")
        assert source[begin : begin + 6] == text[start : start + 6]
        assert caret.count("^") == 6


def test_a_line_as_long_as_a_file_is_looked_at_around_the_place_only() -> None:
    text = "目标" * 1_000_000
    finding = _finding(1, excerpt=Excerpt(text, 1_000_000, 1_000_002))
    lines = _rendered(*[finding] * 200)  # were each looked at whole, this would take minutes
    assert max(map(width, lines)) <= 108


def test_files_have_headings_where_there_are_several() -> None:
    findings = [_finding(3, path="a.md"), _finding(5, path="a.md", severity=Severity.HINT), _finding(3, path="b.md")]
    lines = _rendered(*findings)
    assert [line for line in lines if line.startswith(("a.md: ", "b.md: "))] == [
        "a.md: 1 error, 1 hint",
        "b.md: 1 error",
    ]
    assert lines[:3] == ["a.md: 1 error, 1 hint", "", "a.md:3:3: error OW001 kr-no-owner [O1]"]


def test_what_can_be_mended_is_marked_and_counted() -> None:
    safe, unsafe = (FixNote(safe, "mend it", ()) for safe in (True, False))
    lines = _rendered(_finding(3, fix=safe), _finding(4, fix=unsafe), _finding(5))
    assert [line for line in lines if "OW001" in line] == [
        "q2.md:3:3: error OW001 [*] kr-no-owner [O1]",
        "q2.md:4:3: error OW001 [!] kr-no-owner [O1]",
        "q2.md:5:3: error OW001 kr-no-owner [O1]",
    ]
    assert lines[-1] == (
        "[*] 1 can be mended with `okrlint fix`; [!] 1 more with `--unsafe-fixes`, which may change the meaning"
    )
    assert _rendered(_finding(4, fix=unsafe), language="zh")[-1].startswith(
        "[!] 有 1 条可用 `okrlint fix --unsafe-fixes` 修正"
    )


_HIDDEN = (
    Hidden(_finding(2), "suppression", "agreed \x1b[31mwith all"),
    Hidden(_finding(4), "suppression"),
    Hidden(_finding(6, language="zh"), "baseline"),
)


def test_hidden_findings_are_counted() -> None:
    report = Report((), 1, 1, 1, hidden=_HIDDEN)
    assert TextReporter().render(report, Style()) == (
        "no findings in 1 file, 1 objective, 1 key result; 2 suppressed, 1 known to the baseline\n"
    )
    assert TextReporter().render(report, Style(language="zh")) == (
        "没有问题：1 个文件，1 个目标，1 条关键结果；另有 2 条已抑制，1 条已记入基线文件\n"
    )


def test_hidden_findings_are_shown_in_their_order_on_request() -> None:
    report = Report((_finding(3, offset=3),), 1, 1, 1, hidden=_HIDDEN)
    report = report._replace(
        hidden=tuple(each._replace(finding=each.finding._replace(offset=each.finding.start.line)) for each in _HIDDEN)
    )
    text = TextReporter().render(report, Style(show_hidden=True))
    assert [line for line in text.splitlines() if "OW001" in line] == [
        "q2.md:2:3: error OW001 kr-no-owner [O1] (suppressed: agreed \ufffd[31mwith all)",
        "q2.md:3:3: error OW001 kr-no-owner [O1]",
        "q2.md:4:3: error OW001 kr-no-owner [O1] (suppressed)",
        "q2.md:6:3: 错误 OW001 kr-no-owner [O1]（已记入基线文件）",
    ]
    colored = TextReporter().render(report, Style(show_hidden=True, color=True))
    (dimmed,) = [line for line in colored.splitlines() if "q2.md:4:3" in line]
    assert dimmed.startswith("\x1b[2mq2.md:4:3")
    assert dimmed.count("\x1b") == 2


def test_what_is_the_same_is_not_mixed_with_what_is_hidden() -> None:
    hidden = tuple(Hidden(_finding(line, gist="missing"), "baseline") for line in (3, 4))
    report = Report((_finding(5, gist="missing"),), 1, 1, 1, hidden=hidden)
    assert "the same at" not in TextReporter().render(report, Style(show_hidden=True))
