import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import assert_places, assert_text, texts_of

from okrlint.model import Document
from okrlint.reading.data.limits import MAX_DEPTH
from okrlint.reading.data.nodes import Mapping, Node, Scalar, Sequence
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.json.reader import JsonReader
from okrlint.reading.json.tree import parse, roots_of
from okrlint.reading.source import Source, UnreadableError


def read(text: str, path: str = "data.json") -> Document:
    source = Source(text, path)
    document = JsonReader().read(source, ReadingOptions())
    assert_places(source, document)
    return document


def statements(document: Document) -> list[tuple[str, list[str]]]:
    return [(str(o.text), [str(k.text) for k in o.key_results]) for o in document.objectives]


def tree(text: str) -> Node:
    (root,) = parse(text, roots_of(text), [])
    return root


FULL = """\
{
  "cycle": "2026-Q2",
  "team": "增长团队",
  "objectives": [
    {
      "id": "O1",
      "title": "成为用户首选",
      "owner": {"name": "张三", "id": 7},
      "keyResults": [
        {
          "id": "KR1",
          "title": "次周留存率提升",
          "startValue": "31",
          "targetValue": 45.5,
          "unit": "%",
          "dueDate": "2026-05-31",
          "confidence": 0.5,
          "weight": "60%",
          "initiatives": [{"title": "重写引导", "due": "2026-05-01", "done": false}],
          "checkins": [{"date": "2026-04-10", "confidence": 0.6, "note": "顺利"}]
        },
        "NPS 达到 50"
      ]
    }
  ]
}
"""


def test_reads_every_field_of_a_full_document():
    document = read(FULL)
    (objective,) = document.objectives
    first, second = objective.key_results
    assert (document.format, document.language, str(document.team), document.cycle.value) == (
        "json", "zh", "增长团队", "2026-Q2",
    )  # fmt: skip
    assert (objective.label, str(objective.owners[0])) == ("O1", "张三")
    assert (first.label, first.confidence.value, first.weight.value) == ("KR1", 0.5, 0.6)
    assert (first.metric.baseline.value, first.metric.target.value, first.metric.unit) == (31, 45.5, "%")
    assert first.deadline.value.isoformat() == "2026-05-31"
    assert (str(first.actions[0].text), first.actions[0].done) == ("重写引导", False)
    assert first.checkins[0].confidence.value == 0.6
    assert str(second.text) == "NPS 达到 50"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ([{"objective": "A", "key_results": ["x 5%"]}], [("A", ["x 5%"])]),
        ({"objectives": [{"name": "A", "results": [{"name": "x", "score": "0.6"}]}]}, [("A", ["x"])]),
        ({"okrs": [{"objective": "A", "krs": [{"kr": "x"}]}]}, [("A", ["x"])]),
        ({"objectives": {"O1": {"objective": "A", "key_results": [{"kr": "x"}]}}}, [("A", ["x"])]),
        ({"2026-Q2": {"growth": {"objective": "A", "keyResults": ["x"]}}}, [("A", ["x"])]),
        ({"目标": [{"目标": "甲", "关键结果": ["乙 5%"]}]}, [("甲", ["乙 5%"])]),
        ({"objective": "A", "key_results": ["x"], "children": [{"objective": "B"}]}, [("A", ["x"]), ("B", [])]),
        (
            [
                {"type": "objective", "id": 1, "title": "A"},
                {"type": "objective", "id": 2, "title": "B"},
                {"type": "key_result", "id": 3, "parent_id": 2, "title": "y"},
                {"type": "key_result", "id": 4, "parent_id": 1, "title": "x"},
            ],
            [("A", ["x"]), ("B", ["y"])],
        ),
        (
            {
                "objectives": [{"id": 1, "title": "A"}, {"id": 2, "title": "B"}],
                "keyResults": [{"id": 3, "objectiveId": 2, "title": "y"}, {"objectiveId": 1, "title": "x"}],
            },
            [("A", ["x"]), ("B", ["y"])],
        ),
        (
            {
                "objectives": [{"id": "o-1", "name": "A", "keyResults": ["k"]}],
                "keyResults": [{"id": "k", "objective": "o-1", "name": "x"}],
            },
            [("A", ["x"])],
        ),
        (
            {"目标": [{"编号": "甲", "名称": "A"}], "关键结果": [{"目标编号": "甲", "描述": "x"}]},
            [("A", ["x"])],
        ),
        ([{"目标": "A", "关键结果": "x"}, {"目标": "A", "关键结果": "y"}], [("A", ["x", "y"])]),
        ({"O1: Win": ["KR1: NPS to 40"], "O2: Go": ["KR1: 5 shops"]}, [("Win", ["NPS to 40"]), ("Go", ["5 shops"])]),
    ],
)
def test_shapes(data: object, found: list[tuple[str, list[str]]]):
    assert statements(read(json.dumps(data))) == found
    assert statements(read(json.dumps(data, ensure_ascii=False, indent=2))) == found


