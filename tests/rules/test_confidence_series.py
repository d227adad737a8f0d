"""Confidence over time: scales, the first value, values that stand still, fall, or contradict progress."""

from datetime import date

import pytest

from okrlint.linting.findings import Finding
from okrlint.testing import findings_of
from okrlint_rules.confidence.confidence_all_same import ConfidenceAllSame
from okrlint_rules.confidence.confidence_contradicts_progress import ConfidenceContradictsProgress
from okrlint_rules.confidence.confidence_drop_unexplained import ConfidenceDropUnexplained
from okrlint_rules.confidence.confidence_initial_implausible import ConfidenceInitialImplausible
from okrlint_rules.confidence.confidence_mixed_scales import ConfidenceMixedScales
from okrlint_rules.confidence.confidence_never_updated import ConfidenceNeverUpdated


def document(*results: str, entries: tuple[str, ...] = (), cycle: str = "2026-Q2") -> str:
    """Return a document with these key results, and check-ins below the last."""
    lines = "".join(f"- KR{number}: {result}\n" for number, result in enumerate(results, 1))
    below = "".join(f"  - {entry}\n" for entry in entries)
    return f"# OKRs {cycle}\n\n## O1: Make support feel human\n\n{lines}{below}"


def rated(*confidences: str) -> str:
    return document(*(f"CSAT from 7{at} to 86 (confidence: {value})" for at, value in enumerate(confidences)))


def followed(*entries: str, cycle: str = "2026-Q2") -> str:
    return document("CSAT from 78 to 86", entries=entries, cycle=cycle)


