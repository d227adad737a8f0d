"""The page about output formats says what is so: the formats that there are, and the output that they give."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from okrlint.cli.main import main
from okrlint.registry import installed

ROOT = Path(__file__).parents[2]
PAGES = ("docs/output.md", "docs/output.zh.md")


def _page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_every_format_has_a_heading_and_a_row_in_order(name: str) -> None:
    formats = list(installed().reporters)
    assert re.findall(r"^## (\S+)$", _page(name), re.MULTILINE) == formats
    assert re.findall(r"^\| \[(\S+)\]\(#\1\)", _page(name), re.MULTILINE) == formats


@pytest.mark.parametrize("name", PAGES)
def test_the_output_shown_is_the_output_given(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(ROOT)
    for variable in ("GITHUB_STEP_SUMMARY", "COLUMNS", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(variable, raising=False)
    shown = re.findall(r"^```console\n\$ okrlint (check .*)\n((?s:.*?))^```$", _page(name), re.MULTILINE)
    assert len(shown) >= 4
    for command, output in shown:
        assert CliRunner().invoke(main, command.split()).stdout == output
