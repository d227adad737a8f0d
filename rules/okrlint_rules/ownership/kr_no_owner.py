"""OW001."""

from collections.abc import Iterator

from okrlint.plugins import Context, Examples, Hit, KeyResult, KeyResultRule, Meta, RuleOptions, Severity, Words
from okrlint_rules.ownership.personal import is_personal
from okrlint_rules.quoting import quoted


class KrNoOwner(KeyResultRule):
    """A key result without an owner belongs to nobody.

    What it checks: a key result names who answers for it: a field, a column, a mention (`@name`), or a name in
    parentheses.

    Why: what everyone is in charge of, no one is. The trainer's case names it first among what is missing; GitLab
    asks for one directly responsible individual for each key result; Niven describes how responsibility diffuses.

    When to switch it off: in a personal document, name the owner once at its top instead, and it counts for all;
    where a tool keeps owners elsewhere, set `inherit_from_objective`.
    """

    manual_zh = """没有负责人的关键结果，谁也不会负责。

    检查什么：关键结果写明由谁负责：字段、表格的列、提及（`@姓名`）或括号中的姓名。

    为什么：人人负责等于无人负责。培训师的案例把它列为首要缺项；GitLab 要求每条关键结果有唯一的直接责任人；
    尼文描述了责任如何分散。

    何时关闭：个人 OKR 只需在文档开头写一次负责人，即对全部条目有效；若负责人记录在别的工具里，
    请设置 `inherit_from_objective`。
    """

    meta = Meta(
        code="OW001",
        name="kr-no-owner",
        summary=Words("A key result names who answers for it.", "关键结果写明由谁负责。"),
        severity=Severity.ERROR,
        tier=1,
        sources=("SEED", "GL", "NIV"),
        since="0.1.0",
        folds=True,
    )

    class Options(RuleOptions):
        """Whose owner counts."""

        inherit_from_objective: bool = False
        about = {
            "inherit_from_objective": Words(
                "Whether the owner of the objective answers for its key results too (as in Feishu, where an owner "
                "is required of the entity).",
                "目标的负责人是否也算其关键结果的负责人（飞书如此：负责人是实体的必填项）。",
            )
        }

    options: Options

    messages = {
        "missing": Words(
            "nobody is named to answer for “{text}”; name one person, as in “(owner: <name>)”",
            "“{text}”没有负责人；请写明一位，例如“（负责人：<姓名>）”",
        ),
        "missing-all": Words(
            "none of the {count} key results names who answers for it: what is everyone's is no one's; "
            "give each one an owner",
            "{count} 条关键结果都没有负责人：人人负责等于无人负责；请为每条写明一位负责人",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦churn falls from 4% to 2%⟧",
                "⟦900 qualified leads by 30 June⟧",
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make every customer glad they stayed⟧

                - KR1: churn falls from 4% to 2%
                - KR2: 900 qualified leads
                """,
            ),
            "zh": (
                "⟦流失率从4%降至2%⟧",
                "⟦6月30日前有效線索達到900條⟧",
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
                "churn falls from 4% to 2% (owner: Ana Ruiz)",
                "900 qualified leads by 30 June @lchen",
                """
                # Goals of Ana Ruiz, 2026-Q2

                Owner: Ana Ruiz

                ## O1: Become someone I would like to work with

                - KR1: 12 books read
                - KR2: 5k run in 28 minutes
                """,
            ),
            "zh": (
                "流失率从4%降至2%（负责人：王芳）",
                "6月30日前有效线索达到900条 @李强",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                | 关键结果 | 负责人 |
                |---|---|
                | 流失率从4%降至2% | 王芳 |
                | 有效线索达到900条 | 李强 |
                """,
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if item.owners:
            return
        inherits = self.options.inherit_from_objective or is_personal(context.document)
        if not (inherits and item.owners_inherited):
            yield self.hit(item.text.span, "missing", text=quoted(item.text))
