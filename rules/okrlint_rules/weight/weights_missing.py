"""WT001."""

from collections.abc import Iterator

from okrlint.plugins import Context, Examples, Hit, Meta, Objective, ObjectiveRule, RuleOptions, Severity, Words
from okrlint_rules.siblings import is_weighted, live


class WeightsMissing(ObjectiveRule):
    """Key results without weights do not tell first from second.

    What it checks: where an objective has two key results or more, they carry weights: the share of effort that each
    of them gets. Where only some have one, `weights-partial` says so instead.

    Why: the trainer's case asks for the share of effort: whoever grasps at everything hardly reaches the objective.
    Feishu always keeps weights; Perdoo and Profit.co offer them.

    When to switch it off: where the team sets no weights. Betterworks calls them needless, Klau averages the grades
    plainly, GitLab weighs evenly; priorities (P0, P1) will do as long as `accept_priority` is on.
    """

    manual_zh = """没有权重的关键结果分不出主次。

    检查什么：一个目标有两条或更多关键结果时，它们应写明权重，即各占多少精力。只有一部分写了权重时，
    由 weights-partial 提示。

    为什么：培训师的案例要求写明精力占比：眉毛胡子一把抓，目标很难达成。飞书始终保留权重；Perdoo 和 Profit.co
    可以设置权重。

    何时关闭：团队不设权重时。Betterworks 认为权重没有必要，克劳直接取平均分，GitLab 各条等权；
    只要 `accept_priority` 开启，写优先级（P0、P1）也可以。
    """

    meta = Meta(
        code="WT001",
        name="weights-missing",
        summary=Words(
            "The key results of an objective carry weights, which tell first from second.",
            "目标的各条关键结果写明权重，分出主次。",
        ),
        severity=Severity.ERROR,
        tier=1,
        sources=("SEED", "FS", "PERDOO", "PROFIT", "YS"),
        since="0.1.0",
        folds=True,
    )

    class Options(RuleOptions):
        """What tells first from second."""

        accept_priority: bool = True
        about = {
            "accept_priority": Words(
                "Whether priorities (P0, P1, …) on the key results do in place of weights, as Chinese notes on OKRs "
                "suggest.",
                "关键结果上的优先级（P0、P1 等）能否代替权重（有中文 OKR 读书笔记如此建议）。",
            )
        }

    options: Options

    messages = {
        "missing": Words(
            "none of the {count} key results has a weight, so nothing tells first from second; give each its share "
            "of effort, as in “(weight: <share>%)”, 100% in all",
            "{count} 条关键结果都没有权重，分不出主次；请为每条写明精力占比，合计 100%，例如“（权重：<占比>%）”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make every customer glad they stayed⟧

                - KR1: churn falls from 4% to 2%
                - KR2: 900 qualified leads
                - KR3: NPS from 31 to 45
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Ship parcels that are a joy to lift⟧

                - KR1: parcel weight falls from 900 g to 720 g
                - KR2: 95% of parcels arrive undamaged
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧

                | Key result | Owner | Weight |
                |---|---|---|
                | CSAT from 78 to 86 | Ana Ruiz | |
                | First answer within 30 minutes | Ben Ode | |
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：⟦让每位客户都庆幸选择了我们⟧

                - KR1：流失率从4%降至2%
                - KR2：有效线索达到900条
                - KR3：NPS由31升至45
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦让包裹拿在手里轻轻松松⟧

                - KR1：包裹重量减轻20%
                - KR2：95%的包裹完好送达
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦讓客服更有溫度⟧

                - KR1：滿意度由78升至86（權重：待定）
                - KR2：30分鐘內首次回覆率達到90%（權重：待定）
                """,
            ),
        },
        good={
            "en": (
                "Make every customer glad they stayed",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (weight: 60%)
                - KR2: First answer within 30 minutes (weight: 40%)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% [P0]
                - KR2: 900 qualified leads [P1]
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (weight: 60%)
                - KR2: First answer within 30 minutes
                """,
            ),
            "zh": (
                "让每位客户都庆幸选择了我们",
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（权重：六成）
                - KR2：30分钟内首次回复率达到90%（权重：四成）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓每位客戶都慶幸選擇了我們

                | 關鍵結果 | 負責人 | 權重 |
                |---|---|---|
                | 流失率從4%降至2% | 王芳 | 70% |
                | 有效線索達到900條 | 李強 | 30% |
                """,
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%【P0】
                - KR2：有效线索达到900条【P1】
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        key_results = live(item.key_results)
        if len(key_results) < 2 or any(map(is_weighted, key_results)):
            return
        if self.options.accept_priority and any(key_result.priority for key_result in key_results):
            return
        yield self.hit(item.text.span, "missing", count=len(key_results))
