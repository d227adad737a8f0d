"""Documents to their summaries, and summaries to bytes and back."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, partial
from sys import intern
from typing import Any, Literal
from zlib import compress, decompressobj
from zlib import error as ZlibError  # noqa: N812 - that is its name

from okrlint.model import (
    CheckIn,
    Cycle,
    Deadline,
    Document,
    Field,
    Item,
    KeyResult,
    Metric,
    Objective,
    Owner,
    Span,
    Text,
)
from okrlint.model.values import Rating
from okrlint.project.summaries import (
    DocumentSummary,
    Due,
    Entry,
    Figure,
    ItemSummary,
    Period,
    Phrase,
    Reference,
)

LONGEST = 2_000
"""Characters of a text that are kept: no statement has as many."""

_MOST_BYTES = 50_000_000
"""Bytes of a summary at most: more than a document of the largest size can make."""


def summary_of(document: Document, source: str, *, is_plan: bool = False, is_linted: bool = True) -> DocumentSummary:
    """Return the summary of a document.

    Args:
        document: the document.
        source: the text that it was read from: what a link leads to stands there.
        is_plan: see `DocumentSummary`.
        is_linted: see there.
    """
    period = _period(document.cycle)
    items = tuple(
        [
            _item(item, objective.id, _period(objective.cycle) or period, source, is_goal=is_plan)
            for objective in document.objectives
            for item in (objective, *objective.key_results)
        ]
    )
    return DocumentSummary(
        document.path,
        document.language,
        _phrase(document.title),
        period,
        _phrase(document.team),
        _people(document.owners),
        _references(document.plans, source) if document.plans else (),
        items,
        tuple([_entry(each) for each in document.checkins]),
        _fields(document.fields),
        is_plan,
        is_linted,
    )


def _item(item: Item, objective: str, period: Period | None, source: str, *, is_goal: bool = False) -> ItemSummary:
    kind: Literal["objective", "key_result"] = "objective"
    team = type_ = None
    metric: Metric | None = None
    name: str | None = None
    baseline: Figure | None = None
    target: Figure | None = None
    current: Figure | None = None
    if isinstance(item, KeyResult):
        kind = "key_result"
        metric = item.metric
    elif isinstance(item, Objective):
        team, type_ = item.team.value if item.team else None, item.kind
        if is_goal:
            from okrlint.reading.assembly.goals import metric_of_goal  # most documents are no plans

            metric = metric_of_goal(item)
    if metric:
        if _may_lack_unit(metric, item.text.value):
            from okrlint.reading.assembly.goals import in_full  # most numbers have their unit

            metric = in_full(metric, item.text)
        name = metric.name.value[:LONGEST] if metric.name else None
        baseline, target, current = (
            Figure(each.value, each.unit, each.raw[:LONGEST], each.span) if each else None
            for each in (metric.baseline, metric.target, metric.current)
        )
    deadline = item.deadline
    # Most of these are empty in most items, and each call takes its time: this is done for each item of each file.
    return ItemSummary(
        kind,
        item.id,
        objective,
        item.label,
        item.ref,
        item.text.value[:LONGEST],
        item.text.span,
        item.span,
        _people(item.owners) if item.owners else (),
        _people(item.owners_inherited) if item.owners_inherited else (),
        _references(item.supports, source) if item.supports else (),
        period,
        team,
        _due(deadline) if deadline and not item.deadline_inherited else None,
        _rating(item.confidence) if item.confidence else None,
        _rating(item.weight) if item.weight else None,
        _rating(item.score) if item.score else None,
        name,
        baseline,
        target,
        current,
        item.status.value[:LONGEST] if item.status else None,
        item.done,
        type_,
        tuple([_entry(each) for each in item.checkins]) if item.checkins else (),
        _fields(item.fields) if item.fields else (),
    )


def _may_lack_unit(metric: Metric, statement: str) -> bool:
    """Tell whether a number has no unit itself, and one may stand apart from it."""
    numbers = (metric.baseline, metric.target, metric.current)
    if all(each is None or each.unit or each.value is None for each in numbers):
        return False
    name = metric.name.value if metric.name else ""
    return metric.unit is not None or statement.endswith((")", "）")) or name.endswith((")", "）"))


def _fields(fields: Iterable[Field]) -> tuple[tuple[str, str], ...]:
    return tuple([(field.name, field.text.value[:LONGEST]) for field in fields])


def _phrase(text: Text | None) -> Phrase | None:
    return Phrase(text.value[:LONGEST], text.span) if text else None


def _people(owners: Iterable[Owner]) -> tuple[Phrase, ...]:
    return tuple([Phrase(owner.value[:LONGEST], owner.span) for owner in owners])


def _period(cycle: Cycle | None) -> Period | None:
    return Period(cycle.value, cycle.start, cycle.end) if cycle else None


def _due(deadline: Deadline) -> Due:
    return Due(deadline.value, deadline.raw[:LONGEST], deadline.span)


def _rating(rating: Rating) -> Figure:
    return Figure(rating.value, None, rating.raw[:LONGEST], rating.span)


def _entry(entry: CheckIn) -> Entry:
    confidence = entry.confidence.value if entry.confidence else None
    value = entry.value.value if entry.value else None
    note = entry.note.value[:LONGEST] if entry.note else ""
    return Entry(entry.date, confidence, entry.progress, value, note, entry.span)


def _references(texts: Iterable[Text], source: str) -> tuple[Reference, ...]:
    from okrlint.reading.assembly.links import link_target  # most items name no parent

    return tuple([Reference(text.value[:LONGEST], text.span, link_target(text.span, source)) for text in texts])


def packed(summary: DocumentSummary) -> bytes:
    """Return a summary as bytes, a tenth of its size in memory."""
    rows = [_row(item, summary.period) for item in summary.items]
    return compress(_encode()(summary._replace(items=rows)).encode("ascii"), 1)  # type: ignore[arg-type]


@cache
def _encode() -> Callable[[Any], str]:
    return json.JSONEncoder(separators=(",", ":"), default=date.toordinal, check_circular=False).encode


@cache
def _decode() -> Callable[[str], Any]:
    return json.JSONDecoder(parse_int=_Shared(int).__getitem__, parse_float=_Shared(float).__getitem__).decode


class _Shared(dict[str, Any]):
    """Numbers by how they are written, each made once: the documents of a project have most of theirs in common."""

    def __init__(self, make: Callable[[str], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, written: str) -> Any:
        value = self._make(written)
        if len(self) < _MOST_SHARED:
            self[written] = value
        return value


_MOST_SHARED = 10_000
"""Numbers that are kept for whoever needs them next."""


def unpacked(data: bytes) -> DocumentSummary:
    """Return the summary that `packed` was given.

    Raises:
        ValueError, TypeError, LookupError: for bytes that it did not make.
    """
    try:
        text = decompressobj().decompress(data, _MOST_BYTES)
    except ZlibError as error:
        raise ValueError(str(error)) from error
    path, language, title, period, team, owners, plans, rows, checkins, fields, is_plan, is_linted = _decode()(
        text.decode()
    )
    period = _one(_to_period, period)
    return DocumentSummary(
        path,
        language,
        _one(_to_phrase, title),
        period,
        _one(_to_phrase, team),
        _all(_to_phrase, owners),
        _all(_to_reference, plans),
        tuple([_to_item(row, period) for row in rows]),
        _all(_to_entry, checkins),
        _to_fields(fields),
        is_plan,
        is_linted,
    )


def _row(item: ItemSummary, period: Period | None) -> list[Any]:
    """Return what there is to say of an item: most of its fields are empty, and its cycle is its document's."""
    if item.period == period:
        item = item._replace(period=None)
    elif item.period is None:
        raise ValueError("an item has the cycle of its document at least")
    # What says something is kept: most fields are None or ().
    filled = [(at, value) for at, value in enumerate(item[_ALWAYS:], _ALWAYS) if value or value is False or value == ""]
    return [*item[:_ALWAYS], filled]


