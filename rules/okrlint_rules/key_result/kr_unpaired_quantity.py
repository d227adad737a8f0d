"""KW017."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Amount,
    Context,
    Examples,
    Hit,
    KeyResult,
    Lexicon,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    amounts,
    fold,
    metric_name,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live


class KrUnpairedQuantity(ObjectiveRule):
    """A count of people or clicks has a measure of quality beside it.

    What it checks: where a key result of an objective counts downloads, sign-ups, visits, followers or the like, some
    key result of the objective tells whether they were worth having: a share, a rating, a time, money, or a word for
    staying, returning, paying, being content. The lists `volumes` and `quality_measures` can be extended. An objective
    with a single key result is left to `too-few-krs`.

    Why: in the trainer's case ten times as many downloads say nothing of users who are gone right after installing.
    Doerr pairs each measure of effect with one of its side effects; Wodtke asks for usage, revenue and satisfaction.

    When to switch it off: where quality is watched elsewhere, as in health metrics outside of the OKRs.
    """

    manual_zh = """数人头、数点击的指标旁边，要有一个衡量质量的指标。

    检查什么：目标下有关键结果在数下载、注册、访问、粉丝之类时，有没有另一条能说明这些数量值不值：
    比例、评分、时长、金额，或者留存、复购、付费、满意一类的词。词表 `volumes` 和 `quality_measures` 可以扩充。
    只有一条关键结果的目标由 `too-few-krs` 处理。

    为什么：培训师的案例指出，光看下载量，看不出用户是不是装完就走。杜尔主张效果指标与副作用指标成对；
    沃特克建议同时看使用、收入和满意度。

    何时关闭：质量在别处把关时，例如 OKR 之外的健康指标。
    """

    meta = Meta(
        code="KW017",
        name="kr-unpaired-quantity",
        summary=Words(
            "A count of people or clicks has a measure of quality beside it.",
            "数人头、数点击的指标旁边，要有一个衡量质量的指标。",
        ),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("SEED", "DOERR", "WOD"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """From how many key results on an objective is looked at."""

        min_krs: int = 2
        min_count: int = 50
        ranges = {"min_krs": (1, None), "min_count": (0, None)}
        about = {
            "min_krs": Words(
                "How many key results an objective must have to be looked at, from 1. The value is ours: a pair takes "
                "two.",
                "目标至少有几条关键结果才检查，不小于 1。取值由我们自定：成对至少要两条。",
            ),
            "min_count": Words(
                "From which number on people or clicks are a volume, and not known one by one: 0 or more. The value "
                "is ours.",
                "数量达到多少才算“量”，而不是逐个认得的人：0 或更大。取值由我们自定。",
            ),
        }

    options: Options

    messages = {
        "unpaired": Words(
            "“{text}” counts how many come, and no key result tells whether they stay or are served well; add one, as "
            "in “<share of them who return, pay or are content> reaches <target>”",
            "“{text}”只数来了多少，没有一条关键结果说明他们留没留下、满不满意；请补一条，"
            "例如“<留存、付费或满意的比例>达到<目标值>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Bring the city archive into every home

                - KR1: ⟦30,000 downloads of the reading app⟧
                - KR2: Five schools link to the archive
                """,
                """
                # OKRs 2026-Q2

                ## O1: Be the radio that the valley wakes up to

                - KR1: ⟦Followers grow from 2,000 to 9,000⟧
                - KR2: 400 sign-ups for the newsletter
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make the open day the talk of the town

                - KR1: ⟦1,200 visitors come to the open day⟧
                - KR2: 12 partners have a stall
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：把城市档案带进每个家庭

                - KR1：⟦阅读应用下载量达到3万⟧
                - KR2：5所学校挂上档案馆链接
                """,
                """
                # 2026年Q2 OKR

                ## O1：做山谷里叫醒清晨的电台

                - KR1：⟦公众号粉丝从2000涨到9000⟧
                - KR2：简报注册400人
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓開放日成為全城話題

                - KR1：⟦開放日訪客達到1200人⟧
                - KR2：12家夥伴設攤
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Bring the city archive into every home

                - KR1: 30,000 downloads of the reading app
                - KR2: 40% of readers open it again within a week
                """,
                """
                # OKRs 2026-Q2

                ## O1: Be the radio that the valley wakes up to

                - KR1: Followers grow from 2,000 to 9,000
                - KR2: 300 listeners renew their membership
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make the mill cleaner than the river

                - KR1: 3 filters are replaced
                - KR2: 12 partners send their waste water to us
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：把城市档案带进每个家庭

                - KR1：阅读应用下载量达到3万
                - KR2：四成读者一周内再次打开
                """,
                """
                # 2026年Q2 OKR

                ## O1：做山谷里叫醒清晨的电台

                - KR1：公众号粉丝从2000涨到9000
                - KR2：300位听众续费
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓開放日成為全城話題

                - KR1：開放日訪客達到1200人
                - KR2：訪客滿意度評分達到4.6
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        key_results = live(item.key_results)[:_MOST]
        if len(key_results) < self.options.min_krs:
            return
        texts = [text.value for kr in key_results for text in (kr.text, *kr.measures)]
        if any(amount.kind in _QUALITY_KINDS for text in texts for amount in amounts(text)):
            return
        volumes, qualities = context.lexicon("volumes"), context.lexicon("quality_measures")
        counts = next((kr for kr in key_results if _is_volume(kr, volumes, self.options.min_count)), None)
        if counts is not None and not any(map(qualities.has, texts)):
            yield self.hit(counts.text.span, "unpaired", text=quoted(counts.text), about=counts)


_MOST = 50
"""Key results that are looked at: no real objective has more."""

_QUALITY_KINDS = frozenset(("percent", "points", "money", "duration", "rank", "fraction", "zero", "score", "rate"))
"""Kinds of amounts that tell more than how many; a word of `quality_measures` does, too."""

_BEHIND = 24
"""How many characters behind a number what it counts may stand: 9,000 followers, 3万人次下载."""


def _is_volume(item: KeyResult, volumes: Lexicon, least: int) -> bool:
    """Tell whether a key result counts what is in the list: the word is the name of its number, or its unit."""
    text = item.text.value
    return any(
        amount.kind in ("count", "number")
        and (amount.value or 0) >= least
        and (volumes.has(metric_name(text, amount.start)) or volumes.has(_counted(text, amount)))
        for amount in amounts(text)
    )


def _counted(text: str, amount: Amount) -> str:
    """Return an amount with the words behind it, up to the next punctuation or preposition."""
    behind = fold(text[amount.end : amount.end + _BEHIND])
    end = _stop().search(behind)
    return text[amount.start : amount.end] + (behind[: end.start()] if end else behind)


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[,;。、.(&]|\b(?:of|for|in|on|at|from|with|by|and|to|via|through|per)\b", re.ASCII)
