"""From configuration and what is installed to what a run does."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from okrlint.config.presets import Preset, RuleSetting
from okrlint.config.settings import MAX_COMPLAINTS, PER_PATH, ConfigError, DatedSeverity, Settings, selectors_in
from okrlint.declared import with_declared
from okrlint.linting.interface import Certainty, Rule, RuleOptions, RuleRef, Scope, Severity
from okrlint.linting.lexicon import Lexicon
from okrlint.linting.running import Check, Run
from okrlint.linting.selection import UnknownRuleError, engine_codes, find_rules, precision, renamed, select_rules
from okrlint.loading import blamed_on, load_preset, load_rule, make_rule
from okrlint.registry import Registry

if TYPE_CHECKING:
    from okrlint.project.interface import Team


class Lexicons(Mapping[str, Lexicon]):
    """The word lists of all plugins, each read when it is first asked for, and those that configuration declares.

    Args:
        registry: knows the plugins'.
        extra: more words for them, by name.
        own: words of the lists that are declared, by name.
    """

    def __init__(
        self,
        registry: Registry,
        extra: Mapping[str, tuple[str, ...]],
        own: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._refs = registry.lexicons
        self._extra = extra
        self._loaded = {name: Lexicon(name, words) for name, words in (own or {}).items()}

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
        return iter(dict.fromkeys((*(ref.name for ref in self._refs), *self._loaded)))

    def __len__(self) -> int:
        return len({ref.name for ref in self._refs} | self._loaded.keys())


class Decision(NamedTuple):
    """A rule that runs, and why it does so as it does.

    Attributes:
        severity: that configuration gives it; None leaves it to the rule.
        severity_from: where that came from: a place in a file, the command line, "preset NAME"; None for the rule.
        options: values that differ from the rule's own, by name.
        options_from: where each came from.
    """

    ref: RuleRef
    severity: str | None
    severity_from: str | None
    options: Mapping[str, Any]
    options_from: Mapping[str, str]


def prepare(settings: Settings, registry: Registry, today: date | None) -> Run:
    """Select, import and configure the rules of a run.

    Raises:
        ConfigError: for each unknown preset, rule, option or word list, and for each declared rule that cannot be
            used, with its place.
        PluginError: for a rule that cannot be imported.
    """
    registry = with_declared(registry, settings.declared)
    decisions, preset = decide(settings, registry, today)
    checks = [_check(decision, has_history=settings.history) for decision in decisions]
    places = {selector: settings.origin(key, selector) for key, selector in selectors_in(settings)}
    return Run(
        checks,
        Lexicons(registry, settings.lexicon, settings.declared.word_lists),
        today,
        language=None if settings.lang == "auto" else settings.lang,
        floor=cast("Certainty", settings.min_confidence or preset.min_certainty),
        hint_as=Severity[preset.hint_as.upper()],
        muted=frozenset(engine.code for selector in settings.ignore for engine in engine_codes(selector)),
        codes=frozenset(decision.ref.code for decision in decisions),
        thorough=settings.baseline is not None,
        refs=_under(preset, registry),
        demand_reasons=settings.require_reason,
        renamed=tuple(renamed(places, registry.rules)),
        teams=teams_of(settings),
        members=settings.members,
        has_history=settings.history,
    )


def teams_of(settings: Settings) -> "dict[str, Team]":
    """Return the teams that configuration names."""
    if not settings.teams:
        return {}
    from okrlint.project.interface import Team  # most configurations name none

    return {name: Team(name, **values) for name, values in settings.teams.items()}


def decide(settings: Settings, registry: Registry, today: date | None) -> tuple[list[Decision], Preset]:
    """Return the rules that run, in order of their codes, and the preset that they run under.

    Args:
        settings: of a file.
        registry: the rules that there are.
        today: the day that counts as today, from which on severities may hold.

    Raises:
        ConfigError, PluginError: as `prepare`.
    """
    _refuse_unknown(settings, registry)
    preset = load_preset(registry.presets[settings.preset], registry.rules)
    severities = _by_code(_in_force(settings.severity, today), registry.rules)
    options = _options(settings, registry.rules)
    decisions = []
    for ref in _chosen(settings, preset, registry, severities):
        own = preset.rules.get(ref.code, _NO_SETTING)
        severity, origin = own.severity, f"preset {preset.name}" if own.severity else None
        if ref.code in severities:
            severity, selector = severities[ref.code]
            origin = settings.origin("severity", selector)
        if severity == "off":  # selected by name although it is off: its own severity counts
            severity = origin = None
        values = {**own.options, **{name: each.value for name, each in options.get(ref.code, {}).items()}}
        origins = {
            name: settings.origin("options", options[ref.code][name].selector, name)
            if name in options.get(ref.code, {})
            else f"preset {preset.name}"
            for name in values
        }
        decisions.append(Decision(ref, severity, origin, values, origins))
    return decisions, preset


_NO_SETTING = RuleSetting(None, {}, "")


def _refuse_unknown(settings: Settings, registry: Registry) -> None:
    """Refuse what configuration names and is not there, all of it at once; also what is said for other files."""
    every = (Settings(**each.values, source=settings.source, origins=each.origins) for each in settings.per_path)
    wrong = [*islice((said for each in (settings, *every) for said in _unknown(each, registry)), MAX_COMPLAINTS)]
    if wrong:
        raise ConfigError("\n".join(dict.fromkeys(wrong)))


def _unknown(settings: Settings, registry: Registry) -> Iterator[str]:
    for key, selector in selectors_in(settings):
        try:
            found = find_rules(selector, registry.rules)
        except UnknownRuleError as error:
            inner = [*islice(settings.options[selector], 1)] if key == "options" else []  # of options each has a place
            yield f"{_place(settings, key, selector, *inner)}: {error}"
            continue
        if key == "options":
            yield from _wrong_options(settings, selector, found)
    if settings.preset not in registry.presets:
        yield _unknown_name("preset", settings.preset, registry.presets, _place(settings, "preset"))
    known_lists = [ref.name for ref in registry.lexicons]
    for name in settings.lexicon:
        if name not in known_lists:
            yield _unknown_name("word list", name, known_lists, _place(settings, "lexicon", name))


def _wrong_options(settings: Settings, selector: str, found: Sequence[RuleRef]) -> Iterator[str]:
    """Yield what is wrong with options, even where this run leaves their rule out."""
    if len(found) != 1:  # each has options of its own
        options = settings.options[selector]
        where = _place(settings, "options", selector, next(iter(options), ""))
        yield f"{where}: options of {selector!r}: options are given to one rule, by its code or name"
    elif settings.options[selector]:
        try:
            _rule(found[0], settings.options[selector], partial(_place, settings, "options", selector))
        except ConfigError as error:
            yield str(error)


def _place(settings: Settings, *keys: str) -> str:
    """Return the file and line of a value, as a message begins."""
    return settings.origin(*keys).removesuffix(PER_PATH)


def _unknown_name(what: str, name: str, known: Iterable[str], where: str) -> str:
    from okrlint.suggesting import suggestion  # what only an error needs costs no run without one

    return f"{where}: unknown {what} {name!r}; {suggestion(name, known)}"


class _Chosen(NamedTuple):
    """A value of configuration for one rule, and the selector that it was given by."""

    value: Any
    selector: str


def _chosen(settings: Settings, preset: Preset, registry: Registry, severities: Mapping[str, _Chosen]) -> list[RuleRef]:
    rules = _under(preset, registry)
    select = settings.select if settings.select is not None else preset.select or None
    chosen = select_rules(rules, select, settings.ignore, settings.extend_select)
    asked_for = _by_code(dict.fromkeys((*(select or ()), *settings.extend_select)), rules)
    return [ref for ref in chosen if not _is_off(severities.get(ref.code), ref, asked_for.get(ref.code))]


def _under(preset: Preset, registry: Registry) -> list[RuleRef]:
    """Return all rules, each with whether the preset has it on."""
    rules = []
    for ref in registry.rules:
        own = preset.rules.get(ref.code)
        if own is not None and own.severity is not None:
            ref = ref._replace(on=own.severity != "off")
        rules.append(ref)
    return rules


def _is_off(severity: _Chosen | None, ref: RuleRef, asked_for: _Chosen | None) -> bool:
    """Tell whether a rule is switched off by its severity, unless it is asked for more precisely than that."""
    if severity is None or severity.value != "off":
        return False
    return asked_for is None or precision(severity.selector, ref) >= precision(asked_for.selector, ref)


def _by_code(values: Mapping[str, Any], rules: Sequence[RuleRef]) -> dict[str, _Chosen]:
    """Spread values given by selector over codes; a more precise selector wins over a less precise one."""
    spread: dict[str, _Chosen] = {}
    for selector, value in values.items():
        for ref in find_rules(selector, rules):
            known = spread.get(ref.code)
            if known is None or precision(selector, ref) >= precision(known.selector, ref):
                spread[ref.code] = _Chosen(value, selector)
    return spread


def _in_force(severities: Mapping[str, str | DatedSeverity], today: date | None) -> dict[str, str]:
    """Return the severities that hold on a day; without one, those that begin on a day do not hold yet."""
    held: dict[str, str] = {}
    for selector, value in severities.items():
        if isinstance(value, DatedSeverity):
            begun = today is not None and today >= value.since
            now = value.severity if begun else value.before
        else:
            now = value
        if now is not None:
            held[selector] = now
    return held


def _options(settings: Settings, rules: Sequence[RuleRef]) -> dict[str, dict[str, _Chosen]]:
    """Return options by the code of their rule and their name."""
    by_code: dict[str, dict[str, _Chosen]] = {}
    for selector, options in settings.options.items():
        (ref,) = find_rules(selector, rules)
        named = {name.replace("-", "_"): _Chosen(value, selector) for name, value in options.items()}
        by_code[ref.code] = {**by_code.get(ref.code, {}), **named}
    return by_code


def _check(decision: Decision, *, has_history: bool) -> Check:
    ref = decision.ref
    own = Severity[decision.severity.upper()] if decision.severity else None
    is_of_document = ref.scope == "both" and ref.across == ("history",) and not has_history
    scope: Scope = "document" if is_of_document else ref.scope
    if (ref.needs or ref.scope == "project") and not decision.options:
        return Check(partial(_rule, ref), own, ref.needs, ref.plugin, scope, ref.across, ref.code)
    rule = _rule(ref, decision.options, lambda name: decision.options_from.get(name, ""))
    return Check(rule, own, ref.needs, ref.plugin, scope, ref.across, ref.code)


def _rule(
    ref: RuleRef, values: Mapping[str, Any] | None = None, where: Callable[[str], str] | None = None
) -> Rule[Any]:
    """Import a rule and give it its options.

    Args:
        ref: the rule.
        values: by name of the option.
        where: tells where an option came from.
    """
    rule = load_rule(ref)
    options: RuleOptions | None = None
    if values:
        from okrlint.config.rule_options import options_from

        with blamed_on(ref, "has options that cannot be used"):
            options = options_from(rule.Options, values, ref.code, where or (lambda _: ""))
    return make_rule(ref, rule, options)
