"""Amounts as people write them every day, and what merely looks like them."""

import time

import pytest

from okrlint.language.aims import aim
from okrlint.language.quantities import amounts, change, is_quantified, metric_amount
from okrlint.language.stages import last_stage


@pytest.mark.parametrize(
    ("text", "target", "unit"),
    [
        ("付费用户从0到1000人", 1000, "人"),
        ("付费用户从 0 到 1 万", 10000, None),
        ("营收从0到100万元", 1e6, "元"),
        ("门店從0到10家", 10, "家"),
        ("门店从0到1家", 1, "家"),
        ("用户从0→1000人", 1000, "人"),
        ("渗透率从0到1.5%", 1.5, "%"),
        ("用户从零到1000", 1000, None),
        ("门店从零到一百家", 100, "家"),
        ("门店從零增長到一百家", 100, "家"),
        ("Grow paying users from 0 to 1,000", 1000, None),
        ("Grow from 0 to 10 customers", 10, "customers"),
        ("Grow from 0 to 1 million users", 1e6, "users"),
        ("Grow ARR from 0 to 1m", 1e6, None),
    ],
)
def test_a_count_may_start_from_zero(text: str, target: float, unit: str | None) -> None:
    found = change(text)
    assert found is not None
    assert found.baseline.value == 0
    assert (found.target.value, found.target.unit) == (target, unit)


@pytest.mark.parametrize(
    "text",
    [
        "从零到一搭建数据平台",
        "從零到一",
        "从0到1搭建数据平台",
        "从 0 到 1 的突破",
        "从0到1个性化推荐系统",
        "完成0到1阶段的验证",
        "打造0-1产品",
        "从1到100的增长",
        "从零开始做到一流",
        "实现零的突破",
        "Go from 0 to 1 in robotics",
        "404页面优化",
        "抓住618大促",
    ],
)
def test_from_zero_to_one_is_a_saying(text: str) -> None:
    assert amounts(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("满意度达到4.8分（满分5分）", 4.8),
        ("满意度≥4.8（5分制）", 4.8),
        ("达到90分（满分100分）", 90),
        ("滿意度達到4.8分（滿分5分）", 4.8),
        ("满意度（5分制）达到4.8", 4.8),
        ("满意度达到4.8（满分为5）", 4.8),
        ("学员评分达到 4.8（总分 5 分）", 4.8),
        ("学员评分达到4.8分/5分", 4.8),
        ("培训满意度4.5分以上（5分为满分）", 4.5),
        ("服务评价达到4.9星（5星制）", 4.9),
        ("Satisfaction reaches 4.8 out of 5", 4.8),
        ("Satisfaction reaches 4.8 (scale of 5)", 4.8),
        ("Satisfaction reaches 4.8 (out of 5)", 4.8),
        ("Satisfaction reaches 4.8 on a 5-point scale", 4.8),
        ("Satisfaction reaches 4.8 on a scale from 1 to 5", 4.8),
        ("Satisfaction reaches 4.8 (1-5 scale)", 4.8),
    ],
)
def test_the_scale_of_a_rating_is_no_amount(text: str, value: float) -> None:
    assert [amount.value for amount in amounts(text)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("考核取得满分100分", [100]),
        ("高考总分600分，数学130分", [600, 130]),
        ("满分率达到30%，人数达到5人", [30, 5]),
        ("9 out of 10 customers recommend us", [9, 10]),
        ("9 out of 10 would come again", [9, 10]),
        ("Scale from 1 to 5 regions", [1, 5]),
        ("Reach a scale of 5 million users in 3 regions", [5e6, 3]),
        ("满意度（满分10分）从7.5分提升到9分", [7.5, 9]),
    ],
)
def test_what_only_looks_like_a_scale(text: str, values: list[float]) -> None:
    assert [amount.value for amount in amounts(text)] == values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("每月一次复盘", "次"),
        ("每月完成一本书", "本"),
        ("每周一场直播", "场"),
        ("每月组织同事打一场比赛", "场"),
        ("每週完成一篇文章", "篇"),
        ("每个月拜访一个重点客户", "个"),
        ("每周与一位客户面谈", "位"),
        ("每人每月读一本书", "本"),
    ],
)
def test_one_in_each_time_is_a_count(text: str, unit: str) -> None:
    assert [(amount.value, amount.unit) for amount in amounts(text)] == [(1, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "每周一例会",
        "每周一组会上复盘",
        "每周一上午更新看板",
        "让每月一次的例会更高效",
        "每天都是一个新的开始",
        "每一次发布都有复盘",
        "每天进步一点点",
        "每次发布附带一份质量报告",
        "每年为客户带来一种全新体验",
        "每周召开一次复盘会",
        "组织一次活动",
        "每月，完成一次复盘",
    ],
)
def test_one_may_be_an_article_beside_a_time(text: str) -> None:
    assert not is_quantified(text)


