"""TM005."""

from collections.abc import Iterator

from okrlint.plugins import Context, Cycle, Examples, Hit, Item, ItemRule, Meta, Objective, Severity, Words
from okrlint_rules.time.cycles import cycle_around


class DeadlineInvalid(ItemRule):
    """A date that does not exist, or that has two readings, is no date.

    What it checks: the day that a deadline names exists, and is the same for every reader: 03/04/2026 is 3 April
    to some and 4 March to others. The period that the objectives stand in exists too. In Chinese 6/30 is month
    and day, and clear.

    Why: nobody can keep to a day that is not there, and two readers must not plan for two days. ISO 8601
    (YYYY-MM-DD) has one reading everywhere.

    When to switch it off: where a team writes its dates in one order by agreement.
    """

    manual_zh = """不存在的日期，或有两种读法的日期，等于没有日期。

    检查什么：截止日期确实存在，并且人人读法一致：03/04/2026 有人读作 4 月 3 日，有人读作 3 月 4 日。
    目标所属的周期也必须存在。中文里的 6/30 是月和日，没有歧义。

    为什么：不存在的日子无法遵守，不同的读者也不应按不同的日子安排工作。ISO 8601（YYYY-MM-DD）在各处都只有
    一种读法。

    何时关闭：团队约定了日期的书写顺序时。
    """

    meta = Meta(
        code="TM005",
        name="deadline-invalid",
        summary=Words("A date exists and has one reading.", "日期存在，且只有一种读法。"),
        severity=Severity.ERROR,
        tier=3,
        since="0.1.0",
    )

    messages = {
        "invalid": Words(
            "there is no such date as “{date}”; name one that exists, as in “<YYYY-MM-DD>”",
            "“{date}”并不存在；请写一个存在的日期，例如“<YYYY-MM-DD>”",
        ),
        "ambiguous": Words(
            "“{date}” can be read day first or month first; write it so that it has one reading, as in “<YYYY-MM-DD>”",
            "“{date}”既可读作“日/月”，也可读作“月/日”；请改用只有一种读法的格式，例如“<YYYY-MM-DD>”",
        ),
        "no-such-cycle": Words(
            "there is no such period as “{date}”; name one that exists, as in “<year> Q<1–4>”",
            "“{date}”这个周期并不存在；请写一个存在的周期，例如“<年份>年Q<1–4>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "churn falls from 4% to 2% (due: ⟦2026-02-30⟧)",
                "churn falls from 4% to 2% (due: ⟦03/04/2026⟧)",
                "900 qualified leads by ⟦31 June⟧",
                """
                # OKRs ⟦2026 Q5⟧

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%

                ## O2: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
            ),
            "zh": (
                "流失率从4%降至2%（截止：⟦6月31日⟧）",
                "有效线索达到900条（截止：⟦2026年Q5⟧）",
                "流失率從4%降至2%（截止日期：⟦13月1日⟧）",
                """
                # ⟦2026年Q5⟧ OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (due: 2026-02-28)",
                "churn falls from 4% to 2% (due: 3 April 2026)",
                "900 qualified leads by 6/30",
                "900 qualified leads (due: soon)",
                "900 qualified leads (due: 2 weeks after launch)",
            ),
            "zh": (
                "流失率从4%降至2%（截止：6月30日）",
                "流失率從4%降至2%（截止：2026年Q4）",
                "6/30前有效线索达到900条",
                "有效线索达到900条（截止：上线后两周内）",
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        deadline = item.deadline
        if deadline and not item.deadline_inherited and deadline.problem in ("invalid", "ambiguous"):
            yield self.hit(deadline.span, deadline.problem, date=deadline.raw)
        if isinstance(item, Objective):
            cycle = cycle_around(context)
            if cycle and cycle.problem == "invalid" and _is_first_in(cycle, item, context):
                yield self.hit(cycle.span, "no-such-cycle", date=cycle.raw or cycle.value)


def _is_first_in(cycle: Cycle, objective: Objective, context: Context) -> bool:
    """Tell whether an objective is the first that stands in a cycle: of all that do, it is said once."""
    position = int(objective.id.removeprefix("O")) - 1  # ids count the objectives of a document
    if position == 0:
        return True
    before = context.document.objectives[position - 1]
    return (before.cycle or context.document.cycle) != cycle
