"""The summary that GitHub shows of a step of a workflow: Markdown, appended to the file that it names."""

import os

import click

from okrlint.linting.findings import Report
from okrlint.reporting.interface import Style
from okrlint.reporting.markdown import markdown

_MAX_BYTES = 1024 * 1024
"""What GitHub takes of a step; it throws away all of a longer summary."""
_MIN_BYTES = 8 * 1024
"""Less is not worth beginning with."""


def append(report: Report, style: Style, path: str) -> None:
    """Append the report to the summary, cut to what the file still takes; failing, say so on standard error."""
    try:
        taken = os.path.getsize(path) if os.path.exists(path) else 0
        room = _MAX_BYTES - taken
        if room < _MIN_BYTES:
            click.echo(f"okrlint: GITHUB_STEP_SUMMARY: {path} is full; the report is not added to it", err=True)
            return
        text = markdown(report, style, room - 1, lambda line: len(_encoded(line)))
        with open(path, "ab") as file:
            file.write(_encoded(("\n" if taken else "") + text))
    except OSError as error:
        click.echo(f"okrlint: GITHUB_STEP_SUMMARY: {path}: cannot be written: {error.strerror}", err=True)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
