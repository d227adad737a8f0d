"""What documents say of themselves in their own words: when they are for, whose they are; and fields as questions."""

import pytest
from golden import read_markdown

from okrlint.model import Document, KeyResult
from okrlint.reading.fields import leading_field


def headed(line: str, title: str = "Our goals") -> Document:
    return read_markdown(f"# {title}\n\n{line}\n\n## O1: Make customers stay\n\n- KR1: Give 4 talks\n")


@pytest.mark.parametrize(
    "line",
    [
        "**Timeline:** Q2 2026",
        "**Horizon:** Q2 2026",
        "**Duration:** 12 weeks (Apr–Jun 2026)",
        "**Dates:** 2026-04-01 to 2026-06-30",
        "**OKR Period:** Q2 2026",
        "- OKR周期：2026年Q2",
        "时间：2026年4月1日至6月30日",
        "期间：2026年4月-6月",
        "时间周期：2026年Q2",
        "**Planning Period:** Q2 2026",
        "Planning Period: Year 1 (April - June 2026)",
        "Planning cycle: Q2 2026 (Apr 1 - Jun 30)",
        "规划周期：2026年Q2",
        "执行周期：2026年4月1日至6月30日",
        "| Field | Value |\n|---|---|\n| **Planning Period** | Q2 2026 (Apr 1 - Jun 30) |\n| **Owner** | VP Product |",
    ],
)
def test_lines_that_state_the_cycle(line: str) -> None:
    cycle = headed(line).cycle
    assert cycle is not None
    assert (str(cycle.start), str(cycle.end)) == ("2026-04-01", "2026-06-30")


@pytest.mark.parametrize(
    "line",
    [
        "**Duration:** 30 minutes",
        "**Timeline:** 6 weeks",
        "**Timeline:** Q2 2026 for the beta, Q3 2026 for all",
        "**Horizon:** long term",
        "**Dates:** 5 May 2026",
        "时间：周五下午3点",
        "期间：待定",
        "OKR Owner: Ana",
    ],
)
def test_lines_about_other_times(line: str) -> None:
    assert headed(line).cycle is None


@pytest.mark.parametrize("line", ["OKR Owner: Ana", "**OKR Owner:** Ana", "OKR 负责人：Ana", "- OKR Owner: Ana"])
def test_whose_okrs_they_are(line: str) -> None:
    assert [owner.value for owner in headed(line).owners] == ["Ana"]
    under = read_markdown(f"# OKRs\n\n## O1: Make customers stay\n\n{line}\n\n- KR1: Give 4 talks\n")
    assert [owner.value for owner in under.objectives[0].owners] == ["Ana"]


@pytest.mark.parametrize("line", ["OKR Review: Ana", "OKR Owners meet on Monday", "OKR 复盘：Ana", "OKR: Ana"])
def test_lines_on_okrs_that_name_no_owner(line: str) -> None:
    assert headed(line).owners == ()


@pytest.mark.parametrize("title", ["OKRs for the rest of 2026", "Rest of 2026: OKRs", "2026年剩余时间 OKR"])
def test_the_rest_of_a_year(title: str) -> None:
    cycle = headed("", title).cycle
    assert cycle is not None
    assert (cycle.start, str(cycle.end)) == (None, "2026-12-31")


@pytest.mark.parametrize("title", ["OKRs for the rest of us", "The rest of 2026-Q2 OKRs"])
def test_the_rest_of_something_else(title: str) -> None:
    cycle = headed("", title).cycle
    assert cycle is None or cycle.start is not None


