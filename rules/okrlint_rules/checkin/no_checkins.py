"""CK001."""

from collections.abc import Iterator
from datetime import date

from okrlint.plugins import (
    CheckIn,
    Context,
    Document,
    DocumentRule,
    Examples,
    Hit,
    Item,
    KeyResult,
    Meta,
    Objective,
    RuleOptions,
    Severity,
    Words,
)
from okrlint_rules.checkin.entries import checkins_of, dated
from okrlint_rules.checkin.phases import Phase, running_objectives


class NoCheckins(DocumentRule):
    """OKRs that nobody follows up are forgotten by the time they are graded.

    What it checks: once a cycle has run for some days, its document has at least one dated check-in: below a key
    result or an objective, in a table, or in a section of its own. Where the document says that check-ins are kept
    elsewhere (a field such as `External check-ins` or 周报链接), nothing is reported, nor for a cycle that is
    planned or over. Where progress is kept without dates, the finding has low certainty.

    Why: the trainer's case follows up regularly, weekly at first. Google updates OKRs through the quarter, Wodtke
    meets every week, Viva reminds of it, and Feishu keeps records of progress.

    When to switch it off: where check-ins are kept in another tool.
    """

    manual_zh = """没人跟进的 OKR，到评分时早已被遗忘。

    检查什么：周期开始一段时间后，文件里至少有一条带日期的跟进记录：写在关键结果或目标之下、表格里，或单独的一节。
    写明记录在别处的（“周报链接”、`External check-ins` 之类的字段），以及尚未开始或已结束的周期，都不报告。
    只记进度、不写日期的，把握记为“低”。

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
            "no check-in since the cycle began {days} days ago, so nobody sees in time what must be adjusted; add one "
            "to each key result: “<YYYY-MM-DD>: <value>, confidence <n>/10, <what changed>”",
            "周期已开始 {days} 天，还没有任何跟进记录，该调整时无从察觉；请为每条关键结果补上："
            "“<YYYY-MM-DD>：<当前值>，信心 <n>/10，<有何变化>”",
        ),
        "undated": Words(
            "the check-ins have no dates, so nobody can tell whether they are of this week, {days} days into the "
            "cycle; "
            "begin each with its day: “<YYYY-MM-DD>: …”",
            "周期已开始 {days} 天，跟进记录没有日期，看不出是哪一周的；请在每条开头写上日期：“<YYYY-MM-DD>：…”",
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
            ),
            "zh": (
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
            ),
        },
        today=date(2026, 5, 6),
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        due = [(phase, found) for phase, found in running_objectives(context) if self._is_due(phase)]
        objectives = [found for _, found in due if found.key_results]
        entries = checkins_of(item, objectives)
        if not objectives or dated(entries, context.today) or _are_elsewhere(item, objectives, entries):
            return
        undated = bool(entries)
        yield self.hit(
            (item.title or objectives[0].text).span,
            "undated" if undated else "none",
            certainty="low" if not undated and any(map(_is_tracked, _items(objectives))) else None,
            days=min(phase.days for phase, _ in due),
        )

    def _is_due(self, phase: Phase) -> bool:
        return phase.days >= self.options.grace_days


def _items(objectives: list[Objective]) -> Iterator[Item]:
    for objective in objectives:
        yield objective
        yield from objective.key_results


def _is_tracked(item: Item) -> bool:
    """Tell whether an item says how it stands, though not of which day that is."""
    current = item.metric.current if isinstance(item, KeyResult) and item.metric else None
    return bool(current or item.score or item.status or item.field("progress"))


def _are_elsewhere(document: Document, objectives: list[Objective], entries: list[CheckIn]) -> bool:
    """Tell whether the document says that check-ins are kept in another place."""
    fields = [*document.fields, *(field for each in _items(objectives) for field in each.fields)]
    return any(field.name == "external_checkins" for field in fields) or any(
        entry.note is not None and "://" in entry.note.value for entry in entries
    )
