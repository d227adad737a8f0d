"""The sums of a run: what is left to know of files once what was found in them is told."""

from typing import NamedTuple

from okrlint.linting.findings import FileReport, Report
from okrlint.linting.interface import Severity


class Tally(NamedTuple):
    """How many of each there are; tallies of files add up to that of a run.

    Attributes:
        errors: findings of this severity; likewise `warnings`, `infos` and `hints`.
        fatal: findings which mean that a part of the job could not be done.
        safe_fixes: findings that can be mended without a risk to the meaning.
        unsafe_fixes: findings that can be mended with one.
        suppressed: findings that are not reported because of a suppression.
        baselined: findings that are not reported because the baseline knows them.
        files: files that hold OKRs.
        chinese: of these, how many are in Chinese.
        objectives: in all files.
        key_results: in all files.
    """

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    hints: int = 0
    fatal: int = 0
    safe_fixes: int = 0
    unsafe_fixes: int = 0
    suppressed: int = 0
    baselined: int = 0
    files: int = 0
    chinese: int = 0
    objectives: int = 0
    key_results: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Return the sum of both."""
        return Tally(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.errors + self.warnings + self.infos + self.hints

    @property
    def language(self) -> str:
        """The language of most of the documents."""
        return "zh" if self.chinese * 2 > self.files else "en"

    def count(self, severity: Severity) -> int:
        """Return how many findings have exactly this severity."""
        return (self.hints, self.infos, self.warnings, self.errors)[severity]

    def at_least(self, severity: Severity) -> bool:
        """Return whether any finding has this severity or a higher one."""
        return any(self.count(each) for each in Severity if each >= severity)


def tally_of(report: Report | FileReport) -> Tally:
    """Return the sums of a report; that of a file counts the file where it holds OKRs."""
    by_severity = [0, 0, 0, 0]
    fatal = safe = unsafe = 0
    for finding in report.findings:
        by_severity[finding.severity] += 1
        fatal += finding.fatal
        fix = finding.fix
        if fix is not None:
            safe += fix.safe
            unsafe += not fix.safe
    hints, infos, warnings, errors = by_severity
    hidden = [each.by for each in report.hidden]
    files = report.files if isinstance(report, Report) else int(report.recognised)
    return Tally(
        errors=errors,
        warnings=warnings,
        infos=infos,
        hints=hints,
        fatal=fatal,
        safe_fixes=safe,
        unsafe_fixes=unsafe,
        suppressed=hidden.count("suppression"),
        baselined=hidden.count("baseline"),
        files=files,
        chinese=files if report.language == "zh" else 0,
        objectives=report.objectives,
        key_results=report.key_results,
    )
