"""Time limits that name no day: within 6 months of launch, by the end of Sprint 12, 上线后三个月内, X季度.

A length of time is a limit only where it bounds the whole statement. In "respond within 2 days" and 30天复购率 it is
a part of the measure, since what it bounds comes time and again. Three signs tell the two apart: the unit (an hour is
never a due date, a day seldom), the place (at an end of the clause), and what stands right before or behind it (an
event that comes once, or something that recurs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # most statements set no limit: what finds one is imported where its words stand
    from okrlint.language.time_limits.limit import TimeLimit

__all__ = ["limit_value", "time_limits"]

# fmt: off
_HINTS = (
    "day", "week", "month", "quarter", "year", "semana", "año", "trimestre", "dia", "día", "ano", "mes", "mês",
    "jour", "semaine", "mois", "woche", "monat", "quartal", "jahr", "дн", "ден", "недел", "месяц", "год", "лет",
    "кварт", "tháng", "tuần", "ngày", "năm", "quý", "sprint", "iteration", "phase", "milestone", "pilot", "trial",
    "project", "program", "semester", "season", "beta", "fin", "ende", "cuối", "конц",
)
# fmt: on
"""Parts of the words for units, stretches of work and ends of them in data/time_limits.txt."""

_CHINESE_HINTS = frozenset("内內后後前xX")


def time_limits(text: str) -> list[TimeLimit]:
    """Return the limits that a statement sets, in order.

    Args:
        text: as `time_units.folded` has it.
    """
    found: list[TimeLimit] = []
    lower = text.lower()
    if any(map(lower.__contains__, _HINTS)):
        from okrlint.language.time_limits.spaced import spaced_limits

        found += spaced_limits(text)
    if not text.isascii() and not _CHINESE_HINTS.isdisjoint(text):
        from okrlint.language.time_limits.chinese import chinese_limits

        found += chinese_limits(text)
    return sorted(found)


def limit_value(text: str) -> TimeLimit | None:
    """Return the limit that the value of a deadline field is, where neither its place nor its event matters.

    Args:
        text: as `time_units.folded` has it.
    """
    from okrlint.language.time_limits.chinese import chinese_value
    from okrlint.language.time_limits.spaced import spaced_value

    return spaced_value(text) or (None if text.isascii() else chinese_value(text))
