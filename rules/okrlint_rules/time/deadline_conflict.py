"""TM008."""

from collections.abc import Iterator
from datetime import date

from okrlint.plugins import (
    Context,
    DateSpan,
    Deadline,
    Examples,
    Hit,
    Item,
    ItemRule,
    KeyResult,
    Meta,
    Objective,
    Severity,
    Words,
    dates,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.time.cycles import cycle_around, days_of


class DeadlineConflict(ItemRule):
    """Two dates for one thing: which of them holds?

    What it checks: the date in the words of an objective or a key result agrees with that of its field (in June and
    15 June do; by 31 May and 15 June do not); a key result is not due after its objective; and no open action is due
    after the key result that it serves. Only dates that items name themselves count.

    Why: whoever reads one of the two dates plans for another day than who reads the other. Consistency alone asks for
    it.

    When to switch it off: where the words tell when a figure is measured, and the field when it is reported.
    """

    manual_zh = """一件事写了两个日期，以哪个为准？

    检查什么：目标或关键结果文字里的日期与字段里的一致（“6月”与6月15日一致，“5月31日前”与6月15日不一致）；
    关键结果不晚于所属目标；未完成的行动不晚于它所服务的关键结果。只比较条目自己写明的日期。

    为什么：看到不同日期的人会按不同的日子安排工作。这是一致性本身的要求。

    何时关闭：文字里写的是统计时间、字段里写的是上报时间时。
    """

    meta = Meta(
        code="TM008",
        name="deadline-conflict",
        summary=Words("The dates of an item agree with each other.", "一个条目的各个日期互相一致。"),
        severity=Severity.WARNING,
        tier=3,
        sources=("OKRLINT",),
        since="0.1.0",
    )

    messages = {
        "words": Words(
            "the words say “{words}” and the field says “{date}”; keep one date, in one place",
            "文字里写“{words}”，字段里写“{date}”；请只留一个日期，写在一处",
        ),
        "objective": Words(
            "“{date}” is after the deadline of its objective ({bound}); choose an earlier date, or move that of the "
            "objective",
            "“{date}”晚于所属目标的截止日期（{bound}）；请提前，或推迟目标的日期",
        ),
        "action": Words(
            "the action “{text}” is due “{date}”, after its key result ({bound}), which it cannot serve any more; "
            "choose an earlier date, or move that of the key result",
            "行动“{text}”的日期“{date}”晚于它所服务的关键结果（{bound}），到时已来不及；请提前，或推迟关键结果的日期",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "900 qualified leads by 31 May (due: ⟦2026-06-15⟧)",
                "900 qualified leads by the end of April (due: ⟦30 June 2026⟧)",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                Due: 2026-05-31

                - KR1: churn falls from 4% to 2% (due: ⟦2026-06-15⟧)
                - KR2: 900 qualified leads (due: 2026-05-20)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up
                  - Due: 2026-05-15
                  - Actions:
                    - [ ] Book the stands @ana ⟦2026-05-29⟧
                    - [ ] Print the flyers @ben 2026-04-20
                """,
            ),
            "zh": (
                "5月31日前有效线索达到900条（截止：⟦2026-06-15⟧）",
                "4月底前有效線索達到900條（截止日期：⟦6月30日⟧）",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                截止日期：2026-05-31

                - KR1：流失率从4%降至2%（截止：⟦2026-06-15⟧）
                - KR2：有效线索达到900条（截止：2026-05-20）
                """,
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名
                  - 截止日期：2026-05-15
                  - 行动计划：
                    - [ ] 预订摊位 @安娜 ⟦2026-05-29⟧
                    - [ ] 印制传单 @小本 2026-04-20
                """,
            ),
        },
        good={
            "en": (
                "900 qualified leads in June (due: 2026-06-15)",
                "900 qualified leads by 15 June (due: 2026-06-15)",
                "10 channels by 30 April and 20 by 31 May (due: 2026-05-31)",
                "Retention of those who signed up in March rises to 40% (due: 2026-06-15)",
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up
                  - Due: 2026-05-15
                  - Actions:
                    - [x] Book the stands @ana 2026-05-29
                    - [ ] Print the flyers @ben 2026-05-15
                """,
            ),
            "zh": (
                "6月份有效线索达到900条（截止：2026-06-15）",
                "6月15日前有效線索達到900條（截止：2026-06-15）",
                "4月底开通10个渠道，5月底开通20个（截止：5月31日）",
                "3月注册用户的留存率达到40%（截止：6月15日）",
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名
                  - 截止日期：2026-05-15
                  - 行动计划：
                    - [x] 预订摊位 @安娜 2026-05-29
                    - [ ] 印制传单 @小本 2026-05-15
                """,
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        deadline = _own(item)
        if deadline is None or deadline.value is None:
            return
        words = _other_date(item, deadline, context)
        if words:
            yield self.hit(deadline.span, "words", certainty="medium", words=words, date=deadline.raw)
        bound = _own(context.objective) if isinstance(item, KeyResult) and context.objective else None
        if bound and bound.value and bound.value < deadline.value:
            yield self.hit(deadline.span, "objective", date=deadline.raw, bound=bound.raw)
        for action in item.actions:
            due = action.due
            if due and due.value and not action.done and due.value > deadline.value:
                yield self.hit(due.span, "action", text=quoted(action.text), date=due.raw, bound=deadline.raw)


def _own(item: Item | Objective) -> Deadline | None:
    return None if item.deadline_inherited else item.deadline


def _other_date(item: Item, deadline: Deadline, context: Context) -> str | None:
    """Return the words of a statement that name another due date than its field does.

    Several dates are steps on the way; one before the cycle (in March, 3月) may be what is measured.
    """
    place = item.text.span
    if place.start <= deadline.span.start < place.end:  # the date was read from the words themselves
        return None
    text, cycle = item.text.value, days_of(cycle_around(context))
    found = dates(text, cycle=cycle)
    if len(found) != 1 or not found[0].deadline or found[0].last is None or deadline.value is None:
        return None
    due = found[0]
    if (cycle and found[0].last < cycle[0]) or _agrees(due, deadline.value):
        return None
    return text[due.start : due.end]


def _agrees(words: DateSpan, day: date) -> bool:
    """Tell whether a day is the one that words name, or lies in the period that they name (end of June: June)."""
    if words.first is None or words.last is None:
        return True
    if words.precision == "day":
        return day == words.last
    return words.first.replace(day=1) <= day <= words.last
