"""`okrlint rules test`: whether the rules that a file declares behave as their examples say."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okrlint.cli.main import main

RULES = """\
fields:
  review date: [评审日期]
rules:
  - code: ACME001
    name: empty-slogan
    target: item
    if: {any-word: [synergy, 赋能]}
    message: {en: "“{found}” is a slogan", zh: "“{found}”是空话"}
    examples:
      bad:
        - Win by ⟦synergy⟧
        - ⟦赋能⟧门店
        - anywhere in synergy will do
      good: [Win by service]
  - code: ACME002
    name: step-without-owner
    target: action
    if: {field: owner, is: absent}
    message: nobody does it
    examples:
      bad: [⟦Call ten shops⟧, ⟦走访十家门店⟧]
      good: ["Call ten shops @Ana"]
  - code: ACME003
    name: no-review-date
    target: objective
    on: false
    severity: hint
    confidence: low
    where: {field: type, one-of: committed}
    if: {field: review date, is: absent}
    message: no review date
    examples:
      bad: ["Ship what we promised (type: committed)"]
      good: ["兑现承诺（类型：承诺型；评审日期：8月14日）"]
"""


def run(folder: Path, text: str = RULES, name: str = "house.yaml") -> Result:
    (folder / name).write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["rules", "test", name], catch_exceptions=False)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_rules_that_behave(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert (result.exit_code, result.stdout) == (0, "house.yaml: 3 rules, 9 examples: all behave\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Win by ⟦synergy⟧", "Win by service", "house.yaml:11: ACME001 empty-slogan: this bad example has no finding"),
        (
            "Win by ⟦synergy⟧",
            "⟦Win by⟧ synergy",
            "house.yaml:11: ACME001 empty-slogan: in this bad example “synergy” is found, and “Win by” is due",
        ),
        (
            "good: [Win by service]",
            "good: [Win by synergy]",
            "house.yaml:14: ACME001 empty-slogan: this good example has a finding: “synergy” is a slogan",
        ),
        ("⟦Call ten shops⟧, ", "Call ten shops @Bo, ", "house.yaml:21: ACME002 step-without-owner: this bad example"),
        (
            "      bad: [⟦Call ten shops⟧, ⟦走访十家门店⟧]\n",
            "",
            "house.yaml:15: ACME002 step-without-owner: has no bad example",
        ),
        (
            '"Ship what we promised (type: committed)"',
            '"two lines\\nwithout any OKR (type: committed)"',
            "house.yaml:33: ACME003 no-review-date: no objective is recognised in this example",
        ),
    ],
)
def test_what_does_not_behave_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in RULES
    result = run(tmp_path, RULES.replace(old, new))
    assert result.exit_code == 1
    first, summary = result.stdout.splitlines()
    assert first.startswith(said)
    assert summary.endswith(": 1 complaint")


def test_a_document_rule_needs_whole_documents(tmp_path: Path) -> None:
    result = run(tmp_path, RULES.replace("target: item", "target: document"))
    assert result.exit_code == 1
    assert "house.yaml:11: ACME001 empty-slogan: an example of a document rule is a whole document" in result.stdout


@pytest.mark.parametrize("words", ["Win by ⟦synergy", "Win by synergy⟧", "⟦Win by ⟦synergy⟧⟧"])
def test_marks_stand_in_pairs(tmp_path: Path, words: str) -> None:
    result = run(tmp_path, RULES.replace("Win by ⟦synergy⟧", words))
    assert result.exit_code == 1
    assert "house.yaml:11: ACME001 empty-slogan: ⟦" in result.stdout


def test_rules_of_extended_files_are_tested_too(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(RULES.replace("Win by ⟦synergy⟧", "Win"), encoding="utf-8")
    result = run(tmp_path, 'extends = "base.yaml"\nselect = ["KW"]\nignore = ["ACME001"]\n', "okrlint.toml")
    assert result.exit_code == 1
    assert result.stdout.startswith("base.yaml:11: ACME001 empty-slogan: this bad example has no finding\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lang: zh\n", "house.yaml: declares no rules, so that there is nothing to test"),
        (
            RULES.replace("is: absent", "is: abbsent"),
            "house.yaml:18: rules.if.is: Input should be 'present' or 'absent'",
        ),
        (RULES.replace("field: review date", "field: review day"), "house.yaml:30: an objective has no field"),
        ("rules: [", "house.yaml:1: not valid YAML"),
    ],
)
def test_a_file_that_cannot_be_used_ends_it(tmp_path: Path, text: str, said: str) -> None:
    result = run(tmp_path, text)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["rules", "test", "gone.yaml"])
    assert result.exit_code == 2
    assert "gone.yaml: cannot be read" in result.stderr


def test_a_pattern_that_is_too_slow_is_told_of_the_example(tmp_path: Path) -> None:
    rules = RULES.replace("any-word: [synergy, 赋能]", "matches: '[a-z]+(-[a-z]+)*[!?]'").replace(
        "Win by service", "a-" * 3000
    )
    result = run(tmp_path, rules)
    assert result.exit_code == 1
    assert (
        "house.yaml:14: ACME001 empty-slogan: rule ACME001 (empty-slogan) of house.yaml:4 looked for" in result.stdout
    )
