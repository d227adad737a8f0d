"""The entry point: commands are imported when they are called."""

import os
import sys
from importlib import import_module

import click

from okrlint import __version__

COMMANDS = {
    "check": "Lint OKR documents.",
    "parse": "Print what is read from OKR documents, as JSON.",
    "rules": "List the rules.",
    "explain": "Explain a rule.",
}


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
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a wrong name is answered with the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, 1)
            if close:
                raise click.UsageError(f"{error.message} Did you mean {close[0]!r}?", ctx) from None
            raise


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="okrlint", message="%(prog)s %(version)s")
def main() -> None:
    """A linter for OKRs (Objectives and Key Results) in Chinese and English.

    Exit codes: 0 nothing found, 1 findings, 2 the job could not be done.
    """


def run() -> None:
    """Run the command line as a program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # what the terminal's encoding lacks is escaped, and does not stop the run
            reconfigure(errors="backslashreplace")
    code = _run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # the reader of a pipe went away: what it read is all it wanted
        code = code or 1
    # Taking an interpreter with a few hundred modules apart costs a tenth of a run, and nothing here needs it.
    os._exit(code)


def _run() -> int:
    try:
        main(prog_name="okrlint")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception as error:
        if os.environ.get("OKRLINT_TRACEBACK"):
            raise
        message = f"internal error: {type(error).__name__}: {error}; please report it (OKRLINT_TRACEBACK=1 shows where)"
        click.echo(f"okrlint: {message}", err=True)
        return 2
    return 0
