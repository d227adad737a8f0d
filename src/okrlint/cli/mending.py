"""What `okrlint check --fix` and `okrlint fix` do before they say what remains."""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

import click

from okrlint.cli import options, terminal
from okrlint.fixer import Fixed, FixedFiles, fix_input, fix_paths
from okrlint.linter import Linter
from okrlint.linting.findings import Report
from okrlint.model import Words
from okrlint.reporting.diff import as_patch, as_shown
from okrlint.reporting.interface import Style
from okrlint.reporting.width import printable
from okrlint.reporting.words import counted

_OF_FIXING = ("EN009",)
"""Codes that say why something was not mended, beside those that are fatal."""


def refuse_odd_options(values: dict[str, Any]) -> None:
    """End a run whose options would be passed over silently.

    Raises:
        UsageError: if there is such an option.
    """
    if values["unsafe_fixes"] and not (values["fixing"] or values["diff"]):
        raise click.UsageError("--unsafe-fixes says what --fix and --diff mend: give one of them too")
    if values["fixing"] and values["write_baseline"]:
        raise click.UsageError("--fix and --write-baseline are two jobs: fix first, then write what remains")
    if values["diff"]:
        for name in ("write_baseline", "watch", "statistics"):
            if values[name]:
                raise click.UsageError(f"--diff prints changes and no findings: --{name.replace('_', '-')} has no use")
        if values["format_name"] != "text":
            raise click.UsageError("--diff prints a unified diff and no findings: --format has no use")


def mended(linter: Linter, paths: Sequence[str], values: dict[str, Any]) -> Report:
    """Mend files or standard input, say what was mended, and return what remains.

    With `--diff` nothing is written, and the run ends here.

    Raises:
        ConfigError: for a configuration file that cannot be used.
    """
    done = _of_input(linter, paths, values) if "-" in paths else _of_files(linter, paths, values)
    language = options.language_said(linter, paths, values) or done.report.language
    if values["diff"]:
        _show(done, linter, language, values)
    if done.files and not values["quiet"]:
        beside = "-" in paths or values["format_name"] != "text" or values["output"] is not None
        click.echo(_summary(done.files, language), err=beside)
    return done.report


def _of_files(linter: Linter, paths: Sequence[str], values: dict[str, Any]) -> FixedFiles:
    return fix_paths(
        linter,
        paths,
        unsafe=values["unsafe_fixes"],
        write=not values["diff"],
        allow_empty=values["allow_empty"],
    )


def _of_input(linter: Linter, paths: Sequence[str], values: dict[str, Any]) -> FixedFiles:
    """Mend standard input; it is written to standard output even if nothing changes, as an editor wants it."""
    data = options.standard_input(tuple(paths))
    name = values["stdin_filename"] or "-"
    fixed = fix_input(linter, data, name, unsafe=values["unsafe_fixes"], allow_empty=values["allow_empty"])
    if not values["diff"]:
        options.write_bytes(fixed.text.encode(fixed.encoding) if fixed.changed else data, None)
    return FixedFiles((fixed,) if fixed.changed else (), fixed.report)


def _show(done: FixedFiles, linter: Linter, language: str, values: dict[str, Any]) -> None:
    """Print what would change, and on standard error what cannot be mended; then end the run."""
    options.tell_renamed(linter)
    color = terminal.use_color(values["color"], values["output"])
    if color or (values["output"] is None and sys.stdout.isatty()):
        shown = (as_shown(_below_here(each.path), each.before, each.changes, color=color) for each in done.files)
        options.write("".join(shown), values["output"], for_people=True)
    else:
        options.write_bytes(b"".join(map(_patch, done.files)), values["output"])
    told = tuple(finding for finding in done.report.findings if finding.fatal or finding.code in _OF_FIXING)
    if told:
        from okrlint.reporting.text import TextReporter

        text = TextReporter().render(done.report._replace(findings=told, hidden=()), Style(language=language))
        options.write(text, None, aside=True)
    if done.files and not values["quiet"]:
        click.echo(_total(_WOULD, done.files, language), err=True)
    raise click.exceptions.Exit(2 if done.report.failed else int(bool(done.files) and not values["exit_zero"]))


def _patch(fixed: Fixed) -> bytes:
    path, encoding = _below_here(fixed.path), fixed.encoding
    if encoding.startswith("utf-16"):
        click.echo(f"okrlint: {fixed.path}: is UTF-16, which `patch` does not take; its changes are shown", err=True)
        encoding = "utf-8"
    return as_patch(path, fixed.before, fixed.changes, encoding)


def _below_here(path: str) -> str:
    """Return a path relative to the working folder; one that lies elsewhere as `patch -d /` takes it."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        relative = os.pardir
    if relative.split(os.sep)[0] == os.pardir:
        relative = os.path.splitdrive(os.path.abspath(path))[1].lstrip("\\/")
    return relative.replace("\\", "/")


def _summary(files: Sequence[Fixed], language: str) -> str:
    """Say what was mended: in each file by rule, and in all."""
    lines = []
    for each in files:
        codes = Counter(finding.code for finding in each.findings)
        rules = ("，" if language == "zh" else ", ").join(f"{code} {codes[code]}" for code in sorted(codes))
        words = _IN_FILE.in_language(language)
        lines.append(words.format(path=printable(each.path), count=len(each.findings), rules=rules))
    return "\n".join([*lines, _total(_DONE, files, language), ""])


def _total(words: Words, files: Sequence[Fixed], language: str) -> str:
    count = sum(len(each.findings) for each in files)
    said = {"findings": counted(count, "finding"), "in_files": counted(len(files), "file")}
    return words.in_language(language).format(count=count, files=len(files), **said)


_IN_FILE = Words("{path}: fixed {count} ({rules})", "{path}：修正了 {count} 处（{rules}）")
_DONE = Words("fixed {findings} in {in_files}", "共修正 {files} 个文件中的 {count} 处")
_WOULD = Words("would fix {findings} in {in_files}", "将修正 {files} 个文件中的 {count} 处")
