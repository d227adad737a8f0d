"""Where a run is done makes no difference to what is found, and no file costs the others anything."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from corpora import KINDS, write

from okrlint import Linter
from plugin_site import Site, rule

Run = Callable[..., subprocess.CompletedProcess[str]]

DAY = date(2026, 5, 1)
FATAL = """import os
if "kills" in item.text.value:
    os._exit(9)
if "Design" in item.text.value:
    yield self.hit(item.text.span, "m")
"""
PLAN = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: {}\n"


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans")
    for kind in KINDS:
        write(kind, 40, folder / kind)
    return folder


def test_threads_and_processes_find_what_is_found_here(plans: Path) -> None:
    linter = Linter({}, today=DAY)
    here = linter.lint_paths([plans])
    assert len(here.findings) > 1_000
    with ThreadPoolExecutor(4) as executor:
        assert linter.lint_paths([plans], executor=executor) == here
    with ProcessPoolExecutor(2) as executor:
        assert linter.lint_paths([plans], executor=executor) == here


def test_a_cluster_finds_what_is_found_here(plans: Path, okrlint: Run) -> None:
    distributed = pytest.importorskip("distributed")
    linter = Linter({}, today=DAY)
    here = linter.lint_paths([plans])
    told = okrlint("check", "--today", str(DAY), "--no-cache", "--jobs", "1", str(plans))
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "host": "127.0.0.1"}
    with distributed.LocalCluster(**options) as cluster, distributed.Client(cluster) as client:
        assert linter.lint_paths([plans], executor=client) == here
        assert linter.lint_paths([plans], executor=client.get_executor()) == here
        address = cluster.scheduler_address.removeprefix("tcp://")
        done = okrlint("check", "--today", str(DAY), "--no-cache", "--executor", f"dask://{address}", str(plans))
        assert (done.stdout, done.stderr, done.returncode) == (told.stdout, "", told.returncode)


def test_a_cluster_that_is_not_there_is_said(okrlint: Run, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "1s")
    done = okrlint("check", "--executor", "dask://127.0.0.1:9", str(plans))
    assert done.returncode == 2
    assert done.stderr.startswith("okrlint: --executor: no scheduler answers at 127.0.0.1:9")


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "http://x", "dask://"])
def test_what_is_no_address_is_refused(okrlint: Run, plans: Path, address: str) -> None:
    done = okrlint("check", "--executor", address, str(plans))
    assert done.returncode == 2
    assert "dask://host:port" in done.stderr


def test_a_document_that_kills_its_worker_costs_one_finding(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.install("okrlint-zz", {"zz": rule("zz", check=FATAL)}, {"zz": "zz"})
    for number in range(60):
        words = "This one kills" if number in (7, 41) else "Design a scheme"
        (site.work / f"plan-{number:02}.md").write_text(PLAN.format(words), encoding="utf-8")
    (site.work / "q2.md").unlink()
    done = site.run("check", "--select", "ZZ001", "--format", "compact", "--jobs", "2", ".")
    assert done.returncode == 2
    assert done.stdout.count("ZZ001") == 58
    lost = [line for line in done.stdout.splitlines() if "EN013" in line]
    assert [line.partition(":")[0] for line in lost] == ["plan-07.md", "plan-41.md"]
    assert "could not be linted" in lost[0]


def test_a_fault_of_ours_costs_one_finding(tmp_path: Path, plans: Path) -> None:
    program = """
import sys
from okrlint import jobs
def job(job, data=None, real=jobs.linted):
    if job.path.endswith("okr-03.md"):
        raise RuntimeError("a fault of ours")
    return real(job, data)
jobs.linted = job
from okrlint.cli.main import run
run()
"""
    command = [
        sys.executable,
        "-c",
        program,
        "check",
        "--today",
        str(DAY),
        "--format",
        "compact",
        str(plans / "english"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=dict(os.environ))
    assert done.returncode == 2
    lost = [line for line in done.stdout.splitlines() if "EN013" in line]
    assert len(lost) == 1
    assert "RuntimeError: a fault of ours" in lost[0]
    assert "okr-04.md" in done.stdout
