"""The words between the tags: blanks run together, character references read."""

from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.html.elements import State
from okrlint.reading.outline import Line
from okrlint.reading.paragraphs import Paragraph

_NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\xad"
"""Characters that editors leave behind and nobody sees."""


@cache
def _unplain() -> Pattern[str]:
    """Match what is not copied letter for letter: line breaks, other blanks, character references, no width."""
    return compile_pattern(
        r"(?P<break>\r\n|[\r\n])|[ \t\f\xa0]{2,}|[\t\f\xa0]"
        r"|&(?:#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});?"
        rf"|[{_NO_WIDTH}]",
        ASCII,
    )


class Words:
    """Collects the words of one paragraph, cell or heading after the other.

    Args:
        source: the whole text.
    """

    __slots__ = ("_begun", "_bold", "_last", "_paragraph", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._begin()

    def _begin(self) -> None:
        self._paragraph = Paragraph(self._source, within_item=False)
        self._begun = False
        self._bold = False
        self._last = ""

    @property
    def last(self) -> str:
        """The last character of the line, "" where it is empty."""
        return self._last

    def add(self, start: int, end: int, state: State, *, lines: bool) -> None:
        """Add a stretch of the source without tags; `lines` says whether its line breaks count."""
        self._mark(state)
        keep = state.preformatted
        at = start
        for found in _unplain().finditer(self._source, start, end):
            self._copy(at, found.start(), keep=keep)
            at = found.end()
            if found["break"] and lines:
                self.line_break()
            else:
                self._unplain(found, keep=keep)
        self._copy(at, end, keep=keep)

    def write(self, words: str, start: int, end: int, state: State) -> None:
        """Add words that stand for what is at this place of the source."""
        self._mark(state)
        self._paragraph.write(words, start, end)
        self._last = words[-1]

    def line_break(self) -> None:
        """End the line."""
        if self._begun:
            self._paragraph.line_break(hard=True)
            self._last = ""

    def take(self) -> list[Line]:
        """End the paragraph, and return its lines."""
        if not self._begun:
            return []
        lines = self._paragraph.lines()
        self._begin()
        return lines

    def _mark(self, state: State) -> None:
        self._begun = True
        if state.bold != self._bold:
            self._paragraph.strong(1 if state.bold else -1)
            self._bold = state.bold
        self._paragraph.link(inside=state.link)

    def _copy(self, start: int, end: int, *, keep: bool) -> None:
        if start < end and not keep and self._last in ("", " ") and self._source[start] == " ":
            start += 1
        if start < end:
            self._paragraph.copy(start, end)
            self._last = self._source[end - 1]

    def _unplain(self, found: Match[str], *, keep: bool) -> None:
        raw = found[0]
        if raw[0] == "&":
            from html import unescape  # most documents have no such thing, and its table of names is large

            words = unescape(raw)
            blank = words.isspace()
        else:
            words, blank = raw, raw not in _NO_WIDTH
        if not blank:
            if words not in _NO_WIDTH:
                self._write(words, found)
        elif keep and words[0] in " \t":
            self._write(words, found)
        elif self._last not in ("", " "):
            self._write(" ", found)

    def _write(self, words: str, found: Match[str]) -> None:
        self._paragraph.write(words, *found.span())
        self._last = words[-1]
