"""Units of time that are written with figures: 2026-06-30, 6/30, Q3 2026, 2Q26, W20, FY26."""

from collections.abc import Iterator
from functools import cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern

from okrlint.language.numerals import chinese_number
from okrlint.language.time_units.calendars import CalendarUnit, full_year, month_length
from okrlint.language.time_units.unit import Unit, checked, republican_year, with_year


@cache
def _numeric() -> Pattern[str]:
    return compile_pattern(
        r"(?<![\w.+$€£¥#])(?<!\d[:,])(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{1,4}))?"
        r"(?:[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[ ]?Z|[ ]?[+-]\d\d:?\d\d)?)?"
        r"(?![\w%]|[./,:]\d|-\d{1,2}(?![\d./]))"
        r"|(?<![\w.,-])(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?![\w.,%-])"
        r"|(?<![\w.,/-])(0[1-9]|1[0-2])/(20\d\d)(?![\w%]|[.,/-]\d)",
        ASCII,
    )


def numeric_days(text: str, *, month_first: bool) -> Iterator[Unit]:
    """Yield the days and months that are written with figures alone (2026-06-30, 6/30, 2026/05, 20260630)."""
    for match in _numeric().finditer(text):
        first, sign, second, third, *compact = match.groups()
        if compact[0]:
            unit = _day(match, int(compact[0]), int(compact[1]), int(compact[2]))
            if not unit.problem:
                yield unit
        elif compact[3]:
            yield Unit(*match.span(), "month", int(compact[3]), year=int(compact[4]))
        elif third is None:
            yield from _two_numbers(match, first, sign, second, month_first=month_first)
        elif len(first) == 4 and len(third) <= 2:
            yield from _year_first(match, int(first), int(second), int(third), sign)
        elif len(first) <= 2 and len(third) in {2, 4}:
            yield from _year_last(match, month_first=month_first)


def _day(match: Match[str], year: int | None, month: int, day: int, *, weak: bool = False) -> Unit:
    valid = 1 <= month <= 12 and 1 <= day <= month_length(month, year)
    return Unit(*match.span(), "day", day, month=month, year=year, weak=weak, problem=None if valid else "invalid")


def _year_first(match: Match[str], year: int, month: int, day: int, sign: str) -> Iterator[Unit]:
    if full_year(f"{year:04}") is None:
        return
    unit = _day(match, year, month, day)
    # With dots it may be a version (2026.13.1), which is no slip of the calendar.
    if not (unit.problem and sign == "." and not (1 <= month <= 12 and 1 <= day <= 31)):
        yield unit


_SHORT_YEARS = range(20, 40)
"""Two digits that may begin a date as its year."""
_YEARS_OF_NOW = range(20, 30)
"""Two digits of which one tells in any language that they are the year, where those at the end are none: 26-06-30."""


def _year_last(match: Match[str], *, month_first: bool) -> Iterator[Unit]:
    first, sign, second, third = int(match[1]), match[2], int(match[3]), match[4]
    year = full_year(third)
    if year is None or max(first, second) > 31 or 0 in (first, second):
        return
    # 3.4.2026 may be a version, 02.07.19 a version or a time; 1/2/26 a list
    weak = len(third) == 2 or (sign == "." and len(match[1]) + len(match[3]) < 4)
    if second <= 12 and len(third) == 2 and _begins_with_year(first, int(third), chinese=month_first):
        yield _day(match, full_year(match[1]), second, int(third), weak=weak)  # 26/6/30; in Chinese 24/3/15, too
    elif sign == "." or first > 12:
        yield _day(match, year, second, first, weak=weak)
    elif second > 12 or first == second or month_first:
        yield _day(match, year, first, second, weak=weak)
    else:
        yield Unit(*match.span(), "day", second, month=first, year=year, weak=weak, problem="ambiguous")


@cache
def _short_year_first() -> Pattern[str]:
    return compile_pattern(r"(\d\d)[-/.](\d{1,2})[-/.](\d\d)", ASCII)


def year_first(text: str, unit: Unit) -> Unit | None:
    """Return a day whose year was taken to come last as one whose year comes first: 26.6.30 as 30 June 2026."""
    match = _short_year_first().fullmatch(text, unit.start, unit.end) if unit.kind == "day" else None
    if match is None or unit.year != full_year(match[3]) or int(match[1]) not in _SHORT_YEARS:
        return None
    found = _day(match, full_year(match[1]), int(match[2]), int(match[3]), weak=unit.weak)
    return None if found.problem else found


def _begins_with_year(first: int, last: int, *, chinese: bool) -> bool:
    if chinese:
        return first in _SHORT_YEARS
    return first in _YEARS_OF_NOW and last >= _YEARS_OF_NOW.stop


def _two_numbers(match: Match[str], first: str, sign: str, second: str, *, month_first: bool) -> Iterator[Unit]:
    month, day = int(first), int(second)
    if len(first) == 4:
        year = full_year(first)
        if year is not None and 1 <= day <= 12:
            yield Unit(*match.span(), "month", day, year=year, weak=sign == "." and len(second) == 1)
    elif match.string[match.start() - 1 : match.start()] == "-" and not match.string[match.start() - 2].isdigit():
        return  # KR-1-2, A-3/4
    elif len(first) <= 2 and 0 < month <= 31 and 0 < day <= 31:
        if month > 12 and sign == "/" and day <= 12:
            month, day = day, month
        unit = _day(match, None, month, day, weak=True)
        if unit.problem is None and sign == "/" and month != day and day <= 12 >= int(first) and not month_first:
            unit = unit._replace(problem="ambiguous")
        if unit.problem != "invalid" and (sign == "/" or len(first + second) == 4 or (sign == "." and day > 9)):
            yield unit


