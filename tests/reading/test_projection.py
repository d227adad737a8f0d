"""Sources that are no text files: places are cells and paragraphs."""

from okrlint.model import Span, Words
from okrlint.reading.projection import Part, Projection

CELLS = Projection(
    "目标\tOwner\nA\tDana",
    "plan.xlsx",
    [
        Part(0, 1, 1, Words("S!A1", "S!A1")),
        Part(3, 1, 2, Words("S!B1", "S!B1")),
        Part(9, 4, 1, Words("S!A4", "S!A4")),
        Part(11, 4, 2, Words("S!B4", "S!B4")),
    ],
)
PARAGRAPHS = Projection(
    "OKR 2026\nO1: 增长",
    "plan.docx",
    [Part(0, 1, None, Words("paragraph 1", "第 1 段")), Part(9, 3, None, Words("paragraph 3", "第 3 段"))],
)


def test_the_place_of_a_cell_is_its_row_and_column() -> None:
    assert CELLS.position(12) == (4, 2)
    assert CELLS.place(12) == Words("S!B4", "S!B4")
    assert CELLS.excerpt(Span(12, 14)) == ("Dana", 1, 3)


def test_the_place_of_a_paragraph_is_its_number_and_a_character() -> None:
    assert PARAGRAPHS.position(13) == (3, 5)
    assert PARAGRAPHS.excerpt(Span(13, 15)) == ("O1: 增长", 4, 6)


def test_an_excerpt_ends_with_its_part() -> None:
    assert PARAGRAPHS.excerpt(Span(4, 15)) == ("OKR 2026", 4, 8)


def test_nothing_at_all_has_a_place() -> None:
    empty = Projection("", "empty.xlsx", [])
    assert empty.position(0) == (1, 1)
    assert empty.excerpt(Span(0, 0)) == ("", 0, 0)