def repaired(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    assert finding.fix.safe
    (edit,) = finding.fix.edits
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize(
    ("values", "better"),
    [
        (("6/10", "5/10", "0.5"), "5/10"),
        (("6/10", "5/10", "45%"), "4.5/10"),
        (("60%", "50%", "7/10"), "70%"),
        (("0.6", "0.5", "7/10"), "0.7"),
        (("0.6", "0.5", "75%"), "0.75"),
        (("3/5", "4/5", "60%"), "3/5"),
        (("６／１０", "5/10", "５０%"), "5/10"),
    ],
)
def test_a_value_is_rewritten_to_the_scale_of_most(values: tuple[str, ...], better: str) -> None:
    text = rated(*values)
    (found,) = findings_of(ConfidenceMixedScales, text)
    mended = repaired(text, found)
    assert f"(confidence: {better})" in mended
    assert not findings_of(ConfidenceMixedScales, mended)


@pytest.mark.parametrize("value", ["5 → 60%", "50–60%", "60% (was 40%)", "about 60%"])
def test_what_is_more_than_a_number_is_not_rewritten(value: str) -> None:
    (found,) = findings_of(ConfidenceMixedScales, rated("6/10", "5/10", value))
    assert found.fix is None


def test_what_falls_between_the_steps_of_a_scale_is_not_rewritten() -> None:
    (found,) = findings_of(ConfidenceMixedScales, rated("3/5", "4/5", "50%"))
    assert found.fix is None


@pytest.mark.parametrize(
    "values",
    [("high", "6/10"), ("🟢", "60%"), ("七成", "0.6"), ("70", "60%"), ("7", "6/10"), ("TBD", "6/10"), ("120%", "6/10")],
)
def test_words_and_what_reads_alike_are_no_other_scale(values: tuple[str, ...]) -> None:
    assert not findings_of(ConfidenceMixedScales, rated(*values))


def test_a_number_of_json_is_not_rewritten_since_a_fraction_would_break_it() -> None:
    results = (
        '[{"text": "a", "confidence": "6/10"}, {"text": "b", "confidence": "5/10"}, {"text": "c", "confidence": 0.5}]'
    )
    text = f'{{"objectives": [{{"objective": "Win", "key_results": {results}}}]}}'
    (found,) = findings_of(ConfidenceMixedScales, text, format="json")
    assert found.fix is None


def test_the_scale_can_be_set() -> None:
    assert len(findings_of(ConfidenceMixedScales, rated("60%", "50%"), target_scale="0-10")) == 2
    assert not findings_of(ConfidenceMixedScales, rated("6/10", "5/10"), target_scale="0-10")


@pytest.mark.parametrize(
    ("text", "today", "message"),
    [
        (rated("10/10"), "2026-04-10", "certain"),
        (rated("1/10"), "2026-04-10", "believes"),
        (rated("10/10"), "2026-03-10", "certain"),  # planned: the time to raise the target
        (rated("10/10"), "2026-06-10", ""),
        (rated("10/10"), None, ""),
        (rated("5/10"), "2026-04-10", ""),
        (rated("5 → 9"), "2026-04-10", ""),
        (document("CSAT from 78 to 86 (confidence: 9/10, progress: 60%)"), "2026-04-10", ""),
        (document("CSAT from 78 to 86 (confidence: 9/10, type: committed)"), "2026-04-10", ""),
        (followed("2026-04-06: confidence 9/10"), None, "certain"),
        (followed("2026-05-06: confidence 9/10"), None, ""),
        (followed("2026-04-06: confidence 5/10", "2026-04-13: confidence 9/10"), None, ""),
    ],
)
def test_the_first_value(text: str, today: str | None, message: str) -> None:
    day = date.fromisoformat(today) if today else None
    found = findings_of(ConfidenceInitialImplausible, text, today=day)
    assert [message in finding.message for finding in found] == ([True] if message else [])


def test_a_level_is_less_sure_than_a_number() -> None:
    (found,) = findings_of(ConfidenceInitialImplausible, rated("low"), today=date(2026, 4, 10))
    assert found.certainty == "low"


DAYS = ("2026-04-06", "2026-04-20", "2026-05-04", "2026-05-18", "2026-06-01")


def every_second_week(*values: str) -> tuple[str, ...]:
    return tuple(f"{day}: {value}" for day, value in zip(DAYS, values, strict=False))


@pytest.mark.parametrize(
    ("values", "due"),
    [
        (["confidence 5/10"] * 3, True),
        (["confidence 5/10"] * 2, False),
        (["confidence 4/10", *["confidence 5/10"] * 3], False),  # moved four weeks ago
        (["confidence 4/10", *["confidence 5/10"] * 4], True),  # and stands since six
        (["confidence 0.5", "confidence 5/10", "confidence 50%"], True),
        (["confidence 9/10, progress 70%", "confidence 9/10, progress 80%", "confidence 9/10, progress 95%"], False),
    ],
)
def test_standing_still(values: list[str], due: bool) -> None:
    assert bool(findings_of(ConfidenceNeverUpdated, followed(*every_second_week(*values)))) is due


def test_progress_that_moves_makes_it_sure() -> None:
    values = [f"confidence 5/10, progress {share}%" for share in (10, 30, 50)]
    (found,) = findings_of(ConfidenceNeverUpdated, followed(*every_second_week(*values)))
    assert found.certainty == "high"
    assert "from 10% to 50%" in found.message


def test_daily_stand_ups_of_one_week_are_no_series() -> None:
    days = [f"2026-04-{day:02}: confidence 5/10" for day in range(6, 11)]
    assert not findings_of(ConfidenceNeverUpdated, followed(*days))


@pytest.mark.parametrize(
    ("first", "second", "due"),
    [
        ("confidence 7/10", "confidence 3/10", True),
        ("confidence 7/10", "confidence 50%", True),
        ("confidence 7/10", "confidence 6/10", False),
        ("confidence 2/10", "confidence 2/10", True),
        ("confidence 2/10, no budget", "confidence 2/10", False),
        ("confidence 7/10", "confidence 3/10, CSAT 79", True),  # a value is no reason
        ("confidence 7/10", "confidence 3/10, on track", True),
        ("confidence 7/10", "confidence 3/10, the vendor is late", False),
        ("confidence 7/10", "confidence 3/10; plan B: two students for the summer", False),
        ("信心 7/10", "信心 3/10，正常推进", True),
        ("信心 7/10", "信心降至 3/10，两人离职", False),
        ("confidence high", "confidence 5/10", False),  # other scales do not compare so finely
        ("confidence 3/10", "confidence 8/10", False),
    ],
)
def test_a_fall(first: str, second: str, due: bool) -> None:
    text = followed(f"2026-04-20: {first}", f"2026-04-27: {second}")
    assert bool(findings_of(ConfidenceDropUnexplained, text)) is due


def test_of_one_day_the_last_value_counts() -> None:
    text = followed("2026-04-20: confidence 7/10", "2026-04-27: confidence 2/10", "2026-04-27: confidence 6/10")
    assert not findings_of(ConfidenceDropUnexplained, text)


def test_entries_may_stand_in_any_order() -> None:
    assert not findings_of(ConfidenceDropUnexplained, followed("4月27日: confidence 7/10", "4月20日: confidence 3/10"))


@pytest.mark.parametrize(
    ("fields", "today", "due"),
    [
        ("progress: 10%, confidence: 8/10", "2026-06-10", True),
        ("progress: 10%, confidence: 8/10", "2026-04-20", False),
        ("progress: 10%, confidence: 8/10", None, False),
        ("progress: 10%, confidence: 8/10", "2026-07-20", False),
        ("progress: 10%, confidence: 3/10", "2026-06-10", False),
        ("progress: 95%, confidence: 2/10", "2026-04-20", True),
        ("progress: 95%, confidence: 2/10, status: done", "2026-06-10", False),
        ("current: 79, confidence: 8/10", "2026-06-10", True),
        ("current: 85, confidence: 8/10", "2026-06-10", False),
        ("confidence: 8/10", "2026-06-10", False),
    ],
)
def test_confidence_and_progress(fields: str, today: str | None, due: bool) -> None:
    day = date.fromisoformat(today) if today else None
    found = findings_of(ConfidenceContradictsProgress, document(f"CSAT from 78 to 86 ({fields})"), today=day)
    assert bool(found) is due


@pytest.mark.parametrize("today", [None, date(2026, 3, 20), date(2026, 4, 8), date(2026, 7, 10)])
def test_the_same_everywhere_is_told_in_a_running_cycle_only(today: date | None) -> None:
    same = rated("5/10", "5/10", "5/10")
    assert not findings_of(ConfidenceAllSame, same, today=today)
    assert findings_of(ConfidenceAllSame, same, today=date(2026, 5, 10))


def test_colours_that_are_all_green_may_be_so() -> None:
    (found,) = findings_of(ConfidenceAllSame, rated("🟢", "🟢", "🟢"), today=date(2026, 5, 10))
    assert found.certainty == "low"


def test_the_last_check_in_goes_before_the_first_value() -> None:
    text = document(
        *[f"CSAT from 7{at} to 86 (confidence: 5/10)" for at in range(3)], entries=("2026-05-04: 信心 7/10",)
    )
    assert not findings_of(ConfidenceAllSame, text, today=date(2026, 5, 10))


@pytest.mark.parametrize("rule", [ConfidenceNeverUpdated, ConfidenceDropUnexplained, ConfidenceMixedScales])
def test_a_closed_cycle_is_left_alone(rule: type) -> None:
    text = followed(*every_second_week("confidence 7/10", *["confidence 20%"] * 4))
    assert findings_of(rule, text)
    assert not findings_of(rule, text, today=date(2026, 8, 1))
