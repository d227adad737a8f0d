"""Days with a year of two digits in documents without a cycle."""

from datetime import date

import pytest

from okrlint.model import Deadline
from okrlint.testing import read


def due(source: str) -> list[Deadline]:
    found = [result.deadline for objective in read(source).objectives for result in objective.key_results]
    return [each for each in found if each is not None]


def in_english(*days: str, title: str = "# Support") -> list[date | str | None]:
    results = "".join(f"- KR{number}: Praise from 70% to 85% (due: {day})\n" for number, day in enumerate(days, 1))
    return [each.value or each.problem for each in due(f"{title}\n## O1: Make customers stay\n{results}")]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("截止：24.3.15", date(2024, 3, 15)),
        ("截止：24/03/15", date(2024, 3, 15)),
        ("截止：24-03-15", date(2024, 3, 15)),
        ("截止：24.3.4", date(2024, 3, 4)),
        ("截止：25.6.12", date(2025, 6, 12)),
        ("截止：24.3.31", date(2024, 3, 31)),
        ("截止：24.3.15 18:00", date(2024, 3, 15)),
        ("截止：24.3.1-24.3.15", date(2024, 3, 15)),
        ("截止：24.3.1 - 24.3.15", date(2024, 3, 15)),
        ("截止：2024.3.15", date(2024, 3, 15)),
        ("截止：15.3.24", date(2024, 3, 15)),
    ],
)
def test_the_year_comes_first_in_chinese(written: str, day: date) -> None:
    for field in (f"（{written}）", f"\n  - {written}"):
        (found,) = due(f"# 客服\n## O1：留住客户\n- KR1：好评率从70%到85%{field}\n")
        assert (found.value, found.problem) == (day, None)


def test_the_first_day_of_a_range() -> None:
    (found,) = due("# 客服\n## O1：留住客户\n- KR1：好评率从70%到85%\n  - 截止：24.3.1 - 24.3.15\n")
    assert found.start in (date(2024, 3, 1), date(2024, 3, 15))


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (["24.3.15", "24.3.31"], [date(2024, 3, 15), date(2024, 3, 31)]),
        (["24.3.26", "24.6.30"], [date(2024, 3, 26), date(2024, 6, 30)]),
        (["24.3.15", "2024-03-31"], [date(2024, 3, 15), date(2024, 3, 31)]),
        (["24.3.15", "31 March 2024"], [date(2024, 3, 15), date(2024, 3, 31)]),
        (["24.3.26", "31.3.26"], [date(2026, 3, 24), date(2026, 3, 31)]),
        (["24.3.15", "31.3.15"], [date(2015, 3, 24), date(2015, 3, 31)]),
        (["24.3.26"], [date(2026, 3, 24)]),
        (["15.3.24"], [date(2024, 3, 15)]),
        (["26-06-30"], [date(2026, 6, 30)]),
        (["24.3.15"], ["ambiguous"]),
        (["24/03/15"], ["ambiguous"]),
        (["24.3.15", "15.3.24"], ["ambiguous", date(2024, 3, 15)]),
        (["24.3.4"], ["unread"]),
    ],
)
def test_in_english_the_other_days_tell(days: list[str], found: list[date | str]) -> None:
    assert in_english(*days) == found


def test_a_cycle_tells() -> None:
    assert in_english("24.3.15", title="# Support 2024 Q1") == [date(2024, 3, 15)]
    assert in_english("24.3.15", title="# Support 2015 Q1") == [date(2015, 3, 24)]


def test_a_year_in_the_words_of_a_statement() -> None:
    source = "# Support\n## O1: Make customers stay\n- KR1: Praise from 70% to 85% by 24.3.15\n"
    assert [each.problem for each in due(source)] == ["ambiguous"]
    assert [each.value for each in due(source + "\nApproved on 2 January 2024.\n")] == [date(2024, 3, 15)]


@pytest.mark.parametrize("words", ["Ship version 24.3.15", "Move to 24.3.15 (LTS)", "上线 24.3.15 版本"])
def test_a_version_is_no_day(words: str) -> None:
    (found,) = due(f"# Support\n## O1: Make customers stay\n- KR1: {words} for 9 of 10 teams (due: 30 June 2026)\n")
    assert found.value == date(2026, 6, 30)


def test_the_cycle_that_a_last_day_tells() -> None:
    cycle = read("# 客服\n截止：24.6.15\n## O1：留住客户\n- KR1：好评率从70%到85%\n").cycle
    assert cycle is not None
    assert cycle.end == date(2024, 6, 15)


def test_steps() -> None:
    (result,) = (
        read("# 客服\n## O1：留住客户\n- KR1：好评率从70%到85%\n  - 行动：\n    - [ ] 访谈客户（截止：24.3.15）\n")
        .objectives[0]
        .key_results
    )
    assert [step.due.value for step in result.actions if step.due] == [date(2024, 3, 15)]


def test_check_ins() -> None:
    (result,) = (
        read(
            "objective: 留住客户\nkey_results:\n  - title: 好评率从70%到85%\n    checkins:\n"
            "      - date: 24.2.15\n        confidence: 6/10\n      - date: 2024-02-22\n        confidence: 5/10\n",
            format="yaml",
        )
        .objectives[0]
        .key_results
    )
    assert [entry.date for entry in result.checkins] == [date(2024, 2, 15), date(2024, 2, 22)]
