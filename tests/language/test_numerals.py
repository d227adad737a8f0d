import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.language.numerals import chinese_number, english_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十五", 15),
        ("廿五", 25),
        ("一百五", 150),
        ("一百零五", 105),
        ("一百二十", 120),
        ("两千五百", 2500),
        ("三千零五", 3005),
        ("三万五", 35_000),
        ("两千万", 20_000_000),
        ("一万亿", 1e12),
        ("1.5万", 15_000),
        ("1亿2千万", 120_000_000),
        ("壹佰", 100),
        ("二〇二六", 2026),
        ("三点五万", 35_000),
        ("百万", 1_000_000),
        ("半", 0.5),
        ("1.1亿", 110_000_000),
    ],
)
def test_chinese_numbers(text: str, value: float) -> None:
    assert chinese_number(text) == value


@pytest.mark.parametrize("text", ["", "点", "三点", "点五", "三点五点二", "几十", "abc", "一" * 100, "1.2.3"])
def test_what_is_no_chinese_number(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ten", 10),
        ("twenty-five", 25),
        ("one hundred and five", 105),
        ("two hundred thousand", 200_000),
        ("Two point five million", 2_500_000),
        ("a dozen", 12),
        ("half a million", 500_000),
    ],
)
def test_english_numbers(words: str, value: float) -> None:
    assert english_number(words) == value


@pytest.mark.parametrize(
    "words", ["", "a", "and", "one two", "twenty twenty", "point five point six", "few", "ten and"]
)
def test_what_is_no_english_number(words: str) -> None:
    assert english_number(words) is None


def _in_chinese(number: int) -> str:
    """Spell a number up to 9,999 as it is read aloud, with 零 for gaps."""
    digits = "零一二三四五六七八九"
    spelled, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        gap = gap or (digit == 0 and spelled != "")
        if digit:
            spelled += ("零" if gap else "") + digits[digit] + name
            gap = False
    return spelled


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_chinese_numbers_are_read_as_they_are_spelled(high: int, low: int) -> None:
    assert chinese_number(_in_chinese(high)) == high
    assert chinese_number(f"{_in_chinese(high)}万") == high * 10_000
    if low >= 1000:
        assert chinese_number(f"{_in_chinese(high)}亿{_in_chinese(low)}万") == high * 100_000_000 + low * 10_000


@given(st.text(alphabet="零一二三十百千万亿点半廿壹佰1.,", max_size=40))
def test_no_string_of_numerals_raises(text: str) -> None:
    value = chinese_number(text)
    assert value is None or value >= 0
