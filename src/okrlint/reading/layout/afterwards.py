"""Headings over what is said of key results afterwards: `风险`, `Lessons learned`, 失败原因."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.reading.goal_words import section_of

_LONGEST = 60
"""Characters of a heading that are looked at."""


def looks_back(heading: str) -> bool:
    """Whether a heading stands over what is said of key results: `风险`, `Lessons learned`, 失败原因."""
    return section_of(heading) == "none" or tells_how_it_went(heading)


def tells_how_it_went(heading: str) -> bool:
    """Whether a heading stands over what has gone well or wrong, or how things stand: `成功经验`, `Highlights`."""
    return _report().search(heading[:_LONGEST]) is not None


@cache
def _report() -> Pattern[str]:
    return compile_pattern(
        r"(?:原因|教训|教訓|经验|經驗|进展|進展|亮点|亮點|不足|反思|总结|總結|情况|情況)(?:分析)?\s?(?:[(（][^()（）]{0,20}[)）])?[:：]?\s?$"
        r"|^(?:[\w-]{1,12} ){0,2}(?:progress|status|updates?|highlights|lowlights|learnings|reasons|went well"
        r"|went wrong|what worked)\s?:?$",
        ASCII | IGNORECASE,
    )
