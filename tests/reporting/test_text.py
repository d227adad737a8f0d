"""What people read on a terminal."""

from okrlint.linting.findings import Finding, Position, Report
from okrlint.linting.interface import Severity
from okrlint.reading.source import Excerpt
from okrlint.reporting.interface import Style
from okrlint.reporting.text import TextReporter


def _finding(line: int, **values: object) -> Finding:
    place = Position(line, 3)
    finding = Finding("q2.md", place, Position(line, 6), "OW001", "kr-no-owner", Severity.ERROR, "has no owner")
    return finding._replace(**{"objective": "O1", "excerpt": Excerpt("- NPS", 2, 5), **values})


def _rendered(*findings: Finding, width: int = 100) -> list[str]:
    return TextReporter().render(Report(findings, 1, 1, 1), Style(width=width)).splitlines()


def test_the_words_meant_are_underlined() -> None:
    assert _rendered(_finding(3))[:4] == [
        "q2.md:3:3: error OW001 kr-no-owner [O1]",
        "  has no owner",
        "  3 | - NPS",
        "    |   ^^^",
    ]


def test_a_cell_is_told_by_its_name() -> None:
    (head, *_) = _rendered(_finding(3, place="OKRs!B3"))
    assert head == "q2.md:OKRs!B3: error OW001 kr-no-owner [O1]"


def test_what_is_said_of_several_places_is_said_once() -> None:
    findings = [_finding(line, objective=f"O{line}", gist="missing") for line in (3, 8, 12)]
    lines = _rendered(findings[0], _finding(5), *findings[1:])
    assert lines[4] == "  the same at 8:3 [O8], 12:3 [O12]"
    assert sum("kr-no-owner" in line for line in lines) == 2
    assert lines[-1].startswith("4 findings")


def test_two_places_are_not_worth_a_list() -> None:
    assert sum("kr-no-owner" in line for line in _rendered(*(_finding(line, gist="missing") for line in (3, 8)))) == 2


def test_other_files_and_messages_are_told_by_themselves() -> None:
    findings = [_finding(line, gist="missing", path=f"{line}.md") for line in (3, 4, 5)]
    findings += [_finding(line, gist=f"missing {line}") for line in (3, 4, 5)]
    assert sum("kr-no-owner" in line for line in _rendered(*findings)) == 6


def test_a_long_list_of_places_is_wrapped() -> None:
    findings = [_finding(line, gist="missing") for line in range(1, 30)]
    lines = _rendered(*findings, width=60)
    assert max(map(len, lines[:-1])) <= 60
    assert " ".join(lines).count("[O1]") == 29