def _to_item(row: list[Any], period: Period | None) -> ItemSummary:
    *always, filled = row
    *words, span, extent = always
    values: list[Any] = [*[word and intern(word) for word in words], Span(*span), Span(*extent), *_EMPTY]
    values[_PERIOD] = period
    for at, value in filled:
        values[at] = _MAKERS.get(at, _same)(value)
    return ItemSummary(*values)


def _same(value: Any) -> Any:
    return value


def _one(make: Any, row: Any) -> Any:
    return None if row is None else make(row)


def _all(make: Any, rows: Any) -> Any:
    return tuple([make(row) for row in rows])


def _to_day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _to_phrase(row: list[Any]) -> Phrase:
    return Phrase(intern(row[0]), Span(*row[1]))


def _to_reference(row: list[Any]) -> Reference:
    return Reference(row[0], Span(*row[1]), row[2])


def _to_period(row: list[Any]) -> Period:
    return Period(row[0], _to_day(row[1]), _to_day(row[2]))


def _to_due(row: list[Any]) -> Due:
    return Due(_to_day(row[0]), row[1], Span(*row[2]))


def _to_figure(row: list[Any]) -> Figure:
    return Figure(row[0], row[1], row[2], Span(*row[3]))


def _to_entry(row: list[Any]) -> Entry:
    day, confidence, progress, value, note, span = row
    return Entry(_to_day(day), confidence, progress, value, note, Span(*span))


def _to_fields(rows: list[Any]) -> tuple[tuple[str, str], ...]:
    return tuple([(name, text) for name, text in rows])


_ALWAYS = 8
"""Fields of an item that are kept of each: those without a default."""

_EMPTY = tuple(ItemSummary._field_defaults.values())
_PERIOD = ItemSummary._fields.index("period")
_MAKERS: dict[int, Callable[[Any], Any]] = {
    ItemSummary._fields.index(name): make
    for names, make in (
        ("owners owners_inherited", partial(_all, _to_phrase)),
        ("supports", partial(_all, _to_reference)),
        ("period", _to_period),
        ("deadline", _to_due),
        ("confidence weight score baseline target current", _to_figure),
        ("checkins", partial(_all, _to_entry)),
        ("fields", _to_fields),
    )
    for name in names.split()
}
