"""Check-ins, progress and scores: what depends on the day, on arithmetic, and on options."""

from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.model import Metric, Quantity, Span
from okrlint.plugins import Rule
from okrlint.testing import findings_of, read
from okrlint_rules.checkin.checkin_stale import CheckinStale
from okrlint_rules.checkin.checkin_without_content import CheckinWithoutContent
from okrlint_rules.checkin.first_weeks_cadence import FirstWeeksCadence
from okrlint_rules.checkin.no_checkins import NoCheckins
from okrlint_rules.checkin.objective_score_mismatch import ObjectiveScoreMismatch
from okrlint_rules.checkin.progress import covered, latest, share_in
from okrlint_rules.checkin.progress_behind import ProgressBehind
from okrlint_rules.checkin.progress_regressed import ProgressRegressed
from okrlint_rules.checkin.score_invalid import ScoreInvalid
from okrlint_rules.checkin.score_missing_at_close import ScoreMissingAtClose
from okrlint_rules.checkin.scores_sandbagged import ScoresSandbagged

TIMED: tuple[type[Rule], ...] = (
    NoCheckins, CheckinStale, ProgressBehind, ScoreMissingAtClose, ScoresSandbagged, FirstWeeksCadence,
)  # fmt: skip


def document(*results: str, entries: tuple[str, ...] = (), cycle: str = "2026-Q2", rest: str = "") -> str:
    """Return a document with these key results, check-ins below the last, and what follows."""
    lines = "".join(f"- KR{number}: {result}\n" for number, result in enumerate(results, 1))
    below = "".join(f"  - {entry}\n" for entry in entries)
    return f"# OKRs {cycle}\n\n## O1: Make support feel human\n\n{lines}{below}\n{rest}"


def followed(*entries: str, cycle: str = "2026-Q2") -> str:
    return document("CSAT from 78 to 86", entries=entries, cycle=cycle)


def codes(rule: type[Rule], text: str, today: str | None = None, **options: object) -> int:
    return len(findings_of(rule, text, today=date.fromisoformat(today) if today else None, **options))


# What depends on the day


@pytest.mark.parametrize("rule", TIMED, ids=lambda rule: rule.meta.code)
@pytest.mark.parametrize("cycle", ["2026-Q2", "2027", "FY99 Q9", "the spring"])
def test_without_a_day_or_before_the_cycle_nothing_is_said(rule: type[Rule], cycle: str) -> None:
    text = document("CSAT from 78 to 86 (progress: 0%, status: on track)", entries=("2026-04-06: x",), cycle=cycle)
    assert codes(rule, text) == 0
    assert codes(rule, text, "2026-03-20") == 0


@pytest.mark.parametrize(
    ("today", "due"),
    [("2026-04-10", 0), ("2026-04-11", 1), ("2026-06-30", 1), ("2026-07-01", 0)],
)
def test_the_first_check_in_is_due_after_ten_days(today: str, due: int) -> None:
    assert codes(NoCheckins, followed(), today) == due


def test_check_ins_that_are_still_to_come_are_none() -> None:
    assert codes(NoCheckins, followed("2026-06-01: CSAT 79"), "2026-05-01") == 1
    assert codes(CheckinStale, followed("2026-04-06: CSAT 79", "2026-06-01: CSAT 80"), "2026-05-01") == 1


def test_progress_without_days_is_less_sure() -> None:
    tracked = document("CSAT from 78 to 86 (progress: 20%)")
    assert [found.certainty for found in findings_of(NoCheckins, tracked, today=date(2026, 5, 1))] == ["low"]


@pytest.mark.parametrize(
    "line",
    [
        "External check-ins: https://wiki.example/x",
        "周报链接：https://wiki.example/x",
        "Check-ins: https://wiki.example/x",
    ],
)
def test_check_ins_in_another_place(line: str) -> None:
    text = f"# OKRs 2026-Q2\n\n## O1: Win\n\n- {line}\n- KR1: CSAT from 78 to 86\n"
    assert codes(NoCheckins, text, "2026-05-01") == 0


def test_only_the_cycle_that_runs_is_looked_at() -> None:
    text = """
        # OKRs

        ## 2026 Q1

        ### O1: Make support feel human

        - KR1: CSAT from 78 to 86

        ## 2026 Q2

        ### O2: Make paying feel instant

        - KR1: 95% of payments confirmed within 2 s
          - 2026-04-20: 91%, confidence 6/10
        """
    assert codes(NoCheckins, dedent(text), "2026-04-22") == 0
    assert codes(NoCheckins, dedent(text), "2026-02-22") == 1


