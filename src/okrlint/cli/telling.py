"""Linting the files of `okrlint check`, and writing what is found: file by file where the format allows it."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import click

from okrlint.cli import options, terminal
from okrlint.config.settings import Settings
from okrlint.dispatching import WorkersFor
from okrlint.executing.interface import Workers
from okrlint.gathering import outcomes
from okrlint.linter import Linter
from okrlint.linting.findings import Report
from okrlint.linting.interface import Severity
from okrlint.linting.tally import Tally, tally_of
from okrlint.outcomes import Lint, Outcome, Telling, part_of
from okrlint.planning import Jobs
from okrlint.reporting.interface import ReporterRef, Style
from okrlint.reporting.partwise import Part, Partwise, by_file, written

if TYPE_CHECKING:
    from okrlint.caching.cache import Cache
    from okrlint.caching.memory import Memory

FOR_PEOPLE = ("text", "compact")
"""Formats in the encoding of the terminal, and of the editors that read them; all others are UTF-8."""
FEWEST = 100
"""Files from which on several processes pay: beginning them takes as long as linting some dozens."""


class Verdict:
    """What a run comes to.

    Args:
        linter: tells how severe a finding must be to fail a run: each file's configuration may say something else.
        settings: of files, by path, as far as they are known.
    """

    def __init__(self, linter: Linter, settings: dict[str, Settings]) -> None:
        self.tally = Tally()
        self._linter = linter
        self._settings = settings
        self._fails = False

    def add(self, path: str, tally: Tally) -> None:
        """Add what was found in a file, or is said of a folder."""
        self.tally = self.tally.plus(tally)
        if tally.findings:
            least = (self._settings.get(path) or self._linter.settings(path)).fail_on
            self._fails = self._fails or (least != "never" and tally.at_least(Severity[least.upper()]))

    def exit_code(self, values: dict[str, Any]) -> int:
        """Return the exit code."""
        if self.tally.fatal:
            return 2
        if values["exit_zero"]:
            return 0
        limit = values["max_warnings"]
        return int(self._fails or (limit is not None and self.tally.warnings > limit))


def verdict_on(report: Report, linter: Linter) -> Verdict:
    """Return what a run comes to whose report is whole."""
    verdict = Verdict(linter, {})
    for each in by_file(report):
        verdict.add(each.paths[0], tally_of(each))
    return verdict


def streaming(ref: ReporterRef, found: Jobs) -> Partwise | None:
    """Return the reporter if it can tell files one by one; not so with a baseline, which must know them all."""
    if ref.plugin or found.has_baseline:
        return None
    reporter = ref.load()
    return reporter if isinstance(reporter, Partwise) else None


def report_of(found: Jobs, known: "Memory | None", values: dict[str, Any]) -> Report:
    """Lint files, and return all that is wrong with them.

    Raises:
        ConfigError: for a baseline that cannot be used.
    """
    with _progress(values) as bar, results(known) as cache:
        lint = Lint(None, cache.keys if cache else None)
        done = outcomes(found.files, lint, workers_for(values), bar.advance if bar else None, cache, found.beside)
        return found.report(outcome.report for outcome in done if outcome.report is not None)


def tell(
    found: Jobs,
    linter: Linter,
    known: "Memory | None",
    reporter: Partwise,
    telling: Telling,
    values: dict[str, Any],
) -> Verdict:
    """Lint files, and write what is wrong with each as soon as it is known.

    Args:
        found: the files.
        linter: with what configuration.
        known: of earlier runs.
        reporter: writes it.
        telling: how workers are told of the same.
        values: of the options.
    """
    verdict = Verdict(linter, found.settings)
    name = telling.reporter.name

    def parts(done: Iterator[Outcome]) -> Iterator[Part]:
        for outcome in done:
            verdict.add(outcome.path, outcome.tally)
            if outcome.part is not None:
                yield outcome.part
            elif outcome.report is not None and (outcome.report.findings or reporter.tells_all):
                yield part_of(outcome.report, telling)

    def end() -> str:
        if not verdict.tally.findings and not values["quiet"]:
            tell_idle(linter, [job.path for job in found.files])
        if not verdict.tally.findings and values["quiet"] and name == "text":
            return ""
        language = telling.style.language or verdict.tally.language
        return reporter.end(verdict.tally, telling.style._replace(language=language))

    with _progress(values) as bar, results(known, telling) as cache, _writer(values, name, bar) as write:
        lint = Lint(telling, cache.keys if cache else None)
        done = outcomes(found.files, lint, workers_for(values), bar.advance if bar else None, cache, found.beside)
        for text in written(reporter, parts(found.outcomes(done)), end):
            if text:
                write(text)
    return verdict


@contextmanager
def _writer(values: dict[str, Any], name: str, bar: Any) -> Iterator[Callable[[str], None]]:
    """Give what writes a piece of a report."""
    if values["output"] is None:
        shares_screen = bar is not None and sys.stdout.isatty()

        def write(text: str) -> None:
            if shares_screen:
                bar.erase()
            options.write(text, None, for_people=name in FOR_PEOPLE)

        yield write
        return
    from tempfile import TemporaryFile

    with TemporaryFile() as aside:  # the run may well read the file that this one replaces

        def keep(text: str) -> None:
            aside.write(options.encoded(text))

        yield keep
        aside.seek(0)
        options.write_all(aside, values["output"])


def _progress(values: dict[str, Any]) -> Any:
    if values["quiet"] or not terminal.shows_progress():
        return nullcontext()
    from okrlint.cli import progress

    return progress.shown()


@contextmanager
def results(known: "Memory | None", telling: Telling | None = None) -> "Iterator[Cache | None]":
    """Give what is known of files; None where nothing is kept."""
    if known is None:
        yield None
        return
    cache = known.results(telling)
    try:
        yield cache
    finally:
        cache.flush()


def workers_for(values: dict[str, Any]) -> WorkersFor:
    """Return what gives the workers of a run, by its options."""
    return lambda jobs: _workers(jobs, values)


@contextmanager
def _workers(files: int, values: dict[str, Any]) -> Iterator[Workers | None]:
    """Give the workers of a run; None where it is to be done here."""
    if values.get("executor"):
        from okrlint.executing.dask import ClusterError, cluster

        try:
            with cluster(values["executor"].removeprefix("dask://")) as workers:
                yield workers
        except ClusterError as error:
            raise options.refuse(f"--executor: {error}") from None
        return
    count = values["jobs"]
    if count is None and files >= FEWEST:
        from okrlint.executing.processors import processors

        count = processors()
    count = min(count or 1, files)
    if count < 2:
        yield None
        return
    from okrlint.executing.processes import processes

    executor = processes(count)
    try:
        yield Workers(executor, count, processes)
    finally:
        executor.shutdown(cancel_futures=True)


def tell_idle(linter: Linter, paths: Sequence[str]) -> None:
    """Say on standard error when nothing was found because nothing was looked for."""
    if paths and not any(map(linter.has_rules, paths)):
        click.echo(
            "okrlint: no rule runs: all of them are ignored, off, not selected, or look at history (--history)",
            err=True,
        )


def style_of(values: dict[str, Any], language: str, **more: Any) -> Style:
    """Return how a report is to look.

    Args:
        values: of the options.
        language: of the words around the findings.
        more: fields of the style that the options do not say.
    """
    from os import getcwd

    from okrlint import __version__

    return Style(
        color=terminal.use_color(values["color"], values["output"]),
        width=terminal.columns(values["output"]),
        language=language,
        show_hidden=values["show_suppressed"],
        folder=getcwd().replace("\\", "/"),
        version=__version__,
        **more,
    )
