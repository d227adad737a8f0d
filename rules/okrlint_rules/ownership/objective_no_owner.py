"""OW007."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    is_dropped,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live


class ObjectiveNoOwner(ObjectiveRule):
    """An objective without an owner is nobody's to bring together.

    What it checks: an objective names who answers for it, or stands below somebody's name: a section or a document of
    one owner. Where each of its key results names an owner, that is enough, unless `key_results_suffice` is off.

    Why: GitLab has one person responsible for each objective, beside those of the key results. It is a hint, since
    the rules about key results ask for owners anyway.

    When to switch it off: where a document is one team's, and its head answers for all objectives.
    """

    manual_zh = """没有负责人的目标，没有人统筹。

    检查什么：目标写明由谁负责，或者位于某人名下（分节或整个文档只有一位负责人）。每条关键结果都写了负责人时，
    也算足够，除非关闭 `key_results_suffice`。

    为什么：GitLab 要求每个目标有一位负责人，与关键结果的负责人并列。这里只作提示，因为关键结果的规则已经要求负责人。

    何时关闭：文档属于一个团队，由负责人统管全部目标时。
    """

    meta = Meta(
        code="OW007",
        name="objective-no-owner",
        summary=Words("An objective names who answers for it.", "目标写明由谁负责。"),
        severity=Severity.HINT,
        on=False,
        sources=("GL",),
        since="0.1.0",
        folds=True,
    )

    class Options(RuleOptions):
        """Whose name is enough."""

        key_results_suffice: bool = True
        about = {
            "key_results_suffice": Words(
                "Whether an objective may do without an owner where each of its key results names one; GitLab asks "
                "for one of its own.",
                "每条关键结果都写了负责人时，目标是否可以不写；GitLab 要求目标自己有负责人。",
            )
        }

    options: Options

    messages = {
        "missing": Words(
            "nobody is named to answer for the objective “{text}”; name one person, as in “owner: <name>”",
            "目标“{text}”没有负责人；请写明一位，例如“负责人：<姓名>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Make every customer glad they stayed⟧",
                "⟦Win the campus market⟧",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                Owner: Ana Ruiz

                - KR1: churn falls from 4% to 2%

                ## O2: ⟦Make support feel human⟧

                - KR1: CSAT from 78 to 86 (owner: Ben Ode)
                - KR2: NPS from 31 to 45
                """,
            ),
            "zh": (
                "⟦让每位客户都庆幸选择了我们⟧",
                "⟦拿下高校市場⟧",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                负责人：王芳

                - KR1：流失率从4%降至2%

                ## O2：⟦让客服更有温度⟧

                - KR1：满意度由78升至86（负责人：李强）
                - KR2：NPS由31升至45
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed (owner: Ana Ruiz)

                - KR1: churn falls from 4% to 2%
                """,
                """
                # Goals of Ana Ruiz, 2026-Q2

                Owner: Ana Ruiz

                ## O1: Become someone I would like to work with

                - KR1: 12 books read
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (owner: Ben Ode)
                - KR2: NPS from 31 to 45 (owner: Cleo Marsh)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们（负责人：王芳）

                - KR1：流失率从4%降至2%
                """,
                """
                # 王芳 2026年Q2 OKR

                负责人：王芳

                ## O1：成为自己也愿意共事的人

                - KR1：读完12本书
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（負責人：李強）
                - KR2：NPS由31升至45（負責人：陳麗）
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        if item.owners or item.owners_inherited or is_dropped(item):
            return
        key_results = live(item.key_results)
        if self.options.key_results_suffice and key_results and all(each.owners for each in key_results):
            return
        yield self.hit(item.text.span, "missing", text=quoted(item.text))
