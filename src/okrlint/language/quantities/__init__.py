"""Which numbers of a sentence measure something, and how much."""

from okrlint.language.quantities.finding import (
    Amount,
    Change,
    Comparator,
    Kind,
    Strength,
    amounts,
    change,
    has_metric,
    is_quantified,
    metric_amount,
)

__all__ = [
    "Amount",
    "Change",
    "Comparator",
    "Kind",
    "Strength",
    "amounts",
    "change",
    "has_metric",
    "is_quantified",
    "metric_amount",
]
