"""The work that fixed cases take, counted and not timed, so that it is the same however busy a machine is.

    python tests/benchmarks/counted.py            # compare with what is recorded; exit code 1 where one grew too much
    python tests/benchmarks/counted.py --record   # record what it is now, after a change that is worth it

Counted are instructions of the processor (under valgrind's callgrind, where that is installed), imported modules,
patterns that are compiled, calls of patterns, calls of functions, and pairs of characters whose words are loaded from
jieba's dictionary.
What is recorded holds for one version of Python: with another one, only a record is told of, and nothing fails.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from corpora import KINDS, documents, write
from startup import CHINESE, ENGLISH

RECORD = Path(__file__).parent / "counted.json"
GROWTH = 1.10
"""How many times what is recorded there may be."""
MANY = 40
"""Documents of a case that is no start-up."""

PROGRAM = """
from okrlint.cli.main import run
run()
"""
COUNTING = """
import json, os, re, sys
counts = {"calls": 0, "pattern_calls": 0, "patterns": 0}
Pattern = re.Pattern
def count(frame, event, argument):
    if event == "call":
        counts["calls"] += 1
    elif event == "c_call" and type(getattr(argument, "__self__", None)) is Pattern:
        counts["pattern_calls"] += 1
def compiled(*arguments, real=re._compiler.compile):
    counts["patterns"] += 1
    return real(*arguments)
re._compiler.compile = compiled
def ended(code, end=os._exit):
    sys.setprofile(None)
    counts["modules"] = len(sys.modules)
    segmentation = sys.modules.get("okrlint.language.segmentation")
    counts["dictionary_pairs"] = segmentation._segmenter()._words_from.cache_info().currsize if segmentation else 0
    with open(os.environ["COUNTS"], "w") as file:
        json.dump(counts, file)
    end(code)
os._exit = ended
sys.setprofile(count)
"""


def corpus(folder: Path) -> dict[str, list[str]]:
    """Write the documents; return the arguments of each case, by its name."""
    (folder / "english.md").write_text(ENGLISH, encoding="utf-8")
    (folder / "chinese.md").write_text(CHINESE, encoding="utf-8")
    (folder / "one.yaml").write_text(next(documents("yaml", 1))[1], encoding="utf-8")
    check = ["check", "--today", "2026-05-01", "--jobs", "1"]
    cases = {name: [*check, "--no-cache", file] for name, file in _ONE.items()}
    cases["one English file, cached"] = [*check, "--cache-dir", "cache", "english.md"]
    for kind in KINDS:
        write(kind, MANY, folder / f"many-{kind}")
        cases[f"{MANY} files, {kind}"] = [*check, "--no-cache", f"many-{kind}"]
    return cases


_ONE = {"one English file": "english.md", "one Chinese file": "chinese.md", "one YAML file": "one.yaml"}


def counts(arguments: list[str], folder: Path) -> dict[str, int]:
    """Return what a case takes."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "PYTHONHASHSEED": "0",
        "COUNTS": str(folder / "counts.json"),
        "LC_ALL": "C.UTF-8",
    }

    def run(*command: str) -> None:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.decode()[-2000:]}")

    run(sys.executable, "-c", PROGRAM, *arguments)  # writes bytecode, and the cache of the case that has one
    run(sys.executable, "-c", COUNTING + PROGRAM, *arguments)
    found: dict[str, int] = json.loads((folder / "counts.json").read_text(encoding="utf-8"))
    valgrind = shutil.which("valgrind")
    if valgrind:
        out = folder / "callgrind.out"
        run(valgrind, "--tool=callgrind", f"--callgrind-out-file={out}", sys.executable, "-c", PROGRAM, *arguments)
        (total,) = re.findall(r"^(?:summary|totals): (\d+)", out.read_text(encoding="utf-8"), re.MULTILINE)[:1]
        found["instructions"] = int(total)
    return found


def compared(now: dict[str, dict[str, int]], recorded: dict[str, dict[str, int]]) -> list[str]:
    """Return what takes more work than is recorded, in words."""
    grown = []
    for case, counted in now.items():
        for what, count in counted.items():
            known = recorded.get(case, {}).get(what)
            if known is not None and count > known * GROWTH:
                grown.append(
                    f"{case}: {what.replace('_', ' ')}: {known:,} -> {count:,} ({count / max(known, 1):.2f} x)"
                )
    return grown


def table(now: dict[str, dict[str, int]]) -> str:
    """Return the counts as lines of text."""
    names = sorted({name for counted in now.values() for name in counted})
    heads = "".join(f"{name.replace('_', ' '):>18}" for name in names)
    rows = [f"{case:28}" + "".join(f"{counted.get(name, 0):18,}" for name in names) for case, counted in now.items()]
    return "\n".join([" " * 28 + heads, *rows])


def main() -> None:
    """Count, and compare or record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="record what is counted now")
    record = parser.parse_args().record
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        now = {case: counts(arguments, folder) for case, arguments in corpus(folder).items()}
    print(table(now))
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if record:
        RECORD.write_text(json.dumps({"python": version, "cases": now}, indent=1) + "\n", encoding="utf-8")
        return
    recorded = json.loads(RECORD.read_text(encoding="utf-8"))
    if recorded["python"] != version:
        print(f"recorded with Python {recorded['python']}, and this is {version}: not compared")
        return
    grown = compared(now, recorded["cases"])
    if grown:
        print("more work than is recorded, by more than a tenth:", *grown, sep="\n  ")
        print("If that is worth it: python tests/benchmarks/counted.py --record")
        raise SystemExit(1)


if __name__ == "__main__":
    main()
