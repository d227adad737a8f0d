"""From the words of a field to its value.

Nothing is lost: what cannot be read keeps its words, and a `problem` that says so.
"""

from datetime import UTC, date, tzinfo
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import Literal

from okrlint.language import cycles, dates, quantities
from okrlint.language.folding import fold_width
from okrlint.model import Cycle, Deadline, Quantity, Text
from okrlint.model.values import DateProblem
from okrlint.reading.values.inline_fields import may_be_week
from okrlint.reading.values.people import contributors, owners, people
from okrlint.reading.values.ratings import confidence, is_placeholder, may_tell_change, score, weight

__all__ = [
    "Bounds",
    "confidence",
    "contributors",
    "cycle",
    "day",
    "deadline",
    "deadline_in",
    "deadline_of_step",
    "is_placeholder",
    "owners",
    "people",
    "quantity",
    "quantity_of",
    "score",
    "weight",
]

Bounds = tuple[date, date]
"""The first and the last day of a cycle."""

Place = Literal["field", "title", "heading", "path", "text"]


def deadline(text: Text, cycle: Bounds | None = None, fiscal_year_start: int = 1, *, zone: tzinfo = UTC) -> Deadline:
    """Return the day that a deadline field names; its year is that of the cycle where the words name none.

    A Unix time is a day of the time zone `zone`.
    """
    words = text.value
    if may_tell_change(words):
        from okrlint.reading.values.superseded import current_part  # few words tell what was due before

        words = words[slice(*current_part(words, _is_time))]
    found = dates.read_date(words, cycle=cycle, fiscal_year_start=fiscal_year_start, zone=zone)
    if (found is None and may_be_week(words)) or (found and found.precision == "week" and found.last is None):
        week = _week(text, words, cycle, fiscal_year_start)
        if week:
            return week
    if found is None:
        problem: DateProblem = "vague" if dates.is_vague(text.value) else "unread"
        return Deadline.model_construct(raw=text.raw, span=text.span, problem=problem)
    return _deadline(text, found)


def _week(text: Text, words: str, cycle: Bounds | None, fiscal_year_start: int) -> Deadline | None:
    """Return the deadline that a week of the cycle is; without a day where the cycle is not known."""
    from okrlint.reading.values.weeks import days_of_week, is_week_of_quarter  # few deadlines are a week

    days = days_of_week(words, cycle, fiscal_year_start)
    if days:
        return Deadline.model_construct(raw=text.raw, span=text.span, value=days[1], start=days[0])
    return Deadline.model_construct(raw=text.raw, span=text.span) if is_week_of_quarter(words) else None


def _is_time(words: str) -> bool:
    found = dates.read_date(words)
    return found is not None and found.end - found.start >= len(words) - 1


def deadline_in(text: Text, cycle: Bounds | None = None, fiscal_year_start: int = 1) -> Deadline | None:
    """Return the day by which a statement says that it shall be reached (by 30 June, 3月底前, 两周内), if it does.

    Of a day and a limit that is counted from an event, the day holds; of several of a kind none.
    """
    spans = dates.dates(text.value, cycle=cycle, fiscal_year_start=fiscal_year_start)
    if not spans:
        return None
    found = [span for span in spans if span.deadline]
    by = [span for span in found if span.problem != "relative"] or found
    if len(by) != 1:
        return None
    named = text.part(by[0].start, by[0].end)
    if by[0].precision == "week" and by[0].last is None and by[0].problem is None:
        return _week(named, named.value, cycle, fiscal_year_start) or _deadline(named, by[0])
    return _deadline(named, by[0])


def deadline_of_step(text: Text, cycle: Bounds | None = None, fiscal_year_start: int = 1) -> Deadline | None:
    """Return the day by which a step of a plan is to be done: as `deadline_in`, or else the time at its edge.

    A step that begins with a period (`5月：选址`) or a day, or ends with a day ("call the rest 2026-05-20"), is due
    then, without a word that says so.
    """
    due = deadline_in(text, cycle, fiscal_year_start)
    if due is not None:
        return due
    found = dates.dates(text.value, cycle=cycle, fiscal_year_start=fiscal_year_start)
    at_edge = [span for span in found if span.problem != "relative" and _is_at_edge(text.value, span)]
    if len(at_edge) != 1:
        return None
    return _deadline(text.part(at_edge[0].start, at_edge[0].end), at_edge[0])


