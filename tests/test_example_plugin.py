"""The example of a plugin, and one that `okrlint new plugin` writes, with okrlint installed as its users install it."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fresh import ROOT, Environment, Home

EXAMPLE = ROOT / "docs" / "example-plugin"

PLAN = """\
# Growth 2026-Q2

## O1: Become the name that corner shops recommend to each other

- KR1: Successfully raise activation from 30% to 45%
"""
PLAN_ZH = """\
# 增长组 2026年Q2 OKR

## O1：成为街边小店互相推荐的名字

- KR1：切实把新店激活率从30%提升到45%
"""
HOUSE_PLAN = """\
%okr 1
Cycle: 2026-Q2
O: Become the name that corner shops recommend to each other
K: Activation rises from 30% to 45% | Ana Ruiz | 2026-05-31 | dashboard: shops/activation
K: Orders rise from 180 to 300 | Bo Lin | 2026-06-15
"""

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")


class Place:
    """A folder with plans, and an environment in which the example is installed."""

    def __init__(self, environment: Environment, folder: Path) -> None:
        self.environment, self.folder = environment, folder
        shutil.copytree(EXAMPLE, folder / "acme-okr")
        self.work = folder / "work"
        self.work.mkdir()
        for name, text in (("q2.md", PLAN), ("q2.zh.md", PLAN_ZH), ("q2.okr", HOUSE_PLAN)):
            (self.work / name).write_text(text, "utf-8")
        environment.must("python3 -m pip install --quiet ./acme-okr", folder)

    def okrlint(self, arguments: str, code: int = 0) -> str:
        """Return what okrlint prints in the folder with plans; it is to exit with a code."""
        done = self.environment.run(f"okrlint {arguments}", self.work)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def environment(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return Environment(home, tmp_path_factory.mktemp("environment") / "venv")


@pytest.fixture(scope="module")
def place(environment: Environment, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    yield Place(environment, tmp_path_factory.mktemp("place"))
    environment.must("python3 -m pip uninstall --quiet --yes acme-okr", environment.folder)


def passed(output: str) -> int:
    """Return how many tests passed; none may have done otherwise."""
    found = re.search(r"^[= ]*(\d+) passed in [^,]*$", output, re.MULTILINE)
    assert found, output
    return int(found[1])


def test_its_own_tests_pass(place: Place) -> None:
    output = place.environment.must("python3 -m pytest -q -p no:cacheprovider", place.folder / "acme-okr")
    assert passed(output) > 50  # the examples on two rules, in two languages and six formats, and the other parts


def test_it_is_listed_with_all_that_it_adds(place: Place) -> None:
    listed = json.loads(place.okrlint("plugins --format json"))["plugins"]
    (acme,) = (each for each in listed if each["distribution"] == "acme-okr")
    assert (acme["name"], acme["version"], acme["status"]) == ("acme", "1.2.0", "loaded")
    assert Path(acme["file"]).is_relative_to(place.environment.folder)
    assert [rule["code"] for rule in acme["rules"]] == ["ACME001", "ACME002"]
    assert acme["readers"] == [{"name": "acme-okr", "suffixes": [".okr"]}]
    assert (acme["formats"], acme["presets"]) == (["tally"], ["acme"])
    assert acme["word_lists"] == [{"name": "acme_fillers", "extends": False}, {"name": "buzzwords", "extends": True}]
    assert acme["fields"] == [{"name": "dashboard", "spellings": ["metric dashboard", "看板", "数据看板"]}]


def test_its_rules_find_things_in_both_languages(place: Place) -> None:
    found = place.okrlint("check --select ACME --format compact q2.md q2.zh.md", 1).splitlines()
    assert [line.partition(" [")[0] for line in found] == [
        "q2.md:5:8: warning ACME001 no dashboard shows this number; name the one that does, as in “Dashboard: <name>”",
        "q2.md:5:8: info ACME002 “Successfully” can be left out: nobody would plan the opposite",
        "q2.zh.md:5:7: warning ACME001 这个数字没有看板可查；请写明看板，例如“看板：<名称>”",
        "q2.zh.md:5:7: info ACME002 “切实”可以去掉：没有人会计划相反的事",
    ]


def test_its_reader_reads_and_its_reporter_writes(place: Place) -> None:
    assert place.okrlint("check --select ACME --lang en --format tally .", 1).splitlines() == [
        "file\tcode\tname\tseverity\tfindings",
        "q2.md\tACME001\tkr-without-dashboard\twarning\t1",
        "q2.md\tACME002\tfiller-word\tinfo\t1",
        "q2.okr\tACME001\tkr-without-dashboard\twarning\t1",
        "q2.zh.md\tACME001\tkr-without-dashboard\twarning\t1",
        "q2.zh.md\tACME002\tfiller-word\tinfo\t1",
    ]
    assert place.okrlint("check --select ACME001 --format compact q2.okr", 1).startswith("q2.okr:5:4: warning ACME001")


def test_its_preset_sets_what_it_says(place: Place) -> None:
    shown = place.okrlint("check --preset acme --select ACME001,WT001 --today 2026-05-04 --format compact q2.md", 1)
    assert shown.startswith("q2.md:5:8: error ACME001")
    early = "check --preset acme --select ACME001 --today 2026-04-14 q2.md"
    assert "no findings" in place.okrlint(early)
    assert "- `acme`: error, `grace_days = 14` (Acme handbook, Check-ins)" in place.okrlint("explain ACME001")


def test_its_fix_is_made_where_unsafe_ones_are_wanted(place: Place) -> None:
    diff = place.okrlint("fix --select ACME002 --diff --unsafe-fixes q2.zh.md", 1)
    assert "+- KR1：把新店激活率从30%提升到45%\n" in diff
    assert place.okrlint("fix --select ACME002 --diff q2.zh.md") == ""


def test_a_configuration_can_leave_all_of_it_out(place: Place) -> None:
    (place.work / "okrlint.toml").write_text("plugins = []\n", "utf-8")
    try:
        assert "ACME" not in place.okrlint("check --exit-zero --format compact .")
        assert "q2.okr" not in place.okrlint("check --exit-zero --format compact .")
        assert "ACME" not in place.okrlint("rules")
        place.okrlint("check --format tally q2.md", 2)
        place.okrlint("check --preset acme q2.md", 2)
        assert "not loaded: okrlint.toml:1 does not name it under `plugins`" in place.okrlint("plugins")
    finally:
        (place.work / "okrlint.toml").unlink()


def test_a_plugin_that_okrlint_writes_passes_its_tests_as_written(environment: Environment, tmp_path: Path) -> None:
    done = environment.run("okrlint new plugin beta-okr", tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    (command,) = (line for line in done.stderr.splitlines() if "pip install" in line)
    try:
        assert passed(environment.must(command.replace("install", "install --quiet"), tmp_path)) > 20
        assert "BETA001" in environment.must("okrlint rules", tmp_path)
        assert "只有自己人看得懂" in environment.must("okrlint explain BETA001 --lang zh", tmp_path)
    finally:
        environment.must("python3 -m pip uninstall --quiet --yes beta-okr", tmp_path)


def test_uninstalling_takes_it_away(place: Place) -> None:
    environment = place.environment
    environment.must("python3 -m pip uninstall --quiet --yes acme-okr", place.folder)
    try:
        assert "no other plugins are installed" in place.okrlint("plugins")
        assert "ACME" not in place.okrlint("rules")
        assert "q2.okr" not in place.okrlint("check --exit-zero --format compact .")
    finally:
        environment.must("python3 -m pip install --quiet --no-deps ./acme-okr", place.folder)
