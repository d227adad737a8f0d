"""`okrlint check` as its users run it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

BAD = "# 增长团队 2026年Q2\n\n## O1：让老客户主动介绍我们\n\n- KR1：设计积分方案\n- KR2：转介绍注册达到900个\n"
GOOD = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: 900 referral sign-ups\n"
SELECT = ("--select", "KW001,KW002")


def test_findings_exit_with_1_and_show_the_line_the_words_and_a_caret(okrlint: Run, write: Write) -> None:
    write("team.md", BAD)
    done = okrlint("check", *SELECT, "team.md")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("team.md:5:7: 错误 KW002 kr-is-activity [O1 KR1]")
    assert "“设计积分方案”" in lines[1]
    assert lines[2] == "  5 | - KR1：设计积分方案"
    assert lines[3] == "    |        ^^^^^^^^^^^^"  # twelve cells for six wide characters, behind "- KR1：" of eight
    assert lines[-1].startswith("共 1 条（错误 1）：1 个文件")


def test_the_caret_stands_under_the_words_where_characters_are_wide(okrlint: Run, write: Write) -> None:
    write("team.md", BAD)
    lines = okrlint("check", *SELECT, "team.md").stdout.splitlines()
    shown = lines[2].index("设计")
    cells = sum(2 if ord(char) > 0x2E80 else 1 for char in lines[2][:shown])
    assert lines[3].index("^") == cells


def test_a_clean_document_exits_with_0(okrlint: Run, write: Write) -> None:
    write("team.md", GOOD)
    done = okrlint("check", *SELECT, "team.md")
    assert (done.returncode, done.stdout) == (0, "no findings in 1 file, 1 objective, 1 key result\n")
    assert okrlint("check", *SELECT, "-q", "team.md").stdout == ""


def test_json_is_the_contract(okrlint: Run, write: Write) -> None:
    write("team.md", BAD)
    done = okrlint("check", *SELECT, "--format", "json", "team.md")
    data = json.loads(done.stdout)
    (finding,) = data["findings"]
    message = finding.pop("message")
    assert "设计积分方案" in message
    assert finding == {
        "code": "KW002",
        "name": "kr-is-activity",
        "severity": "error",
        "path": "team.md",
        "start": {"line": 5, "column": 7},
        "end": {"line": 5, "column": 13},
        "place": None,
        "objective": "O1",
        "key_result": "KR1",
        "confidence": finding["confidence"],
        "help": None,
        "fix": None,
    }
    assert data["version"] == 1
    assert data["summary"] == {
        "files": 1,
        "objectives": 1,
        "key_results": 2,
        "error": 1,
        "warning": 0,
        "info": 0,
        "hint": 0,
        "suppressed": 0,
    }


def test_messages_are_in_the_language_asked_for(okrlint: Run, write: Write) -> None:
    write("team.md", BAD)
    done = okrlint("check", *SELECT, "--lang", "en", "team.md")
    assert "error KW002" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("1 finding (1 error) in 1 file")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--exit-zero",), 0),
        (("--fail-on", "never"), 0),
        (("--fail-on", "error"), 1),
        (("--ignore", "KW002", "--select", "KW002"), 0),
        (("--select", "ALL"), 1),
        (("--select", "OB001"), 0),
        (("--preset", "strict"), 1),
    ],
)
def test_exit_codes(okrlint: Run, write: Write, options: tuple[str, ...], code: int) -> None:
    write("team.md", BAD)
    assert okrlint("check", "team.md", *options).returncode == code


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--select", "KX001"), "did you mean 'KW001'?"),
        (("--ignore", "kr-not-quantifed"), "did you mean 'kr-not-quantified'?"),
        (("--preset", "strickt"), "did you mean 'strict'?"),
        (("--config", "none.toml"), "none.toml: cannot be read"),
        (("--today", "yesterday"), "no date of the form"),
        (("--format", "jsom"), "did you mean 'json'?"),
        (("--selct", "KW"), "--select"),
    ],
)
def test_bad_usage_exits_with_2_says_what_to_write_and_prints_no_report(
    okrlint: Run, write: Write, options: tuple[str, ...], said: str
) -> None:
    write("team.md", BAD)
    done = okrlint("check", "team.md", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_wrong_command_is_answered_with_the_nearest(okrlint: Run) -> None:
    done = okrlint("chek")
    assert done.returncode == 2
    assert "Did you mean 'check'?" in done.stderr


def test_standard_input(okrlint: Run) -> None:
    done = okrlint("check", *SELECT, "--format", "json", "--stdin-filename", "okr/q2.md", "-", stdin=BAD)
    assert json.loads(done.stdout)["findings"][0]["path"] == "okr/q2.md"
    assert done.returncode == 1
    yaml = "objectives:\n  - objective: Win\n    key_results: [Design a scheme]\n"
    done = okrlint("check", *SELECT, "--stdin-filename", "q2.yaml", "-", stdin=yaml)
    assert "q2.yaml:3:19: error KW002" in done.stdout


def test_a_report_can_be_written_to_a_file(okrlint: Run, write: Write, tmp_path: Path) -> None:
    write("team.md", BAD)
    done = okrlint("check", *SELECT, "--format", "json", "--output", "out.json", "team.md")
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["summary"]["error"] == 1


def test_output_is_in_order_of_path_and_place_whatever_the_order_of_the_arguments(okrlint: Run, write: Write) -> None:
    for name in ("b.md", "a.md", "c/d.md"):
        write(name, BAD)
    one = okrlint("check", "b.md", "a.md", "c").stdout
    assert one == okrlint("check", "c", "a.md", "b.md", "a.md").stdout
    assert one.index("a.md:") < one.index("b.md:") < one.index("c/d.md:")


def test_colour_only_where_it_is_wanted(okrlint: Run, write: Write) -> None:
    write("team.md", BAD)
    assert "\x1b[" not in okrlint("check", "team.md").stdout
    assert "\x1b[31m" in okrlint("check", "team.md", "--color", "always").stdout


def test_a_long_line_is_cut_around_the_place(okrlint: Run, write: Write) -> None:
    write("team.md", f"# Q2 2026\n\n## O1: Win\n\n- KR1: Design a scheme {'that is good ' * 400}\n")
    lines = okrlint("check", *SELECT, "team.md").stdout.splitlines()
    assert len(lines[2]) < 130
    assert lines[2].endswith("…")


def test_control_characters_do_not_reach_the_terminal(okrlint: Run, write: Write) -> None:
    write("team.md", "# Q2 2026\n\n## O1: Win\n\n- KR1: Design a \x1b[2J\x07scheme\n")
    done = okrlint("check", *SELECT, "team.md")
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout


def test_what_fails_a_run_is_said_by_the_configuration_of_each_file(okrlint: Run, write: Write) -> None:
    write("strict/okrlint.toml", 'fail-on = "error"\n')
    write("lenient/okrlint.toml", 'fail-on = "never"\n')
    for team in ("strict", "lenient"):
        write(f"{team}/team.md", GOOD)
    write("lenient/team.md", BAD)
    for paths in (["strict", "lenient"], ["lenient", "strict"], ["."]):
        assert okrlint("check", *SELECT, *paths).returncode == 0
        assert okrlint("check", *SELECT, "--fail-on", "error", *paths).returncode == 1
    write("strict/team.md", BAD)
    assert okrlint("check", *SELECT, "lenient", "strict").returncode == 1
