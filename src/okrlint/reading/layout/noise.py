"""Words that stand where a key result might, and are none: progress bars, and what a template tells its user."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.reading.values.inline_fields import BARS

_SHORTEST_BAR = 3


def states_nothing(value: str) -> bool:
    """Whether words can be no statement: `████░░ 60%`, `[Repeat for KR2]`, `……`, `Key Results are …`."""
    if value[:1].isalpha():
        return _explanation().match(value) is not None
    if _is_bar(value) or not any(map(str.isalnum, value)):
        return True
    return value[0] in _BRACKETS and _instruction().fullmatch(value) is not None


@cache
def _explanation() -> Pattern[str]:
    """Match what speaks of key results as such."""
    return compile_pattern(
        r"(?:An? |Good )?(?:Key Results?|KRs?) (?:are|is|should|must|need|needs|describes?|measures?)\b"
        r"|[关關][键鍵][结結]果(?:是|要|应|應|需要|必须|必須)"
        r"|回答[“\"「]|(?:用来|用來|用于)?衡量(?:目[标標]|[“「]目[标標])是否|通常是定[性量]",
        ASCII | IGNORECASE,
    )


_BRACKETS = "[<(（【{"


def _is_bar(value: str) -> bool:
    bars = sum(map(value.count, BARS))
    return bars >= _SHORTEST_BAR and not any(map(str.isalpha, value))


@cache
def _instruction() -> Pattern[str]:
    return compile_pattern(
        r"[\[<(（【{]{1,2}\s{0,2}(?:(?:repeat|add|copy|duplicate|insert|delete|remove|continue|more|etc|optional)\b"
        r"|重复|重複|添加|新增|复制|複製|同上|以此类推|以此類推|可继续|可選|可选).{0,120}[\]>)）】}]{1,2}",
        ASCII | IGNORECASE,
    )
