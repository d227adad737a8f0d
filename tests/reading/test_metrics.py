"""What a key result is measured by: units that differ, a start and a target in one cell, columns that name a period."""

import pytest

from okrlint.language.kinds import quantified
from okrlint.model import KeyResult, Metric, Quantity, Span, Text
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.assembly.metrics import metric


def text(words: str) -> Text:
    return Text(value=words, raw=words, span=Span(0, len(words)))


def read(statement: str, **fields: str) -> Metric:
    found = metric(text(statement), Attributes([(name, text(words)) for name, words in fields.items()], []))
    assert found is not None
    return found


def values(found: Metric) -> list[float | None]:
    return [each and each.value for each in (found.baseline, found.target, found.current)]


def number(of: Quantity | None) -> tuple[float | None, str | None, str] | None:
    return of and (of.value, of.unit, of.raw)


@pytest.mark.parametrize(
    ("statement", "baseline", "target"),
    [
        ("MTTR from 4h to 30 min", (240, "min", "4h"), (30, "min", "30 min")),
        ("Setup time from 3 days to 4 hours", (72, "h", "3 days"), (4, "h", "4 hours")),
        ("Lead time from 2 weeks to 3 days", (14, "d", "2 weeks"), (3, "d", "3 days")),
        ("首次响应时间从2小时缩短到15分钟", (120, "min", "2小时"), (15, "min", "15分钟")),
        ("上線週期從2週縮短到3天", (14, "d", "2週"), (3, "d", "3天")),
        ("Image size from 2 GB to 500 MB", (2000, "MB", "2 GB"), (500, "MB", "500 MB")),
        ("错误率从1%降到5‰", (10, "‰", "1%"), (5, "‰", "5‰")),
    ],
)
def test_the_baseline_is_in_the_unit_of_the_target(
    statement: str, baseline: tuple[float, str, str], target: tuple[float, str, str]
):
    found = read(statement)
    assert (number(found.baseline), number(found.target), found.unit) == (baseline, target, target[1])


def test_so_are_fields():
    found = read("MTTR", baseline="4h", target="30 min", current="0.75小时")
    assert (values(found), found.unit) == ([240, 30, 45], "min")


@pytest.mark.parametrize(
    ("statement", "baseline", "unit"),
    [("收入从80万元到120万美元", "元", "美元"), ("Adoption from 20 users to 35%", "users", "%")],
)
def test_units_of_different_things_stay(statement: str, baseline: str, unit: str):
    found = read(statement)
    assert (found.baseline and found.baseline.unit, found.unit) == (baseline, unit)


@pytest.mark.parametrize(
    "fields",
    [
        {"target": "55% → 80%"},
        {"target": "55%->80%"},
        {"target": "从55%到80%"},
        {"baseline": "55%", "target": "50% → 80%"},
    ],
)
def test_a_start_and_a_target_in_one_cell(fields: dict[str, str]):
    assert values(read("Participation", **fields)) == [55, 80, None]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"q2 target": "80%"}, [None, 80, None]),
        ({"q2目标": "80%"}, [None, 80, None]),
        ({"期末目標": "80%"}, [None, 80, None]),
        ({"year-end target": "80%"}, [None, 80, None]),
        ({"2024 target": "80%"}, [None, 80, None]),
        ({"q1现状": "55%", "q2目标": "80%"}, [55, 80, None]),
        ({"q1 actual": "55%", "q2 target": "80%", "q2 actual": "60%"}, [55, 80, 60]),
        ({"q2现状": "60%", "q2目标": "80%"}, [None, 80, 60]),
        ({"上季度实际": "55%", "target": "80%"}, [55, 80, None]),
        ({"期初现状": "55%", "期末目标": "80%"}, [55, 80, None]),
        ({"target": "80%", "q3 target": "90%"}, [None, 80, None]),
    ],
)
def test_columns_that_name_a_period(fields: dict[str, str], expected: list[float | None]):
    assert values(read("参与率", unit="%", **fields)) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"q1 target": "70%", "q2 target": "80%"},
        {"上季度目标": "70%"},
        {"last quarter target": "70%"},
        {"q2目标": "让课堂更有趣"},
        {"q2 leads": "70%"},
        {"年度目标": "70%"},
    ],
)
def test_columns_that_tell_no_one_target(fields: dict[str, str]):
    assert values(read("参与率", unit="%", **fields)) == [None, None, None]


