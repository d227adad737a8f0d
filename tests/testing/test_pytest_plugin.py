"""The fixture `rule_check`, in a project of its own with pytest in a process of its own."""

import os
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

PLUGIN = """
from okrlint.plugins import RuleRef, hookimpl

@hookimpl
def okrlint_rules():
    return [RuleRef("ACME002", "kr-b", "acme_rules:Second"), RuleRef("ACME001", "kr-a", "acme_rules:First")]
"""
RULES = """
from okrlint.plugins import Examples, KeyResultRule, Meta, Severity, Words

class First(KeyResultRule):
    "Finds the word scheme."

    meta = Meta("ACME001", "kr-a", Words("No scheme.", "不要方案。"), Severity.WARNING)
    manual_zh = "找出 scheme 一词。"
    messages = {"m": Words("no {word}", "不要{word}")}
    examples = Examples(
        {"en": ("Launch a ⟦scheme⟧",), "zh": ("设计一个⟦scheme⟧",)},
        {"en": ("Retention rises to 75%",), "zh": ("留存率提升到 75%",)},
    )

    def check(self, item, context):
        at = item.text.value.find("scheme")
        if at >= 0:
            yield self.hit(item.text.locate(at, at + 6), "m", word="scheme")

class Second(First):
    "As the first."

    meta = First.meta._replace(code="ACME002", name="kr-b")
"""
PYPROJECT = """
[project]
name = "acme-okr"
version = "1.2"

[project.entry-points.okrlint]
acme = "acme_okr"
"""
TEST = "def test_rules(rule_check):\n    rule_check()\n"


class Project:
    """A project with an okrlint plugin, and what is installed."""

    def __init__(self, folder: Path) -> None:
        self.site, self.root = folder / "site", folder / "project"
        for each in (self.site, self.root):
            each.mkdir()
        self.install("acme-okr", "acme = acme_okr", acme_okr=PLUGIN, acme_rules=RULES)
        self.write("pyproject.toml", PYPROJECT)
        self.write("test_rules.py", TEST)

    def install(self, distribution: str, point: str, **modules: str) -> None:
        info = self.site / f"{distribution.replace('-', '_')}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[okrlint]\n{point}\n", "utf-8")
        for name, text in modules.items():
            (self.site / f"{name}.py").write_text(text, "utf-8")

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text, "utf-8")

    def run(self, *args: str, site: bool = True) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
        env["PYTHONPATH"] = str(self.site) if site else ""
        env.pop("PYTEST_ADDOPTS", None)
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "okrlint.testing.pytest_plugin",
            "--strict-markers",
            "-q",
            *args,
        ]
        return subprocess.run(command, cwd=self.root, env=env, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_the_entry_point_leads_to_the_plugin() -> None:
    root = Path(__file__).parents[2]
    points = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["pytest11"]
    assert [import_module(value).__name__ for value in points.values()] == ["okrlint.testing.pytest_plugin"]


def test_every_rule_of_the_project_is_checked(project: Project) -> None:
    done = project.run("-vv")
    assert done.returncode == 0, done.stdout
    names = [line.split("[")[1].split("]")[0] for line in done.stdout.splitlines() if "PASSED" in line]
    assert names[0] == "ACME001-ref"
    assert {name.partition("-")[0] for name in names} == {"ACME001", "ACME002"}
    assert names == sorted(names, key=lambda name: name.partition("-")[0])
    assert {"ACME002-fixes", "ACME002-formats-csv", "ACME002-messages", "ACME002-hostile"} <= set(names)
    again = project.run("-vv")
    assert names == [line.split("[")[1].split("]")[0] for line in again.stdout.splitlines() if "PASSED" in line]


def test_a_failure_tells_what_is_wrong_and_nothing_of_the_harness(project: Project) -> None:
    (project.site / "acme_rules.py").write_text(RULES.replace("at + 6", "at + 5"), "utf-8")
    done = project.run()
    assert done.returncode == 1
    assert "  5 | - KR1: Launch a scheme\n    |                 ^^^^^ found, and not due: no scheme\n" in done.stdout
    assert "    |                 ~~~~~~ due, and not found\n" in done.stdout
    for frame in ("pytest_plugin.py", "checks.py", "def check", "Traceback", "raise AssertionError"):
        assert frame not in done.stdout


@pytest.mark.parametrize(
    ("pyproject", "site", "said"),
    [
        (PYPROJECT, False, "okrlint does not see the plugin acme_okr"),
        (PYPROJECT.replace("acme-okr", "other"), True, "okrlint does not see the plugin acme_okr"),
        ('[project]\nname = "acme-okr"\n', True, "has no [project.entry-points.okrlint]"),
        (None, True, "has no [project.entry-points.okrlint]"),
        (PYPROJECT + '[tool.pytest.ini_options]\nokrlint_plugins = ["acme-okrs"]\n', True, "did you mean 'acme-okr'?"),
    ],
)
def test_a_plugin_that_is_not_there_is_said_in_words(
    project: Project, pyproject: str | None, site: bool, said: str
) -> None:
    if pyproject is None:
        (project.root / "pyproject.toml").unlink()
    else:
        project.write("pyproject.toml", pyproject)
    done = project.run(f"--rootdir={project.root}", site=site)
    assert done.returncode == 2, done.stdout
    assert said in done.stdout
    assert "Traceback" not in done.stdout
    assert ("pip install -e" in done.stdout) == ("does not see" in said)


@pytest.mark.parametrize("name", ["acme-okr", "acme", "ACME_okr"])
def test_a_plugin_can_be_named_in_the_settings(project: Project, name: str) -> None:
    project.write("pyproject.toml", f'[tool.pytest.ini_options]\nokrlint_plugins = ["{name}"]\n')
    done = project.run("--collect-only")
    assert done.returncode == 0, done.stdout
    assert "ACME001-ref" in done.stdout


def test_a_plugin_can_be_named_by_a_marker(project: Project) -> None:
    project.install("other-okr", "other = other_okr", other_okr=PLUGIN.replace("ACME", "OTHER").replace("kr-", "o-"))
    project.write("test_rules.py", f"import pytest\n\n@pytest.mark.okrlint_plugins('other-okr')\n{TEST}")
    done = project.run("-k", "ref")
    assert "OTHER001" in done.stdout  # its class calls itself ACME001
    assert "the reference has the code 'OTHER001', the rule's meta 'ACME001'" in done.stdout


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (PLUGIN.replace("RuleRef(", "RuleReference("), "plugin acme (acme-okr 1.2) "),
        (PLUGIN[: PLUGIN.index("return")] + "return []\n", "has no rules"),
        (PLUGIN.replace('"acme_rules:First"', '"acme_rules:Frist"'), "rule ACME001 cannot be checked: AttributeError"),
    ],
)
def test_a_plugin_that_is_broken_is_said_in_words(project: Project, code: str, said: str) -> None:
    (project.site / "acme_okr.py").write_text(code, "utf-8")
    done = project.run()
    assert done.returncode in (1, 2), done.stdout
    assert said in done.stdout, done.stdout
    assert "Traceback" not in done.stdout


