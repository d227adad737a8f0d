"""`--format text`: for people, with the source line and a caret under the very words."""

from functools import lru_cache

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
        body = "".join([f"{finding_as_text(group[0], style, group[1:])}\n" for group in gathered(shown)])
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
        return "".join([f"{_paint(line, _DIM, style)}\n" for line in lines])
    return "\n".join([*_lines(shown, style, others or []), ""])


def _head(path: str, report: Report, style: Style) -> str:
    colon = "：" if style.language == "zh" else ": "
    counts = severities(tally_of(report), style.language)
    return _paint(f"{printable(path)}{colon if counts else ''}{counts}", _FILE, style) + "\n\n"


def _lines(shown: Told, style: Style, others: list[Told]) -> list[str]:
    finding, hidden = shown
    language = finding.language
    rule, name = _titles(finding.code, finding.name, finding.severity, language, style.color)
    where = f"{printable(finding.path)}:{place_of(finding)}"
    if style.color:
        where = _paint(where, _PLACE, style)
    mark = mark_of(finding) if finding.fix else ""
    note = aside(hidden, language) if hidden else ""
    lines = [
        f"{where}: {rule}{mark} {name}{item_of(finding)}{note}",
        *_fitted(printable(finding.message), style, _INDENT),
        *_excerpt(finding, style),
    ]
    if others:
        places = [f"{place_of(found)}{item_of(found)}{mark_of(found) if found.fix else ''}" for found, _ in others]
        lines += _listed(THE_SAME.in_language(language), places, style.width)
    return lines


@lru_cache(maxsize=256)  # of a rule they are nearly always the same
def _titles(code: str, name: str, severity: Severity, language: str, color: bool) -> tuple[str, str]:
    """Return what kind of finding of which rule it is, and the rule's name."""
    kind, code = SEVERITY[severity].in_language(language), printable(code)
    style, paint = Style(color=color), _COLORS[severity]
    return f"{_paint(kind, paint, style)} {_paint(code, paint, style)}", printable(name)


def _fitted(text: str, style: Style, indent: str = "") -> list[str]:
    if style.width is None:
        return [indent + text]
    return [indent + line for line in wrap(text, max(style.width - len(indent), _MIN_EXCERPT))]


def _listed(head: str, parts: list[str], room: int | None) -> list[str]:
    """Return a list of words on as many lines as it takes, none of the words broken that fits on one."""
    if room is None:
        return [f"{_INDENT}{head} {', '.join(parts)}"]
    lines = [_INDENT + head]
    used = width(lines[-1])
    words = [f"{part}," for part in parts[:-1]] + parts[-1:]
    for word in words:
        for piece in _unbroken(word, max(room - 2 * len(_INDENT), _MIN_EXCERPT)):
            needed = 1 + width(piece)
            if used + needed > room:
                lines.append(_INDENT + " ")
                used = len(lines[-1])
            lines[-1] += f" {piece}"
            used += needed
    return lines


def _unbroken(word: str, cells: int) -> list[str]:
    return [word] if width(word) <= cells else wrap(word, cells)


def _excerpt(finding: Finding, style: Style) -> list[str]:
    line, start, end = finding.excerpt
    if not line or line.isspace():
        return []
    number = str(finding.start.line)
    gutter = f"{_INDENT}{' ' * len(number)} | "
    room = _MAX_EXCERPT
    if style.width is not None:
        room = max(min(room, style.width - len(gutter)), _MIN_EXCERPT)
    is_plain = line.isprintable()
    if is_plain and len(line) * (1 if line.isascii() else 2) < room:  # no character takes more cells
        before, marked, shown = line[:start], line[start:end], line
        lead, of_marked = width(before), width(marked)
    else:
        before = line[max(start - _MAX_CHARS, 0) : start]
        marked = line[start : min(end, start + _MAX_CHARS)]
        after = line[end : end + _MAX_CHARS]
        if not is_plain:
            before, marked, after = printable(before), printable(marked), printable(after)
        shown, lead, of_marked = _cut(before, marked, after, room)
    caret = "^" * (of_marked or 1)
    if style.color:
        caret = _paint(caret, _COLORS[finding.severity], style)
    return [f"{_INDENT}{number} | {shown}".rstrip(), f"{gutter}{' ' * lead}{caret}"]


def _cut(before: str, marked: str, after: str, cells: int) -> tuple[str, int, int]:
    """Cut a long line so that the marked words stay in sight; return it, and the cells before and of these words."""
    lead, of_marked = width(before), width(marked)
    if of_marked > cells - min(lead, cells // 4) - (1 if after else 0):
        marked, after = clip(marked, cells - min(lead, cells // 4) - 1) + "…", ""
        of_marked = width(marked)
    room = cells - max(of_marked + (1 if after else 0), 1)  # the caret takes a cell where nothing is marked
    if lead > room:
        before = "…" + clip(before[::-1], room - 1)[::-1]
        lead = width(before)
    room = cells - of_marked - lead
    if width(after) > room:
        after = clip(after, room - 1) + "…"
    return f"{before}{marked}{after}", lead, of_marked


def _paint(text: str, color: str, style: Style) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if style.color else text
