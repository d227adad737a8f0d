"""Exports of OKR products, each recognised by its contents.

A module per product says where its names were learned, what it carries and what it does not. `exports` turns the
descriptions (`shapes`) into drafts.
"""

from datetime import tzinfo
from importlib import import_module
from typing import NamedTuple

from okrlint.reading.data.nodes import Node
from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.source import Source


class _Known(NamedTuple):
    """A module that describes exports, and the keys that all stand in any of them."""

    module: str
    keys: tuple[str, ...]


_KNOWN = (
    _Known("feishu", ("content", "kr_list")),
    _Known("feishu", ("content", "cycle_id", "objective_id")),
    _Known("feishu", ("text", "krs", "mention")),
    _Known("dingtalk", ("content", "krList")),
    _Known("dingtalk", ("keyResults", "krId")),
    _Known("workboard", ("goal_name", "goal_metrics", "metric_name")),
    _Known("workboard", ("objective_id", "key_result_id")),
    _Known("tability", ("objective_id", "score_format")),
    _Known("perdoo", ("keyResults", "timeframe", "lead")),
    _Known("lattice", ("okrType", "goalType")),
    _Known("appfire", ("krIds", "parentObjectiveId")),
    _Known("quantive", ("goalId", "initialValue", "sessionId")),
)


def draft_from_vendor(root: Node, source: Source, zone: tzinfo | None = None) -> DocumentDraft | None:
    """Return the OKRs of an export, or None for what is no export of a known product; for `zone` see `read`."""
    modules = dict.fromkeys(known.module for known in _KNOWN if all(f'"{key}"' in source.text for key in known.keys))
    if not modules:
        return None
    from okrlint.reading.vendors.exports import read

    for name in modules:
        for vendor in import_module(f"okrlint.reading.vendors.{name}").VENDORS:
            draft = read(vendor, root, source, zone)
            if draft is not None:
                return draft
    return None
