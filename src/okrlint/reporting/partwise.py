"""Formats in which each file is told by itself, so that nothing of a run need be kept to its end."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from okrlint.linting.findings import Finding, Hidden, Report
from okrlint.linting.tally import Tally, tally_of
from okrlint.reporting.interface import Style


class Part(NamedTuple):
    """What is written of one file.

    Attributes:
        body: "" where there is nothing to tell of it.
        head: stands above `body` where more than one file has something to tell.
    """

    body: str
    head: str = ""


class Partwise:
    """A reporter whose output is a beginning, parts of single files in order, and an end.

    Attributes:
        between: stands between two parts.
        tells_all: whether there is a part of files without findings, too.
    """

    between = ""
    tells_all = False

    def begin(self) -> str:
        """Return what stands before all parts."""
        return ""

    def part(self, report: Report, style: Style) -> Part:
        """Return what is written of one file.

        Args:
            report: that of this file alone.
            style: its language is that of the words about this file.
        """
        raise NotImplementedError

    def end(self, tally: Tally, style: Style) -> str:  # noqa: ARG002 - most formats have nothing to sum up
        """Return what stands behind all parts."""
        return ""

    def render(self, report: Report, style: Style) -> str:
        """Return the report as text."""
        parts = (self.part(each, style) for each in by_file(report, all_paths=self.tells_all))
        return "".join(written(self, parts, lambda: self.end(tally_of(report), style)))


def by_file(report: Report, *, all_paths: bool = False) -> Iterator[Report]:
    """Yield reports of single files, in order.

    Args:
        report: of a run.
        all_paths: whether files of which there is nothing to tell are among them.
    """
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.path, []).append(finding)
    hidden: dict[str, list[Hidden]] = {}
    for each in report.hidden:
        hidden.setdefault(each.finding.path, []).append(each)
    more = {*hidden, *(report.paths if all_paths else ())} - findings.keys()
    for path in sorted({*findings, *more}) if more else findings:
        yield Report(
            tuple(findings.get(path, ())),
            0,
            0,
            0,
            report.language,
            (path,),
            tuple(hidden.get(path, ())),
        )


def written(reporter: Partwise, parts: Iterable[Part], end: Callable[[], str]) -> Iterator[str]:
    """Yield the whole text, as soon as what stands there is known.

    Args:
        reporter: tells what stands around the parts.
        parts: of the files, in order.
        end: is asked for the last of it when all parts were taken.
    """
    yield reporter.begin()
    first: Part | None = None
    several = False
    for part in parts:
        if not part.body:
            continue
        if several:
            yield f"{reporter.between}{part.head}{part.body}"
        elif first is None:
            first = part
        else:  # only now it is known that there are several
            several = True
            yield f"{first.head}{first.body}{reporter.between}{part.head}{part.body}"
    if first and not several:
        yield first.body
    yield end()
