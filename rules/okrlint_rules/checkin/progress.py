"""How far a key result has come, from 0 to 1; more than 1 where its target is exceeded."""

from datetime import date
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.plugins import Amount, CheckIn, KeyResult, Metric, Quantity, amounts, fold_width, terms
from okrlint_rules.checkin.entries import dated


def progress_on(item: KeyResult, entry: CheckIn) -> float | None:
    """Return the progress that a check-in tells: its share, or else what its value is on the way to the target."""
    if entry.progress is not None:
        return entry.progress
    if entry.value is not None:
        return covered(item.metric, entry.value)
    if entry.note is None or item.metric is None or item.metric.baseline is None:
        return None
    found = measured(item.text.value, entry.note.value)
    return covered(item.metric, found) if found else None


def shown_on(item: KeyResult, day: date) -> frozenset[float | None]:
    """Return the values of the metric that the check-ins of a day tell, though they may be no share of the way."""
    entries = [entry for on, entry in dated(item.checkins) if on == day]
    noted = [measured(item.text.value, entry.note.value) for entry in entries if entry.note]
    return frozenset([each.value for each in (*(entry.value for entry in entries), *noted) if each])


def measured(statement: str, note: str) -> Amount | None:
    """Return the amount of a clause that says nothing but what the key result measures: `NPS 32`, 流失率3.8%."""
    known = terms(statement)
    for clause in _clause_end().split(note[:_HEAD]):
        found = amounts(clause)
        if len(found) == 1 and (words := terms(clause)) and words <= known:
            return found[0]
    return None


_HEAD = 200
"""How much of a note is searched for a measured value, in characters."""


@cache
def _clause_end() -> Pattern[str]:
    return compile_pattern(r"[,，;；。()（）\n]|\.\s|\s[-–—]\s")


def series(item: KeyResult, until: date | None = None) -> list[tuple[date, float, CheckIn]]:
    """Return the progress that an item's check-ins tell, the last of each day, in order of their days."""
    by_day = {
        day: (day, progress, entry)
        for day, entry in dated(item.checkins, until)
        if (progress := progress_on(item, entry)) is not None
    }
    return list(by_day.values())


def stated(item: KeyResult) -> float | None:
    """Return the progress that a key result states of itself: its field, or else its current value."""
    text = item.field("progress")
    share = share_in(text.value) if text else None
    return share if share is not None else covered(item.metric, item.metric.current if item.metric else None)


def may_tell_progress(item: KeyResult) -> bool:
    """Tell whether a key result has anything that `latest` looks at."""
    return bool(item.checkins or item.fields or (item.metric and item.metric.current))


def latest(item: KeyResult, today: date) -> tuple[date, float] | None:
    """Return the last progress that is known of a key result, and its day; a field counts as today's."""
    now = stated(item)
    if now is not None:
        return today, now
    told = series(item, today)
    return told[-1][:2] if told else None


def covered(metric: Metric | None, current: Quantity | Amount | None) -> float | None:
    """Return how much of the way from baseline to target is covered: (current − baseline) / (target − baseline).

    It holds for values that shall fall as for those that shall rise. Without a baseline it cannot be told, nor where
    baseline and target are the same (a value that shall stay), or the units differ.
    """
    if metric is None or metric.baseline is None or metric.target is None or current is None:
        return None
    start, end, now = metric.baseline.value, metric.target.value, current.value
    units = {quantity.unit for quantity in (metric.baseline, metric.target, current) if quantity.unit}
    if start is None or end is None or now is None or start == end or len(units) > 1:
        return None
    return (now - start) / (end - start)


@cache
def _share() -> Pattern[str]:
    return compile_pattern(
        r"\D{0,8}(?:(?P<percent>\d{1,3}(?:\.\d{1,2})?) ?%|(?P<of>\d{1,6}) ?/ ?(?P<whole>\d{1,6})(?![/\d])"
        r"|(?P<share>[01]\.\d{1,3}|0)(?![\d%/]))",
        ASCII,
    )


def share_in(words: str) -> float | None:
    """Return the share that words begin with: `40%`, `约75%`, `3/5`, `0.4`; None where they tell none."""
    match = _share().match(fold_width(words).strip())
    if match is None:
        return None
    if match["percent"]:
        return float(match["percent"]) / 100
    if match["of"]:
        return int(match["of"]) / int(match["whole"]) if int(match["whole"]) else None
    return float(match["share"])
