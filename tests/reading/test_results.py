"""What has been got, as statements and lines below them tell it: `Close 50 deals — Result: 38`."""

import pytest
from golden import read_markdown

from okrlint.model import KeyResult


def result_of(words: str, below: str = "") -> KeyResult:
    """Read a key result, and a line below it."""
    lines = ["# OKRs Q1 2026", "## O1: Make the shop a place that people love", f"- KR1: {words}"]
    return read_markdown("\n".join([*lines, *([f"  - {below}"] if below else [])])).objectives[0].key_results[0]


def numbers(result: KeyResult) -> tuple[float | None, float | None]:
    """Return the target and the current value."""
    metric = result.metric
    target, current = (metric.target, metric.current) if metric else (None, None)
    return target.value if target else None, current.value if current else None


def progress(result: KeyResult) -> list[str]:
    return [field.text.value for field in result.fields if field.name == "progress"]


@pytest.mark.parametrize(
    ("written", "statement", "read"),
    [
        ("Achieve 10,000 active users — Result: 7,200", "Achieve 10,000 active users", (10000, 7200)),
        ("Achieve 10,000 active users — Result: 7,200 (72% complete)", "Achieve 10,000 active users", (10000, 7200)),
        ("Reduce churn to below 5% — Result: 6.8% (below target).", "Reduce churn to below 5%", (5, 6.8)),
        ("Launch 3 features → Result: 2 launched", "Launch 3 features", (3, 2)),
        ("Close 50 deals. Result: 38", "Close 50 deals.", (50, 38)),
        ("Close 50 deals (result: 38)", "Close 50 deals", (50, 38)),
        ("Close 50 deals | Final result: 38 of 50", "Close 50 deals", (50, 38)),
        ("Close 50 deals -> Actual: 38", "Close 50 deals", (50, 38)),
        ("Close 50 deals; outcome: about 38 deals", "Close 50 deals", (50, 38)),
        ("Reach $2M ARR - Result: $1.6M", "Reach $2M ARR", (2e6, 1.6e6)),
        ("Reduce P1 incidents to zero — Result: 3 P1 incidents", "Reduce P1 incidents to zero", (0, 3)),
        ("Answers within 30 minutes — Result: 1 hour", "Answers within 30 minutes", (30, 60)),
        ("签约 50 家客户。结果：38", "签约 50 家客户。", (50, 38)),
        ("签约 50 家客户 —— 结果：38家", "签约 50 家客户", (50, 38)),
        ("签约 50 家客户，实际：38", "签约 50 家客户", (50, 38)),
        ("签约 50 家客户；完成情况：38", "签约 50 家客户", (50, 38)),
        ("签约 50 家客户（结果：38家，完成76%）", "签约 50 家客户", (50, 38)),
        ("签约 50 家客户（结果：完成38家）", "签约 50 家客户", (50, 38)),
        ("月留存达到 40% → 结果：36%（低于目标）", "月留存达到 40%", (40, 36)),
    ],
)
def test_results_behind_statements(written: str, statement: str, read: tuple[float, float]) -> None:
    result = result_of(written)
    assert (str(result.text), numbers(result)) == (statement, read)


def test_the_share_behind_a_result_is_read_too() -> None:
    result = result_of("Achieve 10,000 active users — Result: 7,200 (72% complete)")
    assert (numbers(result), progress(result)) == ((10000, 7200), ["72%"])


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("Close 50 deals — Result: 76%", "76%"),
        ("Deploy the pipeline for all services — Result: 100% complete.", "100%"),
        ("签约 50 家客户，结果：76%", "76%"),
    ],
)
def test_shares_that_are_done(written: str, share: str) -> None:
    result = result_of(written)
    assert progress(result) == [share]
    assert numbers(result)[1] is None


@pytest.mark.parametrize(
    "written",
    [
        "Interview 20 customers — result: 5 validated needs",
        "Run 3 workshops, result: 3 action plans",
        "Cut churn to 5%. Result: 20% fewer calls",
        "Ship the 2 guides, result: 4 weeks late",
        "Publish the audit — Result: missed",
        "Run 12 A/B tests; test result: 95% confidence",
        "Reach 40% — Expected result: 38%",
        "Close 50 deals — Results: 38 deals, 7 partners",
        "Close 50 deals in Key Result: 38",
        "访谈 20 位客户，预期结果：5 个需求",
        "举办 3 场活动，结果：4 份方案",
        "签约 50 家客户，测试结果：38",
    ],
)
def test_what_is_no_result_so_far(written: str) -> None:
    assert numbers(result_of(written))[1] is None


