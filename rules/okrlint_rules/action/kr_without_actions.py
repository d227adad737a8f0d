"""AP001."""

from collections.abc import Iterator
from typing import Literal

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    KeyResult,
    KeyResultRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
    fold,
    is_dropped,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.time.cycles import cycle_around, days_of


class KrWithoutActions(KeyResultRule):
    """A key result without a plan of action stays a number on paper.

    What it checks: something to be done stands below each key result: a check list, or a list or field named
    "Actions", "Initiatives", 行动计划, 举措; a step in the objective's list counts for the key result that it names.
    How it is measured (衡量标准) is no action. More steps than `max` are too many to follow: that is said too.

    Why: in the trainer's case each key result is then broken down into a plan of action; Chinese handbooks go from
    key results to actions the same way, and Wodtke's weekly priorities serve key results.

    When to switch it off: where the plan of action is kept in another tool; set `level` to "objective" where one
    plan serves all key results of an objective.
    """

    manual_zh = """没有行动计划的关键结果只是纸上的数字。

    检查什么：每条关键结果下写有要做的事：待办清单，或名为“行动计划”“举措”“Actions”“Initiatives”的列表或字段；
    目标的行动列表中写明属于某条关键结果的，算在该条之下。衡量标准不算行动。步骤多于 `max` 时难以跟进，也会指出。

    为什么：培训师的案例要求把每条关键结果再分解为行动计划；中文 OKR 手册同样从关键结果走到行动计划，
    沃特克的每周要务也服务于关键结果。

    何时关闭：行动计划记在别的工具里时；整个目标共用一份行动计划的，请把 `level` 设为 "objective"。
    """

    meta = Meta(
        code="AP001",
        name="kr-without-actions",
        summary=Words("Each key result has a plan of action.", "每条关键结果都有行动计划。"),
        severity=Severity.WARNING,
        tier=1,
        sources=("SEED", "BK", "GL", "WOD"),
        since="0.1.0",
        folds=True,
    )

    class Options(RuleOptions):
        """Where the plan stands, and how many steps it has."""

        level: Literal["key_result", "objective"] = "key_result"
        min: int = 1
        max: int = 7
        fields: tuple[str, ...] = ()
        grace_days: int = 0
        about = {
            "level": Words(
                "Where the plan of action stands: “key_result” wants one below each key result, with “objective” the "
                "actions of the objective do for all of them.",
                "行动计划写在哪里：“key_result”要求每条关键结果下都有；“objective”表示目标下的行动对各条都算数。",
            ),
            "min": Words(
                "How many steps a plan has at least, from 1 (the trainer's case asks for a plan, not for a number).",
                "行动计划至少有几步，从 1 起（培训师的案例只要求有计划，没有规定步数）。",
            ),
            "max": Words(
                "How many steps a plan has at most, from 1; with more it is a task list to be kept elsewhere. Our own "
                "figure.",
                "行动计划至多有几步，从 1 起；再多就成了应另行管理的任务清单。数值为我们自定。",
            ),
            "fields": Words(
                "Further names of fields in data and tables that hold a plan; the usual ones (actions, initiatives, "
                "tasks, 行动计划, 举措, 任务) count anyway.",
                "数据和表格中还有哪些字段名也算行动计划；常见的（行动计划、举措、任务、actions、initiatives、tasks）总是算数。",
            ),
            "grace_days": Words(
                "For how many days from the beginning of the cycle a plan may still be missing; 0 wants it from the "
                "start, as the trainer's case does before the OKRs are put to use. Needs the day of the check.",
                "周期开始后多少天内可以还没有行动计划；0 表示一开始就要有，培训师的案例要求在投入使用前就写好。"
                "需要知道检查的日期。",
            ),
        }
        ranges = {"min": (1, 50), "max": (1, 200), "grace_days": (0, 366)}

    options: Options

    messages = {
        "missing": Words(
            "“{text}” has no plan of action, so nobody knows what to do for it next; list the steps below it, as in "
            "“- [ ] <step> @<name> <date>”",
            "“{text}”没有行动计划，不知道下一步做什么；请在下面列出步骤，例如“- [ ] <要做的事> @<姓名> <日期>”",
        ),
        "missing-all": Words(
            "none of the {count} key results has a plan of action, so nobody knows what to do next; list the steps "
            "below each, as in “- [ ] <step> @<name> <date>”",
            "{count} 条关键结果都没有行动计划，不知道下一步做什么；请在每条下面列出步骤，"
            "例如“- [ ] <要做的事> @<姓名> <日期>”",
        ),
        "few": Words(
            "the plan of “{text}” has fewer steps ({count}) than are wanted ({least}); break it down further, as in "
            "“- [ ] <step> @<name> <date>”",
            "“{text}”只有 {count} 步行动，至少应有 {least} 步；请继续分解，例如“- [ ] <要做的事> @<姓名> <日期>”",
        ),
        "many": Words(
            "“{text}” has {count} steps, more than the {most} that one can follow at a glance; keep the ones that "
            "matter most and leave the rest to a task list",
            "“{text}”有 {count} 步行动，超过一眼能跟进的 {most} 步；请只留下最要紧的，其余放进任务清单",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦churn falls from 4% to 2%⟧",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%
                  - Actions: exit survey; pilot of a save desk
                - KR2: ⟦customers like our answers⟧
                  - Measure: 90% of ratings are good
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make every customer glad they stayed⟧

                - KR1: churn falls from 4% to 2%
                - KR2: 900 qualified leads
                """,
            ),
            "zh": (
                "⟦流失率從4%降至2%⟧",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%
                  - 行动计划：离网访谈、挽留专线试点
                - KR2：⟦客户喜欢我们的答复⟧
                  - 衡量标准：好评率达到 90%
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦让每位客户都庆幸选择了我们⟧

                - KR1：流失率从4%降至2%
                - KR2：有效线索达到900条
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%
                  - Actions: exit survey; pilot of a save desk
                - KR2: 900 qualified leads
                  - [ ] call 40 lapsed accounts @lchen 2026-05-08
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Initiatives:
                    - rewrite the ten answers that are read most
                    - listen to five calls a week
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Status: dropped
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%
                  - 行动计划：离网访谈、挽留专线试点
                - KR2：有效线索达到900条
                  - [ ] 回访40家沉默客户 @李强 5月8日
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                  - 行動計畫：
                    - 重寫最常用的十條答覆
                    - 每週旁聽五通電話
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                | 关键结果 | 负责人 | 行动计划 |
                |---|---|---|
                | 满意度由78升至86 | 王芳 | 重写最常用的十条答复 |
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

                        - KR1: ⟦CSAT from 78 to 86⟧
                          - [ ] listen to five calls a week
                        - KR2: ⟦First answer within 30 minutes⟧
                          - [ ] rewrite the ten answers that are read most
                          - [ ] answer by chat
                          - [ ] ask ten customers what they waited for
                          - [ ] staff the mornings
                        """,
                    ),
                    "zh": (
                        """
                        # 2026年Q2 OKR

                        ## O1：让客服更有温度

                        - KR1：⟦满意度由78升至86⟧
                          - [ ] 每周旁听五通电话
                        - KR2：⟦首次回复不超过30分钟⟧
                          - [ ] 重写最常用的十条答复
                          - [ ] 开通在线聊天
                          - [ ] 访谈十位客户
                          - [ ] 增加早班人手
                        """,
                    ),
                },
                good={},
                options={"min": 2, "max": 3},
            ),
        ),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if is_dropped(item):
            return
        own = self._steps(item)
        shared = context.objective if self.options.level == "objective" else None
        count = own + (self._steps(shared) if shared else 0)
        if count < self.options.min:
            if not self._is_early(context):
                yield self._too_few(item, count)
        elif own > self.options.max:
            yield self.hit(
                item.text.span,
                "many",
                severity=Severity.INFO,
                text=quoted(item.text),
                count=own,
                most=self.options.max,
            )

    def _too_few(self, item: KeyResult, count: int) -> Hit:
        text = quoted(item.text)
        if not count:
            return self.hit(item.text.span, "missing", text=text)
        return self.hit(item.text.span, "few", text=text, count=count, least=self.options.min)

    def _steps(self, item: Item) -> int:
        """Return how many steps stand below an item; a line may hold several ("exit survey; pilot")."""
        lines = [action.text for action in item.actions]
        if self.options.fields and item.fields:
            further = {fold(name).lower() for name in self.options.fields}
            lines += [field.text for field in item.fields if fold(field.name).lower() in further]
        if not lines:
            return 0
        return sum(sum(map(bool, map(str.strip, fold(line.value).split(";")))) for line in lines)

    def _is_early(self, context: Context) -> bool:
        """Tell whether the cycle is so young that a plan may still be missing."""
        if not self.options.grace_days or context.today is None:
            return False
        days = days_of(cycle_around(context))
        return days is not None and (context.today - days[0]).days < self.options.grace_days
