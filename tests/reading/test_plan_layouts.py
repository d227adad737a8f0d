"""Plans as people write them, in all formats, and whatever may stand in one."""

from typing import Any

import plans_chinese
import plans_english
import plans_formats
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutations import Mutation, mutated, mutations
from places import assert_places
from plan_layouts import Goal, Plan
from word_files import item, p, styled, table, word_file
from workbooks import workbook

from okrlint.model import Document
from okrlint.opening import reader_for
from okrlint.project.summaries import ItemSummary
from okrlint.project.summarising import summary_of
from okrlint.reading.interface import ContainerReader, ReadingOptions
from okrlint.reading.source import Source, UnreadableError

PLANS = plans_english.PLANS | plans_chinese.PLANS | plans_formats.PLANS


def read(source: Source, format: str) -> Document:
    document = reader_for(format, "plan").read(source, ReadingOptions(is_plan=True))
    assert_places(source, document)
    return document


def items_of(source: Source, format: str) -> tuple[ItemSummary, ...]:
    return summary_of(read(source, format), source.text, is_plan=True).items


def goals_of(source: Source, format: str) -> tuple[Goal, ...]:
    return tuple(map(_goal, items_of(source, format)))


def _goal(item: ItemSummary) -> Goal:
    owners = ", ".join(each.text for each in (*item.owners, *item.owners_inherited))
    return Goal(item.label, item.text, item.target.value if item.target else None, owners or None)


def opened(data: bytes, format: str) -> Source:
    reader = reader_for(format, "plan")
    assert isinstance(reader, ContainerReader)
    return reader.open(data, "plan")


@pytest.mark.parametrize("name", PLANS)
def test_plans_in_text(name: str) -> None:
    plan = PLANS[name]
    assert goals_of(Source(plan.text, "plan"), plan.format) == plan.goals


AD = "Reach 100,000 downloads"
COURSE = "Certify 1,000 consultants"
ENGLISH = (Goal(None, AD, 100_000, "Ana"), Goal(None, COURSE, 1_000))
WORD = {
    "headings and a list": (
        styled("Annual plan 2026", "1"),
        styled("Goals", "2"),
        item(f"{AD} (owner: Ana)"),
        item(COURSE),
        styled("Risks", "2"),
        item("20% leave"),
        ENGLISH,
    ),
    "a table": (
        styled("2026年度经营计划", "1"),
        table(
            ["序号", "年度目标", "目标值", "责任部门"],
            ["1", "营业收入（万元）", "32000", "销售部"],
            ["2", "续费率", "90%", "客户成功部"],
        ),
        (Goal(None, "营业收入（万元）", 320_000_000, "销售部"), Goal(None, "续费率", 90, "客户成功部")),
    ),
    "numbers of Word's": (
        styled("2026年度计划", "1"),
        styled("年度目标", "2"),
        item("营收达到2亿元（责任部门：销售部）", 0, 2),
        item("续费率90%", 0, 2),
        (Goal("目标一", "营收达到2亿元", 200_000_000, "销售部"), Goal("目标二", "续费率90%", 90)),
    ),
    "typed numbers": (
        p("2026年度计划"),
        p("一、指导思想"),
        p("用户第一。"),
        p("二、年度目标"),
        p("1、营收达到2亿元"),
        p("2、续费率90%"),
        p("三、保障措施"),
        p("1、每月开2次会"),
        (Goal(None, "营收达到2亿元", 200_000_000), Goal(None, "续费率90%", 90)),
    ),
    "a table for each goal": (
        styled("Plan", "1"),
        table(["Goal", AD], ["Owner", "Ana"], ["Due", "30 June 2026"]),
        p(""),
        table(["Goal", COURSE], ["Due", "30 June 2026"], ["Target", "1,000"]),
        ENGLISH,
    ),
}


@pytest.mark.parametrize("name", WORD)
def test_plans_in_word(name: str) -> None:
    *body, goals = WORD[name]
    assert goals_of(opened(word_file("".join(map(str, body))), "docx"), "docx") == goals


