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


def outline(document: Document) -> list[tuple[str | None, str, list[tuple[str | None, str]]]]:
    """Return label and words of the objectives, with those of their key results."""
    return [
        (objective.label, str(objective.text), [(result.label, str(result.text)) for result in objective.key_results])
        for objective in document.objectives
    ]


ONE = [("O1", "Win Spain", [("KR1", "NPS from 20 to 40"), ("KR2", "Churn under 2%")])]
EINS = [("目标一", "让新用户爱上产品", [("关键结果一", "留存从35%到50%"), ("关键结果二", "引导完成率达到75%")])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("O1: Win Spain\nKR1: NPS from 20 to 40\nKR2: Churn under 2%\n", ONE),
        ("O1:\n  objective: Win Spain\n  KR1: NPS from 20 to 40\n  KR2: Churn under 2%\n", ONE),
        ("O1:\n  title: Win Spain\n  KR1: {title: NPS from 20 to 40}\n  KR2: {text: Churn under 2%}\n", ONE),
        ("- O1: Win Spain\n  owner: Ana\n  KR1: NPS from 20 to 40\n  KR2: Churn under 2%\n", ONE),
        ("okr:\n- O1: Win Spain\n- KR1: NPS from 20 to 40\n- KR2: Churn under 2%\n", ONE),
        ("okr: [\"O1: Win Spain\", \"KR1: NPS from 20 to 40\", \"KR2: Churn under 2%\"]\n", ONE),
        ("okr: |\n  O1: Win Spain\n    KR1: NPS from 20 to 40\n    KR2: Churn under 2%\n", ONE),
        ("- O1: Win Spain\n  krs:\n  - KR1: NPS from 20 to 40\n    owner: Bo\n  - KR2: Churn under 2%\n", ONE),
        ("O1: Win Spain\nKRs: {KR1: NPS from 20 to 40, KR2: Churn under 2%}\n", ONE),
        ("目标一: 让新用户爱上产品\n关键结果一: 留存从35%到50%\n关键结果二: 引导完成率达到75%\n", EINS),
        ("目标一:\n 描述: 让新用户爱上产品\n 关键结果一: 留存从35%到50%\n 关键结果二: {内容: 引导完成率达到75%}", EINS),
        ("- 目标一: 让新用户爱上产品\n  关键结果一: 留存从35%到50%\n  关键结果二: 引导完成率达到75%\n", EINS),
    ],
)  # fmt: skip
def test_items_under_their_labels_side_by_side_belong_together(text: str, found: list[object]):
    document = read(text)
    assert outline(document) == found
    assert not document.problems
    assert_places(Source(text), document)


@pytest.mark.parametrize(
    "text",
    [
        "O1: Win Spain\nKR1: NPS from 20 to 40\nO2: Win Rome\nKR2: Churn under 2%\n",
        "O1: Win Spain\nO2: Win Rome\nKR1.1: NPS from 20 to 40\nKR2.1: Churn under 2%\n",
        "objective_1: Win Spain\nkr_1_1: NPS from 20 to 40\nobjective_2: Win Rome\nkey_result_2_1: Churn under 2%\n",
        "okr: [{O: Win Spain}, {KR: NPS from 20 to 40}, {O: Win Rome}, {KR: Churn under 2%}]\n",
        "O1: Win Spain\nO1_KRs: [NPS from 20 to 40]\nO2: Win Rome\nO2_KRs: [Churn under 2%]\n",
        "okrs:\n- O: Win Spain\n  KR1: NPS from 20 to 40\n- O: Win Rome\n  KR1: Churn under 2%\n",
        "objectives: {O1: Win Spain, O2: Win Rome}\nkey_results: {KR1.1: NPS from 20 to 40, KR2.1: Churn under 2%}\n",
        "objectives: {O1: Win Spain, O2: Win Rome}\nkey_results: {O1: [NPS from 20 to 40], O2: [Churn under 2%]}\n",
        "okrs:\n  Win Spain: [NPS from 20 to 40]\n  Win Rome: [Churn under 2%]\n",
        "okrs:\n- Win Spain: [NPS from 20 to 40]\n- Win Rome: [Churn under 2%]\n",
        "objectives:\n  Win Spain: {key_results: [NPS from 20 to 40]}\n  Win Rome: {key_results: [Churn under 2%]}\n",
        "O1: {Win Spain: [NPS from 20 to 40]}\nO2: {Win Rome: [Churn under 2%]}\n",
        "- {objective: Win Spain, key_result: NPS from 20 to 40}\n- {objective: Win Rome, key_result: Churn under 2%}",
        "- objective: Win Spain\n  krs: 1. NPS from 20 to 40\n- objective: Win Rome\n  krs: |\n    - Churn under 2%\n",
        "- objective: Win Spain\n  krs: |\n   1) NPS from 20 to 40\n   2)\n- O: Win Rome\n  kr: [Churn under 2%]\n",
    ],
)  # fmt: skip
def test_each_key_result_goes_to_its_objective(text: str):
    document = read(text)
    found = [(words, [result for _, result in results]) for _, words, results in outline(document)]
    assert found == [("Win Spain", ["NPS from 20 to 40"]), ("Win Rome", ["Churn under 2%"])]
    assert not document.problems
    assert_places(Source(text), document)


