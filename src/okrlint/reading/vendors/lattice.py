"""Lattice: goals, of which some are objectives and some key results.

Names as in a third party's published schema. There are neither weights nor confidence.
"""

from okrlint.reading.vendors.shapes import FieldMap, Shape, Vendor
from okrlint.reading.vendors.values import moment, named, one_of, plain

_STATUS = one_of({"NotUpdated": "", "OnTrack": "on track", "Progressing": "progressing", "OffTrack": "off track"})
_FIELDS: FieldMap = {
    "description": ("description", plain),
    "owner": ("owners", named("name", "email", "id")),
    "deadline": ("dueDate", moment),
    "status": ("status", _STATUS),
    "priority": ("priority", plain),
}

VENDORS = (
    Vendor(
        objective=Shape(
            keys=frozenset(("name", "okrType")),
            statement=("name", plain),
            fields={
                **_FIELDS,
                "team": ("department", named("name")),
                "supports": ("parentGoal", named("name", "id")),
            },
            kind=("okrType", frozenset(("objective",))),
        ),
        key_result=Shape(
            keys=frozenset(("name", "okrType", "parentGoal")),
            statement=("name", plain),
            fields={
                **_FIELDS,
                "baseline": ("startingAmount", plain),
                "target": ("endingAmount", plain),
                "current": ("currentAmount", plain),
            },
            parent="parentGoal.id",
            kind=("okrType", frozenset(("key_result", "keyresult"))),
        ),
    ),
)
