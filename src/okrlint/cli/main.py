"""The entry point: commands are imported when they are called."""

import errno
import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from okrlint import __version__, standalone
from okrlint.plugin_files import installed_packages

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "check": "Lint OKR documents.",
    "fix": "Mend what can be mended without inventing anything.",
    "parse": "Print what is read from OKR documents, as JSON.",
    "graph": "Draw what supports what, as Mermaid, DOT, SVG or JSON.",
    "history": "Show each objective and key result through time, as git remembers it.",
    "rules": "List the rules, or test those of a file.",
    "explain": "Explain a rule.",
    "config": "Show what applies to a file, and where each value comes from.",
    "plugins": "List the plugins that are installed, and what each adds.",
    "schema": "Print the JSON Schema of the configuration, of documents or of findings.",
    "baseline": "Look after a file of known findings.",
    "init": "Write a configuration, a pre-commit entry and a CI workflow.",
    "new": "Write a fresh OKR document, or a plugin to begin with.",
    "completion": "Print what makes a shell complete okrlint's words.",
}


COMPLETING = "_OKRLINT_COMPLETE"
"""The variable by which a shell asks for completions."""


class LazyGroup(click.Group):
    """A group whose commands are modules of this package, imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is no such one."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module(f"okrlint.cli.{cmd_name}").command
        if COMPLETING in os.environ:
            from okrlint.cli.completion import equip

            equip(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
        """Return the commands that begin so without importing them, and the options."""
        from click.shell_completion import CompletionItem

        commands = [CompletionItem(name, help=text) for name, text in COMMANDS.items() if name.startswith(incomplete)]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a wrong name is answered with the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from okrlint.suggesting import nearest

            close = nearest(args[0], COMMANDS)
            if close:
                raise click.UsageError(f"{error.message} Did you mean {close!r}?", ctx) from None
            raise


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="okrlint", message="%(prog)s %(version)s")
def main() -> None:
    """A linter for OKRs (Objectives and Key Results) in Chinese and English.

    Exit codes: 0 nothing found, 1 findings, 2 the job could not be done.
    """


def run() -> None:
    """Run the command line as a program."""
    # Starting up makes some 54,000 objects that all stay: looking for garbage among them costs a twelfth of a run.
    gc.set_threshold(200_000)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - open to the very end
        elif isinstance(stream, TextIOWrapper):  # what its encoding lacks is escaped, and does not stop the run
            stream.reconfigure(errors="backslashreplace")
    code = _run()
    # Taking an interpreter with a few hundred modules apart costs a tenth of a run, and nothing here needs it.
    os._exit(code)


_LINTING = ("check", "fix", "baseline")
"""Commands that need of models what rules need, and no more."""


def _run() -> int:
    if sys.argv[1:2] and sys.argv[1] in _LINTING and not installed_packages().is_any_plugin:
        standalone.begin()
    if COMPLETING in os.environ:
        from okrlint.cli.completion import install

        install()
    try:
        code = main(prog_name="okrlint", standalone_mode=False)
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return 2
    except click.Abort:
        return _fail("interrupted")
    except SystemExit as end:  # completions were told (0), or a pipe's reader went away: what it read is all it wanted
        return _flushed(end.code if isinstance(end.code, int) else 1)
    except Exception as error:
        if os.environ.get("OKRLINT_TRACEBACK"):
            raise
        if isinstance(error, OSError) and error.errno in _NO_ROOM:  # where a file is written, that is told by its name
            return _fail(f"standard output: cannot be written: {error.strerror}")
        return _fail(
            f"internal error: {type(error).__name__}: {error}; please report it (OKRLINT_TRACEBACK=1 shows where)"
        )
    return _flushed(code if isinstance(code, int) else 0)


_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EIO)


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return code or 1
    except OSError as error:
        return _fail(f"standard output: cannot be written: {error.strerror}")
    return code


def _fail(message: str) -> int:
    with suppress(OSError):
        click.echo(f"okrlint: {message}", err=True)
        sys.stderr.flush()
    return 2
