"""Which files a walk finds."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint import lint_paths
from okrlint.config.lookup import Lookup
from okrlint.walking import Choice

Write = Callable[[str, str | bytes], Path]
GOOD = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(folder: str = ".", config: dict[str, list[str]] | None = None) -> list[str]:
    refused: list[OSError] = []
    files = list(Choice(Lookup(config).settings, refused.append).files_below(folder))
    assert refused == []
    return [name.replace(os.sep, "/") for name in files]


def test_files_come_in_order_and_without_a_needless_prefix(here: Path, write: Write) -> None:
    for name in ("b/y.md", "a.md", "b/x.YAML", "c.txt", ".hidden/z.md", ".z.md", "node_modules/z.md"):
        write(name, GOOD)
    assert found() == ["a.md", "b/x.YAML", "b/y.md"]
    assert found("b") == ["b/x.YAML", "b/y.md"]


@pytest.mark.parametrize("pattern", ["old", "old/", "b/old", "b/old/*", "*.yaml", "/b", "**/x.yaml", "b/**"])
def test_files_and_folders_can_be_excluded(here: Path, write: Write, pattern: str) -> None:
    for name in ("a.md", "b/old/x.yaml"):
        write(name, GOOD)
    assert found(".", {"exclude": [pattern]}) == ["a.md"]
    assert found("./", {"exclude": [pattern]}) == ["a.md"]


@pytest.mark.parametrize("pattern", ["old/*", "/old", "b", "c.yaml", "B/"])
def test_a_pattern_means_no_more_than_it_says(here: Path, write: Write, pattern: str) -> None:
    for name in ("a.md", "deep/b.md", "deep/old/x.yaml"):
        write(name, GOOD)
    assert found(".", {"exclude": [pattern]}) == ["a.md", "deep/b.md", "deep/old/x.yaml"]


def test_where_something_is_included_nothing_else_is_looked_at(here: Path, write: Write) -> None:
    for name in ("README.md", "okr/q2.md", "okr/deep/q3.md", "okr/old/q1.md", "team.okr.md"):
        write(name, GOOD)
    assert found(".", {"include": ["okr/", "*.okr.md"], "exclude": ["old/"]}) == [
        "team.okr.md",
        "okr/q2.md",
        "okr/deep/q3.md",
    ]


def test_the_nearest_configuration_decides_for_what_lies_in_its_folder(here: Path, write: Write) -> None:
    for name in ("a.md", "draft.md", "b/a.md", "b/draft.md", "b/c/a.md", "b/c/draft.md", "out/a.md"):
        write(name, GOOD)
    write("okrlint.toml", 'exclude = ["draft.md", "out/"]\n')
    write("b/okrlint.toml", 'exclude = ["/a.md"]\n')
    write("out/okrlint.toml", "exclude = []\n")
    assert found() == ["a.md", "b/draft.md", "b/c/a.md", "b/c/draft.md"]
    assert found("b") == ["b/draft.md", "b/c/a.md", "b/c/draft.md"]
    assert found("out") == ["out/a.md"]  # it is named, and its own configuration excludes nothing


def test_patterns_are_relative_to_the_configuration_and_not_to_the_working_folder(
    here: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("docs/okr/a.md", "docs/okr/old/a.md", "docs/old/a.md"):
        write(name, GOOD)
    write("okrlint.toml", 'exclude = ["/docs/old"]\n')
    monkeypatch.chdir(here / "docs")
    assert found() == ["okr/a.md", "okr/old/a.md"]
    assert found("..") == ["../docs/okr/a.md", "../docs/okr/old/a.md"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_folder_that_is_reached_by_a_link_keeps_its_configuration(here: Path, write: Write) -> None:
    for name in ("docs/a.md", "docs/old.md"):
        write(name, GOOD)
    write("okrlint.toml", 'exclude = ["/docs/old.md"]\n')
    os.symlink("docs", "link")
    assert found("link") == ["link/a.md"]


def test_a_tree_of_any_depth_is_walked(here: Path) -> None:
    path = here
    for _ in range(1_200):
        path = path / "d"
        try:
            path.mkdir()
        except OSError:  # the system takes no longer path
            path = path.parent
            break
    (path / "q2.md").write_text(GOOD, encoding="utf-8")
    (here / ".git").mkdir()
    try:
        assert [name.rpartition("/")[2] for name in found()] == ["q2.md"]
        assert not Choice(Lookup({}).settings, lambda _: None).leaves_out(str(path / "q2.md"))
    finally:  # what cleans up after tests is not up to it
        (path / "q2.md").unlink()
        while path != here:
            path.rmdir()
            path = path.parent


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
