"""Which measure an item moves, which way, and within which limit."""

from functools import cache
from re import ASCII, DOTALL, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple, Protocol

from okrlint.plugins import (
    Amount,
    ItemSummary,
    amounts,
    better_when,
    change,
    clauses,
    direction,
    fold,
    in_one_unit,
    metric_name,
    terms,
)
from okrlint_rules.structure.moving import signs_of, without_moving

Way = Literal["up", "down", "at most", "at least"]


class Number(Protocol):
    """A number with a unit."""

    @property
    def value(self) -> float | None:
        """The number, if there is one."""

    @property
    def unit(self) -> str | None:
        """Its normal name."""


class Move(NamedTuple):
    """What an item does to a measure.

    Attributes:
        measure: the terms of all that it says of the measure, its scope too.
        way: which way it goes, or within which limit it is kept.
        baseline: where it starts, if that is told; `target`, where it shall get, or the limit, likewise.
    """

    measure: frozenset[str]
    way: Way
    baseline: Number | None = None
    target: Number | None = None


class Going(NamedTuple):
    """Which way an item goes, before it is told with which measure.

    Attributes:
        text: the statement without what only says what for.
        way: as in `Move`; so are `baseline` and `target`.
        verb: where the verb stands that says so, if one does.
    """

    text: str
    way: Way
    baseline: Number | None
    target: Number | None
    verb: tuple[int, int] | None


def glance_at(item: ItemSummary, signs: int) -> int:
    """Return a number that items which move one measure have in common.

    Args:
        item: the item.
        signs: the number for the signs of its statement; see `Glances`.
    """
    text = _purpose().sub("", item.text)
    return signs if text == item.text and not item.metric else hash(signs_of(f"{text} {item.metric or ''}"))


def going_of(item: ItemSummary) -> Going | None:
    """Return which way an item goes; None where its words do not plainly tell one.

    A statement that says more than one thing, or says what shall not be done, tells nothing.
    """
    text = _purpose().sub("", item.text)
    if _negation().search(fold(text).lower()) or len(clauses(text)) != 1:
        return None
    found = _between(item, text) or _alone(text)
    return Going(text, *found) if found is not None else None


def move_of(item: ItemSummary, going: Going) -> Move | None:
    """Return what an item does to a measure; None where it names none."""
    text, way, baseline, target, verb = going
    said = f"{text[: verb[0]]} {text[verb[1] :]}" if verb else text
    measure = terms(_keeping().sub(" ", fold(without_moving(said)).lower()))
    if item.metric and not terms(item.metric) <= measure:
        measure |= terms(item.metric)
    return Move(measure, way, baseline, target) if measure else None


_Found = tuple[Way, Number | None, Number | None, tuple[int, int] | None]


def _between(item: ItemSummary, text: str) -> _Found | None:
    """Return what two numbers say: from one to the other, in the statement or beside it."""
    pair = change(text)
    baseline: Number | None
    target: Number | None
    if pair is not None:
        baseline, target, start = pair.baseline, pair.target, pair.start
        end = pair.end
    else:
        baseline, target = item.baseline, item.target
        start = end = len(text)
    if baseline is None or target is None or len(amounts(text)) > 2:
        return None
    numbers = in_one_unit(baseline, target)
    if numbers is None or numbers[0] == numbers[1]:
        return None
    verb = direction(text, start, end)
    way: Way = "up" if numbers[1] > numbers[0] else "down"
    if verb is not None and verb.way != way and not (verb.is_loose and _may_fall(text, pair and pair.target)):
        return None  # a slip, which another rule tells; improve response time from 9 to 4 is none
    return way, baseline, target, (verb.start, verb.end) if verb else None


def _alone(text: str) -> _Found | None:
    """Return what a verb says with one number, or without any, or a limit alone."""
    found = amounts(text)
    if len(found) > 1:
        return None
    amount = found[0] if found else None
    start, end = (amount.start, amount.end) if amount else (len(text.rstrip()), len(text.rstrip()))
    verb = direction(text, start, end)
    leading = _leading().match(fold(text)) if verb is None else None
    if verb is not None or leading is not None:
        way: Way = verb.way if verb is not None else "up" if leading and leading["up"] else "down"
        span = (verb.start, verb.end) if verb is not None else leading.span() if leading else (0, 0)
        if verb is not None and verb.is_loose and _may_fall(text, amount):
            return None
        target = None if amount is None or _is_difference(text, amount) else amount
        return way, None, target, span
    if amount is not None and amount.value is not None and amount.comparator:
        limit: Way | None = _LIMITS.get(amount.comparator)
        if limit and _keeping().search(fold(text).lower()):
            return limit, None, amount, None
    return None


def _may_fall(text: str, amount: Amount | None) -> bool:
    """Tell whether a verb such as 提升 may be said of what gets better by falling."""
    name = metric_name(text, amount.start if amount else len(text))
    return better_when(name) == "lower" or (amount is not None and amount.kind in ("duration", "rank"))


@cache
def _leading() -> Pattern[str]:
    """Match a Chinese verb that leads a statement without a number."""
    return compile_pattern(
        r"\s*(?:(?P<up>提高|提升|增加|扩大|扩充|增大|做大|加大)|(?P<down>降低|减少|压缩|削减|压低|缩减|砍掉))"
    )


_LIMITS: dict[str, Way] = {"<": "at most", "<=": "at most", ">": "at least", ">=": "at least"}


def _is_difference(text: str, amount: Amount) -> bool:
    """Tell whether a number is by how much a measure moves, not where to."""
    before = fold(text[: amount.start]).lower().rstrip()
    return amount.strength == "relative" or before.endswith((" by", *_BY))


_BY = ("了", "降低", "提高", "减少", "增加", "提升", "下降")
"""Behind which a number is by how much a measure moves: 提升5个百分点, where 提升到 would be where to."""


@cache
def _purpose() -> Pattern[str]:
    """Match what only says what for, or how."""
    return compile_pattern(
        r",?\s(?:so that|in order to|so as to|by [a-z]+ing|through|thanks to)\s.*$|[，,](?:以便?|从而|以此|使得?|让).*$"
        r"|^(?:通过|借助|依靠)[^，,]{1,30}[，,]",
        ASCII | IGNORECASE | DOTALL,
    )


@cache
def _negation() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:not|no|never|without|stop|avoid|prevent|instead|rather|unless|don't|except|or)\b"
        r"|不(?!超过|高于|低于|少于|大于|小于|足)|避免|防止|停止|而非|除非|无需|[或勿]",
        ASCII,
    )


@cache
def _keeping() -> Pattern[str]:
    """Match verbs by which a measure is kept within a limit, and words that name the limit."""
    return compile_pattern(
        r"\b(?:keep|hold|stay|remain|maintain|cap|limit)(?:s|ped|ping|ing)?\b"
        r"|\b(?:below|under|above|over|at most|at least|no more than|no less than|within)\b"
        r"|保持|维持|控制|限制|稳定|不超过|不高于|不低于|不少于|不大于|不小于|以内|之内|以下|以上|低于|高于",
        ASCII | IGNORECASE,
    )
