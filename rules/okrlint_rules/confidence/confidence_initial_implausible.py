"""CF004."""

from collections.abc import Iterator
from datetime import date, timedelta

from okrlint.plugins import (
    Certainty,
    Confidence,
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
from okrlint_rules.checkin.entries import CHANGE, confidences
from okrlint_rules.checkin.progress import stated
from okrlint_rules.quoting import quoted
from okrlint_rules.time.cycles import cycle_around, days_of


class ConfidenceInitialImplausible(KeyResultRule):
    """A key result that is certain from the start is no challenge; one that is hopeless, nobody tries.

    What it checks: the first confidence value of a cycle lies between `low` and `high`. It is that of the first
    check-in within the first weeks of the cycle; where no check-in has one, the key result's own value, as long as
    the cycle is planned or in these weeks today. For what is committed, certainty is right.

    Why: Wodtke sets key results at five of ten, a Chinese essay at five to six, and the notes of a Chinese book and
    Confirm near 70 %; Google expects to reach about 70 % of an ambitious one. `low` and `high` leave room around
    these.

    When to switch it off: where OKRs are commitments, or confidence is used as a status.
    """

    manual_zh = """一开始就十拿九稳的关键结果没有挑战；一开始就没有指望的，没人会去做。

    检查什么：周期内的第一个信心指数介于 `low` 和 `high` 之间。取周期最初几周内的首条跟进记录；
    跟进记录里没有时，只要周期尚未开始或今天仍在最初几周内，就取关键结果自带的数值。承诺型的信心高是应该的。

    为什么：沃特克定在十分之五，国内文章定在五到六，国内书籍笔记和 Confirm 约为 70%；
    谷歌期望有挑战的关键结果完成约 70%。`low` 和 `high` 在这些数值前后留有余地。

    何时关闭：OKR 都是承诺，或把信心指数当作状态使用时。
    """

    meta = Meta(
        code="CF004",
        name="confidence-initial-implausible",
        summary=Words("At the start, a key result is neither certain nor hopeless.", "期初的信心既非十足，也非无望。"),
        severity=Severity.INFO,
        certainty="medium",
        sources=("WOD", "JS", "YS", "CONFIRM", "G-RW"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What is plausible, and how long a value counts as the first."""

        low: float = 0.3
        high: float = 0.8
        committed_high: float = 1.0
        first_weeks: int = 3
        ranges = {"low": (0, 1), "high": (0, 1), "committed_high": (0, 1), "first_weeks": (1, None)}
        about = {
            "low": Words(
                "The least plausible value, 0 to 1; a choice of ours below the five of ten of Wodtke.",
                "合理的最低值，0 到 1；本工具的选择，低于沃特克的十分之五。",
            ),
            "high": Words(
                "The greatest plausible value, 0 to 1; it covers the 50 to 70 % of the sources.",
                "合理的最高值，0 到 1；涵盖各来源的 50% 到 70%。",
            ),
            "committed_high": Words(
                "The greatest plausible value for what is committed, 0 to 1; Google expects it to be reached in full.",
                "承诺型的合理最高值，0 到 1；谷歌要求承诺型全部完成。",
            ),
            "first_weeks": Words(
                "In how many weeks of the cycle a value counts as the first, 1 or more; a choice of ours.",
                "周期最初几周内的数值算作期初值，1 或以上；本工具的选择。",
            ),
        }

    options: Options

    messages = {
        "certain": Words(
            "confidence “{value}” at the start says that “{text}” is certain, so it is no challenge; raise the target "
            "until the odds are about even, or say that it is committed",
            "期初信心指数“{value}”，说明“{text}”十拿九稳，没有挑战；请提高目标值，直到有一半左右的把握，或注明是承诺型",
        ),
        "hopeless": Words(
            "confidence “{value}” at the start says that hardly anyone believes in “{text}”; lower the target, or name "
            "what must change for it to be possible",
            "期初信心指数“{value}”，说明几乎没人相信“{text}”能达成；请降低目标值，或写明具备什么条件才有可能",
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
                    - 2026-04-06: confidence ⟦10/10⟧, all is prepared
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-04-06: confidence ⟦1/10⟧, nobody has time
                    - 2026-05-11: confidence 5/10, two people joined
                """,
                "CSAT from 78 to 86 (confidence: ⟦95%⟧)",
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 进展记录：
                    - 4月6日：信心指数 ⟦10⟧，准备就绪
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                  - 進展記錄：
                    - 4月6日：信心指數 ⟦1/10⟧，人手不足
                """,
                "满意度由78升至86（信心指数：⟦9.5/10⟧）",
            ),
        },
        good={
            "en": (
                "CSAT from 78 to 86 (confidence: 5/10)",
                "CSAT from 78 to 86 (confidence: 8/10)",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - Type: committed
                - KR1: CSAT from 78 to 86 (confidence: 10/10)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - 2026-06-15: confidence 9/10, the last survey is nearly in
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 10/10)
                """,
            ),
            "zh": (
                "满意度由78升至86（信心指数：5）",
                "滿意度由78升至86（信心：七成）",
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - 类型：承诺型
                - KR1：满意度由78升至86（信心指数：9/10）
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 进展记录：
                    - 6月15日：信心指数 9，最后一轮问卷即将收齐
                """,
            ),
        },
        today=date(2026, 4, 10),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if item.confidence is None and not item.checkins:
            return
        first = self._first(item, context)
        if first is None or first.value is None or item.score or is_dropped(item):
            return
        if first.value > self._most(item, context) + CHANGE:
            message = "certain"
        elif first.value < self.options.low - CHANGE:
            message = "hopeless"
        else:
            return
        yield self.hit(
            first.span, message, certainty=_certainty(first), value=first.raw.strip(), text=quoted(item.text)
        )

    def _first(self, item: KeyResult, context: Context) -> Confidence | None:
        """Return the value that the cycle began with, where it is told."""
        days = days_of(cycle_around(context))
        if days is None:
            return None
        end = days[0] + timedelta(weeks=self.options.first_weeks)
        series = confidences(item)
        if series:
            return series[0][1] if series[0][0] < end else None
        own, today = item.confidence, context.today
        if own is None or today is None or today >= end or _tells_of_change(own) or stated(item):
            return None
        return own

    def _most(self, item: KeyResult, context: Context) -> float:
        kind = item.field("kind")
        named = kind is not None and kind.value.strip().lower().startswith(("commit", "承诺", "承諾"))
        committed = named or (context.objective is not None and context.objective.kind == "committed")
        return self.options.committed_high if committed else self.options.high


def _tells_of_change(value: Confidence) -> bool:
    """Tell whether a value is the last of several: 5 → 7."""
    return any(arrow in value.raw for arrow in ("→", "->", "=>"))


def _certainty(value: Confidence) -> Certainty:
    """Tell how sure a finding is: "low" may stand for less of a number than it seems."""
    return "low" if value.scale in ("levels", "signal") else "medium"
