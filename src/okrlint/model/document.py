"""OKR documents: objectives, key results, and what belongs to them."""

import datetime
from collections.abc import Iterator
from typing import Literal

from .base import Model, Span, Words
from .values import Confidence, Cycle, Deadline, LinkedText, Owner, Quantity, Score, Text, Weight

KeyResultKind = Literal["outcome", "output", "activity", "unquantified", "other"]
"""What a key result states: a changed measure (outcome), counted deliverables (output), work without a
measure (activity), a change without a number (unquantified), or none of these (other)."""

Language = Literal["en", "zh"]


class Field(Model):
    """An attribute that okrlint has no place of its own for, kept so that rules can ask for it.

    Attributes:
        name: its canonical name, or the author's own word for it in lower case.
        text: what was written.
    """

    name: str
    text: Text


class Metric(Model):
    """What a key result is measured by.

    Attributes:
        name: what is measured, where it stands apart from the statement.
        baseline: where it starts.
        target: where it shall be.
        current: where it is.
        unit: the unit that the three share.
    """

    name: Text | None = None
    baseline: Quantity | None = None
    target: Quantity | None = None
    current: Quantity | None = None
    unit: str | None = None


class Action(Model):
    """A step of the plan by which a key result is to be reached.

    Attributes:
        done: whether it is ticked off; None where it has no box to tick.
    """

    text: Text
    owners: tuple[Owner, ...] = ()
    due: Deadline | None = None
    done: bool | None = None


class CheckIn(Model):
    """A dated entry on how things stand.

    Attributes:
        date: its day; None where the words do not tell one.
        progress: 0 to 1 (more than 1 where the target was exceeded).
    """

    span: Span
    date: datetime.date | None = None
    confidence: Confidence | None = None
    progress: float | None = None
    value: Quantity | None = None
    note: Text | None = None


class Item(Model):
    """What objectives and key results have in common.

    Attributes:
        id: O1, O2, … by position in the document; KR1, KR2, … by position in the objective.
        label: what the author wrote (`O2`, `目标一`, `KR1.2`), or None.
        ref: an identifier of the source (a vendor's id, a mapping key), or None.
        text: the statement alone.
        span: all that belongs to the item, its fields included.
        owners: its own owners; `owners_inherited` are those of what it stands in.
        contributors: who helps without answering for it.
        deadline: when it is due; `deadline_inherited` tells that it is the cycle's end, not its own date.
        supports: what it contributes to, as written; a link with what it leads to.
        done: whether its box is ticked, or is not; None without a box.
        priority: P0, P1, … as written.
        measures: attached statements of how it is measured.
        fields: attributes beyond these.
    """

    id: str
    label: str | None = None
    ref: str | None = None
    text: Text
    span: Span
    owners: tuple[Owner, ...] = ()
    owners_inherited: tuple[Owner, ...] = ()
    contributors: tuple[Owner, ...] = ()
    deadline: Deadline | None = None
    deadline_inherited: bool = False
    confidence: Confidence | None = None
    weight: Weight | None = None
    score: Score | None = None
    status: Text | None = None
    done: bool | None = None
    priority: Text | None = None
    supports: tuple[LinkedText | Text, ...] = ()
    measures: tuple[Text, ...] = ()
    actions: tuple[Action, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    fields: tuple[Field, ...] = ()

    def field(self, *names: str) -> Text | None:
        """Return the first attribute among `fields` that has one of these names."""
        for field in self.fields:
            if field.name in names:
                return field.text
        return None


class KeyResult(Item):
    """A key result: how one sees that the objective is reached.

    Attributes:
        metric: baseline, target, current value and unit, where they stand as fields.
        kind: see `KeyResultKind`; None until `okrlint.parse_…` has judged the words. Rules, which are given documents
            that nobody has judged yet, ask `okrlint.plugins.kind(key_result)`.
        quantified: whether two strangers could grade it from a number in it; None as for `kind`: rules ask
            `okrlint.plugins.quantified(key_result)`.
    """

    metric: Metric | None = None
    kind: KeyResultKind | None = None
    quantified: bool | None = None


class Objective(Item):
    """An objective: where to, in words.

    Attributes:
        kind: committed or aspirational, where the author says so.
        why: a note on why it matters or for whom.
        cycle: the period of its section, where the document holds several.
        team: whose it is, where the document holds several.
    """

    kind: Literal["committed", "aspirational"] | None = None
    why: Text | None = None
    cycle: Cycle | None = None
    team: Text | None = None
    key_results: tuple[KeyResult, ...] = ()


class Problem(Model):
    """A part of a document that okrlint did not understand, and what to do about it.

    Attributes:
        code: EN0xx, as in `okrlint.linting.codes`.
        message: the sentence in both languages.
        span: where.
    """

    code: str
    message: Words
    span: Span


class Document(Model):
    """A source in which OKRs stand: a file, or a part of one.

    Attributes:
        path: as given by the caller, with forward slashes.
        format: the reader's name ("markdown", "yaml", "json", "toml", "csv").
        language: the language of most of its statements.
        owners: whose OKRs these are, where the document says so once for all.
        plans: the plans or parent OKRs that it names; a link with what it leads to.
        cadence: how often it is checked, as written.
        problems: what was not understood.
    """

    path: str
    format: str
    language: Language = "en"
    title: Text | None = None
    cycle: Cycle | None = None
    team: Text | None = None
    owners: tuple[Owner, ...] = ()
    cadence: Text | None = None
    status: Text | None = None
    plans: tuple[LinkedText | Text, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    fields: tuple[Field, ...] = ()
    objectives: tuple[Objective, ...] = ()
    problems: tuple[Problem, ...] = ()

    def items(self) -> Iterator[Item]:
        """Yield each objective, and behind it its key results."""
        for objective in self.objectives:
            yield objective
            yield from objective.key_results
