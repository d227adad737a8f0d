"""Names of objectives and key results that say more: whose, of which time, that they are a list, or the name again."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

_BLANKS = " *_`\u3000"


def behind_name_of_a_time(value: str) -> int:
    """Return where the words behind the name of an objective of a time or a group begin; 0 without such a name.

    `Q1 objective: …`, `Our annual goal: …`, `二季度目标：…`, `2026 年度目标：`.
    """
    found = _of_a_time().match(value)
    return _behind(value, found.end()) if found else 0


def _behind(value: str, at: int) -> int:
    return len(value) - len(value[at:].lstrip(_BLANKS))


@cache
def _of_a_time() -> Pattern[str]:
    return compile_pattern(
        r"[*_]{0,3}(?:(?:(?:annual|yearly|quarterly|half-yearly|monthly|our|my|the|main|team|department|company|personal"
        r"|individual|q[1-4]|h[12]|(?:fy ?)?20\d\d)['’]?s? ){1,4}(?:objective|goal)"
        r"|(?:20\d\d ?年?度? ?)?(?:q[1-4]|h[12]|第?[一二三四1-4]季度?|[上下]半年|本?季度?|全?年度?|半年度?|月度"
        r"|[公我]司|团队|團隊|部门|部門|个人|個人){0,2}的?目[标標])[*_]{0,3}\s?[:：]",
        ASCII | IGNORECASE,
    )


def behind_goal_of_a_kind(value: str) -> int:
    """Return where the words behind the name of a goal of some kind begin, be they none; 0 without such a name.

    `**优化目标**：…`, `产品目标`, `本月目标（Objective）：`, `Product objective`.
    """
    found = _of_a_kind().match(value)
    return _behind(value, found.end()) if found else 0


@cache
def _of_a_kind() -> Pattern[str]:
    return compile_pattern(
        r"[*_]{0,3}(?:(?!非|次)[\u4e00-\u9fff]{1,6}目[标標](?: ?[(（](?:Objectives?|O|OKR)[)）])?"
        r"|(?!Non|No |Learning)(?:[A-Z][A-Za-z-]{2,15} ){1,2}(?:Objective|Goal))[*_]{0,3}\s?(?:[:：]|\Z)",
        IGNORECASE,
    )


def behind_name_again(value: str, at: int) -> int:
    """Return where the words begin behind a label that is told once more in brackets: `O1（目标一）…`; else 0.

    Args:
        value: a line.
        at: where its label ends.
    """
    found = _own_name().match(value, at)
    return found.end() if found else 0


@cache
def _own_name() -> Pattern[str]:
    return compile_pattern(
        r"[(（](?:目[标標]|[关關][键鍵](?:[结結]果|成果)|Objective|Key Result) ?[一二三四五六七八九十\d]{0,2}[)）]"
        r"\s?[:：]?\s{0,3}",
        ASCII | IGNORECASE,
    )


LONGEST_LIST = 24
"""Characters of a name that `name_in_list` knows, at most."""


def name_in_list(bare: str) -> str | None:
    """Return the name within what is called a list, or the one of a period or of somebody; None for other words.

    `KR列表`, `关键结果清单`, `核心目标`, `本季度目标（Objective）`.
    """
    found = _list().fullmatch(bare)
    return found["name"] if found else None


@cache
def _list() -> Pattern[str]:
    return compile_pattern(
        r"(?:本?[季年][度]?的?|本期的?|本周期的?|核心|总体|總體|主要|整体|整體|团队|團隊|部门|部門|个人|個人|我的|我们的|我們的"
        r"|业务|業務){0,2}"
        r"(?P<name>目[标標]|[关關][键鍵](?:[结結]果|成果)|KRs?)"
        r" ?(?:[(（](?:Objectives?|OKR|Key Results?|KRs?)[)）])?"
        r" ?(?:列?表|清[单單]|一[览覽]|明[细細])?",
        IGNORECASE,
    )
