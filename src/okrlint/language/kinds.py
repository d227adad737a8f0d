"""What a statement is: a result, counted deliverables, work, or a change without a number.

One decision that several rules read: which words lead, what they claim, and whether a number measures it.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from okrlint.language import quantities
from okrlint.language.folding import fold, language_of
from okrlint.language.remembering import remembered
from okrlint.language.statements import Claim, Lead, VerbClass

if TYPE_CHECKING:  # at run time it would load pydantic, which reading words does not need
    from okrlint.model import KeyResult, KeyResultKind

__all__ = [
    "Lead", "VerbClass",
    "is_name", "is_stative_deliverable", "is_usual", "kind", "kind_of", "lead", "moves", "quantified",
]  # fmt: skip

_LATER = (",", ";", " and ", " that ", " which ", " so ", " resulting ", " leading ", " generating ", " used by ")
"""What a clause begins with that tells the effect of what stands before it."""

_MEASURES = frozenset(
    ("percent", "points", "money", "duration", "rank", "multiple", "fraction", "zero", "rate", "score")
)
"""Kinds of amounts that measure something whatever the words around them."""

_SHORT = frozenset(("ms", "s", "min", "h"))
"""Units of time in which nobody sets a due date; a clock's (1:55) has no name."""


@remembered()
def lead(text: str) -> Lead | None:
    """Return the first content word of a statement and its class as a verb, or None where it has no words.

    Labels, dates, owners, adverbs, auxiliaries and opening phrases (通过…，, "By March, …") are passed over.
    Whether a word that can be both is verb or noun is decided by what follows it.
    """
    return _reader(text).leading(fold(text))


def kind(key_result: KeyResult) -> KeyResultKind:
    """Return what a key result states, by its words and what is attached to it; see `KeyResultKind`."""
    return kind_of(key_result.text.value, quantified=quantified(key_result))


def quantified(key_result: KeyResult) -> bool:
    """Return whether two strangers could grade a key result from a number in it, or in what is attached to it.

    A key result is a record, not a line: the number often stands in a target field or under 衡量标准.
    """
    metric, text = key_result.metric, key_result.text.value
    target = metric.target if metric is not None else None
    if target is not None and (target.value is not None or _may_be_number(target.raw)):
        return True
    if quantities.is_quantified(text) or _names_level(text):
        return True
    measures = key_result.measures
    return bool(measures) and any(quantities.is_quantified(measure.value) for measure in measures)


def _may_be_number(words: str) -> bool:
    """Tell whether a target that is not read as one number may still be some, or keeps the place of one: 10-20, [TBD].

    "Live for all agents" is none, nor is "Q2W4": nobody could grade it by a number.
    """
    if any(map(str.isdigit, words)):
        if not any(map(str.isalpha, words)):
            return not _is_day(words)
        if any(char.isdigit() and not char.isascii() for char in fold(words)):
            return True  # figures of a script that is not read
    bare = words.strip(" _*`").lower()
    return bare[:1] in _OPENING_BLANKS or bare.startswith(_BLANKS) or bare in _ALL or quantities.is_quantified(words)


_OPENING_BLANKS = ("", *"[<{(【（?…-–—")
_ALL = ("all", "全部", "所有")
_BLANKS = ("tbd", "tbc", "tba", "n/a", "to be", "set after", "待定", "待补", "待补充", "未定")


def _is_day(words: str) -> bool:
    """Tell whether what a target field says is when, and not how much: 3/31, 6月底前."""
    from okrlint.language.dates import read_date  # most targets are numbers

    if len(words) > _LONGEST_DAY or not any(char.isdigit() or char in "月季年" for char in words):
        return False
    day = read_date(words)
    return day is not None and not words[: day.start].strip() and not words[day.end :].strip(_BEHIND_DAY)


_LONGEST_DAY = 24
_BEHIND_DAY = " 前之以完成上线交付发布底。."


