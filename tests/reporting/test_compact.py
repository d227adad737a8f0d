"""One line a finding, as grep, Vim and Emacs read it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hostile import Case, finding, hostile_reports
from hypothesis import given
from report_strategies import reports, styles

from okrlint.linting.findings import Hidden, Report
from okrlint.linting.interface import Severity
from okrlint.reporting.compact import CompactReporter
from okrlint.reporting.interface import Style

CASES = pytest.mark.parametrize("case", hostile_reports(), ids=lambda case: case.name)
PLAIN = Style()
# After `gnu` in Emacs's compilation-error-regexp-alist: file, line, column, and the word for how bad it is.
EMACS = re.compile(
    r"(?P<file>[^\n:]*[^\n: ][^\n:]*):(?P<line>\d+):(?P<column>\d+): (?P<type>error|warning|info|hint)\b"
)


def lines(report: Report, style: Style = PLAIN) -> list[str]:
    rendered = CompactReporter().render(report, style)
    assert not rendered or rendered.endswith("\n")
    return rendered.split("\n")[:-1]


def check(report: Report, style: Style) -> None:
    """What holds of every report: a line for each finding, in order, that steers no terminal."""
    written = lines(report, style._replace(show_hidden=False))
    assert len(written) == len(report.findings)
    for line, meant in zip(written, report.findings, strict=True):
        assert f":{meant.start.line}:{meant.start.column}: {meant.severity.label} " in line
        assert line.replace("\u200c", "").replace("\u200d", "").isprintable()
    assert len(lines(report, style._replace(show_hidden=True))) == len(report.findings) + len(report.hidden)


@CASES
def test_hostile_reports_are_a_line_for_each_finding(case: Case) -> None:
    check(case.report, Style())


@given(reports(), styles)
def test_arbitrary_reports_are_a_line_for_each_finding(report: Report, style: Style) -> None:
    check(report, style)


def test_a_line_says_all() -> None:
    (line,) = lines(Report((finding(3, message="no\nnumber"),), 1, 1, 1))
    assert line == r"docs/okrs/q2.md:3:8: warning KW001 no\nnumber [kr-not-quantified]"
    match = EMACS.match(line)
    assert match is not None
    assert match.groups() == ("docs/okrs/q2.md", "3", "8", "warning")


def test_a_cell_is_named_where_it_does_not_stop_editors() -> None:
    (line,) = lines(Report((finding(3, place="OKRs!B3", message="no number"),), 1, 1, 1))
    assert line == "docs/okrs/q2.md:3:8: warning KW001 OKRs!B3: no number [kr-not-quantified]"


def test_hidden_findings_are_marked() -> None:
    hidden = (Hidden(finding(2), "suppression", "agreed"), Hidden(finding(4, language="zh"), "baseline"))
    report = Report((finding(3),), 1, 1, 1, hidden=hidden)
    written = lines(report, Style(show_hidden=True))
    assert [line.rpartition("]")[2] for line in written] == [" (suppressed: agreed)", "", "（已记入基线文件）"]
    assert len(lines(report)) == 1


@pytest.mark.skipif(shutil.which("vim") is None, reason="needs Vim")
def test_vim_jumps_to_the_places(tmp_path: Path) -> None:
    found = (finding(3, path="目标 q2.md", severity=Severity.ERROR), finding(7, message="a:1:1: warning b"))
    (tmp_path / "errors").write_text(CompactReporter().render(Report(found, 1, 1, 1), Style()), encoding="utf-8")
    script = (
        r"set encoding=utf-8 errorformat=%f:%l:%c:\ %t%*[a-z]\ %m | cgetfile errors | "
        "call writefile(map(getqflist(), {_, e -> join([bufname(e.bufnr), e.lnum, e.col, e.type], '|')}), 'read') | qa!"
    )
    subprocess.run(
        ["vim", "-u", "NONE", "-i", "NONE", "-n", "-es", "-c", script], cwd=tmp_path, timeout=30, check=False
    )
    read = (tmp_path / "read").read_text(encoding="utf-8").splitlines()
    assert read == ["目标 q2.md|3|8|e", "docs/okrs/q2.md|7|8|w"]
