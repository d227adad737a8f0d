"""`check --baseline`, `--write-baseline` and `okrlint baseline prune` as their users run them."""

import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrlint import ConfigError, Linter

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

TODAY = ("--today", "2026-04-20")
BASELINE = ("--baseline", "known.json")
TEAM = """# Growth 2026-Q2

## O1: Make regulars our loudest advocates

- KR1: Launch the referral programme
- KR2: Referral sign-ups rise from 400 to 900
- KR3: Share of regulars rises from 10% to 20%
"""
OTHER = "# Sales 2026-Q2\n\n## O1: Win the north\n\n- KR1: Improve satisfaction\n"
OWNERS = ("--select", "OW001")


def entries(folder: Path, name: str = "known.json") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / name).read_text("utf-8"))["findings"]
    return found


def codes(done: Any) -> list[str]:
    return sorted(f"{each['code']} {each['path']}" for each in json.loads(done.stdout)["findings"])


@pytest.fixture
def check(okrlint: Run) -> Run:
    return lambda *args, **more: okrlint("check", *TODAY, *args, **more)


@pytest.fixture
def team(write: Write, check: Run) -> Path:
    """A document all of whose findings are known."""
    path = write("okrs/team.md", TEAM)
    done = check("okrs", *BASELINE, "--write-baseline")
    assert (done.returncode, done.stderr) == (0, "")
    return path


def test_what_was_written_is_not_reported(check: Run, team: Path) -> None:
    before = check("okrs", "--format", "json")
    number = len(json.loads(before.stdout)["findings"])
    assert before.returncode == 1
    done = check("okrs", *BASELINE)
    assert done.returncode == 0
    assert done.stdout == f"no findings in 1 file, 1 objective, 3 key results; {number} known to the baseline\n"
    again = check("okrs", *BASELINE, "--write-baseline")
    assert again.stdout == f"{number} findings in 1 file written to known.json\n"


def test_the_file_can_be_reviewed(team: Path, tmp_path: Path) -> None:
    text = (tmp_path / "known.json").read_text("utf-8")
    assert text.startswith('{"version": 1,\n "findings": [\n  {"rule": ')
    line = (
        '  {"rule": "OW001", "path": "okrs/team.md", "part": "key_result", "subject": "Launch the referral programme"'
    )
    assert f'{line}, "count": 1}},\n' in text
    assert text.count("\n") == len(entries(tmp_path)) + 3
    assert os.listdir(tmp_path) == ["okrs", "known.json"] or sorted(os.listdir(tmp_path)) == ["known.json", "okrs"]


@pytest.mark.parametrize(
    "text",
    [
        "A new line\n\n" + TEAM.replace("\n- KR2", "\n\nMore words.\n\n- KR2"),
        TEAM.replace("Launch the referral programme", "launch  the Ｒeferral   PROGRAMME"),
        TEAM.replace("- KR1: Launch the referral programme\n", "")
        + "\n## O2: Be the first name that teams think of\n\n- KR1: Launch the referral programme\n",
    ],
    ids=["lines added", "width, case and blanks", "moved to another objective"],
)
def test_edits_elsewhere_keep_an_entry(check: Run, team: Path, text: str) -> None:
    team.write_text(text, "utf-8")
    done = check("okrs", *BASELINE, "--format", "json", "--select", "KW,OW001")
    assert [each for each in codes(done) if "EN012" not in each] == []


def test_a_changed_key_result_does_not_keep_its_entry(check: Run, team: Path) -> None:
    team.write_text(TEAM.replace("Launch the referral", "Launch the loyalty"), "utf-8")
    done = check("okrs", *BASELINE)
    assert done.returncode == 1
    assert "KW002 kr-is-activity [O1 KR1]" in done.stdout
    assert "KR2" not in done.stdout
    assert "known.json:1:1: info EN012 stale-baseline" in done.stdout
    assert "okrlint baseline prune --baseline known.json" in " ".join(done.stdout.split())


