"""TM006."""

from collections.abc import Iterator
from typing import Literal

from okrlint.plugins import (
    Context,
    Cycle,
    Document,
    DocumentRule,
    Examples,
    Hit,
    Meta,
    Objective,
    RuleOptions,
    Severity,
    Words,
)
from okrlint_rules.ownership.placeholders import is_placeholder
from okrlint_rules.time.cycles import days_of

CycleLength = Literal["week", "month", "two-month", "quarter", "trimester", "half", "year", "other"]

_LENGTHS: dict[int, CycleLength] = {1: "month", 2: "two-month", 3: "quarter", 4: "trimester", 6: "half", 12: "year"}
"""Names of cycles by their months."""

_NAMES: dict[CycleLength, Words] = {
    "week": Words("week", "周"),
    "month": Words("month", "月"),
    "two-month": Words("two months", "双月"),
    "quarter": Words("quarter", "季度"),
    "trimester": Words("four months", "四个月"),
    "half": Words("half-year", "半年"),
    "year": Words("year", "年"),
    "other": Words("another length", "其他长度"),
}


class CycleMissing(DocumentRule):
    """Without a period nobody knows when OKRs are graded.

    What it checks: a document says which period it covers: in a field, in its title or a heading, in its name or a
    folder, or in each section. The date of a last update is none. With `allowed`, the period is also of a length that
    the company works with.

    Why: an OKR is an agreement for a time: re:Work sets them quarterly and yearly, Wodtke for a quarter, and in Feishu
    the cycle is the container that objectives stand in.

    When to switch it off: in a collection of examples, or where the tool that the file is exported to knows the cycle.
    """

    manual_zh = """没有周期，就不知道什么时候评分。

    检查什么：文档写明它属于哪个周期：字段、标题、小标题、文件名或文件夹均可，也可以分节写明。
    “最近更新”的日期不算。设置 `allowed` 后，还检查周期的长度是否为公司所用。

    为什么：OKR 是一段时间内的约定：谷歌 re:Work 按季度和年度制定，沃特克按季度；在飞书里，目标就放在周期之中。

    何时关闭：文件只是范例集，或者导入的工具已经记录了周期时。
    """

    meta = Meta(
        code="TM006",
        name="cycle-missing",
        summary=Words("A document says which period it covers.", "文档写明所属的周期。"),
        severity=Severity.ERROR,
        sources=("WOD", "G-RW", "FS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which periods will do."""

        allowed: tuple[CycleLength, ...] = ()
        about = {
            "allowed": Words(
                "The lengths that a cycle may have; empty means any. Wodtke works in quarters, Google in quarters and "
                "years, Feishu in months, two months, quarters and years.",
                "允许的周期长度；空表示不限。沃特克用季度，谷歌用季度和年度，飞书用月、双月、季度和年。",
            )
        }

    options: Options

    messages = {
        "missing": Words(
            "the document does not say which period it covers, so nobody knows when it is graded; name it in the title "
            "or in a field, as in “cycle: <year>-Q<1–4>”",
            "文档没有写明所属周期，不知道何时评分；请写在标题或字段里，例如“周期：<年份>年Q<1–4>”",
        ),
        "length": Words(
            "the cycle “{cycle}” has a length that is not allowed here ({length}); allowed: {allowed}",
            "周期“{cycle}”的长度（{length}）不在允许之列；允许：{allowed}",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # ⟦Team OKRs⟧

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%
                """,
                """
                # ⟦Support OKRs (updated April 2026)⟧

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
                """
                ## O1: ⟦Make support feel human⟧

                - KR1: CSAT from 78 to 86
                """,
            ),
            "zh": (
                """
                # ⟦团队OKR⟧

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%
                """,
                """
                # ⟦客服OKR（4月更新）⟧

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                """,
                """
                ## O1：⟦让客服更有温度⟧

                - KR1：满意度由78升至86
                """,
            ),
        },
        good={
            "en": (
                """
                # Team OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%
                """,
                """
                # Team OKRs

                Period: spring 2026

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%
                """,
                """
                # Team OKRs

                ## Q1 2026

                ### O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%

                ## Q2 2026

                ### O1: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
            ),
            "zh": (
                """
                # 增长团队OKR（2026年3-4月）

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%
                """,
                """
                # 增長團隊OKR

                週期：2026年上半年

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86
                """,
                """
                # 团队OKR

                ## 2026年第一季度

                ### O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%

                ## 2026年第二季度

                ### O1：让客服更有温度

                - KR1：满意度由78升至86
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        # Support OKRs ⟦2026-H1⟧

                        ## O1: Make support feel human

                        - KR1: CSAT from 78 to 86
                        """,
                    ),
                    "zh": (
                        """
                        # 客服 ⟦2026年上半年⟧ OKR

                        ## O1：让客服更有温度

                        - KR1：满意度由78升至86
                        """,
                    ),
                },
                good={},
                options={"allowed": ("quarter",)},
            ),
        ),
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        if not item.objectives:
            return
        if not any(_is_named(cycle, context) for cycle in (item.cycle, *(each.cycle for each in item.objectives))):
            title = item.title or item.objectives[0].text
            yield self.hit(title.span, "missing")
        elif self.options.allowed:
            yield from self._of_other_length(item)

    def _of_other_length(self, document: Document) -> Iterator[Hit]:
        """Yield a finding for each cycle, at its first place, whose length is known and not allowed."""
        places: list[tuple[Cycle | None, Objective | None]] = [(document.cycle, None)]
        places += [(each.cycle, each) for each in document.objectives]
        told: set[str] = set()
        for cycle, objective in places:
            length = _length(cycle)
            if cycle is None or length is None or length in self.options.allowed or cycle.value in told:
                continue
            told.add(cycle.value)
            names = [_NAMES[each] for each in self.options.allowed]
            yield self.hit(
                cycle.span,
                "length",
                about=objective,
                cycle=cycle.value,
                length=_NAMES[length],
                allowed=Words(", ".join(name.en for name in names), "、".join(name.zh for name in names)),
            )


def _is_named(cycle: Cycle | None, context: Context) -> bool:
    """Tell whether a cycle is given, be it in words of the company's own (Sprint 12); TBD is none."""
    return cycle is not None and not is_placeholder(cycle.value, context.lexicon("placeholder_owners"))


def _length(cycle: Cycle | None) -> CycleLength | None:
    """Return how long a cycle is; None where its days are not known, and its name does not tell."""
    days = days_of(cycle)
    if cycle is None or days is None:
        return _of_name(cycle.value) if cycle else None
    first, last = days
    if (last - first).days < 7:
        return "week"
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    # A year, or a quarter, of a company may begin within a month: it then touches one month more.
    return _LENGTHS.get(months if first.day == 1 else months - 1, "other")


def _of_name(name: str) -> CycleLength | None:
    """Return the length of a cycle that names no year: Q2, H1."""
    letter, number = name[:1], name[1:]
    if letter == "Q" and number.isdigit():
        return "quarter"
    return "half" if letter == "H" and number.isdigit() else None
