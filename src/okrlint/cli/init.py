"""`okrlint init`: what a project needs to have its OKRs linted."""

from os import makedirs
from os.path import dirname, exists, isdir, join, lexists, normpath

import click

from okrlint import __version__
from okrlint.cli import options
from okrlint.starting.project import (
    CONFIGURATION,
    HOOKS,
    PIPELINES,
    configuration,
    hook_entry,
    hook_file,
    pipeline,
    service_of,
)


@click.command("init", short_help="Write a configuration, a pre-commit entry and a CI workflow.")
@click.argument("folder", type=options.file_name, default=".", metavar="[FOLDER]")
@click.option(
    "--ci",
    type=click.Choice([*PIPELINES, "none"]),
    help="Which CI runs it; by default that of which there are signs in FOLDER.",
)
@click.option("--preset", metavar="NAME", help="The preset that the configuration sets.")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", help="Language of comments in what is written.")
def command(folder: str, ci: str | None, preset: str | None, lang: str) -> None:
    """Write a configuration, a pre-commit entry and a CI workflow into FOLDER (default: this one).

    Asks nothing. What exists is left as it is; what would have to be added to it is printed.
    """
    if not isdir(folder):
        raise options.refuse(f"{folder}: there is no such folder; make it first")
    if preset is not None:
        _check(preset)
    service = ci or _service(folder)
    _configure(folder, configuration(lang, preset))
    _hook(folder)
    if service is None:
        click.echo("No CI: there is no sign of a service here; --ci github or --ci gitlab writes what it runs.")
    elif service != "none":
        _pipeline(folder, service)
    click.echo(f"\nNext: okrlint check {_quoted(folder)}")
    click.echo("      okrlint new okr FILE.md writes a document to begin with.")


def _check(preset: str) -> None:
    from okrlint.config.settings import ConfigError, Settings
    from okrlint.linter import Linter
    from okrlint.plugin_files import PluginError

    try:
        Linter(Settings(), overrides={"preset": preset})
    except (ConfigError, PluginError) as error:
        raise options.refuse(str(error)) from None


def _service(folder: str) -> str | None:
    if isdir(join(folder, ".github")):
        return "github"
    if exists(join(folder, PIPELINES["gitlab"].path)):
        return "gitlab"
    return service_of(_text(join(folder, ".git", "config")))


def _configure(folder: str, text: str) -> None:
    from okrlint.config.discovery import NAMES, PYPROJECT
    from okrlint.config.files import has_our_table
    from okrlint.config.settings import ConfigError

    for name in NAMES:
        path = join(folder, name)
        try:
            is_ours = lexists(path) and (name != PYPROJECT or has_our_table(path))
        except ConfigError as error:
            raise options.refuse(str(error)) from None
        if is_ours:
            where = "[tool.okrlint] of " if name == PYPROJECT else ""
            _left(path, f"{where}{name} configures okrlint")
            return
    _write(join(folder, CONFIGURATION), text)


def _hook(folder: str) -> None:
    path = join(folder, HOOKS)
    if not lexists(path):
        _write(path, hook_file(__version__), "`pre-commit install` has it run before each commit")
    elif "okrlint" in _text(path):
        _left(path, "it runs okrlint")
    else:
        _left(path, "add this to its `repos`", hook_entry(__version__))


def _pipeline(folder: str, service: str) -> None:
    path = join(folder, PIPELINES[service].path)
    text = pipeline(service, __version__)
    if not lexists(path):
        _write(path, text)
    elif "okrlint" in _text(path):
        _left(path, "it runs okrlint")
    else:
        _left(path, "add this to it", text)


def _write(path: str, text: str, remark: str = "") -> None:
    try:
        makedirs(dirname(path) or ".", exist_ok=True)
    except OSError as error:
        raise options.refuse(f"{dirname(path)}: cannot be made: {error.strerror}") from None
    options.create(path, text)
    click.echo(f"Written: {_shown(path)}{f' ({remark})' if remark else ''}")


def _left(path: str, remark: str, lines: str = "") -> None:
    click.echo(f"Left as it is: {_shown(path)} ({remark})")
    if lines:
        click.echo(f"\n{lines}")


def _text(path: str) -> str:
    """Return what a file says, or nothing where it cannot be read."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(_MOST_READ)
    except OSError:
        return ""


_MOST_READ = 1_000_000


def _shown(path: str) -> str:
    return normpath(path).replace("\\", "/")


def _quoted(folder: str) -> str:
    from shlex import quote

    return quote(folder)
