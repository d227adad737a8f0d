"""In a repository with planted faults each is found, each look-alike left alone, and always in the same way."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from faults import FAULTS, Plant
from look_alikes import LOOK_ALIKES
from planted import COMMITS, TODAY, Planted, write

CODES = ("LC001", "LC002", "LC003", "LC004", "LC005", "CF005", "CF006", "CF009", "CK001", "CK002")

Finding = dict[str, Any]


class Checked(NamedTuple):
    """The repository, and what was found in it."""

    folder: Path
    planted: Planted
    findings: list[Finding]


def check(folder: Path, *options: str) -> list[Finding]:
    """Return what `okrlint check --history` finds in a folder."""
    command = [sys.executable, "-m", "okrlint", "check", "--history", "--today", TODAY, "--format", "json"]
    command += ["--select", ",".join(CODES), "--exit-zero", *options, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    findings: list[Finding] = json.loads(done.stdout)["findings"]
    return findings


def git(folder: Path, *words: str, stdin: IO[bytes] | None = None) -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(["git", *words], cwd=folder, env=env, stdin=stdin, check=True, capture_output=True)
    return done.stdout.decode()


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    folder = tmp_path_factory.mktemp("planted") / "okrs"
    planted = write(folder)
    return Checked(folder, planted, check(folder))


def hits(plant: Plant, checked: Checked) -> list[Finding]:
    """Return the findings of the rule of what is planted, on what is planted."""
    same_rule = [each for each in checked.findings if each["code"] == plant.code]
    if plant.gone:
        return [each for each in same_rule if plant.gone in each["message"]]
    world = checked.planted.world
    places = [world.place(name) for name in (plant.item, *plant.also)]
    if plant.item in world.documents:
        return [each for each in same_rule if each["path"] == places[0][0]]
    return [each for each in same_rule if (each["path"], each["objective"], each["key_result"]) in places]


def item(finding: Finding) -> tuple[str, ...]:
    """Return what a finding says, and of which item, wherever its line went."""
    return tuple(str(finding[key]) for key in ("code", "path", "objective", "key_result", "message"))


def test_repository_is_as_large_as_it_is_meant_to_be(checked: Checked):
    assert git(checked.folder, "rev-list", "--count", "--all").strip() == str(COMMITS)
    assert len(FAULTS) == 40
    assert len(LOOK_ALIKES) >= 40
    assert {plant.code for plant in FAULTS} == {plant.code for plant in LOOK_ALIKES} == set(CODES)
    assert not git(checked.folder, "status", "--short")


@pytest.mark.parametrize("plant", FAULTS, ids=str)
def test_fault_is_found_once(plant: Plant, checked: Checked):
    (finding,) = hits(plant, checked)
    if plant.gone:
        assert finding["path"] == checked.planted.world.documents[plant.item].path


@pytest.mark.parametrize("plant", LOOK_ALIKES, ids=str)
def test_look_alike_is_left_alone(plant: Plant, checked: Checked):
    assert [finding["message"] for finding in hits(plant, checked)] == []


def test_nothing_else_is_found(checked: Checked):
    planted = [finding for plant in (*FAULTS, *LOOK_ALIKES) for finding in hits(plant, checked)]
    # Who splits a key result in two without a word also gives the first half other words.
    split = ("LC002", *checked.planted.world.place("split"))
    others = [
        item(each)
        for each in checked.findings
        if each not in planted and (each["code"], each["path"], each["objective"], each["key_result"]) != split
    ]
    assert others == []


@pytest.mark.parametrize("plant", [plant for plant in FAULTS if plant.code in ("LC002", "LC003")], ids=str)
def test_message_shows_old_value_commit_day_and_author(plant: Plant, checked: Checked):
    (finding,) = hits(plant, checked)
    (event,) = plant.events or next(each.events for each in FAULTS if each.item == "weight-down")
    assert plant.old in finding["message"]
    assert checked.planted.commits[event][:7] in finding["message"]
    assert checked.planted.authors[event] in finding["message"]
    assert (event.merged or event.day) in finding["message"]


def test_fresh_clone_processes_and_cache_make_no_difference(checked: Checked, tmp_path: Path):
    git(tmp_path, "clone", "-q", str(checked.folder), "clone")
    assert check(tmp_path / "clone") == checked.findings
    assert check(checked.folder, "-j", "2") == checked.findings
    assert check(checked.folder, "-j", "1", "--no-cache") == checked.findings
    assert check(checked.folder) == checked.findings


def test_edit_that_is_not_committed_adds_what_it_does_wrong(checked: Checked, tmp_path: Path):
    git(tmp_path, "clone", "-q", str(checked.folder), "clone")
    path, objective, key_result = checked.planted.world.place("app-2")
    edited = tmp_path / "clone" / path
    edited.write_text(edited.read_text("utf-8").replace("tapped from 4% to 12%", "tapped from 4% to 8%"), "utf-8")
    found = check(tmp_path / "clone")
    (new,) = [each for each in found if each not in checked.findings]
    assert (new["code"], new["path"], new["objective"], new["key_result"]) == ("LC002", path, objective, key_result)
    assert "12%" in new["message"]
    assert [each for each in found if each != new] == checked.findings


def test_note_that_is_not_committed_explains(checked: Checked, tmp_path: Path):
    git(tmp_path, "clone", "-q", str(checked.folder), "clone")
    path = tmp_path / "clone" / checked.planted.world.place("target-lowered")[0]
    head = "- KR1: Weekly active shops from 300 to 500\n"
    noted = path.read_text("utf-8").replace(head, f"{head}  - Change: 900 -> 500, the spring fair was called off\n")
    path.write_text(noted, "utf-8")
    explained = next(hits(plant, checked) for plant in FAULTS if plant.item == "target-lowered")
    expected = [item(each) for each in checked.findings if each not in explained]
    assert [item(each) for each in check(tmp_path / "clone")] == expected
