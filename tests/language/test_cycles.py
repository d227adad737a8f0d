import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.language.cycles import Period, cycle_of, cycle_of_path, periods


def several(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("2026-Q2", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("Team OKRs Q2 2026", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026Q2", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("23年Q1", "2023-Q1", "2023-01-01", "2023-03-31"),
        ("2019 年 Q1 团队目标", "2019-Q1", "2019-01-01", "2019-03-31"),
        ("FY26Q2", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("FY20-Q1 OKRs", "2020-Q1", "2020-01-01", "2020-03-31"),
        ("CY18-Q1", "2018-Q1", "2018-01-01", "2018-03-31"),
        ("2Q26", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("Goals & OKRs (2026 Q3)", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("Third Quarter 2026", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026年第二季度", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("二零二六年二季度", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026 H1", "2026-H1", "2026-01-01", "2026-06-30"),
        ("2026年上半年", "2026-H1", "2026-01-01", "2026-06-30"),
        ("S2 2026", "2026-H2", "2026-07-01", "2026-12-31"),
        ("T3 2026", "2026-T3", "2026-09-01", "2026-12-31"),
        ("Annual 2024", "2024", "2024-01-01", "2024-12-31"),
        ("2026年度OKR", "2026", "2026-01-01", "2026-12-31"),
        ("二〇二六年", "2026", "2026-01-01", "2026-12-31"),
        ("民國115年OKR", "2026", "2026-01-01", "2026-12-31"),
        ("增长团队OKR（2026年3-4月）", "2026-03/2026-04", "2026-03-01", "2026-04-30"),
        ("2022 年 3 月", "2022-03", "2022-03-01", "2022-03-31"),
        ("# 2022 10月 OKR", "2022-10", "2022-10-01", "2022-10-31"),
        ("May 2026", "2026-05", "2026-05-01", "2026-05-31"),
        ("202301-202303", "2023-Q1", "2023-01-01", "2023-03-31"),
        ("2024-01-01 ~ 2024-03-31", "2024-Q1", "2024-01-01", "2024-03-31"),
        ("2026-04-06 to 2026-06-19", "2026-04-06/2026-06-19", "2026-04-06", "2026-06-19"),
        ("2026.4 - 2026.6", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("Q1 2024 - Jan - Mar", "2024-Q1", "2024-01-01", "2024-03-31"),
        ("2026年Q2（4-6月）", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026 OKR Q2", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("Q1-Q2 2026", "2026-H1", "2026-01-01", "2026-06-30"),
        ("2026 Q2, Q3", "2026-04/2026-09", "2026-04-01", "2026-09-30"),
        ("2025 Q4 – 2026 Q1", "2025-10/2026-03", "2025-10-01", "2026-03-31"),
        ("2025Q4-2026Q1", "2025-10/2026-03", "2025-10-01", "2026-03-31"),
        ("OKR 進度更新 2026Q3", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("OKR 进度更新 2026年5月", "2026-05", "2026-05-01", "2026-05-31"),
        ("Progress update 2026-Q3", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026上半年", "2026-H1", "2026-01-01", "2026-06-30"),
        ("2026第二季度OKR", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("民國115年第二季", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("26Q2", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("2022OKR", "2022", "2022-01-01", "2022-12-31"),
        ("2026OKR规划", "2026", "2026-01-01", "2026-12-31"),
        ("2026Q1OKR", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026H1OKRs", "2026-H1", "2026-01-01", "2026-06-30"),
        ("张三2026年Q1OKR", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("張三2026年Q1 OKR", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026第一季度OKR：", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("OKR2026Q1", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("FY2026OKR", "2026", "2026-01-01", "2026-12-31"),
        ("2026年第3月", "2026-03", "2026-03-01", "2026-03-31"),
        ("Q2'26", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("H1 FY2027", "2027-H1", "2027-01-01", "2027-06-30"),
        ("Q1FY27", "2027-Q1", "2027-01-01", "2027-03-31"),
        ("Quarter 2, 2026", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("Apr–Jun 2026", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026年三四月", "2026-03/2026-04", "2026-03-01", "2026-04-30"),
        ("05/2026", "2026-05", "2026-05-01", "2026-05-31"),
        ("Rest of 2026", "2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_the_cycle_of_a_title_or_field(text: str, value: str, first: str, last: str) -> None:
    period = cycle_of(text)
    assert period is not None
    assert (period.value, period.problem) == (value, None)
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "Team OKRs",
        "Goals (updated April 2026)",
        "Last modified: 2026-05",
        "目标（4月更新）",
        "周会 2026-06-30",
        "Rolling",
        "Sprint 12",
        "双月",
        "更新于 2026Q3",
        "Updated in Q3 2026",
        "Hit 2000 customers",
        "Reach 2025",
        "达到2000用户",
        "2026 Q1 vs 2024 Q2",
        "From 12/04/2022 to 12/06/2022",
        "Objective 4",
        "KR1",
        "项目计划（第 1-2 月）",
        "第3月",
        "2026Q12OKR",
        "X2026OKR",
        "2026px",
        "",
    ],
)
def test_no_cycle(text: str) -> None:
    assert cycle_of(text) is None


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("Jan 5, 2026 - Mar 27, 2026", "2026-01-05/2026-03-27", "2026-01-05", "2026-03-27"),
        ("Jul 1, 2026 – Sep 30, 2026", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("Nov 4, 2025 - Jan 24, 2026 (12 weeks)", "2025-11-04/2026-01-24", "2025-11-04", "2026-01-24"),
        ("4 Nov 2025 - 24 Jan 2026", "2025-11-04/2026-01-24", "2025-11-04", "2026-01-24"),
        ("November 4th, 2025 — January 24th, 2026", "2025-11-04/2026-01-24", "2025-11-04", "2026-01-24"),
        ("Wed Jan 7, 2026 – Tue Mar 31, 2026", "2026-01-07/2026-03-31", "2026-01-07", "2026-03-31"),
        ("Jul 2026 – Sep 2026", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("Nov 2025-Jan 2026", "2025-11/2026-01", "2025-11-01", "2026-01-31"),
        ("April 2026 - June 2026", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("March 2026 – May 2026", "2026-03/2026-05", "2026-03-01", "2026-05-31"),
        ("April 1st, 2026 - June 26th, 2026", "2026-04-01/2026-06-26", "2026-04-01", "2026-06-26"),
        ("Nov '25 - Jan '26", "2025-11/2026-01", "2025-11-01", "2026-01-31"),
        ("Q4 2025 - Q1 2026", "2025-10/2026-03", "2025-10-01", "2026-03-31"),
        ("H2 2025 / H1 2026", "2025-07/2026-06", "2025-07-01", "2026-06-30"),
        ("2026-09-28 → 2027-02-12", "2026-09-28/2027-02-12", "2026-09-28", "2027-02-12"),
        ("Q1 2026 (January – March)", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q1 (January to March)", "2026-Q1", "2026-01-01", "2026-03-31"),
        ("Q3 2026 (July)", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026 (May - July)", "2026-05/2026-07", "2026-05-01", "2026-07-31"),
        ("Goals 2026 (July)", "2026-07", "2026-07-01", "2026-07-31"),
        ("Q2 FY26–27 (Jul–Sep 2026)", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("FY24-Q2 (Oct - Dec 2023)", "2023-Q4", "2023-10-01", "2023-12-31"),
        ("2026年1月5日-3月27日", "2026-01-05/2026-03-27", "2026-01-05", "2026-03-27"),
        ("2026年1月7日（周三）-3月31日（周二）", "2026-01-07/2026-03-31", "2026-01-07", "2026-03-31"),
        ("2026年7月—9月", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026年第三季度（7月-9月）", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026年第三季度（7月）", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("2025年11月4日—2026年1月24日", "2025-11-04/2026-01-24", "2025-11-04", "2026-01-24"),
        ("2026年7月1日→9月30日", "2026-Q3", "2026-07-01", "2026-09-30"),
        # a year before a dash that is no unit's own
        ("OKRs 2026 - March", "2026-03", "2026-03-01", "2026-03-31"),
        ("Growth 5, 2026 - Q3", "2026-Q3", "2026-07-01", "2026-09-30"),
        ("Sprint 3, 2026 / Q2", "2026-Q2", "2026-04-01", "2026-06-30"),
        ("2025-Q4 - 2026-Q1", "2025-10/2026-03", "2025-10-01", "2026-03-31"),
        ("2025年Q4 2026年Q1", "2025-10/2026-03", "2025-10-01", "2026-03-31"),
        ("Q3 2026-Q4", "2026-H2", "2026-07-01", "2026-12-31"),
    ],
)
def test_a_range(text: str, value: str, first: str, last: str) -> None:
    period = cycle_of(text)
    assert period is not None
    assert (period.value, period.problem) == (value, None)
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("Our Q2 goals", "Q2", "quarter"),
        ("上半年目标", "H1", "half"),
        ("5月OKR", "05", "month"),
        ("1850 Q1", "Q1", "quarter"),
        ("Spring 2026", "2026-Spring", "other"),
        ("2026 春季", "2026-春季", "other"),
        ("2026 春", "2026-春季", "other"),
        ("二季度", "Q2", "quarter"),
    ],
)
def test_a_period_whose_days_cannot_be_told(text: str, value: str, kind: str) -> None:
    period = cycle_of(text)
    assert period is not None
    assert (period.value, period.kind, period.first, period.last, period.problem) == (value, kind, None, None, None)


def test_a_quarter_that_does_not_exist() -> None:
    period = cycle_of("2026年Q5")
    assert period is not None
    assert (period.value, period.first, period.problem) == ("2026-Q5", None, "invalid")


def test_a_fiscal_year_is_named_by_the_year_in_which_it_ends() -> None:
    quarter = cycle_of("FY26 Q1", fiscal_year_start=2)
    year = cycle_of("FY2026", fiscal_year_start=2)
    assert quarter == Period(0, 7, "FY2026-Q1", date(2025, 2, 1), date(2025, 4, 30), "quarter", None)
    assert year == Period(0, 6, "FY2026", date(2025, 2, 1), date(2026, 1, 31), "year", None)
    plain = cycle_of("2026 Q1", fiscal_year_start=2)
    assert plain is not None
    assert plain.first == date(2026, 1, 1)


def test_all_periods_of_a_text() -> None:
    text = "2026 Q1 vs 2024 Q2"
    assert [text[period.start : period.end] for period in periods(text)] == ["2026 Q1", "2024 Q2"]


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("okr/2026/q2/team.md", "2026-Q2", "2026/q2"),
        ("2026q2.md", "2026-Q2", "2026q2"),
        ("okr2026q2.md", "2026-Q2", "2026q2"),
        ("okr/2026/上半年/增长.md", "2026-H1", "2026/上半年"),
        ("2019-q3.md", "2019-Q3", "2019-q3"),
        ("company/okrs/fy20-q4/index.html.md", "2020-Q4", "fy20-q4"),
        ("archive/Q1-19/README.md", "2019-Q1", "Q1-19"),
        ("2023_Q2.md", "2023-Q2", "2023_Q2"),
        ("okr/2022-OKR/2022-Q1-OKR.md", "2022-Q1", "2022-Q1"),
        ("2026okr-review/index.mdx", "2026", "2026"),
        ("okr/2026-q2/2026-06-30-notes.md", "2026-Q2", "2026-q2"),
        ("2026/06/okr.md", "2026-06", "2026/06"),
        ("C:\\okr\\2026\\q1\\a.yaml", "2026-Q1", "2026\\q1"),
        ("202604-202606.md", "2026-Q2", "202604-202606"),
        ("goals/q3/team.md", "Q3", "q3"),
        ("2026/03.md", "2026-03", "2026/03"),
        ("2026/quarter-2.md", "2026-Q2", "2026/quarter-2"),
        ("2026/Q2/03.md", "2026-Q2", "2026/Q2"),
        ("okr/2025-Q4-2026-Q1/a.md", "2025-10/2026-03", "2025-Q4-2026-Q1"),
        ("okr/jan-2026-mar-2026.md", "2026-Q1", "jan-2026-mar-2026"),
    ],
)
def test_the_cycle_of_a_path(path: str, value: str, words: str) -> None:
    period = cycle_of_path(path)
    assert period is not None
    assert (period.value, path[period.start : period.end]) == (value, words)


@pytest.mark.parametrize(
    "path",
    ["team.md", "", "/", "2026-06-30-notes.md", "2026/06/30/okr.md", "docs/v0.9.2026/a.md", "03.md", "okr/12/okr.md"],
)
def test_a_path_without_a_cycle(path: str) -> None:
    assert cycle_of_path(path) is None


@given(st.integers(1990, 2100), st.integers(1, 4))
def test_every_quarter_reads_back(year: int, quarter: int) -> None:
    period = cycle_of(f"{year}-Q{quarter}")
    assert period is not None
    assert period.value == f"{year}-Q{quarter}"
    assert cycle_of(f"{year}年第{'一二三四'[quarter - 1]}季度") is not None
    again = cycle_of(f"{period.first} ~ {period.last}")
    assert again is not None
    assert again.value == period.value


PIECES = st.sampled_from(
    several(
        "2026 26 1899 202601 Q1 Q5 H2 S1 T1 FY 年 月 季度 上半年 4 6 30 - / . ~ 至 ( ) "
        "updated May Spring 春季 okr \\ _ md , 、 ０"
    )
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.one_of(PIECES, st.just(" ")), max_size=16).map("".join))


@given(TEXTS, st.integers(1, 12))
def test_any_text_at_all(text: str, start: int) -> None:
    found = [*periods(text, fiscal_year_start=start)]
    found += filter(None, [cycle_of(text, fiscal_year_start=start), cycle_of_path(text, fiscal_year_start=start)])
    for period in found:
        assert 0 <= period.start < period.end <= len(text)
        assert (period.first is None) == (period.last is None)
        assert period.first is None or period.last is None or period.first <= period.last


@pytest.mark.parametrize(
    "piece",
    ["2026-Q1 ", "1", "2026-", "Q1-", "a/", "6月", "2026年", "2026-01-01~2027-02-03 ", "May 2026 - ", "(July) "],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    began = time.process_time()
    cycle_of(text)
    cycle_of_path(text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023年7/8月 OKR", "2023-07/2023-08"),
        ("2023 8/9双月OKR", "2023-08/2023-09"),
        ("2023.7/8月 OKR", "2023-07/2023-08"),
        ("2023.08-09 OKR", "2023-08/2023-09"),
        ("2023.08~09 OKR", "2023-08/2023-09"),
        ("7/8月 OKR", "07/08"),
        ("114年度 OKR", "2025"),
        ("114年度 Q1 OKR", "2025-Q1"),
        ("114年度第一季 OKR", "2025-Q1"),
        # no two months in a row, a year, a share, a version, a number of something
        ("2023年8/9 OKR", "2023"),
        ("2023年2/3完成率", "2023"),
        ("2023/7/8 OKR", None),
        ("2023.12-01 OKR", None),
        ("v2023.08-09 release", None),
        ("200年度", None),
        ("完成 114 项年度任务", None),
        ("2026年第17周 OKR", None),
    ],
)
def test_two_months_and_years_as_titles_write_them(text: str, value: str | None) -> None:
    found = cycle_of(text)
    assert (found and found.value) == value
