"""Rules about counts and structure: sets of objectives, copies, numbers, types and health metrics."""

from datetime import date
from time import process_time

import pytest

from okrlint.plugins import Severity
from okrlint.testing import findings_of
from okrlint_rules.structure.duplicate_item import DuplicateItem
from okrlint_rules.structure.health_metrics_missing import HealthMetricsMissing
from okrlint_rules.structure.numbering_broken import NumberingBroken
from okrlint_rules.structure.objective_without_krs import ObjectiveWithoutKrs
from okrlint_rules.structure.too_many_krs import TooManyKrs
from okrlint_rules.structure.too_many_objectives import TooManyObjectives
from okrlint_rules.structure.type_not_declared import TypeNotDeclared


def _objectives(*names: str, title: str = "OKRs 2026-Q2") -> str:
    parts = [f"## O{number}: {name}\n\n- KR1: CSAT from 7{number} to 86\n" for number, name in enumerate(names, 1)]
    return f"# {title}\n\n" + "\n".join(parts)


def _results(*results: str) -> str:
    rows = "\n".join(f"- KR{number}: {result}" for number, result in enumerate(results, 1))
    return f"# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n{rows}\n"


FOUR = ("Make support feel human", "Win the campus market", "Make paying feel instant", "Be the place to grow")


def test_one_finding_stands_at_the_first_objective_too_many() -> None:
    (found,) = findings_of(TooManyObjectives, _objectives(*FOUR, "Play again"))
    assert (found.objective, found.severity) == ("O4", Severity.WARNING)
    assert not findings_of(TooManyObjectives, _objectives(*FOUR, "Play again"), max=5)


@pytest.mark.parametrize(("title", "found"), [("Company OKRs 2026", 1), ("公司2026年OKR", 1), ("Growth 2026", 0)])
def test_a_company_may_have_a_limit_of_its_own(title: str, found: int) -> None:
    text = _objectives(*FOUR[:2], title=title)
    assert len(findings_of(TooManyObjectives, text, max_company=1)) == found


def test_dropped_objectives_do_not_count() -> None:
    text = _objectives(*FOUR).replace(
        "## O2: Win the campus market\n", "## O2: Win the campus market\n\nStatus: dropped\n"
    )
    assert not findings_of(TooManyObjectives, text)


def test_a_file_that_gathers_many_people_is_counted_by_owner() -> None:
    names = [f"{name} {number} (owner: P{number % 4})" for number, name in enumerate(FOUR * 2)]
    assert not findings_of(TooManyObjectives, _objectives(*names))
    assert findings_of(TooManyObjectives, _objectives(*(name.partition(" (")[0] for name in names)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NPS 20 → 40", "Raise NPS from 20 to 40"),
        ("Churn falls from 4% to 2%", "Reduce churn from 4% to 2%"),
        ("900 students sign up", "900 students sign up"),
        ("60 guests a night", "Reach 60 guests a night"),
        ("40% of patients rebook", "40% of the patients rebook"),
        ("Waste cut from 40 to 15 kg a day", "Waste falls from 40 to 15 kg a day"),
        ("Publish the field guide", "Publish the field guide"),
        ("NPS由20升至40", "NPS从20提升到40"),
        ("流失率从4%降至2%", "流失率由4%下降到2%"),
        ("註冊學生達到900名", "注册学生达到900名"),
        ("每晚客人60位", "每晚客人达到60位"),
        ("续约率提升至90%", "续约率达到90%"),
        ("厨余从40公斤降到15公斤", "厨余由40公斤减少到15公斤"),
        ("发布野外手册", "发布野外手册"),
    ],
)
def test_the_same_in_other_words_is_a_copy(one: str, other: str) -> None:
    (found,) = findings_of(DuplicateItem, _results(one, "Rating from 4.1 to 4.6", other))
    assert found.start.line == 7
    assert "KR1" in found.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berlin NPS 20 → 40", "Madrid NPS 20 → 40"),
        ("NPS 20 → 40", "NPS 40 → 60"),
        ("300 sign-ups by 30 April", "300 sign-ups by 31 May"),
        ("Ship the C driver", "Ship the C# driver"),
        ("NPS of new guests from 20 to 40", "NPS of regular guests from 20 to 40"),
        ("Hire 2 bakers", "Hire 2 drivers"),
        ("95% of mail answered within 2 hours", "95% of calls answered within 2 minutes"),
        ("华东NPS由20升至40", "华南NPS由20升至40"),
        ("招聘2名面包师", "招聘2名司机"),
        ("4月底前举办3场讲座", "5月底前举办3场讲座"),
        ("新客复购率达到40%", "老客复购率达到40%"),
        ("客服滿意度達到90%", "物流滿意度達到90%"),
        ("安卓端崩溃率降至0.1%", "苹果端崩溃率降至0.1%"),
    ],
)
def test_siblings_and_steps_are_no_copies(one: str, other: str) -> None:
    assert not findings_of(DuplicateItem, _results(one, other))


def test_work_below_two_objectives_may_be_two_things() -> None:
    text = (
        _objectives(*FOUR[:2])
        .replace("CSAT from 71 to 86", "Publish the guide")
        .replace("CSAT from 72 to 86", "Publish the guide")
    )
    (found,) = findings_of(DuplicateItem, text)
    assert (found.objective, found.certainty) == ("O2", "low")


def test_what_two_people_share_is_no_copy_unless_told_so() -> None:
    text = _results("NPS from 20 to 40 (owner: Ana)", "NPS from 20 to 40 (owner: Ben)")
    assert not findings_of(DuplicateItem, text)
    assert findings_of(DuplicateItem, text, allow_pass_through=False)


