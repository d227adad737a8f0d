"""`okrlint graph`: what supports what, drawn."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from okrlint.cli.main import main

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]
ROOT = Path(__file__).parents[2]

COMPANY = "# Company OKRs 2026-Q2\n\n## O1: Delight newcomers\n\n- KR1: Raise NPS from 10 to 40 by 2026-06-30\n"
TEAM = """# Growth OKRs 2026-Q2

## O1: Be loved

Supports: company.md#O1

- KR1: Launch it
- KR2: Raise visits from 4 to 9
  - Supports: company.md#KR1

## O2: Be found

Supports: company.md#O7

- KR1: Raise visits from 4 to 9
"""
ONLY = ("--select", "KW002,AL002")


@pytest.fixture
def project(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    write("company.md", COMPANY)
    write("growth.md", TEAM)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def data(*arguments: str) -> dict[str, Any]:
    done = CliRunner().invoke(main, ["graph", "--format", "json", *ONLY, *arguments])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def texts(graph: dict[str, Any]) -> list[str]:
    return [node["text"] for node in graph["nodes"]]


@pytest.mark.usefixtures("project")
def test_a_graph_has_objectives_links_and_what_is_missing() -> None:
    graph = data(".")
    kinds = {node["text"]: node["kind"] for node in graph["nodes"]}
    assert kinds == {
        "Delight newcomers": "objective",
        "Raise NPS from 10 to 40 by 2026-06-30": "key_result",
        "Be loved": "objective",
        "Raise visits from 4 to 9": "key_result",
        "Be found": "objective",
        "company.md#O7": "missing",
    }
    said = {
        (graph["nodes"][link["from"]]["text"], graph["nodes"][link["to"]]["text"], link["kind"])
        for link in graph["links"]
    }
    assert said == {
        ("Be loved", "Delight newcomers", "supports"),
        ("Raise visits from 4 to 9", "Raise NPS from 10 to 40 by 2026-06-30", "supports"),
        ("Be found", "company.md#O7", "missing"),
    }


@pytest.mark.usefixtures("project")
def test_nodes_have_their_worst_finding_and_that_of_hidden_key_results() -> None:
    by_text = {node["text"]: node["severity"] for node in data(".")["nodes"]}
    assert (by_text["Be loved"], by_text["Be found"], by_text["Delight newcomers"]) == ("error", "error", None)
    every = data("--key-results")
    by_text = {node["text"]: node["severity"] for node in every["nodes"]}
    assert (by_text["Be loved"], by_text["Launch it"]) == (None, "error")
    plain = data("--no-findings")
    assert plain["findings"] is False
    assert {node["severity"] for node in plain["nodes"]} == {None}
    assert texts(plain) == texts(data("."))


@pytest.mark.usefixtures("project")
def test_links_are_drawn_where_no_rule_looks_at_them() -> None:
    done = CliRunner().invoke(main, ["graph", "--select", "KW002", "--format", "json"])
    assert len(json.loads(done.stdout)["links"]) == 3


@pytest.mark.usefixtures("project")
def test_groups() -> None:
    assert [group["name"] for group in data(".")["groups"]] == ["Company OKRs 2026-Q2", "Growth OKRs 2026-Q2"]
    assert [group["name"] for group in data("--group", "cycle")["groups"]] == ["2026-Q2"]
    assert data("--group", "none")["groups"] == []
    assert len(data("--group", "document")["groups"]) == 2


@pytest.mark.usefixtures("project")
def test_a_root_leaves_what_is_above_and_below() -> None:
    everything = {"Be loved", "Delight newcomers", "Raise visits from 4 to 9", "Raise NPS from 10 to 40 by 2026-06-30"}
    assert set(texts(data("--root", "growth O1"))) == everything
    assert set(texts(data("--root", "company.md"))) == {*everything, "company.md#O7", "Be found"}
    assert texts(data("--root", "Be found")) == ["Be found", "company.md#O7"]
    done = CliRunner().invoke(main, ["graph", "--root", "O77"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nothing here is called 'O77'" in done.stderr


@pytest.mark.usefixtures("project")
def test_a_file_brings_along_what_it_names_and_no_more(project: Path) -> None:
    (project / "company.md").write_text(COMPANY + "\n## O2: Unnamed\n\n- KR1: Raise 4 to 9\n", "utf-8")
    assert "Unnamed" not in texts(data("growth.md"))
    assert "Delight newcomers" in texts(data("growth.md"))


def test_formats_by_ending(project: Path, okrlint: Run) -> None:
    for name, begin in (("a.svg", "<svg "), ("a.dot", "digraph "), ("a.json", "{"), ("a.mmd", "flowchart ")):
        assert okrlint("graph", "--output", name).returncode == 0
        assert (project / name).read_text("utf-8").startswith(begin)


def test_what_cannot_be_read_is_told_and_the_rest_is_drawn(project: Path, okrlint: Run) -> None:
    done = okrlint("graph", "company.md", "none.md")
    assert done.returncode == 2
    assert "none.md" in done.stderr
    assert "Delight newcomers" in done.stdout


def test_standard_input_is_refused(okrlint: Run) -> None:
    assert okrlint("graph", "-", stdin="x").returncode == 2


def test_languages(project: Path, okrlint: Run) -> None:
    assert "OKR 对齐图" in okrlint("graph", "--format", "svg", "--lang", "zh").stdout
    assert "Alignment of OKRs" in okrlint("graph", "--format", "svg").stdout


def test_an_empty_folder_gives_a_picture_of_nothing(okrlint: Run) -> None:
    for name in ("mermaid", "svg"):
        done = okrlint("graph", "--format", name)
        assert (done.returncode, "nothing to draw" in done.stdout) == (0, True)


@pytest.mark.parametrize("page", ["graph.md", "graph.zh.md"])
def test_the_picture_of_the_page_is_what_its_command_gives(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str
) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / page).read_text("utf-8")
    (command,) = re.findall(r"^\$ okrlint (graph .*)$", text, re.MULTILINE)
    *arguments, picture = command.split()
    done = CliRunner().invoke(main, [*arguments, str(tmp_path / "graph.svg")])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "graph.svg").read_bytes() == (ROOT / picture).read_bytes()
