"""Text knows where each of its characters stands."""

from okrlint.model import Document, KeyResult, Piece, Span, Text, Words


def text_of(source: str, value: str, start: int, pieces: tuple[Piece, ...] = ()) -> Text:
    raw_end = start + len(value) if not pieces else pieces[-1].source + pieces[-1].length
    return Text(value=value, raw=source[start:raw_end], span=Span(start, raw_end), pieces=pieces)


BOLD = "KR: Cut **p95** latency"
PIECES = (Piece(0, 4, 4), Piece(4, 10, 3), Piece(7, 15, 8))


def test_plain_text_is_located_by_offset() -> None:
    text = text_of("- 降低退货率", "降低退货率", 2)
    assert text.locate(2, 5) == Span(4, 7)
    assert str(text) == "降低退货率"


def test_text_with_markup_is_located_through_its_pieces() -> None:
    text = text_of(BOLD, "Cut p95 latency", 4, PIECES)
    for word in ("Cut", "p95", "latency", "Cut ", " latency"):
        at = text.value.index(word)
        span = text.locate(at, at + len(word))
        assert BOLD[span.start : span.end] == word


def test_a_stretch_over_markup_includes_it() -> None:
    text = text_of(BOLD, "Cut p95 latency", 4, PIECES)
    span = text.locate(0, 15)
    assert BOLD[span.start : span.end] == "Cut **p95** latency"


def test_a_part_has_its_own_place_raw_and_pieces() -> None:
    text = text_of(BOLD, "Cut p95 latency", 4, PIECES)
    part = text.part(3, 15)
    assert part.value == "p95 latency"
    assert part.raw == "p95** latency" == BOLD[part.span.start : part.span.end]
    at = part.locate(4, 11)
    assert BOLD[at.start : at.end] == "latency"


def test_an_excerpt_is_the_place_and_the_words_of_a_part() -> None:
    for text in (text_of("- 降低 退货率", "降低 退货率", 2), text_of(BOLD, "Cut p95 latency", 4, PIECES)):
        for start in range(len(text.value) + 1):
            for end in range(start, len(text.value) + 1):
                part = text.part(start, end)
                assert text.excerpt(start, end) == (part.span, part.raw)


def test_a_character_that_is_spelled_otherwise_is_widened_to_its_spelling() -> None:
    source = r'"q \u7559\n存"'
    pieces = (Piece(0, 1, 2), Piece(4, 11, 1))
    text = Text(value="q 留\n存", raw=source[1:12], span=Span(1, 12), pieces=pieces)
    for start, end, spelling in ((2, 3, r"\u7559\n"), (0, 2, "q "), (4, 5, "存"), (1, 3, r" \u7559\n")):
        span = text.locate(start, end)
        assert source[span.start : span.end] == spelling
    escapes = text.part(2, 3)
    assert (escapes.value, escapes.raw) == ("留", r"\u7559\n")
    assert escapes.locate(0, 1) == escapes.span


def test_an_empty_part_is_a_place_without_words() -> None:
    part = text_of("a   b", "a   b", 0).part(1, 4)
    assert (part.value, part.raw) == ("", "")


def test_an_empty_piece_still_marks_a_place() -> None:
    text = Text(value="ab cd", raw="AB<br>CD", span=Span(0, 8), pieces=(Piece(0, 0, 0), Piece(3, 6, 0)))
    assert text.part(0, 5).pieces == text.pieces
    assert text.part(3, 5).pieces == (Piece(0, 6, 0),)
    assert text.part(0, 2).locate(0, 2).start == text.locate(0, 2).start


def test_a_text_is_split_into_parts_with_their_own_places() -> None:
    text = Text(value="O1, KR2；O3", raw="O1, KR2；O3", span=Span(10, 20))
    assert [(part.value, part.span) for part in text.split(",；")] == [
        ("O1", Span(10, 12)),
        ("KR2", Span(14, 17)),
        ("O3", Span(18, 20)),
    ]
    assert [part.value for part in text.split("|")] == ["O1, KR2；O3"]


def test_models_are_frozen_validate_and_survive_json() -> None:
    text = text_of("KR1: x", "x", 5)
    key_result = KeyResult(id="KR1", text=text, span=Span(0, 6))
    document = Document(path="a.md", format="markdown")
    assert KeyResult.model_validate_json(key_result.model_dump_json()) == key_result
    assert Document.model_validate(document.model_dump()) == document
    assert "deadline" not in repr(key_result).replace("deadline_inherited", "")


def test_words_fall_back_to_english() -> None:
    words = Words("yes", "是")
    assert (words.in_language("zh"), words.in_language("en"), words.in_language("fr")) == ("是", "yes", "yes")