def test_a_renamed_file_does_not_keep_its_entries(check: Run, team: Path) -> None:
    team.rename(team.with_name("renamed.md"))
    done = check("okrs", *BASELINE, *OWNERS, "--format", "json")
    assert codes(done) == ["EN012 known.json", "OW001 okrs/renamed.md"]


def test_missing_fields_are_known_one_by_one(check: Run, write: Write) -> None:
    """An owner here and a key result there: what was said once of all is then said of each."""
    path = write("team.md", TEAM)
    check("team.md", *OWNERS, *BASELINE, "--write-baseline")
    options = (*OWNERS, *BASELINE, "--format", "json")
    assert codes(check("team.md", *options)) == []
    path.write_text(TEAM.replace("10% to 20%", "10% to 20% (owner: Ana Ruiz)"), "utf-8")
    assert codes(check("team.md", *options)) == ["EN012 known.json"]
    path.write_text(TEAM + "- KR4: Visits rise from 3 to 5\n", "utf-8")
    (found,) = json.loads(check("team.md", *options).stdout)["findings"]
    assert (found["code"], found["key_result"]) == ("OW001", "KR4")


def test_a_rule_that_another_one_replaces_is_known_too(check: Run, team: Path) -> None:
    """The activity is told instead of the missing number; without the rule for it, that is told, and is not new."""
    assert codes(check("okrs", *BASELINE, "--ignore", "KW002", "--format", "json")) == []
    assert codes(check("okrs", *BASELINE, "--select", "KW001", "--format", "json")) == []


def test_what_is_said_of_all_stays_known_wherever_it_stands(check: Run, write: Write) -> None:
    aims = [
        f"## O: {words}\n\n- KR: {words} grows from 1 to 2\n" for words in ("North", "South", "East", "West", "Sea")
    ]
    path = write("team.md", "# OKRs\n\n" + "".join(aims))
    options = ("--select", "ST001,TM006", *BASELINE)
    check("team.md", *options, "--write-baseline")
    assert codes(check("team.md", *options[:2], "--format", "json")) == ["ST001 team.md", "TM006 team.md"]
    path.write_text("# Our OKRs\n\n" + "".join(reversed(aims)), "utf-8")
    assert codes(check("team.md", *options, "--format", "json")) == []


def test_only_a_run_with_a_baseline_pays_for_one(team: Path, tmp_path: Path) -> None:
    plain = Linter({}, today=date(2026, 4, 20)).lint_file(team)
    assert not any(finding.parts or finding.instead_of for finding in plain.findings)
    known = Linter({"baseline": str(tmp_path / "known.json")}, today=date(2026, 4, 20)).lint_file(team)
    assert any(each.finding.parts for each in known.hidden)
    assert any(each.finding.instead_of for each in known.hidden)


def test_of_more_than_are_known_only_the_last_are_new(check: Run, write: Write) -> None:
    path = write("team.md", OTHER)
    select = ("--select", "KW001")
    check("team.md", *select, *BASELINE, "--write-baseline")
    path.write_text(OTHER + "- KR2: Improve satisfaction\n", "utf-8")
    (found,) = json.loads(check("team.md", *select, *BASELINE, "--format", "json").stdout)["findings"]
    assert found["key_result"] == "KR2"


def test_entries_of_other_files_and_rules_are_kept(check: Run, team: Path, write: Write, tmp_path: Path) -> None:
    number = len(entries(tmp_path))
    write("okrs/sales.md", OTHER)
    done = check("okrs/sales.md", *OWNERS, *BASELINE, "--write-baseline")
    assert done.stdout == f"1 finding in 1 file written to known.json; {number} entries of other files or rules kept\n"
    team.write_text("# Nothing known here\n\n## O1: Grow\n\n- KR1: 9 (owner: Ana Ruiz)\n", "utf-8")
    check("okrs/team.md", *OWNERS, *BASELINE, "--write-baseline")
    kept = entries(tmp_path)
    assert {each["rule"] for each in kept if each["path"] == "okrs/team.md"} >= {"TM001", "KW002"}
    assert [each["path"] for each in kept if each["rule"] == "OW001"] == ["okrs/sales.md"]
    team.unlink()
    check("okrs/sales.md", *OWNERS, *BASELINE, "--write-baseline")
    assert {each["path"] for each in entries(tmp_path)} == {"okrs/sales.md"}


