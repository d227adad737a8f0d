"""KW009."""

import re
from collections.abc import Iterator
from functools import cache
from math import floor
from typing import Literal

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
    is_stative_deliverable,
    kind,
    lead,
)
from okrlint_rules.key_result.shares import alike
from okrlint_rules.quoting import quoted


class KrBinaryMilestone(KeyResultRule):
    """Milestones, which are done or not, are few, and name a date and the evidence.

    What it checks: a key result that can only be done or not done (a thing made, a migration 100% complete) has a day
    of its own and names what shows that it is done (a certificate, a sign-off, a source); and no more than a share of
    an objective's key results, though always one, are of that kind.

    Why: a milestone says nothing until its last day. Lamorte counts it among three kinds of key results and calls it
    notorious, Google's playbook asks for evidence of completion, GitLab prefers numbers.

    When to switch it off: where milestones are never accepted; `kr-is-activity` then reports each of them, and takes
    this finding's place anyway.
    """

    manual_zh = """只有“做完”和“没做完”两种结果的里程碑要少，并且要写明日期和凭据。

    检查什么：只能判断做没做完的关键结果（做成一样东西、迁移100%完成），有没有自己的日期，
    有没有写明凭什么算完成（证书、验收、数据来源）；一个目标下这样的关键结果不超过一定比例（总可以有一条）。

    为什么：里程碑不到最后一天看不出进展。拉莫特把它列为三类关键结果之一，同时说它名声不好；
    谷歌的手册要求有完成的证据；GitLab 更愿意看到数字。

    何时关闭：完全不接受里程碑时，`kr-is-activity` 会逐条指出，并且本来就会代替本条。
    """

    meta = Meta(
        code="KW009",
        name="kr-binary-milestone",
        summary=Words(
            "Milestones are few, and name a date and the evidence.",
            "里程碑式的关键结果要少，并写明日期和凭据。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        sources=("LAM", "G-PB", "VIVA", "GL"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How many milestones pass, and with what."""

        max_share: float = 0.25
        require: tuple[Literal["date", "evidence"], ...] = ("date", "evidence")
        ranges = {"max_share": (0, 1)}
        about = {
            "max_share": Words(
                "The share of an objective's key results that may be milestones, from 0 to 1; unless it is 0, one "
                "may be. The values in use, a quarter and a third, are ours.",
                "一个目标下的关键结果最多有多大比例可以是里程碑，0 到 1；只要不是 0，总可以有一条。"
                "取值（四分之一或三分之一）由我们自定。",
            ),
            "require": Words(
                "What a milestone must name: a date of its own (date), what shows that it is done (evidence).",
                "里程碑必须写明什么：自己的日期（date）、完成的凭据（evidence）。",
            ),
        }

    options: Options

    messages = {
        "bare": Words(
            "“{text}” is either done or not, and lacks {missing}; measure its effect instead (“<metric> from "
            "<baseline> to <target>”), or write “by <date> (evidence: <what shows it>)”",
            "“{text}”只有做完和没做完两种结果，还缺{missing}；请改为衡量效果（“<指标>从<基线>到<目标值>”），"
            "或写明“<日期>前（验收物：<凭据>）”",
        ),
        "many": Words(
            "{count} of {total} key results are milestones, which show nothing until they are done; measure the "
            "effect of some, as in “<metric> from <baseline> to <target>”",
            "{total} 条关键结果里有 {count} 条是里程碑，不到做完看不出进展；请把其中几条改为衡量效果，"
            "例如“<指标>从<基线>到<目标值>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Open the branch office in Leeds⟧",
                "⟦Complete 100% of the data move⟧",
                "⟦The booking page is live by 12 May⟧",
                """
                # OKRs 2026-Q2

                ## O1: Be ready for the audit

                - KR1: Launch the training portal by 30 May (evidence: release log)
                - KR2: ⟦Security handbook published by 10 June⟧ (evidence: release log)
                - KR3: Findings fall from 12 to 3
                """,
            ),
            "zh": (
                "⟦开设青岛分公司⟧",
                "⟦机房搬迁100%完成⟧",
                "⟦5月12日前预约页面上线⟧",
                """
                # 2026年Q2 OKR

                ## O1：让审计一次通过

                - KR1：5月30日前上线培训平台（验收物：验收单）
                - KR2：⟦6月10日前發佈安全手冊（驗收物：發佈記錄）⟧
                - KR3：审计问题由12项降到3项
                """,
            ),
        },
        good={
            "en": (
                "Fire-safety certificate issued by 30 June (evidence: certificate no.)",
                "Booking page live by 12 May and used by 300 guests",
                "100% of drivers complete the refresher course",
                "Queue at the gate falls from 14 to 5 minutes",
                "Support the sales team",
            ),
            "zh": (
                "6月30日前取得消防合格证（验收物：证书编号）",
                "5月12日前预约页面上线，300位客人完成预约",
                "所有司机100%通过复训考试",
                "入口排队時間由14分鐘降到5分鐘",
                "配合销售部做好推广",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        certainty = _milestone(item)
        if certainty is None:
            return
        missing = [name for name in self.options.require if not _PARTS[name][1](item)]
        if missing:
            words = [_PARTS[name][0] for name in missing]
            names = Words(" and ".join(word.en for word in words), "和".join(word.zh for word in words))
            yield self.hit(item.text.span, "bare", text=quoted(item.text), missing=names, certainty=certainty)
            return
        milestones, total = alike(context, lambda sibling: _milestone(sibling) is not None)
        if any(item is extra for extra in milestones[self._allowed(total) :]):
            count = len(milestones)
            yield self.hit(item.text.span, "many", count=count, total=total, certainty=certainty)

    def _allowed(self, total: int) -> int:
        return max(1, floor(self.options.max_share * total)) if self.options.max_share else 0


def _milestone(item: KeyResult) -> Certainty | None:
    """Return how sure it is that a key result can only be done or not done; None where it is no milestone."""
    text = item.text.value
    if kind(item) == "activity":
        opening = lead(text)
        is_made = opening is not None and opening.verb_class == "output"
        return "medium" if is_made or is_stative_deliverable(text) else None
    if len(amounts(text)) != 1 or item.measures:
        return None
    folded = fold(text).lower()
    if "100" not in folded:  # without it neither pattern fits
        return None
    if _all_of_it().search(folded):
        return "medium"
    return "low" if _completion_rate().search(folded) else None


@cache
def _all_of_it() -> re.Pattern[str]:
    """The whole of one thing is done; 100% of many things is a share that grows."""
    return re.compile(
        r"""\b(?:complet|finish|deliver|implement)\w{0,4}\s 100\s?% \s(?:of\s)?(?:the|our|its|this)?\s?
            (?:[a-z-]{1,20}\s){0,2} (?![a-z-]*s\b)[a-z-]{2,20} \s*(?:$|[.,;(]|\b(?:by|in|before|on|until)\b)
          | \b(?:is|are)?\s?100\s?%\s(?:complete|completed|done|finished|implemented|ready)\b
          | (?:工作|项目|搬迁|迁移|改造|建设|上线|部署|搭建|开发|重构|交付|整改)\s?100\s?%\s?完成
          | 完成100\s?%的?(?:工作|搬迁|迁移|改造|建设|部署|搭建|开发|重构)""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _completion_rate() -> re.Pattern[str]:
    return re.compile(
        r"(?:搬迁|迁移|改造|建设|上线|部署|搭建|开发|重构|升级)\S{0,4}(?:完成率|完成度|进度)\S{0,4}100\s?%", re.ASCII
    )


def _has_date(item: KeyResult) -> bool:
    return item.deadline is not None and not item.deadline_inherited


def _has_evidence(item: KeyResult) -> bool:
    if item.measures or item.field("source", "evidence", "验收物", "凭据", "证据") is not None:
        return True
    return _evidence().search(fold(item.text.value).lower()) is not None


@cache
def _evidence() -> re.Pattern[str]:
    """What shows that something is done, by its usual names."""
    return re.compile(
        r"\b(?:evidence|certificates?|certified|certification|sign-?off|signed off|accepted by|acceptance"
        r"|approved by|approval|audit report|letter of|receipt|release log|permit|licen[cs]e)\b"
        r"|验收|证书|证明|备案|批文|批复|签字|签收|签署|凭据|证据|交付物|许可证|牌照|过审|审批通过|评审通过|审计报告|链接",
        re.ASCII,
    )


_PARTS = {
    "date": (Words("a date of its own", "自己的日期"), _has_date),
    "evidence": (Words("what shows that it is done", "完成的凭据"), _has_evidence),
}
"""What a milestone may have to name: the words for it, and how it is found."""
