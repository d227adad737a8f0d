"""Changes of a file as a unified diff, which `patch` and `git apply` take."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from okrlint.linting.fixing import Change, applied
from okrlint.reporting.width import printable

_CONTEXT = 3
"""Lines shown before and after what changes."""
_COLORS = {"-": "31", "+": "32", "@": "36", "=": "1"}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f",
            "\r": "\\r"}  # fmt: skip
_NO_END = "\\ No newline at end of file"


class _Block(NamedTuple):
    """Lines `start` to `end` (from 0, exclusive) of the old text, and what stands there instead."""

    start: int
    end: int
    lines: list[str]


class _Line(NamedTuple):
    """A line of a diff: what kind it is of ("-", "+", " ", "@" or "=" for a header), and its words."""

    kind: str
    text: str


def as_patch(path: str, before: str, changes: Sequence[Change], encoding: str = "utf-8") -> bytes:
    """Return a unified diff of a file's text, for programs: each line byte for byte as it stands in the file.

    Only LF ends a line: a CR before it is part of the line, as for `patch`.

    Args:
        path: relative to the folder in which the patch is to be applied.
        before: the text as it was.
        changes: of this text, in order.
        encoding: the file's; names are UTF-8 whatever it is.
    """
    parts: list[bytes] = []
    for line in _diff(path, before, changes):
        if line.kind in "@=":
            parts.append(line.text.encode("utf-8", "surrogateescape") + b"\n")
        elif line.text.endswith("\n"):
            parts.append(line.kind.encode() + line.text.encode(encoding))
        else:
            parts.append(line.kind.encode() + line.text.encode(encoding) + f"\n{_NO_END}\n".encode())
    return b"".join(parts)


def as_shown(path: str, before: str, changes: Sequence[Change], *, color: bool) -> str:
    """Return a unified diff for people: in colour, and without characters that steer a terminal."""
    parts = []
    for line in _diff(path, before, changes):
        words = printable(line.text.removesuffix("\n").removesuffix("\r"))
        sign = "" if line.kind in "@=" else line.kind
        code = _COLORS.get(line.kind) if color else None
        parts.append(f"\x1b[{code}m{sign}{words}\x1b[0m\n" if code else f"{sign}{words}\n")
        if sign and not line.text.endswith("\n"):
            parts.append(f"{_NO_END}\n")
    return "".join(parts)


def _diff(path: str, before: str, changes: Sequence[Change]) -> Iterator[_Line]:
    lines = _lines(before)
    blocks = [block for block in _blocks(before, lines, changes) if block.start < block.end or block.lines]
    if not blocks:
        return
    yield _Line("=", f"--- {_name('a/' + path)}")
    yield _Line("=", f"+++ {_name('b/' + path)}")
    grown = 0
    for hunk in _hunks(blocks):
        first = max(0, hunk[0].start - _CONTEXT)
        last = min(len(lines), hunk[-1].end + _CONTEXT)
        growth = sum(len(block.lines) - (block.end - block.start) for block in hunk)
        old, new = _range(first, last - first), _range(first + grown, last - first + growth)
        yield _Line("@", f"@@ -{old} +{new} @@")
        at = first
        for block in hunk:
            yield from (_Line(" ", line) for line in lines[at : block.start])
            yield from (_Line("-", line) for line in lines[block.start : block.end])
            yield from (_Line("+", line) for line in block.lines)
            at = block.end
        yield from (_Line(" ", line) for line in lines[at:last])
        grown += growth


def _lines(text: str) -> list[str]:
    """Return lines with their LF; the last one may lack it."""
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _blocks(before: str, lines: list[str], changes: Iterable[Change]) -> Iterator[_Block]:
    """Yield the lines that changes touch, those left out at either end that stay as they are."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    last = len(lines) - (not before.endswith("\n")) if lines else 0  # where the end of the text lies
    group: list[Change] = []
    first = end = 0
    for change in changes:
        begins, ends = min(bisect_right(starts, change.start) - 1, last), bisect_right(starts, change.end)
        if group and begins > end:
            yield _block(before, lines, starts, first, end, group)
            group = []
        if not group:
            first = begins
        group.append(change)
        end = min(ends, len(lines))
    if group:
        yield _block(before, lines, starts, first, end, group)


def _block(before: str, lines: list[str], starts: list[int], first: int, end: int, changes: Iterable[Change]) -> _Block:
    base = starts[first]
    moved = (Change(start - base, stop - base, text) for start, stop, text in changes)
    old, new = lines[first:end], _lines(applied(before[base : starts[end]], moved))
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return _Block(first + same, end - tail, new[same : len(new) - tail])


def _hunks(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    """Yield blocks together whose lines around them meet."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and block.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _range(start: int, count: int) -> str:
    """Return a range of lines as a hunk's head has it: from 1, but the line before it where it is empty."""
    return f"{start + bool(count)},{count}"


def _name(path: str) -> str:
    """Return a file's name as git writes it: quoted where it must be, and ended by a tab where it holds a blank."""
    if any(char in _ESCAPES or char < " " or char == "\x7f" for char in path):
        quoted = "".join(
            _ESCAPES.get(char) or (char if char >= " " and char != "\x7f" else f"\\{ord(char):03o}") for char in path
        )
        return f'"{quoted}"'
    return f"{path}\t" if " " in path else path
