"""The lines of a source, for formats whose blocks are told by how lines begin and how far they are indented."""

from re import compile as compile_pattern

from okrlint.model import Span
from okrlint.reading.code_blocks import code_lines, fill_code
from okrlint.reading.outline import Block

_TAB = 8
"""The distance of tab stops, in columns, as reStructuredText and Org have it."""

_FULL_WIDTH_BLANK = "\u3000"

_LINE = compile_pattern(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


class SourceLine:
    """A line, or what stands in it behind a marker.

    Attributes:
        start: where its words begin.
        end: where they end; equal to `start` in a blank line.
        indent: the column, from 0, at which its words begin.
        words: what it says, without blanks at either end.
    """

    __slots__ = ("end", "indent", "start", "words")

    def __init__(self, start: int, indent: int, words: str) -> None:
        self.start = start
        self.end = start + len(words)
        self.indent = indent
        self.words = words

    def behind(self, at: int) -> "SourceLine":
        """Return what stands from an offset in its words on, as a line that is indented so far."""
        rest = self.words[at:]
        words = rest.lstrip()
        at += len(rest) - len(words)
        return SourceLine(self.start + at, self.indent + at, words)


def source_lines(text: str) -> list[SourceLine]:
    """Return all lines of a text, the blank ones too."""
    lines = []
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip()
        at = len(line) - len(line.lstrip()) if words else 0
        before = line[:at]
        indent = len(before.expandtabs(_TAB)) + before.count(_FULL_WIDTH_BLANK)
        lines.append(SourceLine(match.start() + at, indent, words))
    return lines


def block_end(lines: list[SourceLine], at: int, indent: int) -> int:
    """Return where the lines end that are blank or indented further than `indent`, blank ones at the end aside."""
    end = at
    while at < len(lines) and (not lines[at].words or lines[at].indent > indent):
        at += 1
        if lines[at - 1].words:
            end = at
    return end


def code_block(source: str, lines: list[SourceLine], language: str) -> list[Block]:
    """Return lines as a block of code, with what it holds where that is words; nothing for blank lines."""
    lines = [line for line in lines if line.words]
    if not lines:
        return []
    code = Block("code")
    code.language = language
    start = lines[0].start
    while start > 0 and source[start - 1] in " \t":  # the indentation is part of what YAML says
        start -= 1
    code.span = Span(start, lines[-1].end)
    fill_code(code, code_lines(source, *code.span))
    return [code]
