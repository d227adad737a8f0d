"""Feishu and Lark OKR: the answers of the interfaces v1 and v2, and the input of a batch creation.

Names and scales as in the vendor's software development kit for Python and its reference of the two interfaces. v1
gives scores and weights from 0 to 100, v2 from 0 to 1; both give times in milliseconds. There is no confidence. In
v1 and in a batch an item has no owner either: it is whoever's OKRs these are; who is mentioned only takes part.
"""

from okrlint.model import Text
from okrlint.reading.data.nodes import Node
from okrlint.reading.vendors.shapes import FieldMap, Shape, Vendor
from okrlint.reading.vendors.values import at, hundredths, items_of, milliseconds, named, one_of, ones, plain, said

_PROGRESS = one_of({"-1": "", "0": "normal", "1": "at risk", "2": "delayed"})
_UNITS = named("unit_value")


def _blocks(node: Node) -> list[Text]:
    """Return the words of a content block, paragraph by paragraph, run by run; v2 also takes plain words."""
    blocks = at(node, "blocks")
    if blocks is None:
        return plain(node)
    runs = []
    for block in items_of(blocks):
        elements = at(block, "paragraph.elements")
        for element in items_of(elements) if elements else []:
            text = said(at(element, "text_run.text"))
            if text:
                runs.append(text)
    return runs


_V1_FIELDS: FieldMap = {
    "score": ("score", hundredths),
    "deadline": ("deadline", milliseconds),
    "progress": ("progress_rate.percent", hundredths),
    "status": ("progress_rate.status", _PROGRESS),
}
_V2_FIELDS: FieldMap = {
    "score": ("score", ones),
    "weight": ("weight", ones),
    "deadline": ("deadline", milliseconds),
    "owner": ("owner", named("user_id")),
}

_V1 = Vendor(
    objective=Shape(
        keys=frozenset(("content", "kr_list")),
        statement=("content", plain),
        fields={
            **_V1_FIELDS,
            "weight": ("weight", hundredths),
            "note": ("progress_report", plain),
            "supports": ("aligning_objective_list", named("id")),
        },
    ),
    key_result=Shape(
        keys=frozenset(("content",)),
        statement=("content", plain),
        fields={**_V1_FIELDS, "weight": ("kr_weight", hundredths)},
    ),
    inside="kr_list",
    about=Shape(
        keys=frozenset(("period_start_time", "period_end_time")),
        statement=("zh_name", plain),
        fields={
            "start_date": ("period_start_time", milliseconds),
            "deadline": ("period_end_time", milliseconds),
        },
    ),
    around={"cycle": ("name", named("zh", "en"))},
)

_V2 = Vendor(
    objective=Shape(
        keys=frozenset(("content", "cycle_id")),
        statement=("content", _blocks),
        fields={**_V2_FIELDS, "note": ("notes", _blocks)},
    ),
    key_result=Shape(
        keys=frozenset(("content", "objective_id")),
        statement=("content", _blocks),
        fields=_V2_FIELDS,
        parent="objective_id",
    ),
    extra=Shape(
        keys=frozenset(("entity_id", "target_value")),
        statement=("entity_id", plain),
        fields={
            "baseline": ("start_value", plain),
            "target": ("target_value", plain),
            "current": ("current_value", plain),
            "unit": ("unit", _UNITS),
        },
        parent="entity_id",
    ),
    about=Shape(
        keys=frozenset(("tenant_cycle_id", "start_time", "end_time")),
        statement=("id", plain),
        fields={"start_date": ("start_time", milliseconds), "deadline": ("end_time", milliseconds)},
    ),
)

_BATCH = Vendor(
    objective=Shape(
        keys=frozenset(("text", "krs")),
        statement=("text", plain),
        fields={"note": ("notes", plain), "contributors": ("mention", plain)},
    ),
    key_result=Shape(
        keys=frozenset(("text",)),
        statement=("text", plain),
        fields={"contributors": ("mention", plain)},
    ),
    inside="krs",
)

VENDORS = (_V1, _V2, _BATCH)
