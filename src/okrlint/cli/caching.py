"""The memory of `okrlint check`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from okrlint.caching.memory import Memory


@contextmanager
def memory(values: dict[str, Any]) -> "Iterator[Memory | None]":
    """Give what is known of earlier runs; None where it is not wanted, or cannot be had.

    Args:
        values: of the options.
    """
    opened = None if values["no_cache"] else _opened(values["cache_dir"])
    try:
        yield opened
    finally:
        if opened is not None:
            opened.close()


def _opened(given: str | None) -> "Memory | None":
    from okrlint.caching.environment import fingerprint
    from okrlint.caching.memory import Memory
    from okrlint.caching.place import NotPrivateError, default_folder, make_private
    from okrlint.caching.store import Store
    from okrlint.plugin_files import installed_packages

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
    return Memory(Store(folder), fingerprint(installed_packages()))
