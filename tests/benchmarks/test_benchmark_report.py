"""Figures become tables and pictures, in both languages."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import report
from figures import FiguresError, load
from lxml import etree
from tables import tables

SVG = "{http://www.w3.org/2000/svg}"


def row(tool: str, kind: str, walls: list[float], how: str = "", exit: int = 1, **more: Any) -> dict[str, Any]:
    taken = [{"wall": wall, "cpu": wall / 2, "memory": 20.0, "exit": exit} for wall in walls]
    return {"tool": tool, "how": how, "kind": kind, "files": 1, "size": 1700, "taken": taken, "stopped": None} | {
        "output": "",
        **more,
    }


def results(*rows: dict[str, Any], case: str = "start") -> dict[str, Any]:
    return {
        "machine": {"processor": "Abacus", "cores": 2, "memory": 24, "system": "Linux"},
        "versions": {"okrlint": "9.9", "yamllint": "1.2.3"},
        "cases": {case: {"began": "2026-05-15T10:00:00+00:00", "load": 0.1, "rows": list(rows)}},
        "parts": {"english": {"parts": {"reading": 3.0, "all rules": 1.0}, "rules": {"KW001 some-name": 1.0}}},
    }


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A file of figures."""
    path = tmp_path / "results.json"
    rows = [
        row("python", "", [0.01, 0.01, 0.01], exit=0),
        row("okrlint", "english", [0.1, 0.2, 0.9]),
        row("okrlint", "english", [0.01, 0.02, 0.09], "warm"),
        row("proselint", "english", [0.2, 0.4, 0.4]),
        row("markdownlint-cli2", "english", [0.1], exit=2, output="broken"),
        row("textlint", "english", [], stopped=60),
        row("okrlint", "yaml", [0.3]),
        row("yamllint", "yaml", [0.1]),
    ]
    path.write_text(json.dumps(results(*rows)), encoding="utf-8")
    return path


def cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]


def test_ratio_is_the_median_of_runs_side_by_side(written: Path) -> None:
    made = cells(tables(load([written]), "en")["start"])
    assert made[0] == ["What is read", "Beside", "no cache", "warm cache", "CPU time", "Memory"]
    assert ["English Markdown", "proselint", "0.50", "0.050", "0.50", "1.0"] in made


def test_what_was_stopped_is_a_bound_and_what_failed_has_no_ratio(written: Path) -> None:
    made = tables(load([written]), "en")
    ratios = {line[1]: line for line in cells(made["start"])}
    assert ratios["textlint (4 rules)"][2:] == ["< 0.0033", "< 0.0003", "–", "–"]
    assert "markdownlint-cli2" not in ratios
    times = {line[1]: line for line in cells(made["start-times"])}
    assert times["markdownlint-cli2"][-1] == "**2**"
    assert times["textlint (4 rules)"][2:4] == ["0", "stopped after 60 s"]
    assert times["okrlint, no cache"][3:6] == ["300 ms", "300 ms", "300 ms"]


def test_aims_are_compared_with_what_was_reached(written: Path) -> None:
    made = cells(tables(load([written]), "en")["aims"])
    assert ["English file: time, to yamllint's on YAML", "1.9", "1.00", "yes"] in made
    assert ["English file, warm cache: time, to yamllint's on YAML", "1", "0.10", "yes"] in made
    assert ["10,000 English files: warm cache, to none", "0.15", "–", "not measured"] in made


def test_growth_is_told_beside_the_smallest(tmp_path: Path) -> None:
    rows = [
        row("okrlint", "chinese", [wall], size=size, exit=0) for wall, size in ((1.0, 1_000_000), (15.0, 10_000_000))
    ]
    path = tmp_path / "large.json"
    path.write_text(json.dumps(results(*rows, case="large")), encoding="utf-8")
    made = tables(load([path]), "zh")
    assert cells(made["growth"])[-1] == ["中文 Markdown", "okrlint", "10 MB", "15.0 秒", "1.50 秒", "1.5"]
    assert cells(made["aims"])[-1][1:] == ["1.2", "1.50", "**否**"]


def test_a_plan_is_made_of_what_was_measured(tmp_path: Path) -> None:
    rows = [
        row("okrlint", "english", [wall], how, size=15_000_000, files=10_000)
        for wall, how in ((20.0, "jobs 1"), (11.0, "jobs 2"), (1.0, "warm"))
    ]
    path = tmp_path / "many.json"
    path.write_text(json.dumps(results(*rows, case="ten-thousand")), encoding="utf-8")
    made = cells(tables(load([path]), "en")["plan"])
    assert made[2] == ["English Markdown", "500", "1.5 hours", "23 minutes", "5.7 minutes", "17 minutes"]


def test_parts_are_shares(written: Path) -> None:
    made = tables(load([written]), "zh")
    assert cells(made["parts"])[2:] == [["读取", "75.0%"], ["全部规则", "25.0%"]]
    assert cells(made["rules"])[2:] == [["KW001 some-name", "25.0%"]]


def test_cases_of_several_files_come_together(written: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.json"
    more.write_text(json.dumps(results(row("okrlint", "yaml", [1.0]), case="thousand")), encoding="utf-8")
    assert load([written, more]).cases.keys() == {"start", "thousand"}


def test_pages_are_filled_in_both_languages(written: Path, tmp_path: Path) -> None:
    for page in (page for pages in report.PAGES.values() for page in pages):
        text = (report.DOCS / page).read_text(encoding="utf-8")
        (tmp_path / page).write_text(text, encoding="utf-8")
    assert report.main([str(written), "--docs", str(tmp_path)]) == 0
    for language, picture in report.PICTURES.items():
        page = report.PAGES[language][0]
        text = (tmp_path / page).read_text(encoding="utf-8")
        assert "Abacus" in text
        assert "proselint" in text
        image = etree.parse(tmp_path / picture).getroot()
        assert len(image.findall(f"{SVG}circle")) == 7  # two peers with a warm cache, one without, and the legend
        width = float(image.get("width", 0))
        for words in image.findall(f"{SVG}text"):
            assert 0 < float(words.get("x", 0)) < width
    before = (tmp_path / "performance.md").read_text(encoding="utf-8")
    assert report.main([str(written), "--docs", str(tmp_path)]) == 0
    assert (tmp_path / "performance.md").read_text(encoding="utf-8") == before


def test_pages_have_a_place_for_each_table(written: Path) -> None:
    made = tables(load([written]), "en").keys()
    for pages in report.PAGES.values():
        text = "".join((report.DOCS / page).read_text(encoding="utf-8") for page in pages)
        assert set(re.findall(r"<!-- figures: ([\w-]+) -->", text)) == made


def test_place_for_a_table_that_there_is_not_is_told() -> None:
    with pytest.raises(FiguresError, match=r"a\.md: there are no figures aim; there are aims"):
        report.filled("<!-- figures: aim -->\n<!-- /figures -->", {"aims": ""}, "a.md")
    with pytest.raises(FiguresError, match="has no place for a table"):
        report.filled("# Performance\n", {"aims": ""})


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"cases": {"start": 1}}'])
def test_file_without_figures_is_told(content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "results.json"
    path.write_text(content, encoding="utf-8")
    assert report.main([str(path)]) == 2
    assert "results.json: holds no figures of run.py" in capsys.readouterr().err
