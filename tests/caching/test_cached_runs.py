"""The cache as a user of the command line has it: nothing but the time shows that it is there."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from corpora import documents

from okrlint.caching.store import FILE

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[str, str | bytes], Path]

TODAY = ("--today", "2026-05-01")
FORMATS = ("text", "json", "compact", "gitlab", "checkstyle", "sarif", "junit", "markdown")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("OKRLINT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def plans(tmp_path: Path, write: Write) -> Path:
    for kind in ("english", "chinese", "yaml"):
        for name, text in documents(kind, 6):
            write(f"plans/{kind}/{name}", text)
    write("plans/notes.md", "# Notes\n\nNothing of the kind.\n")
    write("plans/broken.yaml", "objectives: [\n")
    write("plans/latin.okr.md", "# OKR\n\n## O1: caf\xe9\n".encode("latin-1"))
    return tmp_path / "plans"


def results(cache: Path) -> int:
    """Return how many results are kept."""
    connection = sqlite3.connect(cache / FILE)
    ((count,),) = connection.execute("SELECT count(*) FROM results")
    connection.close()
    return int(count)


def told(done: subprocess.CompletedProcess[str]) -> tuple[str, str, int]:
    return done.stdout, done.stderr, done.returncode


@pytest.mark.parametrize("format_name", FORMATS)
def test_what_is_found_again_is_the_same_byte_for_byte(
    okrlint: Run, plans: Path, cache: Path, format_name: str
) -> None:
    command = ("check", *TODAY, "--format", format_name, "plans")
    plain = told(okrlint(*command, "--no-cache"))
    assert not cache.exists()
    assert told(okrlint(*command)) == plain
    kept = results(cache)
    assert kept >= 19
    for file in plans.rglob("*"):
        os.utime(file, (1, 1))
    assert told(okrlint(*command)) == plain
    assert told(okrlint(*command, "--jobs", "2")) == plain
    assert results(cache) == kept
    shutil.rmtree(cache)
    assert told(okrlint(*command, "--jobs", "3")) == plain
    assert results(cache) == kept
    assert told(okrlint(*command, "--jobs", "1")) == plain


def test_nothing_is_linted_again_that_has_not_changed(okrlint: Run, plans: Path, cache: Path) -> None:
    first = okrlint("check", *TODAY, "plans")
    connection = sqlite3.connect(cache / FILE)
    with connection:  # if all is had from there, what stands there is told
        rows = connection.execute("SELECT key, value FROM results").fetchall()
        connection.executemany("DELETE FROM results WHERE key = ?", [(key,) for key, _ in rows[1:]])
    connection.close()
    assert told(okrlint("check", *TODAY, "plans")) == told(first)
    assert results(cache) == len(rows)


@pytest.mark.parametrize("change", ["contents", "configuration", "today", "language", "name", "selection", "colour"])
def test_whatever_a_result_depends_on_makes_it_another(
    okrlint: Run, write: Write, plans: Path, cache: Path, change: str
) -> None:
    options = [*TODAY]
    okrlint("check", *options, "plans/english")
    before = results(cache)
    file = plans / "english" / "000" / "okr-00.md"
    if change == "contents":
        file.write_text(file.read_text(encoding="utf-8") + "\n- KR4: Design a scheme\n", encoding="utf-8")
    elif change == "configuration":
        write("plans/okrlint.toml", 'severity = {KW001 = "info"}\n')
    elif change == "name":
        file.rename(file.with_name("other.md"))
    elif change == "today":
        options = ["--today", "2026-06-30"]
    elif change == "language":
        options += ["--lang", "zh"]
    elif change == "selection":
        options += ["--ignore", "KW001"]
    else:
        options += ["--color", "always"]
    plain = told(okrlint("check", *options, "--no-cache", "plans/english"))
    assert told(okrlint("check", *options, "plans/english")) == plain
    # A configuration, and that it can be used, are kept, too; so are what was found across all documents, and what was
    # told of the one document that it was found in.
    more = {"contents": 2, "name": 2, "configuration": 10, "language": 9, "selection": 9}
    assert results(cache) == before + more.get(change, 8)
    assert told(okrlint("check", *options, "plans/english")) == plain


def test_damage_changes_nothing(okrlint: Run, plans: Path, cache: Path) -> None:
    plain = told(okrlint("check", *TODAY, "plans"))
    file = cache / FILE
    whole = file.read_bytes()
    for damaged in (
        b"",
        b"nothing of the kind",
        whole[: len(whole) // 2],
        whole[:5_000] + os.urandom(5_000) + whole[10_000:],
    ):
        file.write_bytes(damaged)
        assert told(okrlint("check", *TODAY, "plans")) == plain


def test_runs_at_the_same_time_do_not_disturb_each_other(
    okrlint: Run, plans: Path, tmp_path: Path, cache: Path
) -> None:
    plain = okrlint("check", *TODAY, "--no-cache", "plans").stdout
    command = [sys.executable, "-m", "okrlint", "check", *TODAY, "plans"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    runs = [subprocess.Popen(command, cwd=tmp_path, env=dict(os.environ), **pipes) for _ in range(5)]
    for run in runs:
        out, err = run.communicate()
        assert (out.decode(), err) == (plain, b"")
    assert okrlint("check", *TODAY, "plans").stdout == plain


@pytest.mark.skipif(os.name == "nt", reason="another kind of permissions")
def test_the_folder_is_private_and_one_that_is_not_is_not_used(okrlint: Run, plans: Path, cache: Path) -> None:
    okrlint("check", *TODAY, "plans")
    assert cache.stat().st_mode & 0o777 == 0o700
    assert (cache / FILE).stat().st_mode & 0o777 == 0o600
    (cache / FILE).unlink()
    cache.chmod(0o777)
    done = okrlint("check", *TODAY, "plans")
    assert "is not yours alone" in done.stderr
    assert not (cache / FILE).exists()
    assert done.stdout == okrlint("check", *TODAY, "--no-cache", "plans").stdout


def test_a_folder_of_ones_own(okrlint: Run, plans: Path, cache: Path, write: Write) -> None:
    okrlint("check", *TODAY, "--cache-dir", "here", "plans")
    assert results(plans.parent / "here") >= 19
    assert not cache.exists()
    write("file", "x")
    done = okrlint("check", *TODAY, "--cache-dir", "file", "plans")
    assert done.stderr.startswith("okrlint: file: cannot be used for the cache: ")
    assert done.returncode == 2  # of what stands in the folder


def test_what_could_not_be_done_is_tried_again(okrlint: Run, plans: Path, cache: Path, write: Write) -> None:
    done = okrlint("check", *TODAY, "gone.md")
    assert (done.returncode, results(cache)) == (2, 0)
    write("gone.md", "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: 900 referral sign-ups\n")
    assert okrlint("check", *TODAY, "gone.md").returncode < 2
