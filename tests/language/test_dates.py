import time
from datetime import UTC, date, timedelta, timezone, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.language.dates import DateSpan, dates, is_vague, read_date

SECOND_QUARTER = date(2026, 4, 1), date(2026, 6, 30)
FOURTH_QUARTER = date(2026, 10, 1), date(2026, 12, 31)


def several(text: str, between: str = " ") -> list[str]:
    return text.split(between)


def iso(*parts: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(part) for part in parts)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Ship by 30 June", "30 June", "2026-06-30", "2026-06-30"),
        ("June 30th, 2026 is the day", "June 30th, 2026", "2026-06-30", "2026-06-30"),
        ("on 30 Jun 2025", "30 Jun 2025", "2025-06-30", "2025-06-30"),
        ("2026-06-30T18:00:00Z", "2026-06-30T18:00:00Z", "2026-06-30", "2026-06-30"),
        ("ends 2026/6/30.", "2026/6/30", "2026-06-30", "2026-06-30"),
        ("2026-06-30: vendor is late", "2026-06-30", "2026-06-30", "2026-06-30"),
        ("截止：2026-06-30", "2026-06-30", "2026-06-30", "2026-06-30"),
        ("30.06.2026", "30.06.2026", "2026-06-30", "2026-06-30"),
        ("in May we open", "May", "2026-05-01", "2026-05-31"),
        ("late June 2026", "late June 2026", "2026-06-21", "2026-06-30"),
        ("mid-May", "mid-May", "2026-05-15", "2026-05-15"),
        ("Launch in Q3 2026", "Q3 2026", "2026-07-01", "2026-09-30"),
        ("2Q26", "2Q26", "2026-04-01", "2026-06-30"),
        ("Q3'26 revenue", "Q3'26", "2026-07-01", "2026-09-30"),
        ("FY26Q2", "FY26Q2", "2026-04-01", "2026-06-30"),
        ("in H2", "H2", "2026-07-01", "2026-12-31"),
        ("the first half of 2027", "first half of 2027", "2027-01-01", "2027-06-30"),
        ("by week 20", "week 20", "2026-05-11", "2026-05-17"),
        ("2026年6月30日", "2026年6月30日", "2026-06-30", "2026-06-30"),
        ("２０２６年６月３０日", "２０２６年６月３０日", "2026-06-30", "2026-06-30"),
        ("二〇二六年六月三十日", "二〇二六年六月三十日", "2026-06-30", "2026-06-30"),
        ("6月30號前", "6月30號", "2026-06-30", "2026-06-30"),
        ("5月初", "5月初", "2026-05-01", "2026-05-10"),
        ("5月中旬", "5月中旬", "2026-05-11", "2026-05-20"),
        ("4月下：小红书笔记", "4月下", "2026-04-21", "2026-04-30"),
        ("六月底前完成", "六月底", "2026-06-30", "2026-06-30"),
        ("3-4月", "3-4月", "2026-03-01", "2026-04-30"),
        ("第二季度", "第二季度", "2026-04-01", "2026-06-30"),
        ("第三、四季度", "第三、四季度", "2026-07-01", "2026-12-31"),
        ("下半年上线", "下半年", "2026-07-01", "2026-12-31"),
        ("年中完成", "年中", "2026-06-30", "2026-06-30"),
        ("年底前", "年底", "2026-12-31", "2026-12-31"),
        ("明年3月", "明年3月", "2027-03-01", "2027-03-31"),
        ("今年年底", "今年年底", "2026-12-31", "2026-12-31"),
        ("季底", "季底", "2026-06-30", "2026-06-30"),
        ("民國115年6月", "民國115年6月", "2026-06-01", "2026-06-30"),
        ("115年第二季", "115年第二季", "2026-04-01", "2026-06-30"),
        ("2026上半年", "2026上半年", "2026-01-01", "2026-06-30"),
        ("26年底前", "26年底", "2026-12-31", "2026-12-31"),
        ("year-end 2026", "year-end 2026", "2026-12-31", "2026-12-31"),
        ("三四月", "三四月", "2026-03-01", "2026-04-30"),
        ("Quarter 3, 2026", "Quarter 3, 2026", "2026-07-01", "2026-09-30"),
        ("by Christmas", "Christmas", "2026-12-25", "2026-12-25"),
        ("国庆节前", "国庆节", "2026-10-01", "2026-10-01"),
        ("双十一前上线", "双十一", "2026-11-11", "2026-11-11"),
        ("6/30前上线", "6/30", "2026-06-30", "2026-06-30"),
    ],
)
def test_names_of_days_and_periods(text: str, words: str, first: str, last: str) -> None:
    (span,) = dates(text, cycle=SECOND_QUARTER)
    assert text[span.start : span.end] == words
    assert (span.first, span.last) == iso(first, last)
    assert span.problem is None