def test_what_is_not_looked_for_is_not_stale(check: Run, team: Path, write: Write) -> None:
    write("okrs/sales.md", OTHER)
    assert codes(check("okrs/team.md", *BASELINE, *OWNERS, "--format", "json")) == []
    assert codes(check("okrs/sales.md", *BASELINE, "--select", "OB001", "--format", "json")) == []
    assert codes(check("okrs/team.md", *BASELINE, "--min-confidence", "high", "--format", "json")) == []


def test_a_suppression_whose_rule_does_not_run_is_not_stale(check: Run, write: Write, tmp_path: Path) -> None:
    write("team.md", TEAM.replace("- KR2", "<!-- okrlint: disable-next=KW002 -->\n\n- KR2"))
    check("team.md", *BASELINE, "--write-baseline")
    assert "HY005" in {each["rule"] for each in entries(tmp_path)}
    for more in ((), OWNERS, ("--ignore", "KW002")):
        assert codes(check("team.md", *BASELINE, *more, "--format", "json")) == []


def test_a_command_to_copy_is_one_that_a_shell_takes(check: Run, write: Write) -> None:
    write("team.md", TEAM)
    done = check("team.md", "--baseline", "a b.json")
    assert "`okrlint check --baseline 'a b.json' --write-baseline`" in done.stderr


def test_stale_entries_are_told_once_and_fail_nothing(check: Run, team: Path) -> None:
    team.write_text(TEAM.replace("- KR1: Launch the referral programme\n", ""), "utf-8")
    done = check("okrs", *BASELINE, *OWNERS)
    assert done.returncode == 0
    assert done.stdout.count("EN012") == 1
    assert "1 entry knows more than is still found" in done.stdout
    assert check("okrs", *BASELINE, *OWNERS, "--ignore", "EN012").stdout.startswith("no findings")
    assert check("okrs", *BASELINE, *OWNERS, "--fail-on", "info").returncode == 1
    team.unlink()
    team.with_name("other.md").write_text(OTHER, "utf-8")
    assert "EN012" in check("okrs", *BASELINE, *OWNERS).stdout


def test_prune_takes_out_what_is_no_more(okrlint: Run, check: Run, team: Path, write: Write, tmp_path: Path) -> None:
    write("okrs/sales.md", OTHER)
    check("okrs", *BASELINE, "--write-baseline")
    before = entries(tmp_path)
    prune = ("baseline", "prune", *TODAY, *BASELINE)
    fresh = (tmp_path / "known.json").stat().st_mtime_ns
    done = okrlint(*prune)
    assert (done.returncode, done.stdout) == (0, f"nothing to prune in known.json ({len(before)} entries)\n")
    assert (tmp_path / "known.json").stat().st_mtime_ns == fresh
    assert okrlint(*prune, "--check").returncode == 0

    team.write_text(
        TEAM.replace("Launch the referral programme", "Referrals rise from 1 to 2 (owner: Ana Ruiz)"), "utf-8"
    )
    gone = [each for each in before if each.get("subject") == "Launch the referral programme"]
    done = okrlint(*prune, "--check")
    assert done.returncode == 1
    assert done.stdout.startswith(f"known.json: {len(gone)} entries to drop; ")
    assert entries(tmp_path) == before
    done = okrlint(*prune)
    left = len(before) - len(gone)
    assert (done.returncode, done.stdout) == (0, f"known.json: {len(gone)} entries dropped; {left} entries left\n")
    assert entries(tmp_path) == [each for each in before if each not in gone]
    assert "EN012" not in check("okrs", *BASELINE).stdout


