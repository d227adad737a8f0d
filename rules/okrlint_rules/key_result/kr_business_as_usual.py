"""KW010."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Lead,
    Meta,
    RuleOptions,
    Severity,
    Words,
    amounts,
    change,
    clauses,
    fold,
    is_metric_name,
    is_usual,
    lead,
    moves,
    quantified,
)
from okrlint_rules.key_result.shares import alike
from okrlint_rules.quoting import quoted


class KrBusinessAsUsual(KeyResultRule):
    """A key result changes something; what only has to stay as it is, is watched elsewhere.

    What it checks: a key result with a number does not begin with a verb of going on (maintain, continue, 保持, 坚持),
    nor does it say that a measure remains as it is ("uptime remains at 99.9%", 可用性维持在99.9%). One that keeps a
    limit (stay below, 控制在) is a thought at most: it may guard the others. The rule is silent on sections of health
    metrics or guardrails, on what is to hold while something else grows, where a baseline shows that the number does
    move, for committed objectives, and while such key results are at most a share of their objective's.

    Why: Google's playbook calls it business as usual, Wodtke keeps such figures as health metrics beside the OKRs;
    for Lamorte a key figure becomes a key result when it is to improve.

    When to switch it off: where a service team's OKRs state the levels that it promises. One without a number is
    reported by `kr-is-activity`.
    """

    manual_zh = """关键结果要改变什么；只需维持现状的数字，放到别处关注。

    检查什么：有数字的关键结果，是否以表示延续的词开头（保持、维持、坚持、maintain、continue），
    或者说某个指标维持原样（可用性维持在99.9%）。守住界限的（控制在、不超过、stay below）只作参考，
    它可能是在保护别的指标。健康指标或护栏部分、在别的指标增长时要守住的、写了不同基线因而确实在变化的、
    承诺型目标下的，以及在目标中占比不高的，都不报。

    为什么：谷歌的手册把这叫“照常营业”；沃特克把这类数字作为健康指标，放在 OKR 旁边；
    拉莫特认为，指标要改善时才成为关键结果。

    何时关闭：服务型团队的 OKR 就是承诺要守住的水平时。没有数字的由 kr-is-activity 指出。
    """

    meta = Meta(
        code="KW010",
        name="kr-business-as-usual",
        summary=Words(
            "A key result changes something.",
            "关键结果要改变什么，而不是维持现状。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        sources=("G-PB", "WOD", "LAM", "GL"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How many such key results pass."""

        max_share: float = 0.25
        ranges = {"max_share": (0, 1)}
        about = {
            "max_share": Words(
                "The share of an objective's key results that may keep what is there, from 0 to 1: one of four may "
                "guard the others. The value is ours.",
                "一个目标下最多有多大比例的关键结果可以只是维持现状，0 到 1：四条里可以有一条用来守住底线。"
                "取值由我们自定。",
            )
        }

    options: Options

    messages = {
        "usual": Words(
            "“{word}” goes on with what is there: “{text}” is reached by changing nothing; watch it as a health "
            "metric, or say how it shall improve, as in “<metric> from <baseline> to <target>”",
            "“{word}”是延续现状，“{text}”什么都不改变也算做到；请放进健康指标里关注，或写明要怎样改善，"
            "例如“<指标>从<基线>到<目标值>”",
        ),
        "limit": Words(
            "“{text}” keeps a limit; if it guards other key results, name it among the health metrics, else say how "
            "it shall improve, as in “<metric> from <baseline> to <target>”",
            "“{text}”只是守住界限；若是用来保护别的关键结果，可列入健康指标，否则请写明要怎样改善，"
            "例如“<指标>从<基线>到<目标值>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Maintain⟧ a fill rate of 97%",
                "⟦Continue⟧ to send 4 newsletters a month",
                "⟦Keep⟧ complaints under 20 a month",
                "⟦Sustain⟧ 99% on-time departures",
                "Shelf availability ⟦remains⟧ at 97%",
            ),
            "zh": (
                "⟦保持⟧满床率97%",
                "⟦坚持⟧每月发送4期简报",
                "将投诉量⟦控制在⟧每月20件以内",
                "⟦維持⟧準點率99%",
                "满床率⟦保持在⟧97%",
            ),
        },
        good={
            "en": (
                "Raise the fill rate from 94% to 97%",
                "Keep complaints under 20 a month (from 45)",
                "Maintain a fill rate of 97% while orders double",
                "Keep callers out of the queue",
                """
                # OKRs 2026-Q2

                ## O1: Health metrics

                - KR1: Maintain a fill rate of 97%
                """,
                """
                # OKRs 2026-Q2

                ## O1: Be the warehouse that never lets a shop down

                - KR1: Maintain a fill rate of 97%
                - KR2: Late deliveries fall from 9% to 3%
                - KR3: Shops that renew rise from 60% to 80%
                - KR4: Damaged goods fall from 40 to 15 a week
                """,
            ),
            "zh": (
                "满床率由94%提升到97%",
                "将投诉量由每月45件控制在20件以内",
                "在订单翻倍的同时保持满仓率97%",
                "维护客户关系",
                """
                # 2026年Q2 OKR

                ## O1：健康指标

                - KR1：保持满床率97%
                """,
                """
                # 2026年Q2 OKR

                ## O1：成為讓門店放心的倉庫

                - KR1：保持滿倉率97%
                - KR2：遲到率由9%降到3%
                - KR3：續約門店由60%提升到80%
                - KR4：破損件由每週40件降到15件
                """,
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        opening = _keeps(item)
        if opening is None or _is_exempt(context):
            return
        keeping, total = alike(context, lambda sibling: _keeps(sibling) is not None)
        if len(keeping) <= self.options.max_share * total:
            return
        text = item.text
        span = text.locate(opening.start, opening.end)
        if is_usual(text.value) or fold(text.value[opening.start : opening.end]).lower() in _REMAINING:
            word = text.value[opening.start : opening.end]
            yield self.hit(span, "usual", word=word, text=quoted(text))
        else:
            yield self.hit(span, "limit", text=quoted(text), severity=Severity.INFO, certainty="low")


def _keeps(item: KeyResult) -> Lead | None:
    """Return the verb by which a key result with a number keeps what is there, if it does."""
    text = item.text.value
    if not quantified(item) or change(text) is not None or _is_improved(item):
        return None
    opening = lead(text)
    if opening is None or moves(text):
        return None
    if opening.verb_class not in ("usual", "hold"):
        opening = _held(text)
    if opening is None:
        return None
    return None if _guards().search(fold(text).lower()) else opening


def _held(text: str) -> Lead | None:
    """Return the verb by which a measure keeps a level, if it does: 可用性维持在99.9%, "P95 stays under 1 s"."""
    low = fold(text).lower()
    if not any(map(low.__contains__, _HOLDING)):
        return None
    amount = next(iter(amounts(text)), None)
    found = _holds().search(low, 0, amount.start) if amount is not None else None
    if found is None:
        return None
    begin = max(clause.start for clause in clauses(text) if clause.start <= found.start())
    subject = low[begin : found.start()].strip()
    if not (is_metric_name(subject) or _percentile().search(subject)):
        return None
    group = found.lastindex or 0
    return Lead(found.start(group), found.end(group), found[group], "hold")


_HOLDING = ("持在", "制在", "定在", "stay", "remain", "kept", "held")
"""What a verb that holds a level in the middle of a statement has in it."""


@cache
def _holds() -> re.Pattern[str]:
    """A verb that holds a level right before its number."""
    return re.compile(
        r"(?:持续|长期|始终|稳定)?((?:保持|维持|控制|稳定)在)\s?(?:不低于|不高于|不超过|[<>≤≥]=?)?\s?$"
        r"|\b(stays?|remains?|(?:is|are) (?:kept|held))"
        r" (?:at(?: least| most)?|under|below|above|over|within|no (?:more|less) than)\s?$",
        re.ASCII,
    )


_REMAINING = ("保持在", "维持在", "remain", "remains", "is kept", "are kept", "is held", "are held")
"""Verbs of `_holds` that say that all remains as it is; the others may bring a level down to a limit."""


@cache
def _percentile() -> re.Pattern[str]:
    return re.compile(r"\bp\d\d(?:\.\d)?$", re.ASCII)


def _is_improved(item: KeyResult) -> bool:
    """Tell whether fields show that the value is to move."""
    metric = item.metric
    if metric is None or metric.target is None:
        return False
    before = metric.baseline or metric.current
    return before is not None and before.value != metric.target.value


@cache
def _guards() -> re.Pattern[str]:
    """Words by which a level is to hold in spite of something, or to come down to it."""
    return re.compile(
        r"\b(?:while|whilst|during|despite|even (?:as|though|when)|throughout|through|as we|without|when|from \$?\d"
        r"|current(?:ly)?|baseline|down|up)\b|同时|前提下|情况下|期间|仍|由.{0,6}\d|从.{0,6}\d|目前|现值|基线|当前|以上一",
        re.ASCII,
    )


def _is_exempt(context: Context) -> bool:
    """Tell whether an objective stands for figures that shall not move, or for a promise."""
    objective = context.objective
    if objective is None:
        return False
    return objective.kind == "committed" or context.lexicon("guardrails").has(objective.text.value)
