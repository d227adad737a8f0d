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
    write("okr/okrlint.toml", 'select = ["OB001"]')
    assert lint_paths([path]).findings == ()


def test_a_pyproject_without_our_table_does_not_count(write: Write, tmp_path: Path) -> None:
    write("okrlint.toml", "")
    write("sub/pyproject.toml", "[project]\nname = 'x'\n# see tool.okrlint\n")
    assert find(str(tmp_path / "sub")) == str(tmp_path.resolve() / "okrlint.toml")


@pytest.mark.parametrize("content", ['[tool]\nokrlint = {select = ["OB001"]}', '[tool."okrlint"]\nselect = ["OB001"]'])
def test_our_table_counts_however_it_is_spelled(write: Write, content: str) -> None:
    write("pyproject.toml", content)
    assert lint_paths([write("q2.md", TEXT)]).findings == ()


def test_a_pyproject_named_explicitly_must_have_our_table(write: Write) -> None:
    with pytest.raises(ConfigError, match=r"no table \[tool.okrlint\]"):
        Linter(write("pyproject.toml", "tool = 3"))


def test_within_a_folder_one_file_counts(write: Write, tmp_path: Path) -> None:
    write("pyproject.toml", '[tool.okrlint]\nselect = ["OB001"]')
    write(".okrlint.yaml", "select: [KW001]")
    write("okrlint.toml", 'select = ["KW002"]')
    assert find(str(tmp_path)) == str(tmp_path.resolve() / "okrlint.toml")


def test_an_explicit_configuration_is_the_only_one(write: Write) -> None:
    write("okrlint.toml", 'select = ["OB001"]')
    other = write("other/strict.toml", 'select = ["KW002"]')
    path = write("q2.md", TEXT)
    assert [finding.code for finding in lint_paths([path], config=other).findings] == ["KW002"]


def test_select_ignore_severity_and_options() -> None:
    assert set(codes({"select": ["KW00"]})) - set(codes({"select": ["KW00"], "ignore": ["KW002"]})) == {"KW002"}
    assert codes({"select": ["KW001"], "options": {"KW001": {"accept-relative": False}}}) == ["KW001", "KW001"]
    assert "KW002" in codes(None)
    assert "KW002" not in codes({"severity": {"kr-is-activity": "off"}})
    report = lint_text(TEXT, config={"select": ["KW002"], "severity": {"KW": "info"}})
    assert [finding.severity.label for finding in report.findings] == ["info"]


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ({"KW": "error", "ALL": "info"}, "error"),  # whatever their length or order
        ({"kr-is-activity": "hint", "KW": "error", "ALL": "info"}, "hint"),
        ({"KW": "off", "KW002": "warning"}, "warning"),
        ({"KW": "warning", "KW002": "off"}, None),
    ],
)
def test_the_more_precise_selector_decides_on_severity(severity: dict[str, str], expected: str | None) -> None:
    found = lint_text(TEXT, config={"severity": severity}).findings
    assert {finding.severity.label for finding in found if finding.code == "KW002"} == {expected} - {None}


def test_a_rule_asked_for_more_precisely_than_it_is_switched_off_runs() -> None:
    assert codes({"select": ["KW002"], "severity": {"KW": "off"}}) == ["KW002"]
    assert "KW002" not in codes({"select": ["KW"], "severity": {"KW002": "off"}})


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
        ({"options": {"ST003": {"max": "4"}}}, "max: Input should be a valid integer (is: '4')"),
        ({"options": {"ST003": {"max": True}}}, "max"),
        ({"options": {"OW003": {"max-owners": 0}}}, "max_owners: Input should be greater than or equal to 1 (is: 0)"),
        ({"options": {"KW011": {"min_relative_change": 1.5}}}, "less than or equal to 1"),
        ({"options": {"KW": {"accept_relative": True}}}, "given to one rule"),
        ({"select": ["KW"], "options": {"ST003": {"mox": 4}}}, "did you mean 'max'?"),  # though it does not run
        ({"select": "x" * 10_000}, "..."),
        ({"fail-on": "sometimes"}, "fail-on"),
        ({"fiscal-year-start": 13}, "fiscal-year-start"),
        ({"timezone": "Asia/Shangai"}, "no such time zone; did you mean 'Asia/Shanghai'?"),
        ({"timezone": "../etc/passwd"}, "no such time zone"),
        ({"timezone": 8}, "timezone"),
        ({"lexicon": {"inspirin": ["x"]}}, "did you mean 'inspiring'?"),
    ],
)
def test_what_is_unknown_is_refused_with_the_nearest(table: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Linter(table)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("okrlint.toml", "select = ["),
        ("okrlint.toml", b"\xff"),
        ("okrlint.toml", f"x = {'[' * 5000}"),
        ("okrlint.toml", f"fiscal-year-start = {'9' * 5000}"),
        ("okrlint.toml", b"#" * 1_000_001),
        ("pyproject.toml", "[tool.okrlint"),
        ("pyproject.toml", "[tool]\nokrlint = 3"),
        (".okrlint.yaml", "a: [\n"),
        (".okrlint.yaml", "- KW"),
        (".okrlint.yaml", "1: KW"),
        (".okrlint.yaml", "select: 2026-13-45"),
        (".okrlint.yaml", f"select: {'[' * 5000}{']' * 5000}"),
        (".okrlint.yaml", "ignore: &a [KW]\nselect: *a"),
    ],
    ids=lambda value: str(value[:20]),
)
def test_a_broken_file_is_refused_with_its_name(write: Write, name: str, content: str | bytes) -> None:
    path = write(name, content)
    with pytest.raises(ConfigError, match=name):
        load(str(path))