@pytest.mark.parametrize(
    ("last", "today", "due"),
    [
        ("2026-04-06", "2026-04-15", 0),
        ("2026-04-06", "2026-04-16", 1),  # week 3: nine days at most
        ("2026-05-04", "2026-05-20", 0),
        ("2026-05-04", "2026-05-21", 1),  # later sixteen
    ],
)
def test_the_age_of_the_last_check_in(last: str, today: str, due: int) -> None:
    assert codes(CheckinStale, followed(f"{last}: CSAT 79"), today) == due


def test_holidays_do_not_count_and_gaps_can_be_set() -> None:
    text = followed("2026-05-04: CSAT 79")
    assert codes(CheckinStale, text, "2026-05-21", holidays=(date(2026, 5, 11), "2026-05-11")) == 0
    assert codes(CheckinStale, text, "2026-05-21", max_gap_days=45) == 0
    assert codes(CheckinStale, text, "2026-05-14", max_gap_days=9) == 1


@pytest.mark.parametrize(
    ("days", "today", "due"),
    [
        ((6, 13, 27), "2026-05-01", 0),
        ((6, 13), "2026-05-01", 1),
        ((6, 6, 6), "2026-05-01", 1),
        ((6,), "2026-04-20", 0),
        ((6,), "2026-06-10", 0),
        ((), "2026-05-01", 0),
    ],
)
def test_the_first_weeks(days: tuple[int, ...], today: str, due: int) -> None:
    assert codes(FirstWeeksCadence, followed(*(f"2026-04-{day:02}: CSAT 79" for day in days)), today) == due


# Check-ins without content

EMPTY = (
    "on track", "going fine", "OK", "all good, still on track", "as planned", "No updates.", "same as last week",
    "work in progress", "still working on it", "in progress - on schedule",
    "正常推进", "同上", "进展顺利", "按计划推进，一切正常", "正在推进中", "暂无更新", "持續推進", "符合预期",
    "无", "進展良好",
)  # fmt: skip
TELLING = (
    "79", "blocked by legal", "two shops signed", "see https://wiki.example/w20", "on track, 4 of 9 shops signed",
    "no progress: the vendor is on strike", "confidence 6/10", "progress 40%", "red, we lost the pilot",
    "good talk with a grocer",
    "受供应商合同阻塞", "签约两家门店", "无法联系到客户", "推进中，法务审核需一周", "信心 6", "进度40%", "人手不足",
    "順利簽下首家門市", "改用备选方案", "正常，已上线灰度",
)  # fmt: skip


@pytest.mark.parametrize("note", EMPTY)
def test_words_that_tell_nothing(note: str) -> None:
    assert codes(CheckinWithoutContent, followed(f"2026-05-11: {note}")) == 1


@pytest.mark.parametrize("note", TELLING)
def test_words_that_tell_something(note: str) -> None:
    assert codes(CheckinWithoutContent, followed(f"2026-05-11: {note}")) == 0


def test_one_entry_of_a_day_that_tells_something_is_enough() -> None:
    assert codes(CheckinWithoutContent, followed("2026-05-11: on track", "2026-05-11: CSAT 79")) == 0
    assert codes(CheckinWithoutContent, followed("2026-05-11: on track", "2026-05-11: fine")) == 1


# Progress


def metric(baseline: float | None, target: float | None, unit: str | None = None) -> Metric:
    return Metric.model_construct(
        baseline=None if baseline is None else amount(baseline, unit),
        target=None if target is None else amount(target, unit),
    )


def amount(value: float, unit: str | None = None) -> Quantity:
    return Quantity.model_construct(raw="", span=Span(0, 0), value=value, unit=unit)


@pytest.mark.parametrize(
    ("baseline", "target", "current", "expected"),
    [
        (78, 86, 82, 0.5),
        (60, 20, 50, 0.25),  # lower is better
        (200, 150, 140, 1.2),  # and less is more than was asked for
        (0, 40, 0, 0),
        (78, 86, 76, -0.25),
        (99.9, 99.9, 99.9, None),  # a value that shall stay
        (None, 900, 300, None),
    ],
)
def test_the_way_that_is_covered(baseline: float | None, target: float, current: float, expected: float | None) -> None:
    assert covered(metric(baseline, target), amount(current)) == expected


def test_other_units_are_not_compared() -> None:
    assert covered(metric(60, 20, "minutes"), amount(1, "hours")) is None
    assert covered(metric(60, 20, "minutes"), amount(40)) == 0.5


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(0, 1))
def test_a_point_between_baseline_and_target_is_between_none_and_all(start: float, end: float, part: float) -> None:
    share = covered(metric(start, end), amount(start + part * (end - start)))
    assert share is None or abs(end - start) < 1e-3 or abs(share - part) < 1e-3


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("40%", 0.4), ("约75%", 0.75), ("１０５％", 1.05), ("3/5", 0.6), ("0.4", 0.4), ("~25%（4/18）", 0.25), ("0", 0),
        ("on track", None), ("7", None), ("5/0", None), ("2026/05/01", None), ("", None), ("正常", None),
    ],
)  # fmt: skip
def test_shares_in_words(words: str, share: float | None) -> None:
    assert share_in(words) == share


