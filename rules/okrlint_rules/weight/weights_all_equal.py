"""WT003."""

from collections.abc import Iterator

from okrlint.plugins import Context, Examples, Hit, Meta, Objective, ObjectiveRule, RuleOptions, Severity, Words
from okrlint_rules.siblings import listed, live, shares


class WeightsAllEqual(ObjectiveRule):
    """Weights that are all the same set no priority.

    What it checks: the weights of an objective's key results differ, where there are three or more of them. Equal
    within rounding (33 %, 33 %, 34 %) counts as the same.

    Why: the trainer's case warns of splitting effort evenly: work needs first and second. Many tools fill in equal
    shares by themselves, so an even split often means that nobody chose; Perdoo shows how it misleads where one key
    result matters most.

    When to switch it off: where weights are not set on purpose, as in GitLab, which weighs evenly.
    """

    manual_zh = """权重全都一样，等于没有主次。

    检查什么：一个目标有三条或更多关键结果时，它们的权重有高有低。取整造成的差别（33%、33%、34%）算作相同。

    为什么：培训师的案例提醒不要平均用力：工作要分主次。不少工具会默认平均分配，所以平分往往说明没有人做过取舍；
    Perdoo 说明了某条关键结果最重要时，平分会造成怎样的误导。

    何时关闭：团队有意不设权重时，例如 GitLab 各条等权。
    """

    meta = Meta(
        code="WT003",
        name="weights-all-equal",
        summary=Words("The weights of key results differ.", "各条关键结果的权重有高有低。"),
        severity=Severity.WARNING,
        tier=1,
        sources=("SEED", "PERDOO"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """When an even split is one."""

        min_krs: int = 3
        tolerance: float = 0.01
        ranges = {"min_krs": (2, None), "tolerance": (0, 1)}
        about = {
            "min_krs": Words(
                "From how many key results on an even split is reported: 2 or more; two halves may well be meant.",
                "从几条关键结果起检查平分：2 或更大；两条各半常常是有意的。",
            ),
            "tolerance": Words(
                "By how much weights may differ and still count as equal: a share from 0 to 1; the default is what "
                "rounding to whole percentages makes of thirds.",
                "权重相差多少以内算作相同：0 到 1 之间的小数；默认值是三等分取整到百分比的误差。",
            ),
        }

    options: Options

    messages = {
        "equal": Words(
            "the {count} key results all weigh the same ({weights}): splitting evenly puts nothing first; give the "
            "largest share to the one that moves the objective most",
            "{count} 条关键结果的权重都一样（{weights}）：平均用力就没有主次；请让最能推动目标的那条占比最高",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make every customer glad they stayed⟧

                - KR1: churn falls from 4% to 2% (weight: 25%)
                - KR2: 900 qualified leads (weight: 25%)
                - KR3: NPS from 31 to 45 (weight: 25%)
                - KR4: 60% of customers renew early (weight: 25%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧

                - KR1: CSAT from 78 to 86 (weight: 33%)
                - KR2: First answer within 30 minutes (weight: 33%)
                - KR3: 40% of answers need no second question (weight: 34%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧

                | Key result | Weight |
                |---|---|
                | CSAT from 78 to 86 | 1 |
                | First answer within 30 minutes | 1 |
                | 40% of answers need no second question | 1 |
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：⟦让每位客户都庆幸选择了我们⟧

                - KR1：流失率从4%降至2%（权重：25%）
                - KR2：有效线索达到900条（权重：25%）
                - KR3：NPS由31升至45（权重：25%）
                - KR4：提前续约的客户达到60%（权重：25%）
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦让客服更有温度⟧

                - KR1：满意度由78升至86（权重：33%）
                - KR2：30分钟内首次回复率达到90%（权重：33%）
                - KR3：四成问题无需二次追问（权重：34%）
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦讓每位客戶都慶幸選擇了我們⟧

                | 關鍵結果 | 權重 |
                |---|---|
                | 流失率從4%降至2% | 20 |
                | 有效線索達到900條 | 20 |
                | NPS由31升至45 | 20 |
                | 提前續約的客戶達到60% | 20 |
                | 客訴率從3%降至1% | 20 |
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% (weight: 40%)
                - KR2: 900 qualified leads (weight: 30%)
                - KR3: NPS from 31 to 45 (weight: 20%)
                - KR4: 60% of customers renew early (weight: 10%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (weight: 50%)
                - KR2: First answer within 30 minutes (weight: 50%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (weight: 40%)
                - KR2: First answer within 30 minutes (weight: 40%)
                - KR3: 40% of answers need no second question (weight: 20%)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%（权重：40%）
                - KR2：有效线索达到900条（权重：30%）
                - KR3：NPS由31升至45（权重：20%）
                - KR4：提前续约的客户达到60%（权重：10%）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（權重：50%）
                - KR2：30分鐘內首次回覆率達到90%（權重：50%）
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                - KR2：30分钟内首次回复率达到90%
                - KR3：四成问题无需二次追问
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        weights = shares(live(item.key_results))
        if weights is None or len(weights) < max(2, self.options.min_krs):
            return
        if max(weights) - min(weights) <= self.options.tolerance + _ROUNDING:
            yield self.hit(item.text.span, "equal", count=len(weights), weights=listed(weights, " / "))


_ROUNDING = 1e-9
"""What subtracting binary fractions may miss by."""
