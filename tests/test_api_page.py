"""The code of docs/api.md does what the page says."""

import contextlib
import io
from pathlib import Path

import pytest

from documentation import blocks


@pytest.mark.parametrize("page", ["api.md", "api.zh.md"])
def test_the_code_of_the_page_prints_what_the_page_shows(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {}
    printed: str | None = None
    shown = 0
    for block in blocks(page):
        if block.language == "python":
            assert not printed, f"the page does not show what this prints: {printed}"
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                exec(compile(block.text, page, "exec"), namespace)
            printed = output.getvalue()
        elif block.language == "text":
            assert printed == block.text
            printed, shown = None, shown + 1
    assert not printed
    assert shown >= 6
