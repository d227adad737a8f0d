import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import assert_places, assert_text, texts_of

from okrlint.model import Document, Piece, Text
from okrlint.reading.data.limits import MAX_DEPTH
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source, UnreadableError
from okrlint.reading.yaml.reader import YamlReader
from okrlint.reading.yaml.tree import MAX_ALIASES, compose


def read(text: str, path: str = "okr.yaml") -> Document:
    return YamlReader().read(Source(text, path), ReadingOptions())


def scalars(text: str) -> list[Text]:
    return [found for root in compose(Source(text), []) for found in texts_of(root)]


FULL = """\
team: 增长团队
cycle: 2026-Q2
objectives:
  - id: O1
    objective: 成为用户首选
    owner: 张三
    key_results:
      - id: KR1
        text: "次周留存率从 31% 提升到 45%"
        owner: 李四
        deadline: 2026-05-31
        confidence: 5/10
        weight: 60%
        actions:
          - text: 重写引导
            owner: 王五
            due: 2026-05-01
        checkins:
          - {date: 2026-04-10, confidence: 6/10, note: 顺利}
      - NPS 达到 50（权重：40%）
"""


def test_reads_every_field_of_a_full_document():
    document = read(FULL)
    (objective,) = document.objectives
    first, second = objective.key_results
    assert (document.language, str(document.team), document.cycle.value) == ("zh", "增长团队", "2026-Q2")
    assert (objective.id, objective.label, str(objective.text), str(objective.owners[0])) == (
        "O1", "O1", "成为用户首选", "张三",
    )  # fmt: skip
    assert (first.deadline.value.isoformat(), first.deadline_inherited) == ("2026-05-31", False)
    assert (first.confidence.value, first.weight.value) == (0.5, 0.6)
    assert (first.metric.baseline.value, first.metric.target.value, first.metric.unit) == (31, 45, "%")
    assert (str(first.actions[0].text), first.actions[0].due.value.isoformat()) == ("重写引导", "2026-05-01")
    assert (first.checkins[0].confidence.value, str(first.checkins[0].note)) == (0.6, "顺利")
    assert (str(second.text), second.weight.value, second.deadline_inherited) == ("NPS 达到 50", 0.4, True)
    assert [str(owner) for owner in second.owners_inherited] == ["张三"]
    assert_places(Source(FULL), document)


@pytest.mark.parametrize(
    ("text", "objectives", "key_results"),
    [
        ("objectives:\n- objective: A\n  key_results: [x 5%, y]\n", ["A"], ["x 5%", "y"]),
        ("- objective: A\n  key_results: [x]\n- objective: B\n", ["A", "B"], ["x"]),
        ("objective: A\nkeyResults:\n- KR1: x\n- KR2: {title: y}\n", ["A"], ["x", "y"]),
        ("title: A\nowner: Ana\nkrs: [x]\n", ["A"], ["x"]),
        ("goals:\n  O1: {title: A, owner: a, krs: {KR1: x, KR2: {text: y}}}\n  O2: B\n", ["A", "B"], ["x", "y"]),
        ("a-slug:\n  objective: A\n  key_results: [x]\nother:\n  objective: B\n", ["A", "B"], ["x"]),
        ("objective: {title: A, owner: Ana}\nkey_results: [x]\n", ["A"], ["x"]),
        ("okrs:\n- title: A\n  results: [{name: x, score: 0.6}]\n", ["A"], ["x"]),
        ("objective: A\nkey_results: [x]\nchildren:\n- objective: B\n  owner: b\n", ["A", "B"], ["x"]),
        ("目标: A\n关键结果:\n- 内容: x\n  权重: 60%\n", ["A"], ["x"]),
        ("目標: A\n關鍵結果:\n- KR1：x\n", ["A"], ["x"]),
        ("- objective: A\n  key_results: [x]\n---\n- objective: B\n  key_results: [y]\n", ["A", "B"], ["x", "y"]),
        ("objectives:\n- name: A\n  lead: Ana\n  keyResults: {edges: [{node: {name: x}}]}\n", ["A"], ["x"]),
    ],
)  # fmt: skip
def test_knows_the_shapes_that_files_have(text: str, objectives: list[str], key_results: list[str]):
    document = read(text)
    found = document.objectives
    assert [str(objective.text) for objective in found] == objectives
    assert [str(result.text) for objective in found for result in objective.key_results] == key_results
    assert not document.problems


