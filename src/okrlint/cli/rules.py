"""`okrlint rules`: what there is to check."""

from typing import Any, NamedTuple

import click

from okrlint.cli import options
from okrlint.cli.plugins import identity
from okrlint.cli.stances import stances
from okrlint.config.settings import ConfigError, Settings
from okrlint.hooks import Plugin
from okrlint.linting.interface import Meta, Target
from okrlint.linting.selection import select_rules
from okrlint.loading import load_rule
from okrlint.plugin_files import OWN, PluginError
from okrlint.reporting.json import to_json


class Row(NamedTuple):
    """A rule as it is listed.

    Attributes:
        severity: under the preset; "off" where it does not run.
        plugin: that it came from; None for okrlint's own, and for those that a configuration declares.
    """

    meta: Meta
    severity: str
    target: Target
    plugin: Plugin | None


@click.group("rules", short_help="List the rules, or test those of a file.", invoke_without_command=True)
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.option("--preset", default="default", metavar="NAME", help="Show severities under this preset.")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", help="Language of the summaries.")
@options.here
@click.option("--write-pages", metavar="FOLDER", help="Write each rule's page in both languages there instead.")
@click.pass_context
def command(
    context: click.Context, format_name: str, preset: str, lang: str, config: str | None, write_pages: str | None
) -> None:
    """List the rules: code, severity under the preset, name and what each wants."""
    if context.invoked_subcommand is not None:
        return
    from okrlint.preparing import prepare

    if write_pages is not None:
        _write_pages(write_pages, config)
        return

    try:
        registry = options.registry(config)
        run = prepare(Settings(preset=preset, select=("ALL",)), registry, None)
        on = {ref.code for ref in select_rules(registry.rules, None)}
        if preset != "default":
            on = {check.rule.meta.code for check in prepare(Settings(preset=preset), registry, None).checks}
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    plugins = {ref.code: plugin for plugin in registry.plugins if plugin.distribution != OWN for ref in plugin.rules}
    rows: list[Row] = []
    for check in run.checks:
        meta = check.rule.meta
        severity = run.severity_of(check).label if meta.code in on else "off"
        rows.append(Row(meta, severity, check.rule.target, plugins.get(meta.code)))
    click.echo(_as_json(rows) if format_name == "json" else _as_text(rows, lang))


@command.command("test", short_help="Run the examples of the rules that a file declares.")
@click.argument("file", type=options.file_name)
@click.pass_context
def test(context: click.Context, file: str) -> None:
    """Run the good and bad examples of the rules that FILE, a configuration, declares or extends.

    Exit codes: 0 all behave, 1 some do not, 2 the file cannot be used or declares no rule.
    """
    from okrlint.testing.declared import rules_of, trials_of, untried

    try:
        settings = rules_of(file, file)
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    rules = settings.declared.rules
    trials = list(trials_of(settings))
    wrong = [*untried(settings), *filter(None, (trial.complaint() for trial in trials))]
    verdict = _counted(len(wrong), "complaint") if wrong else "all behave"
    summary = f"{file}: {_counted(len(rules), 'rule')}, {_counted(len(trials), 'example')}: {verdict}"
    options.write("".join(f"{line}\n" for line in [*wrong, summary]), None, for_people=True)
    context.exit(1 if wrong else 0)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _write_pages(folder: str, config: str | None) -> None:
    from os import makedirs
    from os.path import join

    from okrlint.reporting.rule_book import rule_book

    try:
        registry = options.registry(config)
        files = rule_book([load_rule(ref) for ref in registry.rules], stances(registry))
        makedirs(folder, exist_ok=True)
    except (ConfigError, PluginError, OSError) as error:
        raise options.refuse(str(error)) from None
    for name, contents in files.items():
        options.write(contents, join(folder, name))
    click.echo(f"{len(files)} pages written to {folder}", err=True)


def _as_text(rows: list[Row], language: str) -> str:
    code_width = max((len(row.meta.code) for row in rows), default=0)
    name_width = max((len(row.meta.name) for row in rows), default=0)
    return "\n".join(
        f"{row.meta.code:<{code_width}}  {row.severity:<7}  {row.meta.name:<{name_width}}  "
        f"{row.meta.summary.in_language(language)}" + (f"  [{row.plugin.title}]" if row.plugin else "")
        for row in rows
    )


def _as_json(rows: list[Row]) -> str:
    data: list[dict[str, Any]] = [
        {
            "code": row.meta.code,
            "name": row.meta.name,
            "severity": row.severity,
            "confidence": row.meta.certainty,
            "tier": row.meta.tier,
            "target": row.target,
            "since": row.meta.since,
            "sources": list(row.meta.sources),
            "aliases": list(row.meta.aliases),
            "summary": {"en": row.meta.summary.en, "zh": row.meta.summary.zh},
            "plugin": identity(row.plugin) if row.plugin else None,
        }
        for row in rows
    ]
    return '{"version": 1,\n "rules": [' + ",\n  ".join(map(to_json, data)) + "]}"
