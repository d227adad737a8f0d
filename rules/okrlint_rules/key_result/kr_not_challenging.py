"""KW011."""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from okrlint.plugins import (
    Confidence,
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Meta,
    Metric,
    Quantity,
    RuleOptions,
    Severity,
    Words,
    fold,
)


class KrNotChallenging(KeyResultRule):
    """A key result asks for effort: it is neither reached already nor a token step away.

    What it checks: the target lies some way from the baseline; where it comes near a ceiling (a percentage above 95, a
    grade above 4 of 5) the room that is left counts, and of any percentage that rises a quarter of the gap to 100 is
    enough. A target that the current value meets is an error. A confidence
    of 0.9 before the work begins says the same. The rule is silent where it cannot tell which way the number shall go
    or whether work is under way already, and of committed objectives.

    Why: the trainer's case praises key results that challenge; Google's playbook warns of sandbagging; a confidence
    of ten out of ten means that nothing is at stake.

    When to switch it off: where targets are commitments to others and surprises are unwelcome.
    """

    manual_zh = """关键结果要费力才够得着：既不是已经达到，也不是象征性地挪一小步。

    检查什么：目标值与基线有没有拉开距离；接近上限时（95% 以上的百分比、五分制的四分以上），看的是剩余空间；
    上升的百分比补上到 100% 缺口的四分之一就算够。
    当前值已达到目标值，按错误报告。工作还没开始，信心就有 0.9，也说明同样的问题。
    看不出数字该往哪边走，或工作已在进行中，则不作判断；承诺型目标也不检查。

    为什么：培训师的案例称赞关键结果有挑战性；谷歌的 OKR 手册提醒提防“留一手”；信心十足，等于没有悬念。

    何时关闭：目标值是对外承诺、不宜冒险时。
    """

    meta = Meta(
        code="KW011",
        name="kr-not-challenging",
        summary=Words(
            "A key result is neither reached already nor a token step away.",
            "关键结果既没有已经达到，也不只是象征性的一小步。",
        ),
        severity=Severity.INFO,
        tier=1,
        sources=("SEED", "G-PB", "JS", "DOERR"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What counts as too easy."""

        min_relative_change: float = 0.05
        max_initial_confidence: float = 0.9
        ranges = {"min_relative_change": (0, 1), "max_initial_confidence": (0, 1)}
        about = {
            "min_relative_change": Words(
                "The smallest step from baseline to target that counts, as a share of the baseline, from 0 to 1. "
                "The value is ours.",
                "从基线到目标值至少要走多远，以占基线的比例计，0 到 1。取值由我们自定。",
            ),
            "max_initial_confidence": Words(
                "The confidence at the start from which a key result counts as safe, from 0 to 1.",
                "起始信心达到多少就算十拿九稳，0 到 1。",
            ),
        }

    options: Options

    messages = {
        "token": Words(
            "from {baseline} to {target} is a step of {step}, which may come by itself; set a <target> that takes "
            "another way of working, or mark the objective as committed",
            "从 {baseline} 到 {target} 只走了 {step}，照常做也可能达到；请把目标值定到要换个做法才够得着的程度，"
            "或把目标标为承诺型",
        ),
        "met": Words(
            "the target {target} is met already, since the value stands at {current}; set a <target> beyond it",
            "当前值 {current} 已达到目标值 {target}，无事可做；请把目标值定得更远，例如“从 {current} 到<目标值>”",
        ),
        "sure": Words(
            "a confidence of {confidence} before the work begins leaves nothing at stake; set a <target> that "
            "may be missed",
            "还没开始，信心就有 {confidence}，没有悬念；请把目标值定到有可能达不到的程度",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "Raise NPS from 40 to ⟦41⟧",
                "First-pass yield from 94% to ⟦95%⟧",
                "Net revenue retention from 115% to ⟦116%⟧",
                "Reach ⟦300 stores⟧ (current: 310)",
                "Median build time falls from 30 min to 18 min (confidence: ⟦10/10⟧)",
            ),
            "zh": (
                "NPS从40提升到⟦41⟧",
                "会员总数超过⟦500人⟧（现值：520人）",
                "门店达到⟦300家⟧（现值：310家）",
                "投訴量降至⟦40件⟧（目前30件）",
                "会员复购率由18%升至26%（信心指数：⟦9.5⟧）",
            ),
        },
        good={
            "en": (
                "Raise NPS from 40 to 52",
                "Cut unavailability from 0.5% to 0.1%",
                "Uptime 99.90% → 99.95%",
                "App rating from 4.6 to 4.8",
                "Keep churn below 3% (current: 2%)",
                "Complaints not to exceed 5 a month (current: 14)",
                "First-pass yield from 93% to 97%",
                "Renewal rate from 92% to 95%",
                "Net revenue retention from 115% to 120%",
                """
                # OKRs 2026-Q2

                ## O1: Keep our word to the clinics

                Type: committed

                - KR1: On-time visits from 92% to 94%
                """,
                """
                # OKRs 2026-Q2

                ## O1: Be the store around every corner

                - KR1: Reach 300 stores (current: 310)
                  - Progress: 100%
                """,
            ),
            "zh": (
                "NPS从40提升到52",
                "不可用时长占比从0.5%降至0.1%",
                "处理时长从3天缩短至8小时",
                "每百件申请被退回的不超过5件（现为14件）",
                "不良率不得突破2%（現值：5%）",
                "一次交验合格率由92.5%提高到97%",
                "投訴量控制在40件以內（現值：30件）",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if context.objective is not None and context.objective.kind == "committed":
            return
        hit = self._easy_number(item, context) or self._easy_by_confidence(item, context)
        if hit is not None:
            yield hit

    def _easy_number(self, item: KeyResult, context: Context) -> Hit | None:
        metric = item.metric
        if metric is None or metric.target is None:
            return None
        current = metric.baseline or metric.current
        if current is not None and _is_met(item, current, metric.target) and not _is_under_way(item, context):
            return self.hit(
                metric.target.span,
                "met",
                current=current.raw,
                target=metric.target.raw,
                severity=Severity.ERROR,
            )
        step = _step(metric)
        if step is None or step >= self.options.min_relative_change or metric.baseline is None:
            return None
        return self.hit(
            metric.target.span,
            "token",
            baseline=metric.baseline.raw,
            target=metric.target.raw,
            step=f"{step:.1%}",
            certainty="low" if abs(metric.baseline.value or 0) >= _HUGE else None,
        )

    def _easy_by_confidence(self, item: KeyResult, context: Context) -> Hit | None:
        earliest = _earliest_confidence(item)
        confidence = item.confidence if earliest is None else earliest
        if confidence is None or confidence.problem or confidence.value is None:
            return None
        if confidence.value < self.options.max_initial_confidence:
            return None
        if earliest is None and _is_under_way(item, context):
            return None
        return self.hit(confidence.span, "sure", confidence=confidence.raw)


_HUGE = 10_000
"""The baseline from which a few percent may be a great deal of work; the value is ours."""

_CEILINGS = ((0.95, 1), (4, 5), (9, 10), (95, 100))
"""Scales that end: from where the room that is left counts, and where they end. Of a step that leads there (92% to
97%) the part beyond counts so."""


def _step(metric: Metric) -> float | None:
    """Return how far target and baseline are apart, as a share of the baseline or of the room that is left.

    None where it cannot be told, and where both are the same: there a level shall be held.
    """
    numbers = _comparable(metric.baseline, metric.target)
    if numbers is None:
        return None
    baseline, target = numbers
    if baseline in (0, target):
        return None
    if _closes_gap(baseline, target, metric):
        return None
    step = abs(target - baseline)
    shares = [step / abs(baseline)]
    for threshold, ceiling in _CEILINGS:
        if baseline < ceiling and threshold <= target <= ceiling:
            start = max(baseline, threshold)
            shares.append(abs(target - start) / (ceiling - start))
    return round(max(shares), 6)  # from 98 to 98.1 is 5 % of what is left, not a hair less


def _closes_gap(baseline: float, target: float, metric: Metric) -> bool:
    """Tell whether a share that rises leaves out a good part of what is amiss: from 92% to 95% it falls from 8 to 5.

    Beyond 100% (net revenue retention from 115% to 120%) what is above counts likewise: 20 instead of 15.
    """
    units = {quantity.unit for quantity in (metric.baseline, metric.target) if quantity is not None and quantity.unit}
    if units != {"%"} or not 50 <= baseline < target:
        return False
    if baseline > 100:
        return (target - baseline) / (baseline - 100) >= _GAP
    return target <= 100 and (target - baseline) / (100 - baseline) >= _GAP


_GAP = 0.25
"""The part of the gap that is more than a token; the value is ours."""


def _comparable(first: Quantity | None, second: Quantity | None) -> tuple[float, float] | None:
    """Return both numbers where they are known and no two units differ."""
    if first is None or second is None or first.value is None or second.value is None:
        return None
    if first.unit and second.unit and first.unit != second.unit:
        return None
    return first.value, second.value


def _is_met(item: KeyResult, current: Quantity, target: Quantity) -> bool:
    """Tell whether a value meets a target that the statement names before it ("Reach 300 (current: 310)").

    A value that stands before its target ("from 40% to 35%") is a pair: there the direction itself may be wrong.
    Of a limit that is not to be passed nothing is said: there a level may be held.
    """
    numbers = _comparable(current, target)
    if numbers is None or current.span.start < target.span.start:
        return False
    before = fold(item.text.raw[: max(0, target.span.start - item.text.span.start)][-_REACH:])
    words = _direction().search(before.lower())
    if words is None or _negation().search(before.lower(), 0, words.start()):
        return False
    value, goal = numbers
    return value >= goal if words["up"] else value <= goal


_REACH = 60
"""How many characters before a target its verb is looked for."""


@cache
def _direction() -> re.Pattern[str]:
    """Words that end right before a target and tell on which side of it the goal lies."""
    return re.compile(
        r"""(?: (?P<up> \b(?:reach|hit|exceed|surpass|attain|achieve)(?:es|s)?
                      | \b(?:grow|rise|rais|increas|climb|expand)(?:e?s|e)?\b [^,;.]{0,40}? \bto
                      | (?:提升|提高|增长|增加|扩大|扩展|上升|升|增|涨)(?:到|至) | 达到 | 突破 | 超过 )
              | (?P<down> \b(?:fall|drop|reduc|decreas|lower|cut|shrink|shorten)(?:e?s|e)?\b [^,;.]{0,40}? \bto
                      | \b down\ to | (?:降低|下降|缩短|减少|压缩|压降|缩减|降|减)(?:到|至) ) )
            [\s*_`~]{0,4}$""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _negation() -> re.Pattern[str]:
    """What ends right before a verb and turns it round: 不超过, 不得突破, "not to exceed", "never reaches"."""
    return re.compile(
        r"(?:[不未](?:会|得|能|再|应|可|许|允许|准|让)?|没有?|\b(?:not|never|without)(?:\s(?:to|ever|again))?|n['’]t)\s?$",
        re.ASCII,
    )


def _is_under_way(item: KeyResult, context: Context) -> bool:
    """Tell whether what stands with a key result may be from a time when work had begun."""
    if item.checkins or item.score or item.status or item.field("progress"):
        return True
    objective = context.objective
    cycle = (objective.cycle if objective else None) or context.document.cycle
    if context.today is None or cycle is None or cycle.start is None or cycle.end is None:
        return False
    return context.today > cycle.start + timedelta((cycle.end - cycle.start).days // 3)


def _earliest_confidence(item: KeyResult) -> Confidence | None:
    """Return the confidence of the earliest check-in, if one tells it."""
    rated = [(entry.date, entry.confidence) for entry in item.checkins if entry.date and entry.confidence]
    return min(rated, key=lambda entry: entry[0])[1] if rated else None
