"""How much two statements say the same."""

import pytest

from okrlint.language.folding import fold
from okrlint.language.similarity import similarity, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NPS 20→40", "NPS from 20 to 40"),
        ("NPS由20升至40", "NPS由30升至50"),
        ("Raise activation from 30% to 45%", "Raise the activation"),
        ("6月底前提升激活率", "9月底前提升激活率"),
        ("優化結帳流程", "优化结帐流程".replace("帐", "帳")),
        ("Reduce open tickets to 40", "Reduced the open ticket to 20 by June"),
    ],
)
def test_the_same_but_for_numbers_dates_script_and_endings(one: str, other: str) -> None:
    assert similarity(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Berlin NPS 20→40", "Madrid NPS 18→35", 0.3, 0.7),
        ("华东NPS由20升至40", "华南NPS由18升至35", 0.2, 0.8),
        ("Make week one addictive", "activation 30% → 45%", 0, 0.1),
        ("让老师爱上备课", "办公室租金下降10%", 0, 0.1),
        ("", "NPS", 0, 0),
    ],
)
def test_others_are_less_alike(one: str, other: str, least: float, most: float) -> None:
    assert least <= similarity(one, other) <= most
    assert similarity(one, other) == similarity(other, one)


def test_statements_of_numbers_alone_are_alike_where_they_are_the_same() -> None:
    assert similarity("40%", "40%") == 1
    assert similarity("40%", "50%") == 0


def test_terms_leave_out_what_says_nothing() -> None:
    assert terms("The number of users in Q3 2026") == {"number", "user"} == terms("number of user")
    assert terms("提升的用户") == {"提升", "用户"}


STATEMENTS = (
    "Raise occupancy from 61% to 75%",
    "Raise the occupancy of our rooms",
    "Occupancy by June 30",
    "Be the hotel that families come back to",
    "入住率从61%提升到75%",
    "提升入住率",
    "讓家庭都願意再來的酒店",
    "让家庭都愿意再来",
    "40%",
    "",
)


@pytest.mark.parametrize("least", [0.0, 0.3, 0.5, 2 / 3, 0.8, 1.0])
def test_what_is_alike_enough_is_told_exactly(least: float) -> None:
    for one in STATEMENTS:
        for other in STATEMENTS:
            alike, quick = similarity(one, other), similarity(one, other, least=least)
            assert quick == alike or (quick == 0 and alike < least)


@pytest.mark.parametrize("text", STATEMENTS)
def test_terms_stand_in_the_statement_letter_for_letter(text: str) -> None:
    assert all(term in fold(text).lower() for term in terms(text))
