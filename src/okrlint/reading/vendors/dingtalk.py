"""DingTalk OKR: objectives as the interface returns them, and as the open interface does.

Names as in the vendor's software development kit for Python, `okr_1_0`. The scale of weights and scores is not
told, so they are read as any author's. There are no confidence, baseline and target, and key results have neither
owner nor deadline.
"""

from okrlint.reading.vendors.shapes import FieldMap, Shape, Vendor
from okrlint.reading.vendors.values import hundredths, milliseconds, named, plain

_PERSON = named("name", "nick", "userId")
_FIELDS: FieldMap = {"weight": ("weight", plain), "score": ("score", plain)}
_PERIOD = Shape(
    keys=frozenset(("periodId", "startDate", "endDate")),
    statement=("periodId", plain),
    fields={"start_date": ("startDate", milliseconds), "deadline": ("endDate", milliseconds)},
)

_ORGANISATION = Vendor(
    objective=Shape(
        keys=frozenset(("content", "krList")),
        statement=("content", plain),
        fields={
            **_FIELDS,
            "owner": ("owner", _PERSON),
            "progress": ("progressPercent", hundredths),
            "supports": ("alignToIds", plain),
        },
    ),
    key_result=Shape(keys=frozenset(("content",)), statement=("content", plain), fields=_FIELDS),
    inside="krList",
    about=_PERIOD,
)

_OPEN = Vendor(
    objective=Shape(
        keys=frozenset(("title", "keyResults", "objectiveId")),
        statement=("title", plain),
        fields={
            "weight": ("weight", plain),
            "status": ("status", plain),
            "owner": ("executor", _PERSON),
            "team": ("teams", named("name", "teamName")),
            "cycle": ("period", named("nameCn", "nameEn")),
        },
        id="objectiveId",
    ),
    key_result=Shape(
        keys=frozenset(("title", "krId")),
        statement=("title", plain),
        fields={"weight": ("weight", plain), "status": ("status", plain)},
        id="krId",
    ),
    inside="keyResults",
)

VENDORS = (_ORGANISATION, _OPEN)
