"""Finding the plugins that are installed, and importing them: needed only where there is one."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import Distribution, EntryPoint, distributions
from os.path import isabs
from typing import Any

from okrlint.hooks import Plugin, normal_name
from okrlint.suggesting import nearest

_OWN = ("okrlint", "okrlint-rules")
"""What is always there, and may be named all the same."""


class NotInstalledError(Exception):
    """Plugins that a configuration names and that are not there.

    Attributes:
        wrong: what is wrong with each name, in words.
    """

    def __init__(self, wrong: dict[str, str]) -> None:
        super().__init__(wrong)
        self.wrong = wrong

    def __str__(self) -> str:
        return "\n".join(self.wrong.values())


def found(group: str, own: str) -> list[Plugin]:
    """Return the plugins that are installed, by the names of their entry points; none of them is imported.

    Args:
        group: of their entry points.
        own: what our own entry point names.
    """
    points = sorted(
        ((point, each) for each in _distributions() for point in each.entry_points if point.group == group),
        key=lambda found: (found[0].name, normal_name(found[1].name), found[0].value),
    )
    points = [(point, each) for point, each in points if point.value != own or normal_name(each.name) != "okrlint"]
    homes = {(point.name, normal_name(each.name)) for point, each in points}
    shared = Counter(name for name, _ in homes)
    return [_plugin(point, each, is_shared=shared[point.name] > 1) for point, each in points]


def _distributions() -> Iterator[Distribution]:
    """Yield what is installed, each once: of two that have one name the first on the path is the one that is used."""
    seen: set[str] = set()
    for each in distributions(path=[folder for folder in sys.path if isabs(folder)]):
        name = each.metadata["Name"]
        if name and (normal := normal_name(name)) not in seen:
            seen.add(normal)
            yield each


def _plugin(point: EntryPoint, distribution: Distribution, *, is_shared: bool) -> Plugin:
    name = f"{distribution.name}:{point.name}" if is_shared else point.name
    return Plugin(name, distribution.name, distribution.version or "?", point.value)


def chosen(plugins: Sequence[Plugin], allowed: Iterable[str]) -> list[Plugin]:
    """Return the plugins that are allowed: by the name of the distribution or of the entry point, or by both.

    Raises:
        NotInstalledError: for a name that is not installed, or means entry points of several distributions.
    """
    wanted: set[Plugin] = set()
    wrong: dict[str, str] = {}
    for name in allowed:
        means = _meant(name, plugins)
        several = sorted({plugin.distribution for plugin in means})
        if len(several) > 1:
            wrong[name] = f"several packages have a plugin {name!r}; name the one that you mean: {', '.join(several)}"
        elif not means and normal_name(name) not in _OWN:
            wrong[name] = f"no plugin {name!r} is installed; {_hint(name, plugins)}"
        wanted.update(means)
    if wrong:
        raise NotInstalledError(wrong)
    return [plugin for plugin in plugins if plugin in wanted]


def _meant(name: str, plugins: Sequence[Plugin]) -> list[Plugin]:
    normal = normal_name(name)
    of_distribution = [plugin for plugin in plugins if normal_name(plugin.distribution) == normal]
    if of_distribution:  # first: an entry point that calls itself like another package does not stand in for it
        return of_distribution
    return [plugin for plugin in plugins if normal in map(normal_name, (_bare(plugin), plugin.name, _full(plugin)))]


def _bare(plugin: Plugin) -> str:
    return plugin.name.rpartition(":")[2]


def _full(plugin: Plugin) -> str:
    return f"{plugin.distribution}:{_bare(plugin)}"


def _hint(name: str, plugins: Sequence[Plugin]) -> str:
    names = list(dict.fromkeys(word for each in plugins for word in (each.distribution, each.name)))
    close = nearest(name, names)
    if close:
        return f"did you mean {close!r}?"
    return f"installed are: {', '.join(dict.fromkeys(each.distribution for each in plugins)) or 'none'}"


def load(value: str) -> Any:
    """Import what an entry point names.

    Raises:
        ImportError, AttributeError: where it is not there; and whatever its code raises.
    """
    return EntryPoint("", value, "").load()


def file_of(value: str) -> str | None:
    """Return the file of the module that an entry point names; None where it was not imported, or has no file."""
    module = sys.modules.get(value.partition(":")[0].strip())
    return getattr(module, "__file__", None) or None
