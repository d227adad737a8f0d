"""From drafts to the typed model, the same way for every format."""

from collections.abc import Sequence
from datetime import UTC, date
from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import TypedDict

from okrlint.language import cycles
from okrlint.language.folding import language_of
from okrlint.model import (
    Action,
    CheckIn,
    Confidence,
    Cycle,
    Deadline,
    Document,
    Field,
    KeyResult,
    Language,
    Objective,
    Owner,
    Problem,
    Score,
    Span,
    Text,
    Weight,
)
from okrlint.reading.assembly.attributes import Attributes, as_written
from okrlint.reading.assembly.bare_owners import attach_bare_owners
from okrlint.reading.assembly.metrics import metric
from okrlint.reading.assembly.notes import action, hand_down_steps, is_done, references
from okrlint.reading.assembly.siblings import are_ranked, attach_shares
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source
from okrlint.reading.values import fields as values
from okrlint.reading.values.inline import split_inline
from okrlint.reading.values.inline_fields import InlineField, commitment
from okrlint.reading.word_sets import words


def assemble(draft: DocumentDraft, source: Source, format: str, options: ReadingOptions) -> Document:
    """Return the document that a reader has found, every field read into its value.

    Field names of drafts are canonical (`fields.canonical`) or the author's own; fields that still stand inside a
    statement are split off here, so a reader need not do it. Four names are for readers alone: "heading" (of a
    document: a heading that may name the cycle), "announced_cycle" (of a document: the period that a sentence before
    the objectives names), "heading_team" (of a document: the team that a heading names, where no field does) and
    "section_owner" (of an objective: who owns its section).
    """
    return _Assembly(source, options).document(draft, format)


class _Surroundings:
    """What an item stands in.

    Attributes:
        cycle: the period it belongs to.
        owners: who owns what is around it.
        deadline: the day that holds where an item names none.
        bounds: the first and the last day of the cycle, where both are known.
    """

    __slots__ = ("bounds", "cycle", "deadline", "owners")

    def __init__(self, cycle: Cycle | None, owners: tuple[Owner, ...], deadline: Deadline | None = None) -> None:
        self.cycle = cycle
        self.owners = owners
        self.deadline = deadline or (_end_of(cycle) if cycle else None)
        self.bounds: values.Bounds | None = (cycle.start, cycle.end) if cycle and cycle.start and cycle.end else None


class _Common(TypedDict):
    """What objectives and key results have in common."""

    id: str
    label: str | None
    ref: str | None
    text: Text
    span: Span
    owners: tuple[Owner, ...]
    owners_inherited: tuple[Owner, ...]
    contributors: tuple[Owner, ...]
    deadline: Deadline | None
    deadline_inherited: bool
    confidence: Confidence | None
    weight: Weight | None
    score: Score | None
    status: Text | None
    done: bool | None
    priority: Text | None
    supports: tuple[Text, ...]
    measures: tuple[Text, ...]
    actions: tuple[Action, ...]
    checkins: tuple[CheckIn, ...]


_LAST_WORDS = (
    *("DONE", "WIP", "BLOCKED", "PAUSED", "CANCELLED", "CANCELED", "DROPPED", "COMPLETE", "COMPLETED", "DELAYED"),
    *("HOLD", "RISK", "TRACK", "PROGRESS", "STARTED", "]", "】"),
)
"""What statements end with whose last words may be no part of them."""

_MARKS = (*"🟢🟡🟠🔴✅✔☑❌✘✗✖；;", "~~", "[^", "P0", "P1", "P2", "P3", "P4")
"""What a document holds in which marks beside statements may say something."""


@cache
def _identifier() -> Pattern[str]:
    """Match what may be an identifier, or say that one follows, at a glance."""
    return compile_pattern(r"[A-Z][A-Z0-9]{1,9}-[0-9]|\bI[Dd]\b|编号|編號")


_ENDS_OF_SHARES = tuple(f"{percent}{bracket}" for percent in "%％" for bracket in ("", ")", "）"))

_LEADING_TO_SHARES = words("to by from of at below under above over than least most is ≥ ≤ > < = → -> =>")


