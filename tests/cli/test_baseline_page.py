"""The pages on baselines show what really comes out."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from documentation import blocks

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

FILES = {"toml": "okrlint.toml", "markdown": "okrs/team.md"}


@pytest.mark.parametrize("page", ["baseline.md", "baseline.zh.md"])
def test_the_page_shows_what_comes_out(okrlint: Run, write: Write, tmp_path: Path, page: str) -> None:
    sessions = 0
    for block in blocks(page):
        if block.language in FILES:
            write(FILES[block.language], block.text)
        elif block.language == "console":
            sessions += 1
            assert _played(block.text, okrlint, tmp_path) == block.text
    assert sessions == 5


def _played(session: str, okrlint: Run, folder: Path) -> str:
    """Run the commands of a session, and return it as it comes out."""
    shown = []
    for line in session.splitlines():
        if not line.startswith("$ "):
            continue
        program, *arguments = shlex.split(line.removeprefix("$ "))
        if program == "cat":
            output = (folder / arguments[0]).read_text("utf-8")
        else:
            done = okrlint(*arguments)
            output = done.stdout + done.stderr
        shown.append(f"{line}\n{output}")
    return "".join(shown)