@pytest.mark.parametrize(
    "text",
    [
        *several("月活 日活 年化 年度报告 月均 每周 每月 3月活 季度复盘 年中大促 年终奖 近3月 连续3月"),
        *several("每年6月 每季度末 以上月活 本周期 6个月 v3.4.2026 24/7 4.8/5 1-2 $5.30 10.0.0.1"),
        "daily",
        "within 30 days",
        "2025 users",
        "by 2025 users",
        "users may join and we march on",
        "second best",
        "4/5 of them",
        "reduce by 1/3",
        "by 10-20 points",
        "signed off by 7/7 personas",
        "due to March madness",
        "end of each quarter",
        "Rails 5 and Python 3.11",
        "ISO 27001",
        "over the last 3 months",
        "H1 headings and H5 pages",
        "improve standby power",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text, cycle=SECOND_QUARTER) == ()


@pytest.mark.parametrize(
    "text",
    [
        *several("by June|until Q3|due 30 June|end of June|EOQ|by the end of September", "|"),
        *several("no later than 5 May", "|"),
        *several("6月底 6月30日前 Q4结束前 二季度末 年内 截止6月30日 不晚于5月5日 到2026年6月，"),
        *several("周五前 春节前"),
    ],
)
def test_words_for_a_due_date(text: str) -> None:
    (span,) = dates(text, cycle=SECOND_QUARTER)
    assert span.deadline


@pytest.mark.parametrize(
    "text",
    [
        *(
            "in Q3 2026",
            "6月",
            "4月渠道",
            "since June",
            "Q3 财报发布",
            "保留到下一季度实施",
            "early June",
            "下週三內部會議",
        ),
        *("relevant until end of 2019", "Keep the shop open until June", "No releases till Q3"),
    ],
)
def test_a_period_is_no_due_date(text: str) -> None:
    (span,) = dates(text, cycle=SECOND_QUARTER)
    assert not span.deadline


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2026-02-30", "invalid"),
        ("31 June", "invalid"),
        ("6月31日", "invalid"),
        ("2026年Q5", "invalid"),
        ("2026年13月", "invalid"),
        ("03/04/2026", "ambiguous"),
        ("30/04/2026", None),
        ("04/04/2026", None),
        ("截止：03/04/2026", None),
    ],
)
def test_problems(text: str, problem: str | None) -> None:
    (span,) = dates(text)
    assert span.problem == problem
    assert (span.last is None) == (problem is not None)


@pytest.mark.parametrize(
    "text",
    [
        *("99999-12-31", "99999/12/31", "20260-06-30", "99999-Q2", "99999Q2", "99999-W20", "FY99999 Q2"),
        *("Dec 31, 99999", "31 December 99999", "Q2 99999", "3026-06-30"),
        *("10000年1月1日", "10000 年 1 月 1 日", "１００００年１月", "10000年Q2", "10000年上半年", "10000年年底"),
        *("3026年6月1日", "1850年6月", "一〇〇〇〇年1月1日", "民國9999年1月1日"),
    ],
)
def test_a_year_that_will_not_be_is_not_taken_for_the_current_one(text: str) -> None:
    assert read_date(text, cycle=SECOND_QUARTER) is None
    assert dates(f"by {text}" if text.isascii() else f"{text}前", cycle=SECOND_QUARTER) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("营收达到10000，6月30日前", "用户增长到10000 6月30日前完成"),
        *("by 30 June 10000 users", "10000 users by 30 June"),
        *("二〇二六年6月30日前", "by June 30, 10000 downloads"),
    ],
)
def test_a_number_beside_a_date_is_no_year(text: str) -> None:
    assert [span.last for span in dates(text, cycle=SECOND_QUARTER)] == [date(2026, 6, 30)]


