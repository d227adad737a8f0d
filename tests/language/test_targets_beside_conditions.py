"""Numbers that say of what, of whom or when a target holds, pairs that only "to" joins, and zero of something."""

import time

import pytest

from okrlint.language.aims import aim, is_remark
from okrlint.language.quantities import amounts, change
from okrlint.model import Span, Text
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.assembly.metrics import metric


def target(words: str) -> str | None:
    found = metric(Text(value=words, raw=words, span=Span(0, len(words))), Attributes([], []))
    return found.target.raw if found and found.target else None


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        ("24 小时内响应率达到 95%", "95%"),
        ("48 小时内解决 90% 支持工单", "90%"),
        ("5 分钟内触达 95% 的告警", "95%"),
        ("90%的工单在4小时内解决", "90%"),
        ("80%的用户完成3次学习", "80%"),
        ("eval 集规模 ≥ 200 条，标注 2 人仲裁", "≥ 200 条"),
        ("同步链路 30 天无回归", "无回归"),
        ("连续30天零事故", "零事故"),
        ("Zero incidents across >100,000 charging sessions", "Zero incidents"),
        ("Keep zero incidents across 500 deployments", "zero incidents"),
        ("15%+ of active users read 1+ tip per week", "15%+"),
        ("80% of customers with 3+ seats renew", "80%"),
        ("95% success across 1,000 runs", "95%"),
        ("80% of tickets resolved within 4 hours", "80%"),
        ("Response within 2 minutes for 95% of tickets", "95%"),
        ("Sessions exceeding 75% of window remain stable (>95% success across 1,000 runs)", ">95%"),
        ("Sub-1 second deployment latency", "1 second"),
    ],
)
def test_the_target_stands_beside_conditions(statement: str, wanted: str) -> None:
    assert target(statement) == wanted


@pytest.mark.parametrize(
    "statement",
    [
        "响应时间控制在24小时内，满意度95%",
        "响应时间缩短到24小时内解决率95%",
        "80%的用户完成3次学习，满意度5分",
        "用户 ≥200家，新增50家",
        "20% of customers bring 80% of revenue",
        "20% of customers bring $5M",
        "80% of users complete 3 lessons and 5 quizzes",
        "Move 80% of customers to 3 plans",
        "20% of costs cut by 3 points",
        "Zero incidents and 100 customers",
        "Launch with zero incidents to 500 customers",
        "95% of requests < 200ms",
        "Cut response time by 50% to within 2 hours",
        "Top 10% of reps close 5 deals",
    ],
)
def test_of_two_targets_none_is_chosen(statement: str) -> None:
    assert target(statement) is None


@pytest.mark.parametrize(
    "statement", ["Audit passed (blocker for 2 deals)", "Audit passed (needed by 2 customers)", "通过审计（影响2单）"]
)
def test_a_remark_in_brackets_is_no_target(statement: str) -> None:
    assert target(statement) is None


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        ("Churn reduced (to 5%)", "5%"),
        ("Website live (serving 500 users)", "500 users"),
        ("Launch beta (at least 10 customers)", "10 customers"),
        ("通过审计（2家客户）", "2家"),
        ("Sales exceeding 500 units are booked", "500 units"),
    ],
)
def test_other_numbers_in_brackets_and_of_subjects_may_be(statement: str, wanted: str) -> None:
    assert target(statement) == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("两套构建独立", []),
        ("三个环境相互隔离", []),
        ("两套系统上线", [2]),
        ("两个系统打通", [2]),
        ("两条产品线收入一致增长", [2]),
        ("完成两套独立构建", [2]),
        ("零回归", [0]),
        ("核心测试零回归", [0]),
        ("零性能回退", [0]),
        ("无回归测试", []),
        ("补齐无回归测试覆盖的模块", []),
        ("零售客户回归", []),
    ],
)
def test_none_of_something_and_numbers_of_no_measure(text: str, found: list[float]) -> None:
    assert [amount.value for amount in amounts(text)] == found


@pytest.mark.parametrize("text", ["Sub-1 second latency", "Sub-200ms p95 latency", "sub-10% churn"])
def test_sub_is_a_limit(text: str) -> None:
    (found,) = amounts(text)
    assert found.comparator == "<"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Response time 4h to 1h", 4, 1),
        ("MTTR 4h to 30 min", 4, 30),
        ("Activation rate 22% to 35%", 22, 35),
        ("Activation rate: 22% to 35%", 22, 35),
        ("Increase email open rate 20% to 30%", 20, 30),
        ("Churn: 5% to 3%", 5, 3),
        ("Reduce cost $20 to $12", 20, 12),
    ],
)
def test_to_alone_leads_to_a_target(text: str, start: float, end: float) -> None:
    found = change(text)
    assert found is not None
    assert (found.baseline.value, found.target.value) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Raise revenue 10% to 15%",
        "Growth of 22% to 35%",
        "Keep churn rate 2% to 3%",
        "Offer discounts of 30% to 20%",
        "Move 40 users to 3 plans",
        "Move 40 customers to 30 customers",
        "Users wait 2h to 4h",
        "Cut costs by 30% to 20%",
    ],
)
def test_or_spans_a_range(text: str) -> None:
    assert change(text) is None


@pytest.mark.parametrize(
    "unit",
    [
        "95% of ",
        "(blocker for 2 deals ",
        "24小时内",
        "两套",
        "a-a ",
        "4h to ",
        "sessions exceeding 5 are ",
        "零回归测试",
    ],
)
def test_cost_grows_with_the_length(unit: str) -> None:
    def cost(text: str) -> float:
        start = time.process_time()
        found = amounts(text)
        change(text)
        aim(text, found)
        if found:
            is_remark(text, found[-1])
        return time.process_time() - start

    cost(unit)
    short, long = unit * 400, unit * 1600
    assert cost(long) < 10 * cost(short) + 0.1