@pytest.mark.parametrize(
    "text",
    [
        "services:\n  web: {image: nginx, ports: ['80:80']}\n",
        "openapi: 3.0.0\npaths:\n  /objective: {get: {tags: [objective], description: Get objectives}}\n",
        "title: A paper\nauthors: [x]\nkey_results: [we found x, we found y]\n",
        "title: A paper\ntype: article\nstatus: draft\nkey_results: [we found x]\n",
        "objectives:\n- name: Learn Python\n- name: Learn Rust\n",
        "apiVersion: openslo/v1\nkind: SLO\nspec: {objectives: [{displayName: Good, target: 0.99}]}\n",
        "",
        "# a comment alone\n",
        "just words\n",
        "a: 1\na: 2\n",
    ],
)
def test_what_is_no_okr_gives_nothing(text: str):
    document = read(text)
    assert (document.objectives, document.problems) == ((), ())


def test_a_period_as_key_is_the_cycle_and_a_project_the_team():
    document = read(
        "Projects:\n- Name: Core\n  OKR:\n    2026-Q4:\n      Objective: A\n      KeyResults:\n      - Metric: x\n"
    )
    (objective,) = document.objectives
    assert (str(objective.team), objective.cycle.value) == ("Core", "2026-Q4")
    assert objective.key_results[0].deadline.value.isoformat() == "2026-12-31"


def test_slugs_are_references_and_labels_are_labels():
    document = read("growth:\n  objective: A\n  key_results:\n    KR1: x\n    nps: y\n")
    (objective,) = document.objectives
    assert (objective.ref, objective.label) == ("growth", None)
    assert [(result.label, result.ref) for result in objective.key_results] == [("KR1", None), (None, "nps")]


def test_values_in_mappings_are_read():
    target = "{value: 45, unit: '%', deadline: 2026-09-01}"
    text = f"objective: A\nkey_results:\n- title: x\n  owner: {{name: Bob, id: 3}}\n  target: {target}\n"
    (result,) = read(text).objectives[0].key_results
    assert (str(result.owners[0]), result.metric.target.value, result.metric.unit) == ("Bob", 45, "%")
    assert result.deadline.value.isoformat() == "2026-09-01"


def test_a_key_result_without_words_is_kept_and_reported():
    document = read("objective: A\nkey_results:\n- owner: Bob\n  target: 5\n")
    assert [str(owner) for owner in document.objectives[0].key_results[0].owners] == ["Bob"]
    assert [problem.code for problem in document.problems] == ["EN003"]


def test_of_a_key_that_stands_twice_the_first_counts():
    text = "objective: A\nowner: Ana\nowner: Bob\nkey_results: [x]\n"
    document = read(text)
    assert [str(owner) for owner in document.objectives[0].owners] == ["Ana"]
    (problem,) = document.problems
    assert (problem.code, problem.span.start) == ("EN003", text.index("owner: Bob"))


def test_merge_keys_bring_in_what_is_not_there():
    document = read(
        "base: &b {owner: Ana, weight: 50%}\nokrs:\n- <<: *b\n  objective: A\n  weight: 40%\n  key_results: [x]\n"
    )
    objective = document.objectives[0]
    assert (str(objective.owners[0]), objective.weight.value) == ("Ana", 0.4)


@pytest.mark.parametrize(
    ("text", "value", "within", "raw"),
    [
        ('a: "q \\u7559\\n存"', "q 留\n存", "存", "存"),
        ('a: "fold\n  ed \\\n  here"', "fold ed here", "here", "here"),
        ('a: "one\\ \n  two"', "one  two", "two", "two"),
        ("a: 'it''s\n\n  two'", "it's\ntwo", "two", "two"),
        ("a: plain\n  goes on", "plain goes on", "goes", "goes"),
        ("a: |\n  one\n    two\n", "one\n  two", "  two", "  two"),
        ("a: >-\n  one\n  two\n\n  three\n    four\n", "one two\nthree\n  four", "four", "four"),
        ("a: |2\n   one\n  two\n", "one\ntwo", "two", "two"),
        ("a: >+\r\n  one\r\n  two\r\n\r\n", "one two", "two", "two"),
        ("a: &x !!str 'b'", "b", "b", "b"),
    ],
)
def test_words_of_every_style_know_their_place(text: str, value: str, within: str, raw: str):
    found = scalars(text)[1]
    assert found.value == value
    at = value.index(within)
    span = found.locate(at, at + len(within))
    assert text[span.start : span.end] == raw
    assert_text(text, found)


