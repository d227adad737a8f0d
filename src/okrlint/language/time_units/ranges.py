"""Ranges: two units of time with a sign between them."""

from okrlint.language.time_units.unit import Unit


def shared_years(text: str, units: list[Unit]) -> list[Unit]:
    """Return the units; the ends of a range have one year where only one names it (April - June 2026).

    Args:
        text: the text, in half width.
        units: the units in it, in order; changed in place.
    """
    for at in range(len(units) - 1, 0, -1):
        before, after = units[at - 1], units[at]
        if before.year is None and after.year is not None and _may_share(text, before, after):
            units[at - 1] = before._replace(year=after.year, fiscal=after.fiscal)
    for at in range(1, len(units)):
        before, after = units[at - 1], units[at]
        if after.year is None and before.year is not None and _may_share(text, before, after):
            units[at] = after._replace(year=before.year, fiscal=before.fiscal)
    return units


def _may_share(text: str, before: Unit, after: Unit) -> bool:
    if before.relative or after.relative or "feast" in (before.kind, after.kind):
        return False
    ordered = (before.month or before.number) <= (after.month or after.number)
    return ordered and before.kind == after.kind and is_range(text[before.end : after.start])


_RANGE_SIGNS = frozenset(("-", "~", "to", "until", "till", "through", "至", "到", "--", "->"))


def is_range(between: str) -> bool:
    """Tell whether the words between two units make them the ends of a range."""
    return len(between) <= 12 and between.strip().lower() in _RANGE_SIGNS
