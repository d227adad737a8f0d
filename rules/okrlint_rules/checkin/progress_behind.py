"""CK004."""

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
from okrlint_rules.checkin.entries import claims_on_track, is_done
from okrlint_rules.checkin.phases import Phase, running
from okrlint_rules.checkin.progress import latest, may_tell_progress
from okrlint_rules.quoting import quoted


class ProgressBehind(KeyResultRule):
    """A key result far behind its time is not on track, whatever its status says.

    What it checks: in a running cycle, the progress of a key result is compared with the share of the time that is
    over, up to its own deadline where it has one. It is reported where it lies far behind and the status or the
    confidence still says that all is well; who says "at risk" has seen it. Progress is (current − baseline) /
    (target − baseline), so that a value that shall fall counts as one that shall rise; without a baseline, or
    where baseline and target are the same, it cannot be told. What is done or not done, without a number, is left
    alone. Early in a cycle the finding has low certainty.

    Why: Viva expects progress in a straight line from the first to the last day; Engagedly calls a lag of 16.5
    points behind and one of 33 at risk; Feishu has a status of its own for each.

    When to switch it off: where results come in late by their nature.
    """

    manual_zh = """进度远落后于时间的关键结果，不管状态怎么写，都不是“正常”。

    检查什么：进行中的周期里，把关键结果的进度与已过去的时间比较（有自己的截止日期时，算到那一天）。
    远远落后，而状态或信心仍然表示一切正常时报告；写明“有风险”的，说明已经看到。
    进度 =（当前值 − 基线）/（目标值 − 基线），应下降的指标同样适用；没有基线，或基线等于目标值时无法判断。
    没有数字、只分完成与否的条目不检查。周期前期，把握记为“低”。

    为什么：Viva 按首日到末日的直线计算预期进度；Engagedly 把落后 16.5 个百分点称为落后，33 个百分点称为有风险；
    飞书有相应的状态。

    何时关闭：结果本来就集中在后期出现时。
    """

    meta = Meta(
        code="CK004",
        name="progress-behind",
        summary=Words("A key result that is called on track is on track.", "称为“正常”的关键结果确实正常。"),
        severity=Severity.INFO,
        certainty="medium",
        sources=("VIVA", "ENG", "FS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How far behind is too far."""

        behind: float = 0.165
        at_risk: float = 0.33
        confident: float = 0.7
        early: float = 0.4
        ranges = {"behind": (0, 1), "at_risk": (0, 1), "confident": (0, 1), "early": (0, 1)}
        about = {
            "behind": Words(
                "By how much progress may lag behind the time, 0 to 1; Engagedly's threshold for behind.",
                "进度最多可以落后时间多少，0 到 1；Engagedly 判断“落后”的界限。",
            ),
            "at_risk": Words(
                "From which lag on a key result is called at risk, 0 to 1; Engagedly's threshold.",
                "落后多少以后称为有风险，0 到 1；Engagedly 的界限。",
            ),
            "confident": Words(
                "From which confidence on a key result claims to be on track, 0 to 1; a choice of ours.",
                "信心从多少起视为自称正常，0 到 1；本工具的选择。",
            ),
            "early": Words(
                "Up to which share of the time a finding has low certainty, 0 to 1; a choice of ours: first steps show "
                "little.",
                "时间过去多少以内把握记为“低”，0 到 1；本工具的选择：起步阶段成效不显。",
            ),
        }

    options: Options

    messages = {
        "behind": Words(
            "“{text}” is {progress} done with {elapsed} of its time over, yet it says “{claim}”; call it behind, and "
            "say "
            "what you change: “<adjustment> by <date>”",
            "“{text}”时间已过 {elapsed}，进度 {progress}，却写着“{claim}”；请改为“落后”，并写明措施：“<日期>前 <措施>”",
        ),
        "at-risk": Words(
            "“{text}” is {progress} done with {elapsed} of its time over, yet it says “{claim}”; call it at risk, and "
            "say "
            "what you change, or drop it: “<adjustment> by <date>”",
            "“{text}”时间已过 {elapsed}，进度只有 {progress}，却写着“{claim}”；请改为“有风险”，并写明措施或放弃："
            "“<日期>前 <措施>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦CSAT from 78 to 86⟧ (progress: 15%, status: on track)",
                "⟦first answer time from 60 to 20 minutes⟧ (current: 55 minutes, confidence: 8/10)",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: ⟦CSAT from 78 to 86⟧
                  - Status: green
                  - 2026-05-25: CSAT 79
                """,
            ),
            "zh": (
                "⟦满意度由78升至86⟧（进度：15%，状态：正常）",
                "⟦首次回复时长由60分钟降至20分钟⟧（当前值：55分钟，信心指数：8/10）",
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                | 關鍵結果 | 進度 | 狀態 |
                |---|---|---|
                | ⟦滿意度由78升至86⟧ | 20% | 正常 |
                | 四成問題無需二次追問 | 60% | 正常 |
                """,
            ),
        },
        good={
            "en": (
                "CSAT from 78 to 86 (progress: 60%, status: on track)",
                "CSAT from 78 to 86 (progress: 15%, status: at risk)",
                "first answer time from 60 to 20 minutes (current: 30 minutes, status: on track)",
                "uptime stays at 99.9% (baseline: 99.9%, target: 99.9%, current: 99.9%, status: on track)",
                "900 qualified leads (current: 950, progress: 105%, status: on track)",
            ),
            "zh": (
                "满意度由78升至86（进度：60%，状态：正常）",
                "滿意度由78升至86（進度：15%，狀態：有風險）",
                "首次回复时长由60分钟降至20分钟（当前值：30分钟，状态：正常）",
                "可用性保持在99.9%（基线：99.9%，目标值：99.9%，当前值：99.9%，状态：正常）",
            ),
        },
        today=date(2026, 5, 28),
        also=(
            Examples(
                bad={
                    "en": ("⟦CSAT from 78 to 86⟧ (progress: 40%, status: on track)",),
                    "zh": ("⟦满意度由78升至86⟧（进度：40%，状态：正常）",),
                },
                good={},
                today=date(2026, 5, 28),
            ),
        ),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if not may_tell_progress(item):
            return
        phase = running(context)
        if phase is None or item.score or is_dropped(item) or is_done(item) or item.kind == "activity":
            return
        found = latest(item, phase.day)
        claim = claims_on_track(item, self.options.confident) if found else None
        if found is None or claim is None:
            return
        elapsed = _own_time(item, phase._replace(day=found[0])).elapsed
        lag = elapsed - found[1]
        if lag <= self.options.behind:
            return
        yield self.hit(
            item.text.span,
            "at-risk" if lag > self.options.at_risk else "behind",
            certainty="low" if elapsed <= self.options.early else None,
            text=quoted(item.text),
            progress=f"{found[1]:.0%}",
            elapsed=f"{elapsed:.0%}",
            claim=claim,
        )


def _own_time(item: KeyResult, phase: Phase) -> Phase:
    """Return the time up to a key result's own deadline, where it has one within the cycle."""
    due = item.deadline.value if item.deadline and not item.deadline_inherited else None
    return phase._replace(last=due) if due and phase.first <= due <= phase.last else phase
