"""Importing what references name; whatever fails there is laid to the plugin that it is of."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from okrlint.config.presets import Preset, PresetRef
from okrlint.config.settings import ConfigError
from okrlint.linting.findings import Report
from okrlint.linting.interface import Rule, RuleOptions, RuleRef
from okrlint.linting.placing import failure_of
from okrlint.plugin_files import PluginError
from okrlint.reading.interface import Reader, ReaderRef
from okrlint.reporting.interface import Reporter, ReporterRef, Style


def load_rule(ref: RuleRef) -> type[Rule[Any]]:
    """Import a rule.

    Raises:
        PluginError: where it cannot be imported, or has another code or name: its findings would come under one that
            nobody selected.
    """
    what = f"rule {ref.code}{_of(ref.plugin)}{_at(ref.where)}"
    with blamed(f"{what} cannot be imported", ref.where):
        rule = ref.load()
        meta = rule.meta
    for field in ("code", "name"):
        said, due = getattr(meta, field, None), getattr(ref, field)
        if said != due:
            raise PluginError(f"{what} has the {field} {said!r}, its reference {due!r}")
    if ref.plugin:
        from okrlint.vetting import flaw_of_rule

        if flaw := flaw_of_rule(rule):
            raise PluginError(f"{what} cannot be used: {flaw}")
    return rule


@contextmanager
def blamed_on(ref: RuleRef, failed: str) -> Iterator[None]:
    """Lay to a rule what is raised while something is made of it.

    Args:
        ref: the rule.
        failed: what then is wrong with it, as in "cannot be explained".
    """
    with blamed(f"rule {ref.code}{_of(ref.plugin)}{_at(ref.where)} {failed}", ref.where):
        yield


def make_rule(ref: RuleRef, rule: type[Rule[Any]], options: RuleOptions | None) -> Rule[Any]:
    """Make a rule with its options; None for its own.

    Raises:
        PluginError: where that fails.
    """
    with blamed_on(ref, "cannot be made"):
        return rule(options)


def load_reader(ref: ReaderRef) -> Reader:
    """Import a reader, and make it.

    Raises:
        PluginError: where that fails, or it has another name.
    """
    what = f"reader {ref.name}{_of(ref.plugin)}{_at(ref.where)}"
    with blamed(f"{what} cannot be loaded", ref.where):
        reader = ref.load()
        name = reader.name
    if name != ref.name:
        raise PluginError(f"{what} calls itself {name}")
    return reader


def load_reporter(ref: ReporterRef) -> Reporter:
    """Import a reporter, and make it.

    Raises:
        PluginError: where that fails.
    """
    with blamed(f"output format {ref.name}{_of(ref.plugin)}{_at(ref.where)} cannot be loaded", ref.where):
        return ref.load()


def rendered(reporter: Reporter, ref: ReporterRef, report: Report, style: Style) -> str:
    """Return a report as a reporter writes it.

    Raises:
        PluginError: where it fails.
    """
    author = f"the authors of plugin {ref.plugin}, not of okrlint" if ref.plugin else "the authors of okrlint"
    what = f"output format {ref.name}{_of(ref.plugin)}{_at(ref.where)} crashed; please report it to {author}"
    with blamed(what, ref.where):
        text = reporter.render(report, style)
        if not isinstance(text, str):
            raise TypeError(f"render returned {type(text).__name__}, and no str")
    return text


def load_preset(ref: PresetRef, rules: Iterable[RuleRef]) -> Preset:
    """Read a preset.

    Args:
        ref: where it is.
        rules: all that are installed.

    Raises:
        PluginError: where it cannot be read, is malformed, or speaks of a rule that is not installed.
    """
    what = f"preset {ref.name}{_of(ref.plugin)} ({ref.path}) cannot be used"
    with blamed(what):
        preset = ref.load()
    if ref.plugin:
        from okrlint.vetting import flaw_of_preset

        with blamed(what):
            flaw = flaw_of_preset(preset, tuple(rules))
        if flaw:
            raise PluginError(f"{what}: {flaw}")
    return preset


def _of(plugin: str) -> str:
    return f" of plugin {plugin}" if plugin else ""


def _at(where: object) -> str:
    return f" ({where})" if isinstance(where, str) else ""


@contextmanager
def blamed(what: str, where: object = "") -> Iterator[None]:
    """Turn whatever is raised into a `PluginError`, but for what is wrong with a configuration.

    Args:
        what: failed; the message begins with it.
        where: "package.module:name" of the code that ran.
    """
    try:
        yield
    except (ConfigError, PluginError, KeyboardInterrupt):
        raise
    except BaseException as error:  # SystemExit too: a plugin does not end the run as if all were well
        home = where.partition(":")[0].partition(".")[0] if isinstance(where, str) else ""
        raise PluginError(f"{what}: {failure_of(error, home)}") from error
