"""What an item said through time: its target, baseline, deadline, weight and words."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import cache, lru_cache
from re import Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.plugins import (
    ItemSummary,
    ProjectContext,
    Span,
    Version,
    amounts,
    better_when,
    change,
    direction,
    in_one_unit,
    metric_amount,
    metric_name,
    terms,
    without_figures,
)
from okrlint_rules.lifecycle.marks import begins_with_mark, is_unwritten, without_marks
from okrlint_rules.lifecycle.moments import day_of
from okrlint_rules.structure.moving import without_moving

Field = Literal["target", "baseline", "deadline", "weight", "words"]


class Value(NamedTuple):
    """What an item says in one respect.

    Attributes:
        key: equal for two values that are the same, however they are written.
        raw: as written.
        span: where that stands.
        number: of a target, a baseline or a weight; None for all else.
        unit: of that number.
    """

    key: Hashable
    raw: str
    span: Span
    number: float | None = None
    unit: str | None = None


class Setting(NamedTuple):
    """A value that an item had from a version on.

    Attributes:
        value: None where it said nothing.
        at: the number of the version.
        day: of that version.
    """

    value: Value | None
    at: int
    day: date


def settings(
    versions: Sequence[Version], first: int, read: Callable[[ItemSummary], Value | None], context: ProjectContext
) -> list[Setting]:
    """Return the values that an item had, one after the other, each of which stood for some days.

    A value that is replaced within `SLIP` days was a slip of the pen, or one step of a change in several.

    Args:
        versions: of the item.
        first: the number of the first one that counts.
        read: returns what a version says.
        context: knows what day is today.
    """
    found: list[Setting] = []
    for at in range(first, len(versions)):
        day = day_of(versions[at].commit, context)
        if day is None:
            continue
        value = read(versions[at].item)
        if found and _same(found[-1].value, value):
            continue
        while len(found) > 1 and (day - found[-1].day).days <= SLIP:
            found.pop()
        if len(found) == 1 and (day - found[0].day).days <= SLIP:
            found[0] = Setting(value, at, found[0].day)
        elif not found or not _same(found[-1].value, value):
            found.append(Setting(value, at, day))
    return found


SLIP = 2
"""Days within which what was written is corrected, and not changed; a choice of ours."""


def _same(one: Value | None, other: Value | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.number is None or other.number is None:
        return one.key == other.key
    units = {one.unit, other.unit}
    if units == {None, "%"}:  # 0.7 is 70%, and so is 70
        return abs(_share(one.number, one.unit) - _share(other.number, other.unit)) <= _ROUNDING
    numbers = _in_one_unit(one, other)
    if numbers is None:  # a unit that is told in one of them alone changes nothing
        return one.number == other.number and None in units
    return abs(numbers[0] - numbers[1]) <= _ROUNDING * max(abs(numbers[0]), abs(numbers[1]))


def _share(number: float, unit: str | None) -> float:
    return number / 100 if unit or number > 1 else number


_ROUNDING = 1e-6


def _in_one_unit(one: Value, other: Value) -> tuple[float, float] | None:
    return in_one_unit(_Number(one.number, one.unit), _Number(other.number, other.unit))


class _Number(NamedTuple):
    value: float | None
    unit: str | None


def target_of(item: ItemSummary) -> Value | None:
    """Return what an item wants to reach: beside the statement, or in it."""
    figure = item.target
    if figure is not None and not (is_within(item, figure.span) and is_unwritten(item.text)):
        if figure.value is None:
            return Value(figure.raw.strip().lower(), figure.raw, figure.span)
        return Value(figure.value, figure.raw, figure.span, figure.value, figure.unit)
    found = _in_text(item.text)[1]
    return None if found is None else found._replace(span=item.span)


def baseline_of(item: ItemSummary) -> Value | None:
    """Return where an item starts: beside the statement, or in it."""
    figure = item.baseline
    if figure is not None and figure.value is not None:
        return Value(figure.value, figure.raw, figure.span, figure.value, figure.unit)
    found = _in_text(item.text)[0]
    return None if found is None else found._replace(span=item.span)


@lru_cache(maxsize=1024)  # each is asked for its baseline and for its target
def _in_text(text: str) -> tuple[Value | None, Value | None]:
    """Return the baseline and the target of a statement; of one with several numbers and no change neither."""
    pair = None if is_unwritten(text) else change(text)
    baseline = target = None
    if pair is not None:
        baseline, target = pair.baseline, pair.target
    elif not is_unwritten(text):
        found = amounts(text)
        target = found[0] if len(found) == 1 else metric_amount(text) if len(found) == 2 else None
    values: list[Value | None] = []
    for amount in (baseline, target):
        if amount is None or amount.value is None:
            values.append(None)
        else:
            raw = text[amount.start : amount.end]
            values.append(Value(amount.value, raw, Span(0, 0), amount.value, amount.unit))
    return values[0], values[1]


def deadline_of(item: ItemSummary) -> Value | None:
    """Return the day by which an item is to be reached."""
    due = item.deadline
    return Value(due.value, due.raw, due.span) if due is not None and due.value is not None else None


def weight_of(item: ItemSummary) -> Value | None:
    """Return an item's share of effort."""
    weight = item.weight
    if weight is None or weight.value is None:
        return None
    return Value(weight.value, weight.raw, weight.span, weight.value, None)


