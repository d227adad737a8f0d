"""The lines on which the keys of a configuration stand."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrlint import ConfigError
from okrlint.config.files import read_config
from okrlint.config.places import line_of

Write = Callable[[str, str | bytes], Path]

TOML = '''# a comment with [brackets] and = signs
title = "one" # behind
"quoted key" = 1
a.b."c.d" = 2
text = """
[not.a.table]
key = 1
"""
literal = \'\'\'
[[nor.this]]\'\'\'
list = [
  "x", # ]
  [1, 2],
  {in = 3},
]
inline = { one = 1, two = { three = [4] } }

[table]
key = 1

[table.sub."x y"]
deep = 2

[[array]]
name = "first"
[array.inner]
k = 1

[[array]]
name = "second"
[[array.more]]
z = 1
'''


def test_lines_of_toml(write: Write) -> None:
    places = read_config(str(write("okrlint.toml", TOML))).places
    expected = {
        ("title",): 2,
        ("quoted key",): 3,
        ("a", "b", "c.d"): 4,
        ("text",): 5,
        ("literal",): 9,
        ("list", 0): 12,
        ("list", 1, 1): 13,
        ("list", 2, "in"): 14,
        ("inline", "two", "three"): 16,
        ("table",): 18,
        ("table", "key"): 19,
        ("table", "sub", "x y", "deep"): 22,
        ("array", 0, "name"): 25,
        ("array", 0, "inner", "k"): 27,
        ("array", 1): 29,
        ("array", 1, "name"): 30,
        ("array", 1, "more", 0, "z"): 32,
    }
    assert {keys: places.get(keys) for keys in expected} == expected


def test_lines_of_yaml(write: Write) -> None:
    text = '# c\na: 1\nb:\n  - x\n  - {c: 2,\n     d: 3}\n"e f":\n  g: |\n    h: 1\n  i: 2\n'
    table = read_config(str(write(".okrlint.yaml", text)))
    assert table.places == {
        ("a",): 2, ("b",): 3, ("b", 0): 4, ("b", 1): 5, ("b", 1, "c"): 5, ("b", 1, "d"): 6,
        ("e f",): 7, ("e f", "g"): 8, ("e f", "i"): 10,
    }  # fmt: skip
    assert line_of(table.places, ("b", 1, "missing", "key")) == 5
    assert line_of(table.places, ("nothing",)) is None


def test_lines_of_a_pyproject_are_those_of_the_file(write: Write) -> None:
    table = read_config(str(write("pyproject.toml", '[project]\nname = "x"\n\n[tool.okrlint]\nselect = ["KW"]\n')))
    assert table.places[("select",)] == 5
    assert ("project",) not in table.places


NAMES = st.sampled_from(["a", "b-c", "d_e", "1", '"f g"', "'h.i'", '"\\u4e2d"', '"]"', '"="', '"#"', "'\"'"])
SCALARS = st.sampled_from(
    [
        "1", "-1.5", "true", '"x"', "'y'", '"[z]"', '"a # b"', "'''\n[t]\nk = 1\n'''", '"""\n\\"""\n[u]\n"""',
        '""""quoted""""', "2026-10-01", "2026-10-01 12:00:00", '"\\\\"', "'\\'", '"},]"',
    ]
)  # fmt: skip


def _nested(values: Any) -> Any:
    rows = st.lists(values, max_size=3)
    arrays = st.builds(
        lambda items, gap: f"[{gap}{f',{gap}'.join(items)}{gap}]", rows, st.sampled_from(["", "\n # ],\n"])
    )
    keys = st.lists(NAMES, max_size=3, unique_by=lambda name: tomllib.loads(f"{name} = 1").popitem()[0])
    tables = st.builds(lambda names, item: "{" + ", ".join(f"{name} = {item}" for name in names) + "}", keys, values)
    return arrays | tables


