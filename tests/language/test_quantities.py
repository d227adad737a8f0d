import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.language.quantities import amounts, change, has_metric, is_quantified, metric_amount

# Numbers that name, date or version something, and figures of speech.
NO_METRIC_EN = [
    "Be ready for Q3 2026",
    "Finish the 2026 roadmap everyone believes in",
    "Make Kubernetes 1.30 upgrades boring",
    "Make PostgreSQL 16 the default",
    "Delight Pixel 9 owners",
    "Pass the SOC 2 audit with ease",
    "Comply with ISO 9001 and TLS 1.3",
    "Offer a 24/7 help desk that feels human",
    "Modernise B2B checkout with OAuth2 and HTTP/2",
    "Recover from COVID-19 and the 2025 outage",
    "Build a zero-trust network",
    "Run a zero waste kitchen",
    "Be the number one choice for indie studios",
    "Turn day one into a celebration",
    "One team, one plan",
    "Give hundreds of families a safe home",
    "Double down on quality",
    "Double-digit growth",
    "Think twice before adding features",
    "Bring zero to one thinking from 0 to 1",
    "Make the first 30 days unforgettable",
    "Be the market's favourite for the next 3 years",
    "Earn a 5-star reputation",
    "Grow our Series A story into phase 2",
    "Become a Fortune 500 favourite",
    "Close #1432 and ABC-123 for @lchen2",
    "Make `T=1001` and https://a.example/c?d=42% history",
    "Have a 4-day week",
    "Improve 1:1 meetings and 360-degree feedback",
    "Make 6S a habit on every line",
    "Be the 4S dealer drivers trust",
    "Be ready for Euro 7 before our rivals",
    "Make Route 66 diners famous again",
    "Be the team that Studio 54 regulars remember",
    "Make 999 calls feel calm, even at 3 a.m.",
    "Make twelve-hour night shifts bearable",
    "Make our 30-minute lunch feel like a holiday",
]
NO_METRIC_ZH = [
    "于第二季度打响品牌",
    "上半年完成2.0架构升级",
    "让95后、00后都爱用",
    "抓住双十一和618窗口",
    "千方百计做好一站式、一体化服务",
    "万一宕机也让用户十分安心",
    "打造百年老店般的客户信任",
    "服务好世界500强",
    "实现从0到1的突破",
    "实现从零到一的突破",
    "未来三年成为行业标杆",
    "打造一支能打硬仗的队伍",
    "让每一位客户都满意",
    "攻克三高架构，走好第二步",
    "支持7x24小时无人值守",
    "引入零信任，做到零门槛上手",
    "七天无理由退货体验更顺畅",
    "打通最后一公里",
    "打造千亿级产业集群的底座",
    "成千上万开发者的首选",
    "數百家企業信賴的平臺",
    "让L4级自动驾驶走进生活",
    "落实十四五规划",
    "用5G和3D技术重塑看房",
    "完善产品建设 (70%)",
    "让离开的客人愿意再信我们一次",
    "让6S成为车间每个人的习惯",
    "让3M胶带一样牢的口碑传开",
    "群众办事只跑一次",
    "让十二小时的夜班不再难熬",
    "讓8小時之外的生活也精彩",
    "让三天小长假人人玩得安心",
    "让三分治七分养深入人心",
]
METRIC_EN = [
    ("Reach 1.5M weekly riders", 1_500_000, "riders"),
    ("Grow revenue to $10M", 10_000_000, "$"),
    ("EUR 300k pipeline in Benelux", 300_000, "€"),
    ("Attract one million listeners", 1_000_000, "listeners"),
    ("Cut onboarding time in half", 50, "%"),
    ("Triple our partner base", 3, "x"),
    ("Make search twice as fast", 2, "x"),
    ("Ship 10x faster", 10, "x"),
    ("Two-thirds of hires come from referrals", 0.666667, None),
    ("Reach an NPS of 60", 60, None),
    ("Give every nurse ten minutes back", 10, "min"),
    ("Onboard a dozen design partners", 12, "partners"),
    ("Zero critical incidents", 0, None),
    ("Be among the top 5 apps", 5, None),
    ("Have 99.9% uptime", 99.9, "%"),
    ("Reach 12,000", 12_000, None),
    ("Raise margin by 20 bps", 20, "bps"),
    ("Rated 4.8/5.0 by shoppers", 4.8, None),
]
METRIC_ZH = [
    ("实现10W用户", 100_000, "用户"),
    ("日活突破1.2亿", 120_000_000, None),
    ("新增付费门店两百家", 200, "家"),
    ("完成500万元回款", 5_000_000, "元"),
    ("转化率提升三成", 30, "%"),
    ("续费率不低于九成五", 95, "%"),
    ("成本打到七折", 70, "%"),
    ("营收翻一番", 2, "x"),
    ("复购翻两番", 4, "x"),
    ("效率提升三倍", 3, "x"),
    ("客诉率降到千分之三以下", 3, "‰"),
    ("成本下降百分之二十", 20, "%"),
    ("成本下降三分之一", 0.333333, None),
    ("让过半客户来自推荐", 50, "%"),
    ("成本减半", 50, "%"),
    ("全年零重大事故", 0, None),
    ("无重大事故", 0, None),
    ("投诉清零", 0, None),
    ("市占率提升5个百分点", 5, "百分点"),
    ("进入行业前三", 3, None),
    ("行业排名第一", 1, None),
    ("把交付压缩到两周以内", 2, "week"),
    ("服务百万用户", 1_000_000, "用户"),
    ("评分达到4.7分", 4.7, "分"),
    ("招聘设计师一名", 1, "名"),
    ("页面3S内打开", 3, "s"),
    ("把两小时车程缩短到一小时", 1, "h"),
    ("每项评价都在三分以上", 3, "分"),
]


