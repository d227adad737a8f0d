"""The pages on rules of one's own do what they say: files are used, commands run, conditions asked, lists compared.

PYTHONPATH=tests python tests/declaring/test_writing_rules_page.py    # puts the present outputs into the pages
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

import okrlint
from documentation import DOCS, Block, blocks
from okrlint.config.declarations import MAX_RULES
from okrlint.config.files import MAX_BYTES, MAX_DEPTH, MAX_VALUES
from okrlint.config.rule_tables import ConditionTable, RuleTable
from okrlint.declaring.conditions import MAX_PATTERNS
from okrlint.declaring.fields import Fields
from okrlint.declaring.pattern_checks import MOST_OPEN_REPEATS
from okrlint.declaring.pattern_syntax import DEEPEST, MOST_CHARACTERS, MOST_TIMES, MOST_TIMES_NESTED
from okrlint.declaring.patterns import LONGEST_TEXT, SECONDS
from okrlint.registry import installed

PAGES = ("writing-rules.md", "writing-rules.zh.md")
EXAMPLES = DOCS / "examples"
TARGETS = ("objective", "key-result", "item", "action", "document")

both = pytest.mark.parametrize("page", PAGES)


def played(page: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Do what a page says in a folder; yield each of its sessions, and how it comes out."""
    for block in blocks(page):
        if block.about:
            (folder / block.about).write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            commands = [line.removeprefix("$ ") for line in block.text.splitlines() if line.startswith("$ ")]
            yield block.text, "".join(f"$ {command}\n{_output(command, folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    command, _, lines = command.partition(" | head -n ")
    program, *arguments = shlex.split(command)
    assert program == "okrlint"
    if arguments[0] == "check":
        arguments += ["--today", "2026-07-06"]
    done = subprocess.run(
        [sys.executable, "-m", "okrlint", *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "COLUMNS"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    output = done.stdout.decode("utf-8")
    assert "internal error" not in output
    return "".join(output.splitlines(keepends=True)[: int(lines) if lines else None])


@both
def test_what_the_page_shows_is_what_comes_out(page: str, tmp_path: Path) -> None:
    sessions = list(played(page, tmp_path))
    assert len(sessions) == 7
    for shown, now in sessions:
        assert now == shown


def test_both_languages_do_the_same() -> None:
    english, chinese = ([(block.language, block.about) for block in blocks(page)] for page in PAGES)
    assert english == chinese
    complete = {next(b.text for b in blocks(page) if b.text.startswith("# The rules of")) for page in PAGES}
    assert complete == {(EXAMPLES / "house-rules.yaml").read_text("utf-8")}


def _is_fragment(block: Block) -> bool:
    return block.language == "yaml" and not block.about


@both
def test_each_fragment_can_be_used(page: str) -> None:
    fragments = [yaml.safe_load(block.text) for block in blocks(page) if _is_fragment(block)]
    assert len(fragments) == 4
    for said in fragments:
        if said.keys() <= {"fields", "word-lists"}:
            okrlint.Linter(said)
        else:
            target = "document" if "count" in said else "key-result"
            okrlint.Linter({"rules": [_rule(said, target)]})


def _rule(condition: Any, target: str = "key-result") -> dict[str, Any]:
    return {"code": "ACME001", "name": "so-it-is", "target": target, "if": condition, "message": "so it is"}


class Table(NamedTuple):
    """A table of a page: what stands in its head, and its rows."""

    head: list[str]
    rows: list[list[str]]


def tables(page: str) -> list[Table]:
    """Return the tables of a page."""
    text = re.sub(r"^```.*?^```$", "", (DOCS / page).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    found = []
    for match in re.finditer(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        head, _, *rows = ([cell.strip() for cell in line[1:-1].split("|")] for line in match.group().splitlines())
        found.append(Table(head, rows))
    return found


def named(page: str, *first: str) -> Table:
    """Return the table with one of these in its first head."""
    return next(table for table in tables(page) if table.head[0] in first)


@both
def test_each_condition_holds_where_the_page_says_so(page: str) -> None:
    around = {"en": "## O1: Make customers glad\n\n- KR1: {}\n", "zh": "## O1：让客户满意\n\n- KR1：{}\n"}
    rows = named(page, "condition", "条件").rows
    assert len(rows) == 18
    for condition, *statements in rows:
        rule = _rule(yaml.safe_load(condition.strip("`")))
        linter = okrlint.Linter({"rules": [rule], "select": ["ACME"]}, today=date(2026, 7, 6))
        documents = (around["zh" if "zh" in page else "en"].format(statement) for statement in statements)
        holds, does_not = (linter.lint_text(document).findings for document in documents)
        assert {finding.code for finding in holds} == {"ACME001"}, condition
        assert does_not == (), condition


def test_both_languages_show_the_same_conditions() -> None:
    english, chinese = (
        [yaml.safe_load(row[0].strip("`")) for row in named(p, "condition", "条件").rows] for p in PAGES
    )
    assert [each.keys() for each in english] == [each.keys() for each in chinese]


@both
def test_every_key_is_explained(page: str) -> None:
    rule, condition = (
        {key for cell, *_ in table.rows for key in re.findall("`([^`]+)`", cell)}
        for table in tables(page)
        if table.head[0] in ("key", "键")
    )
    assert rule == _keys(RuleTable)
    assert condition == _keys(ConditionTable)


def _keys(table: type[Any]) -> set[str]:
    return {field.alias for field in table.model_fields.values()}


@both
def test_the_fields_are_those_that_there_are(page: str) -> None:
    fields = Fields()
    shown: dict[str, set[str]] = {target: set() for target in TARGETS}
    for row in named(page, "field", "字段").rows:
        name, chinese = (cell.strip("`") for cell in row[:2])
        having = re.findall("`([^`]+)`", row[2])
        for target in TARGETS:
            meant = fields.name(name, target)
            assert meant == fields.name(chinese, target), name
            assert (meant is not None) == (target in having), (name, target)
            shown[target] |= {meant} if meant else set()
    for target in TARGETS:
        assert shown[target] == {fields.name(name, target) for name in fields.known(target)}


@both
def test_the_word_lists_are_there(page: str) -> None:
    shown = [name for cell, _ in named(page, "list", "词表").rows for name in re.findall("`([^`]+)`", cell)]
    assert len(set(shown)) == len(shown) > 20
    assert set(shown) <= {ref.name for ref in installed().lexicons}


@both
def test_the_limits_are_those_of_patterns(page: str) -> None:
    limits = [cell for cell, _ in named(page, "limit", "上限").rows]
    known = (MOST_CHARACTERS, DEEPEST, MOST_OPEN_REPEATS, MOST_TIMES, LONGEST_TEXT)
    assert limits[:-1] == [f"{limit:,}" for limit in known]
    assert limits[-1].split() in (["50", "ms"], ["50", "毫秒"])
    assert SECONDS == 0.05
    text = (DOCS / page).read_text("utf-8")
    assert all(
        f"{limit:,}" in text for limit in (MOST_TIMES_NESTED, MAX_RULES, MAX_PATTERNS, MAX_VALUES, MAX_DEPTH, MAX_BYTES)
    )


@both
def test_placeholders_are_replaced_as_told(page: str) -> None:
    rows = named(page, "placeholder", "占位").rows
    message = "|".join(cell.strip("`") for cell, _ in rows) + "|{{}}"
    rule = _rule({"any-word": ["synergy"]}) | {"message": message}
    report = okrlint.lint_text("## O1: Be\n- KR1: More synergy\n", config={"rules": [rule], "select": ["ACME"]})
    assert [finding.message for finding in report.findings] == ["More synergy|synergy|KR1|{}"]


def test_the_complete_file_finds_what_it_says(okrlint: Callable[..., Any]) -> None:
    path = str(EXAMPLES / "house-rules.yaml")
    assert okrlint("rules", "test", path).returncode == 0
    done = okrlint("check", "--config", path, "--select", "ACME", "--format", "compact", str(EXAMPLES))
    found = Counter(re.findall(r"([\w.-]+):\d+:\d+: \w+ (ACME\d+)", done.stdout.replace("警告", "warning")))
    of_the_team = ("marketing-after.en.md", "marketing-after.zh.md", "marketing-before.zh.md")
    assert found == {(name, "ACME002"): 4 for name in of_the_team}


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_rule_of_the_readme_behaves(okrlint: Callable[..., Any], write: Callable[..., Path], readme: str) -> None:
    text = (DOCS.parent / readme).read_text("utf-8")
    write("house-rules.yaml", text.partition("```yaml\n# house-rules.yaml\n")[2].partition("```")[0])
    assert okrlint("rules", "test", "house-rules.yaml").returncode == 0


def test_a_walk_passes_over_a_file_of_rules(okrlint: Callable[..., Any]) -> None:
    done = okrlint("check", "--exit-zero", str(EXAMPLES))
    assert (done.returncode, done.stderr) == (0, "")
    assert "house-rules" not in done.stdout


if __name__ == "__main__":
    for name in PAGES:
        contents = (DOCS / name).read_text("utf-8")
        with tempfile.TemporaryDirectory() as home:
            for before, after in played(name, Path(home)):
                contents = contents.replace(f"```console\n{before}```", f"```console\n{after}```", 1)
        (DOCS / name).write_text(contents, "utf-8")