SHEETS: dict[str, tuple[dict[str, list[list[Any]]], tuple[Goal, ...]]] = {
    "a table": (
        {"Plan 2026": [["Goal", "Target", "Owner"], ["Downloads", 100000, "Ana"], ["Consultants", 1000, "Ben"]]},
        (Goal(None, "Downloads", 100_000, "Ana"), Goal(None, "Consultants", 1_000, "Ben")),
    ),
    "a column of units": (
        {
            "Sheet1": [
                ["2026年度经营目标"],
                [],
                ["序号", "指标", "单位", "2025实际", "2026目标", "责任部门"],
                [1, "营业收入", "万元", 24000, 32000, "销售部"],
                [2, "毛利率", "%", 32, 35, "财务部"],
            ]
        },
        (Goal(None, "营业收入", 320_000_000, "销售部"), Goal(None, "毛利率", 35, "财务部")),
    ),
    "sheets of departments, and one of risks": (
        {
            "Overview": [["Prepared by Ana"]],
            "Sales": [["Goal", "Target"], ["New contracts", 120]],
            "Service": [["Goal", "Target"], ["Hours to answer", 4]],
            "Risks": [["Risk", "Owner"], ["20% leave", "Ana"]],
        },
        (Goal(None, "New contracts", 120), Goal(None, "Hours to answer", 4)),
    ),
    "quarters and their sum": (
        {"2026": [["Goal", "Q1", "Q2", "Q3", "Q4", "Total"], ["Customers", 50, 80, 120, 150, 400]]},
        (Goal(None, "Customers", 400),),
    ),
    "months and the year": (
        {
            "年度计划": [
                ["目标", "1月", "2月", "3月", "全年", "负责人"],
                ["新增客户", 10, 20, 30, 400, "王芳"],
                ["回款（万元）", 100, 100, 100, 1200, "李强"],
            ]
        },
        (Goal(None, "新增客户", 400, "王芳"), Goal(None, "回款（万元）", 12_000_000, "李强")),
    ),
    "written like a document": (
        {"Plan": [["Annual plan 2026"], ["Goals"], [f"1. {AD}"], [f"2. {COURSE}"], ["Risks"], ["20% leave"]]},
        (Goal(None, AD, 100_000), Goal(None, COURSE, 1_000)),
    ),
    "areas beside the goals": (
        {
            "Plan": [
                ["Area", "Goal", "Target"],
                ["Growth", "Downloads", 100000],
                [None, "Partners", 20],
                ["People", "Hires", 40],
            ]
        },
        (Goal(None, "Downloads", 100_000), Goal(None, "Partners", 20), Goal(None, "Hires", 40)),
    ),
    "labels": (
        {
            "Plan": [
                ["ID", "Strategic goal", "KPI", "Baseline", "Target", "Owner"],
                ["P1", "Win the mid-market", "Customers", 120, 500, "Ana"],
                ["P2", "Effortless support", "Hours to reply", 6, 2, "Ben"],
            ]
        },
        (Goal("P1", "Win the mid-market", 500, "Ana"), Goal("P2", "Effortless support", 2, "Ben")),
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_plans_in_workbooks(name: str) -> None:
    sheets, goals = SHEETS[name]
    assert goals_of(opened(workbook(sheets), "xlsx"), "xlsx") == goals


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("毛利率不低于35%；责任部门：财务部；完成节点：12月底", "毛利率不低于35%", "财务部", "12月底"),
        ("毛利率不低于35%（责任部门：财务部，负责人：李强）", "毛利率不低于35%", "财务部, 李强", None),
        ("Reach 10,000 shops (Responsibility: Sales, By when: June)", "Reach 10,000 shops", "Sales", "June"),
        ("Reach 10,000 shops - Responsibility: Sales", "Reach 10,000 shops", "Sales", None),
        ("新增客户30家（其中：华东20家）", "新增客户30家（其中：华东20家）", None, None),
        ("Serve 50 cities (among them: Rome)", "Serve 50 cities (among them: Rome)", None, None),
    ],
)
def test_fields_behind_a_statement(line: str, text: str, owner: str | None, due: str | None) -> None:
    (goal, _) = items_of(Source(f"# 年度目标 Goals\n\n1. {line}\n2. 续费率 90%\n", "plan"), "markdown")
    assert (goal.text, _goal(goal).owner, goal.deadline and goal.deadline.raw) == (text, owner, due)


