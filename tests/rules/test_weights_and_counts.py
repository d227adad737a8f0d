"""What the examples on the rules about weights, counts and actions do not show: options, and odd values."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from okrlint.plugins import Severity
from okrlint.testing import findings_of, read
from okrlint_rules.action.kr_without_actions import KrWithoutActions
from okrlint_rules.siblings import listed, live, percent, sets_of_objectives, shares
from okrlint_rules.structure.objective_without_krs import ObjectiveWithoutKrs
from okrlint_rules.structure.too_few_krs import TooFewKrs
from okrlint_rules.structure.too_many_krs import TooManyKrs
from okrlint_rules.weight.weight_invalid import WeightInvalid
from okrlint_rules.weight.weights_all_equal import WeightsAllEqual
from okrlint_rules.weight.weights_missing import WeightsMissing
from okrlint_rules.weight.weights_sum import WeightsSum


def _document(*weights: str) -> str:
    rows = "\n".join(
        f"- KR{number}: NPS reaches 4{number} (weight: {weight})" for number, weight in enumerate(weights, 1)
    )
    return f"# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n{rows}\n"


def _shares(*weights: str) -> tuple[float, ...] | None:
    return shares(read(_document(*weights)).objectives[0].key_results)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        (("50%", "30%", "20%"), (0.5, 0.3, 0.2)),
        (("0.5", "0.3", "0.2"), (0.5, 0.3, 0.2)),
        (("1", "3", "4"), (0.125, 0.375, 0.5)),
        (("10", "20", "70"), (0.1, 0.2, 0.7)),
        (("10", "20"), (0.1, 0.2)),
        (("7", "3"), (0.7, 0.3)),
        (("50%", "3"), None),
        (("50%", "high"), None),
        (("50%", "TBD"), None),
        (("1", "-1"), None),
    ],
)
def test_shares(weights: tuple[str, ...], expected: tuple[float, ...] | None) -> None:
    assert _shares(*weights) == (None if expected is None else pytest.approx(expected))


@given(st.lists(st.integers(1, 10), min_size=2, max_size=6))
def test_small_whole_numbers_are_shares_of_their_own_sum(points: list[int]) -> None:
    text = _document(*map(str, points))
    assert sum(_shares(*map(str, points)) or ()) == pytest.approx(1)
    assert findings_of(WeightsSum, text) == []


@example([33, 33, 33])
@example([17] * 6)
@example([33, 33, 32])
@given(st.lists(st.integers(1, 100), min_size=2, max_size=6))
def test_percentages_are_wrong_unless_they_add_up(percentages: list[int]) -> None:
    found = findings_of(WeightsSum, _document(*(f"{number}%" for number in percentages)))
    even = set(percentages) == {round(100 / len(percentages))}  # 33%, 33%, 33%: thirds, as whole percents have them
    assert len(found) == (sum(percentages) != 100 and not even)


def test_shares_are_shown_without_needless_digits() -> None:
    assert [percent(share) for share in (0.5, 0.333, 1.1, 0.1 + 0.2)] == ["50%", "33.3%", "110%", "30%"]
    assert listed((0.5, 0.2, 0.1), " + ", most=2) == "50% + 20% + …"


@pytest.mark.parametrize("status", ["dropped", "Cancelled ❌", "已取消", "放棄", "dropped: no budget"])
def test_dropped_items_do_not_count(status: str) -> None:
    key_results = read(f"{_document('50%')}  - Status: {status}\n").objectives[0].key_results
    assert key_results[0].status is not None
    assert live(key_results) == ()


@pytest.mark.parametrize(
    "status", ["done", "closed", "已完成", "on track, after the old plan was revised and then dropped"]
)
def test_what_is_done_counts(status: str) -> None:
    key_results = read(f"{_document('50%')}  - Status: {status}\n").objectives[0].key_results
    assert key_results[0].status is not None
    assert live(key_results) == key_results


def test_each_person_of_a_document_has_a_whole_to_share_out() -> None:
    def person(name: str, first: str, second: str) -> str:
        objectives = (
            f"### O1：{first}（权重：60%）",
            "- KR1：满意度达到86",
            f"### O2：{second}（权重：40%）",
            "- KR1：注册900人",
        )
        return "\n\n".join((f"## {name}", *objectives, ""))

    text = person("王芳", "让客服更有温度", "拿下高校市场") + person("李强", "让付款快如闪电", "让仓库井井有条")
    assert [len(members) for members in sets_of_objectives(read(text))] == [2, 2]
    assert findings_of(WeightsSum, text) == []


def test_key_results_may_share_out_what_their_objective_weighs() -> None:
    text = _document("40%", "20%").replace("human\n", "human (weight: 60%)\n")
    assert findings_of(WeightsSum, text) == []
    assert len(findings_of(WeightsSum, text.replace("60%", "70%"))) == 1


@pytest.mark.parametrize(
    ("weights", "wrong"),
    [
        (("33%", "33%", "33%"), False),
        (("17%",) * 6, False),
        (("14%",) * 7, False),
        (("30%", "30%", "30%"), True),
        (("40%",) * 3, True),
    ],
)
def test_even_shares_may_be_rounded_to_whole_percents(weights: tuple[str, ...], wrong: bool) -> None:
    assert bool(findings_of(WeightsSum, _document(*weights))) == wrong


def test_tolerance_is_an_option() -> None:
    short = _document("34%", "33%", "32%")
    assert len(findings_of(WeightsSum, short)) == 1
    assert findings_of(WeightsSum, short, tolerance=0.01) == []
    nearly = _document("30%", "35%", "35%")
    assert findings_of(WeightsAllEqual, nearly) == []
    assert len(findings_of(WeightsAllEqual, nearly, tolerance=0.05)) == 1


def test_two_halves_can_be_reported_too() -> None:
    assert len(findings_of(WeightsAllEqual, _document("50%", "50%"), min_krs=2)) == 1
    assert findings_of(WeightsAllEqual, _document("50%"), min_krs=1) == []


def test_priorities_need_not_do_for_weights() -> None:
    text = "# OKRs 2026-Q2\n\n## O1: Win\n\n- KR1: 45 stores [P0]\n- KR2: 30 towns [P1]\n"
    assert findings_of(WeightsMissing, text) == []
    assert len(findings_of(WeightsMissing, text, accept_priority=False)) == 1


@pytest.mark.parametrize(
    ("weight", "severity"),
    [
        ("140%", Severity.ERROR),
        ("-5%", Severity.ERROR),
        ("0", Severity.ERROR),
        ("high", Severity.ERROR),
        ("4%", Severity.INFO),
        ("71%", Severity.INFO),
        ("5%", None),
        ("70%", None),
        ("100%", None),
        ("TBD", None),
        ("3", None),
    ],
)
def test_how_bad_a_weight_is(weight: str, severity: Severity | None) -> None:
    found = findings_of(WeightInvalid, _document(weight))
    assert [finding.severity for finding in found] == ([] if severity is None else [severity])


def test_range_of_shares_is_an_option() -> None:
    assert len(findings_of(WeightInvalid, _document("15%"), min_share=0.2)) == 1
    assert findings_of(WeightInvalid, _document("90%"), max_share=0.9) == []


def test_counts_are_options() -> None:
    text = _document("50%", "30%", "20%")
    assert findings_of(TooFewKrs, text, min=3) == []
    assert len(findings_of(TooFewKrs, text, min=4)) == 1
    assert findings_of(TooManyKrs, text, max=3) == []
    assert len(findings_of(TooManyKrs, text, max=2)) == 1


def test_children_need_not_do_for_key_results() -> None:
    text = "# OKRs\n\n## O1: Win\n\n## O1.1: Win the campus market\n\n- KR1: 900 students\n"
    assert findings_of(ObjectiveWithoutKrs, text) == []
    assert len(findings_of(ObjectiveWithoutKrs, text, accept_children=False)) == 1
    assert len(findings_of(ObjectiveWithoutKrs, text.replace("O1.1", "O12"))) == 1


def test_a_plan_may_stand_below_the_objective() -> None:
    text = "# OKRs\n\n## O1: Win\n\n- KR1: 45 stores\n- KR2: 30 towns\n\nActions:\n\n- look for sites\n"
    assert [finding.key_result for finding in findings_of(KrWithoutActions, text)] == [None]
    assert findings_of(KrWithoutActions, text, level="objective") == []
