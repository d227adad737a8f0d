"""`--format text`: for people, with the source line and a caret under the very words."""

from okrlint.linting.findings import Finding, Report
from okrlint.linting.interface import Severity
from okrlint.linting.tally import Tally, tally_of
from okrlint.reporting.gathering import Told, gathered, told
from okrlint.reporting.interface import Style
from okrlint.reporting.partwise import Part, Partwise
from okrlint.reporting.width import clip, printable, width, wrap
from okrlint.reporting.words import (
    SEVERITY,
    THE_SAME,
    aside,
    item_of,
    mark_of,
    mending,
    place_of,
    severities,
    summary,
)

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36", Severity.HINT: "2"}
_PLACE, _FILE, _DIM = "1", "1;4", "2"
_INDENT = "  "
_MAX_EXCERPT, _MIN_EXCERPT = 100, 10
"""Cells of a source line that are shown: the rest of a longer one is cut off around the place."""
_MAX_CHARS = 1_000
"""Characters of it that are looked at before and after the place: a line may be as long as a file."""


class TextReporter(Partwise):
    """Findings with their place, their words and the reason; their sum as the last line."""

    name = "text"

    def part(self, report: Report, style: Style) -> Part:
        """Return the findings of a file; where several have some, each has its name and its counts above it."""
        shown = told(report, style.show_hidden)
        if not shown:
            return Part("")
        body = "".join(f"{finding_as_text(group[0], style, group[1:])}\n" for group in gathered(shown))
        return Part(body, _head(shown[0].finding.path, report, style))

    def end(self, tally: Tally, style: Style) -> str:
        """Return the sum, and what can be mended."""
        fixes = mending(tally, style.language)
        lines = [*_fitted(summary(tally, style.language), style), *(_fitted(fixes, style) if fixes else ())]
        return "\n".join([*lines, ""])


def finding_as_text(shown: Told, style: Style, others: list[Told] | None = None) -> str:
    """Return a finding as lines of text, and where the same is said of other places."""
    if shown.hidden:  # dimmed as a whole
        lines = _lines(shown, style._replace(color=False), others or [])
        return "\n".join([*(_paint(line, _DIM, style) for line in lines), ""])
    return "\n".join([*_lines(shown, style, others or []), ""])


def _head(path: str, report: Report, style: Style) -> str:
    colon = "：" if style.language == "zh" else ": "
    counts = severities(tally_of(report), style.language)
    return _paint(f"{printable(path)}{colon if counts else ''}{counts}", _FILE, style) + "\n\n"


def _lines(shown: Told, style: Style, others: list[Told]) -> list[str]:
    finding, hidden = shown
    name, color = SEVERITY[finding.severity], _COLORS[finding.severity]
    head = (
        f"{_paint(f'{printable(finding.path)}:{place_of(finding)}', _PLACE, style)}: "
        f"{_paint(name.in_language(finding.language), color, style)} "
        f"{_paint(printable(finding.code), color, style)}{mark_of(finding)} {printable(finding.name)}{item_of(finding)}"
    )
    lines = [head + aside(hidden, finding.language)]
    lines += [_INDENT + line for line in _fitted(printable(finding.message), style, len(_INDENT))]
    lines += _excerpt(finding, color, style)
    if others:
        places = [f"{place_of(each.finding)}{item_of(each.finding)}{mark_of(each.finding)}" for each in others]
        lines += _listed(THE_SAME.in_language(finding.language), places, style.width)
    return lines


def _fitted(text: str, style: Style, used: int = 0) -> list[str]:
    return [text] if style.width is None else wrap(text, max(style.width - used, _MIN_EXCERPT))


def _listed(head: str, parts: list[str], room: int | None) -> list[str]:
    """Return a list of words on as many lines as it takes, none of the words broken that fits on one."""
    lines = [_INDENT + head]
    used = width(lines[-1])
    words = [f"{part}," for part in parts[:-1]] + parts[-1:]
    for word in words:
        for piece in [word] if room is None else _unbroken(word, max(room - 2 * len(_INDENT), _MIN_EXCERPT)):
            needed = 1 + width(piece)
            if room is not None and used + needed > room:
                lines.append(_INDENT + " ")
                used = len(lines[-1])
            lines[-1] += f" {piece}"
            used += needed
    return lines


def _unbroken(word: str, cells: int) -> list[str]:
    return [word] if width(word) <= cells else wrap(word, cells)


def _excerpt(finding: Finding, color: str, style: Style) -> list[str]:
    line, start, end = finding.excerpt
    if not line or line.isspace():
        return []
    number = str(finding.start.line)
    gutter = f"{_INDENT}{' ' * len(number)} | "
    room = _MAX_EXCERPT if style.width is None else min(_MAX_EXCERPT, style.width - len(gutter))
    before, marked, after = _cut(
        printable(line[max(start - _MAX_CHARS, 0) : start]),
        printable(line[start : min(end, start + _MAX_CHARS)]),
        printable(line[end : end + _MAX_CHARS]),
        max(room, _MIN_EXCERPT),
    )
    caret = "^" * max(width(marked), 1)
    return [
        f"{_INDENT}{number} | {before}{marked}{after}".rstrip(),
        f"{gutter}{' ' * width(before)}{_paint(caret, color, style)}",
    ]


def _cut(before: str, marked: str, after: str, cells: int) -> tuple[str, str, str]:
    """Cut a long line so that the marked words stay in sight."""
    lead, more = min(width(before), cells // 4), 1 if after else 0
    if width(marked) > cells - lead - more:
        marked, after = clip(marked, cells - lead - 1) + "…", ""
    room = cells - max(width(marked) + (1 if after else 0), 1)  # the caret takes a cell where nothing is marked
    if width(before) > room:
        before = "…" + clip(before[::-1], room - 1)[::-1]
    room = cells - width(marked) - width(before)
    if width(after) > room:
        after = clip(after, room - 1) + "…"
    return before, marked, after


def _paint(text: str, color: str, style: Style) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if style.color else text
