"""Which way a statement says that a number goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.language.directions import direction, direction_before
from okrlint.language.quantities import amounts, change


def way_of(text: str) -> str | None:
    pair = change(text)
    first = amounts(text)[0]
    found = direction(text, pair.start, pair.end) if pair else direction(text, first.start, first.end)
    return found.way if found else None


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Increase on-time ferries from 80% to 95%", "up"),
        ("On-time ferries increase from 80% to 95%", "up"),
        ("We will reduce lost keys from 40 to 10", "down"),
        ("Lost keys fall steadily from 40 to 10", "down"),
        ("Bring lost keys down from 40 to 10", "down"),
        ("Cut lost keys by 30%", "down"),
        ("准点渡轮比例从80%提升到95%", "up"),
        ("缩短候船时间，从20分钟到12分钟", None),
        ("将候船时间由20分钟压缩至12分钟", "down"),
        ("丟失鑰匙由40把降至10把", "down"),
        ("Improve waiting time from 20 to 12 minutes", None),
        ("优化候船时间，由20分钟到12分钟", None),
        ("Reduce paperwork by raising online tickets from 20% to 50%", "up"),
        ("Drop-off point visits from 20 to 40", None),
        ("First-cut yield from 90% to 95%", None),
        ("Lost keys from 40 down to 50", "down"),
        ("Ferries a day from 20 up to 30", "up"),
        ("志愿者增至300人", "up"),
    ],
)
def test_the_verb_of_a_number_tells_its_way(text: str, way: str | None) -> None:
    assert way_of(text) == way


def test_verbs_that_contradict_each_other_tell_nothing() -> None:
    text = "Reduce the increase of rents from 8% to 3%"
    assert direction(text, text.index("8%"), len(text)) is None


def test_a_verb_that_also_means_better_is_loose() -> None:
    text = "首屏速度提升到2秒"
    found = direction_before(text, text.index("2秒"))
    assert found is not None
    assert found.is_loose
    assert text[found.start : found.end] == "提升"


@given(
    st.text(alphabet="提升降低从到至 reduce from to 5%，.,-由", max_size=120), st.integers(0, 120), st.integers(0, 120)
)
def test_any_place_of_any_text_can_be_asked_for(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = direction(text, start, end)
    assert found is None or 0 <= found.start < found.end <= len(text)
