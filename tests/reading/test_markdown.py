"""The adapter over the Markdown parser: what the outline says, and where each word of it stands."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import lines_of, shape

from okrlint.reading.markdown.reader import outline_of
from okrlint.reading.outline import Block, Outline
from okrlint.reading.source import Source


def blocks(outline: Outline) -> list[Block]:
    return list(outline.root.walk())


def first(text: str) -> Block:
    return outline_of(text).root.children[0]


def test_headings_hold_what_stands_below_them() -> None:
    outline = outline_of("# A\n\ntext\n\n## B\n\n- x\n\n# C\n")
    assert shape(outline.root) == [["section A", "line text", ["section B", "item x"]], "section C"]


def test_list_items_nest_whatever_the_indentation() -> None:
    outline = outline_of("- a\n  - b\n- c\n    - d\n- e\n\t- f\n")
    assert shape(outline.root) == [["item a", "item b"], ["item c", "item d"], ["item e", "item f"]]


def test_an_indented_list_that_is_code_to_the_parser_is_read_as_a_list() -> None:
    outline = outline_of("### Goal\n\n        - one\n            - deeper\n        -two\n")
    assert shape(outline.root) == [["section Goal", ["item one", "item deeper"], "item two"]]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("一、甲\n1、乙\n2、丙\n二、丁\n", [["item 甲", "item 乙", "item 丙"], "item 丁"]),
        ("1. 甲\n（1）乙\n（2）丙\n", [["item 甲", "item 乙", "item 丙"]]),
        ("• 甲\n• 乙\n", ["item 甲", "item 乙"]),
        ("－甲\n－乙\n", ["item 甲", "item 乙"]),
        ("①甲\n②乙\n", ["item 甲", "item 乙"]),
        ("目标是\n1.5 倍增长\n", ["line 目标是", "line 1.5 倍增长"]),
        ("3 次发布\n12 streams\n", ["line 3 次发布", "line 12 streams"]),
    ],
)
def test_numbering_that_markdown_does_not_know_makes_lists(text: str, want: list[object]) -> None:
    assert shape(outline_of(text).root) == want


def test_a_heading_without_a_blank_is_one_only_before_chinese() -> None:
    assert [block.kind for block in outline_of("#目标\n\n#123 fixed\n").root.children] == ["section"]
    assert shape(outline_of("#tag me\n").root) == ["line #tag me"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**bold** and *em* and `code`", "bold and em and code"),
        ("**目标：**达到 45", "目标：达到 45"),  # the parser leaves these stars alone
        ("**“重点”**提升", "“重点”提升"),
        ("a [link](https://example.org) b", "a link b"),
        ("~~old~~ new", "old new"),
        ("![p0](https://example.org/p0.svg)", "p0"),
        ("R&amp;D", "R&D"),
        ("2 * 3 and snake_case", "2 * 3 and snake_case"),
        (r"100\% \*sure\*", "100% *sure*"),
        ("x <b>y</b> <!-- no --> z", "x y  z"),
        ("`` a`b ``", "a`b"),
    ],
)
def test_mark_up_is_dropped_and_every_word_keeps_its_place(text: str, words: str) -> None:
    block = first(text)
    assert block.value == words
    assert block.text is not None
    assert text[block.text.span.start : block.text.span.end] == block.text.raw
    for at, source, length in block.text.pieces:
        assert words[at : at + length] == text[source : source + length]


@pytest.mark.parametrize(
    ("text", "strong"),
    [("**Key Results:**", True), ("**Key Results**:", True), ("**O1** words", False), ("**目标：**", True)],
)
def test_a_bold_line_is_known(text: str, strong: bool) -> None:
    line = first(text).line
    assert line is not None
    assert line.is_strong is strong


def test_task_boxes() -> None:
    assert [block.done for block in outline_of("- [ ] a\n- [x] b\n- c\n").root.children] == [False, True, None]
    assert [block.done for block in outline_of("1、[x] a\n").root.children] == [True]


def test_a_block_ends_with_its_last_word_not_with_an_empty_item() -> None:
    (item,) = outline_of("- a\n  - b\n    - c\n  - [ ]\n").root.children
    assert item.end() == len("- a\n  - b\n    - c")


def test_a_wrapped_sentence_is_one_text_and_fields_begin_anew() -> None:
    text = "- KR1: Complete the migration\n  by the end of June\n  Owner: Ana\n"
    item = first(text)
    assert item.value == "KR1: Complete the migration by the end of June"
    assert [child.value for child in item.children] == ["Owner: Ana"]
    assert first("- 提升\n  留存\n").value == "提升留存"


def test_short_lines_of_a_paragraph_stay_lines() -> None:
    assert shape(outline_of("O: one\nKR: two\nplain\nlines\n").root) == [
        "line O: one", "line KR: two", "line plain", "line lines"
    ]  # fmt: skip


def test_tables_keep_empty_and_missing_cells_and_line_breaks() -> None:
    table = first("| KR | Target |\n|---|---|\n| a<br>b \\| c | |\n| d |\n")
    assert [[[line.text.value for line in cell] for cell in row] for row in table.rows] == [
        [["KR"], ["Target"]],
        [["a", "b | c"], []],
        [["d"], []],
    ]


def test_fenced_words_are_lines_and_code_is_not_read() -> None:
    assert shape(outline_of("```\nO: x\n- KR: y\n```\n").root) == [["code", "line O: x", "item KR: y"]]
    assert shape(outline_of("```python\nO = 1\n```\n").root) == ["code"]
    outline = outline_of("> ```\n> O: x\n> ```\n")
    assert shape(outline.root) == [["quote", ["code", "line O: x"]]]


def test_html_gives_its_words_and_not_its_comments() -> None:
    text = "<details><summary>O1: Grow</summary>\n<!-- secret\nstill -->\n</details>\n"
    assert shape(outline_of(text).root) == ["line O1: Grow"]


def test_html_tables_and_cells_over_several_rows() -> None:
    text = (
        "<table>\n<tr><th>Objective</th><th>Key Result</th></tr>\n"
        '<tr><td rowspan="2"><b>Grow</b> the\nbase</td><td>5 deals</td></tr>\n'
        "<tr><td>10 pilots<br/>in May</td></tr>\n</table>\n"
    )
    table = first(text)
    assert table.kind == "table"
    assert [[[line.text.value for line in cell] for cell in row] for row in table.rows] == [
        [["Objective"], ["Key Result"]],
        [["Grow the base"], ["5 deals"]],
        [[], ["10 pilots", "in May"]],
    ]
    for line in lines_of(outline_of(text)):
        assert text[line.text.span.start : line.text.span.end] == line.text.raw
    assert shape(outline_of("<script>\nO1: x\n</script>\n").root) == []


def test_front_matter_is_a_place_not_words() -> None:
    text = "---\ntitle: x\ncycle: 2026 Q1\n---\n# A\n"
    outline = outline_of(text)
    assert outline.front_matter is not None
    assert text[outline.front_matter.start : outline.front_matter.end] == "title: x\ncycle: 2026 Q1\n"
    assert shape(outline.root) == ["section A"]


def test_links_within_the_document_refer() -> None:
    items = outline_of("- [Grow](#grow)\n- [Grow](https://example.org)\n").root.children
    assert [item.line.refers for item in items if item.line] == [True, False]


FRAGMENTS = st.sampled_from(
    [
        *(
            "# ",
            "## O1：",
            "- ",
            "  - ",
            "    ",
            "\t",
            "| a | b |\n|--|--|\n",
            "| x |",
            "**",
            "`",
            "<br>",
            "<!--",
            "-->",
        ),
        *("> ", "1. ", "1、", "（1）", "KR1: ", "目标", "😀", "&amp;", "\\", "\n", "\n\n", "```\n", "---\n"),
        *("[x](#y)", "- [ ] ", "Owner: ", "\ufeff", "\u2028", "\x00", "\ud800", "text"),
    ]
)
DOCUMENTS = st.lists(FRAGMENTS, max_size=40).map(lambda parts: Source("".join(parts)).text)


@settings(max_examples=300)
@given(DOCUMENTS)
def test_any_text_has_an_outline_and_exact_places(text: str) -> None:
    for line in lines_of(outline_of(text)):
        words = line.text
        assert words.value.strip() == words.value != ""
        assert text[words.span.start : words.span.end] == words.raw
        for at, source, length in words.pieces:
            assert words.value[at : at + length] == text[source : source + length]


@settings(max_examples=200)
@given(DOCUMENTS.filter(lambda text: "\\" not in text))
def test_line_endings_make_no_difference(text: str) -> None:
    assert shape(outline_of(text).root) == shape(outline_of(text.replace("\n", "\r\n")).root)


@pytest.mark.parametrize(
    "text",
    [
        "- " * 20_000,
        "> " * 20_000 + "x",
        "".join("  " * depth + "- x\n" for depth in range(1_500)),
        "|" * 50_000 + "\n" + "|-" * 50_000,
        "*" * 100_000,
        "[" * 50_000,
        "`" * 100_000,
        "<!--" * 20_000,
        "一、" * 30_000,
        "x\n" * 50_000,
        "O1：目标 " * 20_000,
        "<table>" + "<tr><td rowspan=99>x" * 10_000,
        "<" * 100_000,
        "<a " * 30_000,
    ],
    ids=range(14),
)
def test_hostile_documents_are_read_in_linear_time(text: str) -> None:
    begin = time.process_time()
    outline_of(text)
    assert time.process_time() - begin < 5
