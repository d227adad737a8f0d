"""`okrlint config`: what applies to a file, and where it comes from."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrlint.reporting.width import width

Write = Callable[[str, str | bytes], Path]
Run = Callable[..., Any]


def rows(text: str) -> dict[str, list[str]]:
    """Return the cells of each line by the first one."""
    cells = ([cell.strip() for cell in line.split("  ") if cell.strip()] for line in text.splitlines() if line.strip())
    return {first: rest for first, *rest in cells}


def test_without_a_configuration_all_is_default(okrlint: Run) -> None:
    done = okrlint("config")
    assert done.returncode == 0
    assert done.stdout.startswith(".\nconfiguration: none found; these are the defaults\n")
    said = rows(done.stdout)
    assert said["preset"] == ["default", "default"]
    assert said["select"] == ["the rules that are on", "default"]
    assert said["KW001"] == ["kr-not-quantified", "error", "default"]
    assert "AL005" not in said  # off by default


def test_each_value_has_its_origin(okrlint: Run, write: Write) -> None:
    write("base.yaml", "lang: zh\nlexicon: {inspiring: [让人向往]}\nbaseline: known.json\nrequire-reason: true\n")
    write(
        "okrlint.toml",
        'extends = "base.yaml"\npreset = "google"\nignore = ["WT"]\n\n[severity]\nKW = "info"\n\n[options.KW001]\n'
        'accept-relative = false\n\n[[per-path]]\npaths = ["旧/"]\ntimezone = "Asia/Shanghai"\n'
        'severity.KW001 = {severity = "hint", from = 2026-10-01}\n',
    )
    write("旧/q2.md", "# x")
    done = okrlint("config", "旧/q2.md", "--select", "KW001,KW002,OB005", "--today", "2026-10-02")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("旧/q2.md\nconfiguration: okrlint.toml\n  extends base.yaml\n\n")
    said = rows(done.stdout)
    assert said["preset"] == ["google", "okrlint.toml:2"]
    assert said["select"] == ["KW001, KW002, OB005", "command line"]
    assert said["ignore"] == ["WT", "okrlint.toml:3"]
    assert said["lang"] == ["zh", "base.yaml:1"]
    assert said["baseline"] == ["known.json", "base.yaml:3"]
    assert said["require-reason"] == ["true", "base.yaml:4"]
    assert said["timezone"] == ["Asia/Shanghai", "okrlint.toml:13 (per-path)"]
    assert said["fail-on"] == ["warning", "default"]
    assert said["severity.KW"] == ["info", "okrlint.toml:6"]
    assert said["severity.KW001"] == ["hint from 2026-10-01", "okrlint.toml:14 (per-path)"]
    assert said["options.KW001.accept_relative"] == ["false", "okrlint.toml:9"]
    assert said["lexicon.inspiring"] == ["让人向往", "base.yaml:2"]
    assert "3 rules run" in said
    assert said["KW001"] == [
        "kr-not-quantified", "hint", "okrlint.toml:14 (per-path)", "accept_relative = false (okrlint.toml:9)",
    ]  # fmt: skip
    assert said["KW002"][1:3] == ["info", "okrlint.toml:6"]
    assert said["OB005"][1:] == [
        "warning", "default", "max_words_en = 20 (preset google), max_chars_zh = 40 (preset google)",
    ]  # fmt: skip
    before = rows(okrlint("config", "旧/q2.md", "--today", "2026-09-30").stdout)
    assert before["KW001"][1:3] == ["info", "okrlint.toml:6"]
    columns = {width(line[: line.index(end)]) for line in done.stdout.splitlines() if (end := "base.yaml:") in line}
    assert len(columns) == 1  # Chinese characters take two cells


def test_a_preset_is_an_origin(okrlint: Run) -> None:
    said = rows(okrlint("config", "--preset", "strict").stdout)
    assert said["preset"] == ["strict", "command line"]
    assert said["select"][1] == said["min-confidence"][1] == "preset strict"
    said = rows(okrlint("config", "--preset", "feishu").stdout)
    assert said["OB001"][1:3] == ["warning", "preset feishu"]


def test_as_json(okrlint: Run, write: Write, tmp_path: Path) -> None:
    write("okrlint.toml", 'select = ["KW002"]\nseverity.KW002 = {severity = "off", from = 2999-01-01, before = "info"}')
    data = json.loads(okrlint("config", "okr", "--format", "json").stdout)
    assert (data["version"], data["path"], data["extends"]) == (1, "okr", [])
    assert data["configuration"] == str(tmp_path / "okrlint.toml")
    assert data["values"]["select"] == {"value": ["KW002"], "from": "okrlint.toml:1"}
    assert data["values"]["severity.KW002"]["value"] == {"severity": "off", "from": "2999-01-01", "before": "info"}
    assert [(rule["code"], rule["severity"], rule["severity_from"]) for rule in data["rules"]] == [
        ("KW002", "info", "okrlint.toml:2")
    ]


def test_a_file_to_come_is_answered_with_a_word_on_standard_error(okrlint: Run) -> None:
    done = okrlint("config", "okr/none.md")
    assert done.returncode == 0
    assert "there is no such file" in done.stderr
    assert "preset" in done.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('sevrity = "x"', "okrlint.toml:1: unknown key 'sevrity'; did you mean 'severity'?"),
        ('\nselect = ["KX"]', "okrlint.toml:2: unknown rule 'KX'"),
        ('extends = "okrlint.toml"', "circle"),
    ],
)
def test_a_bad_configuration_is_exit_2(okrlint: Run, write: Write, content: str, said: str) -> None:
    write("okrlint.toml", content)
    done = okrlint("config")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_what_steers_a_terminal_does_not_reach_it(okrlint: Run, write: Write) -> None:
    write("okrlint.toml", 'exclude = ["a\\u001b[31mb", "\\u202e"]')
    done = okrlint("config")
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
