"""Shell completion, asked for by the shells themselves where they are installed."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

RULES = [f"KW01{last}" for last in range(10)]
CASES = [
    (("okrlint", "ex"), ["explain"]),
    (("okrlint", "check", "--exit"), ["--exit-zero"]),
    (("okrlint", "check", "--select", "KW01"), RULES),
    (("okrlint", "check", "--ignore", "KW001,KW01"), [f"KW001,{code}" for code in RULES]),
    (("okrlint", "fix", "--extend-select", "kr-is-a"), ["kr-is-activity"]),
    (("okrlint", "check", "--preset", "feis"), ["feishu"]),
    (("okrlint", "check", "--format", "sar"), ["sarif"]),
    (("okrlint", "explain", "ST008"), ["ST008"]),
    (("okrlint", "explain", "kr-is-a"), ["kr-is-activity"]),
    (("okrlint", "schema", "f"), ["findings"]),
    (("okrlint", "completion", "b"), ["bash"]),
    (("okrlint", "check", "--select", "KW010,KW01"), [f"KW010,{code}" for code in RULES[1:]]),
]


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A search path on which `okrlint` is what is tested here."""
    program = tmp_path / "bin" / "okrlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m okrlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return f"{program.parent}{os.pathsep}{os.environ['PATH']}"


def in_shell(command: list[str], path: str, folder: Path) -> list[str]:
    done = subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


IN_BASH = """
eval "$(okrlint completion bash)"
complete -p okrlint
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
compopt() { printf 'compopt %s %s\\n' "$@"; }  # works only while a key is pressed
_okrlint_completion okrlint "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(which("bash") is None or os.name == "nt", reason="needs bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *CASES,
        (("okrlint", "check", "--select", "=", "KW01"), RULES),  # bash takes `--select=KW01` apart
        (("okrlint", "check", "--select", "="), None),
        (("okrlint", "check", "q"), ["compopt -o default", ""]),
        (("okrlint", "check", "--config", "q"), ["compopt -o default", ""]),
        (("okrlint", "init", ""), ["compopt -o dirnames", ""]),
    ],
)
def test_bash(tmp_path: Path, path: str, words: tuple[str, ...], expected: list[str] | None) -> None:
    registered, *found = in_shell(["bash", "--norc", "-c", IN_BASH, "bash", *words], path, tmp_path)
    assert registered == "complete -o nosort -F _okrlint_completion okrlint"
    assert found == expected if expected is not None else {"KW001", "ALL"} < set(found)


@pytest.mark.skipif(which("fish") is None, reason="needs fish")
@pytest.mark.parametrize(
    ("words", "expected"), [*CASES, (("okrlint", "check", "--select=KW01"), [f"--select={code}" for code in RULES])]
)
def test_fish(tmp_path: Path, path: str, words: tuple[str, ...], expected: list[str]) -> None:
    script = f'okrlint completion fish | source; complete -C "{" ".join(words)}"'
    found = in_shell(["fish", "--no-config", "-c", script], path, tmp_path)
    assert [line.partition("\t")[0] for line in found if line] == expected


@pytest.mark.skipif(which("zsh") is None, reason="needs zsh")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("okrlint ex", "okrlint explain"),
        ("okrlint check --select KW001,kr-is-a", "okrlint check --select KW001,kr-is-activity"),
        ("okrlint check --select=kr-is-a", "okrlint check --select=kr-is-activity"),
        ("okrlint check --preset feis", "okrlint check --preset feishu"),
        ("okrlint check only-", "okrlint check only-this.md"),
    ],
)
def test_zsh(tmp_path: Path, path: str, typed: str, expected: str) -> None:
    import pty

    (tmp_path / "only-this.md").touch()
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        ["zsh", "-f", "-i"],
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "PS1": "ready> ", "TERM": "dumb", "HOME": str(tmp_path)},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown = ""

    def wait_for(text: str) -> None:
        nonlocal shown
        until = time.monotonic() + 20
        while text not in shown:
            assert time.monotonic() < until, shown
            shown += os.read(ours, 4_096).decode()

    try:
        os.write(ours, b"autoload -Uz compinit && compinit -u; eval \"$(okrlint completion zsh)\"; echo be''gin\n")
        wait_for("begin")
        # What stands on the line after Tab is printed instead of run.
        os.write(
            ours,
            b"told() { BUFFER=\"echo 'line[${BUFFER% }]'\"; zle accept-line };"
            b" zle -N told; bindkey '^O' told; echo no''w\n",
        )
        wait_for("now")
        os.write(ours, f"{typed}\t\x0f".encode())
        wait_for("\nline[")
        wait_for(f"\nline[{expected}]")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_and_no_shell_is_run_for_it(
    okrlint: Run, shell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    done = okrlint("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert "_OKRLINT_COMPLETE" in done.stdout
    assert f"{shell}_complete" in done.stdout


def test_an_unknown_shell_is_refused(okrlint: Run) -> None:
    done = okrlint("completion", "tcsh")
    assert done.returncode == 2
    assert "'bash', 'zsh', 'fish'" in done.stderr


def asked(words: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """Ask as bash does, and tell on standard error which modules were loaded."""
    probe = (
        "import atexit, os, sys; from okrlint.cli.main import run; sys.argv = ['okrlint']; leave = os._exit\n"
        "def told(code): print(*sys.modules, sep='\\n', file=sys.stderr, flush=True); leave(code)\n"
        f"os._exit = told; {code}\nrun()"
    )
    variables = {
        "_OKRLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-c", probe], env={**os.environ, **variables}, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0
    return done


@pytest.mark.parametrize("words", ["okrlint check --select KW", "okrlint explain ", "okrlint check --format "])
def test_no_rule_is_imported_to_complete_its_code(words: str) -> None:
    done = asked(words)
    assert len(done.stdout.splitlines()) > 5
    modules = set(done.stderr.splitlines())
    assert not [name for name in modules if name.startswith("okrlint_rules.") and name.count(".") > 1]
    assert not {"jieba", "opencc", "yaml", "okrlint.config.schema", "importlib.metadata"} & modules


def test_a_command_is_not_imported_to_complete_its_name() -> None:
    done = asked("okrlint ")
    assert "plain,check" in done.stdout.splitlines()
    modules = set(done.stderr.splitlines())
    assert not [name for name in modules if name.startswith(("pydantic", "okrlint.linting"))]
    assert {name for name in modules if name.startswith("okrlint.cli")} == {
        "okrlint.cli", "okrlint.cli.main", "okrlint.cli.completion"
    }  # fmt: skip


def test_a_broken_plugin_says_nothing_while_a_word_is_completed() -> None:
    broken = "import okrlint.registry as r; r.installed = lambda _: (_ for _ in ()).throw(r.PluginError('x'))"
    done = asked("okrlint check --select KW", broken)
    assert done.stdout.strip() == ""


def test_the_help_has_a_line_for_each_shell() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "okrlint", "completion", "--help"], capture_output=True, encoding="utf-8"
    )
    lines = [line.split()[:1] for line in done.stdout.splitlines()]
    for shell in ("bash", "zsh", "fish", "powershell"):
        assert [shell] in lines
    assert "\\b" not in done.stdout
