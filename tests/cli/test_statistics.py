"""`check --statistics` as its users run it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

STATISTICS = ("check", "--statistics", "--today", "2026-04-20")
TEAM = "# Growth 2026-Q2\n\n## O1: Win the north\n\n- KR1: Launch it\n- KR2: 900 sign-ups (owner: Ana Ruiz)\n"
CHINESE = (
    "# 增长 2026年Q2\n\n## O1：让老客户主动介绍我们\n\n"
    "- KR1：设计积分方案\n- KR2：次周留存率从 ４２% 提升到 60%（负责人：王芳）\n"
)


def test_rules_are_counted_the_most_often_broken_first(okrlint: Run, write: Write) -> None:
    write("a.md", TEAM)
    write("b.md", TEAM + "- KR3: Move it\n")
    done = okrlint(*STATISTICS, "--select", "OW001,KW002,TM001,KW001", ".")
    assert done.returncode == 1
    assert done.stdout == (
        "count  severity  code   name            files\n"
        "    3  error     KW002  kr-is-activity      2\n"
        "    3  error     OW001  kr-no-owner         2\n"
        "    2  warning   TM001  kr-no-deadline      2\n"
        "\n"
        "8 findings (6 errors, 2 warnings) in 2 files, 2 objectives, 5 key results\n"
    )


def test_the_table_is_aligned_where_characters_are_wide(okrlint: Run, write: Write) -> None:
    write("team.md", CHINESE)
    lines = okrlint(*STATISTICS, "--select", "OW001,HY001", "team.md").stdout.splitlines()
    assert lines == [
        "条数  级别  代码        名称         文件数",
        "   1  提醒  HY001  [*]  mixed-width       1",
        "   1  错误  OW001       kr-no-owner       1",
        "",
        "共 2 条（错误 1，提醒 1）：1 个文件，1 个目标，2 条关键结果",
        "[*] 有 1 条可用 `okrlint fix` 修正",
    ]
    cells = [sum(2 if ord(char) > 0x2E80 else 1 for char in line) for line in lines[:3]]
    assert len(set(cells)) == 1


def test_json_is_one_object(okrlint: Run, write: Write) -> None:
    write("team.md", CHINESE)
    done = okrlint(*STATISTICS, "--select", "OW001,HY001", "--format", "json", "team.md")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "version": 1,
        "statistics": [
            {
                "code": code,
                "name": name,
                "severity": severity,
                "count": 1,
                "files": 1,
                "fixable": fixable,
                "unsafe_fixable": 0,
            }
            for code, name, severity, fixable in (
                ("HY001", "mixed-width", "info", 1),
                ("OW001", "kr-no-owner", "error", 0),
            )
        ],
        "summary": {
            "findings": 2,
            "files": 1,
            "error": 1,
            "warning": 0,
            "info": 1,
            "hint": 0,
            "suppressed": 0,
            "baselined": 0,
        },
    }


def test_what_is_not_reported_is_told_in_the_sum(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    okrlint("check", "--select", "KW002", "--baseline", "known.json", "--write-baseline", "team.md")
    options = ("--select", "KW002,OW001", "--baseline", "known.json")
    done = okrlint(*STATISTICS, *options, "team.md")
    assert "KW002" not in done.stdout
    assert done.stdout.splitlines()[-1].endswith("; 1 known to the baseline")
    assert json.loads(okrlint(*STATISTICS, *options, "--format", "json", "team.md").stdout)["summary"]["baselined"] == 1


@pytest.mark.parametrize(
    "more", [(), ("--exit-zero",), ("--fail-on", "never"), ("--select", "TM001", "--max-warnings", "0")]
)
def test_the_exit_code_is_as_without(okrlint: Run, write: Write, more: tuple[str, ...]) -> None:
    write("team.md", TEAM)
    arguments = ("--today", "2026-04-20", *more, "team.md")
    assert okrlint("check", "--statistics", *arguments).returncode == okrlint("check", *arguments).returncode


def test_without_findings_there_is_no_table(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    done = okrlint(*STATISTICS, "--select", "KW006", "team.md")
    assert (done.returncode, done.stdout) == (0, "no findings in 1 file, 1 objective, 2 key results\n")
    assert okrlint(*STATISTICS, "--select", "KW006", "-q", "team.md").stdout == ""


def test_a_file_that_failed_is_named(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    done = okrlint(*STATISTICS, "--select", "KW002", "team.md", "nowhere.md")
    assert done.returncode == 2
    assert "\nnowhere.md:1:1: EN001 " in done.stdout


def test_the_report_goes_where_it_is_sent(okrlint: Run, write: Write, tmp_path: Path) -> None:
    write("team.md", TEAM)
    done = okrlint(*STATISTICS, "--output", "counts.json", "--format", "json", "team.md")
    assert done.stdout == ""
    assert json.loads((tmp_path / "counts.json").read_text("utf-8"))["statistics"]


def test_other_formats_have_no_statistics(okrlint: Run, write: Write) -> None:
    write("team.md", TEAM)
    done = okrlint(*STATISTICS, "--format", "sarif", "team.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--statistics goes with --format text or json, and not with sarif" in done.stderr
