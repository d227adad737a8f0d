"""`okrlint schema`: JSON Schemas of what okrlint reads and writes."""

import json
from typing import Any

import click

from okrlint.cli import options
from okrlint.registry import PluginError, installed, load_rule


@click.command("schema", short_help="Print the JSON Schema of the configuration, of documents or of findings.")
@click.argument("name", type=click.Choice(["config", "document", "findings"]))
@click.option("--output", type=options.file_name, metavar="FILE", help="Write there instead of standard output.")
def command(name: str, output: str | None) -> None:
    """Print a JSON Schema (2020-12).

    config: of configuration files, with the options of all installed rules; document: of what `okrlint parse`
    prints; findings: of what `okrlint check --format json` prints.
    """
    try:
        schema = schema_of(name)
    except PluginError as error:
        raise options.refuse(str(error)) from None
    options.write(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", output)


def schema_of(name: str) -> dict[str, Any]:
    """Return a schema by its name on the command line.

    Raises:
        PluginError: for a rule that cannot be imported.
    """
    from okrlint.config.json_schemas import config_schema, contract_schema
    from okrlint.reporting.contract import DocumentsData, FindingsData

    if name == "document":
        return contract_schema(DocumentsData, "Output of okrlint parse")
    if name == "findings":
        return contract_schema(FindingsData, "Output of okrlint check --format json")
    registry = installed()
    rules = [(ref, load_rule(ref)) for ref in registry.rules]
    return config_schema(rules, registry.presets, {ref.name for ref in registry.lexicons})
