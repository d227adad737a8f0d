"""Time limits in Chinese: 两周内, 上线后三个月内, 项目结束前, X季度."""

from collections.abc import Iterator
from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import simplify
from okrlint.language.time_limits.limit import LimitUnit, TimeLimit, listed
from okrlint.language.time_units.placing import leads_with_verb

_UNITS: dict[str, LimitUnit] = {
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "月": "month",
    "季度": "quarter",
    "年": "year",
}

_UNIT_ENDS = frozenset("天日周期拜月度年")
_NUMBERS = frozenset("0123456789一二两三四五六七八九十半")
_STRETCH_ENDS = frozenset("结收")
"""Characters of which `_length` and `_stretch` need one each; traditional texts have the same."""

_CLAUSE_SIGNS = "，,。;；：:、！!？?（）()【】|\n"
_BLANKS = " \t*_`"
_LONGEST_VALUE = 40
_REACH = 24
"""How many characters before a limit are looked at."""


@cache
def _length() -> Pattern[str]:
    return compile_pattern(
        r"(?<![\d.一二三四五六七八九十前近每满月])(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)[ ]?"
        r"(?:个[ ]?)?(?:多)?(?P<unit>天|日|周|星期|礼拜|(?<=个)月|(?<=个 )月|季度|年)(?:的?时间)?"
        r"(?P<within>之内|以内|内)?(?![率均活度末底])",
        ASCII,
    )


def chinese_limits(text: str) -> Iterator[TimeLimit]:
    """Yield the limits that a statement sets."""
    lengths = ("内" in text or "后" in text) and not (_UNIT_ENDS.isdisjoint(text) or _NUMBERS.isdisjoint(text))
    stretches = "前" in text and not _STRETCH_ENDS.isdisjoint(text)
    blanks = ("x" in text or "X" in text) and ("季度" in text or "月" in text)
    if not (lengths or stretches or blanks):
        return
    text = simplify(text)
    if lengths:
        for match in _length().finditer(text):
            limit = _limit(text, match)
            if limit:
                yield limit
    if stretches:
        for match in _stretch().finditer(text):
            yield TimeLimit(*match.span(), "day")
    if blanks:
        yield from _blanks(text)


def chinese_value(text: str) -> TimeLimit | None:
    """Return the limit that a field's value is: 两周内, 6月30日后一周, 上线后第3天, 项目结束前."""
    if len(text) > _LONGEST_VALUE:
        return None
    start = len(text) - len(text.lstrip(_BLANKS))
    for match in _length().finditer(text):
        after = "后" in text[: match.start()] or text[match.end() :].lstrip("之以").startswith("后")
        if after or (match["within"] and match.start() - start <= len("接下来的 ")):
            end = match.end() if after or match["within"] else len(text.rstrip(_BLANKS))
            return TimeLimit(start, end, _UNITS[match["unit"]])
    stretch = _stretch().search(text)
    return TimeLimit(*stretch.span(), "day") if stretch else next(_blanks(text), None)


def _limit(text: str, match: Match[str]) -> TimeLimit | None:
    unit = _UNITS[match["unit"]]
    if unit == "quarter" and "个" not in match[0] and match["number"] not in {"两", "半"}:
        return None  # 3季度内: a quarter of the year
    before = text[max(0, match.start() - _REACH) : match.start()]
    short = unit in {"day", "week"}
    event = _event(before)
    if event and (match["within"] or "后" in before[-event:]):
        bounds = _closes(text, match.end()) or _leads_to_deed(text, match.end()) or (match["within"] and not short)
        return TimeLimit(match.start() - event, match.end(), unit) if bounds else None
    if not match["within"] or not _begins(before):
        return None
    head, tail = _clause(text, match)
    if _recurs(head) or (short and _recurs(tail)):
        return None
    if _leads_to_deed(text, match.end(), sure=short) or (not short and _closes(text, match.end())):
        return TimeLimit(match.start(), match.end(), unit)
    return None


def _event(before: str) -> int:
    """Return the length of the words for an event that comes once, right before a length of time; 0 without one."""
    words = before.rstrip(_BLANKS).removesuffix("第").removesuffix("的")
    words = words.removesuffix("起").removesuffix("后").removesuffix("之").removesuffix("以")
    event = max((event for event in listed("event_zh") if words.endswith(event)), key=len, default="")
    return len(before) - len(words) + len(event) if event else 0


def _begins(before: str) -> bool:
    """Tell whether a clause begins where these words end, or a word that leads to a limit stands there."""
    words = before.rstrip(_BLANKS)
    return (
        not words
        or len(words) < len(before)
        or words[-1] in _CLAUSE_SIGNS
        or words.endswith(tuple(listed("lead_in_zh")))
    )


def _closes(text: str, end: int) -> bool:
    """Tell whether a clause ends here."""
    rest = text[end : end + 8].lstrip(_BLANKS)
    return not rest or rest[0] in _CLAUSE_SIGNS


_BEFORE_A_DEED = ("将", "把", "使", "让", "令", "要", "须", "必须", "力争", "争取", "累计", "全部", "全面", "至少")


def _leads_to_deed(text: str, end: int, *, sure: bool = False) -> bool:
    """Tell whether words for what is done by then follow: 完成…, 将…降至, 圆满开工; `sure` as in `leads_with_verb`."""
    rest = text[end : end + 16].lstrip(_BLANKS)
    if rest[:1] in {"，", ","}:
        return True
    if rest.startswith(_BEFORE_A_DEED):
        return True
    return leads_with_verb(rest, sure=sure)


def _clause(text: str, match: Match[str]) -> tuple[str, str]:
    """Return the words of the clause before and behind a length of time."""
    start, end = max(0, match.start() - _REACH), min(len(text), match.end() + _REACH)
    head, tail = text[start : match.start()], text[match.end() : end]
    for sign in _CLAUSE_SIGNS:
        head = head.rpartition(sign)[2]
        tail = tail.partition(sign)[0]
    return head, tail


def _recurs(clause: str) -> bool:
    return any(map(clause.__contains__, listed("recurs_zh")))


@cache
def _stretch() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?:Sprint|sprint|SPRINT|迭代|冲刺)[ #-]{0,2}[A-Za-z]?-?\d{0,4}"
        r"|(?:本次?|该)?(?:项目|试点|试运行|公测|内测|学期|迭代))"
        r"[ ]?(?:周期|阶段)?[ ]?(?:结束|完结|收尾|收官)(?=[ ]?(?:之前|以前|前(?![端后三])))",
        ASCII,
    )


@cache
def _blank() -> Pattern[str]:
    return compile_pattern(r"(?<![A-Za-z\d])[xX]{1,2}[ ]?(?:季度|月(?:[xX]{1,2}[ ]?[日号]|[底末初])?)", ASCII)


def _blanks(text: str) -> Iterator[TimeLimit]:
    """Yield dates that were left blank: X季度完成…, x月x日前."""
    for match in _blank().finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        rest = text[match.end() : match.end() + 16]
        due = rest.lstrip(_BLANKS).startswith(("前", "之前", "以前", "内")) or _closes(text, match.end())
        if _begins(before) and (due or _leads_to_deed(text, match.end())):
            yield TimeLimit(*match.span(), "quarter" if "季" in match[0] else "month", placeholder=True)
