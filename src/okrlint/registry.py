"""What is installed: the rules, readers, reporters, presets, word lists and fields of all plugins that are allowed."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any, NamedTuple, TypeVar, cast

import pluggy

from okrlint import builtin, hooks, standalone
from okrlint.config.presets import PresetRef
from okrlint.config.settings import ConfigError, Settings
from okrlint.hooks import Plugin
from okrlint.linting.interface import RuleRef
from okrlint.linting.lexicon import LexiconRef
from okrlint.loading import blamed
from okrlint.plugin_files import GROUP, OWN, PluginError, installed_packages
from okrlint.reading.interface import FieldNames, ReaderRef
from okrlint.reporting.interface import ReporterRef

BUILT_IN_RULES = "okrlint_rules"
_PARTS: dict[str, tuple[str, type]] = {
    "okrlint_rules": ("rules", RuleRef),
    "okrlint_readers": ("readers", ReaderRef),
    "okrlint_reporters": ("reporters", ReporterRef),
    "okrlint_presets": ("presets", PresetRef),
    "okrlint_lexicons": ("lexicons", LexiconRef),
    "okrlint_fields": ("fields", FieldNames),
}
"""By hook, the field of `Plugin` that holds what it returns, and what that is."""


_Known = TypeVar("_Known")


class Registry(NamedTuple):
    """All that plugins add, in a fixed order.

    Attributes:
        rules: by code.
        readers: the one to be asked first comes first.
        plugins: where all of it came from, okrlint's own parts first.
    """

    rules: tuple[RuleRef, ...]
    readers: tuple[ReaderRef, ...]
    reporters: dict[str, ReporterRef]
    presets: dict[str, PresetRef]
    lexicons: tuple[LexiconRef, ...]
    fields: tuple[FieldNames, ...] = ()
    plugins: tuple[Plugin, ...] = ()

    @property
    def spellings(self) -> dict[str, str]:
        """The names of the fields that plugins add, by each of their spellings."""
        return {spelling: names.name for names in self.fields for spelling in (names.name, *names.spellings)}


class Standing(NamedTuple):
    """How things stand with an installed plugin.

    Attributes:
        plugin: with what it adds, where it is loaded.
        error: why it cannot be used; "" where it can.
        is_allowed: whether it is loaded at all.
    """

    plugin: Plugin
    error: str = ""
    is_allowed: bool = True


def installed_for(settings: Settings) -> Registry:
    """Return what the installed plugins add that a configuration allows.

    Raises:
        ConfigError: for each plugin that it names and that is not installed, with its place.
        PluginError: as `installed`.
    """
    return _with_places(installed, settings)


def survey(settings: Settings) -> list[Standing]:
    """Return how things stand with each installed plugin, okrlint's own parts first.

    Raises:
        ConfigError: as `installed_for`.
    """
    return _with_places(_survey, settings)


@lru_cache(maxsize=16)
def installed(allowed: tuple[str, ...] | None = None) -> Registry:
    """Return what the installed plugins add.

    Args:
        allowed: the plugins that are loaded, by the names of their entry points or distributions; None for all.

    Raises:
        PluginError: where one of them cannot be used. Nothing is left out silently.
        NotInstalledError: for a name of a plugin that is not there.
    """

    def failed(_: Plugin, error: PluginError) -> None:
        raise error

    gathered = _Gathered()
    for _ in _gather(gathered, allowed, failed):
        pass
    return gathered.registry()


class _Gathered:
    """What was gathered so far, and which names are taken by whom."""

    def __init__(self) -> None:
        self.plugins: list[Plugin] = []
        self._taken: dict[tuple[str, str], str] = {}

    def add(self, plugin: Plugin) -> None:
        """Add a plugin.

        Raises:
            PluginError: if it takes a name that is taken; then nothing of it is added.
        """
        own: dict[tuple[str, str], str] = {}
        for what, word, owner in _names(plugin):
            key = (_RULE if what in _OF_RULES else what, word)
            known = own.get(key) or self._taken.get(key)
            if known is not None and (what != _SPELLING or known != owner):
                by = known if what != _SPELLING else f"the field {known!r}"
                raise PluginError(f"plugin {plugin.title} cannot be used: {what} {word} is taken by {by}")
            own[key] = owner
        self._taken |= own
        self.plugins.append(plugin)

    def registry(self) -> Registry:
        """Return all of it."""
        every = self.plugins
        return Registry(
            rules=tuple(sorted((ref for each in every for ref in each.rules), key=lambda ref: ref.code)),
            readers=tuple(ref for each in reversed(every) for ref in reversed(each.readers)),
            reporters={ref.name: ref for each in every for ref in each.reporters},
            presets={ref.name: ref for each in every for ref in each.presets},
            lexicons=tuple(ref for each in every for ref in each.lexicons),
            fields=tuple(names for each in every for names in each.fields),
            plugins=tuple(every),
        )


_RULE, _SPELLING = "rule", "field spelling"
_OF_RULES = ("rule code", "rule name", "rule alias")
"""Of one kind: each of these words selects a rule."""


def _names(plugin: Plugin) -> Iterator[tuple[str, str, str]]:
    """Yield each name that a plugin takes, with what it is a name of and who has it now."""
    title = plugin.value if plugin.distribution == OWN else f"plugin {plugin.title}"
    for ref in plugin.rules:
        owner = f"{ref.code} {ref.name} of {title}"
        yield "rule code", ref.code, owner
        yield "rule name", ref.name, owner
        for alias in ref.aliases:
            yield "rule alias", alias, owner
    for reader in plugin.readers:
        yield "reader", reader.name, title
        if plugin.distribution != OWN:  # ours may be displaced
            for suffix in reader.suffixes:
                yield "suffix", suffix, f"reader {reader.name} of {title}"
    for reporter in plugin.reporters:
        yield "output format", reporter.name, title
    for preset in plugin.presets:
        yield "preset", preset.name, title
    if plugin.fields:
        from okrlint.reading.fields import spelling_key

        for names in plugin.fields:
            for key in {spelling_key(spelling) for spelling in (names.name, *names.spellings)}:
                yield _SPELLING, key, names.name


def _gather(
    gathered: _Gathered, allowed: tuple[str, ...] | None, failed: Callable[[Plugin, PluginError], None]
) -> Iterator[Plugin]:
    """Add all plugins that are allowed, and yield those that are not.

    Args:
        gathered: is added to.
        allowed: as in `installed`.
        failed: is told of each plugin that cannot be used.

    Raises:
        NotInstalledError: as `installed`.
    """
    # Our own parts are named here and not looked up: a broken package elsewhere must not drop them.
    version, manager = import_module(OWN).__version__, _manager()
    for name, thing in ((OWN, builtin), (BUILT_IN_RULES, import_module(BUILT_IN_RULES))):
        gathered.add(_filled(Plugin(name, OWN, version, thing.__name__, thing.__file__), thing, manager))
    is_any = not standalone.is_begun() and installed_packages().is_any_plugin
    if not is_any and not allowed:
        return
    from okrlint import discovering, vetting

    with blamed("the installed packages cannot be listed"):
        found = discovering.found(GROUP, BUILT_IN_RULES) if is_any else []
    chosen = found if allowed is None else discovering.chosen(found, allowed)
    for plugin in found:
        if plugin not in chosen:
            yield plugin
            continue
        try:
            with blamed(f"plugin {plugin.title} cannot be loaded ({plugin.value})", plugin.value):
                thing = discovering.load(plugin.value)
            plugin = plugin._replace(where=discovering.file_of(plugin.value))
            with blamed(f"plugin {plugin.title} cannot be used", plugin.value):
                vetting.refuse_unmarked(thing, _PARTS, plugin.title)
                # With a manager of its own: whatever one plugin does, the others are as they were.
                plugin = vetting.vetted(_filled(plugin, thing, _manager()))
            gathered.add(plugin)
        except PluginError as error:
            failed(plugin, error)


def _manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hooks)
    return manager


def _filled(plugin: Plugin, thing: Any, manager: pluggy.PluginManager) -> Plugin:
    """Return a plugin with what its hooks return."""
    manager.register(thing, plugin.name)
    manager.check_pending()
    parts: dict[str, Any] = {}
    for caller in manager.get_hookcallers(thing) or ():
        if caller.name in _PARTS:
            field, kind = _PARTS[caller.name]
            for implementation in caller.get_hookimpls():
                if implementation.plugin is thing:
                    parts[field] = _called(implementation, kind, plugin)
    return plugin._replace(**parts)


def _called(implementation: pluggy.HookImpl, kind: type, plugin: Plugin) -> tuple[Any, ...]:
    hook = implementation.function
    failed = f"plugin {plugin.title} failed in {hook.__name__}"
    if implementation.wrapper or implementation.hookwrapper:
        raise PluginError(f"{failed}: it is a wrapper, and there is nothing to wrap")
    with blamed(failed, plugin.value):
        entries = tuple(cast("Iterable[Any]", hook()))
    for entry in entries:
        if not isinstance(entry, kind):
            raise PluginError(f"{failed}: {entry!r} is no {kind.__name__}")
    return entries


def _survey(allowed: tuple[str, ...] | None) -> list[Standing]:
    gathered = _Gathered()
    broken: list[Standing] = []
    left_out = [
        Standing(plugin, is_allowed=False)
        for plugin in _gather(gathered, allowed, lambda plugin, error: broken.append(Standing(plugin, str(error))))
    ]
    return [*map(Standing, gathered.plugins), *broken, *left_out]


def _with_places(look: Callable[[tuple[str, ...] | None], _Known], settings: Settings) -> _Known:
    if not settings.plugins:
        return look(settings.plugins)
    from okrlint.discovering import NotInstalledError

    try:
        return look(settings.plugins)
    except NotInstalledError as error:
        wrong = (f"{settings.origin('plugins', name)}: {said}" for name, said in error.wrong.items())
        raise ConfigError("\n".join(wrong)) from None
