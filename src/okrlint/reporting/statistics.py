"""`--statistics`: how often each rule was broken, instead of each finding."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from okrlint.linting.findings import Finding, Report
from okrlint.linting.interface import Severity
from okrlint.linting.tally import tally_of
from okrlint.model import Words
from okrlint.reporting.interface import Style
from okrlint.reporting.width import aligned, printable
from okrlint.reporting.words import SAFE_FIX, SEVERITY, UNSAFE_FIX, failure, mending, summary

_HEADS = (
    Words("count", "条数"),
    Words("severity", "级别"),
    Words("code", "代码"),
    Words("", ""),
    Words("name", "名称"),
    Words("files", "文件数"),
)
_NUMBERS = (0, 5)
"""Columns that are aligned to the right."""


class RuleCount(NamedTuple):
    """How often a rule, or a code of the engine, was broken.

    Attributes:
        severity: the worst of its findings.
        times: how many findings it has.
        files: in how many files.
        fixable: how many of its findings can be mended without a risk to the meaning.
        unsafe_fixable: how many more can be mended with one.
    """

    code: str
    name: str
    severity: Severity
    times: int
    files: int
    fixable: int
    unsafe_fixable: int


def counted(findings: Iterable[Finding]) -> list[RuleCount]:
    """Return how often each rule was broken, the most often first, then by code."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.code, []).append(finding)
    counts = [_count(group) for group in groups.values()]
    return sorted(counts, key=lambda each: (-each.times, each.code))


class StatisticsText:
    """A table for people, and the sum as the last line."""

    name = "text"

    def render(self, report: Report, style: Style) -> str:
        """Return the table as text for a terminal."""
        tally = tally_of(report)
        lines = [summary(tally, style.language)]
        fixes = mending(tally, style.language)
        if fixes:
            lines.append(fixes)
        rows = [_row(each, style.language) for each in counted(report.findings)]
        if rows:
            heads = tuple(head.in_language(style.language) for head in _HEADS)
            lines = [*aligned([heads, *rows], to_the_right=_NUMBERS), "", *_failures(report), *lines]
        return "\n".join(lines) + "\n"


class StatisticsJson:
    """The same for programs: one object, one rule a line."""

    name = "json"

    def render(self, report: Report, style: Style) -> str:  # noqa: ARG002 - it has one look
        """Return the counts as JSON."""
        from okrlint.reporting.json import VERSION, to_json

        tally = tally_of(report)
        rules = [_as_data(each) for each in counted(report.findings)]
        total = {
            "findings": tally.findings,
            "files": tally.files,
            **{severity.label: tally.count(severity) for severity in reversed(Severity)},
            "suppressed": tally.suppressed,
            "baselined": tally.baselined,
        }
        statistics = ",\n  ".join(map(to_json, rules))
        return f'{{"version": {VERSION},\n "statistics": [{statistics}],\n "summary": {to_json(total)}}}\n'


def _as_data(each: RuleCount) -> dict[str, Any]:
    return {
        "code": each.code,
        "name": each.name,
        "severity": each.severity.label,
        "count": each.times,
        "files": each.files,
        "fixable": each.fixable,
        "unsafe_fixable": each.unsafe_fixable,
    }


def _failures(report: Report) -> list[str]:
    """Say what could not be done: a number would not tell of which file."""
    lines = [failure(finding) for finding in report.findings if finding.fatal]
    return [*lines, ""] if lines else []


def _count(group: list[Finding]) -> RuleCount:
    fixes = [finding.fix.safe for finding in group if finding.fix is not None]
    return RuleCount(
        group[0].code,
        group[0].name,
        max(finding.severity for finding in group),
        len(group),
        len({finding.path for finding in group}),
        fixes.count(True),
        fixes.count(False),
    )


def _row(each: RuleCount, language: str) -> tuple[str, ...]:
    mark = SAFE_FIX if each.fixable else UNSAFE_FIX if each.unsafe_fixable else ""
    severity = SEVERITY[each.severity].in_language(language)
    return str(each.times), severity, printable(each.code), mark, printable(each.name), str(each.files)