@pytest.mark.parametrize(
    ("text", "cycle", "last"),
    [
        ("by May", SECOND_QUARTER, "2026-05-31"),
        ("1月底", FOURTH_QUARTER, "2027-01-31"),
        ("by March", SECOND_QUARTER, "2026-03-31"),
        ("by October", (date(2026, 1, 1), date(2026, 3, 31)), "2026-10-31"),
        ("by end of January", (date(2025, 2, 1), date(2026, 1, 31)), "2026-01-31"),
        ("before October", (date(2026, 7, 1), date(2026, 9, 30)), "2026-09-30"),
        ("before Q2", SECOND_QUARTER, "2026-06-30"),  # taken strictly it would be over before it began
        ("EOY", SECOND_QUARTER, "2026-12-31"),
        ("end of next quarter", SECOND_QUARTER, "2026-09-30"),
        ("mid-Q2", SECOND_QUARTER, "2026-05-15"),
    ],
)
def test_a_missing_year_is_that_of_the_cycle(text: str, cycle: tuple[date, date], last: str) -> None:
    (span,) = dates(text, cycle=cycle)
    assert span.last == date.fromisoformat(last)


def test_a_bare_quarter_is_that_of_a_fiscal_cycle() -> None:
    first_quarter = date(2025, 2, 1), date(2025, 4, 30)
    (span,) = dates("by end of Q1", cycle=first_quarter, fiscal_year_start=2)
    assert span.last == first_quarter[1]
    (span,) = dates("by EOQ", cycle=first_quarter, fiscal_year_start=2)
    assert span.last == first_quarter[1]


def test_today_stands_in_for_a_cycle() -> None:
    tuesday = date(2026, 6, 16)
    assert [span.last for span in dates("本周五", today=tuesday)] == [date(2026, 6, 19)]
    assert [span.last for span in dates("next Friday", today=tuesday)] == [date(2026, 6, 26)]
    assert [span.last for span in dates("by EOM", today=tuesday)] == [date(2026, 6, 30)]
    assert [span.last for span in dates("by January", today=tuesday)] == [date(2027, 1, 31)]


@pytest.mark.parametrize(
    ("text", "month_day"),
    [
        ("by June 30", (6, 30)),
        ("6月底", (6, 30)),
        ("Q2末", (6, 30)),
        ("29 Feb", (2, 29)),
        ("EOQ", None),
        ("月底", None),
    ],
)
def test_without_a_year_month_and_day_remain(text: str, month_day: tuple[int, int] | None) -> None:
    (span,) = dates(text)
    assert (span.first, span.last, span.month_day) == (None, None, month_day)


def test_a_range_shares_its_year() -> None:
    assert [span.first for span in dates("April - June 2027")] == list(iso("2027-04-01", "2027-06-01"))
    assert [span.last for span in dates("2027年4月1日至6月30日")] == list(iso("2027-04-01", "2027-06-30"))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2026-06-30", "2026-06-30"),
        ("  **30 June 2026** ", "2026-06-30"),
        ("6/30", "2026-06-30"),
        ("30/6", "2026-06-30"),
        ("06-30", "2026-06-30"),
        ("6.30", "2026-06-30"),
        ("02.07.19", "2019-07-02"),
        ("20260630", "2026-06-30"),
        ("202606", "2026-06-30"),
        ("2026", "2026-12-31"),
        ("1782777600", "2026-06-30"),
        ("1782777600000", "2026-06-30"),
        ("may", "2026-05-31"),
        ("W20", "2026-05-17"),
        ("第20周", "2026-05-17"),
        ("End of Q1 (see notes)", "2026-03-31"),
        ("on or before 30 June", "2026-06-30"),
        ("2026-04-01 ~ 2026-06-15", "2026-06-15"),
        ("6/1-6/30", "2026-06-30"),
        ("H1", "2026-06-30"),
        ("by 6.30", "2026-06-30"),
        ("by Fri 3 July", "2026-07-03"),
        ("Friday, 3 July 2026", "2026-07-03"),
        ("by mid-May", "2026-05-15"),
        ("by W32", "2026-08-09"),
        ("2026/6", "2026-06-30"),
        ("05/2026", "2026-05-31"),
        ("4/1–6/30", "2026-06-30"),
        ("截止26/6/30", "2026-06-30"),
    ],
)
def test_deadline_fields(text: str, last: str) -> None:
    span = read_date(text, cycle=SECOND_QUARTER)
    assert span is not None
    assert span.last == date.fromisoformat(last)
    assert span.deadline


