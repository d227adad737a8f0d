"""Sections apart from the OKRs: check-ins, with the items that they speak of, and what was learned at the end."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical
from okrlint.reading.labels import label
from okrlint.reading.layout.attachments import attach, attach_day
from okrlint.reading.layout.fieldlines import Fields
from okrlint.reading.layout.roles import Roles
from okrlint.reading.outline import Block

_MOST_PARTS = 20
"""How many items one entry is divided among."""

_LONGEST_HEADING = 40

_KEPT = ("retrospective", "health_metrics")
"""The sections of which the heading is kept as a field of the document."""


def document_checkins(objectives: list[Draft], roles: Roles) -> list[Draft]:
    """Return the entries of sections such as "Check-ins" that stand in no objective.

    What they say of an item that they name by its label (`KR2: 40%`) is given to that item instead.
    """
    gathered = Draft(Text.verbatim("", 0))
    for block in _sections_apart(objectives, roles):
        if roles.heads[block].name == "checkin":
            attach(gathered, [block], roles)
        elif is_meeting(block.value):
            attach_day(gathered, block, roles)
    return _given(gathered.checkins, objectives) if gathered.checkins else []


def give_to_key_results(objective: Draft) -> None:
    """Give key results what the check-ins of their objective say of them: a log with a column for each."""
    if any(entry.label for entry in objective.checkins):
        entries, objective.checkins = objective.checkins, []
        objective.checkins += _given(entries, [objective])


def kept_sections(objectives: list[Draft], roles: Roles) -> Fields:
    """Return the headings of the sections, with something below them, that rules ask for.

    These are those in which a document looks back, and those that list the figures that it watches beside the OKRs;
    of each kind the first.
    """
    found: dict[str, Text] = {}
    for block in _sections_apart(objectives, roles):
        name = roles.heads[block].name
        if name in _KEPT and block.children and block.text:
            found.setdefault(name, block.text)
    return list(found.items())


def _sections_apart(objectives: list[Draft], roles: Roles) -> Iterator[Block]:
    """Yield the sections that stand in no objective."""
    spans = [objective.span for objective in objectives]
    for block in roles.sections:
        within = bisect_right(spans, block.span) - 1
        if within < 0 or block.span.start >= spans[within].end:
            yield block


def is_meeting(heading: str) -> bool:
    """Tell whether a heading is that of one check-in: `4月20日周会`, `Check-in 2026-04-20`, `Week 3 check-in`."""
    if len(heading) > _LONGEST_HEADING or not any(map(str.isdigit, heading)):
        return False
    return canonical(_undated().sub("", heading).strip(" :：")) == "checkin"


@cache
def _undated() -> Pattern[str]:
    return compile_pattern(
        r"[\d/.,()（）–—年月日号號-]|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\b"
        r"|\b[Ww](?:ee)?k\b|第.{0,3}[周週](?!会|會|报|報)",
        ASCII,
    )


def _given(entries: list[Draft], objectives: list[Draft]) -> list[Draft]:
    """Give items what entries say of them, and return the other entries."""
    items = items_by_name(objectives)
    left: list[Draft] = []
    for entry in entries:
        for part in _parts(entry):
            item = items.get(name_key(part.label)) if part.label else None
            (item.checkins if item else left).append(part)
    return left


def items_by_name(objectives: list[Draft]) -> dict[str, Draft | None]:
    """Return the items by label and by statement; None for a label that several have.

    A key result can be named with its objective: `O1-KR2`, `O1 KR2`, `O1/KR2` and `KR1.2`.
    """
    found: dict[str, Draft | None] = {}
    for number, objective in enumerate(objectives, 1):
        for position, child in enumerate(objective.children, 1):
            for name in {child.label or f"KR{position}", child.text.value, f"O{number}KR{position}"}:
                key = name_key(name)
                found[key] = None if key in found else child
        for name in {objective.label or f"O{number}", objective.text.value}:
            key = name_key(name)
            found[key] = None if key in found else objective
    return found


def name_key(name: str | None) -> str:
    """Return what names of items are compared by."""
    return "".join(char for char in (name or "").upper() if char not in " -/.:：#*")


def _parts(entry: Draft) -> Iterator[Draft]:
    """Divide an entry among the items that it names: `KR1 confidence 6/10, KR2 confidence 5/10`."""
    text = entry.text
    found = [(0, 0, entry.label)] if entry.label else []
    if not entry.label:
        for opening in _opening().finditer(text.value):
            match = label(text.value[opening.end() : opening.end() + _LONGEST_HEADING])
            if match and match.label and len(found) < _MOST_PARTS:
                found.append((opening.start(), opening.end() + match.end, match.label))
    if not found or found[0][0] > 0:
        yield entry
        return
    for (_, start, name), end in zip(found, [*(first for first, _, _ in found[1:]), len(text.value)], strict=True):
        part = Draft(text.part(start, end), entry.span if len(found) == 1 else text.part(start, end).span, name)
        part.fields = entry.fields
        yield part


@cache
def _opening() -> Pattern[str]:
    """Match where a new item may be named: at the beginning and behind a separator."""
    return compile_pattern(r"^\s{0,3}|[,，;；。、|｜]\s{0,3}|\.\s{1,3}", ASCII)