@pytest.mark.parametrize("text", NO_METRIC_EN + NO_METRIC_ZH)
def test_names_dates_and_idioms_are_no_metric(text: str) -> None:
    assert metric_amount(text) is None


@pytest.mark.parametrize(("text", "value", "unit"), METRIC_EN + METRIC_ZH)
def test_metrics_with_their_values_and_units(text: str, value: float, unit: str | None) -> None:
    amount = metric_amount(text)
    assert amount is not None
    assert (amount.value, amount.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Release v4.1 of the SDK",
        "Ship 2.3",
        "Write the Week 4 report",
        "Finish section 5.2 by May 15th, 2026",
        "By 06/30/2026 migrate the database",
        "Launch our MVP in 6 weeks",
        "Improve day-7 retention",
        "Confidence 5/10, weight 30%: improve the docs",
        "Work with one of our partners",
        "One or more demos",
        "Sync at 10:00 on Mondays, or at 2 PM",
        "Adopt Apache 2.0",
        "1.3 Provide better onboarding",
        "Comply with ISO 27001:2022 and regulation 2024/1689",
        "06-20 上线",
        "Support SDK 3-3.5.1",
        "Hold a retro every 2 weeks",
        "完成V3.2版本发布",
        "6月底前完成验收",
        "每月10日前提交报表",
        "优化7日留存和P99延迟",
        "信心指数7，权重30%，完善帮助文档",
        "七成把握完成文档",
        "制定一份计划，召开一次会议",
        "对接12306和360浏览器",
        "2026年Q1于2026-03-31前完成立项",
        "无纸化办公",
        "学习《三年行动计划》",
        "备战618活动",
        "组建巡逻队伍",
        "落实一户一策",
        "T+1",
    ],
)
def test_what_quantifies_no_key_result(text: str) -> None:
    assert amounts(text) == ()
    assert not is_quantified(text)


