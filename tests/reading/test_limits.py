"""What is too large, too deep, too many or no number at all ends in a message with a place, or is read all the same."""

import math
from collections.abc import Iterator
from time import process_time

import pytest
from places import assert_sound

from okrlint.linter import Linter
from okrlint.linting.findings import Finding
from okrlint.model import Document
from okrlint.opening import reader_for
from okrlint.reading.data.limits import MAX_DEPTH, MAX_NODES
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import MAX_BYTES, Source
from okrlint.reading.yaml.tree import MAX_ALIASES

SECONDS = 3.0
"""More than thrice of what the slowest takes, on a machine that does nothing else."""

DEEP = MAX_DEPTH + 50
VERY_DEEP = 20_000
LONG_NUMBER = "9" * 5_000
ANCHORS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.fixture(autouse=True)
def _quickly() -> Iterator[None]:
    begin = process_time()
    yield
    assert process_time() - begin < SECONDS


REFUSED: dict[str, tuple[str, str | bytes, str, tuple[int, int]]] = {
    # limits of the file
    "a large file": ("markdown", b"x" * (MAX_BYTES + 1), "EN004", (1, 1)),
    "a NUL byte": ("markdown", b"# OKR\n\x00\n", "EN002", (1, 1)),
    "a NUL byte in UTF-16": ("json", "\x00".encode("utf-16")[:-1], "EN002", (1, 1)),
    # how deep things stand in each other
    "YAML brackets": ("yaml", "objectives: " + "[" * VERY_DEEP, "EN004", (1, 1012)),
    "YAML braces": ("yaml", "okr: " + "{a: " * DEEP + "}" * DEEP, "EN004", (1, 403)),
    "YAML dashes": ("yaml", "- " * VERY_DEEP + "okr", "EN004", (1, 1 + 2 * (MAX_DEPTH + 1))),
    "YAML indentation": ("yaml", "".join(f"{' ' * at}okr:\n" for at in range(DEEP)), "EN004", (101, 101)),
    "JSON brackets": ("json", '{"okr": ' + "[" * VERY_DEEP + "]" * VERY_DEEP + "}", "EN004", (1, 9 + MAX_DEPTH)),
    "JSON braces": ("json", '{"okr": ' * DEEP + "1" + "}" * DEEP, "EN004", (1, 1 + 8 * (MAX_DEPTH + 1))),
    "TOML brackets": ("toml", "okr = " + "[" * VERY_DEEP + "]" * VERY_DEEP, "EN004", (1, 7 + MAX_DEPTH)),
    "TOML braces": ("toml", "okr = " + "{a = " * DEEP + "1" + "}" * DEEP, "EN004", (1, 507)),
    "TOML dots": ("toml", "okr." * VERY_DEEP + "a = 1", "EN004", (1, 1)),
    # how many things there are
    "YAML nodes": ("yaml", "okr: [" + "," * MAX_NODES + "]", "EN005", (1, 7)),
    "JSON nodes": ("json", '{"okr": [' + "1," * MAX_NODES + "1]}", "EN004", (1, 2 * MAX_NODES + 6)),
    "TOML nodes": ("toml", "okr = [" + "1," * MAX_NODES + "]", "EN004", (1, 2 * MAX_NODES + 4)),
    "CSV cells": ("csv", "Objective,Key Result\n" + ("x" + "," * 999 + "\n") * 201, "EN004", (201, 1)),
    "a billion laughs": ("yaml", ANCHORS + "objectives: [*i]\n", "EN004", (6, 8)),
    "many aliases": ("yaml", "a: &a okr\nb: [" + "*a, " * MAX_ALIASES + "*a]", "EN004", (2, 5 + 4 * MAX_ALIASES)),
    "an alias within itself": ("yaml", "okr: &a [*a]", "EN005", (1, 10)),
    "merge keys within each other": (
        "yaml",
        "a: &a {okr: 1}\n" + "".join(f"a: &a {{<<: [{', '.join(['*a'] * 10)}]}}\n" for _ in range(8)),
        "EN004",
        (6, 29),
    ),
    # what stands twice
    "a TOML key": ("toml", 'objective = "A"\nobjective = "B"\n', "EN005", (2, 16)),
    "a TOML table": ("toml", "[objective]\n[objective]\n", "EN005", (2, 11)),
    # numbers that are none
    "TOML digits": ("toml", f'objective = "{LONG_NUMBER[:99]}"\nweight = {LONG_NUMBER}\n', "EN005", (2, 10)),
    "a JSON number": ("json", '{"objective": 1e}', "EN005", (1, 16)),
}  # fmt: skip


