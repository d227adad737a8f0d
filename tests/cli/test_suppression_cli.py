"""Suppressions on the command line: exit codes, the summary, configuration, and that the fix takes unused ones out."""

import json
import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from documentation import DOCS, blocks

Okrlint = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[..., Path]

OPTIONS = ("--select", "KW001", "--today", "2026-04-20")
MARKDOWN = "## O1: Be loved\n- KR1: Improve onboarding{}\n"
DIRECTIVE = " <!-- okrlint: disable=KW001 -- pilot -->"


def summary(okrlint: Okrlint, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(okrlint("check", "--format", "json", *OPTIONS, *args).stdout)
    return found


def test_a_suppressed_finding_does_not_fail_the_run(okrlint: Okrlint, write: Write) -> None:
    write("okr.md", MARKDOWN.format(""))
    assert okrlint("check", *OPTIONS, "okr.md").returncode == 1
    write("okr.md", MARKDOWN.format(DIRECTIVE))
    assert okrlint("check", *OPTIONS, "okr.md").returncode == 0
    report = summary(okrlint, "okr.md")
    assert report["findings"] == []
    assert (report["summary"]["suppressed"], report["summary"]["error"]) == (1, 0)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("okr.yaml", "objective: Be loved\nkey_results:\n  - Improve onboarding # okrlint: disable=KW001\n"),
        (
            "okr.json",
            '{"objective": "Be loved", "key_results": [{"text": "Improve onboarding", "x-okrlint-ignore": "KW001"}]}',
        ),
        ("okr.toml", 'objective = "Be loved"\nkey_results = [\n"Improve onboarding", # okrlint: disable=KW001\n]\n'),
        ("okr.csv", "Objective,Key result,okrlint\nBe loved,Improve onboarding,KW001\n"),
        ("okr.org", "* O1: Be loved\n# okrlint: disable=KW001\n- KR1: Improve onboarding\n"),
        ("okr.rst", "O1: Be loved\n============\n\n.. okrlint: disable=KW001\n\n- KR1: Improve onboarding\n"),
        ("okr.html", "<h2>O1: Be loved</h2>\n<!-- okrlint: disable=KW001 -->\n<p>KR1: Improve onboarding</p>"),
    ],
)
def test_every_text_format_can_suppress(name: str, text: str, okrlint: Okrlint, write: Write) -> None:
    write(name, text.replace("KW001", "OB001"))
    assert okrlint("check", *OPTIONS, name).returncode == 1
    write(name, text)
    assert okrlint("check", *OPTIONS, name).returncode == 0
    assert summary(okrlint, name)["summary"]["suppressed"] == 1


def test_standard_input_can_suppress(okrlint: Okrlint) -> None:
    done = okrlint("check", *OPTIONS, "-", stdin=MARKDOWN.format(DIRECTIVE))
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unused_one_fails_the_run_and_the_fix_takes_it_out(okrlint: Okrlint, write: Write) -> None:
    path = write("okr.md", "## O1: Be loved\n- KR1: NPS from 1 to 2 <!-- okrlint: disable=KW001 -->\n")
    done = okrlint("check", *OPTIONS, "--lang", "en", "okr.md")
    assert done.returncode == 1
    assert "okr.md:2:46: warning HY005" in done.stdout
    assert "`KW001` suppresses nothing here: there is no such finding; delete it" in done.stdout
    assert okrlint("check", *OPTIONS, "--ignore", "HY005", "okr.md").returncode == 0
    report = summary(okrlint, "okr.md")
    assert report["findings"][0]["code"] == "HY005"
    assert report["findings"][0]["fix"]["safe"] is True
    assert okrlint("fix", *OPTIONS, "okr.md").returncode == 0
    assert path.read_text("utf-8") == "## O1: Be loved\n- KR1: NPS from 1 to 2\n"


def test_configuration_can_demand_reasons(okrlint: Okrlint, write: Write) -> None:
    write("okrlint.toml", "require-reason = true\n")
    write("okr.md", MARKDOWN.format(" <!-- okrlint: disable=KW001 -->"))
    done = okrlint("check", *OPTIONS, "okr.md")
    assert done.returncode == 1
    assert "HY006" in done.stdout
    write("okr.md", MARKDOWN.format(DIRECTIVE))
    assert okrlint("check", *OPTIONS, "okr.md").returncode == 0


@pytest.mark.parametrize(("code", "words"), [("HY005", "unused-suppression"), ("HY006", "suppression-without-reason")])
def test_both_codes_are_explained(code: str, words: str, okrlint: Okrlint) -> None:
    assert words in okrlint("explain", code).stdout


def test_a_configuration_file_of_okrlint_is_no_okr_document(okrlint: Okrlint, write: Write) -> None:
    write("a/package.json", '{"devDependencies": {"okrlint": "1.0"},\n')
    write("a/okrs.md", MARKDOWN.format(DIRECTIVE))
    assert okrlint("check", *OPTIONS, "a").returncode == 0


PAGES = ("suppression.md", "suppression.zh.md")
CARRIERS = {"markdown", "html", "yaml", "toml", "org", "json", "rst", "csv"}
_NAMED = re.compile(r"`(\w+\.md)`[:：]\n\n```markdown\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_each_carrier_on_the_page_suppresses(page: str, okrlint: Okrlint, write: Write) -> None:
    written = set()
    for number, block in enumerate(blocks(page)):
        if block.language in CARRIERS and "KW001 --" in block.text:
            name = f"okr{number}.{'md' if block.language == 'markdown' else block.language}"
            write(name, block.text)
            report = summary(okrlint, name)
            assert (report["findings"], report["summary"]["suppressed"]) == ([], 1), block.text
            written.add(block.language)
    assert written == CARRIERS


@pytest.mark.parametrize("page", PAGES)
def test_the_page_shows_what_comes_out(page: str, okrlint: Okrlint, write: Write, tmp_path: Path) -> None:
    for name, text in _NAMED.findall((DOCS / page).read_text("utf-8")):
        write(name, text)
    sessions = [block.text for block in blocks(page) if block.language == "console"]
    assert len(sessions) == 3
    for session in sessions:
        shown = []
        for line in session.splitlines():
            if line.startswith("$ "):
                program, *arguments = shlex.split(line.removeprefix("$ "))
                done = okrlint(*arguments) if program == "okrlint" else None
                output = done.stdout + done.stderr if done else (tmp_path / arguments[0]).read_text("utf-8")
                shown.append(f"{line}\n{output}")
        assert "".join(shown) == session
