"""The cache of `okrlint check`."""

import click

from okrlint.caching.cache import Cache, Keys
from okrlint.caching.environment import fingerprint
from okrlint.caching.place import NotPrivateError, default_folder, make_private
from okrlint.caching.store import Store
from okrlint.linter import Linter
from okrlint.outcomes import Telling
from okrlint.plugin_files import OWN, installed_packages


def opened(linter: Linter, given: str | None, telling: Telling | None) -> Cache | None:
    """Return the cache; None where it cannot be had, which is told if somebody asked for it to be there.

    Args:
        linter: with what configuration.
        given: the folder, if it was named.
        telling: how outcomes are written.
    """
    folder = given or default_folder()
    try:
        make_private(folder)
    except NotPrivateError:
        click.echo(f"okrlint: {folder}: is not yours alone, so it is not used for the cache; see --cache-dir", err=True)
        return None
    except OSError as error:
        if given:
            click.echo(f"okrlint: {folder}: cannot be used for the cache: {error.strerror}", err=True)
        return None
    packages = installed_packages()
    environment = fingerprint(packages, _plugin_files(linter) if packages.is_any_plugin else ())
    return Cache(Store(folder), Keys(environment, telling))


def _plugin_files(linter: Linter) -> list[str]:
    from okrlint.registry import installed

    plugins = installed(linter.planner.plain.plugins).plugins
    return [plugin.where for plugin in plugins if plugin.where and plugin.distribution != OWN]
