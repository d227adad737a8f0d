"""AP004."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    KeyResult,
    Meta,
    Objective,
    ObjectiveRule,
    Severity,
    Words,
    is_dropped,
)
from okrlint_rules.quoting import quoted


class OrphanAction(ObjectiveRule):
    """Every step serves a key result.

    What it checks: where the steps of an objective stand in one list and some name the key result that they serve
    ("KR2: call 40 accounts"), the others do so too. A list in which none names one, steps below the key results
    themselves, and steps that are ticked off are left alone.

    Why: Wodtke ties the priorities of a week to key results, and so do Niven and Lamorte: what serves none of them
    takes time from what does.

    When to switch it off: it is off unless asked for; leave it off where the list holds the team's other work too.
    """

    manual_zh = """每一步行动都服务于某条关键结果。

    检查什么：一个目标的行动写在同一个列表里，且其中一些写明了服务于哪条关键结果（“KR2：回访40家客户”）时，
    其余的也应写明。没有一条写明的列表、写在各关键结果下面的行动、已勾选的行动都不检查。

    为什么：沃特克把每周要务与关键结果挂钩，尼文和拉莫特也是如此：不服务于任何关键结果的事，
    会占去本该用于它们的时间。

    何时关闭：默认不开；列表里还放着团队其他工作的，不要打开。
    """

    meta = Meta(
        code="AP004",
        name="orphan-action",
        summary=Words("Every step serves a key result.", "每一步行动都服务于某条关键结果。"),
        severity=Severity.HINT,
        certainty="medium",
        tier=3,
        on=False,
        sources=("WOD", "NIV", "LAM"),
        since="0.1.0",
    )

    messages = {
        "orphan": Words(
            "“{text}” names no key result, while other steps of the list do; say which one it serves, as in “<label of "
            "the key result>: <step>”, or leave it out",
            "“{text}”没有写明服务于哪条关键结果，而列表中的其他行动写了；请补上，例如“<关键结果的编号>：<要做的事>”，"
            "或者删去",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make the swimming pool the heart of the quarter

                - KR1: 900 children can swim
                - KR2: 30% of members bring a friend
                - Actions:
                  - [ ] KR1: ask the schools for hours
                  - [ ] ⟦paint the meeting room⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make the swimming pool the heart of the quarter

                - KR1: 900 children can swim
                - Tasks:
                  - KR1: hire a coach
                  - ⟦update the logo⟧
                  - ⟦tidy the archive⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Let nobody drown

                - KR1: Rescues fall from 14 to 5
                - KR2: 12 guards hold the new badge
                - Initiatives:
                  - ⟦Order new towels⟧
                  - KR2: book the examiner
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让泳池成为街区的中心

                - KR1：900名儿童学会游泳
                - KR2：三成会员带来一位朋友
                - 行动计划：
                  - [ ] KR1：向学校争取课时
                  - [ ] ⟦粉刷会议室⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：让泳池成为街区的中心

                - KR1：900名儿童学会游泳
                - 任务：
                  - KR1：招聘一位教练
                  - ⟦更新标志⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓泳池不再有人溺水

                - KR1：救援由14起降到5起
                - 行動計畫：
                  - ⟦訂購新毛巾⟧
                  - KR1：補足夜間救生員
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make the swimming pool the heart of the quarter

                - KR1: 900 children can swim
                - KR2: 30% of members bring a friend
                - Actions:
                  - [ ] KR1: ask the schools for hours
                  - [ ] KR2: print cards for friends
                  - [x] paint the meeting room
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make the swimming pool the heart of the quarter

                - KR1: 900 children can swim
                - Actions:
                  - [ ] ask the schools for hours
                  - [ ] hire a coach
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make the swimming pool the heart of the quarter

                - KR1: 900 children can swim
                  - [ ] ask the schools for hours
                - KR2: 30% of members bring a friend
                - Actions:
                  - [ ] agree on the hours of all halls
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让泳池成为街区的中心

                - KR1：900名儿童学会游泳
                - KR2：三成会员带来一位朋友
                - 行动计划：
                  - [ ] KR1：向学校争取课时
                  - [ ] KR2：印制友人卡
                  - [x] 粉刷会议室
                """,
                """
                # 2026年Q2 OKR

                ## O1：让泳池成为街区的中心

                - KR1：900名儿童学会游泳
                - 行动计划：
                  - [ ] 向学校争取课时
                  - [ ] 招聘一位教练
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓泳池成為街區的中心

                - KR1：900名兒童學會游泳
                  - [ ] 向學校爭取課時
                - KR2：三成會員帶來一位朋友
                - 行動計畫：
                  - [ ] 議定各館開放時間
                """,
            ),
        },
        layout=True,
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        if is_dropped(item) or not any(_has_step_in_list(each, item) for each in item.key_results):
            return
        for step in item.actions:
            if not step.done:
                yield self.hit(step.text.span, "orphan", text=quoted(step.text))


def _has_step_in_list(item: KeyResult, objective: Objective) -> bool:
    """Tell whether a step of a key result stands not below it, but in the objective's list, where it names it."""
    starts = [step.text.span.start for step in item.actions]
    return any(_is_within(at, objective) and not _is_within(at, item) for at in starts)


def _is_within(at: int, item: Item) -> bool:
    return item.span.start <= at < item.span.end
