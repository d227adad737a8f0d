"""Rules over all documents of a run: who names what, in which order and where it is done makes no difference."""

import os
import random
import subprocess
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from okrlint import Linter, jobs, lint_paths
from okrlint.config.lookup import Lookup
from okrlint.opening import read_document
from okrlint.reading.source import Source

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[str, str], Path]

DAY = date(2026, 5, 1)
RULES = 'select = ["AL002", "AL003", "AL008", "OW005", "ST005", "HY005"]\n[options.OW005]\nmax_krs_per_person = 2\n'
WITH_PLAN = f'plans = ["plan.md"]\n{RULES}'
WITH_PROJECT = f'project = ["okr/"]\n{WITH_PLAN}'
PLAN = """# Plan 2026-Q2

- O1: Win 90,000 downloads of the tuner
- O2: Certify 900 luthiers
- O3: Open 12 workshops
"""
FILES = {
    "okr/company.md": """# Company OKRs 2026-Q2

## O1: Become the workshop that players cross town for

- Supports: [plan](../plan.md#o2)
- KR1: 40% of guests come from other districts

## O2: Let luthiers grow old in the trade

- KR1: 2 of 40 leave instead of 9
""",
    "okr/growth.md": """# Growth team OKRs 2026-Q2

## O1: Let every garage band hear of us

- Supports: ../plan.md#o1
- KR1: Open 12 channels with music schools (owner: Ana Li)
- KR2: 35,000 downloads through school bands (owner: Ana Li)
- KR3: Refunds fall from 9% to 3% (owner: Ana Li)
""",
    "okr/strings.md": """# String team OKRs 2026-Q2

## O1: Make tuning a pleasure

- Supports: company.md#o9
- KR1: Refunds fall from 9% to 3%
- KR2: 9 of 10 are tuned within a minute
""",
    "okr/shops/客服.md": """# 客服部 2026年Q2 OKR

## O1：让每位乐手都愿意再来

- 承接：../company.md#o1、../company.md#o7
- KR1：复购率由20%升至35%
""",
    "okr/shops/tables.csv": (
        "Cycle,Objective,Key result,Supports\n"
        "2026-Q2,Make repairs quick,Repairs take 2 days instead of 9,../harbour.md O1\n"
    ),
}
"""Teams, the company above them and, in `PLAN`, what all is there for."""

TEAMS = sorted(FILES)
EXPECTED = [
    ("okr/company.md", "AL003", "O2"),
    ("okr/growth.md", "OW005", "O1"),
    ("okr/shops/tables.csv", "AL002", "O1"),
    ("okr/shops/客服.md", "AL002", "O1"),
    ("okr/strings.md", "AL002", "O1"),
    ("okr/strings.md", "ST005", "O1"),
    ("plan.md", "AL003", "O3"),
    ("plan.md", "AL008", "O1"),
]


STAYING = "# Night team OKRs 2026-Q2\n\n## O1: Stay\n\n- Supports: company.md#o2\n- KR1: 9 of 10 stay\n"
SHOWING = "# Day team OKRs 2026-Q2\n\n## O1: Show\n\n- Supports: {}\n- KR1: 9 of 10 look\n"


