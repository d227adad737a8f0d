"""`parse`, `rules`, `explain`, `--version`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import okrlint as package

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

DOCUMENT = """# 市场部 OKR 2022Q1

## O1：一季度完成首批用户积累，为业务起飞打下基础

- KR1：1 月开拓 10 个渠道（负责人：张三；截止：1月31日；信心：5/10；权重：40%）
- KR2：设计积分方案
"""


def test_version(okrlint: Run) -> None:
    assert okrlint("--version").stdout == f"okrlint {package.__version__}\n"


def test_parse_is_the_contract(okrlint: Run, write: Write) -> None:
    write("team.md", DOCUMENT)
    done = okrlint("parse", "--format", "json", "team.md")
    assert done.returncode == 0
    data = json.loads(done.stdout)
    (document,) = data["documents"]
    assert data["version"] == 1
    assert (document["path"], document["format"], document["language"]) == ("team.md", "markdown", "zh")
    assert {"raw": "2022Q1", "start": "2022-01-01", "end": "2022-03-31"}.items() <= document["cycle"].items()
    (objective,) = document["objectives"]
    assert (objective["id"], objective["label"], objective["start"]) == ("O1", "O1", {"line": 3, "column": 7})
    first, second = objective["key_results"]
    assert first["text"] == "1 月开拓 10 个渠道"
    assert first["owners"] == ["张三"]
    assert (first["deadline"], first["deadline_inherited"]) == ("2022-01-31", False)
    assert (first["confidence"], first["weight"]) == (0.5, 0.4)
    assert (first["quantified"], first["target"], first["unit"]) == (True, 10, "个")
    assert (second["id"], second["kind"], second["quantified"]) == ("KR2", "activity", False)
    assert (second["deadline"], second["deadline_inherited"]) == ("2022-03-31", True)
    assert second["end"] == {"line": 6, "column": 13}
    assert document["problems"] == []


def test_parse_says_what_it_cannot_read(okrlint: Run, write: Write) -> None:
    write("team.md", DOCUMENT)
    done = okrlint("parse", "none.md", "team.md")
    assert done.returncode == 2
    assert "none.md: EN001" in done.stderr
    assert len(json.loads(done.stdout)["documents"]) == 1


def test_parse_reads_standard_input_in_the_format_of_its_contents(okrlint: Run) -> None:
    done = okrlint("parse", "-", stdin='{"objective": "Delight users", "key_results": ["NPS from 10 to 40"]}')
    (document,) = json.loads(done.stdout)["documents"]
    assert (done.returncode, document["path"], document["format"]) == (0, "-", "json")
    assert len(document["objectives"]) == 1
    named = okrlint("parse", "-", "--stdin-filename", "okrs/2026-Q2.md", stdin=DOCUMENT)
    assert json.loads(named.stdout)["documents"][0]["format"] == "markdown"
    assert okrlint("parse", "-", "team.md", stdin=DOCUMENT).returncode == 2


def test_rules_lists_every_rule_in_either_language(okrlint: Run) -> None:
    english, chinese = okrlint("rules").stdout, okrlint("rules", "--lang", "zh").stdout
    assert "KW001  error    kr-not-quantified" in english
    assert "关键结果写明一个用来评分的数字" in chinese
    data = json.loads(okrlint("rules", "--format", "json").stdout)
    assert [rule["code"] for rule in data["rules"]] == [line.split()[0] for line in english.splitlines()]
    assert {
        rule["severity"]
        for rule in json.loads(okrlint("rules", "--format", "json", "--preset", "strict").stdout)["rules"]
    } <= {"info", "warning", "error"}


def test_explain_by_code_and_by_name_in_either_language(okrlint: Run) -> None:
    page = okrlint("explain", "KW001").stdout
    for part in ("# KW001 kr-not-quantified", "Why:", "When to switch it off:", "accept_relative", "⟦"):
        assert part in page
    assert okrlint("explain", "kr-not-quantified").stdout == page
    assert "为什么" in okrlint("explain", "KW001", "--lang", "zh").stdout
    assert "EN002 not-text" in okrlint("explain", "EN002").stdout
    wrong = okrlint("explain", "KW0001")
    assert wrong.returncode == 2
    assert "did you mean" in wrong.stderr
