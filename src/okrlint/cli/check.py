"""`okrlint check`: lint files, folders or standard input."""

import os
from datetime import date
from typing import Any

import click

from okrlint import __version__
from okrlint.builtin import okrlint_reporters
from okrlint.cli import options, terminal
from okrlint.config.settings import ConfigError
from okrlint.hooks import PluginError
from okrlint.jobs import run_under
from okrlint.linter import Linter
from okrlint.linting.findings import Finding, Report
from okrlint.linting.interface import Severity
from okrlint.loading import load_reporter, rendered
from okrlint.reporting.interface import ReporterRef, Style

_FORMATS = "text, compact, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson, azure, markdown"
_STATISTICS = {"text": "StatisticsText", "json": "StatisticsJson"}
"""What writes statistics, by format."""
_FOR_PEOPLE = ("text", "compact")
"""Formats in the encoding of the terminal, and of the editors that read them; all others are UTF-8."""


@click.command("check", short_help="Lint OKR documents.")
@click.argument("paths", type=options.file_name, nargs=-1, metavar="[PATH]...")
@options.configuration
@click.option("--format", "format_name", default="text", metavar="NAME", help=f"Output format: {_FORMATS}.")
@click.option(
    "--output", type=options.file_name, metavar="FILE", help="Write the report there instead of standard output."
)
@click.option("--min-confidence", type=click.Choice(["high", "medium", "low"]), help="Least sure finding to report.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "hint", "never"]),
    help="Lowest severity that gives exit code 1 (default: warning).",
)
@click.option("--max-warnings", type=click.IntRange(min=0), metavar="N", help="Fail when there are more warnings.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
@click.option("--allow-empty", is_flag=True, help="Let named files that hold no OKR pass with a notice.")
@click.option("--stdin-filename", metavar="PATH", help="The name that standard input (`-`) is known by.")
@click.option("--fix", "fixing", is_flag=True, help="Mend what can be mended first; the same as `okrlint fix`.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix: also where the meaning might change.")
@click.option("--diff", is_flag=True, help="With --fix: print the changes instead of writing them.")
@click.option(
    "--baseline", type=options.file_name, metavar="FILE", help="Do not report the findings that are known there."
)
@click.option("--write-baseline", is_flag=True, help="Write all findings to the file of --baseline instead.")
@click.option("--show-suppressed", is_flag=True, help="Show suppressed and known findings too, marked as such.")
@click.option("--statistics", is_flag=True, help="Show how often each rule was broken instead of each finding.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes; Ctrl+C ends it.")
@click.option("--force-exclude", is_flag=True, help="Leave out what is excluded even where it is named.")
@click.option("--no-gitignore", is_flag=True, help="Look at files that git ignores too.")
@options.today
@click.option("--no-cache", is_flag=True, help="Do not use results of earlier runs.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing when there are no findings.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Use colour.")
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **values: Any) -> None:
    """Lint OKR documents: files, folders, or `-` for standard input. Without a PATH: this folder."""
    options.refuse_stray_name(paths, values["stdin_filename"])
    if values["fixing"] or values["diff"] or values["unsafe_fixes"]:
        from okrlint.cli.mending import refuse_odd_options

        refuse_odd_options(values)
    if values["watch"]:
        from okrlint.cli.watching import watch

        watch(lambda: context.invoke(command, paths=paths, **{**values, "watch": False}), paths or (".",), values)
        context.exit(0)
    reporter = _reporter(values)
    today: date = values["today"] or date.today()
    try:
        linter = Linter(
            values["config"],
            today=today,
            overrides=options.overrides(values),
            gitignore=not values["no_gitignore"],
            force_exclude=values["force_exclude"],
        )
        if values["write_baseline"]:
            from okrlint.cli.baseline import write

            context.exit(write(linter, paths or (".",), values))
        report = _lint(linter, paths or (".",), values)
        language = options.language_of(linter, paths, values, report)
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    options.tell_renamed(linter)
    style = Style(
        color=terminal.use_color(values["color"], values["output"]),
        width=terminal.columns(values["output"]),
        language=language,
        rules=lambda: linter.rules(report.paths),
        show_hidden=values["show_suppressed"],
        folder=os.getcwd().replace("\\", "/"),
        version=__version__,
    )
    if not report.findings and not values["quiet"]:
        _tell_idle(report, linter)
    # After `--fix -`, standard output holds the text as it is now.
    _tell(report, style, reporter, values, aside=values["fixing"] and "-" in paths)
    context.exit(_exit_code(report, linter, values))