def test_added_words_make_a_copy_up_to_a_share() -> None:
    one = "Share of patients seen by the same nurse on every visit in our clinics rises from 50% to 80%"
    other = one.replace("our clinics", "all our clinics together")
    assert findings_of(DuplicateItem, _results(one, other), min_similarity=0.8)
    assert not findings_of(DuplicateItem, _results(one, other), min_similarity=1.0)


def test_thousands_of_key_results_take_no_square_of_time() -> None:
    texts = ["Publish part {} of the guide", "发布手册第{}部分", "Raise the rating of shop {} from 4.1 to 4.6"]
    rows = [texts[number % 3].format(f"x{number}") for number in range(2_000)]
    start = process_time()
    findings_of(DuplicateItem, _results(*rows))
    assert process_time() - start < 10  # comparing each with each takes a minute


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        (["KR1", "KR2", "KR2"], "KR2"),
        (["KR1", "KR1", "KR2"], "KR1"),
        (["KR1", "KR2", "KR4"], "3"),
        (["KR1.1", "KR1.2", "KR1.4"], "3"),
        (["KR3", "KR4", "KR6"], "5"),
        (["关键结果一", "关键结果二", "关键结果四"], "3"),
        (["KR9", "KR10", "KR12"], "11"),
    ],
)
def test_broken_numbers_are_told(labels: list[str], message: str) -> None:
    rows = "\n".join(f"- {label}: CSAT from 7{at} to 86" for at, label in enumerate(labels))
    (found,) = findings_of(NumberingBroken, f"# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n{rows}\n")
    assert message in found.message
    assert (found.objective, found.severity) == ("O1", Severity.INFO)


@pytest.mark.parametrize(
    "labels",
    [
        ["KR1", "KR2", "KR3"],
        ["KR3", "KR1", "KR2"],
        ["KR4", "KR5", "KR6"],
        ["KR1.1", "KR1.2", "KR1.3"],
        ["KR9", "KR10", "KR11"],
        ["关键结果九", "关键结果十", "关键结果十一"],
        ["KR十九", "KR二十", "KR二十一"],
    ],
)
def test_numbers_in_a_row_are_left_alone(labels: list[str]) -> None:
    rows = "\n".join(f"- {label}: CSAT from 7{at} to 86" for at, label in enumerate(labels))
    assert not findings_of(NumberingBroken, f"# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n{rows}\n")


def test_numbers_far_apart_may_mean_something() -> None:
    rows = "\n".join(f"- KR{number}: CSAT from 7{number} to 86" for number in (10, 20, 30))
    (found,) = findings_of(NumberingBroken, f"# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n{rows}\n")
    assert found.certainty == "low"


@pytest.mark.parametrize(
    "words", ["Type: committed", "Type: moonshot", "类型：承诺型", "類型：挑戰型", "Type: learning"]
)
def test_a_declared_type(words: str) -> None:
    text = f"# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n{words}\n\n- KR1: CSAT from 78 to 86\n"
    assert not findings_of(TypeNotDeclared, text, required=True)


def test_types_are_asked_for_beside_a_type() -> None:
    text = _objectives("Make support feel human", "Win the campus market")
    assert not findings_of(TypeNotDeclared, text)
    assert len(findings_of(TypeNotDeclared, text, required=True)) == 2
    (found,) = findings_of(TypeNotDeclared, text.replace("human", "human [committed]"))
    assert found.objective == "O2"


def test_another_kind_of_type_declares_nothing() -> None:
    text = "# OKRs 2026-Q2\n\n## O1: Make support feel human\n\nType: quarterly\n\n- KR1: CSAT from 78 to 86\n"
    (found,) = findings_of(TypeNotDeclared, text, required=True)
    assert found.severity is Severity.HINT
    assert not findings_of(TypeNotDeclared, text, required=True, types=("quarterly",))


@pytest.mark.parametrize("heading", ["Health metrics", "Guardrails", "健康指标", "护栏指标", "護欄指標"])
def test_a_section_of_health_metrics(heading: str) -> None:
    text = _results("CSAT from 78 to 86")
    assert findings_of(HealthMetricsMissing, text)
    assert not findings_of(HealthMetricsMissing, f"{text}\n## {heading}\n\n- Refund rate stays below 3%\n")


def test_a_share_is_guard_enough_unless_told_otherwise() -> None:
    text = _results("900 students sign up", "40% of them order again")
    assert not findings_of(HealthMetricsMissing, text)
    assert findings_of(HealthMetricsMissing, text, shares_suffice=False)


def test_health_metrics_in_yaml() -> None:
    text = """cycle: 2026-Q2
health_metrics: [refund rate stays below 3%]
objectives:
  - objective: Make support feel human
    key_results: [CSAT from 78 to 86]
"""
    assert not findings_of(HealthMetricsMissing, text, format="yaml")
    assert findings_of(HealthMetricsMissing, text.replace("health_metrics", "remarks"), format="yaml")


def test_more_key_results_than_the_target_are_a_hint() -> None:
    text = _results(*(f"CSAT of team {number} from 7{number} to 86" for number in range(5)))
    assert not findings_of(TooManyKrs, text)
    (found,) = findings_of(TooManyKrs, text, target=4)
    assert found.severity is Severity.HINT


def test_drafts_may_lack_key_results_before_the_cycle_begins() -> None:
    text = (
        "# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n- Owner: Ana\n\n## O2: Win\n\n- KR1: CSAT from 78 to 86\n"
    )
    assert findings_of(ObjectiveWithoutKrs, text, today=date(2026, 3, 20))
    assert not findings_of(ObjectiveWithoutKrs, text, today=date(2026, 3, 20), draft_ok=True)
    assert findings_of(ObjectiveWithoutKrs, text, today=date(2026, 4, 20), draft_ok=True)
