"""KW003."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from okrlint.plugins import (
    Amount,
    Certainty,
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
    kind,
    lead,
)
from okrlint_rules.key_result.shares import alike
from okrlint_rules.quoting import quoted


class KrOutputNotOutcome(KeyResultRule):
    """A key result counts the effect, not the things that are made or held for it.

    What it checks: the number in a key result does not merely count deliverables or events (eight articles, twelve
    workshops). A clause that tells of the effect, a measure beside the statement, a share or a sum of money excuse it.

    Why: eight articles that nobody reads are eight articles; Google's playbook asks for the impact of a launch, not
    for the launch, Castro and Wodtke for value. It is a thought and no more: Grove's and Doerr's own examples count
    what is made.

    When to switch it off: where making things is the very purpose (a publisher, a festival), or set `min_share` to 1
    to be told only of objectives that count nothing but deliverables.
    """

    manual_zh = """关键结果数的是效果，不是为它做了多少件东西。

    检查什么：关键结果里的数字是否只是在数交付物或活动的个数（八篇文章、十二场沙龙）。
    后面若写明了带来的效果，或另附衡量标准，或写的是占比、金额，则不报。

    为什么：没人看的八篇文章，也还是八篇文章。谷歌的 OKR 手册说重要的不是发布，而是发布带来的影响；
    卡斯特罗和沃特克要的是价值。本条只供参考：格鲁夫和杜尔自己的例子里也数过产出。

    何时关闭：产出本身就是目的时（出版社、艺术节）；也可把 `min_share` 设为 1，只在整个目标全是产出时提醒。
    """

    meta = Meta(
        code="KW003",
        name="kr-output-not-outcome",
        summary=Words(
            "A key result counts an effect, not what is made or held for it.",
            "关键结果数的是效果，不是做了多少件东西。",
        ),
        severity=Severity.INFO,
        certainty="medium",
        sources=("WOD", "CAS", "LAM", "G-PB"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which counts pass."""

        min_share: float = 0.0
        hiring_ok: bool = True
        ranges = {"min_share": (0, 1)}
        about = {
            "min_share": Words(
                "The share of an objective's key results that must count deliverables before any is reported, from 0 "
                "(each one) to 1 (only where all of them do). The value is ours.",
                "一个目标下至少有多大比例的关键结果在数产出时才提醒：0 表示每条都提醒，1 表示全部都是时才提醒。"
                "取值由我们自定。",
            ),
            "hiring_ok": Words(
                "Whether the number of people hired passes: to have them may be the result.",
                "是否放过招聘人数：人到岗本身可以就是结果。",
            ),
        }

    options: Options

    messages = {
        "counted": Words(
            "“{count}” counts what is made, and it can all be made without any effect; say what it shall bring, as in "
            "“{count}, {bring} <metric> to <target>”, or measure that alone",
            "“{count}”数的是做了多少，做完了也未必有效果；请写明要带来什么，例如“{count}，{bring}<指标>达到<目标值>”，"
            "或直接衡量效果",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "Record ⟦6 podcast episodes⟧",
                "Run ⟦10 safety trainings⟧ for the night shift",
                "⟦Three case studies⟧ published on the website",
                "Ship ⟦5 integrations⟧",
                "Organise ⟦12 parent evenings⟧",
                "Hold ⟦20 staff meetings⟧",
            ),
            "zh": (
                "拍摄⟦20条短视频⟧",
                "组织⟦6次消防演练⟧",
                "编写⟦3份门店操作手册⟧",
                "舉辦⟦15場⟧校園說明會",
                "组织⟦12次家长晚会⟧",
            ),
        },
        good={
            "en": (
                "Six podcast episodes that bring 300 trial sign-ups",
                "10 trainings after which 90% of the night shift pass the test",
                "Hire 4 nurses",
                "Families eat together 5 evenings a week",
                "Articles bring 900 qualified sign-ups",
                "Publish half of all reports within 2 days",
                "Win 12 customers",
                """
                # OKRs 2026-Q2

                ## O1: Make the plant safe for everyone

                - KR1: Run 10 safety trainings
                  - Measure: near misses fall from 12 to 4 a month
                """,
            ),
            "zh": (
                "拍摄20条短视频，带来600个到店客户",
                "6次演练后，疏散时间由9分钟缩短到5分钟",
                "招聘3名护士",
                "签约12家客户",
                "編寫的手冊讓新人上手時間縮短到3天",
                """
                # 2026年Q2 OKR

                ## O1：让车间里的每个人都平安回家

                - KR1：组织6次消防演练
                  - 衡量标准：险肇事件由每月12起降到4起
                """,
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        found = self._output(item, context)
        if found is None:
            return
        if self.options.min_share:
            outputs, total = alike(context, lambda sibling: self._output(sibling, context) is not None)
            if len(outputs) < self.options.min_share * total:
                return
        words = quoted(item.text.value[found.start : found.end])
        span = item.text.locate(found.start, found.end)
        yield self.hit(span, "counted", count=words, bring=_bring(words), certainty=found.certainty)

    def _output(self, item: KeyResult, context: Context) -> "_Output | None":
        """Return the number that only counts what is made, if that is all that a key result says."""
        text = item.text.value
        found = amounts(text)
        if not found or kind(item) != "output" or self._has_effect(item, found):
            return None
        counts = [amount for amount in found if amount.kind in _COUNTS and _is_object(text, amount)]
        opening = lead(text)
        for amount in counts:
            end = _end_of_output(text, amount, context)
            if end is not None:
                is_got = opening is not None and opening.word.lower() in _GOT
                start = amount.start - text.startswith("[", amount.start - 1)  # a blank of a template: [50] posts
                return _Output(start, end, "low" if is_got else "medium")
        makes = opening is not None and opening.verb_class == "output"
        if not makes or not counts or _counts_people(text, counts[0], context):
            return None
        return _Output(counts[0].start, counts[0].end, "low")

    def _has_effect(self, item: KeyResult, found: Sequence[Amount]) -> bool:
        """Tell whether something else is measured or told than what is made: a share, a measure beside, an effect."""
        text = item.text.value
        if any(amount.kind in _EFFECTS for amount in found) or any(amounts(measure.value) for measure in item.measures):
            return True
        if any(text[max(0, amount.start - 4) : amount.start].rstrip().endswith(("by", "被")) for amount in found):
            return True  # "cooked by 400 families"
        folded = fold(text).lower()
        return bool(_effects().search(folded) or (self.options.hiring_ok and _hires().search(folded)))


def _bring(count: str) -> Words:
    """Return how a count goes on: "1 paper, which brings", "8 papers, which bring"."""
    first, _, _ = count.lower().partition(" ")
    return Words("which brings" if first in ("1", "one", "a", "an") else "which bring", "使")


class _Output(NamedTuple):
    """Where a count of what is made stands in a statement, and how sure it is that it is one."""

    start: int
    end: int
    certainty: Certainty


_COUNTS = ("count", "number", "rate")
"""Kinds of amounts that count things."""

_EFFECTS = frozenset(("percent", "points", "money", "multiple", "fraction", "score", "rank", "zero"))
"""Kinds of amounts that measure something, whatever is made beside it."""

_GOT = frozenset(("get", "adopt", "serve", "receive", "offer", "have", "use"))
"""Verbs with which others may have made what is counted."""

_REACH = 30
"""Characters behind a number within which the noun stands that it counts."""


def _is_object(text: str, amount: Amount) -> bool:
    """Tell whether a number counts what is made, not where or for what: "talks at 5 conferences"."""
    return _preposition().search(text[max(0, amount.start - 16) : amount.start].lower()) is None


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:to|at|for|across|in|from|on|per|with|of|into|within|by|over|among) (?:the |least |most |minimum )?\W?$",
        re.ASCII,
    )


