"""Amounts in English words, of the kinds that people write in key results."""

import pytest

from okrlint.language.quantities import amounts, change, is_quantified


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("One in six parcels is opened by customs", "One in six", 0.166667),
        ("Eight out of ten apprentices pass at the first attempt", "Eight out of ten", 0.8),
        ("Three of the four kitchens are booked on weekdays", "Three of the four", 0.75),
        ("Every third visitor signs the guest book", "Every third", 0.333333),
        ("One boat in ten needs a tow", "One boat in ten", 0.1),
        ("Accidents on the pier: none", "none", 0),
        ("Drownings at the pool: zero", "zero", 0),
        ("Lost keys from nine a month to none", "none", 0),
        ("Paper use down a quarter", "a quarter", 0.25),
        ("Open audit points: under fifteen", "fifteen", 15),
        ("Late buses from thirty to twelve", "twelve", 12),
        ("Wages are paid by working day 3", "3", 3),
        ("A 60-day streak of morning walks", "60-day", 60),
        ("The mile in less than 6:30 minutes", "6:30 minutes", 6.5),
        ("The offer is in their hands after 5 days at the latest", "5 days", 5),
        ("Issue 12 permits", "12 permits", 12),
    ],
)
def test_amounts_in_words(text: str, words: str, value: float) -> None:
    found = [(text[amount.start : amount.end], amount.value) for amount in amounts(text)]
    assert (words, value) in found


@pytest.mark.parametrize(
    "text",
    [
        "Every second Friday is a demo day",
        "Every third week we clean the tanks",
        "Make every second count",
        "Two in three weeks",
        "Be one of the three papers people keep",
        "A two in one device",
        "From one to many",
        "Meet at 9:30",
        "Day 4 of the fair",
        "Stand on our own feet within a year",
        "Funding: none of the banks",
        "The path from 4.x is tested",
        "Close issue 12",
        "Paint the stairs of house 9",
        "Renew the lamps in district 4",
    ],
)
def test_what_measures_nothing(text: str) -> None:
    assert not is_quantified(text)


@pytest.mark.parametrize(
    "text", ["Bookings up 20% from 40%", "Defects down 10 from 40", "Fuel cut by a third from 9 l", "Doubled from 4"]
)
def test_a_step_is_no_target(text: str) -> None:
    assert change(text) is None


def test_a_baseline_may_follow_its_target() -> None:
    pair = change("NPS of 45, up from 30")
    assert pair is not None
    assert (pair.baseline.value, pair.target.value) == (30, 45)
