"""A statement is quoted as far as it takes to know it again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint_rules.quoting import in_days, quoted


@pytest.mark.parametrize("text", ["NPS from 31 to 45", "流失率从4%降至2%", ""])
def test_a_short_statement_is_quoted_whole(text: str) -> None:
    assert quoted(text) == text


def test_a_long_statement_ends_behind_a_word() -> None:
    text = "Customers of every region find the answer to their question " * 3
    assert quoted(text) == "Customers of every region find the answer to their question Customers of…"


def test_a_long_chinese_statement_takes_as_many_columns() -> None:
    assert quoted("每位客户都庆幸选择了我们" * 9) == "每位客户都庆幸选择了我们" * 3 + "…"


@given(st.text())
def test_a_quotation_is_one_short_line(text: str) -> None:
    assert "\n" not in quoted(text)
    assert len(quoted(text)) <= 73


@pytest.mark.parametrize(("count", "en", "zh"), [(1, "1 day", "1 天"), (0, "0 days", "0 天"), (12, "12 days", "12 天")])
def test_days_in_words(count: int, en: str, zh: str) -> None:
    assert (in_days(count).en, in_days(count).zh) == (en, zh)
