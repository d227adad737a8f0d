"""TM007."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from okrlint.plugins import (
    Certainty,
    CheckIn,
    Context,
    Examples,
    Hit,
    Item,
    ItemRule,
    KeyResult,
    Lexicon,
    Meta,
    RuleOptions,
    Severity,
    Words,
    is_dropped,
)
from okrlint_rules.checkin.entries import is_done
from okrlint_rules.checkin.phases import is_closed
from okrlint_rules.checkin.progress import latest
from okrlint_rules.quoting import in_days, quoted


class DeadlinePassedOpen(ItemRule):
    """What is overdue is settled, or said to be late.

    What it checks: an objective or a key result whose own deadline has passed is done, scored, dropped or said to be
    late, or has a check-in since. Cycles that are over are left to the rules about scores. Silent unless the run
    knows what day it is (`--today`).

    Why: a date that passes without a word teaches everybody that dates mean nothing; Feishu marks such items as
    overdue.

    When to switch it off: where states are kept in another tool.
    """

    manual_zh = """过了截止日期，就要有个说法。

    检查什么：目标或关键结果自己的截止日期已过，应当已完成、已评分、已取消、写明延期，或此后有进展记录。
    已经结束的周期由评分方面的规则检查。只有知道“今天”（`--today`）时才检查。

    为什么：日期过去了却没有任何说明，大家就会觉得日期不算数；飞书会把这样的条目标为逾期。

    何时关闭：状态记录在别的工具里时。
    """

    meta = Meta(
        code="TM007",
        name="deadline-passed-open",
        summary=Words("What is overdue is settled, or said to be late.", "过了截止日期的条目有结果或有说明。"),
        severity=Severity.WARNING,
        sources=("FS",),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How soon it is said."""

        grace_days: int = 0
        ranges = {"grace_days": (0, None)}
        about = {
            "grace_days": Words(
                "How many days after its deadline an item may stay without a word, 0 or more; a choice of ours.",
                "截止日期过后几天之内可以没有说明，0 或以上；由我们自定。",
            )
        }

    options: Options

    messages = {
        "open": Words(
            "“{text}” was due {date}, {days} ago, and nothing says how it came out; score it, set a new date, or "
            "note what holds it up, as in “status: late, because <reason>”",
            "“{text}”应于 {date} 完成，已过去 {days}，却没有任何结果或说明；请评分、改期，或写明原因，"
            "例如“状态：延期，因为<原因>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs of the support team

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (due: ⟦2026-03-15⟧)
                - KR2: Help centre answers 40% of questions (due: 2026-04-30, status: done)
                """,
                """
                # OKRs of the bakery

                ## O1: Be the first thing that the street thinks of in the morning

                | Key result | Due | Status |
                |---|---|---|
                | 140 guests a day | ⟦2026-02-28⟧ | on track |
                | 8 new recipes on the menu | 2026-02-15 | late: flour is out |
                """,
                """
                # OKRs of the growth team

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%
                  - Due: ⟦2026-05-15⟧
                  - Check-ins:
                    - 2026-05-04: two of three mails are written
                """,
            ),
            "zh": (
                """
                # 客服团队OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（截止：⟦2026-03-15⟧）
                - KR2：帮助中心解答四成问题（截止：2026-04-30，状态：已完成）
                """,
                """
                # 麵包店OKR

                ## O1：成為整條街早晨第一個想到的地方

                | 關鍵結果 | 截止日期 | 狀態 |
                |---|---|---|
                | 每日客人140位 | ⟦2026-02-28⟧ | 正常 |
                | 上架8款新品 | 2026-02-15 | 已延期 |
                """,
                """
                # 增长团队OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%
                  - 截止日期：⟦2026-05-15⟧
                  - 进展记录：
                    - 2026-05-04：三封邮件写好了两封
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (due: 2026-05-31)",
                """
                # OKRs of the support team

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (due: 2026-03-15, score: 0.7)
                - KR2: Help centre answers 40% of questions (due: 2026-04-30, status: dropped)
                - [x] KR3: Half of all calls end in a thank-you (due: 2026-04-30)
                """,
                """
                # OKRs of the growth team

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%
                  - Due: 2026-05-15
                  - Check-ins:
                    - 2026-05-18: stuck at 3%, the new plan waits for legal
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% (due: 2026-03-15)
                """,
            ),
            "zh": (
                "流失率从4%降至2%（截止：2026-05-31）",
                """
                # 客服團隊OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（截止：2026-03-15，得分：0.7）
                - KR2：幫助中心解答四成問題（截止：2026-04-30，狀態：已取消）
                """,
                """
                # 增长团队OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%
                  - 截止日期：2026-05-15
                  - 进展记录：
                    - 2026-05-18：卡在3%，新方案等法务确认
                """,
                """
                # 2020年Q1 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%（截止：2026-03-15）
                """,
            ),
        },
        today=date(2026, 5, 20),
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        deadline, today = item.deadline, context.today
        if today is None or deadline is None or deadline.value is None or item.deadline_inherited:
            return
        days = (today - deadline.value).days
        if days <= self.options.grace_days or is_closed(context):
            return
        if _is_settled(item, today) or _is_spoken_of(item, deadline.value):
            return
        certainty: Certainty = "low" if days > _LONG_AGO else "medium"  # a document that nobody keeps any more
        yield self.hit(
            deadline.span, "open", certainty=certainty, text=quoted(item.text), date=deadline.value, days=in_days(days)
        )


_LONG_AGO = 366
"""Days after which an open item more likely stands in an old document than in one that is used."""

_LATE = (
    "late,delayed,overdue,slipped,postponed,blocked,behind,off track,off-track,at risk,missed,not met,carried over,"
    "moved,on hold,paused,延期,逾期,延迟,滞后,落后,推迟,顺延,受阻,阻塞,有风险,未达成,未完成,暂停,暂缓,结转"
)
"""Words of a status by which it says itself that the date does not hold."""


@cache
def _late() -> Lexicon:
    return Lexicon("late", _LATE.split(","))


def _is_settled(item: Item, today: date) -> bool:
    """Tell whether nothing is open any more: done, dropped, scored, or all of the way covered."""
    if item.score or is_dropped(item) or is_done(item):
        return True
    reached = latest(item, today) if isinstance(item, KeyResult) else None
    return reached is not None and reached[1] >= 1


def _is_spoken_of(item: Item, due: date) -> bool:
    """Tell whether its status says that it is late, or somebody wrote about it on the day or since."""
    if item.status and _late().has(item.status.value):
        return True
    return any(_since(entry, due) for entry in item.checkins)


def _since(entry: CheckIn, due: date) -> bool:
    return entry.date is not None and entry.date >= due
