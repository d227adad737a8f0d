"""The page on hooks and CI shows what is really written: its commands are run, its files compared."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import okrlint as package
from documentation import blocks
from okrlint.starting.project import hook_file, pipeline

PAGES = ("ci.md", "ci.zh.md")


@pytest.mark.parametrize("page", PAGES)
def test_its_output_is_real(page: str, okrlint: Callable[..., Any], tmp_path: Path) -> None:
    found = blocks(page)
    (document,) = (block.text for block in found if block.language == "markdown")
    sessions = [block.text for block in found if block.language == "console"]
    assert len(sessions) == 6
    for session in sessions:
        command, _, shown = session.partition("\n")
        assert command.startswith("$ okrlint ")
        if " check " in command:
            (tmp_path / "okrs").mkdir(exist_ok=True)
            (tmp_path / "okrs/q2.md").write_text(document, encoding="utf-8")
        written = okrlint(*command.removeprefix("$ okrlint ").split()).stdout
        if shown.endswith("…\n"):
            assert written.startswith(shown.removesuffix("…\n"))
        else:
            assert written == shown


@pytest.mark.parametrize("page", PAGES)
def test_what_the_hook_says_is_real(page: str, okrlint: Callable[..., Any], tmp_path: Path) -> None:
    found = blocks(page)
    (tmp_path / "okrs").mkdir()
    path = tmp_path / "okrs/q2.md"
    path.write_text(next(block.text for block in found if block.language == "markdown"), encoding="utf-8")
    (shown,) = (block.text for block in found if block.language == "text")
    assert shown.partition("\n\n")[2] == okrlint("check", "--select=KW", "okrs/q2.md").stdout


@pytest.mark.parametrize("page", PAGES)
def test_its_files_are_those_that_init_writes(page: str) -> None:
    shown = [
        yaml.safe_load(block.text.replace("<", "(").replace(">", ")"))
        for block in blocks(page)
        if block.language == "yaml"
    ]
    version = package.__version__
    for text in (hook_file(version), pipeline("github", version), pipeline("gitlab", version)):
        assert yaml.safe_load(text) in shown


def test_both_pages_show_the_same_kinds_of_blocks() -> None:
    first, second = ([block.language for block in blocks(page)] for page in PAGES)
    assert first == second
    for page in PAGES:
        names = re.findall(
            r"^\| `([a-z-]+)` \|", (Path(__file__).parent.parent / "docs" / page).read_text("utf-8"), re.MULTILINE
        )
        action = yaml.safe_load((Path(__file__).parent.parent / "action.yml").read_text("utf-8"))
        assert set(names) == set(action["inputs"])
