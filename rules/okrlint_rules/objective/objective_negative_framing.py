"""OB011."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Meta,
    Objective,
    ObjectiveRule,
    Severity,
    Words,
    fold,
)


class ObjectiveNegativeFraming(ObjectiveRule):
    """An objective says what shall be, not what shall not be.

    What it checks: an objective does not begin with a word that forbids or ends something (stop, avoid, prevent, don't,
    never, no more, 不再, 停止, 避免, 防止, 杜绝). To free somebody from something (让用户不再等待) is another matter.

    Why: a ban tells people where not to go, and hardly stirs anyone. What is wanted instead is often the objective
    itself. The judgement is ours.

    When to switch it off: where the ban is the point, as in safety.
    """

    manual_zh = """目标写要成为什么样，不写不要什么样。

    检查什么：目标是否以表示禁止或终止的词开头（不再、停止、避免、防止、杜绝、不要、stop、avoid、never）。
    把谁从什么里解放出来（“让用户不再等待”）不算。

    为什么：禁令只告诉人们别往哪里去，很难打动谁；想要的那一面，往往就是目标本身。这是我们自己的判断。

    何时关闭：禁止本身就是目的时，例如安全生产。
    """

    meta = Meta(
        code="OB011",
        name="objective-negative-framing",
        summary=Words("An objective says what shall be, not what shall not.", "目标写想要什么，不写不要什么。"),
        severity=Severity.HINT,
        certainty="medium",
        tier=3,
        on=False,
        sources=("OKRLINT",),
        since="0.1.0",
    )

    messages = {
        "negative": Words(
            "“{word}” says what shall not be; say what shall be instead, as in “<who> can <do what>”",
            "“{word}”说的是不要什么；请写想要的那一面，例如“让<谁>能够<做什么>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Stop⟧ losing parcels",
                "⟦Avoid⟧ surprises at the end of the month",
                "⟦No more⟧ night calls",
                "⟦Don't⟧ run out of cash",
            ),
            "zh": ("⟦不再⟧丢失包裹", "⟦避免⟧月底手忙脚乱", "⟦停止⟧加班", "⟦杜絕⟧帶病上線"),
        },
        good={
            "en": (
                "Make night calls a thing of the past",
                "Give riders a stop that they like to wait at",
                "Stop-motion films that children ask for",
                "Reduce lost parcels",
            ),
            "zh": (
                "让夜班电话成为历史",
                "让用户不再为找货而等待",
                "告别手工台账",
                "降低丟件率",
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        found = _bans().match(fold(item.text.value))
        if found is not None:
            start, end = found.span("ban")
            yield self.hit(item.text.locate(start, end), "negative", word=item.text.value[start:end])


@cache
def _bans() -> re.Pattern[str]:
    """Words that forbid or end something, behind nothing but adverbs of time and degree."""
    return re.compile(
        r"""[\s*_"“「]{0,10} (?:(?:Q[1-4]|本季度|今年|全年|全面|坚决|彻底|切实|有效)[:,，\s]{0,3}){0,3}
            (?P<ban> (?:stop|avoid|prevent|never|don['’]t|do\ not|no\ more|no\ longer|quit|ban|refuse)\b(?!-)
                   | 不再 | 不要 | 停止 | 避免 | 防止 | 杜绝 | 禁止 | 拒绝 | 别再 | 严禁 | 切勿 )""",
        re.ASCII | re.IGNORECASE | re.VERBOSE,
    )
