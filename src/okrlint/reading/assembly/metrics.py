"""What a key result is measured by: from fields, and else from its own words."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.model import Metric, Quantity, Text
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.values.fields import quantity, quantity_of


def metric(statement: Text, attributes: Attributes) -> Metric | None:
    """Return baseline, target, current value and unit; None where there is nothing of these.

    A field goes before the words of the statement: in "from 31% to 45%" baseline and target, else its only amount
    as target.
    """
    name, unit = attributes.one("metric"), attributes.one("unit")
    baseline, target = _in_words(statement)
    baseline = _field(attributes, "baseline") or baseline
    target = _field(attributes, "target") or target
    current = _field(attributes, "current")
    if not (name or unit or baseline or target or current):
        return None
    units = [quantity.unit for quantity in (target, baseline, current) if quantity and quantity.unit]
    return Metric.model_construct(
        name=name,
        baseline=baseline,
        target=target,
        current=current,
        unit=unit.value if unit else next(iter(units), None),
    )


def _field(attributes: Attributes, name: str) -> Quantity | None:
    text = attributes.one(name)
    return quantity(text) if text else None


def _in_words(statement: Text) -> tuple[Quantity | None, Quantity | None]:
    change = quantities.change(statement.value)
    if change:
        return quantity_of(statement, change.baseline), quantity_of(statement, change.target)
    amounts = quantities.amounts(statement.value)
    if len(amounts) != 1 or _present().search(statement.value[max(0, amounts[0].start - _HEAD) : amounts[0].start]):
        return None, None
    return None, quantity_of(statement, amounts[0])


_HEAD = 16
"""How far before an amount words are looked for that tell it is no target."""


@cache
def _present() -> Pattern[str]:
    """Match what stands before a value of today: `(now 61%)`, 目前 61%."""
    return compile_pattern(
        r"(?:\b(?:now|currently|today|current)(?: at| is)?|目前|当前|當前|现为|現為|现在|現在)(?:为|為|是|:|：)?\s?$",
        ASCII | IGNORECASE,
    )
