"""Bad input ends in a message with a place and what to do, never in a traceback; the other files are still linted."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

GOOD = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

INPUTS: dict[str, tuple[str | bytes, str, int]] = {
    "empty.md": ("", "ST008", 2),
    "blank.md": ("\n \n", "ST008", 2),
    "prose.md": ("# Notes\n\nWe spoke about KR1 and went home.\n", "ST008", 2),
    "binary.md": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "EN002", 2),
    "latin.md": ("# Été\n\n## O1: Gagner la fidélité\n\n- KR1: café à 3 €\n".encode("latin-1", "replace"), "EN002", 2),
    "large.md": (b"- KR1: x\n" * 2_300_000, "EN004", 2),
    "bomb.yaml": (BOMB + "objectives: [*i]\n", "EN004", 2),
    "deep.yaml": ("objectives: " + "[" * 5000 + "]" * 5000, "EN004", 2),
    "broken.yaml": ("objectives:\n  - title: Raise: retention\n    key_results: [x\n", "EN005", 2),
    "double.yaml": (
        "objectives:\n  - objective: Win the campus\n    owner: Ana\n    owner: Bob\n    key_results: [900 sign-ups]\n",
        "EN003",
        1,
    ),
}


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("format_name", ["text", "json"])
def test_bad_input_is_told_and_the_other_files_are_linted(
    okrlint: Run, write: Write, name: str, format_name: str
) -> None:
    content, code, exit_code = INPUTS[name]
    write(name, content)
    write("good.md", GOOD)
    done = okrlint("check", "--select", "KW", "--format", format_name, name, "good.md")
    assert done.returncode == exit_code
    assert f"{name}" in done.stdout
    assert code in done.stdout
    assert "KW002" in done.stdout
    if format_name == "json":
        finding = next(found for found in json.loads(done.stdout)["findings"] if found["code"] == code)
        assert finding["path"] == name
        assert len(finding["message"]) > 20


@pytest.mark.parametrize("name", ["empty.md", "prose.md"])
def test_an_empty_file_passes_where_that_is_allowed(okrlint: Run, write: Write, name: str) -> None:
    write(name, INPUTS[name][0])
    done = okrlint("check", "--allow-empty", name)
    assert done.returncode == 0
    assert "ST008" in done.stdout


def test_a_duplicate_key_is_shown_at_its_line(okrlint: Run, write: Write) -> None:
    write("double.yaml", INPUTS["double.yaml"][0])
    findings = json.loads(okrlint("check", "--format", "json", "double.yaml").stdout)["findings"]
    (found,) = [finding for finding in findings if finding["code"] == "EN003"]
    assert found["start"]["line"] == 4
    assert "owner" in found["message"]


def test_a_missing_file_is_told_in_the_language_asked_for(okrlint: Run, write: Write) -> None:
    write("good.md", GOOD)
    done = okrlint("check", "--lang", "zh", "--select", "KW", "none.md", "good.md")
    assert done.returncode == 2
    assert "none.md:1:1: 错误 EN001" in done.stdout
    assert "无法读取" in done.stdout
    assert "KW002" in done.stdout


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_a_folder_without_permission_is_told(okrlint: Run, write: Write, tmp_path: Path) -> None:
    write("open/good.md", GOOD)
    write("shut/good.md", GOOD)
    (tmp_path / "shut").chmod(0)
    try:
        done = okrlint("check", "--select", "KW", ".")
    finally:
        (tmp_path / "shut").chmod(0o755)
    assert done.returncode == 2
    assert "EN001" in done.stdout
    assert "open/good.md" in done.stdout


def test_a_folder_without_okrs_is_a_notice(okrlint: Run, write: Write) -> None:
    write("docs/readme.md", "# Hello\n\nNothing to see.\n")
    done = okrlint("check", "docs")
    assert done.returncode == 0
    assert "ST008" in done.stdout


def test_files_of_other_tools_in_a_folder_do_not_disturb(okrlint: Run, write: Write) -> None:
    write("okr/good.md", GOOD)
    write("chart/templates/app.yaml", "kind: {{ .Values.kind }}\n{{- if .x }}\n")
    write("compose.yaml", "services:\n  web:\n    image: nginx\n")
    write("package-lock.json", b'{"a": "' + b"x" * 6_000_000 + b'"}')
    write("prices.csv", "name,price\ncaf\u00e9,3\n".encode("latin-1"))
    write("tsconfig.json", "{ // a comment\n}")
    write("node_modules/x/okr.md", GOOD)
    write(".github/okr.md", GOOD)
    done = okrlint("check", "--select", "KW", ".")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].endswith("in 1 file, 1 objective, 1 key result")


def test_nothing_of_the_linted_folder_is_imported(okrlint: Run, write: Write) -> None:
    for module in ("yaml", "click", "pluggy", "pydantic", "evil"):
        write(f"{module}.py", "raise SystemExit('imported from the linted folder')")
    write("evil-1.0.dist-info/METADATA", "Name: evil\nVersion: 1.0\n")
    write("evil-1.0.dist-info/entry_points.txt", "[okrlint]\nevil = evil\n")
    write("good.md", GOOD)
    done = okrlint("check", "--select", "KW", "good.md")
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Q2\n\n- KR1: NPS from 30 to 45\n- **KR2**: Churn from 5% to 3%\n", "no objective was recognised above"),
        ("| KR1: NPS | 45 |\n|---|---|\n| KR2: churn | 3% |\n", "no objective was recognised above"),
        ("# Q2\n\nWe spoke of KR1: it is late.\n", "no objective with key results"),
    ],
)
def test_key_results_without_an_objective_are_said_to_be_such(
    okrlint: Run, write: Write, text: str, words: str
) -> None:
    write("okr.md", text)
    done = okrlint("check", "okr.md", "--lang", "en")
    assert (done.returncode, words in done.stdout) == (2, True)
