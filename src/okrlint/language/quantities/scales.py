"""Ends of the scale that a rating is on: 4.8分（满分5分）, 4.8（5分制）, "4.8 out of 5", "on a 5-point scale"."""

from bisect import bisect_right
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.quantities.lines import Line
from okrlint.language.quantities.measures import Amount, is_reached

_ON_SCALES = frozenset(("number", "score", "points"))
"""Kinds of numbers that a scale has; what counts something (9 out of 10 customers) is none."""


def without_scales(line: Line, found: list[Amount]) -> list[Amount]:
    """Return the amounts of a line but the ends of scales; all of them where nothing else would be left."""
    spans = [match.span() for match in _scale().finditer(line.low)]
    starts = [start for start, _ in spans]
    kept: list[Amount] = []
    for amount in found:
        behind = bisect_right(starts, amount.start)
        is_end = amount.kind in _ON_SCALES and behind > 0 and amount.start < spans[behind - 1][1]
        if not (is_end or (kept and _is_whole(line, kept[-1], amount))):
            kept.append(amount)
    return kept or found


def _is_whole(line: Line, rating: Amount, whole: Amount) -> bool:
    """Tell whether a number is what a rating is out of: 4.8 out of 5; "9 out of 10 would come again" is a share."""
    if rating.value is None or whole.value is None or not rating.value <= whole.value or whole.kind not in _ON_SCALES:
        return False
    joint = line.low[rating.end : whole.start].strip()
    if joint == "/" and rating.unit == whole.unit == "分":
        return True
    is_rating = rating.kind == "score" or rating.value % 1 or is_reached(line, rating.start)
    return joint == "out of" and bool(is_rating)


@cache
def _scale() -> Pattern[str]:
    number = r"\d{1,4}(?:\.\d)?"
    return compile_pattern(
        rf"(?<![到得至为是获达考])满分(?:为|是|:)? ?{number}"
        rf"|\(总分(?:为|是|:)? ?{number} ?分?\)"
        rf"|{number} ?[分星级点]制"
        rf"|{number} ?[分级点]?量表"
        rf"|(?:(?<=[(,;])|(?<=[(,;] )){number} ?[分星]?(?:为|是)?满分"
        rf"|(?:\bon an? |\bon the |\()scale:?(?: of| from)? {number}(?:(?:-|~| to ){number})?"
        rf"|\b{number}(?:(?:-|~| to ){number})?(?: ?-?point)?(?: likert)? scale\b"
        rf"|\(out of {number}\)",
        ASCII,
    )
