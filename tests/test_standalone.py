"""A program that only lints has models without pydantic; whoever else sees a document has pydantic's."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugin_site import Site, rule

DOCUMENTS = Path(__file__).parent.parent / "docs"

ENDED = """
import os, sys
def ended(code, end=os._exit):
    sys.stdout.flush()
    print(f"pydantic={'pydantic' in sys.modules} code={code}", file=sys.stderr, flush=True)
    end(code)
os._exit = ended
from okrlint.cli.main import run
run()
"""


def run(*arguments: str, begin: str = "") -> tuple[str, str]:
    """Return standard output, and whether pydantic was imported with the exit code."""
    command = [sys.executable, "-c", begin + ENDED, *arguments]
    done = subprocess.run(command, cwd=DOCUMENTS, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout, done.stderr.splitlines()[-1]


@pytest.mark.parametrize("options", [["--select", "ALL"], ["--fix", "--diff", "--unsafe-fixes"]])
def test_the_same_is_found_with_and_without_pydantic(options: list[str]) -> None:
    paths = ["rules", "examples", "tutorial.md"]  # no folder with a configuration, which pydantic validates
    arguments = ["check", "--today", "2026-05-01", "--min-confidence", "low", *options, *paths]
    plain, told = run(*arguments)
    validated, told_too = run(*arguments, begin="import okrlint.model\n")
    assert (told, told_too) == ("pydantic=False code=1", "pydantic=True code=1")
    assert plain == validated
    assert len(plain.splitlines()) > 50


@pytest.mark.parametrize("arguments", [["parse", "examples"], ["schema", "document"]])
def test_what_prints_models_has_those_of_pydantic(arguments: list[str]) -> None:
    _, told = run(*arguments)
    assert told.startswith("pydantic=True code=0")


def test_a_plugin_is_given_models_of_pydantic(tmp_path: Path) -> None:
    site = Site(tmp_path)
    check = (
        "from pydantic import BaseModel\nyield self.hit(item.text.span, 'm' if isinstance(item, BaseModel) else '?')"
    )
    site.install("okrlint-zz", {"zz": rule("zz", check=check)}, {"zz": "zz"})
    done = site.run("check", "--select", "ZZ001", "q2.md")
    assert (done.returncode, done.stderr) == (1, "")
    assert "no scheme" in done.stdout
