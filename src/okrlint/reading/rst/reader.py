"""The reStructuredText reader: from lines to an outline."""

from collections.abc import Iterator

from okrlint.model import Document
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.outline import DEEPEST_HEADING, Outline, Sections
from okrlint.reading.outlined import document_of
from okrlint.reading.rst.blocks import BlockReader, is_adornment, underlines
from okrlint.reading.rst.inline import References
from okrlint.reading.source import Source
from okrlint.reading.source_lines import SourceLine, source_lines


class RstReader:
    """Reads reStructuredText, with the directives of docutils and Sphinx."""

    name = "rst"
    suffixes = (".rst", ".rest")

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; see `okrlint.reading.layout` for what counts as an OKR."""
        return document_of(outline_of(source.text), source, self.name, options)


def outline_of(text: str) -> Outline:
    """Return the outline of a text in reStructuredText."""
    lines = source_lines(text)
    outline = Outline()
    sections = Sections(outline.root)
    blocks = BlockReader(text, References(lines))
    styles: list[str] = []
    begin = 0
    for start, title, end, style in _titles(lines):
        sections.current.children.extend(blocks.read(lines[begin:start]))
        begin = end
        if style not in styles:
            styles.append(style)
        words = blocks.title(title)
        if words:
            sections.open(words, min(styles.index(style) + 1, DEEPEST_HEADING))
    sections.current.children.extend(blocks.read(lines[begin:]))
    return outline


def _titles(lines: list[SourceLine]) -> Iterator[tuple[int, SourceLine, int, str]]:
    """Yield titles: where the lines of each begin, the line with its words, where they end, and its style.

    A style is the punctuation mark that a title is underlined with, twice if there is a line of it above too.
    """
    at = 0
    while at + 1 < len(lines):
        line, following = lines[at], lines[at + 1]
        last = lines[at + 2] if at + 2 < len(lines) else None
        if _is_overline(line) and last and following.words and not is_adornment(following.words):
            if underlines(last, following) and last.words[0] == line.words[0]:
                yield at, following, at + 3, line.words[0] * 2
                at += 3
                continue
        elif _may_be_title(lines, at) and underlines(following, line):
            yield at, line, at + 2, following.words[0]
            at += 2
            continue
        at += 1


def _is_overline(line: SourceLine) -> bool:
    return line.indent == 0 and is_adornment(line.words)


def _may_be_title(lines: list[SourceLine], at: int) -> bool:
    """Whether a line is one that an underline makes a title: it does not go on with a paragraph."""
    line = lines[at]
    if not line.words or line.indent or is_adornment(line.words):
        return False
    before = lines[at - 1] if at else None
    return before is None or not before.words or before.indent > 0 or is_adornment(before.words)
