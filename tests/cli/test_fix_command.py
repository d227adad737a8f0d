"""`okrlint fix`, which is `okrlint check --fix`: what is written, shown and said, and with which exit code."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from documentation import blocks

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

TEXT = (
    "# 增长 2026年Q2\n\n## O1：让老客户主动介绍我们\n\n- KR1：转介绍达到９００个,复购升到３０％\n- KR2：粉丝达到10W\n"
)
SAFE = TEXT.replace("９００个,", "900个，").replace("３０％", "30%")
UNSAFE = SAFE.replace("10W", "10万")
ENGLISH = "# Growth 2026-Q2\n\n## O1: Make regulars return\n\n- KR1: ９０ guests return\n- KR2: 40 guests stay\n"
SELECT = ("--select", "HY001,HY002")


def test_fixes_are_written_and_what_remains_is_told(okrlint: Run, write: Write) -> None:
    path = write("q2.md", TEXT)
    done = okrlint("fix", *SELECT)
    assert path.read_text("utf-8") == SAFE
    assert done.returncode == 1
    assert done.stdout.startswith("q2.md：修正了 1 处（HY001 1）\n共修正 1 个文件中的 1 处\n\nq2.md:6:11: 警告 HY002")
    assert "--unsafe-fixes" in done.stdout.splitlines()[-1]
    assert done.stderr == ""
    again = okrlint("fix", *SELECT, "--unsafe-fixes")
    assert path.read_text("utf-8") == UNSAFE
    assert again.returncode == 0
    assert "修正了 1 处（HY002 1）" in again.stdout
    last = okrlint("fix", *SELECT, "--unsafe-fixes")
    assert (last.returncode, last.stdout) == (0, "没有问题：1 个文件，1 个目标，2 条关键结果\n")


def test_it_speaks_the_language_of_the_documents(okrlint: Run, write: Write) -> None:
    write("a.md", ENGLISH)
    write("b.md", ENGLISH.replace("40", "４０"))
    done = okrlint("fix", *SELECT)
    assert done.stdout.startswith(
        "a.md: fixed 1 (HY001 1)\nb.md: fixed 2 (HY001 2)\nfixed 3 findings in 2 files\n\nno findings"
    )
    write("a.md", ENGLISH)
    assert okrlint("fix", *SELECT, "--lang", "zh").stdout.startswith("a.md：修正了 1 处（HY001 1）\n")


def test_check_with_fix_is_the_same(okrlint: Run, write: Write) -> None:
    path = write("q2.md", TEXT)
    first = okrlint("fix", *SELECT)
    path.write_text(TEXT, encoding="utf-8")
    second = okrlint("check", "--fix", *SELECT)
    assert (second.stdout, second.stderr, second.returncode) == (first.stdout, first.stderr, first.returncode)
    assert path.read_text("utf-8") == SAFE
    path.write_text(TEXT, encoding="utf-8")
    assert okrlint("check", *SELECT).returncode == 1
    assert path.read_text("utf-8") == TEXT


def test_quiet_says_nothing_where_nothing_remains(okrlint: Run, write: Write) -> None:
    path = write("q2.md", TEXT)
    done = okrlint("fix", "-q", "--unsafe-fixes", *SELECT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert path.read_text("utf-8") == UNSAFE


def test_a_report_for_programs_is_not_mixed_with_words(okrlint: Run, write: Write) -> None:
    write("q2.md", TEXT)
    done = okrlint("fix", *SELECT, "--format", "json")
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["HY002"]
    assert "修正了 1 处" in done.stderr
    write("q2.md", TEXT)
    done = okrlint("fix", *SELECT, "--output", "report.txt")
    assert done.stdout == ""
    assert "修正了 1 处" in done.stderr


def test_exit_codes_are_those_of_check(okrlint: Run, write: Write) -> None:
    write("q2.md", TEXT)
    assert okrlint("fix", *SELECT, "--fail-on", "error").returncode == 0
    assert okrlint("fix", *SELECT, "--exit-zero").returncode == 0
    assert okrlint("fix", *SELECT, "--max-warnings", "0", "--fail-on", "never").returncode == 1
    assert okrlint("fix", "gone.md").returncode == 2
    assert okrlint("fix", "--no-such-option").returncode == 2
    assert okrlint("fix", "--select", "HY01").returncode == 2
    write("readme.md", "# Hello\n")
    assert okrlint("fix", "readme.md").returncode == 2
    assert okrlint("fix", "--allow-empty", "readme.md").returncode == 0


def test_standard_input_is_written_to_standard_output(okrlint: Run) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        done = subprocess_bytes(okrlint, TEXT.replace("\n", "\r\n").encode(encoding))
        assert done.stdout == SAFE.replace("\n", "\r\n").encode(encoding)
        assert "修正了 1 处" in done.stderr.decode()
        assert "HY002" in done.stderr.decode()
        assert done.returncode == 1
    done = subprocess_bytes(okrlint, UNSAFE.encode())
    assert (done.stdout, done.returncode) == (UNSAFE.encode(), 0)
    done = subprocess_bytes(okrlint, b"\x00\x01\x02")
    assert (done.stdout, done.returncode) == (b"\x00\x01\x02", 2)
    assert b"EN002" in done.stderr


def subprocess_bytes(okrlint: Run, data: bytes) -> subprocess.CompletedProcess[bytes]:
    command = okrlint("--version").args[:3]
    return subprocess.run(
        [*command, "fix", *SELECT, "--stdin-filename", "okr/q2.md", "-"], input=data, capture_output=True
    )


def test_the_name_of_standard_input_tells_its_format(okrlint: Run) -> None:
    text = "okrs:\n- objective: Feel at home\n  key_results:\n  - ９０ guests return\n"
    done = okrlint("fix", *SELECT, "--stdin-filename", "okrs.yaml", "-", stdin=text)
    assert done.stdout == text.replace("９０", "90")


def test_what_is_excluded_is_left_even_where_it_is_named(okrlint: Run, write: Write) -> None:
    path = write("archive/q1.md", TEXT)
    write("okrlint.toml", 'exclude = ["archive/"]\n')
    done = okrlint("fix", *SELECT, "--force-exclude", "archive/q1.md")
    assert (done.returncode, path.read_text("utf-8")) == (0, TEXT)
    done = okrlint("fix", *SELECT, "--force-exclude", "--stdin-filename", "archive/q1.md", "-", stdin=TEXT)
    assert (done.returncode, done.stdout) == (0, TEXT)
    okrlint("fix", *SELECT, "archive/q1.md")
    assert path.read_text("utf-8") == SAFE


# Diffs


LONG = TEXT + "\n".join(f"- KR{number}：第{number}项" for number in range(3, 30)) + "\n- KR30：共８项\n"
FILES = {
    "q2.md": LONG.encode(),
    "目标 二.md": LONG.replace("\n", "\r\n").encode(),
    "a b/增长.md": LONG.removesuffix("\n").encode(),
    "é/标记.md": LONG.encode("utf-8-sig"),
    "old.md": LONG.encode("gb18030"),
    "mixed ends.md": LONG.replace("\n\n", "\r\n\r").encode(),
    **({'say "hi".md': LONG.encode(), "tab\there\n.md": LONG.encode()} if os.name != "nt" else {}),
}


@pytest.mark.parametrize("tool", [("patch", "-p1", "-s"), ("git", "apply")])
def test_a_diff_does_what_fixing_does(okrlint: Run, write: Write, tmp_path: Path, tool: tuple[str, ...]) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    paths = {name: write(name, data) for name, data in FILES.items()}
    command = okrlint("--version").args[:3]
    done = subprocess.run([*command, "fix", *SELECT, "--diff"], cwd=tmp_path, capture_output=True)
    assert {name: path.read_bytes() for name, path in paths.items()} == FILES
    assert done.returncode == 1
    assert f"将修正 {len(FILES)} 个文件中的 {2 * len(FILES)} 处" in done.stderr.decode()
    applied = subprocess.run(tool, cwd=tmp_path, input=done.stdout, capture_output=True)
    assert applied.returncode == 0, applied.stderr
    patched = {name: path.read_bytes() for name, path in paths.items()}
    for name, data in FILES.items():
        write(name, data)
    okrlint("fix", *SELECT)
    assert patched == {name: path.read_bytes() for name, path in paths.items()}
    assert all(patched[name] != data for name, data in FILES.items())
    last = okrlint("fix", *SELECT, "--diff")
    assert (last.returncode, last.stdout, last.stderr) == (0, "", "")


def test_a_diff_of_several_files(okrlint: Run, write: Write, tmp_path: Path) -> None:
    first, second = write("a.md", TEXT), write("okrs/b.md", ENGLISH)
    write("c.md", UNSAFE)
    done = okrlint("check", *SELECT, "--diff")
    assert (done.returncode, first.read_text("utf-8")) == (1, TEXT)
    assert "--- a/okrs/b.md\n+++ b/okrs/b.md\n@@ -2,5 +2,5 @@\n" in done.stdout
    assert done.stdout.count("--- a/") == 2
    assert okrlint("fix", *SELECT, "--diff", "--exit-zero").returncode == 0
    if shutil.which("patch"):
        subprocess.run(["patch", "-p1", "-s"], cwd=tmp_path, input=done.stdout.encode(), check=True)
        assert (first.read_text("utf-8"), second.read_text("utf-8")) == (SAFE, ENGLISH.replace("９０", "90"))


def test_a_diff_from_elsewhere_has_paths_from_the_root(okrlint: Run, write: Write, tmp_path: Path) -> None:
    path = write("q2.md", TEXT)
    (tmp_path / "below").mkdir()
    for given in (str(path), "../q2.md"):
        done = okrlint("fix", *SELECT, "--diff", given, cwd=tmp_path / "below")
        assert f"--- a{path.as_posix().removeprefix(path.drive)}\n" in done.stdout


def test_a_diff_is_coloured_on_request_and_never_in_a_pipe(okrlint: Run, write: Write) -> None:
    write("q2.md", TEXT + "- KR3：\x1b[31m５项\n")
    assert "\x1b[3" not in okrlint("fix", *SELECT, "--diff").stdout.replace("\x1b[31m５", "").replace("\x1b[31m5", "")
    shown = okrlint("fix", *SELECT, "--diff", "--color", "always").stdout
    assert "\x1b[31m-- KR1：转介绍达到９００个,复购升到３０％\x1b[0m\n" in shown
    assert "\x1b[32m+- KR1：转介绍达到900个，复购升到30%\x1b[0m\n" in shown
    assert "\x1b[31m５" not in shown


def test_a_diff_of_utf_16_is_for_people(okrlint: Run, write: Write) -> None:
    write("q2.md", TEXT.encode("utf-16"))
    done = okrlint("fix", *SELECT, "--diff")
    assert "+- KR1：转介绍达到900个，复购升到30%\n" in done.stdout
    assert "UTF-16" in done.stderr


def test_a_diff_tells_what_cannot_be_done(okrlint: Run, write: Write) -> None:
    write("q2.md", TEXT)
    write("okr.yaml", "okrs: [")
    done = okrlint("fix", *SELECT, "--diff", "q2.md", "okr.yaml", "gone.md")
    assert done.returncode == 2
    assert "+- KR1：转介绍达到900个" in done.stdout
    assert "EN005" in done.stderr
    assert "EN001" in done.stderr
    assert "HY002" not in done.stderr


def test_a_diff_of_standard_input(okrlint: Run) -> None:
    done = okrlint("fix", *SELECT, "--diff", "--stdin-filename", "okr/q2.md", "-", stdin=TEXT)
    assert done.stdout.startswith("--- a/okr/q2.md\n+++ b/okr/q2.md\n@@ -2,5 +2,5 @@\n")
    assert done.returncode == 1


def test_a_diff_into_a_file(okrlint: Run, write: Write, tmp_path: Path) -> None:
    write("q2.md", TEXT)
    done = okrlint("fix", *SELECT, "--diff", "--output", "q2.patch")
    assert done.stdout == ""
    assert (tmp_path / "q2.patch").read_text("utf-8").startswith("--- a/q2.md\n")


@pytest.mark.parametrize(
    "options",
    [
        ("check", "--unsafe-fixes"),
        ("fix", "--diff", "--format", "json"),
        ("check", "--diff", "--statistics"),
        ("check", "--diff", "--watch"),
        ("check", "--diff", "--baseline", "b.json", "--write-baseline"),
        ("check", "--fix", "--baseline", "b.json", "--write-baseline"),
    ],
)
def test_options_that_would_have_no_effect_are_refused(okrlint: Run, write: Write, options: tuple[str, ...]) -> None:
    path = write("q2.md", TEXT)
    done = okrlint(*options)
    assert done.returncode == 2
    assert "Error: --" in done.stderr
    assert path.read_text("utf-8") == TEXT


# What is not to be fixed


def test_what_is_suppressed_is_not_fixed(okrlint: Run, write: Write) -> None:
    text = TEXT.replace("\n- KR1", "\n<!-- okrlint: disable-next=HY001 -- as they quote it -->\n- KR1")
    path = write("q2.md", text)
    okrlint("fix", "--select", "HY001")
    assert path.read_text("utf-8") == text


def test_what_the_baseline_knows_is_not_fixed(okrlint: Run, write: Write) -> None:
    path = write("q2.md", TEXT)
    assert okrlint("check", *SELECT, "--baseline", "known.json", "--write-baseline").returncode == 0
    path.write_text(TEXT + "- KR3：好评达到９条\n", encoding="utf-8")
    done = okrlint("fix", *SELECT, "--baseline", "known.json", "--unsafe-fixes")
    assert path.read_text("utf-8") == TEXT + "- KR3：好评达到9条\n"
    assert done.returncode == 0


def test_help_is_short_of_what_has_no_meaning_here(okrlint: Run) -> None:
    shown = okrlint("fix", "--help").stdout
    assert "--unsafe-fixes" in shown
    assert "--select" in shown
    assert "--write-baseline" not in shown
    assert "--fix " not in shown


@pytest.mark.parametrize("page", ["fixes.md", "fixes.zh.md"])
def test_the_page_shows_what_really_happens(okrlint: Run, write: Write, page: str) -> None:
    shown = 0
    for block in blocks(page):
        if block.language == "markdown":
            write("q2.md", block.text)
        elif block.language == "console":
            line, _, output = block.text.partition("\n")
            assert okrlint(*line.removeprefix("$ okrlint ").split()).stdout == output
            shown += 1
    assert shown == 2
