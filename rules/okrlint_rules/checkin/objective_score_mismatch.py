"""CK008."""

from collections.abc import Iterator
from math import fsum

from okrlint.plugins import Context, Examples, Hit, Meta, Objective, ObjectiveRule, RuleOptions, Severity, Words
from okrlint_rules.siblings import live, shares


class ObjectiveScoreMismatch(ObjectiveRule):
    """The score of an objective follows from those of its key results.

    What it checks: where an objective and all its key results are graded, the score of the objective is the mean of
    theirs, or the mean by their weights; either will do. With a single key result it is the same.

    Why: Klau takes the plain mean; Perdoo and Feishu weigh. A score that is neither was set by feeling, or has been
    forgotten when a key result was graded anew.

    When to switch it off: where an objective is graded by judgement.
    """

    manual_zh = """目标的得分由关键结果的得分得出。

    检查什么：目标及其全部关键结果都有得分时，目标得分等于关键结果得分的平均值，或按权重的加权平均值，两者之一即可。
    只有一条关键结果时，应与它相同。

    为什么：克劳取简单平均，Perdoo 和飞书按权重。两者都不是，说明是凭感觉打的，或关键结果重新评分后忘了更新。

    何时关闭：目标按判断评分时。
    """

    meta = Meta(
        code="CK008",
        name="objective-score-mismatch",
        summary=Words("An objective's score is the mean of its key results' scores.", "目标得分是关键结果得分的平均。"),
        severity=Severity.INFO,
        tier=3,
        sources=("KLAU", "PERDOO", "FS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How exact the mean must be."""

        tolerance: float = 0.05
        ranges = {"tolerance": (0, 1)}
        about = {
            "tolerance": Words(
                "By how much the score may miss the mean, 0 to 1; a choice of ours: what rounding to one decimal does.",
                "与平均值相差多少以内可以接受，0 到 1；本工具的选择，即四舍五入到一位小数的误差。",
            )
        }

    options: Options

    messages = {
        "mismatch": Words(
            "score “{score}” is not the mean of the key results, which is {mean} ({scores}); correct it, or grade the "
            "key "
            "results anew",
            "得分“{score}”不是关键结果的平均值 {mean}（{scores}）；请更正，或重新为关键结果评分",
        ),
        "weighted": Words(
            "score “{score}” is neither the mean of the key results, {mean} ({scores}), nor their mean by weight, "
            "{weighted}; "
            "correct it, or grade the key results anew",
            "得分“{score}”既不是关键结果的平均值 {mean}（{scores}），也不是加权平均值 {weighted}；请更正，"
            "或重新为关键结果评分",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - Score: ⟦0.9⟧
                - KR1: CSAT from 78 to 86 (score: 0.6)
                - KR2: First answer within 30 minutes (score: 0.4)
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - Score: ⟦30%⟧
                - KR1: CSAT from 78 to 86 (score: 70%)
                - KR2: First answer within 30 minutes (score: 50%)
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - Score: ⟦0.1⟧
                - KR1: CSAT from 78 to 86 (weight: 80%, score: 1.0)
                - KR2: First answer within 30 minutes (weight: 20%, score: 0.5)
                """,
            ),
            "zh": (
                """
                # 2026年Q1 OKR

                ## O1：让客服更有温度

                - 得分：⟦0.9⟧
                - KR1：满意度由78升至86（得分：0.6）
                - KR2：首次回复不超过30分钟（得分：0.4）
                """,
                """
                # 2026年Q1 OKR

                ## O1：讓客服更有溫度

                - 得分：⟦0.3⟧
                - KR1：滿意度由78升至86（權重：70%，得分：0.8）
                - KR2：首次回覆不超過30分鐘（權重：30%，得分：0.6）
                """,
                """
                # 2026年Q1 OKR

                ## O1：让客服更有温度

                - 得分：⟦100%⟧
                - KR1：满意度由78升至86（得分：60%）
                - KR2：首次回复不超过30分钟（得分：40%）
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - Score: 0.5
                - KR1: CSAT from 78 to 86 (score: 0.6)
                - KR2: First answer within 30 minutes (score: 0.4)
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - Score: 0.9
                - KR1: CSAT from 78 to 86 (weight: 80%, score: 1.0)
                - KR2: First answer within 30 minutes (weight: 20%, score: 0.5)
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - Score: 0.2
                - KR1: CSAT from 78 to 86 (score: 0.6)
                - KR2: First answer within 30 minutes
                """,
            ),
            "zh": (
                """
                # 2026年Q1 OKR

                ## O1：让客服更有温度

                - 得分：0.5
                - KR1：满意度由78升至86（得分：0.6）
                - KR2：首次回复不超过30分钟（得分：0.4）
                """,
                """
                # 2026年Q1 OKR

                ## O1：让客服更有温度

                - 得分：0.9
                - KR1：满意度由78升至86（权重：80%，得分：1.0）
                - KR2：首次回复不超过30分钟（权重：20%，得分：0.5）
                """,
                """
                # 2026年Q1 OKR

                ## O1：讓客服更有溫度

                - 得分：0.7
                - KR1：滿意度由78升至86（得分：0.6）
                - KR2：首次回覆不超過30分鐘（得分：0.7）
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        own = item.score.value if item.score else None
        results = live(item.key_results)
        scores = [result.score.value for result in results if result.score and result.score.value is not None]
        if item.score is None or own is None or not scores or len(scores) < len(results):
            return
        parts = shares(results)
        mean = fsum(scores) / len(scores)
        weighted = fsum(map(float.__mul__, parts, map(float, scores))) / fsum(parts) if parts and any(parts) else None
        if any(abs(own - each) <= self.options.tolerance + _ROUNDING for each in (mean, weighted) if each is not None):
            return
        yield self.hit(
            item.score.span,
            "mismatch" if weighted is None else "weighted",
            score=item.score.raw,
            mean=f"{mean:.2g}",
            weighted=f"{weighted or 0:.2g}",
            scores=", ".join(f"{score:g}" for score in scores[:_SHOWN]) + (" …" if len(scores) > _SHOWN else ""),
        )


_SHOWN = 10
"""How many scores a message lists."""

_ROUNDING = 1e-9
