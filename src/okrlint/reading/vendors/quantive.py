"""Quantive (Gtmhub): goals and the metrics that measure them.

Names as in the vendor's command-line client of 2021. There is no weight; confidence stands in check-ins alone.
The first day of the year 1 means that a day is not set.
"""

from okrlint.reading.vendors.shapes import Shape, Vendor
from okrlint.reading.vendors.values import moment, named, plain

_PERSON = named("name", "email", "id")

VENDORS = (
    Vendor(
        objective=Shape(
            keys=frozenset(("name", "sessionId", "dateTo")),
            statement=("name", plain),
            fields={
                "description": ("description", plain),
                "owner": ("ownerId", _PERSON),
                "deadline": ("dateTo", moment),
            },
        ),
        key_result=Shape(
            keys=frozenset(("name", "goalId", "target")),
            statement=("name", plain),
            fields={
                "owner": ("ownerId", _PERSON),
                "baseline": ("initialValue", plain),
                "target": ("target", plain),
                "current": ("actual", plain),
                "deadline": ("dueDate", moment),
            },
            parent="goalId",
        ),
        action=Shape(
            keys=frozenset(("name", "parentId", "parentType")),
            statement=("name", plain),
            fields={"owner": ("ownerId", _PERSON), "status": ("status", plain)},
            parent="parentId",
        ),
        checkin=(
            ("checkIns", "checkins"),
            {
                "date": ("checkInDate", moment),
                "current": ("actual", plain),
                "confidence": ("confidence", plain),
                "note": ("comment", plain),
            },
        ),
    ),
)
