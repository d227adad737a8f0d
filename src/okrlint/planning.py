"""What is to be done for files and folders, and what comes of it all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from os import fspath
from os.path import abspath, isdir, isfile
from typing import TYPE_CHECKING, NamedTuple

from okrlint.config.lookup import Path
from okrlint.config.settings import COMMAND_LINE, Settings
from okrlint.job import NOTHING_BESIDE, Beside, Job, language_wanted
from okrlint.linting.findings import FileReport, Report, combine, order
from okrlint.model import Words
from okrlint.ordering import Walked, in_order
from okrlint.outcomes import Outcome, outcome_of

if TYPE_CHECKING:
    from okrlint.baselines import Scope
    from okrlint.walking import Choice


class Planner:
    """Finds the files, and the settings of each.

    Args:
        settings: tells what applies to a file or folder.
        plain: what applies to text that is no file.
        today: the day that counts as today, or None.
        gitignore: see `Linter`; `force_exclude` likewise.
    """

    def __init__(
        self,
        settings: Callable[[Path], Settings],
        plain: Settings,
        today: date | None,
        *,
        gitignore: bool = True,
        force_exclude: bool = False,
    ) -> None:
        self.plain = plain
        self._settings = settings
        self._today = today
        self._gitignore = gitignore
        self._force_exclude = force_exclude

    def for_paths(self, paths: Iterable[Path], *, allow_empty: bool = False) -> "Jobs":
        """Return what is to be done for files and folders; see `Linter.lint_paths`.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        jobs: dict[str, Job] = {}  # by absolute path: `q2.md` and `./q2.md` are one file
        folders: dict[str, list[str]] = {}
        refused: list[FileReport] = []
        choice = None
        given = [fspath(path) for path in ([paths] if isinstance(paths, str) else paths)]
        are_folders = [isdir(path) for path in given]
        job_of = partial(Job, today=self._today, is_whole=any(are_folders))
        for path, is_folder in zip(given, are_folders, strict=True):
            if is_folder or self._force_exclude:
                choice = choice or self._choice(refused)  # what is named needs not be looked for
                if self._force_exclude and choice.leaves_out(path):
                    continue
            if is_folder and choice:
                found = list(choice.files_below(path))
                folders[path] = [abspath(name) for name in found]
                for key, name in zip(folders[path], found, strict=True):
                    jobs.setdefault(key, job_of(name, self._settings(name), named=False))
            elif not (known := jobs.get(key := abspath(path))) or not known.named:
                jobs[key] = job_of(path, self._settings(path), named=True, allow_empty=allow_empty)
        others = self._others(jobs, refused)
        jobs = dict(sorted(jobs.items(), key=lambda entry: entry[1].name))
        numbers = {key: number for number, key in enumerate(jobs)}
        walks = [
            Walk(folder, self._settings(folder), tuple(numbers[key] for key in keys))
            for folder, keys in folders.items()
        ]
        return Jobs(tuple(jobs.values()), walks, refused, Beside(others, tuple(folders)))

    def _others(self, jobs: dict[str, Job], refused: list[FileReport]) -> tuple[Job, ...]:
        """Return what is read beside the files of a run, and have these know what they are.

        Raises:
            ConfigError: for a plan that is not there.
        """
        every = {id(job.settings): job.settings for job in jobs.values()}
        every = {key: settings for key, settings in every.items() if settings.plans or settings.project}
        if not every:
            return ()
        from okrlint.projects import plans_and_others

        return plans_and_others(jobs, list(every.values()), self._settings, self._choice(refused))

    def for_input(self, path: str, *, allow_empty: bool = False) -> "Jobs":
        """Return what is to be done for data that is not in a file: nothing if such a file would be left out.

        See `Linter.lint_input`.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        if self._leaves_out(path):
            return Jobs((), [], [])
        jobs = {abspath(path): Job(path, self._settings(path), self._today, named=True, allow_empty=allow_empty)}
        others = self._others(jobs, [])
        return Jobs(tuple(jobs.values()), [], [], Beside(others))

    def _leaves_out(self, path: str) -> bool:
        return self._force_exclude and path != "-" and self._choice([]).leaves_out(path)

    def _choice(self, refused: list[FileReport]) -> "Choice":
        from okrlint.walking import Choice

        return Choice(self._settings, self._refuse(refused), gitignore=self._gitignore)

    def _refuse(self, reports: list[FileReport]) -> Callable[[OSError], None]:
        def refuse(error: OSError) -> None:
            from okrlint.linting.engine import notice

            path = str(error.filename).replace("\\", "/").removeprefix("./")
            message = Words(
                f"this folder cannot be read: {error.strerror}; check its permissions, or exclude it",
                f"无法读取该文件夹：{error.strerror}；请检查权限，或将它排除",
            )
            if isfile(path):
                message = Words(
                    f"what git ignores cannot be read here: {error.strerror}; mend that, or pass --no-gitignore",
                    f"无法从这里读取 git 忽略哪些文件：{error.strerror}；请先解决，或使用 --no-gitignore",
                )
            found = notice("EN001", message, path, language_wanted(self.plain), harmless=False)
            reports.append(FileReport(path, (found,)))

        return refuse


class Walk(NamedTuple):
    """A folder that was walked, and the numbers of the jobs that came of it."""

    folder: str
    settings: Settings
    jobs: tuple[int, ...]


class Jobs(NamedTuple):
    """What is to be done for files and folders.

    Attributes:
        files: one job for each file, by path.
        walks: the folders that were walked.
        refused: of folders that cannot be read.
        beside: what there is to know beside these.
    """

    files: tuple[Job, ...]
    walks: list[Walk]
    refused: list[FileReport]
    beside: Beside = NOTHING_BESIDE

    @property
    def settings(self) -> dict[str, Settings]:
        """The settings of each file by its path in a report."""
        return {job.name: job.settings for job in self.files}

    @property
    def has_baseline(self) -> bool:
        """Whether findings of any file may be known to a baseline."""
        return any(job.settings.baseline is not None for job in self.files)

    def report(self, done: Iterable[FileReport]) -> Report:
        """Return the sum of what the jobs gave, and of folders, without what baselines know.

        Raises:
            ConfigError: for a baseline that cannot be used.
        """
        return summed(self.reports(done), self.settings, self.files[0].today if self.files else None)

    def sifted(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """Yield reports by path, without what baselines know.

        Raises:
            ConfigError: for a baseline that cannot be used.
        """
        if self.has_baseline:
            reports = _without_known(list(reports), self.settings, self.files[0].today)
            reports.sort(key=lambda report: report.path)
        for report in reports:
            yield report._replace(findings=tuple(sorted(report.findings, key=order)))

    def reports(self, done: Iterable[FileReport]) -> list[FileReport]:
        """Return what the jobs gave, by path, and reports of folders in which there was nothing to do."""
        outcomes = self.outcomes(outcome_of(report, None) for report in done)
        return [outcome.report for outcome in outcomes if outcome.report is not None]

    def outcomes(self, done: Iterable[Outcome]) -> Iterator[Outcome]:
        """Yield what the jobs gave, by path, and what there is to say of folders, as soon as it is known."""
        folders = [
            Walked(walk.folder, walk.jobs, partial(_about_folder, walk.folder, len(walk.jobs), walk.settings))
            for walk in self.walks
        ]
        return in_order(done, folders, self.refused)


def scopes_of(settings: Mapping[str, Settings], today: date | None) -> "dict[str, Scope]":
    """Return which files have a baseline, by path, and what its entries may be of."""
    from okrlint.baselines import Scope
    from okrlint.jobs import run_under
    from okrlint.linting.codes import ENGINE_CODES
    from okrlint.linting.running import waiting

    scopes = {}
    for path, each in settings.items():
        if each.baseline is not None:
            run = run_under(each, today)
            told = ENGINE_CODES.keys() - run.muted
            if COMMAND_LINE in (each.origins.get("select"), each.origins.get("ignore")):
                told -= {"HY005"}  # a suppression is not called unused where its rule did not run
            scopes[path] = Scope(each.baseline, (run.codes - waiting(run)) | told, run.language, run.refs)
    return scopes


def summed(reports: list[FileReport], settings: Mapping[str, Settings], today: date | None) -> Report:
    """Return the sum of reports without what the baselines in the settings of each file, by path, know.

    Raises:
        ConfigError: for a baseline that cannot be used.
    """
    return combine(_without_known(reports, settings, today))


def _without_known(reports: list[FileReport], settings: Mapping[str, Settings], today: date | None) -> list[FileReport]:
    if all(each.baseline is None for each in settings.values()):
        return reports
    from okrlint.baselines import without_known

    return without_known(reports, scopes_of(settings, today))


def _about_folder(folder: str, files: int, settings: Settings) -> FileReport:
    from okrlint.linting.engine import notice

    path = folder.replace("\\", "/")
    message = Words(
        f"no OKR document was found here ({files} files looked at), so nothing was checked",
        f"这里没有找到 OKR 文档（查看了 {files} 个文件），因此什么也没有检查",
    )
    return FileReport(path, (notice("ST008", message, path, language_wanted(settings), harmless=True),))
