"""Documents shown with marks below the places that a failure is about."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrlint.model import Span
from okrlint.reading.source import Source

_AROUND = 2
"""How many lines are shown above and below one with a mark, in a document that is long."""
_LONG = 40


class Mark(NamedTuple):
    """A place, the character that underlines it, and what there is to say of it."""

    span: Span
    sign: str
    words: str


def shown(text: str, marks: Iterable[Mark]) -> str:
    """Return a text with numbered lines, and below them what is marked; of a long one only what is near a mark."""
    source, by_line = Source(text), dict[int, list[str]]()
    lines = text.splitlines() or [""]
    for mark in sorted(marks):
        line, column = source.position(mark.span.start)
        words = lines[min(line, len(lines)) - 1]
        length = max(1, min(mark.span.end - mark.span.start, len(words) - column + 1))
        blank, signs = _width(words[: column - 1]), _width(words[column - 1 : column - 1 + length])
        by_line.setdefault(line, []).append(f"{' ' * blank}{mark.sign * max(1, signs)} {mark.words}")
    return "\n".join(_numbered(lines, by_line))


def _numbered(lines: list[str], marked: dict[int, list[str]]) -> Iterator[str]:
    size = len(str(len(lines)))
    for number, line in enumerate(lines, 1):
        if len(lines) > _LONG and not any(abs(number - each) <= _AROUND for each in marked):
            continue
        yield f"  {number:>{size}} | {line}".rstrip()
        yield from (f"  {'':>{size}} | {words}" for words in marked.get(number, ()))


def _width(words: str) -> int:
    from wcwidth import wcswidth

    width = wcswidth(words)
    return width if width >= 0 else len(words)