_BEHIND_TIME = " \t\u3000:：,，、-–—)）]】"
_AROUND_STEP = " \t\u3000([（【.。;；)）]】"


def _is_at_edge(text: str, span: dates.DateSpan) -> bool:
    if not text[: span.start].strip(_AROUND_STEP):
        return text[span.end : span.end + 1] in _BEHIND_TIME
    return span.precision == "day" and not text[span.end :].strip(_AROUND_STEP)


def _deadline(text: Text, found: dates.DateSpan) -> Deadline:
    return Deadline.model_construct(
        raw=text.raw,
        span=text.span,
        value=found.last,
        start=found.first,
        month_day=found.month_day,
        problem=found.problem,
    )


def day(text: Text, cycle: Bounds | None = None, *, zone: tzinfo = UTC) -> date | None:
    """Return the one day that the words name, or None where they name a longer period or none."""
    found = dates.read_date(text.value, cycle=cycle, zone=zone, day=True)
    return found.first if found and found.first == found.last else None


@cache
def _plain_number() -> Pattern[str]:
    return compile_pattern(r"[-+]?\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,15})?", ASCII)


@cache
def _decimal_comma() -> Pattern[str]:
    """Match `3,9`: fewer than three digits behind a comma are no thousands."""
    return compile_pattern(r"[-+]?\d{1,15},\d{1,2}", ASCII)


def quantity(text: Text) -> Quantity:
    """Return the one number that a field names, with its unit; no value where it names several or none.

    A remark in parentheses behind it does not count: `3 shops (at least 1)`.
    """
    folded = fold_width(text.value).strip()
    if _decimal_comma().fullmatch(folded):
        return Quantity.model_construct(raw=text.raw, span=text.span, value=float(folded.replace(",", ".")))
    if _plain_number().fullmatch(folded):
        return Quantity.model_construct(raw=text.raw, span=text.span, value=float(folded.replace(",", "")))
    found = quantities.amounts(text.value)
    if len(found) > 1:
        remark = text.value.replace("（", "(").find("(")
        found = tuple(amount for amount in found if amount.end <= remark)
    if len(found) != 1:
        return Quantity.model_construct(raw=text.raw, span=text.span)
    return quantity_of(text, found[0])


def quantity_of(text: Text, amount: quantities.Amount) -> Quantity:
    """Return an amount that was found in `text` as a quantity with a place."""
    span, raw = text.excerpt(amount.start, amount.end)
    if text.pieces and ("*" in raw or "`" in raw):
        from okrlint.reading.values.written import with_both_marks  # few numbers are bold

        span = with_both_marks(span, text.raw, text.span.start)
        raw = text.raw[span.start - text.span.start : span.end - text.span.start]
    return Quantity.model_construct(
        raw=raw, span=span, value=amount.value, unit=amount.unit, comparator=amount.comparator
    )


def cycle(text: Text, place: Place = "field", fiscal_year_start: int = 1) -> Cycle | None:
    """Return the period that the words name, or None where they name none."""
    period = cycles.cycle_of(text.value, fiscal_year_start=fiscal_year_start)
    rest = _rest_of_year(text, place) if period is None or period.kind == "year" else None
    if rest or period is None:
        return rest
    span, raw = text.excerpt(period.start, period.end)
    return Cycle.model_construct(
        raw=raw,
        span=span,
        value=period.value,
        start=period.first,
        end=period.last,
        place=place,
        problem=period.problem,
    )


@cache
def _rest() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:rest|remainder) of (?:the year )?(20\d\d)\b(?!-)"
        r"|(20\d\d) ?年?(?:剩余|剩餘|余下|餘下)(?:的?(?:时间|時間|月份))?",
        ASCII | IGNORECASE,
    )


def _rest_of_year(text: Text, place: Place) -> Cycle | None:
    """Return the cycle that ends with a year and begins whenever the words were written: `Rest of 2026`."""
    found = _rest().search(fold_width(text.value))
    if found is None:
        return None
    span, raw = text.excerpt(*found.span())
    last = date(int(found[1] or found[2]), 12, 31)
    return Cycle.model_construct(raw=raw, span=span, value=found[0], start=None, end=last, place=place, problem=None)
