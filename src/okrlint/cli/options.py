"""Options that several commands share, and what they have in common to say."""

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from os.path import abspath
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

if TYPE_CHECKING:
    from okrlint.linter import Linter  # not every command lints
    from okrlint.registry import Registry

Command = TypeVar("Command", bound=Callable[..., Any])


def codes(value: str) -> tuple[str, ...]:
    """Read rules named by code, prefix, name or ALL, separated by commas."""
    found = tuple(part for raw in value.split(",") if (part := raw.strip()))
    if not found:  # an unset variable in a script must not pass for a clean run
        raise click.BadParameter(f"{value!r} names no rule")
    return found


def file_name(value: str) -> str:
    """Read the name of a file or folder."""
    if not value:  # an unset variable in a script
        raise click.BadParameter("'' names no file")
    return value


def day(value: str) -> date:
    """Read a date in ISO form."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date of the form 2026-01-31") from None


today = click.option(
    "--today",
    type=day,
    metavar="DATE",
    envvar="OKRLINT_TODAY",
    help="The day that counts as today (default: OKRLINT_TODAY, or the system's).",
)
"""So that a run can be had again as it was."""


def configuration(command: Command) -> Command:
    """Add the options that say which configuration applies."""
    for option in reversed(
        (
            click.option("--config", type=file_name, metavar="FILE", help="Use this configuration file alone."),
            click.option("--preset", metavar="NAME", help="Use the values of this preset."),
            click.option(
                "--select",
                multiple=True,
                type=codes,
                metavar="CODES",
                help="Run these rules: codes, prefixes, names, ALL.",
            ),
            click.option("--extend-select", multiple=True, type=codes, metavar="CODES", help="Run these rules too."),
            click.option("--ignore", multiple=True, type=codes, metavar="CODES", help="Do not run these rules."),
            click.option(
                "--lang",
                type=click.Choice(["auto", "en", "zh"]),
                help="Language of messages; by default that of each document.",
            ),
        )
    ):
        command = option(command)
    return command


def running(command: Command) -> Command:
    """Add the options that say how the work is done: with what is known of earlier runs, and in how many processes."""
    for option in reversed(
        (
            click.option("--no-cache", is_flag=True, help="Do not use results of earlier runs."),
            click.option(
                "--cache-dir",
                type=file_name,
                metavar="FOLDER",
                help="Where these are kept (default: OKRLINT_CACHE_DIR, or the user's cache folder).",
            ),
            click.option(
                "--jobs",
                "-j",
                type=click.IntRange(min=1),
                metavar="N",
                help="Processes (default: as many as processors).",
            ),
        )
    ):
        command = option(command)
    return command


here = click.option(
    "--config", type=file_name, metavar="FILE", help="Go by this configuration file, and not by that of this folder."
)
"""For commands that tell of what is installed."""


def registry(config: str | None) -> "Registry":
    """Return what is installed, and what configuration declares.

    Args:
        config: a configuration file; None means the one that applies to the working folder.

    Raises:
        ConfigError, PluginError: for a configuration, or a plugin, that cannot be used.
    """
    from okrlint.config.lookup import Lookup
    from okrlint.declared import with_declared
    from okrlint.registry import installed_for

    settings = Lookup(config).settings(".")
    return with_declared(installed_for(settings), settings.declared)


def overrides(values: dict[str, Any]) -> dict[str, Any]:
    """Return those of the shared options that were given, as fields of `Settings`."""
    given: dict[str, Any] = {}
    for name in ("select", "extend_select", "ignore"):
        if values.get(name):
            given[name] = tuple(code for codes in values[name] for code in codes)
    for name in ("preset", "lang", "fail_on", "min_confidence", "history"):
        if values.get(name) is not None:
            given[name] = values[name]
    if values.get("baseline") is not None:
        given["baseline"] = abspath(values["baseline"])
    return given


def language_said(linter: "Linter", paths: Sequence[str], values: dict[str, Any]) -> str:
    """Return the language of what is said of a run as the configuration of the first path has it; "" for no one.

    Raises:
        ConfigError: for a configuration file that cannot be used.
    """
    first = paths[0] if paths else "."
    language = linter.settings(first if first != "-" else values["stdin_filename"] or "-").lang
    return "" if language == "auto" else language


def tell_renamed(linter: "Linter") -> None:
    """Say on standard error which rules were named as they are no longer called."""
    for renamed in linter.renamed.values():
        click.echo(f"okrlint: {renamed}", err=True)


def refuse_stray_name(paths: tuple[str, ...], stdin_filename: str | None) -> None:
    """End a run that gives standard input a name and does not read it: it would read the working folder instead.

    Raises:
        UsageError: for such a run.
    """
    if stdin_filename and "-" not in paths:
        raise click.UsageError("--stdin-filename names standard input, which is read where '-' is given as PATH")


def standard_input(paths: tuple[str, ...]) -> bytes:
    """Read standard input, for which `-` stands among `paths`.

    Raises:
        UsageError: where other paths stand beside it, or it is closed.
    """
    if len(paths) > 1:
        raise click.UsageError("'-' (standard input) cannot be mixed with other paths")
    if sys.stdin is None:
        raise click.UsageError("'-' reads standard input, which is closed")
    return sys.stdin.buffer.read()


def refuse(message: str) -> "click.exceptions.Exit":
    """Say on standard error why the job cannot be done, and return what ends the run with exit code 2."""
    click.echo(f"okrlint: {message}", err=True)
    return click.exceptions.Exit(2)


def write(text: str, output: str | None, *, for_people: bool = False, aside: bool = False) -> None:
    """Write a report to a file, or to standard output.

    It is UTF-8 whatever the machine's locale is; but what is meant for people is in the encoding of their terminal.

    Args:
        text: the report.
        output: the file; None means standard output.
        for_people: whether it is meant for people.
        aside: whether standard error takes the place of standard output, which holds something else.
    """
    if output is None and (for_people or aside):
        _guarded(lambda: (sys.stderr if aside else sys.stdout).write(text), None)
    else:
        write_bytes(encoded(text), output)


def encoded(text: str) -> bytes:
    """Return a report as a file of it holds it."""
    return text.encode("utf-8", "backslashreplace")


def write_bytes(data: bytes, output: str | None) -> None:
    """Write bytes to a file, or to standard output."""
    if output is None:
        _guarded(lambda: sys.stdout.buffer.write(data), None)
    else:
        write_all(BytesIO(data), output)


def write_all(source: BinaryIO, output: str) -> None:
    """Write all that is left to read of a stream to a file."""
    from shutil import copyfileobj  # seldom needed, and it loads what compresses

    def write() -> None:
        with open(output, "wb") as file:
            copyfileobj(source, file)

    _guarded(write, output)


def _guarded(write: Callable[[], object], output: str | None) -> None:
    try:
        write()
    except BrokenPipeError:  # the reader of a pipe went away: not ours to complain of
        raise
    except OSError as error:
        raise refuse(f"{output or 'standard output'}: cannot be written: {error.strerror}") from None


def create(path: str, text: str) -> None:
    """Write a new file, with the folders that it lies in; one that exists is left as it is, and that ends the run."""
    folder = os.path.dirname(path) or "."
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        if not os.path.lexists(path):
            raise refuse(f"{path}: cannot be written: {folder} is not a folder") from None
        raise refuse(f"{path}: exists already, and nothing is overwritten; name another file, or remove it") from None
    except OSError as error:
        raise refuse(f"{path}: cannot be written: {error.strerror}") from None
