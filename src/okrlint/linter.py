"""Linting files and text with one configuration."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING, Any

from okrlint import standalone
from okrlint.config.lookup import Config, Lookup, Memory, Path
from okrlint.config.settings import Settings
from okrlint.dispatching import WorkersFor, here
from okrlint.gathering import alone, outcomes, report_on, streamed
from okrlint.job import Job
from okrlint.outcomes import Lint
from okrlint.planning import Planner, summed

if TYPE_CHECKING:  # a run that knows all results already loads no more than it needs
    from concurrent.futures import Executor

    from distributed import Client

    from okrlint.linting.findings import FileReport, Report
    from okrlint.linting.running import Check, Run
    from okrlint.linting.selection import Renamed
    from okrlint.reporting.interface import RuleNote


class Linter:
    """Lints with one configuration; reusable, and safe to share between threads.

    Args:
        config: a path of a configuration file, its contents as a mapping, or `Settings`. None means the nearest
            configuration file upward from each file (each read once), and the defaults for text that is no file.
        today: the day that counts as today; without one, rules about today keep silent.
        overrides: values that win over configuration, by the field names of `Settings`.
        gitignore: whether walks pass over what git ignores.
        force_exclude: whether what a walk would pass over (see docs/files.md) is left out even where it is named.
        memory: knows configurations of earlier runs; of okrlint's own, and not public.

    Attributes:
        today: as given.
        planner: finds the files; of okrlint's own, and not public.
        renamed: rules that the configurations used so far name as they are no longer called; nothing prints them.

    Raises:
        ConfigError: for a configuration that cannot be used.
        PluginError: for an installed plugin that cannot be used. Without `config` both are raised where it is first
            known what applies: `settings`, `lint_…` and `rules` raise them.
    """

    def __init__(
        self,
        config: Config = None,
        *,
        today: date | None = None,
        overrides: Mapping[str, Any] | None = None,
        gitignore: bool = True,
        force_exclude: bool = False,
        memory: Memory | None = None,
    ) -> None:
        self.today = today
        self._memory = memory
        self._known: dict[int, Settings] = {}  # by identity: those of most files of a run are the very same
        self.renamed: dict[tuple[str, str], Renamed] = {}
        self._lookup = Lookup(config, overrides, memory)
        if config is not None:
            self._usable(self._lookup.plain)
        # Without one, what is plain allows all plugins, and the files that are to come may well not: nothing is loaded.
        plain = self._lookup.plain
        self.planner = Planner(self.settings, plain, today, gitignore=gitignore, force_exclude=force_exclude)

    def settings(self, path: Path) -> Settings:
        """Return the settings that apply to a file or folder.

        Raises:
            ConfigError: for a configuration file that cannot be used.
            PluginError: for a rule that cannot be imported.
        """
        return self._usable(self._lookup.settings(path))

    def lint_text(self, text: str, format: str = "markdown", path: str = "-") -> "Report":
        """Return what is wrong with the OKRs in `text`.

        Raises:
            FormatError: for a format that no reader reads.
        """
        from okrlint.opening import reader_for
        from okrlint.reading.source import Source

        plain = self._plain
        job = Job(path, plain, self.today, named=True)
        report = alone(Source(text, path), reader_for(format, path, settings=plain), job)
        return summed([report], {path: plain}, self.today)

    def lint_bytes(self, data: bytes, format: str | None = None, path: str = "-") -> "Report":
        """Return what is wrong with the OKRs in `data`; see `reader_for` for how its format is told.

        Raises:
            FormatError: for a format that no reader reads.
        """
        from okrlint.job import language_wanted
        from okrlint.linting.engine import unreadable
        from okrlint.opening import open_with, reader_for
        from okrlint.reading.source import Source, UnreadableError

        plain = self._plain
        reader = reader_for(format, path, data, plain)
        try:
            source = open_with(reader, data, path, plain)
            report = alone(source, reader, Job(path, plain, self.today, named=True))
        except UnreadableError as error:
            report = unreadable(error, Source("", path), language_wanted(plain))
        return summed([report], {path: plain}, self.today)

    def lint_input(self, data: bytes, path: str = "-", *, allow_empty: bool = False) -> "Report":
        """Return what is wrong with the OKRs in `data`, as if it were the contents of a file named `path`.

        The configuration is that of such a file; `-` would lie in the working folder.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        found = self.planner.for_input(path, allow_empty=allow_empty)
        return found.report([report_on(job, data, found.beside) for job in found.files])

    def lint_file(self, path: Path) -> "Report":
        """Return what is wrong with the OKRs in a file; see `lint_paths`."""
        return self.lint_paths([path])

    def lint_paths(
        self,
        paths: Iterable[Path],
        *,
        executor: "Executor | Client | None" = None,
        allow_empty: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> "Report":
        """Return what is wrong with the OKRs in files and folders.

        A file that cannot be read, or that is named here and holds no OKR, is a finding of the engine (EN0xx,
        ST008) in the report, which then has `failed` set; the other files are linted all the same.

        Args:
            paths: files, and folders to walk for files that an installed reader reads. What is named twice, or
                named and walked upon, is linted once.
            executor: does the work: an executor of `concurrent.futures` with threads or processes, or a client of
                Dask's `distributed`, whose workers find the files under the same names. None means here, one file
                after the other. Where a worker dies over a file, or linting it fails as it never should, that is a
                finding of the engine (EN013); the others are linted all the same.
            allow_empty: whether a named file without OKRs is but a notice, and none where another file holds some.
            progress: is told after each file how many are done, and of how many, by the thread that called this method.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        found = self.planner.for_paths(paths, allow_empty=allow_empty)
        done = outcomes(found.files, Lint(), _workers_for(executor), progress, beside=found.beside)
        return found.report(outcome.report for outcome in done if outcome.report is not None)

    def lint_each(
        self,
        paths: Iterable[Path],
        *,
        executor: "Executor | Client | None" = None,
        allow_empty: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> "Iterator[FileReport]":
        """Yield what is wrong with each file, by path, as soon as it is known: nothing of a long run is kept.

        What `lint_paths` tells is the sum of these. Where rules run that look at all documents together, each file is
        read twice: all of them are before the first is linted. Where a configuration names a baseline, the first comes
        after the last file was linted: what a baseline knows is told of all files together.

        Args:
            paths: see `lint_paths`; the others likewise.
            executor: see there.
            allow_empty: see there.
            progress: see there.

        Raises:
            ConfigError: for a configuration file, or a baseline, that cannot be used.
        """
        found = self.planner.for_paths(paths, allow_empty=allow_empty)
        done = found.outcomes(streamed(found.files, _workers_for(executor), progress, found.beside))
        reports = (outcome.report for outcome in done if outcome.report is not None)
        return found.sifted(reports)

    def rules(self, paths: Iterable[Path] = ()) -> "tuple[RuleNote, ...]":
        """Return what there is to know of the rules that run on these files, by code; it imports them.

        A rule that weighs more in one file than in another has its highest severity. Without a path they are the
        rules for text that is no file.

        Raises:
            ConfigError: for a configuration file that cannot be used.
            PluginError: for a rule that cannot be imported.
        """
        from okrlint.jobs import run_under

        every = [self.settings(path) for path in paths] or [self._plain]
        notes: dict[str, RuleNote] = {}
        for run in {id(run): run for run in (run_under(settings, self.today) for settings in every)}.values():
            for check in run.checks:
                note = _rule_note(check, run)
                known = notes.get(note.code, note)
                notes[note.code] = max(known, note, key=lambda each: each.severity)
        return tuple(notes[code] for code in sorted(notes))

    @property
    def _plain(self) -> Settings:
        return self._usable(self._lookup.plain)

    def has_rules(self, path: Path) -> bool:
        """Tell whether any rule runs on a file; of okrlint's own, and not public."""
        settings = self._lookup.settings(path)
        if self._is_known(settings):
            return True
        from okrlint.jobs import has_work, run_under

        return has_work(run_under(settings, self.today))

    def _usable(self, settings: Settings) -> Settings:
        if self._is_known(settings):
            return settings
        from okrlint.jobs import has_work, run_under

        run = run_under(settings, self.today)  # a configuration that cannot be used shows before anything is read
        for found in run.renamed:
            self.renamed[found.former, found.where] = found
        if self._memory and has_work(run) and not run.renamed:  # what is to be told is told each time
            self._memory.keep_usable(settings)
        return settings

    def _is_known(self, settings: Settings) -> bool:
        """Tell whether settings are known to be usable, and to have rules that run, without looking into them."""
        known = id(settings) in self._known
        if not known and (
            (standalone.is_begun() and settings == Settings())  # all that comes with okrlint
            or (self._memory is not None and self._memory.is_usable(settings))
        ):
            self._known[id(settings)] = settings
            known = True
        return known


def _rule_note(check: "Check", run: "Run") -> "RuleNote":
    from inspect import cleandoc

    from okrlint.model import Words
    from okrlint.reporting.interface import RuleNote

    rule = check.rule
    meta = rule.meta
    manual = Words(cleandoc(rule.__doc__ or ""), cleandoc(rule.manual_zh))
    return RuleNote(meta.code, meta.name, meta.summary, manual, run.severity_of(check), meta.certainty)


def _workers_for(executor: "Executor | Client | None") -> WorkersFor:
    if executor is None:
        return here
    from okrlint.executing.workers import workers_of

    workers = workers_of(executor)
    return lambda _: nullcontext(workers)