@pytest.mark.parametrize(
    "text", ["Publish a letter once a month", "Meet guests once per week", "Retro once every sprint"]
)
def test_once_in_a_time_is_a_rate(text: str) -> None:
    assert [(amount.value, amount.kind) for amount in amounts(text)] == [(1, "rate")]


@pytest.mark.parametrize(
    "text",
    ["Once a customer has paid, send the invoice", "Once a week passes, we forget", "Make our once-a-year fair famous"],
)
def test_once_may_be_a_conjunction(text: str) -> None:
    assert not is_quantified(text)


@pytest.mark.parametrize(
    "text",
    [
        "在下一个季度内提升品牌知名度",
        "在下一個季度內提升品牌知名度",
        "下一个月内完成交付",
        "这一年内让客户满意",
        "下1个季度内提升口碑",
        "下两个季度内提升口碑",
        "在接下来的一个季度内提升品牌知名度",
        "Raise brand awareness in the next quarter",
        "Raise awareness over the coming two quarters",
        "Raise awareness over the past three quarters",
    ],
)
def test_the_next_quarter_is_no_length_of_time(text: str) -> None:
    assert metric_amount(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("响应时间缩短到一个月内", 1),
        ("一小时内响应", 1),
        ("超过三个月的客户续约", 3),
        ("three quarters of users are happy", 0.75),
        ("over three quarters of users are happy", 0.75),
    ],
)
def test_lengths_of_time_and_parts_stay(text: str, value: float) -> None:
    assert [amount.value for amount in amounts(text)] == [value]


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("错误率降低到2%（当前值为3%）", 3, 2),
        ("错误率降低到2%，当前值为3%", 3, 2),
        ("準確率達到90%（當前值78%）", 78, 90),
        ("准确率达到90%（起始值78%）", 78, 90),
        ("交付周期缩短至45天（当前60天）", 60, 45),
        ("交付周期縮短至45天，目前60天", 60, 45),
        ("交付周期缩短至1个月（当前3个月）", 3, 1),
        ("Raise accuracy to 90% (current value is 78%)", 78, 90),
        ("Raise accuracy to 90% (currently at 78%)", 78, 90),
        ("Cut lead time to 45 days (currently 60 days)", 60, 45),
    ],
)
def test_what_stands_today_is_the_baseline(text: str, baseline: float, target: float) -> None:
    found = change(text)
    assert found is not None
    assert (found.baseline.value, found.target.value) == (baseline, target)


@pytest.mark.parametrize("text", ["当前30天留存率40%", "目前7天内响应率40%", "上线前3天预订率40%"])
def test_a_window_of_today_is_no_baseline(text: str) -> None:
    assert [amount.value for amount in amounts(text)] == [40]


def test_a_condition_is_no_baseline() -> None:
    assert change("在成本不增加10%的前提下，转化率提升到5%") is None
    assert change("转化率5%，本季度提升到8%") is not None


@pytest.mark.parametrize(
    "text", ["每周五晚上 8 点前完成作业", "每天早 9 点半更新看板", "完成《数据挖掘》6/20的考试", "6/20 前完成考试"]
)
def test_times_and_days_measure_nothing(text: str) -> None:
    assert amounts(text) == ()


@pytest.mark.parametrize(("text", "value"), [("NPS 提升 8 点", 8), ("完成6/20的任务", 6), ("通过率达到15/20", 15)])
def test_points_and_parts_are_no_times(text: str, value: float) -> None:
    assert [amount.value for amount in amounts(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("一个比赛进入Top 5%", 5, "%"),
        ("进入前5%", 5, "%"),
        ("Reach the top 5% of shops", 5, "%"),
        ("媒體報導 5 則", 5, "则"),
        ("發布 3 則貼文", 3, "则"),
        ("ROI达到1:3", 3, None),
        ("投入产出比达到1:5", 5, None),
        ("师生比达到1:20", 0.05, None),
        ("收入达到百亿规模", 1e10, None),
        ("收入达到100亿级", 1e10, None),
        ("营收过亿", 1e8, None),
        ("低于30则复盘", 30, None),
    ],
)
def test_units_of_ranks_posts_and_returns(text: str, value: float, unit: str | None) -> None:
    assert [(amount.value, amount.unit) for amount in amounts(text)] == [(value, unit)]


