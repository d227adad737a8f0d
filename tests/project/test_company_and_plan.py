"""What "company O1" is where a plan stands beside the company's OKRs, and numbers whose unit is said once."""

import pytest
from projects import project_of, seen, summary

LABELLED = "# Company OKRs 2026\n\n## O1: Be the bakery of the city\n\n- KR1: 40% come by tram\n"
BARE = "# Company OKRs 2026\n\n## Be the bakery of the city\n\n- KR: 40% come by tram\n- KR: 3 of 4 come again\n"
WISHES = "# Plan 2026\n\n## Goals\n\n1. Reach 100,000 downloads\n2. Certify 900 people\n"
GOALS = "# 2026年度计划\n\n- 目标1：下载量达到10万\n- 目标2：认证顾问900名\n"
P_GOALS = "# Plan 2026\n\n- P1: Reach 100,000 downloads\n- P2: Certify 900 people\n"


def came_of(reference: str, company: str, plan: str) -> tuple[str, ...]:
    """Return the state and the targets of what a team supports, beside the company's OKRs and a plan."""
    team = f"# Oven team OKRs 2026-Q2\n\n## O1: Let nobody wait for bread\n\n- Supports: {reference}\n- KR1: 9 of 10\n"
    files = {"company.md": company, "plan.md": plan, "team.md": team}
    (link,) = seen(project_of(files, plans=("plan.md",)))
    return (link.state, *link.targets)


@pytest.mark.parametrize(
    ("reference", "company", "plan", "expected"),
    [
        ("company O1", LABELLED, WISHES, ("found", "company.md O1")),
        ("公司O1", LABELLED, WISHES, ("found", "company.md O1")),
        ("company O1", BARE, WISHES, ("found", "company.md O1")),
        ("company O1", LABELLED, P_GOALS, ("found", "company.md O1")),
        ("company P2", LABELLED, P_GOALS, ("found", "plan.md O2")),
        ("company O2", LABELLED, WISHES, ("found", "plan.md O2")),
        ("company O7", LABELLED, WISHES, ("no such item", "company.md")),
        ("plan O1", LABELLED, WISHES, ("found", "plan.md O1")),
        ("annual plan", LABELLED, WISHES, ("found", "plan.md")),
        ("the strategic plan, O2", LABELLED, WISHES, ("found", "plan.md O2")),
        ("公司目标1", BARE, GOALS, ("ambiguous", "company.md O1", "plan.md O1")),
        ("公司目标2", LABELLED, GOALS, ("found", "plan.md O2")),
        ("O1", LABELLED, WISHES, ("ambiguous", "company.md O1", "plan.md O1")),
    ],
)
def test_the_company_and_a_plan(reference: str, company: str, plan: str, expected: tuple[str, ...]) -> None:
    assert came_of(reference, company, plan) == expected


def test_the_company_of_another_year_leaves_the_plan() -> None:
    past = LABELLED.replace("2026", "2024")
    assert came_of("company O1", past, WISHES) == ("found", "plan.md O1")


@pytest.mark.parametrize(
    ("name", "unit", "target", "expected"),
    [
        ("营业收入（万元）", "", "3,200", (32_000_000, "元")),
        ("Revenue ($M)", "", "18", (18_000_000, "$")),
        ("Revenue (USD)", "", "18", (18, "$")),
        ("下载量", "万次", "10", (100_000, "次")),
        ("下载量（万次）", "", "10万次", (100_000, "次")),
        ("下载量（万次）", "", "10万", (100_000, None)),
        ("毛利率", "%", "35", (35, "%")),
        ("下载量（不含广告）", "", "10", (10, None)),
        ("NPS (Q4)", "", "40", (40, None)),
        ("Downloads", "", "100,000", (100_000, None)),
    ],
)
@pytest.mark.parametrize("is_plan", [True, False])
def test_a_unit_that_is_said_once(
    name: str, unit: str, target: str, expected: tuple[float, str | None], is_plan: bool
) -> None:
    kind = "Goal" if is_plan else "Key Result"
    text = f'Objective,{kind},Unit,Target\nGrow,{name},{unit},"{target}"\n'
    if is_plan:
        text = f'Goal,Unit,Target\n{name},{unit},"{target}"\n'
    item = summary("plan.csv", text, is_plan=is_plan).items[-1]
    assert item.target
    assert (item.target.value, item.target.unit, item.target.raw) == (*expected, target)
