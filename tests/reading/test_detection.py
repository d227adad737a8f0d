"""Formats told by their contents."""

import io
import zipfile

import pytest

from okrlint.reading.detection import format_of_content

CONTENTS = {
    "json": [
        '{"objective": "A", "key_results": []}',
        '\ufeff\n  [{"title": "让用户爱上我们"}]',
        "{\n}",
    ],
    "yaml": [
        "objectives:\n  - title: Delight users\n    key_results:\n      - NPS from 10 to 40\n",
        "---\n# 第二季度\nokrs:\n- 目标: 让用户爱上我们\n  关键结果:\n  - NPS 从 10 到 40\n",
        "- objective: Delight\n  krs:\n    - Raise NPS: to 40\n",
    ],
    "toml": ['[[objectives]]\ntitle = "Delight users"\n', '# plan\ncycle = "2026-Q2"\n\n[team]\nname = "growth"\n'],
    "csv": [
        "Objective,Key Result,Owner\nDelight users,NPS from 10 to 40,Dana\n",
        "目标\t关键结果\t负责人\n让用户爱上我们\tNPS 从 10 到 40\t张三\n",
        "Objective;Key Result;Owner\nA;B;C\n",
    ],
    "html": ["<!DOCTYPE html>\n<html><body><h1>OKR</h1></body></html>", "<html lang=zh>"],
    "org": ["#+TITLE: OKR 2026\n* O1: Delight users\n"],
    "markdown": [
        "",
        "# OKR 2026 Q2\n\n- KR1: NPS from 10 to 40\n",
        "Objectives:\n- Delight our users\n  - NPS from 10 to 40\n",
        "Objective: Delight users\nKR1: NPS from 10 to 40\n",
        "目标：让用户爱上我们\n关键结果：NPS 从 10 到 40\n",
        "---\ntitle: OKR\nowner: Dana\n---\n\n## O1 Delight users\n",
        "[ ] Raise NPS from 10 to 40\n[x] Ship\n",
        "| Objective | Key Result | Owner |\n|---|---|---|\n| A | B | C |\n",
        "Our objective, as always, is to delight users, and to be kind.\nSo we do, now, and later.\n",
        "[links](#a) first\n",
    ],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in CONTENTS.items() for text in texts])
def test_contents_tell_their_format(name: str, text: str) -> None:
    assert format_of_content(text.encode()) == name


def test_utf16_is_looked_into() -> None:
    assert format_of_content('{"objective": "A"}'.encode("utf-16")) == "json"


@pytest.mark.parametrize(
    ("entry", "name"), [("xl/workbook.xml", "xlsx"), ("word/document.xml", "docx"), ("a", "markdown")]
)
def test_a_zip_file_is_told_by_its_entries(entry: str, name: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr(entry, "x")
    assert format_of_content(data.getvalue()) == name


def test_an_old_or_locked_office_file_is_for_the_reader_that_says_what_to_do() -> None:
    assert format_of_content(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "xlsx"


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"\x00" * 100, b"," * 100_000, b"- " * 50_000, b"a:" * 50_000])
def test_odd_contents_are_taken_for_plain_text(data: bytes) -> None:
    assert format_of_content(data) == "markdown"
