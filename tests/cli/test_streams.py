"""Standard streams and files that are closed, full, gone, or in another encoding."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

BAD = "# 增长团队 2026年Q2\n\n## O1：让老客户 é 😀 主动介绍我们\n\n- KR1：设计积分方案 é 😀\n"
posix = pytest.mark.skipif(os.name == "nt", reason="a POSIX shell is needed")


def shell(tmp_path: Path, command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    line = command.replace("okrlint", f"{sys.executable} -m okrlint", 1)
    done = subprocess.run(
        ["bash", "-c", line], cwd=tmp_path, capture_output=True, timeout=60, env={**os.environ, **environment}
    )
    assert b"Traceback" not in done.stderr
    assert b"internal error" not in done.stderr
    return done


@posix
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("okrlint check - <&-", 2, "closed"),
        ("okrlint check q2.md >&-", 1, ""),
        ("okrlint check q2.md 2>&-", 1, ""),
        ("okrlint check --format nope q2.md 2>&-", 2, ""),
        ("okrlint check --output nowhere/report q2.md", 2, "nowhere/report: cannot be written"),
        ("okrlint check --output . q2.md", 2, "cannot be written"),
        ("okrlint check q2.md | true; exit ${PIPESTATUS[0]}", 1, ""),
        ("okrlint check - - < q2.md", 2, "cannot be mixed"),
    ],
)
def test_streams_and_files_that_cannot_be_used(
    write: Write, tmp_path: Path, command: str, code: int, said: str
) -> None:
    write("q2.md", BAD)
    done = shell(tmp_path, command)
    assert (done.returncode, said in done.stderr.decode()) == (code, True)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")
@pytest.mark.parametrize("format_name", ["text", "json"])
def test_a_full_disk_is_told(write: Write, tmp_path: Path, format_name: str) -> None:
    write("q2.md", BAD)
    done = shell(tmp_path, f"okrlint check --format {format_name} q2.md > /dev/full")
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")
@pytest.mark.parametrize(
    "command",
    [
        "rules",
        "explain KW001",
        "completion bash",
        "--help",
        "init --ci none",
        "check q2.md --baseline known.json --write-baseline",
    ],
)
def test_a_full_disk_is_no_mistake_of_ours(write: Write, tmp_path: Path, command: str) -> None:
    write("q2.md", BAD)
    done = shell(tmp_path, f"okrlint {command} > /dev/full")
    assert done.returncode == 2
    assert b"standard output: cannot be written" in done.stderr


@posix
@pytest.mark.parametrize("encoding", ["gbk", "latin-1", "ascii"])
@pytest.mark.parametrize("command", ["okrlint check --format json q2.md", "okrlint parse q2.md"])
def test_json_is_the_same_in_every_locale(write: Write, tmp_path: Path, command: str, encoding: str) -> None:
    write("q2.md", BAD)
    plain = shell(tmp_path, command).stdout
    assert shell(tmp_path, command, PYTHONIOENCODING=encoding, LC_ALL="C").stdout == plain
    assert "😀" in plain.decode("utf-8")


@posix
def test_text_is_in_the_encoding_of_the_terminal(write: Write, tmp_path: Path) -> None:
    write("q2.md", BAD)
    shown = shell(tmp_path, "okrlint check q2.md", PYTHONIOENCODING="gbk").stdout.decode("gbk")
    assert "设计积分方案" in shown
    assert "\\U0001f600" in shown


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there alone")
def test_odd_file_names(okrlint: Run, tmp_path: Path) -> None:
    names = [b"a b.md", b"new\nline.md", "目标.md".encode(), b"bad\xff.md", b"esc\x1b[31m.md"]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(BAD, encoding="utf-8")
    data = json.loads(okrlint("check", "--select", "KW002", "--format", "json", ".").stdout)
    assert sorted(os.fsencode(found["path"]) for found in data["findings"]) == sorted(names)
    text = okrlint("check", "--select", "KW002", ".").stdout
    assert "\x1b" not in text
    assert text.count("KW002") == len(names)


def test_standard_input_is_under_the_configuration_of_the_working_folder(okrlint: Run, write: Write) -> None:
    write("okrlint.toml", 'select = ["OB001"]')
    assert okrlint("check", "-", stdin=BAD).returncode == 0
    write("sub/okrlint.toml", 'select = ["KW002"]\nfail-on = "never"')
    done = okrlint("check", "--stdin-filename", "sub/q2.md", "-", stdin=BAD)
    assert done.returncode == 0
    assert "KW002" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("check", ""),
        ("check", "--output", "", "q2.md"),
        ("check", "--baseline", "", "q2.md"),
        ("check", "--config", "", "q2.md"),
        ("fix", "--output=", "q2.md"),
        ("parse", "--output", "", "q2.md"),
        ("parse", ""),
        ("baseline", "prune", "--baseline", ""),
        ("schema", "config", "--output", ""),
        ("config", ""),
        ("init", ""),
        ("new", "okr", ""),
    ],
)
def test_an_empty_name_is_bad_usage(okrlint: Run, write: Write, words: tuple[str, ...]) -> None:
    write("q2.md", BAD)
    done = okrlint(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "'' names no file" in done.stderr


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_name_for_standard_input_does_not_lint_the_folder(okrlint: Run, write: Write, command: str) -> None:
    path = write("q2.md", BAD)
    for words in ((), ("q2.md",)):
        done = okrlint(command, "--stdin-filename", "q3.md", *words, stdin=BAD)
        assert (done.returncode, done.stdout) == (2, "")
        assert "where '-' is given" in done.stderr
    assert path.read_text(encoding="utf-8") == BAD
    assert okrlint("parse", "--stdin-filename", "q3.md", "q2.md").returncode == 2


def test_a_run_without_a_rule_says_so(okrlint: Run, write: Write) -> None:
    write("q2.md", BAD)
    said = "okrlint: no rule runs: all of them are ignored, off, not selected, or look at history (--history)\n"
    for words in (("--ignore", "ALL"), ("--select", "KW", "--ignore", "KW")):
        done = okrlint("check", "q2.md", *words)
        assert (done.returncode, done.stderr) == (0, said)
        assert okrlint("check", "q2.md", "-q", *words).stderr == ""
    write("okrlint.toml", "select = []")
    assert okrlint("check").stderr == said
    write("sub/okrlint.toml", 'select = ["OB001"]')
    write("sub/q2.md", BAD)
    assert okrlint("check").stderr == ""  # one file is looked at
    assert okrlint("check", "q2.md", "--select", "OB001").stderr == ""


@pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select"])
def test_an_empty_selection_is_bad_usage(okrlint: Run, write: Write, option: str) -> None:
    write("q2.md", BAD)
    done = okrlint("check", option, " , ", "q2.md")
    assert done.returncode == 2
    assert "names no rule" in done.stderr


def test_selections_add_up_in_any_case_and_with_blanks(okrlint: Run, write: Write) -> None:
    write("q2.md", BAD)
    done = okrlint("check", "--select", " kw002 , ", "--select", "cf001", "--format", "json", "q2.md")
    assert {found["code"] for found in json.loads(done.stdout)["findings"]} == {"KW002", "CF001"}


@posix
@pytest.mark.parametrize(
    ("environment", "options", "colored"),
    [
        ({"FORCE_COLOR": "1"}, "", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "", False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, "", True),
        ({"NO_COLOR": "1"}, "--color always", True),
        ({"FORCE_COLOR": "1"}, "--color never", False),
        ({"FORCE_COLOR": "1"}, "--output /dev/stdout", False),
    ],
)
def test_colour(write: Write, tmp_path: Path, environment: dict[str, str], options: str, colored: bool) -> None:
    write("q2.md", BAD)
    shown = shell(tmp_path, f"okrlint check {options} q2.md", **environment).stdout
    assert (b"\x1b[" in shown) == colored
