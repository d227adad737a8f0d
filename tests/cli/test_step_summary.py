"""The summary of a step of a workflow: Markdown in the file that GitHub names."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrlint.cli.step_summary import append
from okrlint.linting.findings import Finding, Position, Report
from okrlint.linting.interface import Severity
from okrlint.reporting.interface import Style

LIMIT = 1024 * 1024
DOCUMENT = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Launch the new page\n"
CHECK = ("check", "--today", "2026-04-20", "q2.md")


@pytest.fixture
def summary(tmp_path: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    write("q2.md", DOCUMENT)
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def test_the_report_is_appended(okrlint: Callable[..., Any], summary: Path) -> None:
    summary.write_text("# Before", encoding="utf-8")
    done = okrlint(*CHECK, "--format", "github")
    assert done.returncode == 1
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Before\n<!-- okrlint -->\n## ❌ okrlint: ")
    assert text == "# Before\n" + okrlint(*CHECK, "--format", "markdown").stdout


def test_a_clean_run_is_told_too(okrlint: Callable[..., Any], summary: Path) -> None:
    assert okrlint(*CHECK, "--select", "HY001", "--format", "github").returncode == 0
    assert "✅ okrlint: no findings" in summary.read_text(encoding="utf-8")


def test_other_formats_leave_it_alone(okrlint: Callable[..., Any], summary: Path) -> None:
    okrlint(*CHECK)
    assert not summary.exists()


def test_it_never_grows_beyond_what_github_takes(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    path.write_bytes(b"x" * (LIMIT - 100_000))
    place = Position(3, 1)
    found = [
        Finding(
            "目标.md",
            place,
            place,
            "KW001",
            "kr-not-quantified",
            Severity.ERROR,
            f"第 {number} 条没有数字，做没做到只能凭感觉",
        )
        for number in range(3_000)
    ]
    append(Report(tuple(found), 1, 1, 3_000), Style(language="zh"), str(path))
    assert LIMIT - 1_000 < path.stat().st_size <= LIMIT
    assert "此处放不下" in path.read_bytes()[-200:].decode("utf-8", "replace")


def test_a_full_one_is_left_with_a_word(okrlint: Callable[..., Any], summary: Path) -> None:
    summary.write_bytes(b"x" * (LIMIT - 100))
    done = okrlint(*CHECK, "--format", "github")
    assert done.returncode == 1
    assert "is full" in done.stderr
    assert summary.stat().st_size == LIMIT - 100


def test_one_that_cannot_be_written_is_a_message(okrlint: Callable[..., Any], summary: Path) -> None:
    summary.mkdir()
    done = okrlint(*CHECK, "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::error ")
    assert f"{summary}: cannot be written: Is a directory" in done.stderr
