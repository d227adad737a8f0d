"""The page on configuration says what is so, in both languages."""

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from documentation import DOCS, blocks
from okrlint import Linter
from okrlint.cli.schema import schema_of
from okrlint.config.discovery import load
from okrlint.config.files import read_config
from okrlint.config.settings import Settings

Write = Callable[[str, str | bytes], Path]
PAGES = ("configuration.md", "configuration.zh.md")
CODE = [block for block in blocks(PAGES[0]) if block.language in ("toml", "yaml")]


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write) -> None:
    """The files whose first line says their name."""
    monkeypatch.chdir(tmp_path)
    for block in CODE:
        first = block.text.partition("\n")[0]
        if first.endswith((".toml", ".yaml")) and first.startswith("# "):
            write(first[2:], block.text)


def values(settings: Settings) -> dict[str, Any]:
    declared = settings.declared
    return settings._replace(source=None, origins={}, extends=(), folders={}, per_path=())._asdict() | {
        "per_path": [(override.patterns, override.values) for override in settings.per_path],
        "declared": (_without_places(declared.rules), declared.fields, declared.word_lists),
    }


def _without_places(rules: Any) -> str:
    return re.sub(r"'[^' ]+:\d+'", "''", repr(rules))


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("block", CODE, ids=lambda block: block.text.splitlines()[0][:30])
def test_each_example_is_good_in_both_formats(write: Write, block: Any) -> None:
    path = str(write(f"given.{block.language}", block.text))
    given, read = load(path), read_config(path).values
    Linter(given)  # its rules, options, presets and word lists are there
    write("other.yaml", yaml.safe_dump(read, allow_unicode=True))
    assert values(load("other.yaml")) == values(given)
    Draft202012Validator(schema_of("config")).validate(_as_json(read))


def test_an_example_in_yaml_says_the_same_as_the_one_in_toml_before_it(write: Write) -> None:
    pairs = [
        (before, block)
        for before, block in pairwise(CODE)
        if (before.language, block.language) == ("toml", "yaml") and not block.text.startswith("#")
    ]
    assert len(pairs) == 4
    for toml, in_yaml in pairs:
        assert values(load(str(write("a.toml", toml.text)))) == values(load(str(write("a.yaml", in_yaml.text))))


@pytest.mark.parametrize("page", PAGES)
def test_each_key_has_a_section_with_an_example_and_no_other_key_has(page: str) -> None:
    sections = (DOCS / page).read_text(encoding="utf-8").split("\n### `")[1:]
    documented = [section.partition("`")[0] for section in sections]
    assert sorted(documented) == sorted(schema_of("config")["properties"])
    for name, section in zip(documented, sections, strict=True):
        example = section.partition("```toml\n")[2].partition("```")[0]
        assert example.startswith((f"{name} =", f"[{name}", f"[[{name}"))


@pytest.mark.parametrize("page", PAGES)
def test_the_section_on_paths_names_each_key_that_may_stand_there(page: str) -> None:
    section = (DOCS / page).read_text(encoding="utf-8").partition("### `per-path`")[2].partition("```")[0]
    for key in schema_of("config")["$defs"]["PerPath"]["properties"]:
        assert f"`{key}`" in section


def test_both_languages_show_the_same() -> None:
    english, chinese = map(blocks, PAGES)
    assert english == chinese


@pytest.mark.usefixtures("example")
def test_the_output_shown_is_the_output_given(okrlint: Callable[..., Any], write: Write) -> None:
    command, shown = (
        next(block.text for block in reversed(blocks(PAGES[0])) if block.language == language)
        for language in ("sh", "text")
    )
    write("drafts/q4.md", "# 2026-Q4\n")
    done = okrlint(*command.split()[1:])
    assert (done.returncode, done.stderr, done.stdout) == (0, "", shown)


def test_the_errors_shown_are_those_given(okrlint: Callable[..., Any], write: Write) -> None:
    write("okrlint.toml", 'select = ["KW"]\nsevrity = 1\nfail-on = "warnning"\n')
    shown = next(block.text for block in blocks(PAGES[0]) if block.language == "text")
    done = okrlint("check", ".")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", shown)


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
