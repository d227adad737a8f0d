"""`--allow-empty`: files that are named but may be of anything, as pre-commit names them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

BAD = "# OKRs 2026-Q2\n\n## O1: Make every customer glad they stayed\n\n- KR1: Hold weekly meetings\n"

FOREIGN = {
    "deploy.yaml": "{{- if .Values.on }}\nkind: {{ .Values.kind }}\n{{- end }}\n",
    "tsconfig.json": '{\n  // comments\n  "strict": true,\n}\n',
    "package-lock.json": '{"packages": [' + '{"integrity": "sha512-okr/KR+objective"},' * 150_000 + "{}]}",
    "data.csv": b"\xff\xfe\x00\x01binary",
    "budget.xlsx": b"PK\x03\x04 no workbook",
    "README.md": "# Our shop\n\nHow to build it.\n",
    "empty.md": "",
    "old.md": "# 门店\n\n怎么开门。\n".encode("gb18030"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_of_something_else_passes_with_a_notice(okrlint: Run, write: Write, name: str) -> None:
    write(name, FOREIGN[name])
    done = okrlint("check", "--allow-empty", name)
    assert done.returncode == 0, done.stdout
    assert f"{name}:" in done.stdout
    assert ": info " in done.stdout
    assert okrlint("check", name).returncode == 2


def test_such_files_are_not_told_of_among_okrs(okrlint: Run, write: Write) -> None:
    for name, content in FOREIGN.items():
        write(name, content)
    write("q2.md", BAD)
    done = okrlint("check", "--allow-empty", "--format", "compact", "--fail-on", "error", "q2.md", *FOREIGN)
    assert done.returncode == 1
    assert "ST008" not in done.stdout
    assert "q2.md:5:8: error KW002" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("okrs.json", "{", "EN005"),
        ("goals.yaml", "objectives:\n  - objective: Win\n   key_results: [a\n", "EN005"),
        ("big.md", "x" * 12_300_000, "EN004"),
        ("none.yaml", None, "EN001"),
    ],
)
def test_what_may_be_okrs_must_be_read(okrlint: Run, write: Write, name: str, content: str | None, code: str) -> None:
    if content is not None:
        write(name, content)
    done = okrlint("check", "--allow-empty", name)
    assert done.returncode == 2
    assert code in done.stdout


def test_the_notice_can_be_switched_off(okrlint: Run, write: Write) -> None:
    write("README.md", FOREIGN["README.md"])
    write("okrlint.toml", 'ignore = ["ST008"]\n')
    done = okrlint("check", "--allow-empty", "README.md")
    assert (done.returncode, "ST008" in done.stdout) == (0, False)
    assert okrlint("check", "README.md").returncode == 2
