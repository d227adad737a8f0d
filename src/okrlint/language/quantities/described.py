"""Times that only say which things are meant: a 10-minute presentation, incidents > 30 minutes, 1- and 6-hour rates."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.quantities.lines import Line, is_latin, lexicon
from okrlint.language.quantities.measures import Amount, is_reached, starts_change
from okrlint.language.vocabulary import groups

_WORDS_OF_A_NOUN = 2
_REACH = 60


def without_descriptions(line: Line, found: list[Amount]) -> list[Amount]:
    """Return the amounts of a line but those that describe the things of which it speaks."""
    kept: list[Amount] = []
    is_only = sum(amount.kind == "duration" for amount in found) == 1
    for amount in found:
        if amount.kind != "duration":
            kept.append(amount)
        elif not is_latin(line.char(amount.end - 1)):
            if not (_is_of_events(line, amount) or (is_only and _is_of_work(line, amount))):
                kept.append(amount)
        elif _is_second_of_two(line, amount):
            if kept and kept[-1].end > amount.start - _LONGEST_JOINT:
                kept.pop()
        elif not (_describes_noun(line, amount) or _tells_which(line, amount)):
            kept.append(amount)
    return kept


_LONGEST_JOINT = len("1- and ")


def _is_second_of_two(line: Line, amount: Amount) -> bool:
    """Tell whether an amount is the second one that describes a noun: "1- and 6-hour burn rates"."""
    head = line.low[max(0, amount.start - _LONGEST_JOINT) : amount.start]
    return head.endswith(("- and ", "- or ", "- to ")) and "-" in line.low[amount.start : amount.end]


def _describes_noun(line: Line, amount: Amount) -> bool:
    """Tell whether a time stands before what somebody makes or attends, as an adjective: "a 10-minute talk"."""
    if amount.comparator or line.char(amount.end - 1) == "s" or line.char(amount.end) != " ":
        return False
    if is_reached(line, amount.start) or starts_change(line, amount.start):
        return False
    at = amount.end + 1
    for _ in range(_WORDS_OF_A_NOUN):
        word = line.letters_at(at)
        if word in lexicon("names", "described"):
            return True
        at += len(word) + 1
    return False


def _is_of_work(line: Line, amount: Amount) -> bool:
    """Tell whether a time in Chinese stands before what somebody makes or attends: 一个10分钟的演讲."""
    if amount.comparator or is_reached(line, amount.start) or starts_change(line, amount.start):
        return False
    return line.low.startswith(_WORKS, amount.end + line.low.startswith("的", amount.end))


_WORKS = (
    "演讲",
    "视频",
    "短片",
    "短视频",
    "播客",
    "微课",
    "讲座",
    "分享",
    "路演",
    "宣讲",
    "汇报",
    "教程",
    "纪录片",
    "直播课",
)


def _is_of_events(line: Line, amount: Amount) -> bool:
    """Tell whether a limit in Chinese tells of which events is spoken: 超过30分钟的故障, 30分钟以上的中断."""
    if amount.comparator not in (">", ">="):
        return False
    return line.low.startswith(_EVENTS, amount.end + line.low.startswith("的", amount.end))


_EVENTS = (
    "故障",
    "事故",
    "中断",
    "宕机",
    "停机",
    "工单",
    "投诉",
    "事件",
    "缺陷",
    "问题",
    "请求",
    "查询",
    "会议",
    "比例",
    "占比",
)


def _tells_which(line: Line, amount: Amount) -> bool:
    """Tell whether a limit tells of which things is spoken: "postmortems for incidents > 30 minutes"."""
    if amount.comparator not in (">", ">="):
        return False
    things = _things().search(line.low, max(0, amount.start - _REACH), amount.start)
    if things is None or things["things"].endswith(_MEASURED):
        return False
    return things["of"] not in groups("statements_en")["metrics"]  # uptime of services > 30 days


_MEASURED = ("times", "durations", "sessions", "visits", "streaks", "intervals", "ages", "stays")
"""Plurals that themselves are long or short."""


@cache
def _things() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?<![a-z-])(?P<of>[a-z-]{2,20}) )?\b(?:for|of|on|about|after) (?:all |every |each |any |the |our )?"
        r"(?:[a-z-]{2,20} )?(?P<things>[a-z-]{2,20}s)"
        r" (?:(?:that |which )?(?:last(?:ed|ing)? |tak(?:e|en|ing) )?(?:longer |older |more |greater )?"
        r"(?:than|over|above|beyond) )?$",
        ASCII,
    )
