"""Dated entries on how things stand: their day, confidence and progress, and what they say beside."""

from datetime import UTC, date, tzinfo
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language import dates
from okrlint.model import CheckIn, Text
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.drafts import Draft
from okrlint.reading.values import fields as values
from okrlint.reading.values.inline_fields import MAX_FIELDS, InlineField, named, reads
from okrlint.reading.values.ratings import read as read_rating
from okrlint.reading.word_sets import words

_HEAD = 40
"""How many characters of a check-in are searched for its day."""

_OPENINGS = " ([（【*-"

_CLAUSES = 100
"""How many clauses of a check-in are searched for fields."""

_FIELDS = words("confidence progress score current value status note risk date")
"""What a clause of a check-in may state by name."""


def check_in(draft: Draft, cycle: values.Bounds | None, zone: tzinfo = UTC) -> CheckIn:
    """Return a dated entry (a Unix time being a day of `zone`); its words are the note where no field is."""
    day = next((text for name, text in draft.fields if name == "date" and text.value), None)
    on = values.day(day, cycle, zone=zone) if day else None
    on, text = (on, draft.text) if day else _leading_day(draft.text, cycle)
    stated, rest = _clauses(text)
    attributes = Attributes(draft.fields + stated, [])
    confidence, value = attributes.one("confidence"), attributes.one("current") or attributes.one("value")
    return CheckIn.model_construct(
        span=draft.span,
        date=on,
        confidence=values.confidence(confidence) if confidence else None,
        progress=_progress(attributes.one("progress") or attributes.one("score")),
        value=values.quantity(value) if value else None,
        note=attributes.one("note") or rest or attributes.one("risk") or attributes.one("status"),
    )


def _leading_day(text: Text, cycle: values.Bounds | None) -> tuple[date | None, Text]:
    """Return the day that an entry begins with, and the words behind it; a day further on belongs to the note."""
    week = _week().match(text.value)
    start = week.end() if week else 0
    head = text.value[start : start + _HEAD].partition("：")[0].partition(":")[0]
    found = dates.dates(head, cycle=cycle)
    if not found or found[0].first != found[0].last or head[: found[0].start].strip(_OPENINGS):
        return None, _behind(text, start)
    return found[0].first, _behind(text, start + found[0].end)


@cache
def _week() -> Pattern[str]:
    """Match the week that an entry begins with, before its day: `Week 3 (20 April)`, 第3周（4/20）, `Week of 6 May`."""
    return compile_pattern(
        r"\s{0,3}(?:week (?:of|beginning|commencing|ending)\b|w/[ce]\b"
        r"|(?:20\d\d ?-? ?)?(?:week|wk|w|cw|kw) ?#?\d{1,2}\b"
        r"|(?:20\d\d年)?第? ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?[周週])[\s,，:：]{0,3}",
        ASCII | IGNORECASE,
    )


def _behind(text: Text, end: int) -> Text:
    while 0 < end < len(text.value) and text.value[end] in " )]）】*:：,，-—–|":
        end += 1
    return text.part(end, len(text.value)) if end else text


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(r"[,，;；。、|｜·()（）\n]|\.(?=\s)|\s[-–—]{1,2}\s|[–—]{1,2}|$")


def _clauses(text: Text) -> tuple[list[InlineField], Text | None]:
    """Return the fields that an entry states in clauses of their own, and what it says beside, from end to end."""
    stated: list[InlineField] = []
    said: list[tuple[int, int]] = []
    start = 0
    for number, separator in enumerate(_separator().finditer(text.value)):
        if number >= _CLAUSES:
            said.append((start, len(text.value)))
            break
        field = _field(text, start, separator.start()) if len(stated) < MAX_FIELDS else None
        if field:
            stated.append(field)
        elif text.value[start : separator.start()].strip():
            said.append((start, separator.start()))
        start = separator.end()
    if not said:
        return stated, None
    return stated, text.part(said[0][0], said[-1][1]) if stated else text


def _field(text: Text, start: int, end: int) -> InlineField | None:
    """Return the field that a clause is, or None: `confidence 6/10`, `信心降至3`, `Blocker: the contract`."""
    clause = text.part(start, end)
    rating = _bare_rating().fullmatch(clause.value)
    if rating:
        return "confidence", clause.part(*rating.span(rating.lastindex or 0))
    found = named(clause.value, 0)
    if found is None or found.name not in _FIELDS:
        return None
    moved = _moved().match(clause.value, found.begin)
    value = clause.part(moved.end() if moved else found.begin, len(clause.value))
    if not value.value or not (found.colon or reads(found.name, value.value)):
        return None
    return found.name, value


@cache
def _bare_rating() -> Pattern[str]:
    """Match a confidence whose name stands behind it: `7/10 confidence`, `七成把握`."""
    return compile_pattern(
        r"(\d{1,2} ?/ ?10|\d{1,3} ?%)(?: confidence| confident|的?把握)|([一二两兩三四五六七八九]成把握)",
        IGNORECASE,
    )


@cache
def _moved() -> Pattern[str]:
    """Match how a value came about: `dropped to`, `still at`, 降至, 仍为."""
    return compile_pattern(
        r"(?:(?:is|was|now|still|remains?|stays?|stayed|dropped|drops|down|fell|falls|rose|rises|up|raised|lowered)\s)"
        r"{1,2}(?:to\s|at\s)?|(?:仍|还|還|现|現)?(?:下调|下調|上调|上調|下降|上升|降|升|调|調|提高|回升|维持|維持|为|為|是|在)"
        r"[至到为為在]?\s?",
        IGNORECASE,
    )


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
