"""Which files a walk finds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint import lint_paths
from okrlint.registry import installed
from okrlint.walking import files_below

Write = Callable[[str, str | bytes], Path]
GOOD = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(folder: str = ".", *exclude: str) -> list[str]:
    refused: list[OSError] = []
    files = list(files_below(folder, installed(), exclude, refused.append))
    assert refused == []
    return [name.replace(os.sep, "/") for name in files]


def test_files_come_in_order_and_without_a_needless_prefix(here: Path, write: Write) -> None:
    for name in ("b/y.md", "a.md", "b/x.YAML", "c.txt", ".hidden/z.md", ".z.md", "node_modules/z.md"):
        write(name, GOOD)
    assert found() == ["a.md", "b/x.YAML", "b/y.md"]
    assert found("b") == ["b/x.YAML", "b/y.md"]


@pytest.mark.parametrize("pattern", ["old", "old/", "b/old", "b/old/*", "*.yaml"])
def test_files_and_folders_can_be_excluded(here: Path, write: Write, pattern: str) -> None:
    for name in ("a.md", "b/old/x.yaml"):
        write(name, GOOD)
    assert found(".", pattern) == ["a.md"]


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_what_is_no_file_is_passed_over_but_a_link_to_nothing_is_told(here: Path, write: Write) -> None:
    write("folder.md/q2.md", GOOD)
    os.mkfifo("pipe.md")
    os.symlink("pipe.md", "link-to-pipe.md")
    os.symlink(".", "round")
    os.symlink("none.md", "dangling.md")
    assert found() == ["dangling.md", "folder.md/q2.md"]


def test_a_file_is_linted_once_however_often_and_under_whatever_name_it_is_given(here: Path, write: Write) -> None:
    write("q2.md", GOOD)
    report = lint_paths(["./q2.md", ".", "q2.md", here], config={"select": ["KW002"]})
    assert [finding.path for finding in report.findings] == ["./q2.md"]
    assert report.files == 1


def test_each_folder_without_okrs_is_told_by_the_name_it_was_given(here: Path, write: Write) -> None:
    write("good/q2.md", GOOD)
    write("prose/deep/notes.md", "# Notes\n\nNothing to see.\n")
    (here / "empty").mkdir()
    report = lint_paths(["prose", "good", "empty"], config={"select": ["KW002"]})
    assert [(found.path, found.code) for found in report.findings] == [
        ("empty", "ST008"),
        ("good/q2.md", "KW002"),
        ("prose", "ST008"),
    ]
    assert not report.failed