@pytest.mark.parametrize("key", ["p1", "P1", "goal_1", "Goal-1"])
def test_keys_that_are_labels(key: str) -> None:
    text = f"{key}:\n  title: {AD}\n  owner: Ana\n"
    (goal,) = items_of(Source(text, "plan"), "yaml")
    assert (goal.label, goal.text) == (key, AD)


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("markdown", "# Pillars\n\n## Pillar 1: People\n\nWe care.\n\n## Pillar 2: Planet\n\nWe share.\n"),
        ("yaml", "plan:\n  year: 2026\n  version: 3\n"),
        ("csv", 'Goal,Downloads,Consultants\nTarget,"100,000","1,000"\nOwner,Ana,Ben\n'),
    ],
)
def test_what_states_no_goal(format: str, text: str) -> None:
    assert not any(goal.target for goal in goals_of(Source(text, "plan"), format))


def test_a_column_of_goals_that_are_amounts_of_things() -> None:
    text = 'Goal,Owner\n"100,000 downloads",Ana\n"1,000 consultants",Ben\n'
    assert goals_of(Source(text, "plan"), "csv") == (
        Goal(None, "100,000 downloads", 100_000, "Ana"),
        Goal(None, "1,000 consultants", 1_000, "Ben"),
    )


SEED = """\
# Annual plan 2026
## 年度目标
## Goals
## P1: 100,000 downloads
### Q1
一、目标
目标1：营收2亿元
- P2 (Ana): 1,000 partners
1. Reach 10 cities (责任部门：销售部)
  - Owner: Ben
  - Target: $5M
**Grow to 800 schools.** They matter. Owner: Mia. Target: 800
| Goal | Q1 | Q2 | 全年 |
|---|---|---|---|
| 营收（万元） | 1 | 2 | 3,9 |
| Goal | X |
Responsibility: Sales
P3:
goals:
  p4: {target: 5, owner: Ana}
  - 目标: 10万
targets: {q1: 5, annual: 20}
title,target,owner
{
(责任部门：
（：）
"""
LINES = (*SEED.splitlines(), "")


@given(
    st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(("markdown", "rst", "org", "html", "yaml", "csv"))
)
def test_any_lines_of_plans_are_read(lines: list[str], format: str) -> None:
    _read_anything("\n".join(lines) + "\n", format)


@given(st.sampled_from(sorted(PLANS)), mutations())
def test_broken_plans_are_read(name: str, changes: list[Mutation]) -> None:
    plan: Plan = PLANS[name]
    text = plan.text
    for change in changes:
        text = mutated(text, change)
    _read_anything(text, plan.format)


def test_a_goal_of_nothing_but_a_field_keeps_its_words() -> None:
    text = "# 2026年度经营计划\n\n## 一、年度目标\n\n1. 营收达到3亿元\n2. ，责任部门：财务部\n3. 新增门店30家\n"
    assert "，责任部门：财务部" in [
        objective.text.value for objective in read(Source(text, "plan"), "markdown").objectives
    ]


def _read_anything(text: str, format: str) -> None:
    """Read a plan that may be broken: its goals stand where they say, one behind the other."""
    source = Source(text, "plan")
    try:
        document = read(source, format)
    except UnreadableError as error:
        source.position(error.span.start)
        return
    for objective in document.objectives:
        assert objective.text.value.strip()
        assert objective.span.start <= objective.text.span.start <= objective.text.span.end <= objective.span.end
    assert len({objective.id for objective in document.objectives}) == len(document.objectives)
    summary_of(document, source.text, is_plan=True)