@pytest.mark.parametrize(
    "text",
    [
        "o1:\n  objective: Win Spain\n  kr1: {text: NPS from 20 to 40, owner: Bo, confidence: 0.6}\n",
        "objectives:\n- objective: Win Spain\n  KR1: {text: NPS from 20 to 40, owner: Bo, confidence: 0.6}\n",
        "objective: Win Spain\nkr1: NPS from 20 to 40\nkr1_owner: Bo\nkr1_confidence: 0.6\n",
        "objective: Win Spain\nkey_results:\n- KR1: NPS from 20 to 40\n  owner: Bo\n  confidence: 0.6\n",
        "objective: Win Spain\nkey_results:\n- NPS from 20 to 40: {owner: Bo, confidence: 0.6}\n",
        "- {objective: Win Spain, key_result: NPS from 20 to 40, owner: Bo, confidence: 0.6}\n",
        "okr:\n- O1: Win Spain\n- KR1: NPS from 20 to 40\n  owner: Bo\n  confidence: 0.6\n",
        "O: Win Spain\nKR1: {内容: NPS from 20 to 40, 负责人: Bo, 信心: 0.6}\n",
    ],
)
def test_what_stands_under_the_label_of_a_key_result_is_said_of_it(text: str):
    document = read(text)
    (objective,) = document.objectives
    (result,) = objective.key_results
    assert (str(objective.text), objective.owners, str(result.text)) == ("Win Spain", (), "NPS from 20 to 40")
    assert ([str(owner) for owner in result.owners], result.confidence.value) == (["Bo"], 0.6)
    assert not document.problems


@pytest.mark.parametrize(
    ("key", "figures", "baseline", "target"),
    [
        ("Onboarding NPS", "from 20 to 40", 20, 40),
        ("NPS", "20 -> 40", 20, 40),
        ("Paying customers", "300", None, 300),
        ("次日留存率", "从35%提升到50%", 35, 50),
    ],
)
def test_a_key_with_mere_figures_is_the_statement(key: str, figures: str, baseline: float | None, target: float):
    for text in (f"key_results:\n  {key}: {figures}\n", f"key_results:\n- {key}: {figures}\n"):
        (result,) = read(f"objective: Win Spain\n{text}").objectives[0].key_results
        found = result.metric.baseline.value if result.metric.baseline else None
        assert (str(result.text), found, result.metric.target.value) == (key, baseline, target)


OKR = "objectives: [{objective: Win Spain, key_results: [NPS from 20 to 40]}]\n"


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        (f"year: 2026\nquarter: 2\n{OKR}", "2026-Q2"),
        (f"quarter: Q2\nyear: '2026'\n{OKR}", "2026-Q2"),
        (f"year: 2026\nhalf: 1\n{OKR}", "2026-H1"),
        (f"year: 2026\nmonth: 4\n{OKR}", "2026-04"),
        (f"年份: 2026\n季度: 二\n{OKR}", "2026-Q2"),
        (f"年度: 2026年\n半年: 上半年\n{OKR}", "2026-H1"),
        (f"cycle: {{year: 2026, quarter: 2}}\n{OKR}", "2026-Q2"),
        (f"fiscal_year: FY26\nquarter: Q2\n{OKR}", "2026-Q2"),
        (f"quarter: 2\n{OKR}", "Q2"),
        (f"quarter: 2026-Q3\nyear: 2026\n{OKR}", "2026-Q3"),
        (f"year: 2026\n{OKR}", "2026"),
        (f"okr:\n  year: 2026\n  quarter: 2\n  {OKR}", "2026-Q2"),
        (f"2026:\n  Q2:\n    {OKR}", "2026-Q2"),
        ("year: 2026\nobjective: Win Spain\nquarter: 2\nkey_results: [NPS from 20 to 40]\n", "2026-Q2"),
        ("year: 2026\nokrs: [{objective: Win Spain, quarter: Q2, key_results: [NPS from 20 to 40]}]\n", "2026-Q2"),
        ("quarters:\n  Q2 2026: [{objective: Win Spain, key_results: [NPS from 20 to 40]}]\n", "2026-Q2"),
        ("okr: {year: 2026, half: 1, O1: {title: Win Spain, KR1: NPS from 20 to 40}}\n", "2026-H1"),
    ],
)
def test_a_period_in_parts_or_around_all_objectives_is_the_cycle(text: str, cycle: str):
    document = read(text)
    assert document.cycle.value == cycle
    assert [str(objective.text) for objective in document.objectives] == ["Win Spain"]
    assert not document.problems
    assert_places(Source(text), document)


def test_a_year_alone_yields_to_the_name_of_the_file():
    assert read(f"year: 2026\n{OKR}", "okrs/2026-q3.yaml").cycle.value == "2026-Q3"


