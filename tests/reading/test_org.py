"""Org: what the outline says, where each word of it stands, and the OKRs in whole documents."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import lines_of, rows, shape
from places import assert_sound, assert_text

from okrlint.model import Document
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.org.reader import OrgReader, outline_of
from okrlint.reading.outline import Block
from okrlint.reading.source import Source


def read(text: str) -> Document:
    source = Source(text, "okrs.org")
    document = OrgReader().read(source, ReadingOptions())
    assert_sound(source, document)
    return document


def first(text: str) -> Block:
    return outline_of(text).root.children[0]


# ------------------------------------------------------------ blocks
@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("* A\ntext\n** B\n- x\n* C\n", [["section A", "line text", ["section B", "item x"]], "section C"]),
        ("#+TITLE: T\n#+OPTIONS: toc:nil\n* A\n", [["section T", "section A"]]),
        ("** TODO Write :team:q2:\n", ["item Write"]),
        ("* TODO\n", ["section TODO"]),
        ("#+TODO: 待办 | 完成(d)\n* 完成 甲\n", ["item 甲"]),
        ("* [#A] A\n", [["section A", "line Priority: A"]]),
        ("* A [2/5]\n* B [40%] c\n* C [/]\n", [
            ["section A", "line Progress: 2/5"], ["section B c", "line Progress: 40%"], "section C"
        ]),
        ("* COMMENT A\n** O1: x\n* B\n", ["section B"]),
        ("*bold* words\n", ["line bold words"]),
        ("* A\n  DEADLINE: <2026-06-30 Tue 10:00 +1w> SCHEDULED: <2026-04-01 周三>\n", [
            ["section A", "line DEADLINE: 2026-06-30", "line Start date: 2026-04-01"]
        ]),
        ("* A\nCLOSED: [2026-05-01 Fri]\n", ["section A"]),
        ("* A\n:PROPERTIES:\n:OWNER: Ana\n:权重:   60%\n:ID: 8c1f\n:Effort: 2h\n:DUE:\n:END:\n", [
            ["section A", "line OWNER: Ana", "line 权重: 60%"]
        ]),
        ("* A\n:LOGBOOK:\n- Note taken\n:END:\n:NOTES:\n- x\n:END:\n", [["section A", "item x"]]),
        ("* A\n:PROPERTIES:\n:OWNER: Ana\n", [["section A", "line :PROPERTIES:", "line :OWNER: Ana"]]),
    ],
)  # fmt: skip
def test_headlines_and_what_stands_in_them(text: str, want: list[object]) -> None:
    assert shape(outline_of(text).root) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("- a\n  - b\n- c\n", [["item a", "item b"], "item c"]),
        ("1. a\n   + b\n2) c\n", [["item a", "item b"], "item c"]),
        (" * a\n * b\n", ["item a", "item b"]),
        ("3. [@3] a\n", ["item a"]),
        ("- a\n  goes on\n\n  more\n\n\nafter\n", [["item a goes on", "line more"], "line after"]),
        ("- Owner :: Ana\n- Note ::\n  - x\n", ["item Owner: Ana", ["item Note:", "item x"]]),
        ("- KR1 :: a :: b\n", ["item KR1: a :: b"]),
        ("- a [1/2]\n  - [X] b\n", [["item a", "item b"]]),
        ("一、甲\n1、乙\n2、丙\n", [["item 甲", "item 乙", "item 丙"]]),
        ("Key Results:\n- a\n- b\n", ["line Key Results:", "item a", "item b"]),
        ("\t- a\n\t\t- b\n", [["item a", "item b"]]),
        ("-----\n", []),
    ],
)
def test_lists(text: str, want: list[object]) -> None:
    assert shape(outline_of(text).root) == want


def test_boxes_and_keywords() -> None:
    assert [item.done for item in outline_of("- [X] a\n- [ ] b\n- [-] c\n- d\n").root.children] == [
        True, False, False, None
    ]  # fmt: skip
    assert [block.done for block in outline_of("* DONE a\n* TODO b\n* c\n").root.children] == [True, False, None]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("# O1: not me\n#\nx\n", ["line x"]),
        ("#tag x\n", ["line #tag x"]),
        ("#+AUTHOR: Ana\n#+OWNER: Ben\n#+周期: 2026-Q2\n", ["line OWNER: Ben", "line 周期: 2026-Q2"]),
        ("#+NAME: x\n#+TBLFM: $1=2\n#+CAPTION: y\n", []),
        ("#+BEGIN_SRC python\nO1 = {\n#+END_SRC\n", ["code"]),
        ("#+begin_example\nO1: x\n- KR1: y\n#+end_example\n", [["code", "line O1: x", "item KR1: y"]]),
        ("#+BEGIN_QUOTE\nsaid\n#+END_QUOTE\n", [["quote", "line said"]]),
        ("#+BEGIN_COMMENT\nO1: x\n#+END_COMMENT\n", []),
        ("#+BEGIN_NOTE\n- x\n#+END_NOTE\n", ["item x"]),
        ("#+BEGIN_SRC\nx\n", ["line x"]),
        (": fixed\n: words\n", ["line fixed", "line words"]),
        ("[fn:1] a note\n", []),
    ],
)
def test_keywords_comments_and_blocks(text: str, want: list[object]) -> None:
    assert shape(outline_of(text).root) == want


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*bold* /it/ =verb= ~code~ +strike+ _under_", "bold it verb code strike under"),
        ("*目标：*达到 45", "目标：达到 45"),
        ("覆盖华东/华南/华北", "覆盖华东/华南/华北"),
        ("2*3*4 and a/b/c and snake_case_x and 1+1+1", "2*3*4 and a/b/c and snake_case_x and 1+1+1"),
        ("+20% of =x= *", "+20% of x *"),
        ("see [[https://example.org/a][the plan]] b", "see the plan b"),
        ("see [[https://example.org]]", "see https://example.org"),
        ("by <2026-06-30 Tue>, from [2026-04-01 周三 10:00]", "by 2026-06-30, from 2026-04-01"),
        ("known[fn:1] @@html:<b>@@x", "known x"),
        ("*bold =code= x*", "bold code x"),
        ("A < B and C > D", "A < B and C > D"),
        ("a\u200b*b*\u200bc", "abc"),
        ("😀 *注册*数", "😀 注册数"),
    ],
)
def test_mark_up_is_dropped_and_every_word_keeps_its_place(text: str, words: str) -> None:
    block = first(f"- {text}\n")
    assert block.value == words
    assert block.text is not None
    assert_text(f"- {text}\n", block.text)


def test_links_within_the_document_refer() -> None:
    items = outline_of("- [[*Grow][Grow]]\n- [[https://example.org][Grow]]\n- *Key Results:*\n").root.children
    lines = [item.line for item in items if item.line]
    assert [line.refers for line in lines] == [True, False, False]
    assert [line.is_strong for line in lines] == [False, False, True]


def test_tables() -> None:
    table = first("| Key Result | 负责人 |\n|------------+------|\n| <20> | |\n| *KR1*: a | =Ana= |\n| KR2: b\n")
    assert rows(table) == [
        [["Key Result"], ["负责人"]],
        [["KR1: a"], ["Ana"]],
        [["KR2: b"]],
    ]


# ------------------------------------------------------------ documents
ENGLISH = """\
#+TITLE: Growth OKR 2026 Q2
#+AUTHOR: Ana Lima
#+TEAM: Growth
#+TODO: TODO DOING | DONE

