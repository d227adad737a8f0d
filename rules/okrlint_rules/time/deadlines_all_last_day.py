"""TM003."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    KeyResult,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    kind,
)
from okrlint_rules.siblings import live
from okrlint_rules.time.cycles import cycle_around


class DeadlinesAllLastDay(ObjectiveRule):
    """If everything is due on the last day, there is no plan.

    What it checks: the key results of an objective are not all due on the last day of the cycle. It speaks only of
    objectives with a key result that is work to be finished or counted: a measure alone is naturally read at the end.

    Why: Google's playbook asks for real dates, and names those on the last day of a quarter as a sign that nobody
    thought of when things can be done.

    When to switch it off: where work is planned in another tool and the date only says in which cycle it belongs.
    """

    manual_zh = """全部定在最后一天，等于没有计划。

    检查什么：一个目标下的关键结果，截止日期不要全部落在周期的最后一天。只有其中含有要完成或要计数的工作时才提示：
    单纯的指标本来就在期末统计。

    为什么：谷歌的 OKR 手册要求写真实的日期；全写季度最后一天，说明没有想过什么时候能做完。

    何时关闭：工作在别的工具里排期，这里的日期只表示属于哪个周期时。
    """

    meta = Meta(
        code="TM003",
        name="deadlines-all-last-day",
        summary=Words("Deadlines are spread over the cycle.", "截止日期分布在整个周期里。"),
        severity=Severity.INFO,
        sources=("G-PB",),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """When it is too many."""

        share: float = 1.0
        min_krs: int = 3
        explicit_only: bool = True
        ranges = {"share": (0, 1), "min_krs": (1, None)}
        about = {
            "share": Words(
                "Which share of the deadlines of an objective, 0 to 1, is too many on the last day. The value is ours.",
                "一个目标的截止日期有多大比例（0 到 1）落在最后一天才提示。取值由我们自定。",
            ),
            "min_krs": Words(
                "With how many dated key results an objective is looked at, 1 or more. The value is ours: two dates "
                "may well be the same.",
                "至少有几条带日期的关键结果才检查，1 或以上。取值由我们自定：两个日期相同不足为奇。",
            ),
            "explicit_only": Words(
                "Whether only dates that key results name themselves count; otherwise the end of the cycle that they "
                "inherit counts too.",
                "是否只计算关键结果自己写明的日期；否则从周期继承的结束日也计算在内。",
            ),
        }

    options: Options

    messages = {
        "last": Words(
            "{count} of {dated} key results are due on the last day of the cycle ({date}), so nothing shows before it "
            "is too late; give work that can be finished earlier its real date, as in “by <date>”",
            "{dated} 条关键结果中有 {count} 条定在周期最后一天（{date}），出了问题也来不及发现；"
            "能提早完成的请写明真实的日期，例如“<日期>前”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: ⟦Win the campus market⟧

                - KR1: Launch the student app (due: 2026-06-30)
                - KR2: 900 students sign up (due: 2026-06-30)
                - KR3: Publish 12 campus guides (due: 30 June)
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧

                - KR1: Write a handbook of answers by EOQ
                - KR2: CSAT from 78 to 86 by EOQ
                - KR3: Train 20 advisers by end of June
                """,
                """
                # OKRs May 2026

                ## O1: ⟦Get the bakery ready for summer⟧

                | Key result | Due |
                |---|---|
                | Install the second oven | 31 May |
                | Hire 3 bakers | 31 May |
                | 8 new recipes on the menu | 2026-05-31 |
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：⟦拿下高校市场⟧

                - KR1：上线学生版应用（截止：6月30日）
                - KR2：注册学生达到900名（截止：2026-06-30）
                - KR3：发布12份校园指南（截止：6月底）
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦讓客服更有溫度⟧

                - KR1：季度末前完成應答手冊
                - KR2：Q2末滿意度由78升至86
                - KR3：6月底前培訓20名顧問
                """,
                """
                # 2026年5月 OKR

                ## O1：⟦让面包店准备好迎接夏天⟧

                | 关键结果 | 截止日期 |
                |---|---|
                | 安装第二台烤箱 | 5月31日 |
                | 招聘3名面包师 | 5月31日 |
                | 上架8款新品 | 5月底 |
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: Launch the student app (due: 2026-05-15)
                - KR2: 900 students sign up (due: 2026-06-30)
                - KR3: Publish 12 campus guides (due: 30 June)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 by EOQ
                - KR2: Time to the first answer from 9 to 2 hours by EOQ
                - KR3: NPS from 31 to 45 by EOQ
                """,
                """
                # OKRs 2026-Q2

                ## O1: Get the bakery ready for summer

                - KR1: Install the second oven
                - KR2: Hire 3 bakers
                - KR3: 8 new recipes on the menu
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：上线学生版应用（截止：5月15日）
                - KR2：注册学生达到900名（截止：2026-06-30）
                - KR3：发布12份校园指南（截止：6月底）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：Q2末滿意度由78升至86
                - KR2：Q2末首次回覆時長從9小時縮短到2小時
                - KR3：Q2末NPS由31升至45
                """,
                """
                # 2026年Q2 OKR

                ## O1：让面包店准备好迎接夏天

                - KR1：安装第二台烤箱
                - KR2：招聘3名面包师
                - KR3：上架8款新品
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        cycle = cycle_around(context)
        end = cycle.end if cycle else None
        if end is None:
            return
        dated = [(each, each.deadline.value) for each in live(item.key_results) if self._counts(each) and each.deadline]
        last = [each for each, day in dated if day == end]
        if len(dated) < self.options.min_krs or not last or len(last) < self.options.share * len(dated):
            return
        if any(kind(each) in ("output", "activity") for each in last):
            yield self.hit(item.text.span, "last", count=len(last), dated=len(dated), date=end)

    def _counts(self, item: KeyResult) -> bool:
        return item.deadline is not None and not (self.options.explicit_only and item.deadline_inherited)
