"""`okrlint parse`: what is read from documents."""

from typing import Any

import click

from okrlint.cli import options
from okrlint.config.settings import ConfigError
from okrlint.plugin_files import PluginError


@click.command("parse", short_help="Print what is read from OKR documents, as JSON.")
@click.argument("paths", type=options.file_name, nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "format_name", type=click.Choice(["json"]), default="json", help="Output format.")
@click.option("--output", type=options.file_name, metavar="FILE", help="Write there instead of standard output.")
@click.option("--config", type=options.file_name, metavar="FILE", help="Use this configuration file alone.")
@click.option("--stdin-filename", metavar="PATH", help="The name that standard input (`-`) is known by.")
@click.option("--lang", type=click.Choice(["auto", "en", "zh"]), help="Language of messages about problems.")
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **values: Any) -> None:
    """Print what is read from OKR documents (`-`: standard input), as JSON; the same whatever rules are installed."""
    options.refuse_stray_name(paths, values["stdin_filename"])
    from okrlint.api import read_input, read_paths
    from okrlint.reporting import parsed

    try:
        if "-" in paths:
            name = values["stdin_filename"] or "-"
            documents, failures = read_input(options.standard_input(paths), name, config=values["config"])
        else:
            documents, failures = read_paths(paths, config=values["config"])
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    language = None if values["lang"] in (None, "auto") else values["lang"]
    options.write(parsed.render(documents, language), values["output"])
    for path, failure in failures:
        click.echo(f"{path}: {failure.code}: {failure.message.in_language(language or 'en')}", err=True)
    context.exit(2 if failures else 0)
