"""CF002."""

from collections.abc import Iterator
from typing import Literal

from okrlint.plugins import Context, Examples, Hit, Item, ItemRule, Meta, RuleOptions, Severity, Words
from okrlint_rules.confidence.scales import family


class ConfidenceInvalid(ItemRule):
    """A confidence that is off its scale tells nothing.

    What it checks: the confidence of an objective or a key result lies on a scale: n/10, n/5, a number up to 10, a
    percentage, 0 to 1, 七成, high, medium and low, or a traffic light. A lone 1 is one of ten to some and
    certainty to others.

    Why: it is the change of confidence that tells whether to adjust, and values without a scale cannot be compared.
    Wodtke counts to ten, and so do Koan and Chinese notes; Castro is content with three levels.

    When to switch it off: where a team rates on a scale of its own.
    """

    manual_zh = """超出量表的信心指数说明不了问题。

    检查什么：目标或关键结果的信心指数落在某个量表之内：n/10、n/5、10 以内的数、百分比、0 到 1、“七成”、
    高中低，或红黄绿灯。只写一个“1”，有人读作十分之一，有人读作十成。

    为什么：信心的变化说明是否需要调整，没有量表就无从比较。沃特克用十分制，Koan 和国内的文章也是；
    卡斯特罗认为三档就够。

    何时关闭：团队使用自己的量表时。
    """

    meta = Meta(
        code="CF002",
        name="confidence-invalid",
        summary=Words("A confidence value lies on its scale.", "信心指数在量表之内。"),
        severity=Severity.ERROR,
        sources=("WOD", "KOAN", "JS", "CAS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which scales are accepted."""

        scales: tuple[Literal["0-1", "0-5", "0-10", "percent", "words"], ...] = ()
        about = {
            "scales": Words(
                "The scales that are accepted: 0-1, 0-5, 0-10, percent, and words for high, medium and low, traffic "
                "lights and 七成; none listed means any. Wodtke: 0-10.",
                "接受的量表：0-1、0-5、0-10、percent，以及 words（高中低、红黄绿灯、“七成”）；不列出表示都接受。"
                "沃特克为 0-10。",
            )
        }

    options: Options

    messages = {
        "other": Words(
            "confidence “{value}” is on a scale that this team does not use; write it on one of: {scales}",
            "信心指数“{value}”用的不是约定的量表；请改用其中之一：{scales}",
        ),
        "range": Words(
            "confidence “{value}” is off its scale; write it as “<n>/10” with n from 0 to 10, or as “<n>%” up to 100%",
            "信心指数“{value}”超出量表；请写成“<n>/10”（n 为 0 到 10），或不超过 100% 的“<n>%”",
        ),
        "ambiguous": Words(
            "confidence “{value}” may mean one of ten or certainty; say which, as in “1/10” or “100%”",
            "信心指数“{value}”可能是一成，也可能是十成；请写明是哪一种：“1/10”或“100%”",
        ),
        "unread": Words(
            "confidence “{value}” is on no known scale, so its change cannot be followed; write it as “<n>/10” or "
            "“<n>%”",
            "信心指数“{value}”不在已知的量表之内，无法跟踪变化；请写成“<n>/10”或“<n>%”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "churn falls from 4% to 2% (confidence: ⟦120⟧)",
                "churn falls from 4% to 2% (confidence: ⟦1⟧)",
                "churn falls from 4% to 2% (confidence: ⟦11/10⟧)",
                "churn falls from 4% to 2% (confidence: ⟦who knows⟧)",
            ),
            "zh": (
                "流失率从4%降至2%（信心指数：⟦12/10⟧）",
                "流失率从4%降至2%（信心：⟦1⟧）",
                "流失率從4%降至2%（信心指數：⟦120%⟧）",
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (confidence: 7/10)",
                "churn falls from 4% to 2% (confidence: high)",
                "churn falls from 4% to 2% (confidence: 0.5)",
                "churn falls from 4% to 2% (confidence: TBD)",
            ),
            "zh": (
                "流失率从4%降至2%（信心指数：7）",
                "流失率从4%降至2%，七成把握",
                "流失率從4%降至2%（信心指數：5–6）",
                "流失率从4%降至2%（信心：🟢）",
            ),
        },
        also=(
            Examples(
                bad={
                    "en": ("CSAT from 78 to 86 (confidence: ⟦70%⟧)",),
                    "zh": ("满意度由78升至86（信心指数：⟦70%⟧）",),
                },
                good={},
                options={"scales": ("0-10",)},
            ),
        ),
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        confidence = item.confidence
        if confidence is None or confidence.problem == "placeholder":
            return
        if confidence.problem is None:
            scales = self.options.scales
            if scales and (family(confidence) or "words") not in scales:
                yield self.hit(confidence.span, "other", value=confidence.raw, scales=", ".join(scales))
            return
        yield self.hit(
            confidence.span,
            confidence.problem,
            certainty="medium" if confidence.problem == "unread" else None,
            value=confidence.raw,
        )
