"""What an item counts, and how many: numbers that may be added to those of other items."""

from collections.abc import Iterator
from functools import cache, lru_cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.plugins import (
    Amount,
    Figure,
    ItemSummary,
    amounts,
    better_when,
    change,
    clauses,
    direction,
    fold,
    is_cjk,
    metric_name,
    metric_range,
    terms,
)

_MOST = 8
"""Numbers of a statement that are looked at."""

_ADDED = ("count", "number", "money", "size")
"""Kinds of amounts that are sums: all others are shares, levels, rates or grades."""


class Counted(NamedTuple):
    """A number of an item.

    Attributes:
        value: what shall be reached.
        baseline: what it starts from, where that is said.
        unit: of money and of weights and lengths; None for what is merely counted.
        things: what is counted, by keys; two numbers that have one in common count the same.
        qualities: further words that tell which of those things: "certified".
        adds: whether it may be added to others: not so a share, a rate, an average or a grade.
        is_new: whether the words say that as many come to those that there are already.
        is_level: whether they say that as many there shall be, those that there are already among them.
        raw: the number as written.
    """

    value: float
    baseline: float | None
    unit: str | None
    things: frozenset[str]
    qualities: frozenset[str]
    adds: bool
    is_new: bool
    is_level: bool
    raw: str


def counted(item: ItemSummary) -> tuple[Counted, ...]:
    """Return the numbers of an item that tell how many or how much there is of something."""
    target, baseline = item.target, item.baseline
    if target is not None and not item.span.start <= target.span.start < item.span.end:
        return _of_field(item.text, item.metric, target, baseline)
    found = _of_text(item.text)
    if baseline is not None and len(found) == 1 and found[0].baseline is None:
        return (found[0]._replace(baseline=baseline.value),)
    return found


def _of_field(text: str, metric: str | None, target: Figure, baseline: Figure | None) -> tuple[Counted, ...]:
    """Return the number of a target that stands apart from the statement."""
    if target.value is None:
        return ()
    words = metric or text
    if not metric and (in_text := [each for each in _of_text(text) if each.value == target.value]):
        return tuple(each._replace(baseline=baseline.value if baseline else each.baseline) for each in in_text)
    read = next(iter(amounts(target.raw)), None)
    kind = read.kind if read else "number"
    phrase = _noun_of(read.unit) if read and read.kind == "count" and read.unit else ""
    phrase = phrase or _noun_in(words)
    low = fold(words).lower()
    unit = _unit(kind, read.unit if read else None)
    things, qualities = _parted(phrase)
    made = Counted(
        target.value,
        baseline.value if baseline else None,
        unit,
        things | _by_whom(low, things),
        qualities,
        kind in _ADDED and not _is_rate(low) and not (unit is None and _is_graded(phrase)),
        _is_new(low),
        _is_level(low, things),
        target.raw,
    )
    return (made,) if things and not _is_lower_better(words, baseline, target) else ()


@lru_cache(maxsize=1024)  # the same item is asked by each goal that it supports
def _of_text(text: str) -> tuple[Counted, ...]:
    return tuple(_in_text(text))


def _in_text(text: str) -> Iterator[Counted]:
    found = amounts(text)
    pair = change(text) if len(found) > 1 else None
    low = fold(text).lower()
    for amount in found[:_MOST]:
        if amount.value is None or (pair and amount == pair.baseline) or _is_start(pair, amount):
            continue
        first = pair.baseline.start if pair and amount.start == pair.target.start else amount.start
        baseline = pair.baseline.value if pair and first != amount.start else None
        clause = next((each for each in clauses(text) if each.start <= amount.start < each.end), None)
        words = low[clause.start : clause.end] if clause else low
        phrase = _phrase(text, low, amount, first)
        things, qualities = _parted(phrase)
        if not things or _is_falling(text, amount, baseline):
            continue
        unit = _unit(amount.kind, amount.unit)
        by_whom = _by_whom(words, things)
        is_sum = amount.kind in _ADDED and not (amount.kind != "money" and unit is None and _is_graded(phrase))
        yield Counted(
            amount.value,
            baseline,
            unit,
            things | by_whom,
            frozenset() if by_whom else qualities,
            is_sum and not _is_rate(words) and not _of_all().search(low, 0, amount.start),
            _is_new(words),
            _is_level(words, things | by_whom),
            text[amount.start : amount.end],
        )