def _tell_idle(report: Report, linter: Linter) -> None:
    """Say on standard error when nothing was found because nothing was looked for."""
    if report.paths and not any(run_under(linter.settings(path), linter.today).codes for path in report.paths):
        click.echo("okrlint: no rule runs: all of them are ignored, off, or not selected", err=True)


def _reporter(values: dict[str, Any]) -> ReporterRef:
    """Return what writes the report; a plugin may be of use only where the working folder's configuration allows it."""
    name = values["format_name"]
    reporters = {ref.name: ref for ref in okrlint_reporters()}  # ours: no plugin can take their names
    if name not in reporters:
        try:
            reporters = options.registry(values["config"]).reporters
        except (ConfigError, PluginError) as error:
            raise options.refuse(str(error)) from None
    if name not in reporters:
        from okrlint.suggesting import suggestion

        raise click.BadParameter(f"{name!r}; {suggestion(name, reporters)}", param_hint="--format")
    if not values["statistics"]:
        return reporters[name]
    if name not in _STATISTICS:
        raise click.UsageError(f"--statistics goes with --format text or json, and not with {name}")
    return ReporterRef(name, f"okrlint.reporting.statistics:{_STATISTICS[name]}")


def _lint(linter: Linter, paths: tuple[str, ...], values: dict[str, Any]) -> Report:
    if values["fixing"] or values["diff"]:
        from okrlint.cli.mending import mended

        return mended(linter, paths, values)
    if "-" not in paths:
        if values["quiet"] or not terminal.shows_progress():
            return linter.lint_paths(paths, allow_empty=values["allow_empty"])
        from okrlint.cli import progress

        with progress.shown() as advance:
            return linter.lint_paths(paths, allow_empty=values["allow_empty"], progress=advance)
    data = options.standard_input(paths)
    return linter.lint_input(data, values["stdin_filename"] or "-", allow_empty=values["allow_empty"])


def _tell(report: Report, style: Style, reporter: ReporterRef, values: dict[str, Any], *, aside: bool) -> None:
    """Write the report, and on GitHub the summary of the step."""
    name = values["format_name"]
    if report.findings or not values["quiet"] or name != "text":
        text = _rendered(report, style, reporter)
        options.write(text, values["output"], for_people=name in _FOR_PEOPLE, aside=aside)
    if name == "github" and os.environ.get("GITHUB_STEP_SUMMARY"):
        from okrlint.cli.step_summary import append

        append(report, style, os.environ["GITHUB_STEP_SUMMARY"])


def _rendered(report: Report, style: Style, ref: ReporterRef) -> str:
    try:
        return rendered(load_reporter(ref), ref, report, style)
    except PluginError as error:  # that of a rule, too, that no document needed, and that a report is to tell of
        raise options.refuse(str(error)) from None


def _exit_code(report: Report, linter: Linter, values: dict[str, Any]) -> int:
    if report.failed:
        return 2
    if values["exit_zero"]:
        return 0
    fail_on = {path: linter.settings(path).fail_on for path in {finding.path for finding in report.findings}}
    if any(_fails(finding, fail_on[finding.path]) for finding in report.findings):
        return 1
    limit = values["max_warnings"]
    return int(limit is not None and report.count(Severity.WARNING) > limit)


def _fails(finding: Finding, least: str) -> bool:
    return least != "never" and finding.severity >= Severity[least.upper()]
