"""What configuration says of people: teams, and who there is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrlint import ConfigError, Linter
from okrlint.config.discovery import load
from okrlint.config.members import MAX_LENGTH, MAX_MEMBERS
from okrlint.plugins import Team
from okrlint.preparing import teams_of

Write = Callable[[str, str | bytes], Path]

OKRS = """# OKRs 2026-Q2

## O1: Make every customer glad they stayed

- KR1: Churn falls from 4% to 2% (owner: Ana Ruiz)
- KR2: 900 qualified leads (owner: Mo Salim)
"""


@pytest.fixture(autouse=True)
def in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def complaint(write: Write, name: str, content: str | bytes) -> str:
    write(name, content)
    write("okrlint.toml", f'lang = "en"\nmembers = "{name}"\n')
    with pytest.raises(ConfigError) as caught:
        load("okrlint.toml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "members"),
    [
        ("people.txt", "# who there is\nAna Ruiz\n\n  @lchen  \r\n王芳\nAna Ruiz\n", ("Ana Ruiz", "@lchen", "王芳")),
        ("people.md", "- Ana Ruiz\n* O'Neil, Pat\n", ("Ana Ruiz", "O'Neil, Pat")),
        ("people.txt", "\ufeffAna Ruiz\n", ("Ana Ruiz",)),
        ("people.txt", "王芳\n陈丽\n李强负责人\n".encode("gb18030"), ("王芳", "陈丽", "李强负责人")),
        ("people.yaml", "- Ana Ruiz\n- '@lchen'\n- 王芳\n", ("Ana Ruiz", "@lchen", "王芳")),
        ("people.json", '["Ana Ruiz",\n\t"\\u738b\\u82b3"]', ("Ana Ruiz", "王芳")),
        ("people.csv", "Name,Handle,Room\nAna Ruiz,@aruiz,12\nLi Chen,,13\n", ("Ana Ruiz", "@aruiz", "Li Chen")),
        ("people.csv", "工号;姓名\n1;王芳\n2;陈丽\n", ("王芳", "陈丽")),
        ("people.csv", "Ana Ruiz\nLi Chen\n", ("Ana Ruiz", "Li Chen")),
        ("people.csv", '\ufeffname\n"O\'Neil, Pat"\n', ("O'Neil, Pat",)),
        ("people.tsv", "name\troom\nAna Ruiz\t12\n", ("Ana Ruiz",)),
    ],
)
def test_a_file_of_members(write: Write, name: str, content: str | bytes, members: tuple[str, ...]) -> None:
    path = write(f"lists/{name}", content)
    write("okrlint.toml", f'members = "lists/{name}"\n')
    settings = load("okrlint.toml")
    assert (settings.members, settings.members_file) == (members, str(path))
    assert settings.origins["members"] == "okrlint.toml:1"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("people.txt", "", "people.txt: there is no name in this file"),
        ("people.txt", "# nobody\n", "people.txt: there is no name in this file"),
        ("people.txt", f"Ana\n{'x' * (MAX_LENGTH + 1)}\n", "people.txt:2: this is no name"),
        ("people.txt", "Ana\x07\n", "people.txt:1: this is no name"),
        ("people.txt", b"Ana\x00", "people.txt: members: this is not a text file"),
        ("people.txt", "Ana\n" * 200_000, "people.txt: members: is 0.8 MB"),
        ("people.txt", "\n".join(map(str, range(MAX_MEMBERS + 1))), f"people.txt: more than {MAX_MEMBERS} names"),
        ("people.yaml", "- Ana\n- 7\n- {name: Li}\n", "people.yaml:2: write a name here"),
        ("people.yaml", "- Ana\n- 7\n- {name: Li}\n", "people.yaml:3: write a name here"),
        ("people.yaml", "members: [Ana]\n", "people.yaml: write a list of names"),
        ("people.yaml", "- &a Ana\n- *a\n", "people.yaml:2: a configuration may not hold aliases"),
        ("people.yaml", "- 'Ana\n", "people.yaml:"),
        ("people.yaml", "[" * 5_000, "people.yaml: nested more than 20 deep"),
        ("people.json", '["Ana",\n 7]', "people.json:2: write a name here"),
        ("people.json", '["Ana",\n', "people.json:"),
        ("people.json", '{"Ana": 1}', "people.json: write a list of names"),
        ("people.json", "[" * 100_000, "people.json: members: "),
        ("people.json", "", "people.json: there is no name in this file"),
        ("people.csv", "Ana,12\nLi,13\n", "people.csv:1: which column holds the names?"),
        ("people.csv", f"name\nAna\n{'x' * 101}\n", "people.csv:3: this is no name"),
    ],
)
def test_a_file_that_holds_none(write: Write, name: str, content: str | bytes, said: str) -> None:
    assert said in complaint(write, name, content)


def test_a_file_that_is_not_there(write: Write, tmp_path: Path) -> None:
    write("okrlint.toml", 'lang = "en"\nmembers = "nobody.txt"\nfail-on = 3\n')
    with pytest.raises(ConfigError, match=r"okrlint.toml:3: fail-on"):
        load("okrlint.toml")
    write("okrlint.toml", 'lang = "en"\nmembers = "nobody.txt"\n')
    with pytest.raises(ConfigError, match=r"okrlint.toml:2: members names nobody.txt: there is no such file"):
        load("okrlint.toml")
    (tmp_path / "nobody.txt").mkdir()
    with pytest.raises(ConfigError, match=r"members names nobody.txt: is no file"):
        load("okrlint.toml")


@pytest.mark.parametrize("value", ["3", "true", '""', '["", "Ana"]', "[3]", '"a\\u0000b"'])
def test_what_is_neither_a_list_nor_a_path(write: Write, value: str) -> None:
    write("okrlint.toml", f"members = {value}\n")
    with pytest.raises(ConfigError, match=r"okrlint.toml:1: members: "):
        load("okrlint.toml")


def test_a_file_is_relative_to_what_names_it_and_the_nearer_configuration_wins(write: Write) -> None:
    file = write("shared/people.txt", "Ana Ruiz\n")
    write("shared/base.yaml", "members: people.txt\nteams: {Growth: {members: [Ana Ruiz], parent: Company}}\n")
    write("okrlint.toml", 'extends = "shared/base.yaml"\n[teams.Growth]\ncharter = ["sign-ups"]\n[teams.Support]\n')
    settings = load("okrlint.toml")
    assert (settings.members, settings.members_file) == (("Ana Ruiz",), str(file))
    assert settings.teams["Support"] == {"members": (), "charter": (), "parent": None}
    write("okrlint.toml", 'extends = "shared/base.yaml"\nmembers = ["Li"]\n')
    settings = load("okrlint.toml")
    assert (settings.members, settings.members_file) == (("Li",), None)
    assert teams_of(settings) == {"Growth": Team("Growth", ("Ana Ruiz",), (), "Company")}


def test_an_owner_who_is_no_member_is_found(write: Write) -> None:
    write("people.txt", "Ana Ruiz\n")
    write("okrlint.toml", 'members = "people.txt"\nselect = ["OW006"]\n')
    report = Linter().lint_file(write("q2.md", OKRS))
    assert [finding.quote for finding in report.findings] == ["Mo Salim"]


def test_a_charter_of_the_configuration_counts(write: Write) -> None:
    write("okrlint.toml", 'select = ["AL005"]\n[teams.Growth]\ncharter = ["sign-ups"]\n')
    text = OKRS.replace("2026-Q2\n", "2026-Q2\n\nTeam: Growth\n")
    (found,) = Linter().lint_file(write("q2.md", text)).findings
    assert "Growth" in found.message
    assert "sign-ups" in found.message


def test_a_changed_file_of_members_is_read_again(write: Write, okrlint: Callable[..., Any]) -> None:
    write("q2.md", OKRS)
    write("okrlint.toml", 'members = "people.txt"\nselect = ["OW006"]\n')
    for people, quotes in (("Ana Ruiz\n", ["Mo Salim"]), ("Ana Ruiz\nMo Salim\n", []), ("Mo Salim\n", ["Ana Ruiz"])):
        write("people.txt", people)
        for _ in range(2):
            done = okrlint("check", "q2.md", "--format", "json")
            found = json.loads(done.stdout)["findings"]
            assert [each["message"].split("”")[0].strip("“") for each in found] == quotes


def test_the_command_shows_what_there_is(write: Write, okrlint: Callable[..., Any]) -> None:
    write("people.txt", "\n".join(f"Person {number}" for number in range(9)))
    keys = 'members = "people.txt"\nplans = ["plan.md"]\nproject = ["okr/"]\n'
    write("okrlint.toml", f'{keys}[teams.Growth]\nparent = "All"\n')
    done = okrlint("config", "q2.md")
    rows = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "members Person 0, Person 1, Person 2, Person 3, Person 4 and 4 more okrlint.toml:1" in rows
    assert "plans plan.md okrlint.toml:2" in rows
    assert "project okr/ okrlint.toml:3" in rows
    assert "teams.Growth.parent All okrlint.toml:4" in rows
    values = json.loads(okrlint("config", "q2.md", "--format", "json").stdout)["values"]
    assert len(values["members"]["value"]) == 9
