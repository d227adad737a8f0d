"""KW015."""

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
    kind,
)


class KrInternalJargon(KeyResultRule):
    """A key result can be read outside the team.

    What it checks: ticket numbers, names as programs write them (svc_pay, PaymentGateway), paths, internal versions
    and abbreviations that are not generally known, in a key result that tells of no measured effect.

    Why: Google's playbook gives "Launch Foo 4.1" as what an objective is not: who does not know Foo cannot tell
    whether it is worth the effort.

    When to switch it off: where the readers are the engineers of the team itself; or name its words in `glossary`.
    """

    manual_zh = """团队以外的人也看得懂关键结果。

    检查什么：在没有写出可衡量效果的关键结果里，有没有工单编号、程序里的名字（svc_pay、PaymentGateway）、路径、
    内部版本号，以及并非通行的英文缩写。

    为什么：谷歌的手册把“发布 Foo 4.1”作为反例：不知道 Foo 是什么，就无从判断值不值得做。

    何时关闭：读者就是本团队的工程师时；也可把常用的词写进 `glossary`。
    """

    meta = Meta(
        code="KW015",
        name="kr-internal-jargon",
        summary=Words(
            "A key result can be read outside the team.",
            "团队以外的人也看得懂关键结果。",
        ),
        severity=Severity.HINT,
        certainty="medium",
        sources=("G-PB",),
        since="0.1.0",
        on=False,
    )

    class Options(RuleOptions):
        """Which names pass."""

        glossary: tuple[str, ...] = ()
        max_unknown: int = 1
        ranges = {"max_unknown": (0, None)}
        about = {
            "glossary": Words(
                "Names that every reader knows, as they are written.",
                "读者都认识的名称，按原样书写。",
            ),
            "max_unknown": Words(
                "How many abbreviations and names of programs pass in a key result, from 0; a ticket number never "
                "does. The value is ours.",
                "一条关键结果里最多可以有几个缩写或程序里的名字，不小于 0；工单编号一个也不行。取值由我们自定。",
            ),
        }

    options: Options

    messages = {
        "unknown": Words(
            "“{words}” means nothing to readers outside the team; say what changes for whom, as in “<who> can <do "
            "what>, <metric> at <target>”",
            "团队以外的人看不懂“{words}”；请写明谁会感到什么变化，例如“<谁>能够<做什么>，<指标>达到<目标值>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "Close ⟦TICK-2207⟧",
                "Port ⟦ord_sync⟧ to QZX",
                "Merge the ⟦InvoiceRunner⟧ rewrite into src/core/billing",
            ),
            "zh": (
                "关闭⟦TICK-2207⟧",
                "把⟦ord_sync⟧迁移到QZX",
                "合併⟦InvoiceRunner⟧的重寫分支到 src/core/billing",
            ),
        },
        good={
            "en": (
                "Invoices reach buyers within 2 minutes",
                "Publish the API guide for partners",
                "InvoiceRunner and ord_sync answer 95% of requests within 200 ms",
                "Get ISO 27001 certified and file the GDPR report",
                "Open a YouTube channel",
            ),
            "zh": (
                "发票在2分钟内送达买家",
                "发布面向伙伴的API指南",
                "InvoiceRunner与ord_sync的请求95%在200毫秒内返回",
                "取得ISO 27001证书并提交GDPR报告",
                "開設YouTube頻道",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        text = item.text.value
        if kind(item) == "outcome":
            return
        named = (match for match in _names().finditer(text[:_LONGEST]) if match.lastgroup)
        found = [match for match in named if not self._is_known(match[0], context)]
        tickets = [match for match in found if match.lastgroup == "ticket"]
        if not tickets and len({match[0] for match in found}) <= self.options.max_unknown:
            return
        first = (tickets or found)[0]
        words = ", ".join(dict.fromkeys(match[0] for match in tickets or found))
        yield self.hit(item.text.locate(first.start(), first.end()), "unknown", words=words)

    def _is_known(self, name: str, context: Context) -> bool:
        return name in self.options.glossary or context.lexicon("known_names").matches_whole(name)


_LONGEST = 400
"""Characters that are read."""


@cache
def _names() -> re.Pattern[str]:
    """Names as trackers and programs write them.

    Passed over are addresses, mentions, tags in brackets, and an abbreviation behind the words that it stands for.
    """
    return re.compile(
        r"""https?://[^\s)，。]{1,200} | [@#]\w{1,40} | \[[^\]\n]{1,30}\] | [(（][A-Z]{3,8}[)）]
          | (?<![\w.-]) (?: (?P<ticket>(?!(?:ISO|RFC|SOC|GPT|UTF|SHA|COVID|HTTP|ISBN|IEC|IEEE|WCAG|AES)-)
                [A-Z]{2,8}-\d{2,6})
              | (?P<snake>[a-z0-9]{1,20}(?:_[a-z0-9]{1,20}){1,4})
              | (?P<camel>[A-Z][a-z0-9]{1,20}(?:[A-Z][a-z0-9]{1,20}){1,4})
              | (?P<path>[a-z0-9_.-]{1,20}(?:/[a-z0-9_.-]{1,20}){2,6})
              | (?P<caps>[A-Z]{3,8}) ) (?![\w:-])""",
        re.ASCII | re.VERBOSE,
    )
