"""What a declared rule may look at: the fields of documents, objectives, key results and actions, by any spelling."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from okrlint.linting.interface import Context
from okrlint.model import Action, Document, Item, KeyResult, Objective, Span, Text
from okrlint.reading.fields import canonical, spelling_key

Thing = Document | Objective | KeyResult | Action


class Subject(NamedTuple):
    """What a condition is asked of.

    Attributes:
        thing: itself.
        item: the objective or key result that it is, or that an action stands at; None for a document.
        objective: the objective that it is, or belongs to; None for a document.
        context: what else a rule may ask.
    """

    thing: Thing
    item: Item | None
    objective: Objective | None
    context: Context

    @property
    def document(self) -> Document:
        """The document that it stands in."""
        return self.context.document

    def outer(self, of: str | None) -> "Subject":
        """Return what `of` names: "item", "objective" or "document" around this; itself for None."""
        if of == "document":
            return Subject(self.document, None, None, self.context)
        if of == "objective" and self.objective is not None:
            return Subject(self.objective, self.objective, self.objective, self.context)
        if of == "item" and self.item is not None:
            return Subject(self.item, self.item, self.objective, self.context)  # type: ignore[arg-type]
        return self


class FieldValue(NamedTuple):
    """One value of a field.

    Attributes:
        words: as it reads.
        span: where it stands.
        text: where its parts stand; None where only the whole has a place.
        names: what else it may be called: the normal name of a commitment, of a cycle.
        number: what it is as a number (shares from 0 to 1); None where it is none.
        day: what it is as a day (of a period the last one); None where it is none.
        is_number: whether it is a number by its nature, so that `number` is not to be read from its words.
        is_day: the same of days.
    """

    words: str
    span: Span
    text: Text | None = None
    names: tuple[str, ...] = ()
    number: float | None = None
    day: date | None = None
    is_number: bool = False
    is_day: bool = False

    def place(self, start: int, end: int) -> Span:
        """Return where a part of its words stands."""
        return self.span if self.text is None else self.text.locate(start, end)


def _texts(texts: Iterable[Text | None]) -> Iterator[FieldValue]:
    for text in texts:
        if text is not None and text.value:
            yield FieldValue(text.value, text.span, text)


def _owners(owners: Iterable[Any]) -> Iterator[FieldValue]:
    return (FieldValue(owner.value, owner.span) for owner in owners)


def _number(value: Any) -> Iterator[FieldValue]:
    if value is not None:
        yield FieldValue(value.raw, value.span, number=value.value, is_number=True)


def _due(deadline: Any) -> Iterator[FieldValue]:
    if deadline is not None:
        yield FieldValue(deadline.raw, deadline.span, day=deadline.value, is_day=True)


def _cycle(cycle: Any) -> Iterator[FieldValue]:
    if cycle is not None:
        yield FieldValue(cycle.raw, cycle.span, names=(cycle.value,), day=cycle.end, is_day=True)


def _commitment(objective: Objective | None) -> Iterator[FieldValue]:
    if objective is None:
        return
    if objective.kind:  # its own words are not kept: only what they come to
        yield FieldValue(objective.kind, objective.text.span)
    yield from _texts(field.text for field in objective.fields if field.name == "kind")


def _metric(part: str) -> "_Reading":
    def read(subject: Subject) -> Iterator[FieldValue]:
        metric = getattr(subject.thing, "metric", None)
        value = getattr(metric, part) if metric is not None else None
        return _texts([value]) if part == "name" else _number(value)

    return read


def _unit(subject: Subject) -> Iterator[FieldValue]:
    metric = getattr(subject.thing, "metric", None)
    if metric is not None and metric.unit:
        yield FieldValue(metric.unit, next((q.span for q in (metric.target, metric.baseline) if q), Span(0, 0)))


def _checkins(subject: Subject) -> Iterator[FieldValue]:
    for entry in getattr(subject.thing, "checkins", ()):
        yield FieldValue(entry.note.value if entry.note else "", entry.span, entry.note, day=entry.date, is_day=True)


def _attributes(subject: Subject, name: str) -> list[Text]:
    """Return the values of a field that the model has no place of its own for."""
    fields: Iterable[Any] = getattr(subject.thing, "fields", ())
    return [field.text for field in fields if field.name == name]


def _team(subject: Subject) -> Iterator[FieldValue]:
    own = _attributes(subject, "team")  # of a column of a table, say
    if own or subject.objective is None:
        return _texts(own or [subject.document.team])
    return _texts([subject.objective.team or subject.document.team])


def _cycle_around(subject: Subject) -> Iterator[FieldValue]:
    own = subject.objective.cycle if subject.objective else None
    return _cycle(own or subject.document.cycle)


def _own_deadline(subject: Subject) -> Iterator[FieldValue]:
    item: Any = subject.thing
    return _due(item.deadline if not item.deadline_inherited else None)


_Reading = Callable[[Subject], Iterator[FieldValue]]
_Table = Mapping[str, _Reading]


def _attribute(name: str) -> _Reading:
    return lambda subject: _texts([getattr(subject.thing, name)])


def _title(subject: Subject) -> Iterator[FieldValue]:
    return _texts([subject.document.title])


def _label(subject: Subject) -> Iterator[FieldValue]:
    if subject.item is not None and subject.item.label:  # where it stands is not kept
        yield FieldValue(subject.item.label, subject.item.text.span)


_AROUND: _Table = {"team": _team, "cycle": _cycle_around}
"""What is true of all that stands in a document or a section of it."""

_OF_ITEMS: _Table = {
    **_AROUND,
    "statement": _attribute("text"),
    "id": _label,
    "owner": lambda subject: _owners(subject.thing.owners),
    "contributors": lambda subject: _owners(subject.thing.contributors),  # type: ignore[union-attr]
    "deadline": _own_deadline,
    "confidence": lambda subject: _number(subject.thing.confidence),  # type: ignore[union-attr]
    "weight": lambda subject: _number(subject.thing.weight),  # type: ignore[union-attr]
    "score": lambda subject: _number(subject.thing.score),  # type: ignore[union-attr]
    "status": _attribute("status"),
    "priority": _attribute("priority"),
    "supports": lambda subject: _texts(subject.thing.supports),  # type: ignore[union-attr]
    "measure": lambda subject: _texts(subject.thing.measures),  # type: ignore[union-attr]
    "action": lambda subject: _texts(action.text for action in subject.thing.actions),  # type: ignore[union-attr]
    "checkin": _checkins,
}

_BY_TARGET: Mapping[str, _Table] = {
    "objective": {
        **_OF_ITEMS,
        "kind": lambda subject: _commitment(subject.objective),
        "why": _attribute("why"),
    },
    "key-result": {
        **_OF_ITEMS,
        "baseline": _metric("baseline"),
        "target": _metric("target"),
        "current": _metric("current"),
        "unit": _unit,
        "metric": _metric("name"),
    },
    "item": _OF_ITEMS,
    "action": {
        **_AROUND,
        "statement": _attribute("text"),
        "owner": lambda subject: _owners(subject.thing.owners),
        "deadline": lambda subject: _due(subject.thing.due),  # type: ignore[union-attr]
    },
    "document": {
        **_AROUND,
        "statement": _title,
        "title": _title,
        "owner": lambda subject: _owners(subject.thing.owners),
        "cadence": _attribute("cadence"),
        "status": _attribute("status"),
        "plan_reference": lambda subject: _texts(subject.thing.plans),  # type: ignore[union-attr]
        "supports": lambda subject: _texts(subject.thing.plans),  # type: ignore[union-attr]
        "checkin": _checkins,
    },
}

_PLAIN = (
    "source",
    "note",
    "risk",
    "dependency",
    "retrospective",
    "description",
    "start_date",
    "progress",
    "cadence",
    "health_metrics",
    "external_checkins",
)
"""Fields that readers know and the model has no place of its own for, at items."""

MANY = ("owner", "contributors", "supports", "measure", "action", "checkin", "plan_reference")
"""Fields that may have several values."""

AMOUNTS = ("baseline", "target", "current")
SHARES = ("confidence", "weight", "score")
NUMBERS = (*SHARES, *AMOUNTS)
DAYS = ("deadline", "cycle")

_HYPHENS = str.maketrans("_", "-")


class Fields:
    """The fields that there are: those of the model, and those of the author's own.

    Args:
        own: a field's name by each of its spellings.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self._own = {spelling_key(spelling): name for spelling, name in (own or {}).items()}

    def name(self, spelling: str, target: str) -> str | None:
        """Return the normal name of a field of a target by one of its spellings; None where it has no such field."""
        own = self._own.get(spelling_key(spelling))
        if own is not None:
            return None if target == "action" else own
        key = spelling_key(spelling)
        found = "title" if target == "document" and key == "title" else "id" if key == "label" else canonical(spelling)
        if found is None or found in _BY_TARGET[target]:
            return found
        return found if target != "action" and found in _PLAIN else None

    def known(self, target: str) -> list[str]:
        """Return the names by which fields of a target are suggested."""
        names = dict.fromkeys(_BY_TARGET[target])
        if target != "action":
            names |= dict.fromkeys((*_PLAIN, *self._own.values()))
        shown = {
            "statement": "text",
            "id": "label",
            "checkin": "check-in",
            "kind": "type",
            "plan_reference": "annual-plan",
        }
        return [shown.get(name, name.translate(_HYPHENS)) for name in names]


