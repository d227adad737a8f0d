"""KW014."""

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
    Text,
    Words,
    fold,
)
from okrlint_rules.quoting import quoted


class KrNotTrackable(KeyResultRule):
    """A key result shows within weeks whether it moves.

    What it checks: a key result, or a measure beside it, does not rest on a survey or another reading that comes too
    seldom for its cycle: an annual survey in a quarter, a quarterly poll in a month. Where the cycle is not known, or
    is as long as the interval, the rule is silent. On request it also asks where the figures come from.

    Why: the trainer's case praises key results whose progress can be followed within a short time; Wodtke asks every
    week; re:Work wants evidence that is available and easy to find.

    When to switch it off: where a slow measure is the only honest one; better add a faster sign of it.
    """

    manual_zh = """关键结果应在几周内就能看出有没有进展。

    检查什么：关键结果或所附的衡量标准，是否依赖在本周期里来得太少的读数，例如季度 OKR 用年度调研、月度 OKR 用季度问卷。
    周期不明，或周期与间隔一样长时，不作判断。可按需要求写明数据来源。

    为什么：培训师的案例称赞关键结果在较短时间内就能跟踪进展；沃特克每周都问一次；谷歌 re:Work 要求证据现成、好找。

    何时关闭：慢指标是唯一靠得住的指标时；不过最好另加一个见效更快的信号。
    """

    meta = Meta(
        code="KW014",
        name="kr-not-trackable",
        summary=Words(
            "A key result can be read several times within its cycle.",
            "关键结果在周期内可以多次读数。",
        ),
        severity=Severity.INFO,
        certainty="medium",
        tier=1,
        sources=("SEED", "G-RW", "WOD"),
        since="0.1.0",
        folds=True,
    )

    class Options(RuleOptions):
        """What it takes to be tracked."""

        min_readings: int = 3
        require_source: bool = False
        ranges = {"min_readings": (1, None)}
        about = {
            "min_readings": Words(
                "How many readings a cycle shall hold, from 1. The value is ours: a first one, a last one, and one in "
                "between, in time to act.",
                "一个周期里至少要有几次读数，不小于 1。取值由我们自定：一头一尾，中间还有一次来得及调整。",
            ),
            "require_source": Words(
                "Whether a key result must say where its figures come from (a source or a measure beside it).",
                "是否要求关键结果写明数据从哪里来（附数据来源或衡量方式）。",
            ),
        }

    options: Options

    messages = {
        "slow": Words(
            "“{words}” gives fewer than {readings} readings within {cycle}: nobody sees in time whether it moves. Take "
            "a sign that shows within weeks, as in “<metric> in the <weekly or monthly> <source>”",
            "“{words}”在本周期（{cycle}）内读不到 {readings} 次数据，来不及看出进展；请换成几周内看得见的信号，"
            "例如“<每周或每月的来源>中的<指标>”",
        ),
        "sourceless": Words(
            "nothing says where the figure of “{text}” is read; name it, as in “(source: <report or dashboard>)”",
            "“{text}”没有写明数据从哪里来；请写明，例如“（数据来源：<报表或看板>）”",
        ),
        "sourceless-all": Words(
            "none of the {count} key results says where its figure is read; name a report or dashboard for each",
            "{count} 条关键结果都没有写明数据从哪里来；请为每条写明报表或看板",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "Score 80 in the ⟦annual employee survey⟧",
                "Brand awareness, ⟦measured once a year⟧, reaches 30%",
                """
                # OKRs 2026-05

                ## O1: Make every colleague want to stay

                - KR1: eNPS in the ⟦quarterly engagement poll⟧ rises from 20 to 35
                """,
            ),
            "zh": (
                "⟦年度满意度调研⟧得分达到80",
                "⟦全年一次的品牌知名度⟧达到30%",
                "⟦年度員工敬業度調查⟧得分由70提升到80",
            ),
        },
        good={
            "en": (
                "Score 80 in the two-weekly pulse",
                "Aided recall in the monthly panel survey reaches 30%",
                "Annual recurring revenue grows from $2M to $3M",
                """
                # OKRs 2026

                ## O1: Make every colleague want to stay

                - KR1: Score 80 in the annual employee survey
                """,
            ),
            "zh": (
                "双周脉搏调研得分达到80",
                "月度抽樣調查的提示知曉率達到30%",
                "二季度满意度调研得分达到80",
                """
                # 2026年 OKR

                ## O1：让每位同事都愿意留下

                - KR1：年度满意度调研得分达到80
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": (
                        "⟦Churn falls from 4% to 2%⟧",
                        """
                        # OKRs 2026-Q2

                        ## O1: ⟦Make support feel human⟧

                        - KR1: CSAT from 78 to 86
                        - KR2: First answer within 30 minutes
                        """,
                    ),
                    "zh": (
                        "⟦流失率从4%降至2%⟧",
                        """
                        # 2026年Q2 OKR

                        ## O1：⟦让客服更有温度⟧

                        - KR1：满意度由78升至86
                        - KR2：首次回复不超过30分钟
                        """,
                    ),
                },
                good={},
                options={"require_source": True},
            ),
        ),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        for text in _texts(item):
            found = _seldom(text.value)
            if found is None:
                continue
            days, name = _cycle(context)
            if self._is_too_slow(found[0], days):
                words = text.value[found[1] : found[2]]
                span = text.locate(found[1], found[2])
                yield self.hit(span, "slow", words=words, cycle=name, readings=self.options.min_readings)
                return
        if self.options.require_source and not item.measures and item.field("source") is None:
            yield self.hit(item.text.span, "sourceless", text=quoted(item.text))

    def _is_too_slow(self, interval: int, cycle: int | None) -> bool:
        if cycle is None or cycle >= (self.options.min_readings - _SLACK) * interval:
            return False
        return cycle <= _QUARTER or interval > cycle + _SLACK_DAYS


_QUARTER = 100
"""The longest cycle, in days, in which every reading counts; a year's OKRs may rest on a yearly figure."""

_SLACK = 0.2
"""By how much of a reading months and quarters of different lengths may miss the number that is asked for."""

_SLACK_DAYS = 2
"""By how many days a period may be shorter than its name suggests."""

_INTERVALS = (
    (182, ("half", "semi", "biannual", "six", "twice", "半")),
    (365, ("year", "annual", "年")),
    (91, ("quarter", "季")),
    (30, ("month", "月")),
)
"""How many days lie between two readings, by what the words for the interval contain; the first that fits holds."""


def _cycle(context: Context) -> tuple[int | None, str]:
    """Return the length in days of the cycle that an item stands in, if it is known, and the cycle's name."""
    objective = context.objective
    cycle = (objective.cycle if objective else None) or context.document.cycle
    if cycle is None:
        return None, ""
    if cycle.start and cycle.end:
        return (cycle.end - cycle.start).days + 1, cycle.value
    return (91 if re.fullmatch("Q[1-4]", cycle.value) else None), cycle.value


def _texts(item: KeyResult) -> Iterator[Text]:
    """Yield the words in which a key result may tell what it is read from."""
    yield item.text
    yield from item.measures
    if item.metric is not None and item.metric.name is not None:
        yield item.metric.name
    source = item.field("source")
    if source is not None:
        yield source


_READINGS_EN = (
    "survey",
    "poll",
    "questionnaire",
    "census",
    "study",
    "studies",
    "assessment",
    "panel",
    "index",
    "measured",
)
_READINGS_ZH = ("调研", "调查", "问卷", "测评", "评测", "普查", "抽样", "一次", "1次", "一度")
"""Words of which one stands in every text that names a reading and its interval."""


def _seldom(text: str) -> tuple[int, int, int] | None:
    """Return the interval in days of a reading that the text names, and where it stands."""
    folded = fold(text).lower()
    if not _may_name_interval(folded):
        return None
    for words, pattern in ((_READINGS_EN, _english), (_READINGS_ZH, _chinese)):
        match = pattern().search(folded) if any(word in folded for word in words) else None
        if match is not None:
            interval = match[match.lastgroup or 0]
            days = next(days for days, parts in _INTERVALS if any(part in interval for part in parts))
            return days, match.start(), match.end()
    return None


def _may_name_interval(text: str) -> bool:
    """Tell whether one of the words stands in a text of which every name of an interval has one."""
    if "month" in text or "quarter" in text or "year" in text or "annual" in text:
        return True
    return "月" in text or "季" in text or "年" in text


@cache
def _english() -> re.Pattern[str]:
    """An interval before the name of a reading, or behind "measured"."""
    return re.compile(
        r"""(?<![\w-]) (?P<before>half-yearly|semi-?annual|biannual|annual|yearly|quarterly|monthly)
            (?:\ (?!(?:in|of|by|for|to|from|and|or|on|at|with)\b)[\w&'-]{1,24}){0,3}?
            \ (?:surveys?|polls?|questionnaires?|census|study|studies|assessments?|panels?|index)\b
          | \b (?:survey|poll|questionnaire|census|study)\ \( (?P<remark>annual|yearly|quarterly|monthly) \)
          | \b measured (?:\ (?!once|twice|every|each|per|a\b)\w{1,12})?
            \ (?P<behind> (?:once\ )?(?:a|per|every|each)\ (?:year|quarter|month) | twice\ a\ year | every\ six\ months
              | half-yearly | semi-?annually | annually | yearly | quarterly | monthly ) \b""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _chinese() -> re.Pattern[str]:
    """An interval before the name of a reading; 二季度 and 本年度 are periods, not intervals."""
    return re.compile(
        r"""(?<![一二三四两上下本该第0-9])
            (?: (?P<before>半年度?|每半年|年度|每年|季度|每季度?|月度|每月)
                的?[^\s,，。；;、]{0,8}?(?:调研|调查|问卷|测评|评测|普查|抽样)
              | (?:调研|调查|问卷|测评|评测|普查|抽样)\((?P<remark>半年度|年度|季度|月度)\)
              | (?P<each>每半年|每年|每季度?|每月)(?:测量|测评|测算|统计|调查|调研|评估|抽样)[一1]次
              | (?P<behind>每半年|每年|一年|全年|每季度?|每月) (?:[一1]次|一度)
                的?[^\s,，。；;、]{0,8}?
                (?:知名度|满意度|敬业度|认知度|指数|排名|得分|nps|调研|调查|问卷|测评|评测) )""",
        re.VERBOSE,
    )
