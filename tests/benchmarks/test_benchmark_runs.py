"""Programs are measured as they are told to be, and what goes wrong is told."""

import json
import os
import sys
import time
from pathlib import Path

import peers
import pytest
import run
from measuring import Subject, in_turn, output_of, taken

ENVIRONMENT = dict(os.environ)


def python(code: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", code]


def program(path: Path, code: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable} -IS\nimport sys\n{code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_run_tells_exit_code_and_output(tmp_path: Path) -> None:
    result = taken(python("import sys; print('out'); sys.exit('err')"), tmp_path, ENVIRONMENT, 60)
    assert result is not None
    assert result.exit == 1
    assert result.cpu > 0
    assert 0 < result.wall < 60
    assert sorted(output_of(tmp_path).split()) == ["err", "out"]


def test_memory_is_of_the_program_and_not_of_who_measures(tmp_path: Path) -> None:
    ballast = b"x" * 100_000_000
    small, large = (
        taken(python(f"ballast = b'x' * {size}"), tmp_path, ENVIRONMENT, 60) for size in (1_000, 50_000_000)
    )
    assert len(ballast) == 100_000_000
    assert small is not None
    assert large is not None
    assert small.memory < 40
    assert large.memory - small.memory == pytest.approx(50_000_000 / 2**20, rel=0.1)


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    code = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
    assert taken(python(code), tmp_path, ENVIRONMENT, 1) is None
    process = int(output_of(tmp_path))
    for _ in range(200):  # until the system has done it
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("it goes on")


def test_what_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere cannot be started"):
        taken(["/nowhere"], tmp_path, ENVIRONMENT, 60)


def test_programs_take_turns_and_warm_ups_do_not_count(tmp_path: Path) -> None:
    def noting(name: str, code: int = 0) -> list[str]:
        return python(f"open('log', 'a').write('{name}'); import sys; sys.exit({code})")

    prepared: list[str] = []
    subjects = [
        Subject("a", "", "yaml", noting("a"), 3, lambda: prepared.append("a")),
        Subject("b", "", "yaml", noting("b", 1), 1),
        Subject("c", "", "yaml", noting("c", 3), 2),
    ]
    told: list[str] = []
    rows = in_turn(subjects, tmp_path, ENVIRONMENT, files=1, size=9, warm_ups=1, limit=60, tell=told.append)
    assert (tmp_path / "log").read_text() == "abcabcaca"
    assert [[each.exit for each in row.taken] for row in rows] == [[0, 0, 0], [1], [3, 3]]
    assert prepared == ["a"] * 4
    assert set(told) == {"c, yaml: ended with exit code 3: "}


def test_peer_that_takes_too_long_is_run_once(tmp_path: Path) -> None:
    told: list[str] = []
    subjects = [Subject("slow", "", "", python("import time; time.sleep(60)"), 3)]
    (row,) = in_turn(subjects, tmp_path, ENVIRONMENT, files=1, size=9, warm_ups=0, limit=0.5, tell=told.append)
    assert (row.taken, row.stopped) == ((), 0.5)
    assert told == ["slow: stopped after 0.5 s"]


def test_peers_are_asked_whether_they_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    program(tmp_path / "bin" / "yamllint", "print('yamllint 1.2.3: trailing-spaces')")
    program(tmp_path / "node_modules" / ".bin" / "zhlint", "sys.exit('no rules')")
    work = tmp_path / "work"
    work.mkdir()
    found, missing = peers.look_for([tmp_path], work)
    assert [(each.peer.name, each.version) for each in found] == [("yamllint", "1.2.3")]
    assert found[0].on_folder("many")[1:] == ["-c", "yamllint/yamllint.json", "many"]
    assert json.loads((work / "yamllint" / "yamllint.json").read_text()) == {"extends": "default"}
    assert "zhlint does not work: no rules" in missing
    assert "spectral is not installed" in missing


def test_every_peer_can_be_installed_and_found_out() -> None:
    for peer in peers.PEERS:
        assert peer.npm or peer.pip
        assert "{}" in peer.folder
        assert all(peer.probe)


def test_case_is_measured_beside_a_peer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(run, "compiled", lambda: iter(()))
    program(
        tmp_path / "bin" / "yamllint", "print('yamllint 1.2.3: trailing-spaces'); sys.exit('.yaml' in sys.argv[-1])"
    )
    out = tmp_path / "results.json"
    once = ["--runs", "1", "--peer-runs", "1", "--warm-ups", "0"]
    assert run.main(["--cases", "start", *once, "--peers", str(tmp_path), "--out", str(out)]) == 0
    results = json.loads(out.read_text(encoding="utf-8"))
    rows = {(row["tool"], row["kind"], row["how"]): row for row in results["cases"]["start"]["rows"]}
    assert {("okrlint", kind, "") for kind in ("english", "chinese", "yaml")} < rows.keys()
    assert {tool for tool, _, _ in rows} == {"okrlint", "python", "jieba", "yamllint"}
    for (tool, _, _), row in rows.items():
        (figures,) = row["taken"]
        assert figures["exit"] == (1 if tool in ("okrlint", "yamllint") else 0)
        assert figures["memory"] > 1
    assert results["versions"]["yamllint"] == "1.2.3"
    assert "left out: zhlint is not installed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--okrlint", "/nowhere/okrlint"], "/nowhere/okrlint is not there"),
        (["--out", "/nowhere/results.json"], "/nowhere is no folder"),
    ],
)
def test_what_cannot_be_measured_is_told(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--cases", "start", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_number_of_runs_is_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run.main(["--runs", "many"])
    assert "'many' is no number of runs" in capsys.readouterr().err


def test_all_that_a_start_imports_is_compiled() -> None:
    names = {Path(folder).name for folder in run.compiled()}
    assert {"okrlint", "okrlint_rules", "jieba", "pydantic", "pydantic_core", "yaml", "click"} <= names
