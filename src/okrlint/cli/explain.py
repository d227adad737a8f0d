"""`okrlint explain`: a rule's page on the terminal."""

import click

from okrlint.cli import options
from okrlint.cli.stances import stances
from okrlint.config.settings import ConfigError
from okrlint.linting.selection import UnknownRuleError, engine_codes, find_rules
from okrlint.loading import blamed_on, load_rule
from okrlint.plugin_files import PluginError


@click.command("explain", short_help="Explain a rule.")
@click.argument("rule", metavar="CODE|NAME")
@options.here
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", help="Language of the page.")
def command(rule: str, config: str | None, lang: str) -> None:
    """Explain a rule: what it checks, why, when to switch it off, its options and examples."""
    from okrlint.reporting.rule_page import page

    try:
        registry = options.registry(config)
        found = find_rules(rule, registry.rules)
        said = stances(registry) if found else {}
        pages = []
        for ref in found:
            with blamed_on(ref, "cannot be explained"):
                pages.append(page(load_rule(ref), lang, said.get(ref.code, ())))
    except (UnknownRuleError, ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    engine = [f"# {each.code} {each.name}\n\n{each.summary.in_language(lang)}\n" for each in engine_codes(rule)]
    click.echo("\n\n".join([*engine, *pages]).rstrip())
