"""Measures under an objective that are its key results, where nothing else is: `measures: [NPS from 30 to 50]`.

Courses, studies, policies and alerts have objectives and measures, too: a tree must list objectives or name a period,
as OKRs do, and what is measured must move.
Mere `results` need a list of objectives and a period.
"""

from okrlint.language import quantities
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.data.record_shapes import (
    KEY_RESULT_TEXT,
    OBJECTIVE_TEXT,
    has_change,
    key_word,
    members,
    names_cycle,
    names_of,
    results_of,
    says,
    text_of,
)
from okrlint.reading.word_sets import words

_MEASURES = words(
    "measures measure metrics kpis targets successmetrics successmeasures measuresofsuccess measurements keymetrics"
    " keyindicators indicators successcriteria"
    " 衡量标准 衡量標準 衡量指标 衡量指標 指标 指標 关键指标 關鍵指標 量化指标 量化指標 成功标准 成功標準 考核指标"
)


_RESULTS = words("results 结果 結果")
"""What may be key results, measured or not, under an objective that is listed in a tree that names a period."""


def may_be_measures(key: str) -> bool:
    """Tell whether what stands under a key may be the key results of an objective that has no others."""
    return "".join(filter(str.isalnum, key.lower())) in _MEASURES | _RESULTS


def take_measures(node: Mapping, *, is_listed: bool, is_dated: bool) -> bool:
    """Let the measures of an objective without key results be its key results; tell whether there are any.

    Args:
        node: any mapping.
        is_listed: whether it stands in a list of objectives.
        is_dated: whether the tree names a period.
    """
    names = _MEASURES | _RESULTS if is_listed and is_dated else _MEASURES
    found = [entry for entry in node.entries if key_word(entry.key) in names and not isinstance(entry.node, Scalar)]
    own = results_of(node)
    if len(found) != 1 or (own is not None and own is not found[0]):
        return False
    stated = text_of(node, OBJECTIVE_TEXT if is_listed else OBJECTIVE_TEXT[:1])
    if stated is None or not says(stated.node, ()) or not (is_listed or is_dated):
        return False
    items = members(found[0].node)
    moving = sum(map(_moves, items))
    if key_word(found[0].key) in _RESULTS:
        if not items or not all(says(item, KEY_RESULT_TEXT) for item in items):
            return False
    elif not items or (moving < len(items) and not (is_dated and 2 * sum(map(_is_aimed, items)) > len(items))):
        return False
    node.entries = [
        Entry(Scalar("key_results", *entry.key.span), entry.node) if entry is found[0] else entry
        for entry in node.entries
    ]
    node.names = None
    return True


def _moves(item: Node) -> bool:
    """Tell whether an item says where something starts and where it shall be."""
    if isinstance(item, Scalar):
        return quantities.change(item.value) is not None
    if not isinstance(item, Mapping):
        return False
    if {"baseline", "target"}.issubset(names_of(item)):
        return True
    return any(isinstance(entry.node, Scalar) and _moves(entry.node) for entry in item.entries)


def _is_aimed(item: Node) -> bool:
    return has_change(item) or (isinstance(item, Mapping) and "target" in names_of(item))


def names_period(roots: list[Node]) -> bool:
    """Tell whether a tree names a period of OKRs somewhere: `quarter: Q3 2026`."""
    pending = list(roots)
    seen: set[int] = set()
    while pending:
        node = pending.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Sequence):
            pending.extend(node.items)
            continue
        if names_cycle(node):
            return True
        pending.extend(entry.node for entry in node.entries)
    return False
