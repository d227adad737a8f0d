"""Rules about deadlines and cycles: wording of many trades, options and surroundings."""

from datetime import date

import pytest

from okrlint.plugins import Severity
from okrlint.testing import findings_of
from okrlint_rules.time.cycle_missing import CycleMissing
from okrlint_rules.time.deadline_conflict import DeadlineConflict
from okrlint_rules.time.deadline_outside_cycle import DeadlineOutsideCycle
from okrlint_rules.time.deadline_passed_open import DeadlinePassedOpen
from okrlint_rules.time.deadline_vague import DeadlineVague
from okrlint_rules.time.deadlines_all_last_day import DeadlinesAllLastDay

TODAY = date(2026, 5, 20)


def _document(*results: str, title: str = "OKRs 2026-Q2", fields: str = "") -> str:
    rows = "\n".join(f"- KR{number}: {result}" for number, result in enumerate(results, 1))
    return f"# {title}\n\n## O1: Make support feel human\n\n{fields}\n\n{rows}\n"


@pytest.mark.parametrize(
    "due",
    [
        "ASAP",
        "as soon as possible",
        "ongoing",
        "Ongoing.",
        "soon",
        "in due course",
        "rolling",
        "continuous",
        "later",
        "long-term",
        "when possible",
        "no deadline",
        "尽快",
        "儘快",
        "长期",
        "持续",
        "近期",
        "择期",
        "適時",
        "后续",
        "常态化",
        "另行通知",
        "不限",
        "長期",
    ],
)
def test_a_word_in_the_place_of_a_date_is_vague(due: str) -> None:
    (found,) = findings_of(DeadlineVague, _document(f"CSAT from 78 to 86 (due: {due})"))
    assert (found.severity, found.certainty) == (Severity.WARNING, "high")
    assert due.rstrip(".") in found.message


@pytest.mark.parametrize(
    "due",
    [
        "2026-05-20",
        "week 20",
        "Q2",
        "end of May",
        "mid-June",
        "within 2 weeks of launch",
        "30 days after sign-off",
        "5月20日",
        "第20周",
        "六月底",
        "季度末",
        "上线后两周内",
        "2026年5月",
        "端午節前",
    ],
)
def test_a_day_a_period_and_a_limit_are_not_vague(due: str) -> None:
    assert not findings_of(DeadlineVague, _document(f"CSAT from 78 to 86 (due: {due})"))


@pytest.mark.parametrize(
    "words",
    [
        "Move the archive to the new building eventually",
        "Open the second clinic soon",
        "Hire a second luthier at some point",
        "Renovate the nursery when time permits",
        "Translate the handbook later on",
        "Someday publish our own recipes",
        "择期搬迁档案室",
        "择机开设第二家诊所",
        "稍后补充验收标准",
        "日后推广到全部门店",
        "時機成熟時推出會員制",
        "有空时整理题库",
        "待条件成熟上线海外版",
    ],
)
def test_words_that_put_off_are_vague(words: str) -> None:
    (found,) = findings_of(DeadlineVague, _document(words))
    assert found.certainty == "medium"


@pytest.mark.parametrize(
    "words",
    [
        "90% of parcels leave as soon as they are paid",
        "Replies are no longer sent too soon",
        "900 sign-ups on the “coming soon” page",
        "All replicas are eventually consistent within 2 s",
        "Open the second clinic soon, by 31 May",
        "Customers tell us how soon they expect an answer",
        "95% of calls returned soon after the first ring",
        "择期手术等待天数降到10天",
        "稍后阅读功能的周使用率达到20%",
        "新店开业后30日内复购率达到40%",
        "5月底前择机开设第二家诊所",
        "长期会员续费率达到80%",
        "持续集成耗时降到8分钟",
        "未来门店模型通过评审",
        "把选择机会留给顾客，选课率达到90%",
        "近期订单取消率降到2%",
    ],
)
def test_words_that_only_look_alike_are_not_vague(words: str) -> None:
    assert not findings_of(DeadlineVague, _document(words))


def test_the_lists_of_vague_words_do_not_overlap() -> None:
    from okrlint_rules import okrlint_lexicons

    lists = {ref.name: ref.load() for ref in okrlint_lexicons()}
    entries = {entry for entry in lists["vague_times"].entries if not entry.startswith("!")}
    assert not entries & {*lists["vague"].entries, *lists["vague_mild"].entries}


