"""CF008."""

from collections.abc import Iterator
from datetime import date

from okrlint.plugins import Context, Document, DocumentRule, Examples, Hit, Meta, RuleOptions, Severity, Words
from okrlint_rules.checkin.entries import is_done, latest_confidence
from okrlint_rules.checkin.phases import running_objectives
from okrlint_rules.siblings import live


class ConfidenceAllSame(DocumentRule):
    """Confidence that is the same everywhere, weeks into the cycle, has been filled in and not judged.

    What it checks: after the first two weeks of a running cycle the key results of a document do not all have the
    same confidence. Those that are done or graded do not count, and words or colours with three steps only are a
    weaker sign.

    Why: our own conclusion from Wodtke, who starts every key result at five of ten and moves it every week: where
    all still stand at one value, nobody has moved them. The trainer's case looks for the change.

    When to switch it off: where confidence is given for an objective as a whole.
    """

    manual_zh = """周期过了几周，信心指数还全都一样，说明只是填上了，没有评估。

    检查什么：进行中的周期过了最初两周之后，一份文件里各关键结果的信心指数不应全都相同。已完成或已评分的不算；
    只有三档的文字或颜色，把握记为“低”。

    为什么：本工具从沃特克的做法得出的结论：她让每条关键结果从十分之五开始，每周调整；还停在同一个数值，
    说明没人调整过。培训师的案例看的正是变化。

    何时关闭：信心指数按整个目标给出时。
    """

    meta = Meta(
        code="CF008",
        name="confidence-all-same",
        summary=Words("Confidence differs between key results.", "各关键结果的信心指数有差别。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("SEED", "WOD", "OKRLINT"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """When sameness says something."""

        min_krs: int = 3
        after_weeks: int = 2
        ranges = {"min_krs": (2, None), "after_weeks": (0, None)}
        about = {
            "min_krs": Words(
                "How many key results there must be, 2 or more; a choice of ours: two may agree by chance.",
                "至少有几条关键结果才检查，2 或以上；本工具的选择：两条相同可能只是巧合。",
            ),
            "after_weeks": Words(
                "After how many weeks of the cycle it is checked, 0 or more; a choice of ours: two weekly check-ins.",
                "周期开始几周之后检查，0 或以上；本工具的选择，即每周一次的两次跟进。",
            ),
        }

    options: Options

    messages = {
        "same": Words(
            "all {count} key results have the confidence “{value}”, {weeks} weeks into the cycle; judge each anew: "
            "which "
            "has become likelier since the start, and which less likely?",
            "周期已过 {weeks} 周，{count} 条关键结果的信心指数全是“{value}”；请逐条重新评估：与期初相比，"
            "哪条更有把握，哪条更没把握？",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: ⟦5/10⟧)
                - KR2: First answer within 30 minutes (confidence: 5/10)
                - KR3: 40% of answers need no second question (confidence: 5/10)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Confidence |
                |---|---|
                | CSAT from 78 to 86 | ⟦70%⟧ |
                | First answer within 30 minutes | 70% |
                | 40% of answers need no second question | 70% |
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: ⟦5/10⟧)
                - KR2: First answer within 30 minutes (confidence: 5/10)

                ## O2: Make paying feel instant

                - KR1: 95% of payments confirmed within 2 s (confidence: 5/10)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（信心指数：⟦5⟧）
                - KR2：首次回复不超过30分钟（信心指数：5）
                - KR3：四成问题无需二次追问（信心指数：5）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                | 關鍵結果 | 信心指數 |
                |---|---|
                | 滿意度由78升至86 | ⟦6/10⟧ |
                | 首次回覆不超過30分鐘 | 6/10 |
                | 四成問題無需二次追問 | 6/10 |
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（信心指数：⟦50%⟧）
                - KR2：首次回复不超过30分钟（信心指数：50%）

                ## O2：让付款快得像没发生过

                - KR1：95%的支付在2秒内确认（信心指数：50%）
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 5/10)
                - KR2: First answer within 30 minutes (confidence: 5/10)
                - KR3: 40% of answers need no second question (confidence: 6/10)
                """,
                """
                # OKRs 2026-Q3

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 5/10)
                - KR2: First answer within 30 minutes (confidence: 5/10)
                - KR3: 40% of answers need no second question (confidence: 5/10)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 5/10)
                - KR2: First answer within 30 minutes (confidence: 5/10)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（信心指数：5）
                - KR2：首次回复不超过30分钟（信心指数：5）
                - KR3：四成问题无需二次追问（信心指数：7）
                """,
                """
                # 2026年Q3 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（信心指数：5）
                - KR2：首次回复不超过30分钟（信心指数：5）
                - KR3：四成问题无需二次追问（信心指数：5）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（信心指數：5，狀態：已完成）
                - KR2：首次回覆不超過30分鐘（信心指數：5）
                - KR3：四成問題無需二次追問（信心指數：5）
                """,
            ),
        },
        today=date(2026, 4, 29),
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        late = [(phase, found) for phase, found in running_objectives(context) if self._is_late(phase.days)]
        open_results = [
            result
            for _, objective in late
            for result in live(objective.key_results)
            if not result.score and not is_done(result)
        ]
        values = [value for result in open_results if (value := latest_confidence(result))]
        if len(values) < max(self.options.min_krs, len(open_results)) or len({value.value for value in values}) > 1:
            return
        first = values[0]
        yield self.hit(
            first.span,
            "same",
            certainty="low" if first.scale in ("levels", "signal") else None,
            count=len(values),
            value=first.raw,
            weeks=min(phase.days for phase, _ in late) // 7,
        )

    def _is_late(self, days: int) -> bool:
        return days >= 7 * self.options.after_weeks
