"""CF001."""

from collections.abc import Iterator

from okrlint.plugins import Context, Examples, Hit, KeyResult, KeyResultRule, Meta, RuleOptions, Severity, Words
from okrlint_rules.quoting import quoted


class KrNoConfidence(KeyResultRule):
    """Without a confidence value nobody sees in time that a key result is going wrong.

    What it checks: a key result that is not graded yet carries a confidence value: a field, a column, or a remark
    behind the statement (confidence 5/10, 信心指数：7), or one in its check-ins. What only keeps its place (TBD, 待定)
    is none. Consumer confidence and intervals of confidence are what a key result is about.

    Why: the trainer's case asks for it: it is judged when the key result is set, and its change tells whether to
    adjust. Wodtke updates it every week; Chinese teams know it as 信心指数.

    When to switch it off: where a status (on track, at risk) takes its place, as with Google, GitLab and Feishu; to
    have both, set `accept_status`.
    """

    manual_zh = """没有信心指数，就无法及时发现关键结果出了问题。

    检查什么：尚未评分的关键结果带有信心指数：字段、表格的列，或写在句尾（信心指数：7、confidence 5/10），
    也可以写在跟进记录里。占位词（TBD、待定）不算。消费者信心指数、置信区间是关键结果的内容，不算信心指数。

    为什么：培训师的案例要求写明：制定关键结果时就要评估信心，信心的变化说明是否需要调整。沃特克每周更新信心；
    国内团队称之为“信心指数”。

    何时关闭：用状态（正常、有风险）代替信心指数时，谷歌、GitLab 和飞书如此；两者都接受时，请设置
    `accept_status`。
    """

    meta = Meta(
        code="CF001",
        name="kr-no-confidence",
        summary=Words("A key result carries a confidence value.", "关键结果写明信心指数。"),
        severity=Severity.ERROR,
        tier=1,
        sources=("SEED", "WOD", "JS", "DB", "KOAN"),
        since="0.1.0",
        folds=True,
    )

    class Options(RuleOptions):
        """What counts as confidence."""

        accept_status: bool = False
        about = {
            "accept_status": Words(
                "Whether a status (on track, at risk) does in place of a confidence value, as with Google, GitLab "
                "and Feishu.",
                "状态（正常、有风险）能否代替信心指数，谷歌、GitLab 和飞书如此。",
            )
        }

    options: Options

    messages = {
        "missing": Words(
            "“{text}” has no confidence value, so nobody sees in time that it must be adjusted; add how likely it is "
            "to be reached, as in “(confidence: <n>/10)”",
            "“{text}”没有信心指数，该调整时无从察觉；请写明有几成把握，例如“（信心指数：<n>/10）”",
        ),
        "missing-all": Words(
            "none of the {count} key results has a confidence value, so nobody sees in time which must be adjusted; "
            "add to each how likely it is to be reached, as in “(confidence: <n>/10)”",
            "{count} 条关键结果都没有信心指数，该调整时无从察觉；请为每条写明有几成把握，例如“（信心指数：<n>/10）”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦churn falls from 4% to 2%⟧ (owner: Ana)",
                "⟦lift the consumer confidence index to 110⟧",
                "⟦halve the 95% confidence interval of the forecast⟧ (confidence: TBD)",
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make every customer glad they stayed⟧

                - KR1: churn falls from 4% to 2%
                - KR2: 900 qualified leads
                """,
            ),
            "zh": (
                "⟦流失率从4%降至2%⟧（负责人：王芳）",
                "⟦消費者信心指數提升到110⟧",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                | 关键结果 | 信心指数 |
                |---|---|
                | 流失率从4%降至2% | 5/10 |
                | ⟦有效线索达到900条⟧ | 待定 |
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (confidence 5/10)",
                "churn falls from 4% to 2% — confidence: 50%",
                "churn falls from 4% to 2% (score: 0.7)",
            ),
            "zh": (
                "流失率从4%降至2%（信心指数：5/10）",
                "流失率从4%降至2%，信心值 0.5",
                "流失率從4%降至2%（信心：七成）",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if _is_confident(item) or _is_graded(item) or (self.options.accept_status and item.status):
            return
        yield self.hit(item.text.span, "missing", text=quoted(item.text))


def _is_confident(item: KeyResult) -> bool:
    if item.confidence is not None and item.confidence.problem != "placeholder":
        return True
    values = (checkin.confidence for checkin in item.checkins)
    return any(value is not None and value.problem != "placeholder" for value in values)


def _is_graded(item: KeyResult) -> bool:
    """Tell whether a key result has been graded, after which nobody asks how likely it is."""
    return item.score is not None and item.score.value is not None
