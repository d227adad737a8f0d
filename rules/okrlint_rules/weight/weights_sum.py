"""WT002."""

from collections.abc import Iterator, Sequence
from math import fsum

from okrlint.plugins import (
    Context,
    Document,
    Examples,
    Hit,
    Item,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
)
from okrlint_rules.siblings import listed, live, percent, sets_of_objectives, shares


class WeightsSum(ObjectiveRule):
    """Weights are shares of one whole, so they add up to it.

    What it checks: the weights of an objective's key results add up to 100 %, and so do those of the objectives
    themselves where all of them carry one. Key results may also share out the weight of their objective, or one whole
    for the whole document. Small whole numbers (1, 3, 2) are shares of their own sum and right as they are, and so
    are even shares in whole percents (three of 33 %). A set that is wrong is reported at the objective, since no
    single weight is at fault; one of objectives at the first of them.

    Why: a sum of 110 % promises effort that nobody has, one of 80 % leaves some without a purpose. Feishu accepts
    no other sum than 1, Profit.co none than 100 %.

    When to switch it off: where a tool reads the weights as it pleases.
    """

    manual_zh = """权重是同一份精力的占比，合计应为 100%。

    检查什么：一个目标下各条关键结果的权重合计为 100%；各目标都写了权重时，目标的权重合计也为 100%。
    关键结果的权重合计等于目标自身的权重，或全文合计 100%，也算对。不大的整数（1、3、2）按相对份额理解，
    均分时四舍五入到整数百分比（三个 33%），都不算错。
    合计有误不是某一个权重的错，所以报在目标上；目标之间的权重有误，报在第一个目标上。

    为什么：合计 110%，等于许诺了没有的精力；合计 80%，剩下的不知用在哪里。飞书只接受合计为 1，
    Profit.co 只接受合计 100%。

    何时关闭：权重由别的工具自行换算时。
    """

    meta = Meta(
        code="WT002",
        name="weights-sum",
        summary=Words("The weights of siblings add up to 100%.", "同级各条的权重合计为 100%。"),
        severity=Severity.ERROR,
        sources=("FS", "PROFIT"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How exact the sum must be."""

        tolerance: float = 0.005
        ranges = {"tolerance": (0, 1)}
        about = {
            "tolerance": Words(
                "By how much the sum may miss 1: a share from 0 to 1. Even shares in whole percents (3 × 33%) "
                "always pass.",
                "合计与 1 相差多少以内可以接受：0 到 1 之间的小数。均分时四舍五入到整数百分比（3 × 33%）总可以接受。",
            )
        }

    options: Options

    messages = {
        "key-results": Words(
            "the weights of the {count} key results add up to {total} ({sum}), not 100%, though they are shares of "
            "one whole; raise or lower some until they do",
            "{count} 条关键结果的权重合计 {total}（{sum}），不是 100%；权重是同一份精力的占比，请调整到合计 100%",
        ),
        "objectives": Words(
            "the weights of the {count} objectives add up to {total} ({sum}), not 100%, though they are shares of "
            "one whole; raise or lower some until they do",
            "{count} 个目标的权重合计 {total}（{sum}），不是 100%；权重是同一份精力的占比，请调整到合计 100%",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make every customer glad they stayed⟧

                - KR1: churn falls from 4% to 2% (weight: 50%)
                - KR2: 900 qualified leads (weight: 30%)
                - KR3: NPS from 31 to 45 (weight: 30%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧

                | Key result | Weight |
                |---|---|
                | CSAT from 78 to 86 | 0.5 |
                | First answer within 30 minutes | 0.2 |
                | 40% of answers need no second question | 0.2 |
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧

                - Weight: 70%
                - KR1: CSAT from 78 to 86

                ## O2: Make paying feel instant

                - Weight: 50%
                - KR1: 95% of payments confirmed within 2 s
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：⟦让每位客户都庆幸选择了我们⟧

                - KR1：流失率从4%降至2%（权重：50%）
                - KR2：有效线索达到900条（权重：30%）
                - KR3：NPS由31升至45（权重：30%）
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦让客服更有温度⟧

                - KR1：满意度由78升至86（权重：五成）
                - KR2：30分钟内首次回复率达到90%（权重：两成）
                - KR3：四成问题无需二次追问（权重：两成）
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦讓每位客戶都慶幸選擇了我們⟧

                | 關鍵結果 | 權重 |
                |---|---|
                | 流失率從4%降至2% | 10 |
                | 有效線索達到900條 | 40 |
                | NPS由31升至45 | 40 |
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% (weight: 50%)
                - KR2: 900 qualified leads (weight: 30%)
                - KR3: NPS from 31 to 45 (weight: 20%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% (weight: 33.3%)
                - KR2: 900 qualified leads (weight: 33.3%)
                - KR3: NPS from 31 to 45 (weight: 33.3%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% (weight: 33%)
                - KR2: 900 qualified leads (weight: 33%)
                - KR3: NPS from 31 to 45 (weight: 33%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (weight: 30%)
                - KR2: First answer within 30 minutes (weight: 25%)

                ## O2: Make paying feel instant

                - KR1: 95% of payments confirmed within 2 s (weight: 25%)
                - KR2: 99% of refunds within a day (weight: 20%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Weight |
                |---|---|
                | CSAT from 78 to 86 | 1 |
                | First answer within 30 minutes | 3 |
                | 40% of answers need no second question | 2 |
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Weight | Status |
                |---|---|---|
                | CSAT from 78 to 86 | 60% | on track |
                | First answer within 30 minutes | 40% | on track |
                | 40% of answers need no second question | 20% | dropped |
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%（权重：0.5）
                - KR2：有效线索达到900条（权重：0.3）
                - KR3：NPS由31升至45（权重：0.2）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（權重：六成）
                - KR2：30分鐘內首次回覆率達到90%（權重：四成）
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - 权重：60%
                - KR1：满意度由78升至86

                ## O2：让付款快得像没发生过

                - 权重：40%
                - KR1：95%的支付在2秒内确认
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        parts = self._wrong(live(item.key_results))
        if parts and not self._splits_more(fsum(parts), item, context.document):
            yield self._report("key-results", item, parts)
        if item is context.document.objectives[0]:
            for objectives in sets_of_objectives(context.document):
                if parts := self._wrong(objectives):
                    yield self._report("objectives", objectives[0], parts)

    def _wrong(self, siblings: Sequence[Item]) -> tuple[float, ...] | None:
        """Return the shares of siblings that do not add up to one; None where they do, or cannot be told."""
        parts = shares(siblings)
        if not parts or len(parts) == 1 or self._is(fsum(parts), 1) or _is_even_split(parts):
            return None
        return parts

    def _splits_more(self, total: float, objective: Objective, document: Document) -> bool:
        """Tell whether the key results share out what their objective weighs, or the whole document."""
        if objective.weight and objective.weight.value is not None and self._is(total, objective.weight.value):
            return True
        if not 1 < len(document.objectives) <= _MOST_OBJECTIVES:
            return False
        every = shares([key_result for each in document.objectives for key_result in live(each.key_results)])
        return every is not None and self._is(fsum(every), 1)

    def _is(self, total: float, whole: float) -> bool:
        return abs(total - whole) <= self.options.tolerance + _ROUNDING

    def _report(self, message: str, objective: Objective, parts: Sequence[float]) -> Hit:
        total, summands = percent(fsum(parts)), listed(parts, " + ")
        return self.hit(objective.text.span, message, count=len(parts), total=total, sum=summands)


def _is_even_split(parts: Sequence[float]) -> bool:
    """Tell whether each share is the same one of a whole, rounded to whole percents: 33%, 33%, 33%."""
    return all(part == parts[0] and abs(part - 1 / len(parts)) < _HALF_PERCENT for part in parts)


_HALF_PERCENT = 0.005

_ROUNDING = 1e-9
"""What adding up binary fractions may miss by."""

_MOST_OBJECTIVES = 20
"""In a longer document nobody shares out one whole, and adding it all up for each objective would take long."""
