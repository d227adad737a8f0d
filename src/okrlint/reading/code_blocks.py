"""Blocks of code, which often hold plain words: authors put OKRs into fences to keep their lines."""

from functools import cache
from re import Pattern
from re import compile as compile_pattern

from okrlint.reading.directives import end_of_words
from okrlint.reading.outline import Block
from okrlint.reading.paragraphs import Paragraph
from okrlint.reading.plain_lines import PlainLine, nested

_PLAIN = frozenset(("", "text", "txt", "md", "markdown", "okr", "plain", "plaintext"))
"""What blocks say that they are written in where they hold words, not code."""


@cache
def _line() -> Pattern[str]:
    return compile_pattern(r"[^\r\n]+")


def code_lines(source: str, start: int, end: int) -> list[PlainLine]:
    """Return the lines of a block of code that stands at this place, without marks of bold words."""
    paragraph = Paragraph(source, within_item=False)
    for line in _line().finditer(source, start, end):
        at, stop = line.span()
        stop = end_of_words(source, at, stop)
        if at < stop:
            paragraph.copy_marked(at, stop)
            paragraph.line_break(hard=True)
    return paragraph.plain_lines()


def hold_words(lines: list[PlainLine]) -> bool:
    """Whether lines are words, none of them of a program or of data."""
    return not any(_is_code(plain.line.text.value) for plain in lines)


def fill_code(code: Block, lines: list[PlainLine]) -> None:
    """Give a block of code what stands in it, where that is words."""
    if code.language in _PLAIN and hold_words(lines):
        code.children = nested(lines)


def _is_code(words: str) -> bool:
    return words[0] in "\"'{}<@" or words[-1] in "{}[;"
