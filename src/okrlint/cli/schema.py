"""`okrlint schema`: JSON Schemas of what okrlint reads and writes."""

import json
from typing import Any

import click

from okrlint.cli import options
from okrlint.config.settings import ConfigError
from okrlint.loading import blamed_on, load_rule
from okrlint.plugin_files import PluginError


@click.command("schema", short_help="Print the JSON Schema of the configuration, of documents or of findings.")
@click.argument("name", type=click.Choice(["config", "document", "findings", "graph", "history"]))
@options.here
@click.option("--output", type=options.file_name, metavar="FILE", help="Write there instead of standard output.")
def command(name: str, config: str | None, output: str | None) -> None:
    """Print a JSON Schema (2020-12).

    config: of configuration files, with the options of all installed rules; document: of what `okrlint parse`
    prints; findings: of what `okrlint check --format json` prints; graph and history: of what `okrlint graph` and
    `okrlint history` print with `--format json`.
    """
    try:
        schema = schema_of(name, config)
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    options.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", output)


def schema_of(name: str, config: str | None = None) -> dict[str, Any]:
    """Return a schema by its name on the command line.

    Args:
        name: of the schema.
        config: see `options.registry`.

    Raises:
        ConfigError, PluginError: for a configuration that cannot be used, or a rule that cannot be imported.
    """
    from okrlint.config.json_schemas import config_schema, contract_schema
    from okrlint.config.rule_options import options_model
    from okrlint.reporting.contract import DocumentsData, FindingsData

    if name == "document":
        return contract_schema(DocumentsData, "Output of okrlint parse")
    if name == "findings":
        return contract_schema(FindingsData, "Output of okrlint check --format json")
    if name == "graph":
        from okrlint.graphing.contract import GraphData

        return contract_schema(GraphData, "Output of okrlint graph --format json")
    if name == "history":
        from okrlint.reporting.timeline_contract import HistoryData

        return contract_schema(HistoryData, "Output of okrlint history --format json")
    registry = options.registry(config)
    rules = [(ref, load_rule(ref)) for ref in registry.rules]
    for ref, rule in rules:
        if ref.plugin:  # by itself first, so that it is known whose options they are
            with blamed_on(ref, "has options that cannot be described"):
                options_model(rule.Options).model_json_schema()  # type: ignore[arg-type]
    return config_schema(rules, registry.presets, {ref.name for ref in registry.lexicons})
