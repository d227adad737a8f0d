"""The progress bar: for people at a terminal, and for nobody else."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from okrlint import Linter

pty = pytest.importorskip("pty", reason="no terminals of this kind")

Write = Callable[[str, str | bytes], Path]
GOOD = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"
SLOW = """
import sys
from okrlint.cli import progress
from okrlint.cli.main import run
progress.PATIENCE, progress._PAUSE = 0, 0
sys.argv[0] = "okrlint"
run()
"""


def on_terminal(folder: Path, *args: str, **variables: str) -> tuple[bytes, bytes]:
    """Run the command line with standard error on a terminal; return what came to it, and to standard output."""
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name not in ("CI", "TERM")}
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "check", "--select", "KW002", *args],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**plain, "TERM": "xterm", **variables},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            data = os.read(ours, 65_536)
        except OSError:  # Linux: the other end is closed
            break
        if not data:
            break
        shown += data
    os.close(ours)
    assert process.stdout is not None
    found = process.stdout.read()
    process.stdout.close()
    process.wait()
    return shown, found


@pytest.fixture
def many(tmp_path: Path, write: Write) -> Path:
    for number in range(60):
        write(f"okr/{number:02}.md", GOOD)
    return tmp_path


def test_a_bar_is_shown_on_a_terminal_and_erased(many: Path) -> None:
    shown, found = on_terminal(many)
    steps = shown.split(b"\r")
    assert steps[0] == b""
    assert steps[1].startswith(b"[....")
    assert steps[1].endswith(b" 1/60")
    assert steps[60].rstrip() == b"[" + b"#" * 40 + b"] 60/60"
    assert steps[-2].strip() == b""
    assert len(steps[-2]) >= len(steps[60].rstrip())
    assert steps[-1] == b""
    assert b"\r" not in found
    assert found.count(b"KW002") == 60


@pytest.mark.parametrize(
    ("args", "variables"),
    [(("--quiet",), {}), ((), {"CI": "true"}), ((), {"TERM": "dumb"}), (("okr/00.md", "okr/01.md"), {})],
)
def test_there_is_none_where_nobody_wants_it(many: Path, args: tuple[str, ...], variables: dict[str, str]) -> None:
    assert on_terminal(many, *args, **variables)[0] == b""


def test_nothing_of_it_reaches_a_pipe_or_a_file(many: Path) -> None:
    command = [sys.executable, "-c", SLOW, "check", "--select", "KW002"]
    assert subprocess.run(command, cwd=many, capture_output=True).stderr == b""
    with (many / "told").open("wb") as file:
        subprocess.run(command, cwd=many, stdout=subprocess.PIPE, stderr=file)
    assert (many / "told").read_bytes() == b""


def test_a_short_run_has_no_bar(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "SLOW", SLOW.replace("progress.PATIENCE, progress._PAUSE = 0, 0", ""))
    monkeypatch.setattr(sys.modules[__name__], "SLOW", SLOW.replace("run()", "progress.PATIENCE = 600; run()"))
    assert on_terminal(many)[0] == b""


def test_progress_is_told_in_order_and_changes_nothing(many: Path) -> None:
    told: list[tuple[int, int]] = []
    plain = Linter({"select": ["KW002"]}).lint_paths([many])
    counted = Linter({"select": ["KW002"]}).lint_paths([many], progress=lambda done, total: told.append((done, total)))
    assert counted == plain
    assert told == [(number, 60) for number in range(1, 61)]
    told.clear()
    with ThreadPoolExecutor(3) as executor:
        elsewhere = Linter({"select": ["KW002"]}).lint_paths(
            [many], executor=executor, progress=lambda done, total: told.append((done, total))
        )
    assert elsewhere == plain
    assert told == [(number, 60) for number in range(1, 61)]
