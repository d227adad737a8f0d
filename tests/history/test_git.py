"""What git's own plumbing tells, of repositories of every kind; nothing is written, fetched or run on their behalf."""

import os
import subprocess
from pathlib import Path

import pytest

from okrlint.history import gaps
from okrlint.history.git import GitError, blobs, log, opened
from okrlint.model import Words


def git(folder: Path, *words: str, **environment: str) -> str:
    named = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.com", "GIT_COMMITTER_NAME": "Ana",
        "GIT_COMMITTER_EMAIL": "ana@example.com", "GIT_AUTHOR_DATE": "2026-05-04T10:00:00+0800", **environment,
    }  # fmt: skip
    done = subprocess.run(["git", *words], cwd=folder, env=named, check=True, capture_output=True)
    return done.stdout.decode().strip()


def commit(folder: Path, message: str = "A change", **files: str) -> str:
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "okrs"
    made.mkdir()
    git(made, "init", "-q", "-b", "main")
    return made


def refused(folder: Path) -> Words:
    with pytest.raises(GitError) as error:
        log(opened(str(folder)), [])
    assert error.value.words.en
    assert error.value.words.zh
    return error.value.words


def test_commits_are_told_the_oldest_first_with_author_zone_and_whole_message(folder: Path):
    commit(folder, "One\n\nBecause of 客户.", a="a\n")
    name = commit(folder, "Two", a="b\n", b="c\n")
    found = log(opened(str(folder)), []).records
    assert [record.commit.message for record in found] == ["One\n\nBecause of 客户.", "Two"]
    assert found[1].commit.id == name
    assert (found[0].commit.author, found[0].commit.email) == ("Ana", "ana@example.com")
    assert found[0].commit.time.isoformat() == "2026-05-04T10:00:00+08:00"
    assert [change.path for change in found[1].changes] == ["a.md", "b.md"]
    assert [
        blob.data for blob in blobs(opened(str(folder)), [each.blob for each in found[1].changes if each.blob])
    ] == [
        b"b\n",
        b"c\n",
    ]


@pytest.mark.parametrize("name", ['q"uote.md', "new\nline.md", "计划.md", "tab\t.md", " blank .md", "[a]*?.md"])
def test_odd_paths_are_told_as_they_are_and_renames_with_both_names(folder: Path, name: str):
    commit(folder, a="the very same words\n" * 5)
    git(folder, "mv", "a.md", name)
    commit(folder)
    (change,) = log(opened(str(folder)), []).records[-1].changes
    assert (change.path, change.former) == (name, "a.md")


def test_path_that_is_no_utf8_is_the_name_that_python_gives_to_the_file(folder: Path):
    raw = b"q2-\xe9.md"
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + raw)).write_text("x\n")
    except OSError:
        pytest.skip("this file system takes no such name")
    commit(folder)
    assert os.fsencode(log(opened(str(folder)), []).records[0].changes[0].path) == raw


def test_links_and_submodules_are_no_files(folder: Path, tmp_path: Path):
    commit(folder, a="x\n")
    (folder / "link.md").symlink_to("a.md")
    head = git(folder, "rev-parse", "HEAD")
    git(folder, "update-index", "--add", "--cacheinfo", f"160000,{head},sub")
    git(folder, "add", "link.md")
    git(folder, "commit", "-qm", "Odd things")
    assert [record.commit.message for record in log(opened(str(folder)), []).records if record.changes] == ["A change"]


def test_merge_is_told_against_its_first_parent(folder: Path):
    commit(folder, a="x\n")
    git(folder, "checkout", "-q", "-b", "side")
    commit(folder, "On the side", b="y\n")
    git(folder, "checkout", "-q", "main")
    commit(folder, "Meanwhile", c="z\n")
    git(folder, "merge", "-q", "--no-ff", "-m", "Merged", "side")
    found = log(opened(str(folder)), []).records
    assert [(record.commit.message, [each.path for each in record.changes]) for record in found] == [
        ("A change", ["a.md"]),
        ("Meanwhile", ["c.md"]),
        ("Merged", ["b.md"]),
    ]


def test_detached_head_and_worktree_are_as_good_as_a_branch(folder: Path, tmp_path: Path):
    commit(folder, a="x\n")
    git(folder, "worktree", "add", "-q", "--detach", str(tmp_path / "other"))
    git(folder, "checkout", "-q", "--detach")
    assert len(log(opened(str(folder)), []).records) == len(log(opened(str(tmp_path / "other")), []).records) == 1