@cache
def _lettered() -> Pattern[str]:
    return compile_pattern(
        r"(?<![A-Za-z\d.$])([1-4])([QH])[ ']?(\d{4}|\d\d)(?![\w%])"
        r"|(?:(?<![A-Za-z])|(?<=FY\d\d)|(?<=FY\d{4})|(?<=OKR))([QHST])([1-9])(?:(?=[FC]Y'?\d|OKR)|(?![A-Za-z\d%]|\.\d))"
        r"|(?<![A-Za-z\d])(?:(?:calendar|cal|iso)[ ]?)?(week|wk|[CK]?W)[ .#]?(\d{1,2})(?![\w%]|\.\d)"
        r"|(?<![A-Za-z])(?:(?P<spaced>Q)[ ]|(?P<word>quarter|half)[ -]?)(?P<nth>[1-4])(?![\w%]|\.\d)",
        ASCII | IGNORECASE,
    )


_UNIT_LETTERS: dict[str, CalendarUnit] = {"Q": "quarter", "H": "half", "S": "half", "T": "trimester"}


_LONGEST_WORDS = len("calendar quarter")


def lettered_units(text: str, first: int = 0) -> Iterator[Unit]:
    """Yield quarters, halves and weeks that a letter or word with a number names (Q3 2026, 2Q26, H1, week 20).

    Args:
        text: the text, in half width.
        first: an offset; no word that is followed by a number ends before it.
    """
    for match in _lettered().finditer(text, max(0, first - _LONGEST_WORDS)):
        if match[6]:
            yield from _week(text, match, int(match[7]))
        elif match[1]:
            year = full_year(match[3])
            if year is not None:
                yield checked(Unit(*match.span(), _UNIT_LETTERS[match[2].upper()], int(match[1]), year=year))
        elif match["nth"]:
            yield from _quarter_in_words(text, match, int(match["nth"]))
        else:
            yield from _letter_and_number(text, match)


def _quarter_in_words(text: str, match: Match[str], number: int) -> Iterator[Unit]:
    """Yield a quarter or half that is written out (Quarter 2, Half 1), and `Q 2` where its year stands beside it."""
    kind: CalendarUnit = "half" if (match["word"] or "").lower() == "half" else "quarter"
    unit = checked(with_year(text, Unit(*match.span(), kind, number)))
    if unit.year is not None or match["word"]:
        yield unit._replace(weak=unit.year is None)


def _letter_and_number(text: str, match: Match[str]) -> Iterator[Unit]:
    letter = match[4].upper()
    unit = checked(with_year(text, Unit(*match.span(), _UNIT_LETTERS[letter], int(match[5]))))
    if letter in "ST":  # a semester and a trimester only beside a year: s1 and t1 are anything
        if unit.year is not None and not unit.problem:
            yield unit
    elif unit.year is not None:
        yield unit
    elif text[max(0, unit.start - 1) : unit.start] not in {"$", "#"}:
        # H1 is a heading too, H5 a web page, Q5 a question.
        yield unit._replace(weak=True) if letter == "H" or unit.problem else unit


def _week(text: str, match: Match[str], number: int) -> Iterator[Unit]:
    unit = with_year(text, Unit(*match.span(), "week", number))
    yield checked(unit)._replace(weak=unit.year is None)


@cache
def _years() -> Pattern[str]:
    return compile_pattern(
        r"(?<![A-Za-z\d])(?P<mark>FY|CY)[ ']?(?P<marked>\d{4}|\d\d)(?:[-/](?P<until>\d{4}|\d\d))?"
        r"(?:(?=OKR)|(?![A-Za-z\d]))"
        r"|(?P<era>民国)[ ]?(?P<republican>\d{2,3})[ ]?年"
        r"|(?<![\w.])(?P<short>[23]\d)年(?=[ ]?[底末终])"
        r"|(?<![〇零一二三四五六七八九])(?P<words>二[〇零][〇零一二三四五六七八九]{2})[ ]?年度?"
        r"|(?:(?<![\w.,$€£¥#+-])|(?<=OKR))(?P<bare>(?:19|20)\d\d)"
        r"(?:(?P<sign>[ ]?财?年度?)|(?=OKR)|(?![A-Za-z\d%]|[.,:/-]\d))",
        ASCII | IGNORECASE,
    )


def plain_years(text: str) -> Iterator[Unit]:
    """Yield years by themselves (FY26, 2026年, 2026)."""
    for match in _years().finditer(text):
        fiscal = (match["mark"] or "").upper() == "FY"
        if match["republican"]:
            year = republican_year(match["republican"])
        elif match["words"]:
            year = full_year(f"{chinese_number(match['words']) or 0:.0f}")
        else:
            year = full_year(match["until"] or match["marked"] or match["short"] or match["bare"])
        if year is not None:
            sign = match["sign"] or ""
            fiscal = fiscal or "财" in sign
            weak = bool(match["bare"]) and not sign
            yield Unit(*match.span(), "year", 1, year=year, fiscal=fiscal, weak=weak)
