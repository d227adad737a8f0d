"""CK001."""

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
from okrlint_rules.checkin.following import Followed, in_document, in_project, is_committed, last_update
from okrlint_rules.quoting import in_days


class NoCheckins(DocumentRule):
    """OKRs that nobody follows up are forgotten by the time they are graded.

    What it checks: once a cycle has run for some days, its document has at least one dated check-in: below a key
    result or an objective, in a table, or in a section of its own. Where the document says that check-ins are kept
    elsewhere (a field such as `External check-ins` or 周报链接), nothing is reported, nor for a cycle that is
    planned or over. Where progress is kept without dates, the finding has low certainty. With `history = true` a commit
    that changes how an item stands (its progress, current value, confidence, status or score) is a check-in, too.

    Why: the trainer's case follows up regularly, weekly at first. Google updates OKRs through the quarter, Wodtke
    meets every week, Viva reminds of it, and Feishu keeps records of progress.

    When to switch it off: where check-ins are kept in another tool.
    """

    manual_zh = """没人跟进的 OKR，到评分时早已被遗忘。

    检查什么：周期开始一段时间后，文件里至少有一条带日期的跟进记录：写在关键结果或目标之下、表格里，或单独的一节。
    写明记录在别处的（“周报链接”、`External check-ins` 之类的字段），以及尚未开始或已结束的周期，都不报告。
    只记进度、不写日期的，把握记为“低”。配置 `history = true` 后，改动条目现状（进度、当前值、信心指数、状态、评分）的
    提交也算一次跟进。

    为什么：培训师的案例要求定期跟进，起初每周一次。谷歌在季度中更新 OKR，沃特克每周开会，Viva 会提醒跟进，
    飞书保存进展记录。

    何时关闭：跟进记录保存在其他工具里时。
    """

    meta = Meta(
        code="CK001",
        name="no-checkins",
        summary=Words("A running OKR has dated check-ins.", "进行中的 OKR 有带日期的跟进记录。"),
        severity=Severity.WARNING,
        certainty="medium",
        tier=1,
        sources=("SEED", "G-RW", "WOD", "VIVA", "FS", "YS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """When the first check-in is due."""

        grace_days: int = 10
        ranges = {"grace_days": (0, None)}
        about = {
            "grace_days": Words(
                "After how many days of the cycle a check-in is due, 0 or more; a choice of ours: a week to settle the "
                "OKRs, and a weekend.",
                "周期开始多少天后应有跟进记录，0 或以上；本工具的选择：一周用于确定 OKR，再加一个周末。",
            )
        }

    options: Options

    messages = {
        "none": Words(
            "no check-in since the cycle began {days} ago, so nobody sees in time what must be adjusted; add one "
            "to each key result: “<YYYY-MM-DD>: <value>, confidence <n>/10, <what changed>”",
            "周期已开始 {days}，还没有任何跟进记录，该调整时无从察觉；请为每条关键结果补上："
            "“<YYYY-MM-DD>：<当前值>，信心 <n>/10，<有何变化>”",
        ),
        "undated": Words(
            "the check-ins have no dates, so nobody can tell whether they are of this week, {days} into the "
            "cycle; "
            "begin each with its day: “<YYYY-MM-DD>: …”",
            "周期已开始 {days}，跟进记录没有日期，看不出是哪一周的；请在每条开头写上日期：“<YYYY-MM-DD>：…”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # ⟦OKRs 2026-Q2⟧

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (confidence: 5/10)
                """,
                """
                # ⟦OKRs 2026-Q2⟧

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - Check-ins:
                    - survey is out
                """,
                """
                # ⟦OKRs 2026-Q2⟧

                ## O1: Make support feel human

                | Key result | Confidence | Progress |
                |---|---|---|
                | CSAT from 78 to 86 | 6/10 | 20% |
                | First answer within 30 minutes | 5/10 | 35% |
                """,
                """
                ==> q2.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86

                ==> q2.md @ 2026-04-20 An Bo: wording
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: Weekly CSAT from 78 to 86

                ==> q2.md
                # ⟦Support OKRs 2026-Q2⟧

                ## O1: Make support feel human
                - KR1: Weekly CSAT from 78 to 86
                """,
            ),
            "zh": (
                """
                # ⟦2026年Q2 OKR⟧

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（信心指数：5/10）
                """,
                """
                # ⟦2026年Q2 OKR⟧

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 进展记录：
                    - 问卷已发出
                """,
                """
                # ⟦2026年上半年 OKR⟧

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                - KR2：首次回覆不超過30分鐘
                """,
                """
                ==> q2.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86

                ==> q2.md
                # ⟦客服组 2026年Q2 OKR⟧

                ## O1：让客服更有温度
                - KR1：满意度由78升至86
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

                - KR1: CSAT from 78 to 86

                ## Weekly meeting notes

                - 2026-05-04: KR1 79, confidence 6/10
                """,
                """
                # OKRs 2026-Q2

                External check-ins: https://wiki.example/support

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
                """
                # OKRs 2026-Q3

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
                """
                ==> q2.md @ 2026-03-28 Li Hua: Q2 OKRs
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 5/10, progress: 0%)

                ==> q2.md @ 2026-04-20 An Bo: weekly update
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 6/10, progress: 20%)

                ==> q2.md
                # Support OKRs 2026-Q2

                ## O1: Make support feel human
                - KR1: CSAT from 78 to 86 (confidence: 6/10, progress: 20%)
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服有温度

                - KR1：满意度由78升至86

                ## 周跟进

                - 2026-05-04：KR1 79，信心 6/10
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86

                ## 周会

                - 5月4日：KR1 信心 6/10
                """,
                """
                # 2026年Q2 OKR

                周报链接：https://wiki.example/kefu

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                """,
                """
                # 2026年Q3 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                """,
                """
                ==> q2.md @ 2026-03-28 李华: Q2 OKR
                # 客服组 2026年Q2 OKR

                ## O1：让客服更有温度
                - KR1：满意度由78升至86（信心指数：5/10，进度：0%）

                ==> q2.md @ 2026-04-20 安博: 周更新
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

                ==> q2.md @ 2026-04-20 安博: 週更新
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
        today=date(2026, 5, 6),
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        if not context.has_history:  # else commits may tell what no check-in does
            followed = in_document(context, self.options.grace_days, with_results=True)
            if followed is not None:
                yield from self._of(followed, context.today)

    def check_across(self, project: Project, context: ProjectContext) -> Iterator[Hit]:
        history, today = project.history, context.today
        if history is None or today is None:
            return
        for number, followed in in_project(project, today, self.options.grace_days, with_results=True):
            if last_update(followed, history, project, today) is None:
                # Where git knows that nobody has touched what stands there, it tracks nothing.
                is_tracked = followed.is_tracked and not is_committed(followed, history)
                yield from self._of(followed._replace(is_tracked=is_tracked), today, Place(number))

    def _of(self, followed: Followed, today: date | None, place: Place | None = None) -> Iterator[Hit]:
        if followed.dated(today) or followed.is_elsewhere:
            return
        undated = bool(followed.told)
        yield self.hit(
            followed.span,
            "undated" if undated else "none",
            certainty="low" if not undated and followed.is_tracked else None,
            place=place,
            collective=place is not None,
            days=in_days(min(followed.days)),
        )