def test_a_vague_date_of_the_objective_is_told_once() -> None:
    found = findings_of(DeadlineVague, _document("CSAT from 78 to 86", "NPS from 31 to 45", fields="Due: ASAP"))
    assert [finding.key_result for finding in found] == [None]


LAST = [
    "Launch the help centre (due: 2026-06-30)",
    "Write 40 answers (due: 2026-06-30)",
    "CSAT from 78 to 86 (due: 2026-06-30)",
]


def test_the_share_of_last_days_is_an_option() -> None:
    mixed = _document(*LAST, "NPS from 31 to 45 (due: 2026-05-15)")
    assert not findings_of(DeadlinesAllLastDay, mixed)
    (found,) = findings_of(DeadlinesAllLastDay, mixed, share=0.75)
    assert "3 of 4" in found.message


def test_few_dates_may_be_the_same() -> None:
    assert not findings_of(DeadlinesAllLastDay, _document(*LAST[:2]))
    assert findings_of(DeadlinesAllLastDay, _document(*LAST[:2]), min_krs=2)


def test_inherited_last_days_count_where_asked_for() -> None:
    text = _document("Launch the help centre", "Write 40 answers", "CSAT from 78 to 86")
    assert not findings_of(DeadlinesAllLastDay, text)
    assert findings_of(DeadlinesAllLastDay, text, explicit_only=False)


def test_without_a_cycle_there_is_no_last_day() -> None:
    assert not findings_of(DeadlinesAllLastDay, _document(*LAST, title="OKRs of the support team"))


@pytest.mark.parametrize(
    "title",
    [
        "OKRs of the bakery",
        "Team goals and key results",
        "OKRs (last updated 3 May 2026)",
        "客服团队OKR",
        "門市OKR",
        "团队OKR（更新于2026年4月）",
    ],
)
def test_a_title_without_a_period(title: str) -> None:
    (found,) = findings_of(CycleMissing, _document("CSAT from 78 to 86", title=title))
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    "title",
    [
        "OKRs 2026-Q2",
        "Q2 OKRs",
        "OKRs H1 2026",
        "FY26 Q1 OKRs",
        "OKRs May 2026",
        "2026 OKRs",
        "OKRs spring 2026",
        "2026年OKR",
        "2026年上半年OKR",
        "二季度OKR",
        "5月OKR",
        "2026年3-4月OKR",
        "2026年第二季度 OKR",
        "2026Q3 门店OKR",
    ],
)
def test_a_title_with_a_period(title: str) -> None:
    assert not findings_of(CycleMissing, _document("CSAT from 78 to 86", title=title))


def test_a_placeholder_is_no_cycle_but_a_name_of_ones_own_is() -> None:
    for words, count in (("TBD", 1), ("待定", 1), ("Sprint 12", 0), ("2026-Q2", 0)):
        text = f"# Team OKRs\n\nCycle: {words}\n\n## O1: Make support feel human\n\n- KR1: CSAT from 78 to 86\n"
        assert len(findings_of(CycleMissing, text)) == count, words


@pytest.mark.parametrize(
    ("title", "length"),
    [
        ("OKRs 2026-Q2", "quarter"),
        ("Q2 OKRs", "quarter"),
        ("OKRs 2026-H1", "half"),
        ("OKRs 2026", "year"),
        ("OKRs May 2026", "month"),
        ("2026年3-4月OKR", "two-month"),
    ],
)
def test_only_some_lengths_of_cycles_may_be_allowed(title: str, length: str) -> None:
    text = _document("CSAT from 78 to 86", title=title)
    assert not findings_of(CycleMissing, text, allowed=(length,))
    assert len(findings_of(CycleMissing, text, allowed=("week",))) == 1


def test_a_cycle_of_another_length_is_told_once() -> None:
    sections = "\n".join(
        f"## {title}\n\n### O{number}: Make support feel human\n\n- KR1: CSAT from 78 to {80 + number}\n"
        for number, title in enumerate(("2026-Q1", "2026-Q2", "2026-H2", "2026-H2"), 1)
    )
    (found,) = findings_of(CycleMissing, f"# OKRs\n\n{sections}", allowed=("quarter", "year"))
    assert "half-year" in found.message
    assert "quarter, year" in found.message


