"""`--format text`: for people, with the source line and a caret under the very words."""

from collections.abc import Iterable, Iterator

from okrlint.linting.findings import Finding, Report
from okrlint.linting.interface import Severity
from okrlint.model import Words
from okrlint.reporting.interface import Style
from okrlint.reporting.width import printable, width
from okrlint.reporting.words import SEVERITY

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36", Severity.HINT: "2"}
_THE_SAME = Words("the same at", "同样见于")
_GATHERED = 3
"""From how many findings on that say the same of a file, they are told together."""
_MAX_EXCERPT = 100
"""Cells of a source line that are shown: the rest of a longer one is cut off around the place."""


class TextReporter:
    """Findings with their place, their words and the reason; their sum as the last line."""

    name = "text"

    def render(self, report: Report, style: Style) -> str:
        """Return the report as text for a terminal."""
        parts = [_finding(group[0], style, group[1:]) for group in _gathered(report.findings)]
        return "\n".join([*parts, _summary(report, style)]) + "\n"


def _gathered(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Yield findings one by one; but those that say the same of several places of a file together, at the first."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        key = (finding.path, finding.gist or str(len(groups)))
        groups.setdefault(key, []).append(finding)
    for group in groups.values():
        if len(group) < _GATHERED:
            yield from ([finding] for finding in group)
        else:
            yield group


def _finding(finding: Finding, style: Style, others: list[Finding]) -> str:
    name, color = SEVERITY[finding.severity], _COLORS[finding.severity]
    place = f"{printable(finding.path)}:{_place(finding)}"
    head = (
        f"{_paint(place, '1', style)}: {_paint(name.in_language(finding.language), color, style)} "
        f"{_paint(finding.code, color, style)} {finding.name}{_item(finding)}"
    )
    lines = [head, f"  {printable(finding.message)}", *_excerpt(finding, color, style)]
    if others:
        places = [f"{_place(other)}{_item(other)}" for other in others]
        lines += _wrapped(_THE_SAME.in_language(finding.language), places, style.width)
    return "\n".join([*lines, ""])


def _place(finding: Finding) -> str:
    return printable(finding.place) if finding.place else f"{finding.start.line}:{finding.start.column}"


def _item(finding: Finding) -> str:
    """Name the objective or key result that a finding is about."""
    names = " ".join(part for part in (finding.objective, finding.key_result) if part)
    return f" [{names}]" if names else ""


def _wrapped(head: str, parts: list[str], room: int) -> list[str]:
    """Return a list of words on as many lines as it takes."""
    lines = [f"  {head}"]
    for number, part in enumerate(parts):
        word = f" {part}" + ("," if number < len(parts) - 1 else "")
        if width(lines[-1]) + width(word) > room:
            lines.append("   ")
        lines[-1] += word
    return lines


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
