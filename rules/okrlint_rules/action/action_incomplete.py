"""AP002."""

from collections.abc import Iterator
from typing import Literal

from okrlint.plugins import (
    Action,
    Context,
    Examples,
    Hit,
    Item,
    ItemRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
    is_dropped,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.time.cycles import cycle_around


class ActionIncomplete(ItemRule):
    """A step of a plan says who does it, and by when.

    What it checks: a step below a key result or an objective has a day by which it is done, not later than what it
    serves, and somebody who does it. The owner of the key result does the steps that name nobody; where neither it
    nor any of its steps has one, `kr-no-owner` speaks of that. Steps that are ticked off need nothing more, those that
    recur ("call five customers every week") no day, and a plan whose cycle is over is left alone. It is said once a
    key result, at the first such step.

    Why: the trainer's case finds a time limit and somebody in charge missing first of all: an item without them slips
    and slips. GitLab's handbook gives each initiative an owner.

    When to switch it off: where steps are planned from week to week and live no longer than that; leave "date" out of
    `require` where only the people matter.
    """

    manual_zh = """行动计划的每一步都写明由谁做、何时做完。

    检查什么：关键结果或目标下的每一步都有完成日期（不晚于它所服务的关键结果），并有人做。没有写明谁做的步骤由
    关键结果的负责人承担；关键结果和各步骤都没有写人的，由 `kr-no-owner` 报告。已勾选的步骤不再检查，重复进行的
    （“每周回访五位客户”）不需要日期，周期已经结束的计划不检查。每条关键结果只在第一个这样的步骤处报告一次。

    为什么：培训师的案例指出首先缺的就是时间限制和负责人：没有它们，事情会一拖再拖。GitLab 的手册为每项举措
    指定负责人。

    何时关闭：步骤只按周安排、用完即弃时；只关心由谁做的，可把 "date" 从 `require` 中去掉。
    """

    meta = Meta(
        code="AP002",
        name="action-incomplete",
        summary=Words("A step of a plan says who does it, and by when.", "行动计划的步骤写明由谁做、何时做完。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=1,
        sources=("SEED", "GL"),
        since="0.1.0",
        folds=True,
    )

    class Options(RuleOptions):
        """What a step must name."""

        require: tuple[Literal["owner", "date"], ...] = ("owner", "date")
        inherit_owner: bool = True
        about = {
            "require": Words(
                "What a step must name: “owner”, “date”, or both (the trainer's case: who and when).",
                "步骤必须写明什么：“owner”（由谁做）、“date”（何时做完），或两者（培训师的案例：谁、何时）。",
            ),
            "inherit_owner": Words(
                "Whether the owner of the key result does the steps that name nobody.",
                "没有写明由谁做的步骤，是否由关键结果的负责人承担。",
            ),
        }

    options: Options

    messages = {
        "both": Words(
            "“{step}”{more} says neither who does it nor by when, so it slips; add both, as in “<step> @<name> <date>”",
            "“{step}”{more}没有写由谁做、何时做完，容易一拖再拖；请补上，例如“<要做的事> @<姓名> <日期>”",
        ),
        "when": Words(
            "“{step}”{more} says not by when it is done, so it slips; add a day, as in “<step> <date>”",
            "“{step}”{more}没有写何时做完，容易一拖再拖；请补上日期，例如“<要做的事> <日期>”",
        ),
        "who": Words(
            "“{step}”{more} says not who does it; name one person, as in “<step> @<name>”",
            "“{step}”{more}没有写由谁做；请写明一位，例如“<要做的事> @<姓名>”",
        ),
        "both-all": Words(
            "the plans of all {count} key results have steps that say neither who does them nor by when, such as "
            "“{step}”; add both, as in “<step> @<name> <date>”",
            "{count} 条关键结果的行动计划里都有步骤没写由谁做、何时做完，例如“{step}”；请补上，"
            "例如“<要做的事> @<姓名> <日期>”",
        ),
        "when-all": Words(
            "the plans of all {count} key results have steps that say not by when they are done, such as “{step}”; add "
            "a day, as in “<step> <date>”",
            "{count} 条关键结果的行动计划里都有步骤没写何时做完，例如“{step}”；请补上日期，例如“<要做的事> <日期>”",
        ),
        "who-all": Words(
            "the plans of all {count} key results have steps that say not who does them, such as “{step}”; name one "
            "person, as in “<step> @<name>”",
            "{count} 条关键结果的行动计划里都有步骤没写由谁做，例如“{step}”；请写明一位，例如“<要做的事> @<姓名>”",
        ),
        "late": Words(
            "“{step}” is due on {due}, when “{text}” is already over ({deadline}); move the step forward, or say "
            "what it is still good for",
            "“{step}”到 {due} 才做完，而“{text}”在 {deadline} 就已截止；请提前这一步，或写明它届时还有什么用",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every guest glad they stayed

                - KR1: No-shows fall from 9% to 4% (owner: Ana Ruiz)
                  - [ ] ⟦write to those who did not come⟧
                  - [x] try the reminder on ten guests
                  - [ ] ring the rest up
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every guest glad they stayed

                - KR1: No-shows fall from 9% to 4%
                  - Owner: Ana Ruiz
                  - Due: 2026-05-31
                  - Actions:
                    - write to those who did not come, by 8 May
                    - ⟦ring the rest up⟧ (due: 2026-06-10)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every guest glad they stayed

                - KR1: No-shows fall from 9% to 4%
                  - [ ] write to those who did not come @ben 2026-05-08
                  - [ ] ⟦ring the rest up 2026-05-20⟧
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位住客都庆幸选择了我们

                - KR1：爽约率由9%降到4%（负责人：王芳）
                  - [ ] ⟦给爽约客人写信⟧
                  - [x] 先对十位客人试发提醒
                """,
                """
                # 2026年Q2 OKR

                ## O1：让每位住客都庆幸选择了我们

                - KR1：爽约率由9%降到4%
                  - 负责人：王芳
                  - 截止日期：2026-05-31
                  - 行动计划：
                    - 5月8日前给爽约客人写信
                    - ⟦逐一致电⟧（截止：2026-06-10）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓每位住客都慶幸選擇了我們

                - KR1：爽約率由9%降到4%
                  - [ ] 給爽約客人寫信 @李強 5月8日
                  - [ ] ⟦逐一致電 5月20日⟧
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every guest glad they stayed

                - KR1: No-shows fall from 9% to 4% (owner: Ana Ruiz)
                  - [ ] write to those who did not come @ben 2026-05-08
                  - [ ] ring the rest up by 20 May
                  - [x] try the reminder on ten guests
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every guest glad they stayed

                - KR1: No-shows fall from 9% to 4% (owner: Ana Ruiz)
                  - Actions:
                    - [ ] ring five guests up every week
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every guest glad they stayed

                - KR1: No-shows fall from 9% to 4%
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make every guest glad they stayed

                | Key result | Owner | Actions |
                |---|---|---|
                | No-shows fall from 9% to 4% | Ana Ruiz | Write to those who did not come @ben 2026-05-08 |
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客人都庆幸入住

                | 关键结果 | 负责人 | 行动 |
                |---|---|---|
                | 爽约率从9%降到4% | 王芳 | 回访爽约的客人 @li 2026-05-08 |
                """,
                """
                # 2026年Q2 OKR

                ## O1：让每位住客都庆幸选择了我们

                - KR1：爽约率由9%降到4%（负责人：王芳）
                  - [ ] 给爽约客人写信 @李强 5月8日
                  - [ ] 5月20日前逐一致电
                  - [x] 先对十位客人试发提醒
                """,
                """
                # 2026年Q2 OKR

                ## O1：让每位住客都庆幸选择了我们

                - KR1：爽约率由9%降到4%（负责人：王芳）
                  - 行动计划：
                    - [ ] 每周致电五位客人
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓每位住客都慶幸選擇了我們

                - KR1：爽約率由9%降到4%
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        # OKRs 2026-Q2

                        ## O1: Make support feel human

                        - KR1: CSAT from 78 to 86
                          - [ ] ⟦ask ten customers⟧
                        - KR2: First answer within 30 minutes
                          - [ ] answer by chat @ben 2026-05-08
                        """,
                        """
                        # OKRs 2026-Q2

                        ## O1: ⟦Make support feel human⟧

                        - KR1: CSAT from 78 to 86
                          - [ ] ask ten customers
                        - KR2: First answer within 30 minutes
                          - [ ] answer by chat
                        """,
                        """
                        # OKRs 2026-Q2

                        ## O1: ⟦Make support feel human⟧

                        - KR1: CSAT from 78 to 86
                          - [ ] ask ten customers @ana
                        - KR2: First answer within 30 minutes
                          - [ ] answer by chat @ben
                        """,
                        """
                        # OKRs 2026-Q2

                        ## O1: ⟦Make support feel human⟧

                        - KR1: CSAT from 78 to 86
                          - [ ] ask ten customers 2026-05-08
                        - KR2: First answer within 30 minutes
                          - [ ] answer by chat 2026-05-20
                        """,
                    ),
                    "zh": (
                        """
                        # 2026年Q2 OKR

                        ## O1：⟦让客服更有温度⟧

                        - KR1：满意度由78升至86
                          - [ ] 访谈十位客户
                        - KR2：首次回复不超过30分钟
                          - [ ] 开通在线聊天
                        """,
                    ),
                },
                good={},
                options={"inherit_owner": False},
            ),
        ),
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        steps = [step for step in item.actions if not step.done]
        if not steps or is_dropped(item) or _is_over(context):
            return
        undated, unowned = self._undated(steps, context), self._unowned(steps, item)
        if undated and undated == unowned:
            yield self._missing("both", undated, steps)
        else:
            for message, found in (("when", undated), ("who", unowned)):
                if found:
                    yield self._missing(message, found, steps)
        for step in steps:
            yield from self._late(step, item)

    def _undated(self, steps: list[Action], context: Context) -> list[Action]:
        """Return the steps that no day ends though one should."""
        if "date" not in self.options.require:
            return []
        recurring = context.lexicon("recurring")
        return [step for step in steps if not (_is_dated(step) or recurring.has(step.text.value))]

    def _unowned(self, steps: list[Action], item: Item) -> list[Action]:
        """Return the steps that nobody does, unless that is no more than that the key result has no owner."""
        if "owner" not in self.options.require:
            return []
        found = [step for step in steps if not step.owners]
        if not self.options.inherit_owner:
            return found
        is_named = item.owners or item.owners_inherited
        return found if not is_named and any(step.owners for step in item.actions) else []

    def _missing(self, message: str, found: list[Action], steps: list[Action]) -> Hit:
        others = len(found) - 1
        more = Words(f" (and {others} more of {len(steps)} steps)", f"（等 {len(found)} 步，共 {len(steps)} 步）")
        first = found[0].text
        return self.hit(first.span, message, step=quoted(first), more=more if others else Words("", ""))

    def _late(self, step: Action, item: Item) -> Iterator[Hit]:
        due, end = step.due and step.due.value, item.deadline and item.deadline.value
        if due and end and due > end:
            yield self.hit(
                step.text.span,
                "late",
                severity=Severity.WARNING,
                certainty="high",
                step=quoted(step.text),
                due=due,
                text=quoted(item.text),
                deadline=end,
            )


_UNSET = ("placeholder", "vague", "unread")


def _is_dated(step: Action) -> bool:
    return step.due is not None and step.due.problem not in _UNSET


def _is_over(context: Context) -> bool:
    """Tell whether the cycle is over, so that its plan is history."""
    cycle = cycle_around(context)
    return bool(cycle and cycle.end and context.today and context.today > cycle.end)
