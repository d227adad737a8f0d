"""What holds for every document: reading does not fail, places are exact, and what was written is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutations import Mutation, mutated, mutations
from okr_documents import Written, documents, indented_alike, markdown, odd_texts, stated
from okr_seeds import SEEDS, Seed
from places import assert_sound

from okrlint.model import Document
from okrlint.opening import reader_for
from okrlint.reading.interface import ContainerReader, ReadingOptions, open_source
from okrlint.reading.source import Source, UnreadableError
from okrlint.registry import installed

FORMATS = tuple(sorted(ref.name for ref in installed().readers))
TEXT_FORMATS = tuple(name for name in FORMATS if not isinstance(reader_for(name, "-"), ContainerReader))


PATH = "okr/team"
"""Some layouts are read only where the file's name says that it holds OKRs."""


def read(text: str, format: str) -> Document:
    source = Source(text, PATH)
    document = reader_for(format, "-").read(source, ReadingOptions())
    assert_sound(source, document)
    return document


def read_anything(source: Source, format: str) -> None:
    """Read what may be broken: whatever is found or told has a place."""
    try:
        document = reader_for(format, "-").read(source, ReadingOptions())
    except UnreadableError as error:
        assert 0 <= error.span.start <= error.span.end <= len(source.text)
        assert error.message.en
        assert error.message.zh
        source.position(error.span.start)
    else:
        assert_sound(source, document)


@given(documents())
def test_what_was_written_is_read(written: Written) -> None:
    document = read(written.text, written.format)
    assert stated(document) == written.aims
    assert not document.problems
    assert read(written.text, written.format) == document


@given(documents(), st.sampled_from(("\r\n", "\r")), st.booleans())
def test_line_ends_and_a_byte_order_mark_make_no_difference(written: Written, ending: str, marked: bool) -> None:
    if ending == "\r" and written.format == "toml":  # in TOML it ends no line
        ending = "\r\n"
    text = "\ufeff" * marked + written.text.replace("\n", ending)
    assert stated(read(text, written.format)) == written.aims


@given(indented_alike())
def test_indentation_makes_no_difference(pair: tuple[Written, Written]) -> None:
    first, second = (read(written.text, "markdown") for written in pair)
    assert stated(first) == stated(second) == pair[0].aims


@given(markdown(), st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "gb18030")))
def test_encodings_make_no_difference(written: Written, encoding: str) -> None:
    try:
        data = written.text.encode(encoding)
    except UnicodeEncodeError:
        return
    if encoding == "gb18030" and not all(map(_in_chinese_charset, written.text)):
        return  # where much of it is foreign to Chinese it is not taken for GB 18030
    source = Source.from_bytes(data, PATH)
    document = reader_for("markdown", "-").read(source, ReadingOptions())
    assert_sound(source, document)
    assert stated(document) == written.aims


def _in_chinese_charset(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@given(st.sampled_from(sorted(SEEDS)), mutations(), st.sampled_from((None, *TEXT_FORMATS)))
def test_mutated_documents_are_read_or_refused(name: str, changes: list[Mutation], format: str | None) -> None:
    text = SEEDS[name].text
    for change in changes:
        text = mutated(text, change)
    read_anything(Source(text, PATH), format or SEEDS[name].format)


@given(documents(), mutations())
def test_mutated_well_formed_documents_are_read_or_refused(written: Written, changes: list[Mutation]) -> None:
    text = written.text
    for change in changes:
        text = mutated(text, change)
    read_anything(Source(text, PATH), written.format)


@given(odd_texts(), st.sampled_from(TEXT_FORMATS))
def test_odd_texts_are_read_or_refused(text: str, format: str) -> None:
    read_anything(Source(text, PATH), format)


@given(st.binary(max_size=300) | odd_texts().map(lambda text: text.encode("utf-16", "surrogatepass")), st.data())
def test_bytes_are_read_or_refused(data: bytes, choice: st.DataObject) -> None:
    name = choice.draw(st.sampled_from(FORMATS))
    try:
        source = open_source(reader_for(name, "-"), data, PATH)
    except UnreadableError as error:
        assert error.message.en
        assert error.message.zh
    else:
        read_anything(source, name)


@pytest.mark.parametrize("seed", SEEDS.values(), ids=list(SEEDS))
def test_seeds_hold_okrs(seed: Seed) -> None:
    """Mutations of what is not read at all would find nothing."""
    assert any(objective.key_results for objective in read(seed.text, seed.format).objectives)