def test_what_is_wrong_with_overrides_is_not_laid_to_the_file(write: Write) -> None:
    for config in (None, write("okrlint.toml", 'select = ["OB001"]')):
        with pytest.raises(ConfigError, match=r"^command line: unknown rule 'KX001'"):
            Linter(config, overrides={"select": ("KX001",)}).settings("q2.md")


def test_overrides_win_over_the_file(write: Write) -> None:
    write("okrlint.toml", 'select = ["OB001"]\nlang = "zh"')
    path = write("q2.md", TEXT)
    report = Linter(overrides={"select": ("KW002",), "lang": "en"}).lint_paths([path])
    assert [(finding.code, finding.language) for finding in report.findings] == [("KW002", "en")]


def test_a_lexicon_can_be_extended() -> None:
    text = "# Q2 2026\n\n## O1: Improve the zorblax\n\n- KR1: 900 sign-ups\n"
    config: dict[str, Any] = {"select": ["OB003"], "min-confidence": "low"}
    assert any(finding.code == "OB003" for finding in lint_text(text, config=config).findings)
    config = {**config, "lexicon": {"inspiring": ["zorblax"]}}
    assert lint_text(text, config=config).findings == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('select = "KW"', "1: select: write a list, in square brackets (is: 'KW')"),
        ("lang = true", "(is: true)"),
        ("[severity]\nKW001 = {severity = 'error', from = 2026-10-01T10:00:00}", "(is: 2026-10-01T10:00:00)"),
        ("[options.XX001]\nmax = 3", "okrlint.toml:2: unknown rule 'XX001'"),
        ("[per-path]\npaths = ['a/']", "1: per-path: write a list of tables"),
        ("[[per-path]]\npaths = []", "2: per-path.paths: name at least one (is: [])"),
        (
            "[[per-path]]\npaths = ['a/']\nbaseline = 'b'",
            "3: per-path: unknown key 'baseline' here; it is for all files",
        ),
        ("[tool.okrlint]\nlang = 'en'", "1: unknown key 'tool'; in this file the keys stand by themselves"),
        ("[okrlint]\nlang = 'en'", "1: unknown key 'okrlint'; in this file the keys stand by themselves"),
        ("[severity", "1: not valid TOML: Expected ']' at the end of a table declaration"),
        ("[lexicon]\nbuzzwords = ['!']", "2: lexicon.buzzwords: there is no word here"),
        ("[lexicon]\nbuzzwords = ['a', ' ']", "2: lexicon.buzzwords: there is no word here"),
    ],
)
def test_mistakes_that_are_often_made_are_told_in_plain_words(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write("okrlint.toml", text)
    with pytest.raises(ConfigError) as caught:
        Linter("okrlint.toml")
    assert said in str(caught.value)
    for jargon in ("Expected ']' at the end of a table declaration):", "PerPath", "exclude the file", "None"):
        assert jargon not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1: 2", ".okrlint.yaml:1: 1: a key is a word"),
        ("per-path:\n  - a", ".okrlint.yaml:2: per-path: Input should be a table (is: 'a')"),
        ("lang:", "(is: null)"),
        ("[" * 5000, ".okrlint.yaml: nested more than 20 deep"),
    ],
    ids=lambda value: value[:9],
)
def test_mistakes_in_yaml(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    write(".okrlint.yaml", text)
    with pytest.raises(ConfigError) as caught:
        Linter(".okrlint.yaml")
    assert said in str(caught.value)