@pytest.mark.parametrize(
    "text",
    [
        "Test coverage 80",
        "Support 3 regions",
        "At least one paying customer",
        "Under a week from order to invoice",
        "No P1 incidents",
        "消费者信心指数提升到110",
        "上线会员体系，付费会员达到2万",
        "5月20日前上线3个功能",
        "完成GPT-4o接入，准确率0.85",
        "覆盖5000余家商户",
        "结汇周期由T+5缩短到T+2",
        "涂层附着力达到5MPa",
        "泵房噪声由86dB降到70dB以下",
    ],
)
def test_a_number_beside_names_still_quantifies(text: str) -> None:
    assert is_quantified(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Generate [150] qualified leads", "150"),
        ("Reduce time to hire from [45] to [30] days", "45"),
        ("No patients sent home without a plan", "No patients"),
        ("实现全年零工伤", "零工伤"),
        ("培养百名青年骨干", "百名"),
        ("Lift twice my body weight", "twice"),
        ("Blood pressure below 125/80", "125/80"),
        ("Claims settled in 6 days on average", "6 days"),
        ("Answer within 10s of the call", "10s"),
    ],
)
def test_numbers_that_look_like_none(text: str, words: str) -> None:
    assert words in {text[found.start : found.end] for found in amounts(text)}


@pytest.mark.parametrize(
    "text",
    [
        *("Cover the core modules [0.7]", "[3] Cover the core modules", "Cover the core modules [3]"),
        *("Reach 10s of millions of viewers", "Serve 100s of families", "No one falls behind", "引入零工平台"),
        "Comply with regulation 2024/1689",
    ],
)
def test_scores_and_vague_plurals_measure_nothing(text: str) -> None:
    assert not amounts(text)


@pytest.mark.parametrize("text", ["1$1", "1 $1", "$1$1"])
def test_a_sign_belongs_to_one_number(text: str) -> None:
    first, second = amounts(text)
    assert first.end <= second.start


def test_an_agreement_is_no_estimate() -> None:
    (agreed,) = amounts("续约九件")
    (estimated,) = amounts("用时约9分钟")
    assert (agreed.comparator, estimated.comparator) == (None, "~")


def test_none_of_a_kind_is_a_slogan_in_an_objective() -> None:
    assert is_quantified("No surprises")
    assert not has_metric("No surprises")


def test_a_bare_number_is_a_metric_only_where_it_is_reached() -> None:
    assert not has_metric("Visit 40 and stay")
    assert has_metric("Get to 40")
    assert is_quantified("Visit 40 and stay")


@pytest.mark.parametrize(
    ("text", "comparator", "words"),
    [
        ("NPS ≥ 45", ">=", "≥ 45"),
        ("At least two partners", ">=", "two partners"),
        ("p95 < 150 ms", "<", "< 150 ms"),
        ("500+ stars", ">=", "500+ stars"),
        ("4.7分以上", ">=", "4.7分以上"),
        ("不超过3个", "<=", "3个"),
        ("两周以内", "<=", "两周以内"),
        ("大约 20 家", "~", "20 家"),
        ("20-30%", None, "20-30%"),
    ],
)
def test_limits(text: str, comparator: str | None, words: str) -> None:
    (amount,) = amounts(text)
    assert amount.comparator == comparator
    assert text[amount.start : amount.end] == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("30%", "percent"),
        ("5个百分点", "points"),
        ("¥300", "money"),
        ("200ms", "duration"),
        ("Top 10", "rank"),
        ("翻番", "multiple"),
        ("一半", "fraction"),
        ("零事故", "zero"),
        ("5 GB", "size"),
        ("3 per week", "rate"),
        ("4.7分", "score"),
        ("12场", "count"),
        ("45", "number"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [amount.kind for amount in amounts(text)] == [kind]


@pytest.mark.parametrize(("text", "value"), [("5.0", 5), ("100", 100), ("12,000", 12_000), ("996", 996)])
def test_a_number_alone_is_the_value_of_a_field(text: str, value: float) -> None:
    assert [amount.value for amount in amounts(text)] == [value]


@pytest.mark.parametrize("text", ["2026", "2026-06-30", "v2", "-", ""])
def test_a_date_or_version_alone_is_no_amount(text: str) -> None:
    assert amounts(text) == ()


def test_a_range_has_no_one_value() -> None:
    (amount,) = amounts("签约 5-8 家")
    assert amount.value is None
    assert amount.unit == "家"


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("Increase retention from 25% to 40%", (25, "%"), (40, "%")),
        ("Latency from 900 ms to under 300 ms", (900, "ms"), (300, "ms")),
        ("Conversion 2.1% -> 3.0%", (2.1, "%"), (3, "%")),
        ("Margin from 2 to 3.5%", (2, "%"), (3.5, "%")),
        ("Grow ARR to $2M, up from $1.2M", (1_200_000, "$"), (2_000_000, "$")),
        ("Raise NPS to 45 (baseline: 30)", (30, None), (45, None)),
        ("NPS由18升至35", (18, None), (35, None)),
        ("处理时长从3天缩短至8小时", (3, "d"), (8, "h")),
        ("新客轉化率由２％提高到３.５％", (2, "%"), (3.5, "%")),
        ("周期由6个月缩短到2个月", (6, "month"), (2, "month")),
        ("续费率提升到90%，目前85%", (85, "%"), (90, "%")),
        ("注册达到800（基线：每月400个）", (400, "个"), (800, None)),
        ("DAU 50w→80w", (500_000, None), (800_000, None)),
        ("覆盖率从 42% 到 75%", (42, "%"), (75, "%")),
        ("relevance of top-3 results from 54% to 68%", (54, "%"), (68, "%")),
        ("Calls per 1,000 customers from 42 to 20", (42, None), (20, None)),
        ("30k users, up from 12k", (12_000, None), (30_000, "users")),
    ],
)
def test_changes(text: str, baseline: tuple[float, str | None], target: tuple[float, str | None]) -> None:
    found = change(text)
    assert found is not None
    assert (found.baseline.value, found.baseline.unit) == baseline
    assert (found.target.value, found.target.unit) == target


