"""reStructuredText: what the outline says, where each word of it stands, and the OKRs in whole documents."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import lines_of, rows, shape
from places import assert_sound, assert_text

from okrlint.model import Document
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.outline import Block
from okrlint.reading.rst.reader import RstReader, outline_of
from okrlint.reading.source import Source


def read(text: str) -> Document:
    source = Source(text, "okrs.rst")
    document = RstReader().read(source, ReadingOptions())
    assert_sound(source, document)
    return document


def first(text: str) -> Block:
    return outline_of(text).root.children[0]


# ------------------------------------------------------------ blocks
@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Aa\n==\n\ntext\n\nBb\n--\n\nCc\n==\n", [["section Aa", "line text", "section Bb"], "section Cc"]),
        ("=======\n Title\n=======\n\nPart\n====\n", [["section Title", "section Part"]]),
        ("增长目标\n====\n\n第二季度\n--------\n", [["section 增长目标", "section 第二季度"]]),
        ("A rather long title\n=====\n", ["section A rather long title"]),
        ("Text that goes on\nin a line\n\n----\n\nmore\n", ["line Text that goes on", "line in a line", "line more"]),
        ("Title :sub:`x`\n~~~~~~~~~~~~~~\n", ["section Title x"]),
        ("Words\n..\n", ["line Words"]),
    ],
)
def test_titles_are_told_by_their_lines(text: str, want: list[object]) -> None:
    assert shape(outline_of(text).root) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("* a\n\n  * b\n* c\n", [["item a", "item b"], "item c"]),
        ("- a\n  - b\n  - c\n- d\n", [["item a", "item b", "item c"], "item d"]),
        ("1. a\n\n  - b\n\n2. c\n", [["item a", "item b"], "item c"]),
        ("#. a\n#. b\n", ["item a", "item b"]),
        ("(a) x\n(b) y\n\niv) z\n", ["item x", "item y", "item z"]),
        ("Intro\n\n  * a\n  * b\n", ["line Intro", "item a", "item b"]),
        ("Key Results:\n- a\n- b\n", ["line Key Results:", "item a", "item b"]),
        ("- a\n\n  more\n\n      quoted\n", [["item a", "line more", ["quote", "line quoted"]]]),
        ("\t* a\n\t* b\n", ["item a", "item b"]),
        ("一、甲\n1、乙\n2、丙\n", [["item 甲", "item 乙", "item 丙"]]),
        ("- [x] a\n- [ ] b\n- [-] c\n", ["item a", "item b", "item c"]),
        ("text\n\n   said\n   before\n", ["line text", ["quote", "line said", "line before"]]),
        ("| one\n| two\n", ["line one", "line two"]),
    ],
)
def test_lists_quotes_and_line_blocks(text: str, want: list[object]) -> None:
    assert shape(outline_of(text).root) == want


def test_task_boxes() -> None:
    items = outline_of("- [x] a\n- [ ] b\n- [-] c\n- d\n").root.children
    assert [item.done for item in items] == [True, False, False, None]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (":Owner: Ana\n:截止日期: 2026-06-30\n", ["line Owner: Ana", "line 截止日期: 2026-06-30"]),
        (":Owner:\n   Ana\n", ["line Owner: Ana"]),
        (":Why: It is\n   the year\n", ["line Why: It is the year"]),
        (":Actions:\n   - a\n   - b\n", [["item Actions:", "item a", "item b"]]),
        (":Status:\n", []),
        (":ref:`x` is no field\n", ["line x is no field"]),
        (":负责人:张三\n", ["line 负责人: 张三"]),
        ("Owner\n   Ana\n", ["line Owner: Ana"]),
        ("Term\n   What it is.\n", [["item Term", "line What it is."]]),
        ("KR1: Complete the move\n   by the end of June\n", ["item KR1: Complete the move by the end of June"]),
        ("O1: Grow\n   - KR1: a\n   - KR2: b\n", [["item O1: Grow", "item KR1: a", "item KR2: b"]]),
    ],
)
def test_fields_and_definitions(text: str, want: list[object]) -> None:
    assert shape(outline_of(text).root) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (".. a comment\n   O1: not me\n\nx\n", ["line x"]),
        ("..\n   O1: not me\n\nx\n", ["line x"]),
        (".. _target:\n.. [1] a note\n.. |x| replace:: y\n.. image:: a.png\n   :alt: b\n\nx\n", ["line x"]),
        (".. toctree::\n   :maxdepth: 2\n\n   okrs\n", []),
        (".. note:: Mind\n   the gap\n", ["line Mind the gap"]),
        (".. note::\n\n   - a\n", ["item a"]),
        (".. admonition:: O1: Grow\n   :class: tip\n\n   - KR1: x\n", ["line O1: Grow", "item KR1: x"]),
        (".. container:: wide\n\n   words\n", ["line words"]),
        (
            ".. objective:: Grow the base\n   :owner: Ana\n\n   - KR1: x\n",
            [["item Objective: Grow the base", "line owner: Ana", "item KR1: x"]],
        ),
        (".. okr:key-result::\n\n   Sign-ups rise\n", ["item Key result: Sign-ups rise"]),
        (".. objective:: O2: Grow\n", ["item O2: Grow"]),
        (".. 目标:: 增长\n", ["item Objective: 增长"]),
        (".. objective::\n", ["item Objective:"]),
        ("As planned::\n\n   O1: x\n\nback\n", ["line As planned:", ["code", "line O1: x"], "line back"]),
        ("::\n\n   x = {\n", ["code"]),
        (".. code-block:: python\n\n   O1 = 2\n", ["code"]),
        (">>> 1\n1\n\nx\n", ["line x"]),
    ],
)
def test_explicit_mark_up(text: str, want: list[object]) -> None:
    assert shape(outline_of(text).root) == want


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**bold** and *em* and ``code``", "bold and em and code"),
        ("**目标：**达到 45", "目标：达到 45"),
        (r"*留存*\ 率", "留存率"),
        ("`the plan <https://example.org>`_ b", "the plan b"),
        ("`the\nplan`__ b", "the plan b"),
        (":ref:`the plan <plan>` b", "the plan b"),
        (":sup:`2` :doc:`/okrs`", "2 /okrs"),
        ("sign-up_ and snake_case", "sign-up and snake_case"),
        ("2 * 3 and 2**10 and 4*5*6", "2 * 3 and 2**10 and 4*5*6"),
        (r"\*sure\* 100\%", "*sure* 100%"),
        ("known [1]_ and [#n]_.", "known and."),
        ("Owner: Ana | Due: June | Weight: 30%", "Owner: Ana | Due: June | Weight: 30%"),
        ("😀 **注册**数", "😀 注册数"),
    ],
)
def test_mark_up_is_dropped_and_every_word_keeps_its_place(text: str, words: str) -> None:
    block = first(f"- {text.replace(chr(10), chr(10) + '  ')}\n")
    assert block.value == words
    assert block.text is not None
    assert_text(f"- {text.replace(chr(10), chr(10) + '  ')}\n", block.text)


def test_substitutions_are_written_out() -> None:
    text = "Grow |what| and |other|\n\n.. |what| replace:: sign-ups\n"
    assert first(text).value == "Grow sign-ups and |other|"


def test_bold_lines_and_references_are_known() -> None:
    text = "- **Key Results:**\n- `Grow`_\n- `Plan`_\n- :ref:`grow`\n\n.. _Plan: https://example.org\n"
    lines = [item.line for item in outline_of(text).root.children if item.line]
    assert [line.is_strong for line in lines] == [True, False, False, False]
    assert [line.refers for line in lines] == [False, True, False, True]


# ------------------------------------------------------------ tables
GRID = """\
+----------------+------------+-------+
| Key Result     | Owner      | Due   |
+================+============+=======+
| KR1: Sign-ups  | Ana        | 2026  |
| rise to 900    +------------+-------+
|                | Ben        |       |
+----------------+------------+-------+
| KR2: **all** over two       | 2027  |
+----------------+------------+-------+
"""


def test_grid_tables_with_cells_over_rows_and_columns() -> None:
    table = first(GRID)
    assert rows(table) == [
        [["Key Result"], ["Owner"], ["Due"]],
        [["KR1: Sign-ups rise to 900"], ["Ana"], ["2026"]],
        [[], ["Ben"], []],
        [["KR2: all over two"], [], ["2027"]],
    ]


@pytest.mark.parametrize("padding", [(10, 6), (12, 8)], ids=["by columns", "by characters"])
def test_grid_tables_in_chinese_however_they_are_aligned(padding: tuple[int, int]) -> None:
    border = "+--------------+----------+\n"
    text = f"{border}| 关键结果{' ' * padding[0]}".rstrip() + " " * 5 + "| 负责人   |\n" + border
    text += "| 注册数到 900 | 张三     |\n" + border
    assert rows(first(text)) == [[["关键结果"], ["负责人"]], [["注册数到 900"], ["张三"]]]


def test_simple_tables() -> None:
    text = (
        "=============  =====  ======\n"
        "Key Result     Owner  Due\n"
        "=============  =====  ======\n"
        "KR1: Sign-ups  Ana    June\n"
        "rise to 900\n"
        "KR2: x                July 3, late\n"
        "               Ben\n"
        "=============  =====  ======\n\nafter\n"
    )
    outline = outline_of(text)
    assert rows(outline.root.children[0]) == [
        [["Key Result"], ["Owner"], ["Due"]],
        [["KR1: Sign-ups"], ["Ana"], ["June"]],
        [["rise to 900"], [], []],
        [["KR2: x"], ["Ben"], ["July 3, late"]],
    ]
    assert outline.root.children[1].value == "after"


@pytest.mark.parametrize(
    "line", ["提升注册数    张三    六月", "提升注册数  张三    六月", "提升注册数到九百  张三  六月"]
)
def test_simple_tables_in_chinese_however_they_are_aligned(line: str) -> None:
    border = "============  ======  ======\n"
    table = first(f"{border}关键结果      负责人  截止\n{border}{line}\n{border}")
    assert rows(table)[0] == [["关键结果"], ["负责人"], ["截止"]]
    assert [cell[0][-2:] for cell in rows(table)[1]] == [line.split()[0][-2:], "张三", "六月"]


def test_list_tables() -> None:
    text = (
        ".. list-table:: Overview\n   :header-rows: 1\n\n   * - Key Result\n     - Owner\n"
        "   * - KR1: a\n       b\n     -\n   * - KR2: c\n     - **Ben**\n"
    )
    caption, table = outline_of(text).root.children
    assert caption.value == "Overview"
    assert rows(table) == [[["Key Result"], ["Owner"]], [["KR1: a b"], []], [["KR2: c"], ["Ben"]]]


def test_csv_tables() -> None:
    text = (
        '.. csv-table::\n   :header: "Key Result", "Owner"\n\n   "KR1: a, b", *Ana*\n   KR2: c,\n'
        '   "KR3: d\n   e", Ben\n'
    )
    assert rows(first(text)) == [
        [["Key Result"], ["Owner"]],
        [["KR1: a, b"], ["Ana"]],
        [["KR2: c"], []],
        [["KR3: d e"], ["Ben"]],
    ]


# ------------------------------------------------------------ documents
ENGLISH = """\
==================
Growth OKR 2026 Q2
==================

