"""Every format takes any words, and shows all that there is."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from time import process_time

import pytest
from graphs import HOSTILE, graph, hostile
from jsonschema import Draft202012Validator
from lxml import etree

from okrlint.cli.schema import schema_of
from okrlint.graphing import dot, mermaid, svg
from okrlint.graphing import json as as_json
from okrlint.graphing.interface import Graph
from okrlint.graphing.words import lines_of
from okrlint.reporting.width import width

SVG = "{http://www.w3.org/2000/svg}"
EMPTY = Graph((), (), ())


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


@pytest.mark.parametrize("drawn", [EMPTY, hostile(), graph(40), graph(40, language="zh"), graph(40, grouping="none")])
def test_an_svg_is_whole_and_holds_nothing_that_runs_or_is_fetched(drawn: Graph) -> None:
    text = svg.render(drawn)
    root = parsed(text)
    assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    allowed = {"svg", "title", "desc", "style", "rect", "text", "tspan", "g", "path"}
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= allowed
    names = {name for each in root.iter() for name in each.keys()}  # noqa: SIM118 - an element is no mapping
    assert not [name for name in names if name.startswith("on") or "href" in name]
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("drawn", [hostile(), graph(40), graph(40, language="zh")])
def test_an_svg_has_all_words_of_each_node(drawn: Graph) -> None:
    titles = [each.text or "" for each in parsed(svg.render(drawn)).iter(f"{SVG}title")]
    for node in drawn.nodes:
        assert any(node.text in title for title in titles)


def test_each_node_of_an_svg_has_a_card_within_the_picture() -> None:
    drawn = graph(60)
    root = parsed(svg.render(drawn))
    right, bottom = float(root.get("width", 0)), float(root.get("height", 0))
    cards = [
        each for each in root.iter(f"{SVG}rect") if re.match("[kd]", each.get("class", "")) and each.get("y") != "1"
    ]
    assert len(cards) == len(drawn.nodes)
    for card in cards:
        assert 0 <= float(card.get("x", -1)) < float(card.get("x", 0)) + float(card.get("width", 0)) <= right
        assert 0 <= float(card.get("y", -1)) < float(card.get("y", 0)) + float(card.get("height", 0)) <= bottom


def test_a_thousand_objectives_are_drawn_soon_and_in_less_than_two_megabytes() -> None:
    drawn = graph(1_000, language="zh")
    start = process_time()
    text = svg.render(drawn)
    assert process_time() - start < 2
    assert len(text.encode()) < 2_000_000


def test_the_same_graph_gives_the_same_bytes() -> None:
    for module in (svg, mermaid, dot, as_json):
        assert module.render(graph(100)) == module.render(graph(100))


@pytest.mark.parametrize("scheme", [0, 1])
def test_colours_can_be_told_from_what_they_stand_on(scheme: int) -> None:
    colour = {name: both[scheme] for name, both in svg.PALETTE.items()}
    cards = ["card", "paper", "frame", "error-card", "warning-card", "info-card", "hint-card"]
    for card in cards:
        assert contrast(colour["ink"], colour[card]) >= 7
    assert contrast(colour["soft"], colour["paper"]) >= 4.5
    for name in ("line", "rim", "error", "warning", "info", "hint"):
        assert contrast(colour[name], colour["paper"]) >= 3
        assert contrast(colour[name], colour[f"{name}-card" if f"{name}-card" in colour else "frame"]) >= 3


def test_each_severity_has_a_mark_of_its_own() -> None:
    assert len(set(svg._MARKS.values())) == len(set(mermaid.MARK.values())) == 4


@pytest.mark.parametrize(
    "text", [*HOSTILE, "让广告带来的注册成本在第二季度结束之前降到同行的一半以下，并且让每一位同事都能说清楚"]
)
@pytest.mark.parametrize("taken", [0, 3])
def test_lines_have_room(text: str, taken: int) -> None:
    lines = lines_of(text, 30, 3, taken)
    assert 1 <= len(lines) <= 3
    assert all(width(line) + (taken if at == 0 else 0) <= 30 for at, line in enumerate(lines))
    joined = "".join(lines).replace(" ", "")
    assert joined == text.replace(" ", "") or (joined.endswith("…") and text.replace(" ", "").startswith(joined[:-1]))


def statements(text: str) -> Iterator[str]:
    """Yield the kind of each line of a flowchart; one that is none of these fails."""
    label = r'"(?:[^"\\`<>&#]|<br/>|#\w+;)*"'
    grammar = {
        "begin": r"flowchart BT",
        "group": rf" +subgraph g\d+\[{label}\]",
        "end": r" +end",
        "node": rf" +n\d+(?:\[{label}\]|\({label}\)|\[\[{label}\]\]|\{{\{{{label}\}}\}})",
        "link": r" +n\d+ (?:---|-->|-\.->|-\.-x) n\d+",
        "style": r" +classDef [a-z]+ [\w:#, -]+",
        "class": r" +class n\d+(?:,n\d+)* [a-z]+",
    }
    for line in text.splitlines():
        (kind,) = [name for name, pattern in grammar.items() if re.fullmatch(pattern, line)]
        yield kind


@pytest.mark.parametrize("drawn", [EMPTY, hostile(), graph(40), graph(40, grouping="none")])
def test_mermaid_is_of_its_grammar_alone(drawn: Graph) -> None:
    found = list(statements(mermaid.render(drawn)))
    assert found.count("node") == max(1, len(drawn.nodes))
    assert found.count("group") == found.count("end") == len(drawn.groups)
    assert found.count("link") == len(drawn.edges) + sum(node.parent is not None for node in drawn.nodes)


def test_mermaid_tells_its_limits() -> None:
    small, large = graph(40), graph(1_000)
    assert mermaid.excess(small, mermaid.render(small)) == []
    assert [each.rpartition("(")[2] for each in mermaid.excess(large, mermaid.render(large))] == [
        "maxEdges)",
        "maxTextSize)",
    ]


@pytest.mark.parametrize("drawn", [EMPTY, hostile(), graph(40)])
def test_dot_is_of_its_grammar_alone(drawn: Graph) -> None:
    text = dot.render(drawn)
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    assert set(bare) <= set('\n "{}[]=,->_;.#') | set(map(chr, range(48, 58))) | set(map(chr, range(65, 123)))
    assert bare.count("{") == bare.count("}") == 1 + len(drawn.groups)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("drawn", [EMPTY, hostile(), graph(40)])
def test_graphviz_reads_dot(drawn: Graph) -> None:
    done = subprocess.run(["dot", "-Tplain"], input=dot.render(drawn).encode(), capture_output=True, check=True)
    assert len(re.findall(rb"^node ", done.stdout, re.MULTILINE)) == len(drawn.nodes)
    assert b"error" not in done.stderr.lower()


@pytest.mark.parametrize("drawn", [EMPTY, hostile(), graph(40), graph(40, grouping="cycle", language="zh")])
def test_json_is_as_its_schema_says_and_has_no_more(drawn: Graph) -> None:
    schema = schema_of("graph")
    for part in (schema, *schema["$defs"].values()):
        part["additionalProperties"] = False
    Draft202012Validator(schema).validate(json.loads(as_json.render(drawn)))


def test_json_has_everything() -> None:
    drawn = graph(20)
    data = json.loads(as_json.render(drawn))
    assert data["version"] == 1
    assert [node["text"] for node in data["nodes"]] == [node.text for node in drawn.nodes]
    assert [(link["from"], link["to"], link["kind"]) for link in data["links"]] == list(drawn.edges)
