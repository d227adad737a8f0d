"""`okrlint check --watch`: check again whenever something changes."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from os.path import basename, dirname, exists, isdir, join, realpath
from time import strftime
from typing import Any

import click

from okrlint.cli import options
from okrlint.config.discovery import NAMES
from okrlint.config.lookup import Lookup
from okrlint.config.settings import ConfigError
from okrlint.paths import placed, shown
from okrlint.plugin_files import PluginError
from okrlint.registry import Registry, installed_for
from okrlint.reporting.width import printable
from okrlint.walking import Choice, format_of

_TICK = 100
"""Milliseconds after which the watcher looks up to see whether it was interrupted."""
_QUIET = 100
"""Milliseconds without a change that end a row of changes: editors write a file in several steps."""
_LONGEST = 1000
"""Milliseconds after which a row of changes is told even though it goes on."""
_NAMED = 3
"""Changed files that are named; more of them are counted."""
_RULING = (*NAMES, ".gitignore")
_ADDED = 1
"""The number that watchfiles has for what is new."""


def watch(check: Callable[[], Any], paths: Sequence[str], values: dict[str, Any]) -> None:
    """Check at once, and again after every change, until Ctrl+C is pressed.

    What is wrong with a configuration is shown, too, and watching goes on: its next change may well mend it.

    Args:
        check: checks once, and ends by raising click's `Exit`.
        paths: files and folders.
        values: of the options of `okrlint check`.
    """
    for option, given in (("-", "-" in paths), ("--fix", values["fixing"]), ("--diff", values["diff"])):
        if given:
            raise click.UsageError(f"--watch checks files whenever they change: it does not go with {option!r}")
    if values["write_baseline"]:
        raise click.UsageError("--watch does not go with '--write-baseline': all that is new would be known at once")
    try:
        from watchfiles import watch as rows_of_changes
    except ImportError:
        raise options.refuse("--watch needs the package watchfiles: pip install 'okrlint[watch]'") from None
    told = ""
    try:
        while True:
            scene = _Scene(paths, values)
            rows = rows_of_changes(
                *scene.roots,
                watch_filter=scene.matters,
                recursive=scene.recursive,
                debounce=_LONGEST,
                step=_QUIET,
                rust_timeout=_TICK,
                yield_on_timeout=True,
                raise_interrupt=True,
            )
            next(rows)  # watching begins: what changes while files are checked is not missed
            _check(check, told, quiet=values["quiet"])
            changed = next(filter(None, rows))
            rows.close()
            told = f"{strftime('%H:%M:%S')} changed: {_list(sorted({path for _, path in changed}))}"
    except KeyboardInterrupt:
        if not values["quiet"]:
            click.echo(err=True)
    except (OSError, RuntimeError) as error:  # too many folders for the system, say
        if isinstance(error, BrokenPipeError):
            raise
        raise options.refuse(f"--watch: {error}") from None


def _check(check: Callable[[], Any], told: str, *, quiet: bool) -> None:
    click.clear()  # on a terminal alone
    if told and not quiet:
        click.echo(told, err=True)
    with suppress(click.exceptions.Exit):
        check()
    sys.stdout.flush()
    if not quiet:
        click.echo("watching for changes; Ctrl+C ends it", err=True)


def _list(paths: list[str]) -> str:
    named = ", ".join(printable(shown(path)) for path in paths[:_NAMED])
    return f"{named} and {len(paths) - _NAMED} more" if len(paths) > _NAMED else named


class _Scene:
    """What is watched for one check, and which of its changes matter.

    Attributes:
        roots: what the system is asked to watch.
        recursive: whether with all that is below.
    """

    def __init__(self, paths: Sequence[str], values: dict[str, Any]) -> None:
        self._folders = [realpath(path) for path in paths if isdir(path)]
        self._output = realpath(values["output"]) if values["output"] is not None else None
        self._lookup = Lookup(values["config"])
        self._choice = Choice(self._lookup.settings, lambda _: None, gitignore=not values["no_gitignore"])
        self._files = {each for path in paths if not isdir(path) for each in (placed(path), realpath(path))}
        ruling = self._ruling(paths, values)
        self.recursive = bool(self._folders)
        if self.recursive:
            # By themselves: to watch the folder of a file would be to watch all that is below it.
            alone = (path for path in (*self._files, *ruling) if exists(path) and not self._top(path))
            self.roots = [*self._folders, *alone]
        else:
            folders = {dirname(path): None for path in (*self._files, *ruling)}
            self.roots = [folder for folder in folders if isdir(folder)]
        self._files |= ruling
        if not self.roots:
            raise options.refuse("--watch: none of these paths is there")

    def matters(self, change: int, path: str) -> bool:
        """Return whether a change of a file can change what a check finds."""
        if path == self._output or _is_standard_output(path):
            return False
        if path in self._files:
            return True
        name = basename(path)
        top = self._top(path)
        if top is None:
            return not self.recursive and name in _RULING
        # What lies in a new folder may have been there before the system was asked to watch it.
        is_new_folder = change == _ADDED and isdir(path)
        place = dirname(path) if name in _RULING else path
        try:
            if not is_new_folder and name not in _RULING and format_of(name, self._registry(path)) is None:
                return False
            return place == top or not self._choice.leaves_out(place, top)
        except (ConfigError, PluginError):
            return True

    def _registry(self, path: str) -> Registry:
        return installed_for(self._lookup.settings(dirname(path)))

    def _top(self, path: str) -> str | None:
        return next((folder for folder in self._folders if path.startswith(join(folder, ""))), None)

    def _ruling(self, paths: Sequence[str], values: dict[str, Any]) -> set[str]:
        """Return the files that decide over these paths, whether they can be used or not."""
        found = {realpath(values[name]) for name in ("config", "baseline") if values[name] is not None}
        for path in paths:
            folder = realpath(path) if isdir(path) else dirname(placed(path))
            while True:
                found.update(each for name in _RULING if exists(each := join(folder, name)))
                if folder == dirname(folder):
                    break
                folder = dirname(folder)
            with suppress(ConfigError):
                settings = self._lookup.settings(path)
                found.update(map(realpath, settings.extends))
                beside = (settings.baseline, settings.members_file, *settings.plans)
                found.update(realpath(file) for file in beside if file)
        return found


def _is_standard_output(path: str) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):
        return False