@pytest.mark.parametrize(
    "text", ["Get 10 to 20 customers", "从0到1搭建体系", "from idea to launch", "Reach 45", "签约5到8家"]
)
def test_what_is_no_change(text: str) -> None:
    assert change(text) is None


# Metamorphic: what reads the same measures the same.

FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@pytest.mark.parametrize("text", [text for text, *_ in METRIC_EN + METRIC_ZH])
def test_full_width_measures_the_same(text: str) -> None:
    assert amounts(text.translate(FULL_WIDTH)) == amounts(text)


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [("两百家", "兩百家"), ("营收达到3亿", "營收達到3億"), ("两千万营收", "兩千萬營收"), ("5个百分点", "5個百分點")],
)
def test_traditional_measures_the_same(simplified: str, traditional: str) -> None:
    assert amounts(traditional) == amounts(simplified)


@pytest.mark.parametrize("spelling", ["10W", "10w", "10万", "10 万", "100,000", "十万", "１０萬", "100k", "0.1M"])
def test_a_magnitude_is_multiplied_in(spelling: str) -> None:
    assert [amount.value for amount in amounts(f"达到{spelling}")] == [100_000]


@pytest.mark.parametrize("mask", ["三方", "Q3", "双十一", "GPT-4", "第二阶段", "2026年"])
def test_a_name_hides_no_number_beside_it(mask: str) -> None:
    assert [amount.value for amount in amounts(f"{mask}新增两百家，{mask}增长30%")] == [200, 30]


PIECES = st.sampled_from(
    (
        *"15,.%万亿一两十百零半第前成倍翻番个家天年月从到至→-+/:()[]`<>=$０İ\0\n",
        *(
            "12",
            "9999999999",
            "1.5",
            "分之",
            "->",
            "ten",
            "one",
            "a",
            "half",
            "no",
            "zero",
            "double",
            "of",
            "top",
            "to",
        ),
        *("from", "per", "week", "users", "K", "m", "W", "x", "v", "Q3", "GPT-4", "信心", "weight"),
    )
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=60))
def test_amounts_lie_within_the_text_and_apart(text: str) -> None:
    last = 0
    for amount in amounts(text):
        assert last <= amount.start < amount.end <= len(text)
        last = amount.end
    pair = change(text)
    assert pair is None or pair.start < pair.end <= len(text)
    metric_amount(text)


