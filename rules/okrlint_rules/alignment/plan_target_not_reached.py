"""AL008."""

from collections.abc import Iterator, Sequence
from datetime import date

from okrlint.plugins import (
    Certainty,
    Examples,
    Hit,
    ItemSummary,
    Meta,
    Period,
    Place,
    Project,
    ProjectContext,
    ProjectRule,
    Severity,
    Words,
    dates,
    terms,
)
from okrlint_rules.alignment.contributions import Contributions, Part, Reason, Sum, covers
from okrlint_rules.alignment.counted import Counted
from okrlint_rules.alignment.naming import name_of
from okrlint_rules.alignment.support import is_done, is_dropped
from okrlint_rules.quoting import quoted


class PlanTargetNotReached(ProjectRule):
    """What supports a goal with a number adds up to that number.

    What it checks: a goal that says how many there shall be (100,000 downloads), and the key results that support it,
    or that belong to an objective that supports it, and count the same. Only what can be added is added: counts, sums
    of money in one currency, weights; no shares, rates, averages and grades. Each item counts once, whatever ways lead
    from it to the goal, and a key result that is a part of another that counts is not counted beside it. An objective
    that does no more than repeat the goal's number counts by its key results. The finding names what was added, and
    what was not, and why.

    It speaks only where the number is missed by any reading. Of a key result that goes from 20 to 60 all 60 count; a
    goal that itself goes from 20 to 60 is missed where less than 40 is added and less than 60 is there at the end. A
    goal that tells how many there shall be in all, without saying how many there are, is not compared with those that
    are to come. Key results of several quarters count together for a goal of the year, and while there are quarters to
    come of which there are no documents yet, nothing is said. It needs the whole project.

    Why: it is the trainer's case: a plan of 100,000 downloads, and key results that name where 40,000 shall come from.
    Whether the rest is reached nobody has planned, and every team may reach its own without the plan being reached.

    When to switch it off: where the goals of a plan are wishes, and teams choose how much of them they take on.
    """

    manual_zh = """支撑一个带数字的目标的各条关键结果，加起来达到这个数字。

    检查什么：一个写明数量的目标（如 10 万下载量），以及支撑它的、或属于支撑它的目标的、统计同一事物的关键结果。只加
    能相加的：数量、同一币种的金额、重量等；占比、速率、平均数和评分不相加。无论有几条路径通向目标，每一条只算一次；
    已属于另一条所计数字的关键结果不再另算。只是重复上级数字的目标，按它的关键结果计算。提示会列出加了什么、没有加
    什么以及原因。

    只有按任何一种理解都达不到时才提示。由 20 升到 60 的关键结果按 60 全数计算；目标本身由 20 升到 60 时，新增不足 40
    且期末不足 60 才算达不到。目标写的是总数、又没有写现有多少时，不与“新增”的数字比较。几个季度的关键结果对年度目标
    合并计算；还有季度没有文档时不作提示。它需要看到整个项目。

    为什么：这是培训师的案例：计划是 10 万下载量，而关键结果只说明了其中 4 万从哪里来。其余的没有人计划，各团队可能
    都达成了自己的，计划却没有达成。

    何时关闭：计划里的目标只是愿景，由各团队自行决定承担多少时。
    """

    meta = Meta(
        code="AL008",
        name="plan-target-not-reached",
        summary=Words(
            "What supports a goal with a number adds up to that number.",
            "支撑一个带数字的目标的关键结果，加起来达到这个数字。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        tier=1,
        sources=("SEED",),
        since="0.1.0",
    )

    messages = {
        "short": Words(
            "“{text}” asks for {target}, and what supports it comes to {total} ({parts}): {missing} are not planned "
            "for{others}; add key results for the rest, as in “<number> more by <date>”, or lower the goal",
            "“{text}”要求 {target}，而支撑它的合计只有 {total}（{parts}），还有 {missing} 没有着落{others}；"
            "请为其余部分补上关键结果，例如“<日期>前从<来源>再获得<数量>”，或调低目标",
        ),
        "grow": Words(
            "“{text}” asks for {target} more, and what supports it adds {total} ({parts}): {missing} are not planned "
            "for{others}; add key results for the rest, as in “<number> more by <date>”, or lower the goal",
            "“{text}”要求再增加 {target}，而支撑它的合计只增加 {total}（{parts}），还有 {missing} 没有着落{others}；"
            "请为其余部分补上关键结果，例如“<日期>前从<来源>再获得<数量>”，或调低目标",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                ==> company-2026.md
                # Company plan 2026-Q1

                ## O1: ⟦Win 90,000 downloads of the tuner by the end of March⟧
                - KR1: Testers find nothing more

                ==> marketing.md
                # Marketing team OKRs 2026-Q1

                ## O1: Let every garage band hear of us
                - Supports: company-2026/O1
                - KR1: Open 12 channels with music schools
                - KR2: 35,000 downloads through school bands
                - KR3: A scheme of points thanks those who stay
                """,
                """
                ==> company-2026.md
                # Company OKRs 2026

                ## O1: Be the bakery of every village
                - KR1: ⟦Grow partner shops from 200 to 600⟧

                ==> north.md
                # North team OKRs 2026

                ## O1: Let the north wake up to our bread
                - KR1: Shops from 120 to 260 (supports: company O1-KR1)

                ==> south.md
                # South team OKRs 2026

                ## O1: Let the south wake up to our bread
                - KR1: Shops from 80 to 190 (supports: company O1-KR1)
                """,
                """
                ==> company-2026.md
                # Company plan 2026

                ## O1: ⟦1,000 certified advisers⟧
                - KR1: The course has all its parts

                ==> training.md
                # Training team OKRs 2026

                ## O1: Make advisers whom customers ask for by name
                - Supports: company-2026/O1
                - KR1: Train 400 certified advisers at our school
                - KR2: 9 of 10 customers would ask again

                ==> partners.md
                # Partner team OKRs 2026

                ## O1: Let partners teach what we teach
                - Supports: company-2026/O1
                - KR1: Partners train 250 certified advisers
                """,
            ),
            "zh": (
                """
                ==> 公司2026.md
                # 公司2026年Q1计划

                ## O1：⟦调音软件下载量达到10万⟧
                - KR1：测试不再发现问题

                ==> 市场部.md
                # 市场部 2026年Q1 OKR

                ## O1：让每支车库乐队都听说我们
                - 对齐：公司2026/O1
                - KR1：开通12个音乐学校渠道
                - KR2：校园乐队带来4万下载量
                - KR3：开发者社区带来3万次下载
                """,
                """
                ==> 公司2026.md
                # 公司2026年度计划

                ## O1：⟦培养1,000名认证顾问⟧
                - KR1：课程的各部分齐备

                ==> 培训部.md
                # 培训部 2026年度OKR

                ## O1：让客户点名要我们的顾问
                - 对齐：公司2026/O1
                - KR1：自办课程培养400名认证顾问
                - KR2：九成客户愿意再次邀请

                ==> 合作部.md
                # 合作部 2026年度OKR

                ## O1：让伙伴也能教我们的课
                - 对齐：公司2026/O1
                - KR1：伙伴培养250名认证顾问
                """,
                """
                ==> 公司2026.md
                # 公司2026年度OKR

                ## O1：成為每個村子的麵包房
                - KR1：⟦合作門店由200家增至600家⟧

                ==> 北區.md
                # 北區組 2026年度OKR

                ## O1：讓北區伴著麵包香醒來
                - KR1：門店由120家增至260家（支撐：公司O1-KR1）

                ==> 南區.md
                # 南區組 2026年度OKR

                ## O1：讓南區伴著麵包香醒來
                - KR1：門店由80家增至190家（支撐：公司O1-KR1）
                """,
            ),
        },
        good={
            "en": (
                """
                ==> company-2026.md
                # Company plan 2026-Q1

                ## O1: Win 90,000 downloads of the tuner by the end of March
                - KR1: Testers find nothing more

                ==> marketing.md
                # Marketing team OKRs 2026-Q1

                ## O1: Let every garage band hear of us
                - Supports: company-2026/O1
                - KR1: 35,000 downloads through school bands
                - KR2: 60,000 downloads through music shops
                """,
                """
                ==> company-2026.md
                # Company plan 2026

                ## O1: 90,000 downloads of the tuner
                - KR1: Testers find nothing more

                ==> marketing.md
                # Marketing team OKRs 2026-Q1

                ## O1: Let every garage band hear of us
                - Supports: company-2026/O1
                - KR1: 35,000 downloads through school bands
                """,
                """
                ==> company-2026.md
                # Company plan 2026

                ## O1: Reach 60,000 members
                - KR1: Every district has a club

                ## O2: Retention of 80%
                - KR1: Nobody leaves unheard

                ==> clubs.md
                # Clubs team OKRs 2026

                ## O1: Let newcomers feel at home
                - Supports: company-2026/O1
                - KR1: Win 9,000 new members

                ## O2: Let nobody leave unheard
                - Supports: company-2026/O2
                - KR1: Retention of clubs from 50% to 60%
                """,
            ),
            "zh": (
                """
                ==> 公司2026.md
                # 公司2026年Q1计划

                ## O1：调音软件下载量达到10万
                - KR1：测试不再发现问题

                ==> 市场部.md
                # 市场部 2026年Q1 OKR

                ## O1：让每支车库乐队都听说我们
                - 对齐：公司2026/O1
                - KR1：校园乐队带来4万下载量
                - KR2：琴行带来6万次下载
                """,
                """
                ==> 公司2026.md
                # 公司2026年度计划

                ## O1：下载量达到10万
                - KR1：测试不再发现问题

                ==> 市场部.md
                # 市场部 2026年Q1 OKR

                ## O1：让每支车库乐队都听说我们
                - 对齐：公司2026/O1
                - KR1：校园乐队带来4万下载量
                """,
                """
                ==> 公司2026.md
                # 公司2026年度計畫

                ## O1：會員達到6萬
                - KR1：每個區都有社團

                ## O2：留存率達到80%
                - KR1：離開的人都被聽見

                ==> 社團組.md
                # 社團組 2026年度OKR

                ## O1：讓新人有歸屬感
                - 對齊：公司2026/O1
                - KR1：新增會員9,000人

                ## O2：讓離開的人都被聽見
                - 對齊：公司2026/O2
                - KR1：社團留存率由50%升至60%
                """,
            ),
        },
    )

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        if not item.is_whole:
            return
        known = Contributions(item)
        periods = {
            document.period for document in item.documents if document.period is not None and not document.is_plan
        }
        for place in known.goals():
            goal = item.item(place)
            if goal is None or is_dropped(goal) or is_done(goal):
                continue
            for number in known.counted(place):
                if number.adds:
                    yield from self._of(place, goal, number, known, periods, item, context)

    def _of(
        self,
        place: Place,
        goal: ItemSummary,
        number: Counted,
        known: Contributions,
        periods: set[Period],
        project: Project,
        context: ProjectContext,
    ) -> Iterator[Hit]:
        end = _due(goal)
        added = known.sum_of(place, number, end)
        missing = _missing(goal, number, added)
        if missing is None or not _may_tell(number, added, project):
            return
        if _has_more_to_come(goal, added, end, periods, project, context.today):
            return
        start = _baseline(goal, number)
        target = number.value - start
        yield self.hit(
            goal.span,
            "grow" if start else "short",
            place=place,
            certainty=_certainty(added),
            text=quoted(goal.text),
            target=_shown(target, number),
            total=_shown(target - missing, number),
            parts=_parts(added.parts, place, number, project, grows=bool(start)),
            missing=_shown(missing, number),
            others=_others(added.others, place, project),
        )


_MOST_LISTED = 5

_CLOSE = 1e-9
"""Relative difference below which two sums are the same."""


def _due(goal: ItemSummary) -> date | None:
    """Return the last day of a goal: that of its cycle, or one before that it names itself."""
    end = goal.period.end if goal.period else None
    named = [goal.deadline.value] if goal.deadline else []
    for found in dates(goal.text):
        if found.last:
            named.append(found.last)
        elif found.month_day and end and not found.problem:
            month, day = found.month_day
            named.append(date(end.year, month, min(day, 28) if month == 2 else day))
    ends = [each for each in named if each and (end is None or each <= end)]
    return min(ends) if ends else end


def _baseline(goal: ItemSummary, number: Counted) -> float:
    """Return how many there are before: 0 where that is not said."""
    if number.baseline is not None:
        return number.baseline
    return goal.baseline.value if goal.baseline and goal.baseline.value else 0.0


def _missing(goal: ItemSummary, number: Counted, added: Sum) -> float | None:
    """Return how much is missing; None where the goal may be reached, or that is not clear."""
    if not added.is_linked or not added.parts:
        return None
    start, total = _baseline(goal, number), sum(part.value for part in added.parts)
    if total >= number.value * (1 - _CLOSE):
        return None
    if start:
        gained = sum(part.value - (part.baseline or 0.0) for part in added.parts)
        needed = number.value - start
        return None if needed <= 0 or gained >= needed * (1 - _CLOSE) else needed - gained
    if number.is_level and any(part.number.is_new for part in added.parts):
        return None
    return number.value - total


def _may_tell(number: Counted, added: Sum, project: Project) -> bool:
    """Tell whether what is added is of the kind that the goal asks for: certified advisers, and no sales advisers."""
    if not number.qualities:
        return True
    for part in added.parts:
        item = project.item(part.place)
        objective = project.item(project.objective(part.place))
        words = terms(" ".join(each.text for each in (item, objective) if each)) | part.number.qualities
        if not part.number.qualities or any(_is_said(quality, words) for quality in number.qualities):
            return True
    return False


def _is_said(quality: str, words: frozenset[str]) -> bool:
    if quality in words or not quality.isascii():
        return quality in words
    stem = quality[:_STEM]
    return len(stem) == _STEM and any(word.startswith(stem) for word in words)


_STEM = 5
"""Letters by which two forms of an English word are the same: certify, certified."""


def _has_more_to_come(
    goal: ItemSummary, added: Sum, end: date | None, periods: set[Period], project: Project, today: date | None
) -> bool:
    """Tell whether there are days before a goal is due of which there are no documents yet."""
    if end is None or (today is not None and end < today):
        return False
    ends = [item.period.end for part in added.parts if (item := project.item(part.place)) and item.period]
    is_short = any(each is not None and each < end for each in ends)
    return is_short and not covers(periods, goal.period, end)


def _certainty(added: Sum) -> Certainty:
    """Return how sure it is that something is missing: what cannot be added may be the rest."""
    reasons = {reason for _, reason in added.others}
    if not reasons.isdisjoint(("rate", "other unit")):
        return "low"
    return "high" if added.is_direct and reasons <= {"part", "other cycle"} else "medium"


def _shown(value: float, number: Counted) -> str:
    figure = f"{value:,.0f}" if abs(value - round(value)) < _CLOSE * max(1.0, abs(value)) else f"{value:,.2f}"
    if not number.unit:
        return figure
    return f"{number.unit}{figure}" if number.unit in ("$", "€", "£", "¥", "₹") else f"{figure} {number.unit}"


def _parts(parts: Sequence[Part], place: Place, number: Counted, project: Project, *, grows: bool) -> Words:
    shown = []
    for part in parts[:_MOST_LISTED]:
        value = part.value - (part.baseline or 0.0) if grows else part.value
        shown.append((name_of(part.place, project, place.document), _shown(value, number)))
    more = ["…"] if len(parts) > _MOST_LISTED else []
    return Words(
        ", ".join([*(f"{name}: {value}" for name, value in shown), *more]),
        "、".join([*(f"{name}：{value}" for name, value in shown), *more]),
    )


_REASONS: dict[Reason, Words] = {
    "no number": Words("has no number", "没有数字"),
    "other thing": Words("counts something else", "统计的是别的事物"),
    "other unit": Words("is in another unit", "单位不同"),
    "rate": Words("is a share or a rate", "是占比或速率"),
    "other cycle": Words("is of another time", "不在同一时期"),
    "part": Words("is a part of what is counted", "已包含在所计的数字里"),
}


def _others(others: Sequence[tuple[Place, Reason]], place: Place, project: Project) -> Words:
    """Return what was not added, and why, as the end of a clause; "" for nothing."""
    if not others:
        return Words("", "")
    shown = [(name_of(each, project, place.document), _REASONS[reason]) for each, reason in others[:_MOST_LISTED]]
    more = ["…"] if len(others) > _MOST_LISTED else []
    english = ", ".join([*(f"{name} {why.en}" for name, why in shown), *more])
    chinese = "、".join([*(f"{name} {why.zh}" for name, why in shown), *more])
    return Words(f" (not added: {english})", f"（未计入：{chinese}）")
