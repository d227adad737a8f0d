"""AL009."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from okrlint.plugins import (
    Certainty,
    DocumentSummary,
    Examples,
    Hit,
    ItemSummary,
    Meta,
    Place,
    Project,
    ProjectContext,
    ProjectRule,
    Severity,
    Words,
    in_one_unit,
)
from okrlint_rules.alignment.moves import Move, Number, glance_at, going_of, move_of
from okrlint_rules.alignment.naming import name_of
from okrlint_rules.alignment.support import is_at_one_time, is_done, is_dropped
from okrlint_rules.quoting import quoted
from okrlint_rules.structure.glances import alike
from okrlint_rules.structure.kindred import Kin


class TargetsOppose(ProjectRule):
    """No two items pull one measure in opposite directions.

    What it checks: of two objectives or key results, of one document or of two, whose cycles have days in common, one
    does not raise what the other lowers, and none goes beyond a limit that the other sets. They speak of one measure
    only where they say the same of it, its scope too: the churn of new customers and that of old ones are two. So are
    measures that start from different values: each team has one of its own.

    Why: two teams that undo each other's work both look busy, and neither gets anywhere; nobody sees it in either
    document alone. The rule is our own.

    When to switch it off: where teams use the same words for measures of their own, and name no baselines.
    """

    manual_zh = """没有两条把同一指标往相反方向拉。

    检查什么：周期有重叠的两个目标或关键结果（在同一份或两份文档中），一个不能提高另一个要降低的指标，也不能越过另一个
    设定的上限或下限。只有对指标的说法完全相同（包括范围）才算同一指标：新客户流失率与老客户流失率是两个指标。起点不同的
    也是两个：各团队有自己的那一个。

    为什么：两个团队互相抵消，看上去都很忙，却都没有进展；单看任何一份文档都发现不了。本规则由我们自定。

    何时关闭：各团队用同样的词指自己的指标、又不写基线时。
    """

    meta = Meta(
        code="AL009",
        name="targets-oppose",
        summary=Words("No two items pull one measure in opposite directions.", "没有两条把同一指标往相反方向拉。"),
        severity=Severity.WARNING,
        certainty="medium",
        tier=2,
        sources=("OKRLINT",),
        since="0.1.0",
    )

    messages = {
        "opposed": Words(
            "“{text}” and “{other}” ({label}) move one measure in opposite directions, so each undoes the other; agree "
            "on one way, or say what each is about, as in “<measure> of <group>”",
            "“{text}”与“{other}”（{label}）把同一指标往相反方向推，互相抵消；请商定一个方向，或写明各自的范围，"
            "例如“<范围>的<指标>”",
        ),
        "limit": Words(
            "“{text}” and “{other}” ({label}) cannot both be reached, since one sets a limit that the other goes "
            "beyond; agree on one number, or say what each is about, as in “<measure> of <group>”",
            "“{text}”与“{other}”（{label}）不可能同时达成：一个设了界限，另一个要越过它；请商定一个数值，或写明各自的范围，"
            "例如“<范围>的<指标>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                ==> couriers.md
                # Courier team OKRs 2026-Q2

                ## O1: Give couriers a day that ends on time
                - KR1: Orders per courier fall from 24 to 18 a day

                ==> dispatch.md
                # Dispatch OKRs 2026-Q2

                ## O1: Make every route worth riding
                - KR1: ⟦Raise orders per courier from 24 to 30 a day⟧
                """,
                """
                # Market hall OKRs 2026-Q2

                ## O1: Let no stall ever run out of bread
                - KR1: Increase flour stock to 40 days

                ## O2: Free the cellar for music
                - KR1: ⟦Reduce flour stock to 10 days⟧
                """,
                """
                ==> finance.md
                # Finance OKRs 2026

                ## O1: Sleep well on what we spend
                - KR1: Keep cost per visit below 30 euros

                ==> guides.md
                # Guides OKRs 2026-Q3

                ## O1: Let guests walk with the best guides in town
                - KR1: ⟦Increase cost per visit from 22 to 45 euros⟧
                """,
            ),
            "zh": (
                """
                ==> 骑手.md
                # 骑手组 2026年Q2 OKR

                ## O1：让骑手准点下班
                - KR1：每位骑手日均订单由24单降到18单

                ==> 调度.md
                # 调度组 2026年Q2 OKR

                ## O1：让每一趟都值得跑
                - KR1：⟦每位骑手日均订单从24单提升到30单⟧
                """,
                """
                # 菜市场 2026年Q2 OKR

                ## O1：让摊位永不断货
                - KR1：提高库存

                ## O2：把地窖腾出来办音乐会
                - KR1：⟦降低库存⟧
                """,
                """
                ==> 导览.md
                # 導覽組 2026年Q3 OKR

                ## O1：讓客人跟著最好的導覽員走
                - KR1：單次接待成本由22元提升到45元

                ==> 财务.md
                # 財務部 2026年度OKR

                ## O1：花得安心
                - KR1：⟦單次接待成本控制在30元以內⟧
                """,
            ),
        },
        good={
            "en": (
                """
                # Club OKRs 2026-Q2

                ## O1: Be the club that people stay with
                - KR1: Churn of new members falls from 30% to 20%
                - KR2: Training sessions per trainer rise from 12 to 15

                ## O2: Let old members go in peace
                - KR1: Churn of old members rises from 2% to 5%
                - KR2: Sessions per trainer fall from 15 to 12
                """,
                """
                ==> north.md
                # North depot OKRs 2026-Q2

                ## O1: Fill the vans
                - KR1: Parcels per van rise from 60 to 90

                ==> south.md
                # South depot OKRs 2026-Q2

                ## O1: Let nobody lift too much
                - KR1: Parcels per van fall from 140 to 110

                ==> south-q3.md
                # South depot OKRs 2026-Q3

                ## O1: Let nobody lift too much
                - KR1: Parcels per van rise from 60 to 70
                """,
                """
                ==> finance.md
                # Finance OKRs 2026

                ## O1: Sleep well on what we spend
                - KR1: Keep cost per visit below 30 euros

                ==> guides.md
                # Guides OKRs 2026-Q3

                ## O1: Let guests walk with the best guides in town
                - KR1: Increase cost per visit from 22 to 28 euros
                - KR2: Raise ratings without raising cost per visit
                """,
            ),
            "zh": (
                """
                # 俱乐部 2026年Q2 OKR

                ## O1：成为让人留下来的俱乐部
                - KR1：新会员流失率由30%降到20%

                ## O2：让老会员好聚好散
                - KR1：老会员流失率由2%升到5%
                """,
                """
                ==> 北仓.md
                # 北仓 2026年Q2 OKR

                ## O1：让车装得满
                - KR1：每车件数由60件增加到90件

                ==> 南仓.md
                # 南仓 2026年Q2 OKR

                ## O1：不让任何人搬得太重
                - KR1：每车件数由140件减少到110件
                """,
                """
                ==> 导览.md
                # 導覽組 2026年Q3 OKR

                ## O1：讓客人跟著最好的導覽員走
                - KR1：單次接待成本由22元提升到28元

                ==> 财务.md
                # 財務部 2026年度OKR

                ## O1：花得安心
                - KR1：單次接待成本控制在30元以內
                """,
            ),
        },
    )

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        for entries in _by_measure(item).values():
            yield from self._among(entries, item)

    def _among(self, entries: "Sequence[_Entry]", project: Project) -> Iterator[Hit]:
        """Yield a finding for each item that opposes one before it."""
        before: dict[str, list[_Entry]] = {}
        for entry in sorted(entries, key=lambda each: each.place):
            others = (each for way in _AGAINST[entry.move.way] for each in before.get(way, ()))
            for other in others:
                found = _opposition(entry, other)
                if found:
                    yield from self._told(entry, other, project, *found)
                    break
            same = before.setdefault(entry.move.way, [])
            if len(same) < _MOST_COMPARED:
                same.append(entry)

    def _told(
        self, entry: "_Entry", other: "_Entry", project: Project, message: str, certainty: Certainty
    ) -> Iterator[Hit]:
        if not project.documents[entry.place.document].is_linted:
            entry, other = other, entry
        yield self.hit(
            entry.item.span,
            message,
            place=entry.place,
            certainty=certainty,
            text=quoted(entry.item.text),
            other=quoted(other.item.text),
            label=name_of(other.place, project, entry.place.document),
        )