def test_nothing_is_overdue_where_the_day_is_not_told() -> None:
    assert not findings_of(DeadlinePassedOpen, _document("CSAT from 78 to 86 (due: 2026-05-01)"))


@pytest.mark.parametrize(("due", "found"), [("2026-05-19", 1), ("2026-05-20", 0), ("2026-06-01", 0), ("May", 0)])
def test_the_day_itself_is_in_time(due: str, found: int) -> None:
    text = _document(f"CSAT from 78 to 86 (due: {due})")
    assert len(findings_of(DeadlinePassedOpen, text, today=TODAY)) == found


def test_days_of_grace() -> None:
    text = _document("CSAT from 78 to 86 (due: 2026-05-15)")
    assert findings_of(DeadlinePassedOpen, text, today=TODAY, grace_days=4)
    assert not findings_of(DeadlinePassedOpen, text, today=TODAY, grace_days=5)


@pytest.mark.parametrize(
    "state",
    [
        "status: done",
        "status: completed",
        "status: late",
        "status: at risk",
        "status: blocked",
        "status: cancelled",
        "score: 0.4",
        "progress: 100%",
        "状态：已完成",
        "状态：延期",
        "状态：已取消",
        "得分：0.8",
        "進度：100%",
        "狀態：有風險",
    ],
)
def test_a_word_on_how_it_came_out_is_enough(state: str) -> None:
    text = _document(f"CSAT from 78 to 86 (due: 2026-05-01, {state})")
    assert not findings_of(DeadlinePassedOpen, text, today=TODAY)


@pytest.mark.parametrize("state", ["status: on track", "progress: 60%", "状态：进行中", "进度：60%"])
def test_a_state_from_before_is_not(state: str) -> None:
    text = _document(f"CSAT from 78 to 86 (due: 2026-05-01, {state})")
    (found,) = findings_of(DeadlinePassedOpen, text, today=TODAY)
    assert found.certainty == "medium"


def test_what_has_been_open_for_more_than_a_year_is_an_old_document() -> None:
    text = _document("CSAT from 78 to 86 (due: 2024-05-01)", title="OKRs of the support team")
    (found,) = findings_of(DeadlinePassedOpen, text, today=TODAY)
    assert found.certainty == "low"


@pytest.mark.parametrize(
    ("words", "due", "conflict"),
    [
        ("900 leads by 31 May", "2026-06-15", True),
        ("900 leads by 31 May", "2026-05-31", False),
        ("900 leads by end of May", "2026-05-15", False),
        ("900 leads by end of May", "2026-06-15", True),
        ("900 leads by end of Q2", "2026-06-15", False),
        ("900 leads a week", "2026-06-15", False),
        ("900 leads within 2 weeks of launch", "2026-06-15", False),
        ("300 leads by 30 April and 900 by 31 May", "2026-05-31", False),
        ("5月31日前线索达到900条", "2026-06-15", True),
        ("5月底前线索达到900条", "2026-05-20", False),
        ("4月底前線索達到900條", "2026-06-15", True),
        ("每月线索达到900条", "2026-06-15", False),
        ("3月上线的页面带来900条线索", "2026-06-15", False),
    ],
)
def test_the_words_and_the_field_agree(words: str, due: str, conflict: bool) -> None:
    found = findings_of(DeadlineConflict, _document(f"{words} (due: {due})"))
    assert bool(found) is conflict


def test_every_kind_of_conflict_is_told_at_its_place() -> None:
    text = """# OKRs 2026-Q2

## O1: Make support feel human

Due: 2026-05-31

- KR1: CSAT from 78 to 86
  - Due: 2026-06-15
  - Actions:
    - [ ] Call twenty customers 2026-06-20
"""
    found = findings_of(DeadlineConflict, text)
    assert [(finding.start.line, finding.certainty) for finding in found] == [(8, "high"), (10, "high")]


@pytest.mark.parametrize(("kinds", "found"), [((), 1), (("aspirational",), 0), (("committed",), 1)])
def test_aspirational_objectives_may_run_on(kinds: tuple[str, ...], found: int) -> None:
    text = "# OKRs 2026-Q2\n\n## O1: Make support feel human [aspirational]\n\n- KR1: CSAT at 86 (due: 2026-08-31)\n"
    assert len(findings_of(DeadlineOutsideCycle, text, allow_next_cycle_for=kinds)) == found
