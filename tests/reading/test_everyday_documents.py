"""Documents as they lie around in companies: notices, minutes, pasted pages, closed quarters; and what is no OKR."""

import pytest
from golden import facts, read_markdown, statements

from okrlint.reading.interface import ReadingOptions
from okrlint.reading.json.reader import JsonReader
from okrlint.reading.source import Source
from okrlint.reading.yaml.reader import YamlReader

LAYOUTS = {
    "objectives that only the name of their key results gives away, several in a row": (
        """
        Data Science OKR Examples

        Browse the list and learn more.

        Improve our fraud detection

        Key results:

        - Increase the AUC by 20%

        Improve the metadata of our tables

        Key results:

        - 50% more columns with descriptions
        """,
        ["O Improve our fraud detection", "- KR Increase the AUC by 20%", "O Improve the metadata of our tables",
         "- KR 50% more columns with descriptions"],
    ),
    "bold key results, each with a list that tells more": (
        """
        ## Objective: Get sailors to book on the web

        ### Key Results
        **The booking app is the reference for all harbours**
          - Simplified and improved
          - Documentation exists

        **Get the harbour map released**

        - Working on tablets
        """,
        ["O Get sailors to book on the web", "- KR The booking app is the reference for all harbours",
         "- KR Get the harbour map released"],
    ),
    "several key results in one cell, with dots or wide colons between": (
        """
        | Objective | Key Results |
        |---|---|
        | Ship faster | KR1: Phase ≤ 1.5h · KR2: Rework ≤ 30% · KR3: Zero rollbacks |
        | 错误可演示 | KR1：映射齐全 KR2：作业 D 完成 |
        """,
        ["O Ship faster", "- KR1 Phase ≤ 1.5h", "- KR2 Rework ≤ 30%", "- KR3 Zero rollbacks", "O 错误可演示",
         "- KR1 映射齐全", "- KR2 作业 D 完成"],
    ),
    "key results below headings that name objectives of a list": (
        """
        ## Objectives

        - O1: Ship all features
        - O2: Gather 100 pages

        ## Key Results

        ### O1 → All features

        | KR | Target | Current |
        |---|---|---|
        | KR1.1 Editor | 100% | 90% |

        ### O2 → 100 pages

        | KR | Target | Current |
        |---|---|---|
        | KR2.1 Design | 30 | 12 |
        """,
        ["O1 Ship all features", "- KR1.1 Editor", "O2 Gather 100 pages", "- KR2.1 Design"],
    ),
    "statements in the column of targets, of which one has two amounts": (
        """
        ### Objective 1: Ship a reliable map

        | Key Result | Target | Measure |
        |---|---|---|
        | KR 1.1 | All harbours promoted to production | Board |
        | KR 1.2 | Zero stops lasting more than 24 hours | Monitor by daily runs |
        """,
        ["Objective 1 Ship a reliable map", "- KR 1.1 All harbours promoted to production",
         "- KR 1.2 Zero stops lasting more than 24 hours"],
    ),
    "key results behind arrows": (
        """
        # OKRs (Quarter 1)

        - **O1:** Ship the booking → _KR:_ 5 critical runbooks, queries under 2 s
        - **O2:** Trust → KR: zero critical faults
        """,
        ["O1 Ship the booking", "- KR 5 critical runbooks, queries under 2 s", "O2 Trust", "- KR zero critical faults"],
    ),
    "targets below key results that are headings": (
        """
        ## Objective: 提升代码质量

        ### KR1: 错误数降至 0
        - 当前: 45
        - 目标: 0

        ### KR2: 新代码首次通过率 > 90%
        - 当前: 75%
        - 目标: 90%
        """,
        ["O 提升代码质量", "- KR1 错误数降至 0", "- KR2 新代码首次通过率 > 90%"],
    ),
    "key results that are spoken of below": (
        """
        O：提高测试水平

        KR1：每周组织一场测试培训

        KR2：覆盖数达到95%

        案例分析：

        KR1：每周组织一次测试培训，是过程而非结果。

        KR2：覆盖数达到95%，是有效的关键结果。
        """,
        ["O 提高测试水平", "- KR1 每周组织一场测试培训", "- KR2 覆盖数达到95%"],
    ),
    "boxes to tick below the names of groups": (
        """
        # Notepad Objectives and Key Results

        ## Objective

        Make notes that nobody can lose.

        ## Key Results

        - Features
          - [ ] Notes are private
          - [x] Notes have versions
        - Robustness
          - [ ] Ten people write at once
        """,
        ["O Make notes that nobody can lose.", "- KR Notes are private", "- KR Notes have versions",
         "- KR Ten people write at once"],
    ),
    "bold names without a colon, below headings that are steps": (
        """
        # 看板输出 OKR

        ## 阶段1: 搭建框架
        **Objective** 让输出模块可以独立演进
        - KR1: 创建基类
        - KR2: 补齐测试

        ## 阶段2: 迁移
        **目标** 让旧代码全部退场
        - KR1: 迁移逻辑
        """,
        ["O 让输出模块可以独立演进", "- KR1 创建基类", "- KR2 补齐测试", "O 让旧代码全部退场", "- KR1 迁移逻辑"],
    ),
    "one objective behind its name in the plural": (
        """
        eg.
        Objectives：增强用户体验

        Key Results：

        1）操作步骤减少20%以上

        2）工单减少40%以上
        """,
        ["O 增强用户体验", "- KR 操作步骤减少20%以上", "- KR 工单减少40%以上"],
    ),
    "labelled key results below their name, in a document whose title is the objective": (
        """
        # 测试与上线自闭环

        为每条需求产出测试报告与上线记录。

        ## 关键结果（2 项）

        - KR1: 每条需求产出测试报告
        - KR2: 上线可回滚
        """,
        ["O 测试与上线自闭环", "- KR1 每条需求产出测试报告", "- KR2 上线可回滚"],
    ),
    "a box with the number of what follows, and a label twice": (
        """
        ### Objective 2: Ship without fear
        **Key Results:**
        - [ ] KR1] KR1: Cycle time < 5 minutes
        - [2] KR2: Preview < 3 minutes
        """,
        ["Objective 2 Ship without fear", "- KR1 Cycle time < 5 minutes", "- KR2 Preview < 3 minutes"],
    ),
    "a notice, whose numbered lines hold the lists below them": (
        """
        # 关于下达2026年度OKR的通知

        一、目标（O1）：建成统一的数据底座

        关键结果：

        1. 数据接入率达到100%（6月30日前，责任人：夏明）

        二、O2：保障系统安全

        关键结果：

        （1）高危漏洞修复率100%；

        三、工作要求

        （一）加强领导。
        """,
        ["O1 建成统一的数据底座", "- KR 数据接入率达到100%", "O2 保障系统安全",
         "- KR 高危漏洞修复率100%；"],
    ),
    "key results in lists of their own, each for an objective by its number": (
        """
        Objectives:

        1. A design system that people choose to use
        2. Research that reaches decisions

        Key Results for Objective 1:

        - 80% of new screens built from system components
        - Component bugs from 45 to 10

        Key Results for Objective 2:

        - 12 studies shared
        - 70% of managers attended a session
        """,
        ["O A design system that people choose to use", "- KR 80% of new screens built from system components",
         "- KR Component bugs from 45 to 10", "O Research that reaches decisions", "- KR 12 studies shared",
         "- KR 70% of managers attended a session"],
    ),
    "a nested list below the word alone": (
        """
        Objectives:

        - Make onboarding effortless
          - 80% of new users finish set-up in one day
          - Tickets per new user from 1.4 to 0.5
        """,
        ["O Make onboarding effortless", "- KR 80% of new users finish set-up in one day",
         "- KR Tickets per new user from 1.4 to 0.5"],
    ),
    "a period with its days": (
        """
        # Company OKRs

        ## Q3 2026 (July 1 - September 30)

        ### 1. Become the default choice for small clinics

        1. 120 clinics on a paid plan (from 74)
        2. Net revenue retention at 108%

        ## Past quarters

        - Q2 2026
        - Q1 2026
        """,
        ["O Become the default choice for small clinics", "- KR 120 clinics on a paid plan (from 74)",
         "- KR Net revenue retention at 108%"],
    ),
    "labels in brackets": (
        """
        【O】养成运动习惯
        【KR1】跑步 80 公里
        【KR2】体脂率从 24% 降到 21%
        """,
        ["O 养成运动习惯", "- KR1 跑步 80 公里", "- KR2 体脂率从 24% 降到 21%"],
    ),
    "a template's name for the statement": (
        """
        # OKRs Q2 2026

        ### Objective 1

        **Objective statement:** Be easy to integrate with

        **Key results:**

        1. Integration time from 6 weeks to 10 days
        """,
        ["O Be easy to integrate with", "- KR Integration time from 6 weeks to 10 days"],
    ),
    "key results that are numbered below the same paragraph": (
        """
        # OKRs

        O1. Give every shelter a working website
            1.1 60 shelters launched
            1.2 Median cost per site from $900 to $350
        """,
        ["O1 Give every shelter a working website", "- KR 60 shelters launched",
         "- KR Median cost per site from $900 to $350"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_what_a_person_reads(text: str, expected: list[str]):
    assert statements(read_markdown(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Objectives:\n\n- Availability\n  - 99.9% of requests answered\n- Support\n  - Escalate after 48 hours\n",
        "# Key dates\n\n- (4/4) kick-off\n- (6/30) close\n\n## Objectives\n\n- Improve the docs\n",
        "# Time\n\nO（Overhead，負擔）：會議、文書\n",
        "# Time\n\nO (Overhead): keep it under 20%\n\nL (Leverage): think\n",
        "# Notes\n\n**Objective** of the meeting\n\n- Agree on 3 dates\n",
        "# OKR 指引\n\n**Objective（目標）**：定性、可理解。\n\n- 好的 O：「讓新用戶喜歡」\n",
        "# Notes\n\n我将会(Objective)\n通过(Key Results)来衡量\n",
        "# Notes\n\nHere are my plans for Q3 2026: Rome, Oslo.\n\n- Walk 10 km a day\n",
        "# Design\n\n## Objectives\n\n- Lower latency\n  - p95 from 300 to 100 ms\n- Lower cost\n  - keep it simple\n",
    ],
)
def test_what_is_no_okr_gives_nothing(text: str):
    assert not read_markdown(text).objectives


def test_a_closed_quarter_has_its_scores():
    document = read_markdown(
        """
        ## Q1 2026 (closed)

        ### O1: Win the mid-market – 0.7
        - KR1: Close 40 deals – 0.8 (32 closed)
        - KR2: Average deal from €18k to €25k – 0.6
        - KR3: Error rate from 0.9 – 0.95
        """
    )
    (objective,) = document.objectives
    assert statements(document)[:3] == [
        "O1 Win the mid-market", "- KR1 Close 40 deals", "- KR2 Average deal from €18k to €25k",
    ]  # fmt: skip
    assert [item.score.value if item.score else None for item in (objective, *objective.key_results)] == [
        0.7, 0.8, 0.6, None,
    ]  # fmt: skip


def test_columns_named_in_two_languages():
    document = read_markdown(
        """
        | 目标 Objective | 关键结果 Key Result | 负责人 Owner | 截止日期 Due Date | 信心值 Confidence |
        |---|---|---|---|---|
        | 拓展东南亚市场 | 签约 12 家分销商 | 黄志强 | 2026-05-31 | 60% |
        """
    )
    assert facts(document.objectives[0].key_results[0]) == {
        "owners": ["黄志强"], "due": "2026-05-31", "confidence": 0.6, "target": 12,
    }  # fmt: skip


def test_a_row_with_several_key_results_is_about_the_objective():
    document = read_markdown(
        """
        | Objective | Key Results | Owner | Status |
        |---|---|---|---|
        | Make deploys boring | 1. Lead time from 2 days to 4 hours<br>2. Failure rate below 5% | Ingrid | On track |
        """
    )
    (objective,) = document.objectives
    assert facts(objective) == {"owners": ["Ingrid"]}
    assert str(objective.status) == "On track"
    assert [facts(result)["inherited_owners"] for result in objective.key_results] == [["Ingrid"], ["Ingrid"]]


def test_shares_and_kinds_between_label_and_statement():
    document = read_markdown(
        """
        # OKRs

        ## O1 (60%) People come back the next morning
        - KR1 (50%) D1 retention from 31% to 40%
        - KR2 (50%) Push opt-in from 38% to 55%

        ## O2 (Aspirational): Invites feel like gifts
        - KR1: 25% of new users arrive by invite
        """
    )
    first, second = document.objectives
    assert [result.weight and result.weight.value for result in first.key_results] == [0.5, 0.5]
    assert (first.text.value, second.kind) == ("People come back the next morning", "aspirational")


@pytest.mark.parametrize(
    ("line", "cycle"),
    [
        ("以下是我们 2026 年 Q3 的 OKR，请大家查阅。", "2026-Q3"),
        ("Below is what we committed to for **Q3 2026**.", "2026-Q3"),
        ("We began with OKRs in Q3 2024.", None),
    ],
)
def test_a_line_that_announces_the_okrs_tells_their_cycle(line: str, cycle: str | None):
    document = read_markdown(f"{line}\n\nO1: Payroll without surprises\n- KR1: Corrections from 31 to 6\n")
    assert (document.cycle.value if document.cycle else None) == cycle
    assert document.cycle is None or document.cycle.place == "text"
    assert not document.fields


def test_sections_side_by_side_are_teams_where_numbers_begin_anew():
    document = read_markdown(
        """
        # Company OKRs 2026 Q2

        ## Engineering
        **Objective 1:** Ship without fear
        - **KR 1:** Failure rate under 8%

        ## Sales
        **Objective 1:** Open the south
        - **KR 1:** 15 customers
        """
    )
    assert [str(objective.team) for objective in document.objectives] == ["Engineering", "Sales"]


@pytest.mark.parametrize(
    ("title", "team"),
    [("2026 年第三季 OKR（行銷部）", "行銷部"), ("Q3 OKRs (Team Koala)", "Team Koala"), ("Q3 OKRs (draft)", None)],
)
def test_a_team_in_parentheses(title: str, team: str | None):
    document = read_markdown(f"# {title}\n\n## O1: Fly\n- KR1: 5 flights\n")
    assert (str(document.team) if document.team else None) == team


def test_objectives_with_mere_results_need_a_cycle():
    text = "- objective: Make returns rare\n  quarter: Q2 2026\n  results:\n    - Return rate from 7.5% to 4%\n"
    document = YamlReader().read(Source(text, "plan.yaml"), ReadingOptions())
    assert statements(document) == ["O Make returns rare", "- KR Return rate from 7.5% to 4%"]
    experiment = text.replace("  quarter: Q2 2026\n", "  owner: lab\n")
    assert not YamlReader().read(Source(experiment, "runs.yaml"), ReadingOptions()).objectives


def test_items_told_apart_by_their_type():
    text = """[{"type": "objective", "name": "Decide well", "children": [
        {"type": "key_result", "name": "Meeting hours from 14 to 8", "goal": "8 hours"}]}]"""
    document = JsonReader().read(Source(text, "okr.json"), ReadingOptions())
    assert statements(document) == ["O Decide well", "- KR Meeting hours from 14 to 8"]
    assert facts(document.objectives[0].key_results[0])["target"] == 8


def test_headings_that_all_end_in_okrs_are_teams():
    document = read_markdown(
        """
        # All OKRs

        ## Finance OKRs – Q3 2026
        **Objective:** Close faster than the news
        - Days to close from 7 to 4

        ## Legal OKRs – Q3 2026
        **Objective:** Contracts at the speed of sales
        - Review time from 6 to 2 days
        """
    )
    assert [str(objective.team) for objective in document.objectives] == ["Finance", "Legal"]
