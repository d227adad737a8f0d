"""Going on from what an earlier run knew of the commits finds out what a run without any memory does."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from okrlint.caching.memory import Memory
from okrlint.caching.store import FILE, Store
from okrlint.history.interface import History
from okrlint.linter import Linter
from okrlint.recalling import continuing, repository
from okrlint.recalling.interface import history_of, read


def git(folder: Path, *words: str, day: int = 1) -> None:
    named = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    when = f"2026-05-{day:02}T10:00:00+0800"
    subprocess.run(
        ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.com", *words],
        cwd=folder, env={**named, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}, check=True, capture_output=True,
    )  # fmt: skip


def text(random: Random) -> str:
    measures = ("paying shops", "open days", "repeat orders")
    notes = "".join(f"\nNote {random.randint(1, 99)}: the market has changed.\n" for _ in range(random.randint(0, 2)))
    lines = [f"- KR{at}: Raise {what} to {random.randint(10, 900)}\n" for at, what in enumerate(measures, 1)]
    return f"# Sales OKRs 2026-Q2\n\n## O1: Win the small shops of the region\n\n{''.join(lines)}{notes}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "okrs"
    made.mkdir()
    git(made, "init", "-q", "-b", "main")
    monkeypatch.chdir(made)
    monkeypatch.setattr(repository, "FEW", 0)
    return made


@contextmanager
def remembering(cache: Path) -> Iterator[Memory]:
    cache.mkdir(exist_ok=True)
    memory = Memory(Store(str(cache)), b"test")
    yield memory
    memory.close()


def told(memory: Memory | None = None, **values: object) -> History:
    jobs = Linter(values).planner.for_paths(["."]).files
    past = memory.past() if memory is not None else None
    return history_of(read(jobs, past).known, ["."], past=past)


def same(one: History, other: History) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("items", "additions", "first_day", "gap"))


def edit(folder: Path, random: Random) -> None:
    """Do something to the documents of a repository: whatever a team does to them."""
    files = sorted(folder.glob("*.md"))
    name = folder / f"team-{random.randint(1, 6)}.md"
    what = random.choice(("write", "write", "write", "notes", "rename", "remove"))
    if what == "rename" and files and not name.exists():
        random.choice(files).rename(name)
    elif what == "remove" and len(files) > 1:
        random.choice(files).unlink()
    elif what == "notes":
        name.write_text(f"# Notes\n\nWe met {random.randint(1, 99)} shops.\n")
    else:
        name.write_text(text(random))


@pytest.mark.parametrize("seed", range(6))
def test_memory_changes_nothing_whatever_came_since(folder: Path, tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    for day in range(1, 15):
        edit(folder, random)
        git(folder, "add", "-A")
        how = random.choice(("commit", "commit", "commit", "amend", "branch", "leave"))
        if how == "branch" and day > 2:
            git(folder, "commit", "-q", "--allow-empty", "-m", "On main", day=day)
            git(folder, "checkout", "-q", "-b", f"side-{day}", "HEAD~1")
            (folder / f"side-{day}.md").write_text(text(random))
            git(folder, "add", "-A")
            git(folder, "commit", "-q", "-m", "Because the shops asked", day=day)
            git(folder, "checkout", "-q", "main")
            git(folder, "merge", "-q", "--no-ff", "-m", "Merge", f"side-{day}", day=day)
        elif how != "leave" or day == 1:
            words = ["--amend"] if how == "amend" and day > 1 else []
            git(folder, "commit", "-q", "--allow-empty", "-m", f"Change {day}", *words, day=day)
        if not any("KR1" in file.read_text() for file in folder.glob("*.md")):
            continue
        with remembering(tmp_path / "cache") as memory:
            assert same(told(memory), told())
            assert same(told(memory), told())


def test_one_more_commit_is_all_that_is_asked_about(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(3)
    for day in range(1, 6):
        (folder / "team.md").write_text(text(random))
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", f"Change {day}", day=day)
    with remembering(tmp_path / "cache") as memory:
        told(memory)
        (folder / "team.md").write_text(text(random))
        git(folder, "commit", "-q", "-a", "-m", "Change 6", day=6)
        asked = []
        whole = continuing.log

        def log(*words: object, **options: object) -> object:
            found = whole(*words, **options)  # type: ignore[arg-type]
            asked.append(len(found.records))
            return found

        monkeypatch.setattr(continuing, "log", log)
        assert len(told(memory).items[1].versions) > 1
    assert asked == [1]


def test_what_is_read_otherwise_than_before_is_followed_from_the_beginning(folder: Path, tmp_path: Path) -> None:
    (folder / "team.md").write_text("# OKR 2026-Q2\n\nO1: Win\n- KR1: 10 shops\n  - Chance: 0.3\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "First")
    with remembering(tmp_path / "cache") as memory:
        assert told(memory).items[1].versions[0].item.fields == ()
        (folder / "zeta.md").write_text(text(Random(1)))
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "Second", day=2)
        words = {"fields": {"chance": ["Chance"]}}
        now = told(memory, **words)
        assert now.items[1].versions[0].item.fields != ()
        assert same(now, told(None, **words))


def test_no_more_is_kept_than_some_branches_need(folder: Path, tmp_path: Path) -> None:
    random = Random(4)
    rows = []
    for day in range(1, 16):
        (folder / "team.md").write_text(text(random))
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", f"Change {day}", day=day)
        with remembering(tmp_path / "cache") as memory:
            told(memory)
        with closing(sqlite3.connect(tmp_path / "cache" / FILE)) as connection:
            rows += connection.execute("SELECT count(*) FROM results").fetchone()
    grown = [after - before for before, after in pairwise(rows)]
    assert grown[0] == 4  # the version, what is there now, the commits, and what became of items
    assert grown[-1] == 2
