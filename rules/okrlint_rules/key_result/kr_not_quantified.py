"""KW001."""

from collections.abc import Iterator

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
    quantified,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.verdicts import is_proven_verdict


class KrNotQuantified(KeyResultRule):
    """A key result without a number cannot be graded.

    What it checks: a key result has a number (a count, a percentage, an amount, "zero", "double", 翻番), in its words
    or in a target or measure that is attached to it. Versions, dates, names and labels are no measure, nor is a target
    in words ("live for all"), unless it keeps the place of a number ("TBD").

    Why: two people must be able to grade it the same at the end of the cycle. The trainer's case praises key results
    that are quantified; Doerr quotes Mayer: it is not a key result unless it has a number; Google's re:Work asks for
    measurable ones.

    When to switch it off: where milestones with evidence count as key results; see also `kr-is-activity`, which takes
    this finding's place on a key result that is work to be done.
    """

    manual_zh = """没有数字的关键结果无法评分。

    检查什么：关键结果的文字，或所附的目标值、衡量标准里，有没有数字（个数、百分比、金额、“零”、“翻番”等）；
    “盈亏平衡”“满座”这类本身就是水平的说法也算。版本号、日期、名称、编号不算指标；只有文字的目标值
    （“全员可用”）也不算，除非是在等着填数字（“待定”）。
    由他人颁发的证书或许可，写明凭据的，不报。

    为什么：周期结束时，不同的人应能给出同样的评分。培训师的案例称赞了量化的关键结果；杜尔引用梅耶尔的话：
    没有数字就不是关键结果；谷歌 re:Work 要求关键结果可衡量。

    何时关闭：团队允许以附有证据的里程碑作为关键结果时。若关键结果写的是一项工作，则由 kr-is-activity 代替本条。
    """

    meta = Meta(
        code="KW001",
        name="kr-not-quantified",
        summary=Words(
            "A key result states a number by which it is graded.",
            "关键结果写明一个用来评分的数字。",
        ),
        severity=Severity.ERROR,
        tier=1,
        sources=("SEED", "DOERR", "G-RW", "GL", "BK"),
        since="0.1.0",
        supersedes=("KW018",),
    )

    class Options(RuleOptions):
        """What counts as a number."""

        accept_relative: bool = True
        about = {
            "accept_relative": Words(
                "Whether “double”, “a third” or “zero incidents” count as a number.",
                "“翻番”“三成”“零事故”这类说法是否算数字。",
            )
        }

    options: Options

    messages = {
        "unquantified": Words(
            "nobody can grade “{text}”: no number says how far it goes. Say what is measured and how far, as in "
            "“<metric> from <baseline> to <target> by <date>”",
            "“{text}”没有可衡量的数字，期末无法评分。请写明衡量什么、到什么程度，"
            "例如“<指标>从<基线>到<目标值>，<日期>前”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Improve customer satisfaction⟧",
                "⟦Significantly reduce support tickets⟧",
                "⟦Customers trust our estimates⟧",
                "⟦Better homes for families with two or more children⟧",
                "⟦None of us is afraid of the phone⟧",
            ),
            "zh": ("⟦显著提升用户满意度⟧", "⟦降低服务器成本⟧", "⟦客戶更願意續約⟧", "⟦没有一定基础的学员也愿意来⟧"),
        },
        good={
            "en": (
                "Raise CSAT from 78 to 86",
                "Zero Sev1 incidents during the sale",
                "Double weekly active teams",
                "Sick days per head: five or fewer (eight in spring)",
                "Complaints about noise: seven or less a month (eighteen in May)",
                "Falls with injury: three at most (eight last quarter)",
                "Complaints: ten (thirty in May)",
                "Not a single lost sample (four in spring)",
                "None of our samples is lost",
                "Missed buses: none on school days (six in May)",
                "Reach break-even in all our shops by May",
                "Sell out every night of the spring tour",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: Customers like our answers
                  - Target: 90%
                """,
            ),
            "zh": (
                "会员复购率由18升至26",
                "大促期间零重大故障",
                "復購人數翻兩番",
                "首演四晚场场满座",
                "没有一个样本丢失",
                "無一件包裹破損",
                "五月底前三家门店实现盈亏平衡",
                "半马跑进1:55以内",
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：客户喜欢我们的答复
                  - 衡量标准：好评率达到 90%
                """,
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if is_proven_verdict(item):
            return
        if not quantified(item) or not (self.options.accept_relative or _has_plain_number(item)):
            yield self.hit(item.text.span, "unquantified", text=quoted(item.text))


def _has_plain_number(item: KeyResult) -> bool:
    words = [item.text.value, *(measure.value for measure in item.measures)]
    if item.metric is not None and item.metric.target is not None:
        words.append(item.metric.target.raw)
    return any(amount.strength != "relative" for text in words for amount in amounts(text))
