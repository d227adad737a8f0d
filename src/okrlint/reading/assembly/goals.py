"""What a goal of a plan is measured by: objectives have no metric of their own in the model."""

from okrlint.model import Item, Metric
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.assembly.metrics import metric


def metric_of_goal(goal: Item) -> Metric | None:
    """Return baseline, target, current value and unit of a goal; None where there is nothing of these.

    A field goes before the words of the statement, and these before those of what it is measured by.
    """
    attributes = Attributes([(field.name, field.text) for field in goal.fields], [])
    found = metric(goal.text, attributes)
    if found is not None and found.target is not None and found.target.value is not None:
        return _with_unit(found)
    for words in (*attributes.all("metric"), *goal.measures):
        other = metric(words, Attributes([], []))
        if other is not None and other.target is not None and other.target.value is not None:
            return other.model_copy(update={"name": attributes.one("metric")})
    return found


def _with_unit(found: Metric) -> Metric:
    """Return a metric whose target has the unit of the metric: `| 下载量 | 10 | 万次 |`."""
    target = found.target
    if target is None or target.unit or not found.unit:
        return found
    return found.model_copy(update={"target": target.model_copy(update={"unit": found.unit})})
