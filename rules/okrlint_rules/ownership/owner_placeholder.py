"""OW004."""

from collections.abc import Iterator
from datetime import timedelta

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    ItemRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
)
from okrlint_rules.ownership.owners import owners_told_with
from okrlint_rules.ownership.placeholders import is_placeholder
from okrlint_rules.time.cycles import cycle_around


class OwnerPlaceholder(ItemRule):
    """A placeholder answers for nothing.

    What it checks: the owner of an objective, a key result or the whole document is a name, and not a word that keeps
    its place (TBD, N/A, ???, 待定, 未分配), nor a role that is said to be vacant, nor a colleague who is yet to come
    (new hire, 新同事). Up to `grace_days` after the cycle has begun it weighs less. Further words can be added to the
    list `placeholder_owners`.

    Why: an item with such an owner belongs to nobody, just as one without any: it is what the trainer's case names
    first among what is missing. Google's re:Work has owners settled before OKRs are published.

    When to switch it off: while a plan is being drafted.
    """

    manual_zh = """占位词负不了责。

    检查什么：目标、关键结果或整个文档的负责人是姓名，而不是占位词（TBD、N/A、???、待定、未分配），也不是空缺的岗位或尚未到岗的“新同事”。
    周期开始后 `grace_days` 天之内只算警告。可以在词表 `placeholder_owners` 中增加词语。

    为什么：写着占位词的条目与没有负责人一样，无人负责，培训师的案例把它列为首要缺项。
    谷歌 re:Work 要求在发布 OKR 之前确定负责人。

    何时关闭：计划尚在起草时。
    """

    meta = Meta(
        code="OW004",
        name="owner-placeholder",
        summary=Words("An owner is a name, not a placeholder.", "负责人是姓名，而不是占位词。"),
        severity=Severity.ERROR,
        sources=("SEED", "G-RW"),
        since="0.1.0",
        supersedes=("OW006",),
        folds=True,
    )

    class Options(RuleOptions):
        """How long a placeholder may stand."""

        grace_days: int = 7
        ranges = {"grace_days": (0, None)}
        about = {
            "grace_days": Words(
                "For how many days after the start of the cycle a placeholder is but a warning: 0 or more. The value "
                "is ours.",
                "周期开始后几天之内占位词只算警告：0 或更大。取值由我们自定。",
            )
        }

    options: Options

    messages = {
        "placeholder": Words(
            "“{owner}” is a placeholder, so nobody answers for this yet; name one person, as in “(owner: <name>)”",
            "“{owner}”只是占位，还没有人负责；请写明一位负责人，例如“（负责人：<姓名>）”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "churn falls from 4% to 2% (owner: ⟦TBD⟧)",
                "churn falls from 4% to 2% (owner: ⟦???⟧)",
                "churn falls from 4% to 2% (owner: ⟦N/A⟧)",
                "churn falls from 4% to 2% (owner: ⟦Volunteer coordinator (vacant)⟧)",
                "churn falls from 4% to 2% (owner: ⟦new starter⟧)",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                Owner: ⟦unassigned⟧

                | Key result | Owner |
                |---|---|
                | churn falls from 4% to 2% | Ana Ruiz |
                | 900 qualified leads | ⟦to be confirmed⟧ |
                """,
            ),
            "zh": (
                "流失率从4%降至2%（负责人：⟦待定⟧）",
                "流失率從4%降至2%（負責人：⟦待確認⟧）",
                "流失率从4%降至2%（负责人：⟦新来的同事⟧）",
                "流失率從4%降至2%（負責人：⟦店長（空缺）⟧）",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                | 关键结果 | 负责人 |
                |---|---|
                | 流失率从4%降至2% | ⟦未分配⟧ |
                | 有效线索达到900条 | ⟦某某⟧ |
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (owner: T. B. Dunn)",
                "churn falls from 4% to 2% (owner: Mai)",
                "churn falls from 4% to 2% (owner: Tod O.)",
                "churn falls from 4% to 2% (owner: ND)",
                "churn falls from 4% to 2% (owner: Ana Ruiz (hiring))",
                "churn falls from 4% to 2%",
            ),
            "zh": (
                "流失率从4%降至2%（负责人：戴定）",
                "流失率从4%降至2%（负责人：陈待）",
                "流失率从4%降至2%（负责人：王新人）",
                "流失率從4%降至2%（負責人：吳明）",
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        words = context.lexicon("placeholder_owners")
        for owner in owners_told_with(item, context):
            if is_placeholder(owner.value, words):
                severity = Severity.WARNING if self._is_early(context) else None
                yield self.hit(owner.span, "placeholder", severity=severity, owner=owner)

    def _is_early(self, context: Context) -> bool:
        """Tell whether the cycle has not begun yet, or only just."""
        cycle = cycle_around(context)
        if context.today is None or cycle is None or cycle.start is None:
            return False
        return (context.today - cycle.start) <= timedelta(self.options.grace_days)
