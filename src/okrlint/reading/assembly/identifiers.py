"""The identifiers of items that stand in their words, or in a field of their own: [OKR-77], (OKR-78), `ID: OKR-79`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from okrlint.reading.drafts import Draft

_FEWEST = 2
"""Letters that an identifier begins with at least."""

_SIGNS = ("-", "ID", "Id", "id:", "编号", "編號")
"""What a statement with an identifier holds."""

_REACH = 32
"""Characters before a statement in which its identifier may stand."""

_NONE = frozenset(
    (
        *("kr", "fy", "cy", "hy", "tier", "top", "phase", "level", "step", "stage", "version", "sprint", "week"),
        *("iso", "iec", "soc", "din", "gb", "covid", "gpt", "utf", "sha", "rfc", "sla", "p", "wave", "cohort", "batch"),
    )
)
"""What stands before a hyphen and a number in what is no identifier: a label, a period, a norm, a model."""


def attach_identifiers(drafts: Sequence[Draft], source: str) -> None:
    """Give objectives and key results the identifiers that their fields or their words name.

    One that several items name is what they are about, not what they are called: "(PCI-4)".
    """
    found = [(draft, *_named(draft, source)) for draft in _all(drafts) if not draft.ref]
    times = Counter(name for _, name, _ in found if name)
    for draft, name, begin in found:
        if name and times[name] == 1:
            draft.ref = name
            draft.fields = [field for field in draft.fields if field[0] != "id" or field[1].value != name]
            if begin:
                draft.text = draft.text.part(begin, len(draft.text.value))


def _all(drafts: Sequence[Draft]) -> Iterator[Draft]:
    for draft in drafts:
        yield draft
        yield from draft.children


def _named(draft: Draft, source: str) -> tuple[str | None, int]:
    """Return the identifier that an item names, and where the words begin that stand behind one in brackets, or 0."""
    for name, text in draft.fields:
        if name == "id" and text.value != draft.label and _word().fullmatch(text.value):
            return text.value, 0
    if draft.label and (behind := _behind_label(draft, source)):
        return behind, 0
    value = draft.text.value
    if not any(sign in value for sign in _SIGNS):
        return None, 0
    front = _in_front().match(value)
    if front and front.end() < len(value) and _is_one(front[1] or front[2]):
        return front[1] or front[2], front.end() if front[1] else 0
    names = {found[1] or found[2] for found in _in_brackets().finditer(value) if found[1] or _is_one(found[2])}
    return (names.pop(), 0) if len(names) == 1 else (None, 0)


def _behind_label(draft: Draft, source: str) -> str | None:
    """Return the identifier that stands in brackets between the label of an item and its statement."""
    start = draft.text.span.start
    before = source[max(draft.span.start, start - _REACH, 0) : start]
    found = _before_statement().search(before) if "-" in before else None
    return found[1] if found and found[1] != draft.label and _is_one(found[1]) else None


def _is_one(name: str) -> bool:
    word = name.partition("-")[0]
    return len(word) >= _FEWEST and word.lower() not in _NONE


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r"[^\s,，、;；()（）]{1,64}")


_NAME = r"([A-Z][A-Z0-9]{1,9}-[0-9]{1,6})"


@cache
def _in_front() -> Pattern[str]:
    """Match an identifier that the statement follows: "[OKR-77]: ", "OKR-77: "."""
    return compile_pattern(rf"\s{{0,3}}(?:[\[(【（]{_NAME}[\])】）]|{_NAME})\s?[:：]\s{{0,3}}")


@cache
def _before_statement() -> Pattern[str]:
    return compile_pattern(rf"[\[(【（]\s?{_NAME}\s?[\])】）]\s?[:：–—-]?\s{{0,3}}\Z")


@cache
def _in_brackets() -> Pattern[str]:
    """Match an identifier in brackets, be it said that it is one or not: "(ID: 12)", "[OKR-77]"."""
    return compile_pattern(
        r"[\[(【（]\s?(?:(?:[Ii][Dd]|编号|編號)\s?[:：]\s?([A-Za-z0-9][A-Za-z0-9_.-]{0,63})\s?(?=[\])】）,，;；])"
        rf"|{_NAME}\s?[\])】）])"
    )