ITEM = "{objective: Win Spain, key_results: [NPS from 20 to 40]}"


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        (f"teams:\n- name: Growth\n  okrs: [{ITEM}]\n- name: Sales\n  okrs: [{ITEM}]\n", ["Growth", "Sales"]),
        (f"teams:\n  Growth: {{okrs: [{ITEM}]}}\n  Sales: {{okrs: [{ITEM}]}}\n", ["Growth", "Sales"]),
        (f"2026-Q2:\n  Growth: {{okrs: [{ITEM}]}}\n  Sales: {{okrs: [{ITEM}]}}\n", ["Growth", "Sales"]),
        (f"Growth: [{ITEM}]\nSales: [{ITEM}]\n", ["Growth", "Sales"]),
        (f"Product: {{Growth: {{okrs: [{ITEM}]}}}}\n", ["Growth"]),
        (f"团队:\n- 名称: 增长组\n  目标: [{ITEM}]\n- 名称: 销售组\n  目标: [{ITEM}]\n", ["增长组", "销售组"]),
        (f"data: {{team_okrs: {{okrs: [{ITEM}]}}}}\n", [None]),
        (f"okr:\n  title: Our OKRs\n  objectives: [{ITEM}]\n", [None]),
    ],
)
def test_each_objective_has_the_team_around_it(text: str, teams: list[str | None]):
    document = read(text)
    assert [objective.team and str(objective.team) for objective in document.objectives] == teams
    assert not document.problems
    assert (document.team is None) == (len(set(teams)) > 1 or teams == [None])


@pytest.mark.parametrize("text", [f"people: {{Ana: [{ITEM}]}}\n", f"成员:\n- 名称: Ana\n  okrs: [{ITEM}]\n"])
def test_people_around_objectives_own_them(text: str):
    (objective,) = read(text).objectives
    assert ([str(owner) for owner in objective.owners_inherited], objective.team) == (["Ana"], None)


def test_several_teams_are_not_one_given_twice():
    document = read(f"team: [Growth, Sales]\n{OKR}")
    assert (document.team, document.problems) == (None, ())
    assert [(field.name, str(field.text)) for field in document.fields] == [("teams", "Growth"), ("teams", "Sales")]


def test_objectives_and_key_results_in_lists_of_their_own():
    text = "cycle: 2026-Q2\nowner: Ana\nobjectives: [Win Spain]\nkey_results: [NPS from 20 to 40, Churn under 2%]\n"
    assert outline(read(text)) == [(None, "Win Spain", [(None, "NPS from 20 to 40"), (None, "Churn under 2%")])]


@pytest.mark.parametrize(
    "text",
    [
        "name: Lint OKRs\njobs: {o1: {name: Check 3 files, steps: [{name: Run, run: x}]}, kr1: {needs: o1}}\n",
        "services:\n  o1: {image: redis, command: serve on 6379}\n  kr1: {image: postgres, command: serve 5432}\n",
        "schemas:\n  Objective: {title: Objective, description: An objective}\n  KeyResult: {type: object}\n",
        "schemas:\n  title: Objective\n  KeyResult: {type: object, description: x, properties: {type: string}}\n",
        "okr: {objective: Ziel, key_result: Schlüsselergebnis, owner: Verantwortlich, title: OKRs}\n",
        "okr: {title: OKRs, objective: Objective, kr1: Key result 1, o1: Objective 1, owner: Owner}\n",
        "okr: {title: 目标管理, objective: 目标, kr1: 关键结果1, owner: 负责人}\n",
        "glossary: {OKR: A framework with 2 parts, O1: The first objective, Key Result: How we measure it}\n",
        "Objective: A goal for a quarter\nKey result: A measurable outcome, 3 to 5 of them\n",
        "spec: {containers: [{name: okr, env: [{name: OBJECTIVE, value: x}, {name: KR1, value: y 5}]}]}\n",
        "objectives:\n  Understand basic types: [Read chapter 2, Do exercises 1 to 5]\n",
        "en: {o1: First objective, kr1: First key result, kr2: A key result with 2 parts}\n",
        "o1: {title: Ozone station, owner: EPA, kr1: {status: ok}}\n",
        "colors: {o1: '#ff0000', kr1: '#0000ff'}\n",
        "- O1: o1.md\n- KR1: kr1.md\n",
        "objective: Make onboarding effortless\nKR1: 0.7\nKR2: 0.4\n",
        "meeting: Review\nnotes: {O1: we talked about it, KR1: discussed for 10 minutes}\n",
        "O1: on track\nKR1: at risk\n",
        "year: 2026\nquarter: 2\nteam: Growth\nitems: [{name: Ads, amount: 1000, owner: Ana, target: 900}]\n",
        "okr:\n  settings: {cycle: quarterly}\n  display options: [show 5 objectives, show 3 key results]\n",
    ],
)
def test_labels_and_words_of_okrs_alone_make_none(text: str):
    document = read(text)
    assert (document.objectives, document.problems) == ((), ())
