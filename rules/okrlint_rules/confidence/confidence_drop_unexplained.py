"""CF006."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from okrlint.plugins import (
    Confidence,
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Meta,
    Project,
    ProjectContext,
    RuleOptions,
    Severity,
    Words,
    is_dropped,
)
from okrlint_rules.checkin.entries import CHANGE, confidences, explains
from okrlint_rules.checkin.phases import is_closed
from okrlint_rules.confidence.through_commits import Rated, rated
from okrlint_rules.confidence.words import is_commented
from okrlint_rules.lifecycle.moments import author_of
from okrlint_rules.lifecycle.values import Setting

_SETTLING = 7
"""Days at the beginning of a cycle in which OKRs are still settled, and their first values with them."""

_TYPO = 7
"""Days within which a value that was too high by mistake is taken back."""

_WORDS = ("levels", "signal")
"""Scales of three steps: from one to the next is no fall of so many points."""


class ConfidenceDropUnexplained(KeyResultRule):
    """When confidence falls sharply, the check-in says why, or what is done about it.

    What it checks: where the confidence of a key result falls by `drop` or more from one check-in to the next, or
    stands at `floor` or lower twice in a row, a check-in of that day has words on the reason or on the
    adjustment. A value alone, the words of the key result, and "as planned" explain nothing. With `history = true` a
    value that falls from one commit to another, and stays low, has such words, too: in a check-in of that time, in a
    line of the document, or in the message of the commit.

    Why: in the trainer's case a change of confidence is the signal to adjust. Wodtke talks about what changed each
    week, and Koan asks for a comment with each rating.

    When to switch it off: where reasons are kept in the minutes of the meeting.
    """

    manual_zh = """信心骤降时，跟进记录应写明原因，或采取了什么措施。

    检查什么：关键结果的信心指数在相邻两次跟进之间下降 `drop` 或以上，或连续两次不高于 `floor` 时，
    当天的跟进记录写有原因或调整。只有数值、重复关键结果的原话、“按计划”都不算说明。配置 `history = true` 后，
    两次提交之间下降、此后没有回升的，也应有说明：当时的跟进记录、文档中的一行或提交信息。

    为什么：在培训师的案例里，信心的变化就是需要调整的信号。沃特克每周讨论发生了什么变化，
    Koan 要求每次评分都附上评语。

    何时关闭：原因另记在会议纪要里时。
    """

    meta = Meta(
        code="CF006",
        name="confidence-drop-unexplained",
        summary=Words("A sharp fall of confidence is explained.", "信心骤降有说明。"),
        severity=Severity.WARNING,
        tier=1,
        sources=("SEED", "WOD", "KOAN"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What asks for an explanation."""

        drop: float = 0.2
        floor: float = 0.3
        ranges = {"drop": (0, 1), "floor": (0, 1)}
        about = {
            "drop": Words(
                "The least fall from one check-in to the next that asks for a reason, 0 to 1; a choice of ours: two "
                "of ten points.",
                "相邻两次跟进之间下降多少就需要说明，0 到 1；本工具的选择，即十分制的两分。",
            ),
            "floor": Words(
                "The value at or below which two check-ins in a row ask for a reason, 0 to 1; the lowest band of Koan.",
                "连续两次不高于多少就需要说明，0 到 1；Koan 的最低一档。",
            ),
        }

    options: Options

    messages = {
        "drop": Words(
            "confidence fell from “{before}” to “{after}” and the check-in of {day} does not say why; add the reason "
            "and what you change: “<reason>; <adjustment>”",
            "信心指数从“{before}”降到“{after}”，{day} 的跟进没有写明原因；请补上原因和调整：“<原因>；<措施>”",
        ),
        "low": Words(
            "confidence is “{after}” for the second time and the check-ins say neither why nor what is done; add the "
            "reason and what you change: “<reason>; <adjustment>”",
            "信心指数连续两次处于低位（“{after}”），跟进记录既没有原因也没有措施；请补上：“<原因>；<措施>”",
        ),
        "commit": Words(
            "confidence fell from “{before}” to “{after}” on {day} ({who}), and neither the document nor the commit "
            "says why; add the reason and what you change: “{day}: <reason>; <adjustment>”",
            "信心指数在 {day}（{who}）从“{before}”降到“{after}”，文档和提交信息都没有写明原因；"
            "请补上原因和调整：“{day}：<原因>；<措施>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-04-20: confidence 7/10
                    - 2026-04-27: confidence ⟦3/10⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-04-20: CSAT 79, confidence 6/10, survey is out
                    - 2026-04-27: CSAT 79, confidence ⟦4/10⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                ### KR1: CSAT from 78 to 86

                | Date | Confidence | Note |
                |---|---|---|
                | 2026-04-20 | 20% | as planned |
                | 2026-04-27 | ⟦20%⟧ | same as last week |
                """,
                """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 7/10, progress: 0%)

                ==> q2.md @ 2026-04-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 3/10, progress: 20%)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: ⟦3/10⟧, progress: 20%)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 4月20日：信心指数 7
                    - 4月27日：信心指数 ⟦3⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 4月20日：信心指数 2/10
                    - 4月27日：信心指数 ⟦2/10⟧，正常推进
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                ### KR1：滿意度由78升至86

                | 日期 | 信心指數 | 備註 |
                |---|---|---|
                | 4月20日 | 80% | 問卷已發出 |
                | 4月27日 | ⟦50%⟧ | |
                """,
                """
                ==> q2.md @ 2026-03-30 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：7/10，进度：0%）

                ==> q2.md @ 2026-04-20 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：3/10，进度：20%）

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：⟦3/10⟧，进度：20%）
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
                    - 2026-04-20: confidence 7/10
                    - 2026-04-27: confidence 3/10, the vendor slipped, we switched to plan B
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-04-20: confidence 5/10
                    - 2026-04-27: confidence 4/10
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-04-20: confidence 7/10
                    - 2026-04-27: confidence 4/10

                ## Check-ins

                - 2026-04-27: two of five agents left, so answers take longer
                """,
                """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 7/10, progress: 0%)

                ==> q2.md @ 2026-04-20 An Bo: confidence down because the vendor slipped by a month
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 3/10, progress: 20%)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 3/10, progress: 20%)
                """,
                """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 7/10, progress: 0%)

                ==> q2.md @ 2026-04-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 3/10, progress: 20%)
                  - 2026-04-20: the vendor slipped, we switched to plan B

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 3/10, progress: 20%)
                  - 2026-04-20: the vendor slipped, we switched to plan B
                """,
                """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 7/10, progress: 0%)

                ==> q2.md @ 2026-04-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 1/10, progress: 20%)

                ==> q2.md @ 2026-04-21 An Bo: typo
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 7/10, progress: 20%)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 7/10, progress: 20%)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 4月20日：信心指数 7
                    - 4月27日：信心指数 3，供应商延期，已启用备选
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 4月20日：信心指数 5
                    - 4月27日：信心指数 4
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                  - 周會：
                    - 4月20日：信心指數 2，預算被凍結
                    - 4月27日：信心指數 2，改為先做兩個部門的試點
                """,
                """
                ==> q2.md @ 2026-03-30 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：7/10，进度：0%）

                ==> q2.md @ 2026-04-20 安博: 信心下调，原因是供应商延期
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：3/10，进度：20%）

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：3/10，进度：20%）
                """,
                """
                ==> q2.md @ 2026-03-30 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：7/10，進度：0%）

                ==> q2.md @ 2026-04-20 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：3/10，進度：20%）
                  - 4月20日：供應商延期，已啟用備選

                ==> q2.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：3/10，進度：20%）
                  - 4月20日：供應商延期，已啟用備選
                """,
            ),
        },
        today=date(2026, 5, 4),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if len(item.checkins) < 2:
            return
        values = confidences(item)
        if len(values) < 2 or item.score or is_dropped(item) or is_closed(context):
            return
        for (earlier, before, _), (day, after, _) in pairwise(values):
            message = self._message(before, after)
            if message is None or explains(day, item, context):
                continue
            if message == "low" and explains(earlier, item, context):
                continue
            yield self.hit(after.span, message, before=before.raw, after=after.raw, day=day)

    def check_across(self, project: Project, context: ProjectContext) -> Iterator[Hit]:
        for each in rated(project, context):
            now, rating = each.settings[-1].value, each.item.confidence
            if now is None or rating is None:
                continue
            for number in range(len(each.settings) - 1, 0, -1):
                before, after = each.settings[number - 1 : number + 1]
                if before.value is None or after.value is None:
                    continue
                start, end = before.value.number or 0.0, after.value.number or 0.0
                stays = start - (now.number or 0.0) >= self.options.drop - CHANGE
                if not stays or start - end < self.options.drop - CHANGE:
                    continue
                if _is_first_judgement(after, each) or _is_taken_back(each.settings[: number + 1]):
                    continue
                if not is_commented(each, before, after, project, context):
                    yield self.hit(
                        rating.span,
                        "commit",
                        place=each.place,
                        before=before.value.raw,
                        after=after.value.raw,
                        day=after.day,
                        who=author_of(each.versions[after.at].commit),
                    )
                break  # what was said of the last fall holds for those before

    def _message(self, before: Confidence, after: Confidence) -> str | None:
        """Return what asks for an explanation, if anything does."""
        start, end = before.value or 0.0, after.value or 0.0
        if (before.scale in _WORDS) != (after.scale in _WORDS):
            return None
        if start - end >= self.options.drop - CHANGE:
            return "drop"
        return "low" if max(start, end) <= self.options.floor + CHANGE else None


def _is_first_judgement(after: Setting, each: Rated) -> bool:
    """Tell whether a value was given before the cycle, or in its first days: it is then no news."""
    start = each.period.start
    return start is not None and after.day <= start + timedelta(_SETTLING)


def _is_taken_back(settings: list[Setting]) -> bool:
    """Tell whether the last of these values but restores what the one before it had raised for a few days."""
    if len(settings) < 3:
        return False
    former, raised, after = settings[-3:]
    if former.value is None or after.value is None or (after.day - raised.day).days > _TYPO:
        return False
    return (former.value.number or 0.0) <= (after.value.number or 0.0) + CHANGE
