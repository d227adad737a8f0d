"""`okrlint history`: tables and JSON of real repositories, and what is said where nothing can be known."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okrlint.cli.main import main


def git(folder: Path, *words: str) -> None:
    named = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    named |= {"GIT_AUTHOR_DATE": "2026-05-04T10:00:00+0800", "GIT_COMMITTER_DATE": "2026-05-04T10:00:00+0800"}
    subprocess.run(
        ["git", "-c", "user.name=Ana", "-c", "user.email=ana@example.com", *words],
        cwd=folder, env=named, check=True, capture_output=True,
    )  # fmt: skip


def commit(folder: Path, message: str, **files: str | None) -> None:
    for name, text in files.items():
        if text is None:
            (folder / f"{name}.md").unlink()
        else:
            (folder / f"{name}.md").write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def text(target: int, confidence: float, more: str = "") -> str:
    return (
        "# Sales OKRs 2026-Q2\n\n## O1: Win the small shops of the region\n\n"
        f"- KR1: Raise paying shops from 100 to {target}\n  - Owner: Ana Silva\n  - Confidence: {confidence}\n"
        f"- KR2: Cut days to first order from 9 to 4\n{more}"
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "okrs"
    made.mkdir()
    git(made, "init", "-q", "-b", "main")
    monkeypatch.chdir(made)
    return made


def history(*words: str) -> Result:
    return CliRunner().invoke(main, ["history", "--no-cache", "--jobs", "1", *words])


def test_target_that_was_changed_is_told_with_day_author_and_commit(folder: Path):
    commit(folder, "First", q2=text(900, 0.3))
    commit(folder, "Less", q2=text(500, 0.7) + "\nThe market has changed.\n")
    name = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, check=True).stdout[:8].decode()
    done = history("--lang", "en")
    assert done.exit_code == 0, done.output
    assert f"target 900 → 500; confidence 0.3 → 0.7 (2026-05-04, Ana, {name})" in done.output
    assert "confidence ▃▆ 0.3 → 0.7" in done.output


@pytest.mark.parametrize(("page", "language"), [("history.md", "en"), ("history.zh.md", "zh")])
def test_output_on_the_page_is_what_the_command_prints(folder: Path, page: str, language: str):
    commit(folder, "First", q2=text(900, 0.3))
    commit(folder, "Less", q2=text(500, 0.7))
    printed = re.sub(r"\b[0-9a-f]{8}\b", "1a2b3c4d", history("--lang", language).output)
    shown = Path(__file__).parents[2].joinpath("docs", page).read_text(encoding="utf-8")
    assert f"```text\n{printed}```" in shown


def test_renamed_file_removed_item_and_edit_that_is_not_committed_are_followed(folder: Path):
    commit(folder, "First", q2=text(900, 0.3, "- KR3: Open 3 show rooms in the north\n"))
    git(folder, "mv", "q2.md", "sales.md")
    commit(folder, "Another name")
    commit(folder, "One less", sales=text(900, 0.3))
    (folder / "sales.md").write_text(text(700, 0.3))
    data = json.loads(history("--format", "json").output)
    aim = next(item for item in data["items"] if item["text"].startswith("Raise"))
    assert [version["said"]["text"][-3:] for version in aim["versions"]] == ["900", "900", "700"]
    assert aim["versions"][-1]["commit"] is None
    gone = next(item for item in data["items"] if item["removal"])
    assert gone["removal"]["commit"]["message"] == "One less"
    assert gone["text"] == "Open 3 show rooms in the north"


def test_file_that_is_gone_counts_where_a_folder_is_named_and_not_where_a_file_is(folder: Path):
    commit(folder, "First", a=text(900, 0.3), b=text(800, 0.3).replace("shops", "hotels"))
    commit(folder, "Gone", b=None)
    assert "hotels" in history(".").output
    assert "hotels" not in history("a.md").output


def test_output_is_valid_under_its_schema(folder: Path):
    import jsonschema

    commit(folder, "First", q2=text(900, 0.3))
    schema = CliRunner().invoke(main, ["schema", "history"])
    jsonschema.validate(json.loads(history("--format", "json").output), json.loads(schema.output))


def test_no_repository_and_no_commit_end_with_2_and_a_message(folder: Path, tmp_path: Path):
    (folder / "q2.md").write_text(text(900, 0.3))
    assert history("q2.md").exit_code == 2
    assert "no commit yet" in history("q2.md", "--lang", "en").output
    (tmp_path / "alone.md").write_text(text(900, 0.3))
    done = history(str(tmp_path / "alone.md"), "--lang", "zh")
    assert done.exit_code == 2
    assert "不是 git 仓库" in done.output


def test_cache_and_processes_change_nothing(folder: Path, tmp_path: Path):
    for target in (900, 800, 700):
        commit(folder, f"To {target}", q2=text(target, 0.5))
    plain = history().output
    cached = ["history", "--cache-dir", str(tmp_path / "cache")]
    assert CliRunner().invoke(main, cached).output == plain
    assert CliRunner().invoke(main, cached).output == plain
    assert CliRunner().invoke(main, ["history", "--no-cache", "--jobs", "2"]).output == plain
