"""How long the history of a large repository takes, beside `git log -p` over the same paths.

    python tests/benchmarks/history_cost.py [DOCUMENTS [COMMITS [PROCESSES]]]

A repository of 1,000 documents in both languages and 5,000 commits is made anew (by `git fast-import`, in seconds):
targets are changed, statements reworded, check-ins added, key results inserted, dropped and put in another order,
files renamed. Seconds are those of the clock. Aim: five times those of `git log -p` at most, without a cache.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from random import Random
from time import perf_counter

from okrlint.caching.memory import Memory
from okrlint.caching.past import Past
from okrlint.caching.store import Store
from okrlint.executing.interface import Workers
from okrlint.executing.processes import processes
from okrlint.linter import Linter
from okrlint.recalling.interface import history_of, read

_ENGLISH = (
    ("Raise", "Cut", "Reach", "Win", "Train", "Migrate"),
    ("paying customers", "support tickets", "trial sign-ups", "partner contracts", "onboarding days", "mobile crashes"),
    ("in Europe", "for schools", "across all shops", "among new hires", "on the website", "with our partners"),
)
_CHINESE = (
    ("提升", "降低", "达到", "赢得", "扩大", "实现"),
    ("付费客户数", "支持工单量", "试用注册数", "合作协议数", "新人培训天数", "移动端崩溃率"),
    ("欧洲市场的", "面向学校的", "全部门店的", "新员工的", "官网上的", "合作伙伴的"),
)
_PEOPLE = ("Ana Silva", "Ben Okafor", "陈力", "王芳")


def repository(folder: Path, documents: int = 1_000, commits: int = 5_000, seed: int = 8) -> None:
    """Make a repository of OKRs in a new folder, with its work tree."""
    folder.mkdir(parents=True)
    run(folder, "init", "-q", "-b", "main")
    stream = b"".join(_stream(documents, commits, Random(seed)))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    run(folder, "reset", "-q", "--hard", "main")


def run(folder: Path, *words: str) -> bytes:
    """Have git do something in a folder."""
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True).stdout


def _stream(documents: int, commits: int, random: Random) -> Iterator[bytes]:
    files = {f"team-{number % 40:02}/okr-{number:04}.md": _document(number, random) for number in range(documents)}
    yield _commit(0, "First drafts", random, None)
    for path, lines in files.items():
        yield _file(path, lines)
    names = sorted(files)
    for number in range(1, commits):
        path = names[random.randrange(len(names))]
        lines = files[path]
        edit = random.choice((_aim, _aim, _reword, _insert, _drop, _swap, _check_in))
        message = edit(lines, random)
        yield _commit(number, message, random, path)
        if random.random() < 0.02:
            new = f"{path.rpartition('/')[0]}/okr-{documents + number:04}.md"
            yield f"R {path} {new}\n".encode()
            files[new] = files.pop(path)
            names[names.index(path)] = path = new
        yield _file(path, lines)


def _commit(number: int, message: str, random: Random, path: str | None) -> bytes:
    who = random.choice(_PEOPLE)
    seconds = 1_767_600_000 + number * 3_600
    words = f"{message}\n\n{path or ''}".encode()
    head = f"commit refs/heads/main\ncommitter {who} <who@example.com> {seconds} +0800\ndata {len(words)}\n".encode()
    return head + words + b"\n"


def _file(path: str, lines: list[str]) -> bytes:
    data = "\n".join(lines).encode()
    return f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"


def _document(number: int, random: Random) -> list[str]:
    is_chinese = number % 2 == 1
    lines = [f"# {'团队' if is_chinese else 'Team'} {number} OKR 2026-Q1", ""]
    for objective in range(1, 4):
        lines += [f"## O{objective}: {_statement(is_chinese, random)}", ""]
        for key_result in range(1, 5):
            lines.append(f"- KR{key_result}: {_statement(is_chinese, random, random.randint(10, 900))}")
            lines.append(f"  - {'负责人：' if is_chinese else 'Owner: '}{random.choice(_PEOPLE)}")
            lines.append(f"  - {'信心：' if is_chinese else 'Confidence: '}0.{random.randint(3, 9)}")
        lines.append("")
    return lines


def _statement(is_chinese: bool, random: Random, target: int | None = None) -> str:
    verb, what, where = (random.choice(some) for some in (_CHINESE if is_chinese else _ENGLISH))
    if is_chinese:
        return f"将{where}{what}{verb}至 {target}" if target else f"{verb}{where}{what}，让大家满意"
    return f"{verb} {what} {where} to {target}" if target else f"{verb} {what} {where} so that everybody is glad"


def _at(lines: list[str], random: Random) -> int:
    """Return the number of the line of a key result."""
    return random.choice([number for number, line in enumerate(lines) if line.startswith("- KR")])


def _aim(lines: list[str], random: Random) -> str:
    at = _at(lines, random)
    lines[at] = f"{lines[at].rpartition(' ')[0]} {random.randint(10, 900)}"
    return "New target, since the market has changed"


def _reword(lines: list[str], random: Random) -> str:
    at = _at(lines, random)
    for some in (*_ENGLISH, *_CHINESE):
        for word in some:
            if word in lines[at]:
                lines[at] = lines[at].replace(word, random.choice(some), 1)
                return "Say it better"
    return "Nothing to say better"


def _insert(lines: list[str], random: Random) -> str:
    is_chinese = lines[0].startswith("# 团队")
    lines.insert(_at(lines, random), f"- KR9: {_statement(is_chinese, random, random.randint(10, 900))}")
    return "One more key result"


def _drop(lines: list[str], random: Random) -> str:
    at = _at(lines, random)
    if sum(line.startswith("- KR") for line in lines) > 6:
        del lines[at : at + (3 if lines[at + 1].startswith("  ") else 1)]
    return "One key result less"


def _swap(lines: list[str], random: Random) -> str:
    one, other = _at(lines, random), _at(lines, random)
    lines[one], lines[other] = lines[other], lines[one]
    return "In another order"


def _check_in(lines: list[str], random: Random) -> str:
    at = _at(lines, random)
    lines.insert(at + 1, f"  - 2026-02-{random.randint(10, 28)}: 0.{random.randint(2, 9)} on our way")
    return "Check-in"


@contextmanager
def _workers(count: int) -> Iterator[Workers | None]:
    if count < 2:
        yield None
        return
    executor = processes(count)
    try:
        yield Workers(executor, count, processes)
    finally:
        executor.shutdown()


def main() -> None:
    """Measure, and print the figures."""
    given = [int(word) for word in sys.argv[1:]]
    documents, commits, count = [*given, *(1_000, 5_000, 2)[len(given) :]]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "okrs"
        began = perf_counter()
        repository(folder, documents, commits)
        print(f"made {documents} documents, {commits} commits: {perf_counter() - began:.1f} s")
        began = perf_counter()
        run(folder, "log", "-p", "--", "*.md")
        of_git = perf_counter() - began
        print(f"git log -p: {of_git:.2f} s")
        with chdir(folder):
            for words in ("no cache", "cold cache", "warm cache", "one more commit"):
                if words == "one more commit":
                    _one_more(folder)
                memory = None if words == "no cache" else Memory(Store(place), b"benchmark")
                past = memory.past() if memory else None
                known = _known(past)
                began = perf_counter()
                history = history_of(
                    known, ["."], workers=lambda _: _workers(count), past=memory.past() if memory else None
                )
                took = perf_counter() - began
                versions = sum(len(item.versions) for item in history.items)
                print(f"history, {words}: {took:.2f} s, {took / of_git:.1f} times; "
                      f"{len(history.items)} items, {versions} versions")  # fmt: skip
                if memory:
                    memory.close()


def _one_more(folder: Path) -> None:
    """Commit a new target in one document."""
    path = next(folder.glob("*/*.md"))
    lines = path.read_text(encoding="utf-8").split("\n")
    message = _aim(lines, Random(9))
    path.write_text("\n".join(lines), encoding="utf-8")
    run(folder, "-c", "user.name=Ana Silva", "-c", "user.email=who@example.com", "commit", "-q", "-a", "-m", message)


def _known(past: Past | None) -> list:
    jobs = Linter({}).planner.for_paths(["."]).files
    return read(jobs, past).known


if __name__ == "__main__":
    main()
