"""Which lengths of time bound a whole statement, and which are a part of what it measures."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.language.dates import dates
from okrlint.language.time_limits import limit_value, time_limits


def several(text: str) -> list[str]:
    return text.split()


def due(text: str) -> list[str]:
    return [text[span.start : span.end] for span in dates(text) if span.deadline]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sign 30 resellers within 6 months", "within 6 months"),
        ("Raise weekly orders from 200 to 500 within the next 2 quarters", "within the next 2 quarters"),
        ("Win 12 enterprise customers within a year of launch", "within a year of launch"),
        ("Bring churn down to 3% within the first year", "within the first year"),
        ("Migrate the billing system within 9 months", "within 9 months"),
        ("Hire 4 designers in the next 3 months", "in the next 3 months"),
        ("500 downloads within 2 weeks of release", "within 2 weeks of release"),
        ("Have 40 podcasts online 7–9 days after the Vega launch", "7–9 days after the Vega launch"),
        ("20 community posts 1 week after roll-out", "1 week after roll-out"),
        ("Collect 60 reviews within six weeks", "within six weeks"),
        ("Ship the beta within 20 days", "within 20 days"),
        ("Publish our handbook within 3 weeks", "within 3 weeks"),
        ("Cut response time by 30% within 6 months", "within 6 months"),
        ("Within 6 months of go-live, 80 schools use the app", "Within 6 months of go-live"),
        ("In the next two quarters, grow revenue to $5M", "In the next two quarters"),
        ("Freeze the scope 2 weeks before launch", "2 weeks before launch"),
        ("Reach an NPS of 50 by the end of the pilot", "by the end of the pilot"),
        ("Close 15 migration tasks by Sprint S-02 end.", "by Sprint S-02 end"),
        ("Close 20 deals by the end of Sprint 12", "by the end of Sprint 12"),
        ("Zero open audit points by Phase 2", "by Phase 2"),
        ("Raise retention to 80% within 12 months to protect revenue", "within 12 months"),
        ("Open 3 stores within five months.", "within five months"),
        ("Grow membership to 9,000 (within 8 months)", "within 8 months"),
        ("Bring 10 clinics on board no later than 6 months after approval", "no later than 6 months after approval"),
        ("Sell 400 seats before Chinese New Year", "Chinese New Year"),
        ("Hand over the office by Christmas", "Christmas"),
        ("Answer the tender by Friday, 3 July", "3 July"),
        ("Launch the mobile app in Q3", "Q3"),
        ("Open 10 channels in April", "April"),
        ("Release the new editor during Q4 2026", "Q4 2026"),
    ],
)
def test_english_deadlines(text: str, words: str) -> None:
    assert due(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Respond to every customer within 2 hours",
        "Resolve 95% of tickets within 2 days",
        "90% of invoices paid within 30 days",
        "Orders shipped within 5 days",
        "Refund customers within 14 days",
        "Publish the notes within 2 days of each meeting",
        "90% of users activated within 7 days of sign-up",
        "Onboard new partners within 2 weeks",
        "80% of new hires productive within 3 months",
        "Customers renew within 12 months",
        "Users upgrade within 6 months",
        "Time to value within 3 weeks",
        "CAC payback within 12 months",
        "Reduce lead time to within 2 weeks",
        "Cut onboarding time from 6 months to 3 months",
        "Retention in 3 months of usage at 60%",
        "Reduce churn in the first 3 months from 8% to 5%",
        "Raise the share of teams active within 3 months from 40% to 60%",
        "Customers see a return in 4 months",
        "Fastest growth in 3 years",
        "Gather 40,000 users in three months by giving the software away",
        "Triple newsletter readers in 18 months",
        "Best score in 2 years: 91",
        "No incidents for 2 weeks after launch",
        "Keep a runway of 18 months",
        "Ship within 2 weeks of a request",
        "Fix critical bugs within 3 days",
        "30-day retention at 45%",
        "Restore service within 5 minutes of an outage",
        "Q3 report published",
        "Raise Q3 revenue by 20%",
        "Revenue in Q3 up 20% over Q2",
        "Publish the results achieved in Q3",
        "Answer complaints by the end of the day",
        "Page loads within 2 seconds",
        "Cut cost by CNY 5 million",
    ],
)
def test_english_lengths_that_are_measured(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("上线后三个月内日活达到10万", "上线后三个月内"),
        ("发布后30天内新增用户1万", "发布后30天内"),
        ("项目启动后两个月内，完成全部接口联调", "项目启动后两个月内"),
        ("试点后半年内续约率升至90%", "试点后半年内"),
        ("投产三个月内良品率达到98%", "投产三个月内"),
        ("開業後六個月內月銷突破50萬", "開業後六個月內"),
        ("两周内完成需求评审", "两周内"),
        ("兩週內完成倉庫盤點", "兩週內"),
        ("10天内上线报名页面", "10天内"),
        ("三个月内将流失率降至5%", "三个月内"),
        ("3个月内招聘5名工程师", "3个月内"),
        ("半年内，净利率达到10%", "半年内"),
        ("一年内实现盈利", "一年内"),
        ("在两个月内上线新版本", "两个月内"),
        ("力争在半年内突破百万用户", "半年内"),
        ("未来6个月内新增门店20家", "6个月内"),
        ("全面推行新流程，一年内", "一年内"),
        ("项目结束前满意度达到90%", "项目结束"),
        ("Sprint 12 结束前完成联调", "Sprint 12 结束"),
        ("试点结束前签下10所学校", "试点结束"),
        ("Q3 圆满开工", "Q3"),
        ("Q3 至少进行 6 次廉洁课程", "Q3"),
        ("第三季度上线会员体系", "第三季度"),
        ("下半年建成两座仓库", "下半年"),
        ("4月打通10个渠道", "4月"),
        ("10月份正式发布新官网", "10月份"),
        ("本季度完成全部迁移", "本季度"),
        ("x季度完成信息化工具推广", "x季度"),
        ("X月X日前提交方案", "X月X日"),
        ("春节前签约30家门店", "春节"),
        ("端午节前备货2万件", "端午节"),
        ("第 32 周前交付样机", "第 32 周"),
        ("下月底前搬完办公室", "下月底"),
    ],
)
def test_chinese_deadlines(text: str, words: str) -> None:
    assert due(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "7日留存率达到40%",
        "30天复购率提升至20%",
        "24小时内响应率达到100%",
        "工单两天内关闭率达到95%",
        "新员工入职3个月内离职率低于5%",
        "3天内解决客户投诉",
        "1周内回复所有咨询",
        "注册后7天内激活率达到60%",
        "下单后2天内发货率达到98%",
        "購買後三十天內退貨率低於2%",
        "近三个月内活跃用户达到1万",
        "过去6个月内投诉下降20%",
        "交付周期从6个月缩短至3个月",
        "回款周期缩短到45天内",
        "问题1周内解决率达到95%",
        "7天内完成率达到90%",
        "每位新人在三个月内完成培训",
        "每三个月内完成一次演练",
        "三年内部审计零问题",
        "员工一年内流失率低于8%",
        "客户一年内完成续约的比例达到70%",
        "漏洞两周内修复率100%",
        "上线后7天留存率达到35%",
        "库存周转天数降到30天内",
        "Q3 财报发布会观众达到1万",
        "Q3 完成率达到90%",
        "Q2 营收增长20%",
        "上半年增长目标达成率100%",
        "二季度重点是原料采购",
        "下半年媒体负面舆情控制在一条以内",
        "第三季度报告零差错",
        "每月5日前提交报表的部门达到100%",
        "无故障运行满3个月",
    ],
)
def test_chinese_lengths_that_are_measured(text: str) -> None:
    found = due(text)
    assert found == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Сократить издержки на 15% в течение 6 месяцев после запуска.", "в течение 6 месяцев после запуска"),
        ("Довести долю довольных клиентов до 85% в течение первого года", "в течение первого года"),
        ("Внедрить единую платформу в течение года", "в течение года"),
        ("Снизить расходы на 10% до конца года", "до конца года"),
        ("Aumentar las ventas un 20% en un plazo de 6 meses", "en un plazo de 6 meses"),
        ("Reducir los costes un 10% antes de fin de año", "antes de fin de año"),
        ("Gagner 40 clients dans les 6 mois", "dans les 6 mois"),
        ("Den Umsatz um 20 % steigern, innerhalb von 6 Monaten", "innerhalb von 6 Monaten"),
        ("80 neue Mitglieder bis Jahresende", "bis Jahresende"),
        ("Aumentar a receita em 20% no prazo de 6 meses", "no prazo de 6 meses"),
        ("Tăng doanh thu 20% trong vòng 6 tháng", "trong vòng 6 tháng"),
    ],
)
def test_other_languages(text: str, words: str) -> None:
    assert due(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "95% обращений решены в течение 2 дней",
        "Отвечать на каждое обращение в течение 3 часов",
        "Удержание клиентов в течение 3 месяцев после покупки",
        "El 90% de los pedidos entregados en un plazo de 3 días",
        "Chaque commande livrée dans les 3 jours",
        "Jede Bestellung innerhalb von 2 Tagen",
    ],
)
def test_lengths_that_are_measured_in_other_languages(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "placeholder"),
    [
        ("within 2 weeks of launch", "week", False),
        ("6 months after approval", "month", False),
        ("上线后三个月内", "month", False),
        ("by the end of the pilot", "day", False),
        ("X季度", "quarter", True),
    ],
)
def test_what_a_limit_says(text: str, unit: str, placeholder: bool) -> None:
    (limit,) = time_limits(text)
    assert (limit.unit, limit.placeholder) == (unit, placeholder)


@pytest.mark.parametrize(
    "text",
    [
        *("7 days after sign-off", "1 week after the Athens launch", "7-9 days after launch (first weekday)"),
        *(
            "within 6 months",
            "3 months",
            "两周内",
            "上线后两周",
            "6月30日后一周",
            "项目结束前",
            "x月x日",
            "Sprint 3 结束前",
        ),
        *("by Sprint S-02 end", "в течение года"),
    ],
)
def test_the_value_of_a_field(text: str) -> None:
    limit = limit_value(text)
    assert limit is not None
    assert limit.start == 0


@pytest.mark.parametrize("text", ["network live", "may be moved", "30天", "soon after launch", "", "quarterly", "week"])
def test_values_that_are_no_limits(text: str) -> None:
    assert limit_value(text) is None


PIECES = st.sampled_from(
    several(
        "within in the first 6 months days after launch of 两周内 上线后 三个月 内 x季度 季度 项目结束 前 by Sprint 12 "
        "end в течение года 6 месяцев , . % - İ ( ) 完成 率 每"
    )
)


@given(st.one_of(st.text(max_size=60), st.lists(st.one_of(PIECES, st.just(" ")), max_size=20).map("".join)))
def test_any_text_at_all(text: str) -> None:
    for limit in [*time_limits(text), *filter(None, [limit_value(text)])]:
        assert 0 <= limit.start < limit.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["within 6 months ", "6 ", "上线后", "三个月内", "x季度", "by Sprint ", "first ", "в течение "]
)
def test_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    began = time.process_time()
    time_limits(text)
    limit_value(text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reach $10k MRR by Month 6", ["by Month 6"]),
        ("Ship the beta by Day 14", ["by Day 14"]),
        ("5 customers by the end of month 6", ["by the end of month 6"]),
        ("5 customers by Year 2", ["by Year 2"]),
        ("10 customers by Month 12, 20 by Month 18", ["by Month 12", "by Month 18"]),
        ("5 customers by the end of week 18", ["end of week 18"]),
        # counted from the beginning of each one, or from what is told; no number of a day or month
        ("40% retention by day 30", []),
        ("New hires productive by day 30", []),
        ("Users finish the tour before day 2", []),
        ("Cohort revenue of $20 by month 3", []),
        ("Ship by month 6 of the project", []),
        ("Publish 3 posts by day", []),
        ("Ship before Day 14.5", []),
    ],
)
def test_days_and_months_counted_from_an_untold_start(text: str, words: list[str]) -> None:
    assert due(text) == words


def test_a_counted_month_is_not_this_one() -> None:
    text = "5 customers by the end of month 6"
    (found,) = dates(text, today=date(2026, 2, 3))
    assert (found.last, found.problem) == (None, "relative")