@pytest.mark.parametrize(
    ("words", "below", "current"),
    [
        ("Close 50 deals", "Result: 38", 38),
        ("Close 50 deals", "**Final result:** 38 (76%)", 38),
        ("签约 50 家客户", "结果：38家", 38),
        ("签约 50 家客户", "完成情况：38家", 38),
        ("签约 50 家客户", "实际结果：38家", None),
        ("签约 50 家客户", "进度：38家", 38),
        ("签约 50 家客户", "进度：76%", None),
        ("签约 50 家客户", "结果：推迟到下季度", None),
        ("签约 50 家客户", "备注：38", None),
        ("Close 50 deals", "Result: sales hired 2 people", None),
        ("Close 50 deals", "Progress: 38", None),
    ],
)
def test_results_below_statements(words: str, below: str, current: float | None) -> None:
    assert numbers(result_of(words, below)) == (50, current)


def test_a_column_of_results() -> None:
    table = "| KR | Target | Result |\n|---|---|---|\n| KR1 Sign-ups | 50 | 38 |\n| KR2 Deals | 9 | contract sent |"
    first, second = read_markdown(f"# OKRs Q1 2026\n\n## O1: Grow\n\n{table}\n").objectives[0].key_results
    assert numbers(first) == (50, 38)
    assert numbers(second) == (9, None)
    assert [(field.name, str(field.text)) for field in second.fields] == [("result", "contract sent")]


# How things stand, behind a dash


@pytest.mark.parametrize(
    ("written", "statement", "status", "share"),
    [
        ("Strategy is clear — Complete", "Strategy is clear", "Complete", []),
        ("Answers are fast - In Progress (70%)", "Answers are fast", "In Progress", ["70%"]),
        ("Answers are fast – In progress (~70%)", "Answers are fast", "In progress", ["70%"]),
        ("Answers are fast | On Track", "Answers are fast", "On Track", []),
        ("Answers are fast — At risk, 40%", "Answers are fast", "At risk", ["40%"]),
        ("Reach 40 towns - done", "Reach 40 towns", "done", []),
        ("Answers are fast - Not started (owner: Ana)", "Answers are fast", "Not started", []),
        ("战略清晰 —— 已完成", "战略清晰", "已完成", []),
        ("客户满意——进行中（70%）", "客户满意", "进行中", ["70%"]),
        ("客户满意 | 有风险", "客户满意", "有风险", []),
    ],
)
def test_status_behind_a_dash(written: str, statement: str, status: str, share: list[str]) -> None:
    objective = read_markdown(f"# OKRs Q1 2026\n\n## O1: {written}\n\n- KR1: 40 deals\n").objectives[0]
    assert (str(objective.text), str(objective.status)) == (statement, status)
    assert [field.text.value for field in objective.fields if field.name == "progress"] == share


@pytest.mark.parametrize(
    "statement",
    [
        "Every order moves from blocked - done",
        "Order flow: from not started — in progress",
        "Traffic lights go from red - green",
        "Get the whole product on track",
        "Security audit - complete",
        "Win-done",
        "Orders: fast, cheap, done",
        "Hybrid - on time",
        "All tickets — none blocked",
        "The market is ours - forever",
        "Roadmap 100% - Complete",
        "把所有任务从进行中 - 已完成",
        "客户从未开始——进行中",
        "让用户看见状态——已完成",
        "我们的产品——让人安心",
    ],
)
def test_words_behind_a_dash_that_are_no_status(statement: str) -> None:
    objective = read_markdown(f"# OKRs Q1 2026\n\n## O1: {statement}\n\n- KR1: 40 deals\n").objectives[0]
    assert (str(objective.text), objective.status) == (statement, None)


# As it is written


