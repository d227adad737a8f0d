"""What a goal of a plan is measured by, and numbers in full where a table says the unit of them all just once."""

from functools import cache, lru_cache
from re import Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language import quantities
from okrlint.language.folding import fold_width
from okrlint.model import Item, Metric, Quantity, Text
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.assembly.metrics import metric


def metric_of_goal(goal: Item) -> Metric | None:
    """Return baseline, target, current value and unit of a goal; None where there is nothing of these.

    Objectives have no metric of their own in the model. A field goes before the words of the statement, and these
    before those of what it is measured by.
    """
    attributes = Attributes([(field.name, field.text) for field in goal.fields], [])
    found = metric(goal.text, attributes)
    if found is not None and found.target is not None and found.target.value is not None:
        return found
    for words in (*attributes.all("metric"), *goal.measures):
        other = metric(words, Attributes([], []))
        if other is not None and other.target is not None and other.target.value is not None:
            return other.model_copy(update={"name": attributes.one("metric")})
    return found


def in_full(found: Metric, statement: Text) -> Metric:
    """Return a metric with the unit that is said once, with its magnitude, in each number that has none itself.

    `| 下载量 | 10 | 万次 |` is 100,000 次, and so is `| 下载量（万次） | 10 |`: the same as in documents that write it
    out. A number with a unit of its own keeps it.

    Args:
        found: the metric.
        statement: what has it.
    """
    words = found.unit or _in_brackets_of(statement.value) or (_in_brackets_of(found.name.value) if found.name else "")
    unit = _unit(words) if words else None
    if unit is None:
        return found
    full = {
        name: _with_unit(number, unit)
        for name in ("baseline", "target", "current")
        if (number := getattr(found, name)) is not None and not number.unit
    }
    return found.model_copy(update=full) if full else found


class _Unit(NamedTuple):
    name: str | None
    factor: float


def _with_unit(number: Quantity, unit: _Unit) -> Quantity:
    if number.value is None:
        return number
    if not any(map(str.isalpha, number.raw)):
        return number.model_copy(update={"value": number.value * unit.factor, "unit": unit.name})
    return number.model_copy(update={"unit": unit.name}) if unit.factor == 1 else number  # `3万` beside `万次`


@lru_cache(maxsize=256)  # a table says the same for each of its rows
def _unit(words: str) -> _Unit | None:
    """Return what words that stand for a unit mean; None for words that are none."""
    one = words[0] + "1" + words[1:] if words[0] in "$€£¥" else f"1 {words}" if words.isascii() else f"1{words}"
    read = quantities.amounts(one)
    if len(read) != 1 or read[0].value is None or read[0].end != len(one):
        return None
    return _Unit(read[0].unit, read[0].value) if read[0].unit or read[0].value != 1 else None


def _in_brackets_of(words: str) -> str:
    """Return what stands in brackets at the end of a name: `Revenue ($M)`, 净利润（万元）."""
    found = _in_brackets().search(fold_width(words)) if words.endswith((")", "）")) else None
    return found["unit"].strip() if found else ""


@cache
def _in_brackets() -> Pattern[str]:
    return compile_pattern(r"\((?P<unit>[^()\d]{1,12})\)\Z")
