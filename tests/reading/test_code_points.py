"""From the parser's offsets in bytes to offsets in code points, in order and far apart."""

import pytest

from okrlint.model import Span
from okrlint.reading.markdown.code_points import CodePoints

TEXTS = {
    "ascii": "O1: Win them over\n" * 400,
    "chinese": "目标一：赢得他们的信任\n" * 400,
    "mixed": "KR1：NPS 从 32 到 45 🎯 ½ é\n" * 400,
    "short": "目标 → O1",
}


def expected(text: str, start: int, end: int) -> Span:
    data = text.encode()
    return Span(len(data[:start].decode()), len(data[:end].decode()))


def boundaries(text: str) -> list[int]:
    """Return the offsets in bytes at which characters begin, and the last."""
    found = [0]
    for char in text:
        found.append(found[-1] + len(char.encode()))
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_one_after_another(name: str) -> None:
    text = TEXTS[name]
    offset = CodePoints(text)
    places = boundaries(text)
    for start, end in zip(places[::7], places[7::7], strict=False):
        assert offset.span(start, end) == expected(text, start, end)


@pytest.mark.parametrize("name", TEXTS)
def test_blocks_that_hold_what_comes_next(name: str) -> None:
    text = TEXTS[name]
    offset = CodePoints(text)
    places = boundaries(text)
    whole = (places[0], places[-1])
    for start, end in (whole, (places[1], places[2]), whole, (places[-3], places[-1]), (places[-1], places[-1])):
        assert offset.span(start, end) == expected(text, start, end)


def test_what_is_hidden_is_no_part_of_it() -> None:
    offset = CodePoints("目标\n<!-- okrlint: disable=KW001 -->\n结果", [Span(3, 35)])
    assert offset.text == "目标\n结果"
    assert offset.span(0, 6) == Span(0, 2)
    assert offset.span(7, 13) == Span(35, 37)
