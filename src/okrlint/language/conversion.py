"""Numbers in different units of the same thing, made comparable."""

from functools import cache
from typing import Protocol

_FACTORS = {
    "s": {
        "ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3_600.0, "d": 86_400.0, "week": 604_800.0,
        "month": 2_629_746.0, "quarter": 7_889_238.0, "year": 31_556_952.0,
    },
    "B": {"B": 1.0, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15},
    "bit/s": {"Mbps": 1e6, "Gbps": 1e9},
    "1": {"%": 1e-2, "‰": 1e-3, "‱": 1e-4},
    "point": {"pp": 1e-2, "百分点": 1e-2, "bps": 1e-4},
    "g": {"g": 1.0, "kg": 1e3, "t": 1e6},
    "m": {"m": 1.0, "km": 1e3},
}  # fmt: skip
"""By base unit, what one of each unit is worth. A day is 24 hours; months and years are the Gregorian mean."""


class Measured(Protocol):
    """A number with a unit: an amount in a text, or a quantity of a model."""

    @property
    def value(self) -> float | None:
        """The number, if there is one."""

    @property
    def unit(self) -> str | None:
        """Its normal name, as in `data/units.txt`."""


def in_one_unit(first: Measured, second: Measured) -> tuple[float, float] | None:
    """Return both numbers in one unit, so that they can be compared (3 days and 8 hours: 259,200 and 28,800).

    A number without a unit is taken to have the other's. None where a number is not known, and where the units
    measure different things or how they relate is not known (dollars and yuan).
    """
    if first.value is None or second.value is None:
        return None
    if first.unit == second.unit or not first.unit or not second.unit:
        return first.value, second.value
    one, other = _scale(first.unit), _scale(second.unit)
    if one is None or other is None or one[0] != other[0]:
        return None
    return first.value * one[1], second.value * other[1]


def converted(value: float, unit: str, to: str) -> float | None:
    """Return a number of one unit as a number of another (4 h are 240 min); None where that is not known."""
    one, other = _scale(unit), _scale(to)
    if one is None or other is None or one[0] != other[0]:
        return None
    return round(value * one[1] / other[1], 6)


def _scale(unit: str) -> tuple[str, float] | None:
    """Return the base unit of a unit and its worth in it."""
    return _scales().get(unit)


@cache
def _scales() -> dict[str, tuple[str, float]]:
    return {unit: (base, factor) for base, units in _FACTORS.items() for unit, factor in units.items()}
