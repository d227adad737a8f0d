"""OB007."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    LexiconMatch,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    lead,
)
from okrlint_rules.objective.purposes import says_for_whom


class ObjectiveBuzzword(ObjectiveRule):
    """An objective uses words that the team itself would say.

    What it checks: an objective has at most one word of the list `buzzwords` (synergy, holistic, 赋能, 抓手, 闭环), and
    does not begin with one unless it names somebody who is better off ("Empower teachers to …").

    Why: worn-out words sound like ambition and point nowhere. Wodtke asks for the team's own words; Doerr wants
    objectives concrete; INCOSE's guide to requirements forbids vague terms.

    When to switch it off: where such words are terms of the trade; or take the words off by an exception, as in
    `lexicon.buzzwords = ["!data mesh ecosystem"]`.
    """

    manual_zh = """目标用团队自己会说的话来写。

    检查什么：目标里词表 `buzzwords` 中的词（赋能、抓手、闭环、synergy、holistic）是否超过一个，
    或者以这样的词开头而没有说出谁会受益（“赋能乡村教师……”）。

    为什么：套话听着像雄心，却什么方向也没指。沃特克要求用团队自己的话；杜尔要求目标具体；
    INCOSE 的需求写作指南禁用含糊的词。

    何时关闭：这些词在本行是术语时；也可以加一条例外，例如 `lexicon.buzzwords = ["!数据闭环"]`。
    """

    meta = Meta(
        code="OB007",
        name="objective-buzzword",
        summary=Words(
            "An objective uses the team's own words, not worn-out ones.",
            "目标用团队自己的话来写，不用套话。",
        ),
        severity=Severity.INFO,
        certainty="medium",
        sources=("WOD", "DOERR", "INC"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How many such words pass."""

        max_hits: int = 1
        ranges = {"max_hits": (0, None)}
        about = {
            "max_hits": Words(
                "How many such words an objective may hold, from 0. The value is ours: one may be meant literally.",
                "一个目标最多可有几个这样的词，不小于 0。取值由我们自定：只有一个时，可能用的是本义。",
            )
        }

    options: Options

    messages = {
        "worn": Words(
            "worn-out words ({words}) point nowhere; say in the team's own words what will be different, as in “<who> "
            "can <do what>”",
            "用了套话（{words}），没有指出方向；请用团队自己的话写明会有什么不同，例如“让<谁>能够<做什么>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Leverage our ecosystem for holistic value⟧",
                "⟦Become a world-class, innovative supplier⟧",
                "⟦Synergy across both plants⟧",
            ),
            "zh": (
                "⟦打造全链路增长闭环⟧",
                "⟦赋能业务发展⟧",
                "⟦沉澱方法論，形成組合拳⟧",
            ),
        },
        good={
            "en": (
                "Let nurses finish shift notes before they reach the car park",
                "Empower teachers to mark homework on the bus",
                "Make the ecosystem of ponds a home for newts",
                "Lower the leverage ratio and the operating leverage",
            ),
            "zh": (
                "让护士下班前就写完交班记录",
                "赋能乡村教师，让备课不再熬夜",
                "让私域老客主动带来新客",
                "讓閉環控制的機床更安靜，讓混淆矩陣不再混淆",
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        text = item.text.value
        found = list(context.lexicon("buzzwords").find(text))
        if not found:
            return
        if len(found) > self.options.max_hits or (_leads(found[0], text) and not says_for_whom(text, context)):
            words = list(dict.fromkeys(text[match.start : match.end] for match in found))
            yield self.hit(item.text.span, "worn", words=Words(", ".join(words), "、".join(words)))


def _leads(found: LexiconMatch, text: str) -> bool:
    """Tell whether an entry holds the first content word."""
    opening = lead(text)
    return opening is not None and found.start <= opening.start < found.end
