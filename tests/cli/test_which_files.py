"""Which files the command line looks at."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[str, str | bytes], Path]
GOOD = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"
ONE_RULE = ("check", "--select", "KW002", "--format", "json")

pytestmark = pytest.mark.skipif(which("git") is None, reason="needs git")


@pytest.fixture
def repository(tmp_path: Path, write: Write) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for name in ("q2.md", "q2.draft.md", "生成/季度.md", "okr/keep.draft.md", "okr/q3.md"):
        write(name, GOOD)
    write(".gitignore", "*.draft.md\n!keep.*\n生成/\n")
    return tmp_path


def looked_at(done: subprocess.CompletedProcess[str]) -> set[str]:
    return {found["path"] for found in json.loads(done.stdout)["findings"] if found["code"] == "KW002"}


def test_what_git_ignores_is_passed_over_and_can_be_looked_at_all_the_same(okrlint: Run, repository: Path) -> None:
    assert looked_at(okrlint(*ONE_RULE)) == {"q2.md", "okr/keep.draft.md", "okr/q3.md"}
    assert looked_at(okrlint(*ONE_RULE, cwd=repository / "okr")) == {"keep.draft.md", "q3.md"}
    everything = {"q2.md", "q2.draft.md", "生成/季度.md", "okr/keep.draft.md", "okr/q3.md"}
    assert looked_at(okrlint(*ONE_RULE, "--no-gitignore")) == everything
    assert len(json.loads(okrlint("parse", ".").stdout)["documents"]) == 3


def test_outside_of_a_repository_nothing_is_ignored(okrlint: Run, tmp_path: Path, write: Write) -> None:
    write("q2.md", GOOD)
    write(".gitignore", "*.md\n")
    assert looked_at(okrlint(*ONE_RULE)) == {"q2.md"}


def test_a_repository_below_has_its_own_say(okrlint: Run, repository: Path, write: Write) -> None:
    subprocess.run(["git", "init", "-q", repository / "okr/inner"], check=True)
    write("okr/inner/a.draft.md", GOOD)
    write("okr/inner/b.md", GOOD)
    write("okr/inner/.gitignore", "b.md\n")
    assert looked_at(okrlint(*ONE_RULE, "okr")) == {"okr/keep.draft.md", "okr/q3.md", "okr/inner/a.draft.md"}


def test_what_is_named_is_looked_at(okrlint: Run, repository: Path, write: Write) -> None:
    write("okrlint.toml", 'exclude = ["okr/"]\n')
    assert looked_at(okrlint(*ONE_RULE)) == {"q2.md"}
    named = ("q2.draft.md", "okr/q3.md")
    assert looked_at(okrlint(*ONE_RULE, *named)) == set(named)
    assert looked_at(okrlint(*ONE_RULE, "生成", "okr")) == {"生成/季度.md", "okr/keep.draft.md", "okr/q3.md"}


@pytest.mark.parametrize(
    "name", ["q2.draft.md", "生成/季度.md", "生成", "okr/q3.md", "okr", "vendor/a.md", ".github/a.md", "okrlint.toml"]
)
def test_with_force_exclude_it_is_left_out(okrlint: Run, repository: Path, write: Write, name: str) -> None:
    write("okrlint.toml", 'exclude = ["/okr"]\n')
    for other in ("vendor/a.md", ".github/a.md"):
        write(other, GOOD)
    given = [name, str(repository / name), os.path.join("okr", "..", name)]
    done = okrlint("check", "--force-exclude", "--quiet", *given)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with_another = okrlint(*ONE_RULE, "--force-exclude", name, "q2.md")
    assert looked_at(with_another) == {"q2.md"}
    if name.endswith(".md"):
        assert okrlint("check", "--force-exclude", "-q", "--stdin-filename", name, "-", stdin=GOOD).returncode == 0
        assert okrlint("check", "-q", "--stdin-filename", name, "-", stdin=GOOD).returncode == 1


def test_with_force_exclude_standard_input_comes_out_as_it_went_in(okrlint: Run, repository: Path) -> None:
    mendable = GOOD.replace(" a ", " ａ").replace(": ", "： ")
    named = ("--stdin-filename", "q2.draft.md", "-")
    assert okrlint("fix", *named, stdin=mendable).stdout != mendable
    done = okrlint("fix", "--force-exclude", *named, stdin=mendable)
    assert (done.returncode, done.stdout) == (0, mendable)


def test_with_force_exclude_what_is_not_included_is_left_out(okrlint: Run, repository: Path, write: Write) -> None:
    write("okrlint.toml", 'include = ["okr/"]\n')
    assert okrlint("check", "--force-exclude", "--select", "KW002", "-", stdin=GOOD).returncode == 1  # it has no name
    assert looked_at(okrlint(*ONE_RULE, "--force-exclude", "q2.md", "okr/q3.md")) == {"okr/q3.md"}


def test_a_build_in_a_folder_that_walks_do_not_enter(okrlint: Run, tmp_path: Path, write: Write) -> None:
    path = write("build/.hidden/job/q2.md", GOOD)
    assert looked_at(okrlint(*ONE_RULE, "--force-exclude", "q2.md", cwd=path.parent)) == {"q2.md"}
    assert looked_at(okrlint(*ONE_RULE, cwd=path.parent)) == {"q2.md"}


def test_an_unreadable_gitignore_is_told(okrlint: Run, repository: Path, write: Write) -> None:
    write("okr/.gitignore", "# " + "x" * 200_000)
    done = okrlint("check", "--format", "json")
    told = [found for found in json.loads(done.stdout)["findings"] if found["code"] == "EN001"]
    assert done.returncode == 2
    assert [found["path"].endswith("okr/.gitignore") for found in told] == [True]
    assert "larger than 200,000 bytes" in told[0]["message"]
    assert okrlint("check", "--no-gitignore", "--exit-zero").returncode == 0
    assert okrlint("check", "--exit-zero", "okr/q3.md").returncode == 0  # it matters to walks alone
