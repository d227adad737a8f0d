"""What the examples on the rules about deadlines do not show: severities, options and surroundings."""

import pytest

from okrlint.plugins import Severity
from okrlint.testing import findings_of
from okrlint_rules.time.deadline_invalid import DeadlineInvalid
from okrlint_rules.time.deadline_outside_cycle import DeadlineOutsideCycle
from okrlint_rules.time.kr_no_deadline import KrNoDeadline


def _document(*results: str, title: str = "OKRs 2026-Q2", fields: str = "") -> str:
    rows = "\n".join(f"- KR{number}: {result}" for number, result in enumerate(results, 1))
    return f"# {title}\n\n## O1: Make support feel human\n\n{fields}\n\n{rows}\n"


def test_no_date_at_all_is_an_error() -> None:
    (found,) = findings_of(KrNoDeadline, _document("CSAT from 78 to 86", title="OKRs of the support team"))
    assert (found.severity, found.key_result) == (Severity.ERROR, "KR1")


def test_a_date_of_the_cycle_alone_is_a_warning() -> None:
    (found,) = findings_of(KrNoDeadline, _document("CSAT from 78 to 86"))
    assert found.severity is Severity.WARNING
    assert "2026-06-30" in found.message
    assert "the cycle" in found.message


def test_a_date_of_the_objective_is_named_as_such() -> None:
    (found,) = findings_of(KrNoDeadline, _document("CSAT from 78 to 86", fields="Due: 2026-05-31"))
    assert "its objective (2026-05-31)" in found.message


def test_inherited_dates_are_said_once_of_the_objective() -> None:
    (found,) = findings_of(KrNoDeadline, _document("CSAT from 78 to 86", "NPS from 31 to 45"))
    assert (found.severity, found.objective, found.key_result) == (Severity.WARNING, "O1", None)
    assert "none of the 2 key results" in found.message


def test_the_end_of_the_cycle_suffices_where_the_option_says_so() -> None:
    assert not findings_of(KrNoDeadline, _document("CSAT from 78 to 86"), inherit_cycle_end=True)
    undated = _document("CSAT from 78 to 86", title="OKRs of the support team")
    assert findings_of(KrNoDeadline, undated, inherit_cycle_end=True)


@pytest.mark.parametrize(
    ("words", "dated"),
    [
        ("Open 10 channels in April", True),
        ("Open 10 channels in Q2 2026", False),
        ("Raise revenue of March 2026 by 20%", False),
        ("5月份开通10个渠道", True),
        ("每周开通3个渠道", False),
    ],
)
def test_a_part_of_the_cycle_is_a_date(words: str, dated: bool) -> None:
    assert (not findings_of(KrNoDeadline, _document(words))) is dated


@pytest.mark.parametrize("words", ["Open 10 channels within 3 months of launch", "上线后三个月内开通10个渠道"])
def test_a_limit_that_is_counted_from_an_event_is_a_date(words: str) -> None:
    for rule in (KrNoDeadline, DeadlineOutsideCycle, DeadlineInvalid):
        assert not findings_of(rule, _document(words))


@pytest.mark.parametrize("words", ["Answer 95% of tickets within 2 days", "新用户7天内留存率达到40%"])
def test_a_length_that_is_measured_is_no_date(words: str) -> None:
    assert findings_of(KrNoDeadline, _document(words))


@pytest.mark.parametrize(("due", "found"), [("2026-07-03", 0), ("2026-07-04", 1), ("2026-03-31", 1)])
def test_days_of_grace_come_after_the_cycle(due: str, found: int) -> None:
    text = _document(f"CSAT from 78 to 86 (due: {due})")
    assert len(findings_of(DeadlineOutsideCycle, text, grace_days=3)) == found


def test_the_cycle_of_an_objective_comes_before_that_of_the_document() -> None:
    text = _document("CSAT from 78 to 86 (due: 2026-08-31)", fields="Cycle: 2026-Q3")
    assert not findings_of(DeadlineOutsideCycle, text)


def test_a_date_in_the_words_is_less_sure_than_one_in_a_field() -> None:
    field, words = findings_of(
        DeadlineOutsideCycle, _document("CSAT at 86 (due: 2026-08-31)", "CSAT at 90 by 30 September 2026")
    )
    assert (field.certainty, words.certainty) == ("high", "medium")


@pytest.mark.parametrize(("title", "certainty"), [("OKRs FY26 Q4", "low"), ("OKRs 2026-Q4", "high")])
def test_the_days_of_a_fiscal_year_are_not_sure(title: str, certainty: str) -> None:
    (found,) = findings_of(DeadlineOutsideCycle, _document("CSAT at 86 (due: 2027-01-31)", title=title))
    assert found.certainty == certainty


def test_an_inherited_date_is_the_objectives_alone() -> None:
    text = _document("CSAT from 78 to 86", "NPS from 31 to 45", fields="Due: 2026-06-31")
    (found,) = findings_of(DeadlineInvalid, text)
    assert (found.objective, found.key_result, found.start.line) == ("O1", None, 5)


def test_a_period_that_does_not_exist_is_reported_at_each_place_once() -> None:
    text = """# OKRs 2026 Q5

## O1: Make support feel human

- KR1: CSAT from 78 to 86

## O2: Make every customer glad they stayed

- KR1: churn falls from 4% to 2%

## O3: Become the place where engineers grow

Cycle: 2026 Q7

- KR1: 12 internal talks
"""
    found = findings_of(DeadlineInvalid, text)
    assert [(finding.start.line, finding.objective) for finding in found] == [(1, "O1"), (13, "O3")]
