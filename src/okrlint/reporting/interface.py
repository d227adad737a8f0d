"""The seam at which output formats are added: what a reporter is."""

from typing import NamedTuple, Protocol

from okrlint.linting.findings import Report


class Style(NamedTuple):
    """How a report is to look.

    Attributes:
        color: whether escape sequences for colour may be used.
        width: columns of the terminal, in cells.
        language: of the words around the findings: "en" or "zh".
    """

    color: bool = False
    width: int = 100
    language: str = "en"


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
    """Where a reporter is to be had: `where` is "package.module:ClassName"."""

    name: str
    where: str

    def load(self) -> Reporter:
        """Import the reporter and make it."""
        from importlib import import_module

        module, _, name = self.where.partition(":")
        reporter: Reporter = getattr(import_module(module), name)()
        return reporter