@pytest.mark.parametrize(
    ("line", "raw"),
    [
        ("Status: **On track** — two teams left", "**On track** — two teams left"),
        ("Status: `on track` since May", "`on track` since May"),
        ("Status: two teams **left**", "two teams **left**"),
        ("Status: **On track**", "On track"),
        ("Status: on *track*, by far", "on *track*, by far"),
        ("Status: 2 * 3 teams", "2 * 3 teams"),
        ("状态：**有风险**，等供应商", "**有风险**，等供应商"),
    ],
)
def test_words_are_kept_with_both_marks(line: str, raw: str) -> None:
    status = result_of("40 deals", line).status
    assert status is not None
    assert status.raw == raw


def test_numbers_are_kept_with_both_marks() -> None:
    metric = result_of("Close **40** deals").metric
    assert metric is not None
    assert metric.target is not None
    assert (metric.target.raw, metric.target.value) == ("**40** deals", 40)
    worded = result_of("Rollback works", "Target: `kml rollback` working").metric
    assert worded is not None
    assert worded.target is not None
    assert worded.target.raw == "`kml rollback` working"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ('Status: `$= dv.pages("#task").length > 0 ? "🟢 On Track" : "🟡 At risk"`', None),
        ("Status: `= this.status`", None),
        ("Status: `=choice(done, 1, 2)`", None),
        ("状态：`= this.状态`", None),
        ("Status: `on track`", "on track"),
        ("Status: `=5`", "=5"),
        ("Status: = same as last week", "= same as last week"),
    ],
)
def test_what_is_computed_is_no_value(line: str, status: str | None) -> None:
    found = result_of("40 deals", line).status
    assert (found.value if found else None) == status


# Titles between


PLAIN = """Q1 2024 OKR report
Objective 1: Increase product adoption.
Key Result 1.1: Achieve 10,000 active users across all of our regions.
{result}
{title}
Objective 2: Grow revenue.
Key Result 2.1: Close 50 deals
"""
CHINESE = """2024年Q1 OKR
目标1：让产品被更多人使用
关键结果1.1：月活用户达到10000人，覆盖全部大区，并且连续三个月保持住
{result}
{title}
目标2：收入增长
关键结果2.1：签约50家客户
"""


@pytest.mark.parametrize(
    ("text", "result", "title"),
    [
        (PLAIN, "Launch 3 features", "Sales OKR report"),
        (PLAIN, "Launch 3 features — Result: 2 launched (67% complete).", "Sales OKR report"),
        (PLAIN, "Launch 3 new features for all the people that use us now.", "Q1 2024 Sales OKR Performance."),
        (PLAIN, "Launch 3 features", "Customer Success OKRs (Q2 2024)"),
        (PLAIN, "Launch 3 new features for all the people that use us now.", "Q2 2024"),
        (CHINESE, "上线3个功能，覆盖全部大区，并且连续三个月没有出现一次重大的事故。", "销售部OKR"),
        (CHINESE, "上线3个功能，覆盖全部大区，并且连续三个月没有出现一次重大的事故。", "2024年Q2销售部OKR总结"),
    ],
)
def test_a_title_above_the_next_objective_is_no_part_of_a_key_result(text: str, result: str, title: str) -> None:
    label = "Key Result 1.2: " if text is PLAIN else "关键结果1.2："
    first, second = read_markdown(text.format(result=label + result, title=title)).objectives
    assert title not in str(first.key_results[1].text)
    assert len(second.key_results) == 1


@pytest.mark.parametrize(
    ("text", "result", "last"),
    [
        (PLAIN, "Publish the page that tells all our new people all of", "the OKR report"),
        (PLAIN, "Publish in each quarter a short and a really honest", "OKR report"),
        (PLAIN, "Teams use the tools that we pay for, such as", "Slack and OKR Review meetings are held in Q2"),
        (PLAIN, "Each of our teams writes before its first review the", "OKR summary"),
        (CHINESE, "每个季度向全体员工公开发布由各部门负责人签字的", "研发部OKR总结"),
        (CHINESE, "每个季度向全体员工公开发布由各部门负责人签字并", "在2024年Q2的OKR总结里写明进展"),
    ],
)
def test_the_last_line_of_a_sentence_is_no_title(text: str, result: str, last: str) -> None:
    label = "Key Result 1.2: " if text is PLAIN else "关键结果1.2："
    first, _ = read_markdown(text.format(result=label + result, title=last)).objectives
    assert str(first.key_results[1].text).endswith(last)
