"""`okrlint explain`: a rule's page on the terminal."""

from typing import Any

import click

from okrlint.cli import options
from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.selection import UnknownRuleError, find_rules
from okrlint.registry import PluginError, installed


@click.command("explain", short_help="Explain a rule.")
@click.argument("rule", metavar="CODE|NAME")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", help="Language of the page.")
def command(rule: str, lang: str) -> None:
    """Explain a rule: what it checks, why, when to switch it off, its options and examples."""
    from okrlint.reporting.rule_page import page

    engine: Any = ENGINE_CODES.get(rule.strip().upper())
    try:
        found = find_rules(rule, installed().rules)
    except (UnknownRuleError, PluginError) as error:
        raise options.refuse(str(error)) from None
    if engine is not None:
        click.echo(f"{engine.code} {engine.name}\n\n{engine.summary.in_language(lang)}")
    click.echo("\n\n".join(page(ref.load(), lang) for ref in found).rstrip())