def _may_end_in_share(statement: str) -> bool:
    """Tell at a glance whether a statement ends in a share that is no part of it: not so "… to 60%", 提升到60%."""
    if not statement.endswith(_ENDS_OF_SHARES):
        return False
    before = statement.rstrip("%％)） ").rstrip("0123456789.")
    if before[-1:] in ("(", "（", "—", "–", "-"):
        return True
    said = before.split()
    if before[-1:] != " " or not said or said[-1].endswith((":", "：")):
        return False
    return said[-1].lower() not in _LEADING_TO_SHARES


_REACH = 80
"""Characters at the end of a statement in which fields without names are looked for."""


def _ends_in_fields(statement: str) -> bool:
    """Tell at a glance whether a statement may end in fields without names: `… — Ana — 15 June`."""
    tail = statement[-_REACH:]
    commas = sum(map(tail.count, ",，、"))
    if tail.endswith(_CLOSING) or (_APART.isdisjoint(tail) and commas < _COMMAS and " - " not in tail):
        return False
    return _two_parts().search(statement, max(0, len(statement) - _REACH)) is not None


_APART = frozenset("—–|｜;；·•/")
_CLOSING = (")", "）", "]", "】")
_COMMAS = 3


@cache
def _two_parts() -> Pattern[str]:
    sign, comma = r"(?:[—–]{1,2}|[|｜;；·•]|\s[-/]{1,2}\s)", "[,，、]"
    other = r"[^—–|｜;；·•,，、()（）\[\]【】]{1,40}"
    return compile_pattern(rf"(?:{sign}{other}{sign}|(?:{comma}{other}){{2}}{comma}){other}\Z")


_OF_ITEMS = words(
    "owner contributors deadline confidence weight score status done priority supports measure action checkin"
)
_OF_OBJECTIVES = _OF_ITEMS | words("cycle section_owner kind why team")
_OF_KEY_RESULTS = _OF_ITEMS | words("metric unit baseline target current")
_NO_RESULTS = _OF_KEY_RESULTS | words("source start_date unit kind cycle team cadence dependency risk")
"""Fields of a key result none of which says what has been got."""

_OF_DOCUMENTS = words(
    "cycle heading announced_cycle heading_team owner contributors team cadence status plan_reference supports"
)
"""The names of the fields that the model has a place for."""


