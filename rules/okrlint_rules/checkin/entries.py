"""Check-ins in order of their days, and what they say."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from okrlint.plugins import (
    CheckIn,
    Confidence,
    Context,
    Document,
    Item,
    KeyResult,
    Lexicon,
    Objective,
    ProjectContext,
    terms,
)

CHANGE = 1e-9
"""What two values may differ by and still be the same."""


def dated(entries: Iterable[CheckIn], until: date | None = None) -> list[tuple[date, CheckIn]]:
    """Return the entries that have a day, none of them after `until`, in order of their days."""
    found = [(entry.date, entry) for entry in entries if entry.date and (until is None or entry.date <= until)]
    return sorted(found, key=lambda pair: pair[0])


def checkins_of(document: Document, objectives: Iterable[Objective]) -> list[CheckIn]:
    """Return all that was said of these objectives: in the document, of them, and of their key results."""
    found = list(document.checkins)
    for objective in objectives:
        found += objective.checkins
        for key_result in objective.key_results:
            found += key_result.checkins
    return found


def confidences(item: Item) -> list[tuple[date, Confidence, CheckIn]]:
    """Return the confidence values of an item's check-ins, the last of each day, in order of their days."""
    if not item.checkins:
        return []
    by_day = {
        day: (day, entry.confidence, entry)
        for day, entry in dated(item.checkins)
        if entry.confidence and entry.confidence.value is not None
    }
    return list(by_day.values())


def latest_confidence(item: Item) -> Confidence | None:
    """Return the last confidence value of an item: that of its check-ins, or else its own."""
    series = confidences(item)
    if series:
        return series[-1][1]
    own = item.confidence
    return own if own and own.value is not None else None


def explains(day: date, item: Item, context: Context) -> bool:
    """Tell whether a check-in of that day says why something changed, or what is done about it.

    Numbers and the words of the key result itself explain nothing, nor does "as planned".
    """
    everywhere = (
        item.checkins,
        context.objective.checkins if context.objective else (),
        context.document.checkins[:_MOST],
    )
    return any(
        says_something(entry.note.value, item.text.value, context)
        for entries in everywhere
        for on, entry in dated(entries)
        if on == day and entry.note
    )


def says_something(note: str, statement: str, context: Context | ProjectContext) -> bool:
    """Tell whether a note has words beside numbers, those of the statement, and those that say nothing."""
    return bool(terms(without_empty_words(note, context)) - terms(statement) - _figures())


_MOST = 500
"""How many check-ins of the whole document are searched for an explanation."""


@cache
def _figures() -> frozenset[str]:
    return terms("confidence progress score status week value current 信心指数 信心 进度 得分 状态")


def without_empty_words(note: str, context: Context | ProjectContext) -> str:
    """Return the words of a note without those that say nothing ("on track", 正常推进)."""
    kept, start = [], 0
    for match in context.lexicon("empty_checkins").find(note):
        kept.append(note[start : match.start])
        start = match.end
    return " ".join([*kept, note[start:]])


def says_nothing(entry: CheckIn, context: Context) -> bool:
    """Tell whether a check-in has neither a value nor words that tell something."""
    if entry.confidence or entry.value or entry.progress is not None:
        return False
    if entry.note is None:
        return True
    if any(map(str.isdigit, entry.note.value)):
        return False
    return not any(map(str.isalnum, without_empty_words(entry.note.value, context)))


_ON_TRACK = "on track, on-track, ontrack, green, normal, healthy, 正常, 顺利, 绿, 绿灯, 绿色, 符合预期, 按计划"
_OFF_TRACK = (
    "not on track, off track, off-track, behind, late, delayed, blocked, overdue, risk, at-risk, red, amber, yellow"
    ", 风险, 延期, 滞后, 落后, 逾期, 阻塞, 受阻, 不正常, 不顺利, 红, 红灯, 黄, 黄灯"
)
"""How trackers and documents say in a status that all is well, or that it is not."""


@cache
def _claims() -> tuple[Lexicon, Lexicon]:
    return Lexicon("on track", _ON_TRACK.split(", ")), Lexicon("off track", _OFF_TRACK.split(", "))


_DONE = "done completed complete achieved finished closed reached 完成 达成 达标 结束 !未完成 !未达成 !未达标 !进行中"


@cache
def _done() -> Lexicon:
    return Lexicon("done", _DONE.split())


def is_done(item: Item) -> bool:
    """Tell whether an item's box is ticked, or its status says that it has been reached or is over."""
    return bool(item.done) or (item.status is not None and says_done(item.status.value))


def says_done(status: str) -> bool:
    """Tell whether a status says that an item has been reached or is over."""
    return _done().has(status)


def claims_on_track(item: KeyResult, confident: float) -> str | None:
    """Return the words by which a key result claims to be well on its way: its status, or else a high confidence."""
    if item.status is not None:
        good, bad = _claims()
        if bad.has(item.status.value):
            return None
        if good.has(item.status.value) or "🟢" in item.status.value:
            return item.status.value
    confidence = latest_confidence(item)
    if confidence and confidence.value is not None and confidence.value >= confident - CHANGE:
        return confidence.raw
    return None
