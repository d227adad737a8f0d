"""CK003."""

from collections.abc import Iterator, Sequence

from okrlint.plugins import CheckIn, Context, Examples, Hit, Item, ItemRule, Meta, Severity, Words
from okrlint_rules.checkin.entries import dated, says_nothing
from okrlint_rules.checkin.phases import is_closed
from okrlint_rules.quoting import quoted


class CheckinWithoutContent(ItemRule):
    """A check-in such as "going fine" does not tell what changed.

    What it checks: a dated check-in has a value, a confidence, a progress, or words on what happened or stands in
    the way. Words that say nothing ("on track", "same as last week", 正常推进) do not count; the list is the
    lexicon `empty_checkins`. Of several entries of one day one is enough.

    Why: a check-in of Wodtke's has confidence, what was done, what comes next and what blocks it; Koan asks for a
    comment with each rating.

    When to switch it off: where a status is all that a team reports.
    """

    manual_zh = """“进展顺利”不算跟进：看不出有什么变化。

    检查什么：带日期的跟进记录写有数值、信心、进度，或写明发生了什么、有什么障碍。
    没有内容的话（“正常推进”“同上周”“on track”）不算，词表是 `empty_checkins`。同一天有多条时，有一条写明即可。

    为什么：沃特克的跟进包括信心、上周做了什么、下周做什么、有何障碍；Koan 要求每次评分都附上评语。

    何时关闭：团队只报告状态时。
    """

    meta = Meta(
        code="CK003",
        name="checkin-without-content",
        summary=Words("A check-in tells something.", "跟进记录有内容。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("WOD", "KOAN"),
        since="0.1.0",
    )

    messages = {
        "empty": Words(
            "“{note}” does not tell what changed; add a value, the confidence, or what stands in the way: “<value>, "
            "confidence <n>/10, <what changed>”",
            "“{note}”看不出有什么变化；请写明数值、信心或障碍：“<当前值>，信心 <n>/10，<有何变化>”",
        ),
        "blank": Words(
            "the check-in of {day} is blank; add a value, the confidence, or what stands in the way: “<value>, "
            "confidence "
            "<n>/10, <what changed>”",
            "{day} 的跟进是空的；请写明数值、信心或障碍：“<当前值>，信心 <n>/10，<有何变化>”",
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
                    - 2026-05-04: CSAT 79
                    - ⟦2026-05-11: on track⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - ⟦2026-05-18: Same as last week.⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86

                ## Check-ins

                - ⟦2026-05-18: all good, still on track⟧
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 5月4日：满意度79
                    - ⟦5月11日：正常推进⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 进展记录：
                    - ⟦5月18日：同上周。⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                  - 進展記錄：
                    - ⟦5月18日：進展順利，按計劃推進⟧
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-05-11: CSAT 80, confidence 6/10
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-05-18: blocked by the vendor contract
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                  - 2026-05-18: on track, confidence 7/10
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 5月11日：满意度80，信心6
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                  - 周会：
                    - 5月18日：受供应商合同阻塞
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                  - 周會：
                    - 5月18日：無法聯絡到三家門市
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        # OKRs 2026-Q2

                        ## O1: Make support feel human

                        - KR1: CSAT from 78 to 86
                          - Check-ins:
                            - ⟦2026-05-18:⟧
                        """,
                    ),
                    "zh": (
                        """
                        # 2026年Q2 OKR

                        ## O1：让客服更有温度

                        - KR1：满意度由78升至86
                          - 周会：
                            - ⟦5月18日：⟧
                        """,
                    ),
                },
                good={},
            ),
        ),
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        document = context.document
        of_document = document.checkins if item is next(iter(document.objectives), None) else ()
        if not (item.checkins or of_document) or is_closed(context):
            return
        yield from self._empty(item.checkins, context)
        yield from self._empty(of_document, context)

    def _empty(self, entries: Sequence[CheckIn], context: Context) -> Iterator[Hit]:
        """Yield a finding for each day of which no entry tells anything."""
        told = dated(entries)
        days = {day for day, entry in told if not says_nothing(entry, context)}
        for day, entry in told:
            if day in days:
                continue
            days.add(day)
            if entry.note:
                yield self.hit(entry.span, "empty", note=quoted(entry.note))
            else:
                yield self.hit(entry.span, "blank", day=day)
