"""JSON Schemas (2020-12): of configuration files, and of typed dictionaries; only the command that prints them asks."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import is_typeddict

from okrlint.config.rule_options import options_model
from okrlint.config.rule_tables import DeclaringFile
from okrlint.linting.interface import Rule, RuleRef

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_INSTALLED_ONLY: Schema = {
    "^(select|ignore|extend-select)$": {"items": {"$ref": "#/$defs/InstalledRule"}},
    "^severity$": {"propertyNames": {"$ref": "#/$defs/InstalledRule"}},
}


class _Untitled(GenerateJsonSchema):
    """Gives no field a title: it would say no more than its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False


def config_schema(
    rules: Sequence[tuple[RuleRef, type[Rule[Any]]]], presets: Iterable[str], lexicons: Iterable[str]
) -> Schema:
    """Return the schema of a configuration file.

    Args:
        rules: all that are installed.
        presets: the names of the installed presets.
        lexicons: the names of the installed word lists.
    """
    schema = DeclaringFile.model_json_schema(schema_generator=_Untitled)
    definitions: Schema = schema["$defs"]
    names = {ref.code: (ref.code, ref.name, *ref.aliases) for ref, _ in rules}
    definitions["InstalledRule"] = {
        "description": "A rule that is installed, by its code, the beginning of its code, its name, or ALL.",
        "anyOf": [
            {"enum": ["ALL", *(name for every in names.values() for name in every)]},
            {"type": "string", "pattern": "^[A-Za-z]{1,10}[0-9]{0,4}$"},
        ],
    }
    definitions["RuleSelector"] = {
        "description": "A rule, by its code, the beginning of its code, its name, or ALL.",
        "anyOf": [
            {"$ref": "#/$defs/InstalledRule"},
            {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)+$"},
        ],
    }
    # Where rules may be declared, here or in what is extended, any name may be that of a rule.
    schema["if"] = {"anyOf": [{"required": ["rules"]}, {"required": ["extends"]}]}
    schema["else"] = {
        "patternProperties": {**_INSTALLED_ONLY, "^per-path$": {"items": {"patternProperties": _INSTALLED_ONLY}}}
    }
    for _, rule in rules:
        definitions[f"Options{rule.meta.code}"] = _options_schema(rule)
    for table in (schema, definitions["PerPath"]):
        properties = table["properties"]
        for key in ("select", "ignore", "extend-select"):
            _list_of(properties[key])["items"] = {"$ref": "#/$defs/RuleSelector"}
        properties["severity"]["propertyNames"] = {"$ref": "#/$defs/RuleSelector"}
        properties["options"] |= {
            "properties": {name: {"$ref": f"#/$defs/Options{code}"} for code, every in names.items() for name in every},
            "additionalProperties": False,
        }
        properties["preset"] = _suggesting(properties["preset"], presets)
    schema["properties"]["lexicon"]["propertyNames"] = {"enum": sorted(lexicons)}
    for value in definitions["PerPath"]["properties"].values():
        value.pop("default", None)  # there what is not said is as elsewhere
    return {"$schema": DIALECT, **schema, "title": "Configuration of okrlint"}


def contract_schema(kind: Any, title: str) -> Schema:
    """Return the schema of a typed dictionary, described by the strings behind its fields."""
    definitions = _definitions(kind)
    root = definitions.pop(kind.__name__)
    for name, definition in definitions.items():
        for base in _bases(vars(sys.modules[kind.__module__])[name]):
            for field, inherited in _definitions(base)[base.__name__]["properties"].items():
                if "description" in inherited:
                    definition["properties"][field].setdefault("description", inherited["description"])
    return {"$schema": DIALECT, **root, "title": title, "$defs": definitions}


def _definitions(kind: Any) -> Schema:
    """Return schemas by name of a typed dictionary, and of those that it holds: each describes its own fields alone."""
    adapter: TypeAdapter[Any] = TypeAdapter(list[kind], config=ConfigDict(use_attribute_docstrings=True))
    definitions: Schema = adapter.json_schema(schema_generator=_Untitled)["$defs"]
    return definitions


def _bases(kind: Any) -> Iterator[Any]:
    for base in getattr(kind, "__orig_bases__", ()):
        if is_typeddict(base):
            yield base
            yield from _bases(base)


def _options_schema(rule: type[Rule[Any]]) -> Schema:
    """Return the schema of a rule's options; their names may be written with hyphens, too."""
    schema = options_model(rule.Options).model_json_schema(schema_generator=_Untitled)  # type: ignore[arg-type]
    code = rule.meta.code
    spelled = {
        name.replace("_", "-"): {"$ref": f"#/$defs/Options{code}/properties/{name}"}
        for name in schema.get("properties", {})
        if "_" in name
    }
    return {
        **schema,
        "title": f"Options of {code} {rule.meta.name}",
        "description": rule.meta.summary.en,
        "properties": {**schema.get("properties", {}), **spelled},
    }


def _list_of(schema: Schema) -> Schema:
    """Return the branch of a schema that is a list."""
    branches: list[Schema] = schema.get("anyOf", [schema])
    return next(branch for branch in branches if branch.get("type") == "array")


def _suggesting(schema: Mapping[str, Any], words: Iterable[str]) -> Schema:
    """Return a schema of strings whose usual values are known."""
    rest = {key: value for key, value in schema.items() if key != "type"}
    return {**rest, "anyOf": [{"enum": list(words)}, {"type": "string"}]}
