"""`okrlint baseline`: looking after a file of known findings; and what `check --write-baseline` does."""

from datetime import date
from os import sep
from os.path import abspath, basename, dirname, isdir, join, realpath, relpath
from typing import Any

import click

from okrlint.baselines import Outcome, files_of, is_there, load, pruned, save, shown, written
from okrlint.cli import options
from okrlint.config.settings import ConfigError
from okrlint.jobs import lint_job
from okrlint.linter import Linter
from okrlint.linting.findings import FileReport, main_language
from okrlint.model import Words
from okrlint.planning import Jobs, scopes_of
from okrlint.registry import PluginError
from okrlint.reporting.width import printable
from okrlint.reporting.words import place_of

_NOT_WITH_WRITING = {"fixing": "--fix", "diff": "--diff", "watch": "--watch", "statistics": "--statistics"}


@click.group("baseline", short_help="Look after a file of known findings.")
def command() -> None:
    """Look after a file of known findings; `okrlint check --baseline FILE --write-baseline` writes one."""


@command.command("prune", short_help="Take out what is no longer found.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@options.configuration
@click.option("--baseline", metavar="FILE", help="The file to prune (default: that of the configuration).")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if there is something to prune.")
@click.option("--min-confidence", type=click.Choice(["high", "medium", "low"]), help="As `check` is called with.")
@options.today
@click.pass_context
def prune(context: click.Context, /, paths: tuple[str, ...], only_check: bool, **values: Any) -> None:
    """Lint the files that a baseline has entries of, and take out of it what is no longer found.

    Nothing is ever added. With a PATH, only the entries of that file, or of files below that folder, are looked at.
    """
    values["today"] = values["today"] or date.today()
    overrides = options.overrides(values)
    todo = False
    try:
        linter = Linter(values["config"], today=values["today"], overrides=overrides)
        baselines = {linter.settings(path).baseline: None for path in paths or (".",)}
        for baseline in baselines:
            if baseline is None:
                raise click.UsageError("no baseline is named, neither by --baseline nor by the configuration")
            own = Linter(values["config"], today=values["today"], overrides={**overrides, "baseline": baseline})
            outcome, language = _pruned(own, baseline, paths)
            todo = todo or outcome.changes > 0
            if not only_check and outcome.changes:
                _save(outcome)
            click.echo(_pruning(outcome, only_check).in_language(language))
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    options.tell_renamed(linter)
    context.exit(int(only_check and todo))


def write(linter: Linter, paths: tuple[str, ...], values: dict[str, Any]) -> int:
    """Write all findings in files and folders, or in standard input, to their baselines; return the exit code.

    Raises:
        ConfigError: for a configuration file, or a baseline, that cannot be used.
    """
    for name, option in _NOT_WITH_WRITING.items():
        if values[name]:
            raise click.UsageError(f"--write-baseline cannot be used with {option}")
    jobs, reports = _linted(linter, paths, values)
    scopes = scopes_of(jobs.settings, linter.today)
    homeless = jobs.settings.keys() - scopes.keys()
    if scopes:  # a file that has none matters only where there is something to write
        homeless &= {report.path for report in reports if report.findings}
    if homeless:
        raise click.UsageError(
            f"--write-baseline: no baseline is named for {printable(min(homeless))}, neither by --baseline nor by its "
            "configuration"
        )
    _refuse_failed(reports, "the baseline was not written")
    outcomes = written(reports, scopes)
    if not outcomes:
        raise options.refuse("no file to lint was found: the baseline was not written")
    language = _language(linter, reports)
    for outcome in outcomes:
        _save(outcome)
        if not values["quiet"]:
            click.echo(_writing(outcome).in_language(language))
    return 0


def _linted(linter: Linter, paths: tuple[str, ...], values: dict[str, Any]) -> tuple[Jobs, list[FileReport]]:
    """Lint files and folders, or standard input, whatever their baselines know."""
    if "-" not in paths:
        jobs = linter.planner.for_paths(paths, allow_empty=values["allow_empty"])
        return jobs, jobs.reports(map(lint_job, jobs.files))
    data = options.standard_input(paths)
    name = values["stdin_filename"] or "-"
    if linter.planner.leaves_out(name):
        raise options.refuse(f"{printable(name)} is left out: the baseline was not written")
    jobs = linter.planner.for_input(name, allow_empty=values["allow_empty"])
    return jobs, jobs.reports([lint_job(job, data) for job in jobs.files])


def _pruned(linter: Linter, baseline: str, paths: tuple[str, ...]) -> tuple[Outcome, str]:
    entries = load(baseline)
    chosen = [_real(path) for path in paths]
    files = {name: place for name, place in files_of(baseline, entries).items() if _is_among(place, chosen)}
    # Relative paths, as `check` is given them: a cycle may be read from the folders that a path names.
    jobs = linter.planner.for_paths(
        [_from_here(place) for place in files.values() if is_there(place)], allow_empty=True
    )
    reports = jobs.reports(map(lint_job, jobs.files))
    _refuse_failed(reports, f"{shown(baseline)} was not pruned")
    scopes = scopes_of(jobs.settings, linter.today)
    return pruned(baseline, entries, files, reports, scopes), _language(linter, reports)


def _real(path: str) -> str:
    """Return the absolute path of a file or folder, of which the folders are no links."""
    return realpath(path) if isdir(path) else join(realpath(dirname(abspath(path))), basename(path))


def _is_among(place: str, chosen: list[str]) -> bool:
    return not chosen or any(place == path or place.startswith(path.rstrip(sep) + sep) for path in chosen)


def _from_here(path: str) -> str:
    try:
        return relpath(path)
    except ValueError:  # on another drive
        return path


def _refuse_failed(reports: list[FileReport], consequence: str) -> None:
    """End the run where a part of the job could not be done."""
    failures = [each for report in reports for each in report.findings if each.fatal]
    for each in failures:
        click.echo(f"{printable(each.path)}:{place_of(each)}: {each.code} {printable(each.message)}", err=True)
    if failures:
        raise options.refuse(consequence)


def _language(linter: Linter, reports: list[FileReport]) -> str:
    lang = linter.settings(".").lang
    return main_language(reports) if lang == "auto" else lang


def _save(outcome: Outcome) -> None:
    try:
        save(outcome.path, outcome.after)
    except OSError as error:
        raise options.refuse(f"{shown(outcome.path)}: cannot be written: {error.strerror}") from None


def _writing(outcome: Outcome) -> Words:
    path, findings, files, kept = shown(outcome.path), outcome.findings, outcome.files, outcome.kept
    also_en = f"; {_counted(kept, 'entry')} of other files or rules kept" if kept else ""
    also_zh = f"；另保留其他文件或规则的 {kept} 条记录" if kept else ""
    return Words(
        f"{_counted(findings, 'finding')} in {_counted(files, 'file')} written to {path}{also_en}",
        f"已将 {files} 个文件中的 {findings} 个问题写入 {path}{also_zh}",
    )


def _pruning(outcome: Outcome, only_check: bool) -> Words:
    path, left = shown(outcome.path), len(outcome.after)
    if not outcome.changes:
        return Words(f"nothing to prune in {path} ({_counted(left, 'entry')})", f"{path} 无需清理（共 {left} 条记录）")
    dropped, lowered = outcome.dropped, outcome.lowered
    en = [f"{_counted(dropped, 'entry')} {'to drop' if only_check else 'dropped'}"] if dropped else []
    zh = [f"{'可删除' if only_check else '删除'} {dropped} 条记录"] if dropped else []
    if lowered:
        en.append(f"{_counted(lowered, 'entry')} {'to lower' if only_check else 'lowered'}")
        zh.append(f"{'可减少' if only_check else '减少'} {lowered} 条记录的数量")
    rest = f"{_counted(left, 'entry')} left"
    return Words(f"{path}: {', '.join(en)}; {rest}", f"{path}：{'，'.join(zh)}；余 {left} 条")


def _counted(count: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {noun if count == 1 else plural}"
