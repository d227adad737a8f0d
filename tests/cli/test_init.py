"""`okrlint init`: it writes what is missing, and leaves alone what is there."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import okrlint as package
from okrlint.config.discovery import load
from okrlint.config.schema import ConfigFile
from okrlint.config.settings import Settings
from okrlint.starting.project import configuration, hook_file, pipeline, service_of

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

PROJECT = Path(__file__).parents[2]


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def is_valid(schema: str, path: Path) -> bool:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    return subprocess.run(command, capture_output=True).returncode == 0


def test_an_empty_folder(okrlint: Run, tmp_path: Path) -> None:
    done = okrlint("init")
    assert (done.returncode, done.stderr) == (0, "")
    assert files(tmp_path) == {"okrlint.toml", ".pre-commit-config.yaml"}
    assert "Written: okrlint.toml\n" in done.stdout
    assert "Written: .pre-commit-config.yaml" in done.stdout
    assert "--ci github or --ci gitlab" in done.stdout
    assert "Next: okrlint check ." in done.stdout
    again = okrlint("init")
    assert again.returncode == 0
    assert "Written" not in again.stdout
    assert again.stdout.count("Left as it is") == 2


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_configuration_says_nothing_but_defaults(okrlint: Run, tmp_path: Path, language: str) -> None:
    assert okrlint("init", "--lang", language).returncode == 0
    path = tmp_path / "okrlint.toml"
    assert load(str(path))._replace(source=None) == Settings()
    assert path.read_text("utf-8") == configuration(language, None)
    assert okrlint("config", "okrs.md").returncode == 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_key_is_shown_with_its_default(language: str, tmp_path: Path) -> None:
    lines = configuration(language, None).splitlines()
    shown = [line.removeprefix("# ") for line in lines if line.startswith("# ") and (" = " in line or "# [" in line)]
    values = tomllib.loads("\n".join(line for line in shown if not line.startswith(("# ", "`"))))
    fields = {field.alias or name: field for name, field in ConfigFile.model_fields.items()}
    assert set(values) == {name.replace("_", "-") for name in ConfigFile.model_fields}
    examples = {"select", "min-confidence", "timezone", "include", "extends", "baseline", "severity", "options",
                "lexicon", "per-path", "plugins", "teams", "word-lists", "fields", "rules"}  # fmt: skip
    for name in set(values) - examples:
        assert values[name] == fields[name].default, name
    del values["extends"]
    path = tmp_path / "okrlint.toml"
    uncommented = [line for line in shown if not line.startswith("extends")]
    path.write_text("\n".join(uncommented), encoding="utf-8")
    assert load(str(path)).require_reason is False


def test_a_preset_is_set(okrlint: Run, tmp_path: Path) -> None:
    assert okrlint("init", "--preset", "google").returncode == 0
    assert load(str(tmp_path / "okrlint.toml")).preset == "google"
    done = okrlint("init", "--preset", "gogle")
    assert done.returncode == 2
    assert "did you mean 'google'?" in done.stderr


def test_nothing_is_written_where_an_option_is_wrong(okrlint: Run, tmp_path: Path) -> None:
    assert okrlint("init", "--preset", "gogle").returncode == 2
    assert okrlint("init", "--ci", "jenkins").returncode == 2
    assert files(tmp_path) == set()


@pytest.mark.parametrize("sign", [".github/CODEOWNERS", ".git/config"])
def test_github_is_told_by_its_signs(okrlint: Run, write: Write, tmp_path: Path, sign: str) -> None:
    write(sign, '[remote "origin"]\n\turl = git@github.com:team/okrs.git\n')
    assert okrlint("init").returncode == 0
    workflow = tmp_path / ".github/workflows/okrlint.yml"
    assert workflow.read_text("utf-8") == pipeline("github", package.__version__)
    assert is_valid("vendor.github-workflows", workflow)
    steps = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]["okrlint"]["steps"]
    assert steps[-1]["run"] == "okrlint check --format github ."
    assert f"=={package.__version__}" in steps[-2]["run"]


def test_gitlab_is_told_by_its_remote(okrlint: Run, write: Write, tmp_path: Path) -> None:
    write(".git/config", '[remote "origin"]\n\turl = https://gitlab.example.org/team/okrs.git\n')
    assert okrlint("init").returncode == 0
    assert (tmp_path / ".gitlab-ci.yml").read_text("utf-8") == pipeline("gitlab", package.__version__)
    assert is_valid("vendor.gitlab-ci", tmp_path / ".gitlab-ci.yml")


def test_ci_can_be_chosen_or_left_out(okrlint: Run, tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    assert okrlint("init", "--ci", "none").returncode == 0
    assert not (tmp_path / ".github/workflows").exists()
    assert okrlint("init", "--ci", "gitlab").returncode == 0
    assert (tmp_path / ".gitlab-ci.yml").exists()


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("git@github.com:team/okrs.git", "github"),
        ("https://token@github.example.org/team/okrs.git", "github"),
        ("ssh://git@gitlab.example.org:2222/team/okrs.git", "gitlab"),
        ("https://example.org/github/okrs.git", None),
        ("../github", None),
        ("", None),
    ],
)
def test_a_remote_is_known_by_its_host(url: str, service: str | None) -> None:
    assert service_of(f'[core]\n\tbare = false\n[remote "origin"]\n\turl = {url}\n\tfetch = +refs\n') == service


def test_what_exists_is_not_touched_and_what_to_add_is_told(okrlint: Run, write: Write, tmp_path: Path) -> None:
    kept = {
        "pyproject.toml": '[project]\nname = "x"\n\n[tool.okrlint]\nlang = "zh"\n',
        ".pre-commit-config.yaml": "repos: []  # none yet\n",
        ".gitlab-ci.yml": "stages: [test]\n",
    }
    for name, text in kept.items():
        write(name, text)
    done = okrlint("init")
    assert done.returncode == 0
    assert {name: (tmp_path / name).read_text("utf-8") for name in files(tmp_path)} == kept
    assert "pyproject.toml ([tool.okrlint] of pyproject.toml configures okrlint)" in done.stdout
    assert "  - repo: local\n    hooks:\n      - id: okrlint\n" in done.stdout
    assert "okrlint:\n  image: python" in done.stdout


def test_a_project_file_without_our_table_is_no_configuration(okrlint: Run, write: Write, tmp_path: Path) -> None:
    write("pyproject.toml", '[project]\nname = "x"\n')
    assert okrlint("init").returncode == 0
    assert (tmp_path / "okrlint.toml").exists()


def test_another_folder(okrlint: Run, tmp_path: Path) -> None:
    (tmp_path / "our plans").mkdir()
    done = okrlint("init", "our plans")
    assert files(tmp_path) == {"our plans/okrlint.toml", "our plans/.pre-commit-config.yaml"}
    assert "Next: okrlint check 'our plans'" in done.stdout


def test_a_folder_that_is_none(okrlint: Run, write: Write) -> None:
    write("file", "")
    for name in ("file", "nowhere"):
        done = okrlint("init", name)
        assert (done.returncode, done.stderr) == (2, f"okrlint: {name}: there is no such folder; make it first\n")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_a_folder_that_cannot_be_written(okrlint: Run, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    done = okrlint("init", "locked")
    assert done.returncode == 2
    assert "cannot be written: Permission denied" in done.stderr


def test_a_workflow_whose_folder_cannot_be_made(okrlint: Run, write: Write) -> None:
    write(".github", "a file in its place")
    done = okrlint("init", "--ci", "github")
    assert done.returncode == 2
    assert "cannot be made" in done.stderr


def test_the_hook_is_the_one_that_the_project_offers() -> None:
    (hook,) = yaml.safe_load(hook_file("1.2.3"))["repos"][0]["hooks"]
    offered = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
    for key in ("id", "name", "entry", "language", "files", "require_serial"):
        assert hook[key] == offered[key]
    assert hook["additional_dependencies"] == ["okrlint[docx,xlsx]==1.2.3"]


def test_the_hook_is_valid(okrlint: Run, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    okrlint("init")
    command = [sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
