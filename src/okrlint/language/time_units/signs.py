"""What each kind of unit of time has at the very least.

Most statements have none of it, and a look at their words tells so much faster than a pattern that is tried at each
character. The words are those of `latin_words`, so that of Q3, FY26 and 30june the letters count alone.
"""

from functools import cache
from re import Pattern
from re import compile as compile_pattern

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
"""Names of the months and their usual abbreviations."""

UNIT_WORDS = frozenset(
    [
        *("week", "month", "quarter", "half", "semester", "year"),
        *("eofy", "eow", "eom", "eoq", "eoh", "eoy"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ]
)
FEAST_WORDS = frozenset(
    ("year", "day", "double", "christmas", "xmas", "cny", "festival", "thanksgiving", "friday", "easter")
)
"""Of these the name of each feast has one."""

WORDS_BEFORE_A_FEAST = frozenset(("by", "before", "ahead", "prior", "until"))

LETTERED_WORDS = frozenset(
    [
        *("q", "h", "s", "t", "quarter", "half"),
        *(of + week for of in ("", "calendar", "cal", "iso") for week in ("week", "wk", "w", "cw", "kw")),
    ]
)
YEAR_WORDS = frozenset(("fy", "cy"))

ALL_WORDS = FEAST_WORDS.union(MONTHS, UNIT_WORDS, LETTERED_WORDS, YEAR_WORDS)

YEAR_CHARACTERS = frozenset("年二")
"""One of these is in each year that is written in Chinese, the second in those without 年 (二〇二六)."""

CHINESE_CHARACTERS = frozenset("年月季周前")
"""One of these is in each other unit."""


@cache
def _lettered_figures() -> Pattern[str]:
    return compile_pattern(r"[QqHhSsTtKkWwRrFf][ '.#-]?[0-9]")


def lettered_figure(text: str) -> int:
    """Return where a figure first stands behind the last letter of what leads to one (Q, H, S, T, week, quarter, half).

    That letter's offset is returned; -1 where there is none.
    """
    match = _lettered_figures().search(text)
    return match.start() if match else -1


@cache
def _date_figures() -> Pattern[str]:
    # It begins with one set of characters, so that a text without figures is passed over at once.
    return compile_pattern(r"[0-9](?:/[0-9]|[.-][0-9]{2}|(?<=1)9[0-9]{2}|(?<=2)[01][0-9]{2})")


def has_date_figures(text: str) -> bool:
    """Tell whether a text has what each date in figures has: a year of four, a slash, or two behind a dot or a dash."""
    return _date_figures().search(text) is not None


def has_more_than_years(text: str) -> bool:
    """Tell whether what `has_date_figures` looks for may be more than a year alone (2026-Q2)."""
    return any(
        not match[0].isdigit() or text[match.end() : match.end() + 2].lstrip("-./")[:1].isdigit()
        for match in _date_figures().finditer(text)
    )