def test_a_target_of_a_period_does_not_go_before_the_words():
    assert values(read("Participation from 55% to 80%", **{"2026 target": "95%"})) == [55, 80, None]


@pytest.mark.parametrize(
    ("statement", "baseline", "unit"),
    [
        ("Reduce onboarding time by 15%", "22 days", "d"),
        ("Cut onboarding time by at least 15%", "22 days", "d"),
        ("Grow sign-ups by 3x", "20 per week", None),
        ("入职时间缩短15%", "22天", "d"),
        ("投诉量降低约30%", "40件", "件"),
    ],
)
def test_by_how_much_is_not_where_to(statement: str, baseline: str, unit: str | None):
    found = read(statement, baseline=baseline)
    assert found.target is None
    assert (found.baseline and found.baseline.raw, found.unit) == (baseline, unit)


@pytest.mark.parametrize(
    ("statement", "baseline", "figures"),
    [
        ("Reduce churn to 3%", "5%", [5, 3, None]),
        ("Raise adoption to 35%", "20 users", [20, 35, None]),
        ("Reduce waste by 15%", "40%", [40, 15, None]),
        ("Speed up builds by 5 min", "22 min", [22, 5, None]),
        ("流失率降低到3%", "5%", [5, 3, None]),
    ],
)
def test_a_level_is_where_to(statement: str, baseline: str, figures: list[float | None]):
    assert values(read(statement, baseline=baseline)) == figures


@pytest.mark.parametrize(
    ("statement", "target", "figures"),
    [
        ("Reduced cycle time by 18%", "30%", [None, 30, 18]),
        ("Grew revenue by 8%", "20%", [None, 20, 8]),
        ("Hired 3 engineers", "5 engineers", [None, 5, 3]),
        ("交付周期缩短了18%", "30%", [None, 30, 18]),
        ("已签约12家客户", "20家", [None, 20, 12]),
        # what shall be so, and a target of something else
        ("Churn reduced to 3%", "2%", [None, 2, None]),
        ("Reduced errors to 3%", "2%", [None, 2, None]),
        ("Increased NPS by 40", "40", [None, 40, None]),
        ("Increase revenue by 15%", "20%", [None, 20, None]),
        ("Increased output by 15%", "300 units", [None, 300, None]),
        ("Red tape cut by 15%", "20%", [None, 20, None]),
    ],
)
def test_what_has_been_got_so_far_beside_a_target(statement: str, target: str, figures: list[float | None]):
    assert values(read(statement, target=target)) == figures


@pytest.mark.parametrize(
    ("statement", "figures"),
    [
        ("Grow the question set from ~20 to at least [N] questions", [20, None, None]),
        ("Grow tracks from 8 to [N] items", [8, None, None]),
        ("满意度从20提升到【目标值】", [20, None, None]),
        ("Cut waste from 6% to what the best shops have", [6, None, None]),
        ("CSAT from 20 to [12] points", [20, 12, None]),
        ("Get 40 sign-ups from partners to the beta", [None, 40, None]),
        ("Earn $20,000 from 40 customers", [None, None, None]),
    ],
)
def test_what_something_starts_from_is_no_target(statement: str, figures: list[float | None]):
    found = metric(text(statement), Attributes([], []))
    assert (values(found) if found else [None, None, None]) == figures


def test_the_only_measure_tells_what_the_statement_does_not() -> None:
    assert values(read("Ripe collaboration", measure="share of own ideas above 50%")) == [None, 50, None]
    assert values(read("Calls 9 a day", measure="share of own ideas above 50%")) == [None, 9, None]


@pytest.mark.parametrize(
    ("target", "counts"),
    [
        ("Live for all agents", False),
        ("所有门店上线", False),
        ("3/31", False),
        ("Q2W4 上線", False),
        ("Q2 末建立，供 Q3 优化", False),
        ("1000+", True),
        ("۱۰ مشتری", True),
        ("10–20 teams", True),
        ("half of our users", True),
        ("[TBD]", True),
        ("待定", True),
        ("", True),
    ],
)
def test_a_target_in_words_is_no_number(target: str, counts: bool) -> None:
    given = Quantity(value=None, unit=None, raw=target, span=Span(0, len(target)))
    item = KeyResult.model_construct(text=text("Soft disclosure"), metric=Metric(target=given), measures=())
    assert quantified(item) is counts