def reading(name: str, target: str) -> Callable[[Subject], list[FieldValue]]:
    """Return what reads the values of a field, by its normal name, from a subject of that target."""
    known = _BY_TARGET[target].get(name)
    if known is not None:
        return lambda subject: list(known(subject))
    return lambda subject: list(_texts(_attributes(subject, name)))


def is_of_model(name: str, target: str) -> bool:
    """Tell whether the model has a place of its own for a field of a target, by its normal name."""
    return name in _BY_TARGET[target]


def objectives_below(subject: Subject) -> Iterator[Subject]:
    """Yield the objectives of a document."""
    for objective in subject.document.objectives:
        yield Subject(objective, objective, objective, subject.context)


def key_results_below(subject: Subject) -> Iterator[Subject]:
    """Yield the key results of an objective, or of all objectives of a document."""
    objectives = [subject.thing] if isinstance(subject.thing, Objective) else subject.document.objectives
    for objective in objectives:
        for key_result in objective.key_results:
            yield Subject(key_result, key_result, objective, subject.context)


def actions_below(subject: Subject) -> Iterator[Subject]:
    """Yield the actions of an objective or key result."""
    item = subject.item
    for action in item.actions if item is not None else ():
        yield Subject(action, item, subject.objective, subject.context)


BELOW: Mapping[str, Callable[[Subject], Iterable[Subject]]] = {
    "objectives": objectives_below,
    "key-results": key_results_below,
    "actions": actions_below,
}
"""What may be counted, and how it is found."""
