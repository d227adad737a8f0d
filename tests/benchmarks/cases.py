"""The cases: which programs are measured beside each other, on what."""

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from corpora import KINDS, SEED, documents, english, one_of, write
from measuring import Row, Subject, Taken, in_turn, taken
from peers import Installed

CACHE = "cache"
"""The folder in which okrlint keeps results, below the working folder: `OKRLINT_CACHE_DIR` says so."""
CUT_ONE_LINE = "import jieba; list(jieba.cut('提升次日留存率，完成用户积分激励机制的设计'))"
FOLDERS = {"thousand": 1_000, "ten-thousand": 10_000}
"""Cases that are folders, and how many files they have."""
SIZES = (1_000_000, 5_000_000, 10_000_000)
"""Of the large documents, in bytes."""
MARKDOWN = ("english", "chinese")


class Tools(NamedTuple):
    """What is there to be measured.

    Attributes:
        okrlint: its whole path.
        peers: those that are installed.
        work: the folder that all run in.
        environment: that they run in.
        limit: seconds after which a run is ended.
        tell: is told what does not go as it should.
    """

    okrlint: str
    peers: Sequence[Installed]
    work: Path
    environment: Mapping[str, str]
    limit: float
    tell: Callable[[str], object]


class Rounds(NamedTuple):
    """How often things are run.

    Attributes:
        runs: of okrlint.
        peer_runs: of the peers.
        warm_ups: rounds before these.
    """

    runs: int
    peer_runs: int
    warm_ups: int


ROUNDS = {
    "start": Rounds(15, 15, 2),
    "thousand": Rounds(3, 3, 1),
    "ten-thousand": Rounds(3, 1, 0),
    "large": Rounds(3, 1, 0),
}
"""By case, where nothing else is asked for."""


def measure(case: str, tools: Tools, rounds: Rounds) -> list[Row]:
    """Return what a case's programs took."""
    if case == "start":
        return _start(tools, rounds)
    if case == "large":
        return _large(tools, rounds)
    return _folder(case, tools, rounds)


def _start(tools: Tools, rounds: Rounds) -> list[Row]:
    """One small file of each kind, and what nobody can be faster than."""
    subjects = [
        Subject("python", "", "", [sys.executable, "-c", "pass"], rounds.runs),
        Subject("jieba", "", "chinese", [sys.executable, "-c", CUT_ONE_LINE], rounds.runs),
    ]
    size = 0
    for kind in KINDS:
        name, text = next(documents(kind, 1))
        path = f"one-{kind}{Path(name).suffix}"
        (tools.work / path).write_text(text, encoding="utf-8")
        size = max(size, len(text.encode()))
        subjects += _okrlint(tools, kind, path, rounds.runs, jobs=())
        subjects += _peers(tools, kind, rounds.peer_runs, Installed.on_file, path)
    return _in_turn(tools, subjects, rounds, 1, size)


def _folder(case: str, tools: Tools, rounds: Rounds) -> list[Row]:
    """Many small files of each kind."""
    rows = []
    for kind in KINDS:
        folder = tools.work / f"{case}-{kind}"
        write(kind, FOLDERS[case], folder)
        files = [path for path in folder.rglob("*") if path.is_file()]
        subjects = _okrlint(tools, kind, folder.name, rounds.runs, jobs=(1, 2))
        subjects += _peers(tools, kind, rounds.peer_runs, Installed.on_folder, folder.name)
        rows += _in_turn(tools, subjects, rounds, len(files), sum(path.stat().st_size for path in files))
        shutil.rmtree(folder)
    return rows


def _large(tools: Tools, rounds: Rounds) -> list[Row]:
    """One large document in Markdown, in sizes that show whether time grows as they do."""
    rows: list[Row] = []
    for kind in MARKDOWN:
        for size in SIZES:
            slow = {row.tool for row in rows if row.kind == kind and row.stopped is not None and row.tool != "okrlint"}
            path = tools.work / f"large-{kind}.md"
            path.write_text(one_of(kind, size), encoding="utf-8")
            subjects = [Subject("okrlint", "", kind, [tools.okrlint, "check", "--no-cache", path.name], rounds.runs)]
            subjects += (
                peer
                for peer in _peers(tools, kind, rounds.peer_runs, Installed.on_file, path.name)
                if peer.tool not in slow  # what was stopped will not be done sooner with more
            )
            rows += _in_turn(tools, subjects, rounds, 1, path.stat().st_size)
            path.unlink()
    return rows


def _okrlint(tools: Tools, kind: str, path: str, runs: int, *, jobs: Iterable[int]) -> list[Subject]:
    """Return okrlint in all ways that this version of it knows."""
    plain = [tools.okrlint, "check", "--no-cache"]
    subjects = [Subject("okrlint", "", kind, [*plain, path], runs)]
    subjects += (
        Subject("okrlint", f"jobs {number}", kind, [*plain, "--jobs", str(number), path], runs)
        for number in jobs
        if _is_accepted(tools, ["--jobs", str(number)])
    )
    if _keeps_results(tools):
        cached = [tools.okrlint, "check", path]
        subjects.append(Subject("okrlint", "cold", kind, cached, runs, lambda: forget(tools.work)))
        subjects.append(Subject("okrlint", "warm", kind, cached, runs))  # the cold run just before it left its results
    return subjects


def _peers(
    tools: Tools, kind: str, runs: int, command: Callable[[Installed, str], Sequence[str]], path: str
) -> list[Subject]:
    reading = (each for each in tools.peers if each.peer.kind == kind)
    return [Subject(each.peer.name, "", kind, command(each, path), runs) for each in reading if runs]


def _in_turn(tools: Tools, subjects: Sequence[Subject], rounds: Rounds, files: int, size: int) -> list[Row]:
    return in_turn(
        subjects,
        tools.work,
        tools.environment,
        files=files,
        size=size,
        warm_ups=rounds.warm_ups,
        limit=tools.limit,
        tell=tools.tell,
    )


def _is_accepted(tools: Tools, options: Sequence[str]) -> bool:
    """Tell whether this version of okrlint has options; it ends with 2 where it does not."""
    result = _tried(tools, options)
    return result is not None and result.exit in (0, 1)


def _keeps_results(tools: Tools) -> bool:
    """Tell whether this version of okrlint has a cache: whether a run leaves a file in one."""
    forget(tools.work)
    _tried(tools, [])
    return any(path.is_file() for path in (tools.work / CACHE).rglob("*"))


def _tried(tools: Tools, options: Sequence[str]) -> Taken | None:
    path = tools.work / "tried.md"
    path.write_text(english(SEED), encoding="utf-8")
    return taken([tools.okrlint, "check", *options, path.name], tools.work, tools.environment, tools.limit)


def forget(work: Path) -> None:
    """Delete what okrlint has kept of earlier runs."""
    shutil.rmtree(work / CACHE, ignore_errors=True)
