"""Whether words are one day and nothing else."""

from datetime import date

from okrlint.language import dates

_ANY_YEAR = (date(2024, 1, 1), date(2024, 12, 31))
"""A leap year, to tell days from longer periods where the words name no year."""

_LONGEST = 24


def is_day(words: str) -> bool:
    """Tell whether the words are one day: 6月15日, 30 June, 2026-06-30, 6月底."""
    if len(words) > _LONGEST or not any(map(str.isdigit, words)):
        return False
    found = dates.read_date(words, cycle=_ANY_YEAR)
    if found is None or found.end - found.start < len(words) - 1:
        return False
    return found.first is not None and found.first == found.last
