"""Lines that say what an objective supports without a colon: `Supports company O2`, `承接公司O1`, `↑ O1`."""

from functools import cache
from re import IGNORECASE, Pattern
from re import compile as compile_pattern

_LONGEST = 120
"""No such line is longer, in characters."""

_OPENING = "([（【*_ "


def supported_in(value: str, at: int = 0) -> tuple[int, int] | None:
    """Return where the words for what is supported stand in a line that says so and nothing else; None in others.

    Args:
        value: the line, without the mark-up of a list.
        at: where its words begin.
    """
    if len(value) - at > _LONGEST:
        return None
    while value[at : at + 1] and value[at] in _OPENING:
        at += 1
    match = _line().fullmatch(value, at)
    return match.span("what") if match else None


def behind_support(value: str) -> int:
    """Return where the words for what is supported begin, behind an arrow or a verb; 0 where neither stands there."""
    found = _support().match(value)
    return found.end() if found else 0


@cache
def _support() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?:→|->|=>|⟶|➡\ufe0f?|↑)|(?:supports?|aligns?|contributes?|ladders?)(?: up)?(?: (?:to|with|into))?\b"
        r"|承接|支[撑撐]|[对對][齐齊])\s?[:：]?\s?",
        IGNORECASE,
    )


@cache
def _line() -> Pattern[str]:
    number = r"(?:\d{1,6}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,3})"
    label = (
        rf"(?:(?:OKR|OBJ|O|KR|objective|goal|key result)[ #-]{{0,2}}|(?:目[标標]|[关關][键鍵][结結]果) ?){number}"
        rf"(?:[ ./-]{{0,3}}(?:的 ?)?(?:KR|key result|[关關][键鍵][结結]果)[ -]?{number})?"
    )
    year = r"(?:\d{4} ?年?(?:度|[Qq][1-4])? ?)?"
    whose = rf"(?:(?:[A-Za-z][\w'’&-]{{0,20}}[ :：/]{{1,2}}){{0,4}}|[\u4e00-\u9fff]{{1,10}}[ :：/]{{0,2}}{year})"
    joint = r"(?:[ ]{0,2}(?:[,，、;；/+&和及与與]|and )[ ]{0,2})"
    title = r"(?: {0,2}(?:[(（「《“\"][^()（）「」《》“”\"]{1,60}[)）」》”\"]))?"
    english = r"(?:support(?:s|ing)?|align(?:s|ed|ing)?|contribut(?:es?|ing)|ladder(?:s|ing)?|rolls?|feeds?)"
    chinese = (
        r"(?:本季度?|本目[标標])?(?:向上)?(?:支[撑撐]|承接|[对對][齐齊应應]|服[务務][于於]|支持)(?:自|到|[于於]|了)?"
    )
    arrow = r"(?:[↑→⬆↗⇧]\ufe0f?|[=-]>)"
    return compile_pattern(
        rf"(?:{arrow}|(?:{english}(?: up)?(?: (?:to|with|into))?|{chinese}) {{0,2}}[:：]? {{0,2}}{arrow}?) {{0,2}}"
        rf"(?P<what>{whose}?{label}{title}(?:{joint}{whose}?{label}{title}){{0,5}})[)）\]】*_ .。]{{0,4}}",
        IGNORECASE,
    )
