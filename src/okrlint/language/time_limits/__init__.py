"""Time limits that name no day: within 6 months of launch, by the end of Sprint 12, 上线后三个月内, X季度.

A length of time is a limit only where it bounds the whole statement. In "respond within 2 days" and 30天复购率 it is
a part of the measure, since what it bounds comes time and again. Three signs tell the two apart: the unit (an hour is
never a due date, a day seldom), the place (at an end of the clause), and what stands right before or behind it (an
event that comes once, or something that recurs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.language.folding import latin_words
from okrlint.language.remembering import remembered

if TYPE_CHECKING:  # most statements set no limit: what finds one is imported where its words stand
    from okrlint.language.time_limits.limit import TimeLimit

__all__ = ["limit_value", "time_limits"]

# fmt: off
_UNITS = frozenset((
    "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years",
    "dia", "dias", "semana", "semanas", "mes", "meses", "trimestre", "trimestres", "ano", "anos",
    "jour", "jours", "semaine", "semaines", "mois", "ans",
    "tag", "tage", "tagen", "woche", "wochen", "monat", "monate", "monaten", "monats",
    "quartal", "quartale", "quartalen", "quartals", "jahr", "jahre", "jahren", "jahres",
))
_PHRASE_WORDS = frozenset(("finales", "ici", "jahresende", "ende", "quartalsende", "monatsende"))
# fmt: on
_LETTERS = frozenset("àáéêíñýăầгдклмн")
"""Of these words and letters each unit and each whole phrase of data/time_limits.txt has one.

Only the French "an" is left out, which is the English article: "d'ici un an" has "ici".
"""

# fmt: off
_LINKS = frozenset((
    "within", "no", "not", "en", "dentro", "dans", "sous", "innerhalb", "binnen", "im", "trong", "entro", "ici",
    "in", "em", "au", "after", "of", "from", "following", "post", "past", "tras", "desde", "nach", "depois", "sau",
    "before", "prior", "ahead", "antes", "avant", "vor",
))
# fmt: on
"""In ASCII a unit is no limit without one of these, which begin what leads to it, or lead on to an event."""

_LEADS = frozenset(("by", "before", "until"))
_STRETCHES = (
    *("sprint", "iteration", "pi", "phase", "milestone", "trial"),
    *("project", "program", "semester", "season", "beta"),
)
"""What words for a stretch of work begin with, and what leads to them: by Sprint 12."""

_NUMBERED = frozenset(("day", "month", "year"))

_CHINESE_HINTS = frozenset("内后前xX")


def may_set_limits(text: str, words: tuple[str, ...]) -> bool:
    """Tell at a glance whether there may be a limit in a text.

    Args:
        text: as `time_units.folded` has it.
        words: its `latin_words`.
    """
    if _may_be_long(text, words) or not (_LEADS.isdisjoint(words) and _PHRASE_WORDS.isdisjoint(words)):
        return True
    return not text.isascii() and not (_CHINESE_HINTS.isdisjoint(text) and _LETTERS.isdisjoint(text.lower()))


def _may_be_long(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether a text has what a limit in units needs, in ASCII letters."""
    return not _UNITS.isdisjoint(words) and not (text.isascii() and _LINKS.isdisjoint(words))


@remembered()  # of one statement, reader and rules ask time and again
def time_limits(text: str) -> tuple[TimeLimit, ...]:
    """Return the limits that a statement sets, in order.

    Args:
        text: as `time_units.folded` has it.
    """
    found: list[TimeLimit] = []
    ascii_only = text.isascii()
    words = latin_words(text)
    if not _LEADS.isdisjoint(words) and any(word.startswith(_STRETCHES) for word in words):
        from okrlint.language.time_limits.spaced import stretches

        found += stretches(text)
    if not (_LEADS.isdisjoint(words) or _NUMBERED.isdisjoint(words)):
        from okrlint.language.time_limits.spaced import numbered_ends

        found += numbered_ends(text)
    foreign = not (ascii_only or _LETTERS.isdisjoint(text.lower()))
    if foreign or not _PHRASE_WORDS.isdisjoint(words):
        from okrlint.language.time_limits.spaced import phrases

        found += phrases(text)
    if foreign or _may_be_long(text, words):
        from okrlint.language.time_limits.spaced import spaced_limits

        found += spaced_limits(text)
    if not ascii_only and not _CHINESE_HINTS.isdisjoint(text):
        from okrlint.language.time_limits.chinese import chinese_limits

        found += chinese_limits(text)
    return tuple(sorted(found))


def limit_value(text: str) -> TimeLimit | None:
    """Return the limit that the value of a deadline field is, where neither its place nor its event matters.

    Args:
        text: as `time_units.folded` has it.
    """
    from okrlint.language.time_limits.chinese import chinese_value
    from okrlint.language.time_limits.spaced import spaced_value

    return spaced_value(text) or (None if text.isascii() else chinese_value(text))
