"""The hooks, run by pre-commit for real: it clones the project, installs it, and stands before a commit."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from okrlint.registry import installed

pytest.importorskip("pre_commit", reason="pre-commit is not installed")
if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)

PROJECT = Path(__file__).parent.parent
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
PARTS = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "src", "rules")

GOOD = (PROJECT / "docs/examples/marketing-after.en.md").read_text("utf-8")
BAD = "# OKRs 2026-Q2\n\n## O1: Make every customer glad they stayed\n\n- KR1: Hold weekly meetings\n"
NO_INDEX = re.compile(r"No matching distribution|Connection|NameResolution|Temporary failure|timed out|unreachable")

Done = subprocess.CompletedProcess[str]


class Place(NamedTuple):
    """A git repository, and the variables that programs run with there."""

    folder: Path
    variables: dict[str, str]

    def run(self, *command: str) -> Done:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.variables,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def git(self, *args: str) -> str:
        done = self.run("git", *args)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def pre_commit(self, *args: str) -> Done:
        return self.run(sys.executable, "-m", "pre_commit", *args)

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        self.git("add", name)

    def commit(self) -> Done:
        """Commit what is staged, as its author does: the hooks run first."""
        return self.run("git", "commit", "--message", "Plan the quarter")


@pytest.fixture(scope="module")
def variables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables under which neither git nor pre-commit sees anything of the user's or of the repository around."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    return kept | {
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "PRE_COMMIT_COLOR": "never",
        "PIP_COMPILE": "0",  # of what is installed the tests run little
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "okr@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, variables: dict[str, str]) -> Place:
    """Return a repository that holds the project as it is now."""
    place = Place(tmp_path_factory.mktemp("hooks"), variables)
    for name in PARTS:
        source, target = PROJECT / name, place.folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(source, target)
    place.git("init", "--quiet")
    place.git("add", "--all")
    place.git("commit", "--quiet", "--message", "Hooks")
    return place


@pytest.fixture(scope="module")
def is_built(tmp_path_factory: pytest.TempPathFactory, hooks: Place) -> None:
    """Have pre-commit build the environment once: it keeps it, and all repositories share it."""
    place = _repository(tmp_path_factory.mktemp("first"), hooks)
    done = place.pre_commit("install-hooks")
    if done.returncode and NO_INDEX.search(done.stdout):
        pytest.skip("the package index is not reachable")
    assert done.returncode == 0, done.stdout


@pytest.fixture
def team(tmp_path: Path, hooks: Place, is_built: None) -> Place:
    """Return a team's repository in which each commit is linted."""
    place = _repository(tmp_path / "team", hooks)
    assert place.pre_commit("install").returncode == 0
    return place


def _repository(folder: Path, hooks: Place, *ids: str, **options: Any) -> Place:
    place = Place(folder, hooks.variables)
    folder.mkdir(exist_ok=True)
    place.git("init", "--quiet")
    entries = [{"id": name, **options} for name in ids or ("okrlint",)]
    repo = {"repo": str(hooks.folder), "rev": hooks.git("rev-parse", "HEAD"), "hooks": entries}
    place.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [repo]}))
    return place


def test_the_manifest_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(PROJECT / ".pre-commit-hooks.yaml")],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout


def test_the_patterns_are_those_of_the_readers() -> None:
    suffixes = {suffix for ref in installed().readers for suffix in ref.suffixes}
    pattern = re.compile(HOOKS["okrlint"]["files"])
    assert all(pattern.search(f"okrs/q2{suffix}") and pattern.search(f"Q2{suffix.upper()}") for suffix in suffixes)
    assert not any(map(pattern.search, ("q2.py", "q2.md.bak", "xlsx", "Makefile", "logo.png")))


def test_what_spreadsheets_need_is_installed_with_the_hook() -> None:
    import tomllib

    extras = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for hook in HOOKS.values():  # the same for each: pre-commit then builds one environment
        assert set(hook["additional_dependencies"]) == {*extras["docx"], *extras["xlsx"]}


def test_a_commit_with_a_bad_document_is_stopped(team: Place) -> None:
    team.write("okrs/q2.md", BAD)
    team.write("README.md", "# Our shop\n")
    done = team.commit()
    assert done.returncode == 1
    assert "README.md" not in done.stdout
    assert "okrs/q2.md:5:8: error KW002 kr-is-activity [O1 KR1]" in done.stdout
    assert team.run("git", "log").returncode == 128  # there is no commit


def test_a_commit_with_a_good_document_passes(team: Place) -> None:
    team.write("okrs/q1.md", GOOD)
    done = team.commit()
    assert done.returncode == 0, done.stdout
    assert re.search(r"^okrlint\.+Passed$", done.stdout, re.MULTILINE)
    assert "Plan the quarter" in team.git("log")


