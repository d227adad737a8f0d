"""AP003."""

from collections import Counter
from collections.abc import Iterator, Sequence

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    KeyResult,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    fold,
    is_stative_deliverable,
    is_usual,
    kind,
    lead,
    quantified,
    terms,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live


class KrActionConfused(ObjectiveRule):
    """Work that stands among results is a step towards one of them.

    What it checks: a key result that names work and has no number, beside at least `min_siblings` that have one. Such
    a line is a step of the plan for one of those: the one with which it has most words in common is proposed; where
    they have but one, or none stands out, the finding is a doubtful one. It comes beside `kr-is-activity`, which says
    what is wrong with the line; here it is said where the line may go. Where work prevails, nothing is said.

    Why: in the trainer's case the fourth key result, a scheme of points, is work for what the other three measure.
    Lamorte warns of key results that are a to-do list, and Tability's course tells tasks from key results.

    When to switch it off: where milestones are key results by agreement, as at Google.
    """

    manual_zh = """夹在结果中间的工作，是通向其中某个结果的一步。

    检查什么：某条关键结果写的是工作、没有数字，而同一目标下至少有 `min_siblings` 条带数字。这样的一行其实是
    其中某条关键结果的行动：本规则会提出与它共同用词最多的那一条；只有一个共同用词、或没有明显的一条时，属于把握不大的发现。
    它与 `kr-is-activity` 并存：后者说明这一行错在哪里，本规则说明可以移到哪里。写工作的占多数时不报告。

    为什么：培训师案例中的第四条关键结果（积分方案）正是为其他三条服务的工作。拉莫特提醒不要把关键结果写成
    待办清单，Tability 的课程也区分任务与关键结果。

    何时关闭：约定以里程碑作为关键结果时（谷歌如此）。
    """

    meta = Meta(
        code="AP003",
        name="kr-action-confused",
        summary=Words(
            "Work stands in the plan of the key result that it serves, not beside it.",
            "工作写在它所服务的关键结果的行动计划里，而不是与之并列。",
        ),
        severity=Severity.INFO,
        certainty="medium",
        sources=("SEED", "LAM", "TAB"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Among how many results work stands out."""

        min_siblings: int = 2
        about = {
            "min_siblings": Words(
                "How many key results of the objective must have a number, from 1, before a line of work counts as a "
                "step of one of them. Our own figure: with fewer the objective rather lacks results.",
                "同一目标下至少要有几条带数字的关键结果，才把写工作的那一条看作其中某条的行动，从 1 起。"
                "数值为我们自定：更少时，问题多半是这个目标缺少结果。",
            )
        }
        ranges = {"min_siblings": (1, 20)}

    options: Options

    messages = {
        "move": Words(
            "“{text}” is work beside results; it looks like a step towards {label} “{sibling}”: move it to the actions "
            "below that, as in “- [ ] <step> @<name> <date>”",
            "“{text}”是夹在结果中的工作，看起来是达成{label}“{sibling}”的一步；请移到其行动计划中，"
            "例如“- [ ] <要做的事> @<姓名> <日期>”",
        ),
        "ask": Words(
            "“{text}” is work beside results: which of the other {count} key results does it serve? Move it to the "
            "actions below that one, as in “- [ ] <step> @<name> <date>”",
            "“{text}”是夹在结果中的工作：它服务于其余 {count} 条带数字的关键结果中的哪一条？请移到那一条的行动计划中，"
            "例如“- [ ] <要做的事> @<姓名> <日期>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make the ferry the way to travel

                - KR1: 900 commuters hold a ferry pass
                - KR2: 30% of tourists come a second time
                - KR3: ⟦Design a loyalty card for tourists⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make the ferry the way to travel

                - KR1: 900 commuters hold a ferry pass
                - KR2: Delays fall from 12 to 4 minutes
                - KR3: ⟦Write the launch plan⟧
                - KR4: ⟦Hire a harbour pilot to cut delays⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Give readers a reason to stay up late

                1. 40,000 loans a month
                2. Overdue books fall from 8% to 3%
                3. ⟦Create a reminder for overdue books⟧
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让渡轮成为出行首选

                - KR1：月票乘客达到900人
                - KR2：游客复购率达到30%
                - KR3：⟦设计游客积分方案⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：让渡轮成为出行首选

                - KR1：月票乘客达到900人
                - KR2：晚点由12分钟降到4分钟
                - KR3：⟦撰写上市计划⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓讀者捨不得睡

                1. 每月借閱4萬冊
                2. 逾期率由8%降到3%
                3. ⟦製作逾期提醒⟧
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make the ferry the way to travel

                - KR1: 900 commuters hold a ferry pass
                - KR2: 30% of tourists come a second time
                  - Actions: design a loyalty card
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make the ferry the way to travel

                - KR1: 900 commuters hold a ferry pass
                - KR2: Design a loyalty card
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make the ferry the way to travel

                - KR1: 900 commuters hold a ferry pass
                - KR2: 30% of tourists come a second time
                - KR3: Passengers feel at home
                - KR4: The new pier is open
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让渡轮成为出行首选

                - KR1：月票乘客达到900人
                - KR2：游客复购率达到30%
                  - 行动计划：设计积分方案
                """,
                """
                # 2026年Q2 OKR

                ## O1：让渡轮成为出行首选

                - KR1：月票乘客达到900人
                - KR2：设计积分方案
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓渡輪成為出行首選

                - KR1：月票乘客達到900人
                - KR2：遊客回購率達到30%
                - KR3：乘客更信任我們
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        key_results = live(item.key_results)
        if len(key_results) > _MOST:
            return
        results: list[KeyResult] = []
        others: list[KeyResult] = []
        for each in key_results:
            (results if quantified(each) else others).append(each)
        if not others or len(results) < self.options.min_siblings:
            return
        work = [each for each in others if _is_work(each)]  # what has a number is never an activity
        if len(work) <= len(results):
            for each in work:
                yield self._hit(each, results)

    def _hit(self, item: KeyResult, results: Sequence[KeyResult]) -> Hit:
        nearest, is_clear = _nearest(item, results)
        text = quoted(item.text)
        if nearest is None:
            return self.hit(item.text.span, "ask", about=item, certainty="low", text=text, count=len(results))
        return self.hit(
            item.text.span,
            "move",
            about=item,
            certainty="medium" if is_clear else "low",
            text=text,
            label=nearest.label or nearest.id,
            sibling=quoted(nearest.text),
        )


_MOST = 12
"""Key results of an objective that are looked at; one with more has other defects."""

_CLEAR, _CLEAR_SHARE = 2, 0.2
"""Common words (in Chinese: pairs of characters), and their share of the line's own, by which two lines are clearly
about one thing; one may be chance."""


def _is_work(item: KeyResult) -> bool:
    """Tell whether a key result names work that somebody does, once: neither a state to be there nor a routine."""
    text = item.text.value
    first = lead(text)
    if first is None or first.verb_class not in ("soft", "output"):
        return False
    return kind(item) == "activity" and not is_stative_deliverable(text) and not is_usual(text)


def _nearest(item: KeyResult, results: Sequence[KeyResult]) -> tuple[KeyResult | None, bool]:
    """Return the result with most words in common, and whether it is clearly the one; None where none stands out.

    A word that several results have tells none of them apart.
    """
    words = terms(item.text.value)
    shared = [_shared(words, result.text.value) for result in results]
    homes = Counter(word for common in shared for word in common)
    own = [sum(homes[word] == 1 for word in common) for common in shared]
    most = max(own)
    if not most or own.count(most) > 1:
        return None, False
    return results[own.index(most)], most >= max(_CLEAR, _CLEAR_SHARE * len(words))


def _shared(words: frozenset[str], text: str) -> frozenset[str]:
    low = fold(text).lower()
    if not any(word in low for word in words):  # a term stands in its statement letter for letter
        return frozenset()
    return words & terms(text)
