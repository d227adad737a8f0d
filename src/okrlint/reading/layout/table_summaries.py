"""Tables of objectives that stand elsewhere in the document: `Final grades`, an alignment map, a summary."""

from functools import cache
from re import IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.language.similarity import terms
from okrlint.reading.drafts import Draft
from okrlint.reading.labels import label

_FIGURES = ("baseline", "target", "metric", "unit")
"""What a statement that has amounts says better than a summary."""


def only_sums_up(rows: list[Draft], known: list[Draft]) -> bool:
    """Tell whether a table names nothing but objectives and key results that stand before it, in whatever words.

    What it alone says of key results is given to them.

    Args:
        rows: the objectives that the table names, with their key results.
        known: those that stand elsewhere.
    """
    by_number = {_number(each): each for each in known if _number(each)}
    if len(by_number) < len([each for each in known if each.label]):
        return False  # numbers that begin anew tell nothing apart
    pairs: list[tuple[Draft, Draft]] = []
    for row in rows:
        objective = by_number.get(_number(row))
        if objective is None or not row.children or not _are_alike(row.text.value, objective.text.value):
            return False
        results = {_number(each)[-1:]: each for each in objective.children if _number(each)}
        for child in row.children:
            result = results.get(_number(child)[-1:])
            if result is not None:
                pairs.append((child, result))
            elif not is_mention(child.text.value):
                return False
    for child, result in pairs:
        names = {name for name, _ in result.fields}
        names.update(_FIGURES if quantities.amounts(result.text.value) else ())
        result.fields.extend(field for field in child.fields if field[0] not in names)
    return True


def _number(draft: Draft) -> tuple[int, ...]:
    """Return the numbers of a label; () without any."""
    found = label(f"{draft.label}:") if draft.label else None
    return found.number if found else ()


def _are_alike(row: str, statement: str) -> bool:
    """Tell whether most that a row says of an objective is in its statement, too."""
    said = terms(row)
    return bool(said) and 2 * len(said & terms(statement)) > len(said)


def is_mention(value: str) -> bool:
    """Tell whether words only name key results: `KR1-KR4`, `全部 KR`."""
    return _mention().fullmatch(value) is not None


@cache
def _mention() -> Pattern[str]:
    """Match key results that are but named: `KR1-KR4`, `KR1, KR2`, `全部 KR`."""
    return compile_pattern(
        r"(?:(?:all|全部|所有) ?)?KRs?(?: ?[\d.]{1,5})?"
        r"(?: ?(?:[-–~、,，/&+]|to|and|至|到|和) ?(?:KR)? ?[\d.]{1,5}){0,8}",
        IGNORECASE,
    )
