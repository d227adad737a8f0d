"""`--format text`: for people, with the source line and a caret under the very words."""

from okrlint.linting.findings import Finding, Report
from okrlint.linting.interface import Severity
from okrlint.reporting.interface import Style
from okrlint.reporting.width import printable, width
from okrlint.reporting.words import SEVERITY

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36", Severity.HINT: "2"}
_MAX_EXCERPT = 100
"""Cells of a source line that are shown: the rest of a longer one is cut off around the place."""


class TextReporter:
    """Findings with their place, their words and the reason; their sum as the last line."""

    name = "text"

    def render(self, report: Report, style: Style) -> str:
        """Return the report as text for a terminal."""
        parts = [_finding(finding, style) for finding in report.findings]
        return "\n".join([*parts, _summary(report, style)]) + "\n"


def _finding(finding: Finding, style: Style) -> str:
    name, color = SEVERITY[finding.severity], _COLORS[finding.severity]
    at = finding.place or f"{finding.start.line}:{finding.start.column}"
    place = f"{printable(finding.path)}:{printable(at)}"
    item = " ".join(part for part in (finding.objective, finding.key_result) if part)
    head = (
        f"{_paint(place, '1', style)}: {_paint(name.in_language(finding.language), color, style)} "
        f"{_paint(finding.code, color, style)} {finding.name}{f' [{item}]' if item else ''}"
    )
    return "\n".join([head, f"  {printable(finding.message)}", *_excerpt(finding, color, style), ""])


def _excerpt(finding: Finding, color: str, style: Style) -> list[str]:
    line, start, end = finding.excerpt
    if not line.strip():
        return []
    before, marked, after = line[:start], line[start:end], line[end:]
    before, marked, after = _cut(printable(before), printable(marked), printable(after))
    number = str(finding.start.line)
    caret = "^" * max(width(marked), 1)
    return [
        f"  {number} | {before}{marked}{after}".rstrip(),
        f"  {' ' * len(number)} | {' ' * width(before)}{_paint(caret, color, style)}",
    ]


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """Cut a long line so that the marked words stay in sight."""
    if width(marked) > _MAX_EXCERPT:
        marked, after = _clip(marked, _MAX_EXCERPT - 1) + "…", ""
    room = _MAX_EXCERPT - width(marked)
    if width(before) > room:
        kept = _clip(before[::-1], max(room, _MAX_EXCERPT // 5))[::-1]
        before = before if kept == before else "…" + kept
    room -= width(before)
    if width(after) > max(room, 0):
        after = _clip(after, max(room - 1, 0)) + "…"
    return before, marked, after


def _clip(text: str, cells: int) -> str:
    """Return the beginning of `text` that fits into so many cells."""
    used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > cells:
            return text[:index]
    return text


def _summary(report: Report, style: Style) -> str:
    counts = {severity: report.count(severity) for severity in reversed(Severity)}
    shown = [
        f"{count} {_plural(words.en, count)}" if style.language != "zh" else f"{words.zh} {count}"
        for severity, words in SEVERITY.items()
        if (count := counts[severity])
    ]
    if style.language == "zh":
        what = f"共 {len(report.findings)} 条（{'，'.join(shown)}）" if shown else "没有问题"
        return f"{what}：{report.files} 个文件，{report.objectives} 个目标，{report.key_results} 条关键结果"
    total = len(report.findings)
    what = f"{total} {_plural('finding', total)} ({', '.join(shown)})" if shown else "no findings"
    return (
        f"{what} in {report.files} {_plural('file', report.files)}, "
        f"{report.objectives} {_plural('objective', report.objectives)}, "
        f"{report.key_results} {_plural('key result', report.key_results)}"
    )


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 or noun == "info" else f"{noun}s"


def _paint(text: str, color: str, style: Style) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if style.color else text