@cache
def _of_all() -> Pattern[str]:
    """Match a part of a whole before the whole: 300 of 1,000 advisers."""
    return compile_pattern(r"\d[ ](?:of|out[ ]of)[ ](?:the[ ]|our[ ])?$", ASCII)


def _is_start(pair: object, amount: Amount) -> bool:
    """Tell whether an amount is where a change starts; its unit may have been filled in."""
    baseline = getattr(pair, "baseline", None)
    return baseline is not None and amount.start == baseline.start


def _is_falling(text: str, amount: Amount, baseline: float | None) -> bool:
    """Tell whether less of something is better: such numbers are limits, and no sums to be reached."""
    if amount.comparator in ("<", "<=") or (
        baseline is not None and amount.value is not None and amount.value < baseline
    ):
        return True
    way = direction(text, amount.start, amount.end)
    return (way is not None and way.way == "down") or better_when(metric_name(text, amount.start)) == "lower"


def _is_lower_better(words: str, baseline: Figure | None, target: Figure) -> bool:
    is_less = baseline is not None and None not in (baseline.value, target.value) and _value(baseline) > _value(target)
    return is_less or better_when(fold(words).lower()) == "lower"


def _value(figure: Figure) -> float:
    return figure.value or 0.0


def _unit(kind: str, unit: str | None) -> str | None:
    """Return the unit of a sum of money, or of weights and lengths; what is counted has none."""
    return unit if kind in ("money", "size") else None


def _phrase(text: str, low: str, amount: Amount, first: int) -> str:
    """Return the words for what an amount counts: its unit, what follows it, or else the name before it.

    Args:
        text: the statement.
        low: the same, folded and in lower case.
        amount: of the statement.
        first: where it begins, or the baseline before it.
    """
    if amount.kind == "rate" and amount.unit:
        return amount.unit
    if amount.kind in ("count", "number"):
        own = _noun_of(low[amount.start : amount.end].lstrip("0123456789.,+ ")) if amount.unit else ""
        unit = fold(amount.unit).lower() if amount.unit else ""
        if unit.isascii() and unit:
            return own or unit
        behind = _behind(low, amount.end)
        if len(behind) > 1:
            return behind
        if len(unit) > 1:
            return unit
    elif behind := _behind(low, amount.end, is_led=True):
        return behind
    name = metric_name(text, first)
    total = _total().search(low, 0, first)
    if total and name.rpartition(" ")[2] in _TOTALS:
        return total["of"]
    return name


def _noun_in(words: str) -> str:
    """Return the noun that the name of a measure is about: downloads of the app."""
    low = fold(words).lower()
    total = _total().search(low + " ")
    if total:
        return total["of"]
    found = _stop().search(low)
    return low[: found.start()] if found and found.start() else low


def _noun_of(words: str) -> str:
    """Return words without magnitudes before them: "certified consultants", "users" for "k users"."""
    return _magnitude().sub("", words).strip()


def _behind(low: str, end: int, *, is_led: bool = False) -> str:
    """Return what follows a number, up to the next punctuation or preposition.

    Args:
        low: the statement, folded and in lower case.
        end: where the number ends.
        is_led: whether a preposition may lead to it, as behind a sum of money: "in new revenue".
    """
    behind = low[end : end + _REACH]
    if behind[:1] == " " and is_cjk(behind[1:2] or " "):
        behind = behind[1:]
    lead = _of().match(behind) if is_led else None
    behind = behind[lead.end() :] if lead else behind
    if behind[:1] in ("的", ""):
        return ""
    if not lead and behind[:1].isascii():
        return ""  # an English noun is the amount's own unit
    found = _stop().search(behind)
    return (behind[: found.start()] if found else behind).strip()