def test_the_latest_progress_is_the_field_or_else_the_last_check_in() -> None:
    today = date(2026, 5, 10)
    told, stated = (
        read(text).objectives[0].key_results[0]
        for text in (
            followed("2026-05-04: CSAT 80", "2026-04-20: CSAT 79", "2026-06-01: CSAT 85"),
            document("CSAT from 78 to 86 (progress: 60%)", entries=("2026-05-04: CSAT 80",)),
        )
    )
    assert latest(told, today) == (date(2026, 5, 4), 0.25)
    assert latest(stated, today) == (today, 0.6)


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ("progress: 15%, status: on track", True),
        ("progress: 15%, status: 🟢 On Track", True),
        ("progress: 15%, status: 正常", True),
        ("progress: 15%, confidence: 9/10", True),
        ("progress: 15%, status: not on track", False),
        ("progress: 15%, status: off-track", False),
        ("progress: 15%, status: 不正常", False),
        ("progress: 15%, confidence: 4/10", False),
        ("progress: 15%", False),
        ("progress: 15%, status: at risk, confidence: 9/10", False),
        ("progress: 120%, status: on track", False),
        ("progress: 60%, status: on track", False),
        ("progress: 15%, status: on track, score: 0.2", False),
        ("progress: 0%, status: on track, due: 2026-06-25", True),
    ],
)
def test_behind_and_not_saying_so(fields: str, due: bool) -> None:
    assert bool(codes(ProgressBehind, document(f"CSAT from 78 to 86 ({fields})"), "2026-05-28")) is due


def test_an_earlier_deadline_shortens_the_time() -> None:
    early = document("CSAT from 78 to 86 (progress: 70%, status: on track, due: 2026-06-01)")
    assert codes(ProgressBehind, early, "2026-05-28") == 1
    assert codes(ProgressBehind, early.replace("06-01", "06-30"), "2026-05-28") == 0


def test_the_first_weeks_show_little() -> None:
    text = document("CSAT from 78 to 86 (progress: 0%, status: on track)")
    assert [found.certainty for found in findings_of(ProgressBehind, text, today=date(2026, 4, 25))] == ["low"]


@pytest.mark.parametrize(
    ("result", "first", "second", "due"),
    [
        ("CSAT from 78 to 86", "progress 50%", "progress 30%", True),
        ("CSAT from 78 to 86", "progress 50%", "progress 47%", False),
        ("CSAT from 78 to 86", "CSAT 82", "CSAT 80", True),
        ("CSAT from 78 to 86", "CSAT 82", "CSAT 80, the survey counted robots", False),
        ("CSAT from 78 to 86", "82 talks held", "4 talks held", False),  # that is no CSAT
        ("churn falls from 4% to 2%", "churn 3%", "churn 3.5%", True),
        ("churn falls from 4% to 2%", "churn 3.5%", "churn 3%", False),
        ("流失率从4%降至2%", "流失率3%", "流失率3.5%", True),
        ("流失率从4%降至2%", "流失率3%", "流失率3.5%，大客户到期", False),
        ("900 qualified leads", "300 leads", "200 leads", False),  # from where it began is not told
    ],
)
def test_a_step_back(result: str, first: str, second: str, due: bool) -> None:
    text = document(result, entries=(f"2026-05-04: {first}", f"2026-05-11: {second}"))
    assert bool(codes(ProgressRegressed, text)) is due


# Scores


@pytest.mark.parametrize(
    ("score", "due"),
    [
        ("0.7", False), ("1", False), ("1.0", False), ("0", False), ("70%", False), (".6", False), ("7/10", False),
        ("7", False), ("yellow", False), ("n/a", False), ("TBD", False),
        ("1.4", True), ("-0.2", True), ("130%", True), ("11/10", True), ("seven", True), ("优秀", True), ("0,7", True),
    ],
)  # fmt: skip
def test_a_score_alone(score: str, due: bool) -> None:
    assert bool(codes(ScoreInvalid, document(f"CSAT from 78 to 86 (score: {score})"))) is due


@pytest.mark.parametrize(("score", "better"), [("7/10", "0.7"), ("7", "0.7"), ("3/5", "0.6"), ("0,8", "0.8")])
def test_a_score_beside_those_from_0_to_1_can_be_put_right(score: str, better: str) -> None:
    text = document("CSAT from 78 to 86 (score: 0.6)", f"40 pilots (score: {score})")
    (found,) = findings_of(ScoreInvalid, text)
    assert found.fix is not None
    assert [edit[2] for edit in found.fix.edits] == [better]


