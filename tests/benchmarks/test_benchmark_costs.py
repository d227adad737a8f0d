"""Where the time goes is told by part and by rule, and nothing stays changed by it."""

import re
from pathlib import Path

import pytest
import rule_costs
from corpora import write

from okrlint import Linter


def test_all_time_is_told(tmp_path: Path) -> None:
    write("english", 3, tmp_path)
    found = rule_costs.costs([tmp_path])
    parts = {part.name: part for part in found.parts}
    assert found.files == 3
    assert all(part.seconds >= 0 for part in found.parts)
    assert parts["reading"].seconds > 0
    assert 0 < parts["all rules"].seconds == pytest.approx(sum(rule.seconds for rule in found.rules))
    report = Linter(today=rule_costs._TODAY).lint_paths([tmp_path])
    assert parts["making findings"].findings == len(report.findings)
    assert parts["reading"].calls == 3
    by_code = {rule.name.partition(" ")[0]: rule for rule in found.rules}
    assert by_code["KW002"].calls == 27
    told = {finding.code for finding in report.findings}
    assert {code for code, rule in by_code.items() if rule.findings} >= {code for code in told if code in by_code}


def test_rules_are_left_as_they_were(tmp_path: Path) -> None:
    write("yaml", 1, tmp_path)
    rule_costs.costs([tmp_path])
    again = rule_costs.costs([tmp_path])
    assert {rule.name: rule.calls for rule in again.rules}["KW002 kr-is-activity"] == 9


def test_tables_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert rule_costs.main(["--corpus", "chinese:2", "--top", "3"]) == 0
    said = capsys.readouterr().out
    assert re.match(r"2 files, \d+\.\d+ ms each\n", said)
    assert re.search(r"^reading +\d+\.\d{3} +\d+\.\d% +2 +0$", said, re.MULTILINE)
    assert re.search(r"^\d+ more rules ", said, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "name files or folders, or a corpus"),
        (["--corpus", "english"], "write a kind and a number of files"),
        (["--corpus", "klingon:3"], "write a kind and a number of files"),
        (["nowhere.md"], "nowhere.md: no such file or folder"),
    ],
)
def test_what_cannot_be_measured_is_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        rule_costs.main(arguments)
    assert told in capsys.readouterr().err