def test_prune_lowers_counts_and_never_adds(okrlint: Run, check: Run, write: Write, tmp_path: Path) -> None:
    path = write("team.md", OTHER + "- KR2: Improve satisfaction\n")
    check("team.md", "--select", "KW001", *BASELINE, "--write-baseline")
    assert [each["count"] for each in entries(tmp_path)] == [2]
    path.write_text(OTHER + "- KR2: Improve something else\n", "utf-8")
    done = okrlint("baseline", "prune", *TODAY, *BASELINE)
    assert done.stdout == "known.json: 1 entry lowered; 1 entry left\n"
    assert [(each["subject"], each["count"]) for each in entries(tmp_path)] == [("Improve satisfaction", 1)]


def test_prune_below_a_path_leaves_the_rest(okrlint: Run, check: Run, write: Write, tmp_path: Path) -> None:
    for name in ("a/team.md", "b/team.md", "ab.md"):
        write(name, OTHER)
    check(".", *OWNERS, *BASELINE, "--write-baseline")
    for name in ("a/team.md", "b/team.md"):
        (tmp_path / name).unlink()
    write("ab.md", OTHER.replace("satisfaction", "satisfaction (owner: Ana Ruiz)"))
    assert okrlint("baseline", "prune", *BASELINE, "a").returncode == 0
    assert [each["path"] for each in entries(tmp_path)] == ["ab.md", "b/team.md"]
    assert okrlint("baseline", "prune", *BASELINE, "ab.md").returncode == 0
    assert [each["path"] for each in entries(tmp_path)] == ["b/team.md"]
    mistyped = okrlint("baseline", "prune", "--check", *BASELINE, "b", "nowhere")
    assert (mistyped.returncode, mistyped.stdout) == (2, "")
    assert "nowhere: there is no such file or folder" in mistyped.stderr


def test_prune_changes_nothing_when_a_file_cannot_be_read(okrlint: Run, check: Run, team: Path, tmp_path: Path) -> None:
    before = entries(tmp_path)
    team.write_bytes(b"\x00\xff\xfe\x00" * 9)
    done = okrlint("baseline", "prune", *BASELINE)
    assert done.returncode == 2
    assert "okrs/team.md:1:" in done.stderr
    assert "known.json was not pruned" in done.stderr
    assert entries(tmp_path) == before


def test_nothing_is_written_when_the_run_failed(check: Run, team: Path, write: Write, tmp_path: Path) -> None:
    before = (tmp_path / "known.json").read_bytes()
    write("okrs/broken.yaml", "objectives: [\n")
    done = check("okrs", *BASELINE, "--write-baseline")
    assert done.returncode == 2
    assert "okrs/broken.yaml:" in done.stderr
    assert "the baseline was not written" in done.stderr
    assert (tmp_path / "known.json").read_bytes() == before
    done = check("nowhere.md", "--baseline", "new.json", "--write-baseline")
    assert done.returncode == 2
    assert not (tmp_path / "new.json").exists()


def test_paths_are_the_same_from_everywhere(check: Run, team: Path, tmp_path: Path) -> None:
    calls: list[tuple[Path, str, str]] = [
        (tmp_path, "./okrs/team.md", "./known.json"),
        (tmp_path, str(team), str(tmp_path / "known.json")),
        (tmp_path, ".", "okrs/../known.json"),
        (team.parent, "team.md", "../known.json"),
        (team.parent, ".", "../known.json"),
    ]
    for folder, path, baseline in calls:
        done = check(path, "--baseline", baseline, "--format", "json", cwd=folder)
        assert (done.returncode, codes(done)) == (0, []), (folder, path)
    check("team.md", "--baseline", "sub/known.json", "--write-baseline", cwd=team.parent)
    (team.parent / "sub").mkdir()
    check("team.md", "--baseline", "sub/known.json", "--write-baseline", cwd=team.parent)
    assert {each["path"] for each in entries(team.parent / "sub")} == {"../team.md"}


