"""What marks at statements mean, as only the statements of all siblings tell: bare shares, and `(P1)`."""

from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.drafts import Draft
from okrlint.reading.values.ratings import add_up

_LONGEST_SHARE = 20
_PERCENT_SIGNS = frozenset("%％")


@cache
def _share() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[(（]\s?(\d{1,3}(?:\.\d{1,3})?)\s?[%％]\s?[)）]$", ASCII)


def attach_shares(siblings: list[Draft]) -> None:
    """Turn the bare shares at the ends of all the siblings' statements into weights, where they add up to 100 %.

    One that merely ends in a share may state a target ("cover the code (80%)"): it is left alone.
    """
    found: list[Match[str]] = []
    for draft in siblings:
        match = _share_of(draft)
        if match is None:  # and so it mostly is with the first
            return
        found.append(match)
    if len(found) < 2 or not add_up(float(match[1]) for match in found):
        return
    for draft, match in zip(siblings, found, strict=True):
        draft.fields.append(("weight", draft.text.part(match.start(1), match.end() - 1)))
        draft.text = draft.text.part(0, match.start())


def _share_of(draft: Draft) -> Match[str] | None:
    value = draft.text.value
    if not value.endswith((")", "）")) or _PERCENT_SIGNS.isdisjoint(value[-3:]):
        return None
    return _share().search(value, max(0, len(value) - _LONGEST_SHARE))


@cache
def _ranked() -> Pattern[str]:
    return compile_pattern(r"[\[(（【`]?[Pp][0-4](?![\d.])")


_BEFORE_PRIORITY = frozenset("[(（【`Pp")
"""What a statement with a priority in front begins with."""


@cache
def _project() -> Pattern[str]:
    """Match `P1 智能客服` at the beginning of a statement, where nothing sets the number apart."""
    return compile_pattern(r"P[0-4](?: ?[^\x00-\x7f：，、。（）【】—]| [A-Za-z])", ASCII)


def are_ranked(objectives: list[Draft]) -> bool:
    """Tell whether several items have a priority, and none begins with one as the name of a project."""
    ranked = 0
    for item in (item for objective in objectives for item in (objective, *objective.children)):
        if item.text.value.startswith("P") and _project().match(item.text.value):
            return False
        ranked += _has_priority(item)
    return ranked > 1


def _has_priority(item: Draft) -> bool:
    for name, _ in item.fields:
        if name == "priority":
            return True
    words = item.text.value
    if words[:1] in _BEFORE_PRIORITY and _ranked().match(words):
        return True
    for bracket in "(（":
        at = words.rfind(bracket)
        if at > 0 and words[at + 1 : at + 2] in ("P", "p") and _ranked().match(words, at):
            return True
    return False
