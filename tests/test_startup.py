"""What a run loads: counted, not timed, so that the guard holds on any machine."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ENGLISH = """# Growth 2026-Q2

## O1: Make regulars our loudest advocates

- KR1: Sign-ups rise from 400 to 900
- KR2: Launch it
"""
CHINESE = """# 增长 2026年Q2

## O1：让老客户主动介绍我们

- KR1：培训覆盖全部员工
- KR2：研发流程改造
- KR3：设计积分方案
"""

PROBE = """
import os, sys
from okrlint.cli.main import run

def ended(code, end=os._exit):
    modules = sorted(sys.modules)
    segmentation = sys.modules.get("okrlint.language.segmentation")
    words = segmentation._segmenter()._words_from.cache_info().currsize if segmentation else 0
    import json
    print("\\n" + json.dumps({"modules": modules, "words": words}), flush=True)
    end(0)

os._exit = ended
run()
"""

HEAVY = {
    "pydantic", "jieba", "opencc", "yaml", "wcwidth", "importlib.metadata", "pathlib._local", "asyncio",
    "tomllib", "cn2an", "dateparser", "pkg_resources", "multiprocessing", "xml", "http", "email.mime", "unittest",
    "pytest",
}  # fmt: skip


def loaded(tmp_path: Path, text: str, *options: str) -> tuple[set[str], int]:
    (tmp_path / "team.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", PROBE, "check", "--today", "2026-04-20", *options, "team.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True)
    data = json.loads(done.stdout.splitlines()[-1])
    return set(data["modules"]), data["words"]


def test_an_english_file_loads_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    modules, _ = loaded(tmp_path, ENGLISH)
    assert not HEAVY & modules
    assert not [name for name in modules if name.startswith(("okrlint.reading.yaml.reader", "okrlint.reporting.json"))]
    assert "okrlint.config.schema" not in modules
    assert "okrlint.testing" not in modules


def test_only_selected_rules_are_imported(tmp_path: Path) -> None:
    modules, _ = loaded(tmp_path, ENGLISH, "--select", "KW001")
    rules = {name for name in modules if name.startswith("okrlint_rules.") and name.count(".") == 2}
    assert rules == {"okrlint_rules.key_result.kr_not_quantified"}


def test_a_chinese_file_loads_a_fraction_of_the_dictionary(tmp_path: Path) -> None:
    modules, words = loaded(tmp_path, CHINESE)
    assert "jieba" not in modules  # its dictionary is enough
    assert "pkg_resources" not in modules
    assert 0 < words < 40_000  # of 349,046, and their beginnings


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_the_number_of_our_own_modules_grows_by_intent_only(tmp_path: Path, text: str) -> None:
    modules, _ = loaded(tmp_path, text)
    rules = [name for name in modules if name.startswith("okrlint_rules")]
    engine = [name for name in modules if name.partition(".")[0] == "okrlint"]
    assert len(rules) <= 90
    assert len(engine) <= 156


def test_no_module_of_ours_is_loaded_twice_under_two_names(tmp_path: Path) -> None:
    modules, _ = loaded(tmp_path, ENGLISH)
    assert not [name for name in modules if name.startswith(("src.", "rules."))]
    assert "__mp_main__" not in modules
