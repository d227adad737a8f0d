"""Configurations of earlier runs: had again while their files are as they were, and never trusted further."""

import os
import pickle
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrlint.caching.memory import Memory
from okrlint.caching.store import Store
from okrlint.config.discovery import load
from okrlint.config.settings import Settings
from plugin_site import Site, rule

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[str, str | bytes], Path]

PLAN = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"
CONFIG = """
preset = "strict"
ignore = ["TM"]
exclude = ["old/"]
lang = "en"
severity = {KW001 = "hint", KW002 = {severity = "error", from = 2026-01-01, before = "info"}}
lexicon = {vague = ["somewhat"]}

[options.ST001]
max-objectives = 3

[[per-path]]
paths = ["q2.md"]
severity = {OB001 = "off"}
"""


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    (tmp_path / "cache").mkdir(mode=0o700)
    return Memory(Store(str(tmp_path / "cache")), b"environment")


def test_settings_are_had_again_as_they_were(tmp_path: Path, memory: Memory, write: Write) -> None:
    path = str(write("okrlint.toml", CONFIG))
    settings = load(path)
    assert settings != Settings()
    assert memory.settings(path) is None
    memory.keep_settings(path, settings)
    assert memory.settings(path) == settings
    assert Memory(memory._store, b"another environment").settings(path) is None


def test_settings_are_read_anew_when_a_file_has_changed(memory: Memory, write: Write) -> None:
    base = write("base.toml", 'ignore = ["TM"]\n')
    path = str(write("okrlint.toml", 'extends = "base.toml"\n'))
    memory.keep_settings(path, load(path))
    assert memory.settings(path) == load(path)
    base.write_text('ignore = ["KW"]\n', encoding="utf-8")
    assert memory.settings(path) is None
    memory.keep_settings(path, load(path))
    base.unlink()
    assert memory.settings(path) is None


def test_settings_with_rules_of_their_own_are_not_kept(memory: Memory, write: Write) -> None:
    path = str(write("okrlint.toml", '[word-lists]\nbanned = ["synergy"]\n'))
    memory.keep_settings(path, load(path))
    assert memory.settings(path) is None


class Evil:
    """Writes a file when it is unpickled."""

    def __reduce__(self) -> Any:
        return os.mkdir, ("evil",)


@pytest.mark.parametrize(
    "kept",
    [
        pickle.dumps(Evil()),
        pickle.dumps(({}, {"preset": Evil()})),
        pickle.dumps(({}, {"nonsense": 1})),
        pickle.dumps(({}, [])),
        pickle.dumps(({}, {"preset": date(2026, 1, 1).replace})),
        pickle.dumps(3),
        b"",
        b"nothing of the kind",
    ],
)
def test_nothing_is_run_that_the_file_holds(
    tmp_path: Path, memory: Memory, write: Write, monkeypatch: pytest.MonkeyPatch, kept: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    path = str(write("okrlint.toml", ""))
    memory._store.put([(memory._key(b"settings", path, os.getcwd()), kept)])
    assert memory.settings(path) is None
    assert not (tmp_path / "evil").exists()


def test_a_configured_run_says_the_same_each_time(
    okrlint: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKRLINT_CACHE_DIR", str(tmp_path / "cache"))
    write("okrlint.toml", CONFIG)
    write("q2.md", PLAN)
    options = ("check", "--today", "2026-05-01", "--format", "json")
    plain = okrlint(*options, "--no-cache", "q2.md")
    for _ in range(3):
        done = okrlint(*options, "q2.md")
        assert (done.stdout, done.stderr, done.returncode) == (plain.stdout, plain.stderr, plain.returncode)
    write("okrlint.toml", CONFIG.replace('"TM"', '"NONSENSE"'))
    for _ in range(2):
        done = okrlint(*options, "q2.md")
        assert done.returncode == 2
        assert "okrlint.toml:3: " in done.stderr
    write("okrlint.toml", CONFIG)
    assert okrlint(*options, "q2.md").stdout == plain.stdout


def test_a_plugin_that_is_not_allowed_is_not_imported_for_the_cache(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.install("okrlint-zz", {"zz": rule("zz") + "\nopen('imported', 'w')\n"}, {"zz": "zz"})
    site.configure("plugins = []\n")
    for _ in range(2):
        done = site.run("check", "--cache-dir", str(tmp_path / "cache"), "--select", "KW002", "q2.md")
        assert (done.returncode, done.stderr) == (1, "")
    assert not (site.work / "imported").exists()


def test_a_plugin_that_was_changed_is_asked_again(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.install("okrlint-zz", {"zz": rule("zz")}, {"zz": "zz"})
    command = ("check", "--cache-dir", str(tmp_path / "cache"), "--select", "ZZ001", "q2.md")
    assert "no scheme" in site.run(*command).stdout
    file = site.site / "zz.py"
    file.write_text(rule("zz").replace("no scheme", "never a scheme"), encoding="utf-8")
    assert "never a scheme" in site.run(*command).stdout