def _end_of_output(text: str, amount: Amount, context: Context) -> int | None:
    """Return where the noun ends that a number counts, if it is one of things made or held."""
    found = list(context.lexicon("counted_outputs").find(_phrase(text, amount)))
    behind = amount.end - amount.start
    nouns = [noun for noun in found if noun.end - noun.start > 1 or noun.start <= behind]  # 12期, but not 30位…长期
    return max(amount.end, amount.start + nouns[-1].end) if nouns else None


def _phrase(text: str, amount: Amount) -> str:
    """Return a number and the noun phrase behind it."""
    behind = _phrase_end().search(text, amount.end, amount.end + _REACH)
    return text[amount.start : behind.start() if behind is not None else amount.end + _REACH]


@cache
def _phrase_end() -> re.Pattern[str]:
    return re.compile(
        r"[,，;；。:：()（）、并]"
        r"|\b(?:to|for|with|on|in|at|about|from|by|of|and|or|our|a|an|the|that|who|are|is|across|per)\b",
        re.ASCII,
    )


def _counts_people(text: str, amount: Amount, context: Context) -> bool:
    """Tell whether people are counted: to have them is more than work done."""
    phrase = _phrase(text, amount)
    return context.lexicon("beneficiaries").has(phrase) or any(unit in phrase for unit in ("人", "名", "位", "户"))


@cache
def _hires() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|onboard(?:s|ed|ing)?|staff(?:ed|ing))\b"
        r"|^\W{0,4}staff\s(?:the|our|all|\d)"
        r"|招聘|招募|招到|聘用|聘请|引进|入职|到岗|补充.{0,8}[人名]",
        re.ASCII,
    )


@cache
def _effects() -> re.Pattern[str]:
    """Words of the effect of what is made: "… that bring …", …带来…, …后，…."""
    return re.compile(
        r"\b(?:bring|brings|bringing|generat(?:e|es|ing)|result(?:s|ing)? in|lead(?:s|ing)? to|so that|after which"
        r"|used by|viewed by|read by|attended by|adopted by|converting|who (?:then|go on))\b"
        r"|带来|产生|促成|从而|使得?[^用]|让|覆盖|转化|吸引|获得|收获|达成|后[,，]",
        re.ASCII,
    )