:Team: Growth
:Owner: Ana Lima

.. contents::

O1: Make regulars our loudest advocates
---------------------------------------

:Owner: **Bea Cole**
:Weight: 60%
:Why: Referrals cost a *tenth* of what
      advertisements do.

* KR1: Sign-ups by referral rise from 400 to 900

  :Owner: Carl
  :Confidence: 0.7
  :Due: 2026-05-31

* KR2: Churn falls from 5% to 3%

  - Owner: Dan

.. note:: These were agreed in March.

O2: Give every team a working dashboard
---------------------------------------

.. list-table::
   :header-rows: 1

   * - Key Result
     - Owner
     - Confidence
   * - KR1: 12 of 12 teams open it weekly
     - Eve
     - 0.5
"""


def test_an_english_document() -> None:
    document = read(ENGLISH)
    assert document.title is not None
    assert document.title.value == "Growth OKR 2026 Q2"
    assert document.cycle is not None
    assert document.cycle.value == "2026-Q2"
    assert [str(owner) for owner in document.owners] == ["Ana Lima"]
    grow, give = document.objectives
    assert (grow.label, grow.text.value) == ("O1", "Make regulars our loudest advocates")
    assert [str(owner) for owner in grow.owners] == ["Bea Cole"]
    assert grow.weight is not None
    assert grow.weight.value == 0.6
    assert grow.why is not None
    assert grow.why.value == "Referrals cost a tenth of what advertisements do."
    assert [result.text.value for result in grow.key_results] == [
        "Sign-ups by referral rise from 400 to 900",
        "Churn falls from 5% to 3%",
    ]
    signups, churn = grow.key_results
    assert signups.deadline is not None
    assert str(signups.deadline.value) == "2026-05-31"
    assert signups.confidence is not None
    assert signups.confidence.value == 0.7
    assert [str(owner) for owner in churn.owners] == ["Dan"]
    assert [result.text.value for result in give.key_results] == ["12 of 12 teams open it weekly"]
    assert [str(owner) for owner in give.key_results[0].owners] == ["Eve"]


CHINESE = """\
增长团队 2026年Q2 OKR
=====================

