"""`okrlint new`: files to begin with."""

from datetime import date
from os.path import join, lexists, splitext

import click

from okrlint.cli import options
from okrlint.starting.documents import ENDINGS, fresh_document

_SHOWN = 60
"""How many characters of a wrong word an error repeats."""

_BY_ENDING = {ending: name for name, ending in ENDINGS.items()} | {".markdown": "markdown", ".yml": "yaml"}


@click.group("new", short_help="Write a fresh OKR document, or a plugin to begin with.")
def command() -> None:
    """Write files to begin with."""


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


@command.command("plugin", short_help="Write a plugin: a package with a rule of your own.")
@click.argument("name", metavar="NAME")
@click.option("--into", type=options.file_name, metavar="FOLDER", help="Where it is written (default: a folder NAME).")
@click.option(
    "--code", metavar="LETTERS", help="What the codes of its rules begin with (default: the letters of NAME)."
)
def plugin(name: str, into: str | None, code: str | None) -> None:
    """Write a package with one rule in both languages, a list of words, and tests that pass.

    NAME is that of the package, such as acme-okr. What exists is never overwritten.
    """
    from shlex import quote

    from okrlint import __version__
    from okrlint.starting.plugins import flaw_of_letters, flaw_of_name, letters_of, plugin_files

    if flaw := flaw_of_name(name):
        raise options.refuse(f"{name[:_SHOWN]!r} {flaw}")
    letters = letters_of(name) if code is None else code.upper() if code.isascii() else code
    families = _families()
    if flaw := flaw_of_letters(letters, families):
        raise options.refuse(f"codes cannot begin with {letters[:_SHOWN]!r}: {flaw}; choose other letters with --code")
    folder = into or name
    files = {join(folder, *path.split("/")): text for path, text in plugin_files(name, letters, __version__).items()}
    if there := [path for path in files if lexists(path)]:
        raise options.refuse(
            f"{', '.join(there)}: exists already, and nothing is overwritten; name another folder with --into"
        )
    for path, text in files.items():
        options.create(path, text)
    where = quote(folder)
    click.echo(f"{folder}: written, with the rule {letters}001. Next:", err=True)
    click.echo(f"  cd {where} && python3 -m pip install -e '.[test]' && python3 -m pytest", err=True)
    click.echo(f"  okrlint explain {letters}001", err=True)


def _families() -> list[str]:
    """Return the letters that the codes of okrlint's own rules begin with."""
    from okrlint.registry import installed

    return sorted({ref.code.rstrip("0123456789") for ref in installed(()).rules})
