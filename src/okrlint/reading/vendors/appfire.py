"""OKR for Jira (Appfire): objectives and key results, which name their objective.

Names as in the vendor's published description of its interface. Weights are whole numbers that are relative to
their siblings'. There is no confidence; people are given by the identifiers of their accounts.
"""

from okrlint.reading.vendors.shapes import FieldMap, Shape, Vendor
from okrlint.reading.vendors.values import moment, named, one_of, plain

_STATUS = one_of(
    {
        "ON_TRACK": "on track",
        "AT_RISK": "at risk",
        "ACTION_REQUIRED": "action required",
        "NOT_STARTED": "not started",
        "SUCCESS": "success",
    }
)
_FIELDS: FieldMap = {
    "description": ("description", plain),
    "owner": ("ownerAccountId", plain),
    "contributors": ("collaboratorAccountIds", plain),
    "deadline": ("deadline", moment),
    "weight": ("weight", plain),
    "score": ("finalGrade", plain),
    "status": ("latestUpdate.status", _STATUS),
}

VENDORS = (
    Vendor(
        objective=Shape(
            keys=frozenset(("name", "krIds")),
            statement=("name", plain),
            fields={**_FIELDS, "supports": ("parentObjectiveId", plain), "team": ("teamIds", named("name"))},
        ),
        key_result=Shape(
            keys=frozenset(("name", "parentObjectiveId", "issueIds")),
            statement=("name", plain),
            fields={
                **_FIELDS,
                "unit": ("unit", named("name", "symbol")),
                "baseline": ("latestUpdate.startValue", plain),
                "target": ("latestUpdate.desiredValue", plain),
                "current": ("latestUpdate.value", plain),
            },
            parent="parentObjectiveId",
        ),
    ),
)