@pytest.fixture
def project(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds the project, which is the working folder, too."""
    for name, text in {**FILES, "plan.md": PLAN, "okrlint.toml": WITH_PROJECT}.items():
        write(name, text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OKRLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def told(*paths: str) -> list[tuple[str, str, str | None]]:
    """Return what is found, in brief."""
    return sorted((each.path, each.code, each.objective) for each in lint_paths(paths, today=DAY).findings)


def lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def test_what_there_is_to_find(project: Path) -> None:
    assert told(".") == EXPECTED


def test_the_order_of_paths_makes_no_difference(project: Path) -> None:
    linter = Linter(today=DAY)
    paths = [*TEAMS, "plan.md"]
    expected = linter.lint_paths(paths)
    assert sorted((each.path, each.code, each.objective) for each in expected.findings) == EXPECTED
    shuffle = random.Random(7).shuffle
    for _ in range(6):
        shuffle(paths)
        assert linter.lint_paths(paths) == expected
        assert linter.lint_paths([*paths[:2], "okr", *paths]).findings == expected.findings


def test_each_file_alone_is_told_the_same_where_the_project_is_known(project: Path) -> None:
    alone = [entry for path in (*TEAMS, "plan.md") for entry in told(path)]
    assert sorted(alone) == EXPECTED


def test_executors_find_what_is_found_here(project: Path) -> None:
    linter = Linter(today=DAY)
    here = linter.lint_paths(["."])
    each = [finding for report in linter.lint_each(["."]) for finding in report.findings]
    assert each == list(here.findings)
    with ThreadPoolExecutor(3) as executor:
        assert linter.lint_paths(["."], executor=executor) == here
        assert [finding for report in linter.lint_each(["."], executor=executor) for finding in report.findings] == each
    with ProcessPoolExecutor(2, get_context("fork")) as executor:
        assert linter.lint_paths(["."], executor=executor) == here
        assert [finding for report in linter.lint_each(["."], executor=executor) for finding in report.findings] == each


def test_no_document_is_read_twice(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(source: Source, *rest: object, **options: object) -> object:
        read.append(source.path)
        return read_document(source, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(jobs, "read_document", counted)
    assert told(".") == EXPECTED
    assert sorted(read) == sorted([*FILES, "plan.md"])


def test_a_file_that_changes_while_others_are_read_is_linted_as_it_is(project: Path) -> None:
    strings = project / "okr/strings.md"

    def changing(number: int, total: int) -> None:
        if number == total:
            strings.write_text("\n\n" + FILES["okr/strings.md"], encoding="utf-8")

    found = Linter(today=DAY).lint_paths(["."], progress=changing).findings
    places = [(each.start.line, each.quote) for each in found if each.path == "okr/strings.md"]
    assert len(places) == 2
    lines = strings.read_text(encoding="utf-8").splitlines()
    assert all(quote in lines[line - 1] for line, quote in places)


def test_the_command_line_finds_the_same_with_processes_and_with_a_cache(project: Path, okrlint: Run) -> None:
    command = ("check", "--today", DAY.isoformat(), "--format", "compact", ".")
    plain = lines(okrlint(*command, "--no-cache", "-j1"))
    report = lint_paths(["."], today=DAY)
    assert [line.partition(" ")[0] for line in plain] == [
        f"{each.path}:{each.start.line}:{each.start.column}:" for each in report.findings
    ]
    for options in (("--no-cache", "-j2"), ("-j2",), ("-j1",), ("-j2",)):
        assert lines(okrlint(*command, *options)) == plain
    assert sorted(lines(okrlint(*command[:-1], "plan.md", *reversed(TEAMS)))) == sorted(plain)


@pytest.mark.parametrize("name", TEAMS)
def test_standard_input_is_the_file_that_it_is_named_for(project: Path, name: str) -> None:
    linter = Linter(today=DAY)
    named = linter.lint_paths([name])
    given = linter.lint_input((project / name).read_bytes(), name)
    assert given.findings == named.findings
    changed = linter.lint_input((project / name).read_bytes().replace(b"#o9", b"#o2"), name)
    assert len(changed.findings) == len(named.findings) - (name == "okr/strings.md")


def test_standard_input_on_the_command_line(project: Path, okrlint: Run) -> None:
    command = ("check", "--today", DAY.isoformat(), "--format", "compact")
    named = lines(okrlint(*command, "okr/strings.md"))
    text = FILES["okr/strings.md"]
    assert lines(okrlint(*command, "--stdin-filename", "okr/strings.md", "-", stdin=text)) == named
    assert ["AL002" in line for line in named] == [True, False]


class Cached:
    """Runs the command line over some paths with a cache, which never makes a difference."""

    def __init__(self, okrlint: Run) -> None:
        self._okrlint = okrlint

    def __call__(self, *paths: str) -> list[str]:
        known = lines(self._okrlint("check", "--today", DAY.isoformat(), "--format", "compact", *paths))
        assert known == [
            f"{each.path}:{each.start.line}:{each.start.column}: {each.severity.label} {each.code} {each.message} "
            f"[{each.name}]"
            for each in lint_paths(paths, today=DAY).findings
        ]
        return known


@pytest.fixture
def cached(project: Path, okrlint: Run) -> Cached:
    return Cached(okrlint)


def test_touching_files_changes_nothing(project: Path, cached: Cached) -> None:
    before = cached("okr")
    for name in (*TEAMS, "plan.md", "okrlint.toml"):
        os.utime(project / name)
    assert cached("okr") == before


def test_a_plan_that_is_not_linted_counts(cached: Cached, write: Write) -> None:
    before = cached("okr")
    write("plan.md", PLAN.replace("O1: Win", "O4: Win"))
    after = cached("okr")
    (new,) = set(after) - set(before)  # growth.md leads to a goal that there is no more
    assert new.startswith("okr/growth.md:5:")
    assert "AL002" in new
    write("plan.md", PLAN)
    assert cached("okr") == before


def test_another_file_of_the_project_counts(cached: Cached, write: Write, project: Path) -> None:
    (before,) = cached("okr/company.md")
    assert "AL003" in before
    write("okr/new.md", STAYING)
    assert cached("okr/company.md") == []
    (project / "okr/new.md").unlink()
    assert cached("okr/company.md") == [before]
    write("okrlint.toml", WITH_PLAN)
    assert cached("okr/company.md") == []


# One file, a folder, and what is known to be the project


def test_named_files_are_not_the_whole_project(project: Path, write: Write) -> None:
    write("okrlint.toml", RULES)
    assert told(*TEAMS) == [entry for entry in EXPECTED if entry[1] in ("AL002", "OW005", "ST005")]
    assert [entry for entry in told(".") if entry[1] == "AL003"] == [("okr/company.md", "AL003", "O2")]
    assert told("okr/company.md") == []
    assert told("okr/strings.md") == [("okr/strings.md", "AL002", "O1")]


def test_a_folder_beside_a_named_file_makes_it_whole(project: Path, write: Write) -> None:
    write("okrlint.toml", RULES)
    write("empty/notes.txt", "none")
    assert ("okr/company.md", "AL003", "O2") in told("okr/company.md", "okr")


def test_a_plan_alone_does_not_make_named_files_the_whole_project(project: Path, write: Write) -> None:
    write("okrlint.toml", WITH_PLAN)
    write("okr/night.md", STAYING)
    write("okr/day.md", SHOWING.format("company.md#o1"))
    assert "AL003" not in [code for path, code, _ in told("okr") if path == "okr/company.md"]
    assert told("okr/company.md", "okr/day.md") == []


def test_a_plan_is_not_taken_for_company_okrs_that_are_not_looked_at(project: Path, write: Write) -> None:
    write("okrlint.toml", WITH_PLAN)
    write("plan.md", PLAN.replace("- O", "- P"))
    write("okr/day.md", SHOWING.format("company O1"))
    assert [entry for entry in told("okr") if entry[0] == "okr/day.md"] == []
    assert told("okr/day.md") == []


def test_text_that_is_no_file_is_all_of_its_project(project: Path) -> None:
    text = "# Night shift OKRs 2026-Q2\n\n## O1: Rest\n\n- Supports: O2\n- KR1: 9 of 10 rest\n\n"
    text += "## O2: Stay\n\n- Supports: O1\n- KR1: 2 of 14 leave\n"
    report = Linter({"select": ["AL002", "AL003"]}, today=DAY).lint_text(text)
    assert [each.code for each in report.findings] == ["AL002"]


# Suppressions, baselines, settings for some paths


def test_suppressions_silence_what_all_documents_show(project: Path, write: Write) -> None:
    comment = "<!-- okrlint: disable-file=AL002,ST005 -- agreed -->\n"
    write("okr/strings.md", FILES["okr/strings.md"].replace("# String", f"{comment}# String", 1))
    report = lint_paths(["."], today=DAY)
    assert not [each for each in report.findings if each.path == "okr/strings.md"]
    assert [(each.finding.code, each.reason) for each in report.hidden] == [("AL002", "agreed"), ("ST005", "agreed")]
    assert told("okr/strings.md") == []


def test_a_suppression_of_what_is_not_found_is_told_where_all_is_known(project: Path, write: Write) -> None:
    write("okr/growth.md", f"<!-- okrlint: disable-file=AL002 -->\n{FILES['okr/growth.md']}")
    assert ("okr/growth.md", "HY005", None) in told(".")
    assert ("okr/growth.md", "HY005", None) in told("okr/growth.md")
    write("okrlint.toml", RULES)
    assert ("okr/growth.md", "HY005", None) in told("okr")
    assert ("okr/growth.md", "HY005", None) not in told("okr/growth.md", "okr/strings.md")


def test_baselines_know_what_all_documents_show(project: Path, okrlint: Run, write: Write) -> None:
    command = ("check", "--today", DAY.isoformat(), "--baseline", "known.json", ".")
    assert okrlint(*command, "--write-baseline").returncode == 0
    compact = (*command, "--format", "compact")
    assert lines(okrlint(*compact)) == lines(okrlint(*compact, "--no-cache")) == []
    write("okr/strings.md", f"Words above.\n\n{FILES['okr/strings.md']}")  # what is known may stand elsewhere
    assert lines(okrlint(*compact)) == []
    write("okr/strings.md", FILES["okr/strings.md"].replace("#o9", "#o8"))
    (line,) = [each for each in lines(okrlint(*compact)) if each.startswith("okr/")]
    assert line.startswith("okr/strings.md:5:")


def test_settings_for_some_paths_count_by_the_document_of_the_finding(project: Path, write: Write) -> None:
    shops = '[[per-path]]\npaths = ["okr/shops/"]\nignore = ["AL002"]\n[[per-path]]\npaths = ["strings.md"]\n'
    write("okrlint.toml", f'{WITH_PROJECT}{shops}severity = {{AL002 = "hint", ST005 = "error"}}\n')
    report = lint_paths(["."], today=DAY)
    severities = {(each.path, each.code): each.severity.label for each in report.findings}
    assert severities["okr/strings.md", "ST005"] == "error"
    assert severities["okr/strings.md", "AL002"] == "hint"
    assert severities["plan.md", "AL008"] == "warning"
    assert not [path for path, _ in severities if path.startswith("okr/shops/")]


def test_options_count_by_the_document_of_the_finding(project: Path, write: Write) -> None:
    write("okr/okrlint.toml", RULES.replace("person = 2", "person = 5"))
    assert [entry for entry in told(".") if entry[1] == "OW005"] == []
    write("okr/okrlint.toml", RULES)
    write("okrlint.toml", WITH_PROJECT.replace("person = 2", "person = 5"))
    assert [entry for entry in told(".") if entry[1] == "OW005"] == [("okr/growth.md", "OW005", "O1")]


@pytest.mark.parametrize(
    ("select", "expected"), [("CF005", False), ("LC002", False), ("ST005", True), ("KW002", False)]
)
def test_nobody_waits_for_rules_that_have_nothing_to_look_at(select: str, expected: bool) -> None:
    settings = Lookup({"select": [select]}).settings("team.md")
    assert jobs.looks_across(jobs.run_under(settings, DAY)) is expected
    settings = Lookup({"select": [select], "history": True}).settings("team.md")
    assert jobs.looks_across(jobs.run_under(settings, DAY)) is (expected or select != "KW002")
