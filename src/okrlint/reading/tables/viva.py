"""What is particular to the CSV export of Viva Goals.

Columns and the wording of cells as in a public importer that was written against an export. Its names for the types
of items can be changed by each organisation. There is no confidence; weights stand in the alignment alone.
"""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.tables.columns import Header
from okrlint.reading.tables.rows import Row, cell

_CHECKIN = "Checkin Date:"
_FIELDS = {"Checkin Date": "date", "Note": "note", "Status": "status", "Current Value": "current"}


class Reference(NamedTuple):
    """What an item is aligned to.

    Attributes:
        title: its words.
        id: its identifier, or the words again.
        weight: the item's share in it.
    """

    title: str
    id: str
    weight: Text | None


@cache
def _aligned() -> Pattern[str]:
    return compile_pattern(r"\s?\((?:weight:\s?([\d.]{1,8}%?)[,;]\s?)?id:\s?([\w-]{1,64})\)\s?$", ASCII | IGNORECASE)


def reference(text: Text) -> Reference:
    """Read `Title(weight: 50%, Id: 12)`, or a bare title or identifier."""
    start = max(0, len(text.value) - 120)
    found = _aligned().search(text.value, start)
    if found is None:
        return Reference(text.value, text.value, None)
    weight = text.part(*found.span(1)) if found[1] else None
    return Reference(text.value[: found.start()].strip(), found[2], weight)


def is_export(header: Header) -> bool:
    """Tell whether a table is an export: its people are lists with commas."""
    names = {column.name for column in header.columns}
    return {"object type", "supports", "metric"} <= names


def kinds_by_alignment(header: Header, rows: list[Row]) -> list[str]:
    """Return what each row of an export with renamed types is; [] for any other table.

    An item with a metric that is aligned to another is a key result; what others are aligned to is an objective.
    """
    if not is_export(header):
        return []
    title, parent, metric = (header.at(name) for name in ("title", "supports", "metric"))
    aligned = [cell(row, parent) for row in rows]
    parents = {name for text in aligned if text for name in reference(text)[:2]}
    kinds = []
    for row, to in zip(rows, aligned, strict=True):
        words = [text.value for at in (title, header.at("id")) if (text := cell(row, at))]
        if to and cell(row, metric):
            kinds.append("key_result")
        else:
            kinds.append("objective" if not parents.isdisjoint(words) else "")
    return kinds


def checkins_in(text: Text) -> list[Draft]:
    """Return the entries of `Checkin Date: …; User: …; Note: …; Current Value: …;`, repeated; [] for other words."""
    if not text.value.startswith(_CHECKIN):
        return []
    starts = []
    at = 0
    while at >= 0:
        starts.append(at)
        at = text.value.find(_CHECKIN, at + 1)
    return [_entry(text, start, end) for start, end in zip(starts, [*starts[1:], len(text.value)], strict=True)]


def _entry(text: Text, start: int, end: int) -> Draft:
    whole = text.part(start, end)
    draft = Draft(Text.verbatim("", whole.span.start), whole.span)
    for words in text.value[start:end].split(";"):
        name, colon, _ = words.partition(":")
        field = _FIELDS.get(name.strip())
        if colon and field:
            draft.fields.append((field, text.part(start + len(name) + 1, start + len(words))))
        start += len(words) + 1
    return draft
