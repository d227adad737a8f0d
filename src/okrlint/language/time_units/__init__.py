"""Finding the words that name a day, a week, a month, a quarter, a half or a year.

What is found here is bare: `Q3 2026` in "by the end of Q3 2026", `6月` in 6月底前. `dates` reads the words around it
and turns it into days, `cycles` picks the periods that a set of OKRs covers.
"""

from collections.abc import Iterable, Iterator

from okrlint.language.folding import latin_words
from okrlint.language.remembering import remembered
from okrlint.language.time_units.signs import (
    ALL_WORDS,
    CHINESE_CHARACTERS,
    FEAST_WORDS,
    LETTERED_WORDS,
    MONTHS,
    UNIT_WORDS,
    WORDS_BEFORE_A_FEAST,
    YEAR_CHARACTERS,
    YEAR_WORDS,
    has_date_figures,
    has_more_than_years,
    lettered_figure,
)
from okrlint.language.time_units.unit import Unit, UnitKind, folded, has_impossible_year

__all__ = ["Unit", "UnitKind", "folded", "may_name_units", "time_units"]


@remembered()  # of one statement, reader and rules ask time and again
def time_units(text: str, *, month_first: bool) -> tuple[Unit, ...]:
    """Return the units in a text, in order, without overlap; of two that overlap, the one that begins first.

    Those of a year that will not be (99999-12-31) are left out.

    Args:
        text: as `folded` has it.
        month_first: whether 03/04/2026 is 4 March, as in Chinese; else it is ambiguous.
    """
    words = latin_words(text)
    found = _in_figures(text, words, month_first=month_first)
    found += _english(text, words)
    if not text.isascii():
        from okrlint.language.time_units.chinese import chinese_units  # most English lines need none of it

        found[:0] = chinese_units(text)
    if not found:
        return ()
    found.sort(key=lambda unit: (unit.start, -unit.end))
    return tuple(unit for unit in _apart(found) if not has_impossible_year(text, unit))


def may_name_units(text: str, words: tuple[str, ...]) -> bool:
    """Tell at a glance whether there may be a unit in a text.

    Args:
        text: as `folded` has it.
        words: its `latin_words`.
    """
    if not ALL_WORDS.isdisjoint(words) or has_date_figures(text):
        return True
    return not text.isascii() and not (CHINESE_CHARACTERS.isdisjoint(text) and YEAR_CHARACTERS.isdisjoint(text))


def _english(text: str, words: tuple[str, ...]) -> list[Unit]:
    found: list[Unit] = []
    if not MONTHS.keys().isdisjoint(words):
        from okrlint.language.time_units.english import english_months  # as for Chinese

        found += english_months(text)
    if not UNIT_WORDS.isdisjoint(words):
        from okrlint.language.time_units.english import english_units

        found += english_units(text)
    if not FEAST_WORDS.isdisjoint(words) and not WORDS_BEFORE_A_FEAST.isdisjoint(words):
        from okrlint.language.time_units.english import english_feasts

        found += english_feasts(text)
    return found


def _in_figures(text: str, words: tuple[str, ...], *, month_first: bool) -> list[Unit]:
    found: list[Unit] = []
    figures = has_date_figures(text)
    if figures and has_more_than_years(text):
        from okrlint.language.time_units.figures import numeric_days

        found += numeric_days(text, month_first=month_first)
    lettered = -1 if LETTERED_WORDS.isdisjoint(words) else lettered_figure(text)
    if lettered >= 0:
        from okrlint.language.time_units.figures import lettered_units

        found += lettered_units(text, lettered)
    if figures or not YEAR_WORDS.isdisjoint(words) or not (text.isascii() or YEAR_CHARACTERS.isdisjoint(text)):
        from okrlint.language.time_units.figures import plain_years

        found += plain_years(text)
    return found


def _apart(units: Iterable[Unit]) -> Iterator[Unit]:
    end = 0
    for unit in units:
        if unit.start >= end:
            end = unit.end
            yield unit
