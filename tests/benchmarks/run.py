"""Measures okrlint and other linters side by side, as whole processes, and writes the figures to a JSON file.

    python tests/benchmarks/peers.py install ../peers
    python tests/benchmarks/run.py --peers ../peers --out results.json
    python tests/benchmarks/report.py results.json          # tables and plots of docs/performance.md

Without `--peers` those on PATH are used; one that is not installed is left out. All cases with all peers take about
half an hour. Runs take turns (A, B, C, A, B, C, …), so that what slows the machine down hits all of them; figures of
two runs of this command should not be compared.
"""

import argparse
import compileall
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version
from importlib.util import find_spec
from pathlib import Path
from re import match
from typing import Any

from cases import CACHE, ROUNDS, Rounds, Tools, measure
from corpora import KINDS, write
from measuring import Row
from peers import Installed, look_for
from rule_costs import costs

TODAY = "2026-05-15"
"""The day that counts as today: in the middle of the quarter that the corpora plan."""
PARTS_FILES = 200
"""Files of each kind to tell by where the time goes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; return 0, or 2 where that cannot be done."""
    options = _parser().parse_args(arguments)
    okrlint = shutil.which(options.okrlint)
    if okrlint is None:
        return _fail(f"{options.okrlint} is not there; install okrlint, or name its program with --okrlint")
    if not options.out.parent.is_dir():
        return _fail(f"{options.out.parent} is no folder; --out is to name a file in one that exists")
    for folder in compiled():
        compileall.compile_dir(folder, quiet=2)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        peers, missing = look_for(options.peers, work)
        for told in missing:
            _tell(f"left out: {told}")
        tools = Tools(str(Path(okrlint).absolute()), peers, work, _environment(work), options.limit, _tell)
        results: dict[str, Any] = {
            "machine": _machine(),
            "versions": _versions(tools.okrlint, peers),
            "cases": {},
            "parts": {},
        }
        for case in options.cases:
            if case == "parts":
                _tell("parts: where the time goes")
                results["parts"] = _parts(work)
            else:
                rounds = _rounds(case, options)
                _tell(f"{case}: {rounds.runs} runs, {rounds.peer_runs} of each peer")
                results["cases"][case] = _measured(case, tools, rounds)
            _write(results, options.out)  # now, lest a later case lose what this one took half an hour for
    _tell(f"written: {options.out}")
    return 0


def compiled() -> Iterator[str]:
    """Yield the folders of okrlint and of all that it depends on, which are to be compiled as they are when installed.

    Without that, each start might compile them again.
    """
    homes: dict[str, list[str]] = {}
    for module, names in packages_distributions().items():
        for name in names:
            homes.setdefault(_plain(name), []).append(module)
    ahead, seen = ["okrlint"], set()
    while ahead:
        name = ahead.pop()
        if name in seen:
            continue
        seen.add(name)
        for module in homes.get(name, [name]):
            spec = find_spec(module) if module.isidentifier() else None
            yield from (spec.submodule_search_locations or ()) if spec else ()
        try:
            wanted = requires(name) or []
        except PackageNotFoundError:
            continue
        ahead += [_plain(found[0]) for each in wanted if "extra ==" not in each and (found := match(r"[\w.-]+", each))]
    spec = find_spec("okrlint_rules")
    yield from (spec.submodule_search_locations or ()) if spec else ()


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Measure okrlint and other linters side by side, as whole processes.",
        epilog="Tables and plots are made of the figures by report.py.",
    )
    parser.add_argument("--out", type=Path, default=Path("results.json"), help="file to write (default: results.json)")
    cases = [*ROUNDS, "parts"]
    parser.add_argument("--cases", nargs="+", choices=cases, default=cases, help="default: all")
    parser.add_argument(
        "--peers", type=Path, action="append", default=[], metavar="FOLDER", help="where to look for peers before PATH"
    )
    parser.add_argument("--runs", type=_count, metavar="N", help="runs of okrlint (default: as the case needs)")
    parser.add_argument("--peer-runs", type=_count, metavar="N", help="runs of each peer; 0 leaves them out")
    parser.add_argument("--warm-ups", type=_count, metavar="N", help="rounds that are not counted")
    parser.add_argument(
        "--limit", type=float, default=300, metavar="SECONDS", help="end a run that takes longer (default: 300)"
    )
    beside = Path(sys.executable).with_name("okrlint")
    parser.add_argument(
        "--okrlint", default=str(beside) if beside.exists() else "okrlint", metavar="PROGRAM", help="which okrlint"
    )
    return parser


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of runs: write 0, 1, 2, …")
    return int(text)


def _rounds(case: str, options: argparse.Namespace) -> Rounds:
    default = ROUNDS[case]
    asked = (options.runs, options.peer_runs, options.warm_ups)
    return Rounds(*(usual if number is None else number for usual, number in zip(default, asked, strict=True)))


def _environment(work: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OKRLINT_", "PYTHON", "NODE_"))}
    return {**kept, "OKRLINT_CACHE_DIR": str(work / CACHE), "OKRLINT_TODAY": TODAY, "PYTHONUTF8": "1"}


def _machine() -> dict[str, Any]:
    processor = platform.processor() or platform.machine()
    about = Path("/proc/cpuinfo")
    if about.is_file():
        named = (line.partition(":")[2].strip() for line in about.read_text().splitlines() if "model name" in line)
        processor = next(named, processor)
    return {
        "processor": processor,
        "cores": os.cpu_count(),
        "memory": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": f"{platform.system()} {platform.release()}",
    }


def _versions(okrlint: str, peers: Sequence[Installed]) -> dict[str, str]:
    node = shutil.which("node")
    return {
        "okrlint": _said([okrlint, "--version"]),
        "Python": platform.python_version(),
        **({"Node.js": _said([node, "--version"]).removeprefix("v")} if node else {}),
        "jieba": version("jieba"),
        **{each.peer.name: each.version for each in peers},
    }


def _said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip().rpartition(" ")[2]


def _measured(case: str, tools: Tools, rounds: Rounds) -> dict[str, Any]:
    began, load = datetime.now().astimezone(), os.getloadavg()[0]
    rows = [_as_data(row) for row in measure(case, tools, rounds)]
    return {"began": began.isoformat(timespec="seconds"), "load": round(load, 2), "rows": rows}


def _parts(work: Path) -> dict[str, dict[str, dict[str, float]]]:
    """Return milliseconds a file by kind of corpus, for the parts of a run and for the rules."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for kind in KINDS:
        folder = work / f"parts-{kind}"
        write(kind, PARTS_FILES, folder)
        took = costs([folder])
        each = {"parts": took.parts, "rules": took.rules}
        found[kind] = {
            name: {cost.name: round(cost.seconds * 1000 / PARTS_FILES, 4) for cost in every}
            for name, every in each.items()
        }
        shutil.rmtree(folder)
    return found


def _write(results: dict[str, Any], out: Path) -> None:
    out.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _as_data(row: Row) -> dict[str, Any]:
    figures = [
        {"wall": round(each.wall, 5), "cpu": round(each.cpu, 5), "memory": round(each.memory, 2), "exit": each.exit}
        for each in row.taken
    ]
    return {**row._asdict(), "taken": figures}


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _fail(message: str) -> int:
    _tell(message)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(_fail("stopped; the cases before this one are written"))