_MOST_COMPARED = 8
"""Items that move one measure one way, with which each that moves it otherwise is compared."""

_AGAINST = {
    "up": ("down", "at most"),
    "down": ("up", "at least"),
    "at most": ("up", "at least"),
    "at least": ("down", "at most"),
}

_SAME = 0.02
"""By how much of itself the value that a measure has today may be told otherwise: rounding, another day."""


class _Entry(NamedTuple):
    """An item, and what it does to a measure."""

    item: ItemSummary
    place: Place
    move: Move


def _by_measure(project: Project) -> dict[frozenset[str], list[_Entry]]:
    """Return the items that move each measure, in order; those that no other item is like at a glance left out."""
    found: dict[frozenset[str], list[_Entry]] = {}
    for group in alike(project, Kin(project, may_pass_through=False).counts, _keys, in_one_document=True):
        for entry in _entries(group):
            found.setdefault(entry.move.measure, []).append(entry)
    return found


def _keys(document: DocumentSummary, signs: Sequence[int]) -> Iterator[int | None]:
    """Yield a number for what each item of a document is like; None for one that nobody pursues any more."""
    is_live = False
    for item, each in zip(document.items, signs, strict=True):
        is_out = is_dropped(item) or is_done(item)
        if item.kind == "objective":
            is_live = not is_out
        yield glance_at(item, each) if is_live and not is_out else None


