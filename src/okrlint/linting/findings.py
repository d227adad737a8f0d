"""What a run reports: findings with their places, and their sum."""

from typing import Literal, NamedTuple

from okrlint.linting.interface import Certainty, Severity
from okrlint.model import Span
from okrlint.reading.source import Excerpt


class Position(NamedTuple):
    """A place in a file: line and column from 1; the column counts Unicode code points."""

    line: int
    column: int


class Replacement(NamedTuple):
    """An edit in lines and columns; the end is exclusive.

    Attributes:
        span: the same place as offsets in the text of the source.
        byte_columns: the columns of start and end counted in bytes of UTF-8, from 1.
    """

    start: Position
    end: Position
    text: str
    span: Span
    byte_columns: tuple[int, int]


class FixNote(NamedTuple):
    """A fix in lines and columns, titled in the finding's language."""

    safe: bool
    title: str
    edits: tuple[Replacement, ...]


class Unsaid(NamedTuple):
    """What was found and is not told, because something else is told or it is not sure enough; see `Finding`."""

    code: str
    objective: str | None
    key_result: str | None
    subject: str
    quote: str
    collective: bool = False


class Finding(NamedTuple):
    """A finding as reported.

    Attributes:
        path: the file's, with forward slashes.
        start: where it begins.
        end: where it ends, exclusive.
        code: the rule's, or the engine's (EN0xx).
        name: the rule's human name.
        severity: how bad.
        message: the sentence, in `language`.
        language: of the message.
        objective: the id of the objective it is about, or that the key result stands in; None for the document.
        key_result: the id of the key result it is about, or None.
        certainty: how sure the rule is.
        excerpt: the line that it begins in, and which of its characters are meant.
        offset: where it begins in the text, in code points: findings of a file are in this order.
        place: the name of the cell or paragraph that it begins in (`OKRs!B3`), in a document that has no lines.
        fatal: whether it means that the job could not be done.
        fix: how it can be mended, or None.
        subject: the statement of the objective or key result that it is about, without mark-up; "" for the document,
            and where the document holds other words that it is about.
        quote: the words of the source that it points at, as written.
        byte_columns: the columns of start and end counted in bytes of UTF-8, from 1.
        parts: of a finding that says once what holds for each key result, what it says of each of them; like
            `instead_of` only in a run with a baseline, which nothing else needs them for.
        collective: whether it is said of the document as a whole, or of many items, and stands where it does only
            because it must stand somewhere.
        instead_of: what it is told instead of: findings of rules that it supersedes, and the same of other items
            that share its place.
        gist: the same for findings that say the same of several places, such as a missing field: a report for
            people may say it once and list the places; "" where each finding stands for itself.
    """

    path: str
    start: Position
    end: Position
    code: str
    name: str
    severity: Severity
    message: str
    language: str = "en"
    objective: str | None = None
    key_result: str | None = None
    certainty: Certainty = "high"
    excerpt: Excerpt = Excerpt("", 0, 0)
    offset: int = 0
    place: str | None = None
    fatal: bool = False
    fix: FixNote | None = None
    gist: str = ""
    subject: str = ""
    quote: str = ""
    byte_columns: tuple[int, int] = (1, 1)
    parts: "tuple[Finding, ...]" = ()
    instead_of: tuple[Unsaid, ...] = ()
    collective: bool = False


class Hidden(NamedTuple):
    """A finding that is not reported, and why.

    Attributes:
        by: a suppression in the document, or the baseline.
        reason: as the author of the suppression gave it.
    """

    finding: Finding
    by: Literal["suppression", "baseline"]
    reason: str | None = None


class FileReport(NamedTuple):
    """What there is to say of one file.

    Attributes:
        recognised: whether anything of an OKR stood in it.
        language: the document's.
        hidden: findings that are not reported.
        unsure: what was found with less certainty than is wanted, in a run with a baseline.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    objectives: int = 0
    key_results: int = 0
    recognised: bool = False
    language: str = "en"
    hidden: tuple[Hidden, ...] = ()
    unsure: tuple[Unsaid, ...] = ()


class Report(NamedTuple):
    """What there is to say of a run.

    Attributes:
        findings: in order of path, place and code.
        files: how many files held OKRs.
        objectives: how many objectives they held.
        key_results: how many key results.
        language: that of most of the documents.
        paths: of all files that were looked at, in order.
        hidden: findings that are not reported, in the same order as those that are.
    """

    findings: tuple[Finding, ...]
    files: int
    objectives: int
    key_results: int
    language: str = "en"
    paths: tuple[str, ...] = ()
    hidden: tuple[Hidden, ...] = ()

    @property
    def suppressed(self) -> int:
        """How many findings were suppressed in the documents."""
        return sum(1 for each in self.hidden if each.by == "suppression")

    @property
    def baselined(self) -> int:
        """How many findings the baseline knows."""
        return sum(1 for each in self.hidden if each.by == "baseline")

    @property
    def failed(self) -> bool:
        """Whether a part of the job could not be done (exit code 2)."""
        return any(finding.fatal for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """Return how many findings have exactly this severity."""
        return sum(1 for finding in self.findings if finding.severity == severity)

    def at_least(self, severity: Severity) -> bool:
        """Return whether any finding has this severity or a higher one."""
        return any(finding.severity >= severity for finding in self.findings)


def combine(reports: "list[FileReport]") -> Report:
    """Make one report of those of single files, in an order that does not depend on theirs."""
    found = [finding for report in reports for finding in report.findings]
    found.sort(key=order)
    hidden = [each for report in reports for each in report.hidden]
    hidden.sort(key=lambda each: order(each.finding))
    return Report(
        tuple(found),
        files=sum(report.recognised for report in reports),
        objectives=sum(report.objectives for report in reports),
        key_results=sum(report.key_results for report in reports),
        language=main_language(reports),
        paths=tuple(sorted({report.path for report in reports})),
        hidden=tuple(hidden),
    )


def main_language(reports: "list[FileReport]") -> str:
    """Return the language of most of the documents."""
    languages = [report.language for report in reports if report.recognised]
    return "zh" if languages.count("zh") * 2 > len(languages) else "en"


def order(finding: Finding) -> tuple[str, int, str, Position, str]:
    """Return what findings are sorted by in a report."""
    return finding.path, finding.offset, finding.code, finding.end, finding.message
