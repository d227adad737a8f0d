"""ST002."""

from collections.abc import Iterator

from okrlint.plugins import Context, Examples, Hit, Meta, Objective, ObjectiveRule, RuleOptions, Severity, Words
from okrlint_rules.siblings import live


class TooFewKrs(ObjectiveRule):
    """One or two key results seldom prove an objective.

    What it checks: an objective has at least so many key results; those that were dropped do not count. An objective
    without any is left to `objective-without-krs`.

    Why: a single measure can be reached while the objective is missed. Google's playbook lists too few key results
    among the traps; the case, 况阳 and Confirm work with three to five.

    When to switch it off: set `min` to 2 where two are the custom (Castro: two to five), or switch it off where one
    measure is the objective's whole meaning.
    """

    manual_zh = """一两条关键结果很难证明目标达成。

    检查什么：一个目标至少有规定条数的关键结果；已取消的不算。一条也没有的，由 objective-without-krs 提示。

    为什么：只看一个指标，指标达到了，目标仍可能落空。谷歌的 OKR 手册把关键结果不足列为常见陷阱；培训师的案例、
    况阳和 Confirm 都取三到五条。

    何时关闭：习惯写两条的，请把 `min` 设为 2（卡斯特罗：二到五条）；一个指标就足以代表目标的，可以关闭。
    """

    meta = Meta(
        code="ST002",
        name="too-few-krs",
        summary=Words("An objective has enough key results to prove it.", "目标有足够的关键结果来证明。"),
        severity=Severity.WARNING,
        sources=("G-PB", "CONFIRM", "KY", "CAS", "YS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How many are enough."""

        min: int = 3
        ranges = {"min": (1, None)}
        about = {
            "min": Words(
                "The least number of key results of an objective: 1 or more. Three as in the case, 况阳 and Confirm; "
                "Castro takes two.",
                "一个目标最少有几条关键结果：1 或更大。案例、况阳、Confirm 取 3，卡斯特罗取 2。",
            )
        }

    options: Options

    messages = {
        "few": Words(
            "the objective has too few key results ({count}, at least {min}): they can be met while it is missed; add "
            "what else would show that it is reached, such as a measure of quality beside one of quantity",
            "关键结果太少（{count} 条，至少 {min} 条）：做到了也未必等于达成目标；请补上还能证明它的指标，"
            "例如在数量之外衡量质量",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Win the campus market⟧",
                "⟦Make every customer glad they stayed⟧",
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧

                | Key result | Status |
                |---|---|
                | CSAT from 78 to 86 | on track |
                | First answer within 30 minutes | at risk |
                | 40% of answers need no second question | dropped |
                """,
            ),
            "zh": (
                "⟦拿下高校市场⟧",
                "⟦讓每位客戶都慶幸選擇了我們⟧",
                """
                # 2026年Q2 OKR

                ## O1：⟦让客服更有温度⟧

                - KR1：满意度由78升至86
                - KR2：30分钟内首次回复率达到90%
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up
                - KR2: 40% of them order again
                - KR3: NPS from 31 to 45
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Target |
                |---|---|
                | CSAT | 86 |
                | First answer | 30 minutes |
                | Questions asked twice | 5% |
                """,
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                ## O2: Make support feel human

                - KR1: CSAT from 78 to 86
                - KR2: First answer within 30 minutes
                - KR3: 40% of answers need no second question
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名
                - KR2：复购率达到40%
                - KR3：NPS由31升至45
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                | 關鍵結果 | 目標值 |
                |---|---|
                | 滿意度 | 86 |
                | 首次回覆時長 | 30分鐘 |
                | 二次追問率 | 5% |
                """,
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市场

                ## O2：让客服更有温度

                - KR1：满意度由78升至86
                - KR2：30分钟内首次回复率达到90%
                - KR3：四成问题无需二次追问
                - KR4：客诉率从3%降至1%
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        count = len(live(item.key_results))
        if item.key_results and count < self.options.min:
            yield self.hit(item.text.span, "few", count=count, min=self.options.min)
