"""The seam at which output formats are added: what a reporter is."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from okrlint.linting.findings import Report
from okrlint.linting.interface import Certainty, Severity
from okrlint.model import Words


class RuleNote(NamedTuple):
    """What a report may tell of a rule that ran, or of a code of the engine.

    Attributes:
        severity: of its findings in this run.
        manual: what it checks, why, and when to switch it off: paragraphs of Markdown.
    """

    code: str
    name: str
    summary: Words
    manual: Words
    severity: Severity
    certainty: Certainty


def _no_rules() -> tuple[RuleNote, ...]:
    return ()


class Style(NamedTuple):
    """How a report is to look, and what it may tell beside the findings.

    Attributes:
        color: whether escape sequences for colour may be used.
        width: columns of the terminal, in cells, that long lines are broken at; None means that they are not.
        language: of the words around the findings: "en" or "zh".
        rules: tells of the rules that ran, by code; they are imported only when it is called.
        show_hidden: whether findings that are suppressed, or known to the baseline, are shown too, marked as such.
        folder: the working folder, absolute and with forward slashes: programs are told paths in it from there. ""
            leaves them as they are.
        version: of okrlint, where a format names it; "" leaves it unnamed.
    """

    color: bool = False
    width: int | None = None
    language: str = "en"
    rules: Callable[[], tuple[RuleNote, ...]] = _no_rules
    show_hidden: bool = False
    folder: str = ""
    version: str = ""


class Reporter(Protocol):
    """Writes a report in one format; pure: the same report and style give the same text.

    Attributes:
        name: of the format on the command line.
    """

    name: str

    def render(self, report: Report, style: Style) -> str:
        """Return the report as text, its last line ended."""
        ...


class ReporterRef(NamedTuple):
    """Where a reporter is to be had.

    Attributes:
        name: as the reporter's.
        where: "package.module:ClassName".
        plugin: see `RuleRef`.
    """

    name: str
    where: str
    plugin: str = ""

    def load(self) -> Reporter:
        """Import the reporter and make it."""
        from importlib import import_module

        module, _, name = self.where.partition(":")
        reporter: Reporter = getattr(import_module(module), name)()
        return reporter