@pytest.mark.parametrize(
    "text",
    [
        *several("ASAP 长期 10% 3 100 5.0 0.7 @bob P0 0 年前 99999999 9999999999999"),
        "",
        "network live",
        "may be moved",
        "the quarter",
    ],
)
def test_fields_that_name_no_date(text: str) -> None:
    assert read_date(text, cycle=SECOND_QUARTER) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("7 days after launch", "relative"),
        ("1 week after the Athens launch", "relative"),
        ("6月30日后一周", "relative"),
        ("两周内", "relative"),
        ("x月x日", "vague"),
    ],
)
def test_fields_that_name_no_day(text: str, problem: str) -> None:
    span = read_date(text, cycle=SECOND_QUARTER)
    assert span is not None
    assert (text[span.start : span.end], span.last, span.problem, span.deadline) == (text, None, problem, True)


@pytest.mark.parametrize(("zone", "day"), [(UTC, 29), (timezone(timedelta(hours=8)), 30)])
def test_a_unix_time_is_a_day_of_a_time_zone(zone: tzinfo, day: int) -> None:
    span = read_date("1782748800000", zone=zone)
    assert span is not None
    assert span.last == date(2026, 6, day)


@pytest.mark.parametrize("text", ["Launch it in Q2 2026", "Q2 完成迁移", "Open 10 channels in Q2"])
def test_to_name_the_cycle_again_is_no_due_date(text: str) -> None:
    assert [span.deadline for span in dates(text, cycle=SECOND_QUARTER)] == [False]


def test_the_order_of_month_and_day_can_be_told() -> None:
    span = read_date("03/04/2026", chinese=True)
    assert span is not None
    assert span.last == date(2026, 3, 4)


@pytest.mark.parametrize(("text", "last"), [("Q5", None), ("13月", None), ("2026年Q4", "2026-12-31")])
def test_a_field_with_a_period_that_does_not_exist(text: str, last: str | None) -> None:
    span = read_date(text)
    assert span is not None
    assert span.problem == (None if last else "invalid")
    assert span.last == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        *(("国庆节前", "2026-09-30"), ("10月1日前", "2026-09-30"), ("国庆前夕", "2026-09-30")),
        *(("before 1 October", "2026-09-30"), ("by 1 October", "2026-10-01"), ("before 30 September", "2026-09-30")),
        *(("9月30日前", "2026-09-30"), ("10月2日前", "2026-10-02")),
    ],
)
def test_what_is_due_before_the_day_after_the_cycle_is_due_within_it(text: str, last: str) -> None:
    span = read_date(text, cycle=(date(2026, 7, 1), date(2026, 9, 30)))
    assert span is not None
    assert span.last == date.fromisoformat(last)


@pytest.mark.parametrize(
    "text",
    [
        *("soon", "ASAP!", "**尽快**", "长期", "持续", "择期", "As soon as possible", "ongoing", "TBD"),
        *("as early as possible", "every month", "each Friday", "weekly", "when the weather allows", "time permitting"),
        *("每月底", "每周五", "视天气而定", "视经费情况而定", "條件允許時", "depending on the weather", "越早越好"),
    ],
)
def test_vague(text: str) -> None:
    assert is_vague(text)


@pytest.mark.parametrize(
    "text", ["2026", "持续集成", "长期主义", "soon after launch", "", "。", "weekly demo", "每日优鲜"]
)
def test_not_vague(text: str) -> None:
    assert not is_vague(text)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(["", "by ", "截止"]))
def test_every_real_day_reads_back(day: date, before: str) -> None:
    for spelling in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day:%Y}",
    ):
        assert [(span.first, span.last, span.problem) for span in dates(before + spelling)] == [(day, day, None)]


PIECES = st.sampled_from(
    several(
        "2026 26 6 30 13 31 0 Q1 Q5 H2 FY W20 May june end of by before the "
        "next week year quarter EOQ 年 月 日 号 季度 半年 上 下 第 一 十 二〇 周五 底 中 前 至 - / . "
        "~ ' ( ) : 双十一 民国 本 每 今 明 ０ é İ 😀"
    )
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.one_of(PIECES, st.just(" ")), max_size=16).map("".join))
CYCLES = st.none() | st.tuples(st.dates(), st.dates()).map(lambda days: (min(days), max(days)))


def check(text: str, span: DateSpan) -> None:
    assert 0 <= span.start < span.end <= len(text)
    assert (span.first is None) == (span.last is None)
    assert span.first is None or span.last is None or span.first <= span.last


def test_an_end_is_of_one_period_alone() -> None:
    (found,) = dates("Q1 end 2000")
    assert (found.start, found.end, found.month_day) == (0, 6, (3, 31))


