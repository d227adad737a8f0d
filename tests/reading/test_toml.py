import tomllib
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import assert_places, assert_text, texts_of

from okrlint.model import Document
from okrlint.reading.data.limits import MAX_DEPTH
from okrlint.reading.data.nodes import Node, Scalar, Sequence
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source, UnreadableError
from okrlint.reading.toml.reader import TomlReader
from okrlint.reading.toml.tree import parse


def read(text: str) -> Document:
    source = Source(text, "okr.toml")
    document = TomlReader().read(source, ReadingOptions())
    assert_places(source, document)
    return document


FULL = '''\
title = "增长 OKR"  # the team's
cycle = "2026-Q2"

[[objectives]]
id = "O1"
objective = "Win \\u7559 \\"them\\""
due = 2026-06-30

  [[objectives.key_results]]
  text = """
  Churn from 5% \\
     to 2%"""
  confidence = 0.7
  weight = 60

  [[objectives.key_results]]
  text = 'NPS'
  weight = 40
  metric = { baseline = 30, target.value = 50 }

[[objectives]]
"目标" = "降本"
key_results = [
  "成本降低 10%",  # in all
  "云成本降低 5%",
]
'''


def test_reads_every_field_of_a_full_document():
    document = read(FULL)
    win, cut = document.objectives
    churn, nps = win.key_results
    assert (document.format, str(document.title), document.cycle.value) == ("toml", "增长 OKR", "2026-Q2")
    assert (win.label, str(win.text), win.deadline.value) == ("O1", 'Win 留 "them"', date(2026, 6, 30))
    assert (str(churn.text), churn.confidence.value, churn.weight.value) == ("Churn from 5% to 2%", 0.7, 0.6)
    assert (nps.metric.baseline.value, nps.metric.target.value) == (30, 50)
    assert [str(result.text) for result in cut.key_results] == ["成本降低 10%", "云成本降低 5%"]
    place = churn.metric.target.span
    assert (FULL[slice(*place)], FULL.count("\n", 0, place.start)) == ("2%", 11)


@pytest.mark.parametrize(
    "text",
    [
        "O1 = {objective = 'A', key_results = ['x']}",
        "[O1]\nobjective = 'A'\nkey_results = ['x']",
        "[objectives.O1]\nobjective = 'A'\n[objectives.O1.key_results]\nKR1 = 'x'",
        "objectives = [{objective = 'A', key_results = [{text = 'x'}]}]",
        "okrs.q2.objective = 'A'\nokrs.q2.key_results = ['x']",
        "O1 = 'A goal'\nKR1 = 'x'",
        "[O1]\ntitle = 'A goal'\n[O1.KR1]\ntext = 'x'",
        "[[objectives]]\nobjective = 'A goal'\nkr1 = 'x'",
        'okr = """\nO1: A goal\nKR1: x 5%\n"""',
        "'目标1' = 'A goal'\n'关键结果1' = 'x'",
    ],
)
def test_shapes(text: str):
    (objective,) = read(text).objectives
    assert str(objective.text) in ("A", "A goal")
    assert [str(result.text).removesuffix(" 5%") for result in objective.key_results] == ["x"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "[project]\nname = 'x'\ndescription = 'Our OKR tool'\nkeywords = ['okr']\n",
        "objectives = ['x']",
    ],
)
def test_what_is_no_okr_gives_an_empty_document_without_problems(text: str):
    document = read(text)
    assert (document.objectives, document.problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("a = 1\n目标 = 2\n", 6, "needs quotes"),
        ("a = Win\n", 4, "put words in quotes"),
        ("a 1\n", 2, "equals sign"),
        ("a = 1\na = 2\n", 11, "second time"),
        ("a = 1 day\n", 6, "ends before this"),
        ("a = 'x\n", 7, "not closed"),
        ("a = 1\r\nb = [1\r\n", 15, "not closed"),
    ],
)
def test_broken_toml_is_told_with_its_place(text: str, at: int, words: str):
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert (caught.value.code, caught.value.span.start) == ("EN005", at)
    assert words in caught.value.message.en


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5000 + "]" * 5000, "a = " + "{b=" * 500 + "1" + "}" * 500],
)
def test_deep_nesting_is_refused_with_its_place(text: str):
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert caught.value.code == "EN004"
    assert MAX_DEPTH <= caught.value.span.start < 4 * MAX_DEPTH + 20


