"""`okrlint check`: lint files, folders or standard input."""

import os
from datetime import date
from re import fullmatch
from typing import TYPE_CHECKING, Any

import click

from okrlint.cli import options, telling
from okrlint.cli.caching import memory
from okrlint.cli.telling import FOR_PEOPLE
from okrlint.config.settings import ConfigError
from okrlint.linter import Linter
from okrlint.linting.findings import Report
from okrlint.outcomes import Telling
from okrlint.plugin_files import PluginError
from okrlint.reporting.formats import REPORTERS
from okrlint.reporting.interface import ReporterRef, Style

if TYPE_CHECKING:
    from okrlint.caching.memory import Memory

_FORMATS = ", ".join(ref.name for ref in REPORTERS)
_STATISTICS = {"text": "StatisticsText", "json": "StatisticsJson"}
"""What writes statistics, by format."""


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
@click.option(
    "--history/--no-history", default=None, help="Look at what git remembers of the documents, too, or do not."
)
@options.today
@options.running
@click.option("--executor", metavar="ADDRESS", help="Lint on a Dask cluster: dask://host:port of its scheduler.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing when there are no findings.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Use colour.")
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **values: Any) -> None:
    """Lint OKR documents: files, folders, or `-` for standard input. Without a PATH: this folder."""
    options.refuse_stray_name(paths, values["stdin_filename"])
    if values["executor"] is not None and not fullmatch(r"dask://[^/\s]+:\d+", values["executor"]):
        raise click.BadParameter(
            f"{values['executor']!r} is no address of the form dask://host:port", param_hint="--executor"
        )
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
        with memory(values) as known:
            linter = Linter(
                values["config"],
                today=today,
                overrides=options.overrides(values),
                gitignore=not values["no_gitignore"],
                force_exclude=values["force_exclude"],
                memory=known,
            )
            if values["write_baseline"]:
                from okrlint.cli.baseline import write

                context.exit(write(linter, paths or (".",), values))
            verdict = _checked(linter, known, paths or (".",), reporter, values)
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    context.exit(verdict.exit_code(values))


def _checked(
    linter: Linter, known: "Memory | None", paths: tuple[str, ...], reporter: ReporterRef, values: dict[str, Any]
) -> telling.Verdict:
    """Lint, and write what is found.

    Raises:
        ConfigError: for a configuration that cannot be used.
        PluginError: for a plugin that cannot be used.
    """
    language = options.language_said(linter, paths, values)
    summary = os.environ.get("GITHUB_STEP_SUMMARY") if values["format_name"] == "github" else None
    if values["fixing"] or values["diff"]:
        from okrlint.cli.mending import mended

        report = mended(linter, paths, values)
    elif "-" in paths:
        data = options.standard_input(paths)
        report = linter.lint_input(data, values["stdin_filename"] or "-", allow_empty=values["allow_empty"])
    else:
        found = linter.planner.for_paths(paths, allow_empty=values["allow_empty"])
        if streaming := telling.streaming(reporter, found):
            options.tell_renamed(linter)
            style = telling.style_of(values, language)
            return telling.tell(found, linter, known, streaming, Telling(reporter, style), values)
        report = telling.report_of(found, known, values)
    options.tell_renamed(linter)
    if not report.findings and not values["quiet"]:
        telling.tell_idle(linter, report.paths)
    style = telling.style_of(values, language or report.language, rules=lambda: linter.rules(report.paths))
    name = reporter.name
    if report.findings or not values["quiet"] or name != "text":
        # After `--fix -`, standard output holds the text as it is now.
        aside = values["fixing"] and "-" in paths
        options.write(_rendered(report, style, reporter), values["output"], for_people=name in FOR_PEOPLE, aside=aside)
    if summary:
        from okrlint.cli.step_summary import append

        append(report, style, summary)
    return telling.verdict_on(report, linter)


def _reporter(values: dict[str, Any]) -> ReporterRef:
    """Return what writes the report; a plugin may be of use only where the working folder's configuration allows it."""
    name = values["format_name"]
    reporters = {ref.name: ref for ref in REPORTERS}  # ours: no plugin can take their names
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


def _rendered(report: Report, style: Style, ref: ReporterRef) -> str:
    from okrlint.loading import load_reporter, rendered

    try:
        return rendered(load_reporter(ref), ref, report, style)
    except PluginError as error:  # that of a rule, too, that no document needed, and that a report is to tell of
        raise options.refuse(str(error)) from None
