"""OB010."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Meta,
    Objective,
    ObjectiveRule,
    Severity,
    Words,
)
from okrlint_rules.objective.purposes import says_for_whom
from okrlint_rules.quoting import quoted


class ObjectiveNoBeneficiary(ObjectiveRule):
    """An objective says who is better off, or a note beside it does.

    What it checks: a word of the list `beneficiaries` (customers, nurses, team, 用户, 店主, for …, 为…) stands in the
    objective, or it has a reason (Why, 背景, 意义).

    Why: Google's playbook warns of objectives at whose end nobody cares: low value, though finished. To name somebody
    is the shortest way to see whether it matters.

    When to switch it off: where who is meant is plain to everybody, as the team itself.
    """

    manual_zh = """目标或它的说明写出谁会受益。

    检查什么：目标里有没有词表 `beneficiaries` 中的词（用户、店主、护士、团队、“为……”），
    或者是否附有原因（背景、意义、Why）。

    为什么：谷歌的手册提醒警惕做完了也没人在意的目标。写出对谁好，是检验它要不要紧的最短办法。

    何时关闭：对谁好不言自明时，例如就是团队自己。
    """

    meta = Meta(
        code="OB010",
        name="objective-no-beneficiary",
        summary=Words("An objective says who is better off.", "目标写出谁会受益。"),
        severity=Severity.HINT,
        certainty="medium",
        tier=3,
        on=False,
        sources=("G-PB", "WILD"),
        since="0.1.0",
    )

    messages = {
        "nobody": Words(
            "“{text}” names nobody who is better off; add them, or a reason, as in “so that <who> can <do what>”",
            "“{text}”没有写出谁会受益；请补上，或在下面写明原因，例如“让<谁>能够<做什么>”",
        )
    }

    examples = Examples(
        bad={
            "en": ("⟦Modernize the control room⟧", "⟦Become profitable⟧", "⟦Master the cold chain⟧"),
            "zh": ("⟦升级控制室⟧", "⟦实现盈利⟧", "⟦夯實冷鏈能力⟧"),
        },
        good={
            "en": (
                "Modernize the control room so that operators hear each other",
                "Let analysts trust the first number they see",
                """
                # OKRs 2026-Q2

                ## O1: Master the cold chain

                Why: one delivery in nine arrives too warm to be used

                - KR1: Warm deliveries fall from 11% to 2%
                """,
            ),
            "zh": (
                "升级控制室，让操作员听得清彼此",
                "为下半年出海铺路",
                """
                # 2026年Q2 OKR

                ## O1：夯实冷链能力

                背景：每九单就有一单到货时温度超标

                - KR1：超温率由11%降到2%
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        text = item.text.value
        if item.why is None and not says_for_whom(text, context):
            yield self.hit(item.text.span, "nobody", text=quoted(text))
