"""ST007."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.plugins import Context, Document, DocumentRule, Examples, Hit, Item, Meta, Objective, Severity, Words, fold
from okrlint_rules.siblings import sets_of_objectives


class NumberingBroken(DocumentRule):
    """Two things of one number cannot be told apart.

    What it checks: the numbers of the key results of an objective, and of the objectives of a set, follow one another:
    none stands there twice, none is left out. They may begin anywhere, go on from one objective to the next, and stand
    in any order. A number that is left out is less sure to be a mistake: an item may have been removed on purpose.

    Why: reports, alignments and talks name key results by their number ("O2 KR3"). The rule is our own; nothing is
    renumbered by a fix, since other documents may name the numbers.

    When to switch it off: where numbers are kept for good, and those of removed items stay free.
    """

    manual_zh = """两条用同一个编号，就分不清说的是哪一条。

    检查什么：一个目标下的关键结果、一组目标的编号依次相连：不重复，不跳号。可以从任意数字开始，可以跨目标连续编号，
    次序不限。跳号不一定是错误，也可能是有意删去了一条，因此把握较小。

    为什么：周报、对齐和讨论都用编号指称关键结果（“O2 KR3”）。本规则由我们自定；不提供自动重新编号，
    因为别的文档可能引用了这些编号。

    何时关闭：编号一经使用就不再变动、删去的编号保留空缺时。
    """

    meta = Meta(
        code="ST007",
        name="numbering-broken",
        summary=Words("Numbers of items are complete and different.", "条目编号连续且不重复。"),
        severity=Severity.INFO,
        tier=3,
        sources=("OKRLINT",),
        since="0.1.0",
    )

    messages = {
        "twice": Words(
            "“{label}” stands there twice (“{other}” before); give each its own number, so that reports can name it",
            "编号“{label}”重复（前面已有“{other}”）；请各用一个编号，以免周报里分不清",
        ),
        "gap": Words(
            "“{label}” follows “{other}”: {missing}; add what belongs there, or close the gap where nothing refers "
            "to the numbers",
            "“{other}”之后是“{label}”，缺少 {missing}；请补上缺的一条，若没有别处引用编号，也可以重新编号",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: churn falls from 4% to 2%
                - KR2: NPS from 31 to 45
                - KR2: ⟦900 qualified leads⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up
                - KR2: 40% of them order again
                - KR4: ⟦NPS from 31 to 45⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up

                ## O2: Make support feel human

                - KR1: CSAT from 78 to 86

                ## O2: ⟦Make paying feel instant⟧

                - KR1: 95% of payments confirmed within 2 s
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：流失率从4%降至2%
                - KR2：NPS由31升至45
                - KR2：⟦有效线索达到900条⟧
                """,
                """
                # 2026年Q2 OKR

                ## 目標一：拿下高校市場

                - 關鍵結果一：註冊學生達到900名
                - 關鍵結果二：復購率達到40%
                - 關鍵結果四：⟦NPS由31升至45⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名

                ## O2：让客服更有温度

                - KR1：满意度由78升至86

                ## O2：⟦让付款快得像没发生过⟧

                - KR1：95%的支付在2秒内确认
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up
                - KR2: 40% of them order again

                ## O2: Make support feel human

                - KR3: CSAT from 78 to 86
                - KR4: NPS from 31 to 45
                """,
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1.1: 900 students sign up
                - KR1.2: 40% of them order again

                ## O2: Make support feel human

                - KR2.1: CSAT from 78 to 86
                - KR2.2: NPS from 31 to 45
                """,
                """
                # OKRs 2026-Q2

                ## Ana

                ### O1: Win the campus market

                - 900 students sign up
                - 40% of them order again

                ## Ben

                ### O1: Make support feel human

                - KR2: CSAT from 78 to 86
                - KR1: NPS from 31 to 45
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名
                - KR2：复购率达到40%

                ## O2：让客服更有温度

                - KR3：满意度由78升至86
                - KR4：NPS由31升至45
                """,
                """
                # 2026年Q2 OKR

                ## 目標一：拿下高校市場

                - 關鍵結果一：註冊學生達到900名
                - 關鍵結果二：復購率達到40%

                ## 目標二：讓客服更有溫度

                - 關鍵結果一：滿意度由78升至86
                """,
                """
                # 2026年Q2 OKR

                ## 王芳

                ### O1：拿下高校市场

                - 注册学生达到900名
                - 复购率达到40%

                ## 李强

                ### O1：让客服更有温度

                - KR2：满意度由78升至86
                - KR1：NPS由31升至45
                """,
            ),
        },
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        for objective in item.objectives:
            numbers = _numbered(objective.key_results)
            if not _follow(numbers):
                yield from self._broken(numbers, objective)
        for objectives in sets_of_objectives(item):
            numbers = _numbered(objectives)
            if not _follow(numbers):
                yield from self._gap(numbers, None)
        for before, after in pairwise(_numbered(item.objectives)):
            if before.value == after.value > 1 and _stand_together(before.item, after.item):
                yield self._twice(before, after, None)

    def _broken(self, numbers: Sequence["_Number"], objective: Objective) -> Iterator[Hit]:
        yield from (self._twice(before, after, objective) for before, after in _repeated(numbers))
        yield from self._gap(numbers, objective)

    def _twice(self, before: "_Number", after: "_Number", objective: Objective | None) -> Hit:
        label, other = after.item.label, before.item.label
        return self.hit(
            after.item.text.span, "twice", about=objective or _objective(after.item), label=label, other=other
        )

    def _gap(self, numbers: Sequence["_Number"], objective: Objective | None) -> Iterator[Hit]:
        """Yield a finding where numbers are left out: of one kind of label, at the first place."""
        for kind in dict.fromkeys(number.kind for number in numbers):
            row = sorted((number for number in numbers if number.kind == kind), key=lambda number: number.value)
            gaps = [(one, other) for one, other in pairwise(row) if other.value - one.value > 1]
            if gaps:
                before, after = gaps[0]
                missing = range(before.value + 1, after.value)
                yield self.hit(
                    after.item.text.span,
                    "gap",
                    certainty="medium" if len(gaps) == 1 and len(missing) <= _SMALL else "low",
                    about=objective or _objective(after.item),
                    label=after.item.label,
                    other=before.item.label,
                    missing=_missing(missing),
                )


_SMALL = 2
"""Numbers left out that look like a slip; with more, or at several places, the numbers may mean something."""


class _Number(NamedTuple):
    """The number of an item.

    Attributes:
        kind: what stands before it in the label (KR, KR1., 目标): only numbers of one kind are in a row.
    """

    item: Item
    kind: str
    value: int


def _follow(numbers: Sequence[_Number]) -> bool:
    """Tell whether each number is the next one, as it mostly is."""
    return all(one.value + 1 == other.value and one.kind == other.kind for one, other in pairwise(numbers))


def _numbered(items: Iterable[Item]) -> list[_Number]:
    """Return the items that have a number, with it."""
    found = []
    for item in items:
        number = _number(item.label) if item.label else None
        if number:
            found.append(_Number(item, *number))
    return found


@lru_cache(maxsize=256)  # the same labels stand in every document
def _number(label: str) -> tuple[str, int] | None:
    """Return what stands before the number in a label, and the number."""
    match = _at_end().search(fold(label).lower())
    if match is None:
        return None
    value = int(match["digits"]) if match["digits"] else _in_chinese(match["chinese"])
    return match.string[: match.start()].strip(), value


@cache
def _at_end() -> Pattern[str]:
    return compile_pattern(r"(?:(?P<digits>\d{1,4})|(?P<chinese>[一二三四五六七八九十]{1,3}))$", ASCII)


def _in_chinese(numeral: str) -> int:
    """Return a number below a hundred that is written in Chinese: 三, 十二, 二十."""
    tens, ten, units = numeral.rpartition("十")
    return (("一二三四五六七八九".find(tens) + 1 or 1) * 10 if ten else 0) + "一二三四五六七八九".find(units or "?") + 1


def _repeated(numbers: Sequence[_Number]) -> Iterator[tuple[_Number, _Number]]:
    """Yield each number that stands there a second time, and where it stood before.

    Where numbers begin anew behind others, two lists were taken for one: that is no repetition.
    """
    seen: dict[tuple[str, int], _Number] = {}
    before: _Number | None = None
    for number in numbers:
        key = (number.kind, number.value)
        if key in seen and before and number.value == numbers[0].value != before.value:
            seen.clear()
        if key in seen:
            yield seen[key], number
        seen[key] = before = number


def _stand_together(one: Item, other: Item) -> bool:
    """Tell whether two objectives are of one cycle, one team and one person."""
    return _surroundings(one) == _surroundings(other)


def _surroundings(item: Item) -> tuple[str | None, ...]:
    objective = _objective(item)
    team, cycle = (objective.team, objective.cycle) if objective else (None, None)
    owners = (owner.value for owner in item.owners_inherited)
    return (team.value if team else None, cycle.value if cycle else None, *owners)


def _objective(item: Item) -> Objective | None:
    return item if isinstance(item, Objective) else None


def _missing(numbers: range) -> Words:
    if len(numbers) == 1:
        return Words(f"{numbers[0]} is missing", f"{numbers[0]}")
    return Words(f"{numbers[0]}–{numbers[-1]} are missing", f"{numbers[0]}–{numbers[-1]}")
