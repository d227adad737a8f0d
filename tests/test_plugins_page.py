"""The pages on plugins do what they say: packages are written, commands run, outputs compared, facts asked.

PYTHONPATH=tests python tests/test_plugins_page.py    # puts the present outputs into the pages

Installing is only played, so that no environment is needed: a package is what stands in its folder, and an entry in a
folder of installed packages. tests/test_example_plugin.py installs in earnest.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import okrlint.plugins
import okrlint.testing
from documentation import DOCS, Block, blocks
from okrlint import hooks
from okrlint.plugins import PresetRef, RuleRef, Words
from okrlint.registry import installed
from okrlint.starting.plugins import plugin_files
from okrlint.vetting import flaw_of_preset

PAGES = ("plugins.md", "plugins.zh.md")
MARK = "@@@"
HOME = "/home/ana"
"""Where the reader of the page lives, as it shows."""
PACKAGE = "acme-okr"

_OKRLINT = '#!/bin/sh\nexec "{python}" -m okrlint "$@"\n'
_PYTHON = """#!/bin/sh
case "$*" in
  "-m pip install"*) exec "{python}" "{installer}" "{site}" ;;
  *) exec "{python}" "$@" ;;
esac
"""
_INSTALLER = """
import pathlib, sys, tomllib
project = tomllib.loads(pathlib.Path("pyproject.toml").read_text("utf-8"))["project"]
info = pathlib.Path(sys.argv[1], f"{project['name'].replace('-', '_')}-{project['version']}.dist-info")
info.mkdir()
head = f"Metadata-Version: 2.1\\nName: {project['name']}\\nVersion: {project['version']}\\n"
(info / "METADATA").write_text(head, "utf-8")
points = "".join(f"{name} = {value}\\n" for name, value in project["entry-points"]["okrlint"].items())
(info / "entry_points.txt").write_text(f"[okrlint]\\n{points}", "utf-8")
"""

both = pytest.mark.parametrize("page", PAGES)
needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")


def steps(block: Block) -> Iterator[str]:
    """Yield what a block has a reader do, as commands of a shell."""
    if block.language == "console":
        yield from (line.removeprefix("$ ") for line in block.text.splitlines() if line.startswith("$ "))
    elif block.about:
        yield f"cat > {block.about} <<'END_OF_FILE'\n{block.text}END_OF_FILE"


def outputs(page: str, folder: Path) -> list[str]:
    """Return what each step of a page prints, one after the other in one shell."""
    programs, site, home = (folder / name for name in ("bin", "site", "home"))
    for each in (programs, site, home):
        each.mkdir()
    installer = folder / "install.py"
    installer.write_text(_INSTALLER, "utf-8")
    for name, text in (("okrlint", _OKRLINT), ("python3", _PYTHON)):
        (programs / name).write_text(text.format(python=sys.executable, installer=installer, site=site), "utf-8")
        (programs / name).chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OKRLINT", "PYTEST_"))}
    kept.pop("COLUMNS", None)
    env = {
        **kept,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": f"{site}{os.pathsep}{home / PACKAGE / 'src'}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "HOME": str(home),
    }
    script = "".join(f"echo '{MARK}'\n{step}\n" for block in blocks(page) for step in steps(block))
    run = subprocess.run(
        ["bash"], input=script.encode(), cwd=home, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    told = run.stdout.decode("utf-8").replace(str(home), HOME).split(f"{MARK}\n")[1:]
    return [same_each_time(part) for part in told]


def same_each_time(output: str) -> str:
    """Return an output without what is otherwise in each run: how long it took, blanks at ends of lines."""
    return re.sub(r" in \d+\.\d+s", " in 0.80s", "".join(f"{line.rstrip()}\n" for line in output.splitlines()))


def shown(page: str) -> list[str]:
    """Return what a page says that each step prints."""
    found: list[str] = []
    for block in blocks(page):
        if block.language == "console":
            parts = re.split(r"^\$ .*\n", block.text, flags=re.MULTILINE)
            found += parts[1:]
        else:
            found += ("" for _ in steps(block))
    return found


@needs_bash
@both
def test_what_the_page_shows_is_what_comes_out(page: str, tmp_path: Path) -> None:
    commands = [step.splitlines()[0] for block in blocks(page) for step in steps(block)]
    now, then = outputs(page, tmp_path), shown(page)
    assert len(commands) == len(now) == len(then)
    for command, is_now, was in zip(commands, now, then, strict=True):
        assert is_now == was, f"{command} prints\n{is_now}"
    assert sum(map(bool, then)) >= 10


def test_both_languages_do_the_same() -> None:
    english, chinese = (
        [(block.language, block.about, [step for step in steps(block) if not block.about]) for block in blocks(page)]
        for page in PAGES
    )
    assert [each[:2] for each in english] == [each[:2] for each in chinese]
    assert [each[2] for each in english] == [each[2] for each in chinese]


@both
def test_the_python_that_stands_alone_runs(page: str) -> None:
    namespace: dict[str, Any] = {}
    count = 0
    for block in blocks(page):
        if block.language == "python" and not block.about:
            exec(compile(block.text, page, "exec"), namespace)
            count += 1
    assert count >= 5


def tables(page: str) -> list[list[list[str]]]:
    """Return the tables of a page, each as its rows."""
    text = re.sub(r"^```.*?^```$", "", (DOCS / page).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [
        [[cell.strip() for cell in line[1:-1].split("|")] for line in match.group().splitlines()]
        for match in re.finditer(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    ]


def rows(page: str, *head: str) -> list[list[str]]:
    """Return the rows of the table with one of these in its first head."""
    return next(table[2:] for table in tables(page) if table[0][0] in head)


@both
def test_the_hooks_are_those_that_there_are(page: str) -> None:
    told = {row[0].strip("`"): row[1].strip("`") for row in rows(page, "hook", "钩子")}
    there = {name for name in vars(hooks) if name.startswith("okrlint_")}
    assert told.keys() == there
    assert all(name in okrlint.plugins.__all__ for name in told.values())


@both
def test_the_facts_of_language_are_as_the_page_says(page: str) -> None:
    asked = rows(page, "call", "调用")
    assert len(asked) >= 9
    for call, value, _ in asked:
        got = eval(call.strip("`"), {name: getattr(okrlint.plugins, name) for name in okrlint.plugins.__all__})
        assert got == ast.literal_eval(value.strip("`")), call


@both
def test_the_checks_are_those_that_are_run(page: str) -> None:
    from okrlint_rules.ownership.kr_no_owner import KrNoOwner

    checks = {check.name.partition("-")[2] for check in okrlint.testing.checks_of(KrNoOwner)}
    kinds = {re.sub(r"^(formats|en-bad|en-good|zh-bad|zh-good)-.*", r"\1", name) for name in checks}
    told = {name for row in rows(page, "check", "检查项") for name in re.findall(r"`…-([a-z-]+?)(?:-…)?`", row[0])}
    assert told == kinds


@both
def test_the_preset_and_the_entry_point_can_be_used(page: str, tmp_path: Path) -> None:
    preset, point = (next(b for b in blocks(page) if b.language == each and not b.about) for each in ("yaml", "toml"))
    (tmp_path / "acme.yaml").write_text(preset.text, "utf-8")
    ref = PresetRef("acme", Words("Acme's.", "Acme 的。"), str(tmp_path / "acme.yaml"))
    known = (*installed(()).rules, RuleRef("ACME002", "kr-barely-moves", "acme_okr.barely_moves:BarelyMoves"))
    assert flaw_of_preset(ref.load(), known) is None
    written = plugin_files(PACKAGE, "ACME", "0.1.0")["pyproject.toml"]
    assert point.text in written


@both
def test_every_name_in_code_is_public(page: str) -> None:
    """What a page has readers import is there, and what stands in `okrlint.plugins` or `okrlint.testing` is public."""
    for block in blocks(page):
        if block.language != "python":
            continue
        for node in ast.walk(ast.parse(block.text)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("okrlint"):
                assert node.module in ("okrlint.plugins", "okrlint.testing")
                public = (okrlint.plugins if node.module == "okrlint.plugins" else okrlint.testing).__all__
                assert {each.name for each in node.names} <= set(public)


if __name__ == "__main__":
    for name in sys.argv[1:] or PAGES:
        text = (DOCS / name).read_text("utf-8")
        with tempfile.TemporaryDirectory() as place:
            given = iter(outputs(name, Path(place)))
        for block in blocks(name):
            if block.language == "console":
                after = "".join(f"$ {step}\n{next(given)}" for step in steps(block))
                text = text.replace(f"```console\n{block.text}```", f"```console\n{after}```", 1)
            else:
                for _ in steps(block):
                    next(given)
        (DOCS / name).write_text(text, "utf-8")