def test_standard_input_is_the_file_that_it_is_named_as(check: Run, team: Path, tmp_path: Path) -> None:
    done = check("-", "--stdin-filename", "okrs/team.md", *BASELINE, "--format", "json", stdin=TEAM)
    assert (done.returncode, codes(done)) == (0, [])
    assert codes(check("-", *OWNERS, *BASELINE, "--format", "json", stdin=TEAM)) == ["OW001 -"]
    check("-", *OWNERS, "--baseline", "input.json", "--write-baseline", stdin=TEAM)
    assert {each["path"] for each in entries(tmp_path, "input.json")} == {"-"}
    done = check("-", *OWNERS, "--baseline", "input.json", "--format", "json", stdin=TEAM)
    assert (done.returncode, codes(done)) == (0, [])
    assert codes(check("okrs", *OWNERS, "--baseline", "input.json", "--format", "json")) == ["OW001 okrs/team.md"]


def test_a_linked_folder_is_the_folder(check: Run, team: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(team.parent, target_is_directory=True)
    done = check("linked/team.md", *BASELINE, "--format", "json")
    assert (done.returncode, codes(done)) == (0, [])


def test_the_configured_baseline_is_used(okrlint: Run, check: Run, write: Write, tmp_path: Path) -> None:
    write("okrlint.toml", 'baseline = "known.json"\n')
    write("okrs/team.md", TEAM)
    done = check("okrs")
    assert done.returncode == 2
    assert "known.json: there is no such baseline" in done.stderr
    assert "okrlint check --baseline known.json --write-baseline" in done.stderr
    assert check("okrs", "--write-baseline").returncode == 0
    assert check("okrs").returncode == 0
    assert check("team.md", cwd=tmp_path / "okrs").returncode == 0
    assert "nothing to prune in known.json" in okrlint("baseline", "prune", *TODAY).stdout


def test_without_a_file_to_write_to_nothing_is_done(okrlint: Run, check: Run, write: Write) -> None:
    write("team.md", TEAM)
    done = check("team.md", "--write-baseline")
    assert done.returncode == 2
    assert "no baseline is named for team.md" in done.stderr
    done = okrlint("baseline", "prune")
    assert done.returncode == 2
    assert "no baseline is named" in done.stderr


@pytest.mark.parametrize("option", ["--fix", "--watch", "--statistics", "--format=sarif", "--output=report.txt"])
def test_writing_goes_with_nothing_else(check: Run, write: Write, tmp_path: Path, option: str) -> None:
    write("team.md", TEAM)
    done = check("team.md", *BASELINE, "--write-baseline", option)
    assert (done.returncode, done.stdout) == (2, "")
    assert option.partition("=")[0] in done.stderr
    assert not (tmp_path / "known.json").exists()
    assert not (tmp_path / "report.txt").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "known.json:1: not valid JSON"),
        (b"\xff\xfe{\x00", "known.json:1: not UTF-8"),
        (b'{"version": 7, "findings": []}', "this okrlint reads version 1"),
        (b'{"version": 1,\n"findings": [\n<<<<<<< HEAD\n', "known.json:3: a merge left conflict markers here"),
        (b'{"version": 1,\n"findings": [\n{"rule": "A"}]}', 'known.json:3: entry 1: it has no "path"'),
        (b'{"version": 1, "findings": []}' + b" " * 50_000_000, "larger than"),
        (None, "known.json: cannot be read: Is a directory"),
    ],
    ids=["damaged", "UTF-16", "version", "conflict", "entry", "size", "folder"],
)
def test_what_is_no_baseline_ends_the_run(
    okrlint: Run, check: Run, write: Write, tmp_path: Path, content: bytes | None, said: str
) -> None:
    write("team.md", TEAM)
    if content is None:
        (tmp_path / "known.json").mkdir()
    else:
        write("known.json", content)
    for done in (
        check("team.md", *BASELINE),
        check("team.md", *BASELINE, "--write-baseline"),
        okrlint("baseline", "prune", *BASELINE),
    ):
        assert done.returncode == 2
        assert said in done.stderr
        assert done.stdout == ""
    if content is not None:
        assert (tmp_path / "known.json").read_bytes() == content