def test_a_run_without_the_fixture_imports_nothing(project: Project) -> None:
    project.write(
        "test_rules.py",
        "import sys\n\ndef test_nothing():\n"
        "    loaded = {name for name in sys.modules if name.startswith('okrlint')}\n"
        "    assert loaded == {'okrlint', 'okrlint.lazy', 'okrlint.testing', 'okrlint.testing.pytest_plugin'}\n"
        "    assert not {'pydantic', 'yaml', 'click'} & sys.modules.keys()\n",
    )
    done = project.run()
    assert done.returncode == 0, done.stdout


def test_the_harness_does_without_pytest() -> None:
    code = (
        "import sys, okrlint.testing as t; [getattr(t, name) for name in t.__all__]; assert 'pytest' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


HOUSE_RULES = """
rules:
  - code: ACME009
    name: empty-slogan
    target: item
    if: {any-word: [synergy]}
    message: a slogan
    examples: {bad: [Win by ⟦synergy⟧], good: [Win by service]}
"""


def test_the_rules_of_a_file_are_checked_by_their_examples(project: Project) -> None:
    project.write("house.yaml", HOUSE_RULES)
    project.write("pytest.ini", "[pytest]\nokrlint_rule_files = house.yaml\n")
    done = project.run("-vv")
    assert done.returncode == 0, done.stdout
    names = [line.split("[")[1].split("]")[0] for line in done.stdout.splitlines() if "PASSED" in line]
    assert names == ["house.yaml-complete", "ACME009-bad-1", "ACME009-good-2"]
    project.write("house.yaml", HOUSE_RULES.replace("Win by service", "More synergy"))
    done = project.run()
    assert done.returncode == 1
    assert "house.yaml:8: ACME009 empty-slogan: this good example has a finding: a slogan" in done.stdout


@pytest.mark.parametrize(
    ("text", "said"), [("lang: zh\n", "declares no rules"), ("rulez: []\n", "unknown key 'rulez'")]
)
def test_a_file_without_rules_is_an_error(project: Project, text: str, said: str) -> None:
    project.write("house.yaml", text)
    project.write("pytest.ini", "[pytest]\nokrlint_rule_files = house.yaml\n")
    done = project.run()
    assert done.returncode == 2
    assert said in done.stdout
