"""CF007."""

from collections.abc import Iterator
from datetime import date

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
from okrlint_rules.checkin.entries import CHANGE, confidences, explains, is_done
from okrlint_rules.checkin.phases import Phase, running
from okrlint_rules.checkin.progress import latest, may_tell_progress
from okrlint_rules.quoting import quoted


class ConfidenceContradictsProgress(KeyResultRule):
    """Late in a cycle, confidence and progress tell the same story.

    What it checks: in the last third of a running cycle no key result is held likely with little progress, unless a
    check-in says what is still to come; and at no time is one held hopeless with most of the way behind it. What is
    done or not done, without a number, is left alone.

    Why: our own conclusion from Wodtke, who asks every week what the numbers do to confidence, and from the
    trainer's case, where the change of confidence tells whether to adjust: a value that ignores progress tells
    nothing.

    When to switch it off: where results come in at the very end by their nature (a renewal date, an exam).
    """

    manual_zh = """临近期末，信心指数和进度应当说的是同一回事。

    检查什么：在进行中的周期的最后三分之一，进度很低的关键结果不应仍有很高的信心，除非跟进记录写明还有什么会发生；
    任何时候，已走完大半路程的关键结果也不应毫无信心。没有数字、只分完成与否的条目不检查。

    为什么：本工具从两处得出的结论：沃特克每周都问数字对信心有什么影响；培训师的案例用信心的变化判断是否需要调整。
    不理会进度的信心说明不了问题。

    何时关闭：结果本来就在期末才出现时（续约日、考试）。
    """

    meta = Meta(
        code="CF007",
        name="confidence-contradicts-progress",
        summary=Words("Confidence fits the progress made.", "信心指数与进度相符。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("SEED", "WOD", "OKRLINT"),
        since="0.1.0",
        supersedes=("CK004",),
    )

    class Options(RuleOptions):
        """What contradicts what."""

        late: float = 0.67
        confident: float = 0.7
        little: float = 0.3
        hopeless: float = 0.3
        much: float = 0.8
        ranges = dict.fromkeys(("late", "confident", "little", "hopeless", "much"), (0, 1))
        about = {
            "late": Words(
                "From which share of the cycle on little progress contradicts confidence, 0 to 1; a choice of ours.",
                "周期过去多少以后，进度低就与信心矛盾，0 到 1；本工具的选择。",
            ),
            "confident": Words(
                "From which value on a key result is held likely, 0 to 1; a choice of ours.",
                "信心从多少起算高，0 到 1；本工具的选择。",
            ),
            "little": Words(
                "Below which progress there is little, 0 to 1; the red of Google's scores.",
                "进度低于多少算低，0 到 1；谷歌评分的红色区间。",
            ),
            "hopeless": Words(
                "Up to which value a key result is held hopeless, 0 to 1; the lowest band of Koan.",
                "信心不高于多少算没有信心，0 到 1；Koan 的最低一档。",
            ),
            "much": Words(
                "From which progress on most of the way is covered, 0 to 1; a choice of ours.",
                "进度从多少起算走完大半，0 到 1；本工具的选择。",
            ),
        }

    options: Options

    messages = {
        "high": Words(
            "confidence “{value}” with {progress} done and {elapsed} of the cycle over: “{text}” can hardly be as "
            "likely "
            "as that; lower it, or say what is still to come: “<what> on <date>”",
            "周期已过 {elapsed}，“{text}”进度只有 {progress}，信心指数却是“{value}”；请下调，或写明还有什么会发生："
            "“<日期> <事项>”",
        ),
        "low": Words(
            "confidence “{value}” with {progress} done: “{text}” is nearly there; raise it, or say what stands in the "
            "way",
            "“{text}”进度已达 {progress}，信心指数却是“{value}”；请上调，或写明还有什么障碍",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "CSAT from 78 to 86 (progress: 15%, confidence: ⟦8/10⟧)",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-06-01: CSAT 79, confidence 7/10
                    - 2026-06-08: CSAT 79, confidence ⟦8/10⟧
                """,
                "CSAT from 78 to 86 (progress: 90%, confidence: ⟦1/10⟧)",
            ),
            "zh": (
                "满意度由78升至86（进度：15%，信心指数：⟦8/10⟧）",
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 6月1日：进度10%，信心7
                    - 6月8日：进度20%，信心⟦8⟧
                """,
                "滿意度由78升至86（進度：90%，信心指數：⟦1/10⟧）",
            ),
        },
        good={
            "en": (
                "CSAT from 78 to 86 (progress: 70%, confidence: 8/10)",
                "CSAT from 78 to 86 (progress: 15%, confidence: 2/10)",
                "first answer time from 60 to 20 minutes (current: 25, confidence: 8/10)",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-06-08: progress 20%, confidence 8/10, the new desk opens on Monday and takes half the queue
                """,
            ),
            "zh": (
                "满意度由78升至86（进度：70%，信心指数：8/10）",
                "滿意度由78升至86（進度：15%，信心指數：2/10）",
                "首次回复时长由60分钟降至20分钟（当前值：25分钟，信心指数：8/10）",
            ),
        },
        today=date(2026, 6, 10),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if not may_tell_progress(item):
            return
        phase = running(context)
        if phase is None or item.score or is_dropped(item) or is_done(item) or item.kind == "activity":
            return
        series = confidences(item)
        value = series[-1][1] if series else item.confidence
        found = latest(item, phase.day)
        if value is None or value.value is None or found is None:
            return
        message = self._message(value.value, found[1], phase._replace(day=found[0]))
        if message is None or (series and explains(series[-1][0], item, context)):
            return
        yield self.hit(
            value.span,
            message,
            value=value.raw,
            progress=f"{found[1]:.0%}",
            elapsed=f"{phase._replace(day=found[0]).elapsed:.0%}",
            text=quoted(item.text),
        )

    def _message(self, confidence: float, progress: float, phase: Phase) -> str | None:
        options = self.options
        if confidence >= options.confident - CHANGE and progress < options.little and phase.elapsed >= options.late:
            return "high"
        return "low" if confidence <= options.hopeless + CHANGE and progress >= options.much else None
