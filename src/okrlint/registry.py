"""What is installed: the rules, readers, reporters, presets and word lists of all plugins."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from os import scandir
from sys import path as import_path
from typing import Any, NamedTuple, cast

import pluggy

from okrlint import builtin, hooks
from okrlint.config.presets import PresetRef
from okrlint.linting.interface import Rule, RuleRef
from okrlint.linting.lexicon import LexiconRef
from okrlint.reading.interface import ReaderRef
from okrlint.reporting.interface import ReporterRef

BUILT_IN_RULES = "okrlint_rules"
_OWN_DISTRIBUTION = "okrlint-"
_HOOKS: dict[str, type] = {
    "okrlint_rules": RuleRef,
    "okrlint_readers": ReaderRef,
    "okrlint_reporters": ReporterRef,
    "okrlint_presets": PresetRef,
    "okrlint_lexicons": LexiconRef,
}


class PluginError(Exception):
    """A plugin that cannot be used: it fails to load, or takes a code, name or format that is taken."""


class Registry(NamedTuple):
    """All that plugins add, in a fixed order."""

    rules: tuple[RuleRef, ...]
    readers: tuple[ReaderRef, ...]
    reporters: dict[str, ReporterRef]
    presets: dict[str, PresetRef]
    lexicons: tuple[LexiconRef, ...]


@cache
def installed() -> Registry:
    """Return what the installed plugins add.

    Raises:
        PluginError: where one of them cannot be used. Nothing is left out silently.
    """
    manager = pluggy.PluginManager(hooks.GROUP)
    manager.add_hookspecs(hooks)
    # The built-in parts are named here and not looked up: a broken package elsewhere must not drop them.
    plugins: list[tuple[str, Any]] = [("okrlint", builtin), (BUILT_IN_RULES, import_module(BUILT_IN_RULES))]
    for name, plugin in [*plugins, *_third_party()]:
        try:
            manager.register(plugin, name)
            manager.check_pending()
        except (ValueError, pluggy.PluginValidationError) as error:
            raise PluginError(f"plugin {name} cannot be used: {error}") from error
    return _registry(manager)


def load_rule(ref: RuleRef) -> type[Rule[Any]]:
    """Import a rule.

    Raises:
        PluginError: where it cannot be imported, or has another code: its findings would come under one that nobody
            selected.
    """
    try:
        rule = ref.load()
        code = rule.meta.code
    except Exception as error:
        raise PluginError(f"rule {ref.code} ({ref.where}) cannot be imported: {error!r}") from error
    if code != ref.code:
        raise PluginError(f"rule {ref.code} ({ref.where}) calls itself {code}")
    return rule


def _registry(manager: pluggy.PluginManager) -> Registry:
    gathered = {
        hook: [
            (implementation.plugin_name, entry)
            for implementation in getattr(manager.hook, hook).get_hookimpls()
            for entry in _call(implementation, kind)
        ]
        for hook, kind in _HOOKS.items()
    }
    rules = gathered["okrlint_rules"]
    _refuse_clashes("rule code", ((name, ref.code) for name, ref in rules))
    _refuse_clashes("rule name", ((name, ref.name) for name, ref in rules))
    _refuse_clashes("output format", ((name, ref.name) for name, ref in gathered["okrlint_reporters"]))
    _refuse_clashes("preset", ((name, ref.name) for name, ref in gathered["okrlint_presets"]))
    return Registry(
        rules=tuple(sorted((ref for _, ref in rules), key=lambda ref: str(ref.code))),
        readers=tuple(ref for _, ref in reversed(gathered["okrlint_readers"])),
        reporters={ref.name: ref for _, ref in gathered["okrlint_reporters"]},
        presets={ref.name: ref for _, ref in gathered["okrlint_presets"]},
        lexicons=tuple(ref for _, ref in gathered["okrlint_lexicons"]),
    )


def _call(implementation: pluggy.HookImpl, kind: type) -> list[Any]:
    """Call one plugin's hook: called all at once, one that raises would take the others with it."""
    hook = implementation.function
    where = f"plugin {implementation.plugin_name} failed in {hook.__name__}"
    try:
        entries = list(cast("Iterable[Any]", hook()))
    except (Exception, SystemExit) as error:
        raise PluginError(f"{where}: {error!r}") from error
    for entry in entries:
        if not isinstance(entry, kind):
            raise PluginError(f"{where}: {entry!r} is no {kind.__name__}")
    return entries


def _refuse_clashes(what: str, taken: Iterable[tuple[str, str]]) -> None:
    owners: dict[str, str] = {}
    for plugin, key in taken:
        if key in owners:
            raise PluginError(f"plugin {plugin}: {what} {key} is taken by {owners[key]}")
        owners[key] = plugin


def _third_party() -> Iterator[tuple[str, Any]]:
    """Load the entry points of other packages.

    `importlib.metadata` costs more than reading a document does, so a package is first looked for by its files.
    """
    if not _any_entry_point():
        return
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=hooks.GROUP), key=lambda point: (point.name, point.value)):
        if point.value == BUILT_IN_RULES:
            continue
        version = f" {point.dist.name} {point.dist.version}" if point.dist else ""
        try:
            yield point.name, point.load()
        except (Exception, SystemExit) as error:
            raise PluginError(f"plugin {point.name}{version} ({point.value}) cannot be loaded: {error!r}") from error


def _any_entry_point() -> bool:
    for folder in import_path:
        try:
            entries = list(scandir(folder or "."))
        except OSError:
            continue
        for entry in entries:
            if entry.name.endswith((".dist-info", ".egg-info")) and not entry.name.startswith(_OWN_DISTRIBUTION):
                try:
                    with open(f"{entry.path}/entry_points.txt", "rb") as file:
                        if f"[{hooks.GROUP}]".encode() in file.read():
                            return True
                except OSError:
                    continue
    return False
