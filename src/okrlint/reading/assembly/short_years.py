"""Days with a year of two digits where no cycle tells which number it is: 24.3.15 in a document of 2024."""

from datetime import date
from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import language_of
from okrlint.model import Deadline

_NOW = range(20, 30)
"""The years, without their century, that plans are written for."""


def settled(due: Deadline, source: str) -> Deadline:
    """Return a deadline with the day that the document as a whole tells it to be; no day where that is not plain."""
    if due.problem == "unread":
        written = _short_day().fullmatch(due.raw)  # 24.3.4, which can be nothing else where the year comes first
        day = _readings(written)[0] if written and language_of(source) == "zh" else None
        return due if day is None else due.model_copy(update={"value": day, "start": day, "problem": None})
    last, first = (settled_day(due.raw, day, source) for day in (due.value, due.start))
    if (last, first) == (due.value, due.start):
        return due
    if last is None or first is None:
        return due.model_copy(update={"value": None, "start": None, "problem": "ambiguous"})
    return due.model_copy(update={"value": last, "start": first})


def settled_day(words: str, read: date | None, source: str) -> date | None:
    """Return what the day that was read from words is; None where that is not plain."""
    for written in _short_day().finditer(words):
        if read is not None and read in _readings(written):
            return _meant(written, source)
    return read


@cache
def _short_day() -> Pattern[str]:
    """Return the pattern of a day that begins or ends with a year of two digits: 24.3.15, 24/03/15."""
    return compile_pattern(r"(?<![\w.+])(\d\d)([-./])(\d{1,2})\2(\d{1,2})(?![\w%]|[./:]\d)", ASCII)


def _meant(written: Match[str], source: str) -> date | None:
    """Return the day that these numbers mean, None where it is not plain.

    In a Chinese document the year comes first; in others it comes where the other days of the document have it, or
    where only so it is a year that the document names; else only a year of now can come last.
    """
    year_first, year_last = _readings(written)
    if year_first is None or year_last is None or language_of(source) == "zh":
        return year_first or year_last
    others = [_only_reading(other) for other in _short_day().finditer(source) if other[2] == written[2]]
    begins = {begins for day, begins in others if day}
    years = {int(year) for year in _years().findall(source)} | {day.year for day, _ in others if day}
    if begins == {True}:
        return year_first
    named = [day for day in (year_first, year_last) if day.year in years]
    if begins == {False}:
        return year_last if year_last in named or year_first not in named else None
    return named[0] if len(named) == 1 else year_last if int(written[4]) in _NOW else None


def _readings(written: Match[str]) -> tuple[date | None, date | None]:
    """Return the days that the numbers can mean: the year being the first of them, and being the last."""
    first, second, third = int(written[1]), int(written[3]), int(written[4])
    year_first = _day(first, second, third) if first in _NOW else None
    return year_first, _day(third, second, first) if len(written[4]) == _SHORT and third < _NOW.stop else None


_SHORT = 2
"""How many digits a year without its century has."""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(2000 + year, month, day)
    except ValueError:
        return None


def _only_reading(written: Match[str]) -> tuple[date | None, bool]:
    """Return the day that numbers mean which can be read in one way, and whether it begins with the year.

    What ends with one digit may be a version.
    """
    year_first, year_last = _readings(written)
    if len(written[4]) < _SHORT or (year_first and year_last):
        return None, False
    return year_first or year_last, year_first is not None


@cache
def _years() -> Pattern[str]:
    return compile_pattern(r"(?<!\d)20[0-4]\d(?!\d)", ASCII)
