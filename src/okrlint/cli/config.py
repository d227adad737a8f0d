"""`okrlint config`: what applies to a file, and where each value comes from."""

from collections.abc import Iterator, Mapping
from datetime import date
from os.path import exists
from typing import Any, NamedTuple

import click

from okrlint.cli import options
from okrlint.config.lookup import Lookup
from okrlint.config.presets import Preset
from okrlint.config.settings import ConfigError, DatedSeverity, Settings
from okrlint.declared import with_declared
from okrlint.linting.interface import Severity
from okrlint.loading import load_rule
from okrlint.paths import shown
from okrlint.plugin_files import PluginError
from okrlint.preparing import Decision, decide
from okrlint.registry import installed_for

DEFAULT = "default"


@click.command("config", short_help="Show what applies to a file, and where each value comes from.")
@click.argument("path", type=options.file_name, default=".", metavar="[FILE]")
@options.configuration
@options.today
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text", help="Output format.")
def command(path: str, **values: Any) -> None:
    """Show what applies to a file or folder, and where each value comes from."""
    today: date = values["today"] or date.today()
    if not exists(path):  # the name of a file to come says as well what applies to it; a folder's tells nothing
        click.echo(f"okrlint: {path}: there is no such file; what would apply to it:", err=True)
    try:
        settings = Lookup(values["config"], options.overrides(values)).settings(path)
        decisions, preset = decide(settings, with_declared(installed_for(settings), settings.declared), today)
        declared = {rule.code: rule.place for rule in settings.declared.rules}
        rules = [_rule(decision, preset, declared) for decision in decisions]
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None
    shown_values = list(_values(settings, preset))
    if values["format_name"] == "json":
        options.write(_as_json(path, settings, shown_values, rules), None)
    else:
        options.write(_as_text(path, settings, shown_values, rules), None, for_people=True)


class _Value(NamedTuple):
    """A value of configuration, and where it came from."""

    key: str
    value: Any
    origin: str


class _Rule(NamedTuple):
    code: str
    name: str
    severity: str
    origin: str
    options: tuple[_Value, ...]


def _values(settings: Settings, preset: Preset) -> Iterator[_Value]:
    """Yield each value, defaults included; of tables what they hold."""
    for field in ("preset", "select", "ignore", "extend_select", "min_confidence", "fail_on", "lang"):
        yield _value(settings, field, preset)
    for field in ("fiscal_year_start", "timezone", "include", "exclude", "baseline", "require_reason", "plugins"):
        yield _value(settings, field, preset)
    for field in ("plans", "project", "history", "members"):
        yield _value(settings, field, preset)
    for name, team in settings.teams.items():
        yield from (
            _Value(f"teams.{name}.{key}", value, settings.origin("teams", name)) for key, value in team.items() if value
        )
    for selector, severity in settings.severity.items():
        yield _Value(f"severity.{selector}", severity, settings.origin("severity", selector))
    for selector, given in settings.options.items():
        for name, value in given.items():
            yield _Value(f"options.{selector}.{name}", value, settings.origin("options", selector, name))
    for name, words in settings.lexicon.items():
        yield _Value(f"lexicon.{name}", words, settings.origin("lexicon", name))
    declared = settings.declared
    for key, table in (("word-lists", declared.word_lists), ("fields", declared.fields)):
        for name, words in table.items():
            yield _Value(f"{key}.{name}", words, declared.places[f"{key}.{name}"])
    for rule in declared.rules:
        yield _Value(f"rules.{rule.code}", rule.name, rule.place)


def _value(settings: Settings, field: str, preset: Preset) -> _Value:
    key = field.replace("_", "-")
    value, origin = getattr(settings, field), settings.origins.get(key, DEFAULT)
    from_preset = f"preset {preset.name}"
    if field == "min_confidence" and value is None:
        changed = preset.min_certainty != Preset._field_defaults["min_certainty"]
        return _Value(key, preset.min_certainty, from_preset if changed else DEFAULT)
    if field == "select" and value is None and preset.select:
        return _Value(key, preset.select, from_preset)
    return _Value(key, value, origin)


def _rule(decision: Decision, preset: Preset, declared: Mapping[str, str]) -> _Rule:
    """Return what there is to say of a rule.

    Args:
        decision: what configuration comes to for the rule.
        preset: that it runs under.
        declared: the places of the rules that configuration itself declares, by code.

    Raises:
        PluginError: for a rule that cannot be imported.
    """
    ref = decision.ref
    severity = load_rule(ref).meta.severity
    origin = decision.severity_from or declared.get(ref.code, DEFAULT)
    if decision.severity:
        severity = Severity[decision.severity.upper()]
    least = Severity[preset.hint_as.upper()]
    if severity < least:
        severity, origin = least, f"preset {preset.name}"
    given = (_Value(name, value, decision.options_from[name]) for name, value in decision.options.items())
    return _Rule(ref.code, ref.name, severity.label, origin, tuple(given))


def _as_text(path: str, settings: Settings, values: list[_Value], rules: list[_Rule]) -> str:
    lines = [shown(path), *_sources(settings), ""]
    lines += _table([(each.key, _words(each), each.origin) for each in values])
    lines += ["", f"{len(rules)} rules run", ""]
    lines += _table(
        [
            (rule.code, rule.name, rule.severity, rule.origin, ", ".join(map(_option_in_words, rule.options)))
            for rule in rules
        ]
    )
    return "".join(f"{line}\n" for line in lines)


def _sources(settings: Settings) -> list[str]:
    if settings.source is None:
        return ["configuration: none found; these are the defaults"]
    extended = [f"  extends {shown(each)}" for each in reversed(settings.extends)]
    return [f"configuration: {shown(settings.source)}", *extended]


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    from okrlint.reporting.width import aligned, printable

    return aligned([[printable(cell) for cell in row] for row in rows])


def _option_in_words(option: _Value) -> str:
    return f"{option.key} = {_words(option)} ({option.origin})"


_MOST_MEMBERS = 5
"""Members that are shown to people; a file may hold thousands."""


def _words(value: _Value) -> str:
    """Return a value as people read it."""
    content = value.value
    if value.key == "select" and content is None:
        return "the rules that are on"
    if value.key == "plugins" and content is None:
        return "all that are installed"
    if isinstance(content, DatedSeverity):
        return f"{content.severity} from {content.since}" + (f", {content.before} before" if content.before else "")
    if isinstance(content, bool):
        return str(content).lower()
    if value.key == "baseline" and content is not None:
        return shown(content)
    if value.key == "plans":
        return ", ".join(map(shown, content)) or "-"
    if value.key == "members" and len(content) > _MOST_MEMBERS:
        return f"{', '.join(content[:_MOST_MEMBERS])} and {len(content) - _MOST_MEMBERS} more"
    if isinstance(content, tuple | list):
        return ", ".join(map(str, content)) or "-"
    return "-" if content is None else str(content)


def _as_json(path: str, settings: Settings, values: list[_Value], rules: list[_Rule]) -> str:
    from okrlint.reporting.json import VERSION, to_json

    data = {
        "version": VERSION,
        "path": path.replace("\\", "/"),
        "configuration": settings.source,
        "extends": list(settings.extends),
        "values": {each.key: {"value": _plain(each.value), "from": each.origin} for each in values},
        "rules": [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity,
                "severity_from": rule.origin,
                "options": {each.key: {"value": _plain(each.value), "from": each.origin} for each in rule.options},
            }
            for rule in rules
        ],
    }
    return to_json(data) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, DatedSeverity):
        return {"severity": value.severity, "from": value.since.isoformat(), "before": value.before}
    return value
