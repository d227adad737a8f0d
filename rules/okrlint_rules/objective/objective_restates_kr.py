"""OB009."""

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
    RuleOptions,
    Severity,
    Words,
    fold,
    is_comparable,
    similarity,
    terms,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live


class ObjectiveRestatesKr(ObjectiveRule):
    """An objective is not one of its key results without the number.

    What it checks: the words of an objective, and of each of its key results, numbers, dates and quoted names aside,
    are not nearly the same ("Reduce churn" and "Reduce churn to 2%").

    Why: an objective says what shall be true, key results how one knows. Where they are the same, one of them is
    missing: for Doerr objectives are the "what"; Gtmhub warns that nothing is left for the key results to say.

    When to switch it off: where the tool wants an objective for each figure.
    """

    manual_zh = """目标不是去掉数字的关键结果。

    检查什么：不算数字、日期和引号里的名称，目标和它的某条关键结果用词是否几乎一样（“降低流失”与“流失率降至2%”）。

    为什么：目标说的是要成为什么样，关键结果说的是怎么知道做到了。两者一样，就少了一样：杜尔说目标回答“是什么”；
    Gtmhub 提醒，这样一来关键结果就无话可说了。

    何时关闭：所用的工具要求每个指标各立一个目标时。
    """

    meta = Meta(
        code="OB009",
        name="objective-restates-kr",
        summary=Words(
            "An objective says something else than its key results do.",
            "目标与它的关键结果说的不是同一句话。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        sources=("GTM", "DOERR"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How alike is too alike."""

        min_similarity: float = 0.8
        ranges = {"min_similarity": (0, 1)}
        about = {
            "min_similarity": Words(
                "The share of words in common, 0 to 1, from which a key result counts as a copy. The value is ours.",
                "相同用词占多大比例（0 到 1）就算照抄。取值由我们自定。",
            )
        }

    options: Options

    messages = {
        "same": Words(
            "“{text}” says what {label} says (“{copy}”); keep the figure there, and say here what it is good for, as "
            "in “<who> can <do what>”",
            "“{text}”与{label}（“{copy}”）说的是一回事；数字留在那里，这里请写明它带来什么局面，例如“让<谁>能够<做什么>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: ⟦Raise occupancy⟧

                - KR1: Raise occupancy from 61% to 75%
                - KR2: Guest rating 4.2 → 4.6
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Shorten the waiting times in our clinics⟧

                - KR1: Waiting times in clinics shortened to 20 minutes by June
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Open a second bakery⟧

                - KR1: Guests per day from 80 to 140
                - KR2: Open a second bakery
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：⟦提升入住率⟧

                - KR1：入住率从61%提升到75%
                - KR2：客人评分从4.2提高到4.6
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦缩短门诊候诊时间⟧

                - KR1：6月底前门诊候诊时间缩短到20分钟
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦開出第二家麵包店⟧

                - KR1：開出第二家麵包店
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Be the hotel that families come back to

                - KR1: Raise occupancy from 61% to 75%
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make patients feel that their time counts in our clinics

                - KR1: Waiting times in clinics shortened to 20 minutes by June
                """,
                """
                # OKRs 2026-Q2

                ## O1: Give “Harbour Lights” the stage that it deserves

                - KR1: “Harbour Lights” sold out on 12 evenings
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：成为全家都想再来的酒店

                - KR1：入住率从61%提升到75%
                """,
                """
                # 2026年Q2 OKR

                ## O1：让患者觉得自己的时间被尊重

                - KR1：6月底前门诊候诊时间缩短到20分钟
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓《海港之光》走進更多校園

                - KR1：《海港之光》校園場次由3場增至12場
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        text = item.text.value
        bare = _without_names(text)
        if len(terms(bare)) < _LEAST:
            return
        least = self.options.min_similarity
        copy, most = None, -1.0
        for each in live(item.key_results):
            alike = similarity(bare, _without_names(each.text.value), least=least)
            if alike > most:
                copy, most = each, alike
        if copy is not None and most >= least and is_comparable(fold(bare)):
            label = copy.label or copy.id
            yield self.hit(item.text.span, "same", text=quoted(text), label=label, copy=quoted(copy.text.value))


_LEAST = 2
"""Words without which two statements may be alike by chance."""

_MARKS = frozenset('《「“"`\uff02\uff40')
"""What opens a name, and what folding makes one of them."""


def _without_names(text: str) -> str:
    """Return a text without names in quotation marks: what two statements are about need not be what they say."""
    return text if _MARKS.isdisjoint(text) else _names().sub(" ", fold(text))


@cache
def _names() -> re.Pattern[str]:
    return re.compile(r"《[^《》]{0,40}》|「[^「」]{0,40}」|“[^“”]{0,40}”|\"[^\"]{0,40}\"|`[^`]{0,40}`")
