"""KW008."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
    amounts,
    fold,
    without_figures,
)


class KrNumberWithoutUnit(KeyResultRule):
    """Every target has a unit or the name of its measure.

    What it checks: a key result does not consist of a verb and a bare number ("Reach 500", 提升到80), dates, limits
    and filling words aside. A unit, a measure or any other noun in the statement, and a unit or the name of a measure
    beside it, clear it.

    Why: a number without a unit is graded by whoever remembers what was meant. INCOSE's guide asks for a unit with
    every number; Feishu's indicators cannot be saved without one.

    When to switch it off: where the unit stands in a heading that the tool does not read.
    """

    manual_zh = """每个目标值都有单位或指标名称。

    检查什么：关键结果是不是只有一个动词加一个光秃秃的数字（“达到500”“提升到80”），日期、限定词、虚词不算在内。
    句中有单位、指标或其他名词，或者旁边写了单位、指标名称的，不报。

    为什么：没有单位的数字，只能靠当事人的记忆来打分。INCOSE 的需求写作指南要求每个数字带单位，
    飞书的量化指标不填单位就不能保存。

    何时关闭：单位写在工具读不到的标题里时。
    """

    meta = Meta(
        code="KW008",
        name="kr-number-without-unit",
        summary=Words(
            "Every target has a unit or the name of its measure.",
            "每个目标值都有单位或指标名称。",
        ),
        severity=Severity.WARNING,
        sources=("INC", "FS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which words stand for a measure that everybody knows."""

        known: tuple[str, ...] = ()
        about = {
            "known": Words(
                "Words that say enough in this house, such as the name of a house index.",
                "本单位一看就懂、不必再写单位的词，例如内部指数的名称。",
            )
        }

    options: Options

    messages = {
        "bare": Words(
            "{value} of what? Add the measure and the unit, as in “<metric> reaches {value} <unit>”",
            "{value} 的单位和指标都没有写；请补上，例如“<指标>达到 {value} <单位>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "Get to ⟦1200⟧",
                "Grow from 40 to ⟦65⟧ by the end of June",
                "The target reaches at least ⟦90⟧",
            ),
            "zh": (
                "提升到⟦1200⟧",
                "六月底前由40提高到⟦65⟧",
                "指標達到⟦90⟧以上",
            ),
        },
        good={
            "en": (
                "Get to 1200 paying seats",
                "NPS reaches 45",
                "Lighthouse score from 60 to 90",
                "Reach $1200",
                "Top 10",
                """
                # OKRs 2026-Q2

                ## O1: Be the house where every seat is taken

                | Key result | Target | Unit |
                |---|---|---|
                | Reach 1200 | 1200 | seats |
                """,
            ),
            "zh": (
                "付费席位提升到1200个",
                "NPS达到45",
                "健康分由60提高到90",
                "進入前10",
                "排名达到3",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        text = item.text.value
        found = amounts(text) if len(text) <= _LONGEST else ()
        if not found or any(amount.kind != "number" or amount.strength == "relative" for amount in found):
            return
        metric = item.metric
        if item.measures or (metric is not None and (metric.name is not None or metric.unit)):
            return
        if not self._names_anything(text):
            target = found[-1]
            words = fold(text[target.start : target.end]).lstrip("≥≤<>=~ ")
            start = target.end - len(words)
            number = _number().match(fold(text), start)
            end = number.end() if number else target.end
            yield self.hit(item.text.locate(start, end), "bare", value=text[start:end])

    def _names_anything(self, text: str) -> bool:
        """Tell whether anything but verbs, limits and dates stands beside the numbers of a statement."""
        rest = without_figures(text)
        if any(fold(word).lower() in rest for word in self.options.known):
            return True
        if rest.isascii():
            words = "".join([char if char.isalnum() else " " for char in rest]).split()
            return not _EMPTY.issuperset(words)
        return any(char.isalnum() for char in _empty().sub(" ", rest))


_LONGEST = 60
"""Characters beyond which a statement surely names something."""


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[\d,.]{1,20}", re.ASCII)


# fmt: off
_EMPTY = frozenset((
    "the", "a", "an", "our", "we", "will", "it", "this", "kr", "target", "goal", "number", "figure", "value",
    "result", "get", "gets", "reach", "reaches", "reaching", "hit", "hits", "achieve", "achieves", "grow", "grows",
    "increase", "increases", "raise", "raises", "rise", "rises", "improve", "improves", "reduce", "reduces",
    "decrease", "decreases", "lower", "cut", "exceed", "exceeds", "surpass", "attain", "from", "to", "by", "until",
    "before", "at", "least", "most", "of", "more", "less", "than", "over", "under", "above", "below", "about", "up",
    "down", "end", "is", "be", "within", "quarter", "year", "month",
))
# fmt: on
"""English words that name nothing that could be counted."""


@cache
def _empty() -> re.Pattern[str]:
    """The same, and Chinese ones."""
    return re.compile(
        rf"\b(?:{'|'.join(sorted(_EMPTY))})\b"
        r"|达到|达成|做到|完成|实现|突破|超过|提升|提高|增加|增长|上升|降低|下降|减少|缩短|控制在|保持在|目标值?|指标|数字|数值|数量"
        r"|不低于|不少于|不高于|不超过|至少|至多|以上|以下|以内|左右|从|由|到|至|为|将|把|在|前|底|末|达|个?季度|年|月|之|约|的",
        re.ASCII,
    )
