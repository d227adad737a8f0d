"""Values for some files, and severities from a day on."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrlint import ConfigError, Linter, Settings
from okrlint.config.lookup import Lookup
from okrlint.config.settings import DatedSeverity, PathOverride

Write = Callable[[str, str | bytes], Path]
TEXT = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"


@pytest.fixture(autouse=True)
def in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


CONFIG = """
severity = {KW = "warning"}
options = {ST003 = {max = 4}}

[[per-path]]
paths = ["drafts/", "*.draft.md"]
lang = "zh"
severity = {KW002 = "info"}
options = {ST003 = {target = 2}}

[[per-path]]
paths = ["drafts/late/"]
lang = "en"
select = ["KW002"]
"""


def test_entries_are_merged_in_their_order(write: Write) -> None:
    write("okrlint.toml", CONFIG)
    write("drafts/late/q3.md", TEXT)
    lookup = Lookup()
    plain, draft, late = (lookup.settings(path) for path in ("q1.md", "drafts/q2.md", "drafts/late/q3.md"))
    assert (plain.lang, plain.select, plain.severity) == ("auto", None, {"KW": "warning"})
    assert (draft.lang, draft.select, draft.severity) == ("zh", None, {"KW": "warning", "KW002": "info"})
    assert draft.options == {"ST003": {"max": 4, "target": 2}}
    assert (late.lang, late.select, late.severity["KW002"]) == ("en", ("KW002",), "info")
    assert late.origins["lang"] == "okrlint.toml:13 (per-path)"
    assert late.origins["options.ST003.max"] == "okrlint.toml:3"
    assert lookup.settings("x.draft.md").lang == "zh"
    assert lookup.settings("drafts").lang == "zh"
    assert lookup.settings("drafts/late").lang == "en"
    assert lookup.settings("drafts/q2.md") is lookup.settings("drafts/other.md")


def test_a_link_to_a_folder_is_where_it_leads_to(write: Write, tmp_path: Path) -> None:
    write("real/okrlint.toml", CONFIG)
    write("real/drafts/q2.md", TEXT)
    (tmp_path / "link").symlink_to("real")
    assert Lookup().settings("link/drafts/q2.md").lang == "zh"
    assert Lookup("link/okrlint.toml").settings("real/drafts").lang == "zh"


def test_linting_follows_them(write: Write) -> None:
    write("okrlint.toml", CONFIG)
    for name in ("q1.md", "drafts/q2.md", "drafts/late/q3.md"):
        write(name, TEXT)
    found = [each for each in Linter().lint_paths(["."]).findings if each.code == "KW002"]
    assert [(each.path, each.severity.label, each.language) for each in found] == [
        ("drafts/late/q3.md", "info", "en"),
        ("drafts/q2.md", "info", "zh"),
        ("q1.md", "warning", "en"),
    ]


def test_an_explicit_configuration_has_them_too(write: Write, tmp_path: Path) -> None:
    write("conf/strict.toml", CONFIG.replace('"drafts/", ', '"drafts/", "/only.md", '))
    explicit = Lookup("conf/strict.toml")
    assert explicit.settings("conf/drafts/q.md").lang == "zh"
    assert explicit.settings("conf/only.md").lang == "zh"
    assert explicit.settings("drafts/q.md").lang == "auto"  # not below the folder of the file
    mapping = Lookup({"per-path": [{"paths": ["drafts/"], "lang": "zh"}]})
    assert [mapping.settings(path).lang for path in ("drafts/q.md", tmp_path / "drafts/q.md", "q.md")] == [
        "zh", "zh", "auto",
    ]  # fmt: skip
    given = Settings(per_path=(PathOverride(("drafts/",), {"lang": "zh"}),))
    assert Lookup(given).settings("drafts/q.md").lang == "zh"
    assert mapping.plain.lang == "auto"  # text that is no file


def test_the_command_line_wins(write: Write) -> None:
    write("okrlint.toml", CONFIG)
    settings = Lookup(overrides={"lang": "en", "select": ("KW001",)}).settings("drafts/q2.md")
    assert (settings.lang, settings.select, settings.severity["KW002"]) == ("en", ("KW001",), "info")
    assert settings.origins["lang"] == settings.origins["select"] == "command line"


def test_what_is_wrong_for_other_files_is_told_as_well(write: Write) -> None:
    write(
        "okrlint.toml", '[[per-path]]\npaths = ["a"]\nselect = ["KW",\n"KX1"]\npreset = "gogle"\noptions.ST003.mox = 1'
    )
    with pytest.raises(ConfigError) as caught:
        Linter().settings("elsewhere.md")
    assert str(caught.value).splitlines() == [
        "okrlint.toml:4: unknown rule 'KX1'; `okrlint rules` lists them",
        "okrlint.toml:6: options of ST003: unknown key 'mox'; did you mean 'max'?",
        "okrlint.toml:5: unknown preset 'gogle'; did you mean 'google'?",
    ]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"lang": "zh"}, "per-path.paths: is missing"),
        ({"paths": []}, "per-path.paths"),
        ({"paths": ["# x"]}, "this pattern means no file"),
        ({"paths": ["a"], "fail-on": "error"}, "per-path: unknown key 'fail-on'"),
        ({"paths": ["a"], "sevrity": {}}, "unknown key 'sevrity'; did you mean 'severity'?"),
        ({"paths": ["a"], "severity": {"KW": {"severity": "info", "form": "2026-01-01"}}}, "did you mean 'from'?"),
    ],
)
def test_a_wrong_entry_is_refused(entry: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Lookup({"per-path": [entry]})
    assert said in str(caught.value)


def severity_on(day: date | None, value: Any, **more: Any) -> list[str]:
    config = {"select": ["KW002"], "severity": {"KW002": value, **more}}
    return [each.severity.label for each in Linter(config, today=day).lint_text(TEXT).findings]


def test_a_severity_holds_from_its_day_on() -> None:
    value = {"severity": "info", "from": "2026-10-01"}
    usual = severity_on(None, "hint"), severity_on(date(2026, 9, 30), value)
    assert usual == (["hint"], ["error"])
    assert severity_on(date(2026, 10, 1), value) == ["info"]
    assert severity_on(date(2027, 1, 1), {**value, "from": date(2026, 10, 1)}) == ["info"]
    assert severity_on(None, value) == ["error"]  # nobody said what day it is
    assert severity_on(date(2026, 9, 30), {**value, "before": "hint"}) == ["hint"]
    assert severity_on(None, {**value, "before": "hint"}) == ["hint"]
    assert severity_on(date(2026, 9, 30), value, KW="hint") == ["hint"]  # as if nothing were said


def test_a_rule_can_be_off_from_a_day_on() -> None:
    config = {"severity": {"KW002": {"severity": "off", "from": "2026-10-01"}}}
    for day, runs in ((date(2026, 9, 30), True), (date(2026, 10, 1), False)):
        found = Linter(config, today=day).lint_text(TEXT).findings
        assert any(each.code == "KW002" for each in found) is runs


@pytest.mark.parametrize(("name", "text"), [("okrlint.toml", "2026-10-01"), (".okrlint.yaml", "2026-10-01")])
@pytest.mark.parametrize("quote", ["", '"'])
def test_days_are_written_with_or_without_quotes(write: Write, name: str, text: str, quote: str) -> None:
    day = f"{quote}{text}{quote}"
    toml = f'severity = {{KW = {{severity = "info", from = {day}}}}}'
    path = write(name, toml if name.endswith("toml") else f"severity: {{KW: {{severity: info, from: {day}}}}}")
    assert Lookup(path).plain.severity == {"KW": DatedSeverity("info", date(2026, 10, 1))}


@pytest.mark.parametrize("day", ["20261001", "2026-W40-4", "2026-02-30", "soon", 3, True, None])
def test_a_day_that_there_is_not_is_refused(day: Any) -> None:
    with pytest.raises(ConfigError, match="write a date as in 2026-10-01"):
        Lookup({"severity": {"KW": {"severity": "info", "from": day}}})


def test_a_rule_switched_off_beside_several_selectors() -> None:
    config = {"select": ["KW002", "OB"], "severity": {"OB001": "off"}}
    assert {each.code for each in Linter(config).lint_text(TEXT).findings} >= {"KW002"}
