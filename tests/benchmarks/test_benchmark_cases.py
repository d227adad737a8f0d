"""Each case measures okrlint in all ways that it knows, beside the peers that read the same."""

import os
import sys
from pathlib import Path

import cases
import pytest
from cases import Rounds, Tools, measure
from peers import PEERS, Installed

_OKRLINT = f"""#!{sys.executable} -IS
import os, sys
if "--jobs" in sys.argv and not {{jobs}}:
    sys.exit(2)
if "--no-cache" not in sys.argv and {{caches}}:
    kept = os.environ["OKRLINT_CACHE_DIR"]
    state = "warm" if os.path.exists(kept) else "cold"
    os.makedirs(kept, exist_ok=True)
    open(os.path.join(kept, "results"), "w").close()
    open("log", "a").write(f"{{{{state}}}} {{{{sys.argv[-1]}}}}\\n")
"""


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    """An okrlint without `--jobs` that keeps results, and a peer."""
    return _tools(tmp_path, jobs=False, caches=True)


def _tools(folder: Path, *, jobs: bool, caches: bool) -> Tools:
    program = folder / "okrlint"
    program.write_text(_OKRLINT.format(jobs=jobs, caches=caches), encoding="utf-8")
    program.chmod(0o755)
    yamllint = next(peer for peer in PEERS if peer.name == "yamllint")
    peer = Installed(yamllint, sys.executable, "1.2.3")
    environment = {**os.environ, "OKRLINT_CACHE_DIR": str(folder / cases.CACHE)}
    return Tools(str(program), [peer], folder, environment, 60, print)


def test_cache_is_cold_and_then_warm(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cases.FOLDERS, "thousand", 3)
    rows = measure("thousand", tools, Rounds(2, 0, 1))
    assert [(row.kind, row.how, len(row.taken)) for row in rows] == [
        (kind, how, 2) for kind in ("english", "chinese", "yaml") for how in ("", "cold", "warm")
    ]
    assert {row.files for row in rows} == {3}
    assert min(row.size for row in rows) > 3_000
    log = (tools.work / "log").read_text(encoding="utf-8").splitlines()
    assert [line for line in log if "yaml" in line] == ["cold thousand-yaml", "warm thousand-yaml"] * 3
    assert not (tools.work / "thousand-yaml").exists()


def test_options_that_okrlint_has_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cases.FOLDERS, "thousand", 1)
    rows = measure("thousand", _tools(tmp_path, jobs=True, caches=False), Rounds(1, 0, 0))
    assert [row.how for row in rows if row.kind == "yaml"] == ["", "jobs 1", "jobs 2"]


def test_large_documents_are_of_several_sizes(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "SIZES", (2_000, 4_000))
    rows = measure("large", tools, Rounds(1, 1, 0))
    english = [row for row in rows if row.kind == "english"]
    assert [(row.tool, row.how) for row in english] == [("okrlint", "")] * 2
    assert english[0].size < 4_000 <= english[1].size
    assert all(each.exit == 0 for row in rows for each in row.taken)


def test_peers_stand_beside_what_they_read(tools: Tools) -> None:
    rows = measure("start", tools, Rounds(1, 1, 0))
    assert [row.kind for row in rows if row.tool == "yamllint"] == ["yaml"]
    assert {row.tool for row in rows} == {"python", "jieba", "okrlint", "yamllint"}
