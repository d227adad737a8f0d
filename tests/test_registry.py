"""Plugins: through the hooks, and never silently left out."""

import subprocess
import sys
from pathlib import Path

import pytest

from okrlint.registry import installed

PLUGIN = """
from okrlint.plugins import RuleRef, hookimpl

@hookimpl
def okrlint_rules():
    return [RuleRef({code!r}, {name!r}, "acme_rules:NoScheme")]

def __getattr__(name):
    if name != "NoScheme":
        raise AttributeError(name)
    from okrlint.plugins import Examples, KeyResultRule, Meta, Severity, Words

    class NoScheme(KeyResultRule):
        "Says no."
        meta = Meta("ZZ001", "no-scheme", Words("No schemes.", "不要方案。"), Severity.ERROR)
        messages = {{"m": Words("no scheme", "不要方案")}}
        examples = Examples({{}}, {{}})

        def check(self, item, context):
            if "scheme" in item.text.value:
                yield self.hit(item.text.span, "m")

    return NoScheme
"""
SECOND_DEFAULT = """
from okrlint.plugins import PresetRef, Words, hookimpl

@hookimpl
def okrlint_presets():
    return [PresetRef("default", Words("d", "默"), None)]
"""
DOCUMENT = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"


def run_with(tmp_path: Path, module: str, entry: str = "acme_rules") -> subprocess.CompletedProcess[str]:
    site = tmp_path / "site"
    info = site / "acme_rules-1.2.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.2\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[okrlint]\nacme = {entry}\n", encoding="utf-8")
    (site / "acme_rules.py").write_text(module, encoding="utf-8")
    (tmp_path / "q2.md").write_text(DOCUMENT, encoding="utf-8")
    program = f"import sys; sys.path.append({str(site)!r}); from okrlint.cli.main import run; run()"
    command = [sys.executable, "-c", program, "check", "--select", "KW002,ZZ", "q2.md"]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)


def test_an_installed_plugin_adds_its_rules(tmp_path: Path) -> None:
    done = run_with(tmp_path, PLUGIN.format(code="ZZ001", name="no-scheme"))
    assert done.returncode == 1
    assert "ZZ001 no-scheme [O1 KR1]" in done.stdout
    assert "KW002" in done.stdout


@pytest.mark.parametrize(
    ("module", "entry", "said"),
    [
        (PLUGIN.format(code="KW001", name="no-scheme"), "acme_rules", "KW001 is taken by okrlint_rules"),
        (PLUGIN.format(code="ZZ001", name="kr-is-activity"), "acme_rules", "kr-is-activity is taken by"),
        ("raise RuntimeError('broken')", "acme_rules", "acme-rules 1.2"),
        ("raise SystemExit(0)", "acme_rules", "acme-rules 1.2"),
        (PLUGIN.format(code="ZZ002", name="x"), "acme_rules", "ZZ002 (acme_rules:NoScheme) calls itself ZZ001"),
        (
            PLUGIN.format(code="ZZ001", name="x").replace("return [", "return ['ZZ001'] or ["),
            "acme_rules",
            "'ZZ001' is no RuleRef",
        ),
        (
            PLUGIN.format(code="ZZ001", name="x").replace(
                "def check(", "def __init__(self, options):\n            1 / 0\n\n        def check("
            ),
            "acme_rules",
            "ZeroDivisionError",
        ),
        (
            SECOND_DEFAULT,
            "acme_rules",
            "preset default is taken by okrlint_rules",
        ),
        (PLUGIN.format(code="ZZ001", name="x"), "acme_rules:nothing", "acme-rules 1.2"),
        (
            PLUGIN.format(code="ZZ001", name="x").replace("def okrlint_rules", "def okrlint_ruels"),
            "acme_rules",
            "okrlint_ruels",
        ),
        (
            PLUGIN.format(code="ZZ001", name="x").replace("return [", "raise ValueError() or ["),
            "acme_rules",
            "acme failed",
        ),
        (
            PLUGIN.format(code="ZZ001", name="x").replace("acme_rules:", "acme_rulez:"),
            "acme_rules",
            "cannot be imported",
        ),
    ],
)
def test_a_plugin_that_cannot_be_used_ends_the_run_with_its_name(
    tmp_path: Path, module: str, entry: str, said: str
) -> None:
    done = run_with(tmp_path, module, entry)
    assert done.returncode == 2, done.stdout
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_built_in_parts_come_through_the_same_hooks() -> None:
    registry = installed()
    assert {"markdown", "yaml"} <= {ref.name for ref in registry.readers}
    assert {"text", "json"} <= set(registry.reporters)
    assert {"default", "strict"} <= set(registry.presets)
    assert [ref.code for ref in registry.rules] == sorted(ref.code for ref in registry.rules)
