"""Word lists find words, not letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.linting.lexicon import Lexicon

LEXICON = Lexicon("test", ["some", "as soon as", "持续", "!持续集成", "进一步", "所有人", "!some of"])


def found(text: str) -> list[str]:
    return [text[match.start : match.end] for match in LEXICON.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some help, as soon as it can", ["Some", "as soon as"]),
        ("awesome handsome", []),
        ("some of them", []),
        ("持续改进", ["持续"]),
        ("持續改進", ["持續"]),
        ("持续集成", []),
        ("進一步持续", ["進一步", "持续"]),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "whole"), [(" 所有人。", True), ("所有人员", False), ("Some", True), ("some one", False)]
)
def test_a_whole_match_is_anchored(text: str, whole: bool) -> None:
    assert LEXICON.matches_whole(text) is whole


def test_configuration_adds_words() -> None:
    assert Lexicon("test", ["a"]).extended(["新词"]).has("这是新词")


@given(st.text(alphabet="some as 持续集成of进一步所有人", max_size=60))
def test_matches_are_inside_in_order_and_apart(text: str) -> None:
    end = 0
    for match in LEXICON.find(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end
