"""AP001."""

from collections.abc import Iterator
from typing import Literal

from okrlint.plugins import Context, Examples, Hit, KeyResult, KeyResultRule, Meta, RuleOptions, Severity, Words
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import is_dropped


class KrWithoutActions(KeyResultRule):
    """A key result without a plan of action stays a number on paper.

    What it checks: something to be done stands below each key result: a check list, or a list or field named
    "Actions", "Initiatives", 行动计划, 举措. How it is measured (衡量标准) is no action.

    Why: in the trainer's case each key result is then broken down into a plan of action; Chinese handbooks go from
    key results to actions the same way, and Wodtke's weekly priorities serve key results.

    When to switch it off: where the plan of action is kept in another tool; set `level` to "objective" where one
    plan serves all key results of an objective.
    """

    manual_zh = """没有行动计划的关键结果只是纸上的数字。

    检查什么：每条关键结果下写有要做的事：待办清单，或名为“行动计划”“举措”“Actions”“Initiatives”的列表或字段。
    衡量标准不算行动。

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
        folds=True,
    )

    class Options(RuleOptions):
        """Where the plan stands."""

        level: Literal["key_result", "objective"] = "key_result"
        about = {
            "level": Words(
                "Where the plan of action stands: “key_result” wants one below each key result, with “objective” the "
                "actions of the objective do for all of them.",
                "行动计划写在哪里：“key_result”要求每条关键结果下都有；“objective”表示目标下的行动对各条都算数。",
            )
        }

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
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if item.actions or is_dropped(item):
            return
        shared = self.options.level == "objective" and context.objective is not None and context.objective.actions
        if not shared:
            yield self.hit(item.text.span, "missing", text=quoted(item.text))