_REACH = 24
"""How many characters behind a number what it counts may stand."""

_TOTALS = ("number", "total", "count", "volume", "amount", "sum")


@cache
def _magnitude() -> Pattern[str]:
    return compile_pattern(
        r"^(?:[\d.,+]+\s?)?(?:million|thousand|billion|hundred|bn|[km](?![a-z])|[百千万亿])?\+?[ ]?(?=\D{2})"
    )


@cache
def _of() -> Pattern[str]:
    return compile_pattern(r"[ ](?:of|in|from|worth[ ]of)[ ](?:new[ ]|the[ ]|annual[ ]|recurring[ ])*(?=[a-z])", ASCII)


@cache
def _total() -> Pattern[str]:
    return compile_pattern(
        rf"\b(?:{'|'.join(_TOTALS)})[ ]of[ ](?P<of>(?:[a-z'-]+[ ]){{0,2}}?[a-z'-]+)"
        r"(?=[ ](?:reach|grow|rise|to|from|is|at|hit|exceed|pass|get|on|in|for|by|per)|[ ]?[:=≥>]|\s*$)",
        ASCII,
    )


@cache
def _stop() -> Pattern[str]:
    return compile_pattern(
        r"[,;。、.(&:!?\[【\n]|\b(?:of|for|in|on|at|from|with|by|and|to|via|through|per|who|that|which|have|has|are|is)\b"
        r"|来自|以上|以下|左右|通过|用于|从|到|至|由|和|与|及|并|或|，|（|在(?!线|校|职|售|读)|的|参加|参与|使用|能够|完成|[0-9]",
        ASCII,
    )


