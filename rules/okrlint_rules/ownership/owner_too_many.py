"""OW003."""

from collections.abc import Iterable, Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    ItemRule,
    Meta,
    Owner,
    RuleOptions,
    Severity,
    Span,
    Words,
    fold,
)
from okrlint_rules.ownership.placeholders import is_placeholder

_TITLES = (
    "ceo coo cto cfo cmo cpo cro chro ciso vp svp evp avp president director head chief manager lead leader officer"
    " owner founder engineer designer analyst architect"
)
_TITLES_AFTER = ("经理", "总监", "主管", "负责人", "总裁", "工程师", "设计师", "部长", "组长", "店长")
"""Words by which a title is told from a name: those that owners of public OKR documents go by."""


class OwnerTooMany(ItemRule):
    """One person answers for an item; the others help.

    What it checks: an objective or a key result has no more owners than `max_owners`. Who is marked as a helper
    (contributors, 协作, 参与) does not count, nor does what stands beside a name or a title to explain it: a handle
    (Ana Ruiz @aruiz), a scope (VP, Field Ops).

    Why: GitLab asks for one directly responsible individual only, the Swiss Confirm handbook for a single owner;
    Niven stops at two. Google's playbook has each of several groups write down its own commitment instead.

    When to switch it off: where the team shares ownership on purpose, as in pairs; or raise `max_owners` to 2.
    """

    manual_zh = """一个条目由一个人负责，其他人是协作者。

    检查什么：目标或关键结果的负责人不超过 `max_owners` 位。注明为协作、参与的人不计入；姓名或职务旁的说明
    也不计入，例如账号（王芳 @wangfang）、职责范围（VP, Field Ops）。

    为什么：GitLab 要求只有一位直接责任人，瑞士 Confirm 的手册要求唯一的负责人；尼文认为最多两位。
    谷歌的 OKR 手册则让参与的各组分别写下自己的承诺。

    何时关闭：团队有意共同负责时，例如结对；也可以把 `max_owners` 调到 2。
    """

    meta = Meta(
        code="OW003",
        name="owner-too-many",
        summary=Words("One person answers for an item; the others contribute.", "只有一位负责人，其他人是协作者。"),
        severity=Severity.WARNING,
        sources=("GL", "CONFIRM", "NIV", "G-PB"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How many may own."""

        max_owners: int = 1
        ranges = {"max_owners": (1, None)}
        about = {
            "max_owners": Words(
                "The most owners that an item may have, 1 or more: 1 by GitLab and Confirm, 2 by Niven.",
                "一个条目最多几位负责人，至少 1：GitLab 与 Confirm 为 1，尼文为 2。",
            )
        }

    options: Options

    messages = {
        "many": Words(
            "{count} owners share this, so none of them answers for it: {names}; keep one and name the others as "
            "contributors, as in “(owner: <name>; contributors: <names>)”",
            "有 {count} 位负责人（{names}），等于没有人真正负责；请只留一位，其他人写为协作者，"
            "例如“（负责人：<姓名>；协作人：<姓名>）”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "churn falls from 4% to 2% (owner: ⟦Ana, Bob and Chen⟧)",
                "900 qualified leads by 30 June (owner: ⟦Sales / Product⟧)",
                "900 qualified leads by 30 June ⟦@lchen @aruiz⟧",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                | Key result | Owner |
                |---|---|
                | churn falls from 4% to 2% | ⟦Ana Ruiz & Ben Ode⟧ |
                | 900 qualified leads | Li Chen |
                """,
            ),
            "zh": (
                "流失率从4%降至2%（负责人：⟦张三、李四、王五⟧）",
                "有效线索达到900条（负责人：⟦市场部/产品部⟧）",
                "有效線索達到900條（負責人：⟦陳怡君和林志明⟧）",
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (owner: Ana Ruiz)",
                "churn falls from 4% to 2% (owner: Li, Wei)",
                "churn falls from 4% to 2% (owner: O'Brien, Niamh)",
                "churn falls from 4% to 2% (owner: VP, Field Ops)",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                | Key result | Owner | Contributors |
                |---|---|---|
                | churn falls from 4% to 2% | Anne-Marie Roux | Bob, Chen |
                | 900 qualified leads | Ana (contributors: Bob, Chen) | |
                | NPS from 31 to 45 | Ana Ruiz @aruiz | |
                """,
            ),
            "zh": (
                "流失率从4%降至2%（负责人：欧阳静）",
                "流失率從4%降至2%（負責人：李和平）",
                "流失率从4%降至2%（负责人：王芳，市场总监）",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                | 关键结果 | 负责人 | 协作人 |
                |---|---|---|
                | 流失率从4%降至2% | 张三（协作：李四、王五） | |
                | 有效线索达到900条 | 张三（主责）、李四（协作） | |
                | NPS由31升至45 | 王芳 | 李强、陈静 |
                """,
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        if len(item.owners) <= self.options.max_owners:
            return
        words = context.lexicon("placeholder_owners")
        owners = [owner for owner in item.owners if not is_placeholder(owner.value, words)]
        names = _people(owners)
        if len(names) > self.options.max_owners:
            span = Span(owners[0].span.start, owners[-1].span.end)
            yield self.hit(span, "many", count=len(names), names=Words(", ".join(names), "、".join(names)))


def _people(owners: Iterable[Owner]) -> list[str]:
    """Return who is named, each person once.

    Where names and mentions stand together (Ana Ruiz @aruiz), they may be the same people: the longer list counts.
    Beside titles, what is none is a scope (VP, Field Ops) or whose title it is (Ana Ruiz, CTO).
    """
    names: dict[str, str] = {}
    handles: dict[str, str] = {}
    for owner in owners:
        (handles if owner.handle else names).setdefault(owner.value.casefold(), owner.value)
    longer = list(max(names, handles, key=len).values())
    return [name for name in longer if is_title(name)] or longer


def is_title(name: str) -> bool:
    """Tell whether a name is that of a role (VP Engineering, 店长), or has one beside it."""
    words = name.lower().replace("-", " ").split()
    return not set(words).isdisjoint(_TITLES.split()) or fold(name).endswith(_TITLES_AFTER)
