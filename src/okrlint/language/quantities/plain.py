"""Numbers whose neighbours leave no doubt, as most do: one look at either side finds what `numeric.digits` would."""

from collections.abc import Container
from functools import cache

from okrlint.language.folding import is_cjk
from okrlint.language.numerals import CHINESE_MAGNITUDES, CHINESE_UNITS
from okrlint.language.quantities.lines import (
    Line,
    entries_after_numbers,
    entries_before_numbers,
    is_digit,
    is_latin,
    lexicon,
)
from okrlint.language.quantities.measures import (
    SHORT_UNITS,
    Amount,
    Measure,
    counted,
    limit_before,
    measure_at,
    money_units,
)
from okrlint.language.quantities.names import is_field
from okrlint.language.vocabulary import groups

_LONGEST_NUMBER = 8
_LONGEST_WHOLE = 3
"""More digits before a decimal point may begin with a year: 2026.5."""
_LONGEST_WORD = 24
_ENDS = frozenset(("", ")", ",", ";"))
"""What ends a clause; "" is the end of the text."""
_NOT_BEFORE = frozenset("第前")
_NOT_BEHIND = frozenset("多余来成折点后到至").union(CHINESE_UNITS, CHINESE_MAGNITUDES)
"""Characters that may begin more than a unit."""
_NOT_AFTER = ("am", "pm", "a.m", "p.m", "thousand", "million", "billion")
_JOINTS = frozenset("-~到至/:+")


def plain(line: Line, start: int, end: int) -> Amount | None:
    """Return the amount that begins with the digits from `start` to `end`; None where `numeric.digits` must tell."""
    low = line.low
    digits = low[start:end]
    if not _is_ordinary(digits):
        return None
    names, followers = _heads()
    before = _before(line, start, end)
    if before is None or (low[start : start + 2] in names and lexicon("names", "whole").at(low, start)):
        return None
    right = low[end : end + 1]
    at = end + (right == " ")
    behind = low[at : at + 1]
    if (behind in followers or low[at : at + 2] in followers) and line.after(end):
        return None
    scaled = "," in digits
    measure: Measure | None
    if is_latin(behind):
        if right != " " or line.text[at : at + 1] < "a" or low.startswith(_NOT_AFTER, at):
            return None
        measure = measure_at(line, end) or counted(line, end)
    elif right == "%" or (is_cjk(behind) and behind not in _NOT_BEHIND):
        measure = measure_at(line, end)
        if measure is None or low.startswith("分之", end):
            return None
    elif right in _ENDS and start and not (right == "," and is_digit(low[end + 1 : end + 2])):
        measure = None
    else:
        return None
    limit = limit_before(line, start) if before else None
    value = float(digits.replace(",", ""))
    if measure is None:
        if "." in digits:  # perhaps a version
            return None
        return Amount(start, end, value, None, "count" if scaled else "number", "strong" if scaled else "bare", limit)
    stop = measure.end
    at = stop + low.startswith(" ", stop)
    behind = low[at : at + 1]
    if behind in _JOINTS or ((behind in followers or low[at : at + 2] in followers) and line.after(stop)):
        return None
    if measure.kind == "duration" and _may_be_time_frame(line, start, measure, before):
        return None
    return Amount(start, stop, value, measure.unit, measure.kind, "strong", limit)


def _is_ordinary(digits: str) -> bool:
    """Tell whether digits can be no year, date, version or identifier."""
    whole, point, decimals = digits.partition(".")
    if len(digits) > _LONGEST_NUMBER or (len(whole) > 1 and whole[0] == "0"):
        return False
    if point:
        return len(whole) <= _LONGEST_WHOLE and decimals != "0" and "." not in decimals
    return len(whole) != 4 or whole[:2] not in {"19", "20"}


def _before(line: Line, start: int, end: int) -> tuple[str, ...] | None:
    """Return what `Line.before` does, and None where more must be known of the words before a number."""
    if not start:
        return ()
    low = line.low
    edge = start - 1 if low[start - 1] == " " else start
    char = low[edge - 1 : edge]
    if is_cjk(char):
        found = line.before(start)
        return None if char in _NOT_BEFORE or not _doubtful_entries().isdisjoint(found) else found
    if edge == start:
        return None
    if char == ":":
        return None if is_field(line, start, end) else line.before(start)
    word = low[max(0, edge - _LONGEST_WORD) : edge].rpartition(" ")[2]
    if not 1 < len(word) < _LONGEST_WORD or not (word.isascii() and word.isalpha()) or word in _doubtful_words():
        return None
    written = line.text[edge - len(word) : edge]
    if written != word and not (len(word) == edge and written[1:].islower()):  # perhaps a name
        return None
    if word not in _last_words():
        return ()
    found = line.before(start)
    return None if not _doubtful_entries().isdisjoint(found) else found


def _may_be_time_frame(line: Line, start: int, measure: Measure, before: tuple[str, ...]) -> bool:
    """Tell whether a duration may be no measure; see `measures.is_time_frame`."""
    low, stop = line.low, measure.end
    if measure.is_period or not lexicon("quantity_words", "window_before").isdisjoint(before):
        return True
    if low.startswith(("内", " 内"), stop):
        return True
    if measure.unit in SHORT_UNITS:
        return low.startswith("24", start)
    return is_latin(low[stop - 1]) and low[stop - 1] != "s"


@cache
def _heads() -> tuple[Container[str], Container[str]]:
    """Return what names of digits, and what is looked for after numbers, begin with: most texts have neither."""
    return lexicon("names", "whole").heads(), entries_after_numbers().heads()


@cache
def _doubtful_entries() -> frozenset[str]:
    """Return what makes a number behind it a label, a field or a rank, and 约, which is a contract, too."""
    names = groups("names")
    keys = lexicon("quantity_words", "field", "field_colon", "ranked")
    return names["before"].union(names["before_zh"], keys, ("约",))


@cache
def _doubtful_words() -> frozenset[str]:
    """Return the words before a number that count although no entry ends with them."""
    names = groups("names")
    return names["before_bare"].union(names["month_en"], money_units(), ("top", "in"))


@cache
def _last_words() -> frozenset[str]:
    """Return the last words of all entries that are looked for before numbers; behind others none need be."""
    return frozenset(entry.rsplit(" ", 1)[-1] for entry in entries_before_numbers())