* DOING [#A] O1: Make regulars our *loudest* advocates [1/2] :growth:
  DEADLINE: <2026-06-30 Tue>
  :PROPERTIES:
  :OWNER: Bea Cole
  :WEIGHT: 60%
  :ID: 5e6f7a8b
  :END:
** DONE KR1: Sign-ups by referral rise from 400 to 900
   DEADLINE: <2026-05-31 Sun>
   :PROPERTIES:
   :OWNER: Carl
   :CONFIDENCE: 0.7
   :END:
** KR2: Churn falls from 5% to 3%
   - Owner :: Dan
   - [X] Ask ten people why they left
   - [ ] Mend what they name

* O2: Give every team a working dashboard
| Key Result                    | Owner | Confidence |
|-------------------------------+-------+------------|
| KR1: 12 of 12 teams open it   | Eve   |        0.5 |
"""


def test_an_english_document() -> None:
    document = read(ENGLISH)
    assert document.title is not None
    assert document.title.value == "Growth OKR 2026 Q2"
    assert document.cycle is not None
    assert document.cycle.value == "2026-Q2"
    assert document.team is not None
    assert document.team.value == "Growth"
    grow, give = document.objectives
    assert (grow.label, grow.text.value) == ("O1", "Make regulars our loudest advocates")
    assert [str(owner) for owner in grow.owners] == ["Bea Cole"]
    assert grow.weight is not None
    assert grow.weight.value == 0.6
    assert grow.deadline is not None
    assert str(grow.deadline.value) == "2026-06-30"
    assert grow.priority is not None
    assert grow.priority.value == "A"
    signups, churn = grow.key_results
    assert signups.text.value == "Sign-ups by referral rise from 400 to 900"
    assert [str(owner) for owner in signups.owners] == ["Carl"]
    assert signups.deadline is not None
    assert str(signups.deadline.value) == "2026-05-31"
    assert signups.confidence is not None
    assert signups.confidence.value == 0.7
    assert [str(owner) for owner in churn.owners] == ["Dan"]
    assert [(action.text.value, action.done) for action in churn.actions] == [
        ("Ask ten people why they left", True),
        ("Mend what they name", False),
    ]
    assert [result.text.value for result in give.key_results] == ["12 of 12 teams open it"]


CHINESE = """\
#+TITLE: 增长团队 2026年Q2 OKR
#+负责人: 王芳

* 目标一：让老客户主动介绍我们
:PROPERTIES:
:权重: 60%
:END:
1. KR1：*推荐注册数* 从 400 提升到 900
   - 负责人 :: 张三
   - 截止日期 :: <2026-05-31 周日>
   - 信心指数 :: 0.7
2. KR2：流失率从 5% 降到 3%（负责人：李四）
* 目标二：每个团队都用上看板
| 关键结果                | 负责人 | 信心 |
|-------------------------+--------+------|
| KR1：12 个团队每周使用看板 | 赵六   | 0.5  |
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_chinese_document_with_any_line_ending(ending: str) -> None:
    document = read(CHINESE.replace("\n", ending))
    assert document.language == "zh"
    assert [str(owner) for owner in document.owners] == ["王芳"]
    introduce, dashboards = document.objectives
    assert (introduce.label, introduce.text.value) == ("目标一", "让老客户主动介绍我们")
    assert introduce.weight is not None
    assert introduce.weight.value == 0.6
    signups, churn = introduce.key_results
    assert (signups.text.value, churn.text.value) == ("推荐注册数 从 400 提升到 900", "流失率从 5% 降到 3%")
    assert [str(result.owners[0]) for result in introduce.key_results] == ["张三", "李四"]
    assert signups.deadline is not None
    assert str(signups.deadline.value) == "2026-05-31"
    assert signups.confidence is not None
    assert signups.confidence.value == 0.7
    assert [str(owner) for owner in dashboards.key_results[0].owners] == ["赵六"]


def test_headlines_with_a_keyword_are_steps_and_key_results_as_items_are() -> None:
    document = read(
        "* Team OKRs 2026 Q3\n** Objective: Deploys nobody has to think about\n*** Key Results\n"
        "**** TODO Lead time falls from 3 days to 4 hours\n     DEADLINE: <2026-08-01 Sat>\n"
        "**** DONE Failed deploys drop from 12% to 4%\n"
        "** TODO O2: Sell what we have\n*** KR1: Sell 5 boxes\n"
        "**** TODO Write the page\n     DEADLINE: <2026-08-15 Sat>\n**** DONE Ask ten buyers\n"
    )
    deploys, sell = document.objectives
    assert [result.text.value for result in deploys.key_results] == [
        "Lead time falls from 3 days to 4 hours",
        "Failed deploys drop from 12% to 4%",
    ]
    assert [(action.text.value, action.done) for action in sell.key_results[0].actions] == [
        ("Write the page", False),
        ("Ask ten buyers", True),
    ]


def test_yaml_in_a_document_of_words() -> None:
    document = read(
        "* Plan\n  #+begin_src yaml\n  objectives:\n    - title: Grow\n      key_results:\n"
        "        - Sign-ups rise to 900\n  #+end_src\n"
    )
    assert [result.text.value for result in document.objectives[0].key_results] == ["Sign-ups rise to 900"]


def test_documents_about_other_things_hold_no_okrs() -> None:
    document = read("* Inbox\n** TODO Call Ana\n   DEADLINE: <2026-06-30 Tue>\n** Goals\n- [ ] read\n- [ ] write\n")
    assert document.objectives == ()


# ------------------------------------------------------------ odd input
FRAGMENTS = st.sampled_from(
    [
        *("O1：", "KR1: ", "目标", "text", "Owner: ", "😀", "\ufeff", "\u2028", "\x00", "\ud800", "\u3000", "\u200b"),
        *(
            "\n",
            "\n\n",
            "\n  ",
            "\t",
            " ",
            "\n* ",
            "\n** ",
            "TODO ",
            "[#A] ",
            " :a:b:",
            "[1/2]",
            "- ",
            "+ ",
            "1. ",
            "1) ",
        ),
        *("[ ] ", "[-] ", " :: ", "\n:PROPERTIES:\n", ":OWNER: Ana\n", "\n:END:\n", "\n:LOGBOOK:\n", "DEADLINE: "),
        *(
            "<2026-06-30 Tue>",
            "[2026-06-30]",
            "--",
            "\n#+TITLE: ",
            "\n#+begin_src yaml\n",
            "\n#+end_src\n",
            "\n#+OWNER: ",
        ),
        *(
            "\n#+BEGIN_QUOTE\n",
            "\n#+END_QUOTE\n",
            "\n# ",
            "\n: ",
            "\n|",
            "|",
            "|-+-|\n",
            "[[a][b]]",
            "[[*x]]",
            "[fn:1]",
        ),
        *("*", "/", "=", "~", "+", "_", "\\\\", "COMMENT ", "\n#+TODO: A | B\n"),
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
@given(DOCUMENTS)
def test_line_endings_make_no_difference(text: str) -> None:
    assert shape(outline_of(text).root) == shape(outline_of(text.replace("\n", "\r\n")).root)


@pytest.mark.parametrize(
    "text",
    [
        CHINESE * 1_500,
        "* " * 250_000,
        "- " * 250_000,
        "".join("  " * depth + "- x\n" for depth in range(700)),
        "*a " * 150_000,
        "*" * 500_000,
        "=a~" * 150_000,
        "[[" * 250_000,
        "[[a][" * 100_000,
        "<2026-01-01 " * 40_000,
        "[fn:" * 100_000,
        "#+begin_src\n" * 40_000,
        "".join(f"#+begin_x{number}\n" for number in range(20_000)),
        ":PROPERTIES:\n" * 40_000,
        "|" * 500_000,
        "| a | b\n" * 60_000,
        "- a :: " * 70_000,
        "* " + ":a" * 250_000,
        "DEADLINE: " * 50_000,
        "**" * 100 + " x\n" * 100_000,
        " " * 500_000 + "x",
    ],
    ids=range(21),
)
def test_hostile_documents_are_read_in_linear_time(text: str) -> None:
    begin = time.process_time()
    outline_of(text)
    assert time.process_time() - begin < 10
