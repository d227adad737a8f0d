"""Titles: which words say that OKRs follow, and lines that are headings but for their mark-up."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language.cycles import cycle_of
from okrlint.language.dates import dates
from okrlint.reading.outline import Block, Sections

_FIRST_AND_LAST = 2
LONGEST_TITLE = 60
"""No heading that is a title or a period has more characters."""

_LONGEST_PERIOD = 40


@cache
def _title_pattern() -> Pattern[str]:
    return compile_pattern(
        r"(?<![\w./-])(?!(?-i:okr[-_.][a-z]))OKRs?\b|objectives?\b.{0,40}\bkey results?", ASCII | IGNORECASE
    )


def is_title(words: str) -> bool:
    """Whether words speak of OKRs, as the title of a document or of a part of it does; `okr-cli` is a program."""
    lower = words.lower()
    if "okr" not in lower and "objective" not in lower:
        return False
    return _title_pattern().search(words) is not None


@cache
def _lesson_pattern() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:guide|guidelines?|how|what|why|writ(?:e|ing)|training|introduction|intro|templates?|tips|basics|faq|best"
        r" practices?|process|handbook|explained|workshop|check-?ins?)\b"
        r"|培训|培訓|笔记|筆記|指南|介绍|介紹|入门|入門|学习|學習|模板|範本|教程|什么|什麼|如何|怎[么麼样樣]|工作法|方法|讲解|手册",
        ASCII | IGNORECASE,
    )


def is_lesson(words: str) -> bool:
    """Whether a title promises to explain OKRs, not to state them."""
    return _lesson_pattern().search(words) is not None


@cache
def _telling() -> Pattern[str]:
    return compile_pattern(
        r"^\W{0,4}(?:how|what|why|when|who|which|where|whose|writ(?:e|ing)|set(?:ting)?|defin(?:e|ing))\b(?!-)"
        r"|[?？]\s{0,3}\Z"
        r"|如何|怎[么麼样樣]|为[何什]|為[何什]|什[么麼]|何[时時为為谓謂]|哪[些个個]|是否|该不该|該不該"
        r"|^\W{0,4}(?:写好|寫好|写出|寫出|制定|制訂|设定|設定|做好|打造|建立|成为|成為)",
        IGNORECASE,
    )


def asks_or_tells_how(words: str) -> bool:
    """Whether a heading asks something, or tells how or that something is done, and so is nobody's name."""
    first = words.lstrip("*_#( ").partition(" ")[0].lower()
    if words.isascii() and "?" not in words and not first.startswith(_ASKING):
        return False
    return _telling().search(words) is not None


_ASKING = ("how", "what", "why", "when", "who", "which", "where", "writ", "set", "defin")
"""How the English words begin that such a heading begins with."""


@cache
def _filler() -> Pattern[str]:
    """Match what stands beside a period without naming anything else: `Current quarter (Q3 2026)`."""
    return compile_pattern(
        r"\b(?:current|this|next|last|the|my|our|quarter(?:ly)?|half|year(?:ly)?|annual|cycle|period|goals?|objectives?)\b|本|当前|目标|目標"
        r"|[\W_]",
        ASCII | IGNORECASE,
    )


@cache
def _remark() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[(（]([^()（）]{1,60})[)）]\Z")


def without_remark(title: str) -> str:
    """Return a title without the days in parentheses behind it: `Q3 2026 (July 1 - September 30)`."""
    found = _remark().search(title, max(0, len(title) - LONGEST_TITLE))
    if found is None or not found.start() or len(dates(found[1])) < _FIRST_AND_LAST:
        return title
    return title[: found.start()]


def names_period(block: Block) -> bool:
    """Whether a heading is the name of a period, or two days, with few other words."""
    value = without_remark(block.value)
    if len(value) > LONGEST_TITLE:
        return False
    period = cycle_of(value)
    days = dates(value) if period is None else ()
    if period is None and len(days) < _FIRST_AND_LAST:
        return False
    start, end = (period.start, period.end) if period else (days[0].start, days[-1].end)
    return 3 * (end - start) >= len(value) or not _filler().sub("", value[:start] + value[end:])


def promote_titles(root: Block) -> None:
    """Turn lines into headings in a document that has none, as in one that was pasted from elsewhere.

    A heading is a line at the beginning that speaks of OKRs, a bold one that does, and one that is but a period.
    """
    if any(block.kind == "section" for block in root.children):
        return
    blocks, root.children = root.children, []
    sections = Sections(root)
    for at, block in enumerate(blocks):
        level = _level(block, first=at == 0)
        if level and block.line:
            sections.open(block.line, level)
        else:
            sections.current.children.append(block)


def _level(block: Block, *, first: bool) -> int:
    """Return the level of the heading that a line is, 0 where it is none."""
    if block.kind != "line" or block.line is None or len(block.value) > LONGEST_TITLE or block.value[-1] in "。.!?！？":
        return 0
    if is_title(block.value) and (first or block.line.is_strong) and block.value[-1] not in ":：":
        return 1
    return 2 if is_period(block.value) else 0


def is_period(value: str) -> bool:
    """Whether words are a period and nothing else: `FY27 Q1`, `23年Q1：`, `Current quarter (Q3 2026)`."""
    if len(value) > _LONGEST_PERIOD or not any(char.isdigit() or char in "季月年" for char in value):
        return False
    period = cycle_of(value)
    return period is not None and not _filler().sub("", value[: period.start] + value[period.end :])
