"""`okrlint check --watch`, as its user runs it: in a process that goes on until it is interrupted."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

pytest.importorskip("watchfiles")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="cannot be interrupted by another process there")

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[str, str | bytes], Path]
GOOD = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"
WORSE = GOOD + "- KR2: Launch it\n"
WAITING = "watching for changes"


class Watched:
    """A running process, and the lines that come of it."""

    def __init__(self, folder: Path, args: tuple[str, ...], **streams: int) -> None:
        command = [
            sys.executable,
            "-m",
            "okrlint",
            "check",
            "--watch",
            "--select",
            "KW002",
            "--format",
            "compact",
            *args,
        ]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # it may be ignored where tests run
        )
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def report(self) -> list[str]:
        """Return the lines up to the next one by which it says that it waits."""
        lines: list[str] = []
        while True:
            line = self._lines.get(timeout=20)
            if line.startswith(WAITING):
                return lines
            lines.append(line)

    def is_silent(self, seconds: float) -> bool:
        time.sleep(seconds)
        return self._lines.empty()

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=10)


Watch = Callable[..., Watched]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    running: list[Watched] = []

    def start(*args: str, cwd: Path = tmp_path) -> Watched:
        running.append(Watched(cwd, args))
        return running[-1]

    yield start
    for each in running:
        each.process.kill()
        each.process.wait()
        assert each.process.stdout is not None
        each.process.stdout.close()


def test_a_change_is_checked_and_an_interrupt_is_no_failure(watch: Watch, write: Write) -> None:
    write("okr/q2.md", GOOD)
    running = watch()
    first = running.report()
    assert [line.split(": ")[0] for line in first] == ["okr/q2.md:5:8"]
    write("okr/q2.md", WORSE)
    told, *second = running.report()
    assert told[8:] == f" changed: {os.path.join('okr', 'q2.md')}"
    assert time.strptime(told[:8], "%H:%M:%S")
    assert [line.split(": ")[0] for line in second] == ["okr/q2.md:5:8", "okr/q2.md:6:8"]
    write("new/目标.md", GOOD)
    told, *third = running.report()
    assert told[8:].startswith(" changed: ")
    assert len(third) == 3
    (write("okr/q2.md", WORSE)).unlink()
    assert len(running.report()) == 2
    assert running.interrupt() == 0


def test_a_named_file_is_watched_however_an_editor_writes_it(watch: Watch, write: Write, tmp_path: Path) -> None:
    write("q2.md", GOOD)
    write("q3.md", GOOD)
    running = watch("q2.md")
    assert len(running.report()) == 1
    os.replace(write("q2.md~", WORSE), tmp_path / "q2.md")
    assert len(running.report()) == 3
    (tmp_path / "q2.md").unlink()
    assert "EN001" in running.report()[1]
    write("q2.md", GOOD)
    assert len(running.report()) == 2
    write("q3.md", WORSE)
    assert running.is_silent(0.6)
    assert running.interrupt() == 0


def test_a_broken_configuration_is_shown_and_watching_goes_on(watch: Watch, write: Write) -> None:
    write("okr/q2.md", GOOD)
    write("base.toml", "")
    write("okrlint.toml", 'extends = "base.toml"\n')
    running = watch("okr")
    assert len(running.report()) == 1
    write("okrlint.toml", 'exclud = ["x"]\n')
    told, *errors = running.report()
    assert told.endswith("okrlint.toml")
    assert "did you mean 'exclude'?" in errors[0]
    write("okrlint.toml", 'extends = "base.toml"\n')
    assert len(running.report()) == 2
    write("base.toml", 'exclude = ["q2.md"]\n')
    assert [line for line in running.report() if "KW002" in line] == []
    assert running.interrupt() == 0


def test_what_is_not_looked_at_does_not_matter_nor_does_the_report_itself(
    watch: Watch, write: Write, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("q2.md", "out/a.md", "old/a.md"):
        write(name, GOOD)
    write(".gitignore", "out/\n")
    write("okrlint.toml", 'exclude = ["old/"]\n')
    running = watch("--output", "report.md", ".")
    assert running.report() == []
    assert (tmp_path / "report.md").read_text(encoding="utf-8").count("KW002") == 1
    for name in ("out/a.md", "old/a.md", "node_modules/a.md", ".git/a.md", "picture.png"):
        write(name, WORSE)
    assert running.is_silent(0.8)
    write(".gitignore", "")
    assert running.report()[0].endswith(".gitignore")
    assert (tmp_path / "report.md").read_text(encoding="utf-8").count("KW002") == 3
    assert running.interrupt() == 0


@pytest.mark.parametrize(
    "args", [("-",), ("--fix",), ("--diff", "--fix"), ("--baseline", "b.json", "--write-baseline")]
)
def test_what_makes_no_sense_is_refused(okrlint: Run, args: tuple[str, ...]) -> None:
    done = okrlint("check", "--watch", *args)
    assert done.returncode == 2
    assert "--watch" in done.stderr


def test_without_the_package_it_is_said_how_to_get_it(
    okrlint: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(write("watchfiles.py", "raise ImportError").parent))
    done = okrlint("check", "--watch")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "okrlint: --watch needs the package watchfiles: pip install 'okrlint[watch]'\n"


def test_a_path_that_is_not_there_cannot_be_watched(okrlint: Run) -> None:
    done = okrlint("check", "--watch", "none/q2.md")
    assert done.returncode == 2
    assert "none of these paths is there" in done.stderr
