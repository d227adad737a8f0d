"""CK007."""

from collections.abc import Iterator
from datetime import date

from okrlint.plugins import (
    Context,
    Document,
    DocumentRule,
    Examples,
    Hit,
    Meta,
    Objective,
    RuleOptions,
    Severity,
    Words,
)
from okrlint_rules.checkin.entries import CHANGE
from okrlint_rules.checkin.phases import is_over
from okrlint_rules.siblings import live


class ScoresSandbagged(DocumentRule):
    """Where everything is reached in full, the targets were too easy; where nothing is, they were a dream.

    What it checks: in a closed cycle with several graded key results, not all of them score `high` or more, nor all
    less than `low`. What is committed is to score in full and does not count. One cycle only is looked at.

    Why: Google's sweet spot is 0.6 to 0.7; Klau calls 0.8 and more too easy and 0.4 and less bad; a Chinese
    encyclopaedia says the same; Wodtke expects 70 to 80 % depending on the business.

    When to switch it off: where OKRs are commitments, as in regulated work, or in a team's first cycle.
    """

    manual_zh = """全部满分，说明目标太容易；全都很低，说明目标不切实际。

    检查什么：已结束的周期里有若干关键结果评了分时，不应全部达到 `high` 或以上，也不应全部低于 `low`。
    承诺型本应满分，不计入。只看一个周期。

    为什么：谷歌的理想区间是 0.6 到 0.7；克劳认为 0.8 以上太容易，0.4 以下不好，百科的说法相同；
    沃特克视业务而定，期望 70% 到 80%。

    何时关闭：OKR 都是承诺时（例如受监管的工作），或团队的第一个周期。
    """

    meta = Meta(
        code="CK007",
        name="scores-sandbagged",
        summary=Words("Scores are neither all full nor all low.", "得分既不全满，也不全低。"),
        severity=Severity.INFO,
        certainty="medium",
        sources=("G-RW", "KLAU", "BK", "WOD"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What is too good, and what too bad."""

        high: float = 0.9
        low: float = 0.4
        min_krs: int = 4
        exclude_committed: bool = True
        ranges = {"high": (0, 1), "low": (0, 1), "min_krs": (2, None)}
        about = {
            "high": Words(
                "From which score on all are too good, 0 to 1; between the 0.8 of Klau and the full mark.",
                "全部不低于多少算太容易，0 到 1；介于克劳的 0.8 与满分之间。",
            ),
            "low": Words("Below which score all are too low, 0 to 1; Klau.", "全部低于多少算太低，0 到 1；克劳。"),
            "min_krs": Words(
                "How many key results must be graded, 2 or more; a choice of ours: fewer may all be reached by chance.",
                "至少有几条评了分才检查，2 或以上；本工具的选择：太少时可能只是巧合。",
            ),
            "exclude_committed": Words(
                "Whether what is committed is left out, since it is to be reached in full; Google.",
                "是否不计承诺型，因为本应满分；谷歌。",
            ),
        }

    options: Options

    messages = {
        "easy": Words(
            "all {count} key results scored {least} or more, so the targets asked for little; next time raise them "
            "until "
            "about 70% is a good result",
            "{count} 条关键结果全都在 {least} 或以上，目标定得太容易；下次请提高目标值，使 70% 左右就是好成绩",
        ),
        "hard": Words(
            "all {count} key results scored {most} or less, so the targets were out of reach; next time ask for what "
            "the "
            "team can grow into, and find out what stood in the way",
            "{count} 条关键结果全都不高于 {most}，目标不切实际；下次请定在努力后够得着的水平，并找出障碍",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q1

                ## O1: ⟦Make support feel human⟧

                - KR1: CSAT from 78 to 86 (score: 1.0)
                - KR2: First answer within 30 minutes (score: 1.0)
                - KR3: 40% of answers need no second question (score: 0.9)
                - KR4: 12 of 15 agents stay (score: 1.0)
                """,
                """
                # OKRs 2026-Q1

                ## O1: ⟦Make support feel human⟧

                - KR1: CSAT from 78 to 86 (score: 0.2)
                - KR2: First answer within 30 minutes (score: 0.1)

                ## O2: Make paying feel instant

                - KR1: 95% of payments confirmed within 2 s (score: 0.3)
                - KR2: 99% of refunds within a day (score: 0)
                """,
                """
                # OKRs 2026-Q1

                ## O1: ⟦Make support feel human⟧

                | Key result | Score |
                |---|---|
                | CSAT from 78 to 86 | 100% |
                | First answer within 30 minutes | 100% |
                | 40% of answers need no second question | 95% |
                | 12 of 15 agents stay | 100% |
                """,
            ),
            "zh": (
                """
                # 2026年Q1 OKR

                ## O1：⟦让客服更有温度⟧

                - KR1：满意度由78升至86（得分：1.0）
                - KR2：首次回复不超过30分钟（得分：1.0）
                - KR3：四成问题无需二次追问（得分：0.9）
                - KR4：15名客服留任12名（得分：1.0）
                """,
                """
                # 2026年Q1 OKR

                ## O1：⟦讓客服更有溫度⟧

                | 關鍵結果 | 得分 |
                |---|---|
                | 滿意度由78升至86 | 0.1 |
                | 首次回覆不超過30分鐘 | 0.3 |
                | 四成問題無需二次追問 | 0.2 |
                | 15名客服留任12名 | 0.3 |
                """,
                """
                # 2026年Q1 OKR

                ## O1：⟦让客服更有温度⟧

                - KR1：满意度由78升至86（得分：100%）
                - KR2：首次回复不超过30分钟（得分：90%）
                - KR3：四成问题无需二次追问（得分：95%）
                - KR4：15名客服留任12名（得分：100%）
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (score: 0.7)
                - KR2: First answer within 30 minutes (score: 0.5)
                - KR3: 40% of answers need no second question (score: 0.9)
                - KR4: 12 of 15 agents stay (score: 0.6)
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - Type: committed
                - KR1: CSAT from 78 to 86 (score: 1.0)
                - KR2: First answer within 30 minutes (score: 1.0)
                - KR3: 40% of answers need no second question (score: 1.0)
                - KR4: 12 of 15 agents stay (score: 1.0)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (score: 0.1)
                - KR2: First answer within 30 minutes (score: 0.1)
                - KR3: 40% of answers need no second question (score: 0)
                - KR4: 12 of 15 agents stay (score: 0.2)
                """,
            ),
            "zh": (
                """
                # 2026年Q1 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（得分：0.7）
                - KR2：首次回复不超过30分钟（得分：0.5）
                - KR3：四成问题无需二次追问（得分：0.9）
                - KR4：15名客服留任12名（得分：0.6）
                """,
                """
                # 2026年Q1 OKR

                ## O1：让客服更有温度

                - 类型：承诺型
                - KR1：满意度由78升至86（得分：1.0）
                - KR2：首次回复不超过30分钟（得分：1.0）
                - KR3：四成问题无需二次追问（得分：1.0）
                - KR4：15名客服留任12名（得分：1.0）
                """,
                """
                # 2026年Q1 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（得分：1.0）
                - KR2：首次回覆不超過30分鐘（得分：1.0）
                """,
            ),
        },
        today=date(2026, 4, 25),
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        groups: dict[str, list[Objective]] = {}
        for objective in live(item.objectives):
            cycle = objective.cycle or item.cycle
            if cycle and is_over(cycle, context.today) and self._counts(objective):
                groups.setdefault(cycle.value, []).append(objective)
        for objectives in groups.values():
            yield from self._judged(objectives)

    def _judged(self, objectives: list[Objective]) -> Iterator[Hit]:
        """Yield what the scores of one cycle say of its targets."""
        results = [result for objective in objectives for result in live(objective.key_results)]
        scores = [result.score.value for result in results if result.score and result.score.value is not None]
        if len(scores) < self.options.min_krs:
            return
        first, least, most = objectives[0], min(scores), max(scores)
        if least >= self.options.high - CHANGE:
            yield self.hit(first.text.span, "easy", about=first, collective=True, count=len(scores), least=f"{least:g}")
        elif most < self.options.low - CHANGE:
            yield self.hit(first.text.span, "hard", about=first, collective=True, count=len(scores), most=f"{most:g}")

    def _counts(self, objective: Objective) -> bool:
        return not (self.options.exclude_committed and objective.kind == "committed")