def words_of(item: ItemSummary) -> Value:
    """Return what an item says beside its figures; verbs that move a figure make no difference."""
    text = without_moving(without_figures(without_marks(item.text)))
    return Value(terms(_blank().sub(" ", text)) - _joining(), item.text, item.span)


@cache
def _blank() -> Pattern[str]:
    """Match what stands where a figure is still to come."""
    return compile_pattern(r"\b(?:tbd|tbc|todo|xx+|n/a)\b|\?\?+|待定|待补|待補|待填")


@cache
def _joining() -> frozenset[str]:
    return terms("that which who whose where when whom what it its from to")


def is_within(item: ItemSummary, span: Span) -> bool:
    """Tell whether a value stands in the statement of an item."""
    return item.span.start <= span.start and span.end <= item.span.end


def is_remark(before: str, after: str) -> bool:
    """Tell whether a statement was left as it is, and a remark written or taken away behind it: its result, a mark."""
    one, other = sorted((" ".join(text.split()).lower().rstrip(" .。") for text in (before, after)), key=len)
    rest = other.removeprefix(one)
    if not one or not other.startswith(one) or _more_of_number().match(rest):
        return False
    rest = rest.lstrip()
    return not rest[:1].isalnum() or begins_with_mark(rest) or _result().match(rest) is not None


@cache
def _more_of_number() -> Pattern[str]:
    return compile_pattern(r"[-–~～.,/:]\d|\s?[%％‰]")


@cache
def _result() -> Pattern[str]:
    return compile_pattern(r"完成|进度|進度|进展|進展|当前|當前|目前|实际|實際|(?:now|currently|actual|so far)\b")


def is_in_another_language(one: str, other: str) -> bool:
    """Tell whether one statement is Chinese and the other one is not: it was translated."""
    return _is_chinese(one) != _is_chinese(other)


def _is_chinese(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return 3 * sum("\u3400" <= char <= "\u9fff" for char in letters) > len(letters)


def is_easier(item: ItemSummary, before: Value, after: Value) -> bool | None:
    """Tell whether a target is easier to reach than the one before it was; None where that cannot be told."""
    if before.number is None or after.number is None:
        return None
    numbers = _in_one_unit(before, after) or (before.number, after.number)
    is_down = _goes_down(item)
    if is_down is None:
        return None
    return numbers[1] > numbers[0] if is_down else numbers[1] < numbers[0]


def _goes_down(item: ItemSummary) -> bool | None:
    """Tell whether an item is to bring something down; None where nothing tells."""
    baseline, target = baseline_of(item), target_of(item)
    if baseline is not None and target is not None and baseline.number is not None and target.number is not None:
        numbers = _in_one_unit(baseline, target)
        if numbers is not None and numbers[0] != numbers[1]:
            return numbers[1] < numbers[0]
    found = amounts(item.text)
    start, end = (found[0].start, found[0].end) if found else (len(item.text), len(item.text))
    if found and found[0].comparator in ("<", "<="):
        return True
    if found and found[0].comparator in (">", ">="):
        return False
    better = better_when(f"{item.metric or ''} {metric_name(item.text, start)}".strip())
    if better is not None:
        return better == "lower"
    way = direction(item.text, start, end)
    if way is not None:
        return way.way == "down"
    return False if found else None
