"""`--format markdown`: a comment on a pull request."""

from collections.abc import Callable
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.linting.findings import Report
from okrlint.linting.interface import Severity
from okrlint.linting.tally import tally_of
from okrlint.model import Words
from okrlint.reporting.gathering import Told, gathered, told
from okrlint.reporting.interface import Style
from okrlint.reporting.partwise import by_file
from okrlint.reporting.width import printable
from okrlint.reporting.words import (
    SEVERITY,
    THE_SAME,
    aside,
    extent,
    item_of,
    mark_of,
    mending,
    place_of,
    severities,
    verdict,
)

MARKER = "<!-- okrlint -->"
"""The first line: by it a robot finds the comment that it is to replace."""
MAX_CHARACTERS = 60_000
"""Of a comment: GitHub takes 65,536."""
_TAIL = 200
"""What is kept free for what ends a table and says how much is left out."""
_MAX_WORDS = 1_000
"""Characters of a message, a path or a list of places that are shown."""
_MAX_OPEN = 15
"""Rows of a table that need not be unfolded."""
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️", Severity.HINT: "ℹ️"}
_FINE = "✅"
_COLUMNS = Words("| place | severity | rule | message |", "| 位置 | 严重程度 | 规则 | 说明 |")
_RULE = "| --- | --- | --- | --- |"
_FOLDED = Words("{counts}: show them", "{counts}：展开查看")
_MORE = Words("… and {count} more that find no room here.", "……另有 {count} 条，此处放不下。")

_MARKUP = compile_pattern(r"[\\`*_\[\]|~$!#]")
_LINKS = compile_pattern(
    r"(?i)(?<=[@#])(?=\S)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\bGH-)(?=\d)|(?<=(?<!\w)[!~%$&^])(?=[\w\"])"
)
"""Where GitHub and GitLab make links without being asked: within mentions, references and addresses."""
_APART = "\u200b"
"""Keeps them apart: it has no width, and `printable` leaves none of a document."""


class MarkdownReporter:
    """The verdict, and a table for each file."""

    name = "markdown"

    def render(self, report: Report, style: Style) -> str:
        """Return the report as Markdown."""
        return markdown(report, style, MAX_CHARACTERS)


class _Row(NamedTuple):
    text: str
    findings: int


def markdown(report: Report, style: Style, limit: int, size: Callable[[str], int] = len) -> str:
    """Return the report as Markdown.

    Args:
        report: what there is to tell.
        style: its language, and whether what is hidden is shown too.
        limit: the largest size that it may have; at least 2,000. What finds no room is counted.
        size: of a line; that of several is their sum, and one for the end of each.
    """
    lines = _head(report, style)
    used = sum(size(line) + 1 for line in lines)
    left_out = 0
    for of_file in by_file(report):
        rows = [_row(group, style) for group in gathered(told(of_file, style.show_hidden))]
        if not rows:
            continue
        head, foot = _around(of_file, rows, style)
        used += sum(size(line) + 1 for line in (*head, *foot))
        fitting = 0
        for row in rows if not left_out else ():
            used += size(row.text) + 1
            if used > limit - _TAIL:
                break
            fitting += 1
        if fitting:
            lines += [*head, *(row.text for row in rows[:fitting]), *foot]
        left_out += sum(row.findings for row in rows[fitting:])
    if left_out:
        lines += ["", _MORE.in_language(style.language).format(count=left_out)]
    return "\n".join(lines) + "\n"


def _head(report: Report, style: Style) -> list[str]:
    tally = tally_of(report)
    worst = max((finding.severity for finding in report.findings), default=None)
    sign = _FINE if worst is None else _SIGNS[worst]
    colon = "：" if style.language == "zh" else ": "
    lines = [MARKER, f"## {sign} okrlint{colon}{verdict(tally, style.language)}", "", extent(tally, style.language)]
    fixes = mending(tally, style.language)
    return [*lines, "", fixes.replace("[", "\\[")] if fixes else lines


def _around(report: Report, rows: list[_Row], style: Style) -> tuple[list[str], list[str]]:
    """Return the lines above and below the rows of a file's table."""
    (path,) = report.paths
    head = ["", f"### {_escaped(_short(path))}", ""]
    foot = []
    if len(rows) > _MAX_OPEN:
        counts = severities(tally_of(report), style.language) or sum(row.findings for row in rows)
        summary = _FOLDED.in_language(style.language).format(counts=counts)
        head += ["<details>", f"<summary>{summary}</summary>", ""]
        foot = ["", "</details>"]
    return [*head, _COLUMNS.in_language(style.language), _RULE], foot


def _row(group: list[Told], style: Style) -> _Row:
    (finding, hidden), others = group[0], group[1:]
    severity = SEVERITY[finding.severity].in_language(style.language)
    words = _short(finding.message)
    if others:
        places = ", ".join(f"{place_of(each.finding)}{item_of(each.finding)}" for each in others[:_MAX_WORDS])
        words += f" – {THE_SAME.in_language(finding.language)} {_short(places)}"
    cells = (
        _short(place_of(finding) + item_of(finding)),
        _short(severity + aside(hidden, style.language)),
        _short(f"{finding.code}{mark_of(finding)} {finding.name}"),
        words,
    )
    return _Row(f"| {' | '.join(map(_escaped, cells))} |", len(group))


def _short(text: str) -> str:
    return text if len(text) <= _MAX_WORDS else f"{text[: _MAX_WORDS - 1]}…"


def _escaped(text: str) -> str:
    """Return `text` on one line as words alone: no mark-up, no HTML, no link, nobody called."""
    apart = _LINKS.sub(_APART, printable(text).strip())
    safe = apart.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\g<0>", safe).replace(_APART, "&#8203;")
