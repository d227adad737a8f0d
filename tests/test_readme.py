"""The README says what is so: the same commands in both languages, and the output that they give."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh.md")


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def without_comments(block: str) -> list[str]:
    return [stripped for line in block.splitlines() if (stripped := line.partition("#")[0].strip())]


@pytest.mark.parametrize("language", ["sh", "toml", "python"])
def test_both_languages_give_the_same_code(language: str) -> None:
    english, chinese = ([without_comments(block) for block in blocks(name, language)] for name in READMES)
    if language == "toml":
        english, chinese = (
            [line for block in side for line in block if "inspiring" not in line] for side in (english, chinese)
        )
    if language == "sh":
        english, chinese = (
            [line.replace(" --lang zh", "").replace("代码", "CODE") for block in side for line in block]
            for side in (english, chinese)
        )
    assert english == chinese


def test_set_up_is_two_commands_of_one_line() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^python3 -m pip install .*$", text, re.MULTILINE)) == 2


@pytest.mark.parametrize("name", READMES)
def test_the_output_shown_is_the_output_given(okrlint: Callable[..., Any], name: str) -> None:
    shown = blocks(name, "text")[0]
    given = okrlint("check", "--today", "2022-01-10", "docs/examples/marketing-before.zh.md", cwd=ROOT).stdout
    assert [line.rstrip() for line in shown.splitlines()] == [line.rstrip() for line in given.splitlines()]


def test_the_corrected_version_passes(okrlint: Callable[..., Any]) -> None:
    for example in ("marketing-after.zh.md", "marketing-after.en.md", "support-after.yaml"):
        assert okrlint("check", "--today", "2022-01-10", f"docs/examples/{example}", cwd=ROOT).returncode == 0


def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "docs/examples/marketing-before.en.md").read_text(encoding="utf-8")
    for block in blocks("README.md", "python"):
        exec(compile(block, "README.md", "exec"), {"text": text})
    assert "KW002" in capsys.readouterr().out