@pytest.mark.parametrize(
    "data",
    [
        {"name": "pkg", "version": "1.0.0", "scripts": {"goal": "make"}, "keywords": ["okr"]},
        {"openapi": "3.0.0", "info": {"title": "OKR API"}, "paths": {"/objectives": {"get": {"summary": "List"}}}},
        {"type": "FeatureCollection", "features": [{"geometry": {"coordinates": [1, 2]}}]},
        [{"role": "user", "content": "O1: Win\nKR1: NPS from 30 to 50\nKR2: Churn under 2%"}],
        {"objective": "Find the bug", "results": [{"title": "a", "status": "passed", "score": 1}]},
        {"title": "A paper", "key_results": ["we found x", "and y"]},
        {"title": "Course", "objectives": ["understand x", "apply y"]},
        {"title": "objective", "results": [{"name": "x", "score": 3}]},
        [{"type": "objective", "id": "objective", "label": "Objective"}, {"type": "key_result", "parent": "objective"}],
        [
            {"type": "objective", "id": 1, "name": "Objective"},
            {"type": "key_result", "id": 2, "parent": 1, "name": "Key result"},
        ],
        {"types": [{"type": "objective", "label": "Objective"}, {"type": "key_result", "label": "Key result"}]},
        {"title": "A paper", "objective": "Measure X", "key_results": "We found a 3% rise"},
        [], {}, "objective", 5, None,
    ],
)  # fmt: skip
def test_what_is_no_okr_gives_an_empty_document_without_problems(data: object):
    document = read(json.dumps(data, ensure_ascii=False, indent=1))
    assert (document.objectives, document.problems) == ((), ())


def test_words_in_a_string_are_read_as_lines_each_at_its_place():
    text = r'{"D": [{"Period": "2026-Q2", "OKR": "O1：甲\nKR1：周\"留存\" 45%\n杂\nKR2：乙\u4e00\n\nO2：丙\nKR1：丁"}]}'
    document = read(text)
    assert statements(document) == [("甲", ['周"留存" 45%', "乙一"]), ("丙", ["丁"])]
    assert document.objectives[0].cycle.value == "2026-Q2"
    second = document.objectives[0].key_results[1].text
    assert text[second.span.start : second.span.end] == r"乙\u4e00"


def test_an_escape_has_a_place_of_its_own():
    source = r'["a\ud83d\ude00\u7559\u5b58b"]'
    (text,) = texts_of(tree(source))
    assert text.value == "a😀留存b"
    assert [source[slice(*text.locate(at, at + 1))] for at in range(5)] == [
        "a", r"\ud83d\ude00", r"\u7559", r"\u5b58", "b",
    ]  # fmt: skip


def test_half_a_surrogate_pair_is_no_character():
    assert [text.value for text in texts_of(tree(r'["a\ud83d", "\ude00\ud83db"]'))] == ["a\ufffd", "\ufffd\ufffdb"]


def test_json_lines_are_one_document():
    text = '{"objective": "A", "key_results": ["x 5%"]}\n\n{"objective": "B", "key_results": ["y"]}\r\n'
    assert statements(read(text, "okrs.jsonl")) == [("A", ["x 5%"]), ("B", ["y"])]


def test_a_byte_order_mark_is_no_part_of_the_text():
    source = Source.from_bytes('\ufeff{"objective": "A", "key_results": ["x"]}'.encode())
    assert statements(JsonReader().read(source, ReadingOptions())) == [("A", ["x"])]


def test_a_key_that_stands_twice_is_a_problem_and_its_first_value_counts():
    text = '{"objective": "A", "objective": "B", "key_results": ["x"]}'
    document = read(text)
    (problem,) = document.problems
    assert (problem.code, problem.span.start) == ("EN003", text.rindex('objective"'))
    assert statements(document) == [("A", ["x"])]


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ('{"a": [1,]}', 9, "comma stands before a closing"),
        ('{"a": 1,}', 8, "comma stands before a closing"),
        ('{"a": 1 "b": 2}', 8, "comma is missing"),
        ('{"a" 1}', 5, "colon is missing"),
        ("{'a': 1}", 1, "double quotes"),
        ("{“a”: 1}", 1, "full-width"),
        ('{"a"：1}', 4, "full-width"),
        ('{"a": True}', 6, "needs quotes"),
        ("{a: 1}", 1, "needs quotes"),
        ('{"a": 1} // x', 9, "no comments"),
        ('{"a": "x', 6, "never closed"),
        ('{"a": "x\ny"}', 8, "control character"),
        (r'{"a": "\d"}', 7, "backslash"),
        ('{"a": [1', 8, "ends before all brackets"),
        ('{"a": 1} x', 9, "data ends before"),
    ],
)
def test_broken_json_is_told_with_its_place(text: str, at: int, words: str):
    with pytest.raises(UnreadableError) as caught:
        read(text, "okr.json")
    assert (caught.value.code, caught.value.span.start) == ("EN005", at)
    assert words in caught.value.message.en


