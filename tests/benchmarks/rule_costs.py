"""Where the time of a run goes: by part and by rule.

    python tests/benchmarks/rule_costs.py PATH ...            # your own documents, under their configuration
    python tests/benchmarks/rule_costs.py --corpus english:200

Milliseconds are those of the processor. What several rules want to know of a statement is found out once, and the first
rule that asks pays for all: a rule that is switched off may hand its cost to the next.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple
from unittest.mock import patch

from corpora import KINDS, write

from okrlint import Linter, jobs
from okrlint.builtin import okrlint_reporters
from okrlint.jobs import Job, run_under
from okrlint.loading import load_reporter, rendered
from okrlint.reporting.interface import Style

_TODAY = date(2026, 5, 15)
_READING = ("read_bytes", "reader_for", "open_with", "read_document")
"""What a job calls to read its file."""


class Cost:
    """What a part or a rule took.

    Attributes:
        name: of the part, or the rule's code and name.
        seconds: of the processor.
        calls: how often it was called.
        findings: what it came to, before findings replace each other, or fold.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.seconds = 0.0
        self.calls = 0
        self.findings = 0

    def add(self, others: Iterable["Cost"]) -> None:
        """Add to this what others took."""
        for other in others:
            self.seconds += other.seconds
            self.calls += other.calls
            self.findings += other.findings

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that adds to this what it takes."""

        def timed_function(*arguments: Any, **named: Any) -> Any:
            start = process_time()
            try:
                return function(*arguments, **named)
            finally:
                self.seconds += process_time() - start
                self.calls += 1

        return timed_function

    def timed_check(self, check: Callable[..., Any]) -> Callable[..., Any]:
        """Return a rule's `check` that adds to this what it takes, and its hits."""

        def hits(*arguments: Any) -> Any:
            found = check(*arguments)
            return found if found is None else list(found)

        timed = self.timed(hits)

        def counted(*arguments: Any) -> Any:
            found = timed(*arguments)
            self.findings += len(found or ())
            return found

        return counted


class Costs(NamedTuple):
    """What a run took."""

    files: int
    parts: list[Cost]
    rules: list[Cost]


def costs(paths: Iterable[Path], today: date = _TODAY) -> Costs:
    """Lint files and folders; return what it took.

    Raises:
        ConfigError: for a configuration that cannot be used.
    """
    walking, reading, rules, making, rest, writing = map(
        Cost, ("finding the files", "reading", "all rules", "making findings", "the rest", "writing the report")
    )
    linter = Linter(today=today)
    found = walking.timed(linter.planner.for_paths)(paths)
    if found.files:
        jobs.lint_job(found.files[0])  # what is loaded on first use is part of the start, and not of these figures
    with ExitStack() as patches:
        by_rule = _timed_rules(found.files, patches)
        for cost, names in ((reading, _READING), (making, ("lint_document",))):
            for name in names:
                patches.enter_context(patch.object(jobs, name, cost.timed(getattr(jobs, name))))
        report = found.report(map(rest.timed(jobs.lint_job), found.files))
    text = next(ref for ref in okrlint_reporters() if ref.name == "text")
    style = Style(rules=lambda: linter.rules(report.paths))
    writing.timed(rendered)(load_reporter(text), text, report, style)
    rules.add(by_rule)
    reading.calls = rest.calls
    rest.seconds -= making.seconds + reading.seconds
    making.seconds -= rules.seconds
    making.findings = len(report.findings)
    return Costs(len(found.files), [walking, reading, rules, making, rest, writing], by_rule)


def _timed_rules(files: Iterable[Job], patches: ExitStack) -> list[Cost]:
    """Have all rules of these jobs timed for a while; files with other settings may have other copies of a rule."""
    runs = {id(run): run for run in (run_under(job.settings, job.today) for job in files)}
    timed: dict[str, Cost] = {}
    for run in runs.values():
        for check in run.checks:
            rule = check.rule
            cost = timed.setdefault(rule.meta.code, Cost(f"{rule.meta.code} {rule.meta.name}"))
            patches.enter_context(patch.object(rule, "check", cost.timed_check(rule.check)))
    return list(timed.values())


def table(found: Costs, top: int) -> Iterator[str]:
    """Yield the lines of two tables: the parts, and the rules that took most."""
    total = sum(part.seconds for part in found.parts) or 1e-9
    files = max(1, found.files)
    ranked = sorted(found.rules, key=lambda rule: -rule.seconds)
    breadth = max(len(cost.name) for cost in [*found.parts, *ranked[:top]])
    heading = f"{'':{breadth}}  ms a file   share    calls  findings"

    def line(cost: Cost) -> str:
        each, share = cost.seconds * 1000 / files, cost.seconds / total
        return f"{cost.name:{breadth}}  {each:9.3f}  {share:6.1%}  {cost.calls:7}  {cost.findings:8}"

    yield f"{found.files} files, {total * 1000 / files:.2f} ms each"
    yield from ("", heading, *map(line, found.parts))
    yield from ("", heading, *map(line, ranked[:top]))
    if len(ranked) > top:
        rest = Cost(f"{len(ranked) - top} more rules")
        rest.add(ranked[top:])
        yield line(rest)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return 0, or 2 where that cannot be done."""
    parser = argparse.ArgumentParser(description="Tell where the time of a run of okrlint goes, by part and by rule.")
    parser.add_argument("paths", type=Path, nargs="*", metavar="PATH", help="files and folders")
    parser.add_argument("--corpus", metavar="KIND:FILES", help=f"made up instead; KIND: {', '.join(KINDS)}")
    parser.add_argument("--top", type=int, default=20, metavar="N", help="rules to tell of one by one (default: 20)")
    options = parser.parse_args(arguments)
    if bool(options.paths) == bool(options.corpus):
        parser.error("name files or folders, or a corpus: --corpus english:200")
    if missing := [str(path) for path in options.paths if not path.exists()]:
        parser.error(f"{', '.join(missing)}: no such file or folder")
    if options.paths:
        found = costs(options.paths)
    else:
        kind, _, count = options.corpus.partition(":")
        if kind not in KINDS or not count.isdecimal() or not int(count):
            parser.error(f"--corpus {options.corpus}: write a kind and a number of files, as in english:200")
        with tempfile.TemporaryDirectory() as folder:
            write(kind, int(count), Path(folder))
            found = costs([Path(folder)])
    print("\n".join(table(found, options.top)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
