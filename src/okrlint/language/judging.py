"""Judgements of a whole key result: its words together with what is attached to it."""

from okrlint.language import kinds, quantities
from okrlint.model import KeyResult, KeyResultKind


def quantified(key_result: KeyResult) -> bool:
    """Return whether two strangers could grade a key result from a number in it, or in what is attached to it.

    A key result is a record, not a line: the number often stands in a target field or under 衡量标准.
    """
    if key_result.metric is not None and key_result.metric.target is not None:
        return True
    if quantities.is_quantified(key_result.text.value):
        return True
    return any(quantities.is_quantified(measure.value) for measure in key_result.measures)


def kind(key_result: KeyResult) -> KeyResultKind:
    """Return what a key result states; see `KeyResultKind`."""
    return kinds.kind_of(key_result.text.value, quantified=quantified(key_result))
