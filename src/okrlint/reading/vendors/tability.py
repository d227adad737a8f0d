"""Tability: plans, objectives, outcomes, check-ins and initiatives.

Names as in a third party's typed client. An outcome's `score` in a check-in is the value that its measure has
reached. There are no weights; owners are memberships, which may be given by their identifier alone.
"""

from okrlint.reading.vendors.shapes import Shape, Vendor
from okrlint.reading.vendors.values import moment, named, plain

_MEMBER = named("name", "full_name", "email", "user.name", "id")

VENDORS = (
    Vendor(
        objective=Shape(
            keys=frozenset(("title", "plan_id")),
            statement=("title", plain),
            fields={"description": ("description", plain)},
        ),
        key_result=Shape(
            keys=frozenset(("title", "objective_id", "score_format")),
            statement=("title", plain),
            fields={
                "description": ("description", plain),
                "baseline": ("from", plain),
                "target": ("to", plain),
                "owner": ("membership", _MEMBER),
                "current": ("current_checkin.score", plain),
                "confidence": ("current_checkin.confidence", plain),
            },
            parent="objective_id",
        ),
        action=Shape(
            keys=frozenset(("title", "outcome_id", "work_state")),
            statement=("title", plain),
            fields={
                "deadline": ("due_at", moment),
                "status": ("work_state", plain),
                "owner": ("membership", _MEMBER),
            },
            parent="outcome_id",
        ),
        checkin=(
            ("previous_checkin", "current_checkin"),
            {
                "date": ("checkin_date", moment),
                "current": ("score", plain),
                "confidence": ("confidence", plain),
                "note": ("body", plain),
            },
        ),
        about=Shape(
            keys=frozenset(("nano_slug", "start_at", "finish_at")),
            statement=("title", plain),
            fields={"start_date": ("start_at", moment), "deadline": ("finish_at", moment)},
        ),
    ),
)
