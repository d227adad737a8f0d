"""What is gone from a folder is told where that folder was walked, whatever was known of another one before."""

import subprocess
import sys
from pathlib import Path

TEAM = "# {} OKRs 2026-Q2\n\n## O1: Make every visit worth the way\n\n- KR1: {}\n"
WHO = ("-c", "user.name=Ana", "-c", "user.email=a@x", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str, day: str = "2026-03-28") -> None:
    env = {"GIT_AUTHOR_DATE": f"{day}T10:00:00+0000", "PATH": "/usr/bin:/bin:/usr/local/bin"}
    subprocess.run(["git", *WHO, *words], cwd=folder, check=True, env=env)


def removed(folder: Path, where: str) -> int:
    command = [sys.executable, "-m", "okrlint", "check", "--history", "--today", "2026-06-01", "--select", "LC003"]
    done = subprocess.run([*command, "--exit-zero", where], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.count("south/team.md was removed")


def test_a_cached_verdict_is_that_of_the_same_folders(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", ".")
    for name, aim in (("north", "40 new shelters at bus stops"), ("south", "9 of 10 ferries on time")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "team.md").write_text(TEAM.format(name.title(), aim), encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Q2")
    git(tmp_path, "rm", "-q", "south/team.md")
    git(tmp_path, "commit", "-qm", "cleanup", day="2026-05-20")
    assert [removed(tmp_path, where) for where in ("north", ".", "north", ".")] == [0, 1, 0, 1]
