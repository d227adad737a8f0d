"""What all drafts of goals have in common, whatever they were read from."""

from functools import cache
from re import Pattern
from re import compile as compile_pattern

from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical
from okrlint.reading.goal_words import are_labels, goal_label, is_goal_label, names_period, period_in, plan_name
from okrlint.reading.plain_lines import numbering
from okrlint.reading.word_sets import words

Fields = list[tuple[str, Text]]


def settled(drafts: list[Draft]) -> list[Draft]:
    """Return goals with their labels and without numbers, none of them twice, with the period that their words name.

    Of a goal that is listed and told of again further down, both places tell what there is to know.
    """
    for draft in drafts:
        if at := numbering(draft.text.value):
            draft.text = draft.text.part(at, len(draft.text.value))
    _take_labels(drafts)
    kept: list[Draft] = []
    by_name: dict[str, Draft] = {}
    for draft in drafts:
        name = f"label {draft.label}" if draft.label else f"text {draft.text.value.casefold()}"
        known = by_name.setdefault(name, draft)
        if known is draft:
            kept.append(draft)
        else:
            _add_missing(known, draft)
    for draft in kept:
        _take_named(draft)
        _take_period(draft)
    return kept


def _take_labels(drafts: list[Draft]) -> None:
    """Take labels out of the statements that begin with them, where those of the same kind are labels."""
    found = [(draft, label) for draft in drafts if not draft.label and (label := goal_label(draft.text.value))]
    families: dict[str, list[int]] = {}
    for at, (_, label) in enumerate(found):
        families.setdefault(label.family, []).append(at)
    for family, places in families.items():
        if not family or are_labels(found[at][1] for at in places):
            for draft, label in (found[at] for at in places):
                if label.end < len(draft.text.value):
                    draft.text = draft.text.part(label.end, len(draft.text.value))
                    draft.label = label.label or None
    for draft in drafts:
        if draft.ref and not draft.label and is_goal_label(draft.ref.replace("_", "-").upper()):
            draft.label, draft.ref = draft.ref, None


def _add_missing(known: Draft, other: Draft) -> None:
    names = {name for name, _ in known.fields}
    known.fields.extend(field for field in other.fields if field[0] not in names)
    known.actions.extend(other.actions)


def _take_named(draft: Draft) -> None:
    """Take fields that only plans name so off the end of a statement: `…（责任部门：市场部）`, `…; by when: May`.

    What documents of OKRs name alike is taken when all is put together.
    """
    value = draft.text.value
    if ":" not in value and "：" not in value:
        return
    is_known = True
    place = _in_brackets().search(value)
    start, end = place.span(1) if place else (0, len(value))
    begins = [start, *(found.end() for found in _separator().finditer(value, start, end))]
    found: Fields = []
    cut = end
    for at in reversed(begins if place else begins[1:]):
        head = _name().match(value, at, end)
        name = plan_name(head[1]) if head else None
        if head is None or name is None or name in ("objective", "key_result"):
            break
        said = draft.text.part(head.end(), len(value[:cut].rstrip(_BESIDE)))
        found.insert(0, (name, said))
        is_known = is_known and canonical(head[1]) is not None
        cut = at
    if not found or is_known or (place and cut > start):
        return
    statement = value[: place.start() if place else cut].rstrip(_BESIDE)
    if not statement:  # `，责任部门：财务部`
        return
    own = {name for name, _ in draft.fields}
    draft.fields.extend(field for field in found if field[0] not in own and field[1].value)
    draft.text = draft.text.part(0, len(statement))


_BESIDE = " \t,，;；、|·—–-。."


@cache
def _in_brackets() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[(（]([^()（）]{3,120})[)）][.。;；]?\Z")


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(r"[，；|·。]\s{0,3}|[,;.]\s{1,3}|\s[—–-]{1,2}\s{1,3}")


@cache
def _name() -> Pattern[str]:
    return compile_pattern(r"([^:：,，;；、|·。\n]{1,30})[:：]\s{0,3}")


def _take_period(draft: Draft) -> None:
    if any(name in ("cycle", "deadline") for name, _ in draft.fields):
        return
    place = period_in(draft.text.value)
    if place:
        draft.fields.append(("cycle", draft.text.part(*place)))


_SEVERAL = words("owner contributors action note risk dependency supports source")
"""Fields that a goal may have several of, a line to each."""

_LONGEST_NAME = 20


def fields_of_cell(name: str, lines: list[Text]) -> Fields:
    """Return the fields of a cell: one, several where there may be, and one for each period that a line names."""
    fields = [(name, line) for line in (lines if name in _SEVERAL else lines[:1])]
    return fields + [field for line in lines if (field := period_field(line))] if name == "target" else fields


def period_field(text: Text) -> tuple[str, Text] | None:
    """Return what a line says of a period, by the name of that: `Q1: 40,000`, `一季度：4万`."""
    head = text.value[:_LONGEST_NAME].replace("：", ":")
    at = head.find(":")
    if at <= 0 or not names_period(head[:at]):
        return None
    rest = text.part(at + 1, len(text.value))
    return (" ".join(head[:at].lower().split()), rest) if rest.value else None