def _entries(group: Sequence[tuple[Place, ItemSummary]]) -> Iterator[_Entry]:
    """Yield what items that are alike at a glance do to a measure; nothing where all of them go one way.

    What a measure is about takes longer to tell than which way it goes.
    """
    goings = [(place, item, going) for place, item in group if (going := going_of(item)) is not None]
    ways = {going.way for _, _, going in goings}
    if not any(way in ways for each in ways for way in _AGAINST[each]):
        return
    for place, item, going in goings:
        move = move_of(item, going)
        if move:
            yield _Entry(item, place, move)


def _opposition(entry: _Entry, other: _Entry) -> tuple[str, Certainty] | None:
    """Return the message of two items that oppose each other, and how sure it is; None where they do not."""
    if not _overlap(entry, other):
        return None
    ways = {entry.move.way: entry.move, other.move.way: other.move}
    if ways.keys() == {"up", "down"}:
        return _of_directions(ways["up"], ways["down"])
    upper = ways.get("at most")
    lower = ways.get("at least")
    above, below = (ways.get("up") or lower, upper) if upper else (lower, ways.get("down"))
    if above is None or below is None:
        return None
    numbers = _numbers(above.target, below.target)
    return ("limit", "medium") if numbers and numbers[0] > numbers[1] else None


def _of_directions(up: Move, down: Move) -> tuple[str, Certainty] | None:
    starts = _numbers(up.baseline, down.baseline)
    if starts is not None:
        is_same = abs(starts[0] - starts[1]) <= _SAME * max(abs(starts[0]), abs(starts[1]))
        return ("opposed", "high") if is_same else None
    targets = _numbers(up.target, down.target)
    if (up.target and down.target and targets is None) or (up.baseline and down.baseline):
        return None  # units that cannot be compared measure different things
    if targets is not None and targets[0] <= targets[1]:  # what shall rise to 5, and what shall fall to 8, are two
        return None
    return "opposed", "medium"


def _numbers(one: Number | None, other: Number | None) -> tuple[float, float] | None:
    return in_one_unit(one, other) if one is not None and other is not None else None


def _overlap(entry: _Entry, other: _Entry) -> bool:
    """Tell whether two items are pursued at one time; where no cycle is told, those of one document are."""
    one, another = entry.item.period, other.item.period
    if one is None or another is None:
        return one is another and entry.place.document == other.place.document
    return is_at_one_time(one, another)