HOSTILE = [
    "1",
    "一",
    "万",
    "1 ",
    "1/",
    "1:",
    "1,",
    "1.",
    "第一",
    "分之",
    "零",
    "no ",
    "one ",
    "a ",
    "(1%",
    "从1到",
    "`",
    "<!--",
    "@a",
    "#1",
    "前十",
    "1,2 ",
    "of 1,2",
    "é1,2 ",
    "从每月的1到",
    "from about 1 to ",
    "1到 每月每周的",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        metric_amount(text)
        change(text)
        return time.process_time() - started

    seconds(100)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.002)


RANGES = [
    ("Reach 900-1,200 customers", [("900-1,200 customers", None)]),
    ("Reach 1,200 – 1,500 customers", [("1,200 – 1,500 customers", None)]),
    ("达到900～1,200家", [("900～1,200家", None)]),
    ("Reach 800 - 900 customers", [("800 - 900 customers", None)]),
    ("Raise happy customers to 1,200 — 950 so far", [("1,200", 1200), ("950", 950)]),
    ("Raise NPS to 40 - 38 so far", [("40", 40), ("38", 38)]),
    ("满意客户达到 1200 - 目前 950", [("1200", 1200), ("950", 950)]),
    ("Reach 1,200 - 62% done", [("1,200", 1200), ("62%", 62)]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_a_dash_joins_what_rises_and_parts_a_remark(text: str, expected: list[tuple[str, float | None]]) -> None:
    assert [(text[each.start : each.end], each.value) for each in amounts(text)] == expected


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("有效线索从每月200条到500条", 200, 500),
        ("有效線索由每月200條提升至每月500條", 200, 500),
        ("有效线索每月200条提升至每月500条", 200, 500),
        ("有效线索从每月的200条提高到每月的500条", 200, 500),
        ("品牌搜索量从每月1万到3万", 10_000, 30_000),
        ("接待量从目前每天200到500", 200, 500),
        ("转化率从目前的20%到30%", 20, 30),
        ("转化率从Q2的20%提升到Q3的30%", 20, 30),
        ("门店从2023年的200家增加到2024年的500家", 200, 500),
        ("产出从人均3单到5单", 3, 5),
        ("处理时长从平均5天到3天", 5, 3),
        ("门店从不到200家到超过500家", 200, 500),
        ("Leads from about 200 to 500", 200, 500),
        ("Wait from an average of 20 minutes to 8 minutes", 20, 8),
        ("Adoption from under 20% to over 60%", 20, 60),
        ("Adoption from the current 20% to 60%", 20, 60),
        ("Leads from monthly 200 to 500", 200, 500),
    ],
)
def test_a_change_from_a_number_of_some_kind_or_time(text: str, baseline: float, target: float) -> None:
    found = change(text)
    assert found is not None
    assert (found.baseline.value, found.target.value) == (baseline, target)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("每月1到3次复盘", "1到3次"),
        ("每月1万到3万次曝光", "1万到3万次"),
        ("每周20-30条线索", "20-30条"),
        ("about 20-30 leads", "20-30 leads"),
    ],
)
def test_a_range_of_some_kind_is_no_change(text: str, words: str) -> None:
    (amount,) = amounts(text)
    assert (text[amount.start : amount.end], amount.value, change(text)) == (words, None, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("App rating of 4,5", [4.5]),
        ("App rating from 3,9 to 4,5", [3.9, 4.5]),
        ("App rating 3,9 → 4,5", [3.9, 4.5]),
        ("Wait under 2,5 hours", [2.5]),
        ("Churn 3,5% by June", [3.5]),
        ("Revenue to 1,5 million users", [1_500_000]),
        ("Answer 1,200 tickets", [1200]),
    ],
)
def test_a_decimal_comma(text: str, values: list[float]) -> None:
    assert [amount.value for amount in amounts(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Finish phases of 1,2 and 3", [1, 2, 3]),
        ("Reach levels of 4,5,6", [4, 5, 6]),
        ("Grow NPS to 45,2 new markets", [45, 2]),
        ("覆盖率达到90%,3家试点", [90, 3]),
        ("NPS达到40,3家门店试点", [40, 3]),
        ("NPS达到40，3家门店试点", [40, 3]),
    ],
)
def test_a_comma_between_two_numbers(text: str, values: list[float]) -> None:
    assert [amount.value for amount in amounts(text)] == values
