"""The Org reader: from lines to an outline."""

from functools import cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern

from okrlint.model import Document, Span
from okrlint.reading.directives import is_directive
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.labels import label
from okrlint.reading.org.blocks import BlockReader
from okrlint.reading.org.inline import cookie_pattern
from okrlint.reading.outline import DEEPEST_HEADING, Block, Outline, Sections
from okrlint.reading.outlined import document_of
from okrlint.reading.source import Source, mentions_okrlint
from okrlint.reading.source_lines import SourceLine, source_lines

_OPEN = ("TODO", "NEXT", "STARTED", "WAITING", "HOLD", "DOING", "IN-PROGRESS")
_CLOSED = ("DONE", "CANCELED", "CANCELLED")
"""Keywords of Org itself and those that most users add; a document can declare others (`#+TODO: …`)."""


class OrgReader:
    """Reads Org documents."""

    name = "org"
    suffixes = (".org",)

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; see `okrlint.reading.layout` for what counts as an OKR."""
        return document_of(outline_of(source.text), source, self.name, options)


@cache
def _headline() -> Pattern[str]:
    return compile_pattern(r"(?P<stars>\*{1,100})[ \t]+(?=\S)", ASCII)


@cache
def _priority() -> Pattern[str]:
    return compile_pattern(r"\[#(?P<letter>[A-Z]|\d{1,2})\][ \t]*", ASCII)


@cache
def _tags() -> Pattern[str]:
    return compile_pattern(r":(?:[\w@#%]{1,60}:){1,20}")


@cache
def _declared() -> Pattern[str]:
    return compile_pattern(r"#\+(?:seq_|typ_)?todo:(?P<words>.{1,500})", IGNORECASE)


@cache
def _title() -> Pattern[str]:
    return compile_pattern(r"#\+title:[ \t]*(?=\S)", IGNORECASE)


def outline_of(text: str) -> Outline:
    """Return the outline of an Org document. Its title stands above all headlines."""
    lines = source_lines(text)
    if mentions_okrlint(text):
        _move_directives(lines)
    builder = _OutlineBuilder(text, _keywords(lines))
    builder.run(lines)
    return builder.outline


def _move_directives(lines: list[SourceLine]) -> None:
    """Indent comments for okrlint as the line below: in the first column they would end the list around them."""
    indent = 0
    for line in reversed(lines):
        if line.words[:1] == "#" and is_directive(line.words[1:]):
            line.indent = indent
        elif line.words:
            indent = line.indent


def _keywords(lines: list[SourceLine]) -> dict[str, bool]:
    """Return the keywords that headlines can begin with, and whether each says that the work is done."""
    keywords = dict.fromkeys(_OPEN, False) | dict.fromkeys(_CLOSED, True)
    for line in lines:
        found = _declared().match(line.words) if line.words[:2] == "#+" else None
        if found:
            before, bar, after = found["words"].partition("|")
            names = before.split()
            done = after.split() if bar else names[-1:]
            keywords |= dict.fromkeys((name.partition("(")[0] for name in names), False)
            keywords |= dict.fromkeys((name.partition("(")[0] for name in done), True)
    return keywords


class _OutlineBuilder:
    """Builds the outline, headline by headline."""

    def __init__(self, source: str, keywords: dict[str, bool]) -> None:
        self.outline = Outline()
        self._source = source
        self._keywords = keywords
        self._sections = Sections(self.outline.root)
        self._blocks = BlockReader(source)
        self._level_of_title = 0
        self._commented = 0
        """The level of a headline that is commented out, with all below it; 0 without one."""

    def run(self, lines: list[SourceLine]) -> None:
        """Read all lines."""
        begin = 0
        for at, line in enumerate(lines):
            found = _headline().match(line.words) if line.indent == 0 and line.words[:1] == "*" else None
            if found:
                self._body(lines[begin:at], above_headlines=begin == 0)
                self._open(line, found)
                begin = at + 1
        self._body(lines[begin:], above_headlines=begin == 0)
        self._turn_steps_into_items()

    def _turn_steps_into_items(self) -> None:
        """Read headlines with a keyword and no headline below as items with a box, which others write them as."""
        for block in self.outline.root.walk():
            is_leaf = not any(child.kind == "section" for child in block.children)
            if block.kind == "section" and block.done is not None and is_leaf and label(block.value) is None:
                block.kind, block.level = "item", 0

    def _body(self, lines: list[SourceLine], *, above_headlines: bool) -> None:
        if self._commented:
            return
        if above_headlines:
            self._open_title(lines)
        self._sections.current.children.extend(self._blocks.read(lines))

    def _open_title(self, lines: list[SourceLine]) -> None:
        for line in lines:
            found = _title().match(line.words) if line.words[:2] == "#+" else None
            words = self._blocks.words(line.start + found.end(), line.end) if found else None
            if words:
                self._sections.open(words, 1)
                self._level_of_title = 1
                return

    def _open(self, line: SourceLine, found: Match[str]) -> None:
        level = len(found["stars"])
        if self._commented and level > self._commented:
            return
        rest = line.behind(found.end())
        keyword = rest.words.split(None, 1)[0]
        self._commented = level if keyword == "COMMENT" else 0
        if self._commented:
            return
        done = self._keywords.get(keyword) if len(rest.words) > len(keyword) else None
        if done is not None:
            rest = rest.behind(len(keyword))
        priority = _priority().match(rest.words)
        start = rest.start + (priority.end() if priority else 0)
        words = self._blocks.words(start, max(start, _without_tags(rest)))
        if words is None:
            return
        section = self._sections.open(words, min(level + self._level_of_title, DEEPEST_HEADING))
        section.done = done
        self._add_cookies(section, rest.start, priority, cookie_pattern().search(self._source, start, rest.end))

    def _add_cookies(self, section: Block, start: int, priority: Match[str] | None, share: Match[str] | None) -> None:
        """Give a headline, which begins at `start`, the fields that stand in it."""
        low, high = section.span
        if priority:
            letter, end = priority.span("letter")
            section.children.append(self._blocks.priority(start + letter, start + end))
            low = start
        if share and any(map(str.isdigit, share["share"])):
            section.children.append(self._blocks.share(share))
            high = max(high, share.end())
        section.span = Span(low, high)


def _without_tags(line: SourceLine) -> int:
    """Return where a headline ends before its tags (`:team:q2:`)."""
    begin = max(line.words.rfind(" "), line.words.rfind("\t")) + 1
    tagged = _tags().fullmatch(line.words, begin)
    return line.start + (begin if tagged else len(line.words))