class _Assembly:
    """Assembles one document."""

    def __init__(self, source: Source, options: ReadingOptions) -> None:
        self._source = source
        self._fiscal_year_start = options.fiscal_year_start
        self._zone = options.zone or UTC
        self._problems: list[Problem] = []
        self._ranked = True
        self._has_marks = any(map(source.text.__contains__, "*`_"))

    def document(self, draft: DocumentDraft, format_name: str) -> Document:
        self._problems.extend(draft.problems)
        attributes = Attributes(self._as_written(draft.fields), self._problems)
        title = draft.title or attributes.one("title")
        named = self._cycle_field(attributes) or self._cycle_of_headings(title, attributes.all("heading"))
        cycle = named or self._implied_cycle(attributes)
        understood = _OF_DOCUMENTS
        if not draft.title:
            understood |= {"title"}
        if not named:
            understood |= {"start_date", "deadline"}
        owners, helpers = _people(attributes)
        self._attach_what_is_rare(draft.objectives, cycle)
        attach_bare_owners(draft.objectives, self._source.text)
        attach_shares(draft.objectives)
        self._ranked = are_ranked(draft.objectives)
        surroundings = _Surroundings(cycle, owners)
        objectives = tuple(
            self._objective(objective, f"O{number}", surroundings)
            for number, objective in enumerate(draft.objectives, 1)
        )
        bounds = surroundings.bounds
        return Document.model_construct(
            path=self._source.path,
            format=format_name,
            language=_language(objectives, title),
            title=title,
            cycle=cycle,
            team=attributes.one("team") or attributes.one("heading_team"),
            owners=owners + helpers,
            cadence=attributes.one("cadence"),
            status=attributes.one("status"),
            plans=self._references(attributes.all("plan_reference", "supports")),
            checkins=self._checkins(draft.checkins, bounds),
            objectives=objectives,
            problems=tuple(self._problems),
            fields=attributes.rest(understood),
        )

    def _attach_what_is_rare(self, objectives: list[Draft], cycle: Cycle | None) -> None:
        text = self._source.text
        items = [item for objective in objectives for item in (objective, *objective.children)]
        if _identifier().search(text) or any(name == "id" for item in items for name, _ in item.fields):
            from okrlint.reading.assembly.identifiers import attach_identifiers

            attach_identifiers(objectives, text)
        if any(mark in text for mark in _MARKS):
            from okrlint.reading.assembly.marks import attach_marks

            attach_marks(objectives, text)
        if any(item.text.value.endswith(_LAST_WORDS) or "**" in item.text.raw for item in items):
            from okrlint.reading.assembly.marks import attach_last_words  # few statements end in capitals, or in bold

            attach_last_words(objectives, text)
        if sum(_may_end_in_share(item.text.value) for item in items) > 1:
            from okrlint.reading.assembly.shares import attach_progress  # few statements end with a share

            attach_progress(objectives)
        if any(_ends_in_fields(objective.children[0].text.value) for objective in objectives if objective.children):
            from okrlint.reading.assembly.bare_fields import attach_bare_fields

            attach_bare_fields(objectives, cycle, text)

    def _implied_cycle(self, attributes: Attributes) -> Cycle | None:
        """Return the cycle of a document that none of its fields and headings names."""
        announced = attributes.one("announced_cycle")
        return (
            self._between(attributes)
            or self._cycle_of_path()
            or (self._cycle(announced, "text") if announced else None)
        )

    def _between(self, attributes: Attributes) -> Cycle | None:
        """Return the cycle that a start date and an end date delimit."""
        first_text, last_text = attributes.one("start_date"), attributes.one("deadline")
        if last_text is None:
            return None
        last = self._settled(values.deadline(last_text, zone=self._zone), None).value
        first = self._first_day(first_text) if first_text else None
        if last is None:
            return None
        ends = [last_text.span, first_text.span] if first_text else [last_text.span]
        span = Span(min(end.start for end in ends), max(end.end for end in ends))
        value = f"{first}/{last}" if first else str(last)
        return Cycle.model_construct(raw=self._source.slice(span), span=span, value=value, start=first, end=last)

    def _first_day(self, text: Text) -> date | None:
        if not _may_have_short_year(text.value):
            return values.day(text, zone=self._zone)
        first = self._settled(values.deadline(text, zone=self._zone), None)
        return first.value if first.start == first.value else None

    def _cycle_of_headings(self, title: Text | None, headings: Sequence[Text]) -> Cycle | None:
        """Return the shortest period that the title and the headings above all objectives name, each in the last."""
        found = self._cycle(title, "title") if title else None
        for heading in headings:
            inner = self._dated(self._cycle(heading, "heading"), found)
            if inner and (found is None or _is_within(inner, found)):
                found = inner
        return found

    def _cycle_field(self, attributes: Attributes) -> Cycle | None:
        text = attributes.one("cycle")
        if text is None:
            return None
        unread = Cycle.model_construct(raw=text.raw, span=text.span, value=text.value, problem="unread")
        return self._cycle(text, "field") or unread

    def _cycle(self, text: Text, place: values.Place) -> Cycle | None:
        return values.cycle(text, place, self._fiscal_year_start)

    def _dated(self, cycle: Cycle | None, around: Cycle | None) -> Cycle | None:
        """Return a cycle that names no year (H1, 上半年) with that of the cycle around it."""
        if cycle is None or cycle.start or cycle.problem or around is None or around.start is None:
            return cycle
        if around.end is None or around.start.year != around.end.year:
            return cycle
        period = cycles.cycle_of(f"{around.start.year} {cycle.value}", fiscal_year_start=self._fiscal_year_start)
        if period is None or period.first is None:
            return cycle
        return cycle.model_copy(update={"value": period.value, "start": period.first, "end": period.last})

    def _cycle_of_path(self) -> Cycle | None:
        period = cycles.cycle_of_path(self._source.path, fiscal_year_start=self._fiscal_year_start)
        if period is None:
            return None
        return Cycle.model_construct(
            raw="",
            span=Span(0, 0),
            value=period.value,
            start=period.first,
            end=period.last,
            place="path",
            problem=period.problem,
        )

    def _objective(self, draft: Draft, name: str, around: _Surroundings) -> Objective:
        hand_down_steps(draft)
        text, attributes = self._split(draft)
        cycle = self._dated(self._cycle_field(attributes), around.cycle)
        section = tuple(owner for names in attributes.all("section_owner") for owner in values.owners(names))
        if cycle or section:
            around = _Surroundings(cycle or around.cycle, section or around.owners)
        common = self._common(draft, name, text, attributes, around)
        within = _Surroundings(around.cycle, common["owners"] or around.owners, common["deadline"])
        attach_shares(draft.children)
        named = attributes.one("kind")
        kind = commitment(named.value) if named else None
        return Objective.model_construct(
            **common,
            kind=kind,
            why=attributes.one("why"),
            cycle=cycle,
            team=attributes.one("team"),
            key_results=tuple(
                self._key_result(child, f"KR{number}", within) for number, child in enumerate(draft.children, 1)
            ),
            fields=_rest(attributes, _OF_OBJECTIVES - {"kind"} if named and not kind else _OF_OBJECTIVES, draft),
        )

    def _key_result(self, draft: Draft, name: str, around: _Surroundings) -> KeyResult:
        text, attributes = self._split(draft)
        if "current" not in attributes.first and not attributes.first.keys() <= _NO_RESULTS:
            from okrlint.reading.values.results import result_of  # plans have none

            if result := result_of(attributes.items(), text.value, self._source.text):
                attributes.replace(*result)
        common = self._common(draft, name, text, attributes, around)
        if "cycle" in attributes.first and (common["deadline"] is None or common["deadline_inherited"]):
            due = values.deadline(attributes.first["cycle"], around.bounds, self._fiscal_year_start)
            if due.value:  # a part of the cycle is a time of its own, the whole of one only what all have
                common["deadline"] = due
                common["deadline_inherited"] = not (around.bounds and around.bounds[0] <= due.value < around.bounds[1])
        fields = _rest(attributes, _OF_KEY_RESULTS, draft)
        return KeyResult.model_construct(**common, metric=metric(text, attributes), fields=fields)

    def _split(self, draft: Draft) -> tuple[Text, Attributes]:
        text, inline = split_inline(draft.text, ranked=self._ranked)
        return text, Attributes(self._as_written(draft.fields + inline), self._problems)

    def _as_written(self, fields: list[InlineField]) -> list[InlineField]:
        return as_written(fields, self._source.text) if fields and self._has_marks else fields

    def _common(self, draft: Draft, name: str, text: Text, attributes: Attributes, around: _Surroundings) -> _Common:
        one, first = attributes.one, attributes.first
        owners, contributors = _people(attributes)
        own = self._own_deadline(text, attributes, around.bounds)
        confidence, weight, score = one("confidence"), one("weight"), one("score")
        return {
            "id": name,
            "label": draft.label or None,
            "ref": draft.ref,
            "text": text,
            "span": draft.span,
            "owners": owners,
            "owners_inherited": () if owners else around.owners,
            "contributors": contributors,
            "deadline": own or around.deadline,
            "deadline_inherited": own is None and around.deadline is not None,
            "confidence": values.confidence(confidence) if confidence else None,
            "weight": values.weight(weight) if weight else None,
            "score": values.score(score) if score else None,
            "status": one("status"),
            "done": _done(draft, attributes) if "done" in first else draft.done,
            "priority": one("priority"),
            "supports": self._references(attributes.all("supports")) if "supports" in first else (),
            "measures": tuple(attributes.all("measure")) if "measure" in first else (),
            "actions": self._actions(draft, attributes, around.bounds),
            "checkins": self._all_checkins(draft, attributes, around.bounds),
        }

    def _own_deadline(self, text: Text, attributes: Attributes, bounds: values.Bounds | None) -> Deadline | None:
        """Return an item's own deadline: that of its field, or else that in its words."""
        field = attributes.one("deadline")
        if field and not values.is_placeholder(field.value):
            return self._settled(values.deadline(field, bounds, self._fiscal_year_start, zone=self._zone), bounds)
        found = values.deadline_in(text, bounds, self._fiscal_year_start)
        return self._settled(found, bounds) if found else (values.deadline(field, bounds) if field else None)

    def _settled(self, due: Deadline, bounds: values.Bounds | None) -> Deadline:
        """Return a deadline; where no cycle tells, the document tells which of its numbers is the year (24.3.15)."""
        if bounds is not None or not _may_have_short_year(due.raw):
            return due
        from okrlint.reading.assembly.short_years import settled  # most documents have a cycle

        return settled(due, self._source.text)

    def _actions(self, draft: Draft, attributes: Attributes, bounds: values.Bounds | None) -> tuple[Action, ...]:
        if not draft.actions and "action" not in attributes.first:
            return ()
        steps = [*map(Draft, attributes.all("action")), *draft.actions]
        found = (action(step, bounds, self._problems, self._zone) for step in steps)
        return tuple(
            step.model_copy(update={"due": due}) if (due := self._due(step, bounds)) is not step.due else step
            for step in found
        )

    def _due(self, step: Action, bounds: values.Bounds | None) -> Deadline | None:
        return self._settled(step.due, bounds) if step.due else None

    def _all_checkins(self, draft: Draft, attributes: Attributes, bounds: values.Bounds | None) -> tuple[CheckIn, ...]:
        if not draft.checkins and "checkin" not in attributes.first:
            return ()
        return self._checkins([*map(Draft, attributes.all("checkin")), *draft.checkins], bounds)

    def _references(self, texts: Sequence[Text]) -> tuple[Text, ...]:
        if not texts:
            return ()
        from okrlint.reading.assembly.links import linked  # most items name no parent

        return linked(references(texts), self._source.text)

    def _checkins(self, entries: list[Draft], bounds: values.Bounds | None) -> tuple[CheckIn, ...]:
        if not entries:
            return ()
        from okrlint.reading.assembly.check_ins import check_in  # new OKRs have none

        found = (check_in(entry, bounds, self._zone) for entry in entries)
        if bounds is not None:
            return tuple(found)
        return tuple(map(self._settled_entry, entries, found))

    def _settled_entry(self, entry: Draft, found: CheckIn) -> CheckIn:
        from okrlint.reading.assembly.short_years import settled_day  # most documents have a cycle

        words = next((text.value for name, text in entry.fields if name == "date" and text.value), entry.text.value)
        day = settled_day(words, found.date, self._source.text)
        return found if day == found.date else found.model_copy(update={"date": day})


