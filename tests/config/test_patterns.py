"""Patterns of paths mean what they mean to git, and cost little whatever they are."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrlint.config.patterns import Patterns


@pytest.mark.parametrize(
    ("lines", "path", "meant"),
    [
        (["archive/"], "archive/q1.md", True),
        (["archive/"], "teams/archive/q1.md", True),
        (["/archive/"], "teams/archive/q1.md", False),
        (["archive/"], "archive", False),
        (["*.draft.md"], "teams/q1.draft.md", True),
        (["teams/*/old.md"], "teams/a/old.md", True),
        (["teams/*/old.md"], "teams/a/b/old.md", False),
        (["teams/**/old.md"], "teams/a/b/old.md", True),
        (["teams/**/old.md"], "teams/old.md", True),
        (["2024/**"], "2024/q1/a.md", True),
        (["*.md", "!keep.md"], "keep.md", False),
        (["!keep.md", "*.md"], "keep.md", True),
        (["old/", "!old/keep.md"], "old/keep.md", True),
        (["old/*", "!old/keep.md"], "old/keep.md", False),
        (["目标?.md"], "目标一.md", True),  # a sign is a character, to us as to people; to git it is a byte
        (["[!a]*.md"], "b.md", True),
        (["[^a]*.md"], "a.md", False),
        ([r"\#1.md"], "#1.md", True),
        (["# old.md"], "# old.md", False),
        (["old.md   "], "old.md", True),
        (["old\\ "], "old ", True),
        (["", "   ", "/", "//", "a//b"], "a/b", False),
        (["../**"], "a.md", False),
    ],
)
def test_patterns(lines: list[str], path: str, meant: bool, tmp_path: Path) -> None:
    assert Patterns(lines, str(tmp_path)).match(str(tmp_path / path)) is meant


def test_paths_are_relative_to_the_folder_of_the_patterns_wherever_one_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns = Patterns(["/okrs/old/"], str(tmp_path))
    (tmp_path / "okrs").mkdir()
    monkeypatch.chdir(tmp_path / "okrs")
    assert patterns.match("old/q1.md")
    assert patterns.match("./old/../old/q1.md")
    assert not patterns.match("../old/q1.md")
    assert not patterns.match(str(tmp_path.parent / "okrs" / "old" / "q1.md"))
    assert patterns.match("old", is_folder=True)


@pytest.mark.parametrize(
    ("line", "path"),
    [("*a" * 100 + "b", "a" * 250), ("**/a/" * 100 + "b", "a/" * 500 + "c"), ("[a-z]*" * 100 + "?b", "a" * 250)],
)
def test_no_pattern_takes_long(line: str, path: str) -> None:
    started = time.process_time()
    assert not Patterns([line], "/folder").match(f"/folder/{path}")
    assert time.process_time() - started < 1


_NAMES = st.sampled_from(["a", "b", "ab", "a.md", "b.md", "目标", "x y", "#c", "!d", "a b.md"])
_PIECES = st.sampled_from(
    ["a", "b", "*", "/", "[ab]", ".md", "目", "标", r"\*", r"\#", "!", "#", " ", "*.md", "**/", "/**", r"\ ", "ab"]
)
_LINES = st.lists(st.lists(_PIECES, min_size=1, max_size=5).map("".join), min_size=1, max_size=4)


def _is_plain(line: str) -> bool:
    """Leave out what git itself does not document: stars that touch others, empty parts."""
    return "//" not in line and "***" not in line and all(part == "**" or "**" not in part for part in line.split("/"))


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=_LINES, trees=st.lists(st.lists(_NAMES, min_size=1, max_size=4), min_size=1, max_size=12))
def test_they_mean_what_they_mean_to_git(
    lines: list[str], trees: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = [line for line in lines if _is_plain(line)]
    root = tmp_path_factory.mktemp("tree")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    for names in trees:
        file = root.joinpath(*names)
        if not any(parent.is_file() for parent in file.parents) and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
    (root / ".gitignore").write_text("\n".join(lines), encoding="utf-8")
    files = [
        os.path.relpath(os.path.join(folder, name), root)
        for folder, _, names in os.walk(root)
        if ".git" not in Path(folder).relative_to(root).parts
        for name in names
    ]
    told = subprocess.run(
        ["git", "-C", str(root), "check-ignore", "--no-index", "--stdin", "-z"],
        input="\0".join(files).encode(),
        capture_output=True,
    )
    ignored = {name for name in told.stdout.decode().split("\0") if name}
    patterns = Patterns(lines, str(root))
    assert {file for file in files if patterns.match(str(root / file))} == ignored
