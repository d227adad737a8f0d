"""`okrlint fix`: mend what can be mended, then say what remains."""

from typing import Any

import click

from okrlint.cli import check

_NOT_HERE = ("fixing", "unsafe_fixes", "diff", "write_baseline", "watch")
"""Options of `check` that are not options of `fix`, or have another text there."""


@click.command(
    "fix",
    short_help="Mend what can be mended without inventing anything.",
    params=[option for option in check.command.params if option.name not in _NOT_HERE],
)
@click.option("--unsafe-fixes", is_flag=True, help="Mend also where the meaning might change.")
@click.option("--diff", is_flag=True, help="Print the changes instead of writing them; exit with 1 if there are any.")
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **values: Any) -> None:
    """Mend OKR documents: files, folders, or `-` for standard input, which is then written to standard output.

    Without a PATH: this folder. Fixes that are safe cannot change a meaning; no fix invents a number, a name or a
    date. What remains is told as `okrlint check` tells it, with the same exit codes.
    """
    context.invoke(check.command, paths=paths, fixing=True, **values)
