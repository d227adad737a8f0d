"""Workbooks on the command line: findings are told by sheet and cell."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from workbooks import workbook

from okrlint.cli.main import main

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

ENGLISH = workbook(
    {
        "OKRs": [
            ("Objective", "Key Result", "Owner"),
            ("Make regulars our advocates", "Launch the referral page", "Dana"),
        ]
    }
)
CHINESE = workbook(
    {
        "2026年Q2": [
            ("目标", "关键结果", "负责人"),
            ("让老客户主动介绍我们", "KR1：设计积分方案\nKR2：NPS 到 50", "张三"),
        ]
    }
)


def test_a_finding_names_its_cell(okrlint: Run, write: Write) -> None:
    write("plan.xlsx", ENGLISH)
    done = okrlint("check", "--select", "KW002", "plan.xlsx")
    assert done.returncode == 1
    assert "plan.xlsx:OKRs!B2: error KW002 " in done.stdout
    assert "Launch the referral page\n" in done.stdout


def test_a_finding_in_a_cell_of_several_lines(okrlint: Run, write: Write) -> None:
    write("计划.xlsm", CHINESE)
    done = okrlint("check", "--select", "KW002", "计划.xlsm")
    assert "计划.xlsm:2026年Q2!B2: 错误 KW002 " in done.stdout
    assert all(len(line.split("|")) == 2 for line in done.stdout.splitlines() if "设计积分方案" in line and "|" in line)


def test_json_has_the_cell_and_its_row_and_column(okrlint: Run, write: Write) -> None:
    write("plan.xlsx", ENGLISH)
    (found,) = json.loads(okrlint("check", "--select", "KW002", "--format", "json", "plan.xlsx").stdout)["findings"]
    assert (found["place"], found["start"]) == ("OKRs!B2", {"line": 2, "column": 2})


def test_a_workbook_on_standard_input_and_one_in_a_folder(okrlint: Run, write: Write) -> None:
    write("okrs/plan.xlsx", ENGLISH)
    write("okrs/~$plan.xlsx", b"the lock of an open file")
    assert "-:OKRs!B2: " in okrlint("check", "--select", "KW002", "-", stdin=ENGLISH).stdout
    done = okrlint("check", "--select", "KW002", "okrs")
    assert (done.stdout.count("KW002"), "EN005" in done.stdout) == (1, False)


def test_without_the_libraries_the_message_says_what_to_install(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(SystemExit) as ended:
        main(["check", str(write("plan.xlsx", ENGLISH))])
    assert ended.value.code == 2
    printed = capsys.readouterr().out
    assert "EN008" in printed
    assert "pip install 'okrlint[xlsx]'" in printed