def test_an_escape_alone_is_located_whole():
    found = scalars('a: "\\x41"')[1]
    assert (found.value, found.raw, found.pieces) == ("A", "\\x41", (Piece(0, 4, 0),))
    assert found.locate(0, 1) == found.span


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch):
    import yaml

    fast = read(FULL)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    assert read(FULL) == fast


def test_scalars_stay_as_written():
    document = read("objective: no\nkey_results:\n- title: 1:30\n  weight: 010\n  status: off\n  target: 1.10\n")
    objective = document.objectives[0]
    assert (str(objective.text), str(objective.key_results[0].text)) == ("no", "1:30")
    assert objective.key_results[0].metric.target.raw == "1.10"


@pytest.mark.parametrize(
    ("text", "at", "hint"),
    [
        ("title: 提升: 留存\n", 9, "quotes"),
        ("owner: @张三\n", 7, "`@`"),
        ("kr: %50\n", 4, "`%`"),
        ("a:\n\tb: 1\n", 3, "tabs"),
        ('a: "x\nb: 1\n', 3, "never closed"),
        ("a: [1, 2\nb: 3\n", 3, "bracket"),
        ("a: 1\n  b: 2\n", 8, "indented"),
        ("a: \x07\n", 3, "control character"),
        ("a: *b\n", 3, "alias"),
    ],
)
def test_broken_syntax_is_explained_with_its_place(text: str, at: int, hint: str):
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert (caught.value.code, caught.value.span.start) == ("EN005", at)
    assert hint in caught.value.message.en


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "- " * (MAX_DEPTH + 2) + "x",
        "a: &a [x]\nb: [" + "*a, " * (MAX_ALIASES + 1) + "]",
        "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcde", "bcdef", strict=True)),
    ],
)
def test_hostile_input_is_refused_quickly(text: str):
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert caught.value.code == "EN004"


SIGNS = "ab O1K:：-#\n\n  \t\r\"'|>&*!%@[]{},?\\~张目标0123456789（）。\u2028\x85\ufeff\ud800"
LINES = """\
objective: A
key_results:
- x 5%
  - title: "a\\tb\\
    owner: 'Ana'
  text: >
    |
---
      folded

    more
目标: 提升（权重：40%）
- KR1：x
  confidence: 5/10 # c
    "
  due: 3月底前
"""


@settings(max_examples=300)
@given(
    st.text(st.sampled_from(SIGNS), max_size=80)
    | st.lists(st.sampled_from(LINES.splitlines()), max_size=20).map("\n".join)
)
def test_never_fails_otherwise_and_every_place_is_exact(text: str):
    source = Source(text)
    document = error = None
    try:
        document = YamlReader().read(source, ReadingOptions())
    except UnreadableError as caught:
        error = caught
    if document:
        assert_places(source, document)
    for said in (error,) if error else document.problems:
        assert said.code in ("EN003", "EN004", "EN005")
        assert 0 <= said.span.start <= said.span.end <= len(source.text)


def test_key_results_in_words_under_listed_objectives():
    text = "objectives:\n  - title: Grow\n    key_results:\n      - 500 users\n      - 40 meetups\n"
    (objective,) = YamlReader().read(Source(text), ReadingOptions()).objectives
    assert [result.text.value for result in objective.key_results] == ["500 users", "40 meetups"]


STYLED = st.text(st.sampled_from("ab 'c\"\\\n\t-:#张。"), min_size=1, max_size=30)


@settings(max_examples=200)
@given(STYLED, st.sampled_from(["'", '"', "|", ">"]), st.sampled_from(["\n", "\r\n"]))
def test_words_come_back_as_they_were_dumped(words: str, style: str, line_break: str):
    import yaml

    dumped = yaml.dump({"k": words}, default_style=style, allow_unicode=True, line_break=line_break, width=20)
    found = scalars(dumped)[1]
    assert found.value == words.strip()
    assert_text(dumped, found)
    whole = (Piece(0, found.span.start, len(found.value)),)
    copied = {piece.at + at for piece in found.pieces or whole for at in range(piece.length)}
    respelled = {found.value[at] for at in range(len(found.value)) if at not in copied}
    assert not respelled & set("ab-:#")


@pytest.mark.parametrize(("words", "done"), [("true", True), ("false", False), ("yes", True), ("in part", None)])
def test_an_item_that_is_done(words: str, done: bool | None):
    text = f"objectives:\n  - objective: Grow\n    key_results:\n      - text: 500 users\n        done: {words}\n"
    (result,) = read(text).objectives[0].key_results
    assert result.done is done
    assert (result.field("done") is not None) == (done is None)
