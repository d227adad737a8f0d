"""Weeks of a cycle as deadlines: W8, 第3周, Q2W4; the last day of each where the cycle is known."""

from datetime import date, timedelta
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language import cycles, dates
from okrlint.language.folding import fold_width

_THURSDAY = 3
_TENTHS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)}


@cache
def _week() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?P<year>20\d\d)[ -]?(?:年\s?)?)?(?:(?P<quarter>Q[1-4])[ \-/·.的]{0,2})?"
        r"(?:(?:W|wk|week) ?(?P<figure>\d{1,2})|第 ?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[周週])"
        r"(?:之?前|[底末内內])?(?:\s?(?:完成|达成|達成|上线|上線|交付))?",
        ASCII | IGNORECASE,
    )


@cache
def _part_of_month() -> Pattern[str]:
    return compile_pattern(r"(?:20\d\d年)?\d{1,2}月[上中下]旬(?:之?前)?", ASCII)


@cache
def _comes_back() -> Pattern[str]:
    """Match what is told of the weeks after somebody came: `W4 retention`, 第4周留存率."""
    return compile_pattern(
        r"retention|retain|return|cohort|churn|active|activation"
        r"|留存|回访|回訪|复购|復購|回购|回購|流失|活跃|活躍|续|續",
        IGNORECASE,
    )


def is_due(words: str, statement: str) -> bool:
    """Tell whether words behind a statement are the week or the part of a month by which it is to be reached."""
    folded = fold_width(words).strip()
    if _part_of_month().fullmatch(folded):
        return True
    return _week().fullmatch(folded) is not None and _comes_back().search(statement) is None


def days_of_week(words: str, cycle: tuple[date, date] | None, fiscal_year_start: int = 1) -> tuple[date, date] | None:
    """Return the first and the last day of the week that words name, in a cycle; None where that is not known.

    The weeks of a cycle are counted as those of a year are: a week belongs to where its Thursday is. A number that is
    none of them may be that of a week of the year.
    """
    found = _week().match(fold_width(words).strip())
    if found is None or cycle is None:
        return None
    number = _number(found["figure"] or found["number"])
    around: tuple[date, date] | None = cycle
    if found["quarter"]:
        around = _quarter(f"{found['year'] or cycle[0].year} {found['quarter']}", fiscal_year_start)
    elif found["year"]:
        return None  # of that year: the words name the days themselves
    if around is None or not number:
        return None
    return _counted(number, around) or (None if found["quarter"] else _of_year(number, cycle))


def is_week_of_quarter(words: str) -> bool:
    """Tell whether words name a week of a quarter and nothing else: Q2W4."""
    found = _week().fullmatch(fold_width(words).strip())
    return found is not None and found["quarter"] is not None


def _number(digits: str) -> int:
    if digits.isdigit():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    return 10 * bool(ten) * _TENTHS.get(tens, 1) + _TENTHS.get(ones, 0)


def _quarter(words: str, fiscal_year_start: int) -> tuple[date, date] | None:
    period = cycles.cycle_of(words, fiscal_year_start=fiscal_year_start)
    return (period.first, period.last) if period and period.first and period.last else None


def _counted(number: int, around: tuple[date, date]) -> tuple[date, date] | None:
    first, last = around
    thursday = first + timedelta((_THURSDAY - first.weekday()) % 7 + 7 * (number - 1))
    if thursday > last:
        return None
    return max(first, thursday - timedelta(_THURSDAY)), min(last, thursday + timedelta(6 - _THURSDAY))


def _of_year(number: int, cycle: tuple[date, date]) -> tuple[date, date] | None:
    span = dates.read_date(f"W{number}", cycle=cycle)
    return (span.first, span.last) if span and span.first and span.last else None