def test_scales_and_steps_of_scores_can_be_set() -> None:
    percent, tenths = document("CSAT (score: 70%)"), document("CSAT (score: 7/10)")
    assert codes(ScoreInvalid, percent, percent_ok=False, scale="0-1") == 1
    assert codes(ScoreInvalid, percent, scale="0-1") == 0
    assert codes(ScoreInvalid, tenths, scale="0-1") == 1
    assert codes(ScoreInvalid, document("CSAT (score: 0.65)"), step=0.1) == 1
    assert codes(ScoreInvalid, document("CSAT (score: 0.7)"), step=0.1) == 0


SCORED = "CSAT from 78 to 86 (score: 0.6)"


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (("a", "b"), ["none of its 2"]),
        ((SCORED, "b", "c"), ["only 1 of its 3"]),
        ((SCORED, SCORED, "40 pilots"), ["“40 pilots” is not graded"]),
        ((SCORED, SCORED, "40 pilots (status: dropped)"), []),
        ((SCORED, SCORED, "40 pilots (status: carried over)"), []),
        ((SCORED, SCORED, "40 pilots (score: n/a)"), []),
        ((SCORED, SCORED, "40 pilots (progress: 70%)"), []),
        ((SCORED, SCORED, "40 pilots (status: done)"), []),
        ((SCORED, SCORED, "40 pilots (status: missed)"), []),
    ],
)
def test_grades_at_the_end(results: tuple[str, ...], expected: list[str]) -> None:
    text = document(*results, rest="## Retrospective\n\nWe asked too late.\n")
    found = findings_of(ScoreMissingAtClose, text, today=date(2026, 7, 20))
    assert [words in finding.message for words, finding in zip(expected, found, strict=True)] == [True] * len(expected)
    assert codes(ScoreMissingAtClose, text, "2026-07-10") == 0


def test_that_nothing_looks_back_is_not_sure() -> None:
    (found,) = findings_of(ScoreMissingAtClose, document(SCORED), today=date(2026, 7, 20))
    assert found.certainty == "low"
    assert codes(ScoreMissingAtClose, document(SCORED), "2026-07-20", require_retro=False) == 0


def test_each_cycle_is_looked_at_by_itself() -> None:
    parts = "".join(
        f"## {name}\n\n### O{at}: Win\n\n- KR1: CSAT from 7{at} to 86{score}\n\n"
        for at, (name, score) in enumerate([("2026 Q1", ""), ("2026 Q2", " (score: 0.7)"), ("2026 Q3", "")], 1)
    )
    found = findings_of(ScoreMissingAtClose, f"# OKRs\n\n{parts}", today=date(2026, 7, 20), require_retro=False)
    assert [finding.objective for finding in found] == ["O1"]


@pytest.mark.parametrize(
    ("scores", "today", "due"),
    [
        ((1, 1, 0.9, 1), "2026-07-02", 1),
        ((0.1, 0, 0.3, 0.2), "2026-07-02", 1),
        ((1, 1, 0.9, 0.5), "2026-07-02", 0),
        ((1, 1, 1), "2026-07-02", 0),
        ((0.1, 0, 0.3, 0.2), "2026-06-02", 0),
    ],
)
def test_all_too_good_or_too_bad(scores: tuple[float, ...], today: str, due: int) -> None:
    text = document(*(f"CSAT from 7{at} to 86 (score: {score})" for at, score in enumerate(scores)))
    assert codes(ScoresSandbagged, text, today) == due


@pytest.mark.parametrize(
    ("own", "results", "due"),
    [
        ("0.5", ("(score: 0.6)", "(score: 0.4)"), 0),
        ("0.55", ("(score: 0.6)", "(score: 0.4)"), 0),
        ("0.6", ("(score: 0.6)", "(score: 0.4)"), 1),
        ("0.9", ("(weight: 80%, score: 1.0)", "(weight: 20%, score: 0.5)"), 0),  # by weight
        ("0.75", ("(weight: 80%, score: 1.0)", "(weight: 20%, score: 0.5)"), 0),  # or plain
        ("0.6", ("(weight: 80%, score: 1.0)", "(weight: 20%, score: 0.5)"), 1),
        ("0.9", ("(weight: 4, score: 1.0)", "(weight: 1, score: 0.5)"), 0),
        ("0.9", ("(score: 0.6)", ""), 0),
        ("0.6", ("(score: 0.6)", "(status: dropped)"), 0),
        ("50%", ("(score: 0.6)", "(score: 0.4)"), 0),
    ],
)
def test_the_score_of_an_objective(own: str, results: tuple[str, ...], due: int) -> None:
    lines = "".join(f"- KR{at}: CSAT from 7{at} to 86 {fields}\n" for at, fields in enumerate(results, 1))
    assert codes(ObjectiveScoreMismatch, f"# OKRs\n\n## O1: Win\n\n- Score: {own}\n{lines}") == due
