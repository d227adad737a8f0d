"""From the words of a field to its value.

Nothing is lost: what cannot be read keeps its words, and a `problem` that says so.
"""

from datetime import date
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import Literal

from okrlint.language import cycles, dates, quantities
from okrlint.language.folding import fold_width
from okrlint.model import Cycle, Deadline, Quantity, Text
from okrlint.model.values import DateProblem
from okrlint.reading.values.people import contributors, owners, people
from okrlint.reading.values.ratings import confidence, is_placeholder, score, weight

__all__ = [
    "Bounds",
    "confidence",
    "contributors",
    "cycle",
    "day",
    "deadline",
    "deadline_in",
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


def deadline(text: Text, cycle: Bounds | None = None, fiscal_year_start: int = 1) -> Deadline:
    """Return the day that a deadline field names; its year is that of the cycle where the words name none."""
    found = dates.read_date(text.value, cycle=cycle, fiscal_year_start=fiscal_year_start)
    if found is None:
        problem: DateProblem = "vague" if dates.is_vague(text.value) else "unread"
        return Deadline.model_construct(raw=text.raw, span=text.span, problem=problem)
    return _deadline(text, found)


def deadline_in(text: Text, cycle: Bounds | None = None, fiscal_year_start: int = 1) -> Deadline | None:
    """Return the day by which a statement says that it shall be reached (by 30 June, 3月底前), if it does."""
    found = dates.dates(text.value, cycle=cycle, fiscal_year_start=fiscal_year_start)
    by = [span for span in found if span.deadline]
    if len(by) != 1:
        return None
    return _deadline(text.part(by[0].start, by[0].end), by[0])


def _deadline(text: Text, found: dates.DateSpan) -> Deadline:
    return Deadline.model_construct(
        raw=text.raw,
        span=text.span,
        value=found.last,
        start=found.first,
        month_day=found.month_day,
        problem=found.problem,
    )


def day(text: Text, cycle: Bounds | None = None) -> date | None:
    """Return the one day that the words name, or None where they name a longer period or none."""
    found = dates.read_date(text.value, cycle=cycle)
    return found.first if found and found.first == found.last else None


@cache
def _plain_number() -> Pattern[str]:
    return compile_pattern(r"[-+]?\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,15})?", ASCII)


def quantity(text: Text) -> Quantity:
    """Return the one number that a field names, with its unit; no value where it names several or none."""
    folded = fold_width(text.value).strip()
    if _plain_number().fullmatch(folded):
        return Quantity.model_construct(raw=text.raw, span=text.span, value=float(folded.replace(",", "")))
    found = quantities.amounts(text.value)
    if len(found) != 1:
        return Quantity.model_construct(raw=text.raw, span=text.span)
    return quantity_of(text, found[0])


def quantity_of(text: Text, amount: quantities.Amount) -> Quantity:
    """Return an amount that was found in `text` as a quantity with a place."""
    words = text.part(amount.start, amount.end)
    return Quantity.model_construct(
        raw=words.raw, span=words.span, value=amount.value, unit=amount.unit, comparator=amount.comparator
    )


def cycle(text: Text, place: Place = "field", fiscal_year_start: int = 1) -> Cycle | None:
    """Return the period that the words name, or None where they name none."""
    period = cycles.cycle_of(text.value, fiscal_year_start=fiscal_year_start)
    if period is None:
        return None
    words = text.part(period.start, period.end)
    return Cycle.model_construct(
        raw=words.raw,
        span=words.span,
        value=period.value,
        start=period.first,
        end=period.last,
        place=place,
        problem=period.problem,
    )
