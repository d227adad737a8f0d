"""Where the parts of a key result stand."""

from okrlint.plugins import Quantity, Text


def is_within(number: Quantity, statement: Text) -> bool:
    """Tell whether a number was read from the statement itself, and not from a field beside it."""
    return statement.span.start <= number.span.start < statement.span.end
