"""What a linter tells beside its reports."""

from pathlib import Path

import pytest

from okrlint import jobs
from okrlint.baselines import save, written
from okrlint.cli.check import command
from okrlint.linter import Linter
from okrlint.planning import scopes_of
from okrlint.registry import installed

TEXT = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n- KR2: 900 sign-ups\n"


@pytest.fixture
def former_names(monkeypatch: pytest.MonkeyPatch) -> None:
    known = installed()
    rules = tuple(ref._replace(aliases=("kr-task", "KR900")) if ref.code == "KW002" else ref for ref in known.rules)
    monkeypatch.setattr(jobs, "installed_for", lambda _: known._replace(rules=rules))
    jobs._prepared.cache_clear()


@pytest.mark.usefixtures("former_names")
def test_a_former_name_in_a_configuration_works_and_is_told_once_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "okrlint.toml").write_text('select = ["kr-task"]\n[severity]\nKR900 = "info"\n', encoding="utf-8")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    linter = Linter()
    report = linter.lint_paths([tmp_path])
    assert {(finding.code, finding.severity.label) for finding in report.findings} == {("KW002", "info")}
    said = sorted(str(each) for each in linter.renamed.values())
    assert len(said) == 2
    for line, number, former in zip(said, (1, 3), ("kr-task", "KR900"), strict=True):
        assert line.startswith(f"{tmp_path / 'okrlint.toml'}:{number}: ")
        assert f"rule {former!r} is called KW002 kr-is-activity now" in line


@pytest.mark.usefixtures("former_names")
def test_the_command_line_tells_it_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code = command.main(["--select", "kr-task", "a.md"], standalone_mode=False)
    told = capsys.readouterr()
    assert code == 1
    assert told.err == "okrlint: command line: rule 'kr-task' is called KW002 kr-is-activity now; write one of these\n"
    assert "KW002" in told.out


def test_each_file_is_told_as_soon_as_it_is_known(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "notes.md").write_text("# Notes\n", encoding="utf-8")
    linter = Linter({})
    whole = linter.lint_paths([tmp_path])
    linted: list[int] = []
    each = linter.lint_each([tmp_path], progress=lambda done, _: linted.append(done))
    first = next(each)
    assert (first.path.rpartition("/")[2], linted) == ("00.md", [1])
    reports = [first, *each]
    assert [report.path for report in reports] == list(whole.paths)
    assert tuple(finding for report in reports for finding in report.findings) == whole.findings
    assert sum(report.key_results for report in reports) == whole.key_results


def test_each_file_is_told_without_what_a_baseline_knows(tmp_path: Path) -> None:
    plans = tmp_path / "plans"
    plans.mkdir()
    for number in range(3):
        (plans / f"{number}.md").write_text(TEXT, encoding="utf-8")
    linter = Linter({}, overrides={"baseline": str(tmp_path / "known.json")})
    found = linter.planner.for_paths([plans])
    (update,) = written(found.reports(map(jobs.lint_job, found.files))[:2], scopes_of(found.settings, None))
    save(update.path, update.after)
    reports = list(linter.lint_each([plans]))
    assert [bool(report.findings) for report in reports] == [False, False, True]
    assert tuple(each for report in reports for each in report.findings) == linter.lint_paths([plans]).findings
