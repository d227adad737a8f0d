"""Numbers in different units of the same thing."""

import pytest

from okrlint.language.conversion import converted, in_one_unit
from okrlint.language.quantities import amounts


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("3天 8小时", True),
        ("90 minutes, 2 hours", False),
        ("1.5 s, 200 ms", True),
        ("900 MB, 2 GB", False),
        ("0.4%, 3‰", True),
        ("5个百分点, 30bps", True),
    ],
)
def test_units_of_one_thing_are_compared(text: str, falls: bool) -> None:
    first, second = amounts(text)
    numbers = in_one_unit(first, second)
    assert numbers is not None
    assert (numbers[1] < numbers[0]) is falls


def test_a_number_without_a_unit_has_that_of_the_other() -> None:
    first, second = amounts("from 5 to 9 minutes")
    assert in_one_unit(first, second) == (5, 9)


@pytest.mark.parametrize("text", ["5 minutes, 80%", "$90 and 70元", "20家, 30人"])
def test_units_of_different_things_are_not_compared(text: str) -> None:
    first, second = amounts(text)
    assert in_one_unit(first, second) is None


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (4, "h", "min", 240),
        (2, "week", "d", 14),
        (2, "GB", "MB", 2000),
        (1, "%", "‰", 10),
        (4, "h", "%", None),
        (4, "users", "h", None),
    ],
)
def test_a_number_in_another_unit(value: float, unit: str, to: str, expected: float | None) -> None:
    assert converted(value, unit, to) == expected
