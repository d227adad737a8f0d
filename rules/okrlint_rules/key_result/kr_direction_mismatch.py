"""KW012."""

from collections.abc import Iterator

from okrlint.plugins import (
    Amount,
    Change,
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Meta,
    Severity,
    Words,
    better_when,
    change,
    clauses,
    direction,
    in_one_unit,
    lead,
    metric_name,
)
from okrlint_rules.key_result.places import is_within


class KrDirectionMismatch(KeyResultRule):
    """The verb and the numbers of a key result point the same way, and that way is the better one.

    What it checks: where a key result names a baseline and a target, an "increase" goes up and a "reduce" goes down,
    units being made equal first (3 days to 8 hours goes down). A measure that is known to be the better the lower it
    is (churn, latency, complaints, a rank) is not to rise, nor one that is the better the higher (retention, NPS) to
    fall. Words that only say that things get better (improve, optimize) say no direction, and raising the speed of
    something from 5 to 2 seconds is no mistake.

    Why: two numbers in the wrong order, or the wrong verb, turn every later progress figure upside down, and nobody
    notices before the score is given.

    When to switch it off: where falling revenue or rising churn is what you want.
    """

    manual_zh = """关键结果的动词与数字方向一致，而且是往好的方向走。

    检查什么：写了基线和目标值时，“提升”要往上走，“降低”要往下走，比较前先统一单位（从 3 天到 8 小时是下降）。
    越低越好的指标（流失率、时延、投诉量、名次）不应升高，越高越好的指标（留存率、净推荐值）不应下降。
    “优化”“改善”之类不表示方向；“响应速度从 5 秒提升到 2 秒”也不算错。

    为什么：两个数字写反，或动词用错，以后每次算进度都是反的，往往到打分时才发现。

    何时关闭：确实要让收入下降或流失率上升时。
    """

    meta = Meta(
        code="KW012",
        name="kr-direction-mismatch",
        summary=Words(
            "The verb and the numbers of a key result point the same way.",
            "关键结果的动词与数字方向一致。",
        ),
        severity=Severity.ERROR,
        tier=3,
        sources=("OKRLINT", "FS"),
        since="0.1.0",
    )

    messages = {
        "verb": Words(
            "“{verb}” says {said}, but from {baseline} to {target} the number goes {goes}; correct the verb or the "
            "order of the numbers, as in “<verb> <metric> from <baseline> to <target>”",
            "“{verb}”表示{said}，但从 {baseline} 到 {target} 是{goes}；请改正动词，或调换两个数字，"
            "例如“<指标>从<基线>提升到<目标值>”",
        ),
        "worse": Words(
            "from {baseline} to {target} “{metric}” goes {goes}, which is for the worse; correct the order of the "
            "numbers, or say what is gained by it",
            "“{metric}”从 {baseline} 到 {target} 是{goes}，是在变差；请检查两个数字是否写反，或写明这样做换来什么",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "Increase guest loyalty rate from ⟦48% to 39%⟧",
                "Shorten the queue at the counter from ⟦6 to 11 minutes⟧",
                "Average basket falls from ⟦$31 to $38⟧",
                "Reduce the time to a first reply from ⟦90 minutes to 2 hours⟧",
                "Staff attrition from ⟦8% to 12%⟧",
                "Nurse turnover from ⟦18% down to 22%⟧",
                "Sales from ⟦300 up to 250 a week⟧",
                """
                # OKRs 2026-Q2

                ## O1: Make the counter the quickest in town

                | Key result | Baseline | Target |
                |---|---|---|
                | Reduce the time at the counter | 6 min | ⟦9 min⟧ |
                """,
            ),
            "zh": (
                "老客复购率从⟦36%提升到29%⟧",
                "取货排队时间由⟦4分钟缩短到7分钟⟧",
                "單件包裝成本從⟦2.1元降至2.6元⟧",
                "理赔审核时长从⟦20小时压缩至2天⟧",
                "司机离职率从⟦6%增长到9%⟧",
                "日產量由⟦300件提升到250件⟧",
            ),
        },
        good={
            "en": (
                "Increase guest loyalty rate from 39% to 48%",
                "Improve page load from 800 ms to 200 ms",
                "Raise our place in the city ranking from 10 to 3",
                "Shorten the time to a first reply from 3 days to 8 hours",
                "Reduce returns by 40%",
                "Weekly visits from 200 up to 240",
                "Reduce manual work by raising the share of automatic orders from 20% to 50%",
                "Raise detection of defects before release from 40% to 65%",
            ),
            "zh": (
                "老客复购率从29%提升到36%",
                "首屏打开速度从3秒提升到1秒",
                "同城排名从第10名提升到第3名",
                "理賠審核時長從3天縮短至8小時",
                "投诉量降低40%",
                "投诉一次解决率从60%提升到80%",
                "NPS提升到50，客诉降到30",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        text = item.text.value
        pair = change(text)
        if pair is None:
            yield from self._in_fields(item)
            return
        if not _is_one_statement(text, pair):
            return
        numbers = in_one_unit(pair.baseline, pair.target)
        if numbers is None or numbers[0] == numbers[1]:
            return
        goes = "up" if numbers[1] > numbers[0] else "down"
        name = metric_name(text, pair.start)
        verb = direction(text, pair.start, pair.end)
        span = item.text.locate(pair.start, pair.end)
        baseline = text[pair.baseline.start : pair.baseline.end]
        target = text[pair.target.start : pair.target.end]
        if verb is not None and verb.way != goes:
            if verb.is_loose and _may_better_fall(name, pair.baseline, pair.target):
                return
            yield self.hit(
                span,
                "verb",
                verb=text[verb.start : verb.end],
                said=_WAYS[verb.way],
                baseline=baseline,
                target=target,
                goes=_WAYS[goes],
            )
        elif better_when(name) == _WORSE[goes]:
            yield self.hit(
                span,
                "worse",
                certainty="medium",
                metric=name,
                baseline=baseline,
                target=target,
                goes=_WAYS[goes],
            )

    def _in_fields(self, item: KeyResult) -> Iterator[Hit]:
        """Yield a finding where the verb of a statement contradicts the baseline and the target beside it."""
        metric = item.metric
        baseline, target = (metric.baseline, metric.target) if metric is not None else (None, None)
        if baseline is None or target is None or is_within(baseline, item.text):
            return
        numbers = in_one_unit(baseline, target)
        first = lead(item.text.value)
        verb = direction(item.text.value, first.end, first.end) if first is not None else None
        if numbers is None or numbers[0] == numbers[1] or verb is None or verb.is_loose:
            return
        goes = "up" if numbers[1] > numbers[0] else "down"
        if verb.way != goes:
            yield self.hit(
                target.span,
                "verb",
                certainty="medium",
                verb=item.text.value[verb.start : verb.end],
                said=_WAYS[verb.way],
                baseline=baseline.raw,
                target=target.raw,
                goes=_WAYS[goes],
            )


_WAYS = {"up": Words("up", "上升"), "down": Words("down", "下降")}
_WORSE = {"up": "lower", "down": "higher"}
"""What a measure is whose move in a direction is for the worse: the better the lower, or the higher."""


def _is_one_statement(text: str, pair: Change) -> bool:
    """Tell whether a pair is of one measure: within one clause, or a baseline behind its target (35%，目前 40%)."""
    if pair.baseline.start > pair.target.start:
        return True
    return not any(pair.baseline.end < clause.start <= pair.target.start for clause in clauses(text))


def _may_better_fall(name: str, baseline: Amount, target: Amount) -> bool:
    """Tell whether 提升 may mean that a number falls: times and ranks, and what is the better the lower it is."""
    if better_when(name) == "higher":
        return False
    kinds = {baseline.kind, target.kind}
    return better_when(name) == "lower" or not kinds & {"percent", "money", "score", "size"}
