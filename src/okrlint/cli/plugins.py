"""`okrlint plugins`: what is installed, where it came from, and what it adds."""

from collections.abc import Iterator
from typing import Any

import click

from okrlint.cli import options
from okrlint.config.lookup import Lookup
from okrlint.config.settings import ConfigError, Settings
from okrlint.hooks import Plugin
from okrlint.plugin_files import OWN
from okrlint.registry import Standing, survey
from okrlint.reporting.json import VERSION, to_json
from okrlint.reporting.width import printable


@click.command("plugins", short_help="List the plugins that are installed, and what each adds.")
@options.here
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.pass_context
def command(context: click.Context, config: str | None, format_name: str) -> None:
    """List the plugins that are installed, okrlint's own parts first: where each came from, and what it adds.

    Those that `plugins` in the configuration leaves out are named and not imported. One that cannot be used is listed
    with the reason, and the exit code is 2.
    """
    try:
        settings = Lookup(config).settings(".")
        standings = survey(settings)
    except ConfigError as error:
        raise options.refuse(str(error)) from None
    text = _as_json(standings, settings) if format_name == "json" else _as_text(standings, settings)
    options.write(text, None, for_people=format_name == "text")
    context.exit(2 if any(each.error for each in standings) else 0)


def identity(plugin: Plugin) -> dict[str, str]:
    """Return what tells a plugin from others, for JSON."""
    return {"name": plugin.name, "distribution": plugin.distribution, "version": plugin.version}


def _as_text(standings: list[Standing], settings: Settings) -> str:
    lists = _own_lists(standings)
    lines: list[str] = []
    for standing in standings:
        plugin = standing.plugin
        lines.append(plugin.title if plugin.distribution != OWN else f"{plugin.name} {plugin.version}")
        lines.append(f"  module        {plugin.value}" + (f" ({plugin.where})" if plugin.where else ""))
        if standing.error:
            lines += [f"  cannot be used: {line}" for line in standing.error.splitlines()]
        elif not standing.is_allowed:
            lines.append(f"  not loaded: {settings.origin('plugins')} does not name it under `plugins`")
        else:
            lines += (f"  {what:<13} {each}" for what, each in _additions(plugin, lists))
        lines.append("")
    if all(each.plugin.distribution == OWN for each in standings):
        lines.append("no other plugins are installed")
    return "\n".join(map(printable, lines)).rstrip("\n") + "\n"


def _additions(plugin: Plugin, ours: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what a plugin adds, each with what it is; of okrlint's own many rules and word lists how many they are."""
    is_own = plugin.distribution == OWN
    if is_own and plugin.rules:
        yield "rules", f"{len(plugin.rules)} (`okrlint rules` lists them)"
    else:
        for number, rule in enumerate(plugin.rules):
            yield "" if number else "rules", f"{rule.code} {rule.name}"
    if plugin.readers:
        yield "readers", ", ".join(f"{ref.name} ({' '.join(ref.suffixes)})" for ref in plugin.readers)
    if plugin.reporters:
        yield "formats", ", ".join(ref.name for ref in plugin.reporters)
    if plugin.presets:
        yield "presets", ", ".join(ref.name for ref in plugin.presets)
    if plugin.lexicons:
        extended = () if is_own else ours
        yield "word lists", ", ".join(f"{r.name} (extended)" if r.name in extended else r.name for r in plugin.lexicons)
    for number, names in enumerate(plugin.fields):
        yield "" if number else "fields", f"{names.name} ({', '.join(names.spellings)})"


def _own_lists(standings: list[Standing]) -> set[str]:
    """Return the names of okrlint's own word lists."""
    return {ref.name for each in standings if each.plugin.distribution == OWN for ref in each.plugin.lexicons}


def _as_json(standings: list[Standing], settings: Settings) -> str:
    lists = _own_lists(standings)
    data = {
        "version": VERSION,
        "configuration": settings.source,
        "allowed": None if settings.plugins is None else list(settings.plugins),
        "allowed_from": None if settings.plugins is None else settings.origin("plugins"),
        "plugins": [_plugin_data(each, lists) for each in standings],
    }
    return to_json(data) + "\n"


def _plugin_data(standing: Standing, ours: set[str]) -> dict[str, Any]:
    plugin = standing.plugin
    is_own = plugin.distribution == OWN
    return {
        **identity(plugin),
        "entry_point": plugin.value,
        "file": plugin.where,
        "status": "broken" if standing.error else "loaded" if standing.is_allowed else "not-allowed",
        "error": standing.error or None,
        "rules": [{"code": ref.code, "name": ref.name} for ref in plugin.rules],
        "readers": [{"name": ref.name, "suffixes": list(ref.suffixes)} for ref in plugin.readers],
        "formats": [ref.name for ref in plugin.reporters],
        "presets": [ref.name for ref in plugin.presets],
        "word_lists": [{"name": ref.name, "extends": not is_own and ref.name in ours} for ref in plugin.lexicons],
        "fields": [{"name": names.name, "spellings": list(names.spellings)} for names in plugin.fields],
    }
