"""Which files beside those of a run belong to its project, by configuration."""

from collections.abc import Callable
from os.path import abspath, isfile, realpath, relpath
from typing import TYPE_CHECKING

from okrlint.config.patterns import Patterns
from okrlint.config.settings import ConfigError, Settings
from okrlint.job import Job
from okrlint.paths import shown

if TYPE_CHECKING:
    from okrlint.walking import Choice


def plans_and_others(
    jobs: dict[str, Job], every: list[Settings], settings_of: Callable[[str], Settings], choice: "Choice"
) -> tuple[Job, ...]:
    """Return the files to be read beside those of a run, by path; those of the run are told what they are.

    Args:
        jobs: the files of the run, by absolute path.
        every: the configurations that they have.
        settings_of: tells the configuration of another file.
        choice: tells which files of a folder are looked at.

    Raises:
        ConfigError: for a plan that is not there.
    """
    others: dict[str, Job] = {}
    today = next(iter(jobs.values())).today

    def other(path: str, *, is_plan: bool) -> Job:
        name = relpath(path)
        return Job(name, settings_of(name), today, named=False, is_plan=is_plan, is_linted=False)

    for settings in every:
        for plan in settings.plans:
            if not isfile(plan):
                raise ConfigError(f"{settings.origin('plans')}: plans names {shown(plan)}: there is no such file")
            if plan in jobs:
                jobs[plan] = jobs[plan]._replace(is_plan=True)
            else:
                others[plan] = other(plan, is_plan=True)
        if settings.project:
            folder = abspath(settings.folder("project"))
            patterns = Patterns(settings.project, realpath(folder))
            for path in choice.files_below(relpath(folder)):
                key = abspath(path)
                if key not in jobs and key not in others and patterns.match(realpath(key), is_folder=False):
                    others[key] = other(path, is_plan=False)
            for key, job in jobs.items():
                if job.settings is settings:
                    jobs[key] = job._replace(is_whole=True)
    return tuple(sorted(others.values(), key=lambda job: job.name))
