"""`okrlint new`: files to begin with."""

from datetime import date
from os.path import splitext

import click

from okrlint.cli import options
from okrlint.starting.documents import ENDINGS, fresh_document

_BY_ENDING = {ending: name for name, ending in ENDINGS.items()} | {".markdown": "markdown", ".yml": "yaml"}


@click.group("new", short_help="Write a fresh OKR document.")
def command() -> None:
    """Write a file to begin with."""


def _period(value: str) -> str:
    from okrlint.language.cycles import cycle_of

    found = cycle_of(value)
    if found is None or found.first is None or found.problem:
        raise click.BadParameter(f"{value!r} is no period such as 2026-Q1, 2026-H1, 2026-05 or 2026")
    return found.value


@command.command("okr", short_help="Write a fresh OKR document.")
@click.argument("file", type=options.file_name, required=False, metavar="[FILE]")
@click.option(
    "--format", "format_name", type=click.Choice(list(ENDINGS)), help="By default that of FILE's ending, or markdown."
)
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", help="Language of the document.")
@click.option("--cycle", type=_period, metavar="PERIOD", help="Its period (default: this quarter).")
@click.option(
    "--objectives", type=click.IntRange(1, 9), default=2, metavar="N", help="How many objectives it has (default: 2)."
)
@options.today
def okr(
    file: str | None, format_name: str | None, lang: str, cycle: str | None, objectives: int, today: date | None
) -> None:
    """Write a fresh OKR document whose only findings are its blanks: to FILE, or else to standard output.

    What exists is never overwritten.
    """
    name = format_name or _format_of(file)
    document = fresh_document(name, lang, cycle or _quarter(today or date.today()), objectives)
    if file is None:
        options.write(document, None, for_people=True)
        return
    options.create(file, document)
    from shlex import quote

    click.echo(f"{file}: written. Fill in its blanks; `okrlint check {quote(file)}` tells which are left.", err=True)


def _format_of(file: str | None) -> str:
    if file is None:
        return "markdown"
    ending = splitext(file)[1].lower()
    if ending not in _BY_ENDING:
        raise click.UsageError(
            f"{file!r}: its ending tells no format that can be written here; name it {', '.join(ENDINGS.values())}, "
            f"or give --format"
        )
    return _BY_ENDING[ending]


def _quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"
