"""WT005."""

from collections.abc import Iterator, Sequence

from okrlint.plugins import Context, Examples, Hit, Item, Meta, Objective, ObjectiveRule, Severity, Words
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import is_weighted, live, sets_of_objectives


class WeightsPartial(ObjectiveRule):
    """Where one sibling has a weight, all of them do.

    What it checks: among the key results of an objective, and among the objectives of a document, either all carry a
    weight or none does. Each one that lacks it is reported where it stands: that is where it is to be filled in. A
    placeholder (TODO) is no weight.

    Why: what is left open, somebody fills in silently: Feishu spreads the rest in the old proportions, others read
    it as nothing.

    When to switch it off: where a missing weight means the same to everyone who reads the document.
    """

    manual_zh = """有一条写了权重，其余各条也要写。

    检查什么：同一目标的各条关键结果，以及同一文档的各个目标，要么都有权重，要么都没有。缺少权重的每一条都就地提示，
    因为要补的就是那里。占位词（待定）不算权重。

    为什么：空着的权重总会被悄悄填上：飞书按原有比例分摊余下的部分，别的工具当作零。

    何时关闭：没写权重的含义对所有读者都清楚一致时。
    """

    meta = Meta(
        code="WT005",
        name="weights-partial",
        summary=Words("All siblings carry a weight, or none does.", "同级各条要么都写权重，要么都不写。"),
        severity=Severity.ERROR,
        sources=("FS",),
        since="0.1.0",
    )

    messages = {
        "unweighted": Words(
            "“{text}” has no weight, though {others} one, so every reader fills in another; give it a share too, "
            "100% in all",
            "“{text}”没有权重，而同级已有 {others}写了权重，各人会有各人的理解；请补上占比，合计 100%",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% (weight: 60%)
                - KR2: ⟦900 qualified leads⟧
                - KR3: NPS from 31 to 45 (weight: 20%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Weight |
                |---|---|
                | CSAT from 78 to 86 | 60% |
                | ⟦First answer within 30 minutes⟧ | TBD |
                | ⟦40% of answers need no second question⟧ | |
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - Weight: 0.6
                - KR1: CSAT from 78 to 86

                ## O2: ⟦Make paying feel instant⟧

                - KR1: 95% of payments confirmed within 2 s
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%（权重：60%）
                - KR2：⟦有效线索达到900条⟧
                - KR3：NPS由31升至45（权重：20%）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                | 關鍵結果 | 權重 |
                |---|---|
                | 滿意度由78升至86 | 60% |
                | ⟦30分鐘內首次回覆率達到90%⟧ | |
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - 权重：0.6
                - KR1：满意度由78升至86

                ## O2：⟦让付款快得像没发生过⟧

                - KR1：95%的支付在2秒内确认
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% (weight: 60%)
                - KR2: 900 qualified leads (weight: 20%)
                - KR3: NPS from 31 to 45 (weight: 20%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%
                - KR2: 900 qualified leads
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Weight | Status |
                |---|---|---|
                | CSAT from 78 to 86 | 60% | on track |
                | First answer within 30 minutes | 40% | on track |
                | 40% of answers need no second question | | cancelled |
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%（权重：60%）
                - KR2：有效线索达到900条（权重：20%）
                - KR3：NPS由31升至45（权重：20%）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓每位客戶都慶幸選擇了我們

                - KR1：流失率從4%降至2%
                - KR2：有效線索達到900條
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                | 关键结果 | 权重 | 状态 |
                |---|---|---|
                | 满意度由78升至86 | 60% | 正常 |
                | 30分钟内首次回复率达到90% | 40% | 有风险 |
                | 四成问题无需二次追问 | | 已取消 |
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        yield from self._unweighted(live(item.key_results))
        if item is context.document.objectives[0]:
            for objectives in sets_of_objectives(context.document):
                yield from self._unweighted(objectives)

    def _unweighted(self, siblings: Sequence[Item]) -> Iterator[Hit]:
        without = [sibling for sibling in siblings if not is_weighted(sibling)]
        count = len(siblings) - len(without)
        if not count:
            return
        others = Words("one of its siblings has" if count == 1 else f"{count} of its siblings have", f"{count} 条")
        for sibling in without:
            yield self.hit(sibling.text.span, "unweighted", about=sibling, text=quoted(sibling.text), others=others)
