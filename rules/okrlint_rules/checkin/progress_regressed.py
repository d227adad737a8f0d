"""CK009."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

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
    is_dropped,
)
from okrlint_rules.checkin.entries import CHANGE, explains
from okrlint_rules.checkin.phases import is_closed
from okrlint_rules.checkin.progress import series


class ProgressRegressed(KeyResultRule):
    """When progress falls back, the check-in says why.

    What it checks: where the progress of a key result is lower at one check-in than at the one before, a check-in of
    that day has words on the reason. Progress is a percentage, or the way from baseline to target that a value has
    covered; for a value that shall fall, a rise is a step back. A value alone explains nothing.

    Why: our own addition to the trainer's case, which follows up so that what goes wrong is adjusted: a step back
    is either a correction of the data or a problem, and the reader must know which.

    When to switch it off: where measures swing from week to week by their nature.
    """

    manual_zh = """进度倒退时，跟进记录应写明原因。

    检查什么：关键结果在某次跟进时的进度低于前一次时，当天的跟进记录写有原因。进度是百分比，
    或当前值从基线到目标走过的路程；应下降的指标上升，就是倒退。只有数值不算说明。

    为什么：本工具对培训师案例的补充：跟进是为了及时调整。倒退要么是更正数据，要么是出了问题，读者需要知道是哪一种。

    何时关闭：指标本来就逐周波动时。
    """

    meta = Meta(
        code="CK009",
        name="progress-regressed",
        summary=Words("A step back in progress is explained.", "进度倒退有说明。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("SEED", "OKRLINT"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which step back asks for a reason."""

        fall: float = 0.05
        ranges = {"fall": (0, None)}
        about = {
            "fall": Words(
                "From which loss of progress on a reason is due, 0 to 1; a choice of ours, above what rounding does.",
                "进度减少多少就需要说明，0 到 1；本工具的选择，大于四舍五入的误差。",
            )
        }

    options: Options

    messages = {
        "regressed": Words(
            "progress fell from {before} ({earlier}) to {after} ({day}) and nothing says why; add the reason and what "
            "you "
            "change: “<reason>; <adjustment>”",
            "进度从 {before}（{earlier}）退到 {after}（{day}），没有写明原因；请补上：“<原因>；<措施>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-05-04: progress 50%
                    - ⟦2026-05-11: progress 30%⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: First answer time from 60 to 20 minutes
                  - Check-ins:
                    - 2026-05-04: current: 35 minutes
                    - ⟦2026-05-11: current: 48 minutes⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                ### KR1: CSAT from 78 to 86

                | Date | Current | Note |
                |---|---|---|
                | 2026-05-04 | 82 | survey is out |
                | ⟦2026-05-11 | 80 | on track⟧ |
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 5月4日：进度50%
                    - ⟦5月11日：进度30%⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：流失率从4%降至2%
                  - 进展记录：
                    - 5月4日：流失率2.8%
                    - ⟦5月11日：流失率3.4%⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                ### KR1：滿意度由78升至86

                | 日期 | 進度 | 備註 |
                |---|---|---|
                | 5月4日 | 60% | 問卷已發出 |
                | ⟦5月11日 | 40% | 正常推進⟧ |
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-05-04: progress 30%
                    - 2026-05-11: progress 50%
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-05-04: progress 50%
                    - 2026-05-11: progress 30%, duplicates removed from the survey
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: churn falls from 4% to 2%
                  - Check-ins:
                    - 2026-05-04: churn 3.4%
                    - 2026-05-11: churn 2.8%
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 5月4日：进度30%
                    - 5月11日：进度50%
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 5月4日：进度50%
                    - 5月11日：进度30%，剔除了重复问卷
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：流失率從4%降至2%
                  - 進展記錄：
                    - 5月4日：流失率3.4%
                    - 5月11日：流失率2.8%
                """,
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if len(item.checkins) < 2 or is_dropped(item) or is_closed(context):
            return
        for (earlier, before, _), (day, after, entry) in pairwise(series(item)):
            if before - after >= self.options.fall - CHANGE and not self._is_told(earlier, day, item, context):
                yield self.hit(
                    entry.span, "regressed", before=f"{before:.0%}", after=f"{after:.0%}", earlier=earlier, day=day
                )

    @staticmethod
    def _is_told(earlier: date, day: date, item: KeyResult, context: Context) -> bool:
        return earlier == day or explains(day, item, context)