def _parted(phrase: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return keys for what a phrase names, and its other words: 顾问 and 认证, "consultant" and "certifi"."""
    words = phrase.strip(" -:的")
    if not words:
        return frozenset(), frozenset()
    if not is_cjk(words[-1]):
        head, rest = words.rpartition(" ")[2], words.rpartition(" ")[0]
        key = _key(head)
        return (frozenset((key,)), terms(rest) - _PLAIN) if key else (frozenset(), frozenset())
    words = _measure_word().sub("", words) if len(words) > 2 else words
    words = _dated().sub("", words)
    if not words:
        return frozenset(), frozenset()
    if not is_cjk(words[-1]):
        return _parted(words)
    head = words[-2:]
    return frozenset((_canonical().get(head, head),)), terms(words[:-2]) - _PLAIN


def _key(word: str) -> str:
    """Return an English noun without its ending, or the key of those that mean the same."""
    term = next(iter(terms(word)), "")
    return _canonical().get(term, term)


_SAME = (
    "downloads download 下载", "installs install installation 安装 装机", "users user 用户", "members member 会员 成员",
    "customers customer client 客户 顾客", "consultants consultant adviser advisor 顾问", "orders order 订单",
    "sign-ups signup registration 注册", "shops shop store 门店 店铺", "partners partner 伙伴", "revenue 营收 收入",
    "subscribers subscriber 订阅", "followers follower 粉丝", "readers reader 读者", "visitors visitor 访客",
    "schools school 学校", "students student 学生 学员", "teachers teacher 教师 老师",
    "volunteers volunteer 愿者 志工 义工",
)  # fmt: skip
"""Names of the same things in both languages; the first is the key."""

_PLAIN = frozenset(
    (
        *("new", "mor", "additional", "extra", "total", "onlin", "gain", "reach", "get", "win", "add", "grow", "rais"),
        *("increas", "lift", "mak", "hav", "bring", "sell", "sign", "train", "open", "recruit", "hir", "acquir"),
        *(
            "新增",
            "累计",
            "在线",
            "达到",
            "总计",
            "合计",
            "培养",
            "全年",
            "年度",
            "实现",
            "获取",
            "获得",
            "发展",
            "吸引",
        ),
    )
)
"""Words before a noun that do not tell which of the things are meant."""


@cache
def _canonical() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _SAME:
        key, *names = row.split()
        for name in (key, *names):
            found[name if not name.isascii() else next(iter(terms(name)), name)] = key
    return found


@cache
def _measure_word() -> Pattern[str]:
    return compile_pattern(r"(?:总数量|总数|总量|数量|人数|次数|量|数)$")


@cache
def _dated() -> Pattern[str]:
    return compile_pattern(
        r"^(?:第?[一二三四]季度|上半年|下半年|全年|年度|本季度|今年|\d+年|\d+月|[一二三四五六七八九十]+月)[底初末]?[前内]?"
    )


def _by_whom(words: str, things: frozenset[str]) -> frozenset[str]:
    """Return what else is counted where one person does something once: downloads by users, users who download."""
    if not things.isdisjoint(_ONCE):
        return frozenset(("users",)) if _users().search(words) else frozenset()
    if "users" in things:
        return frozenset(key for key, pattern in _once().items() if pattern.search(words))
    return frozenset()


_ONCE = frozenset(("downloads", "installs", "sign-ups"))


@cache
def _users() -> Pattern[str]:
    return compile_pattern(r"\b(?:by|from)[ ](?:[a-z]+[ ]){0,2}users\b|用户(?=下载|安装|注册)", ASCII)


@cache
def _once() -> dict[str, Pattern[str]]:
    return {
        "downloads": compile_pattern(r"\bdownload(?:s|ed|ing)?\b|下载", ASCII),
        "installs": compile_pattern(r"\binstall(?:s|ed|ing)?\b|安装", ASCII),
        "sign-ups": compile_pattern(r"\bsign(?:s|ed)?[ -]up\b|\bregister(?:s|ed)?\b|注册", ASCII),
    }


_FLOWS = frozenset(("downloads", "installs", "sign-ups", "orders", "revenue", "sale", "visit", "view", "售额", "销量"))
"""Things that come about within a time: as many as are counted are all new."""


def _is_level(words: str, things: frozenset[str]) -> bool:
    found = _levels().search(words)
    return found is not None and (things.isdisjoint(_FLOWS) or found["all"] is not None)


@cache
def _levels() -> Pattern[str]:
    return compile_pattern(
        r"(?P<all>\b(?:cumulative|overall|in[ ]total|total|altogether)\b|累计|总数|总量|总计)"
        r"|\b(?:reach|reaches|have|has|hit|hits|get[ ]to|grow[ ]to|grows[ ]to|stand[ ]at)\b|达到?|突破|拥有|增至|保有",
        ASCII,
    )  # fmt: skip


def _is_new(words: str) -> bool:
    return _news().search(words) is not None


@cache
def _news() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:new|more|additional|another|extra|further|win|wins|add|adds|gain|gains|acquire|acquires"
        r"|signs?(?![ -]?ups?)|open|opens|train|trains|certify|certifies|hire|hires|recruit|recruits|onboard|onboards"
        r"|bring|brings|gather|gathers)\b"
        r"|新增|净增|新签|签约|新开|拓展|获取|培养|增加|吸引|招募|招聘|聚集|新",
        ASCII,
    )


def _is_rate(words: str) -> bool:
    return _rates().search(words) is not None


@cache
def _rates() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:per|each|every|average|avg|mean|median|daily|weekly|monthly|a[ ](?:day|week|month|quarter|year)|rate"
        r"|ratio|share|score|rating|concurrent)\b|每|平均|人均|日均|月均|周均|均价|客单|率|占比|评分|得分|日活|月活|同时在线",
        ASCII,
    )


def _is_graded(phrase: str) -> bool:
    """Tell whether a number without a unit is a grade (NPS 45) or an index, and not a count of something."""
    name = phrase.strip()
    if metric_range(name) is not None:
        return True
    last = name.rpartition(" ")[2]
    if last.isascii():
        return not last.endswith("s") or last in ("nps", "ces", "dps", "fps", "rps", "tps", "qps", "progress", "rps")
    return name.endswith(("分", "度", "指数", "等级", "级", "名次", "排名", "值"))