@pytest.mark.parametrize("text", ["将数据转化为千卡、万卡集群的验证能力", "在X个万亿行业成为第一", "进入万亿赛道"])
def test_sizes_are_no_numbers(text: str) -> None:
    assert amounts(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("准确率1月底达到90%，2月底达到92%，3月底达到93%", 93),
        ("準確率1月底達到90%，2月底達到92%", 92),
        ("准确率Q1达到90%，Q2达到95%", 95),
        ("准确率第一阶段达到90%，第二阶段达到95%", 95),
        ("1月底准确率达到90%，2月底准确率达到92%", 92),
        ("7月NPS达到40，9月NPS达到45", 45),
        ("缺陷率7月底降至3%，9月底降至1%", 1),
        ("7月达到100家门店，9月达到200家门店", 200),
        ("Accuracy reaches 90% by January, 92% by February and 93% by March", 93),
        ("By July reach 90% accuracy, by September 93%", 93),
    ],
)
def test_the_last_stage_is_the_target(text: str, value: float) -> None:
    stage = last_stage(text)
    assert stage is not None
    assert stage.value == value


@pytest.mark.parametrize(
    "text",
    [
        "准确率达到90%，召回率达到93%",
        "1月底准确率达到90%，2月底召回率达到92%",
        "7月上线10家门店，8月上线20家门店",
        "7月底营收达到100万元，9月底毛利率达到30%",
        "准确率1月底达到90%，2月底达到85%，3月底达到93%",
        "Accuracy reaches 90% by July and recall reaches 93% by September",
        "Reach 90% accuracy by July, 93% recall by September",
        "Win 10 customers in July, 20 customers in August",
        "准确率达到90%",
    ],
)
def test_numbers_that_are_no_stages_of_one_measure(text: str) -> None:
    assert last_stage(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("开班后 5 分钟内打开的比率 ≥ 70%", 70),
        ("5 万行任务 p95 <10 分钟", 10),
        ("學習 3 次使用後識別率 ≥ 90%", 90),
        ("前3次使用后满意度达到90%", 90),
        ("开拓3家客户（员工规模1000人以上）", 3),
        ("开拓3家客户（年营收≥1亿元）", 3),
        ("（共3轮）完成10场访谈", 10),
        ("转化率 5%（样本200份）", 5),
        ("在体量 +25% 情况下 CSAT ≥8.5/10", 8.5),
        ("在流量增长50%的情况下，可用性 ≥ 99.9%", 99.9),
        ("Tasks of 50,000 rows: p95 < 10 min", 10),
        ("Recognition rate ≥ 90% after 3 uses", 90),
        ("With volume up 25%, CSAT ≥ 8.5", 8.5),
        ("Win 3 customers (1,000 or more employees)", 3),
    ],
)
def test_what_qualifies_a_target_is_none(text: str, value: float) -> None:
    found = aim(text, amounts(text))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    [
        "服务3家客户，满意度≥90%",
        "举办3场培训，满意度达到90%",
        "流量 ≥ 100万，转化率 ≥ 3%",
        "成本 ≤ 3 元，占比 ≥ 50%",
        "95% 的请求延迟 < 200ms",
        "95% of requests < 200 ms",
        "Churn of the 50 largest accounts (≤ 3%)",
        "交付 20 个（目标 30 个）",
        "Latency < 200 ms, uptime >= 99.9%",
    ],
)
def test_two_targets_are_none(text: str) -> None:
    assert aim(text, amounts(text)) is None


@pytest.mark.parametrize(
    "piece", ["每月一次", "满分5分", "1月底达到90%，", "(3家)≥", "从零到", "5分制/", "90% by July, "]
)
def test_time_grows_with_length_alone(piece: str) -> None:
    start = time.perf_counter()
    text = piece * 3000
    aim(text, amounts(text))
    assert time.perf_counter() - start < 3
