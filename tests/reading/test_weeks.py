"""Weeks of a cycle, and thirds of a month, as deadlines; and weeks that say when something is measured."""

from datetime import date

import pytest
from golden import read_markdown

from okrlint.model import KeyResult
from okrlint.reading.values.weeks import days_of_week

Q2 = (date(2026, 4, 1), date(2026, 6, 30))


def result(words: str, title: str = "OKR 2026 Q2") -> KeyResult:
    return read_markdown(f"# {title}\n\n## O1: Make customers stay\n\n- KR1: {words}\n").objectives[0].key_results[0]


@pytest.mark.parametrize(
    ("words", "text", "raw", "due"),
    [
        ("组织4次分享（W8）", "组织4次分享", "W8", "2026-05-24"),
        ("组织4次分享（第3周）", "组织4次分享", "第3周", "2026-04-19"),
        ("组织4次分享（第十二周完成）", "组织4次分享", "第十二周完成", "2026-06-21"),
        ("组织4次分享 Q2W4", "组织4次分享", "Q2W4", "2026-04-26"),
        ("组织4次分享 — Q2W4", "组织4次分享", "Q2W4", "2026-04-26"),
        ("组织4次分享，第3周", "组织4次分享", "第3周", "2026-04-19"),
        ("组织4次分享（5月中旬）", "组织4次分享", "5月中旬", "2026-05-20"),
        ("Give 4 talks (Week 3)", "Give 4 talks", "Week 3", "2026-04-19"),
        ("Give 4 talks | W8", "Give 4 talks", "W8", "2026-05-24"),
        ("Give 4 talks (W20)", "Give 4 talks", "W20", "2026-05-17"),
    ],
)
def test_a_week_is_a_deadline(words: str, text: str, raw: str, due: str) -> None:
    found = result(words)
    assert str(found.text) == text
    assert found.deadline is not None
    assert (found.deadline.raw, str(found.deadline.value), found.deadline_inherited) == (raw, due, False)


@pytest.mark.parametrize("words", ["组织4次分享（W8）", "组织4次分享（第3周）", "Give 4 talks (Q2W4)"])
def test_without_a_cycle_it_has_no_day(words: str) -> None:
    found = result(words, title="OKR")
    assert found.deadline is not None
    assert (found.deadline.value, found.deadline.problem) == (None, None)


@pytest.mark.parametrize(
    "words",
    [
        "提升次周留存到40%（第2周）",
        "Raise week 1 retention to 40% (W1)",
        "Ship the pilot to 3 shops (2 weeks)",
        "组织4次分享（2周）",
        "组织4次分享（每周）",
        "上线 3 个版本 W8",
        "Move 3 teams from W1 to W4",
        "Drive the 3 BMW8",
    ],
)
def test_what_is_no_deadline_stays(words: str) -> None:
    found = result(words)
    assert str(found.text) == words
    assert found.deadline_inherited


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("W1", "2026-04-01", "2026-04-05"),
        ("W13", "2026-06-22", "2026-06-28"),
        ("Q3W1", "2026-06-29", "2026-07-05"),
        ("Q2 W2", "2026-04-06", "2026-04-12"),
    ],
)
def test_the_days_of_a_week(words: str, first: str, last: str) -> None:
    days = days_of_week(words, Q2)
    if words == "Q3W1":  # begins with its quarter
        first = "2026-07-01"
    assert days == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("words", ["W60", "W0", "第二十周", "Q2W20"])
def test_weeks_that_a_cycle_does_not_have(words: str) -> None:
    days = days_of_week(words, Q2)
    assert days is None or words == "第二十周"
