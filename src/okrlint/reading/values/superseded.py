"""What holds now, where the words of a field tell what held before: `was 8/10, now 6/10`, `6月1日改为6月15日`."""

from collections.abc import Callable
from functools import cache
from re import IGNORECASE, Pattern
from re import compile as compile_pattern

_LONGEST = 120
"""How many characters the words of such a field have at most."""

_WAS, _IS = (rf"(?P<{name}>[^,，;；、()（）\n]{{1,40}}?)" for name in ("was", "now"))
_APART = r"\s{0,2}[,，;；、]\s{0,2}"
_BEFORE = (
    r"(?:(?:was|were|previously|formerly|originally|initially|before|last (?:week|time|month|quarter))\b"
    r"|上次|上[周週月]|上个月|上季度?|之前|此前|原先|原来|原來|原本|原定|原)(?:[为為是定]|:|：)?\s{0,2}"
)
_NOW = (
    r"(?:(?:now|currently|this (?:week|time|month|quarter)|moved to|changed to|postponed to)\b"
    r"|本[周週月次]|这[周次]|本季度?|现在|現在|目前|当前|當前|现|現"
    r"|已?(?:改|变更|變更|调整|調整|更新|更换|更換|换|換|延期|推迟|推遲|顺延|順延|提前|延后|延後))"
    r"(?:[为為是成到至]|:|：)?\s{0,2}"
)
_ARROW = r"\s{0,2}(?:→|-{1,2}>|=>)\s{0,2}"


@cache
def _patterns() -> tuple[Pattern[str], ...]:
    weeks = r"(?:last (?:week|time|month|quarter)|上[周週次月])"
    this_week = r"(?:now|this (?:week|time|month|quarter)|本[周週次月])"
    return tuple(
        compile_pattern(pattern, IGNORECASE)
        for pattern in (
            rf"{_BEFORE}{_WAS}{_APART}{_NOW}{_IS}",
            rf"{_WAS}(?:{_APART}|\s|(?<=[^\x00-\x7f])|(?=[\u4e00-\u9fff])){_NOW}{_IS}",
            rf"{_WAS}{_ARROW}{_IS}",
            rf"{_IS}{_APART}{_BEFORE}{_WAS}",
            rf"{_IS}\s{{1,2}}(?:instead of|in place of)\s{_WAS}",
            rf"{_WAS}\s{{0,2}}[(（]?{weeks}[)）]?{_APART}{_IS}(?:\s{{0,2}}[(（]?{this_week}[)）]?)?",
        )
    )


def current_part(words: str, is_value: Callable[[str], bool]) -> tuple[int, int]:
    """Return where that stands which holds now: all of the words, where they do not tell what held before.

    Args:
        words: the words of a field.
        is_value: tells whether words are a value of it by themselves; what held before must be one, too.
    """
    if len(words) <= _LONGEST:
        for pattern in _patterns():
            found = pattern.fullmatch(words)
            if found and is_value(found["was"].strip()) and is_value(found["now"].strip()):
                return found.span("now")
    return 0, len(words)
