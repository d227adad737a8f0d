"""`okrlint graph`: the alignment of documents, drawn."""

from typing import TYPE_CHECKING, Any

import click

from okrlint.cli import options
from okrlint.cli.caching import memory
from okrlint.cli.telling import results, workers_for
from okrlint.config.settings import ConfigError
from okrlint.linter import Linter
from okrlint.plugin_files import PluginError

if TYPE_CHECKING:
    from okrlint.graphing.interface import Graph
    from okrlint.surveying import Survey

_ENDINGS = {".svg": "svg", ".dot": "dot", ".gv": "dot", ".json": "json"}
"""Formats by the ending of the file that is written."""


@click.command("graph", short_help="Draw what supports what, as Mermaid, DOT, SVG or JSON.")
@click.argument("paths", type=options.file_name, nargs=-1, metavar="[PATH]...")
@options.configuration
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["mermaid", "dot", "svg", "json"]),
    help="Output format (default: by the ending of --output, else mermaid).",
)
@click.option("--output", type=options.file_name, metavar="FILE", help="Write there instead of standard output.")
@click.option("--key-results", is_flag=True, help="Show all key results, not only those with links.")
@click.option("--findings/--no-findings", default=True, help="Colour by what `okrlint check` finds, or not.")
@click.option(
    "--group",
    type=click.Choice(["team", "cycle", "document", "none"]),
    default="team",
    help="What is drawn together (default: team, in each cycle).",
)
@click.option("--root", metavar="LABEL|PATH", help="Only what is above and below this: O2, 'company O2', a file.")
@options.today
@options.running
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **values: Any) -> None:
    """Draw what supports what in OKR documents: files or folders. Without a PATH: this folder."""
    if "-" in paths:
        raise click.UsageError("'-' (standard input) is one document; a graph is drawn of files and folders")
    from datetime import date

    from okrlint.surveying import project_of

    try:
        linter = Linter(
            values["config"], today=values["today"] or date.today(), overrides=options.overrides(values)
        )  # fmt: skip
        language = options.language_said(linter, paths, values)
        with memory(values) as known, results(known) as cache:
            survey = project_of(
                linter, paths or (".",), is_linted=values["findings"], workers=workers_for(values), cache=cache
            )
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    options.tell_renamed(linter)
    graph = _graph(survey, values, language or survey.report.language)
    options.write(_rendered(graph, values), values["output"])
    failures = [finding for finding in survey.report.findings if finding.fatal]
    for failure in failures:
        from okrlint.reporting import words

        click.echo(words.failure(failure), err=True)
    context.exit(2 if failures else 0)


def _graph(survey: "Survey", values: dict[str, Any], language: str) -> "Graph":
    from okrlint.graphing.making import graph_of

    findings = survey.report.findings if values["findings"] else None
    graph = graph_of(
        survey.project, findings, grouping=values["group"], key_results=values["key_results"], language=language
    )
    if values["root"] is None:
        return graph
    from okrlint.graphing.around import around

    try:
        return around(graph, values["root"])
    except LookupError:
        raise options.refuse(
            f"--root: nothing here is called {values['root']!r}; write a label (O2), one with its team or file "
            "('company O2'), or the path of a file"
        ) from None


def _rendered(graph: "Graph", values: dict[str, Any]) -> str:
    from importlib import import_module
    from os.path import splitext

    ending = splitext(values["output"] or "")[1].lower()
    name = values["format_name"] or _ENDINGS.get(ending, "mermaid")
    text: str = import_module(f"okrlint.graphing.{name}").render(graph)
    if name == "mermaid":
        from okrlint.graphing.mermaid import excess

        for sentence in excess(graph, text):
            click.echo(
                f"okrlint: {sentence}; draw less (--root, --group, without --key-results), or use --format svg",
                err=True,
            )
    return text
