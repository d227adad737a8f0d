"""Rules as people write them who know the page about them alone, and what they are told where they guess wrong."""

from pathlib import Path
from typing import Any

import pytest
from asking import refusal, rule
from click.testing import CliRunner

import okrlint
from okrlint.cli.main import main

GUESSES: list[tuple[dict[str, Any], str]] = [
    ({"owner": "absent"}, "unknown key 'owner'; of a field, write {field: owner, is: absent}"),
    ({"评审人": "absent"}, "unknown key '评审人'; of a field, write {field: 评审人, is: absent}"),
    ({"team": "Sales"}, "unknown key 'team'; of a field, write {field: team, one-of: [Sales]}"),
    ({"team": "\x1b[31m"}, "unknown key 'team'; of a field, write {field: team, one-of: […]}"),
    ({"weight": ["30%"]}, "unknown key 'weight'; of a field, write {field: weight, …}"),
    ({"contains": "x"}, "unknown key 'contains'; here it is `any-word: [synergy]`, or a pattern: `matches: '…'`"),
    ({"field": "status", "equals": "x"}, "unknown key 'equals'; here it is `one-of: […]`"),
    ({"field": "status", "not_in": ["x"]}, "unknown key 'not_in'; here it is `none-of: […]`"),
    ({"regex": "x"}, "unknown key 'regex'; here it is `matches: '…'`"),
    ({"field": "weight", "max": 0.5}, "unknown key 'max'; here it is `at-most`"),
    ({"field": "owner", "absent": True}, "unknown key 'absent'; here it is `is: absent`"),
    ({"or": []}, "unknown key 'or'; here it is `any: […]`"),
    ({"any_word": ["x"]}, "unknown key 'any_word'; did you mean 'any-word'?"),
    ({"not": "absent"}, "not: Input should be a table; a condition is written as in {field: owner, is: absent}"),
    ({"not": [{"any-word": ["x"]}]}, "not: Input should be a table; `not` takes one condition, which may be {any: "),
    ({"field": "owner", "is": "missing"}, "is: Input should be 'present' or 'absent'; did you mean 'absent'?"),
    ({"field": "owner", "is": "缺失"}, "is: Input should be 'present' or 'absent'; did you mean 'absent'?"),
    ({"field": "priority", "is": "P0"}, "is: Input should be 'present' or 'absent'; what the value is stands behind"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "said"), GUESSES, ids=[str(each[0]) for each in GUESSES])
def test_a_wrong_guess_is_answered_with_what_to_write(condition: dict[str, Any], said: str) -> None:
    (told,) = refusal({"rules": [rule(condition)]})
    assert said in told


def test_what_a_rule_calls_otherwise_is_told() -> None:
    table = rule({"any-word": ["x"]}, id="A1", description="why")
    assert [told.partition("; ")[2] for told in refusal({"rules": [table]})] == [
        "here it is `code`",
        "here it is `summary`, or `why`",
    ]


YAML = [
    ("message: say it: who owns this", 'a value holds another colon: put the value in quotes (title: "a: b")'),
    ("message: {found} is bad", "a value cannot begin with `{`: put it in quotes"),
    ("message: !stop it", "a value cannot begin with `!`: put it in quotes"),
    ("unit: %", "a value cannot begin with `%`: put it in quotes"),
    (r'matches: "\d+"', "in double quotes a backslash begins an escape, and there is none like"),
    ("rules：\n  code: A", "the line before has a full-width colon (：), which YAML takes for text: write `:` and"),
    ("rules:\n\t- code: A", "YAML does not allow tabs for indentation: use spaces"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), YAML, ids=[each[0] for each in YAML])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_broken_yaml_is_answered_with_what_to_write(
    text: str, said: str, coding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.yaml").write_bytes(f"# 我们的规则\n{text}\n".encode(coding))
    result = CliRunner().invoke(main, ["rules", "test", "house.yaml"], catch_exceptions=False)
    line = 2 + text.count("\n")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"okrlint: house.yaml:{line}: not valid YAML: {said}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("if = { field = 'weight', above = 50% }", "a value ends before this: a comma or a bracket is missing, or"),
        ("if = { field = 'deadline', above = 2026/06/15 }", "a value ends before this: a comma or a bracket"),
        ("if = { field = 'weight', above = 1", "a string or a bracket is not closed: close it"),
        (r'if = { matches = "\d+" }', "in double quotes a backslash begins an escape, and there is none like"),
    ],
)
def test_broken_toml_is_answered_with_what_to_write(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.toml").write_text(f"[[rules]]\n{text}\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["rules", "test", "house.toml"], catch_exceptions=False)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"okrlint: house.toml:2: not valid TOML: {said}")