:负责人: 王芳
:周期: 2026年Q2

目标一：让老客户主动介绍我们
----------------------------

:权重: 60%

1. KR1：**推荐注册数**\\ 从 400 提升到 900

   :负责人: 张三
   :截止日期: 2026-05-31
   :信心指数: 0.7

2. KR2：流失率从 5% 降到 3%（负责人：李四）

目标二：每个团队都用上看板
------------------------------

+----------------------+--------+------+
| 关键结果             | 负责人 | 信心 |
+======================+========+======+
| KR1：12 个团队每周使 | 赵六   | 0.5  |
| 用看板               |        |      |
+----------------------+--------+------+
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_chinese_document_with_any_line_ending(ending: str) -> None:
    document = read(CHINESE.replace("\n", ending))
    assert document.language == "zh"
    assert document.cycle is not None
    assert document.cycle.value == "2026-Q2"
    introduce, dashboards = document.objectives
    assert (introduce.label, introduce.text.value) == ("目标一", "让老客户主动介绍我们")
    assert [result.text.value for result in introduce.key_results] == [
        "推荐注册数从 400 提升到 900",
        "流失率从 5% 降到 3%",
    ]
    assert [str(result.owners[0]) for result in introduce.key_results] == ["张三", "李四"]
    assert introduce.key_results[0].confidence is not None
    assert dashboards.key_results[0].text.value == "12 个团队每周使用看板"
    assert [str(owner) for owner in dashboards.key_results[0].owners] == ["赵六"]


