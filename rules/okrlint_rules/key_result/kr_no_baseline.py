"""KW005."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from okrlint.plugins import (
    Amount,
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
    amounts,
    change,
    fold,
    kind,
    lead,
    moves,
)
from okrlint_rules.quoting import quoted


class KrNoBaseline(KeyResultRule):
    """A change says where it starts from.

    What it checks: a change that is told as a share of what is there (by 20%, double, 提升三成, 翻番) has a base beside
    it: a pair (from 2.5% to 3%), a baseline in words or in a field, a period that it is compared with (year on year,
    同比), or the level that it leads to. With `scope` set to "change" each key result that moves something needs one,
    with "all" each that measures something.

    Why: a fifth more than what? Without the base nobody can grade it, and the base that is chosen afterwards suits
    whoever chooses it. Viva Goals, Feishu and GitLab's criteria ask for a start and a target value.

    When to switch it off: where the baselines are kept in the tool that the figures come from.
    """

    manual_zh = """写变化，就要写明从哪里起步。

    检查什么：以比例表示的变化（提升20%、翻番、降低三成、double）有没有起点：成对的数（从2.5%到3%）、
    文字或字段里的基线、用来比较的时期（同比、较上季度），或最终达到的水平。
    `scope` 设为 change 时，凡是要让指标变动的都要有起点；设为 all 时，凡是有指标的都要有。

    为什么：提升20%，是在什么基础上？没有起点就无法评分，事后再选起点，就会选有利的那个。
    Viva Goals、飞书和 GitLab 的标准都要求写起始值和目标值。

    何时关闭：起始值都记录在出数据的系统里时。
    """

    meta = Meta(
        code="KW005",
        name="kr-no-baseline",
        summary=Words(
            "A change says where it starts from.",
            "写变化，就要写明从哪里起步。",
        ),
        severity=Severity.INFO,
        sources=("VIVA", "LAM", "GL", "FS", "OP"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which key results need a baseline."""

        scope: Literal["relative", "change", "all"] = "relative"
        accept_period: bool = True
        accept_from_zero: bool = True
        about = {
            "scope": Words(
                "Which key results need a baseline: those that tell a change as a share or multiple (relative), those "
                "that move something (change), or all that measure something (all).",
                "哪些关键结果要有基线：以比例或倍数表示变化的（relative）、要让指标变动的（change），"
                "或所有带指标的（all）。",
            ),
            "accept_period": Words(
                "Whether a period to compare with passes as a base (year on year, than last quarter).",
                "写明与哪个时期比较（同比、较上季度）是否算有起点。",
            ),
            "accept_from_zero": Words(
                "Whether, with the scopes change and all, a level to be reached passes without a baseline (reach, win, "
                "acquire): it may start from zero.",
                "scope 为 change 或 all 时，是否放过“达到、新增、签约”这类可能从零起步的关键结果。",
            ),
        }

    options: Options

    messages = {
        "relative": Words(
            "“{amount}” leaves open of what: without the value it starts from nobody can grade it; say “<metric> from "
            "<baseline> to <target>”, or add “(baseline: <value>)”",
            "“{amount}”是在什么基础上？不写起始值就无法评分；请写“<指标>从<基线>到<目标值>”，或补上“（基线：<起始值>）”",
        ),
        "change": Words(
            "“{text}” does not say where it starts from, so nobody sees how far the way is; say “<metric> from "
            "<baseline> to <target>”, or add “(baseline: <value>)”",
            "“{text}”没有写从哪里起步，看不出要走多远；请写“<指标>从<基线>到<目标值>”，或补上“（基线：<起始值>）”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "Cut scrap ⟦by 15%⟧",
                "Reduce waste ⟦by approx. 20%⟧",
                "⟦Triple⟧ the number of repeat guests",
                "⟦30% fewer⟧ missed appointments",
                "Bookings through the app ⟦up 40%⟧",
            ),
            "zh": (
                "废品率⟦降低15%⟧",
                "浪费⟦减少大约20%⟧",
                "回头客人数⟦翻两番⟧",
                "爽约次数⟦减少三成⟧",
                "小程序預訂量⟦增長40%⟧",
            ),
        },
        good={
            "en": (
                "Cut scrap from 6% to 5%",
                "Triple the number of repeat guests (currently 40 a month)",
                "Missed appointments down to 4%",
                "Bookings through the app up 40% year on year",
                "Fuel bill down a fifth on last summer",
                "Fuel bill down 20% against the year before",
                "Grow exports by 25% to $3M",
                "95% of letters answered within a day",
                """
                # OKRs 2026-Q2

                ## O1: Be the workshop that wastes nothing

                - KR1: Cut scrap by 15%
                  - Baseline: 6%
                """,
            ),
            "zh": (
                "废品率从6%降到5%",
                "回头客人数翻番（目前每月40人）",
                "爽约率降到4%",
                "小程序预订量同比增长40%",
                "燃料費比上個夏天降低20%",
                "出口额增长25%，达到300万美元",
                "轉化率提升到20%",
                """
                # 2026年Q2 OKR

                ## O1：成为零浪费的车间

                - KR1：废品率降低15%
                  - 基线：6%
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": ("⟦Raise retention to 80%⟧",),
                    "zh": ("⟦留存率提升到80%⟧",),
                },
                good={},
                options={"scope": "change"},
            ),
        ),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if _has_field(item):
            return
        text = item.text
        found = _relative(text.value)
        if found is not None:
            if not self._has_base(item, found):
                start, end = found
                yield self.hit(text.locate(start, end), "relative", amount=text.value[start:end])
        elif self.options.scope != "relative" and self._needs_base(item) and not self._has_base(item, None):
            yield self.hit(text.span, "change", text=quoted(text))

    def _needs_base(self, item: KeyResult) -> bool:
        text = item.text.value
        if kind(item) != "outcome":
            return False
        opening = lead(text)
        if opening is not None and opening.verb_class in ("hold", "usual"):
            return False
        if self.options.accept_from_zero and _from_zero().search(fold(text).lower()):
            return False
        return self.options.scope == "all" or moves(text)

    def _has_base(self, item: KeyResult, relative: tuple[int, int] | None) -> bool:
        texts = [item.text.value, *(measure.value for measure in item.measures)]
        if any(change(text) or _base().search(fold(text).lower()) for text in texts):
            return True
        if relative is None:
            return False
        if self.options.accept_period and any(_period().search(fold(text).lower()) for text in texts):
            return True
        return _leads_to_level(item.text.value, relative[1])


def _has_field(item: KeyResult) -> bool:
    metric = item.metric
    return metric is not None and (metric.baseline is not None or metric.current is not None)


_NEAR = 40
"""Characters before or behind a number within which words tell whether it is a change."""

_DOUBLINGS = (
    *("double", "triple", "treble", "quadruple", "quintuple", "halv"),
    *("翻", "倍增", "成倍", "减半", "腰斩", "对折"),
)
"""How an amount begins that is a change by itself."""


def _relative(text: str) -> tuple[int, int] | None:
    """Return where the first change stands that is told as a share or multiple of what is there."""
    low = fold(text).lower()
    for amount in amounts(text):
        if _is_condition(low, amount):
            continue
        if low.startswith(_DOUBLINGS, amount.start):
            return amount.start, amount.end
        if amount.kind in ("percent", "points", "multiple", "fraction"):
            place = _change_by(low, amount)
            if place is not None:
                return None if _ends_it(low, amount) else place
    return None


def _is_condition(low: str, amount: Amount) -> bool:
    """Tell whether an amount says under which condition something holds: 体量 +25% 情况下, "with volume up 25%, …"."""
    behind = low[amount.end : amount.end + _NEAR_CONDITION]
    if any(words in behind for words in ("情况下", "前提下", "条件下")):
        return True
    return behind.startswith(",") and low.startswith(("with ", "given ", "despite "))


_NEAR_CONDITION = 8


def _change_by(low: str, amount: Amount) -> tuple[int, int] | None:
    """Return where an amount stands with the words that make a change of it; None where it is a level or a share."""
    is_share = low.startswith((" of ", "的"), amount.end)  # "viewed by 50% of the team"
    at = max(0, amount.start - _NEAR)
    head, tail = low[at : amount.start], low[amount.end : amount.end + _NEAR]
    before = _before().search(head) if any(map(head.__contains__, _SIGNS_BEFORE)) else None
    if before is not None and not is_share:
        return (at + before.start(before.lastindex) if before.lastindex else amount.start), amount.end
    behind = _behind().match(low, amount.end) if any(map(tail.__contains__, _SIGNS_BEHIND)) else None
    if behind is not None:
        return amount.start, behind.end()
    is_signed = low[amount.start] == "+" and not low[: amount.start].endswith((" at ", " to ", " of "))
    return (amount.start, amount.end) if is_signed else None


_SIGNS_BEFORE = (
    *("by", "up", "down", "grow", "grew", "increas", "ris", "ros", "drop", "fall", "gain", "reduc", "decreas", "cut"),
    *"升高长加涨大低降少短缩约省小快速调浮增减多",
)
_SIGNS_BEHIND = (
    *("more", "fewer", "less", "er", "increas", "decreas", "reduc", "growth", "improv", "uplift", "drop", "declin"),
    *("ris", "增", "涨", "升", "降"),
)
"""Without any of its signs a pattern below finds nothing, and it takes long to build."""


def _ends_it(low: str, amount: Amount) -> bool:
    """Tell whether all of something goes: to reduce failures by 100% needs no base."""
    return amount.value == 100 and _downward().search(low) is not None


@cache
def _downward() -> re.Pattern[str]:
    return re.compile(r"reduc|cut|decreas|lower|eliminat|降|减|缩|消除")


@cache
def _before() -> re.Pattern[str]:
    """Words right before an amount that make a change of it."""
    return re.compile(
        r"""(?: (?<![\w-])
            (?: (by|up|down|grows?|grew|increase[sd]?|rises?|rose|drops?|falls?|gains?|reduced?|decreased?)
              | (?:grow|increase|reduce|cut|decrease)
                (?: \s (?!(?:by|up|down|to|from|at|of|above|below|over|under|for|with|in|on|the|within|top)\b)
                  [a-z-]{1,20} ){1,2} )
            (?:\s(?:at\sleast|about|around|over|more\sthan|up\sto|another|an?\sfurther|roughly|some|approx(?:\.|imately)?
              |ca\.?|circa|c\.|nearly|almost|close\sto|[~≥>≈]=?))?\s?
          | (提升|提高|增长|增加|上升|上涨|攀升|扩大|降低|下降|减少|缩短|压缩|压降|缩减|节约|节省|缩小|加快|提速
              |下调|上浮|[增升涨降减]幅|增|涨|降|减|(?<![至最不])[多少])
            幅?了?(?:大约|约为|约|接近|将近|近|大概|差不多|超过|超|至少|不低于|不少于|不小于|达到?|[:：≥>]=?)?\s?
        ) $""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _behind() -> re.Pattern[str]:
    """Words right behind an amount that make a change of it."""
    return re.compile(
        r"""\s (?: more|fewer|less|faster|slower|higher|lower|quicker|cheaper|shorter|increases?|decreases?|reductions?
              |growth|improvements?|uplift|drop|decline|rise)\b (?!\s(?:than\s(?:\d|half|zero)|or\b))
          | 的?(?:增长|增幅|涨幅|提升|下降|降幅|降低)(?!率)""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _base() -> re.Pattern[str]:
    """Words that name the value that something starts from, with the value behind them."""
    return re.compile(
        r"""\b(?:baseline|current(?:ly)?|today|now|from|was|were|up\sfrom|down\sfrom|against|versus|vs\.?|start(?:ing)?)\b
            (?:\s?(?:of|is|at|value|about|around|level|the|[:=~(])){0,3} \s?[$€£¥]?\d
          | [$€£¥]?\d[^\s]{0,10}\s(?:today|now|currently|last\s(?:year|quarter|month)|baseline)\b
          | (?:基线|基数|基准|现值|当前|目前|现在|现有|现状|原来?|由|从|起点|初始值?|截至|上季度?|去年|上月|上年|年初)
            [^\s,，。；;]{0,6}[:：为是约]?\s?[$€£¥]?[\d零一二两三四五六七八九十百千万]""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _period() -> re.Pattern[str]:
    """Words that name the period, or the thing, that something is compared with."""
    return re.compile(
        r"""\b(?:compared\s(?:to|with)|relative\sto|year[\s-](?:on|over)[\s-]year|quarter[\s-](?:on|over)[\s-]quarter
              |month[\s-](?:on|over)[\s-]month|week[\s-](?:on|over)[\s-]week|yoy|qoq|mom|wow|y/y|q/q|m/m|y-o-y|versus|vs
              |annually|(?:weekly|monthly|quarterly|annual|yearly)\s(?:growth|increase|decrease|reduction|gain)
              |over\s(?:last|the\s(?:last|previous|prior))|than\s(?!\d|half|zero)\w{1,20}
              |from\s(?:last|the\s(?:last|previous|prior)|q[1-4]|fy|h[12]|20\d\d)
              |(?:last|previous|prior)\s(?:year|quarter|month|week|spring|summer|autumn|fall|winter|season|term|semester
                |half|cycle|harvest|christmas|easter|january|february|march|april|may|june|july|august|september|october
                |november|december)
              |against\s(?:q[1-4]|h[12])|(?:on|against)\s(?:20\d\d(?![-/.\d])|(?:the\s|a\s)?(?:year|quarter|month|season|summer|winter)\s
                (?:before|ago|earlier)|the\ssame\s(?:period|time|month|quarter|week))
              |today['’]s|the\scurrent|baseline)\b
          | %\s(?:a|per|each|every)\s(?:year|quarter|month|week)\b
          | 同比|环比|年均|月均|较|相比|比照|对比|比(?:上|去|前|本|同|往|竞|历|20\d\d|\d)|上[季月年周期届]|上个
          | 上学期|上赛季|上半年|前年|上一|去年|往年|基线
          | 在.{1,10}基础上
          | 每[年季月周](?:环比|递增|增长|增加|提升|下降|降低|减少)""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _from_zero() -> re.Pattern[str]:
    """Verbs of a level that may be reached from zero."""
    return re.compile(
        r"\b(?:reach|achiev|attain|hit|gain|win|won|acquir|attract|earn|secur|clos|generat|get|land|obtain|receiv|sell"
        r"|sold|sign|becom|bring|zero)\w{0,3}\b"
        r"|达到|达成|实现|突破|超过|获得|获取|取得|赢得|新增|净增|签约|成交|拿下|吸引|累计|卖出|招募|零|不低于|不高于|不超过",
        re.ASCII,
    )


def _leads_to_level(text: str, end: int) -> bool:
    """Tell whether the level stands beside a change: by 25% to $3M, 增长25%，达到300万, reaches 300 (+25%)."""
    for amount in amounts(text):
        if amount.end < end and text[amount.end : end].lstrip()[:1] in ("(", "（"):
            return True
        if end <= amount.start <= end + _NEAR:
            between = f" {fold(text[end : amount.start]).lower()} "
            return any(word in between for word in (" to ", " reaching ", "(", "达", "到", "至", "即", "="))
    return False
