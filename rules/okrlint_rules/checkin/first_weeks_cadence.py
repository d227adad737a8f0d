"""CK010."""

from collections.abc import Iterator
from datetime import date, timedelta

from okrlint.plugins import Context, Document, DocumentRule, Examples, Hit, Meta, RuleOptions, Severity, Words
from okrlint_rules.checkin.entries import checkins_of, dated
from okrlint_rules.checkin.phases import Phase, running_objectives


class FirstWeeksCadence(DocumentRule):
    """In the first weeks of a cycle, check-ins are frequent.

    What it checks: after the first weeks of a running cycle, its document has check-ins of at least `least`
    different days in them. It is reported until as many weeks again have gone by, since later it cannot be made up
    for; a document without any dated check-in is left to CK001.

    Why: the trainer's case follows up at short intervals at first, a week being a good choice, and later as practice
    shows: a habit is formed in the first weeks, and wrong targets are found in them.

    When to switch it off: where a team has kept OKRs for years and looks at them every other week.
    """

    manual_zh = """周期的最初几周，跟进要勤。

    检查什么：进行中的周期过了最初几周后，文件里至少有 `least` 个不同日期的跟进落在这几周内。
    再过同样几周就不再报告，因为已无法补上；完全没有带日期的跟进记录时，由 CK001 报告。

    为什么：培训师的案例起初以较短的间隔跟进，一周是不错的选择，以后视情况而定：习惯在最初几周养成，
    定错的目标也在这几周发现。

    何时关闭：团队使用 OKR 多年，每两周看一次时。
    """

    meta = Meta(
        code="CK010",
        name="first-weeks-cadence",
        summary=Words("In the first weeks check-ins are frequent.", "最初几周跟进较勤。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=1,
        sources=("SEED",),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How many check-ins are due, and in how many weeks."""

        first_weeks: int = 4
        least: int = 3
        ranges = {"first_weeks": (1, None), "least": (1, None)}
        about = {
            "first_weeks": Words(
                "How many weeks of the cycle are the first, 1 or more; a choice of ours for the trainer's “at first”.",
                "周期最初几周算作起步期，1 或以上；培训师所说的“起初”，几周是本工具的选择。",
            ),
            "least": Words(
                "The least number of days with a check-in in these weeks, 1 or more; weekly, with one left out.",
                "这几周内至少有几天跟进，1 或以上；每周一次，允许漏一次。",
            ),
        }

    options: Options

    messages = {
        "seldom": Words(
            "the first {weeks} weeks of the cycle have check-ins of {count} days only; look at the key results every "
            "week "
            "until it has become a habit: “<YYYY-MM-DD>: <value>, confidence <n>/10, <what changed>”",
            "周期的前 {weeks} 周只有 {count} 天有跟进记录；请每周跟进，直到养成习惯："
            "“<YYYY-MM-DD>：<当前值>，信心 <n>/10，<有何变化>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # ⟦OKRs 2026-Q2⟧

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-04-27: CSAT 79, confidence 6/10
                """,
                """
                # ⟦OKRs 2026-Q2⟧

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86

                ## Check-ins

                - 2026-04-13: survey prepared
                - 2026-05-04: survey sent
                """,
                """
                # ⟦OKRs 2026-Q2⟧

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-04-20: confidence 5/10
                - KR2: First answer within 30 minutes
                  - 2026-04-20: confidence 4/10
                """,
            ),
            "zh": (
                """
                # ⟦2026年Q2 OKR⟧

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 4月27日：满意度79，信心6
                """,
                """
                # ⟦2026年Q2 OKR⟧

                ## O1：让客服更有温度

                - KR1：满意度由78升至86

                ## 周会

                - 4月13日：问卷备好
                - 5月4日：问卷已发出
                """,
                """
                # ⟦2026年Q2 OKR⟧

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                  - 進展記錄：
                    - 4月20日：信心5/10
                    - 5月4日：信心6/10
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-04-06: confidence 5/10
                  - 2026-04-13: confidence 5/10
                  - 2026-04-27: confidence 6/10
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
                """
                # OKRs 2026

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-05-04: confidence 5/10
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 4月6日：信心5
                    - 4月13日：信心5
                    - 4月27日：信心6
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                """,
                """
                # 2026年 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                  - 進展記錄：
                    - 5月4日：信心5/10
                """,
            ),
        },
        today=date(2026, 5, 6),
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        due = [(phase, found) for phase, found in running_objectives(context) if self._is_due(phase)]
        if not due:
            return
        objectives = [found for _, found in due]
        first = min(phase.first for phase, _ in due)
        days = {day for day, _ in dated(checkins_of(item, objectives), context.today)}
        early = [day for day in days if day < first + timedelta(weeks=self.options.first_weeks)]
        if days and len(early) < self.options.least:
            place = item.title or objectives[0].text
            yield self.hit(place.span, "seldom", weeks=self.options.first_weeks, count=len(early))

    def _is_due(self, phase: Phase) -> bool:
        weeks = self.options.first_weeks
        return 7 * weeks <= phase.days < 14 * weeks
