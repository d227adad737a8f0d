"""`okrlint new okr`: a file to begin with; what is in it is tested beside what makes it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrlint.starting.documents import fresh_document

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]


def test_to_standard_output_in_this_quarter(okrlint: Run) -> None:
    before = date.today()
    done = okrlint("new", "okr")
    quarters = {f"{day.year}-Q{(day.month + 2) // 3}" for day in (before, date.today())}
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout in {fresh_document("markdown", "en", quarter, 2) for quarter in quarters}


@pytest.mark.parametrize(
    ("name", "format"), [("q1.md", "markdown"), ("q1.markdown", "markdown"), ("q1.yaml", "yaml"), ("Q1.YML", "yaml")]
)
def test_to_a_file_in_the_format_of_its_ending(okrlint: Run, tmp_path: Path, name: str, format: str) -> None:
    done = okrlint("new", "okr", name, "--lang", "zh", "--cycle", "2026-Q1", "--objectives", "3")
    assert (done.returncode, done.stdout) == (0, "")
    assert f"okrlint check {name}" in done.stderr
    assert (tmp_path / name).read_bytes() == fresh_document(format, "zh", "2026-Q1", 3).encode()
    checked = okrlint("check", "--today", "2026-01-01", name)
    assert checked.returncode == 1
    assert "HY003" in checked.stdout


@pytest.mark.parametrize(
    ("cycle", "written"),
    [("2026年第二季度", "2026-Q2"), ("2026-H1", "2026-H1"), ("2026", "2026"), ("May 2026", "2026-05")],
)
def test_a_cycle_is_written_in_its_normal_form(okrlint: Run, cycle: str, written: str) -> None:
    done = okrlint("new", "okr", "--format", "yaml", "--cycle", cycle)
    assert f"\ncycle: {written}\n" in done.stdout


@pytest.mark.parametrize("cycle", ["Q1", "soon", "2026 Q5", ""])
def test_a_cycle_that_is_none(okrlint: Run, cycle: str) -> None:
    done = okrlint("new", "okr", "--cycle", cycle)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is no period such as 2026-Q1" in done.stderr


def test_nothing_is_overwritten(okrlint: Run, write: Write) -> None:
    path = write("q1.md", "mine")
    done = okrlint("new", "okr", "q1.md")
    assert done.returncode == 2
    assert (
        done.stderr == "okrlint: q1.md: exists already, and nothing is overwritten; name another file, or remove it\n"
    )
    assert path.read_text() == "mine"


def test_the_folders_of_a_file_are_made(okrlint: Run, tmp_path: Path) -> None:
    assert okrlint("new", "okr", "okrs/2026/q1.md").returncode == 0
    assert (tmp_path / "okrs" / "2026" / "q1.md").exists()


def test_a_file_that_cannot_be_written(okrlint: Run, tmp_path: Path) -> None:
    (tmp_path / "okrs").touch()
    done = okrlint("new", "okr", "okrs/q1.md")
    assert done.returncode == 2
    assert "okrs/q1.md: cannot be written: " in done.stderr


def test_an_ending_that_tells_no_format(okrlint: Run, tmp_path: Path) -> None:
    done = okrlint("new", "okr", "q1.docx")
    assert done.returncode == 2
    assert "name it .md, .yaml, or give --format" in done.stderr
    assert okrlint("new", "okr", "q1.txt", "--format", "markdown").returncode == 0
    assert (tmp_path / "q1.txt").exists()


def test_a_wrong_word_is_told() -> None:
    from click.testing import CliRunner

    from okrlint.cli.main import main

    assert CliRunner().invoke(main, ["new", "ok"]).exit_code == 2
    assert CliRunner().invoke(main, ["new", "okr", "--lang", "de"]).exit_code == 2


def test_the_command_that_is_told_is_one_that_a_shell_takes(okrlint: Run) -> None:
    assert "`okrlint check 'my plan.md'`" in okrlint("new", "okr", "my plan.md").stderr
