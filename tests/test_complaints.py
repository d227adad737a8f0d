"""What users of other linters complain of, each as a test that okrlint passes.

Costs that must be linear are counted in tests/reading/test_cost.py; places are checked on generated documents in
tests/properties/test_reading_properties.py.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrlint.registry import installed

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

TEAM = """# Growth team OKRs 2026-Q2

## O1: Become the name that corner shops recommend to each other

- KR1: Launch the new onboarding guide
- KR2: 900 referral sign-ups
"""
KW002 = ("--select", "KW002")


def findings(run: Run, *args: str, **kwargs: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("check", "--format", "json", *args, **kwargs).stdout)["findings"]
    return found


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_to_tell_the_version_imports_no_rule_no_model_and_no_dictionary(option: str) -> None:
    probe = f"import sys; from okrlint.cli.main import main\ntry: main(['{option}'])\nexcept SystemExit: pass\n"
    probe += "print(sorted({name.partition('.')[0] for name in sys.modules} & {'pydantic', 'jieba', 'okrlint_rules'}))"
    told = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-1] == "[]"


def test_places_are_exact_where_the_words_stand_twice(okrlint: Run, write: Write) -> None:
    write(
        "team.md", TEAM.replace("## O1: Become", "Launch the new onboarding guide was last quarter's.\n\n## O1: Become")
    )
    (found,) = findings(okrlint, *KW002, "team.md")
    assert (found["start"], found["end"]) == ({"line": 7, "column": 8}, {"line": 7, "column": 39})


def test_nothing_that_a_configuration_names_is_passed_over_when_it_is_missing(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    for key in ('preset = "strickt"', 'select = ["KW999"]', 'selct = ["KW001"]', 'extends = "none.toml"'):
        write("okrlint.toml", key + "\n")
        done = okrlint("check", "team.md")
        assert (done.returncode, done.stdout) == (2, ""), key
        assert "okrlint.toml:1: " in done.stderr or "none.toml" in done.stderr


def test_a_run_can_fail_on_warnings_and_on_their_number(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    warn = ("--select", "TM001", "team.md")
    assert {found["severity"] for found in findings(okrlint, *warn)} == {"warning"}
    assert okrlint("check", *warn).returncode == 1
    assert okrlint("check", "--fail-on", "error", *warn).returncode == 0
    assert okrlint("check", "--fail-on", "error", "--max-warnings", "0", *warn).returncode == 1


def test_exit_codes_are_three_and_no_bit_mask(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    write("broken.md", b"\x00\x01")
    codes = {
        okrlint("check", *args).returncode
        for args in (("--select", "OB001", "team.md"), ("team.md",), ("team.md", "broken.md"), ("--nothing",))
    }
    assert codes == {0, 1, 2}


def test_a_code_does_not_carry_its_severity(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    write("okrlint.toml", '[severity]\nKW002 = "info"\n')
    (found,) = findings(okrlint, *KW002, "team.md")
    assert (found["code"], found["severity"]) == ("KW002", "info")


def test_a_name_does_for_a_code_everywhere_and_both_are_shown(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    assert "KW002 kr-is-activity" in okrlint("check", "--select", "kr-is-activity", "team.md").stdout
    assert "KW002" not in okrlint("check", "--ignore", "kr-is-activity", "team.md").stdout
    assert okrlint("explain", "kr-is-activity").stdout == okrlint("explain", "KW002").stdout
    write("okrlint.toml", '[severity]\nkr-is-activity = "off"\n')
    assert "KW002" not in okrlint("check", "team.md").stdout
    write("okrlint.toml", "")
    write("team.md", TEAM.replace("guide\n", "guide <!-- okrlint: disable=kr-is-activity -- agreed -->\n"))
    assert findings(okrlint, *KW002, "team.md") == []


def test_a_baseline_outlives_edits_above_and_hides_nothing_of_other_files(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    baseline = ("--baseline", "known.json")
    assert okrlint("check", *KW002, *baseline, "--write-baseline", "team.md").returncode == 0
    write("team.md", TEAM.replace("## O1", "A line more.\n\n## O1"))
    assert okrlint("check", *KW002, *baseline, "team.md").returncode == 0
    write("other.md", TEAM)
    assert [found["path"] for found in findings(okrlint, *KW002, *baseline, "team.md", "other.md")] == ["other.md"]


def test_a_baseline_counts_what_is_the_same(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    baseline = ("--baseline", "known.json")
    okrlint("check", *KW002, *baseline, "--write-baseline", "team.md")
    write("team.md", TEAM + "- KR3: Launch the new onboarding guide\n")
    assert len(findings(okrlint, *KW002, *baseline, "team.md")) == 1


def test_one_finding_in_json_can_be_suppressed(okrlint: Run, write: Write) -> None:
    items = [{"title": f"Launch the new {what} guide", "owner": "Ana"} for what in ("onboarding", "pricing")]
    data = {"objectives": [{"title": "Become the name that shops recommend", "key_results": items}]}
    write("okrs.json", json.dumps(data))
    assert len(findings(okrlint, *KW002, "okrs.json")) == 2
    items[0]["x-okrlint-ignore"] = "KW002 -- agreed with the board"
    write("okrs.json", json.dumps(data))
    assert [found["key_result"] for found in findings(okrlint, *KW002, "okrs.json")] == ["KR2"]


def test_a_file_over_the_limit_is_told_and_the_others_are_linted(okrlint: Run, write: Write) -> None:
    write("huge.md", b"# OKR\n" + b"- KR1: x\n" * 1_400_000)
    write("team.md", TEAM)
    done = okrlint("check", "--format", "json", *KW002, "huge.md", "team.md")
    assert done.returncode == 2
    assert [found["code"] for found in json.loads(done.stdout)["findings"]] == ["EN004", "KW002"]


def test_no_configuration_is_merged_silently_from_folders_above(okrlint: Run, write: Write) -> None:
    write("okrlint.toml", 'select = ["OB001"]\n')
    write("teams/okrlint.toml", 'select = ["KW002"]\n')
    write("teams/team.md", TEAM)
    assert [found["code"] for found in findings(okrlint, "teams/team.md")] == ["KW002"]


def test_nothing_of_the_linted_repository_is_imported_or_run(okrlint: Run, write: Write, tmp_path: Path) -> None:
    trap = "open('sprung', 'w').close()\n"
    for name in ("okrlint_rules.py", "conftest.py", "sitecustomize.py", "okrlint/__init__.py", "yaml.py", "jieba.py"):
        write(f"repository/{name}", trap)
    write("repository/setup.py", trap)
    write("repository/team.md", TEAM)
    write("repository/okrlint.toml", 'plugins = ["conftest"]\n')
    program = Path(sys.executable).with_name("okrlint")
    for _ in range(2):
        subprocess.run([str(program), "check", "."], cwd=tmp_path / "repository", capture_output=True, check=False)
        (tmp_path / "repository" / "okrlint.toml").write_text("", encoding="utf-8")
    assert not list(tmp_path.rglob("sprung"))


def test_without_any_configuration_it_says_what_a_trainer_would(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    assert {found["code"] for found in findings(okrlint, "team.md")} >= {"KW002", "OW001", "CF001", "WT001"}


def test_a_pattern_of_a_pull_request_cannot_hang_the_build(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    write(f"{'a' * 200}.md", TEAM)
    write("okrlint.toml", f'exclude = ["{"*a" * 40}b"]\n')
    done = okrlint("check", *KW002, ".")  # a pattern matched by looking back would take years
    assert done.returncode == 1


def test_every_rule_can_be_told_by_its_code_and_its_name() -> None:
    rules = installed().rules
    assert all(ref.code[:2].isalpha() and ref.code[2:].isdigit() and len(ref.code) == 5 for ref in rules)
    assert all(ref.name == ref.name.lower() and "-" in ref.name for ref in rules)