def found(condition: dict[str, Any], text: str, **more: Any) -> list[tuple[str, str]]:
    """Return the words at which a rule finds something, each with what it says."""
    config = {"rules": [rule(condition, **more)], "select": ["ACME001"]}
    report = okrlint.lint_text(text, config=config)
    assert not [finding for finding in report.findings if finding.fatal]
    return [(finding.quote, finding.message) for finding in report.findings]


ENGLISH = """# Shop OKRs 2026-Q2
## O1: Be the shop that people recommend
- KR1: Revenue rises from $1m to 2m USD (owner: Ana Ruiz, Zed Foo; data source: my notebook)
- Key Result 2: NPS rises from 20 to 30 (priority: P0)
"""
CHINESE = """# 门店部2026年Q2 OKR
## O1：成为邻里推荐的店
- KR1：营收从10万美元提升到¥30万（负责人：王芳、赵敏；数据来源：个人笔记）
- 关键结果2：净推荐值从20提升到30（优先级：P0）
"""


@pytest.mark.parametrize(
    ("condition", "english", "chinese"),
    [
        ({"field": "owner", "none-of": ["Ana Ruiz", "王芳"]}, ["Zed Foo"], ["赵敏"]),
        ({"field": "数据来源", "none-of": ["CRM", "数仓"]}, ["my notebook"], ["个人笔记"]),
        ({"field": "data source", "none-of": ["My  Notebook", "個人筆記"]}, [], []),
        ({"quantity": "美元"}, ["$1m", "2m USD"], ["10万美元"]),
        ({"quantity": "USD"}, ["$1m", "2m USD"], ["10万美元"]),
        ({"quantity": ["元", "万元"]}, [], ["¥30万"]),
        ({"field": "priority", "one-of": "P0"}, ["P0"], ["P0"]),
        (
            {"not": {"field": "label", "matches": "^KR[0-9]+$"}},
            ["NPS rises from 20 to 30"],
            ["净推荐值从20提升到30"],
        ),
    ],
    ids=str,
)  # fmt: skip
def test_what_teams_ask_for(condition: dict[str, Any], english: list[str], chinese: list[str]) -> None:
    assert [words for words, _ in found(condition, ENGLISH)] == english
    assert [words for words, _ in found(condition, CHINESE)] == chinese


def test_a_bare_number_in_parentheses_may_name_a_project() -> None:
    text = "# OKRs 2026-Q2\n## O1: Be glad\n- KR1: NPS rises from 20 to 30 {}\n"
    asked = {"field": "priority", "is": "present"}
    assert not found(asked, text.format("(P1)"))
    assert [words for words, _ in found(asked, text.format("(Priority: P1)"))] == ["P1"]


def test_a_word_list_may_have_a_chinese_name() -> None:
    config = {"word-lists": {"空话": ["赋能"]}, "rules": [rule({"any-word": "空话"})], "select": ["ACME001"]}
    report = okrlint.lint_text(CHINESE.replace("推荐", "赋能"), config=config)
    assert [finding.quote for finding in report.findings] == ["赋能"]


@pytest.mark.parametrize("statement", ["⟦Retention rises from 20% to 30%⟧", "⟦净推荐值从20提升到30⟧"])
def test_the_objective_above_an_example_in_one_line_is_not_looked_at(
    statement: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.yaml").write_text(
        "rules:\n  - code: ACME001\n    name: every-item-is-found\n    target: item\n    if: {is: present}\n"
        f"    message: x\n    examples:\n      bad:\n        - {statement}\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["rules", "test", "house.yaml"], catch_exceptions=False)
    assert result.stdout == "house.yaml: 1 rule, 1 example: all behave\n"


def test_a_list_of_rules_has_no_placeholders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".okrlint.yaml").write_text(
        "rules:\n  - code: ACME001\n    name: empty-slogan\n    target: item\n    if: {any-word: [a]}\n"
        '    message: "“{found}” in {{braces}} is a slogan"\n',
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["rules"], catch_exceptions=False)
    assert "empty-slogan" in result.stdout
    assert "“…” in {braces} is a slogan" in result.stdout
