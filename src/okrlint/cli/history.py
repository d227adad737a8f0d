"""`okrlint history`: each objective and key result through time, as git remembers it."""

from datetime import date
from os.path import isdir
from typing import Any

import click

from okrlint.cli import options, terminal
from okrlint.cli.caching import memory
from okrlint.cli.telling import workers_for
from okrlint.config.settings import ConfigError
from okrlint.plugin_files import PluginError


@click.command("history", short_help="Show each objective and key result through time, as git remembers it.")
@click.argument("paths", type=options.file_name, nargs=-1, metavar="[PATH]...")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.option("--output", type=options.file_name, metavar="FILE", help="Write there instead of standard output.")
@click.option("--since", type=options.day, metavar="DATE", help="Leave out what was changed before that day.")
@click.option("--config", type=options.file_name, metavar="FILE", help="Use this configuration file alone.")
@click.option("--lang", type=click.Choice(["auto", "en", "zh"]), help="Language; by default that of the documents.")
@click.option("--no-gitignore", is_flag=True, help="Look at files that git ignores too.")
@options.running
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **values: Any) -> None:
    """Show each objective and key result through time, as git remembers it. Without a PATH: this folder."""
    from okrlint.linter import Linter
    from okrlint.recalling.interface import history_of, read
    from okrlint.reporting import timeline

    paths = paths or (".",)
    since: date | None = values["since"]
    try:
        with memory(values) as known:
            overrides = options.overrides({"lang": values["lang"]})
            linter = Linter(values["config"], overrides=overrides, gitignore=not values["no_gitignore"])
            found = linter.planner.for_paths(paths)
            past = known.past() if known is not None else None
            present = read(found.files, past)
            folders = [path for path in paths if isdir(path)]
            workers = workers_for(values)
            history = history_of(present.known, folders, workers=workers, past=past)
            language = options.language_said(linter, paths, {"stdin_filename": None})
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    language = language or _language(history)
    for path, failure in present.failures:
        click.echo(f"{path}: {failure.code}: {failure.message.in_language(language)}", err=True)
    if history.gap is not None:
        click.echo(f"okrlint: {history.gap.in_language(language)}", err=True)
    if history.gap is not None and history.first_day is None:
        context.exit(2)
    if values["format_name"] == "json":
        text = timeline.as_json(history, language, since)
    else:
        text = timeline.as_text(history, language, terminal.columns(values["output"]), since)
    options.write(text, values["output"], for_people=values["format_name"] == "text")
    context.exit(2 if present.failures else 0)


def _language(history: Any) -> str:
    """Return the language of most of what is told."""
    from okrlint.language.folding import language_of

    return language_of("\n".join(item.versions[-1].item.text for item in history.items[:200]))
