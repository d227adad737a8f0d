"""What in an objective tells why it matters, for whom it is, or that something shall change by it."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import Context, Lead, lead, moves


def says_why(text: str, context: Context) -> bool:
    """Tell whether a word says what people will feel, how far it goes, or why; worn-out expressions do not count."""
    return _has_fresh(text, "inspiring", context)


def says_for_whom(text: str, context: Context) -> bool:
    """Tell whether a word names who is better off; worn-out expressions do not count."""
    return _has_fresh(text, "beneficiaries", context)


def changes(text: str) -> bool:
    """Tell whether a statement wants a change: by a verb of growth or decline, or by what a later clause begins with.

    Chores joined by "and" are no change: "Answer emails and file invoices".
    """
    return moves(text) or any(part.verb_class in ("outcome", "neutral") for part in _later_leads(text))


def _later_leads(text: str) -> Iterator[Lead]:
    parts = _joints().split(text[:_LONGEST])[1:]
    return (found for part in parts if part and (found := lead(part)))


_LONGEST = 400
"""Characters that are read; an objective longer than that has other troubles."""


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(r"[,;，；。、]|\b(?:and|while|then)\b", re.ASCII | re.IGNORECASE)


def _has_fresh(text: str, lexicon: str, context: Context) -> bool:
    """Tell whether a word of the list stands in the text other than as a part of a worn-out expression."""
    found = list(context.lexicon(lexicon).find(text))
    if not found:
        return False
    worn = list(context.lexicon("buzzwords").find(text))
    return any(not any(word.start < match.end and match.start < word.end for word in worn) for match in found)
