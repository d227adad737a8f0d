"""Which plugin is under test, and what is to be checked of it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tomllib import TOMLDecodeError, loads
from typing import Any

from okrlint.discovering import NotInstalledError, chosen
from okrlint.hooks import Plugin, normal_name
from okrlint.linting.interface import RuleRef
from okrlint.plugin_files import PluginError
from okrlint.registry import installed
from okrlint.testing.checks import RuleCheck, checks_of


class UnknownPluginError(Exception):
    """It cannot be told which plugin is meant, or that one cannot be used."""


def checks(folder: Path, named: tuple[str, ...] = (), files: tuple[str, ...] = ()) -> list[RuleCheck]:
    """Return the checks of all rules under test, by the codes of the rules; those of files last.

    Args:
        folder: where the project's `pyproject.toml` is.
        named: plugins by the names of their distributions or entry points; without any, and without files, it is the
            project's own.
        files: configurations whose rules are under test, relative to the folder.

    Raises:
        UnknownPluginError: where there is no such plugin, it cannot be loaded, or it has no rules.
        ConfigError: for a file that cannot be used.
    """
    refs = references(folder, named) if named or not files else []
    found = [check for ref in sorted(refs, key=lambda ref: ref.code) for check in checks_of(ref)]
    return [*found, *(check for name in files for check in _of_file(folder / name, name))]


def _of_file(path: Path, name: str) -> Iterator[RuleCheck]:
    from okrlint.testing.declared import rules_of, trials_of, untried

    settings = rules_of(str(path), name)
    yield RuleCheck(f"{name}-complete", partial(_refuse, lambda: "\n".join(untried(settings))))
    for number, trial in enumerate(trials_of(settings), 1):
        kind = "bad" if trial.is_bad else "good"
        yield RuleCheck(f"{trial.rule.code}-{kind}-{number}", partial(_refuse, trial.complaint))


def _refuse(complaint: Callable[[], str | None]) -> None:
    __tracebackhide__ = True
    words = complaint()
    if words:
        raise AssertionError(words)


def references(folder: Path, named: tuple[str, ...]) -> list[RuleRef]:
    """Return where the rules under test are; arguments and errors as of `checks`."""
    try:
        plugins = installed().plugins
        meant = chosen(plugins, named) if named else _of_project(plugins, folder)
    except (PluginError, NotInstalledError) as error:
        raise UnknownPluginError(str(error)) from None
    refs = [ref for plugin in meant for ref in plugin.rules]
    if not refs:
        titles = ", ".join(plugin.title for plugin in meant)
        raise UnknownPluginError(f"plugin {titles} has no rules: its okrlint_rules() returns none, or is not there")
    return refs


def _of_project(plugins: tuple[Plugin, ...], folder: Path) -> list[Plugin]:
    path = folder / "pyproject.toml"
    project = _project(path)
    points = project.get("entry-points", {}).get("okrlint", {})
    if not points:
        raise UnknownPluginError(
            f"it cannot be told which rules to check: {path} has no [project.entry-points.okrlint]; write one, or name "
            f"the plugin in the setting okrlint_plugins of pytest"
        )
    values = set(points.values())
    found = [each for each in plugins if each.value in values and _is_of(each, project)]
    missing = sorted(values - {each.value for each in found})
    if missing:
        raise UnknownPluginError(
            f"okrlint does not see the plugin {', '.join(missing)} that {path} declares, since it is not installed; "
            f"run: pip install -e {folder}"
        )
    return found


def _is_of(plugin: Plugin, project: dict[str, Any]) -> bool:
    name = project.get("name")
    return not isinstance(name, str) or normal_name(name) == normal_name(plugin.distribution)


def _project(path: Path) -> dict[str, Any]:
    try:
        project = loads(path.read_text("utf-8")).get("project", {})
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, TOMLDecodeError) as error:
        raise UnknownPluginError(f"{path} cannot be read: {error}") from None
    return project if isinstance(project, dict) else {}
