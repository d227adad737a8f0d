"""What stands below an item: actions, check-ins, and what it refers to."""

from datetime import date
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language import dates
from okrlint.model import Action, CheckIn, Confidence, Problem, Quantity, Text
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.drafts import Draft
from okrlint.reading.values import fields as values
from okrlint.reading.values.inline import split_inline
from okrlint.reading.values.ratings import read as read_rating
from okrlint.reading.word_sets import words

_DONE = words("true yes done x ✓ ✔ ✅ 是 完成 已完成 completed complete finished closed")
_OPEN = words("false no open todo planned backlog doing 否 未完成 未开始 未開始 进行中 進行中")


_HEAD = 40
"""How many characters of a check-in are searched for its day."""

_OPENINGS = " ([（【*-"


def action(draft: Draft, cycle: values.Bounds | None, problems: list[Problem]) -> Action:
    """Return a step of a plan with its owners, its due date, and whether it is done."""
    text, inline = split_inline(draft.text)
    attributes = Attributes(draft.fields + inline, problems)
    due = attributes.one("deadline")
    done = attributes.one("done") or attributes.one("status")
    return Action.model_construct(
        text=text,
        owners=tuple(owner for field in attributes.all("owner") for owner in values.owners(field)),
        due=values.deadline(due, cycle) if due else values.deadline_in(text, cycle),
        done=_is_done(done) if draft.done is None and done else draft.done,
    )


def _is_done(text: Text) -> bool | None:
    word = text.value.strip().lower()
    return True if word in _DONE else False if word in _OPEN else None


def check_in(draft: Draft, cycle: values.Bounds | None) -> CheckIn:
    """Return a dated entry; its words are the note where no field is."""
    text, inline = split_inline(draft.text)
    attributes = Attributes(draft.fields + inline, [])
    day = attributes.one("date")
    on = values.day(day, cycle) if day else None
    if not day:
        on, text = _leading_day(text, cycle)
    confidence, value = attributes.one("confidence"), attributes.one("current")
    note = attributes.one("note") or (text if text.value else None)
    return CheckIn.model_construct(
        span=draft.span,
        date=on,
        confidence=_confidence(confidence),
        progress=_progress(attributes.one("progress") or attributes.one("score")),
        value=_value(value),
        note=note,
    )


def _leading_day(text: Text, cycle: values.Bounds | None) -> tuple[date | None, Text]:
    """Return the day that an entry begins with, and the words behind it; a day further on belongs to the note."""
    head = text.value[:_HEAD].partition("：")[0].partition(":")[0]
    found = dates.dates(head, cycle=cycle)
    if not found or found[0].first != found[0].last or head[: found[0].start].strip(_OPENINGS):
        return None, text
    return found[0].first, _behind(text, found[0].end)


def _behind(text: Text, end: int) -> Text:
    while end < len(text.value) and text.value[end] in " )]）】*:：,，-—–|":
        end += 1
    return text.part(end, len(text.value))


def _confidence(text: Text | None) -> Confidence | None:
    return values.confidence(text) if text else None


def _value(text: Text | None) -> Quantity | None:
    return values.quantity(text) if text else None


def _progress(text: Text | None) -> float | None:
    """Return progress from 0 to 1, more than 1 where a percentage says so."""
    if text is None:
        return None
    reading = read_rating(text.value)
    if reading.bare is not None:
        return reading.bare if 0 <= reading.bare <= 1 else reading.bare / 100 if 0 <= reading.bare <= 1000 else None
    amount = values.quantity(text)
    over = reading.problem == "range" and amount.unit == "%" and amount.value is not None and amount.value > 0
    return amount.value / 100 if over and amount.value else reading.value


@cache
def _reference() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[\w.#/\u3400-\u9fff-]{1,24}\s{0,3}", ASCII)


def references(texts: list[Text]) -> tuple[Text, ...]:
    """Return what an item contributes to; a list of identifiers (O1, KR2) counts as several."""
    found: list[Text] = []
    for text in texts:
        parts = _split(text)
        identifiers = len(parts) > 1 and all(_reference().fullmatch(part.value) for part in parts)
        found.extend(parts if identifiers else [text])
    return tuple(found)


def _split(text: Text) -> list[Text]:
    parts: list[Text] = []
    start = 0
    for at, char in enumerate(f"{text.value},"):
        if char in ",，、;；":
            parts.append(text.part(start, at))
            start = at + 1
    return parts
