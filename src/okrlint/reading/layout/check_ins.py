"""Check-ins that stand apart from the OKRs, in a section of the document, and the items that they speak of."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern

from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical, label
from okrlint.reading.layout.attachments import DAY, attach
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.tables import is_log, log_rows
from okrlint.reading.outline import Block

_MAX_NAMED = 20
"""How many key results one entry is taken apart into."""


def document_checkins(root: Block, objectives: list[Draft], roles: Roles) -> list[Draft]:
    """Return the entries of sections such as "Check-ins" that stand in no objective.

    Those that name an objective or a key result by its label are given to it, and not returned.
    """
    gathered = Draft(Text.model_construct(value="", raw="", span=Span(0, 0)))
    ends = [objective.span for objective in objectives]
    for block in root.walk():
        if block.kind != "section" or not (_announces(block, roles) or _dated_heading(block)):
            continue
        within = bisect_right(ends, block.span) - 1
        if within < 0 or block.span.start >= ends[within].end:
            _gather(gathered, block, roles)
    return _not_given(gathered.checkins, _by_label(objectives))


def _announces(block: Block, roles: Roles) -> bool:
    return roles.head(block).name == "checkin"


@cache
def _heading() -> Pattern[str]:
    return compile_pattern(rf"[^\d]{{0,24}}?({DAY})(?:[^\d].{{0,24}})?", ASCII | IGNORECASE)


def _dated_heading(block: Block) -> Match[str] | None:
    """Return the day in a heading over a check-in: `4月20日周会`, `Check-in 2026-04-20`."""
    match = _heading().fullmatch(block.value)
    if match is None:
        return None
    rest = block.value[: match.start(1)] + block.value[match.end(1) :]
    return match if canonical(rest.strip(" :：—–-()（）")) == "checkin" else None


def _gather(gathered: Draft, block: Block, roles: Roles) -> None:
    """Gather what one section holds; the sections in it are each a day's entries where a day is their heading."""
    heading = _dated_heading(block)
    if heading and block.text:
        _gather_day(gathered, block, block.text.part(*heading.span(1)), roles)
        return
    for child in block.children:
        if child.kind == "table" and is_log(child):
            gathered.checkins.extend(log_rows(child))
        elif child.kind == "section":
            day = _heading().fullmatch(child.value)
            if day and child.text:
                _gather_day(gathered, child, child.text.part(*day.span(1)), roles)
    plain = [child for child in block.children if child.kind != "section" and not _is_log_table(child)]
    attach(gathered, [_part_of(block, plain)], roles) if _announces(block, roles) else None


def _is_log_table(block: Block) -> bool:
    return block.kind == "table" and is_log(block)