def test_directives_named_after_objectives_and_key_results() -> None:
    document = read(
        "Team OKRs 2026 Q2\n=================\n\n"
        ".. objective:: Make regulars our advocates\n   :owner: Ana\n\n"
        "   .. key-result:: Sign-ups rise from 400 to 900\n      :owner: Ben\n      :due: 2026-06-30\n\n"
        "   .. key-result::\n\n      Churn falls from 5% to 3%\n"
    )
    (objective,) = document.objectives
    assert objective.text.value == "Make regulars our advocates"
    assert [str(owner) for owner in objective.owners] == ["Ana"]
    assert [result.text.value for result in objective.key_results] == [
        "Sign-ups rise from 400 to 900",
        "Churn falls from 5% to 3%",
    ]
    assert [str(owner) for owner in objective.key_results[0].owners] == ["Ben"]


def test_yaml_in_a_document_of_words() -> None:
    document = read(
        "Plan\n====\n\n.. code-block:: yaml\n\n   objectives:\n     - title: Grow\n       key_results:\n"
        "         - Sign-ups rise to 900\n"
    )
    assert [result.text.value for result in document.objectives[0].key_results] == ["Sign-ups rise to 900"]


def test_documents_about_other_things_hold_no_okrs() -> None:
    document = read(
        "Installation\n============\n\n:Author: Ana\n\n1. Get it\n\n   - unpack\n\n2. Run it::\n\n     make\n"
    )
    assert document.objectives == ()


