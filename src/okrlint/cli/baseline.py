"""`okrlint baseline`: looking after a file of known findings; and what `check --write-baseline` does."""

from datetime import date
from os import sep
from os.path import isdir, lexists, realpath, relpath
from typing import Any

import click

from okrlint.baselines import Update, files_of, is_there, load, pruned, save, shown, written
from okrlint.cli import options
from okrlint.config.settings import ConfigError
from okrlint.gathering import report_on, reports_on
from okrlint.jobs import run_under
from okrlint.linter import Linter
from okrlint.linting.findings import FileReport, main_language
from okrlint.model import Words
from okrlint.paths import placed
from okrlint.planning import Jobs, scopes_of
from okrlint.plugin_files import PluginError
from okrlint.reporting.width import printable
from okrlint.reporting.words import counted, failure

_NOT_WITH_WRITING = {"fixing": "--fix", "diff": "--diff", "watch": "--watch", "statistics": "--statistics"}


@click.group("baseline", short_help="Look after a file of known findings.")
def command() -> None:
    """Look after a file of known findings; `okrlint check --baseline FILE --write-baseline` writes one."""


@command.command("prune", short_help="Take out what is no longer found.")
@click.argument("paths", type=options.file_name, nargs=-1, metavar="[PATH]...")
@options.configuration
@click.option(
    "--baseline",
    type=options.file_name,
    metavar="FILE",
    help="The file to prune (default: that of the configuration).",
)
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
        baselines = [*{linter.settings(path).baseline: None for path in paths or (".",)}]
        named = [baseline for baseline in baselines if baseline is not None]
        if len(named) < len(baselines):
            raise click.UsageError("no baseline is named, neither by --baseline nor by the configuration")
        _refuse_mistyped(paths, named)
        for baseline in named:
            own = Linter(values["config"], today=values["today"], overrides={**overrides, "baseline": baseline})
            update, language = _pruned(own, baseline, paths)
            todo = todo or update.changes > 0
            if not only_check and update.changes:
                _save(update)
            click.echo(_pruning(update, only_check).in_language(language))
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
    if values["format_name"] != "text" or values["output"] is not None:
        raise click.UsageError("--write-baseline prints no findings: --format and --output have no use")
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
    updates = written(reports, scopes)
    if not updates:
        raise options.refuse("no file to lint was found: the baseline was not written")
    language = _language(linter, reports)
    for update in updates:
        _save(update)
        if not values["quiet"]:
            click.echo(_writing(update).in_language(language))
    return 0


def _linted(linter: Linter, paths: tuple[str, ...], values: dict[str, Any]) -> tuple[Jobs, list[FileReport]]:
    """Lint files and folders, or standard input, whatever their baselines know."""
    if "-" not in paths:
        jobs = linter.planner.for_paths(paths, allow_empty=values["allow_empty"])
        return jobs, jobs.reports(reports_on(jobs.files, jobs.beside))
    data = options.standard_input(paths)
    name = values["stdin_filename"] or "-"
    jobs = linter.planner.for_input(name, allow_empty=values["allow_empty"])
    if not jobs.files:
        raise options.refuse(f"{printable(name)} is left out: the baseline was not written")
    return jobs, jobs.reports([report_on(job, data, jobs.beside) for job in jobs.files])


def _pruned(linter: Linter, baseline: str, paths: tuple[str, ...]) -> tuple[Update, str]:
    entries = load(baseline, run_under(linter.settings(paths[0] if paths else "."), linter.today).refs)
    chosen = [_real(path) for path in paths]
    files = {name: place for name, place in files_of(baseline, entries).items() if _is_among(place, chosen)}
    # Relative paths, as `check` is given them: a cycle may be read from the folders that a path names.
    jobs = linter.planner.for_paths(
        [_from_here(place) for place in files.values() if is_there(place)], allow_empty=True
    )
    reports = jobs.reports(reports_on(jobs.files, jobs.beside))
    _refuse_failed(reports, f"{shown(baseline)} was not pruned")
    scopes = scopes_of(jobs.settings, linter.today)
    return pruned(baseline, entries, files, reports, scopes), _language(linter, reports)


def _refuse_mistyped(paths: tuple[str, ...], baselines: list[str]) -> None:
    """End a run for a path that is not there and that no entry knows: that nothing is left of it would be no answer."""
    missing = [path for path in paths if not lexists(path)]
    known = [place for each in baselines for place in files_of(each, load(each, ())).values()] if missing else []
    for path in missing:
        if not any(_is_among(place, [_real(path)]) for place in known):
            raise ConfigError(f"{printable(path)}: there is no such file or folder, and the baseline knows none")


def _real(path: str) -> str:
    """Return the absolute path of a file or folder, of which the folders are no links."""
    return realpath(path) if isdir(path) else placed(path)


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
        click.echo(failure(each), err=True)
    if failures:
        raise options.refuse(consequence)


def _language(linter: Linter, reports: list[FileReport]) -> str:
    lang = linter.settings(".").lang
    return main_language(reports) if lang == "auto" else lang


def _save(update: Update) -> None:
    try:
        save(update.path, update.after)
    except OSError as error:
        raise options.refuse(f"{shown(update.path)}: cannot be written: {error.strerror}") from None


def _writing(update: Update) -> Words:
    path, findings, files, kept = shown(update.path), update.findings, update.files, update.kept
    also_en = f"; {counted(kept, 'entry')} of other files or rules kept" if kept else ""
    also_zh = f"；另保留其他文件或规则的 {kept} 条记录" if kept else ""
    return Words(
        f"{counted(findings, 'finding')} in {counted(files, 'file')} written to {path}{also_en}",
        f"已将 {files} 个文件中的 {findings} 个问题写入 {path}{also_zh}",
    )


def _pruning(update: Update, only_check: bool) -> Words:
    path, left = shown(update.path), len(update.after)
    if not update.changes:
        return Words(f"nothing to prune in {path} ({counted(left, 'entry')})", f"{path} 无需清理（共 {left} 条记录）")
    dropped, lowered = update.dropped, update.lowered
    en = [f"{counted(dropped, 'entry')} {'to drop' if only_check else 'dropped'}"] if dropped else []
    zh = [f"{'可删除' if only_check else '删除'} {dropped} 条记录"] if dropped else []
    if lowered:
        en.append(f"{counted(lowered, 'entry')} {'to lower' if only_check else 'lowered'}")
        zh.append(f"{'可减少' if only_check else '减少'} {lowered} 条记录的数量")
    rest = f"{counted(left, 'entry')} left"
    return Words(f"{path}: {', '.join(en)}; {rest}", f"{path}：{'，'.join(zh)}；余 {left} 条")
