"""CF005."""

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
    Project,
    ProjectContext,
    RuleOptions,
    Severity,
    Words,
    is_dropped,
)
from okrlint_rules.checkin.entries import CHANGE, confidences, is_done
from okrlint_rules.checkin.following import is_update
from okrlint_rules.checkin.phases import is_closed
from okrlint_rules.checkin.progress import series
from okrlint_rules.confidence.through_commits import Rated, any_confidence_of, is_judged_elsewhere, progress_of, rated
from okrlint_rules.lifecycle.moments import day_of
from okrlint_rules.quoting import quoted


class ConfidenceNeverUpdated(KeyResultRule):
    """A confidence value that never moves is copied, not judged.

    What it checks: where the check-ins of a key result give its confidence several times over some weeks, it has
    changed at least once, and has not stood still for a very long time since. Near the target it may stand still. With
    `history = true` that holds for commits, too: where these moved the progress of a key result for `max_flat_weeks`,
    one of them changed its confidence.

    Why: the trainer's case follows the change of confidence, since it is the change that tells whether to adjust.
    Wodtke judges it anew every week.

    When to switch it off: where confidence is given once, as a forecast.
    """

    manual_zh = """从不变化的信心指数是照抄的，不是评估出来的。

    检查什么：关键结果的跟进记录在几周内多次写出信心指数时，其间至少变过一次，此后也没有长期停在同一个数值。
    接近目标时可以不变。配置 `history = true` 后，提交也照此检查：`max_flat_weeks` 周里多次提交更新了进度，
    至少有一次应改动信心指数。

    为什么：培训师的案例跟踪信心的变化，变化才说明是否需要调整。沃特克每周重新评估。

    何时关闭：信心指数只作为一次性的预测时。
    """

    meta = Meta(
        code="CF005",
        name="confidence-never-updated",
        summary=Words("Confidence is judged anew at check-ins.", "每次跟进都重新评估信心指数。"),
        severity=Severity.WARNING,
        certainty="medium",
        tier=1,
        sources=("SEED", "WOD"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """When standing still is too long."""

        min_updates: int = 3
        min_flat_weeks: int = 3
        max_flat_weeks: int = 6
        near_done: float = 0.7
        ranges = {
            "min_updates": (2, None),
            "min_flat_weeks": (0, None),
            "max_flat_weeks": (1, None),
            "near_done": (0, None),
        }
        about = {
            "min_updates": Words(
                "How many check-ins must give the value before it can be called unchanged, 2 or more; our choice.",
                "至少有几条跟进记录写出数值，才判断为从未变化，2 或以上；本工具的选择。",
            ),
            "min_flat_weeks": Words(
                "Over how many weeks a value that has never changed must have stood, 0 or more; our choice.",
                "从未变化的数值至少延续几周才报告，0 或以上；本工具的选择。",
            ),
            "max_flat_weeks": Words(
                "How many weeks a value that has changed before may stand, 1 or more; our choice: half a quarter.",
                "曾经变化过的数值最多可以停留几周，1 或以上；本工具的选择，即半个季度。",
            ),
            "near_done": Words(
                "From which progress on the value may stand still: 0 to 1, the grade at which Google calls it reached.",
                "进度达到多少以后可以不变：0 到 1；取谷歌视为达成的分数。",
            ),
        }

    options: Options

    messages = {
        "flat": Words(
            "confidence has been “{value}” at {count} check-ins from {first} to {last}, so it tells nothing of "
            "“{text}”; "
            "judge it anew each time: what has made it likelier, or less likely?",
            "从 {first} 到 {last} 的 {count} 次跟进，信心指数一直是“{value}”，看不出“{text}”的变化；"
            "请每次重新评估：什么使它更有把握，或更没把握？",
        ),
        "moved": Words(
            "confidence has been “{value}” at {count} check-ins from {first} to {last}, while progress went from "
            "{before} to {after}; judge it anew: what does this progress say of “{text}”?",
            "从 {first} 到 {last} 的 {count} 次跟进，信心指数一直是“{value}”，而进度从 {before} 变为 {after}；"
            "请重新评估：这样的进度对“{text}”意味着什么？",
        ),
        "untouched": Words(
            "confidence has been “{value}” since {first}, though commits of {count} days up to {last} say how “{text}” "
            "stands; judge it anew each time: what has made it likelier, or less likely?",
            "信心指数自 {first} 起一直是“{value}”，而到 {last} 已有 {count} 天的提交更新了“{text}”的现状；"
            "请每次重新评估：什么使它更有把握，或更没把握？",
        ),
        "untouched-moved": Words(
            "confidence has been “{value}” since {first}, though commits of {count} days up to {last} moved progress "
            "from {before} to {after}; judge it anew: what does this progress say of “{text}”?",
            "信心指数自 {first} 起一直是“{value}”，而到 {last} 共 {count} 天的提交使进度从 {before} 变为 {after}；"
            "请重新评估：这样的进度对“{text}”意味着什么？",
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
                    - 2026-04-06: confidence 5/10, survey prepared
                    - 2026-04-20: confidence 5/10, survey sent
                    - 2026-05-04: confidence ⟦5/10⟧, answers come in
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                ### KR1: CSAT from 78 to 86

                | Date | Progress | Confidence |
                |---|---|---|
                | 2026-04-06 | 0% | 60% |
                | 2026-04-20 | 20% | 60% |
                | 2026-05-04 | 50% | ⟦60%⟧ |
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-04-06: confidence 4/10
                    - 2026-04-20: confidence 6/10
                    - 2026-05-11: confidence 6/10
                    - 2026-06-08: confidence ⟦6/10⟧
                """,
                """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, progress: 0%)

                ==> q2.md @ 2026-04-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, progress: 20%)

                ==> q2.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, progress: 50%)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: ⟦5/10⟧, progress: 50%)
                """,
                """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, status: on track)

                ==> q2.md @ 2026-04-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, status: at risk)

                ==> q2.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, status: delayed)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: ⟦5/10⟧, status: delayed)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 4月6日：信心指数 5，问卷已备好
                    - 4月20日：信心指数 5，问卷已发出
                    - 5月4日：信心指数 ⟦5⟧，陆续收到答复
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                ### KR1：满意度由78升至86

                | 日期 | 进度 | 信心指数 |
                |---|---|---|
                | 4月6日 | 10% | 6/10 |
                | 4月20日 | 30% | 6/10 |
                | 5月4日 | 60% | ⟦6/10⟧ |
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                  - 進展記錄：
                    - 4月6日：信心指數 7/10
                    - 4月20日：信心指數 7/10
                    - 5月4日：信心指數 ⟦7/10⟧
                """,
                """
                ==> q2.md @ 2026-03-30 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：5/10，进度：0%）

                ==> q2.md @ 2026-04-20 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：5/10，进度：20%）

                ==> q2.md @ 2026-05-20 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：5/10，进度：50%）

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：⟦5/10⟧，进度：50%）
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
                    - 2026-04-06: confidence 5/10
                    - 2026-04-20: confidence 6/10
                    - 2026-05-04: confidence 4/10
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-04-06: confidence 5/10
                    - 2026-04-13: confidence 5/10
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-05-25: progress 85%, confidence 9/10
                    - 2026-06-08: progress 92%, confidence 9/10
                    - 2026-06-22: progress 98%, confidence 9/10
                """,
                """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, progress: 0%)

                ==> q2.md @ 2026-04-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 6/10, progress: 20%)

                ==> q2.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 7/10, progress: 50%)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 7/10, progress: 50%)
                """,
                """
                ==> q2.md @ 2026-03-30 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, progress: 0%)

                ==> q2.md @ 2026-05-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, progress: 50%)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, progress: 50%)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 4月6日：信心指数 5
                    - 4月20日：信心指数 6
                    - 5月4日：信心指数 4
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 4月6日：信心指数 5
                    - 4月13日：信心指数 5
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（狀態：已完成）
                  - 周會：
                    - 5月25日：信心指數 9
                    - 6月8日：信心指數 9
                    - 6月22日：信心指數 9
                """,
                """
                ==> q2.md @ 2026-03-30 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：5/10，进度：0%）

                ==> q2.md @ 2026-04-20 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：6/10，进度：20%）

                ==> q2.md @ 2026-05-20 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：7/10，进度：50%）

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：7/10，进度：50%）
                """,
                """
                ==> q2.md @ 2026-03-30 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：8/10，進度：0%）

                ==> q2.md @ 2026-04-20 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：8/10，進度：50%）

                ==> q2.md @ 2026-05-20 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：8/10，進度：90%）

                ==> q2.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：8/10，進度：90%）
                """,
            ),
        },
        today=date(2026, 6, 15),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if len(item.checkins) < self.options.min_updates:
            return
        values = confidences(item)
        if len(values) < self.options.min_updates or is_closed(context):
            return
        last = values[-1]
        since = len(values) - 1
        while since > 0 and values[since - 1][1].value == last[1].value:
            since -= 1
        changed = since > 0 or _differs(item, last[1].value)
        least = self.options.max_flat_weeks if changed else self.options.min_flat_weeks
        first, count = values[since][0], len(values) - since
        if count < self.options.min_updates or (last[0] - first).days < 7 * least:
            return
        progress = [share for _, share, _ in series(item, last[0])]
        if item.score or is_done(item) or is_dropped(item) or (progress and progress[-1] >= self.options.near_done):
            return
        moved = [share for day, share, _ in series(item, last[0]) if day >= first]
        has_moved = len(moved) > 1 and abs(moved[-1] - moved[0]) > CHANGE
        yield self.hit(
            last[1].span,
            "moved" if has_moved else "flat",
            certainty="high" if has_moved else None,
            value=last[1].raw,
            count=count,
            first=first,
            last=last[0],
            text=quoted(item.text),
            before=f"{moved[0]:.0%}" if has_moved else "",
            after=f"{moved[-1]:.0%}" if has_moved else "",
        )

    def check_across(self, project: Project, context: ProjectContext) -> Iterator[Hit]:
        for each in rated(project, context, read=any_confidence_of):
            if not is_judged_elsewhere(each, project):
                yield from self._of_commits(each, context)

    def _of_commits(self, each: Rated, context: ProjectContext) -> Iterator[Hit]:
        last = each.settings[-1]
        since = each.versions[last.at :]
        now, rating = progress_of(each.item, since[0].item), each.item.confidence
        if last.value is None or rating is None or (now is not None and now >= self.options.near_done):
            return
        first = max(last.day, each.period.start or last.day)
        days = {
            day_of(after.commit, context)
            for before, after in pairwise(since)
            if is_update(before.item, after.item, with_confidence=False)
        }
        told = sorted(day for day in days if day is not None and day >= first)
        if len(told) + 1 < self.options.min_updates or (told[-1] - first).days < 7 * self.options.max_flat_weeks:
            return
        before = progress_of(since[0].item, since[0].item)
        has_moved = before is not None and now is not None and abs(now - before) > CHANGE
        yield self.hit(
            rating.span,
            "untouched-moved" if has_moved else "untouched",
            place=each.place,
            certainty="high" if has_moved else None,
            value=rating.raw,
            first=first,
            last=told[-1],
            count=len(told),
            text=quoted(each.item.text),
            before=f"{before or 0:.0%}",
            after=f"{now or 0:.0%}",
        )


def _differs(item: KeyResult, value: float | None) -> bool:
    """Tell whether the key result itself gives another value than its check-ins: then it changed once."""
    own = item.confidence
    return own is not None and own.value is not None and own.value != value
