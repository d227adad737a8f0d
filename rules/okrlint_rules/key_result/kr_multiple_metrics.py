"""KW006."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from okrlint.plugins import (
    Amount,
    Clause,
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
    clauses,
    direction,
    fold,
    is_metric_name,
    lead,
    metric_name,
)
from okrlint_rules.quoting import quoted


class KrMultipleMetrics(KeyResultRule):
    """A key result has one measure.

    What it checks: no two clauses of a key result each bring a measure of their own to a number. A guardrail ("while
    keeping refunds below 2%"), the effect of what the first clause counts ("12 evenings, which bring 300 sign-ups"),
    a condition, a baseline and remarks in parentheses are no second measure; nor are the share and the time limit of
    a service level ("95% of calls within 20 seconds").

    Why: with two measures nobody can say how far the key result is once one is reached and the other is not. GitLab
    asks for one component of progress, Feishu has one indicator for each key result, and Google's playbook wants a
    grade that leaves no room for opinion.

    When to switch it off: where pairs of measures are graded by a rule that everybody knows.
    """

    manual_zh = """一条关键结果只用一个指标衡量。

    检查什么：同一条关键结果里，是否有两个分句各自给一个指标定了目标值。下列情况不算第二个指标：
    护栏（“同时退款率不高于2%”）、前一分句带来的效果（“举办12场夜校，带来300个报名”）、前提条件、基线、括号里的说明，
    以及服务水平里的比例加时限（“95%的来电在20秒内接起”）。

    为什么：一个达到了、另一个没达到，就没人说得清完成了多少。GitLab 要求一条只有一个进度成分，
    飞书一条关键结果对应一个量化指标，谷歌的手册要求打分时没有争议。

    何时关闭：大家都清楚两个指标怎么合并打分时。
    """

    meta = Meta(
        code="KW006",
        name="kr-multiple-metrics",
        summary=Words("A key result has one measure.", "一条关键结果只用一个指标衡量。"),
        severity=Severity.WARNING,
        certainty="medium",
        sources=("GL", "FS", "G-PB"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How many measures pass."""

        max_metrics: int = 1
        allow_guardrail: bool = True
        ranges = {"max_metrics": (1, None)}
        about = {
            "max_metrics": Words(
                "How many measures a key result may have, from 1; one after GitLab and Feishu.",
                "一条关键结果最多几个指标，不小于 1；GitLab 和飞书都是一个。",
            ),
            "allow_guardrail": Words(
                "Whether a level that is to be held (“while keeping refunds below 2%”) is no measure of its own; Doerr "
                "asks for such pairs of effect and counter-effect.",
                "要守住的水平（“同时退款率不高于2%”）是否不算单独的指标；杜尔主张这样成对写出效果和副作用。",
            ),
        }

    options: Options

    messages = {
        "several": Words(
            "“{first}” and “{other}” are measures of their own, so nobody can tell how far this is when only one of "
            "them is reached; write a key result for each, as in “<metric> reaches <target>”",
            "“{first}”和“{other}”是两个指标，只达到其中一个时说不清完成了多少；请拆成两条关键结果，每条写成“<指标>达到<目标值>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "Bring churn down to 2%, and ⟦raise the gross margin to 61%⟧",
                "Checkout conversion reaches 4.5% and ⟦customer satisfaction reaches 88%⟧",
                "Pick-up wait time falls from 12 to 6 minutes; ⟦ticket backlog falls from 300 to 80⟧",
                "40 new stall holders and ⟦$25k in rent⟧",
                "Raise £80,000 and ⟦recruit 40 volunteers⟧",
                "Open 3 clinics and ⟦cut waiting time to 20 minutes⟧",
                "Increase donations from £40k to £60k and ⟦volunteers from 30 to 50⟧",
            ),
            "zh": (
                "课程完课率达到75%，⟦学员满意度达到92%⟧",
                "單店日均營收提升到3萬元，且⟦損耗率降到4%⟧",
                "首屏耗时降至1.2秒；⟦崩溃率降至0.1%⟧",
                "筹款达到80万元，⟦志愿者增至300人⟧",
                "體重由82公斤減至76公斤，⟦體脂率降到20%⟧",
                "营收由40万增到60万，⟦客户由30家增到50家⟧",
            ),
        },
        good={
            "en": (
                "Grow recurring revenue from $48k to $75k",
                "Answer 95% of calls within 20 seconds",
                "Grow weekly orders to 900 while keeping the refund rate below 2%",
                "Hold 12 open evenings, which bring 300 sign-ups",
                "Raise retention to 60% (churn is 9% today)",
                "Rating of 4.6 from at least 200 reviews",
                "Footfall doubles, from 200 to 400 a week",
                "Publish 8 articles and win 20,000 readers",
            ),
            "zh": (
                "课程完课率从60%提升到75%",
                "95%的来电在20秒内接起",
                "周订单量达到900单，同时退款率不高于2%",
                "举办12场夜校，带来报名转化率15%",
                "图书馆生均借阅量翻番，由4册增至8册",
                "30家百人以上的工厂试用，用户达到2万名",
                "到館人次翻倍，由每週200人增至400人",
                "单店日均营收提升到3万元（目前毛利率为21%）",
                "在損耗率低於4%的前提下，單店日均營收提升到3萬元",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        text = item.text.value
        if len(amounts(text)) <= self.options.max_metrics:
            return
        found = list(self._measures(text))
        if len(found) > self.options.max_metrics and not _is_counted_with_effect(found):
            first, other = found[0], found[self.options.max_metrics]
            yield self.hit(
                item.text.locate(other.start, other.end),
                "several",
                first=quoted(text[first.start : first.end]),
                other=quoted(text[other.start : other.end]),
            )

    def _measures(self, text: str) -> Iterator["_Measure"]:
        """Yield the measures that a statement brings to a number, each with its clause."""
        plain = _without_remarks(text)
        if len(clauses(plain)) <= self.options.max_metrics:  # as most have: no need to look for its numbers anew
            return
        first_amounts = _first_amounts(plain)
        if len(first_amounts) <= self.options.max_metrics:
            return
        names: list[str] = []
        for clause, amount in first_amounts:
            words = fold(plain[clause.start : clause.end]).lower()
            if _depends().search(words) or (self.options.allow_guardrail and _is_guardrail(plain, clause)):
                continue
            name = _name(plain, clause, amount)
            made = "" if name else _made(plain, clause, amount)
            if (name or made) and not _is_same(name or made, names):
                names.append(name or made)
                yield _measure(plain, clause, amount, name=name)


def _first_amounts(text: str) -> list[tuple[Clause, Amount]]:
    """Return the clauses that have amounts, each with its first."""
    found = []
    every = amounts(text)
    for clause in clauses(text):
        first = bisect_left(every, clause.start, key=lambda amount: amount.start)
        if first < len(every) and every[first].start < clause.end:
            found.append((clause, every[first]))
    return found


class _Measure(NamedTuple):
    """A measure with its number.

    Attributes:
        start: where it begins in the statement.
        end: where it ends, exclusive.
        is_made: whether it only counts what is made.
        is_named: whether it has a name, and does not only count something.
        is_reached: whether it counts something under a name that nothing but a verb of reaching makes a measure.
    """

    start: int
    end: int
    is_made: bool
    is_named: bool
    is_reached: bool


def _is_counted_with_effect(found: list[_Measure]) -> bool:
    """Tell whether the first clause only counts something and the others whom it wins.

    That is what is made (8 articles, 200 readers), or who uses it (20家企业使用，用户达到4万名).
    """
    first, *others = found
    if first.is_made:
        return not any(measure.is_named for measure in others)
    return not first.is_named and all(measure.is_reached for measure in others)


def _measure(text: str, clause: Clause, amount: Amount, *, name: str) -> _Measure:
    last = max(amount.end, *(other.end for other in amounts(text) if clause.start <= other.start < clause.end))
    words = text[clause.start : max(last, clause.end)]
    start = clause.start + len(words) - len(words.lstrip(" :：，,、"))
    is_named = name not in ("", amount.unit)
    is_known = is_metric_name(name) or direction(text, amount.start, amount.end) is not None
    return _Measure(
        start,
        clause.start + len(words.rstrip(" .。;；，,")),
        is_made=not name,
        is_named=is_named,
        is_reached=is_named and amount.kind == "count" and not is_known,
    )


def _is_same(name: str, names: list[str]) -> bool:
    """Tell whether a name is that of a measure before it, in other words (新客转化率, 转化率)."""
    return any(name.endswith(other[-_HEAD:]) or other.endswith(name[-_HEAD:]) for other in names)


_HEAD = 6
"""How many characters at the end of a name tell which measure it is."""


def _name(text: str, clause: Clause, amount: Amount) -> str:
    """Return what the amount of a clause measures, or "" where it measures nothing for itself.

    It is the name before it that is known as a measure, or that grows, falls or gets somewhere; else what a number
    counts that the clause begins with. The name of a role (目标, baseline) is none.
    """
    name = metric_name(text, amount.start)
    is_named = bool(name) and not name.endswith(_ROLES) and not name.startswith(_FROM)
    if is_named and (is_metric_name(name) or _moves(text, clause, amount)):
        return name
    counts = amount.kind in ("count", "money") and amount.strength == "strong"
    return amount.unit or "" if counts and _begins(text, clause, amount) else ""


_ROLES = ("目标", "指标", "基线", "权重", "信心", "现值", "目标值", "target", "goal", "baseline", "current")
"""Ends of names that tell which of several numbers it is, and not of what."""


_FROM = ("由", "从", "自")
"""What a clause begins with that tells from where to where the measure before it goes: 翻番，由每周4册增至8册."""


def _moves(text: str, clause: Clause, amount: Amount) -> bool:
    """Tell whether the number of a clause is said to rise or fall, to be reached, or to become another one."""
    if direction(text, amount.start, amount.end) is not None:
        return True
    words = fold(text[clause.start : amount.start]).lower().rstrip(" ")
    if words.endswith(_REACHED):
        return True
    return words.endswith((" from", *_FROM)) and any(amount.end < other.start < clause.end for other in amounts(text))


_REACHED = ("达到", "达", "突破", " reaches", " reach")


def _made(text: str, clause: Clause, amount: Amount) -> str:
    """Return what an English clause says to make, where it begins with the verb for it: "recruit 40 volunteers"."""
    first = lead(text[clause.start : clause.end])
    if amount.kind != "count" or first is None or first.verb_class != "output":
        return ""
    begin = clause.start + first.start
    is_direct = begin + len(first.word) <= amount.start and not text[clause.start + first.end : amount.start].strip()
    return amount.unit or "" if is_direct and first.word.isascii() else ""


def _begins(text: str, clause: Clause, amount: Amount) -> bool:
    """Tell whether a clause begins with its amount, a verb that says no more than that it is reached aside."""
    before = text[clause.start : amount.start].strip(" :：-")
    if not before:
        return True
    first = lead(text[clause.start :])
    if first is None or first.verb_class != "outcome" or clause.start + first.end > amount.start:
        return False
    return not text[clause.start + first.end : amount.start].strip()


def _is_guardrail(text: str, clause: Clause) -> bool:
    """Tell whether a clause only keeps a level: its words say so, or the conjunction before it."""
    before = fold(text[max(0, clause.start - 10) : clause.start]).lower().rstrip()
    words = fold(text[clause.start : clause.end]).lower()
    return before.endswith(("while", "whilst", "同时", "without")) or _keeps().search(words) is not None


def _without_remarks(text: str) -> str:
    """Return a text with what stands in parentheses blanked out, letter for letter."""
    if "(" not in text and "（" not in text:
        return text
    return _remark().sub(lambda match: " " * len(match[0]), text)


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(r"[(（][^()（）\n]{0,200}[)）]")


@cache
def _keeps() -> re.Pattern[str]:
    """Words that say that a level is held."""
    return re.compile(
        r"\b(?:keep(?:s|ing)?|maintain(?:s|ing)?|stay(?:s|ing)?|hold(?:s|ing)?|without|remain(?:s|ing)?)\b"
        r"|保持|维持|稳定|控制在|不低于|不高于|不超过|不下降|不降低|不变",
        re.ASCII,
    )


@cache
def _depends() -> re.Pattern[str]:
    """Words of a clause that tells an effect, a condition or a part of another clause."""
    return re.compile(
        r"^[\s,]{0,3}(?:which|that|so|bringing|resulting|leading|generating|yielding|of which|including|where|if|when"
        r"|given|after|before|until|from|versus|vs|up from|down from|currently|compared)\b"
        r"|^[\s,]{0,3}(?:带来|使|让|从而|实现|其中|包括|包含|即|相当于|较|比|同比|环比|目前|当前|现状|上季|去年|原)"
        r"|前提下|情况下|条件下|基础上|的同时",
        re.ASCII,
    )
