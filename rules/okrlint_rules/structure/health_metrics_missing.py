"""ST009."""

from collections.abc import Iterable, Iterator

from okrlint.plugins import (
    Context,
    Document,
    DocumentRule,
    Examples,
    Field,
    Hit,
    Lexicon,
    Meta,
    RuleOptions,
    Severity,
    Words,
    amounts,
)


class HealthMetricsMissing(DocumentRule):
    """What must not suffer while everybody runs after the objectives.

    What it checks: beside its OKRs a document names what is watched: a section or a field of health metrics, an
    objective called so, or a key result marked as a guardrail. A key result that is a share or a rate is guard enough,
    unless `shares_suffice` is off. Further names can be added to the list `guardrails`.

    Why: Wodtke keeps health metrics beside the objectives: whoever pushes sales hard wants to see at once that
    satisfaction gives way.

    When to switch it off: it is off unless asked for; leave it off where health metrics are kept on a dashboard.
    """

    manual_zh = """全力冲目标的时候，哪些东西不能变差？

    检查什么：文档在 OKR 之外写明要守住的指标：健康指标的小节或字段、以此命名的目标，或标为护栏的关键结果。
    关键结果里有比率时也算足够，除非关闭 `shares_suffice`。可以在词表 `guardrails` 中增加名称。

    为什么：沃特克把健康指标与目标并列：全力冲销量的人，应当马上看到满意度是否在下滑。

    何时关闭：默认不开启；健康指标另有看板时不必开启。
    """

    meta = Meta(
        code="ST009",
        name="health-metrics-missing",
        summary=Words("A document names what must not suffer.", "文档写明不能变差的指标。"),
        severity=Severity.HINT,
        tier=3,
        on=False,
        sources=("WOD",),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What else guards."""

        shares_suffice: bool = True
        about = {
            "shares_suffice": Words(
                "Whether a key result that is a share or a rate (40% of them order again) is guard enough for the "
                "others; Wodtke asks for health metrics all the same.",
                "关键结果里有比率（40%的人复购）时，是否足以守住其他指标；沃特克仍要求单列健康指标。",
            )
        }

    options: Options

    messages = {
        "missing": Words(
            "nothing says what must not get worse while the objectives are pursued; list it, as in “Health metrics: "
            "<metric> stays above <value>”",
            "没有写明追求目标时哪些指标不能变差；请列出来，例如“健康指标：<指标>不低于<数值>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # ⟦Growth OKRs 2026-Q2⟧

                ## O1: Win the campus market

                - KR1: 900 students sign up
                """,
                """
                # ⟦Clinic OKRs 2026-Q2⟧

                ## O1: Be the health centre that patients recommend

                - KR1: Rating from 4.1 to 4.6
                """,
                """
                ## O1: ⟦Make support feel human⟧

                - KR1: CSAT from 78 to 86
                """,
            ),
            "zh": (
                """
                # ⟦增长团队 2026年Q2 OKR⟧

                ## O1：拿下高校市场

                - KR1：注册学生达到900名
                """,
                """
                # ⟦門診 2026年Q2 OKR⟧

                ## O1：成為患者願意推薦的健康中心

                - KR1：評分由4.1升至4.6
                """,
                """
                ## O1：⟦让客服更有温度⟧

                - KR1：满意度由78升至86
                """,
            ),
        },
        good={
            "en": (
                """
                # Growth OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up

                ## Health metrics

                - Refund rate stays below 3%
                """,
                """
                # Growth OKRs 2026-Q2

                ## O1: Win the campus market

                Guardrail: refund rate stays below 3%

                - KR1: 900 students sign up
                """,
                """
                # Growth OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up
                - KR2: At most 10 refunds a week (guardrail)
                """,
            ),
            "zh": (
                """
                # 增长团队 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名

                ## 健康指标

                - 退款率不高于3%
                """,
                """
                # 增長團隊 2026年Q2 OKR

                ## O1：拿下高校市場

                護欄指標：退款率不高於3%

                - KR1：註冊學生達到900名
                """,
                """
                # 增长团队 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名
                - KR2：每周退款不超过10单（护栏）
                """,
            ),
        },
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        if not item.objectives or (self.options.shares_suffice and _has_share(item)):
            return
        if not _watches(item, context.lexicon("guardrails")):
            yield self.hit((item.title or item.objectives[0].text).span, "missing")


def _watches(document: Document, names: Lexicon) -> bool:
    """Tell whether a field, an objective or a key result is named as something that is watched."""
    if _has_field(document.fields):
        return True
    return any(
        _has_field(item.fields) or names.has(item.text.value) or any(names.has(each.value) for each in item.measures)
        for item in document.items()
    )


def _has_share(document: Document) -> bool:
    """Tell whether a key result is a share or a rate, which tells of quality beside what is counted."""
    return any(
        amount.unit == "%"
        for objective in document.objectives
        for key_result in objective.key_results
        for amount in amounts(key_result.text.value)
    )


def _has_field(fields: Iterable[Field]) -> bool:
    return any(field.name == "health_metrics" for field in fields)
