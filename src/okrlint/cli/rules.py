"""`okrlint rules`: what there is to check."""

from typing import Any

import click

from okrlint.cli import options
from okrlint.cli.stances import stances
from okrlint.config.settings import ConfigError, Settings
from okrlint.linting.interface import Meta, Target
from okrlint.linting.selection import select_rules
from okrlint.registry import PluginError, installed, load_rule
from okrlint.reporting.json import to_json

Row = tuple[Meta, str, Target]


@click.command("rules", short_help="List the rules.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.option("--preset", default="default", metavar="NAME", help="Show severities under this preset.")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", help="Language of the summaries.")
@click.option("--write-pages", metavar="FOLDER", help="Write each rule's page in both languages there instead.")
def command(format_name: str, preset: str, lang: str, write_pages: str | None) -> None:
    """List the rules: code, severity under the preset, name and what each wants."""
    from okrlint.preparing import prepare

    if write_pages is not None:
        _write_pages(write_pages)
        return

    try:
        registry = installed()
        run = prepare(Settings(preset=preset, select=("ALL",)), registry, None)
        on = {ref.code for ref in select_rules(registry.rules, None)}
        if preset != "default":
            on = {check.rule.meta.code for check in prepare(Settings(preset=preset), registry, None).checks}
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    rows: list[Row] = []
    for check in run.checks:
        meta = check.rule.meta
        rows.append((meta, run.severity_of(check).label if meta.code in on else "off", check.rule.target))
    click.echo(_as_json(rows) if format_name == "json" else _as_text(rows, lang))


def _write_pages(folder: str) -> None:
    from os import makedirs
    from os.path import join

    from okrlint.reporting.rule_book import rule_book

    try:
        registry = installed()
        files = rule_book([load_rule(ref) for ref in registry.rules], stances(registry))
        makedirs(folder, exist_ok=True)
    except (PluginError, OSError) as error:
        raise options.refuse(str(error)) from None
    for name, contents in files.items():
        options.write(contents, join(folder, name))
    click.echo(f"{len(files)} pages written to {folder}", err=True)


def _as_text(rows: list[Row], language: str) -> str:
    name_width = max((len(meta.name) for meta, *_ in rows), default=0)
    return "\n".join(
        f"{meta.code}  {severity:<7}  {meta.name:<{name_width}}  {meta.summary.in_language(language)}"
        for meta, severity, _ in rows
    )


def _as_json(rows: list[Row]) -> str:
    data: list[dict[str, Any]] = [
        {
            "code": meta.code,
            "name": meta.name,
            "severity": severity,
            "confidence": meta.certainty,
            "tier": meta.tier,
            "target": target,
            "since": meta.since,
            "sources": list(meta.sources),
            "aliases": list(meta.aliases),
            "summary": {"en": meta.summary.en, "zh": meta.summary.zh},
        }
        for meta, severity, target in rows
    ]
    return '{"version": 1,\n "rules": [' + ",\n  ".join(map(to_json, data)) + "]}"
