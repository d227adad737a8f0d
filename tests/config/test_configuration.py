"""Configuration files: found, validated, and what they change."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrlint import ConfigError, Linter, lint_paths, lint_text
from okrlint.config.discovery import find, load

Write = Callable[[str, str | bytes], Path]
TEXT = (
    "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n- KR2: Double sign-ups\n"
)


def codes(config: Any) -> list[str]:
    return [finding.code for finding in lint_text(TEXT, config=config).findings]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("okrlint.toml", 'select = ["KW002"]'),
        (".okrlint.yaml", "select: [KW002]"),
        ("pyproject.toml", '[project]\nname = "x"\n[tool.okrlint]\nselect = ["KW002"]'),
    ],
)
def test_the_nearest_file_upward_counts(write: Write, tmp_path: Path, name: str, content: str) -> None:
    write(name, content)
    path = write("okr/2026/q2.md", TEXT)
    assert find(str(path)) == str(tmp_path.resolve() / name)
    assert [finding.code for finding in lint_paths([path]).findings] == ["KW002"]
    write("okr/okrlint.toml", 'select = ["OB"]')
    assert lint_paths([path]).findings == ()


def test_a_pyproject_without_our_table_does_not_count(write: Write, tmp_path: Path) -> None:
    write("pyproject.toml", "[project]\nname = 'x'\n# see tool.okrlint\n")
    write("okrlint.toml", "")
    assert find(str(tmp_path)) == str(tmp_path.resolve() / "okrlint.toml")


def test_an_explicit_configuration_is_the_only_one(write: Write) -> None:
    write("okrlint.toml", 'select = ["OB"]')
    other = write("other/strict.toml", 'select = ["KW002"]')
    path = write("q2.md", TEXT)
    assert [finding.code for finding in lint_paths([path], config=other).findings] == ["KW002"]


def test_select_ignore_severity_and_options() -> None:
    assert codes({"select": ["KW"], "ignore": ["KW002"]}) == ["KW001"]
    assert codes({"select": ["KW001"], "options": {"KW001": {"accept-relative": False}}}) == ["KW001", "KW001"]
    assert "KW002" in codes(None)
    assert "KW002" not in codes({"severity": {"kr-is-activity": "off"}})
    report = lint_text(TEXT, config={"select": ["KW002"], "severity": {"KW": "info"}})
    assert [finding.severity.label for finding in report.findings] == ["info"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"selcet": ["KW"]}, "unknown key 'selcet'; did you mean 'select'?"),
        ({"select": "KW"}, "select"),
        ({"select": ["KW9"]}, "unknown rule 'KW9'"),
        ({"preset": "gogle"}, "unknown preset 'gogle'"),
        ({"options": {"KW001": {"accept_relativ": True}}}, "did you mean 'accept_relative'?"),
        ({"options": {"KW001": {"accept_relative": "many"}}}, "accept_relative"),
        ({"options": {"KW999": {}}}, "unknown rule 'KW999'"),
        ({"fail-on": "sometimes"}, "fail-on"),
        ({"fiscal-year-start": 13}, "fiscal-year-start"),
        ({"lexicon": {"inspirin": ["x"]}}, "did you mean 'inspiring'?"),
    ],
)
def test_what_is_unknown_is_refused_with_the_nearest(table: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Linter(table)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content"), [("okrlint.toml", "select = ["), (".okrlint.yaml", "a: [\n"), ("okrlint.toml", b"\xff")]
)
def test_a_broken_file_is_refused_with_its_name(write: Write, name: str, content: str | bytes) -> None:
    path = write(name, content)
    with pytest.raises(ConfigError, match=name):
        load(str(path))


def test_overrides_win_over_the_file(write: Write) -> None:
    write("okrlint.toml", 'select = ["OB"]\nlang = "zh"')
    path = write("q2.md", TEXT)
    report = Linter(overrides={"select": ("KW002",), "lang": "en"}).lint_paths([path])
    assert [(finding.code, finding.language) for finding in report.findings] == [("KW002", "en")]


def test_a_lexicon_can_be_extended() -> None:
    text = "# Q2 2026\n\n## O1: Improve the zorblax\n\n- KR1: 900 sign-ups\n"
    assert any(finding.code == "OB003" for finding in lint_text(text, config={"select": ["OB003"]}).findings)
    config = {"select": ["OB003"], "lexicon": {"inspiring": ["zorblax"]}}
    assert lint_text(text, config=config).findings == ()