# ------------------------------------------------------------ odd input
FRAGMENTS = st.sampled_from(
    [
        *("O1：", "KR1: ", "目标", "text", "Owner: ", "😀", "\ufeff", "\u2028", "\x00", "\ud800", "\u3000"),
        *("\n", "\n\n", "\n  ", "\n      ", "\t", " ", "====\n", "----", "~~~~\n", "* ", "- ", "1. ", "#. ", "(a) "),
        *(":Owner: ", ":a:", ".. ", "..\n", ".. note:: ", ".. objective:: ", ".. list-table::\n\n   * - ", "::\n\n   "),
        *(
            ".. csv-table::\n   :header: a, b\n\n   ",
            '"',
            ",",
            "|",
            "| ",
            "+---+---+\n",
            "+===+",
            "=== ===\n",
            "--- ---",
        ),
        *(
            "**",
            "*",
            "``",
            "`",
            "`_",
            ":ref:`",
            "<x>",
            "|a|",
            "\\",
            "[1]_",
            "x_",
            ">>> ",
            ".. |a| replace:: b\n",
            "[ ] ",
        ),
    ]
)
DOCUMENTS = st.lists(FRAGMENTS, max_size=40).map("".join)


@settings(max_examples=300)
@given(DOCUMENTS)
def test_any_text_has_an_outline_and_exact_places(text: str) -> None:
    for line in lines_of(outline_of(text)):
        assert line.text.value.strip() == line.text.value != ""
        assert_text(text, line.text)


@settings(max_examples=100)
@given(DOCUMENTS)
def test_any_text_is_a_document(text: str) -> None:
    read(text)


@settings(max_examples=150)
@given(DOCUMENTS.filter(lambda text: "\\" not in text))
def test_line_endings_make_no_difference(text: str) -> None:
    assert shape(outline_of(text).root) == shape(outline_of(text.replace("\n", "\r\n")).root)


@pytest.mark.parametrize(
    "text",
    [
        CHINESE * 1_500,
        "- " * 250_000,
        "".join("  " * depth + "- x\n" for depth in range(700)),
        "".join(" " * depth + "x\n" for depth in range(1_000)),
        "*" * 500_000,
        "*a " * 150_000,
        "`" * 500_000,
        "`a <" * 100_000,
        "|a" * 200_000,
        ":a" * 200_000,
        "[#" * 200_000,
        "+---" * 100_000 + "+\n" + "| x " * 100_000,
        "+--+--+\n| a | b |\n" * 20_000,
        "== ==\na  b\n\n" * 30_000,
        "=== ===\n" + "甲乙  丙\n" * 40_000,
        ".. csv-table::\n\n" + '   "a, b\n' * 40_000,
        ".. note::\n" * 50_000,
        "a\n===\n" * 60_000,
        "x_ " * 150_000,
        "\\" * 500_000,
        " " * 500_000 + "x",
    ],
    ids=range(21),
)
def test_hostile_documents_are_read_in_linear_time(text: str) -> None:
    begin = time.process_time()
    outline_of(text)
    assert time.process_time() - begin < 10