@pytest.mark.parametrize("text", ['{"strict": true, // a comment\n}', "[" * 100_000, "{'ukraine': 1}"])
def test_broken_json_that_says_nothing_of_okrs_is_not_ours_to_judge(text: str):
    assert read(text, "tsconfig.json").problems == ()


@pytest.mark.parametrize("depth", [MAX_DEPTH + 2, 100_000])
@pytest.mark.parametrize("brackets", ["[]", '{"okr":}'])
def test_deep_nesting_is_refused_with_its_place(depth: int, brackets: str):
    opening, closing = brackets[:-1], brackets[-1]
    with pytest.raises(UnreadableError) as caught:
        read(opening * depth + '"okr"' + closing * depth)
    assert (caught.value.code, caught.value.span.start) == ("EN004", (MAX_DEPTH + 1) * len(opening))


def test_too_many_nodes_are_refused_only_where_okrs_may_be(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("okrlint.reading.json.tree.MAX_NODES", 100)
    assert read(json.dumps([0] * 200)).objectives == ()
    with pytest.raises(UnreadableError, match="more nodes"):
        read(json.dumps({"objectives": [0] * 200}))


def test_a_number_with_thousands_of_digits_is_no_trouble():
    document = read('{"objective": "A", "key_results": [{"title": "x", "target": ' + "9" * 5000 + "}]}")
    assert statements(document) == [("A", ["x"])]


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text.value if node.plain else f"s{node.text.value}"
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return [(entry.key.value, plain(entry.node)) for entry in node.entries]


def expected(data: object) -> object:
    if isinstance(data, str):
        return f"s{data.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace').strip()}"
    if isinstance(data, list):
        return [expected(item) for item in data]
    if isinstance(data, dict):
        return [(key, expected(value)) for key, value in data.items()]
    return json.dumps(data)


KEYS = st.text(st.sampled_from('ab目😀"\\\n-'), min_size=1, max_size=4).filter(lambda key: key == key.strip())
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(DATA, st.booleans(), st.sampled_from([None, 2, "\t"]))
def test_a_tree_says_what_the_json_module_reads_at_exact_places(data: object, ascii_only: bool, indent: int | None):
    text = json.dumps(data, ensure_ascii=ascii_only, indent=indent)
    root = tree(text)
    assert plain(root) == expected(data)
    for found in texts_of(root):
        assert_text(text, found)


OKR_KEYS = st.sampled_from(
    [
        "objectives",
        "objective",
        "key_results",
        "krs",
        "kr_list",
        "content",
        "id",
        "title",
        "owner",
        "weight",
        "deadline",
        "okr",
        "children",
        "results",
        "目标",
        "O1",
        "KR1",
        "kr_2",
        "kr1_owner",
        "type",
        "parent_id",
        "year",
        "quarter",
        "teams",
        "Win the market",
    ]
)
OKRS = st.recursive(
    st.integers()
    | st.sampled_from(
        ["O1：甲\nKR1：乙 5%", "张三", "50%", "", " x\u3000", "2026-Q2", "Win Spain", "KR1: 5%", "key_result"]
    )
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(OKR_KEYS, inner, max_size=6),
    max_leaves=30,
)


@settings(max_examples=300)
@given(OKRS, st.booleans())
def test_places_of_a_document_are_exact(data: object, ascii_only: bool):
    read(json.dumps(data, ensure_ascii=ascii_only), "okr.json")


@given(st.text(st.sampled_from('{}[]",:\\ \n\tu0dok"r目O1：'), max_size=60))
def test_nothing_but_an_unreadable_error_is_raised(text: str):
    try:
        read(f'{{"objective": {text}', "okr.json")
        read(text, "okr.json")
    except UnreadableError as error:
        assert 0 <= error.span.start <= error.span.end <= len(text) + 14


def test_mappings_know_their_extent():
    text = ' { "a" : [ 1 , { "b" : 2 } ] } '
    root = tree(text)
    assert isinstance(root, Mapping)
    inner = root.entries[0].node
    assert (text[slice(*root.span)], text[slice(*inner.span)]) == (text.strip(), '[ 1 , { "b" : 2 } ]')


def test_periods_and_teams_as_keys_are_read_whatever_items_are_called():
    item = {"text": "A", "krs": [{"text": "x", "owner": "Bo"}]}
    document = read(json.dumps({"2026-Q2": {"Growth": {"objectives": [item]}, "Sales": {"objectives": [item]}}}))
    assert (document.cycle.value, document.team) == ("2026-Q2", None)
    assert [str(objective.team) for objective in document.objectives] == ["Growth", "Sales"]
    assert str(document.objectives[0].key_results[0].owners[0]) == "Bo"


def test_the_cycle_of_a_lone_objective_is_that_of_the_document():
    document = read('{"objective": "A", "quarter": "2026-Q2", "team": "Growth", "key_results": ["x"]}')
    assert (document.cycle.value, str(document.team)) == ("2026-Q2", "Growth")
