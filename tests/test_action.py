"""The action for GitHub: valid, and its steps run as a runner runs them, with inputs that nobody should run."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parent.parent
ACTION = yaml.safe_load((PROJECT / "action.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")

BAD = "# OKRs 2026-Q2\n\n## O1: Make every customer glad they stayed\n\n- KR1: Hold weekly meetings\n"
NO_INDEX = re.compile(r"No matching distribution|Connection|NameResolution|Temporary failure|timed out|unreachable")

Act = Callable[..., subprocess.CompletedProcess[str]]


def run_step(name: str, folder: Path, temporary: Path, inputs: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step's script with the variables that it asks for, as a runner does."""
    values = {name: given["default"] for name, given in ACTION["inputs"].items()} | inputs
    step = STEPS[name]
    variables = {name: INPUT.sub(lambda match: values[match[1]], text) for name, text in step["env"].items()}
    script = temporary / f"{name}.sh"
    script.write_text(step["run"], encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
        cwd=folder,
        env=kept
        | {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(PROJECT),
            "GITHUB_OUTPUT": str(folder / ".outputs"),
            "GITHUB_STEP_SUMMARY": str(folder / ".summary.md"),
            "GITHUB_WORKSPACE": str(folder),
            "PIP_COMPILE": "0",  # of what is installed the tests run little
            "RUNNER_TEMP": str(temporary),
        }
        | variables,
        text=True,
        encoding="utf-8",
        capture_output=True,
    )


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a runner's folder in which the first step has installed okrlint."""
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    folder, elsewhere = tmp_path_factory.mktemp("runner temp"), tmp_path_factory.mktemp("workspace")
    for name in ("pip", "venv", "ensurepip", "okrlint"):  # what a linted repository may hold is not imported
        (elsewhere / f"{name}.py").write_text("open('imported', 'w').close(); raise SystemExit(3)\n", encoding="utf-8")
    done = run_step("Install okrlint", elsewhere, folder, {})
    if done.returncode and NO_INDEX.search(done.stderr):
        pytest.skip("the package index is not reachable")
    assert done.returncode == 0, done.stderr
    assert not (elsewhere / "imported").exists()
    return folder


@pytest.fixture
def act(temporary: Path, tmp_path: Path) -> Act:
    """Run the step that lints in a workspace."""
    return lambda **inputs: run_step(
        "Lint", tmp_path, temporary, {name.replace("_", "-"): value for name, value in inputs.items()}
    )


def test_it_is_valid() -> None:
    checker = pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed").__name__
    done = subprocess.run(
        [sys.executable, "-m", checker, "--builtin-schema", "vendor.github-actions", str(PROJECT / "action.yml")],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_no_input_is_pasted_into_a_script() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
        for value in step.get("env", {}).values():
            assert INPUT.fullmatch(value)
    used = INPUT.findall(json.dumps(ACTION["runs"]))
    assert set(used) == set(ACTION["inputs"])
    for step in STEPS.values():
        assert "uses" not in step or re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])


def test_findings_become_annotations_and_fail_the_step(act: Act, tmp_path: Path) -> None:
    (tmp_path / "q2.md").write_text(BAD, encoding="utf-8")
    done = act()
    assert done.returncode == 1
    assert re.search(r"^::error .*file=q2\.md,line=5,", done.stdout, re.MULTILINE)
    assert "KW002" in done.stdout


def test_a_clean_workspace_passes(act: Act, tmp_path: Path) -> None:
    shutil.copy(PROJECT / "docs/examples/marketing-after.en.md", tmp_path / "q1.md")
    done = act(args="--today=2022-01-07")
    assert done.returncode == 0, done.stdout


def test_inputs_are_passed_on(act: Act, tmp_path: Path) -> None:
    for name in ("a plan.md", "b.md", "c.md"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    (tmp_path / "ours.toml").write_text('lang = "zh"\n', encoding="utf-8")
    done = act(
        paths="a plan.md\nb.md\n",
        config="ours.toml",
        preset="google",
        fail_on="never",
        format="json",
        args="--select=ST002,KW\n--min-confidence=high\n",
    )
    findings = json.loads(done.stdout)["findings"]
    assert done.returncode == 0
    assert {finding["path"] for finding in findings} == {"a plan.md", "b.md"}
    assert {finding["code"][:2] for finding in findings} == {"KW"}
    assert "关键结果" in done.stdout or "工作" in done.stdout


def test_a_wrong_input_is_told(act: Act, tmp_path: Path) -> None:
    done = act(preset="gogle")
    assert done.returncode == 2
    assert "did you mean 'google'?" in done.stderr


def test_a_report_for_code_scanning_is_written_too(act: Act, tmp_path: Path) -> None:
    (tmp_path / "q2.md").write_text(BAD, encoding="utf-8")
    done = act(sarif_file="okr lint.sarif")
    assert done.returncode == 1
    assert "::error " in done.stdout
    report = json.loads((tmp_path / "okr lint.sarif").read_text("utf-8"))
    assert "KW002" in {result["ruleId"] for result in report["runs"][0]["results"]}
    assert (tmp_path / ".outputs").read_text("utf-8") == "sarif-file=okr lint.sarif\n"


HOSTILE = (
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned #",
    "'; touch pwned; '",
    '"; touch pwned; "',
    "&& touch pwned",
    "a\ntouch pwned\n",
    "x=(`touch pwned`)",
    "*\\",
)


NAMES = ("paths", "preset", "config", "fail_on", "format", "args")


@pytest.mark.parametrize(
    "inputs",
    [
        *(dict.fromkeys(NAMES, words) for words in HOSTILE),
        *({name: words} for name, words in zip(NAMES, HOSTILE, strict=False)),  # and each where all others are sound
    ],
)
def test_what_is_in_an_input_is_not_run(act: Act, tmp_path: Path, inputs: dict[str, str]) -> None:
    (tmp_path / "q2.md").write_text(BAD, encoding="utf-8")
    done = act(**inputs)
    assert done.returncode == 2, done
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == ["q2.md"]


def test_an_input_sets_no_output_of_its_own(act: Act, tmp_path: Path) -> None:
    done = act(sarif_file="a.sarif\nother=$(touch pwned)")
    assert done.returncode == 2
    assert not (tmp_path / ".outputs").exists()


def test_a_path_is_no_option(act: Act, tmp_path: Path) -> None:
    (tmp_path / "--exit-zero").write_text(BAD, encoding="utf-8")
    assert act(paths="--exit-zero", args="--select=KW002").returncode == 1


def test_a_version_is_no_more_than_a_version(tmp_path: Path) -> None:
    for version in (
        *HOSTILE,
        "1.0 --index-url=file:///nowhere",
        "1.0\n-r requirements.txt",
        "1.0,>=0",
        "1 @ file:///x",
    ):
        done = run_step("Install okrlint", tmp_path, tmp_path, {"version": version})
        assert (done.returncode, done.stderr) == (2, "version is a release such as 1.2.0\n")
        assert [path.name for path in tmp_path.iterdir()] == ["Install okrlint.sh"]
