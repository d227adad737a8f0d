"""Bare shares behind statements: `提升留存（40%）` is a weight where the shares of all siblings add up to 100 %."""

from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.drafts import Draft

_TOLERANCE = 1.0
"""By how many hundredths a sum of weights may miss 100 (3 × 33.3)."""


@cache
def _share() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[(（]\s?(\d{1,3}(?:\.\d{1,3})?)\s?[%％]\s?[)）]$", ASCII)


def attach_shares(siblings: list[Draft]) -> None:
    """Turn the bare shares at the ends of all the siblings' statements into weights, where they add up to 100 %.

    One that merely ends in a share may state a target ("cover the code (80%)"): it is left alone.
    """
    found = [_at_end(draft) for draft in siblings]
    if len(found) < 2 or not all(found):
        return
    shares = [match for match in found if match]
    if abs(sum(float(match[1]) for match in shares) - 100) > _TOLERANCE:
        return
    for draft, match in zip(siblings, shares, strict=True):
        draft.fields.append(("weight", draft.text.part(match.start(1), match.end() - 1)))
        draft.text = draft.text.part(0, match.start())


def _at_end(draft: Draft) -> Match[str] | None:
    tail = draft.text.value[-20:]
    if not tail.endswith((")", "）")):
        return None
    return _share().search(draft.text.value, max(0, len(draft.text.value) - 20))
