"""The summary of a document: what rules over many documents, or over its history, need to know of it.

Small, since a run keeps those of all its documents: ten thousand of them take some ten megabytes.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from okrlint.model import Span


class Phrase(NamedTuple):
    """Words of a document, without mark-up, and where they stand."""

    text: str
    span: Span


class Reference(NamedTuple):
    """What an item, or a document, says that it contributes to.

    Attributes:
        text: the words, without mark-up.
        span: where they stand.
        target: what they are a link to (`../company.md#o2`), or None for mere words.
    """

    text: str
    span: Span
    target: str | None = None


class Period(NamedTuple):
    """The cycle of a document, or of an objective with one of its own.

    Attributes:
        name: its normal name, as in `Cycle.value`.
        start: its first day; None where the words do not tell the year. `end`, its last day, likewise.
    """

    name: str
    start: date | None
    end: date | None

    def contains(self, other: "Period") -> bool | None:
        """Tell whether all days of another period are its own; None where either has no days."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return None
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Period") -> bool | None:
        """Tell whether another period has a day in common with it; None where either has no days."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return None
        return self.start <= other.end and other.start <= self.end


class Figure(NamedTuple):
    """A number of a document, as in `Quantity`, or on a scale from 0 to 1, as in `Rating`.

    Attributes:
        value: None where the words name no single number.
        unit: as in `Quantity`; None for a rating.
        raw: the words as written.
        span: where they stand.
    """

    value: float | None
    unit: str | None
    raw: str
    span: Span


class Due(NamedTuple):
    """A deadline, as in `Deadline`."""

    value: date | None
    raw: str
    span: Span


class Entry(NamedTuple):
    """A check-in.

    Attributes:
        day: its day, or None.
        confidence: 0 to 1, or None.
        progress: 0 to 1, or more, or None.
        value: of the metric, or None.
        note: its words; "" where there are none.
        span: where it stands.
    """

    day: date | None
    confidence: float | None
    progress: float | None
    value: float | None
    note: str
    span: Span


class ItemSummary(NamedTuple):
    """The summary of an objective or a key result; see `Objective` and `KeyResult`, whose names it has.

    Attributes:
        kind: which of the two.
        id: as in the document: O1, or KR2 within its objective.
        objective: the id of its objective; of an objective its own.
        label: what the author wrote, or None.
        ref: an identifier of the source, or None.
        text: the statement.
        span: where that stands.
        extent: all that belongs to the item.
        owners: its own.
        owners_inherited: those of what it stands in.
        supports: what it contributes to.
        period: its cycle.
        team: whose it is, where the document holds several; else None.
        deadline: its own.
        confidence: as a figure from 0 to 1; `weight` and `score` likewise.
        metric: the name of what is measured, where it stands apart from the statement.
        baseline: where it stands apart from the statement; `target` and `current` likewise.
        status: as written.
        done: whether its box is ticked; None without one.
        type: "committed" or "aspirational", where the author says so.
        checkins: in the document's order.
        fields: attributes that have no place of their own, by name.
    """

    kind: Literal["objective", "key_result"]
    id: str
    objective: str
    label: str | None
    ref: str | None
    text: str
    span: Span
    extent: Span
    owners: tuple[Phrase, ...] = ()
    owners_inherited: tuple[Phrase, ...] = ()
    supports: tuple[Reference, ...] = ()
    period: Period | None = None
    team: str | None = None
    deadline: Due | None = None
    confidence: Figure | None = None
    weight: Figure | None = None
    score: Figure | None = None
    metric: str | None = None
    baseline: Figure | None = None
    target: Figure | None = None
    current: Figure | None = None
    status: str | None = None
    done: bool | None = None
    type: Literal["committed", "aspirational"] | None = None
    checkins: tuple[Entry, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    def field(self, *names: str) -> str | None:
        """Return the first attribute among `fields` that has one of these names."""
        return next((text for name, text in self.fields if name in names), None)


class DocumentSummary(NamedTuple):
    """The summary of a document; see `Document`, whose names it has.

    Attributes:
        path: as in its findings.
        language: of most of its statements.
        title: None where it has none.
        period: its cycle.
        team: whose OKRs these are, or None.
        owners: where the document says so once for all.
        plans: what it says that all of it contributes to.
        items: each objective, and behind it its key results.
        checkins: those that belong to the document as a whole, in its order.
        fields: attributes of the document that have no place of their own, by name.
        is_plan: whether it is one of the plans that configuration names.
        is_linted: whether it is a document of the run; else it is only looked at for what the others say of it, and
            what is found in it is not told.
    """

    path: str
    language: Literal["en", "zh"]
    title: Phrase | None
    period: Period | None
    team: Phrase | None
    owners: tuple[Phrase, ...]
    plans: tuple[Reference, ...]
    items: tuple[ItemSummary, ...]
    checkins: tuple[Entry, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    is_plan: bool = False
    is_linted: bool = True

    def groups(self) -> Iterator[tuple[ItemSummary, tuple[ItemSummary, ...]]]:
        """Yield each objective with its key results, in order."""
        start = 0
        for at in range(1, len(self.items) + 1):
            if at == len(self.items) or self.items[at].kind == "objective":
                yield self.items[start], self.items[start + 1 : at]
                start = at
