"""Stages of one measure: 准确率1月底达到90%，2月底达到92%; "90% by July, 93% by September". The last is the target."""

from functools import cache
from itertools import pairwise
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import fold, has_cjk
from okrlint.language.metric_names import clauses
from okrlint.language.quantities import Amount, amounts
from okrlint.language.remembering import remembered
from okrlint.language.time_units import time_units

__all__ = ["last_stage"]

_MOST = 12
"""Nobody sets more stages than a year has months."""


@remembered()
def last_stage(text: str) -> Amount | None:
    """Return the last amount of a statement whose amounts are what one measure shall be at one time after the other.

    Each stands in a clause of its own with a time; what else later clauses say, the first one says as well.
    None where any of this does not hold, as where each month has its own number to be made (7月上线10家，8月上线20家).
    """
    found = amounts(text)
    if not 1 < len(found) <= _MOST or not _goes_one_way(found):
        return None
    folded = fold(text)
    low = folded.lower()
    times = [(unit.start, unit.end) for unit in time_units(folded, month_first=has_cjk(folded)) if not unit.relative]
    if any(map(low.__contains__, _SIGNS_OF_PHASES)):
        times += [match.span() for match in _phase().finditer(low)]
    rests: list[str] = []
    for clause in clauses(text.replace("，", "；")):  # in 40，9月 no digits are set apart
        own = [amount for amount in found if clause.start <= amount.start < clause.end]
        when = [time for time in times if clause.start <= time[0] < clause.end]
        if not own and not rests:
            continue  # "By team:"
        if len(own) != 1 or len(when) != 1:
            return None
        rests.append(_rest(low, clause.start, clause.end, (when[0], (own[0].start, own[0].end))))
    if len(rests) != len(found) or not all(rest in rests[0] for rest in rests[1:]):
        return None
    is_made = found[0].kind in ("count", "money", "duration") and not _reached().search(low)
    return None if is_made else found[-1]


def _goes_one_way(found: tuple[Amount, ...]) -> bool:
    """Tell whether amounts are of one kind and unit, and each is more, or each is less, than the one before it."""
    first = found[0]
    values = [amount.value for amount in found if amount.value is not None]
    if len(values) < len(found) or any((one.kind, one.unit) != (first.kind, first.unit) for one in found):
        return False
    steps = {one < other for one, other in pairwise(values)}
    return len(steps) == 1 and all(one != other for one, other in pairwise(values))


def _rest(low: str, start: int, end: int, spans: tuple[tuple[int, int], ...]) -> str:
    """Return what a clause says beside its amount, its time and the words that join the two."""
    chars = list(low[start:end])
    for first, last in spans:
        for at in range(max(first, start), min(last, end)):
            chars[at - start] = " "
    return "".join(_joining().sub(" ", "".join(chars)).split())


_SIGNS_OF_PHASES = ("阶段", "期", "首月", "次月", "phase ", "month ", "stage ")


@cache
def _phase() -> Pattern[str]:
    return compile_pattern(
        r"第[一二三四五六1-6]阶段|(?<![一二三四五六七八九十])[一二三四五六]期(?=[达完:])|首月|次月"
        r"|\b(?:phase|month|stage) [1-6]\b",
        ASCII,
    )


@cache
def _joining() -> Pattern[str]:
    return compile_pattern(
        r"达到?|完成|实现|提[升高]|进一步|累计|增[长至加]|[升降]|不低于|不高于|到|至|为|[底末初前内中在由再则需要将]"
        r"|\b(?:by|and|in|at|the|end|of|to|until|reach(?:es)?|then|rises?|grows?|falls?|is)\b|[:：≥≤<>=~\s-]",
        ASCII,
    )


@cache
def _reached() -> Pattern[str]:
    return compile_pattern(r"达|增至|增长到|提升|降|累计|突破|\breach|\bgrow|\brise|\bfall|\bto\b", ASCII)
