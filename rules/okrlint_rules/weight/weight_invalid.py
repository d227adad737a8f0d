"""WT004."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    ItemRule,
    KeyResult,
    Meta,
    RuleOptions,
    Severity,
    Weight,
    Words,
    is_dropped,
)
from okrlint_rules.siblings import percent


class WeightInvalid(ItemRule):
    """A weight is a share of effort, above 0 and at most 100 %.

    What it checks: a weight can be read as a number, on an objective as on a key result, and lies above 0 and at most
    at 100 %. A key result's share of next to nothing, or of nearly all, is worth a look. Placeholders are left to
    `weights-missing` and `weights-partial`, sums to `weights-sum`.

    Why: Feishu keeps weights from 0 to 1 and refuses others; what is no number cannot be added up. A key result with
    hardly any weight is trivial, one with nearly all of it should be an objective: that range is ours.

    When to switch it off: where weights are words on purpose (high, medium, low); better write priorities then.
    """

    manual_zh = """权重是精力的占比，大于 0，不超过 100%。

    检查什么：目标和关键结果的权重都能读成数字，大于 0 且不超过 100%。某条关键结果几乎不占精力，或几乎占去全部精力，
    也值得看一眼。占位词由 weights-missing 和 weights-partial 提示，合计由 weights-sum 检查。

    为什么：飞书的权重在 0 到 1 之间，超出即拒绝；不是数字就无法相加。权重极低的关键结果无关紧要，权重极高的
    应当单独成为目标：这个范围是我们定的。

    何时关闭：有意用“高、中、低”表示权重时；这种情况写优先级更好。
    """

    meta = Meta(
        code="WT004",
        name="weight-invalid",
        summary=Words("A weight is a share above 0 and at most 100%.", "权重是大于 0、不超过 100% 的占比。"),
        severity=Severity.ERROR,
        sources=("FS",),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which shares are worth a look."""

        min_share: float = 0.05
        max_share: float = 0.7
        ranges = {"min_share": (0, 1), "max_share": (0, 1)}
        about = {
            "min_share": Words(
                "Below which weight a key result counts as trivial (information): a share from 0 to 1.",
                "权重低于多少的关键结果算作无关紧要（仅作提示）：0 到 1 之间的小数。",
            ),
            "max_share": Words(
                "Above which weight, short of all, a key result leaves its siblings too little (information): a share "
                "from 0 to 1.",
                "权重高于多少（但不到 100%）的关键结果挤占了其他各条（仅作提示）：0 到 1 之间的小数。",
            ),
        }

    options: Options

    messages = {
        "unread": Words(
            "the weight “{weight}” is no number, so it cannot be added up; write a share of effort, as in "
            "“weight: <share>%”",
            "权重“{weight}”不是数字，无法相加；请写明精力占比，例如“权重：<占比>%”",
        ),
        "outside": Words(
            "the weight “{weight}” is no part of a whole: a share of effort lies above 0 and at most at 100%; correct "
            "it, or drop the item",
            "权重“{weight}”不是整体的一部分：精力占比应大于 0 且不超过 100%；请更正，或去掉这一条",
        ),
        "small": Words(
            "a weight of “{weight}” (below {limit}) says that this key result hardly matters; give it a larger share, "
            "or drop it",
            "权重“{weight}”（低于 {limit}）说明这条关键结果无关紧要；请提高占比，或去掉这一条",
        ),
        "large": Words(
            "a weight of “{weight}” (above {limit}) leaves hardly any effort to the others; split this key result, or "
            "make it an objective of its own",
            "权重“{weight}”（高于 {limit}）使其他各条几乎分不到精力；请拆分这条关键结果，或让它单独成为目标",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "churn falls from 4% to 2% (weight: ⟦140%⟧)",
                "churn falls from 4% to 2% (weight: ⟦high⟧)",
                "900 qualified leads (weight: ⟦0%⟧)",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Weight |
                |---|---|
                | CSAT from 78 to 86 | ⟦90%⟧ |
                | First answer within 30 minutes | 7% |
                | 40% of answers need no second question | ⟦3%⟧ |
                """,
            ),
            "zh": (
                "流失率从4%降至2%（权重：⟦140%⟧）",
                "流失率从4%降至2%（权重：⟦较高⟧）",
                "有效線索達到900條（權重：⟦0⟧）",
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - 权重：⟦最重要⟧
                - KR1：满意度由78升至86（权重：⟦八成⟧）
                - KR2：30分钟内首次回复率达到90%（权重：两成）
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (weight: 40%)",
                "churn falls from 4% to 2% (weight: 0.125)",
                "churn falls from 4% to 2% (weight: 100%)",
                "churn falls from 4% to 2% (weight: TBD)",
                "900 qualified leads (weight: 3)",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Weight | Status |
                |---|---|---|
                | CSAT from 78 to 86 | 60% | on track |
                | First answer within 30 minutes | 40% | at risk |
                | 40% of answers need no second question | 0% | dropped |
                """,
            ),
            "zh": (
                "流失率从4%降至2%（权重：40%）",
                "流失率从4%降至2%（权重：三成）",
                "有效線索達到900條（權重：０．５）",
                "有效线索达到900条（权重：待定）",
                "包裹重量减轻20%，高权重客户全部覆盖",
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        weight = item.weight
        if weight is None or weight.problem == "placeholder" or is_dropped(item):
            return
        if weight.problem == "range" or weight.value == 0:
            yield self.hit(weight.span, "outside", weight=weight.raw)
        elif weight.problem:
            yield self.hit(weight.span, "unread", weight=weight.raw)
        elif isinstance(item, KeyResult) and weight.value is not None:
            low, high = self.options.min_share, self.options.max_share
            if weight.value < low:
                yield self._remark("small", weight, low)
            elif high < weight.value < 1:  # all of it is right for a sole key result
                yield self._remark("large", weight, high)

    def _remark(self, message: str, weight: Weight, limit: float) -> Hit:
        return self.hit(weight.span, message, severity=Severity.INFO, weight=weight.raw, limit=percent(limit))
