"""Perdoo: objectives with their key results as its GraphQL interface returns them.

Names as in a public integration that checked them against the interface. The scale of weights is not told; there is
no confidence. What it calls an initiative stands among the key results: it is read as an action.
"""

from okrlint.reading.vendors.shapes import FieldMap, Shape, Vendor
from okrlint.reading.vendors.values import moment, named, one_of, plain

_PERSON = named("name", "email", "id")
_STATUS = one_of(
    {
        "NO_STATUS": "",
        "OFF_TRACK": "off track",
        "NEEDS_ATTENTION": "needs attention",
        "ON_TRACK": "on track",
        "ACCOMPLISHED": "accomplished",
    }
)
_FIELDS: FieldMap = {
    "owner": ("lead", _PERSON),
    "contributors": ("contributors", _PERSON),
    "deadline": ("dueDate", moment),
    "weight": ("weight", plain),
    "status": ("status", _STATUS),
}

VENDORS = (
    Vendor(
        objective=Shape(
            keys=frozenset(("name", "keyResults")),
            statement=("name", plain),
            fields={
                **_FIELDS,
                "description": ("description", plain),
                "cycle": ("timeframe", named("name")),
                "cadence": ("goalUpdateCycle", plain),
                "supports": ("parent", named("name", "id")),
            },
        ),
        key_result=Shape(
            keys=frozenset(("name",)),
            statement=("name", plain),
            fields={
                **_FIELDS,
                "description": ("description", plain),
                "baseline": ("startValue", plain),
                "target": ("endValue", plain),
                "current": ("currentValue", plain),
                "unit": ("metricUnit", plain),
            },
        ),
        inside="keyResults",
        action=Shape(
            keys=frozenset(("name",)),
            statement=("name", plain),
            fields={"owner": ("lead", _PERSON), "deadline": ("dueDate", moment)},
            kind=("type", frozenset(("initiative",))),
        ),
    ),
)