def lint(format: str, content: str | bytes, language: str) -> tuple[Finding, ...]:
    linter = Linter({"lang": language})
    data = content.encode() if isinstance(content, str) else content
    return linter.lint_bytes(data, format).findings


def is_in(language: str, message: str) -> bool:
    return any("一" <= char <= "鿿" for char in message) == (language == "zh")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_over_a_limit_is_refused_with_its_place(name: str, language: str) -> None:
    kind, content, code, place = REFUSED[name]
    (finding,) = lint(kind, content, language)
    assert (finding.code, finding.start) == (code, place)
    assert finding.fatal
    assert is_in(language, finding.message)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("format", "text", "place"),
    [
        ("json", '{"objective": "A", "owner": "b", "owner": "c",\n "key_results": ["x"]}', (1, 35)),
        ("json", '{"objective": "A", "key_results": [{"title": "x",\n "\\u0074itle": "y"}]}', (2, 3)),
        ("yaml", "objective: A\nowner: b\nkey_results: [x]\n'owner': c\n", (4, 2)),
        ("markdown", "---\nowner: a\nowner: b\n---\n## O1: Grow\n- KR1: Reach 5%\n", (3, 1)),
    ],
)
def test_a_key_that_stands_twice_is_told_where_it_stands_again(
    format: str, text: str, place: tuple[int, int], language: str
) -> None:
    (finding,) = (found for found in lint(format, text, language) if found.code == "EN003")
    assert finding.start == place
    assert is_in(language, finding.message)


def read(format: str, text: str) -> Document:
    source = Source(text, "okr/team")
    document = reader_for(format, "-").read(source, ReadingOptions())
    assert_sound(source, document)
    return document


LABELLED = "## O1: Grow\n\n- KR1: Reach 5%\n\n"
ROW = "| O1 Grow | KR1 Reach 5% |"
READ: dict[str, tuple[str, str]] = {
    "a deep list": ("markdown", LABELLED + "".join(f"{'  ' * at}- x\n" for at in range(500))),
    "a list in a line": ("markdown", LABELLED + "- " * VERY_DEEP + "x"),
    "deep quotes": ("markdown", LABELLED + ">" * VERY_DEEP + "x"),
    "OKRs in deep quotes": ("markdown", "".join(f"{'> ' * DEEP}{line}\n" for line in LABELLED.splitlines())),
    "quotes in lists": ("markdown", LABELLED + "> - " * VERY_DEEP + "x"),
    "deep emphasis": ("markdown", LABELLED + "*" * VERY_DEEP + "x" + "*" * VERY_DEEP),
    "deep brackets": ("markdown", LABELLED.replace("5%", "5% " + "[(" * VERY_DEEP)),
    "deep HTML": ("markdown", LABELLED + "<div>" * VERY_DEEP),
    "deep tables": ("markdown", LABELLED + "<table><tr><td>" * VERY_DEEP),
    "many headings": ("markdown", LABELLED + "".join(f"{'#' * (at % 9 + 1)} x\n" for at in range(5_000))),
    "many columns": ("markdown", f"|Objective|Key Result|{'x|' * 9_999}\n|-|-|{'-|' * 9_999}\n{ROW}{'y|' * 9_999}\n"),
    "many empty columns": ("csv", "Objective,Key Result\nGrow,Reach 5%" + "," * 1_000_000),
    "a long line": ("markdown", LABELLED + "word " * 200_000),
    "a long word": ("markdown", LABELLED + "x" * 1_000_000),
    "a long Chinese line": ("markdown", LABELLED + "目标，" * 100_000),
    "a long cell": ("csv", "Objective,Key Result,Notes\nGrow,Reach 5%," + "x" * 1_000_000),
    "a long string": ("json", '{"objective": "Grow", "key_results": ["Reach 5%"], "note": "' + "x" * 1_000_000 + '"}'),
    "a NUL": ("markdown", LABELLED + "\x00"),
    "an escaped NUL": ("json", '{"objective": "Grow", "key_results": ["Reach 5%"], "note": "\\u0000"}'),
    "a lone surrogate": ("markdown", LABELLED + "次週 \ud83d 留存\n"),
    "an escaped surrogate": ("json", '{"objective": "Grow", "key_results": ["Reach 5%"], "note": "\\udc00 \\ud83d"}'),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_is_odd_or_large_is_read_with_the_okrs_beside_it(name: str) -> None:
    (objective,) = read(*READ[name]).objectives
    (result,) = objective.key_results
    assert (objective.text.value, result.text.value[:8]) == ("Grow", "Reach 5%")


@pytest.mark.parametrize("format", ["markdown", "html", "org", "rst"])
def test_that_a_table_of_okrs_is_wider_than_is_read_is_told(format: str) -> None:
    cells = ["Objective", "Key Result", *["x"] * 99], ["Grow", "Reach 5%", *["y"] * 99]
    rows = ["| " + " | ".join(row) + " |" for row in cells]
    html = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in cells)
    text = {
        "markdown": "\n".join((rows[0], "|-" * 101 + "|", rows[1])),
        "html": f"<table>{html}</table>",
        "org": "\n".join((rows[0], "|-", rows[1])),
        "rst": ".. csv-table:: OKRs\n\n" + "\n".join("   " + ",".join(row) for row in cells),
    }[format]
    (problem,) = read(format, text).problems
    assert (problem.code, problem.message.en[:20]) == ("EN003", "no more than 64 colu")


