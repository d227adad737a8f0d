"""OW002."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    ItemRule,
    Meta,
    RuleOptions,
    Severity,
    Span,
    Words,
)
from okrlint_rules.ownership.groups import is_everybody, is_group


class OwnerCollective(ItemRule):
    """What is everyone's is no one's: an owner is a person.

    What it checks: the owner of an objective or a key result is not everyone, "the team" or a department, unless a
    person is named beside them. A role that one person holds (CTO, 店长) is fine, and so is a person with the
    department before the name (产品部王芳).

    Why: the trainer's case says that what everyone is in charge of, no one is. Niven describes how responsibility
    diffuses; GitLab and the Swiss Confirm handbook ask for a single person.

    When to switch it off: where the whole team answers for everything by agreement. Where a named team may own a
    key result, as in one version of GitLab's handbook, set `team_ok` instead.
    """

    manual_zh = """人人负责等于无人负责：负责人应是一个人。

    检查什么：目标或关键结果的负责人不能只写“全员”“团队”或某个部门，除非同时写明了具体的人。
    只有一人担任的角色（CTO、店长）没有问题，部门后面带姓名（产品部王芳）也没有问题。

    为什么：培训师的案例指出，人人负责等于无人负责。尼文描述了责任如何分散；GitLab 和瑞士 Confirm 的手册
    都要求只有一位负责人。

    何时关闭：团队约定全体共同承担时。若允许以具名团队为负责人（GitLab 手册的一个版本如此），请改为设置
    `team_ok`。
    """

    meta = Meta(
        code="OW002",
        name="owner-collective",
        summary=Words("An owner is a person, not everyone.", "负责人是具体的人，而不是“大家”。"),
        severity=Severity.ERROR,
        tier=1,
        sources=("SEED", "NIV", "GL", "CONFIRM"),
        since="0.1.0",
        supersedes=("OW003", "OW006"),
    )

    class Options(RuleOptions):
        """Who may own."""

        team_ok: bool = False
        about = {
            "team_ok": Words(
                "Whether a team or a department of its own name (Growth team, 市场部) may own, as one version of "
                "GitLab's handbook allows for key results; “everyone” never may.",
                "具名的团队或部门（增长团队、市场部）能否作为负责人，GitLab 手册的一个版本对关键结果如此规定；"
                "“全员”始终不行。",
            )
        }

    options: Options

    messages = {
        "collective": Words(
            "“{owner}” is not a person, and what is everyone's is no one's; name one person, as in “(owner: <name>)”",
            "“{owner}”不是具体的人，人人负责等于无人负责；请写明一位负责人，例如“（负责人：<姓名>）”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "churn falls from 4% to 2% (owner: ⟦everyone⟧)",
                "900 qualified leads by 30 June (owner: ⟦the whole team⟧)",
                "900 qualified leads by 30 June (owner: ⟦Engineering⟧)",
                "900 qualified leads by 30 June (owner: ⟦Sales / Product⟧)",
                "900 visits to the reading room by 30 June (owner: ⟦Volunteers⟧)",
                "900 visits to the reading room by 30 June (owner: ⟦The board⟧)",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                Owner: ⟦Growth team⟧

                - KR1: churn falls from 4% to 2%
                """,
            ),
            "zh": (
                "流失率从4%降至2%（负责人：⟦全员⟧）",
                "有效线索达到900条（负责人：⟦相关同事⟧）",
                "有效線索達到900條（負責人：⟦全體成員⟧）",
                "到课率由91%升至97%（负责人：⟦德育处⟧）",
                "垃圾分類率達到90%（負責人：⟦村委會⟧）",
                "阅览室到访900人次（负责人：⟦志愿者⟧）",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                | 关键结果 | 负责人 |
                |---|---|
                | 流失率从4%降至2% | ⟦市场部⟧ |
                | 有效线索达到900条 | ⟦各区域经理⟧ |
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (owner: Priya N.)",
                "churn falls from 4% to 2% (owner: CTO)",
                "churn falls from 4% to 2% (owner: Will All)",
                "churn falls from 4% to 2% (owner: Head of Sales)",
                "churn falls from 4% to 2% (owner: Chair of the board)",
                "churn falls from 4% to 2% (owner: Ana Ruiz, with the whole team)",
            ),
            "zh": (
                "流失率从4%降至2%（负责人：产品部王芳）",
                "流失率从4%降至2%（负责人：店长）",
                "到课率由91%升至97%（负责人：王登科）",
                "流失率从4%降至2%（负责人：张全）",
                "流失率從4%降至2%（負責人：王芳、市場部）",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                | 关键结果 | 负责人 |
                |---|---|
                | 流失率从4%降至2% | 市场部（王芳） |
                | 有效线索达到900条 | 市场部负责人 |
                """,
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        owners = item.owners
        if not owners:
            return
        words = context.lexicon("collective_owners")
        for owner in owners:
            if not (is_everybody(owner.value, words) or (not self.options.team_ok and is_group(owner.value))):
                return
        span = Span(owners[0].span.start, owners[-1].span.end)
        names = [owner.value for owner in owners]
        yield self.hit(span, "collective", owner=Words(", ".join(names), "、".join(names)))