@pytest.mark.parametrize("line", ["2026年第二季度OKR：", "2026 Q2 OKRs:"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_first_line_that_announces_okrs(line: str, gap: str) -> None:
    cycle = read_markdown(f"{line}{gap}O1: 打造学习型团队\nKR1: 组织4次分享\n", "plan.txt").cycle
    assert cycle is not None
    assert str(cycle.end) == "2026-06-30"


def of_result(line: str, title: str = "OKR 2026") -> KeyResult:
    text = f"# {title}\n\n## O1: Make customers stay\n\n- KR1: Give 4 talks\n  - {line}\n"
    return read_markdown(text).objectives[0].key_results[0]


@pytest.mark.parametrize(("line", "due"), [("时间：5月", "2026-05-31"), ("Timeline: Q2 2026", "2026-06-30")])
def test_the_time_of_a_key_result_is_its_deadline(line: str, due: str) -> None:
    result = of_result(line)
    assert result.deadline is not None
    assert (str(result.deadline.value), result.deadline_inherited) == (due, False)


def test_the_whole_cycle_is_no_deadline_of_its_own() -> None:
    assert of_result("周期：2026年").deadline_inherited


# Questions


@pytest.mark.parametrize(
    ("line", "done"),
    [
        ("Done? ✅", True),
        ("Done? No", False),
        ("**Done?** ✔️", True),
        ("完成？✅", True),
        ("完成？❌", False),
        ("完成？ 是", True),
    ],
)
def test_fields_that_ask_whether_something_is_done(line: str, done: bool) -> None:
    assert of_result(line).done is done


def test_other_fields_that_ask() -> None:
    result = of_result("谁负责？张三\n  - 信心？7/10\n  - Status? On track")
    assert [owner.value for owner in result.owners] == ["张三"]
    assert (result.confidence and result.confidence.value, str(result.status)) == (0.7, "On track")


@pytest.mark.parametrize(
    "line",
    [
        "Done? Then celebrate",
        "Owner? Not decided yet",
        "Who? Nobody",
        "Status? What do we know about it",
        "Goal? Be the best",
        "完成？还没想好",
        "Why? Because users ask",
        "Really? ✅",
    ],
)
def test_questions_that_are_no_fields(line: str) -> None:
    assert leading_field(line) is None


# Headings


@pytest.mark.parametrize(
    "heading",
    [
        "如何制定团队目标",
        "怎样写好部门OKR",
        "写好部门OKR",
        "为什么需要团队",
        "How to write team OKRs",
        "What we expect of the team",
    ],
)
def test_headings_that_ask_or_tell_how_name_no_team(heading: str) -> None:
    text = f"# OKR 2026 Q2\n\n## {heading}\n\n### O1: 打造学习型团队\n\n- KR1: 组织4次分享\n"
    document = read_markdown(text)
    assert document.team is None
    assert all(objective.team is None for objective in document.objectives)


@pytest.mark.parametrize(
    ("heading", "team"),
    [
        ("增长团队目标", "增长团队"),
        ("培训部 OKR", "培训部"),
        ("优化组 OKR", "优化组"),
        ("Training team OKRs", "Training team"),
        ("Set-piece team", "Set-piece team"),
    ],
)
def test_headings_that_name_a_team(heading: str, team: str) -> None:
    text = f"# OKR 2026 Q2\n\n## {heading}\n\n### O1: 打造学习型团队\n\n- KR1: 组织4次分享\n"
    assert str(read_markdown(text).team) == team


def test_headings_that_are_usual_names_of_departments_are_teams() -> None:
    document = read_markdown(
        "# Q1 2026 OKRs\n\n## Engineering\n\nObjective 1: Stable releases\n\n- KR1: 5 flaky runs\n\n"
        "## Growth & Ops\n\nObjective: Pilots love it\n\n- KR1: 4 pilots\n\n"
        "## 市场部\n\n目标：让更多人知道我们\n\n- KR1：访问从1万到3万\n"
    )
    assert [str(each.team) for each in document.objectives] == ["Engineering", "Growth & Ops", "市场部"]


def test_themes_of_somebodys_year_are_no_teams() -> None:
    document = read_markdown(
        "# My OKRs 2026\n\n## Growth\n\nObjective: Learn every day\n\n- KR1: 12 books\n\n"
        "## Fitness\n\nObjective: Be fit\n\n- KR1: 3 races\n\n## Music\n\nObjective: Play well\n\n- KR1: 2 gigs\n"
    )
    assert [each.team for each in document.objectives] == [None, None, None]


@pytest.mark.parametrize(
    "line",
    [
        "Planning period: 15-30 June 2026",
        "Planning Period: June 15–30, 2026",
        "Planning period: 2026-06-01 to 2026-06-20",
        "Planned by: June 2026",
        "规划周期：2026年6月1日至15日",
        "Plan: Q2 2026",
    ],
)
def test_when_plans_are_made_is_no_cycle(line: str) -> None:
    assert headed(line).cycle is None


@pytest.mark.parametrize(
    ("title", "team"),
    [
        ("Team Goals & OKRs - Q1 2026", None),
        ("Team Objectives and OKRs - Q1 2026", None),
        ("Team Objectives and Key Results - Q1 2026", None),
        ("Team Key Results Q1 2026", None),
        ("Team Goals - Q1 2026", None),
        ("Team plan & OKRs Q1 2026", None),
        ("Team performance - Q1 2026", None),
        ("团队目标与OKR 2026 Q1", None),
        ("Growth Team Goals & OKRs - Q1 2026", "Growth Team"),
        ("Growth Team Objectives and Key Results (Q1 2026)", "Growth Team"),
        ("Team Rocket OKRs Q1 2026", "Team Rocket"),
        ("Team Growth and Sales - Q1 2026 OKRs", "Team Growth and Sales"),
        ("Goals & OKRs: Team Blue - Q1 2026", "Team Blue"),
        ("Team Key Accounts OKRs Q1 2026", "Team Key Accounts"),
        ("增长团队目标与OKR 2026 Q1", "增长团队"),
    ],
)
def test_teams_and_what_is_theirs_in_titles(title: str, team: str | None) -> None:
    found = headed("Some words", title=title).team
    assert (found.value if found else None) == team
