"""KW018."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
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
)


class KrUniversalQuantifier(KeyResultRule):
    """“All” comes with how many that are.

    What it checks: a key result that is reached when all, every or 100% of something is so (all stores, 每个门店,
    100% of drivers) says how many there are, or lists them. It is silent where another number measures the rest.

    Why: INCOSE's guide to requirements warns of universals: one exception fails them, and without a number nobody
    knows how far from all one is, or whether those who joined since count.

    When to switch it off: where what "all" means is known to every reader, as the stores of a chain.
    """

    manual_zh = """写“全部”，就写明一共有多少。

    检查什么：要“全部、所有、每个、100%”都做到才算完成的关键结果（所有门店、every driver），有没有写总数，
    或者逐一列出。若另有数字衡量，则不报。

    为什么：INCOSE 的需求编写指南提醒慎用全称：有一个例外就不成立；没有总数，就不知道离“全部”还有多远，
    也不知道后来加入的算不算。

    何时关闭：“全部”指什么，读者都清楚时，例如连锁店的门店。
    """

    meta = Meta(
        code="KW018",
        name="kr-universal-quantifier",
        summary=Words(
            "“All” comes with how many that are.",
            "写“全部”，就写明一共有多少。",
        ),
        severity=Severity.HINT,
        certainty="medium",
        tier=3,
        sources=("INC",),
        since="0.1.0",
        on=False,
    )

    class Options(RuleOptions):
        """What counts as a universal."""

        percentages: bool = True
        about = {
            "percentages": Words(
                "Whether “100% of …” counts too, or only words (all, every).",
                "“100%”是否也算，还是只看“全部、所有、每个”这类词。",
            )
        }

    options: Options

    messages = {
        "universal": Words(
            "“{words}” does not say how many that are, and one exception fails it; say “all <number> <of them>”, or "
            "set a share that may be missed by a little, as in “<share> of <number>”",
            "“{words}”没有写明一共有多少，有一个例外就算没做到；请写“全部<总数>个”，或定一个允许少量例外的比例，"
            "例如“<总数>个中的<比例>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦All drivers⟧ pass the refresher course",
                "⟦Every branch⟧ opens on Saturdays",
                "⟦100% of suppliers⟧ sign the code of conduct",
            ),
            "zh": (
                "⟦所有司机⟧通过复训考试",
                "⟦每个分店⟧周六营业",
                "⟦全部供應商⟧簽署行為準則",
            ),
        },
        good={
            "en": (
                "All 42 drivers pass the refresher course",
                "95% of branches open on Saturdays",
                "100% of suppliers (31) sign the code of conduct",
                "All branches (Leeds, York, Hull) open on Saturdays",
                "All orders leave within 2 days",
                "After all, 40 drivers pass",
            ),
            "zh": (
                "全部42名司机通过复训考试",
                "95%的分店周六营业",
                "所有供应商（31家）签署行为准则",
                "所有分店（青岛、烟台、潍坊）周六营业",
                "所有订单在2天内发出",
                "全員大會開滿4次",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        text = item.text.value
        if item.measures or any(amount.value != 100 or amount.kind != "percent" for amount in amounts(text)):
            return
        match = _universal().search(fold(text).lower())
        if match is None:
            return
        is_share = bool(match["percent"] or match["percent_zh"])
        if is_share and not self.options.percentages:
            return
        behind = fold(text)[match.end() : match.end() + _REACH]
        if "(" in behind or ":" in behind or any(map(str.isdecimal, match[0].removeprefix("100"))):
            return
        words = text[match.start() : match.end()]
        certainty: Certainty = "low" if is_share else "medium"  # a share can be counted, whatever it is a share of
        yield self.hit(item.text.locate(match.start(), match.end()), "universal", words=words, certainty=certainty)


_REACH = 24
"""Characters behind the noun within which the number or the list begins."""


@cache
def _universal() -> re.Pattern[str]:
    """A universal and the noun that it is about."""
    return re.compile(
        r"""(?<!after\s)(?<!above\s)(?<!in\s)(?<!at\s)(?<!first\sof\s)(?<![\w-])
            (?: all(?:\sof)?(?:\s(?:the|our|its|their))? (?:\s[\w/'-]{1,24}){0,3}?\s[\w-]{2,24}s\b
              | every(?!\s(?:day|week|month|quarter|year|time|other|two|\d))\s[a-z][a-z-]{2,24}\b
              | (?<![>≥=~]) (?P<percent>100\s?%\sof) (?!\s(?:target|quota|plan|goal)) (?:\s(?:the|our))?
                \s[a-z][a-z-]{2,24}\b )
          | (?:所有|全部|一切|每一?(?:个|位|家|名|间|条|款|台)|(?P<percent_zh>100\s?%的)) 的?[\u4e00-\u9fff]{2,4}?
            (?=通过|完成|实现|达到|签|上线|接入|使用|参加|参与|支持|配备|安装|更换|掌握|提交|能|都|均|具备|开|营业|周|在
              |$|[,，。；;(（])""",
        re.ASCII | re.VERBOSE,
    )
