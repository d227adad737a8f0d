"""The words of Org without inline mark-up."""

from functools import cache
from re import ASCII, VERBOSE, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.paragraphs import Paragraph

DAY = r"\d{4}-\d{1,2}-\d{1,2}"
"""What a time stamp (`<2026-06-30 Tue>`) begins with."""

_WIDE = "\u2e80-\u9fff\uff00-\uffef“”‘’…—"
"""Chinese characters and full-width punctuation, beside which authors leave out the blank that Org wants."""

_BEFORE = r"""\s\u200b('"{|-"""
_AFTER = r"""\s\u200b.,:;!?'")}\[|-"""


@cache
def _token() -> Pattern[str]:
    """Match mark-up. A slash, an underscore and a plus need blanks or punctuation around them: `华东/华南/华北`."""
    loose, loose_end = f"(?<![^{_WIDE}{_BEFORE}])", rf"(?=[{_WIDE}{_AFTER}]|\Z)"
    strict, strict_end = f"(?<![^{_BEFORE}])", rf"(?=[{_AFTER}]|\Z)"
    return compile_pattern(
        rf"""
          \[\[(?P<target>[^\[\]\n]{{1,500}})\](?:\[(?P<words>[^\[\]]{{1,500}})\])?\]
        | (?P<dropped>\[fn:[^\[\]\n]{{0,300}}\] | @@[a-z]{{1,20}}:[^@\n]{{0,200}}@@ | \u200b
          | \\\\(?=[ \t]{{0,9}}(?:[\r\n]|\Z)) )
        | [<\[](?P<day>{DAY})(?:[ \t][^<>\[\]\n]{{0,60}})?[>\]]
        | <{{2,3}}(?P<anchor>[^<>\n]{{1,200}})>{{2,3}}
        | {loose}\*(?P<strong>[^\s*](?:[^*]{{0,500}}[^\s*])?)\*{loose_end}
        | {loose}(?P<mark>[=~])(?P<verbatim>[^\s=~](?:[^=~]{{0,500}}[^\s=~])?)(?P=mark){loose_end}
        | {strict}(?P<sign>[/_+])(?P<emphasis>[^\s/_+](?:[^/_+]{{0,500}}[^\s/_+])?)(?P=sign){strict_end}
        """,
        ASCII | VERBOSE,
    )


@cache
def cookie_pattern() -> Pattern[str]:
    """Match a statistics cookie with the blank before it; what it says is its group."""
    return compile_pattern(r"[ ]?\[(?P<share>\d{0,3}%|\d{0,4}/\d{0,4})\]", ASCII)


def add_words(paragraph: Paragraph, source: str, start: int, end: int) -> None:
    """Add the words at this place to a paragraph, without mark-up; they may go over several lines."""
    at = start
    for token in _token().finditer(source, start, end):
        paragraph.copy_lines(at, token.start())
        _add_token(paragraph, source, token)
        at = token.end()
    paragraph.copy_lines(at, end)


def _add_token(paragraph: Paragraph, source: str, token: Match[str]) -> None:
    if token["target"] is not None:
        target = token["target"]
        paragraph.link(inside=target[0] in "*#" or not any(mark in target for mark in ":/."))
        paragraph.copy_lines(*token.span("words" if token["words"] else "target"))
        paragraph.link(inside=False)
    elif token["strong"] is not None:
        paragraph.strong(1)
        add_words(paragraph, source, *token.span("strong"))
        paragraph.strong(-1)
    elif token["emphasis"] is not None:
        add_words(paragraph, source, *token.span("emphasis"))
    elif token["dropped"] is None:
        paragraph.copy_lines(*token.span(next(name for name in ("day", "anchor", "verbatim") if token[name])))