@remembered()  # several rules ask for one statement, and for its siblings
def kind_of(text: str, *, quantified: bool) -> KeyResultKind:
    """Return what a key result states.

    Args:
        text: the statement, without its fields.
        quantified: whether it can be graded by a number, in it or attached to it.
    """
    if not quantified:
        return _unquantified_kind(_claim(text))
    if quantities.change(text) or _names_level(text):
        return "outcome"
    claim = _claim(text)
    if claim in ("result", "hold", "usual") or _is_measured(text):
        return "outcome"
    if claim == "nothing":
        return "outcome" if any(amount.kind in _MEASURES for amount in quantities.amounts(text)) else "other"
    if any(amount.kind == "zero" or _is_service_level(amount, claim) for amount in quantities.amounts(text)):
        return "outcome"
    return "outcome" if _later_clause_measures(text) else "output"


@remembered()
def is_usual(text: str) -> bool:
    """Tell whether a statement only carries on with what is done anyway: "Maintain …", 处理日常工单."""
    first = lead(text)
    if first is None:
        return False
    # Of a verb that stands in front its class tells whether it may say so.
    goes_on = first.verb_class in (None, "usual") and _claim(text) == "usual"
    return (goes_on or _reader(text).is_routine(fold(text), first)) and not moves(text)


@remembered()
def moves(text: str) -> bool:
    """Tell whether a verb of growth or decline, or a comparative, stands in a statement: "… win back …", 更…."""
    return _reader(text).moves(fold(text))


def is_name(text: str) -> bool:
    """Tell whether a statement is a name and no sentence: no verb leads it, and nothing is said of a subject."""
    first = lead(text)
    return first is not None and _reader(text).is_name(fold(text), first)


def is_stative_deliverable(text: str) -> bool:
    """Tell whether a statement names a thing that shall exist or be done: "X is live", X上线, "Docs website"."""
    first = lead(text)
    return first is not None and first.verb_class is None and _claim(text) in ("state", "thing")


def _unquantified_kind(claim: Claim) -> KeyResultKind:
    if claim in ("work", "state", "thing", "usual"):
        return "activity"
    return "other" if claim == "nothing" else "unquantified"


class _Reader(Protocol):
    """What the two modules of statements have in common."""

    def leading(self, text: str) -> Lead | None: ...

    def claim(self, text: str, lead: Lead) -> Claim: ...

    def is_measured(self, text: str, lead: Lead) -> bool: ...

    def is_routine(self, text: str, lead: Lead) -> bool: ...

    def is_name(self, text: str, lead: Lead) -> bool: ...

    def moves(self, text: str) -> bool: ...

    def names_level(self, text: str, lead: Lead) -> bool: ...


def _reader(text: str) -> _Reader:
    return _chinese() if language_of(text) == "zh" else _english()


@cache
def _chinese() -> _Reader:
    from okrlint.language.statements import chinese  # English documents need no segmenter

    return chinese


@cache
def _english() -> _Reader:
    from okrlint.language.statements import english

    return english


@remembered()
def _claim(text: str) -> Claim:
    """Return what a statement says, numbers aside; apart from its lead, which more rules ask for."""
    first = lead(text)
    return "nothing" if first is None else _reader(text).claim(fold(text), first)


@remembered()
def _names_level(text: str) -> bool:
    """Tell whether a statement names a level in words: "Break even by May", 场场满座, "Every pupil can swim"."""
    first = lead(text)
    return first is not None and _reader(text).names_level(fold(text), first)


def _is_measured(text: str) -> bool:
    first = lead(text)
    return first is not None and _reader(text).is_measured(fold(text), first)


def _is_service_level(amount: quantities.Amount, claim: Claim) -> bool:
    """Tell whether an amount says how fast something is done time and again: "Orders shipped within 2 days".

    "Ship the beta within 20 days" sets a date instead; hours are too short for one.
    """
    is_limit = amount.kind == "duration" and amount.comparator in ("<", "<=")
    return is_limit and (claim == "state" or amount.unit is None or amount.unit in _SHORT)


def _later_clause_measures(text: str) -> bool:
    """Tell whether a later clause carries a number on an effect: "8 articles that bring 300 sign-ups"."""
    folded = fold(text)
    amounts = quantities.amounts(text)
    starts = sorted(at + len(mark) for mark in _LATER if (at := folded.find(mark)) >= 0)
    for begin, end in pairwise((*starts, len(text))):
        if any(begin <= amount.start < end for amount in amounts):
            clause = text[begin:]
            if _claim(clause) in ("result", "hold") or _is_measured(clause):
                return True
    return False
