"""Runs whole programs in turn, and measures time, processor time and memory of each run."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_LAUNCHER = Path(__file__).with_name("launcher.py")
_MEBIBYTE = 1024 if sys.platform != "darwin" else 1024 * 1024
"""In the unit of a process's peak memory."""
_OUTPUT = "output.txt"


class Taken(NamedTuple):
    """What one run of a program took.

    Attributes:
        wall: seconds from start to end.
        cpu: seconds of processor time, of the program and of the processes that it started and waited for.
        memory: peak in MiB of the largest of these processes.
        exit: the exit code; negative is the number of the signal that ended it.
    """

    wall: float
    cpu: float
    memory: float
    exit: int


class Subject(NamedTuple):
    """A program and what it is given.

    Attributes:
        tool: its name.
        how: what is special about this run: `cold`, `warm`, `jobs 2`; empty for the plain run.
        kind: of the corpus; empty where the program reads none.
        command: the program, with its whole path, and its arguments.
        runs: how often it is measured.
        prepare: is called before each run.
    """

    tool: str
    how: str
    kind: str
    command: Sequence[str]
    runs: int
    prepare: Callable[[], object] | None = None

    @property
    def title(self) -> str:
        """For people who wait."""
        return ", ".join(filter(None, (self.tool, self.kind, self.how)))


class Row(NamedTuple):
    """All runs of a subject, in order; those of other subjects of the same number were run next to them.

    Attributes:
        files: how many it was given.
        size: of all of them in bytes.
        stopped: the seconds after which a run was ended, so that it counts as none; None if that was not necessary.
        output: the end of what the last run said that ended with another code than 0 or 1.
    """

    tool: str
    how: str
    kind: str
    files: int
    size: int
    taken: tuple[Taken, ...]
    stopped: float | None = None
    output: str = ""


def taken(command: Sequence[str], folder: Path, environment: Mapping[str, str], limit: float) -> Taken | None:
    """Run a program in a folder, where its output is written to a file; return None if it takes longer than `limit`.

    Raises:
        OSError: where it cannot be started.
    """
    launch = [sys.executable, "-I", "-S", str(_LAUNCHER), _OUTPUT, *command]
    launcher = subprocess.Popen(
        launch,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        told, error = launcher.communicate(timeout=limit)
    except BaseException as stopped:
        os.killpg(launcher.pid, signal.SIGKILL)
        launcher.communicate()
        if isinstance(stopped, subprocess.TimeoutExpired):
            return None
        raise
    if launcher.returncode:
        raise OSError(f"{command[0]} cannot be started: {error.strip().rpartition(chr(10))[2]}")
    wall, cpu, memory, code = told.split()
    return Taken(float(wall), float(cpu), int(memory) / _MEBIBYTE, int(code))


def output_of(folder: Path) -> str:
    """Return what the last program said that was run in a folder."""
    return (folder / _OUTPUT).read_text(encoding="utf-8", errors="replace")


def in_turn(
    subjects: Sequence[Subject],
    folder: Path,
    environment: Mapping[str, str],
    *,
    files: int,
    size: int,
    warm_ups: int,
    limit: float,
    tell: Callable[[str], object],
) -> list[Row]:
    """Run each subject once, then each once more, and so on: what slows the machine down for a while hits all of them.

    Args:
        subjects: what is measured; one that is to be run less often than others leaves the later rounds to them.
        folder: where they run.
        environment: of the programs.
        files: see `Row`; `size` likewise.
        warm_ups: rounds whose figures are thrown away.
        limit: seconds; a subject that takes longer is not run again.
        tell: is told of each run that ends otherwise than a linter's should.
    """
    rows = [Row(subject.tool, subject.how, subject.kind, files, size, ()) for subject in subjects]
    for number in range(-warm_ups, max((subject.runs for subject in subjects), default=0)):
        for at, subject in enumerate(subjects):
            row = rows[at]
            if number >= subject.runs or row.stopped is not None:
                continue
            if subject.prepare is not None:
                subject.prepare()
            result = taken(subject.command, folder, environment, limit)
            if result is None:
                tell(f"{subject.title}: stopped after {limit:g} s")
                row = row._replace(stopped=limit)
            elif number >= 0:
                row = row._replace(taken=(*row.taken, result))
            if result is not None and result.exit not in (0, 1):
                end = output_of(folder)[-500:].strip()
                tell(f"{subject.title}: ended with exit code {result.exit}: {end}")
                row = row._replace(output=end)
            rows[at] = row
    return rows
