"""CF003."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from okrlint.plugins import (
    Confidence,
    Context,
    Document,
    DocumentRule,
    Edit,
    Examples,
    Fix,
    Hit,
    Meta,
    RuleOptions,
    Severity,
    Words,
)
from okrlint_rules.checkin.phases import is_closed_for_all
from okrlint_rules.confidence.scales import SCALES, can_replace, family, plain_number, written_on

Scale = Literal["auto", "0-1", "0-5", "0-10", "percent"]


class ConfidenceMixedScales(DocumentRule):
    """Confidence values on several scales in one file cannot be compared at a glance.

    What it checks: the confidence values of objectives, key results and check-ins are written on one scale: n/10,
    a percentage, 0 to 1, or n/5. The scale that most of them are on is the file's; the others are reported, and
    can be rewritten without a change of meaning. Words (high, 七成) and traffic lights beside numbers are fine.

    Why: it is the change of confidence that tells whether to adjust. Wodtke counts to ten throughout, Koan from one
    to ten; with 0.5 beside 6/10 each reader has to convert before seeing which one is lower.

    When to switch it off: where a file gathers the OKRs of teams that each keep a scale of their own.
    """

    manual_zh = """同一份文件里的信心指数用了几种量表，就无法一眼比较。

    检查什么：目标、关键结果和跟进记录里的信心指数使用同一种量表：n/10、百分比、0 到 1，或 n/5。
    以多数所用的量表为准，报告其余的写法；改写不改变含义。文字（高、七成）和红黄绿灯可以与数字并存。

    为什么：信心的变化说明是否需要调整。沃特克始终用十分制，Koan 用 1 到 10；0.5 和 6/10 并列时，
    每位读者都得先换算，才能看出哪一条更低。

    何时关闭：一份文件汇集了多个团队的 OKR，而各团队保留自己的量表时。
    """

    meta = Meta(
        code="CF003",
        name="confidence-mixed-scales",
        summary=Words("Confidence values of a file are on one scale.", "一份文件里的信心指数使用同一种量表。"),
        severity=Severity.WARNING,
        tier=3,
        sources=("WOD", "KOAN", "JS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which scale is meant."""

        target_scale: Scale = "auto"
        about = {
            "target_scale": Words(
                "The scale that values are to be on: 0-1, 0-5, 0-10, percent, or auto for the one that most values "
                "of the file are on; of two that are as frequent, the one that comes first.",
                "信心指数应使用的量表：0-1、0-5、0-10、percent，或 auto（以文件中多数为准；"
                "数量相同时以先出现的为准）。",
            )
        }

    options: Options

    messages = {
        "mixed": Words(
            "confidence “{value}” is written {own}, the others {scale}, so they cannot be compared at a glance; write "
            "it {scale} too",
            "信心指数“{value}”用的是{own}，其余用{scale}，无法一眼比较；请也改用{scale}",
        ),
        "other": Words(
            "confidence “{value}” is written {own}; this team writes it {scale}, so that values can be compared",
            "信心指数“{value}”用的是{own}；约定的量表是{scale}，请统一，以便比较",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2% (confidence: 6/10)
                - KR2: 900 qualified leads (confidence: ⟦0.5⟧)
                - KR3: NPS from 31 to 45 (confidence: 4/10)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Confidence |
                |---|---|
                | CSAT from 78 to 86 | 50% |
                | First answer within 30 minutes | ⟦7⟧ |
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 5/10)
                  - Check-ins:
                    - 2026-04-13: confidence 6/10, first survey is out
                    - 2026-04-20: confidence ⟦70%⟧, answers come in
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%（信心指数：6/10）
                - KR2：有效线索达到900条（信心指数：⟦0.5⟧）
                - KR3：NPS由31升至45（信心指数：4）
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                | 关键结果 | 信心指数 |
                |---|---|
                | 满意度由78升至86 | 50% |
                | 首次回复不超过30分钟 | ⟦7/10⟧ |
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（信心指數：3/5）
                - KR2：首次回覆不超過30分鐘（信心指數：4/5）
                - KR3：四成問題無需二次追問（信心指數：⟦60%⟧）
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 5/10)
                - KR2: First answer within 30 minutes (confidence: 6)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 50%)
                - KR2: First answer within 30 minutes (confidence: high)
                - KR3: 40% of answers need no second question (confidence: 🟢)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 12/10)
                - KR2: First answer within 30 minutes (confidence: 50%)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（信心指数：5/10）
                - KR2：首次回复不超过30分钟（信心指数：6）
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（信心：50%）
                - KR2：首次回复不超过30分钟（信心：七成）
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（信心指數：高）
                - KR2：首次回覆不超過30分鐘（信心指數：0.6）
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        # OKRs 2026-Q2

                        ## O1: Make support feel human

                        - KR1: CSAT from 78 to 86 (confidence: ⟦70%⟧)
                        """,
                    ),
                    "zh": (
                        """
                        # 2026年Q2 OKR

                        ## O1：让客服更有温度

                        - KR1：满意度由78升至86（信心指数：⟦70%⟧）
                        """,
                    ),
                },
                good={},
                options={"target_scale": "0-10"},
            ),
        ),
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        wanted = self.options.target_scale
        values = [(value, own) for value in _values(item) if (own := family(value))]
        counts = Counter(own for _, own in values)
        if not counts or (wanted == "auto" and len(counts) == 1) or is_closed_for_all(context):
            return
        usual = counts.most_common(1)[0][0] if wanted == "auto" else wanted
        message = "mixed" if wanted == "auto" else "other"
        for value, own in values:
            if usual and own != usual:
                yield self.hit(
                    value.span,
                    message,
                    fix=_fix(value, usual, item),
                    value=value.raw,
                    own=SCALES[own],
                    scale=SCALES[usual],
                )


def _values(document: Document) -> Iterator[Confidence]:
    """Yield the confidence values of a document in order of its items."""
    for item in document.items():
        values = [item.confidence]
        if item.checkins:
            values += [entry.confidence for entry in item.checkins]
        for value in values:
            if value and value.value is not None and value.problem is None:
                yield value


def _fix(value: Confidence, scale: str, document: Document) -> Fix | None:
    """Return how a value reads on another scale; None where the words around the number may matter."""
    text = written_on(scale, value.value) if value.value is not None and plain_number(value.raw) else None
    if text is None or not can_replace(value.raw, text, document):
        return None
    return Fix(True, Words(f"write it as {text}", f"改写为 {text}"), (Edit(value.span, text),))
