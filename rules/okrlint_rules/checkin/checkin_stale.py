"""CK002."""

from collections.abc import Iterator
from datetime import date

from okrlint.plugins import (
    Context,
    Document,
    DocumentRule,
    Examples,
    Hit,
    Meta,
    Place,
    Project,
    ProjectContext,
    RuleOptions,
    Severity,
    Words,
)
from okrlint_rules.checkin.following import Followed, Update, in_document, in_project, last_update
from okrlint_rules.checkin.phases import days_off
from okrlint_rules.lifecycle.moments import author_of


class CheckinStale(DocumentRule):
    """A check-in of long ago tells nothing of today.

    What it checks: in a running cycle the last check-in of a document is at most `max_gap_days` old, or in the first
    weeks `first_gap_days`. Days that are still to come and holidays do not count. A document without any dated
    check-in is left to CK001. With `history = true` a commit that changes how an item stands (its progress, current
    value, confidence, status or score) is a check-in, too.

    Why: the trainer's case follows up every week at first, and later as practice shows. Wodtke meets on Mondays and
    Fridays, Viva reminds every Monday unless set otherwise, a Chinese book asks for a week at the least; an
    encyclopaedia is content with a month and Google looks at the middle of the quarter.

    When to switch it off: where check-ins are kept in another tool.
    """

    manual_zh = """很久以前的跟进记录，说明不了现在的情况。

    检查什么：进行中的周期里，文件最近一次跟进距今不超过 `max_gap_days` 天，最初几周内不超过 `first_gap_days` 天。
    尚未到来的日期和节假日不计。完全没有带日期的跟进记录时，由 CK001 报告。
    配置 `history = true` 后，改动条目现状（进度、当前值、信心指数、状态、评分）的提交也算一次跟进。

    为什么：培训师的案例起初每周跟进，以后视情况而定。沃特克周一和周五开会，Viva 默认每周一提醒，
    国内书籍要求最少每周一次；百科认为每月一次即可，谷歌在季度中期回顾。

    何时关闭：跟进记录保存在其他工具里时。
    """

    meta = Meta(
        code="CK002",
        name="checkin-stale",
        summary=Words("The last check-in is recent.", "最近一次跟进不久之前。"),
        severity=Severity.WARNING,
        certainty="medium",
        tier=1,
        sources=("SEED", "VIVA", "WOD", "YS", "BK", "G-RW"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How often a check-in is due."""

        first_gap_days: int = 9
        first_weeks: int = 4
        max_gap_days: int = 16
        holidays: tuple[date | str, ...] = ()
        ranges = {"first_gap_days": (1, None), "first_weeks": (0, None), "max_gap_days": (1, None)}
        about = {
            "first_gap_days": Words(
                "The greatest age of the last check-in in the first weeks, in days, 1 or more; a week, and two days "
                "for "
                "a meeting that moved.",
                "最初几周内，最近一次跟进最多可以距今几天，1 或以上；一周，再加两天以备会议改期。",
            ),
            "first_weeks": Words(
                "How many weeks of the cycle are the first, 0 or more; a choice of ours for the trainer's “at first”.",
                "周期最初几周算作起步期，0 或以上；培训师所说的“起初”，几周是本工具的选择。",
            ),
            "max_gap_days": Words(
                "The greatest age of the last check-in afterwards, in days, 1 or more; two weeks, and two days.",
                "此后，最近一次跟进最多可以距今几天，1 或以上；两周，再加两天。",
            ),
            "holidays": Words(
                "Days that do not count, as YYYY-MM-DD: public holidays, a company's break.",
                "不计入的日子，写作 YYYY-MM-DD：法定节假日、公司休假。",
            ),
        }

    options: Options

    messages = {
        "stale": Words(
            "the last check-in is of {last}, {age} days ago, so nobody sees in time what must be adjusted; at this "
            "point of "
            "the cycle one is due every {gap} days: “<YYYY-MM-DD>: <value>, confidence <n>/10, <what changed>”",
            "最近一次跟进是 {last}，已过 {age} 天，该调整时无从察觉；目前每 {gap} 天内应跟进一次："
            "“<YYYY-MM-DD>：<当前值>，信心 <n>/10，<有何变化>”",
        ),
        "stale-commit": Words(
            "nobody has written down how things stand since {last} ({who}), {age} days ago, so nobody sees in time "
            "what must be adjusted; at this point of the cycle that is due every {gap} days: “<YYYY-MM-DD>: <value>, "
            "confidence <n>/10, <what changed>”",
            "自 {last}（{who}）以来已有 {age} 天没有人记下进展，该调整时无从察觉；目前每 {gap} 天内应跟进一次："
            "“<YYYY-MM-DD>：<当前值>，信心 <n>/10，<有何变化>”",
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
                    - ⟦2026-04-13: CSAT 79, confidence 6/10⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-04-06: confidence 5/10
                - KR2: First answer within 30 minutes
                  - ⟦2026-04-20: 42 minutes, confidence 5/10⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86

                ## Weekly check-ins

                - 2026-04-10: survey prepared
                - ⟦2026-04-17: survey sent⟧
                """,
                """
                ==> q2.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, progress: 0%)

                ==> q2.md @ 2026-04-13 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 6/10, progress: 20%)

                ==> q2.md @ 2026-05-08 An Bo: wording
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Weekly CSAT from 78 to 86 (confidence: 6/10, progress: 20%)

                ==> q2.md
                # ⟦Support OKRs 2026-Q2⟧

                ## O1: Make support feel human
                - KR1: Weekly CSAT from 78 to 86 (confidence: 6/10, progress: 20%)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 进展记录：
                    - ⟦4月13日：满意度79，信心6/10⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86

                ## 周会

                - 4月10日：问卷备好
                - ⟦4月17日：问卷已发出⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                ### KR1：滿意度由78升至86

                | 日期 | 進度 | 信心 |
                |---|---|---|
                | 4月13日 | 10% | 5/10 |
                | ⟦4月20日 | 15% | 5/10⟧ |
                """,
                """
                ==> q2.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：5/10，进度：0%）

                ==> q2.md @ 2026-04-13 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：6/10，进度：20%）

                ==> q2.md
                # ⟦客服组 2026年Q2 OKR⟧

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：6/10，进度：20%）
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-05-04: CSAT 79, confidence 6/10
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 5/10)
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-02-02: CSAT 79, confidence 6/10
                """,
                """
                ==> q2.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86
                  - 2026-04-13: CSAT 79

                ==> q2.md @ 2026-05-06 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 6/10, progress: 20%)
                  - 2026-04-13: CSAT 79

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 6/10, progress: 20%)
                  - 2026-04-13: CSAT 79
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 进展记录：
                    - 4月28日：满意度79，信心6/10
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（信心指数：5/10）
                """,
                """
                # 2026年Q1 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                  - 進展記錄：
                    - 2月2日：滿意度79，信心6/10
                """,
                """
                ==> q2.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：5/10，进度：0%）

                ==> q2.md @ 2026-05-06 安博: 周更新
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：6/10，进度：20%）

                ==> q2.md
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：6/10，进度：20%）
                """,
                """
                ==> q2.md @ 2026-03-28 李華: Q2 OKR
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：5/10，進度：0%）

                ==> q2.md @ 2026-05-06 安博: 週更新
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：6/10，進度：20%）

                ==> q2.md
                # 客服組 2026年Q2 OKR

                ## O1：讓客服更有溫度
                - KR1：滿意度由78升至86（信心指數：6/10，進度：20%）
                """,
            ),
        },
        today=date(2026, 5, 11),
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        if not context.has_history:  # else commits may tell what no check-in does
            followed = in_document(context)
            if followed is not None and context.today is not None:
                yield from self._of(followed, context.today)

    def check_across(self, project: Project, context: ProjectContext) -> Iterator[Hit]:
        history, today = project.history, context.today
        if history is None or today is None:
            return
        for number, followed in in_project(project, today):
            yield from self._of(followed, today, Place(number), last_update(followed, history, project, today))

    def _of(
        self, followed: Followed, today: date, place: Place | None = None, update: Update | None = None
    ) -> Iterator[Hit]:
        told = followed.dated(today)
        by_commit = update is not None and (not told or update.day > told[-1][0])
        if by_commit and followed.is_elsewhere:
            return  # what is told there is not known
        last = update.day if update is not None and by_commit else told[-1][0] if told else None
        if last is None or (by_commit and update is not None and not update.is_sure):
            return
        gap, age = max(map(self._gap, followed.days)), (today - last).days
        if age - days_off(last, today, self.options.holidays) <= gap:
            return
        who = author_of(update.commit) if update is not None else ""
        yield self.hit(
            followed.span if by_commit else told[-1][1].span,
            "stale-commit" if by_commit else "stale",
            place=place,
            collective=place is not None,
            last=last,
            age=age,
            gap=gap,
            who=who,
        )

    def _gap(self, days: int) -> int:
        first = days < 7 * self.options.first_weeks
        return self.options.first_gap_days if first else self.options.max_gap_days