def test_a_byte_order_mark_and_other_line_ends_make_no_difference(check: Run, team: Path, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert check("okrs", *BASELINE).returncode == 0


def test_the_file_keeps_its_permissions_and_its_link(check: Run, team: Path, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.chmod(0o640)
    (tmp_path / "link.json").symlink_to(path)
    check("okrs", "--baseline", "link.json", *OWNERS, "--write-baseline")
    team.write_text(OTHER, "utf-8")
    check("okrs", "--baseline", "link.json", "--write-baseline")
    assert (tmp_path / "link.json").is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert "Improve satisfaction" in path.read_text("utf-8")
    assert sorted(os.listdir(tmp_path)) == ["known.json", "link.json", "okrs"]


def test_a_folder_that_is_not_there_is_told(check: Run, write: Write) -> None:
    write("team.md", TEAM)
    done = check("team.md", "--baseline", "nowhere/known.json", "--write-baseline")
    assert done.returncode == 2
    assert "nowhere/known.json: cannot be written: No such file or directory" in done.stderr


def test_chinese_is_written_as_it_is_and_spoken(okrlint: Run, check: Run, write: Write, tmp_path: Path) -> None:
    path = write("目标/二季度.md", "# 增长 2026年Q2\n\n## O1：让老客户主动介绍我们\n\n- KR1：提升满意度\n")
    done = check(".", *OWNERS, *BASELINE, "--write-baseline")
    assert done.stdout == "已将 1 个文件中的 1 个问题写入 known.json\n"
    assert '"path": "目标/二季度.md"' in (tmp_path / "known.json").read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace("满意度", "满意度（负责人：王芳）"), "utf-8")
    assert "有 1 条记录的问题已不存在或已减少" in check(".", *OWNERS, *BASELINE).stdout
    assert "1 entry knows more than" in check(".", *OWNERS, *BASELINE, "--lang", "en").stdout
    assert okrlint("baseline", "prune", *BASELINE).stdout == "known.json：删除 1 条记录；余 0 条\n"


def test_suppressed_findings_are_not_written(check: Run, write: Write, tmp_path: Path) -> None:
    write("team.md", TEAM.replace("- KR1", "<!-- okrlint: disable-next=OW001 -->\n\n- KR1"))
    check("team.md", *BASELINE, "--write-baseline")
    known = [each["subject"] for each in entries(tmp_path) if each["rule"] == "OW001"]
    assert known == ["Referral sign-ups rise from 400 to 900", "Share of regulars rises from 10% to 20%"]
    assert check("team.md", *BASELINE).returncode == 0


def test_a_walk_does_not_take_the_baseline_for_a_document(check: Run, write: Write, tmp_path: Path) -> None:
    write("okrs/team.md", TEAM)
    check(".", "--baseline", "okrs/okr-known.json", "--write-baseline")
    done = check(".", "--baseline", "okrs/okr-known.json")
    assert done.returncode == 0
    assert "in 1 file," in done.stdout


def test_known_findings_can_be_shown(check: Run, team: Path) -> None:
    done = check("okrs", *BASELINE, *OWNERS, "--show-suppressed")
    assert done.returncode == 0
    assert "OW001" in done.stdout


def test_the_library_hides_what_is_known_whatever_runs_the_jobs(team: Path, tmp_path: Path) -> None:
    config = {"baseline": str(tmp_path / "known.json")}
    linter = Linter(config, today=date(2026, 4, 20))
    with ThreadPoolExecutor(4) as executor:
        reports = [linter.lint_paths([str(team)], executor=executor), linter.lint_file(team)]
    reports.append(linter.lint_text(TEAM, path=str(team)))
    reports.append(linter.lint_bytes(TEAM.encode(), path=str(team)))
    for report in reports:
        assert not report.findings
        assert report.baselined > 5
    (tmp_path / "known.json").write_text("{")
    with pytest.raises(ConfigError, match=r"known\.json:1: not valid JSON"):
        linter.lint_file(team)
