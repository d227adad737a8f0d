"""Levels of a scale: maturity level 3+, "CMMI from level 2 to level 3"; level 2 of a car park is none."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.quantities.lines import Line
from okrlint.language.quantities.measures import Amount

_REACH = 60


def level(line: Line, start: int, end: int, value: float | None) -> Amount | None:
    """Return the amount that the number from `start` to `end` behind "level" is, if it is one of a scale."""
    is_least = line.char(end) == "+"
    before = line.low[max(0, start - _REACH) : start]
    if not _scale().search(before) and not (is_least and _at().search(before)):
        return None
    return Amount(start - len("level "), end + is_least, value, None, "score", "strong", ">=" if is_least else None)


@cache
def _scale() -> Pattern[str]:
    """Match what ends with the name of a scale and the word "level", or with a verb between the two."""
    scale = r"\b(?:maturity|readiness|capability|proficiency|competency|competence|autonomy|fluency|cmmi|trl|slsa)"
    return compile_pattern(
        rf"{scale} level $|{scale}\b[^,;.]{{0,40}}\b(?:from|to|at|above|reach(?:es|ed)?|least) (?:maturity )?level $",
        ASCII,
    )


@cache
def _at() -> Pattern[str]:
    return compile_pattern(r"\b(?:at|to|reach(?:es|ed)?) level $", ASCII)
