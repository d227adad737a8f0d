"""Units of time in English words: 30 June, June 30th, end of quarter, EOQ, second half of 2026, Friday."""

from collections.abc import Iterator
from functools import cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern

from okrlint.language.time_units.calendars import CalendarUnit, month_length
from okrlint.language.time_units.signs import MONTHS
from okrlint.language.time_units.unit import Unit, with_year

_OTHER_WORDS = frozenset(
    {"may", "march", "mar", "jan", "jun", "dec", "sep", "sept", "oct", "nov", "apr", "aug", "feb", "jul"}
)
"""Names that are other words (may, march) or too short to stand alone (a person called Jan)."""


def english_months(text: str) -> Iterator[Unit]:
    """Yield the months, and the days of months, that English words name."""
    for match in _month().finditer(text):
        number = MONTHS.get(match["month"].lower())
        if number is not None:
            yield from _month_or_day(text, match, number)


@cache
def _month() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?<![\w.,/$€£%-])(?P<before>\d{1,2})(?P<th>st|nd|rd|th)?"
        r"(?:(?:[ ]of)?[ ./-]|(?=[a-z]{3,9}(?:\d\d|\d{4})?(?![a-z\d]))))?"
        r"(?<![A-Za-z])(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})(?![A-Za-z])"
        r"(?:(?:\.?[ -]|/)(?:the[ ])?(?P<after>\d{1,2})(?P<nth>st|nd|rd|th)?(?![\w%+]|[.,:/]\d|[ ]?%))?",
        ASCII | IGNORECASE,
    )


def _month_or_day(text: str, match: Match[str], month: int) -> Iterator[Unit]:
    name = match["month"]
    start, end = match.start("month"), match.end("month")
    if match["before"] and 1 <= int(match["before"]) <= 31:
        start, day, ordinal = match.start(), int(match["before"]), match["th"]
    elif match["after"] and 1 <= int(match["after"]) <= 31:
        end, day, ordinal = match.end(), int(match["after"]), match["nth"]
    else:
        unit = with_year(text, Unit(start, end, "month", month))
        lower_case = name.islower()
        yield unit._replace(weak=unit.year is None and (lower_case or name.lower() in _OTHER_WORDS))
        return
    unit = with_year(text, Unit(start, end, "day", day, month=month))
    counts = name in {"may", "march"} and not ordinal and unit.year is None  # may 3 users
    valid = day <= month_length(month, unit.year)
    yield unit._replace(weak=counts, problem=None if valid else "invalid")


_UNITS: dict[str, CalendarUnit] = {
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "half": "half",
    "semester": "half",
    "year": "year",
    "w": "week",
    "m": "month",
    "q": "quarter",
    "h": "half",
    "y": "year",
    "fy": "year",
}
_OFFSETS = {"next": 1, "coming": 1, "last": -1, "previous": -1, "past": -1}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FEASTS = {
    "new year": (1, 1),
    "singles' day": (11, 11),
    "double 11": (11, 11),
    "christmas": (12, 25),
    "xmas": (12, 25),
}
"""Days that plans are made for and that fall on the same date each year."""

_MOVING_FEASTS = (
    "chinese new year",
    "lunar new year",
    "cny",
    "spring festival",
    "thanksgiving",
    "black friday",
    "easter",
)
"""The same on another day each year: a deadline all the same."""


def english_units(text: str) -> Iterator[Unit]:
    """Yield the units that English words other than the names of months and feasts name."""
    for match in _words().finditer(text):
        yield from _word_unit(text, match)


def english_feasts(text: str) -> Iterator[Unit]:
    """Yield the days before which something is due, as their names tell: before Christmas."""
    for match in _feast().finditer(text):
        day = _FEASTS.get(match["name"].lower().replace("’", "'"))
        if day:
            yield with_year(text, Unit(*match.span("name"), "day", day[1], month=day[0]))
        else:
            yield Unit(*match.span("name"), "feast", 0, relative=True)


@cache
def _feast() -> Pattern[str]:
    names = "|".join(sorted((*_FEASTS, *_MOVING_FEASTS), key=len, reverse=True)).replace("'", "['’]")
    return compile_pattern(
        rf"(?<![A-Za-z])(?:by|before|ahead[ ]of|prior[ ]to|until)[ ](?:the[ ])?(?P<name>{names})"
        r"(?![A-Za-z]|[ ]?\d(?!\d{3}(?!\d)))",
        ASCII | IGNORECASE,
    )


@cache
def _words() -> Pattern[str]:
    return compile_pattern(
        r"(?<![A-Za-z\d-])(?:EO(?P<abbreviation>FY|[WMQHY])(?![ ]close)"
        r"|(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?P<nth>quarter|half)"
        r"(?P<of>[ ]of[ ](?:the[ ])?(?:fiscal[ ])?year)?"
        r"|(?:(?P<which>this|next|the|our|current|coming|last|previous|past)[ ])?(?:current[ ])?(?P<fiscal>fiscal[ ])?"
        r"(?P<unit>week|month|quarter|half|semester|year)(?P<end>[- ]end)?"
        r"|(?:(?P<nearness>this|next|coming|last)[ ])?(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
        r")(?![A-Za-z\d]|-(?:long|over|on|old|round|by))",
        ASCII | IGNORECASE,
    )


def _word_unit(text: str, match: Match[str]) -> Iterator[Unit]:
    if match["abbreviation"]:
        letters = match["abbreviation"].lower()
        unit = Unit(*match.span(), _UNITS[letters], 0, relative=True, part="end", fiscal=letters == "fy")
        year = with_year(text, unit)
        yield unit if year.year is None or unit.kind != "year" else year._replace(number=1, relative=False)
    elif match["ordinal"]:
        kind = _UNITS[match["nth"].lower()]
        unit = with_year(text, Unit(*match.span(), kind, _ORDINALS[match["ordinal"].lower()]))
        known = unit.year is not None or match["of"]
        if not (kind == "half" and unit.number > 2) and (known or not text.startswith(" of", unit.end)):
            yield unit._replace(weak=not known)
    elif match["weekday"]:
        nearness = (match["nearness"] or "").lower()
        number = _WEEKDAYS.index(match["weekday"].lower()) + 1 + 7 * _OFFSETS.get(nearness, 0)
        yield Unit(*match.span(), "weekday", number, relative=True, weak=not nearness)
    else:
        yield _current(text, match)


def _current(text: str, match: Match[str]) -> Unit:
    """Return a unit that is counted from the current one, or year-end 2026."""
    which = (match["which"] or "").lower()
    unit = Unit(
        *match.span(),
        _UNITS[match["unit"].lower()],
        _OFFSETS.get(which, 0),
        relative=True,
        fiscal=bool(match["fiscal"]),
        weak=which in {"", "the", "our", "past"} and not match["end"],
        part="end" if match["end"] else None,
    )
    year = with_year(text, unit) if unit.kind == "year" and unit.part else unit
    return unit if year.year is None else year._replace(number=1, relative=False)
