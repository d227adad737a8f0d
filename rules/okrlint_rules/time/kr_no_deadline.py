"""TM001."""

from collections.abc import Iterator
from datetime import date

from okrlint.plugins import (
    Context,
    DateSpan,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
    dates,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.time.cycles import cycle_around, days_of


class KrNoDeadline(KeyResultRule):
    """Without a date of its own, a key result slips and slips.

    What it checks: a key result says by when: in a field, a column, its words, or its measure. One that has no date
    at all is an error; one that merely inherits the end of the cycle, or its objective's date, is a warning.
    Frequencies (每周, daily) and spans of measurement (30-day retention) are no dates; a limit that is counted from an
    event (within 3 months of launch) is one.

    Why: the trainer's case asks for a time limit of its own for each item. Doerr wants key results time-bound,
    Lamorte "by a certain date"; GitLab gives each a due date.

    When to switch it off: not at all, rather set `inherit_cycle_end`: to most authorities the end of the cycle is
    date enough, and few documents name any other.
    """

    manual_zh = """没有自己的截止日期，事情就会一拖再拖。

    检查什么：关键结果写明何时完成：字段、表格的列、文字或衡量标准中均可。完全没有日期是错误；
    只随周期结束或目标的日期，是警告。频率（每周、daily）和统计窗口（30 日留存）不算日期；
    从某一事件算起的期限（上线后三个月内）算。

    为什么：培训师的案例要求每个条目都有自己的时间限制。杜尔要求关键结果有时限，拉莫特要求写明“某日之前”；
    GitLab 为每条设截止日期。

    何时关闭：不必关闭，设置 `inherit_cycle_end` 即可：多数权威认为周期的结束日就足够，
    多数文档也没有写别的日期。
    """

    meta = Meta(
        code="TM001",
        name="kr-no-deadline",
        summary=Words("A key result says by when it shall be reached.", "关键结果写明何时完成。"),
        severity=Severity.ERROR,
        tier=1,
        sources=("SEED", "DOERR", "LAM", "GL", "BK"),
        since="0.1.0",
        folds=True,
    )

    class Options(RuleOptions):
        """Whose date counts."""

        inherit_cycle_end: bool = False
        about = {
            "inherit_cycle_end": Words(
                "Whether the end of the cycle, or the date of the objective, is date enough for a key result, as most "
                "authorities hold; the trainer's case asks for one of its own.",
                "周期的结束日（或目标的日期）对关键结果是否已经足够：多数权威如此认为；培训师的案例要求各有日期。",
            )
        }

    options: Options

    messages = {
        "missing": Words(
            "“{text}” does not say by when; give it a date, as in “by <date>”, or name the cycle of the document "
            "with its year",
            "“{text}”没有截止日期，不知何时完成；请写明，例如“<日期>前”，或写明文档的周期和年份",
        ),
        "missing-all": Words(
            "none of the {count} key results says by when; give each one a date, as in “by <date>”, or name the cycle "
            "of the document with its year",
            "{count} 条关键结果都没有截止日期，不知何时完成；请为每条写明，例如“<日期>前”，或写明文档的周期和年份",
        ),
        "inherited": Words(
            "“{text}” has no date of its own, only that of {whose} ({date}), and is easily put off till then; give it "
            "one, as in “by <date>”",
            "“{text}”没有自己的截止日期，只跟着{whose}走（{date}），容易拖到最后；请写明日期，例如“<日期>前”",
        ),
        "inherited-all": Words(
            "none of the {count} key results has a date of its own, only that of {whose} ({date}), and all are easily "
            "put off till then; give each one a date, as in “by <date>”",
            "{count} 条关键结果都没有自己的截止日期，只跟着{whose}走（{date}），容易拖到最后；"
            "请为每条写明日期，例如“<日期>前”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦churn falls from 4% to 2%⟧",
                "⟦30-day retention rises from 60% to 75%⟧",
                "⟦95% of tickets answered within 2 days⟧",
                """
                # OKRs of the growth team

                ## O1: ⟦Make every customer glad they stayed⟧

                - KR1: churn falls from 4% to 2%
                - KR2: 900 qualified leads
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% by 31 May
                - KR2: ⟦900 qualified leads⟧
                """,
            ),
            "zh": (
                "⟦流失率从4%降至2%⟧",
                "⟦每月舉辦一場500人的峰會⟧",
                "⟦工单两天内关闭率达到95%⟧",
                """
                # 增长团队 OKR

                ## O1：⟦让每位客户都庆幸选择了我们⟧

                - KR1：流失率从4%降至2%
                - KR2：有效线索达到900条
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦让每位客户都庆幸选择了我们⟧

                | 关键结果 | 负责人 |
                |---|---|
                | 流失率从4%降至2% | 王芳 |
                | 月活用户达到9万 | 李强 |
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% by 15 June",
                "900 qualified leads before EOQ",
                "900 qualified leads (due: ASAP)",
                "10 channels open by 30 April and 20 by 31 May",
                "900 qualified leads within 3 months of launch",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                | Key result | Due |
                |---|---|
                | churn falls from 4% to 2% | 2026-05-31 |
                | 900 qualified leads | 15 June |
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                | Key result | Owner | When |
                |---|---|---|
                | churn falls from 4% to 2% | Ana Ruiz | 31 May |
                """,
            ),
            "zh": (
                "6月15日前流失率从4%降至2%",
                "Q2末有效线索达到900条",
                "4月份開通10個渠道",
                "上线后三个月内有效线索达到900条",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%
                  - 截止日期：5月31日
                - KR2：客户更愿意续约
                  - 衡量标准：6月15日前续约率达到90%
                """,
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if item.deadline and not item.deadline_inherited:
            return
        if item.deadline and self.options.inherit_cycle_end:
            return
        days = days_of(cycle_around(context))
        if any(_limits(found, days) for text in (item.text, *item.measures) for found in dates(text.value, cycle=days)):
            return
        if item.deadline is None:
            yield self.hit(item.text.span, "missing", text=quoted(item.text))
            return
        yield self.hit(
            item.text.span,
            "inherited",
            severity=Severity.WARNING,
            text=quoted(item.text),
            whose=_giver(context),
            date=item.deadline.value or item.deadline.raw,
        )


def _limits(found: DateSpan, cycle: tuple[date, date] | None) -> bool:
    """Tell whether a date says when: a due date does, and so does a part of the cycle (in April, 4月份)."""
    if found.deadline or cycle is None:
        return True
    if found.first is None or found.last is None:
        return False
    return cycle[0] <= found.first and found.last <= cycle[1] and (found.first, found.last) != cycle


def _giver(context: Context) -> Words:
    """Return whose date a key result inherits."""
    objective = context.objective
    if objective and objective.deadline and not objective.deadline_inherited:
        return Words("its objective", "所属目标")
    return Words("the cycle", "周期")
