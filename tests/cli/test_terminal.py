"""Where a report goes to: a terminal of some width, a pipe, a file."""

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrlint.cli import terminal
from okrlint.reporting.width import width

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
DOCUMENT = "# 增长 2026-Q2\n\n## O1：让老客户主动介绍我们\n\n- KR1：做一个新的积分兑换页面，让用户更方便地使用\n"
VARIABLES = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "GITHUB_STEP_SUMMARY")


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def on_terminal(folder: Path, columns: int, *options: str, **environment: str) -> str:
    """Run `check` on a pseudo-terminal and return what it shows."""
    import fcntl
    import pty
    import termios

    reader, writer = pty.openpty()
    fcntl.ioctl(writer, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-m", "okrlint", "check", "--today", "2026-04-20", *options, "q2.md"]
    with subprocess.Popen(
        command, cwd=folder, stdout=writer, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
    ):
        os.close(writer)
        shown = b""
        while data := _read(reader):
            shown += data
    os.close(reader)
    return shown.decode("utf-8").replace("\r\n", "\n")


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 65_536)
    except OSError:  # how Linux says that the other end is closed
        return b""


@posix
@pytest.mark.parametrize("columns", [40, 80])
def test_messages_fit_the_terminal(write: Callable[..., Path], tmp_path: Path, columns: int) -> None:
    write("q2.md", DOCUMENT)
    lines = on_terminal(tmp_path, columns, "--color", "never", TERM="xterm").splitlines()
    assert max(width(line) for line in lines if line.startswith("  ")) <= columns
    assert max(map(len, lines)) > 30


@posix
@pytest.mark.parametrize(
    ("environment", "colored"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_on_a_terminal(
    write: Callable[..., Path], tmp_path: Path, environment: dict[str, str], colored: bool
) -> None:
    write("q2.md", DOCUMENT)
    assert ("\x1b[" in on_terminal(tmp_path, 80, **environment)) == colored


def test_lines_are_broken_in_a_pipe_where_columns_are_given_alone(
    write: Callable[..., Path], okrlint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("q2.md", DOCUMENT)
    whole = okrlint("check", "--today", "2026-04-20", "q2.md").stdout
    monkeypatch.setenv("COLUMNS", "50")
    broken = okrlint("check", "--today", "2026-04-20", "q2.md").stdout
    assert max(map(width, whole.splitlines())) > 60
    assert max(width(line) for line in broken.splitlines() if line.startswith("  ")) <= 50


@pytest.mark.parametrize(
    ("variables", "choice", "output", "colored"),
    [
        ({}, "auto", None, False),
        ({}, "always", "file", True),
        ({"FORCE_COLOR": "1"}, "auto", None, True),
        ({"FORCE_COLOR": "0"}, "auto", None, False),
        ({"CLICOLOR_FORCE": "1"}, "auto", None, True),
        ({"CLICOLOR_FORCE": "1"}, "auto", "file", False),
        ({"CLICOLOR_FORCE": "1"}, "never", None, False),
        ({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, "auto", None, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], choice: str, output: str | None, colored: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert terminal.use_color(choice, output) is colored


@pytest.mark.parametrize(
    ("value", "output", "columns"),
    [("100", None, 100), ("100", "file", None), ("7", None, 20), ("0", None, None), ("wide", None, None)],
)
def test_columns(monkeypatch: pytest.MonkeyPatch, value: str, output: str | None, columns: int | None) -> None:
    monkeypatch.setenv("COLUMNS", value)
    assert terminal.columns(output) == columns