VALUES = st.recursive(SCALARS, _nested, max_leaves=6)
LINES = st.one_of(
    st.builds(lambda path, value: f"{'.'.join(path)} = {value}", st.lists(NAMES, min_size=1, max_size=3), VALUES),
    st.builds(lambda path: f"[{' . '.join(path)}]", st.lists(NAMES, min_size=1, max_size=3)),
    st.builds(lambda path: f"[[{'.'.join(path)}]] # c", st.lists(NAMES, min_size=1, max_size=3)),
    st.sampled_from(["", "# [comment]", "\t"]),
)


def _ways(value: Any, way: tuple[str | int, ...] = ()) -> Any:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*way, key)
        yield from _ways(inner, (*way, key))


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much])
@given(st.lists(LINES, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_every_key_of_any_toml_has_its_line(tmp_path: Path, lines: list[str], end: str) -> None:
    kept: list[str] = []
    born: dict[tuple[str | int, ...], int] = {}
    for line in lines:  # what breaks the grammar, or says a key twice, is left out
        try:
            table = tomllib.loads("\n".join([*kept, line]))
        except tomllib.TOMLDecodeError:
            continue
        first = "\n".join([*kept, ""]).count("\n") + 1
        kept.append(line)
        last = "\n".join(kept).count("\n") + 1
        for way in _ways(table):
            born.setdefault(way, first if first == last else -first)  # of several lines: at the earliest the first
    path = tmp_path / "okrlint.toml"
    path.write_bytes("\n".join(kept).replace("\n", end).encode())
    places = read_config(str(path)).places
    assert set(places) == set(born)
    for way, line in born.items():
        assert places[way] == line if line > 0 else places[way] >= -line


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("okrlint.toml", "a = 1\nb = yes", "okrlint.toml:2: not valid TOML"),
        ("okrlint.toml", "a = 1\n\na = 2", "okrlint.toml:3: not valid TOML"),
        ("okrlint.toml", "a = [" * 200, "not valid TOML"),
        ("okrlint.toml", b"a = 1\nb = '\xff'", "okrlint.toml:2: not UTF-8"),
        ("okrlint.toml", ".".join("a" * 30) + " = 1", "nested more than 20 deep"),
        ("okrlint.toml", ".".join("a" * 100_000) + " = 1", "okrlint.toml:1: not valid TOML: nests deeper than 100"),
        (".okrlint.yaml", "a: 1\nb: [", ".okrlint.yaml:2: not valid YAML"),
        (".okrlint.yaml", "a: 1\na: 2", ".okrlint.yaml:2: the key 'a' is said twice; first on line 1"),
        (".okrlint.yaml", "a: 1\nb: 2026-13-45", ".okrlint.yaml:2: not valid YAML"),
        (".okrlint.yaml", "a: 1\nb: !!python/name:os.system x", ".okrlint.yaml:2: not valid YAML"),
        (".okrlint.yaml", "a: &x [1]\nb: *x", ".okrlint.yaml:2: a configuration may not hold aliases"),
        (".okrlint.yaml", f"a: {'[' * 30}{']' * 30}", "nested more than 20 deep"),
        (".okrlint.yaml", "a: 1\n---\nb: 2", ".okrlint.yaml:2: not valid YAML"),
    ],
    ids=lambda value: str(value[:20]),
)
def test_what_is_broken_is_told_with_its_line(write: Write, name: str, text: str | bytes, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(str(write(name, text)))
    assert said in str(caught.value)


def test_a_byte_order_mark_is_passed_over(write: Write) -> None:
    for name, text in (("okrlint.toml", 'lang = "zh"'), (".okrlint.yaml", "lang: zh")):
        table = read_config(str(write(name, b"\xef\xbb\xbf" + text.encode())))
        assert (table.values, table.places) == ({"lang": "zh"}, {("lang",): 1})


def test_yaml_words_are_words(write: Write) -> None:
    table = read_config(str(write(".okrlint.yaml", "severity: {KW: off, OB: on}\na: [yes, No, true, False, ~]")))
    assert table.values == {"severity": {"KW": "off", "OB": "on"}, "a": ["yes", "No", True, False, None]}
