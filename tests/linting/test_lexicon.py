"""Word lists find words, not letters."""

import re

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


def test_words_are_found_alike_in_a_text_too_long_to_be_remembered() -> None:
    text = "x. " * 1000 + "some of them, as soon as 持续 some"
    assert found(text) == ["as soon as", "持续", "some"]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("ＫＰＩ", "the KPI"),
        ("naïve", "how naïve"),
        ("a\nb", "an a b"),
        ("KPI考核", "kpi考核"),
        ("don't", "Don’t"),
        ("24/7 support", "support"),
        ("國", "中国"),
    ],
)
def test_entries_of_any_spelling_are_found(entry: str, text: str) -> None:
    assert Lexicon("test", ["持续", entry]).has(text)


@given(
    st.text(alphabet="ab -'持续集成", max_size=30), st.lists(st.text(alphabet="ab '持续集成", max_size=4), max_size=6)
)
def test_what_stands_in_a_text_as_whole_words_is_found(text: str, entries: list[str]) -> None:
    words = {word for word in entries if word.isalpha() and word.isascii()}
    expected = {word for word in words if re.search(rf"(?<![a-z'-]){word}(?![a-z'-])", text)}
    assert {match.entry for match in Lexicon("test", words).find(text)} >= expected
    characters = {entry for entry in entries if entry and not re.search(r"[a-b' ]", entry)}
    assert Lexicon("test", characters).has(text) is any(entry in text for entry in characters)
