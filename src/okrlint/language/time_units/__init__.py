"""Finding the words that name a day, a week, a month, a quarter, a half or a year.

What is found here is bare: `Q3 2026` in "by the end of Q3 2026", `6月` in 6月底前. `dates` reads the words around it
and turns it into days, `cycles` picks the periods that a set of OKRs covers.
"""

from collections.abc import Iterable, Iterator

from okrlint.language.time_units.english import english_months, english_units
from okrlint.language.time_units.figures import lettered_units, numeric_days, plain_years
from okrlint.language.time_units.unit import Unit, UnitKind, folded, has_impossible_year

__all__ = ["Unit", "UnitKind", "folded", "time_units"]


def time_units(text: str, *, month_first: bool) -> list[Unit]:
    """Return the units in a text, in order, without overlap; of two that overlap, the one that begins first.

    Those of a year that will not be (99999-12-31) are left out.

    Args:
        text: as `folded` has it.
        month_first: whether 03/04/2026 is 4 March, as in Chinese; else it is ambiguous.
    """
    found: list[Unit] = []
    if not text.isascii():
        from okrlint.language.time_units.chinese import chinese_units  # most English lines need none of it

        found += chinese_units(text)
    if any(map(str.isdigit, text)):
        found += numeric_days(text, month_first=month_first)
        found += lettered_units(text)
    found += plain_years(text)
    lower = text.lower()
    found += english_months(text, lower)
    found += english_units(text, lower)
    found.sort(key=lambda unit: (unit.start, -unit.end))
    return [unit for unit in _apart(found) if not has_impossible_year(text, unit)]


def _apart(units: Iterable[Unit]) -> Iterator[Unit]:
    end = 0
    for unit in units:
        if unit.start >= end:
            end = unit.end
            yield unit
