"""How text is fitted into the columns of a terminal."""

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st
from report_strategies import texts

from okrlint.reporting.width import _CERTAIN, clip, printable, width, wrap


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("目标", 4), ("e\u0301", 1), ("👩‍💻", 2), ("❤️", 2), ("", 0), ("“目”", 4)],
)
def test_width_is_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_what_is_known_without_a_table_is_what_the_table_says() -> None:
    for first, last, cells in _CERTAIN:
        chars = [chr(code) for code in range(ord(first), ord(last) + 1)]
        assert {wcwidth.wcwidth(char) for char in chars} == {cells}
        assert width("".join(chars)) == wcwidth.wcswidth("".join(chars)) == cells * len(chars)
        assert width(f"{chars[-1]}\ufe0f目{chars[0]}") == wcwidth.wcswidth(f"{chars[-1]}\ufe0f目{chars[0]}")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a    b"),
        ("a\nb\u2028c", "a b c"),
        ("\x1b[31m\x00\u202e", "\ufffd[31m\ufffd\ufffd"),
        ("👩‍💻 目标", "👩‍💻 目标"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_steers_a_terminal_is_not_printed(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("one two", 7, ["one two"]),
        ("目标没有数字", 7, ["目标没", "有数字"]),
        ("目标没有，数字", 8, ["目标没", "有，数字"]),  # no line begins with what closes
        ("目标（没有）数字", 6, ["目标", "（没", "有）数", "字"]),  # nor ends with what opens
        ("写明KR1的数字", 8, ["写明KR1", "的数字"]),
        ("见 https://x.example/abc 吧", 10, ["见", "https://x.", "example/ab", "c 吧"]),
        ("as in “- [ ] step”", 10, ["as in “-", "[ ] step”"]),
        ("加油👩‍💻👍🏽", 6, ["加油👩‍💻", "👍🏽"]),
        ("去🇨🇳看看", 6, ["去🇨🇳看", "看"]),
        ("", 5, [""]),
        ("a  b", 9, ["a  b"]),
    ],
)
def test_lines_are_broken_where_a_reader_would(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


@given(texts.map(printable), st.integers(2, 60))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= cells for line in lines)
    assert [line.strip(" ") for line in wrap(text, max(width(text), 2))] == [text.strip(" ")]


@given(texts.map(printable), st.integers(0, 60))
def test_a_clipped_text_fits(text: str, cells: int) -> None:
    clipped = clip(text, cells)
    assert text.startswith(clipped)
    assert width(clipped) <= cells


def test_a_long_word_takes_time_in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    import okrlint.reporting.width as module

    calls = 0

    def counting(text: str) -> int:
        nonlocal calls
        calls += len(text)
        return width(text)

    monkeypatch.setattr(module, "width", counting)
    for word in ("字" * 20_000, "x" * 20_000, "！" * 20_000, "é" * 20_000):
        calls = 0
        wrap(word, 40)
        assert calls < 8 * 20_000