@pytest.mark.parametrize("text", [".".join("a" * 50_000) + " = 1", "[x.'y']\nb = {'a'" + " . a" * 50_000 + " = 1}"])
def test_a_key_of_thousands_of_parts_is_refused_at_once(text: str):
    with pytest.raises(UnreadableError, match="nests deeper"):
        read(text)


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key.value: plain(entry.node) for entry in node.entries}


def expected(data: object) -> object:
    if isinstance(data, str):
        return data.strip()
    if isinstance(data, bool):
        return str(data).lower()
    if isinstance(data, list):
        return [expected(item) for item in data]
    if isinstance(data, dict):
        return {key.strip(): expected(value) for key, value in data.items()}
    if isinstance(data, date | time | datetime):
        return str(data)
    return repr(data)


def quoted(words: str) -> str:
    escaped = "".join(char if char.isprintable() and char not in '"\\' else f"\\U{ord(char):08x}" for char in words)
    return f'"{escaped}"'


def dumped(data: object, style: str) -> str:
    if isinstance(data, str):
        if style == "lines" and "\r" not in data and "\\" not in data and data.isprintable():
            return '"""\r\n' + data.replace('"', '\\"') + '\\\r\n   """'
        if style == "literal" and data.isprintable() and "'" not in data:
            return f"'{data}'"
        return quoted(data)
    if isinstance(data, list):
        return "[ " + ",\n #c\n".join(dumped(item, style) for item in data) + " ]"
    if isinstance(data, dict):
        return "{" + ", ".join(f"{quoted(key)} = {dumped(value, style)}" for key, value in data.items()) + "}"
    return str(expected(data))


SCALARS = st.one_of(
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.dates().filter(lambda day: day.year > 999),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=8),
)
DATA = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "目", "b c", '"']), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["x", "目标", "y.z", ""]), DATA, max_size=4),
    st.sampled_from(["", "lines", "literal"]),
)
def test_a_tree_says_what_tomllib_reads_at_exact_places(data: dict[str, object], style: str):
    text = "".join(f" {quoted(key)}\t= {dumped(value, style)} # c\r\n" for key, value in data.items())
    assert tomllib.loads(text) == data
    root = parse(text)
    assert plain(root) == expected(data)
    for found in texts_of(root):
        assert_text(text, found)


@pytest.mark.parametrize(
    "text",
    [
        "a = 1979-05-27 07:32:00Z\nb = 07:32:00\nc = 1e5\nd = -inf\ne = 0xff # x\n",
        "[a.b]\nx = 1\n[a]\ny = 2\n[[a.c]]\n[a.c.d]\nz = 3\n[[a.c]]\nz = 4\n",
        "a . b . 'c' = 1\na.b.d = {e.f = 2, g = [1, {h = 3}]}\n",
        "a = '''\n'quoted'''''\nb = \"\"\"\"two\"\"\"\"\"\n",
    ],
)
def test_corners_of_the_grammar(text: str):
    def words(data: object) -> object:
        if isinstance(data, dict):
            return {key: words(value) for key, value in data.items()}
        return [words(item) for item in data] if isinstance(data, list) else data if isinstance(data, str) else None

    def shape(node: Node) -> object:
        if isinstance(node, Scalar):
            return None if node.plain else node.text.value
        if isinstance(node, Sequence):
            return [shape(item) for item in node.items]
        return {entry.key.value: shape(entry.node) for entry in node.entries}

    assert shape(parse(text)) == words(tomllib.loads(text))


@given(st.text(st.sampled_from("[]{}=\"'.,#\n a1-目\\u"), max_size=40))
def test_nothing_but_an_unreadable_error_is_raised(text: str):
    for whole in (text, f"[[objectives]]\nkey_results = [{text}"):
        try:
            read(whole)
        except UnreadableError as error:
            assert 0 <= error.span.start <= error.span.end <= len(whole)