def test_environment_of_a_hook_does_not_lead_to_another_repository(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    commit(folder, "Here", a="x\n")
    (tmp_path / "elsewhere").mkdir()
    git(tmp_path / "elsewhere", "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    assert log(opened(str(folder)), []).records[0].commit.message == "Here"


def test_no_git_no_repository_and_no_commit_are_said(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert refused(folder) == gaps.NO_COMMIT
    outside = tmp_path / "outside"
    outside.mkdir()
    assert refused(outside) == gaps.NO_REPOSITORY
    monkeypatch.setenv("PATH", str(outside))
    assert refused(folder) == gaps.NO_GIT


def test_repository_of_somebody_else_is_refused_by_git_and_said(folder: Path, monkeypatch: pytest.MonkeyPatch):
    commit(folder, a="x\n")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert "safe.directory" in refused(folder).en


def test_shallow_clone_says_from_which_day_on_things_are_known(folder: Path, tmp_path: Path):
    commit(folder, a="x\n")
    commit(folder, a="y\n")
    git(tmp_path, "clone", "-q", "--depth", "1", folder.as_uri(), "shallow")
    found = log(opened(str(tmp_path / "shallow")), [])
    assert len(found.records) == 1
    assert found.gap is not None
    assert "2026-05-04" in found.gap.en
    assert "2026-05-04" in found.gap.zh


def test_damaged_contents_are_told_and_the_others_read(folder: Path):
    commit(folder, a="one\n")
    commit(folder, a="two\n")
    commit(folder, a="three\n")
    names = [change.blob or "" for record in log(opened(str(folder)), []).records for change in record.changes]
    place = folder / ".git" / "objects" / names[1][:2] / names[1][2:]
    place.chmod(0o644)
    place.write_bytes(b"no object")
    found = list(blobs(opened(str(folder)), names))
    assert [blob.state for blob in found] == ["whole", "missing", "whole"]
    place.unlink()
    assert [blob.state for blob in blobs(opened(str(folder)), names)] == ["whole", "missing", "whole"]


def test_damaged_commit_ends_what_is_known_and_is_said(folder: Path):
    first = commit(folder, a="one\n")
    for text in ("two\n", "three\n", "four\n"):
        commit(folder, a=text)
    (folder / ".git" / "objects" / first[:2] / first[2:]).unlink()
    found = log(opened(str(folder)), [])
    assert found.gap is not None
    assert "git fsck" in found.gap.en
    assert 1 <= len(found.records) <= 3


def test_partial_clone_fetches_nothing_and_runs_nothing(folder: Path, tmp_path: Path):
    commit(folder, a="one\n" * 30)
    git(folder, "mv", "a.md", "b.md")
    commit(folder, b="one\n" * 29 + "two\n")
    git(folder, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", folder.as_uri(), "partial")
    partial = tmp_path / "partial"
    marker = tmp_path / "ran"
    git(partial, "config", "remote.origin.url", f"ext::sh -c touch% {marker}")
    git(partial, "config", "protocol.ext.allow", "always")
    found = log(opened(str(partial)), [])
    assert len(found.records) == 2
    names = [change.blob or "" for record in found.records for change in record.changes if change.blob]
    assert {blob.state for blob in blobs(opened(str(partial)), names)} == {"missing"}
    assert not marker.exists()


def test_configuration_and_hooks_of_the_repository_run_nothing(folder: Path, tmp_path: Path):
    commit(folder, a="one\n")
    marker = tmp_path / "ran"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {marker}\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.external", "diff.x.textconv", "gpg.program", "pager.log"):
        git(folder, "config", key, str(script))
    git(folder, "config", "log.showSignature", "true")
    (folder / ".git" / "info" / "attributes").write_text("*.md diff=x\n")
    marker.unlink(missing_ok=True)
    before = sorted(path for path in (folder / ".git").rglob("*"))
    found = log(opened(str(folder)), [])
    assert [blob.data for blob in blobs(opened(str(folder)), [found.records[0].changes[0].blob or ""])] == [b"one\n"]
    assert not marker.exists()
    assert sorted(path for path in (folder / ".git").rglob("*")) == before


@pytest.mark.skipif(os.name != "posix", reason="a script stands for git")
def test_git_that_hangs_is_ended(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    commit(folder, a="one\n")
    false = tmp_path / "bin"
    false.mkdir()
    (false / "git").write_text("#!/bin/sh\nsleep 60 & wait\n")
    (false / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{false}:{os.environ['PATH']}")
    with pytest.raises(GitError) as error:
        opened(str(folder), seconds=2.4)
    assert "took longer" in error.value.words.en


def test_broken_dates_and_encodings_are_no_hindrance(folder: Path):
    commit(folder, a="one\n")
    tree = git(folder, "rev-parse", "HEAD^{tree}")
    raw = (
        f"tree {tree}\nauthor A <a> 99999999999999 +9900\ncommitter B <b> 1777860000 +0800\nencoding none\n\n".encode()
    )
    done = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=folder, input=raw + b"caf\xe9\n", capture_output=True, check=True,
    )  # fmt: skip
    git(folder, "update-ref", "refs/heads/main", done.stdout.decode().strip())
    (record,) = log(opened(str(folder)), []).records
    assert record.commit.time.year == 2026
    assert record.commit.message.startswith("caf")


def test_contents_over_the_limit_are_passed_over(folder: Path):
    commit(folder, a="x" * 12_000_001, b="y\n")
    names = [change.blob or "" for change in log(opened(str(folder)), []).records[0].changes]
    assert [blob.state for blob in blobs(opened(str(folder)), names)] == ["large", "whole"]
