"""TM002."""

from collections.abc import Iterator
from typing import Literal

from okrlint.plugins import (
    Certainty,
    Context,
    Cycle,
    Deadline,
    Examples,
    Hit,
    Item,
    ItemRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
    fold,
)
from okrlint_rules.time.cycles import cycle_around


class DeadlineOutsideCycle(ItemRule):
    """What is due after the cycle is not graded in it.

    What it checks: the date of an objective or a key result lies within its cycle. A month, a quarter or a year
    means its last day; "before" the first day after the cycle is within it; a date without a year is taken in the
    year of the cycle. Where the cycle is a part of a fiscal year (FY26 Q1), the finding has low certainty: its days
    depend on where that year begins.

    Why: OKRs are graded at the end of their cycle. GitLab puts due dates within the quarter, Tability asks for what
    is accomplished by its end, and cycles of Feishu run to the last day of a month.

    When to switch it off: where items are carried over on purpose, and keep the date that they will be reached at.
    """

    manual_zh = """周期之后才到期的条目，在本周期内无法评分。

    检查什么：目标或关键结果的截止日期落在所属周期之内；周期结束次日之前（三季度写“国庆前”）算在周期内。只写月份、季度或年份时，按最后一天计算；
    没写年份的日期，按周期的年份理解。
    周期属于财年（FY26 Q1）时，起止日期取决于财年从何时开始，因此把握记为“低”。

    为什么：OKR 在周期结束时评分。GitLab 要求截止日期落在季度内，Tability 要求写季度末之前能达成的事，
    飞书的周期到月末最后一天结束。

    何时关闭：有意把条目延续到后面的周期，并保留其实际完成日期时。
    """

    meta = Meta(
        code="TM002",
        name="deadline-outside-cycle",
        summary=Words("A deadline lies within the cycle.", "截止日期落在周期之内。"),
        severity=Severity.ERROR,
        sources=("GL", "TAB", "FS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How strictly the cycle bounds its dates."""

        grace_days: int = 0
        allow_next_cycle_for: tuple[Literal["committed", "aspirational"], ...] = ()
        ranges = {"grace_days": (0, None)}
        about = {
            "grace_days": Words(
                "How many days after the end of the cycle a deadline may still lie, 0 or more; a choice of ours for "
                "teams that grade in the first days of the next cycle.",
                "截止日期可以晚于周期结束几天，0 或以上；本工具的选择，供在下一周期最初几天评分的团队使用。",
            ),
            "allow_next_cycle_for": Words(
                "Kinds of objectives that may be due after the cycle, with their key results; Google's playbook "
                "carries aspirational ones over until they are reached.",
                "哪些类型的目标（及其关键结果）可以晚于周期到期；谷歌的 OKR 手册允许挑战型目标一直延续到达成。",
            ),
        }

    options: Options

    messages = {
        "after": Words(
            "“{date}” is after the end of the cycle {cycle} ({bound}), so it cannot be graded in it; choose a date "
            "within the cycle, or move this to the cycle that it is due in",
            "“{date}”晚于周期 {cycle} 的结束日（{bound}），本周期内无法评分；请改为周期内的日期，或移到相应的周期",
        ),
        "before": Words(
            "“{date}” is before the cycle {cycle} begins ({bound}); choose a date within the cycle",
            "“{date}”早于周期 {cycle} 的开始日（{bound}）；请改为周期内的日期",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "churn falls from 4% to 2% (due: ⟦31 August 2026⟧)",
                "900 qualified leads by the ⟦end of year⟧",
                "900 qualified leads (due: ⟦2026-03-15⟧)",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                Due: ⟦2026-09-30⟧

                - KR1: churn falls from 4% to 2%
                - KR2: 900 qualified leads by 31 May
                """,
            ),
            "zh": (
                "流失率从4%降至2%（截止：⟦8月31日⟧）",
                "⟦年底⟧前有效線索達到900條",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                | 关键结果 | 截止日期 |
                |---|---|
                | 流失率从4%降至2% | 2026-06-30 |
                | 有效线索达到900条 | ⟦2026-07-15⟧ |
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (due: 15 June 2026)",
                "900 qualified leads by end of May",
                "churn falls from 4% to 2%",
                "900 qualified leads (due: ASAP)",
                "900 qualified leads within 6 months of launch",
                "900 qualified leads (due: before 1 July)",
                """
                # OKRs of the growth team

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% by 31 August 2026
                """,
            ),
            "zh": (
                "流失率从4%降至2%（截止：6月15日）",
                "5月底前有效線索達到900條",
                "上線後六個月內有效線索達到900條",
                "流失率从4%降至2%（截止：7月1日前）",
                """
                # 2026年Q3 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%（截止：国庆节前）
                - KR2：国庆前夕有效线索达到900条
                """,
                """
                # 2026年Q4 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%（截止：12月31日）
                """,
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        deadline, cycle = item.deadline, cycle_around(context)
        if deadline is None or deadline.value is None or item.deadline_inherited or cycle is None:
            return
        if cycle.end and (deadline.value - cycle.end).days > self.options.grace_days:
            if context.objective and context.objective.kind in self.options.allow_next_cycle_for:
                return
            message, bound = "after", cycle.end
        elif cycle.start and deadline.value < cycle.start:
            message, bound = "before", cycle.start
        else:
            return
        certainty = _certainty(item, deadline, cycle)
        yield self.hit(deadline.span, message, certainty=certainty, date=deadline.raw, cycle=cycle.value, bound=bound)


def _certainty(item: Item, deadline: Deadline, cycle: Cycle) -> Certainty:
    """Tell how sure it is that a date is a due date and the cycle's days are its own."""
    named = fold(cycle.raw).lower()
    if "fy" in named or "fiscal" in named or "财年" in named:
        return "low"  # where a fiscal year begins, the document seldom says
    in_words = item.text.span.start <= deadline.span.start < item.text.span.end
    return "medium" if in_words else "high"  # "contracts that run until 2028" says no due date