NUMBERS = ("1e999", "-1e999", LONG_NUMBER, f"1/{LONG_NUMBER}", "1/0", "NaN", "9" * 400 + "%", "９" * 5_000, "亿" * 500)
DATES = ("0000-00-00", "2026-99-99", "2026年13月1日", f"{LONG_NUMBER}-01-01", "12/31/99999", "Q9 9999")
FORMATS = {
    "markdown": "# OKR\n\n## O1: Grow\n\n- KR1: Reach 5%\n  - {name}: {value}\n",
    "yaml": "objective: Grow\nkey_results:\n- title: Reach 5%\n  {name}: {value}\n",
    "json": '{{"objective": "Grow", "key_results": [{{"title": "Reach 5%", "{name}": "{value}"}}]}}',
    "toml": 'objective = "Grow"\n[[key_results]]\ntitle = "Reach 5%"\n{name} = "{value}"\n',
    "csv": "Objective,Key Result,{name}\nGrow,Reach 5%,{value}\n",
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("value", NUMBERS, ids=lambda value: value[:12])
def test_a_number_that_is_none_has_no_value(format: str, value: str) -> None:
    for name in ("confidence", "weight", "score", "target", "baseline"):
        ((result,),) = (o.key_results for o in read(format, FORMATS[format].format(name=name, value=value)).objectives)
        ratings = (result.confidence, result.weight, result.score)
        quantities = (result.metric.target, result.metric.baseline) if result.metric else ()
        for found in (*ratings, *quantities):
            assert found is None or found.value is None or math.isfinite(found.value)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("value", DATES, ids=lambda value: value[:12])
def test_a_day_that_is_none_is_told_as_such(format: str, value: str) -> None:
    ((result,),) = (o.key_results for o in read(format, FORMATS[format].format(name="due", value=value)).objectives)
    assert result.deadline
    assert result.deadline.value is None
    assert result.deadline.problem in ("invalid", "unread")


def test_json_numbers_of_any_length_are_read() -> None:
    text = f'{{"objective": "Grow", "key_results": [{{"title": "Reach 5%", "weight": {LONG_NUMBER}, "x": 1e999}}]}}'
    assert read("json", text).objectives[0].key_results[0].weight
