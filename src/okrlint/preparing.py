"""From configuration and what is installed to what a run does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple, cast

from okrlint.config.presets import Preset, PresetRef
from okrlint.config.settings import ConfigError, Settings
from okrlint.linting.engine import Check, Run
from okrlint.linting.interface import Certainty, Rule, RuleOptions, RuleRef, Severity
from okrlint.linting.lexicon import Lexicon
from okrlint.linting.selection import UnknownRuleError, engine_codes, find_rules, precision, select_rules
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

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(ref.name for ref in self._refs))

    def __len__(self) -> int:
        return len({ref.name for ref in self._refs})


def prepare(settings: Settings, registry: Registry, today: date | None) -> Run:
    """Select, import and configure the rules of a run.

    Raises:
        ConfigError: for an unknown preset, rule, option or word list.
        PluginError: for a rule that cannot be imported.
    """
    where = settings.source or "command line"
    preset = _preset(settings.preset, registry, where)
    try:
        severities = _by_code(settings.severity, registry.rules)
        refs = _chosen(settings, preset, registry, severities)
        options = _options(settings.options, registry.rules, where)
    except UnknownRuleError as error:
        raise ConfigError(f"{where}: {error}") from None
    checks = []
    for ref in refs:
        own = preset.rules.get(ref.code)
        severity = severities[ref.code].value if ref.code in severities else own.severity if own else None
        if severity == "off":  # selected by name although it is off: its own severity counts
            severity = None
        values = {**(own.options if own else {}), **options.get(ref.code, {})}
        checks.append(_check(ref, severity, values, where))
    running = {ref.code for ref in refs}
    for ref in registry.rules:  # a wrong option is told even where this run leaves its rule out
        if ref.code in options and ref.code not in running:
            _check(ref, None, options[ref.code], where)
    known_lists = [ref.name for ref in registry.lexicons]
    for name in settings.lexicon:
        if name not in known_lists:
            raise _unknown("word list", name, known_lists, where)
    return Run(
        checks,
        Lexicons(registry, settings.lexicon),
        today,
        None if settings.lang == "auto" else settings.lang,
        cast("Certainty", settings.min_confidence or preset.min_certainty),
        Severity[preset.hint_as.upper()],
        frozenset(engine.code for selector in settings.ignore for engine in engine_codes(selector)),
    )


def _preset(name: str, registry: Registry, where: str) -> Preset:
    ref: PresetRef | None = registry.presets.get(name)
    if ref is None:
        raise _unknown("preset", name, registry.presets, where)
    try:
        return ref.load()
    except Exception as error:
        raise PluginError(f"preset {name} ({ref.path}) cannot be used: {error!r}") from error


class _Chosen(NamedTuple):
    """A value of configuration for one rule, and the selector that it was given by."""

    value: Any
    selector: str


def _chosen(settings: Settings, preset: Preset, registry: Registry, severities: Mapping[str, _Chosen]) -> list[RuleRef]:
    rules = []
    for ref in registry.rules:
        own = preset.rules.get(ref.code)
        if own is not None and own.severity is not None:
            ref = ref._replace(on=own.severity != "off")
        rules.append(ref)
    select = settings.select if settings.select is not None else preset.select or None
    chosen = select_rules(rules, select, settings.ignore, settings.extend_select)
    asked_for = (*(select or ()), *settings.extend_select)
    return [ref for ref in chosen if not _is_off(severities.get(ref.code), ref, asked_for)]


def _is_off(severity: _Chosen | None, ref: RuleRef, asked_for: Iterable[str]) -> bool:
    """Tell whether a rule is switched off by its severity, unless it is asked for more precisely than that."""
    if severity is None or severity.value != "off":
        return False
    asked = (precision(selector, ref) for selector in asked_for if find_rules(selector, (ref,)))
    return precision(severity.selector, ref) >= max(asked, default=0)


def _by_code(values: Mapping[str, Any], rules: Sequence[RuleRef]) -> dict[str, _Chosen]:
    """Spread values given by selector over codes; a more precise selector wins over a less precise one."""
    spread: dict[str, _Chosen] = {}
    for selector, value in values.items():
        for ref in find_rules(selector, rules):
            known = spread.get(ref.code)
            if known is None or precision(selector, ref) >= precision(known.selector, ref):
                spread[ref.code] = _Chosen(value, selector)
    return spread


def _options(
    values: Mapping[str, Mapping[str, Any]], rules: Sequence[RuleRef], where: str
) -> dict[str, Mapping[str, Any]]:
    """Return options by code of their rule; a selector of several rules is refused: each has options of its own."""
    by_code: dict[str, Mapping[str, Any]] = {}
    for selector, options in values.items():
        found = find_rules(selector, rules)
        if len(found) != 1:
            raise ConfigError(f"{where}: options of {selector!r}: options are given to one rule, by its code or name")
        code = found[0].code
        by_code[code] = {**by_code.get(code, {}), **options}
    return by_code


def _check(ref: RuleRef, severity: str | None, values: Mapping[str, Any], where: str) -> Check:
    own = Severity[severity.upper()] if severity else None
    if ref.needs and not values:
        return Check(partial(_rule, ref, None, where), own, ref.needs)
    return Check(_rule(ref, values or None, where), own, ref.needs)


def _rule(ref: RuleRef, values: Mapping[str, Any] | None, where: str) -> Rule[Any]:
    """Import a rule and give it its options."""
    try:
        rule = ref.load()
        code = rule.meta.code
    except Exception as error:
        raise PluginError(f"rule {ref.code} ({ref.where}) cannot be imported: {error!r}") from error
    if code != ref.code:  # its findings would come under a code that nobody selected
        raise PluginError(f"rule {ref.code} ({ref.where}) calls itself {code}")
    options: RuleOptions | None = None
    if values:
        from okrlint.config.schema import options_from

        options = options_from(rule.Options, values, f"{where}: options of {ref.code}")
    try:
        return rule(options)
    except Exception as error:
        raise PluginError(f"rule {ref.code} ({ref.where}) cannot be made: {error!r}") from error


def _unknown(what: str, name: str, known: Iterable[str], where: str) -> ConfigError:
    from okrlint.suggesting import suggestion  # what only an error needs costs no run without one

    return ConfigError(f"{where}: unknown {what} {name!r}; {suggestion(name, known)}")
