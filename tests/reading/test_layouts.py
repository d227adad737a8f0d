"""What counts as an objective and as a key result, in the layouts that people write, and what does not."""

import time
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.model import Document, KeyResult, Objective
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.markdown.reader import MarkdownReader
from okrlint.reading.source import Source


def read(text: str, path: str = "team.md") -> Document:
    return MarkdownReader().read(Source(text, path), ReadingOptions())


def document(text: str, path: str = "team.md") -> Document:
    return read(dedent(text).lstrip("\n"), path)


def outline(found: Document) -> list[str]:
    """One line for each item: its label, its statement."""
    lines = []
    for objective in found.objectives:
        lines.append(f"{objective.label or 'O'} {objective.text.value}")
        lines.extend(f"- {result.label or 'KR'} {result.text.value}" for result in objective.key_results)
    return lines


def items(found: Document) -> list[Objective | KeyResult]:
    return [item for objective in found.objectives for item in (objective, *objective.key_results)]


LAYOUTS = {
    "headings and labelled bullets": (
        """
        # 2026 OKR
        ## O1：让新用户第一周就离不开我们
        - KR1：次日留存率从 31% 提升到 45%
        - **KR1.2:** 首周付费转化率 3.5%
        ## O2: Second
        * KR: one thing
        """,
        [
            "O1 让新用户第一周就离不开我们", "- KR1 次日留存率从 31% 提升到 45%", "- KR1.2 首周付费转化率 3.5%",
            "O2 Second", "- KR one thing",
        ],
    ),
    "labelled heading, plain numbers": (
        """
        # OKRs
        ### Objective 1 — Make deploys boring
        1. Lead time from 48h to 8h
        2. Change failure rate below 5%
        """,
        ["Objective 1 Make deploys boring", "- KR Lead time from 48h to 8h", "- KR Change failure rate below 5%"],
    ),
    "statement below the heading, key results in a section of their own": (
        """
        ## Objective 1
        **Make deploys boring.**

        More about it in a sentence.

        ### Key Results
        - Lead time from 48h to 8h
          - in all services
        - Failure rate below 5%
        """,
        ["Objective 1 Make deploys boring.", "- KR Lead time from 48h to 8h", "- KR Failure rate below 5%"],
    ),
    "objective and key results under sister headings": (
        """
        # 一季度
        ## 目标 (Objective)
        > 让客户主动推荐我们
        ## 关键结果 (Key Results)
        1. NPS 达到 45
        2. 转介绍占比 15%
        ## 附录
        - 名词解释
        """,
        ["O 让客户主动推荐我们", "- KR NPS 达到 45", "- KR 转介绍占比 15%"],
    ),
    "a label line over the list, other lists after it": (
        """
        ### Objective 1: Make deploys boring
        **Key Results:**
        1. Lead time 8h
        2. Failure rate 5%

        **Applies to:** all services
        - web
        - batch
        """,
        ["Objective 1 Make deploys boring", "- KR Lead time 8h", "- KR Failure rate 5%"],
    ),
    "key results as headings": (
        """
        ## O1 让新手三分钟上手
        ### KR1 完成率提升到 80%
        - [ ] 做引导
        ### KR2
        > 首单时间从 10 分钟降到 3 分钟
        - **状态：** 进行中
        # Progress in May
        ### KR1: 60%
        """,
        ["O1 让新手三分钟上手", "- KR1 完成率提升到 80%", "- KR2 首单时间从 10 分钟降到 3 分钟"],
    ),
    "nested list with code labels": (
        """
        - `O-1` **降低测试门槛**
          - `KR-1-1` 完成教程文档
            - 参考样例
          - `KR-1-2` 覆盖 3 个团队
        - `O-2` **提高效率**
          - `KR-2-1` 一键部署
        """,
        ["O-1 降低测试门槛", "- KR-1-1 完成教程文档", "- KR-1-2 覆盖 3 个团队", "O-2 提高效率", "- KR-2-1 一键部署"],
    ),
    "flat lines, both colons": (
        """
        O: Grow the community
        KR: 500 members
        KR: 50 talks

        O：第二个目标
        - KR：达到 100 万
        """,
        ["O Grow the community", "- KR 500 members", "- KR 50 talks", "O 第二个目标", "- KR 达到 100 万"],
    ),
    "flat lines without separators": (
        """
        # 2026年OKR

        O1 成为客户首选
        KR1 复购率从 18% 升至 26%
        KR2 客诉率低于 0.3%
        O2 打造学习型组织
        KR1 人均培训 40 小时
        """,
        ["O1 成为客户首选", "- KR1 复购率从 18% 升至 26%", "- KR2 客诉率低于 0.3%",
         "O2 打造学习型组织", "- KR1 人均培训 40 小时"],
    ),
    "bold lines": (
        """
        **O1: 提升交付速度**

        **KR1**: 平均交付周期从 14 天降到 7 天

        **O2: 提升质量**
        **KR1**: 线上缺陷率下降 50%
        """,
        ["O1 提升交付速度", "- KR1 平均交付周期从 14 天降到 7 天", "O2 提升质量", "- KR1 线上缺陷率下降 50%"],
    ),
    "a table with a row for each key result": (
        """
        ### O1：成为首选
        | KR | 当前 | 目标 | 期限 |
        |----|------|------|------|
        | KR1.1 安装量 | 0 | 10,000 | 6月 |
        | KR1.2 转化率 | 未知 | >40% | 6月 |
        """,
        ["O1 成为首选", "- KR1.1 安装量", "- KR1.2 转化率"],
    ),
    "a table whose statements stand beside the labels": (
        """
        ### Objective
        Be the tool to trust
        ### Key Results
        | KR | Target |
        |----|--------|
        | **KR 1** | 90% precision |
        | **KR 2** | 85% recall |
        """,
        ["O Be the tool to trust", "- KR 1 90% precision", "- KR 2 85% recall"],
    ),
    "one table for all": (
        """
        | Objective | Key Result | Owner |
        |---|---|---|
        | Win the market | Share from 10% to 20% | Ana |
        | | NPS 45 | Bo |
        | Ship quality | 1. Zero Sev1 <br>2. Coverage 80% | Chen |
        """,
        ["O Win the market", "- KR Share from 10% to 20%", "- KR NPS 45",
         "O Ship quality", "- KR Zero Sev1", "- KR Coverage 80%"],
    ),
    "objective rows in bold": (
        """
        | OKR | 内容 | 负责人 |
        |---|---|---|
        | **O1** | 让客户放心 | 张三 |
        | KR1 | 投诉率降到 1% | 李四 |
        | **O2** | 让员工开心 | 赵六 |
        | KR1 | 离职率 5% | 钱七 |
        """,
        ["O1 让客户放心", "- KR1 投诉率降到 1%", "O2 让员工开心", "- KR1 离职率 5%"],
    ),
    "a table with a field in each row": (
        """
        | 字段 | 内容 |
        |---|---|
        | 目标 | 让客户离不开我们 |
        | KR1 | 续费率从 70% 提升到 85% |
        | KR2 | NPS 达到 50 |
        """,
        ["O 让客户离不开我们", "- KR1 续费率从 70% 提升到 85%", "- KR2 NPS 达到 50"],
    ),
    "a table in HTML": (
        """
        <table>
        <tr><th>Objective</th><th>Key Result</th></tr>
        <tr><td rowspan="2">Win the market</td><td>Share 20%</td></tr>
        <tr><td>NPS 45</td></tr>
        </table>
        """,
        ["O Win the market", "- KR Share 20%", "- KR NPS 45"],
    ),
    "details": (
        """
        <details>
        <summary>O1: Grow the base</summary>

        - KR1: 5 deals

        </details>
        """,
        ["O1 Grow the base", "- KR1 5 deals"],
    ),
    "objectives below key results": (
        """
        ## O1：提升留存
        - KR1：周留存 30%
          - O1.1：让老用户回来
            - KR1：召回 1 万人
        """,
        ["O1 提升留存", "- KR1 周留存 30%", "O1.1 让老用户回来", "- KR1 召回 1 万人"],
    ),
    "goals that are no objectives beside objectives that are": (
        """
        # OKR
        ## Goals
        - be good
        - be great

        ## Objective 1: Win
        - KR1: 5 deals
        """,
        ["Objective 1 Win", "- KR1 5 deals"],
    ),
    "a table of grades": (
        """
        ## 年度OKR
        ### 健康
        条目 | 1.0 | 0.7 | 0.3
        :---:|:---:|:---:|:---:
        跑步 | 1000公里 | 700公里 | 300公里
        """,
        ["O 健康", "- KR 跑步"],
    ),
    "roles answer for objectives": (
        """
        # Q3 2026 OKRs
        ### 1. CEO: Grow revenue
        1. **CEO KR:** Reach $5M ARR => 80%
            1. **VP, Field Sales: Build the pipeline**
                1. VP Field Sales KR: Pipeline at 2x target
        """,
        ["O Grow revenue", "- KR Reach $5M ARR", "O Build the pipeline", "- KR Pipeline at 2x target"],
    ),
    "traditional Chinese": (
        """
        ## 目標一：讓客戶主動推薦我們
        - 關鍵結果 1：淨推薦值由３０提升至４５
        ## 目標二、打造一流團隊
        - 關鍵結果１：離職率降到 5%
        """,
        ["目標一 讓客戶主動推薦我們", "- 關鍵結果 1 淨推薦值由３０提升至４５",
         "目標二 打造一流團隊", "- 關鍵結果１ 離職率降到 5%"],
    ),
    "another language with English key results": (
        """
        # OKRs 2026
        ### Objetivo 1: Definir a base
        **Key Results:**
        - KR1: 5 conceitos
        """,
        ["Objetivo 1 Definir a base", "- KR1 5 conceitos"],
    ),
    "a numbered heading that is restated": (
        """
        ### OKR 1: Platform
        - **Hedef (Objective):** Carry the platform to production
        - **Anahtar Sonuçlar (Key Results):**
          1. **KR 1 (Value):** 2 features live
        """,
        ["OKR 1 Carry the platform to production", "- KR 1 2 features live"],
    ),
    "wrapped statements": (
        """
        ## Objective 1: Harden the release
        - **KR1**: Signed artefacts for every
          tagged release
        """,
        ["Objective 1 Harden the release", "- KR1 Signed artefacts for every tagged release"],
    ),
    "a quoted block and a fence": (
        """
        An example:

        > ```
        > OBJECTIVE: launch the training
        > KEY RESULTS:
        > * publish the material
        > * train 50 people
        > ```
        """,
        ["O launch the training", "- KR publish the material", "- KR train 50 people"],
    ),
    "contents that repeat the headings": (
        """
        # 2026 OKR
        - [O1：增长](#o1增长)
        - [O2：质量](#o2质量)

        ## O1：增长
        - KR1：DAU 100 万
        ## O2：质量
        - KR1：崩溃率 0.1%
        """,
        ["O1 增长", "- KR1 DAU 100 万", "O2 质量", "- KR1 崩溃率 0.1%"],
    ),
    "the set repeated in a report": (
        """
        # OKR
        ## O
        - Learn the basics
        ## KR
        - One article a day
        - One certificate

        # Check 10/17
        ## O
        - Learn the basics /10
        ## KR
        - One article a day
        - One certificate
        """,
        ["O Learn the basics", "- KR One article a day", "- KR One certificate"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name: str) -> None:
    text, want = LAYOUTS[name]
    assert outline(document(text)) == want


STRUCTURES = {
    "headings and bullets": (
        """
        # OKRs 2026 Q1
        ## Make onboarding effortless
        - [ ] Setup completion 80%
        - [ ] Time to value 1 hour
        """,
        ["O Make onboarding effortless", "- KR Setup completion 80%", "- KR Time to value 1 hour"],
    ),
    "a list of lists": (
        """
        # OKRs 2026 Q1
        - Earn trust
          - Zero Sev1
        - Grow
          - 10k users
        """,
        ["O Earn trust", "- KR Zero Sev1", "O Grow", "- KR 10k users"],
    ),
    "Chinese numbering": (
        """
        # 2026 Q1 OKR

        一、提升产品口碑
        1、NPS 从 30 提升到 45
        2、应用商店评分达到 4.8
        二、扩大市场
        （1）新签 50 家客户
        """,
        [
            "O 提升产品口碑",
            "- KR NPS 从 30 提升到 45",
            "- KR 应用商店评分达到 4.8",
            "O 扩大市场",
            "- KR 新签 50 家客户",
        ],
    ),
    "lines over lists": (
        """
        # Objectives and Key Results
        ### Q1 2026
        Alpha release
        - 12 streams

        Better tools
        - 2 demos

        ### Q2 2026
        Beta release
        """,
        ["O Alpha release", "- KR 12 streams", "O Better tools", "- KR 2 demos", "O Beta release"],
    ),
}


@pytest.mark.parametrize("name", STRUCTURES)
def test_structure_counts_in_the_okrs_of_a_period(name: str) -> None:
    text, want = STRUCTURES[name]
    assert outline(document(text)) == want


@pytest.mark.parametrize(
    "text",
    [
        "# My model\n## Key Results\n- Accuracy 91%\n- F1 0.88\n",
        "# Design\n## O1：方案一\n- 步骤一\n## O2：方案二\n- 步骤二\n",
        "# 2026 Q1\n## Trust\n- Zero Sev1\n## Growth\n- 10k users\n",
        "## Objective: pass the exam\n- read chapter 1\n- do the exercises\n",
    ],
    ids=range(4),
)
def test_without_any_word_of_okrs_structure_is_no_evidence(text: str) -> None:
    assert outline(read(text, "notes.md")) == []


@pytest.mark.parametrize(
    "text",
    [
        "# Weekly\n- O1 / KR1：继续推进埋点，完成 62%\n- O2 / KR3：等待评审\n",
        "# Retro on our OKRs\nKR1 slipped. KR2 was fine, O2 is at risk.\n- KR1 was too ambitious\n",
        "# What OKRs are\n## Objectives\n- inspiring\n- without numbers\n## Key Results\n- measurable\n- few\n",
        "# OKRs are not\n1. __Linked to pay.__ They never are.\n2. __Set in stone.__ Things happen.\n",
        "# OKR 2026\n- Objective: Where do we want to go?\n- Key Result: How do we see it?\n",
        "# OKR schedule 2026\n| Week | Task |\n|---|---|\n| -5 | CEO shares goals |\n",
        "# OKR log\n| Date | KR #1 | KR #2 |\n|---|---|---|\n| 2026-01-05 | 0.2 | 0.3 |\n",
        "# Lab\n## Objective\nMeasure the boiling point.\n## Results\n- 99.8 C\n",
        "目標=O（想要什麼？）＋KRs（如何實現？）。\n",
        "# OKR\n## Objective 1: [Objective]\n- KR1: [Result]\n- KR2: [Result]\n",
        "# OKR\n## Objective 1: <goal>\n| Key Result | Owner |\n|---|---|\n| KR1 | |\n",
        "See [the OKRs](https://example.org).\n",
        "",
    ],
    ids=range(13),
)
def test_what_is_no_okr_gives_none(text: str) -> None:
    assert outline(read(text, "okr.md")) == []


def test_fields_are_attached_where_they_stand() -> None:
    found = document("""
        # 增长团队 2026 年第二季度 OKR
        负责人：李雷

        ## O1：让新用户离不开我们
        权重：60%
        - KR1：次日留存率从 31% 提升到 45%
          - 负责人：张三
          - 截止：6月30日
          - 信心：5/10
          - 行动计划：
            - [ ] 重做引导页
            - [x] 访谈 20 位用户
          - 进展：
            - 2026-04-10：样本不足
        - KR2：付费转化率 3.5%（负责人：韩梅梅）
        ## O2：把老客户变成推荐人
        | 关键结果 | 负责人 | 截止日期 | 目标值 | 权重 |
        |---|---|---|---|---|
        | KR1 转介绍占比 | 赵六 | 2026-06-20 | 15% | 50% |
        """)
    assert found.team is not None
    assert (found.team.value, [owner.value for owner in found.owners]) == ("增长团队", ["李雷"])
    assert found.cycle is not None
    assert found.cycle.value == "2026-Q2"
    first, second = found.objectives
    assert first.weight is not None
    assert first.weight.value == 0.6
    result = first.key_results[0]
    assert [owner.value for owner in result.owners] == ["张三"]
    assert result.deadline is not None
    assert (str(result.deadline.value), result.deadline_inherited) == ("2026-06-30", False)
    assert result.confidence is not None
    assert result.confidence.value == 0.5
    assert [(action.text.value, action.done) for action in result.actions] == [
        ("重做引导页", False), ("访谈 20 位用户", True)
    ]  # fmt: skip
    assert [(str(entry.date), entry.note and entry.note.value) for entry in result.checkins] == [
        ("2026-04-10", "样本不足")
    ]
    assert [owner.value for owner in first.key_results[1].owners] == ["韩梅梅"]
    row = second.key_results[0]
    assert [owner.value for owner in row.owners] == ["赵六"]
    assert row.metric is not None
    assert row.metric.target is not None
    assert row.metric.target.value == 15


@pytest.mark.parametrize(
    ("title", "line", "team"),
    [("Growth team OKRs 2026-Q3", "Team: Growth", "Growth"), ("增长团队 2026年Q3 OKR", "团队：增长", "增长")],
)
def test_a_line_names_the_team_better_than_the_title_and_the_two_are_no_contradiction(
    title: str, line: str, team: str
) -> None:
    found = document(f"# {title}\n\n- {line}\n\n## O1: Win regulars\n\n- KR1: 40 of them\n")
    assert found.team is not None
    assert (found.team.value, found.problems) == (team, ())


def test_a_field_of_one_objective_is_not_that_of_the_next() -> None:
    found = document("""
        # OKR
        ## 平台团队
        O1：稳定
        负责人：张三
        KR1：可用性 99.9%
        O2：省钱
        KR1：成本 -20%
        ## 增长团队
        O1：增长
        KR1：DAU 100 万
        """)
    first, second, _ = found.objectives
    assert [owner.value for owner in first.owners] == ["张三"]
    assert (second.owners, second.owners_inherited) == ((), ())


def test_what_follows_a_line_belongs_to_it() -> None:
    found = document("""
        **O1: 提升交付速度**

        **KR1**: 交付周期
        负责人：张三
        目标：7 天
        行动计划：
        - 梳理流程
        - [ ] 自动化

        **KR2**: 覆盖率 80%
        """)
    first, second = found.objectives[0].key_results
    assert [owner.value for owner in first.owners] == ["张三"]
    assert [action.text.value for action in first.actions] == ["梳理流程", "自动化"]
    assert first.metric is not None
    assert first.metric.target is not None
    assert first.metric.target.value == 7
    assert (second.owners, second.actions) == ((), ())


def test_fields_between_label_and_statement_and_several_in_a_line() -> None:
    found = document("""
        # 产品部OKR（2026年Q1）
        **O1（权重40%）：提升留存**

        **负责人**：张三　**截止**：2026-03-20 | 信心：5/10
        - KR1（30%）：次日留存率 45%
        - KR2（70%）：七日留存 20%
        ## O2：提升口碑
        | KR | 负责人 |
        |---|---|
        | KR1（100%）：NPS 45 | 李四 |
        """)
    assert found.team is not None
    assert found.team.value == "产品部"
    first, second = found.objectives
    assert (first.text.value, first.weight and first.weight.value) == ("提升留存", 0.4)
    assert [owner.value for owner in first.owners] == ["张三"]
    assert first.deadline is not None
    assert str(first.deadline.value) == "2026-03-20"
    assert first.confidence is not None
    assert first.confidence.value == 0.5
    assert [result.weight and result.weight.value for result in first.key_results] == [0.3, 0.7]
    assert [result.text.value for result in second.key_results] == ["NPS 45"]


def test_check_ins_of_the_whole_document() -> None:
    found = document("""
        ## O1：提升留存
        - KR1：次日留存率 45%
        ## 周会
        - 2026-04-03：一切正常
        """)
    assert [str(entry.date) for entry in found.checkins] == ["2026-04-03"]
    assert found.objectives[0].checkins == ()


def test_sections_say_whose_and_when() -> None:
    found = document("""
        # OKRs
        ## Acquisition team (2026 Q1)
        Owner: Ana Ruiz
        ### Objective 1 – Win new markets
        - KR 1.1 – 40 signed pilots
        ## 平台团队（2026 Q2）
        ### O1 稳定
        - KR1：可用性 99.9%
        """)
    first, second = found.objectives
    assert first.team is not None
    assert second.team is not None
    assert (first.team.value, second.team.value) == ("Acquisition team", "平台团队")
    assert first.cycle is not None
    assert second.cycle is not None
    assert (first.cycle.value, second.cycle.value) == ("2026-Q1", "2026-Q2")
    assert [owner.value for owner in first.owners_inherited] == ["Ana Ruiz"]
    assert second.owners_inherited == ()


def test_actions_and_check_ins_of_headings() -> None:
    found = document("""
        ## O1: Calm on-call
        ### KR1: Pages fall from 40 to 10
        - Owner: Bo
        #### Actions
        - [ ] tune alerts
        - write runbooks
        #### Check-ins
        | Date | Confidence | Note |
        |---|---|---|
        | 2026-04-03 | 5/10 | started |
        ### Initiatives
        - hire
        """)
    (objective,) = found.objectives
    (result,) = objective.key_results
    assert [action.text.value for action in result.actions] == ["tune alerts", "write runbooks"]
    assert [(str(entry.date), entry.confidence and entry.confidence.value) for entry in result.checkins] == [
        ("2026-04-03", 0.5)
    ]
    assert [action.text.value for action in objective.actions] == ["hire"]


def test_a_field_of_all_key_results_and_shares_of_owners() -> None:
    found = document("""
        ## Objective: Launch
        - **KR Measurement Deadline:** 2026-03-31
        - **Key Results**:
        1. Get 75 posts
            - Ana: 2/3
            - Bo: 1/3
        2. Full specification
        """)
    first, second = found.objectives[0].key_results
    assert [owner.value for owner in first.owners] == ["Ana", "Bo"]
    assert first.deadline is not None
    assert second.deadline is not None
    assert (str(first.deadline.value), second.deadline_inherited) == ("2026-03-31", False)


def test_front_matter() -> None:
    found = read("---\ntitle: Growth\ncycle: 2026-Q2\nowner: Ana\n---\n## O1: Grow\n- KR1: DAU 2k\n")
    assert found.title is not None
    assert found.title.value == "Growth"
    assert found.cycle is not None
    assert found.cycle.value == "2026-Q2"
    assert [owner.value for owner in found.owners] == ["Ana"]
    data = read("---\nobjective: Painless refunds\nkey_results:\n  - CSAT 90%\n---\nNotes.\n")
    assert outline(data) == ["O Painless refunds", "- KR CSAT 90%"]
    broken = read("---\ntitle: [\n---\n## O1: Grow\n- KR1: DAU 2k\n")
    assert [problem.code for problem in broken.problems] == ["EN003"]
    assert len(broken.objectives) == 1


def test_a_yaml_fence_counts_where_the_words_hold_nothing() -> None:
    text = "# OKR\n\n```yaml\nobjective: Calm\nkey_results:\n  - Pages from 40 to 10\n```\n"
    assert outline(read(text)) == ["O Calm", "- KR Pages from 40 to 10"]
    assert outline(read(text + "## O1: Grow\n- KR1: DAU 2k\n")) == ["O1 Grow", "- KR1 DAU 2k"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_places_are_exact_and_line_endings_make_no_difference(name: str) -> None:
    text = dedent(LAYOUTS[name][0])
    crlf = text.replace("\n", "\r\n")
    plain, windows, marked = read(text), read(crlf), read("\ufeff" + text)
    assert outline(plain) == outline(windows) == outline(marked)
    assert [item.span for item in items(plain)] == [item.span for item in items(marked)]
    for source, found in ((text, plain), (crlf, windows)):
        positions = Source(source)
        for item in items(found):
            span = item.text.span
            assert source[span.start : span.end] == item.text.raw
            assert item.span.start <= span.start <= span.end <= item.span.end
    lines = [Source(text).position(item.text.span.start) for item in items(plain)]
    assert lines == [positions.position(item.text.span.start) for item in items(windows)]


WRITTEN = [line for text, _ in LAYOUTS.values() for line in dedent(text).splitlines()]
LINES = st.sampled_from([*WRITTEN, "", "", "> ", "    ", "```", "|", "😀 text"])


@settings(max_examples=200)
@given(st.lists(LINES, max_size=30), st.sampled_from(["", "  ", "\t", "> ", "- "]))
def test_any_mixture_of_lines_is_read(lines: list[str], prefix: str) -> None:
    text = "\n".join(prefix + line for line in lines)
    found = read(text, "okr.md")
    for item in items(found):
        assert item.text.value
        assert text[item.text.span.start : item.text.span.end] == item.text.raw


@pytest.mark.parametrize(
    "text",
    [
        "# OKR 2026\n" + "## O1: x\n- KR1: y\n" * 3_000,
        "O1: x\n" + "- KR1: y\n" * 10_000,
        "# OKR 2026\n" + "- a\n" * 10_000,
        "# OKR 2026\n## Speed\n" + "- KR1 y\n" * 5_000,
        "| Objective | Key Result |\n|---|---|\n" + "| o | k |\n" * 10_000,
        "# OKR 2026 Q1\n" + "".join("  " * depth + "- O1: x\n" for depth in range(500)),
        "> " * 3_000 + "O1: x",
        "## O1: x\n" + "Owner: a\n" * 5_000,
        "## Key Results\n" * 5_000,
        "# OKR\n" + "- Objective:\n" * 10_000,
        "# OKR\nObjectives:\n" + "- a\n" * 5_000 + "Key Results:\n" + "- KR1.1: x\n" * 5_000,
        "# OKR\n" + "O1: x\n" + "KR1: y\nActions:\n- z\n" * 3_000,
        "# A\n" + "O1: x\n" * 5_000 + "# B\nO1: y\n- KR1: z\n",
        "# OKR\n" + "".join(f"O{number}: x\nKR: y{number}\nOwner: a\n" for number in range(3_000)),
    ],
    ids=range(14),
)
def test_large_and_odd_documents_take_linear_time(text: str) -> None:
    begin = time.process_time()
    read(text, "okr.md")
    assert time.process_time() - begin < 10


def test_a_table_of_steps_is_a_plan() -> None:
    found = document("""
        # 门店组 2026年Q2 OKR

        ## O1：让每家门店都值得绕路

        - KR1：复购率由20%升至35%
          - 行动计划：

            | 行动 | 负责人 | 截止日期 | 状态 |
            |---|---|---|---|
            | 设计回访话术 | 王芳 | 5月3日 | 已完成 |
            | 培训店长 | | 5月20日 | |
            | - | | | |
    """)
    ((result,),) = (objective.key_results for objective in found.objectives)
    steps = [(str(step.text), [str(owner) for owner in step.owners], step.done) for step in result.actions]
    assert steps == [("设计回访话术", ["王芳"], True), ("培训店长", [], None)]
    assert all(step.due and step.due.value for step in result.actions)