@given(TEXTS, CYCLES, st.none() | st.dates(), st.integers(1, 12))
def test_any_text_at_all(text: str, cycle: tuple[date, date] | None, today: date | None, start: int) -> None:
    end = 0
    for span in dates(text, cycle=cycle, today=today, fiscal_year_start=start):
        check(text, span)
        assert span.start >= end
        end = span.end
    value = read_date(text, cycle=cycle, today=today, fiscal_year_start=start)
    if value:
        check(text, value)
    is_vague(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "2026-",
        "6月",
        "6月30日至",
        "Q1-",
        "by end of ",
        " ",
        "may ",
        "2026年",
        "第一、",
        "一",
        "周五前",
        "a",
        "6/30 ",
        "31-Mar-24 ",
        "31Mar24",
        "Mar-24/",
        "24.3.25 ",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    began = time.process_time()
    dates(text)
    read_date(text)
    assert time.process_time() - began < 5


Q1_2024 = (date(2024, 1, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31-Mar-24", "2024-03-31"),
        ("1-Apr-24", "2024-04-01"),
        ("31/Mar/24", "2024-03-31"),
        ("31/Mar/2024", "2024-03-31"),
        ("31Mar24", "2024-03-31"),
        ("31Mar2024", "2024-03-31"),
        ("Mar-31-24", "2024-03-31"),
        ("2024/Mar/31", "2024-03-31"),
        ("31 Mar 24", "2024-03-31"),
        ("by 5-Mar-24", "2024-03-05"),
        ("截止 31-Mar-24", "2024-03-31"),
        ("26.6.30", "2026-06-30"),
        ("26-06-30", "2026-06-30"),
        ("30.07.19", "2019-07-30"),
        ("截止 24.3.15", "2024-03-15"),
        ("15.3.24", "2024-03-15"),
    ],
)
@pytest.mark.parametrize("cycle", [None, Q1_2024])
def test_a_year_of_two_digits(text: str, day: str, cycle: tuple[date, date] | None) -> None:
    found = read_date(text, cycle=cycle)
    assert found is not None
    assert (found.first, found.last, found.problem) == (*iso(day, day), None)


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("24.3.15", 2024, "2024-03-15"),
        ("24/03/15", 2024, "2024-03-15"),
        ("24.3.25", 2024, "2024-03-25"),
        ("24.3.25", 2025, "2025-03-24"),
        ("25-3-24", 2025, "2025-03-24"),
    ],
)
def test_of_two_numbers_that_may_be_the_year_it_is_that_of_the_cycle(text: str, year: int, day: str) -> None:
    found = read_date(text, cycle=(date(year, 1, 1), date(year, 3, 31)))
    assert found is not None
    assert found.last == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "cycle", "last"),
    [
        ("Mar-24", Q1_2024, "2024-03-31"),
        ("Mar-24", None, "2024-03-31"),
        ("MAR-24", None, "2024-03-31"),
        ("by Mar-24", None, "2024-03-31"),
        ("Jan-24 to Mar-24", None, "2024-03-31"),
        ("Mar-24", (date(2026, 1, 1), date(2026, 3, 31)), "2026-03-24"),
        ("Mar-31", Q1_2024, "2024-03-31"),
        ("Mar-05", Q1_2024, "2024-03-05"),
        ("Mar 24", Q1_2024, "2024-03-24"),
    ],
)
def test_a_month_as_spreadsheets_write_it(text: str, cycle: tuple[date, date] | None, last: str) -> None:
    found = read_date(text, cycle=cycle)
    assert found is not None
    assert found.last == date.fromisoformat(last)


def test_the_last_day_of_a_month_is_no_year() -> None:
    found = read_date("Jun-30")
    assert found is not None
    assert (found.first, found.month_day) == (None, (6, 30))


def test_where_a_day_is_looked_for_a_month_and_a_number_are_one() -> None:
    found = read_date("Mar-24", cycle=Q1_2024, day=True)
    assert found is not None
    assert found.first == date(2024, 3, 24)


@pytest.mark.parametrize("text", ["Fix it in 3dec5f7", "Sign 5 of 24 customers", "Call on 5 May 24 customers"])
def test_figures_beside_a_month_are_no_year(text: str) -> None:
    assert all(span.last is None for span in dates(text))


@given(st.dates(), st.sampled_from(["-", "/", "."]), st.booleans())
def test_days_of_the_calendar_are_the_same_by_the_short_way(day: date, sign: str, is_real: bool) -> None:
    text = f"{day:%Y}{sign}{day:%m}{sign}{day:%d}" if is_real else f"{day:%Y}{sign}{day:%m}{sign}32"
    found, other = read_date(text), read_date(f"{text}.")
    assert found == other
