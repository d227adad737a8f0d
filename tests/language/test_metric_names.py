"""Which measure a number belongs to, and what is known of it."""

import time

import pytest

from okrlint.language.metric_names import better_when, clauses, is_metric_name, metric_name, metric_range
from okrlint.language.quantities import amounts


def name_of(text: str, index: int = 0) -> str:
    return metric_name(text, amounts(text)[index].start)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hotel occupancy reaches 85%", "hotel occupancy"),
        ("Raise retention of tenants from 60% to 75%", "raise retention"),
        ("Reach an NPS of 50", "reach an nps"),
        ("Paid rents rise to at least 97%", "paid rents"),
        ("将租户留存率由60%提升到75%", "将租户留存率"),
        ("入住率不低于85%", "入住率"),
        ("租戶滿意度達到92分", "租户满意度"),
        ("空置率降到5%，续租率升至80%", "空置率"),
        ("入住率1月底达到85%", "入住率"),
        ("Q2入住率达到85%", "入住率"),
        ("第三季度达到85%", ""),
        ("7月活达到85", "7月活"),
        ("Reach 500", ""),
        ("500 tenants", ""),
    ],
)
def test_the_name_stands_before_the_number(text: str, name: str) -> None:
    assert name_of(text) == name


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Staff churn from 9% to 4%", "lower"),
        ("Time to board: waiting time of 9 minutes", "lower"),
        ("租户投诉量降到20件", "lower"),
        ("同城排名升至3", "lower"),
        ("NPS of 60", "higher"),
        ("租户留存率75%", "higher"),
        ("Detection of defects reaches 80%", None),
        ("投诉一次解决率达到80%", None),
        ("Headcount grows to 40", None),
    ],
)
def test_which_way_a_measure_is_better(text: str, better: str | None) -> None:
    assert better_when(name_of(text)) == better


@pytest.mark.parametrize(
    ("name", "limits"),
    [
        ("branch coverage", (0, 100)),
        ("入住率", (0, 100)),
        ("net revenue retention", None),
        ("净收入留存率", None),
        ("利息覆盖率", None),
        ("tenant nps", (-100, 100)),
        ("租户净推荐值", (-100, 100)),
        ("app rating", (0, 5)),
        ("growth rate", None),
        ("完成率", None),
        ("", None),
    ],
)
def test_what_values_a_measure_can_have(name: str, limits: tuple[float, float] | None) -> None:
    assert metric_range(name) == limits


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("raise uptime", True),
        ("faithfulness", True),
        ("the new wing", False),
        ("毛利率", True),
        ("新馆", False),
        ("", False),
    ],
)
def test_whether_words_name_a_measure(name: str, is_one: bool) -> None:
    assert is_metric_name(name) is is_one


def test_clauses_leave_numbers_and_noun_phrases_whole() -> None:
    text = "收入达到1,200万元，研发和设计满意度达到4.5分；并且 churn falls to 2%"
    assert [text[clause.start : clause.end].strip() for clause in clauses(text)] == [
        "收入达到1,200万元",
        "研发和设计满意度达到4.5分",
        "churn falls to 2%",
    ]


def test_a_long_statement_takes_linear_time() -> None:
    text = "入住率达到85%，" * 400
    start = time.process_time()
    assert name_of(text, 399) == "入住率"
    assert time.process_time() - start < 2
