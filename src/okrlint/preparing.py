"""From configuration and what is installed to what a run does."""

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, cast

from okrlint.config.presets import Preset
from okrlint.config.settings import ConfigError, Settings
from okrlint.linting.engine import Check, Run
from okrlint.linting.interface import Certainty, RuleOptions, RuleRef, Severity
from okrlint.linting.lexicon import Lexicon
from okrlint.linting.selection import UnknownRuleError, find_rules, select_rules
from okrlint.registry import PluginError, Registry


class Lexicons(Mapping[str, Lexicon]):
    """The word lists of all plugins, each read when it is first asked for."""

    def __init__(self, registry: Registry, extra: Mapping[str, tuple[str, ...]]) -> None:
        self._refs = registry.lexicons
        self._extra = extra
        self._loaded: dict[str, Lexicon] = {}

    def __getitem__(self, name: str) -> Lexicon:
        if name not in self._loaded:
            parts = [ref.load() for ref in self._refs if ref.name == name]
            if not parts:
                raise KeyError(name)
            lexicon = parts[0]
            for part in parts[1:]:
                lexicon = lexicon.extended(part.entries)
            self._loaded[name] = lexicon.extended(self._extra.get(name, ()))
        return self._loaded[name]

    def __iter__(self) -> Any:
        return iter(dict.fromkeys(ref.name for ref in self._refs))

    def __len__(self) -> int:
        return len({ref.name for ref in self._refs})


def prepare(settings: Settings, registry: Registry, today: date | None) -> Run:
    """Select, import and configure the rules of a run.

    Raises:
        ConfigError: for an unknown preset, rule, option or word list.
        PluginError: for a rule that cannot be imported.
    """
    preset = _preset(settings, registry)
    where = settings.source or "command line"
    try:
        refs = _chosen(settings, preset, registry)
        severities = _by_code(settings.severity, registry.rules)
        options = _by_code(settings.options, registry.rules)
    except UnknownRuleError as error:
        raise ConfigError(f"{where}: {error}") from None
    checks = []
    for ref in refs:
        own = preset.rules.get(ref.code)
        severity = severities.get(ref.code, own.severity if own else None)
        if severity == "off":  # selected by name although the preset has it off: its own severity counts
            severity = None
        values = {**(own.options if own else {}), **options.get(ref.code, {})}
        checks.append(_check(ref, severity, values, where))
    unknown = [name for name in settings.lexicon if name not in {ref.name for ref in registry.lexicons}]
    if unknown:
        raise ConfigError(f"{where}: {_did_you_mean('word list', unknown[0], [ref.name for ref in registry.lexicons])}")
    return Run(
        checks,
        Lexicons(registry, settings.lexicon),
        today,
        None if settings.lang == "auto" else settings.lang,
        cast("Certainty", settings.min_confidence or preset.min_certainty),
        Severity[preset.hint_as.upper()],
    )


def _preset(settings: Settings, registry: Registry) -> Preset:
    ref = registry.presets.get(settings.preset)
    if ref is None:
        raise ConfigError(
            f"{settings.source or 'command line'}: {_did_you_mean('preset', settings.preset, registry.presets)}"
        )
    return ref.load()


def _chosen(settings: Settings, preset: Preset, registry: Registry) -> list[RuleRef]:
    rules = []
    for ref in registry.rules:
        own = preset.rules.get(ref.code)
        if own is not None and own.severity is not None:
            ref = ref._replace(on=own.severity != "off")
        rules.append(ref)
    off = tuple(selector for selector, severity in settings.severity.items() if severity == "off")
    select = settings.select if settings.select is not None else preset.select or None
    return select_rules(rules, select, (*settings.ignore, *off), settings.extend_select)


def _by_code(values: Mapping[str, Any], rules: Iterable[RuleRef]) -> dict[str, Any]:
    """Spread values given by selector over codes; a longer selector wins over a shorter one."""
    spread: dict[str, Any] = {}
    for selector in sorted(values, key=len):
        for ref in find_rules(selector, tuple(rules)):
            spread[ref.code] = values[selector]
    return spread


def _check(ref: RuleRef, severity: str | None, values: Mapping[str, Any], where: str) -> Check:
    try:
        rule = ref.load()
    except Exception as error:
        raise PluginError(f"rule {ref.code} ({ref.where}) cannot be imported: {error!r}") from error
    options: RuleOptions | None = None
    if values:
        from okrlint.config.schema import options_from

        options = options_from(rule.Options, values, f"{where}: options of {ref.code}")
    return Check(rule(options), Severity[severity.upper()] if severity else None)


def _did_you_mean(what: str, name: str, known: Iterable[str]) -> str:
    names = list(known)
    close = get_close_matches(name, names, 1)
    hint = f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(names)}"
    return f"unknown {what} {name!r}; {hint}"
