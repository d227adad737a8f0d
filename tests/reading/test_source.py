"""Decoding, and lines and columns."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.model import Span
from okrlint.reading.source import Source, UnreadableError

CHINESE = "# 二季度目标\n\n- KR1：流失率从4%降至2%\n"


def test_lines_end_as_editors_have_it() -> None:
    source = Source("a\r\nb\rc\nd\u2028e\x0cf")
    assert [source.line(n) for n in range(1, 5)] == ["a", "b", "c", "d\u2028e\x0cf"]
    assert source.position(source.text.index("e")) == (4, 3)


def test_columns_count_code_points() -> None:
    source = Source("# 😀努力")
    assert source.position(source.text.index("努")) == (1, 4)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    source = Source.from_bytes(b"\xef\xbb\xbf# a")
    assert (source.text, source.position(0)) == ("# a", (1, 1))


def test_a_lone_surrogate_is_no_character() -> None:
    assert Source("留\ud83d存").text == "留\ufffd存"


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("gb18030", "gb18030")]
)
def test_encodings_of_chinese_text(encoding: str, name: str) -> None:
    source = Source.from_bytes(CHINESE.encode(encoding))
    assert (source.text, source.encoding) == (CHINESE, name)


@pytest.mark.parametrize("text", ["Améliorer la qualité perçue", "Größere Zufriedenheit über alles", "naïve café"])
def test_latin_1_is_refused_and_not_read_as_chinese(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        Source.from_bytes(f"# OKR\n\n{text}\n".encode("latin-1"))
    assert caught.value.code == "EN002"
    assert "line 3" in caught.value.message.en
    assert "第 3 行" in caught.value.message.zh


def test_binary_data_is_refused() -> None:
    with pytest.raises(UnreadableError, match="NUL") as caught:
        Source.from_bytes(b"PK\x03\x04\x00\x00")
    assert caught.value.code == "EN002"


def test_too_large_a_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    path.write_bytes(b"x" * 3000)
    with pytest.raises(UnreadableError, match="limit") as caught:
        Source.from_file(path, max_bytes=1000)
    assert caught.value.code == "EN004"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="No such file") as caught:
        Source.from_file(tmp_path / "none.md")
    assert caught.value.code == "EN001"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(UnreadableError, match="pipe") as caught:
        Source.from_file(tmp_path / "pipe.md")
    assert caught.value.code == "EN001"


def test_a_name_that_no_file_can_have_is_told() -> None:
    with pytest.raises(UnreadableError) as caught:
        Source.from_file("a\0b.md")
    assert caught.value.code == "EN001"


@given(st.text())
def test_every_offset_has_a_position_and_the_position_leads_back(text: str) -> None:
    source = Source(text)
    for offset in range(len(source.text) + 1):
        line, column = source.position(offset)
        start = source.position(offset - column + 1)
        assert start == (line, 1)
        if offset < len(source.text) and source.text[offset] not in "\r\n":
            assert source.line(line)[column - 1] == source.text[offset]


@given(st.binary(max_size=300))
def test_bytes_are_read_or_refused_but_never_crash(data: bytes) -> None:
    try:
        Source.from_bytes(data)
    except UnreadableError as error:
        assert error.code in {"EN002", "EN004"}
        assert error.message.zh


@given(st.text(alphabet="ab\u00e9目\U0001f600\r\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_location_is_what_its_parts_are_by_themselves(text: str, start: int, length: int) -> None:
    source = Source(text)
    span = Span(min(start, len(text)), min(start + length, len(text)))
    found = source.location(span)
    assert (found.start, found.end) == (source.position(span.start), source.position(span.end))
    assert found.byte_columns == (source.byte_column(span.start), source.byte_column(span.end))
    assert (found.excerpt, found.place) == (source.excerpt(span), None)