def _may_have_short_year(words: str) -> bool:
    """Tell at a glance whether words may name a day with a year of two digits: 24.3.15."""
    return words[:1].isdigit() and any(words.count(sign) > 1 for sign in "./-")


def _done(draft: Draft, attributes: Attributes) -> bool | None:
    """Return whether an item is ticked off: by its box, or by a field that says yes or no."""
    field = attributes.one("done")
    return is_done(field) if field and draft.done is None else draft.done


def _rest(attributes: Attributes, understood: frozenset[str], draft: Draft) -> tuple[Field, ...]:
    """Return the fields of an item that have other names than those that are understood, or say nothing known."""
    unread = "done" in attributes.first and _done(draft, attributes) is None
    return attributes.rest(understood - {"done"} if unread else understood)


def _people(attributes: Attributes) -> tuple[tuple[Owner, ...], tuple[Owner, ...]]:
    """Return owners and contributors of all fields that name them."""
    if "owner" not in attributes.first and "contributors" not in attributes.first:
        return (), ()
    leads, others = attributes.all("owner"), attributes.all("contributors")
    if len(leads) == 1 and not others:
        return values.people(leads[0])
    owners: list[Owner] = []
    helpers: list[Owner] = []
    for text in leads:
        found = values.people(text)
        owners.extend(found[0])
        helpers.extend(found[1])
    for text in others:
        helpers.extend(values.contributors(text))
    return tuple(owners), tuple(helpers)


def _is_within(inner: Cycle, outer: Cycle) -> bool:
    """Whether a period is a part of another."""
    if not (inner.start and inner.end and outer.start and outer.end) or inner.value == outer.value:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _end_of(cycle: Cycle) -> Deadline | None:
    """Return the end of a cycle as the deadline that it implies."""
    if cycle.end is None:
        return None
    return Deadline.model_construct(raw=cycle.raw, span=cycle.span, value=cycle.end, start=cycle.start)


def _language(objectives: tuple[Objective, ...], title: Text | None) -> Language:
    """Return the language that most of the statements are written in."""
    statements = [item.text.value for objective in objectives for item in (objective, *objective.key_results)]
    return language_of("\n".join(statements) if statements else title.value if title else "")