def test_other_changed_files_do_not_stop_a_commit(team: Place) -> None:
    team.write("README.md", "# Our shop\n\nHow to build it.\n\n```\nmake\n```\n")
    team.write("empty.md", "")
    team.write("chart/templates/deploy.yaml", "{{- if .Values.on }}\nkind: {{ .Values.kind }}\n{{- end }}\n")
    team.write(".github/workflows/ci.yml", "on: push\njobs:\n  a: &a {runs-on: x}\n  b: *c\n")
    team.write("tsconfig.json", '{\n  // comments\n  "strict": true,\n}\n')
    locked = ",".join(['{"integrity": "sha512-okr/KR+objective"}'] * 150_000)
    team.write("package-lock.json", f'{{"packages": [{locked}]}}')  # 6 MB
    team.write("people.csv", "name,mail\nAna,ana@example.org\n")
    team.write("broken.csv", b"\xff\xfe\x00\x01binary")
    team.write("budget.xlsx", b"PK\x03\x04 no workbook")
    done = team.commit()
    assert done.returncode == 0, done.stdout


def test_a_broken_okr_document_stops_a_commit(team: Place) -> None:
    team.write("okrs/q2.yaml", "objectives:\n  - objective: Win\n   key_results: [a\n")
    done = team.commit()
    assert done.returncode == 1
    assert "okrs/q2.yaml:3:" in done.stdout
    assert "EN005" in done.stdout


def test_a_spreadsheet_is_linted(team: Place) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (("Objective", "Key result", "Owner"), ("Make guests glad", "Hold weekly meetings", "TBD")):
        book.active.append(row)
    book.save(team.folder / "okr.xlsx")
    team.git("add", "okr.xlsx")
    done = team.commit()
    assert done.returncode == 1
    assert "OW004" in done.stdout


def test_many_files_are_linted_in_one_run(team: Place) -> None:
    (team.folder / "okrs").mkdir()
    for number in range(300):
        (team.folder / f"okrs/{'a-long-name-' * 8}{number}.md").write_text(BAD, encoding="utf-8")
    team.git("add", "okrs")
    done = team.commit()
    assert done.returncode == 1
    assert "300 files" in done.stdout
    assert done.stdout.count("KW002") == 300


def test_what_is_excluded_stays_so_where_it_is_named(team: Place) -> None:
    team.write("okrlint.toml", 'exclude = ["archive/"]\n')
    team.write("archive/q1.md", BAD)
    assert team.commit().returncode == 0
    team.write("q2.md", BAD)
    assert team.commit().returncode == 1


def test_options_and_files_are_the_teams_to_set(tmp_path: Path, hooks: Place, is_built: None) -> None:
    place = _repository(tmp_path / "team", hooks, args=["--select", "ST", "--lang", "zh"], files="^okrs/")
    place.write("okrs/q2.md", BAD)
    place.write("drafts/q3.md", BAD)
    done = place.pre_commit("run", "--all-files")
    assert done.returncode == 1
    assert "ST002" in done.stdout
    assert "KW002" not in done.stdout
    assert "drafts" not in done.stdout


def test_the_fixing_hook_changes_the_file_and_passes_the_second_time(
    tmp_path: Path, hooks: Place, is_built: None
) -> None:
    place = _repository(tmp_path / "team", hooks, "okrlint-fix")
    place.write("q1.md", GOOD.replace("cost per download @lin.yue", "cost per download， as ever @lin.yue"))
    place.write("README.md", "# A shop， and more\n")
    first = place.pre_commit("run", "--all-files")
    assert first.returncode == 1
    assert "files were modified by this hook" in first.stdout
    assert "cost per download, as ever" in (place.folder / "q1.md").read_text("utf-8")
    assert "，" in (place.folder / "README.md").read_text("utf-8")
    place.git("add", "--all")
    second = place.pre_commit("run", "--all-files")
    assert second.returncode == 0, second.stdout


def test_try_repo(tmp_path: Path, hooks: Place, is_built: None) -> None:
    place = Place(tmp_path, hooks.variables)
    place.git("init", "--quiet")
    place.write("okrs/q2.md", BAD)
    done = place.pre_commit("try-repo", str(hooks.folder), "okrlint", "--all-files")
    assert done.returncode == 1
    assert "KW002" in done.stdout


def test_each_hook_runs_once_and_lets_other_files_pass() -> None:
    for hook in HOOKS.values():
        assert hook["entry"].split()[0] == "okrlint"
        assert hook["require_serial"]
        assert {"--allow-empty", "--force-exclude"} <= set(hook["entry"].split())
