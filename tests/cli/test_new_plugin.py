"""`okrlint new plugin`: what is refused, and what is written; that it works is tested in a fresh environment."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrlint.registry import installed
from okrlint.starting.plugins import flaw_of_letters, flaw_of_name, letters_of, plugin_files

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

ROOT = Path(__file__).parents[2]
FAMILIES = {ref.code.rstrip("0123456789") for ref in installed(()).rules}


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_whole_package_is_written_and_what_comes_next_is_told(okrlint: Run, tmp_path: Path) -> None:
    done = okrlint("new", "plugin", "acme-okr")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "acme-okr: written, with the rule ACME001. Next:\n"
        "  cd acme-okr && python3 -m pip install -e '.[test]' && python3 -m pytest\n"
        "  okrlint explain ACME001\n"
    )
    written = tmp_path / "acme-okr"
    assert files(written) == [
        ".gitignore",
        "README.md",
        "pyproject.toml",
        "src/acme_okr/__init__.py",
        "src/acme_okr/jargon.py",
        "src/acme_okr/jargon.txt",
        "src/acme_okr/py.typed",
        "tests/test_rules.py",
    ]
    assert not any("{{" in path.read_text("utf-8") for path in written.rglob("*") if path.is_file())
    project = tomllib.loads((written / "pyproject.toml").read_text("utf-8"))["project"]
    assert (project["name"], project["version"]) == ("acme-okr", "0.1.0")
    assert project["dependencies"] == ["okrlint>=0.1.0,<1"]
    assert project["entry-points"]["okrlint"] == {"acme-okr": "acme_okr"}


def test_folder_and_letters_can_be_chosen(okrlint: Run, tmp_path: Path) -> None:
    done = okrlint("new", "plugin", "acme-okr", "--into", "tools/my plugin", "--code", "shop")
    assert done.returncode == 0
    assert "cd 'tools/my plugin' && " in done.stderr
    assert '"SHOP001", "shop-jargon"' in (tmp_path / "tools/my plugin/src/acme_okr/__init__.py").read_text("utf-8")
    assert not (tmp_path / "acme-okr").exists()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("../x", "x"),
        ("/etc/passwd", "etc-passwd"),
        ("1a", "a"),
        ("EN", "en"),
        ("Acme_OKR", "acme-okr"),
        ("acme.okr", "acme-okr"),
        ("acme--okr", "acme-okr"),
        ("acme okr", "acme-okr"),
        ("极客", "acme-okr"),
        ("极客-okr", "okr"),
        ("", "acme-okr"),
        ("-", "acme-okr"),
        ("a\n", "a"),
        ("\x1b[31m", "m"),
        ("okrlint", "acme-okr"),
        ("okrlint-rules", "okrlint-rules-okr"),
        ("json", "json-okr"),
        ("class", "class-okr"),
    ],
)
def test_what_is_no_name_is_told_with_one_that_is(okrlint: Run, tmp_path: Path, name: str, meant: str) -> None:
    done = okrlint("new", "plugin", "--", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"did you mean {meant!r}?" in done.stderr
    assert done.stderr.count("\n") == 1
    assert flaw_of_name(meant) is None
    assert list(tmp_path.iterdir()) == []


def test_a_very_long_name_is_told_shortly(okrlint: Run, tmp_path: Path) -> None:
    done = okrlint("new", "plugin", "a" * 5_000)
    assert done.returncode == 2
    assert "has 5000 characters, and a name has 40 at most" in done.stderr
    assert len(done.stderr) < 200
    assert okrlint("new", "plugin", "a" * 40).returncode == 0


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("acme-okr", "ACME"),
        ("okrlint-acme", "ACME"),
        ("north-wind-okrs", "NORTHWIND"),
        ("north-wind-and-sons", "NORTH"),
        ("internationalisation", "INTERNATIO"),
        ("b2b-okr", "BB"),
        ("okr", "OKR"),
        ("okrlint-rules-okr", "OKRLINT"),
        ("x1", "X"),
    ],
)
def test_letters_come_of_the_name(name: str, letters: str) -> None:
    assert letters_of(name) == letters


@pytest.mark.parametrize("letters", ["EN", "kw", "KW", "A", "", "A1", "ACMEACMEACME", "极客", "ß", "../X", "A\n"])
def test_letters_that_cannot_be_had(okrlint: Run, tmp_path: Path, letters: str) -> None:
    done = okrlint("new", "plugin", "acme-okr", "--code", letters)
    assert done.returncode == 2
    assert "choose other letters with --code" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["en", "kw-okr", "a", "x1-okr"])
def test_a_name_that_gives_no_letters_needs_some(okrlint: Run, tmp_path: Path, name: str) -> None:
    assert "choose other letters with --code" in okrlint("new", "plugin", name).stderr
    assert okrlint("new", "plugin", name, "--code", "ACME").returncode == 0


def test_every_family_of_ours_is_taken() -> None:
    assert len(FAMILIES) >= 11
    assert all(flaw_of_letters(family, FAMILIES) for family in FAMILIES)


@pytest.mark.parametrize("existing", ["acme-okr/README.md", "acme-okr/src/acme_okr/jargon.py"])
def test_nothing_is_overwritten_and_nothing_written_beside_it(okrlint: Run, write: Write, existing: str) -> None:
    path = write(existing, "mine")
    done = okrlint("new", "plugin", "acme-okr")
    assert done.returncode == 2
    assert done.stderr == (
        f"okrlint: {existing}: exists already, and nothing is overwritten; name another folder with --into\n"
    )
    assert path.read_text() == "mine"
    assert files(path.parents[existing.count("/") - 1]) == [existing.partition("/")[2]]


def test_a_link_that_leads_nowhere_is_not_written_through(okrlint: Run, tmp_path: Path) -> None:
    (tmp_path / "acme-okr").mkdir()
    (tmp_path / "acme-okr" / "README.md").symlink_to(tmp_path / "elsewhere")
    assert okrlint("new", "plugin", "acme-okr").returncode == 2
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_with_other_files_is_filled_up(okrlint: Run, write: Write, tmp_path: Path) -> None:
    write("acme-okr/LICENSE", "mine")
    assert okrlint("new", "plugin", "acme-okr").returncode == 0
    assert "LICENSE" in files(tmp_path / "acme-okr")


def test_a_file_in_the_place_of_the_folder(okrlint: Run, write: Write) -> None:
    write("acme-okr", "mine")
    done = okrlint("new", "plugin", "acme-okr")
    assert done.returncode == 2
    assert "cannot be written: " in done.stderr


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which not even root may write")
def test_a_folder_that_is_read_only(okrlint: Run) -> None:
    done = okrlint("new", "plugin", "acme-okr", "--into", "/proc/acme-okr")
    assert done.returncode == 2
    assert "/proc/acme-okr/pyproject.toml: cannot be written: " in done.stderr


def test_a_plugin_that_is_broken_is_not_in_the_way(tmp_path: Path) -> None:
    info = tmp_path / "site" / "broken-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[okrlint]\nbroken = no_such_module\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "okrlint", "new", "plugin", "acme-okr"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
    )
    assert done.returncode == 0


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a package as it is written, laid out long names and all."""
    for path, text in plugin_files("north-wind-okrs", "NORTHWIND", "0.1.0").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def checked(folder: Path, *command: str) -> None:
    env = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, (ROOT / "src", folder / "src")))}
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, env=env, capture_output=True, text=True)
    if "No module named" in done.stderr:
        pytest.skip(f"needs {command[0]}")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("check", [("ruff", "check", "--no-cache"), ("ruff", "format", "--check", "--no-cache")])
def test_what_is_written_is_clean_for_ruff(package: Path, check: tuple[str, ...]) -> None:
    checked(package, *check, ".")


def test_what_is_written_is_clean_for_mypy(package: Path) -> None:
    checked(package, "mypy")
    checked(package, "mypy", "tests")


def test_the_example_is_clean_for_ruff_and_mypy(tmp_path: Path) -> None:
    example = tmp_path / "acme-okr"
    shutil.copytree(ROOT / "docs" / "example-plugin", example)
    checked(example, "ruff", "check", "--no-cache", ".")
    checked(example, "ruff", "format", "--check", "--no-cache", ".")
    checked(example, "mypy")
    checked(example, "mypy", "tests")
