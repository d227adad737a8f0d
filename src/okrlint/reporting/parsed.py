"""`okrlint parse --format json`: documents as the contract of version 1 has them."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from okrlint.linting.findings import Position
from okrlint.model import (
    Action,
    CheckIn,
    Cycle,
    Deadline,
    Document,
    Item,
    KeyResult,
    Objective,
    Quantity,
    Rating,
    Span,
    Text,
)
from okrlint.reading.source import Source
from okrlint.reporting.json import VERSION, position_as_data, to_json

if TYPE_CHECKING:
    from okrlint.reporting.contract import (
        ActionData,
        CheckInData,
        CycleData,
        DocumentData,
        ItemData,
        KeyResultData,
        ObjectiveData,
        PlaceData,
    )


def render(documents: Iterable[tuple[Document, Source]], language: str | None) -> str:
    """Return parsed documents as JSON.

    Args:
        documents: each with the source that it was read from.
        language: of messages about problems; None means each document's own.
    """
    data = ",\n  ".join(to_json(document_as_data(document, source, language)) for document, source in documents)
    return f'{{"version": {VERSION},\n "documents": [{data}]}}\n'


def document_as_data(document: Document, source: Source, language: str | None) -> "DocumentData":
    """Return a document as the contract has it."""
    words = language or document.language
    return {
        "path": document.path,
        "format": document.format,
        "language": document.language,
        "title": _words(document.title),
        "cycle": _cycle(document.cycle),
        "team": _words(document.team),
        "owners": [owner.value for owner in document.owners],
        "objectives": [_objective(objective, source) for objective in document.objectives],
        "problems": [
            {
                "code": problem.code,
                "message": problem.message.in_language(words),
                **_place(problem.span, source),
            }
            for problem in document.problems
        ],
    }


def _objective(objective: Objective, source: Source) -> "ObjectiveData":
    return {
        **_item(objective, source),
        "kind": objective.kind,
        "why": _words(objective.why),
        "cycle": _cycle(objective.cycle),
        "team": _words(objective.team),
        "key_results": [_key_result(key_result, source) for key_result in objective.key_results],
    }


def _key_result(key_result: KeyResult, source: Source) -> "KeyResultData":
    metric = key_result.metric
    return {
        **_item(key_result, source),
        "baseline": _number(metric.baseline if metric else None),
        "target": _number(metric.target if metric else None),
        "current": _number(metric.current if metric else None),
        "unit": metric.unit if metric else None,
        "kind": key_result.kind,
        "quantified": key_result.quantified,
    }


def _item(item: Item, source: Source) -> "ItemData":
    return {
        "id": item.id,
        "label": item.label,
        "ref": item.ref,
        "text": item.text.value,
        **_place(item.text.span, source),
        "owners": [owner.value for owner in item.owners],
        "owners_inherited": [owner.value for owner in item.owners_inherited],
        "deadline": _deadline(item.deadline),
        "deadline_inherited": item.deadline_inherited,
        "confidence": _rating(item.confidence),
        "weight": _rating(item.weight),
        "score": _rating(item.score),
        "status": _words(item.status),
        "done": item.done,
        "priority": _words(item.priority),
        "supports": [text.value for text in item.supports],
        "actions": [_action(action, source) for action in item.actions],
        "checkins": [_checkin(checkin, source) for checkin in item.checkins],
    }


def _action(action: Action, source: Source) -> "ActionData":
    return {
        "text": action.text.value,
        **_place(action.text.span, source),
        "owners": [owner.value for owner in action.owners],
        "due": _deadline(action.due),
        "done": action.done,
    }


def _checkin(checkin: CheckIn, source: Source) -> "CheckInData":
    return {
        **_place(checkin.span, source),
        "date": _date(checkin.date),
        "confidence": _rating(checkin.confidence),
        "progress": checkin.progress,
        "value": _number(checkin.value),
        "note": _words(checkin.note),
    }


def _place(span: Span, source: Source) -> "PlaceData":
    start, end = Position(*source.position(span.start)), Position(*source.position(max(span)))
    data: PlaceData = {"start": position_as_data(start), "end": position_as_data(end)}
    place = source.place(span.start)
    if place:
        data["place"] = place.en
    return data


def _words(text: Text | None) -> str | None:
    return text.value if text else None


def _cycle(cycle: Cycle | None) -> "CycleData | None":
    if cycle is None:
        return None
    return {"raw": cycle.raw, "value": cycle.value, "start": _date(cycle.start), "end": _date(cycle.end)}


def _date(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _deadline(deadline: Deadline | None) -> str | None:
    """Return the ISO date; without a year `--MM-DD`, as ISO 8601 has it; else the words themselves."""
    if deadline is None:
        return None
    if deadline.value is None and deadline.month_day is not None:
        month, day = deadline.month_day
        return f"--{month:02}-{day:02}"
    return _date(deadline.value) or deadline.raw


def _rating(rating: Rating | None) -> float | None:
    return rating.value if rating else None


def _number(quantity: Quantity | None) -> float | int | str | None:
    """Return the number; or the words themselves where they name no single one, as `_deadline` does."""
    if quantity is None or quantity.value is None:
        return quantity.raw if quantity else None
    return int(quantity.value) if quantity.value.is_integer() else quantity.value
