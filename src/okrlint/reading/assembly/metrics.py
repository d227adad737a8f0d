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
    as target, but for what it says of today ("now 61%", 实际 71%).
    """
    baseline, target, current = _in_words(statement)
    one = attributes.one
    name, unit = one("metric"), one("unit")
    if field := one("baseline"):
        baseline = quantity(field)
    if field := one("target"):
        target = quantity(field)
    if field := one("current"):
        current = quantity(field)
    if not (name or unit or baseline or target or current):
        return None
    shared = unit.value if unit else (target and target.unit) or (baseline and baseline.unit)
    return Metric.model_construct(
        name=name,
        baseline=baseline,
        target=target,
        current=current,
        unit=shared or (current and current.unit) or None,
    )


def _in_words(statement: Text) -> tuple[Quantity | None, Quantity | None, Quantity | None]:
    """Return baseline, target and current value as far as the statement tells them."""
    change = quantities.change(statement.value)
    if change:
        return quantity_of(statement, change.baseline), quantity_of(statement, change.target), None
    present: list[quantities.Amount] = []
    aimed: list[quantities.Amount] = []
    for amount in quantities.amounts(statement.value):
        of_today = _present().search(statement.value, max(0, amount.start - _HEAD), amount.start)
        (present if of_today else aimed).append(amount)
    target = quantity_of(statement, aimed[0]) if len(aimed) == 1 else None
    current = quantity_of(statement, present[0]) if len(present) == 1 and aimed else None
    return None, target, current


_HEAD = 16
"""How far before an amount words are looked for that tell it is no target."""


@cache
def _present() -> Pattern[str]:
    """Match what stands before a value of today: `(now 61%)`, 目前 61%, 实际 2.4 秒."""
    return compile_pattern(
        r"(?:\b(?:now|currently|today|current|actual(?:ly)?)(?: at| is)?"
        r"|目前|当前|當前|现为|現為|现在|現在|实际|實際|实际完成|實際完成)(?:为|為|是|:|：)?\s?$",
        ASCII | IGNORECASE,
    )
